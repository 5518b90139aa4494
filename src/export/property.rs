//! A graph as tables of typed cells: what property-graph databases, spreadsheets and columnar
//! files have in common.
//!
//! Entities, facts and reports are nodes; relations, and the edges that tie facts and reports
//! to entities, are edges. Evidence stands in parallel lists beside the relation or fact
//! (`documents[i]`, `starts[i]`, `ends[i]`, `quotes[i]` are one place).

use sha2::{Digest, Sha256};

use crate::graph::KnowledgeGraph;
use crate::graph::file::{DocumentRow, EdgeRow, EvidenceRow, FactRow, NodeRow, ValueRow};
use crate::model::Period;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// Text.
    Text,
    /// A double.
    Number,
    /// A 64-bit integer.
    Integer,
    /// Yes or no.
    Flag,
    /// Texts, none of them missing.
    Texts,
    /// 64-bit integers, none of them missing.
    Integers,
}

/// A value, of the sort of its column, or none.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell<'g> {
    /// Unknown.
    Null,
    /// Text.
    Text(&'g str),
    /// Text that was made for the table.
    Made(String),
    /// A double.
    Number(f64),
    /// An integer.
    Integer(i64),
    /// Yes or no.
    Flag(bool),
    /// Texts.
    Texts(Vec<&'g str>),
    /// Integers.
    Integers(Vec<i64>),
}

/// A column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// Its name.
    pub name: &'static str,
    /// What it holds.
    pub sort: Sort,
}

const fn text(name: &'static str) -> Column {
    Column { name, sort: Sort::Text }
}

const fn number(name: &'static str) -> Column {
    Column { name, sort: Sort::Number }
}

const fn integer(name: &'static str) -> Column {
    Column { name, sort: Sort::Integer }
}

const fn texts(name: &'static str) -> Column {
    Column { name, sort: Sort::Texts }
}

const fn integers(name: &'static str) -> Column {
    Column { name, sort: Sort::Integers }
}

/// Columns of reports. The first is the id.
pub const DOCUMENT: &[Column] = &[
    text("id"),
    text("title"),
    text("region"),
    text("date"),
    text("speaker"),
    text("reviews"),
    text("plans"),
    text("path"),
    text("sha256"),
    text("encoding"),
];

/// Columns of entities. The first is the id.
pub const ENTITY: &[Column] = &[
    text("id"),
    text("name"),
    text("kind"),
    texts("aliases"),
    text("code"),
    text("level"),
    texts("within"),
    number("confidence"),
    text("rule"),
];

/// Columns of facts. The first is the id, the second that of the bearer.
pub const FACT: &[Column] = &[
    text("id"),
    text("entity"),
    text("attribute"),
    text("value"),
    number("number"),
    text("unit"),
    text("bound"),
    text("raw"),
    text("indicator"),
    text("modality"),
    text("period"),
    integer("first_year"),
    integer("last_year"),
    number("confidence"),
    text("rule"),
];

/// Columns of relations. The first is the id, then the ids of both ends.
pub const RELATION: &[Column] = &[
    text("id"),
    text("source"),
    text("target"),
    text("type"),
    text("modality"),
    text("period"),
    integer("first_year"),
    integer("last_year"),
    Column { name: "polarity", sort: Sort::Flag },
    texts("titles"),
    number("confidence"),
    text("rule"),
];

/// The column of sentences.
pub const QUOTES: &str = "quotes";

/// Columns of evidence, behind those of a fact or relation.
pub const EVIDENCE: &[Column] = &[texts("documents"), integers("starts"), integers("ends"), texts(QUOTES)];

/// A report as a row of [`DOCUMENT`].
pub fn document(row: &DocumentRow) -> Vec<Cell<'_>> {
    vec![
        Cell::Text(&row.id),
        optional(row.title.as_deref()),
        optional(row.region.as_deref()),
        optional(row.date.as_deref()),
        optional(row.speaker.as_deref()),
        optional(row.reviews.as_deref()),
        optional(row.plans.as_deref()),
        Cell::Text(&row.path),
        Cell::Text(&row.sha256),
        Cell::Text(&row.encoding),
    ]
}

/// An entity as a row of [`ENTITY`].
pub fn entity(row: &NodeRow) -> Vec<Cell<'_>> {
    let attributes = &row.attributes;
    vec![
        Cell::Text(&row.id),
        Cell::Text(&row.name),
        Cell::Text(&row.kind),
        list(&row.aliases),
        optional(attributes.code.as_deref()),
        optional(attributes.level.as_deref()),
        list(&attributes.within),
        attributes.confidence.map_or(Cell::Null, Cell::Number),
        optional(attributes.rule.as_deref()),
    ]
}

