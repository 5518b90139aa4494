//! The formats a graph can be written in, and what each is called.

use std::fmt;
use std::io::Write;
use std::path::Path;
use std::str::FromStr;

use super::whole::{Part, write_folder};
use super::{csv, cypher, dot, failed, gexf, graphml, json, ladybug, neo4j, nested, triples, write_whole};
use crate::error::{Error, Result, said};
use crate::graph::{self, KnowledgeGraph};
use crate::ontology::Language;

/// A format that a graph can be written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// Node-link JSON, as networkx reads it: the graph file, with nothing left out.
    Json,
    /// Cytoscape.js elements.
    Cytoscape,
    /// graphology's serialized graph.
    Graphology,
    /// JSON Graph Format 2.
    Jgf,
    /// GraphML, also for Neo4j's APOC.
    Graphml,
    /// GEXF 1.3, for Gephi.
    Gexf,
    /// Graphviz.
    Dot,
    /// CSV for `neo4j-admin database import`.
    Neo4jCsv,
    /// CSV with schema and copy statements for LadybugDB and Kuzu.
    Ladybug,
    /// A Cypher script that can be run again.
    Cypher,
    /// Turtle.
    Turtle,
    /// N-Quads.
    Nquads,
    /// JSON Lines, a row a line.
    Jsonl,
    /// CSV tables for spreadsheets.
    Csv,
    /// Parquet tables; needs the feature `parquet`.
    Parquet,
    /// The graph laid out for questions, with nothing left out: opened fast, for large graphs.
    Snapshot,
}

use Format::{
    Csv, Cypher, Cytoscape, Dot, Gexf, Graphml, Graphology, Jgf, Json, Jsonl, Ladybug, Neo4jCsv, Nquads, Parquet,
    Snapshot, Turtle,
};

impl Format {
    /// All, in the order in which they are listed to people.
    pub const ALL: &'static [Self] = &[
        Json, Cytoscape, Graphology, Jgf, Graphml, Gexf, Dot, Neo4jCsv, Ladybug, Cypher, Turtle, Nquads, Jsonl, Csv,
        Parquet, Snapshot,
    ];

    /// Name, extension of its files, media type.
    fn told(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Json => ("json", "json", "application/json"),
            Cytoscape => ("cytoscape", "cyjs", "application/json"),
            Graphology => ("graphology", "graphology.json", "application/json"),
            Jgf => ("jgf", "jgf.json", "application/vnd.jgf+json"),
            Graphml => ("graphml", "graphml", "application/graphml+xml"),
            Gexf => ("gexf", "gexf", "application/gexf+xml"),
            Dot => ("dot", "dot", "text/vnd.graphviz"),
            Neo4jCsv => ("neo4j-csv", "csv", "text/csv"),
            Ladybug => ("ladybug", "csv", "text/csv"),
            Cypher => ("cypher", "cypher", "application/x-cypher-query"),
            Turtle => ("turtle", "ttl", "text/turtle"),
            Nquads => ("nquads", "nq", "application/n-quads"),
            Jsonl => ("jsonl", "jsonl", "application/jsonl"),
            Csv => ("csv", "csv", "text/csv"),
            Parquet => ("parquet", "parquet", "application/vnd.apache.parquet"),
            Snapshot => ("snapshot", "tuzhi", "application/vnd.tuzhi.snapshot"),
        }
    }

    /// What people call it on the command line.
    pub fn name(self) -> &'static str {
        self.told().0
    }

    /// The extension of its files, without the dot.
    pub fn extension(self) -> &'static str {
        self.told().1
    }

    /// Its media type; that of each file where there are several.
    pub fn media_type(self) -> &'static str {
        self.told().2
    }

    /// Whether it is a folder of files rather than one file.
    pub fn is_folder(self) -> bool {
        matches!(self, Neo4jCsv | Ladybug | Csv | Parquet)
    }

    /// The format of single files with this extension (without the dot, in any case).
    pub fn from_extension(extension: &str) -> Option<Self> {
        let extension = extension.to_ascii_lowercase();
        let same = |format: &Self| format.extension() == extension || (*format == Dot && extension == "gv");
        Self::ALL.iter().copied().filter(|format| !format.is_folder()).find(same)
    }

    /// Whether such a folder holds a file of this name.
    fn holds(self, name: &str) -> bool {
        let extra = match self {
            Neo4jCsv => name == neo4j::SCRIPT,
            Ladybug => name == ladybug::SCHEMA || name == ladybug::COPY,
            _ => false,
        };
        extra || Path::new(name).extension().is_some_and(|extension| extension == self.extension())
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

/// What node-link JSON calls its list of edges.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EdgesKey {
    /// `edges`, the default of networkx from 3.6 on.
    Edges,
    /// `links`, the default of networkx before.
    Links,
}

