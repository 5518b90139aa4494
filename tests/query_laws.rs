//! Answers against slow and plain definitions on random graphs.

#[path = "support/random.rs"]
mod random;

use proptest::prelude::*;
use random::{Edge, TYPES, edges, graph};
use tuzhi::graph::Snapshot;
use tuzhi::query::{Filter, Reach, Sieve, paths, reach, shortest_paths};

/// Whether an edge of a wanted type joins two nodes, in either direction.
fn joined(edges: &[Edge], wanted: Option<u8>, a: usize, b: usize) -> bool {
    let fits = |(source, target, kind): &Edge| {
        wanted.is_none_or(|wanted| wanted == *kind) && ((*source, *target) == (a, b) || (*source, *target) == (b, a))
    };
    edges.iter().any(fits)
}

/// Every simple path, by trying all.
fn all_paths(nodes: usize, edges: &[Edge], wanted: Option<u8>, path: &mut Vec<usize>, to: usize) -> Vec<Vec<usize>> {
    let last = path[path.len() - 1];
    if last == to {
        return vec![path.clone()];
    }
    let mut found = Vec::new();
    for next in 0..nodes {
        if !path.contains(&next) && joined(edges, wanted, last, next) {
            path.push(next);
            found.extend(all_paths(nodes, edges, wanted, path, to));
            path.pop();
        }
    }
    found
}

fn snapshot(nodes: usize, edges: &[Edge]) -> Snapshot {
    Snapshot::of("random", &graph(nodes, edges))
}

fn filter(wanted: Option<u8>) -> Filter {
    let relations = wanted.map(|kind| TYPES[usize::from(kind)].parse().expect("a type")).into_iter().collect();
    Filter { relations, ..Filter::default() }
}

proptest! {
    #[test]
    fn paths_are_the_first_of_all_by_length_and_ids(
        (nodes, edges) in edges(7, 16),
        wanted in prop::option::weighted(0.3, 0..3_u8),
        avoid in prop::option::weighted(0.3, 0..7_usize),
        count in 1..12_usize,
    ) {
        let graph = snapshot(nodes, &edges);
        let sieve = Sieve::new(&graph, &filter(wanted));
        let (from, to) = (0, nodes - 1);
        let avoid: Vec<usize> = avoid.into_iter().collect();
        let mut expected = if from == to { Vec::new() } else { all_paths(nodes, &edges, wanted, &mut vec![from], to) };
        expected.retain(|path| path[1..path.len() - 1].iter().all(|node| !avoid.contains(node)));
        expected.sort_by_key(|path| (path.len(), path.clone()));
        expected.truncate(count);
        prop_assert_eq!(shortest_paths(&sieve, from, to, count, &avoid), expected);
    }

    #[test]
    fn every_step_of_a_path_says_all_that_joins_its_ends((nodes, edges) in edges(6, 14)) {
        let graph = snapshot(nodes, &edges);
        let sieve = Sieve::new(&graph, &Filter::default());
        for path in paths(&sieve, 0, nodes - 1, 4, &[]).expect("rows are read") {
            for (pair, claims) in path.nodes.windows(2).zip(&path.steps) {
                let ends = |claim: &tuzhi::query::Claim| {
                    (claim.source == pair[0] && claim.target == pair[1]) || (claim.source == pair[1] && claim.target == pair[0])
                };
                prop_assert!(claims.iter().all(ends));
                let number = |at: usize| pair[at].id.trim_start_matches("project:n").parse::<usize>().expect("a number");
                let (a, b) = (number(0), number(1));
                let between = edges.iter().filter(|(s, t, _)| (*s, *t) == (a, b) || (*s, *t) == (b, a)).count();
                prop_assert_eq!(claims.len(), between);
            }
        }
    }

    #[test]
    fn distances_are_those_of_the_shortest_paths(
        (nodes, edges) in edges(8, 14),
        wanted in prop::option::weighted(0.3, 0..3_u8),
        depth in 0..5_u32,
    ) {
        let graph = snapshot(nodes, &edges);
        let found = reach(&Sieve::new(&graph, &filter(wanted)), 0, depth);
        // Floyd and Warshall.
        let step = |a, b| if a == b { 0 } else if joined(&edges, wanted, a, b) { 1 } else { u32::MAX / 2 };
        let mut steps: Vec<Vec<u32>> = (0..nodes).map(|a| (0..nodes).map(|b| step(a, b)).collect()).collect();
        for via in 0..nodes {
            for a in 0..nodes {
                for b in 0..nodes {
                    steps[a][b] = steps[a][b].min(steps[a][via] + steps[via][b]);
                }
            }
        }
        let expected: Vec<u32> = steps[0].iter().map(|far| if *far <= depth { *far } else { Reach::FAR }).collect();
        prop_assert_eq!(&found.distance, &expected);
        prop_assert!(found.met.is_sorted_by_key(|node| expected[*node]));
    }
}
