//! What a report plans: works, programmes, events, honours and deals, each with the sentence that promises it.

use std::collections::BTreeMap;

use super::names::core;
use super::outcome::Sort;
use super::reports::{Series, Told};
use super::words;
use crate::graph::KnowledgeGraph;
use crate::graph::file::{EdgeRow, EvidenceRow, FactRow, NodeRow, ValueRow};
use crate::lexicon;
use crate::model::Period;
use crate::ontology::{Attribute, Kind, Modality, RelationType};

/// A statement less sure than this promises nothing.
const SURE: f64 = 0.5;

/// Something planned that bears a name.
#[derive(Debug, Clone)]
pub(super) struct Planned<'g> {
    pub(super) sort: Sort,
    pub(super) node: &'g NodeRow,
    /// What the honour is for; none for other sorts.
    pub(super) holder: Option<&'g NodeRow>,
    /// The stage promised, 1 (签约) to 6 (in use).
    pub(super) level: Option<u8>,
    /// The words of the stage.
    pub(super) stage: Option<String>,
    /// The last year by which it is promised.
    pub(super) due: u16,
    /// Where it is promised.
    pub(super) evidence: &'g EvidenceRow,
    /// How sure the statement is.
    pub(super) confidence: f64,
}

/// The level of a stage of the ontology.
pub(super) fn level_of(stage: &str) -> Option<u8> {
    Some(match stage {
        "签约" => 1,
        "开工" => 2,
        "在建" => 3,
        "主体封顶" => 4,
        "竣工" => 5,
        "投产" | "投入使用" | "建成运营" => 6,
        _ => return None,
    })
}

/// Last year of a period that is not over before the report's own year; its own year where none is given.
fn due(period: Option<&str>, year: u16) -> Option<u16> {
    match period.and_then(|text| text.parse::<Period>().ok()) {
        Some(period) => (period.last >= year).then_some(period.last),
        None => Some(year),
    }
}

fn in_report<'g>(evidence: &'g [EvidenceRow], told: &Told<'_>) -> Option<&'g EvidenceRow> {
    evidence.iter().find(|row| row.document == told.row.id)
}

/// What a report plans that bears a name, in the order of its text.
pub(super) fn planned<'g>(graph: &'g KnowledgeGraph, series: &Series<'g>, told: &Told<'g>) -> Vec<Planned<'g>> {
    let mut found: BTreeMap<(String, String), Planned<'g>> = BTreeMap::new();
    let own = series.own_names();
    let mut take = |one: Planned<'g>| {
        if is_named(one.node, &own) {
            let holder = one.holder.map_or("", |holder| holder.id.as_str());
            let key = (one.node.id.clone(), holder.to_string());
            let known = found.entry(key).or_insert_with(|| one.clone());
            // Of several promises of one thing the furthest counts.
            if one.level > known.level {
                *known = one;
            }
        }
    };
    for node in graph.nodes() {
        node.facts.iter().filter_map(|fact| of_fact(node, fact, told)).for_each(&mut take);
    }
    for edge in graph.edges() {
        of_edge(graph, series, edge, told).into_iter().for_each(&mut take);
    }
    let mut found: Vec<Planned<'g>> = found.into_values().collect();
    found.sort_by(|a, b| {
        (a.evidence.start, &a.node.id, a.evidence.end).cmp(&(b.evidence.start, &b.node.id, b.evidence.end))
    });
    found
}

/// Whether a thing has a name of its own: one that is long enough and not made of words that all reports use.
fn is_named(node: &NodeRow, own: &[String]) -> bool {
    let name = core(&node.name, own);
    let tokens = lexicon::words::cut(&name);
    let count = name.chars().count();
    let firm = matches!(node.kind.parse(), Ok(Kind::Enterprise | Kind::Organization | Kind::Event));
    let long = count >= 5 || (count >= 3 && (firm || words::ends_as_a_name(&name)));
    long && !tokens.iter().all(|token| lexicon::genre::is_common(token))
}

fn of_fact<'g>(node: &'g NodeRow, fact: &'g FactRow, told: &Told<'_>) -> Option<Planned<'g>> {
    if fact.attribute != Attribute::Status.name() || fact.modality != Modality::Planned.name() || fact.confidence < SURE
    {
        return None;
    }
    let ValueRow::Text(stage) = &fact.value else { return None };
    let sort = sort_of(node, level_of(stage))?;
    Some(Planned {
        sort,
        node,
        holder: None,
        level: level_of(stage),
        stage: Some(stage.clone()),
        due: due(fact.period.as_deref(), told.year)?,
        evidence: in_report(&fact.evidence, told)?,
        confidence: fact.confidence,
    })
}

/// What sort of undertaking a thing is of which a stage is promised.
fn sort_of(node: &NodeRow, level: Option<u8>) -> Option<Sort> {
    match node.kind.parse::<Kind>().ok()? {
        Kind::Project | Kind::Site | Kind::Product => Some(Sort::Work),
        Kind::Enterprise | Kind::Organization if level == Some(1) => Some(Sort::Deal),
        Kind::Enterprise | Kind::Organization => Some(Sort::Work),
        Kind::Event => Some(Sort::Event),
        Kind::Program => words::is_body_of_work(&node.name).then_some(Sort::Program),
        Kind::Town | Kind::Region | Kind::Person | Kind::Honor | Kind::Industry => None,
    }
}

fn of_edge<'g>(
    graph: &'g KnowledgeGraph,
    series: &Series<'g>,
    edge: &'g EdgeRow,
    told: &Told<'g>,
) -> Option<Planned<'g>> {
    if edge.modality != Modality::Planned.name() || !edge.polarity || edge.confidence < SURE {
        return None;
    }
    let evidence = in_report(&edge.evidence, told)?;
    let due = due(edge.period.as_deref(), told.year)?;
    let (source, target) = (graph.node(&edge.source)?, graph.node(&edge.target)?);
    let is_own = |node: &NodeRow| series.ids.contains(node.id.as_str());
    let (sort, node, holder) = match edge.kind.parse::<RelationType>().ok()? {
        RelationType::Builds | RelationType::Implements => (sort_of(target, None)?, target, None),
        RelationType::Holds => (Sort::Event, target, None),
        RelationType::Awarded => (Sort::Honour, target, Some(source)),
        RelationType::SettlesIn => (sort_of(source, Some(1))?, source, None),
        RelationType::CooperatesWith | RelationType::NegotiatesWith => {
            let other = if is_own(source) { target } else { source };
            (sort_of(other, Some(1))?, other, None)
        }
        _ => return None,
    };
    if is_own(node) {
        return None;
    }
    let level = (sort == Sort::Deal).then_some(1);
    Some(Planned { sort, node, holder, level, stage: None, due, evidence, confidence: edge.confidence })
}
