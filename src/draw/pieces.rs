//! What hangs together without the hub: pieces, cut where they are large, each as a tree.
//!
//! A piece is drawn along its strongest links. A link that does not fit the tree is kept by
//! showing the better known of its ends once more, as an echo beside the other.

use super::network::{Network, Strand};
use crate::ontology::{Kind, Modality};

/// A piece with more things than this is cut at a weak link.
const LARGE: usize = 15;
/// No part cut off for size is smaller than this.
const SMALL: usize = 4;
/// A piece with a longer way through it than this is cut too: it would be too wide.
const LONG: usize = 5;
/// Leaves of one sort under one thing that are shown; the others are counted.
const LEAVES: usize = 12;

/// What stands in a box.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Content {
    /// A thing, at its main place.
    Thing(usize),
    /// A thing shown elsewhere or left out, named here once more.
    Echo(usize),
    /// So many more of the same sort.
    More(usize),
    /// So many of a kind, each of which is joined to the parent in the same way.
    Group(Option<Kind>, usize),
}

/// The line to a box from its parent.
#[derive(Debug, Clone)]
pub struct Wire {
    /// Words on it, each with whether it runs from the parent to the child.
    pub labels: Vec<(String, bool)>,
    /// The surest of its edges.
    pub modality: Modality,
}

/// A tree of boxes.
#[derive(Debug, Clone)]
pub struct Branch {
    /// What stands in the box.
    pub content: Content,
    /// The line to its parent; none at the root.
    pub wire: Option<Wire>,
    /// What hangs on it.
    pub children: Vec<Branch>,
}

/// A piece.
#[derive(Debug)]
pub struct Piece {
    /// Its things.
    pub things: Vec<usize>,
    /// Its tree.
    pub root: Branch,
    /// How much it matters.
    pub worth: f64,
}

impl Branch {
    /// Number of things that are shown here at their main place.
    pub fn count(&self) -> usize {
        usize::from(matches!(self.content, Content::Thing(_))) + self.children.iter().map(Self::count).sum::<usize>()
    }
}

/// The pieces of a network, the weightiest first.
pub fn pieces(network: &Network<'_>) -> Vec<Piece> {
    let tree = spanning_forest(network);
    let mut in_tree = vec![false; network.links.len()];
    let mut next: Vec<Vec<usize>> = vec![Vec::new(); network.things.len()];
    for &at in &tree {
        in_tree[at] = true;
        next[network.links[at].a].push(at);
        next[network.links[at].b].push(at);
    }
    let mut group = vec![usize::MAX; network.things.len()];
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for start in 0..network.things.len() {
        if group[start] != usize::MAX || next[start].is_empty() {
            continue;
        }
        let mut waiting = vec![start];
        while let Some(start) = waiting.pop() {
            let part = reach(network, &next, &in_tree, start);
            if let Some(cut) = best_cut(network, &next, &in_tree, &part) {
                in_tree[cut] = false;
                waiting.extend([network.links[cut].a, network.links[cut].b]);
                continue;
            }
            for &at in &part {
                group[at] = groups.len();
            }
            groups.push(part);
        }
    }
    let echoes = echoes(network, &in_tree);
    let mut pieces: Vec<Piece> = groups
        .into_iter()
        .map(|things| {
            let root = best_root(network, &next, &in_tree, &things);
            let worth = things.iter().map(|&at| network.things[at].worth).sum();
            Piece { root: grow(network, &next, &in_tree, &echoes, root), worth, things }
        })
        .collect();
    pieces.sort_by(|a, b| b.worth.total_cmp(&a.worth).then_with(|| a.things.cmp(&b.things)));
    pieces
}

