//! What answers are made of: entities by name, and statements with the place where each stands.

use serde::Serialize;

use crate::error::Result;
use crate::graph::Snapshot;
use crate::graph::file::{EvidenceRow, FactRow, ValueRow};

/// An entity as answers name it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Named {
    /// Its id.
    pub id: String,
    /// Its canonical name.
    pub name: String,
    /// Name of its kind.
    pub kind: String,
}

impl Named {
    /// The entity of a number.
    pub fn of(graph: &Snapshot, node: usize) -> Self {
        Self { id: graph.id(node).into(), name: graph.name(node).into(), kind: graph.kind(node).into() }
    }
}

/// A report as answers name it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Report {
    /// Its id.
    pub id: String,
    /// Its title, or its path where it has none.
    pub title: String,
    /// The day it was given, or less where less is known.
    pub date: Option<String>,
    /// The path of its file.
    pub path: String,
}

impl Report {
    /// The report at a place of [`Snapshot::documents`].
    pub fn at(graph: &Snapshot, place: usize) -> Self {
        let row = &graph.documents()[place];
        let title = row.title.clone().unwrap_or_else(|| row.path.clone());
        Self { id: row.id.clone(), title, date: row.date.clone(), path: row.path.clone() }
    }
}

/// A place in a report that says something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Citation {
    /// Id of the report.
    pub document: String,
    /// Its title.
    pub title: Option<String>,
    /// The day it was given, or less where less is known.
    pub date: Option<String>,
    /// The path of its file.
    pub path: String,
    /// First byte in the clean text.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// The same in the bytes of the file, `[start, end]`.
    pub raw: [usize; 2],
    /// The words on one line; none where the graph carries no sentences.
    pub quote: Option<String>,
}

impl Citation {
    fn of(graph: &Snapshot, row: EvidenceRow) -> Self {
        let document = graph.document(&row.document);
        Self {
            title: document.and_then(|document| document.title.clone()),
            date: document.and_then(|document| document.date.clone()),
            path: document.map_or_else(|| row.document.clone(), |document| document.path.clone()),
            document: row.document,
            start: row.start,
            end: row.end,
            raw: row.raw,
            quote: row.quote.map(|quote| on_one_line(&quote)),
        }
    }
}

/// Words with every run of blanks and line breaks as one blank.
fn on_one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A relation with its sentences.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Claim {
    /// The head.
    pub source: Named,
    /// Name of the relation type.
    pub relation: String,
    /// The tail.
    pub target: Named,
    /// Done, ongoing or planned.
    pub modality: String,
    /// The years it speaks of.
    pub period: Option<String>,
    /// Whether the text denies it.
    #[serde(skip_serializing_if = "is_false")]
    pub denied: bool,
    /// Offices on `leads`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub titles: Vec<String>,
    /// How sure, 0 to 1.
    pub confidence: f64,
    /// The rule that found it.
    pub rule: String,
    /// Tells parallel relations of the same ends apart.
    pub key: String,
    /// Where it is said, in the order of reports and places.
    pub evidence: Vec<Citation>,
}

fn is_false(flag: &bool) -> bool {
    !flag
}

impl Claim {
    /// The relation of a number.
    ///
    /// # Errors
    /// Those of [`Snapshot::edge`].
    pub fn of(graph: &Snapshot, edge: usize) -> Result<Self> {
        let row = graph.edge(edge)?;
        let (source, target) = graph.ends(edge);
        Ok(Self {
            source: Named::of(graph, source),
            relation: row.kind,
            target: Named::of(graph, target),
            modality: row.modality,
            period: row.period,
            denied: !row.polarity,
            titles: row.titles,
            confidence: row.confidence,
            rule: row.rule,
            key: row.key,
            evidence: row.evidence.into_iter().map(|row| Citation::of(graph, row)).collect(),
        })
    }
}

/// A fact with its sentences.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Statement {
    /// What it is said of.
    pub entity: Named,
    /// Name of the attribute.
    pub attribute: String,
    /// The value in base units.
    pub value: ValueRow,
    /// Its unit.
    pub unit: Option<String>,
    /// `at_least`, `at_most` or `about`; none for exact values.
    pub bound: Option<String>,
    /// The words of the text that give the value.
    pub raw: String,
    /// The series that a figure of a region belongs to.
    pub indicator: Option<String>,
    /// Done, ongoing or planned.
    pub modality: String,
    /// The years it speaks of.
    pub period: Option<String>,
    /// How sure, 0 to 1.
    pub confidence: f64,
    /// The rule that found it.
    pub rule: String,
    /// Where it is said, in the order of reports and places.
    pub evidence: Vec<Citation>,
}

impl Statement {
    /// A fact of an entity.
    pub fn of(graph: &Snapshot, node: usize, row: FactRow) -> Self {
        Self {
            entity: Named::of(graph, node),
            attribute: row.attribute,
            value: row.value,
            unit: row.unit,
            bound: row.bound,
            raw: row.raw,
            indicator: row.indicator,
            modality: row.modality,
            period: row.period,
            confidence: row.confidence,
            rule: row.rule,
            evidence: row.evidence.into_iter().map(|row| Citation::of(graph, row)).collect(),
        }
    }
}
