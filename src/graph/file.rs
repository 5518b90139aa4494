//! The rows of records and graph files: node-link JSON as networkx reads it (`edges`).
//!
//! The rows are apart from the model so that the file format does not freeze the insides.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// Version of the graph file.
pub const SCHEMA: &str = "tuzhi/1";

/// Version of a record line.
pub const RECORD_SCHEMA: &str = "tuzhi-record/1";

/// What one report gives: a line of `tuzhi extract`, and what `tuzhi merge` takes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Record {
    /// [`RECORD_SCHEMA`].
    pub schema: String,
    /// The report.
    pub document: DocumentRow,
    /// Its entities, sorted by id.
    pub nodes: Vec<NodeRow>,
    /// Its relations, sorted by source, target and key.
    pub edges: Vec<EdgeRow>,
}

/// Version of an error line.
pub const ERROR_SCHEMA: &str = "tuzhi-error/1";

/// A report that gave no record: a line of `tuzhi extract --jsonl` in place of the record.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct ErrorRecord {
    /// [`ERROR_SCHEMA`].
    pub schema: String,
    /// The report as it was named.
    pub path: String,
    /// What is wrong with it, and what to do.
    pub error: String,
}

/// A graph file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct GraphFile {
    /// Always true.
    pub directed: bool,
    /// Always true.
    pub multigraph: bool,
    /// Schema and documents.
    pub graph: GraphHead,
    /// Entities, sorted by id.
    pub nodes: Vec<NodeRow>,
    /// Relations, sorted by source, target and key.
    pub edges: Vec<EdgeRow>,
}

/// The head of a graph file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct GraphHead {
    /// [`SCHEMA`].
    pub schema: String,
    /// The reports, sorted by id.
    pub documents: Vec<DocumentRow>,
}

/// A report.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DocumentRow {
    /// First 16 hexadecimal digits of the SHA-256 of the file's bytes.
    pub id: String,
    /// Title as written.
    pub title: Option<String>,
    /// Id of the node of the reporting region.
    pub region: Option<String>,
    /// Day it was given, `2021-01-05`, or less where less is known.
    pub date: Option<String>,
    /// Who gave it.
    pub speaker: Option<String>,
    /// Years looked back on (`2020`, `2016-2020`).
    pub reviews: Option<String>,
    /// Years planned.
    pub plans: Option<String>,
    /// Path as it was named.
    pub path: String,
    /// SHA-256 of the file's bytes.
    pub sha256: String,
    /// Encoding it was read with.
    pub encoding: String,
    /// Number of repairs by sort; sorts with none are left out.
    pub repairs: BTreeMap<String, usize>,
    /// Lists that say how many things they name, in the order of the text.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lists: Vec<ListRow>,
}

/// A list that says how many things it names: `茂林、启明、恒泽等7户企业`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ListRow {
    /// The words that are counted.
    pub noun: String,
    /// How many there are by the text.
    pub count: usize,
    /// Ids of those it names.
    pub named: Vec<String>,
    /// How many it counts and does not name; none where it names more than it counts.
    pub unnamed: Option<usize>,
    /// First byte in the clean text.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

/// An entity.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct NodeRow {
    /// Kind, canonical name and scope: `site:民主小学@220502`.
    pub id: String,
    /// Name of the kind.
    pub kind: String,
    /// Canonical name.
    pub name: String,
    /// Other names, sorted.
    pub aliases: Vec<String>,
    /// What else is known.
    pub attributes: NodeAttributes,
    /// Dated values, sorted.
    pub facts: Vec<FactRow>,
    /// Where it is named, sorted.
    pub mentions: Vec<MentionRow>,
}

/// What else is known of an entity.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct NodeAttributes {
    /// Official division code.
    pub code: Option<String>,
    /// Level of a region or town.
    pub level: Option<String>,
    /// Names of the divisions that it lies in, nearest first (`通化市`, `吉林省`).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub within: Vec<String>,
    /// Names and codes that the division had before, the oldest first, whatever the reports call it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub former: Vec<FormerRow>,
    /// The rule that found it first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rule: Option<String>,
    /// How sure, 0 to 1, two decimals.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confidence: Option<f64>,
    /// Why its names were merged.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reasons: Vec<String>,
}

/// A name that a division had, from the tables of divisions. Years are known from 2000 on.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct FormerRow {
    /// Last year.
    pub to: Option<u16>,
    /// First year; none before 2000.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<u16>,
    /// The name.
    pub name: String,
    /// Its code then.
    pub code: String,
}

/// A number or words.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum ValueRow {
    /// A number in the fact's unit.
    Number(f64),
    /// A status, range or ratio.
    Text(String),
}

/// A dated value.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FactRow {
    /// Name of the attribute.
    pub attribute: String,
    /// Value in base units.
    pub value: ValueRow,
    /// Base unit; none for words.
    pub unit: Option<String>,
    /// `at_least`, `at_most`, `about`; left out when exact.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bound: Option<String>,
    /// Words of the text.
    pub raw: String,
    /// Years.
    pub period: Option<String>,
    /// Done, ongoing or planned.
    pub modality: String,
    /// Name of the series.
    pub indicator: Option<String>,
    /// How sure, 0 to 1, two decimals.
    pub confidence: f64,
    /// The rule that found it.
    pub rule: String,
    /// Where it is said, sorted.
    pub evidence: Vec<EvidenceRow>,
}

/// Where an entity is named: bytes of the clean text.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct MentionRow {
    /// Id of the report.
    pub document: String,
    /// First byte in the clean text.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

/// Where something is said.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct EvidenceRow {
    /// Id of the report.
    pub document: String,
    /// First byte in the clean text.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// The same in the bytes of the file, `[start, end]`.
    pub raw: [usize; 2],
    /// The words; left out with `--quotes none`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quote: Option<String>,
}

/// A relation. One row for each source, target, type, modality, period and polarity; all
/// sentences that say so are its evidence.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EdgeRow {
    /// Id of the head.
    pub source: String,
    /// Id of the tail.
    pub target: String,
    /// Tells parallel edges apart: `type|modality|period`, with `|not` where denied.
    pub key: String,
    /// Name of the relation type.
    #[serde(rename = "type")]
    pub kind: String,
    /// Done, ongoing or planned.
    pub modality: String,
    /// Years.
    pub period: Option<String>,
    /// False where the text denies it.
    #[serde(default = "yes", skip_serializing_if = "is_true")]
    pub polarity: bool,
    /// Words of the text that belong to the edge: offices on `leads`, sorted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub titles: Vec<String>,
    /// How sure, 0 to 1, two decimals: the best of its evidences.
    pub confidence: f64,
    /// The rule of the surest evidence.
    pub rule: String,
    /// Where it is said, sorted.
    pub evidence: Vec<EvidenceRow>,
}

fn yes() -> bool {
    true
}

fn is_true(flag: &bool) -> bool {
    *flag
}
