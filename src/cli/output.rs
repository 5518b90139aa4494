//! The files of a graph: which, where, and that they can be written before any work is done.

use std::fs;
use std::path::{Path, PathBuf};

use tuzhi::draw;
use tuzhi::error::{Error, Result};
use tuzhi::export::{self, Options};
use tuzhi::graph::KnowledgeGraph;
use tuzhi::ontology::Language;

use super::args::{Format, GraphOutput, Quotes};

/// Makes the folder when it is missing, and tries whether files can be written there, so
/// that an hour's work is not lost for a wrong path.
///
/// # Errors
/// When it cannot be made or written to.
pub fn prepare(folder: &Path) -> Result<()> {
    fs::create_dir_all(folder).map_err(|source| Error::io(folder, source))?;
    tempfile::Builder::new()
        .prefix(".tuzhi-")
        .tempfile_in(folder)
        .map(drop)
        .map_err(|source| Error::io(folder, source.kind().into()))
}

/// Writes the files asked for, each whole or not at all. Tells the paths of those written,
/// and why others are not.
pub fn write(graph: &KnowledgeGraph, output: &GraphOutput, language: Language) -> (Vec<PathBuf>, Vec<Error>) {
    let mut formats = output.formats.clone();
    formats.sort_unstable();
    formats.dedup();
    let (mut written, mut errors) = (Vec::new(), Vec::new());
    let quotes = output.quotes == Quotes::Full;
    let options = Options { quotes, language, ..Options::default() };
    let mut picture = None;
    for format in formats {
        let path = output.folder.join(format!("graph.{}", format.extension()));
        let mut svg = || picture.get_or_insert_with(|| picture_of(graph, language)).clone();
        let result = match format {
            Format::Json => export::write_file(graph, export::Format::Json, options, &path),
            Format::Dot => export::write_file(graph, export::Format::Dot, options, &path),
            Format::Svg => bytes(&path, svg().as_bytes()),
            #[cfg(feature = "png")]
            Format::Png => draw::png(&svg(), PNG_SCALE).and_then(|png| bytes(&path, &png)),
        };
        match result {
            Ok(()) => written.push(path),
            Err(error) => errors.push(error),
        }
    }
    (written, errors)
}

/// Pixels to the px of the picture: sharp on a projector.
#[cfg(feature = "png")]
const PNG_SCALE: f32 = 1.5;

fn picture_of(graph: &KnowledgeGraph, language: Language) -> String {
    draw::svg(&graph.to_file(), &draw::Options { language, ..draw::Options::default() })
}

/// Writes `bytes` to `path`, whole or not at all.
///
/// # Errors
/// When the folder cannot be written to.
pub fn bytes(path: &Path, bytes: &[u8]) -> Result<()> {
    export::write_whole(path, |out| out.write_all(bytes).map_err(|source| Error::io(path, source)))
}
