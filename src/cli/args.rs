//! What can be typed: commands, options, help texts.

mod certainty;
mod check;
mod compare;
mod draw;
mod explain;
mod manual;
mod query;
mod reports;
mod serve;
mod store;
mod targets;

use clap::{Parser, Subcommand, ValueEnum};
use tuzhi::ontology::Language;

pub use certainty::Certainty;
pub use check::{Eval, Verify};
pub use compare::{Diff, Ledger, Series, TotalsBy};
pub use draw::{Chart, Draw, Layout as DrawLayout};
pub use explain::{Gaps, Rules, RulesCommand, Why};
pub use manual::{Completions, Man};
pub use query::{By, Query, Question, Sort, Sorting, Sparql, Telling, Wanted, Which};
pub use reports::{Build, Extract, Format, GraphOutput, Inspect, Merge, Quotes, Restore, Stage};
pub use serve::{Mcp, Serve};
pub use store::{Add, Graph, Remove, Status};
pub use targets::{EdgesKey, Export, Load, Target};

/// tuzhi 图志: knowledge graphs from the work reports of Chinese governments.
///
/// Offline and deterministic: the same bytes in give the same bytes out, and every edge
/// carries the sentence that says so.
#[derive(Debug, Parser)]
#[command(name = "tuzhi", version, max_term_width = 100, after_help = EXAMPLES)]
pub struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
    /// Language of messages, tables and pictures
    #[arg(long, global = true, value_enum, default_value_t = Lang::En)]
    pub lang: Lang,
}

const EXAMPLES: &str = "\
Examples:
  tuzhi build report.txt                    graph.json, graph.dot, graph.svg in output/
  tuzhi build reports/ -o county --lang zh  a folder of reports, one graph, Chinese summary
  tuzhi query output/graph.json 恒泽制药      all that is known of a firm, with the sentences
  tuzhi restore scraped.txt > clean.txt     only mend the text
  tuzhi extract reports/ | tuzhi merge - -o all";

/// Language of what people read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Lang {
    /// English
    En,
    /// Chinese
    Zh,
}

