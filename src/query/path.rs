//! How two things hang together: the shortest ways between them.

use std::cmp::Reverse;
use std::collections::{BTreeSet, BinaryHeap};

use rustc_hash::FxHashMap;
use serde::Serialize;

use super::cite::{Claim, Named};
use super::filter::Sieve;
use crate::error::Result;

/// A way from one entity to another that meets none twice.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Path {
    /// The entities on it, both ends among them.
    pub nodes: Vec<Named>,
    /// For each step the relations between its two entities, in the order of source, target and key.
    pub steps: Vec<Vec<Claim>>,
}

/// The `count` shortest simple paths between two entities, relations taken in either direction;
/// those of the same length in the order of their ids. None where nothing joins them.
///
/// What the sieve asks of relations holds for every step, what it asks of entities for all
/// between the two ends; those of `avoid` are not passed through.
///
/// # Errors
/// Those of [`crate::graph::Snapshot::edge`].
pub fn paths(sieve: &Sieve<'_>, from: usize, to: usize, count: usize, avoid: &[usize]) -> Result<Vec<Path>> {
    let graph = sieve.graph();
    let found = shortest_paths(sieve, from, to, count, avoid);
    let step = |pair: &[usize]| {
        let mut edges: Vec<usize> = graph.between(pair[0], pair[1]).chain(graph.between(pair[1], pair[0])).collect();
        edges.sort_unstable();
        let kept = edges.into_iter().filter(|edge| sieve.keeps_edge(*edge));
        kept.map(|edge| Claim::of(graph, edge)).collect::<Result<Vec<_>>>()
    };
    let told = |nodes: &Vec<usize>| {
        Ok(Path {
            nodes: nodes.iter().map(|node| Named::of(graph, *node)).collect(),
            steps: nodes.windows(2).map(step).collect::<Result<_>>()?,
        })
    };
    found.iter().map(told).collect()
}

/// The same as numbers of entities.
///
/// The method is Yen's (1971, “Finding the K shortest loopless paths in a network”) with Lawler's
/// rule of where to leave a known path. Each leg is the first by ids among the shortest, so that
/// the order of paths is exact.
pub fn shortest_paths(sieve: &Sieve<'_>, from: usize, to: usize, count: usize, avoid: &[usize]) -> Vec<Vec<usize>> {
    let mut found: Vec<Vec<usize>> = Vec::new();
    if from == to || count == 0 {
        return found;
    }
    let search = Search::new(sieve, from, to, avoid);
    // Candidates with the place at which each left the path it was made of.
    let mut open: BTreeSet<(usize, Vec<usize>, usize)> = BTreeSet::new();
    if let Some(path) = search.leg(from, &[], &[]) {
        open.insert((path.len(), path, 0));
    }
    while let Some((_, path, left)) = open.pop_first() {
        for at in left..path.len() - 1 {
            let root = &path[..at];
            let taken = found.iter().chain([&path]).filter(|known| known.len() > at + 1 && known[..=at] == path[..=at]);
            let taken: Vec<usize> = taken.map(|known| known[at + 1]).collect();
            if let Some(leg) = search.leg(path[at], root, &taken) {
                let whole: Vec<usize> = root.iter().chain(&leg).copied().collect();
                open.insert((whole.len(), whole, at));
            }
        }
        found.push(path);
        if found.len() == count {
            break;
        }
    }
    found
}

/// Searches for one target.
struct Search<'s, 'g> {
    sieve: &'s Sieve<'g>,
    from: usize,
    to: usize,
    avoid: &'s [usize],
    /// Steps to the target, exact up to `horizon`.
    ahead: Vec<u32>,
    /// What lies farther has this many steps to go at least.
    horizon: u32,
}

impl<'s, 'g> Search<'s, 'g> {
    /// Measures the ways to `to` until `from` is met.
    fn new(sieve: &'s Sieve<'g>, from: usize, to: usize, avoid: &'s [usize]) -> Self {
        let ahead = vec![u32::MAX; sieve.graph().node_count()];
        let mut search = Self { sieve, from, to, avoid, ahead, horizon: 0 };
        let mut rim = vec![to];
        search.ahead[to] = 0;
        while search.ahead[from] == u32::MAX && !rim.is_empty() {
            search.horizon += 1;
            let mut next = Vec::new();
            for node in rim {
                search.around(node, |other| next.push(other));
            }
            next.retain(|node| {
                let new = search.ahead[*node] == u32::MAX;
                if new {
                    search.ahead[*node] = search.horizon;
                }
                new
            });
            rim = next;
        }
        search
    }

    /// Least number of steps from `node` to the target.
    fn to_go(&self, node: usize) -> u32 {
        self.ahead[node].min(self.horizon + 1)
    }

    /// The entities beside `node` that a path may pass through or end at. Some are given twice.
    fn around(&self, node: usize, mut step: impl FnMut(usize)) {
        let graph = self.sieve.graph();
        let mut look = |edge: usize, other: usize| {
            if self.sieve.keeps_edge(edge) && self.may_pass(other) {
                step(other);
            }
        };
        graph.outgoing(node).for_each(|edge| look(edge, graph.ends(edge).1));
        graph.incoming(node).for_each(|edge| look(edge, graph.ends(edge).0));
    }

    fn may_pass(&self, node: usize) -> bool {
        node == self.from || node == self.to || !self.avoid.contains(&node) && self.sieve.keeps_node(node)
    }

    /// The shortest path from `start` to the target that meets no entity of `closed` and does not
    /// go on with one of `taken`; among several the first by ids.
    fn leg(&self, start: usize, closed: &[usize], taken: &[usize]) -> Option<Vec<usize>> {
        // Nothing was met before the graph ended: no way leads there.
        if self.ahead[self.from] == u32::MAX {
            return None;
        }
        let open = |node: usize, other: usize| {
            other != start && !closed.contains(&other) && !(node == start && taken.contains(&other))
        };
        // A* (Hart et al. 1968), until all that may lie on a shortest path has its distance.
        let mut behind: FxHashMap<usize, u32> = FxHashMap::default();
        let mut queue = BinaryHeap::from([Reverse((self.to_go(start), 0, start))]);
        behind.insert(start, 0);
        while let Some(Reverse((length, steps, node))) = queue.pop() {
            if behind.get(&self.to).is_some_and(|shortest| length > *shortest) {
                break;
            }
            if steps > behind[&node] || node == self.to {
                continue;
            }
            self.around(node, |other| {
                let nearer = behind.get(&other).is_none_or(|known| steps + 1 < *known);
                if nearer && open(node, other) {
                    behind.insert(other, steps + 1);
                    queue.push(Reverse((steps + 1 + self.to_go(other), steps + 1, other)));
                }
            });
        }
        let length = *behind.get(&self.to)?;
        // Backwards: what lies on a shortest path; then forwards, the first by ids each time.
        let mut levels: Vec<BTreeSet<usize>> = vec![BTreeSet::from([self.to])];
        for steps in (0..length).rev() {
            let mut before = BTreeSet::new();
            for node in levels.last().into_iter().flatten() {
                self.around(*node, |other| {
                    if behind.get(&other) == Some(&steps) && open(other, *node) {
                        before.insert(other);
                    }
                });
            }
            levels.push(before);
        }
        let mut path = vec![start];
        for level in levels.iter().rev().skip(1) {
            let node = *path.last()?;
            let mut next = None;
            self.around(node, |other| {
                if level.contains(&other) && open(node, other) && next.is_none_or(|least| other < least) {
                    next = Some(other);
                }
            });
            path.push(next?);
        }
        Some(path)
    }
}
