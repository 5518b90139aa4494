//! The knowledge graph: rows over petgraph, found by id.

use std::collections::BTreeMap;

use petgraph::Direction;
use petgraph::graph::{DiGraph, NodeIndex};
use petgraph::visit::EdgeRef;

use super::file::{DocumentRow, EdgeRow, GraphFile, GraphHead, NodeRow, Record, SCHEMA};
use super::fold::{finish_edge, finish_node, join_document, join_edge, join_node};

/// The graph of any number of reports.
///
/// Nodes stand in the order of their ids and edges in that of source, target and key, so
/// that equal graphs are equal in every index and in every byte written.
#[derive(Debug, Clone, Default)]
pub struct KnowledgeGraph {
    documents: BTreeMap<String, DocumentRow>,
    graph: DiGraph<NodeRow, EdgeRow>,
    index: BTreeMap<String, NodeIndex>,
}

/// Puts records together. Commutative, associative and idempotent: any order, any grouping
/// and any repetition of the records gives the same graph.
///
/// An edge whose own record does not hold both its ends is left out; [`super::parse_records`]
/// refuses such records.
pub fn merge(records: impl IntoIterator<Item = Record>) -> KnowledgeGraph {
    let mut merge = Merge::default();
    for record in records {
        merge.add(record);
    }
    merge.finish()
}

/// A merge under way, for records that come one by one.
#[derive(Debug, Default)]
pub struct Merge {
    documents: BTreeMap<String, DocumentRow>,
    nodes: BTreeMap<String, NodeRow>,
    edges: BTreeMap<(String, String, String), EdgeRow>,
}

impl Merge {
    /// Takes in the record of one report.
    pub fn add(&mut self, record: Record) {
        self.take(vec![record.document], record.nodes, record.edges);
    }

    /// Takes in a graph that was merged before.
    pub fn add_graph(&mut self, graph: KnowledgeGraph) {
        self.add_file(graph.into_file());
    }

    /// Takes in the rows of a graph file.
    pub fn add_file(&mut self, file: GraphFile) {
        self.take(file.graph.documents, file.nodes, file.edges);
    }

    /// The graph of all that was taken in.
    pub fn finish(self) -> KnowledgeGraph {
        let Self { documents, nodes, edges } = self;
        let mut graph = DiGraph::with_capacity(nodes.len(), edges.len());
        let mut index = BTreeMap::new();
        for (id, mut node) in nodes {
            finish_node(&mut node);
            index.insert(id, graph.add_node(node));
        }
        for ((source, target, _), mut edge) in edges {
            if let (Some(source), Some(target)) = (index.get(&source), index.get(&target)) {
                finish_edge(&mut edge);
                graph.add_edge(*source, *target, edge);
            }
        }
        KnowledgeGraph { documents, graph, index }
    }

    fn take(&mut self, documents: Vec<DocumentRow>, mut nodes: Vec<NodeRow>, edges: Vec<EdgeRow>) {
        nodes.sort_by(|a, b| a.id.cmp(&b.id));
        let known = |id: &String| nodes.binary_search_by(|node| node.id.cmp(id)).is_ok();
        for edge in edges.into_iter().filter(|edge| known(&edge.source) && known(&edge.target)) {
            put(&mut self.edges, (edge.source.clone(), edge.target.clone(), edge.key.clone()), edge, join_edge);
        }
        for node in nodes {
            put(&mut self.nodes, node.id.clone(), node, join_node);
        }
        for document in documents {
            put(&mut self.documents, document.id.clone(), document, join_document);
        }
    }
}

/// Puts a row into a map, joined with the one of that key where there is one.
pub(super) fn put<K: Ord, V>(map: &mut BTreeMap<K, V>, key: K, row: V, join: fn(&mut V, V)) {
    use std::collections::btree_map::Entry;
    match map.entry(key) {
        Entry::Vacant(entry) => {
            entry.insert(row);
        }
        Entry::Occupied(mut entry) => join(entry.get_mut(), row),
    }
}

