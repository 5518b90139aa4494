//! `tuzhi gaps`: clauses with a cue of which nothing came.

use tuzhi::error::{Error, Result};
use tuzhi::explain::{Telling, gaps, summary};
use tuzhi::{pipeline, read};

use super::Done;
use super::args::Gaps;
use super::screen::Screen;

/// Rows of a cue told without `--all`.
const ROWS: usize = 5;

/// Reads all inputs and prints their gaps, by cue or as JSON Lines.
pub fn run(options: &Gaps, screen: &Screen) -> Result<Done> {
    let found = read::collect(&options.inputs);
    found.problems.iter().for_each(|error| screen.error(error));
    let mut failed = found.problems.len();
    let mut all = Vec::new();
    for source in &found.sources {
        let read = read::load(source).and_then(|bytes| Ok((pipeline::open(&source.name(), &bytes)?, bytes)));
        match read {
            Ok((document, bytes)) => all.extend(gaps(document, &bytes)),
            Err(error) => {
                screen.error(&error);
                failed += 1;
            }
        }
    }
    if options.json {
        for gap in &all {
            let line = serde_json::to_string(gap).map_err(|error| Error::Check(error.to_string().into()))?;
            screen.print(&format!("{line}\n"))?;
        }
    } else {
        let rows = if options.all { usize::MAX } else { ROWS };
        screen.print(&summary(&all, Telling { language: screen.language(), rows }))?;
    }
    Ok(if failed == 0 { Done::All } else { Done::Partly })
}
