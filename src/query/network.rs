//! The relations that count, without what is said of them: who stands beside whom.

use super::filter::Sieve;

/// Neighbours by number.
#[derive(Debug)]
pub(super) struct Network {
    /// Where the neighbours of each entity end in `others`.
    ends: Vec<usize>,
    others: Vec<u32>,
}

impl Network {
    /// From head to tail, as often as a relation says so.
    pub(super) fn directed(sieve: &Sieve<'_>) -> Self {
        let graph = sieve.graph();
        Self::of(graph.node_count(), |node, others| {
            let kept = graph.outgoing(node).filter(|edge| sieve.keeps_edge(*edge));
            others.extend(kept.map(|edge| graph.ends(edge).1 as u32));
        })
    }

    /// In both directions, each neighbour once, none beside itself.
    pub(super) fn simple(sieve: &Sieve<'_>) -> Self {
        let graph = sieve.graph();
        Self::of(graph.node_count(), |node, others| {
            let leaving = graph.outgoing(node).filter(|edge| sieve.keeps_edge(*edge)).map(|edge| graph.ends(edge).1);
            let reaching = graph.incoming(node).filter(|edge| sieve.keeps_edge(*edge)).map(|edge| graph.ends(edge).0);
            let mut beside: Vec<u32> =
                leaving.chain(reaching).filter(|other| *other != node).map(|other| other as u32).collect();
            beside.sort_unstable();
            beside.dedup();
            others.extend(beside);
        })
    }

    fn of(count: usize, fill: impl Fn(usize, &mut Vec<u32>)) -> Self {
        let (mut ends, mut others) = (Vec::with_capacity(count), Vec::new());
        for node in 0..count {
            fill(node, &mut others);
            ends.push(others.len());
        }
        Self { ends, others }
    }

    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// Number of neighbours of all.
    pub(super) fn links(&self) -> usize {
        self.others.len()
    }

    pub(super) fn beside(&self, node: usize) -> &[u32] {
        let start = node.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.others[start..self.ends[node]]
    }
}