/// A version of RDF.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RdfVersion {
    /// Statements are spoken of by `rdf:reifies` and annotations.
    V1_2,
    /// Statements are spoken of by `rdf:Statement`.
    V1_1,
}

/// What a writer may leave out, and how it speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options {
    /// Whether every evidence carries its words.
    pub quotes: bool,
    /// Language of labels that people see, and of the names of classes and edge types in
    /// property graphs and RDF.
    pub language: Language,
    /// For node-link JSON.
    pub edges_key: EdgesKey,
    /// For Turtle and N-Quads.
    pub rdf: RdfVersion,
}

impl Default for Options {
    fn default() -> Self {
        Self { quotes: true, language: Language::Zh, edges_key: EdgesKey::Edges, rdf: RdfVersion::V1_2 }
    }
}

/// Writes a graph in a format of one file.
///
/// # Errors
/// [`Error::Io`] without a path when `out` fails; [`Error::Check`] for a format of several files.
pub fn write(graph: &KnowledgeGraph, format: Format, options: Options, out: &mut dyn Write) -> Result<()> {
    match format {
        Json => json::write(graph, options, out),
        Cytoscape => nested::cytoscape(graph, options, out),
        Graphology => nested::graphology(graph, options, out),
        Jgf => nested::jgf(graph, options, out),
        Jsonl => nested::jsonl(graph, options, out),
        Graphml => graphml::write(graph, options, out),
        Gexf => gexf::write(graph, options, out),
        Dot => dot::write(graph, options, out),
        Cypher => cypher::write(graph, options, out),
        Turtle => triples::turtle(graph, options, out),
        Nquads => triples::nquads(graph, options, out),
        Snapshot => snapshot(graph, options, out),
        Neo4jCsv | Ladybug | Csv | Parquet => Err(Error::Check(said!(
            "{format} is a folder of files; name the folder with -o",
            "{format} 是一个文件夹的多个文件；请用 -o 指明文件夹"
        ))),
    }
}

fn snapshot(graph: &KnowledgeGraph, options: Options, out: &mut dyn Write) -> Result<()> {
    if options.quotes {
        return graph::Snapshot::of("", graph).write(out).map_err(failed);
    }
    let mut graph = graph.clone();
    graph.drop_quotes();
    graph::Snapshot::of("", &graph).write(out).map_err(failed)
}

/// Writes a graph to a file, or to a folder for a format of several files, whole or not at
/// all. An older folder of the same format is replaced.
///
/// # Errors
/// Those of [`write_whole`]; [`Error::Input`] where the folder holds other files;
/// [`Error::Check`] for Parquet without the feature of that name.
pub fn write_file(graph: &KnowledgeGraph, format: Format, options: Options, path: &Path) -> Result<()> {
    let parts = match format {
        Neo4jCsv => neo4j::parts(graph, options),
        Ladybug => ladybug::parts(graph, options),
        Csv => csv::parts(graph, options),
        Parquet => parquet_parts(graph, options)?,
        _ => return write_whole(path, |out| write(graph, format, options, out)),
    };
    write_folder(path, parts, |name| format.holds(name))
}

#[cfg(feature = "parquet")]
fn parquet_parts<'g>(graph: &'g KnowledgeGraph, options: Options) -> Result<Vec<Part<'g>>> {
    Ok(super::parquet::parts(graph, options))
}

#[cfg(not(feature = "parquet"))]
fn parquet_parts<'g>(_: &'g KnowledgeGraph, _: Options) -> Result<Vec<Part<'g>>> {
    Err(Error::Check(said!(
        "this tuzhi was built without the feature parquet; cargo install tuzhi --features parquet builds it with it",
        "这个 tuzhi 编译时没有带 parquet 功能；cargo install tuzhi --features parquet 会带上"
    )))
}
