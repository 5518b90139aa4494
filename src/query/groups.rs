//! What hangs together: communities, each named by its centre.

use std::collections::BTreeMap;

use serde::Serialize;

use super::cite::Named;
use super::filter::Sieve;
use super::page::Page;
use crate::graph::communities_of;

/// Communities of a graph.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Communities {
    /// The share of relations inside communities less what chance would give.
    pub modularity: f64,
    /// Number of communities of two or more.
    pub total: usize,
    /// Number of entities that nothing joins to another.
    pub alone: usize,
    /// Reporting regions that were left out, because everything hangs on them.
    pub without: Vec<Named>,
    /// Those of the page, the largest first, then by the id of the centre.
    pub rows: Vec<Community>,
}

/// A community.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Community {
    /// The member with the most relations inside.
    pub center: Named,
    /// Number of members.
    pub size: usize,
    /// Number of members of each kind, the most first.
    pub kinds: Vec<(String, usize)>,
    /// The members, those with the most relations inside first, then by id.
    pub members: Vec<Named>,
}

/// The communities (Louvain, made exact: see [`crate::graph::communities`]) of the entities and
/// relations that are let through. The regions that report are left out unless `regions`: nearly
/// everything in a report hangs on its region, and with it in between nothing falls into groups.
pub fn groups(sieve: &Sieve<'_>, regions: bool, page: Page) -> Communities {
    let graph = sieve.graph();
    let reporting = graph.documents().iter().filter_map(|row| row.region.as_deref());
    let mut without: Vec<usize> =
        if regions { Vec::new() } else { reporting.filter_map(|id| graph.node_of(id)).collect() };
    without.sort_unstable();
    without.dedup();
    let keeps = |node: usize| sieve.keeps_node(node) && without.binary_search(&node).is_err();
    let nodes: Vec<usize> = (0..graph.node_count()).filter(|node| keeps(*node)).collect();
    let place = |node: usize| nodes.binary_search(&node).ok();
    let edges = (0..graph.edge_count()).filter(|edge| sieve.keeps_edge(*edge)).map(|edge| graph.ends(edge));
    let pairs: Vec<(usize, usize)> = edges.filter_map(|(a, b)| Some((place(a)?, place(b)?))).collect();
    let (group, modularity) = communities_of(nodes.len(), pairs.iter().copied());
    let mut inside = vec![0_usize; nodes.len()];
    for (a, b) in pairs.iter().filter(|(a, b)| a != b && group[*a] == group[*b]) {
        inside[*a] += 1;
        inside[*b] += 1;
    }
    let mut members: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    (0..nodes.len()).for_each(|at| members.entry(group[at]).or_default().push(at));
    let (mut found, single): (Vec<Vec<usize>>, Vec<_>) = members.into_values().partition(|group| group.len() > 1);
    found.iter_mut().for_each(|group| group.sort_by_key(|at| (std::cmp::Reverse(inside[*at]), *at)));
    found.sort_by_key(|group| (std::cmp::Reverse(group.len()), group[0]));
    let told = |group: &Vec<usize>| {
        let members: Vec<Named> = group.iter().map(|at| Named::of(graph, nodes[*at])).collect();
        let mut kinds: BTreeMap<&str, usize> = BTreeMap::new();
        members.iter().for_each(|member| *kinds.entry(&member.kind).or_default() += 1);
        let mut kinds: Vec<(String, usize)> = kinds.into_iter().map(|(kind, count)| (kind.into(), count)).collect();
        kinds.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        Community { center: members[0].clone(), size: members.len(), kinds, members }
    };
    Communities {
        modularity,
        total: found.len(),
        alone: single.len(),
        without: without.into_iter().map(|node| Named::of(graph, node)).collect(),
        rows: page.of(&found).iter().map(told).collect(),
    }
}