impl KnowledgeGraph {
    /// The reports, in the order of their ids.
    pub fn documents(&self) -> impl ExactSizeIterator<Item = &DocumentRow> {
        self.documents.values()
    }

    /// A report by its id.
    pub fn document(&self, id: &str) -> Option<&DocumentRow> {
        self.documents.get(id)
    }

    /// The entities, in the order of their ids.
    pub fn nodes(&self) -> impl ExactSizeIterator<Item = &NodeRow> {
        self.graph.raw_nodes().iter().map(|node| &node.weight)
    }

    /// The relations, in the order of source, target and key.
    pub fn edges(&self) -> impl ExactSizeIterator<Item = &EdgeRow> {
        self.graph.raw_edges().iter().map(|edge| &edge.weight)
    }

    /// An entity by its id.
    pub fn node(&self, id: &str) -> Option<&NodeRow> {
        self.graph.node_weight(*self.index.get(id)?)
    }

    /// The relations that leave the entity `id`, with their tails, in the order of tail and key.
    pub fn outgoing(&self, id: &str) -> Vec<(&EdgeRow, &NodeRow)> {
        self.beside(id, Direction::Outgoing)
    }

    /// The relations that reach the entity `id`, with their heads, in the order of head and key.
    pub fn incoming(&self, id: &str) -> Vec<(&EdgeRow, &NodeRow)> {
        self.beside(id, Direction::Incoming)
    }

    /// Number of relations that leave or reach the entity `id`; one from it to itself counts twice.
    pub fn degree(&self, id: &str) -> usize {
        self.index.get(id).map_or(0, |node| self.graph.edges(*node).count() + self.in_degree(*node))
    }

    /// The petgraph graph, for its algorithms. Node index `n` is the `n`th of [`Self::nodes`].
    pub fn petgraph(&self) -> &DiGraph<NodeRow, EdgeRow> {
        &self.graph
    }

    /// The petgraph index of an entity.
    pub fn index(&self, id: &str) -> Option<NodeIndex> {
        self.index.get(id).copied()
    }

    /// Takes the words out of every evidence; where they stand stays known.
    pub fn drop_quotes(&mut self) {
        let facts = self.graph.node_weights_mut().flat_map(|node| &mut node.facts).flat_map(|fact| &mut fact.evidence);
        facts.for_each(|evidence| evidence.quote = None);
        for edge in self.graph.edge_weights_mut() {
            edge.evidence.iter_mut().for_each(|evidence| evidence.quote = None);
        }
    }

    /// The rows of the graph file.
    pub fn into_file(self) -> GraphFile {
        let (nodes, edges) = self.graph.into_nodes_edges();
        GraphFile {
            directed: true,
            multigraph: true,
            graph: GraphHead { schema: SCHEMA.into(), documents: self.documents.into_values().collect() },
            nodes: nodes.into_iter().map(|node| node.weight).collect(),
            edges: edges.into_iter().map(|edge| edge.weight).collect(),
        }
    }

    /// The same as [`Self::into_file`], for a graph that is still needed.
    pub fn to_file(&self) -> GraphFile {
        self.clone().into_file()
    }

    fn in_degree(&self, node: NodeIndex) -> usize {
        self.graph.edges_directed(node, Direction::Incoming).count()
    }

    fn beside(&self, id: &str, direction: Direction) -> Vec<(&EdgeRow, &NodeRow)> {
        let Some(node) = self.index.get(id) else { return Vec::new() };
        let mut edges: Vec<_> = self.graph.edges_directed(*node, direction).collect();
        edges.sort_by_key(|edge| edge.id());
        let other = |edge: &petgraph::graph::EdgeReference<'_, EdgeRow>| match direction {
            Direction::Outgoing => edge.target(),
            Direction::Incoming => edge.source(),
        };
        edges.iter().map(|edge| (edge.weight(), &self.graph[other(edge)])).collect()
    }
}

impl PartialEq for KnowledgeGraph {
    fn eq(&self, other: &Self) -> bool {
        self.documents == other.documents && self.nodes().eq(other.nodes()) && self.edges().eq(other.edges())
    }
}
