//! `tuzhi export`: a graph in the format of another tool, or as a page.

use tuzhi::error::Result;
use tuzhi::export::{self, Format, Options};
use tuzhi::graph::KnowledgeGraph;
use tuzhi::page::{self, Source};
use tuzhi::read::Reports;

use super::Done;
use super::args::{EdgesKey, Export, Quotes, Target};
use super::screen::Screen;

/// Reports without texts that are told one by one.
const SHOWN: usize = 3;

/// Writes the graph to the path that was named, or to standard output.
pub fn run(options: &Export, screen: &Screen) -> Result<Done> {
    let graph = options.certainty.of(super::graph(&options.graph)?);
    match options.format {
        Target::Format(format) => write(&graph, format, options, screen)?,
        Target::Page => write_page(graph, options, screen)?,
    }
    Ok(Done::All)
}

fn write(graph: &KnowledgeGraph, format: Format, options: &Export, screen: &Screen) -> Result<()> {
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
        Some(path) => export::write_file(graph, format, how, path),
        None => screen.write(|out| export::write(graph, format, how, out)),
    }
}

/// Writes the page with the texts of the reports that can be read again, and tells which cannot.
fn write_page(mut graph: KnowledgeGraph, options: &Export, screen: &Screen) -> Result<()> {
    let mut texts = Vec::new();
    if options.quotes == Quotes::Full {
        let reports = Reports::below(options.root.as_deref());
        let (found, errors) = page::texts(&graph, |row| reports.load(&row.path));
        errors.iter().take(SHOWN).for_each(|error| screen.note(&error.to_string()));
        if !errors.is_empty() {
            screen.note(&(screen.messages().without_texts)(errors.len(), graph.documents().len()));
        }
        texts = found;
    } else {
        graph.drop_quotes();
    }
    let source = Source::File(&graph, &texts);
    match &options.output {
        Some(path) => export::write_whole(path, |out| page::write(source, screen.language(), out)),
        None => screen.write(|out| page::write(source, screen.language(), out)),
    }
}
