//! `tuzhi build`: reports in, one graph out.

use std::time::Instant;

use tuzhi::error::{Error, Result};
use tuzhi::graph::Merge;
use tuzhi::pipeline;

use super::args::{Build, Quotes};
use super::screen::Screen;
use super::{Done, inputs, output, progress, summary};

/// Reads all inputs, writes the graph of those that could be read, and tells what it found.
pub fn run(options: &Build, screen: &Screen) -> Result<Done> {
    let started = Instant::now();
    output::prepare(&options.output.folder)?;
    let (inputs, errors) = inputs::collect(&options.inputs);
    errors.iter().for_each(|error| screen.error(error));
    let mut failed = errors.len();
    let bar = progress::bar(inputs.len(), screen);
    let quotes = options.output.quotes == Quotes::Full;
    let mut merge = Merge::default();
    pipeline::each(
        &inputs,
        options.reading.threads(),
        |input| pipeline::record(&input.name(), &input.bytes()?, quotes),
        |_, record| {
            bar.inc(1);
            match record {
                Ok(record) => merge.add(record),
                Err(error) => {
                    bar.suspend(|| screen.error(&error));
                    failed += 1;
                }
            }
            Ok(())
        },
    )?;
    bar.finish_and_clear();
    let graph = merge.finish();
    if graph.documents().len() == 0 {
        return Err(Error::Check(screen.messages().nothing_read.into()));
    }
    let written = output::write(&graph, &options.output, screen.language())?;
    screen.print(&summary::text(&graph, failed, &written, started.elapsed(), screen))?;
    Ok(if failed == 0 { Done::All } else { Done::Partly })
}
