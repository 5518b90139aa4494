//! Options of what reads reports: `build`, `extract`, `merge`, `restore`, `inspect`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::Certainty;

/// Options of `build`.
#[derive(Debug, Args)]
pub struct Build {
    /// Reports, folders of reports, or - for standard input
    #[arg(required = true, value_name = "INPUT")]
    pub inputs: Vec<PathBuf>,
    #[command(flatten)]
    pub output: GraphOutput,
    #[command(flatten)]
    pub reading: Reading,
}

/// Where and how a graph is written.
#[derive(Debug, Args)]
pub struct GraphOutput {
    /// Folder for the graph's files; made when missing
    #[arg(short = 'o', long = "output", value_name = "DIR", default_value = "output")]
    pub folder: PathBuf,
    /// Which files to write
    #[arg(long, value_enum, value_delimiter = ',', default_value = "json,dot,svg")]
    pub formats: Vec<Format>,
    /// Whether the graph carries the sentences, or only where they stand
    #[arg(long, value_enum, default_value_t = Quotes::Full)]
    pub quotes: Quotes,
    #[command(flatten)]
    pub certainty: Certainty,
}

/// A file of a graph.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, ValueEnum)]
pub enum Format {
    /// Node-link JSON, as networkx reads it
    Json,
    /// Graphviz
    Dot,
    /// Picture
    Svg,
    /// Picture in pixels; needs a Chinese font on this machine
    #[cfg(feature = "png")]
    Png,
}

impl Format {
    /// The extension of its file.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Dot => "dot",
            Self::Svg => "svg",
            #[cfg(feature = "png")]
            Self::Png => "png",
        }
    }
}

/// Whether evidence carries its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Quotes {
    /// With its words
    Full,
    /// Only the place
    None,
}

/// Options of `extract`.
#[derive(Debug, Args)]
pub struct Extract {
    /// Reports, folders of reports, or - for standard input
    #[arg(required = true, value_name = "INPUT")]
    pub inputs: Vec<PathBuf>,
    /// Read the inputs line by line, a report {"id", "text", "title"} in each; one that fails gives an error record
    #[arg(long)]
    pub jsonl: bool,
    /// File that the lines are of, where they come by standard input: reports are called FILE#ID
    #[arg(long = "as", value_name = "FILE", requires = "jsonl")]
    pub file: Option<String>,
    /// Take records apart by scope, for many processes to merge: a scope, a tab and the share in each line
    #[arg(long)]
    pub shares: bool,
    /// Whether records carry the sentences, or only where they stand
    #[arg(long, value_enum, default_value_t = Quotes::Full)]
    pub quotes: Quotes,
    #[command(flatten)]
    pub reading: Reading,
}

/// Options of `merge`.
#[derive(Debug, Args)]
pub struct Merge {
    /// Files of records or graphs, or - for standard input
    #[arg(required = true, value_name = "RECORDS")]
    pub records: Vec<PathBuf>,
    /// Merge the shares of some scopes, as extract --shares writes them, and print the rows of their part of the graph
    #[arg(long, conflicts_with_all = ["folder", "formats", "min_confidence"])]
    pub shares: bool,
    #[command(flatten)]
    pub output: GraphOutput,
}

/// How many reports are read.
#[derive(Debug, Args)]
pub struct Reading {
    /// Reports read at a time; all cores when not given. The output does not depend on it
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub threads: Option<u16>,
    /// Take also what is no report: lists, tables, stories, stubs
    #[arg(long)]
    pub force: bool,
}

impl Reading {
    /// The number of threads asked for; 0 for all cores.
    pub fn threads(&self) -> usize {
        self.threads.map_or(0, usize::from)
    }
}

/// Options of `restore`.
#[derive(Debug, Args)]
pub struct Restore {
    /// A report, or - for standard input
    pub input: PathBuf,
    /// Print the repairs as tab-separated values instead of the text
    #[arg(long)]
    pub report: bool,
}

/// Options of `inspect`.
#[derive(Debug, Args)]
pub struct Inspect {
    /// A report, or - for standard input
    pub input: PathBuf,
    /// The stage
    #[arg(long, value_enum)]
    pub stage: Stage,
}

/// A stage whose result can be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Stage {
    /// Title, region, date, speaker, sections, sentences with period and modality
    Outline,
    /// Words with their parts of speech
    Words,
    /// Spans that name something, with the rule that found each
    Mentions,
    /// Entities with their other names
    Entities,
    /// Who does what with whom
    Relations,
    /// Dated values
    Facts,
}
