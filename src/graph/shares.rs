//! Records taken apart by scope, so that many processes can each merge a part of a graph.
//!
//! Merging works node by node and edge by edge, so a graph may be merged in parts: an entity belongs to the
//! part of its scope, a relation to that of its head. A part also names the other ends of its relations, by
//! rows that say nothing more, so that each share of a record is a record itself.

use std::collections::{BTreeMap, BTreeSet};

use super::file::{EdgeRow, NodeAttributes, NodeRow, RECORD_SCHEMA, Record};
use super::knowledge::KnowledgeGraph;

/// What a record says in one scope.
#[derive(Debug, Clone, PartialEq)]
pub struct Share {
    /// The scope; [`scope`] of the entities that the share is about.
    pub scope: String,
    /// What is said of them.
    pub record: Record,
}

/// Parts among which entities without a scope are spread.
const NATIONAL: u32 = 256;

/// The part of a graph that an entity belongs to: the scope in its id (`220502` of `site:民主小学@220502`), and
/// for an entity that is the same everywhere one of 256 parts by the CRC-32 of its id (`~3f`).
pub fn scope(id: &str) -> String {
    match id.rsplit_once('@') {
        Some((_, scope)) if !scope.is_empty() => scope.to_string(),
        _ => format!("~{:02x}", crc32fast::hash(id.as_bytes()) % NATIONAL),
    }
}

/// Takes a record apart. The shares are in the order of their scopes; merged together, in any order and with
/// those of other records between them, they give what the record gives. A record without entities
/// gives one share, so that its document is not lost.
pub fn shares(record: Record) -> Vec<Share> {
    let Record { document, nodes, edges, .. } = record;
    let ends: BTreeMap<String, NodeRow> = nodes.iter().map(|node| (node.id.clone(), end(node))).collect();
    let mut parts: BTreeMap<String, (Vec<NodeRow>, Vec<EdgeRow>)> = BTreeMap::new();
    for node in nodes {
        parts.entry(scope(&node.id)).or_default().0.push(node);
    }
    for edge in edges {
        parts.entry(scope(&edge.source)).or_default().1.push(edge);
    }
    if parts.is_empty() {
        parts.insert(scope(&document.id), <_>::default());
    }
    let share = |(scope, (mut nodes, edges)): (String, (Vec<NodeRow>, Vec<EdgeRow>))| {
        let known: BTreeSet<&str> = nodes.iter().map(|node| node.id.as_str()).collect();
        let far: BTreeSet<&str> = edges.iter().map(|edge| edge.target.as_str()).collect();
        let others: Vec<NodeRow> = far.difference(&known).filter_map(|id| ends.get(*id).cloned()).collect();
        nodes.extend(others);
        nodes.sort_by(|a, b| a.id.cmp(&b.id));
        Share { scope, record: Record { schema: RECORD_SCHEMA.into(), document: document.clone(), nodes, edges } }
    };
    parts.into_iter().map(share).collect()
}

/// The entities of `graph` that belong to any of `scopes`, where the graph was merged of their shares.
pub fn own<'g>(graph: &'g KnowledgeGraph, scopes: &'g BTreeSet<String>) -> impl Iterator<Item = &'g NodeRow> {
    graph.nodes().filter(|node| scopes.contains(&scope(&node.id)))
}

/// The row of an entity that is only the end of a relation.
fn end(node: &NodeRow) -> NodeRow {
    NodeRow {
        id: node.id.clone(),
        kind: node.kind.clone(),
        name: node.name.clone(),
        aliases: Vec::new(),
        attributes: NodeAttributes::default(),
        facts: Vec::new(),
        mentions: Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn local_names_stay_with_their_county_and_national_ones_are_spread() {
        assert_eq!(scope("site:民主小学@220502"), "220502");
        assert_eq!(scope("enterprise:国药集团"), scope("enterprise:国药集团"));
        let parts: BTreeSet<String> = (0..2_000).map(|n| scope(&format!("enterprise:恒泽{n}"))).collect();
        assert_eq!(parts.len(), 256);
        assert!(parts.iter().all(|part| part.starts_with('~')));
    }
}
