//! Options of the commands that explain.

use std::path::PathBuf;

use clap::{Args, Subcommand};

/// Options of `why`.
#[derive(Debug, Args)]
pub struct Why {
    /// A graph file
    pub graph: PathBuf,
    /// A name, another name, or an id
    pub name: String,
    /// A second one: why the two are joined, or not
    pub other: Option<String>,
    /// Folder that the graph's relative paths start from; the current one when not given
    #[arg(long, value_name = "DIR")]
    pub root: Option<PathBuf>,
    /// Tell every place, file and candidate
    #[arg(long)]
    pub all: bool,
}

/// What is asked of the rules.
#[derive(Debug, Args)]
pub struct Rules {
    #[command(subcommand)]
    pub command: RulesCommand,
}

/// Commands of `rules`.
#[derive(Debug, Subcommand)]
pub enum RulesCommand {
    /// Print what each rule does, the words that make it look, and an example
    #[command(after_help = "\
Examples:
  tuzhi rules list deals --lang zh
  tuzhi rules list heads.enterprise --all    with every word")]
    List {
        /// A part of a rule's id; all rules when not given
        part: Option<String>,
        /// Print every word of each rule
        #[arg(long)]
        all: bool,
    },
}

/// Options of `gaps`.
#[derive(Debug, Args)]
pub struct Gaps {
    /// Reports, folders of reports, or - for standard input
    #[arg(required = true, value_name = "INPUT")]
    pub inputs: Vec<PathBuf>,
    /// Print one gap a line, as JSON
    #[arg(long)]
    pub json: bool,
    /// Print every gap of each cue
    #[arg(long)]
    pub all: bool,
}
