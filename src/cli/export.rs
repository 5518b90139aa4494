//! `tuzhi export`: a graph in the format of another tool.

use tuzhi::error::Result;
use tuzhi::export::{self, Options};

use super::Done;
use super::args::{EdgesKey, Export, Quotes};
use super::screen::Screen;

/// Writes the graph to the path that was named, or to standard output.
pub fn run(options: &Export, screen: &Screen) -> Result<Done> {
    let graph = options.certainty.of(super::graph(&options.graph)?);
    let how = Options {
        quotes: options.quotes == Quotes::Full,
        language: screen.language(),
        edges_key: match options.edges_key {
            EdgesKey::Edges => export::EdgesKey::Edges,
            EdgesKey::Links => export::EdgesKey::Links,
        },
        rdf: options.rdf.into(),
    };
    match &options.output {
        Some(path) => export::write_file(&graph, options.format, how, path)?,
        None => screen.write(|out| export::write(&graph, options.format, how, out))?,
    }
    Ok(Done::All)
}
