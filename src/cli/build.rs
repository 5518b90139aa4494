//! `tuzhi build`: reports in, one graph out.

use std::time::Instant;

use tuzhi::error::{Error, Result};
use tuzhi::graph::Merge;
use tuzhi::{pipeline, read};

use super::args::{Build, Quotes};
use super::screen::Screen;
use super::summary::Untaken;
use super::{Done, output, progress, summary};

/// Reads all inputs, writes the graph of those that could be read, and tells what it found.
pub fn run(options: &Build, screen: &Screen) -> Result<Done> {
    let started = Instant::now();
    output::prepare(&options.output.folder)?;
    let found = read::collect(&options.inputs);
    found.problems.iter().for_each(|error| screen.error(error));
    let mut untaken = Untaken { failed: found.problems.len(), left_out: 0 };
    let bar = progress::bar(found.sources.len(), screen);
    let mut merge = Merge::default();
    let quotes = options.output.quotes == Quotes::Full;
    pipeline::records(&found.sources, options.reading.threads(), quotes, options.reading.force, |record| {
        bar.inc(1);
        match record {
            Ok(record) => merge.add(record),
            Err(error) => {
                bar.suspend(|| screen.error(&error));
                untaken.count(&error);
            }
        }
        Ok(())
    })?;
    bar.finish_and_clear();
    let graph = options.output.certainty.of(merge.finish());
    if graph.documents().len() == 0 {
        return Err(Error::Check(screen.messages().nothing_read.into()));
    }
    let (written, errors) = output::write(&graph, &options.output, screen.language());
    errors.iter().for_each(|error| screen.error(error));
    screen.print(&summary::text(&graph, untaken, &written, started.elapsed(), screen))?;
    Ok(if untaken.is_none() && errors.is_empty() { Done::All } else { Done::Partly })
}
