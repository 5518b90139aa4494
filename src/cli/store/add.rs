//! `tuzhi add`: reports into a store.

use std::time::Instant;

use tuzhi::error::Result;
use tuzhi::read;
use tuzhi::store::{Added, Input, Store};

use super::words;
use crate::cli::args::Add;
use crate::cli::screen::Screen;
use crate::cli::summary::Untaken;
use crate::cli::{Done, progress, summary};

/// Adds all inputs, those that the store has where none is given, and tells what came of them.
pub fn run(options: &Add, screen: &Screen) -> Result<Done> {
    let started = Instant::now();
    let store = Store::create(&options.store)?;
    let found = read::collect(&options.inputs);
    found.problems.iter().for_each(|error| screen.error(error));
    let mut untaken = Untaken { failed: found.problems.len(), left_out: 0 };
    let inputs: Vec<Input> = match options.inputs.as_slice() {
        [] => store.inputs()?,
        _ => found.sources.into_iter().map(Input::from).collect(),
    };
    let bar = progress::bar(inputs.len(), screen);
    let mut counts = [0; Added::ALL.len()];
    store.add(&inputs, options.reading.threads(), options.reading.force, |added| {
        bar.inc(1);
        match added {
            Ok(added) => counts[added as usize] += 1,
            Err(error) => {
                bar.suspend(|| screen.error(&error));
                untaken.count(&error);
            }
        }
    })?;
    bar.finish_and_clear();
    let (words, general) = (words::of(screen.language()), screen.messages());
    let totals = store.totals()?;
    let all = words.added.map(str::to_string).into_iter().zip(counts);
    let parts = all.chain(untaken.parts(screen));
    let holds = (words.holds)(totals.documents, &words::size(totals.bytes));
    screen.print(
        &[
            summary::line(general.documents, counts.iter().sum(), parts),
            summary::told(words.store, &format!("{}  {holds}", options.store.display())),
            summary::told(general.time, &format!("{:.2} {}", started.elapsed().as_secs_f64(), general.seconds)),
        ]
        .concat(),
    )?;
    Ok(if untaken.is_none() { Done::All } else { Done::Partly })
}
