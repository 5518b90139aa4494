//! `tuzhi remove`: reports out of a store.

use tuzhi::error::Result;
use tuzhi::store::Store;

use super::words;
use crate::cli::Done;
use crate::cli::args::Remove;
use crate::cli::screen::Screen;

/// Takes out what each name means, prints the paths, and tells names that mean nothing.
pub fn run(options: &Remove, screen: &Screen) -> Result<Done> {
    let store = Store::open(&options.store)?;
    let (mut done, mut count) = (Done::All, 0);
    for wanted in &options.documents {
        match store.remove(wanted) {
            Ok(removed) => {
                count += removed.paths.len();
                removed.paths.iter().try_for_each(|path| screen.print(&format!("{path}\n")))?;
            }
            Err(error) => {
                screen.error(&error);
                done = Done::Partly;
            }
        }
    }
    screen.note(&(words::of(screen.language()).removed)(count));
    Ok(done)
}
