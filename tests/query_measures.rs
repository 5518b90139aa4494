//! Measures, groups and lists against slow and plain definitions on random graphs.

#[path = "support/random.rs"]
mod random;

use proptest::prelude::*;
use random::{Edge, TYPES, edges, graph};
use tuzhi::graph::Snapshot;
use tuzhi::query::{
    Filter, Measure, Page, Sieve, betweenness, degree, entities, groups, page_rank, rank, relations, shortest_paths,
};

fn snapshot(nodes: usize, edges: &[Edge]) -> Snapshot {
    Snapshot::of("random", &graph(nodes, edges))
}

/// PageRank by its matrix, many rounds.
fn slow_page_rank(nodes: usize, edges: &[Edge]) -> Vec<f64> {
    let count = nodes as f64;
    let between = |from: usize, to: usize| {
        let leaving: Vec<usize> = edges.iter().filter(|(source, ..)| *source == from).map(|(_, to, _)| *to).collect();
        let share = leaving.iter().filter(|other| **other == to).count() as f64 / leaving.len() as f64;
        0.15 / count + 0.85 * if leaving.is_empty() { 1.0 / count } else { share }
    };
    let matrix: Vec<Vec<f64>> = (0..nodes).map(|to| (0..nodes).map(|from| between(from, to)).collect()).collect();
    let mut weights = vec![1.0 / count; nodes];
    for _ in 0..400 {
        weights = matrix.iter().map(|row| row.iter().zip(&weights).map(|(a, b)| a * b).sum()).collect();
    }
    weights
}

/// Betweenness by its definition: all shortest paths between all pairs.
fn slow_betweenness(graph: &Snapshot, nodes: usize) -> Vec<f64> {
    let sieve = Sieve::new(graph, &Filter::default());
    let mut sums = vec![0.0; nodes];
    for from in 0..nodes {
        for to in (0..nodes).filter(|to| *to != from) {
            let paths = shortest_paths(&sieve, from, to, 10_000, &[]);
            let shortest: Vec<_> = paths.iter().filter(|path| path.len() == paths[0].len()).collect();
            for path in &shortest {
                path[1..path.len() - 1].iter().for_each(|node| sums[*node] += 1.0 / shortest.len() as f64);
            }
        }
    }
    let pairs = (nodes.saturating_sub(1) * nodes.saturating_sub(2)).max(1) as f64;
    sums.iter().map(|sum| sum / pairs).collect()
}

fn near(a: &[f64], b: &[f64]) -> bool {
    a.len() == b.len() && a.iter().zip(b).all(|(a, b)| (a - b).abs() < 1e-9)
}

