//! Rows that say the same thing become one: the laws of merging, row by row.
//!
//! Every choice between two rows is the maximum or minimum under a total order, and every
//! list is a set, so that folding is commutative, associative and idempotent.

use std::cmp::{Ordering, Reverse};

use super::file::{DocumentRow, EdgeRow, EvidenceRow, FactRow, NodeAttributes, NodeRow, ValueRow};

/// Of two rows of one document (the same bytes under two paths) the one with the smallest path.
pub(super) fn join_document(kept: &mut DocumentRow, other: DocumentRow) {
    if order_documents(&other, kept) == Ordering::Less {
        *kept = other;
    }
}

/// Puts what `other` knows of the same node into `kept`; [`finish_node`] brings it into order.
pub(super) fn join_node(kept: &mut NodeRow, other: NodeRow) {
    kept.kind = kept.kind.as_str().min(&other.kind).to_string();
    if other.name < kept.name {
        let name = std::mem::replace(&mut kept.name, other.name);
        kept.aliases.push(name);
    } else if other.name != kept.name {
        kept.aliases.push(other.name);
    }
    kept.aliases.extend(other.aliases);
    join_attributes(&mut kept.attributes, other.attributes);
    kept.facts.extend(other.facts);
    kept.mentions.extend(other.mentions);
}

/// Brings the lists of a node into order and folds what is said twice.
pub(super) fn finish_node(node: &mut NodeRow) {
    let NodeRow { name, aliases, attributes, facts, mentions, .. } = node;
    aliases.retain(|alias| alias != name);
    as_set(aliases);
    as_set(&mut attributes.reasons);
    as_set(&mut attributes.former);
    as_set(mentions);
    fold(facts, order_facts, join_fact);
    for fact in facts {
        finish_evidence(&mut fact.evidence);
    }
}

/// Puts the evidence of the same edge, said elsewhere, into `kept`; [`finish_edge`] brings it into order.
pub(super) fn join_edge(kept: &mut EdgeRow, other: EdgeRow) {
    // The key implies these; a file made by others may say otherwise, and order must not matter even then.
    let told = |edge: &EdgeRow| (edge.kind.clone(), edge.modality.clone(), edge.period.clone(), edge.polarity);
    if told(&other) < told(kept) {
        (kept.kind, kept.modality, kept.period, kept.polarity) = told(&other);
    }
    surer(&mut kept.confidence, &mut kept.rule, other.confidence, other.rule);
    kept.titles.extend(other.titles);
    kept.evidence.extend(other.evidence);
}

/// Brings the lists of an edge into order.
pub(super) fn finish_edge(edge: &mut EdgeRow) {
    as_set(&mut edge.titles);
    finish_evidence(&mut edge.evidence);
}

/// Sorts rows and joins those that `order` holds equal.
fn fold<T>(rows: &mut Vec<T>, order: fn(&T, &T) -> Ordering, join: fn(&mut T, T)) {
    rows.sort_by(order);
    let mut folded: Vec<T> = Vec::with_capacity(rows.len());
    for row in rows.drain(..) {
        match folded.last_mut() {
            Some(last) if order(last, &row) == Ordering::Equal => join(last, row),
            _ => folded.push(row),
        }
    }
    *rows = folded;
}

fn as_set<T: Ord>(items: &mut Vec<T>) {
    items.sort_unstable();
    items.dedup();
}

fn finish_evidence(evidence: &mut Vec<EvidenceRow>) {
    let place = |a: &EvidenceRow, b: &EvidenceRow| {
        (&a.document, a.start, a.end, a.raw).cmp(&(&b.document, b.start, b.end, b.raw))
    };
    fold(evidence, place, |kept, other| kept.quote = smallest(kept.quote.take(), other.quote));
}

fn join_fact(kept: &mut FactRow, other: FactRow) {
    surer(&mut kept.confidence, &mut kept.rule, other.confidence, other.rule);
    kept.evidence.extend(other.evidence);
}

fn join_attributes(kept: &mut NodeAttributes, other: NodeAttributes) {
    kept.code = smallest(kept.code.take(), other.code);
    kept.level = smallest(kept.level.take(), other.level);
    if kept.within.is_empty() || !other.within.is_empty() && other.within < kept.within {
        kept.within = other.within;
    }
    kept.former.extend(other.former);
    let rank = |attributes: &NodeAttributes| {
        let rule = attributes.rule.clone();
        (attributes.confidence.map(Number), rule.is_some(), Reverse(rule))
    };
    let better = {
        let other = NodeAttributes { rule: other.rule.clone(), confidence: other.confidence, ..Default::default() };
        rank(&other) > rank(kept)
    };
    if better {
        (kept.rule, kept.confidence) = (other.rule, other.confidence);
    }
    kept.reasons.extend(other.reasons);
}

/// The higher confidence with its rule; the smaller rule where both are equally sure.
fn surer(confidence: &mut f64, rule: &mut String, other: f64, other_rule: String) {
    match other.total_cmp(confidence) {
        Ordering::Greater => (*confidence, *rule) = (other, other_rule),
        Ordering::Equal if other_rule < *rule => *rule = other_rule,
        _ => {}
    }
}

/// The smaller of two; anything before nothing.
fn smallest(a: Option<String>, b: Option<String>) -> Option<String> {
    match (a, b) {
        (Some(a), Some(b)) => Some(a.min(b)),
        (a, b) => a.or(b),
    }
}

/// Path first, then whatever else may differ.
fn order_documents(a: &DocumentRow, b: &DocumentRow) -> Ordering {
    let parts = |row: &DocumentRow| {
        let names = [&row.title, &row.region, &row.date, &row.speaker, &row.reviews, &row.plans].map(Clone::clone);
        (row.path.clone(), row.sha256.clone(), row.encoding.clone(), names, row.repairs.clone())
    };
    parts(a).cmp(&parts(b))
}

/// All that makes two facts the same statement: everything but evidence, rule and confidence.
fn order_facts(a: &FactRow, b: &FactRow) -> Ordering {
    let words = |fact: &FactRow| {
        (fact.modality.clone(), fact.unit.clone(), fact.bound.clone(), fact.indicator.clone(), fact.raw.clone())
    };
    (&a.attribute, &a.period)
        .cmp(&(&b.attribute, &b.period))
        .then_with(|| order_values(&a.value, &b.value))
        .then_with(|| words(a).cmp(&words(b)))
}

fn order_values(a: &ValueRow, b: &ValueRow) -> Ordering {
    match (a, b) {
        (ValueRow::Number(a), ValueRow::Number(b)) => a.total_cmp(b),
        (ValueRow::Text(a), ValueRow::Text(b)) => a.cmp(b),
        (ValueRow::Number(_), ValueRow::Text(_)) => Ordering::Less,
        (ValueRow::Text(_), ValueRow::Number(_)) => Ordering::Greater,
    }
}

/// A number with a total order.
struct Number(f64);

impl Ord for Number {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.total_cmp(&other.0)
    }
}

impl PartialOrd for Number {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Number {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Number {}
