//! All that a graph knows of one entity.

use std::collections::BTreeMap;

use serde::Serialize;

use super::cite::{Claim, Named, Report, Statement};
use super::filter::Sieve;
use crate::error::Result;
use crate::graph::Snapshot;
use crate::graph::file::{FactRow, NodeRow};
use crate::ontology::{Attribute, Modality, RelationType};

/// What is known of an entity.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Profile {
    /// The entity.
    pub entity: Named,
    /// Its other names, sorted.
    pub aliases: Vec<String>,
    /// Official division code.
    pub code: Option<String>,
    /// Level of a region or town.
    pub level: Option<String>,
    /// Names of the divisions that it lies in, nearest first.
    pub within: Vec<String>,
    /// How sure, 0 to 1.
    pub confidence: Option<f64>,
    /// The reports that name it, in the order of their dates.
    pub documents: Vec<Naming>,
    /// Its facts: attributes in the order of the ontology, then by years.
    pub facts: Vec<Statement>,
    /// Its neighbours by relation: relations in the order of the ontology, those that leave it first.
    pub groups: Vec<Group>,
}

/// A report that names an entity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Naming {
    /// The report.
    pub report: Report,
    /// How often it does.
    pub times: usize,
}

/// The neighbours by one relation in one direction.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Group {
    /// Name of the relation type.
    pub relation: String,
    /// Whether the entity is the head. True for relations that hold in both directions.
    pub outgoing: bool,
    /// The neighbours: done before ongoing before planned, then by years, then as the reports name them.
    pub links: Vec<Link>,
}

/// A neighbour and the relation that leads there.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Link {
    /// The entity at the other end.
    pub other: Named,
    /// The relation.
    pub claim: Claim,
}

/// Gathers what is known of an entity and let through. Where relation types are asked for, facts
/// are left out; where kinds or a place are, neighbours of other kinds and places.
///
/// # Errors
/// Those of [`Snapshot::node`] and [`Snapshot::edge`].
pub fn describe(sieve: &Sieve<'_>, node: usize) -> Result<Profile> {
    let graph = sieve.graph();
    let NodeRow { aliases, attributes, facts, mentions, .. } = graph.node(node)?;
    let mut facts: Vec<FactRow> = facts.into_iter().filter(|fact| sieve.keeps_fact(fact)).collect();
    if !sieve.filter().relations.is_empty() {
        facts.clear();
    }
    facts.sort_by(|a, b| order_of_fact(a).cmp(&order_of_fact(b)));
    Ok(Profile {
        entity: Named::of(graph, node),
        aliases,
        code: attributes.code,
        level: attributes.level,
        within: attributes.within,
        confidence: attributes.confidence,
        documents: namings(graph, mentions.iter().map(|mention| mention.document.as_str())),
        facts: facts.into_iter().map(|fact| Statement::of(graph, node, fact)).collect(),
        groups: groups(sieve, node)?,
    })
}

/// The reports of some places, in the order of their dates, and how often each comes.
fn namings<'a>(graph: &Snapshot, places: impl Iterator<Item = &'a str>) -> Vec<Naming> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    places.for_each(|id| *counts.entry(id).or_default() += 1);
    let known = graph.documents().iter().enumerate();
    let mut namings: Vec<Naming> = known
        .filter_map(|(at, row)| Some(Naming { report: Report::at(graph, at), times: *counts.get(row.id.as_str())? }))
        .collect();
    let order = |naming: &Naming| {
        let Report { date, path, id, .. } = &naming.report;
        (date.clone(), path.clone(), id.clone())
    };
    namings.sort_by_key(order);
    namings
}

fn groups(sieve: &Sieve<'_>, node: usize) -> Result<Vec<Group>> {
    let graph = sieve.graph();
    let mut groups: BTreeMap<(usize, &str, bool), Vec<Link>> = BTreeMap::new();
    let leaving = graph.outgoing(node).map(|edge| (edge, graph.ends(edge).1, true));
    // A relation to itself is met from both sides and told once.
    let reaching = graph.incoming(node).map(|edge| (edge, graph.ends(edge).0, false));
    let reaching = reaching.filter(|(_, other, _)| *other != node);
    for (edge, other, outgoing) in leaving.chain(reaching) {
        if !sieve.keeps_edge(edge) || !sieve.keeps_node(other) {
            continue;
        }
        let kind = graph.edge_kind(edge);
        let relation = kind.parse::<RelationType>().ok();
        let both_ways = relation.is_some_and(RelationType::is_symmetric);
        let place = relation.map_or(usize::MAX, |relation| relation as usize);
        let link = Link { other: Named::of(graph, other), claim: Claim::of(graph, edge)? };
        groups.entry((place, kind, !(outgoing || both_ways))).or_default().push(link);
    }
    let told = |((_, relation, reaching), mut links): ((usize, &str, bool), Vec<Link>)| {
        links.sort_by(|a, b| order_of_link(a).cmp(&order_of_link(b)));
        Group { relation: relation.into(), outgoing: !reaching, links }
    };
    Ok(groups.into_iter().map(told).collect())
}

fn place_of_attribute(name: &str) -> (usize, &str) {
    (name.parse::<Attribute>().map_or(usize::MAX, |attribute| attribute as usize), name)
}

/// The place of a modality in the ontology.
pub(super) fn place_of_modality(name: &str) -> usize {
    name.parse::<Modality>().map_or(usize::MAX, |modality| modality as usize)
}

fn order_of_fact(fact: &FactRow) -> impl Ord + '_ {
    (place_of_attribute(&fact.attribute), &fact.period, place_of_modality(&fact.modality), fact.evidence.first())
}

fn order_of_link(link: &Link) -> impl Ord + '_ {
    let Link { claim, other } = link;
    let place = claim.evidence.first().map(|place| (&place.document, place.start, place.end));
    (place_of_modality(&claim.modality), &claim.period, place, &other.id)
}
