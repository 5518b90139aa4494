//! What can be typed for commands that hand a graph to another tool.

use std::path::PathBuf;

use clap::builder::{NonEmptyStringValueParser, PossibleValuesParser, TypedValueParser};
use clap::{Args, ValueEnum};
use tuzhi::export::{Format as GraphFormat, RdfVersion};
use tuzhi::load::Address;

use super::{Certainty, Quotes};

/// Options of `export`.
#[derive(Debug, Args)]
pub struct Export {
    /// A graph file
    pub graph: PathBuf,
    /// The format; html is a page that shows the graph in any browser, without a network
    #[arg(long, value_parser = format_parser())]
    pub format: Target,
    /// Where to write; standard output when not given, for formats of one file
    #[arg(short = 'o', long = "output", value_name = "PATH", required_if_eq_any(FOLDERS))]
    pub output: Option<PathBuf>,
    /// Whether the graph carries the sentences, or only where they stand
    #[arg(long, value_enum, default_value_t = Quotes::Full)]
    pub quotes: Quotes,
    #[command(flatten)]
    pub certainty: Certainty,
    /// What node-link JSON calls its edges: links for networkx before 3.6
    #[arg(long, value_enum, default_value_t = EdgesKey::Edges)]
    pub edges_key: EdgesKey,
    /// Version of RDF for turtle and nquads: 1.1 for stores that know no annotations
    #[arg(long, value_enum, default_value_t = Rdf::V1_2, value_name = "VERSION")]
    pub rdf: Rdf,
    /// For html: folder that the graph's relative paths start from, to take in the texts of its
    /// reports; the current one when not given
    #[arg(long, value_name = "DIR")]
    pub root: Option<PathBuf>,
}

/// What a graph is written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// A format of other tools.
    Format(GraphFormat),
    /// The page.
    Page,
}

/// The name of the page among the formats.
const PAGE: &str = "html";

/// Formats that need a folder to be named.
const FOLDERS: [(&str, &str); 4] =
    [("format", "neo4j-csv"), ("format", "ladybug"), ("format", "csv"), ("format", "parquet")];

/// Lists the names of the library's formats in the help and in complaints.
fn format_parser() -> impl TypedValueParser<Value = Target> {
    let names = GraphFormat::ALL.iter().map(|format| format.name()).chain([PAGE]);
    PossibleValuesParser::new(names)
        .try_map(|name| if name == PAGE { Ok(Target::Page) } else { name.parse().map(Target::Format) })
}

/// What node-link JSON calls its edges.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum EdgesKey {
    /// As networkx from 3.6 on
    Edges,
    /// As networkx before
    Links,
}

/// A version of RDF.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Rdf {
    /// Statements are annotated
    #[value(name = "1.2")]
    V1_2,
    /// Statements are reified
    #[value(name = "1.1")]
    V1_1,
}

impl From<Rdf> for RdfVersion {
    fn from(version: Rdf) -> Self {
        match version {
            Rdf::V1_2 => Self::V1_2,
            Rdf::V1_1 => Self::V1_1,
        }
    }
}

/// Options of `load`.
#[derive(Debug, Args)]
pub struct Load {
    /// A graph file
    pub graph: PathBuf,
    /// Where to: bolt://, neo4j://, falkor://, redis://, sparql+http:// (each also encrypted: bolt+s://,
    /// falkors://, sparql+https://), ladybug:FOLDER, neo4j-admin:FOLDER
    #[arg(long, value_name = "ADDRESS")]
    pub to: Address,
    /// Name of this graph among those in the database; tuzhi when not given
    #[arg(long, value_name = "NAME", value_parser = NonEmptyStringValueParser::new())]
    pub source: Option<String>,
    /// Remove what the database holds for this source and the graph does not
    #[arg(long, requires = "source")]
    pub prune: bool,
    /// Whether sentences are loaded, or only where they stand
    #[arg(long, value_enum, default_value_t = Quotes::Full)]
    pub quotes: Quotes,
    #[command(flatten)]
    pub certainty: Certainty,
    /// Version of RDF for SPARQL: 1.1 for stores that know no triple terms
    #[arg(long, value_enum, default_value_t = Rdf::V1_2, value_name = "VERSION")]
    pub rdf: Rdf,
    /// Nodes or edges sent at a time
    #[arg(long, value_name = "N", default_value_t = 1000, value_parser = clap::value_parser!(u32).range(1..=100_000))]
    pub batch: u32,
    /// How often a request is made again when the server is busy or gone
    #[arg(long, value_name = "N", default_value_t = 8, value_parser = clap::value_parser!(u32).range(0..=100))]
    pub retries: u32,
}
