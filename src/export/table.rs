//! The tables of a graph for spreadsheets and columnar files, names beside ids.

use super::property::{self, Cell, Column, Sort};
use crate::graph::KnowledgeGraph;
use crate::graph::file::EvidenceRow;

/// A table of a graph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Table {
    Documents,
    Entities,
    Relations,
    Facts,
    /// Where relations and facts are said, a place a row.
    Evidence,
    /// Where entities are named, a place a row.
    Mentions,
}

const fn column(name: &'static str, sort: Sort) -> Column {
    Column { name, sort }
}

const EVIDENCE: [Column; 7] = [
    column("of", Sort::Text),
    column("document", Sort::Text),
    column("start", Sort::Integer),
    column("end", Sort::Integer),
    column("raw_start", Sort::Integer),
    column("raw_end", Sort::Integer),
    column("quote", Sort::Text),
];

impl Table {
    pub(super) const ALL: [Self; 6] =
        [Self::Documents, Self::Entities, Self::Relations, Self::Facts, Self::Evidence, Self::Mentions];

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Documents => "documents",
            Self::Entities => "entities",
            Self::Relations => "relations",
            Self::Facts => "facts",
            Self::Evidence => "evidence",
            Self::Mentions => "mentions",
        }
    }

    pub(super) fn columns(self) -> Vec<Column> {
        match self {
            Self::Documents => property::DOCUMENT.to_vec(),
            Self::Entities => property::ENTITY.to_vec(),
            Self::Relations => {
                let names = [column("source_name", Sort::Text), column("target_name", Sort::Text)];
                [&property::RELATION[..3], &names, &property::RELATION[3..]].concat()
            }
            Self::Facts => {
                let name = [column("entity_name", Sort::Text)];
                [&property::FACT[..2], &name, &property::FACT[2..]].concat()
            }
            Self::Evidence => EVIDENCE.to_vec(),
            Self::Mentions => [&[column("entity", Sort::Text)], &EVIDENCE[1..4]].concat(),
        }
    }

    pub(super) fn rows(self, graph: &KnowledgeGraph, quotes: bool) -> Box<dyn Iterator<Item = Vec<Cell<'_>>> + '_> {
        match self {
            Self::Documents => Box::new(graph.documents().map(property::document)),
            Self::Entities => Box::new(graph.nodes().map(property::entity)),
            Self::Relations => Box::new(graph.edges().map(|edge| {
                let mut cells = property::relation(edge);
                let name = |id: &str| graph.node(id).map_or(Cell::Null, |node| Cell::Text(&node.name));
                cells.splice(3..3, [name(&edge.source), name(&edge.target)]);
                cells
            })),
            Self::Facts => Box::new(property::facts(graph).map(|(bearer, fact)| {
                let mut cells = property::fact(bearer, fact);
                cells.insert(2, Cell::Text(&bearer.name));
                cells
            })),
            Self::Evidence => {
                let of_edges = graph.edges().flat_map(move |edge| {
                    edge.evidence.iter().map(move |place| evidence(property::relation_id(edge), place, quotes))
                });
                let of_facts = property::facts(graph).flat_map(move |(bearer, fact)| {
                    fact.evidence.iter().map(move |place| evidence(property::fact_id(bearer, fact), place, quotes))
                });
                Box::new(of_edges.chain(of_facts))
            }
            Self::Mentions => Box::new(graph.nodes().flat_map(|node| {
                node.mentions.iter().map(|place| {
                    let [start, end] = [place.start, place.end].map(integer);
                    vec![Cell::Text(&node.id), Cell::Text(&place.document), start, end]
                })
            })),
        }
    }
}

fn evidence(of: String, place: &EvidenceRow, quotes: bool) -> Vec<Cell<'_>> {
    let [start, end, raw_start, raw_end] = [place.start, place.end, place.raw[0], place.raw[1]].map(integer);
    let quote = place.quote.as_deref().filter(|_| quotes).map_or(Cell::Null, Cell::Text);
    vec![Cell::Made(of), Cell::Text(&place.document), start, end, raw_start, raw_end, quote]
}

fn integer<'g>(number: usize) -> Cell<'g> {
    Cell::Integer(i64::try_from(number).unwrap_or(i64::MAX))
}
