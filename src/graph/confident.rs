//! A graph without what it is not sure of.

use std::collections::BTreeSet;

use super::file::{EdgeRow, GraphFile, NodeRow};
use super::knowledge::{KnowledgeGraph, Merge};

/// The graph without relations, facts and entities whose confidence is below `least`, 0 to 1.
///
/// With an entity go its facts and the relations that it ends, and then the entities that lost
/// all that spoke of them: no mention, no fact, no relation is left. Documents keep what is left
/// of their lists; one whose region has gone names none. Entities of files that give no
/// confidence stay.
pub fn confident(graph: KnowledgeGraph, least: f64) -> KnowledgeGraph {
    let mut file = graph.into_file();
    let (nodes, edges) = (std::mem::take(&mut file.nodes), std::mem::take(&mut file.edges));
    let ends: BTreeSet<String> = edges.iter().flat_map(|edge| [edge.source.clone(), edge.target.clone()]).collect();
    let bare = |node: &NodeRow| node.mentions.is_empty() && node.facts.is_empty();
    // A region may be known by its title alone, and has then nothing to lose.
    let alone: BTreeSet<String> =
        nodes.iter().filter(|node| bare(node) && !ends.contains(&node.id)).map(|node| node.id.clone()).collect();
    let mut nodes: Vec<NodeRow> =
        nodes.into_iter().filter(|node| node.attributes.confidence.is_none_or(|sure| sure >= least)).collect();
    let sure: BTreeSet<String> = nodes.iter().map(|node| node.id.clone()).collect();
    let holds = |edge: &EdgeRow| edge.confidence >= least && sure.contains(&edge.source) && sure.contains(&edge.target);
    let edges: Vec<EdgeRow> = edges.into_iter().filter(holds).collect();
    let joined: BTreeSet<&String> = edges.iter().flat_map(|edge| [&edge.source, &edge.target]).collect();
    for node in &mut nodes {
        node.facts.retain(|fact| fact.confidence >= least);
    }
    nodes.retain(|node| !bare(node) || joined.contains(&node.id) || alone.contains(&node.id));
    let left: BTreeSet<&String> = nodes.iter().map(|node| &node.id).collect();
    for document in &mut file.graph.documents {
        document.region = document.region.take().filter(|region| left.contains(region));
        document.lists.iter_mut().for_each(|list| list.named.retain(|id| left.contains(id)));
        document.lists.retain(|list| !list.named.is_empty());
    }
    let mut merge = Merge::default();
    merge.add_file(GraphFile { nodes, edges, ..file });
    merge.finish()
}
