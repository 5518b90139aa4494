//! Tables for those who follow firms and projects: leads, and honours.

use serde::Serialize;

use super::cite::{Claim, Named, Statement};
use super::filter::Sieve;
use super::list::{is_investment, places};
use super::stage::{Stages, stages};
use crate::error::Result;
use crate::graph::file::{FactRow, ValueRow};
use crate::ontology::Attribute;

/// Who builds what where, for how much, and how far it is.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Lead {
    /// The project; none for a firm of which only its coming is known.
    pub project: Option<Named>,
    /// Who builds, runs or brings it.
    pub firms: Vec<Named>,
    /// Where it is; where nothing says so, the region that carries it out.
    pub places: Vec<Named>,
    /// The most that is to be invested, or else has been.
    pub amount: Option<Statement>,
    /// The last stage that it has reached.
    pub stage: Option<Statement>,
    /// The last stage that is promised and not yet reached.
    pub next: Option<Statement>,
    /// What joins firms, project and places.
    pub relations: Vec<Claim>,
}

/// The leads that are let through: projects of which a firm, an amount or a stage is known, and
/// firms that settle or are talked with and build no project; the largest amounts first, then by id.
/// What is asked of entities is asked of the project, or of the firm where there is none.
///
/// # Errors
/// Those of [`crate::graph::Snapshot::node`] and [`crate::graph::Snapshot::edge`].
pub fn leads(sieve: &Sieve<'_>) -> Result<Vec<Lead>> {
    let graph = sieve.graph();
    let mut leads = Vec::new();
    for node in 0..graph.node_count() {
        let lead = match graph.kind(node) {
            "project" if sieve.keeps_entity(node)? => of_project(sieve, node)?,
            "enterprise" if sieve.keeps_entity(node)? => of_firm(sieve, node)?,
            _ => continue,
        };
        leads.extend(lead);
    }
    let amount = |lead: &Lead| match lead.amount.as_ref().map(|fact| &fact.value) {
        Some(ValueRow::Number(value)) => *value,
        _ => f64::NEG_INFINITY,
    };
    leads.sort_by(|a, b| amount(b).total_cmp(&amount(a)));
    Ok(leads)
}

fn of_project(sieve: &Sieve<'_>, node: usize) -> Result<Option<Lead>> {
    let graph = sieve.graph();
    let brought = |edge: &usize| {
        let by_firm = graph.kind(graph.ends(*edge).0) == "enterprise" || graph.edge_kind(*edge) == "builds";
        by_firm && matches!(graph.edge_kind(*edge), "builds" | "operates") && !graph.is_denied(*edge)
    };
    let (firms, relations) = heads(sieve, node, brought)?;
    let carried = |edge: &usize| graph.edge_kind(*edge) == "implements" && graph.kind(graph.ends(*edge).0) == "region";
    let mut places = places(sieve, node);
    if places.is_empty() {
        places = heads(sieve, node, carried)?.0;
    }
    let lead = with_facts(sieve, node, Lead { project: Some(Named::of(graph, node)), firms, places, ..EMPTY })?;
    let told = !lead.firms.is_empty() || lead.amount.is_some() || lead.stage.is_some() || lead.next.is_some();
    Ok(told.then_some(Lead { relations, ..lead }))
}

fn of_firm(sieve: &Sieve<'_>, node: usize) -> Result<Option<Lead>> {
    let graph = sieve.graph();
    let builds = |edge: usize| matches!(graph.edge_kind(edge), "builds" | "operates");
    if graph.outgoing(node).any(|edge| builds(edge) && graph.kind(graph.ends(edge).1) == "project") {
        return Ok(None);
    }
    let settles = graph.outgoing(node).filter(|edge| graph.edge_kind(*edge) == "settles_in");
    let talks = graph.incoming(node).filter(|edge| graph.edge_kind(*edge) == "negotiates_with");
    let coming: Vec<usize> =
        settles.chain(talks).filter(|edge| sieve.keeps_edge(*edge) && !graph.is_denied(*edge)).collect();
    if coming.is_empty() {
        return Ok(None);
    }
    let relations: Vec<Claim> = coming.iter().map(|edge| Claim::of(graph, *edge)).collect::<Result<_>>()?;
    let mut places = places(sieve, node);
    if places.is_empty() {
        places = relations.iter().map(|claim| claim.source.clone()).collect();
        places.dedup();
    }
    let lead = Lead { firms: vec![Named::of(graph, node)], places, relations, ..EMPTY };
    with_facts(sieve, node, lead).map(Some)
}

const EMPTY: Lead = Lead {
    project: None,
    firms: Vec::new(),
    places: Vec::new(),
    amount: None,
    stage: None,
    next: None,
    relations: Vec::new(),
};

/// The heads of some of the relations that reach an entity, each once, and the relations.
fn heads(sieve: &Sieve<'_>, node: usize, wanted: impl Fn(&usize) -> bool) -> Result<(Vec<Named>, Vec<Claim>)> {
    let graph = sieve.graph();
    let edges: Vec<usize> = graph.incoming(node).filter(wanted).filter(|edge| sieve.keeps_edge(*edge)).collect();
    let mut nodes: Vec<usize> = edges.iter().map(|edge| graph.ends(*edge).0).collect();
    nodes.dedup();
    let claims = edges.into_iter().map(|edge| Claim::of(graph, edge)).collect::<Result<_>>()?;
    Ok((nodes.into_iter().map(|node| Named::of(graph, node)).collect(), claims))
}

/// The lead with amount and stages of an entity.
fn with_facts(sieve: &Sieve<'_>, node: usize, lead: Lead) -> Result<Lead> {
    let graph = sieve.graph();
    let facts: Vec<FactRow> = graph.node(node)?.facts.into_iter().filter(|fact| sieve.keeps_fact(fact)).collect();
    let told = |fact: &FactRow| Statement::of(graph, node, fact.clone());
    let value = |fact: &FactRow| match fact.value {
        ValueRow::Number(value) if fact.unit.as_deref() == Some("元") => value,
        _ => f64::NEG_INFINITY,
    };
    let invested = facts.iter().filter(|fact| is_investment(&fact.attribute));
    let planned = |fact: &&FactRow| fact.attribute == Attribute::InvestmentPlanned.name();
    // The first of the largest, where several say the same.
    let most = |fact: &FactRow, other: &FactRow| value(fact).total_cmp(&value(other));
    let amount = invested
        .rev()
        .max_by(|a, b| planned(a).cmp(&planned(b)).then(most(a, b)))
        .filter(|fact| value(fact).is_finite());
    let Stages { reached, promised } = stages(&facts);
    Ok(Lead { amount: amount.map(told), stage: reached.map(told), next: promised.map(told), ..lead })
}

/// Honours that are held or sought: the relations `awarded` that are let through, by honour, then
/// by holder. What is asked of entities is asked of the holder.
///
/// # Errors
/// Those of [`crate::graph::Snapshot::edge`].
pub fn honours(sieve: &Sieve<'_>) -> Result<Vec<Claim>> {
    let graph = sieve.graph();
    let wanted = |edge: &usize| {
        graph.edge_kind(*edge) == "awarded" && sieve.keeps_edge(*edge) && sieve.keeps_node(graph.ends(*edge).0)
    };
    let mut edges: Vec<usize> = (0..graph.edge_count()).filter(wanted).collect();
    edges.sort_by_key(|edge| {
        let (holder, honour) = graph.ends(*edge);
        (honour, holder, *edge)
    });
    edges.into_iter().map(|edge| Claim::of(graph, edge)).collect()
}
