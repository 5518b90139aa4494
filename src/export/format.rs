//! The formats a graph can be written in, and what each is called.

use std::fmt;
use std::io::Write;
use std::path::Path;
use std::str::FromStr;

use super::{dot, json, write_whole};
use crate::error::Result;
use crate::graph::KnowledgeGraph;
use crate::ontology::Language;

/// A format that a graph can be written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// Node-link JSON, as networkx reads it: the graph file, with nothing left out.
    Json,
    /// Graphviz.
    Dot,
}

impl Format {
    /// All, in the order in which they are listed to people.
    pub const ALL: &'static [Self] = &[Self::Json, Self::Dot];

    /// What people call it on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Dot => "dot",
        }
    }

    /// The extension of its files, without the dot.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Dot => "dot",
        }
    }

    /// Its media type.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Json => "application/json",
            Self::Dot => "text/vnd.graphviz",
        }
    }

    /// The format of files with this extension (without the dot, in any case).
    pub fn from_extension(extension: &str) -> Option<Self> {
        match extension.to_ascii_lowercase().as_str() {
            "json" => Some(Self::Json),
            "dot" | "gv" => Some(Self::Dot),
            _ => None,
        }
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl FromStr for Format {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        Self::ALL.iter().copied().find(|format| format.name() == text).ok_or_else(|| {
            let known: Vec<_> = Self::ALL.iter().map(|format| format.name()).collect();
            format!("“{text}” is not one of {}", known.join(", "))
        })
    }
}

/// What a writer may leave out, and how it speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options {
    /// Whether every evidence carries its words.
    pub quotes: bool,
    /// Language of labels that people see.
    pub language: Language,
}

impl Default for Options {
    fn default() -> Self {
        Self { quotes: true, language: Language::Zh }
    }
}

/// Writes a graph.
///
/// # Errors
/// [`crate::error::Error::Io`] without a path when `out` fails.
pub fn write(graph: &KnowledgeGraph, format: Format, options: Options, out: &mut dyn Write) -> Result<()> {
    match format {
        Format::Json => json::write(graph, options, out),
        Format::Dot => dot::write(graph, options, out),
    }
}

/// Writes a graph to a file, whole or not at all.
///
/// # Errors
/// Those of [`write_whole`].
pub fn write_file(graph: &KnowledgeGraph, format: Format, options: Options, path: &Path) -> Result<()> {
    write_whole(path, |out| write(graph, format, options, out))
}