proptest! {
    #[test]
    fn page_rank_is_that_of_the_matrix_and_sums_to_one((nodes, edges) in edges(8, 20)) {
        let graph = snapshot(nodes, &edges);
        let weights = page_rank(&Sieve::new(&graph, &Filter::default()));
        prop_assert!((weights.iter().sum::<f64>() - 1.0).abs() < 1e-9);
        prop_assert!(near(&weights, &slow_page_rank(nodes, &edges)), "{:?}", weights);
    }

    #[test]
    fn betweenness_is_what_its_definition_says((nodes, edges) in edges(7, 12)) {
        let graph = snapshot(nodes, &edges);
        let sieve = Sieve::new(&graph, &Filter::default());
        let (weights, sample) = betweenness(&sieve, usize::MAX);
        prop_assert_eq!(sample, None);
        let slow = slow_betweenness(&graph, nodes);
        prop_assert!(near(&weights, &slow), "{:?} {:?}", weights, slow);
        // With little effort it is told to be an estimate.
        let (_, sample) = betweenness(&sieve, 0);
        let joined = (0..nodes).filter(|n| edges.iter().any(|(a, b, _)| a != b && (a == n || b == n))).count();
        prop_assert_eq!(sample, (joined > 1).then_some((1, joined)));
    }

    #[test]
    fn ranks_fall_and_ties_stand_in_the_order_of_ids((nodes, edges) in edges(9, 20)) {
        let graph = snapshot(nodes, &edges);
        let sieve = Sieve::new(&graph, &Filter::default());
        let degrees = degree(&sieve);
        for (node, weight) in degrees.iter().enumerate() {
            prop_assert_eq!(*weight, graph.degree(node) as f64);
        }
        let ranking = rank(&sieve, Measure::Degree, Page::ALL);
        for (at, pair) in ranking.rows.windows(2).enumerate() {
            let [a, b] = pair else { unreachable!("two") };
            prop_assert!(a.weight > b.weight || a.weight == b.weight && a.entity.id < b.entity.id);
            prop_assert_eq!(b.rank, if a.weight == b.weight { a.rank } else { at + 2 });
        }
        let page = rank(&sieve, Measure::Degree, Page { offset: 1, limit: 3 });
        prop_assert_eq!(&page.rows[..], &ranking.rows[1.min(nodes)..4.min(nodes)]);
    }

    #[test]
    fn groups_hold_everything_once_and_are_named_by_their_centre((nodes, edges) in edges(9, 16)) {
        let graph = snapshot(nodes, &edges);
        let found = groups(&Sieve::new(&graph, &Filter::default()), false, Page::ALL);
        let mut members: Vec<&str> =
            found.rows.iter().flat_map(|group| &group.members).map(|member| member.id.as_str()).collect();
        prop_assert_eq!(members.len() + found.alone, nodes);
        members.sort_unstable();
        members.dedup();
        prop_assert_eq!(members.len() + found.alone, nodes);
        for group in &found.rows {
            let at = |id: &str| graph.node_of(id).expect("there");
            let numbers: Vec<usize> = group.members.iter().map(|member| at(&member.id)).collect();
            let inside = |node: usize| {
                let both = |(a, b, _): &&Edge| a != b && numbers.contains(a) && numbers.contains(b);
                edges.iter().filter(both).map(|(a, b, _)| usize::from(*a == node) + usize::from(*b == node)).sum::<usize>()
            };
            let most = numbers.iter().map(|node| inside(*node)).max();
            prop_assert_eq!(Some(inside(at(&group.center.id))), most);
            prop_assert_eq!(group.size, group.members.len());
        }
    }

    #[test]
    fn lists_hold_what_the_filter_says(
        (nodes, edges) in edges(8, 20),
        wanted in prop::option::of(0..3_u8),
        planned in any::<bool>(),
        year in prop::option::of(2021..2023_u16),
        least in prop::option::of(0.0..0.4_f64),
    ) {
        let graph = snapshot(nodes, &edges);
        let filter = Filter {
            relations: wanted.map(|kind| TYPES[usize::from(kind)].parse().expect("a type")).into_iter().collect(),
            modalities: if planned { vec!["planned".parse().expect("a modality")] } else { Vec::new() },
            period: year.map(tuzhi::model::Period::year),
            min_confidence: least,
            ..Filter::default()
        };
        let sieve = Sieve::new(&graph, &filter);
        let keeps = |at: usize| {
            let row = graph.edge(at).expect("a row");
            let (source, target) = graph.ends(at);
            let sure = |node| graph.node_confidence(node).is_none_or(|sure| least.is_none_or(|least| sure >= least));
            wanted.is_none_or(|kind| row.kind == TYPES[usize::from(kind)])
                && (!planned || row.modality == "planned")
                && year.is_none_or(|year| row.period == Some(year.to_string()))
                && least.is_none_or(|least| row.confidence >= least)
                && (sure(source) || sure(target))
        };
        let expected: Vec<String> =
            (0..graph.edge_count()).filter(|at| keeps(*at)).map(|at| graph.edge(at).expect("a row").key).collect();
        let listed = relations(&sieve, Page::ALL).expect("rows are read");
        prop_assert_eq!(listed.total, expected.len());
        prop_assert_eq!(listed.rows.into_iter().map(|claim| claim.key).collect::<Vec<_>>(), expected);
        let all = entities(&sieve, Page::ALL).expect("rows are read");
        let page = entities(&sieve, Page { offset: 2, limit: 2 }).expect("rows are read");
        prop_assert_eq!(page.total, all.rows.len());
        prop_assert_eq!(&page.rows[..], Page { offset: 2, limit: 2 }.of(&all.rows));
    }
}
