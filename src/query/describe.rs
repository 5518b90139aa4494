//! All that a graph knows of one entity.

use std::collections::BTreeMap;

use crate::graph::KnowledgeGraph;
use crate::graph::file::{DocumentRow, EdgeRow, FactRow, NodeRow};
use crate::ontology::{Attribute, Modality, RelationType};

/// What is known of an entity.
#[derive(Debug, Clone, PartialEq)]
pub struct Profile<'a> {
    /// The entity.
    pub node: &'a NodeRow,
    /// The reports that name it, in the order of their dates, and how often each does.
    pub documents: Vec<(&'a DocumentRow, usize)>,
    /// Its facts: attributes in the order of the ontology, then by years.
    pub facts: Vec<&'a FactRow>,
    /// Its neighbours by relation: relations in the order of the ontology, those that leave it first.
    pub groups: Vec<Group<'a>>,
}

/// The neighbours by one relation in one direction.
#[derive(Debug, Clone, PartialEq)]
pub struct Group<'a> {
    /// Name of the relation type.
    pub relation: &'a str,
    /// Whether the entity is the head. True for relations that hold in both directions.
    pub outgoing: bool,
    /// The neighbours: done before ongoing before planned, then by years, then as the reports name them.
    pub links: Vec<Link<'a>>,
}

/// A neighbour and the edge that leads there.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Link<'a> {
    /// The edge.
    pub edge: &'a EdgeRow,
    /// The entity at its other end.
    pub other: &'a NodeRow,
}

/// Gathers what is known of the entity `id`; `None` where there is no such entity.
pub fn describe<'a>(graph: &'a KnowledgeGraph, id: &str) -> Option<Profile<'a>> {
    let node = graph.node(id)?;
    let mut facts: Vec<&FactRow> = node.facts.iter().collect();
    facts.sort_by(|a, b| order_of_fact(a).cmp(&order_of_fact(b)));
    //(place_of_attribute(&fact.attribute), &fact.period, place_of_modality(&fact.modality), fact.evidence.first()));
    Some(Profile { node, documents: documents(graph, node), facts, groups: groups(graph, id) })
}

fn documents<'a>(graph: &'a KnowledgeGraph, node: &NodeRow) -> Vec<(&'a DocumentRow, usize)> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for mention in &node.mentions {
        *counts.entry(&mention.document).or_default() += 1;
    }
    let mut documents: Vec<_> =
        counts.into_iter().filter_map(|(id, count)| Some((graph.document(id)?, count))).collect();
    documents.sort_by_key(|(document, _)| (&document.date, &document.path, &document.id));
    documents
}

fn groups<'a>(graph: &'a KnowledgeGraph, id: &str) -> Vec<Group<'a>> {
    let mut groups: BTreeMap<(usize, &str, bool), Vec<Link<'a>>> = BTreeMap::new();
    let leaving = graph.outgoing(id).into_iter().map(|(edge, other)| (edge, other, true));
    // An edge to itself is met from both sides and told once.
    let reaching = graph.incoming(id).into_iter().filter(|(edge, _)| edge.source != id);
    for (edge, other, outgoing) in leaving.chain(reaching.map(|(edge, other)| (edge, other, false))) {
        let relation = edge.kind.parse::<RelationType>().ok();
        let both_ways = relation.is_some_and(RelationType::is_symmetric);
        let place = relation.map_or(usize::MAX, |relation| relation as usize);
        groups.entry((place, &edge.kind, !(outgoing || both_ways))).or_default().push(Link { edge, other });
    }
    groups
        .into_iter()
        .map(|((_, relation, reaching), mut links)| {
            links.sort_by(|a, b| order_of_link(a).cmp(&order_of_link(b)));
            Group { relation, outgoing: !reaching, links }
        })
        .collect()
}

fn place_of_attribute(name: &str) -> (usize, &str) {
    (name.parse::<Attribute>().map_or(usize::MAX, |attribute| attribute as usize), name)
}

fn place_of_modality(name: &str) -> usize {
    name.parse::<Modality>().map_or(usize::MAX, |modality| modality as usize)
}

fn order_of_fact(fact: &FactRow) -> impl Ord + '_ {
    (place_of_attribute(&fact.attribute), &fact.period, place_of_modality(&fact.modality), fact.evidence.first())
}

fn order_of_link<'a>(link: &Link<'a>) -> impl Ord + 'a {
    let Link { edge, other } = *link;
    (place_of_modality(&edge.modality), &edge.period, edge.evidence.first(), &other.id)
}
