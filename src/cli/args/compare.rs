//! Options of the commands that compare years and graphs.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use tuzhi::compare::{self, Outcome, Sort};
use tuzhi::model::Period;
use tuzhi::ontology::Kind;

use super::query::{Telling, kind};

/// Options of `ledger`.
#[derive(Debug, Args)]
pub struct Ledger {
    /// A graph of the reports of several years
    pub graph: PathBuf,
    /// The region whose reports are compared; all that report when not given
    #[arg(long, value_name = "NAME")]
    pub region: Option<String>,
    /// Reports that are looked at behind each plan, in years
    #[arg(long, value_name = "N", default_value_t = 3, value_parser = clap::value_parser!(u16).range(1..=50))]
    pub years: u16,
    /// Only what was planned in these years (2021 or 2016-2020)
    #[arg(long, value_name = "YEARS")]
    pub planned: Option<Period>,
    /// Only these outcomes (kept or 兑现)
    #[arg(long = "outcome", value_name = "OUTCOME", value_delimiter = ',')]
    pub outcomes: Vec<Outcome>,
    /// Only these sorts of undertakings (work or 工程项目)
    #[arg(long = "sort", value_name = "SORT", value_delimiter = ',')]
    pub sorts: Vec<Sort>,
    /// Write a page for browsers to this file, with every row that is asked for
    #[arg(short = 'o', long, value_name = "FILE.html", conflicts_with_all = ["json", "csv", "limit", "totals"])]
    pub output: Option<PathBuf>,
    /// Print totals instead of rows
    #[arg(long, value_enum, value_name = "BY")]
    pub totals: Option<TotalsBy>,
    /// Folder that the graph's relative paths start from; the current one when not given
    #[arg(long, value_name = "DIR")]
    pub root: Option<PathBuf>,
    #[command(flatten)]
    pub telling: Telling,
}

/// What totals are counted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum TotalsBy {
    /// Year of the plan
    Year,
    /// Sort of undertaking
    Sort,
    /// Department that usually answers for the subject
    Department,
    /// Reporting region
    Region,
}

/// Options of `diff`.
#[derive(Debug, Args)]
pub struct Diff {
    /// The graph of before
    pub before: PathBuf,
    /// The graph of after
    pub after: PathBuf,
    /// Only these changes
    #[arg(long = "change", value_enum, value_name = "CHANGE", value_delimiter = ',')]
    pub changes: Vec<Change>,
    /// Only entities of these kinds (project or 项目), and no relations
    #[arg(long = "kind", value_name = "KIND", value_delimiter = ',', value_parser = kind)]
    pub kinds: Vec<Kind>,
    #[command(flatten)]
    pub telling: Telling,
}

/// A change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Change {
    /// Only the second graph has it
    New,
    /// Only the first graph has it
    Gone,
    /// Both have it and tell it otherwise
    Changed,
}

impl From<Change> for compare::Change {
    fn from(change: Change) -> Self {
        match change {
            Change::New => Self::New,
            Change::Gone => Self::Gone,
            Change::Changed => Self::Changed,
        }
    }
}

/// Options of `series`.
#[derive(Debug, Args)]
pub struct Series {
    /// A graph of the reports of several years or places
    pub graph: PathBuf,
    /// Only figures that have this in their name, under any of their names; all when not given
    #[arg(long = "indicator", value_name = "NAME", value_delimiter = ',')]
    pub indicators: Vec<String>,
    /// Only these regions; all that report when not given
    #[arg(long = "region", value_name = "NAME", value_delimiter = ',')]
    pub regions: Vec<String>,
    /// Only figures of these years (2021 or 2016-2020)
    #[arg(long, value_name = "YEARS")]
    pub period: Option<Period>,
    /// Only levels, or only growth
    #[arg(long, value_enum, value_name = "MEASURE")]
    pub measure: Option<Measure>,
    /// In the table, goals instead of what was reached; JSON and CSV have both
    #[arg(long)]
    pub planned: bool,
    /// Folder that the graph's relative paths start from; the current one when not given
    #[arg(long, value_name = "DIR")]
    pub root: Option<PathBuf>,
    #[command(flatten)]
    pub telling: Telling,
}

/// What is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Measure {
    /// How much it is
    Level,
    /// By how much it has grown
    Growth,
}

impl From<Measure> for compare::Measure {
    fn from(measure: Measure) -> Self {
        match measure {
            Measure::Level => Self::Level,
            Measure::Growth => Self::Growth,
        }
    }
}
