//! `tuzhi export`: a graph in the format of another tool.

use tuzhi::error::Result;
use tuzhi::export::{self, Options, RdfVersion};

use super::Done;
use super::args::{EdgesKey, Export, Quotes, Rdf};
use super::screen::Screen;

/// Writes the graph to the path that was named, or to standard output.
pub fn run(options: &Export, screen: &Screen) -> Result<Done> {
    let graph = super::graph(&options.graph)?;
    let how = Options {
        quotes: options.quotes == Quotes::Full,
        language: screen.language(),
        edges_key: match options.edges_key {
            EdgesKey::Edges => export::EdgesKey::Edges,
            EdgesKey::Links => export::EdgesKey::Links,
        },
        rdf: match options.rdf {
            Rdf::V1_2 => RdfVersion::V1_2,
            Rdf::V1_1 => RdfVersion::V1_1,
        },
    };
    match &options.output {
        Some(path) => export::write_file(&graph, options.format, how, path)?,
        None => screen.write(|out| export::write(&graph, options.format, how, out))?,
    }
    Ok(Done::All)
}
