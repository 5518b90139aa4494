//! What hangs together: connected components, and communities of high modularity.
//!
//! The communities are those of the Louvain method (Blondel et al. 2008, “Fast unfolding of
//! communities in large networks”), made exact and deterministic: weights are whole numbers,
//! nodes are visited in the order of their ids, ties go to the community met first, and no
//! community falls apart into pieces without an edge between them (the flaw that Traag et al.
//! 2019, “From Louvain to Leiden”, found in the original).

use std::collections::{BTreeMap, BTreeSet};

use petgraph::unionfind::UnionFind;

use super::file::NodeRow;
use super::knowledge::KnowledgeGraph;

/// Groups of node ids, each sorted; the largest group first, then by first id.
pub type Groups<'a> = Vec<Vec<&'a str>>;

/// The connected components of the nodes that `keep` keeps, edges taken in both directions.
/// Leave out the reporting regions to see what hangs together without them.
pub fn components<'a>(graph: &'a KnowledgeGraph, keep: impl Fn(&NodeRow) -> bool) -> Groups<'a> {
    let network = Network::of(graph, keep);
    network.named(&network.links.pieces(&vec![0; network.ids.len()]))
}

/// Communities of the nodes that `keep` keeps, edges taken in both directions, each edge row
/// with the weight one.
pub fn communities<'a>(graph: &'a KnowledgeGraph, keep: impl Fn(&NodeRow) -> bool) -> Groups<'a> {
    let network = Network::of(graph, keep);
    network.named(&network.links.communities())
}

/// Communities of the numbers below `count` by pairs of them that are joined, as often as they
/// are: for each number that of its community, from 0 in the order in which they are met, and
/// the modularity of it all.
pub fn communities_of(count: usize, pairs: impl IntoIterator<Item = (usize, usize)>) -> (Vec<usize>, f64) {
    let links = Links::of(count, pairs);
    let groups = links.communities();
    let modularity = links.modularity(&groups);
    (groups, modularity)
}

/// The modularity of `groups`, which must hold every node at most once: the share of edges
/// inside groups less what chance would give, between −½ and 1. Nodes in no group are left out.
/// 0 for a graph without edges.
pub fn modularity(graph: &KnowledgeGraph, groups: &[Vec<&str>]) -> f64 {
    let of: BTreeMap<&str, usize> =
        groups.iter().enumerate().flat_map(|(at, ids)| ids.iter().map(move |id| (*id, at))).collect();
    let network = Network::of(graph, |node| of.contains_key(node.id.as_str()));
    let numbers: Vec<usize> = network.ids.iter().map(|id| of[id]).collect();
    network.links.modularity(&numbers)
}

/// The kept nodes by number.
struct Network<'a> {
    ids: Vec<&'a str>,
    links: Links,
}

/// Whole-numbered weights between numbered nodes, the same in both directions.
struct Links {
    beside: Vec<BTreeMap<usize, i128>>,
    /// Weight of all links of a node, those inside it counted twice.
    degrees: Vec<i128>,
}

impl<'a> Network<'a> {
    fn of(graph: &'a KnowledgeGraph, keep: impl Fn(&NodeRow) -> bool) -> Self {
        let ids: Vec<&str> = graph.nodes().filter(|node| keep(node)).map(|node| node.id.as_str()).collect();
        let place = |id: &String| ids.binary_search(&id.as_str()).ok();
        let pairs = graph.edges().filter_map(|edge| Some((place(&edge.source)?, place(&edge.target)?)));
        let links = Links::of(ids.len(), pairs);
        Self { ids, links }
    }

    fn named(&self, groups: &[usize]) -> Groups<'a> {
        let mut named: BTreeMap<usize, Vec<&str>> = BTreeMap::new();
        for (node, group) in groups.iter().enumerate() {
            named.entry(*group).or_default().push(self.ids[node]);
        }
        let mut named: Groups<'a> = named.into_values().collect();
        named.sort_by(|a, b| b.len().cmp(&a.len()).then_with(|| a.cmp(b)));
        named
    }
}

impl Links {
    fn of(count: usize, pairs: impl IntoIterator<Item = (usize, usize)>) -> Self {
        let mut links = Self { beside: vec![BTreeMap::new(); count], degrees: vec![0; count] };
        for (a, b) in pairs.into_iter().filter(|(a, b)| a != b) {
            links.add(a, b, 1);
            links.add(b, a, 1);
        }
        links
    }