/// A fact of an entity as a row of [`FACT`].
pub fn fact<'g>(bearer: &'g NodeRow, row: &'g FactRow) -> Vec<Cell<'g>> {
    let (first, last) = years(row.period.as_deref());
    let (value, number) = match &row.value {
        ValueRow::Number(number) => (Cell::Made(number.to_string()), Cell::Number(*number)),
        ValueRow::Text(text) => (Cell::Text(text), Cell::Null),
    };
    vec![
        Cell::Made(fact_id(bearer, row)),
        Cell::Text(&bearer.id),
        Cell::Text(&row.attribute),
        value,
        number,
        optional(row.unit.as_deref()),
        optional(row.bound.as_deref()),
        Cell::Text(&row.raw),
        optional(row.indicator.as_deref()),
        Cell::Text(&row.modality),
        optional(row.period.as_deref()),
        first,
        last,
        Cell::Number(row.confidence),
        Cell::Text(&row.rule),
    ]
}

/// A relation as a row of [`RELATION`].
pub fn relation(row: &EdgeRow) -> Vec<Cell<'_>> {
    let (first, last) = years(row.period.as_deref());
    vec![
        Cell::Made(relation_id(row)),
        Cell::Text(&row.source),
        Cell::Text(&row.target),
        Cell::Text(&row.kind),
        Cell::Text(&row.modality),
        optional(row.period.as_deref()),
        first,
        last,
        Cell::Flag(row.polarity),
        list(&row.titles),
        Cell::Number(row.confidence),
        Cell::Text(&row.rule),
    ]
}

/// Evidence as cells of [`EVIDENCE`]; no quotes where they are not wanted.
pub fn evidence(rows: &[EvidenceRow], quotes: bool) -> Vec<Cell<'_>> {
    let quote = |row: &'_ EvidenceRow| row.quote.as_deref().is_some();
    let quotes = quotes && rows.iter().all(quote);
    vec![
        Cell::Texts(rows.iter().map(|row| row.document.as_str()).collect()),
        Cell::Integers(rows.iter().map(|row| place(row.start)).collect()),
        Cell::Integers(rows.iter().map(|row| place(row.end)).collect()),
        Cell::Texts(rows.iter().filter_map(|row| row.quote.as_deref().filter(|_| quotes)).collect()),
    ]
}

/// All facts, each behind its bearer.
pub fn facts(graph: &KnowledgeGraph) -> impl Iterator<Item = (&NodeRow, &FactRow)> {
    graph.nodes().flat_map(|node| node.facts.iter().map(move |fact| (node, fact)))
}

/// In which reports each entity is named, and how often: entity, report, number of places.
pub fn namings(graph: &KnowledgeGraph) -> impl Iterator<Item = (&str, &str, i64)> {
    graph.nodes().flat_map(|node| {
        // Mentions are sorted, by document first.
        node.mentions
            .chunk_by(|a, b| a.document == b.document)
            .map(|group| (node.id.as_str(), group[0].document.as_str(), place(group.len())))
    })
}

/// The id of a relation: the same for the same ends, type, modality, period and polarity.
pub fn relation_id(row: &EdgeRow) -> String {
    digest("relation", &[&row.source, &row.target, &row.key])
}

/// The id of a fact: the same for the same bearer and statement.
pub fn fact_id(bearer: &NodeRow, row: &FactRow) -> String {
    let value = match &row.value {
        ValueRow::Number(number) => format!("number {number}"),
        ValueRow::Text(text) => format!("text {text}"),
    };
    let known = |part: &Option<String>| part.as_deref().map_or(String::new(), |part| format!("={part}"));
    let parts = [&row.unit, &row.bound, &row.indicator, &row.period].map(known);
    let [unit, bound, indicator, period] = &parts;
    digest("fact", &[&bearer.id, &row.attribute, &value, unit, bound, indicator, period, &row.modality, &row.raw])
}

/// The id of the edge from an entity to a report that names it.
pub fn naming_id(entity: &str, document: &str) -> String {
    digest("naming", &[entity, document])
}

/// Sixteen hexadecimal digits that stand for the parts, behind a word that says what they are of.
fn digest(what: &str, parts: &[&str]) -> String {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update((part.len() as u64).to_le_bytes());
        hash.update(part);
    }
    let digits: String = hash.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    format!("{what}:{digits}")
}

/// First and last year of a period, where it is one.
fn years<'g>(period: Option<&str>) -> (Cell<'g>, Cell<'g>) {
    match period.and_then(|period| period.parse::<Period>().ok()) {
        Some(Period { first, last }) => (Cell::Integer(first.into()), Cell::Integer(last.into())),
        None => (Cell::Null, Cell::Null),
    }
}

fn optional(text: Option<&str>) -> Cell<'_> {
    text.map_or(Cell::Null, Cell::Text)
}

fn list(texts: &[String]) -> Cell<'_> {
    Cell::Texts(texts.iter().map(String::as_str).collect())
}

/// A byte offset or count, which no file makes larger than this.
fn place(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
