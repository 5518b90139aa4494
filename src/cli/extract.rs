//! `tuzhi extract`: reports in, records out.

use tuzhi::error::Result;
use tuzhi::{export, pipeline, read};

use super::args::{Extract, Quotes};
use super::screen::Screen;
use super::{Done, progress};

/// Prints one record a line, in the order of the inputs.
pub fn run(options: &Extract, screen: &Screen) -> Result<Done> {
    let found = read::collect(&options.inputs);
    found.problems.iter().for_each(|error| screen.error(error));
    let mut done = if found.problems.is_empty() { Done::All } else { Done::Partly };
    let bar = progress::bar(found.sources.len(), screen);
    pipeline::records(
        &found.sources,
        options.reading.threads(),
        options.quotes == Quotes::Full,
        options.reading.force,
        |record| {
            bar.inc(1);
            match record {
                Ok(record) => screen.write(|out| export::write_record(&record, out)),
                Err(error) => {
                    bar.suspend(|| screen.error(&error));
                    done = Done::Partly;
                    Ok(())
                }
            }
        },
    )?;
    bar.finish_and_clear();
    Ok(done)
}
