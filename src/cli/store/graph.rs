//! `tuzhi graph`: the graph of a store.

use std::path::Path;
use std::time::Instant;

use tuzhi::error::{Error, Result, Said};
use tuzhi::graph::KnowledgeGraph;
use tuzhi::ontology::Language;
use tuzhi::store::Store;

use super::words;
use crate::cli::args::{Graph, Quotes};
use crate::cli::screen::Screen;
use crate::cli::summary::Untaken;
use crate::cli::{Done, output, summary};

/// Merges the records of all documents and writes the graph.
pub fn run(options: &Graph, screen: &Screen) -> Result<Done> {
    let started = Instant::now();
    let store = Store::open(&options.store)?;
    output::prepare(&options.output.folder)?;
    let merged = store.graph(options.output.quotes == Quotes::Full, options.reading.threads())?;
    let graph = options.output.certainty.of(merged);
    if graph.documents().len() == 0 {
        let empty = |language| format!("{}: {}", options.store.display(), words::of(language).empty);
        return Err(Error::Check(Said::new(empty(Language::En), empty(Language::Zh))));
    }
    let (written, errors) = output::write(&graph, &options.output, screen.language());
    errors.iter().for_each(|error| screen.error(error));
    screen.print(&summary::text(&graph, Untaken::default(), &written, started.elapsed(), screen))?;
    Ok(if errors.is_empty() { Done::All } else { Done::Partly })
}

/// The graph of the store in a file, for commands that read graphs.
pub fn merged(path: &Path) -> Result<KnowledgeGraph> {
    Store::open(path)?.graph(true, 0)
}