impl From<Lang> for Language {
    fn from(lang: Lang) -> Self {
        match lang {
            Lang::En => Self::En,
            Lang::Zh => Self::Zh,
        }
    }
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Read reports and write their graph
    #[command(after_help = "\
Examples:
  tuzhi build report.txt
  tuzhi build 2020.txt 2021.txt reports/ -o county --formats json,svg
  curl -s https://example.org/report.txt | tuzhi build -")]
    Build(Build),
    /// Read reports and print one record for each, as JSON Lines
    #[command(after_help = "\
Examples:
  tuzhi extract reports/ > records.jsonl
  tuzhi extract a.txt b.txt --threads 1 | tuzhi merge - -o both")]
    Extract(Extract),
    /// Put records together into one graph
    #[command(after_help = "\
Examples:
  tuzhi merge records.jsonl -o all
  tuzhi extract reports/ | tuzhi merge - -o all
  tuzhi merge 2023/graph.json 2024/graph.json -o both    graphs are merged as well

The order of the records makes no difference, nor do repeated ones.")]
    Merge(Merge),
    /// Add reports to a store, a file that keeps what was read of many
    #[command(after_help = store::ADD)]
    Add(Add),
    /// Take reports out of a store
    #[command(after_help = store::REMOVE)]
    Remove(Remove),
    /// Tell what a store has, and which of its files have changed or gone
    #[command(after_help = store::STATUS)]
    Status(Status),
    /// Write the graph of a store
    #[command(after_help = store::GRAPH)]
    Graph(Graph),
    /// Print the clean text of a damaged report, or what was mended in it
    #[command(after_help = "\
Examples:
  tuzhi restore scraped.txt > clean.txt
  tuzhi restore scraped.txt --report > repairs.tsv

Columns of the report: start and end (bytes of the file), before, after, repair, confidence.")]
    Restore(Restore),
    /// Show what a stage makes of a report
    #[command(after_help = "\
Examples:
  tuzhi inspect report.txt --stage outline
  tuzhi inspect report.txt --stage relations | grep 落户")]
    Inspect(Inspect),
    /// Tell what a graph knows of something, or answer a question about it, each with its sentence
    #[command(after_help = "\
Examples:
  tuzhi query output/graph.json 岚芝堂药业
  tuzhi query output/graph.json 岚芝 --lang zh    a part of a name is enough
  tuzhi query output/graph.json lztyy            its initials, or its pinyin
  tuzhi query output/graph.json path 岚芝堂 星槎科技 --json")]
    Query(Query),
    /// Tell what became of what was promised: each undertaking against the reports of the next years
    #[command(after_help = "\
Examples:
  tuzhi ledger all/graph.json --region 云溪县
  tuzhi ledger all/graph.json --region 云溪县 --planned 2021 --outcome gone,missed --lang zh
  tuzhi ledger all/graph.json --region 云溪县 --csv > ledger.csv
  tuzhi ledger all/graph.json --region 云溪县 -o ledger.html --lang zh     a page with filters
  tuzhi ledger all/graph.json --totals department

The reports are read again where their files are at hand; without them only sentences of the graph are searched.")]
    Ledger(Ledger),
    /// Tell figures over years and places, and where two do not agree
    #[command(after_help = "\
Examples:
  tuzhi series all/graph.json --region 云溪县
  tuzhi series all/graph.json --indicator 生产总值 --measure growth --lang zh     places side by side
  tuzhi series all/graph.json --indicator 社会消费品零售总额 --csv > retail.csv    one row for each figure told")]
    Series(Series),
    /// Tell what is new, gone or told otherwise in the second of two graphs
    #[command(after_help = "\
Examples:
  tuzhi diff 2023/graph.json 2024/graph.json
  tuzhi diff old.json new.json --kind project,enterprise --change new --csv > new.csv

Ids are made of kind, name and scope, so that graphs of other days and machines can be compared.")]
    Diff(Diff),
    /// Ask a graph in SPARQL; needs the feature sparql
    #[command(after_help = "\
Examples:
  tuzhi sparql output/graph.json 'SELECT ?firm ?project { ?f tz:builds ?p . ?f rdfs:label ?firm . ?p rdfs:label ?project }'
  tuzhi sparql output/graph.json 'ASK { entity:region:云溪县 a tz:Region }' --json
  tuzhi sparql output/graph.json - < query.rq --csv

The RDF is what tuzhi export --format nquads writes; the prefixes tz, entity, rdf, rdfs, skos and xsd are known.")]
    Sparql(Sparql),
    /// Write a graph in the format of another tool
    #[command(after_help = "\
Examples:
  tuzhi export output/graph.json --format gexf -o graph.gexf       for Gephi
  tuzhi export output/graph.json --format cypher --lang zh > graph.cypher
  tuzhi export output/graph.json --format csv -o tables            for spreadsheets
  tuzhi export output/graph.json --format html -o graph.html       a page that needs no network

neo4j-csv, ladybug, csv and parquet are folders of files. --lang chooses the language of labels,
and of edge types in property graphs and RDF.")]
    Export(Export),
    /// Draw a graph, or what lies around a thing, as SVG, PNG or PDF
    #[command(after_help = "\
Examples:
  tuzhi draw output/graph.json -o report.svg
  tuzhi draw output/graph.json --focus 恒泽制药 --depth 2 -o firm.png --lang zh
  tuzhi draw output/graph.json --chart timeline -o projects.svg
  tuzhi draw all/graph.json --chart indicators --focus 云溪县 -o figures.svg
  tuzhi draw output/graph.json --layout force --kinds enterprise,project,town -o firms.svg --theme print

The edges of a reporting region are folded, or all others would be hidden behind them. Names that find no
room are left out; how many is told at the foot of the picture.")]
    Draw(Draw),
    /// Tell why a graph says so: rule, words, sides, reasons, and what was decided against
    #[command(after_help = "\
Examples:
  tuzhi why output/graph.json 恒泽制药              each mention, other names, what lost against them
  tuzhi why output/graph.json 恒泽制药 云溪县 --lang zh   the edge between two: cue, sides, modality
  tuzhi why output/graph.json 老旧小区              why something is not in the graph

The decisions are made once more from the reports; without them only what the graph keeps is told.")]
    Why(Why),
    /// List clauses that say something (落户, 竣工, 入选 …) and gave neither edge nor fact
    #[command(after_help = "\
Examples:
  tuzhi gaps reports/                 by cue, the most frequent first, each with file and line
  tuzhi gaps report.txt --json | jq -r 'select(.missing == \"name\") | .clause'")]
    Gaps(Gaps),
    /// Tell in words what the rules do
    Rules(Rules),
    /// Serve a graph: the page, an API, and tools for agents
    #[command(after_help = "\
Examples:
  tuzhi serve output/graph.json                       http://127.0.0.1:7878/
  TUZHI_TOKEN=… tuzhi serve all.tuzhi --addr 0.0.0.0:7878 --host graph.example.org

The page is at /, the API under /api/ (described by /api/openapi.json), MCP at /mcp. Ends with Ctrl-C.")]
    Serve(Serve),
    /// Answer an agent about a graph, by MCP over standard input and output
    #[command(after_help = "\
Example, in the settings of an agent:
  { \"mcpServers\": { \"tuzhi\": { \"command\": \"tuzhi\", \"args\": [\"mcp\", \"/path/to/graph.json\"] } } }")]
    Mcp(Mcp),
    /// Load a graph into a database
    #[command(after_help = "\
Examples:
  tuzhi load output/graph.json --to bolt://localhost:7687/neo4j
  tuzhi load output/graph.json --to falkor://localhost:6379/county --lang zh
  tuzhi load output/graph.json --to sparql+http://localhost:7878 --source yunxi --prune
  tuzhi load output/graph.json --to ladybug:files          files and the command that reads them
  tuzhi load output/graph.json --to neo4j-admin:files

User and password come from TUZHI_USER and TUZHI_PASSWORD; a password that is missing is asked for.
Loading the same graph again changes nothing; what was cut off is completed by the same command.")]
    Load(Load),
    /// Re-read every evidence of a graph from the original files
    #[command(after_help = "\
Examples:
  tuzhi verify output/graph.json
  tuzhi verify graph.json --root ~/reports    the files have moved there")]
    Verify(Verify),
    /// Score a graph, or what is found in a report, against an annotation
    #[command(after_help = "\
Examples:
  tuzhi eval output/graph.json report.gold.json
  tuzhi eval report.txt report.gold.json --misses
  tuzhi eval report.txt report.gold.json --oracle    relations and facts from the annotated entities")]
    Eval(Eval),
    /// Tell what is here, what is missing, and what to do about it
    Doctor,
    /// Print the completion script of a shell
    #[command(after_help = "\
Examples:
  tuzhi completions bash > ~/.local/share/bash-completion/completions/tuzhi
  tuzhi completions zsh > ~/.zfunc/_tuzhi
  tuzhi completions fish > ~/.config/fish/completions/tuzhi.fish")]
    Completions(Completions),
    /// Write the manual's pages
    #[command(after_help = "\
Example:
  tuzhi man -o ~/.local/share/man/man1 && man tuzhi-query")]
    Man(Man),
}
