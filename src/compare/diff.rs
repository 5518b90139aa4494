//! What two graphs do not share: entities and relations that are new, gone, or told otherwise.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use serde::Serialize;

use crate::graph::KnowledgeGraph;
use crate::graph::file::{EdgeRow, FactRow, NodeRow, ValueRow};
use crate::query::Named;

/// How one of two graphs stands to the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// Only the second graph has it.
    New,
    /// Only the first graph has it.
    Gone,
    /// Both have it and tell it otherwise.
    Changed,
}

/// What two graphs do not share, in the order of ids.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Diff {
    /// Entities by id.
    pub entities: Vec<EntityChange>,
    /// Relations by head, tail and type.
    pub relations: Vec<RelationChange>,
}

/// An entity that the graphs do not share.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct EntityChange {
    /// How it changed.
    pub change: Change,
    /// The entity; as the second graph names it where both have it.
    pub entity: Named,
    /// What both tell otherwise; empty for new and gone ones.
    pub details: Vec<Detail>,
}

/// Something that is told otherwise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Detail {
    /// What it is: `name`, `alias`, `attribute` or `fact` of an entity, `statement` of a relation.
    pub what: &'static str,
    /// As the first graph has it; none where it is new.
    pub before: Option<String>,
    /// As the second graph has it; none where it is gone.
    pub after: Option<String>,
}

/// A relation that the graphs do not share: all statements of one type between two entities together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RelationChange {
    /// How it changed: new and gone where one graph has no statement of it at all.
    pub change: Change,
    /// The head.
    pub source: Named,
    /// Name of the relation type.
    pub relation: String,
    /// The tail.
    pub target: Named,
    /// Statements (`planned 2024`) that only one graph has. A statement that is gone and one that is new
    /// stand on one line where there is one of each: the modality or the years have changed.
    pub details: Vec<Detail>,
}

/// What `after` has, lacks or tells otherwise than `before`. Where evidence stands and how sure it is are no
/// differences: the same said in one more report is the same.
pub fn diff(before: &KnowledgeGraph, after: &KnowledgeGraph) -> Diff {
    Diff { entities: entities(before, after), relations: relations(before, after) }
}

fn entities(before: &KnowledgeGraph, after: &KnowledgeGraph) -> Vec<EntityChange> {
    let ids: BTreeSet<&str> = before.nodes().chain(after.nodes()).map(|node| node.id.as_str()).collect();
    let change = |id: &str| {
        let (node, change, details) = match (before.node(id), after.node(id)) {
            (None, Some(node)) => (node, Change::New, Vec::new()),
            (Some(node), None) => (node, Change::Gone, Vec::new()),
            (Some(old), Some(new)) => (new, Change::Changed, details(old, new)),
            (None, None) => return None,
        };
        let told = change != Change::Changed || !details.is_empty();
        told.then(|| EntityChange { change, entity: named(node), details })
    };
    ids.into_iter().filter_map(change).collect()
}

fn named(node: &NodeRow) -> Named {
    Named { id: node.id.clone(), name: node.name.clone(), kind: node.kind.clone() }
}

/// What two rows of one entity tell otherwise.
fn details(old: &NodeRow, new: &NodeRow) -> Vec<Detail> {
    let mut details = Vec::new();
    if old.name != new.name {
        details.push(Detail { what: "name", before: Some(old.name.clone()), after: Some(new.name.clone()) });
    }
    let names = |node: &NodeRow| node.aliases.iter().filter(|alias| **alias != node.name).cloned().collect();
    details.extend(one_sided("alias", &names(old), &names(new)));
    for (what, before, after) in
        [("code", &old.attributes.code, &new.attributes.code), ("level", &old.attributes.level, &new.attributes.level)]
    {
        if before != after {
            let told = |value: &Option<String>| value.as_ref().map(|value| format!("{what} {value}"));
            details.push(Detail { what: "attribute", before: told(before), after: told(after) });
        }
    }
    let facts = |node: &NodeRow| node.facts.iter().map(fact_words).collect();
    details.extend(one_sided("fact", &facts(old), &facts(new)));
    details
}

/// A fact on one line: what, how much, of which years, how it stands.
fn fact_words(fact: &FactRow) -> String {
    let mut words = String::new();
    for part in [fact.indicator.as_deref(), Some(fact.attribute.as_str())].into_iter().flatten() {
        words += part;
        words.push(' ');
    }
    let bound = match fact.bound.as_deref() {
        Some("at_least") => "≥",
        Some("at_most") => "≤",
        Some("about") => "≈",
        _ => "",
    };
    let unit = fact.unit.as_deref().unwrap_or("");
    match &fact.value {
        ValueRow::Number(value) => write!(words, "{bound}{value}{unit}").expect("a string takes all"),
        ValueRow::Text(value) => words += value,
    }
    for part in [fact.period.as_deref(), Some(fact.modality.as_str())].into_iter().flatten() {
        words.push(' ');
        words += part;
    }
    words
}

/// What only one of two sets has; on one line where each has one.
fn one_sided(what: &'static str, old: &BTreeSet<String>, new: &BTreeSet<String>) -> Vec<Detail> {
    let gone: Vec<&String> = old.difference(new).collect();
    let come: Vec<&String> = new.difference(old).collect();
    if let ([before], [after]) = (&gone[..], &come[..]) {
        return vec![Detail { what, before: Some((*before).clone()), after: Some((*after).clone()) }];
    }
    let gone = gone.into_iter().map(|before| Detail { what, before: Some(before.clone()), after: None });
    let come = come.into_iter().map(|after| Detail { what, before: None, after: Some(after.clone()) });
    gone.chain(come).collect()
}

/// Statements by head, tail and type.
type Statements<'g> = BTreeMap<(&'g str, &'g str, &'g str), BTreeSet<String>>;

fn statements(graph: &KnowledgeGraph) -> Statements<'_> {
    let mut found = Statements::new();
    for edge in graph.edges() {
        let key = (edge.source.as_str(), edge.target.as_str(), edge.kind.as_str());
        found.entry(key).or_default().insert(statement_words(edge));
    }
    found
}

fn statement_words(edge: &EdgeRow) -> String {
    let denied = if edge.polarity { "" } else { "not " };
    let titles = edge.titles.join("、");
    let parts = [Some(format!("{denied}{}", edge.modality)), edge.period.clone(), Some(titles)];
    parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

fn relations(before: &KnowledgeGraph, after: &KnowledgeGraph) -> Vec<RelationChange> {
    let (old, new) = (statements(before), statements(after));
    let keys: BTreeSet<_> = old.keys().chain(new.keys()).copied().collect();
    let none = BTreeSet::new();
    let change = |(source, target, relation): (&str, &str, &str)| {
        let key = (source, target, relation);
        let (had, has) = (old.get(&key).unwrap_or(&none), new.get(&key).unwrap_or(&none));
        if had == has {
            return None;
        }
        let change = match (had.is_empty(), has.is_empty()) {
            (true, _) => Change::New,
            (_, true) => Change::Gone,
            _ => Change::Changed,
        };
        let end = |id: &str| after.node(id).or_else(|| before.node(id)).map(named);
        let details = one_sided("statement", had, has);
        Some(RelationChange { change, source: end(source)?, relation: relation.into(), target: end(target)?, details })
    };
    keys.into_iter().filter_map(change).collect()
}

impl Change {
    /// Its name in files.
    pub fn name(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Gone => "gone",
            Self::Changed => "changed",
        }
    }
}