    fn communities(&self) -> Vec<usize> {
        let mut groups: Vec<usize> = (0..self.len()).collect();
        loop {
            let before = groups.clone();
            self.settle(&mut groups);
            groups = self.pieces(&groups);
            let coarse = self.gathered(&groups);
            let mut coarse_groups: Vec<usize> = (0..coarse.len()).collect();
            coarse.settle(&mut coarse_groups);
            groups = renumbered(groups.iter().map(|group| coarse_groups[*group]));
            // Every change raises the modularity, a whole number over a fixed one, so this ends.
            if groups == before {
                return groups;
            }
        }
    }

    fn modularity(&self, groups: &[usize]) -> f64 {
        let twice: i128 = self.degrees.iter().sum();
        let (inside, squares) = self.inside_and_squares(groups);
        if twice == 0 { 0.0 } else { (inside * twice - squares) as f64 / (twice * twice) as f64 }
    }

    /// Groups parted into what is connected inside each.
    fn pieces(&self, groups: &[usize]) -> Vec<usize> {
        let mut union = UnionFind::<usize>::new(groups.len());
        for (node, beside) in self.beside.iter().enumerate() {
            for other in beside.keys().filter(|other| groups[**other] == groups[node]) {
                union.union(node, *other);
            }
        }
        renumbered(union.into_labeling())
    }

    fn len(&self) -> usize {
        self.beside.len()
    }

    fn add(&mut self, from: usize, to: usize, weight: i128) {
        *self.beside[from].entry(to).or_default() += weight;
        self.degrees[from] += weight;
    }

    /// Moves single nodes to the neighbouring group, or to one of their own, that raises the
    /// modularity most, until none does.
    fn settle(&self, groups: &mut [usize]) {
        let twice: i128 = self.degrees.iter().sum();
        let mut weight: BTreeMap<usize, i128> = BTreeMap::new();
        for (node, group) in groups.iter().enumerate() {
            *weight.entry(*group).or_default() += self.degrees[node];
        }
        let mut unused = groups.iter().max().map_or(0, |last| last + 1);
        let mut moved = true;
        while std::mem::take(&mut moved) {
            for node in 0..self.len() {
                let (home, degree) = (groups[node], self.degrees[node]);
                let mut towards: BTreeMap<usize, i128> = BTreeMap::from([(home, 0)]);
                for (other, link) in self.beside[node].iter().filter(|(other, _)| **other != node) {
                    *towards.entry(groups[*other]).or_default() += link;
                }
                let gain = |group: usize, link: i128| {
                    let without = weight.get(&group).copied().unwrap_or(0) - if group == home { degree } else { 0 };
                    link * twice - degree * without
                };
                let stay = gain(home, towards[&home]);
                let mut best = (stay, home);
                for (group, link) in &towards {
                    let there = gain(*group, *link);
                    if there > best.0 {
                        best = (there, *group);
                    }
                }
                // Alone, a node gains and loses nothing.
                if best.0 < 0 {
                    best.1 = unused;
                    unused += 1;
                }
                if best.1 != home {
                    *weight.entry(home).or_default() -= degree;
                    *weight.entry(best.1).or_default() += degree;
                    groups[node] = best.1;
                    moved = true;
                }
            }
        }
    }

    /// The links between groups, which must be numbered from 0 without a hole.
    fn gathered(&self, groups: &[usize]) -> Links {
        let count = groups.iter().collect::<BTreeSet<_>>().len();
        let mut links = Links { beside: vec![BTreeMap::new(); count], degrees: vec![0; count] };
        for (node, beside) in self.beside.iter().enumerate() {
            beside.iter().for_each(|(other, weight)| links.add(groups[node], groups[*other], *weight));
        }
        links
    }

    /// Twice the weight inside groups, and the sum of the squares of the groups' degrees.
    fn inside_and_squares(&self, groups: &[usize]) -> (i128, i128) {
        let mut inside = 0;
        let mut degrees: BTreeMap<usize, i128> = BTreeMap::new();
        for (node, beside) in self.beside.iter().enumerate() {
            *degrees.entry(groups[node]).or_default() += self.degrees[node];
            inside += beside.iter().filter(|(other, _)| groups[**other] == groups[node]).map(|(_, w)| w).sum::<i128>();
        }
        (inside, degrees.values().map(|degree| degree * degree).sum())
    }
}

/// Numbers from 0 in the order in which groups are met.
fn renumbered(groups: impl IntoIterator<Item = usize>) -> Vec<usize> {
    let mut numbers = BTreeMap::new();
    groups
        .into_iter()
        .map(|group| {
            let next = numbers.len();
            *numbers.entry(group).or_insert(next)
        })
        .collect()
}
