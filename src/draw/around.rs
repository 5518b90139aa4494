//! What lies around a thing, as a tree: many alike are put together and counted.

use std::collections::BTreeMap;

use super::diagram::Choice;
use super::network::Network;
use super::pieces::{Branch, Content, Wire, wire};
use crate::ontology::Kind;

/// Children of one sort beyond this number get a branch of their own.
const MANY: usize = 5;

/// How a child is joined to its parent, and its kind.
type Sort = (usize, bool, Option<Kind>);

/// The tree of the things chosen, whose first is the root: each hangs on the thing that it was
/// reached from, by its strongest link.
pub fn around(network: &Network<'_>, choice: &Choice) -> Branch {
    let mut far = vec![usize::MAX; network.things.len()];
    choice.things.iter().zip(&choice.depths).for_each(|(at, depth)| far[*at] = *depth);
    let mut ready: BTreeMap<usize, Vec<(usize, Branch)>> = BTreeMap::new();
    for &at in choice.things.iter().rev() {
        let known = ready.remove(&at).unwrap_or_default();
        // Beside what is shown stands how much is not; a thing with nothing shown behind it has that in its name.
        let hidden = if known.is_empty() { BTreeMap::new() } else { hidden(network, at, &far) };
        let branch = Branch { content: Content::Thing(at), wire: None, children: sorted(network, at, known, hidden) };
        let Some(link) = uplink(network, at, &far) else { return branch };
        let parent = other(network, link, at);
        ready.entry(parent).or_default().push((link, branch));
    }
    Branch { content: Content::More(0), wire: None, children: Vec::new() }
}

/// The strongest link to a thing that is one step nearer to the root.
fn uplink(network: &Network<'_>, at: usize, far: &[usize]) -> Option<usize> {
    let nearer = |link: &&usize| far[other(network, **link, at)].checked_add(1) == Some(far[at]);
    let links = network.things[at].links.iter().filter(nearer).copied();
    links.max_by(|a, b| network.links[*a].weight.total_cmp(&network.links[*b].weight).then(b.cmp(a)))
}

/// Neighbours that are not shown, by sort, with one of the links to them.
fn hidden(network: &Network<'_>, at: usize, far: &[usize]) -> BTreeMap<Sort, (usize, usize)> {
    let mut hidden: BTreeMap<Sort, (usize, usize)> = BTreeMap::new();
    for &link in &network.things[at].links {
        if far[other(network, link, at)] == usize::MAX {
            hidden.entry(sort(network, at, link)).or_insert((link, 0)).1 += 1;
        }
    }
    hidden
}

fn sort(network: &Network<'_>, at: usize, link: usize) -> Sort {
    let kind = network.things[other(network, link, at)].kind;
    let row = &network.links[link];
    let strand = row.strands.first();
    strand.map_or((usize::MAX, true, kind), |strand| (strand.rank, strand.forward == (row.a == at), kind))
}

/// Children by sort, the larger ones first; many of one sort in a branch of their own.
fn sorted(
    network: &Network<'_>,
    at: usize,
    children: Vec<(usize, Branch)>,
    hidden: BTreeMap<Sort, (usize, usize)>,
) -> Vec<Branch> {
    let mut sorts: BTreeMap<Sort, Vec<(usize, Branch)>> = BTreeMap::new();
    for (link, branch) in children {
        sorts.entry(sort(network, at, link)).or_default().push((link, branch));
    }
    for sort in hidden.keys() {
        sorts.entry(*sort).or_default();
    }
    let mut out = Vec::new();
    for (sort, mut branches) in sorts {
        branches.sort_by_key(|(link, branch)| (std::cmp::Reverse(branch.count()), *link));
        let (link, more) = hidden.get(&sort).copied().unwrap_or_else(|| (branches[0].0, 0));
        let count = branches.len() + more;
        let grouped = count > MANY && branches.len() > 1;
        let dress = |link: usize, branch: Branch| Branch { wire: Some(wire(network, link, at)), ..branch };
        let mut dressed: Vec<Branch> = branches.into_iter().map(|(link, branch)| dress(link, branch)).collect();
        if more > 0 {
            dressed.push(dress(link, Branch { content: Content::More(more), wire: None, children: Vec::new() }));
        }
        if !grouped {
            out.extend(dressed);
            continue;
        }
        let surest = dressed.iter().flat_map(|branch| &branch.wire).map(|wire| wire.modality).min();
        let mut trunk = wire(network, link, at);
        trunk.labels.truncate(1);
        trunk.modality = surest.unwrap_or(trunk.modality);
        // The words stand once, on the way to the group.
        let bare = |wire: Wire| Wire { labels: wire.labels.into_iter().skip(1).collect(), ..wire };
        let children = dressed.into_iter().map(|branch| Branch { wire: branch.wire.map(bare), ..branch }).collect();
        out.push(Branch { content: Content::Group(sort.2, count), wire: Some(trunk), children });
    }
    out
}

fn other(network: &Network<'_>, link: usize, at: usize) -> usize {
    let link = &network.links[link];
    if link.a == at { link.b } else { link.a }
}
