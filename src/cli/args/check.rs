//! Options of `eval` and `verify`.

use std::path::PathBuf;

use clap::Args;

/// Options of `eval`.
#[derive(Debug, Args)]
pub struct Eval {
    /// A graph file, or a report
    pub input: PathBuf,
    /// The annotation
    #[arg(value_name = "GOLD.json")]
    pub gold: PathBuf,
    /// Also print what is missed and what is spurious
    #[arg(long)]
    pub misses: bool,
    /// Take the annotated entities as found, to measure relations and facts alone
    #[arg(long)]
    pub oracle: bool,
    /// Ask only for what stands on these lines of the annotated text (1-21)
    #[arg(long, value_name = "A-B", requires = "text")]
    pub lines: Option<String>,
    /// The annotated text, for --lines
    #[arg(long, value_name = "FILE")]
    pub text: Option<PathBuf>,
}

/// Options of `verify`.
#[derive(Debug, Args)]
pub struct Verify {
    /// A graph file
    pub graph: PathBuf,
    /// Folder that the graph's relative paths start from; the current one when not given
    #[arg(long, value_name = "DIR")]
    pub root: Option<PathBuf>,
}
