//! What can be asked of a graph.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};
use tuzhi::model::Period;
use tuzhi::ontology::{Attribute, Kind, Language, Modality, RelationType};

use super::certainty::share;

/// Options of `query`.
#[derive(Debug, Args)]
#[command(subcommand_value_name = "QUESTION", subcommand_help_heading = "Questions", subcommand_negates_reqs = true)]
pub struct Query {
    /// A graph file: JSON, or a snapshot for large ones
    pub graph: PathBuf,
    /// Tell what is known of this: a name, another name, a part of one, its pinyin or initials
    #[arg(required = true)]
    pub name: Option<String>,
    #[command(subcommand)]
    pub question: Option<Question>,
    #[command(flatten)]
    pub wanted: Wanted,
    #[command(flatten)]
    pub telling: Telling,
}

/// Questions.
#[derive(Debug, Subcommand)]
pub enum Question {
    /// Find entities by name, other name, part of a name, pinyin or initials
    #[command(after_help = "\
Examples:
  tuzhi query output/graph.json find 岚芝堂
  tuzhi query output/graph.json find lzt --kind enterprise    岚芝堂药业, by its initials")]
    Find {
        /// What it is called
        words: String,
    },
    /// List what stands around an entity, and the relations that lead there
    #[command(
        visible_alias = "near",
        alias = "neighbors",
        after_help = "\
Examples:
  tuzhi query output/graph.json neighbours 岚芝堂 --depth 2 --kind project
  tuzhi query output/graph.json near 云溪县 --relation supports --modality planned

--relation, --modality, --period, --document and --min-confidence decide which relations are walked;
--kind and --place which entities are listed."
    )]
    Neighbours {
        /// The entity in the middle
        name: String,
        /// Steps from it at most
        #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..=64))]
        depth: u32,
    },
    /// Show how two entities hang together: the shortest paths, with the sentences of every step
    #[command(after_help = "\
Examples:
  tuzhi query output/graph.json path 岚芝堂 星槎科技
  tuzhi query output/graph.json path 岚芝堂 星槎科技 --count 5 --avoid 云溪县

Relations are walked in both directions. --kind and --place hold for what lies between the two.")]
    Path {
        /// One end
        from: String,
        /// The other
        to: String,
        /// Paths at most
        #[arg(short = 'k', long, value_name = "N", default_value_t = 3, value_parser = clap::value_parser!(u16).range(1..=1000))]
        count: u16,
        /// Do not pass through this
        #[arg(long, value_name = "NAME")]
        avoid: Vec<String>,
    },
    /// List entities, relations or facts
    #[command(after_help = "\
Examples:
  tuzhi query output/graph.json list --kind project --place 石梁镇
  tuzhi query output/graph.json list --kind enterprise --sort relations --reverse --limit 10
  tuzhi query output/graph.json list relations --relation builds --columns source,target,period
  tuzhi query output/graph.json list facts --attribute investment_planned --sort target --reverse --csv")]
    List {
        /// What to list
        #[arg(value_enum, default_value_t = Sort::Entities)]
        what: Sort,
        /// Only facts of these attributes (status or 状态)
        #[arg(long = "attribute", value_name = "NAME", value_delimiter = ',', value_parser = attribute)]
        attributes: Vec<Attribute>,
        #[command(flatten)]
        sorting: Sorting,
    },
    /// Rank entities by what hangs on them
    #[command(after_help = "\
Examples:
  tuzhi query output/graph.json rank --kind enterprise
  tuzhi query output/graph.json rank --by betweenness --limit 5

--relation, --modality, --period, --document and --min-confidence decide which relations count;
--kind and --place which entities are listed.")]
    Rank {
        /// How weight is measured
        #[arg(long, value_enum, default_value_t = By::Degree)]
        by: By,
    },
    /// Part the graph into groups that hang together, each named by its centre
    #[command(after_help = "\
Examples:
  tuzhi query output/graph.json groups
  tuzhi query output/graph.json groups --kind enterprise,project --with-regions")]
    Groups {
        /// Keep the regions that report, on which nearly everything hangs
        #[arg(long)]
        with_regions: bool,
    },
    /// Tell what is said of an entity, year by year
    #[command(after_help = "\
Examples:
  tuzhi query output/graph.json timeline 云溪抽水蓄能电站")]
    Timeline {
        /// The entity
        name: String,
    },
    /// Print a table: leads (firm × project × place × amount × stage) or honours
    #[command(after_help = "\
Examples:
  tuzhi query output/graph.json table leads --lang zh
  tuzhi query output/graph.json table leads --place 石梁镇 --csv > leads.csv
  tuzhi query output/graph.json table honours --modality planned")]
    Table {
        /// Which
        #[arg(value_enum)]
        which: Which,
        #[command(flatten)]
        sorting: Sorting,
    },
    /// Answer a question in Chinese, by patterns; what is not understood is said
    #[command(after_help = "\
