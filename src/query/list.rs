//! Everything of a sort that is let through: entities, relations, facts.

use serde::Serialize;

use super::cite::{Citation, Claim, Named, Statement};
use super::filter::Sieve;
use super::page::Page;
use super::stage::{Stages, order_of_stage, stages};
use crate::error::Result;
use crate::graph::file::{FactRow, NodeRow, ValueRow};
use crate::model::Period;
use crate::ontology::Attribute;

/// A page of a list.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Listed<T> {
    /// How many there are in all.
    pub total: usize,
    /// Those of the page.
    pub rows: Vec<T>,
}

/// An entity with what is worth a column.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Entry {
    /// The entity.
    #[serde(flatten)]
    pub entity: Named,
    /// Its other names.
    pub aliases: Vec<String>,
    /// Division code.
    pub code: Option<String>,
    /// Level of a region or town.
    pub level: Option<String>,
    /// Where it is located or settles.
    pub places: Vec<Named>,
    /// How often it is named.
    pub mentions: usize,
    /// Relations that leave or reach it.
    pub relations: usize,
    /// Facts it bears.
    pub facts: usize,
    /// The last stage it has reached.
    pub stage: Option<String>,
    /// The last stage that is promised and not yet reached.
    pub next: Option<String>,
    /// The most that is or is to be invested, 元.
    pub investment: Option<f64>,
    /// First and last year that something is said of.
    pub years: Option<String>,
    /// How sure, 0 to 1.
    pub confidence: Option<f64>,
    /// Reports that name it.
    pub reports: usize,
    /// Where the first thing is said of it that is let through.
    pub evidence: Vec<Citation>,
}

/// The entities that are let through, in the order of their ids.
///
/// # Errors
/// Those of [`crate::graph::Snapshot::node`].
pub fn entities(sieve: &Sieve<'_>, page: Page) -> Result<Listed<Entry>> {
    let mut kept = Vec::new();
    for node in 0..sieve.graph().node_count() {
        if sieve.keeps_entity(node)? {
            kept.push(node);
        }
    }
    let rows = page.of(&kept).iter().map(|node| entry(sieve, *node)).collect::<Result<_>>()?;
    Ok(Listed { total: kept.len(), rows })
}

/// The relations that are let through and have an end that is, in the order of source, target and key.
///
/// # Errors
/// Those of [`crate::graph::Snapshot::edge`].
pub fn relations(sieve: &Sieve<'_>, page: Page) -> Result<Listed<Claim>> {
    let graph = sieve.graph();
    let ends = |edge: usize| {
        let (source, target) = graph.ends(edge);
        sieve.keeps_node(source) || sieve.keeps_node(target)
    };
    let kept: Vec<usize> = (0..graph.edge_count()).filter(|edge| sieve.keeps_edge(*edge) && ends(*edge)).collect();
    let rows = page.of(&kept).iter().map(|edge| Claim::of(graph, *edge)).collect::<Result<_>>()?;
    Ok(Listed { total: kept.len(), rows })
}

/// The facts of entities that are let through, by entity; of some attributes where any are named.
///
/// # Errors
/// Those of [`crate::graph::Snapshot::node`].
pub fn facts(sieve: &Sieve<'_>, attributes: &[Attribute], page: Page) -> Result<Listed<Statement>> {
    let graph = sieve.graph();
    let wanted = |name: &str| attributes.is_empty() || attributes.iter().any(|attribute| attribute.name() == name);
    let mut kept = Vec::new();
    for node in (0..graph.node_count()).filter(|node| sieve.keeps_node(*node)) {
        let facts = graph.node(node)?.facts.into_iter();
        kept.extend(facts.filter(|fact| wanted(&fact.attribute) && sieve.keeps_fact(fact)).map(|fact| (node, fact)));
    }
    let rows = page.of(&kept).iter().map(|(node, fact)| Statement::of(graph, *node, fact.clone())).collect();
    Ok(Listed { total: kept.len(), rows })
}

fn entry(sieve: &Sieve<'_>, node: usize) -> Result<Entry> {
    let graph = sieve.graph();
    let NodeRow { aliases, attributes, facts, mentions, .. } = graph.node(node)?;
    let edges: Vec<usize> = graph.outgoing(node).chain(graph.incoming(node)).collect();
    let of_edges = edges.iter().filter_map(|edge| graph.period(*edge));
    let periods = of_edges.chain(facts.iter().filter_map(|fact| fact.period.as_deref()));
    let years = periods.filter_map(|years| years.parse::<Period>().ok());
    let years = years.reduce(|a, b| Period::years(a.first.min(b.first), a.last.max(b.last)));
    let invested = facts.iter().filter(|fact| is_investment(&fact.attribute) && fact.unit.as_deref() == Some("元"));
    let invested = invested.filter_map(|fact| match fact.value {
        ValueRow::Number(value) => Some(value),
        ValueRow::Text(_) => None,
    });
    let Stages { reached, promised } = stages(&facts);
    let fact = facts.iter().find(|fact| sieve.keeps_fact(fact)).map(|fact| Statement::of(graph, node, fact.clone()));
    let evidence = match (fact, edges.iter().find(|edge| sieve.keeps_edge(**edge))) {
        (Some(fact), _) => fact.evidence,
        (None, Some(edge)) => Claim::of(graph, *edge)?.evidence,
        (None, None) => Vec::new(),
    };
    let stage = |fact: &FactRow| order_of_stage(&fact.value).map(|(_, stage)| stage.to_string());
    Ok(Entry {
        entity: Named::of(graph, node),
        aliases,
        code: attributes.code,
        level: attributes.level,
        places: places(sieve, node),
        mentions: mentions.len(),
        relations: edges.len(),
        facts: facts.len(),
        stage: reached.and_then(stage),
        next: promised.and_then(stage),
        investment: invested.max_by(f64::total_cmp),
        years: years.map(|years| years.to_string()),
        confidence: graph.node_confidence(node),
        reports: graph.node_documents(node).len(),
        evidence: evidence.into_iter().take(1).collect(),
    })
}

/// Whether an attribute tells what is invested.
pub(super) fn is_investment(attribute: &str) -> bool {
    [Attribute::InvestmentPlanned, Attribute::InvestmentCompleted].iter().any(|one| one.name() == attribute)
}

/// Where an entity is located, settles or belongs to a place, in the order of ids.
pub(super) fn places(sieve: &Sieve<'_>, node: usize) -> Vec<Named> {
    let graph = sieve.graph();
    let into = |edge: &usize| {
        let (_, target) = graph.ends(*edge);
        let lies = matches!(graph.edge_kind(*edge), "located_in" | "settles_in");
        let belongs = graph.edge_kind(*edge) == "part_of" && matches!(graph.kind(target), "region" | "town" | "site");
        (lies || belongs) && !graph.is_denied(*edge)
    };
    let mut found: Vec<usize> = graph.outgoing(node).filter(into).map(|edge| graph.ends(edge).1).collect();
    found.dedup();
    found.into_iter().map(|place| Named::of(graph, place)).collect()
}