/// Kruskal's tree of the strongest links, ties by the busier ends.
fn spanning_forest(network: &Network<'_>) -> Vec<usize> {
    let busy = |at: usize| network.things[at].links.len();
    let mut order: Vec<usize> = (0..network.links.len()).collect();
    order.sort_by(|&x, &y| {
        let (p, q) = (&network.links[x], &network.links[y]);
        q.weight.total_cmp(&p.weight).then((busy(q.a) + busy(q.b)).cmp(&(busy(p.a) + busy(p.b)))).then(x.cmp(&y))
    });
    let mut parent: Vec<usize> = (0..network.things.len()).collect();
    let mut tree = Vec::new();
    for at in order {
        let (a, b) = (find(&mut parent, network.links[at].a), find(&mut parent, network.links[at].b));
        if a != b {
            parent[a.max(b)] = a.min(b);
            tree.push(at);
        }
    }
    tree.sort_unstable();
    tree
}

fn find(parent: &mut [usize], mut at: usize) -> usize {
    while parent[at] != at {
        parent[at] = parent[parent[at]];
        at = parent[at];
    }
    at
}

fn other(network: &Network<'_>, link: usize, at: usize) -> usize {
    let link = &network.links[link];
    if link.a == at { link.b } else { link.a }
}

/// A thing, the link by which it was reached, how many links away.
type Step = (usize, Option<usize>, usize);

/// Everything that hangs on `start` by tree links, sorted.
fn reach(network: &Network<'_>, next: &[Vec<usize>], in_tree: &[bool], start: usize) -> Vec<usize> {
    let mut part: Vec<usize> = walk(network, next, in_tree, start).into_iter().map(|(at, ..)| at).collect();
    part.sort_unstable();
    part
}

/// Things from `start` outward, each with the link it was reached by and how far it is.
fn walk(network: &Network<'_>, next: &[Vec<usize>], in_tree: &[bool], start: usize) -> Vec<Step> {
    let mut order: Vec<Step> = vec![(start, None, 0)];
    let mut head = 0;
    while head < order.len() {
        let (at, by, far) = order[head];
        head += 1;
        for &link in &next[at] {
            if in_tree[link] && Some(link) != by {
                order.push((other(network, link, at), Some(link), far + 1));
            }
        }
    }
    order
}

/// The tree link at which to cut a part that is too large: weak, and near the middle.
fn best_cut(network: &Network<'_>, next: &[Vec<usize>], in_tree: &[bool], part: &[usize]) -> Option<usize> {
    let end = walk(network, next, in_tree, part[0]).last().map_or(part[0], |&(at, ..)| at);
    // From one end of the longest way, found by walking twice.
    let order = walk(network, next, in_tree, end);
    let long = order.last().is_some_and(|&(.., far)| far > LONG);
    if part.len() <= LARGE && !long {
        return None;
    }
    let least = if long { 2 } else { SMALL };
    let mut below: std::collections::BTreeMap<usize, usize> = part.iter().map(|&at| (at, 1)).collect();
    let mut best: Option<(f64, usize)> = None;
    for &(at, by, _) in order.iter().rev() {
        let Some(link) = by else { continue };
        let size = below.get(&at).copied().unwrap_or(1);
        *below.entry(other(network, link, at)).or_default() += size;
        let lesser = size.min(part.len() - size);
        if lesser < least {
            continue;
        }
        let score = lesser as f64 / (1.0 + network.links[link].weight);
        if best.is_none_or(|(known, known_link)| score > known || (score == known && link < known_link)) {
            best = Some((score, link));
        }
    }
    best.map(|(_, link)| link)
}

/// The thing from which the others are near, and that much hangs on.
fn best_root(network: &Network<'_>, next: &[Vec<usize>], in_tree: &[bool], things: &[usize]) -> usize {
    let score = |at: usize| {
        let order = walk(network, next, in_tree, at);
        let sum: f64 = order.iter().map(|&(.., far)| far as f64).sum();
        // More than three deep is wide on the page.
        let deep = order.last().map_or(0.0, |&(.., far)| (far as f64 - 3.0).max(0.0) * 6.0);
        let taste = match network.things[at].kind {
            Some(Kind::Honor | Kind::Event | Kind::Person) => 1.5,
            Some(Kind::Enterprise | Kind::Project | Kind::Program | Kind::Town) => -0.5,
            _ => 0.0,
        };
        sum + deep + taste - network.things[at].worth * 0.1
    };
    let mut best = (f64::INFINITY, things[0]);
    for &at in things {
        // Of more than two things the middle one is no leaf.
        let leaf = next[at].iter().filter(|link| in_tree[**link]).count() < 2;
        if leaf && things.len() > 2 {
            continue;
        }
        let score = score(at);
        if score < best.0 {
            best = (score, at);
        }
    }
    best.1
}