Examples:
  tuzhi query output/graph.json ask '松坞镇有哪些项目？'
  tuzhi query output/graph.json ask '岚芝堂药业和哪些项目有关？' --lang zh
  tuzhi query output/graph.json ask '2024年计划开工的项目有哪些？' --csv
  tuzhi query output/graph.json ask                       the patterns, with an example of each")]
    Ask {
        /// The question; the patterns are listed when not given
        question: Option<String>,
    },
}

/// What a list holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Sort {
    /// Firms, projects, places and all else that has a name
    Entities,
    /// Who does what with whom
    Relations,
    /// Dated values
    Facts,
}

/// A measure of weight.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum By {
    /// Number of relations
    Degree,
    /// PageRank, from head to tail
    Pagerank,
    /// Share of the shortest paths that pass through
    Betweenness,
}

/// A table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Which {
    /// Firms and projects: who builds what where, for how much, how far it is
    Leads,
    /// Who holds or seeks which honour
    Honours,
}

/// Which columns, in which order of rows.
#[derive(Debug, Args)]
pub struct Sorting {
    /// Sort by this column, by its name in CSV
    #[arg(long, value_name = "COLUMN")]
    pub sort: Option<String>,
    /// From the greatest down
    #[arg(long, requires = "sort")]
    pub reverse: bool,
    /// Print these columns, by their names in CSV
    #[arg(long, value_name = "COLUMN", value_delimiter = ',')]
    pub columns: Vec<String>,
}

/// Options of `sparql`.
#[derive(Debug, Args)]
pub struct Sparql {
    /// A graph file
    pub graph: PathBuf,
    /// The query, or - for standard input
    pub query: String,
    /// Print SPARQL Query Results JSON
    #[arg(long, conflicts_with = "csv")]
    pub json: bool,
    /// Print SPARQL Query Results CSV
    #[arg(long)]
    pub csv: bool,
}

/// What is let through.
#[derive(Debug, Args)]
#[command(next_help_heading = "What counts")]
pub struct Wanted {
    /// Entities of these kinds (project or 项目)
    #[arg(long = "kind", global = true, value_name = "KIND", value_delimiter = ',', value_parser = kind)]
    pub kinds: Vec<Kind>,
    /// Relations of these types (builds or 建设)
    #[arg(long = "relation", global = true, value_name = "TYPE", value_delimiter = ',', value_parser = relation)]
    pub relations: Vec<RelationType>,
    /// What speaks of any of these years (2021 or 2016-2020)
    #[arg(long, global = true, value_name = "YEARS")]
    pub period: Option<Period>,
    /// What is done, ongoing or planned
    #[arg(long = "modality", global = true, value_name = "MODALITY", value_delimiter = ',', value_parser = modality)]
    pub modalities: Vec<Modality>,
    /// What lies in this place, by relations and by division codes
    #[arg(long, global = true, value_name = "NAME")]
    pub place: Option<String>,
    /// What this report says: a part of its title or path, or its id
    #[arg(long, global = true, value_name = "REPORT")]
    pub document: Option<String>,
    /// What is as sure as this, 0 to 1: of statements with 0.9, nine in ten are right
    #[arg(long, global = true, value_name = "X", value_parser = share)]
    pub min_confidence: Option<f64>,
}

/// How answers are told.
#[derive(Debug, Args)]
#[command(next_help_heading = "How it is told")]
pub struct Telling {
    /// Print JSON
    #[arg(long, global = true, conflicts_with = "csv")]
    pub json: bool,
    /// Print comma-separated values, numbers in base units
    #[arg(long, global = true)]
    pub csv: bool,
    /// Rows at most [default: 30 for people, all for files]
    #[arg(long, global = true, value_name = "N", conflicts_with = "all")]
    pub limit: Option<usize>,
    /// Tell everything, and every sentence in full
    #[arg(long, global = true)]
    pub all: bool,
}

pub(super) fn kind(text: &str) -> Result<Kind, String> {
    named(text, Kind::ALL, |kind| Language::Zh.kind(kind))
}

fn relation(text: &str) -> Result<RelationType, String> {
    named(text, RelationType::ALL, |relation| Language::Zh.relation(relation))
}

fn attribute(text: &str) -> Result<Attribute, String> {
    named(text, Attribute::ALL, |attribute| Language::Zh.attribute(attribute))
}

fn modality(text: &str) -> Result<Modality, String> {
    named(text, Modality::ALL, |modality| Language::Zh.modality(modality))
}

/// The one that bears a name of the ontology, or its Chinese label.
fn named<T: Copy + std::str::FromStr<Err = String>>(
    text: &str,
    all: &[T],
    label: impl Fn(T) -> &'static str,
) -> Result<T, String> {
    all.iter().copied().find(|item| label(*item) == text).map_or_else(|| text.parse(), Ok)
}
