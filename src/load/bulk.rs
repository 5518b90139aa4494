//! Files for the bulk importers of databases, and the command that runs them.

use std::path::Path;

use super::{Address, Options};
use crate::error::{Error, Result};
use crate::export::{self, Format};
use crate::graph::KnowledgeGraph;

/// A folder that was written for an importer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bulk {
    /// The command that reads it into a new database.
    pub command: String,
}

/// Writes the folder of a bulk address, whole or not at all. `None` for the address of a server.
///
/// # Errors
/// Those of [`export::write_file`].
pub fn write_bulk(graph: &KnowledgeGraph, address: &Address, options: &Options) -> Result<Option<Bulk>> {
    let (format, folder) = match address {
        Address::Ladybug(folder) => (Format::Ladybug, folder),
        Address::Neo4jAdmin(folder) => (Format::Neo4jCsv, folder),
        _ => return Ok(None),
    };
    let how = export::Options { quotes: options.quotes, language: options.language, ..export::Options::default() };
    export::write_file(graph, format, how, folder)?;
    let full = std::fs::canonicalize(folder).map_err(|source| Error::io(folder, source))?;
    let command = match format {
        Format::Ladybug => {
            format!("cd {} && cat schema.cypher copy.cypher | lbug ../graph.lbug", in_shell(&full))
        }
        _ => format!("sh {}", in_shell(&full.join("import.sh"))),
    };
    Ok(Some(Bulk { command }))
}

/// A path as a shell takes it for one word.
fn in_shell(path: &Path) -> String {
    let text = path.display().to_string();
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '/' | '.' | '_' | '-');
    if text.chars().all(plain) { text } else { format!("'{}'", text.replace('\'', "'\\''")) }
}
