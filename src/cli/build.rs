//! `tuzhi build`: reports in, one graph out.

use std::time::Instant;

use tuzhi::error::{Error, Result};
use tuzhi::graph::file::{GraphFile, GraphHead, Record, SCHEMA};
use tuzhi::pipeline;

use super::args::{Build, Quotes};
use super::output::Folder;
use super::screen::Screen;
use super::{Done, inputs, progress, summary};

/// Reads all inputs, writes the graph of those that could be read, and tells what it found.
pub fn run(options: &Build, screen: &Screen) -> Result<Done> {
    let started = Instant::now();
    let folder = Folder::open(&options.output.folder)?;
    let (inputs, errors) = inputs::collect(&options.inputs);
    errors.iter().for_each(|error| screen.error(error));
    let mut failed = errors.len();
    let bar = progress::bar(inputs.len(), screen);
    let quotes = options.output.quotes == Quotes::Full;
    let mut records: Vec<Record> = Vec::new();
    pipeline::each(
        &inputs,
        options.reading.threads(),
        |input| pipeline::record(&input.name(), &input.bytes()?, quotes),
        |_, record| {
            bar.inc(1);
            match record {
                Ok(record) => records.push(record),
                Err(error) => {
                    bar.suspend(|| screen.error(&error));
                    failed += 1;
                }
            }
            Ok(())
        },
    )?;
    bar.finish_and_clear();
    if records.is_empty() {
        return Err(Error::Check("no report could be read, no graph was written".into()));
    }
    let graph = GraphFile {
        directed: true,
        multigraph: true,
        graph: GraphHead {
            schema: SCHEMA.into(),
            documents: records.iter().map(|record| record.document.clone()).collect(),
        },
        nodes: records.iter().flat_map(|record| record.nodes.clone()).collect(),
        edges: records.iter().flat_map(|record| record.edges.clone()).collect(),
    };
    let bytes = serde_json::to_vec(&graph).map_err(|error| Error::Check(error.to_string()))?;
    let written = vec![folder.write("graph.json", &bytes)?];
    screen.print(&summary::text(&graph, failed, &written, started.elapsed(), screen))?;
    Ok(if failed == 0 { Done::All } else { Done::Partly })
}
