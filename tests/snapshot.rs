//! Snapshots: what is written is read again, and what is damaged is said to be.

#[path = "support/random.rs"]
mod random;

use proptest::prelude::*;
use random::{edges, graph};
use tuzhi::graph::{KnowledgeGraph, Snapshot, merge, parse_graph};

fn written(graph: &KnowledgeGraph) -> Vec<u8> {
    let mut bytes = Vec::new();
    Snapshot::of("g", graph).write(&mut bytes).expect("memory takes it");
    bytes
}

fn reason(bytes: &[u8]) -> String {
    Snapshot::read("g.tzs", bytes).expect_err("it is damaged").to_string()
}

fn golden() -> KnowledgeGraph {
    let bytes = std::fs::read("tests/golden/graph/graph.json").expect("the golden graph is there");
    parse_graph("graph.json", &bytes).expect("the golden graph reads")
}

proptest! {
    #[test]
    fn a_graph_comes_back_as_it_went_in((nodes, edges) in edges(9, 20)) {
        let graph = graph(nodes, &edges);
        let bytes = written(&graph);
        let read = Snapshot::read("g.tzs", bytes.as_slice()).expect("it is whole");
        prop_assert_eq!(read.to_graph().expect("rows are read"), graph.clone());
        let mut again = Vec::new();
        read.write(&mut again).expect("memory takes it");
        prop_assert_eq!(again, bytes);
    }

    #[test]
    fn a_changed_byte_is_found_out(at in any::<prop::sample::Index>(), change in 1..=255_u8) {
        let mut bytes = written(&golden());
        let at = at.index(bytes.len());
        bytes[at] ^= change;
        let reason = reason(&bytes);
        prop_assert!(reason.starts_with("g.tzs: ") && reason.contains("; "), "{}", reason);
    }

    #[test]
    fn a_snapshot_cut_short_is_found_out(at in any::<prop::sample::Index>()) {
        let bytes = written(&golden());
        let reason = reason(&bytes[..at.index(bytes.len())]);
        prop_assert!(reason.contains("cut short"), "{}", reason);
    }
}

#[test]
fn columns_answer_what_the_rows_say() {
    let graph = golden();
    let open = Snapshot::of("g", &graph);
    assert_eq!((open.node_count(), open.edge_count()), (graph.nodes().len(), graph.edges().len()));
    for (at, row) in graph.nodes().enumerate() {
        assert_eq!(open.node_of(&row.id), Some(at));
        assert_eq!((open.kind(at), open.name(at)), (row.kind.as_str(), row.name.as_str()));
        assert!(open.aliases(at).eq(row.aliases.iter().map(String::as_str)));
        assert_eq!(open.degree(at), graph.degree(&row.id));
        assert!(
            open.outgoing(at)
                .map(|edge| open.edge(edge).expect("a row"))
                .eq(graph.outgoing(&row.id).into_iter().map(|(edge, _)| edge.clone()))
        );
        assert!(
            open.incoming(at)
                .map(|edge| open.edge(edge).expect("a row"))
                .eq(graph.incoming(&row.id).into_iter().map(|(edge, _)| edge.clone()))
        );
    }
    assert_eq!(open.node_of("region:无"), None);
}

#[test]
fn what_is_no_snapshot_is_said_to_be_none() {
    assert!(reason(b"{}").contains("cut short"));
    assert!(reason(&[b'{'; 100]).contains("not a snapshot"));
    let mut later = written(&merge([]));
    later[8] = 9;
    assert!(reason(&later).contains("version 9"), "{}", reason(&later));
    let mut ended = written(&merge([]));
    ended[28] = 1;
    assert!(reason(&ended).contains("head"), "{}", reason(&ended));
    let mut longer = written(&merge([]));
    longer.push(0);
    assert!(reason(&longer).contains("another length"), "{}", reason(&longer));
}
