//! Which things a diagram shows: the weightiest, or what lies around one thing.

use std::collections::BTreeMap;

use crate::draw::network::Network;
use crate::ontology::Kind;

/// Things of one kind under one relation that are shown around a thing; the others are counted.
const ALIKE: usize = 10;

/// The things shown, and how far each is from the focus.
#[derive(Debug, Default)]
pub struct Choice {
    /// Positions in the network, the nearest and weightiest first.
    pub things: Vec<usize>,
    /// Links to the focus; 0 for all where there is none.
    pub depths: Vec<usize>,
}

/// Relation, direction and kind of a neighbour.
type Sort = (usize, bool, Option<Kind>);

/// Neighbours of a thing by sort, the weightiest first in each.
fn neighbours(network: &Network<'_>, at: usize) -> BTreeMap<Sort, Vec<usize>> {
    let mut sorts: BTreeMap<Sort, Vec<usize>> = BTreeMap::new();
    for &link in &network.things[at].links {
        let link = &network.links[link];
        let other = if link.a == at { link.b } else { link.a };
        let strand = link.strands.first();
        let sort = strand.map_or((usize::MAX, true), |strand| (strand.rank, strand.forward == (link.a == at)));
        sorts.entry((sort.0, sort.1, network.things[other].kind)).or_default().push(other);
    }
    sorts.values_mut().for_each(|things| sort_by_worth(network, things));
    sorts
}

fn sort_by_worth(network: &Network<'_>, things: &mut [usize]) {
    let worth = |at: usize| network.things[at].worth;
    things.sort_by(|&a, &b| worth(b).total_cmp(&worth(a)).then(a.cmp(&b)));
}

/// What is at most `depth` links from `focus`, at most `most` things: of each sort around a thing
/// the weightiest.
pub fn around(network: &Network<'_>, focus: usize, depth: usize, most: usize) -> Choice {
    let mut known = vec![false; network.things.len()];
    known[focus] = true;
    let mut choice = Choice { things: vec![focus], depths: vec![0] };
    let mut ring = vec![focus];
    for far in 1..=depth {
        let mut next = Vec::new();
        for &at in &ring {
            for things in neighbours(network, at).into_values() {
                let new = things.into_iter().filter(|other| !known[*other]).take(ALIKE);
                let new: Vec<usize> = new.collect();
                new.iter().for_each(|other| known[*other] = true);
                next.extend(new);
            }
        }
        sort_by_worth(network, &mut next);
        next.truncate(most.saturating_sub(choice.things.len()));
        choice.things.extend(&next);
        choice.depths.extend(next.iter().map(|_| far));
        ring = next;
    }
    choice
}

/// The weightiest things that hang together, at most `most`.
pub fn weightiest(network: &Network<'_>, most: usize) -> Choice {
    let mut order: Vec<usize> =
        (0..network.things.len()).filter(|at| !network.things[*at].links.is_empty() && !network.is_hub(*at)).collect();
    sort_by_worth(network, &mut order);
    let mut shown = vec![false; network.things.len()];
    order.iter().take(most).for_each(|at| shown[*at] = true);
    // A thing none of whose neighbours is shown says nothing; its place goes to a neighbour of others.
    let beside = |shown: &[bool], at: usize| others(network, at).any(|other| shown[other]);
    let lone: Vec<usize> = order.iter().copied().filter(|at| shown[*at] && !beside(&shown, *at)).collect();
    lone.iter().for_each(|at| shown[*at] = false);
    let mut free = most.saturating_sub(order.iter().filter(|at| shown[**at]).count());
    for &at in order.iter().skip(most.min(order.len())) {
        if free == 0 {
            break;
        }
        if beside(&shown, at) {
            shown[at] = true;
            free -= 1;
        }
    }
    for &at in &order {
        if shown[at] {
            fold(network, &mut shown, at);
        }
    }
    order.retain(|at| shown[*at] && beside(&shown, *at));
    Choice { depths: vec![0; order.len()], things: order }
}

/// Hides the lesser ones of many alike that hang on `at` alone.
fn fold(network: &Network<'_>, shown: &mut [bool], at: usize) {
    for things in neighbours(network, at).into_values() {
        let leaves = things
            .into_iter()
            .filter(|other| shown[*other] && others(network, *other).filter(|next| shown[*next]).count() < 2);
        let lesser: Vec<usize> = leaves.skip(ALIKE).collect();
        lesser.iter().for_each(|other| shown[*other] = false);
    }
}

fn others<'a>(network: &'a Network<'_>, at: usize) -> impl Iterator<Item = usize> + 'a {
    network.things[at].links.iter().map(move |link| {
        let link = &network.links[*link];
        if link.a == at { link.b } else { link.a }
    })
}
