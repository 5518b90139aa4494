//! The files of a graph: which, where, and that they can be written before any work is done.

use std::fs;
use std::path::{Path, PathBuf};

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

/// Writes the files asked for, each whole or not at all, and tells their paths.
///
/// # Errors
/// The first file that cannot be written; those before it stay.
pub fn write(graph: &KnowledgeGraph, output: &GraphOutput, language: Language) -> Result<Vec<PathBuf>> {
    let mut formats = output.formats.clone();
    formats.sort_unstable();
    formats.dedup();
    let options = Options { quotes: output.quotes == Quotes::Full, language };
    let mut written = Vec::new();
    for format in formats {
        let path = output.folder.join(format!("graph.{}", format.extension()));
        match format {
            Format::Json => export::write_file(graph, export::Format::Json, options, &path)?,
            Format::Dot => export::write_file(graph, export::Format::Dot, options, &path)?,
        }
        written.push(path);
    }
    Ok(written)
}