/// For each thing the links outside the tree that it tells of: the quieter end tells.
fn echoes(network: &Network<'_>, in_tree: &[bool]) -> Vec<Vec<usize>> {
    let mut echoes = vec![Vec::new(); network.things.len()];
    for (at, link) in network.links.iter().enumerate() {
        if !in_tree[at] {
            let busy = |thing: usize| network.things[thing].links.len();
            let host = if busy(link.a) < busy(link.b) { link.a } else { link.b };
            echoes[host].push(at);
        }
    }
    echoes
}

fn grow(network: &Network<'_>, next: &[Vec<usize>], in_tree: &[bool], echoes: &[Vec<usize>], root: usize) -> Branch {
    // Children are put together from the leaves up, so that a long chain cannot exhaust the stack.
    let order = walk(network, next, in_tree, root);
    let mut ready: std::collections::BTreeMap<usize, Vec<(SortKey, Branch)>> = std::collections::BTreeMap::new();
    for &(at, by, _) in order.iter().rev() {
        let mut children = ready.remove(&at).unwrap_or_default();
        for &link in &echoes[at] {
            let far = other(network, link, at);
            let branch =
                Branch { content: Content::Echo(far), wire: Some(wire(network, link, at)), children: Vec::new() };
            children.push((sort_key(network, link, at, 0), branch));
        }
        let branch = Branch { content: Content::Thing(at), wire: None, children: tidy(children) };
        let Some(link) = by else { return branch };
        let parent = other(network, link, at);
        let key = sort_key(network, link, parent, branch.count());
        ready.entry(parent).or_default().push((key, Branch { wire: Some(wire(network, link, parent)), ..branch }));
    }
    Branch { content: Content::Thing(root), wire: None, children: Vec::new() }
}

/// Relation, direction, size, name.
type SortKey = (usize, bool, std::cmp::Reverse<usize>, usize);

fn sort_key(network: &Network<'_>, link: usize, parent: usize, size: usize) -> SortKey {
    let row = &network.links[link];
    let first: Option<&Strand> = row.strands.first();
    let toward_child = first.is_some_and(|strand| strand.forward == (row.a == parent));
    (first.map_or(0, |strand| strand.rank), toward_child, std::cmp::Reverse(size), other(network, link, parent))
}

pub fn wire(network: &Network<'_>, link: usize, parent: usize) -> Wire {
    let row = &network.links[link];
    let labels = row.strands.iter().map(|s| (s.label.clone(), s.forward == (row.a == parent))).take(2).collect();
    Wire { labels, modality: row.modality }
}

/// Children in their order; leaves of one sort beyond a number are counted.
fn tidy(mut children: Vec<(SortKey, Branch)>) -> Vec<Branch> {
    children.sort_by_key(|(key, _)| *key);
    let mut out: Vec<Branch> = Vec::new();
    let mut run: Option<(usize, bool)> = None;
    let mut seen = 0;
    for ((rank, toward, ..), branch) in children {
        if run != Some((rank, toward)) {
            run = Some((rank, toward));
            seen = 0;
        }
        if !branch.children.is_empty() {
            out.push(branch);
            continue;
        }
        seen += 1;
        match out.last_mut().map(|last| &mut last.content) {
            Some(Content::More(count)) if seen > LEAVES => *count += 1,
            _ if seen > LEAVES => out.push(Branch { content: Content::More(1), ..branch }),
            _ => out.push(branch),
        }
    }
    out
}
