//! What matters most: by relations, by what points to it, by what hangs together through it.

use rayon::prelude::*;
use serde::Serialize;

use super::cite::Named;
use super::filter::Sieve;
use super::network::Network;
use super::page::Page;

/// How weight is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    /// Number of relations that leave or reach an entity.
    Degree,
    /// PageRank (Brin and Page 1998) from head to tail with the damping 0.85; what points nowhere
    /// shares its weight with all. Sums to 1.
    PageRank,
    /// Share of the shortest paths between two others, relations taken in both directions, that
    /// pass through an entity (Freeman 1977), between 0 and 1.
    Betweenness,
}

/// Entities by weight.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Ranking {
    /// Number of entities that are let through.
    pub total: usize,
    /// Where paths were counted from a part of the entities only: from how many, and of how many.
    /// The weights are estimates then (Brandes and Pich 2007).
    pub sample: Option<(usize, usize)>,
    /// Those of the page, the heaviest first, then by id.
    pub rows: Vec<Ranked>,
}

/// An entity with its weight.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Ranked {
    /// From 1; the same for the same weight.
    pub rank: usize,
    /// The entity.
    pub entity: Named,
    /// Its weight.
    pub weight: f64,
}

/// Weighs entities by the relations that are let through, and lists those that are.
pub fn rank(sieve: &Sieve<'_>, by: Measure, page: Page) -> Ranking {
    let (weights, sample) = match by {
        Measure::Degree => (degree(sieve), None),
        Measure::PageRank => (page_rank(sieve), None),
        Measure::Betweenness => betweenness(sieve, EFFORT),
    };
    // What differs by how sums were rounded is the same.
    let weights: Vec<f64> = weights.iter().map(|weight| (weight * 1e12).round() / 1e12).collect();
    let mut kept: Vec<usize> = (0..weights.len()).filter(|node| sieve.keeps_node(*node)).collect();
    kept.sort_by(|a, b| weights[*b].total_cmp(&weights[*a]).then(a.cmp(b)));
    let mut ranks = vec![1; kept.len()];
    for at in 1..kept.len() {
        ranks[at] = if weights[kept[at]] == weights[kept[at - 1]] { ranks[at - 1] } else { at + 1 };
    }
    let ranked: Vec<(usize, usize)> = ranks.into_iter().zip(kept).collect();
    let row = |(rank, node): &(usize, usize)| Ranked {
        rank: *rank,
        entity: Named::of(sieve.graph(), *node),
        weight: weights[*node],
    };
    Ranking { total: ranked.len(), sample, rows: page.of(&ranked).iter().map(row).collect() }
}

/// Relations of each entity that are let through; one to itself counts twice.
pub fn degree(sieve: &Sieve<'_>) -> Vec<f64> {
    let graph = sieve.graph();
    let mut degree = vec![0.0; graph.node_count()];
    for edge in (0..graph.edge_count()).filter(|edge| sieve.keeps_edge(*edge)) {
        let (source, target) = graph.ends(edge);
        degree[source] += 1.0;
        degree[target] += 1.0;
    }
    degree
}

/// Weight that follows a relation; the rest falls anywhere.
const DAMPING: f64 = 0.85;

/// Change of all weights together at which they count as settled.
const SETTLED: f64 = 1e-12;

/// Rounds at most; the change falls by [`DAMPING`] in each.
const ROUNDS: usize = 300;

/// PageRank of each entity, as [`Measure::PageRank`] says.
pub fn page_rank(sieve: &Sieve<'_>) -> Vec<f64> {
    let network = Network::directed(sieve);
    let count = network.len();
    let even = 1.0 / count.max(1) as f64;
    let mut weights = vec![even; count];
    for _ in 0..ROUNDS {
        let lost: f64 = (0..count).filter(|node| network.beside(*node).is_empty()).map(|node| weights[node]).sum();
        let mut next = vec![even * (1.0 - DAMPING + DAMPING * lost); count];
        for (node, weight) in weights.iter().enumerate() {
            let others = network.beside(node);
            let share = DAMPING * weight / others.len().max(1) as f64;
            others.iter().for_each(|other| next[*other as usize] += share);
        }
        let change: f64 = weights.iter().zip(&next).map(|(a, b)| (a - b).abs()).sum();
        weights = next;
        if change < SETTLED {
            break;
        }
    }
    weights
}

/// Steps over relations that are spent on counting paths: seconds.
const EFFORT: usize = 500_000_000;

/// Entities that paths are counted from at a time, whatever the number of threads, so that sums
/// are always made in the same order.
const TOGETHER: usize = 16;

/// Betweenness of each entity as [`Measure::Betweenness`] says, by Brandes (2001, “A faster
/// algorithm for betweenness centrality”); where that takes more than `effort` steps, from
/// entities spread evenly over the order of ids, and how many of how many they are.
pub fn betweenness(sieve: &Sieve<'_>, effort: usize) -> (Vec<f64>, Option<(usize, usize)>) {
    let network = Network::simple(sieve);
    let count = network.len();
    let joined: Vec<usize> = (0..count).filter(|node| !network.beside(*node).is_empty()).collect();
    let affordable = (effort / (network.links() + 1)).max(1);
    let sources: Vec<usize> = if affordable >= joined.len() {
        joined.clone()
    } else {
        (0..affordable).map(|at| joined[at * joined.len() / affordable]).collect()
    };
    let parts: Vec<Vec<f64>> = sources.par_chunks(TOGETHER).map(|part| dependencies(&network, part)).collect();
    let mut sums = vec![0.0; count];
    for part in &parts {
        sums.iter_mut().zip(part).for_each(|(sum, more)| *sum += more);
    }
    // Every pair is met from both its ends.
    let pairs = (count.saturating_sub(1) * count.saturating_sub(2)) as f64;
    let scale = joined.len() as f64 / (sources.len().max(1) as f64 * pairs.max(1.0));
    sums.iter_mut().for_each(|sum| *sum *= scale);
    (sums, (sources.len() < joined.len()).then_some((sources.len(), joined.len())))
}

/// For each entity, the sum over some sources of the shares of shortest paths that pass through it.
fn dependencies(network: &Network, sources: &[usize]) -> Vec<f64> {
    let count = network.len();
    let mut sums = vec![0.0; count];
    let (mut distance, mut paths, mut share) = (vec![u32::MAX; count], vec![0.0_f64; count], vec![0.0_f64; count]);
    let mut met: Vec<usize> = Vec::new();
    for source in sources {
        for node in met.drain(..) {
            (distance[node], paths[node], share[node]) = (u32::MAX, 0.0, 0.0);
        }
        (distance[*source], paths[*source]) = (0, 1.0);
        met.push(*source);
        let mut next = 0;
        while let Some(node) = met.get(next).copied() {
            next += 1;
            for other in network.beside(node).iter().map(|other| *other as usize) {
                if distance[other] == u32::MAX {
                    distance[other] = distance[node] + 1;
                    met.push(other);
                }
                if distance[other] == distance[node] + 1 {
                    paths[other] += paths[node];
                }
            }
        }
        for node in met.iter().rev().copied() {
            for other in network.beside(node).iter().map(|other| *other as usize) {
                if distance[other] == distance[node] + 1 {
                    share[node] += paths[node] / paths[other] * (1.0 + share[other]);
                }
            }
            if node != *source {
                sums[node] += share[node];
            }
        }
    }
    sums
}
