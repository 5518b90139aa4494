//! A map without coordinates: what lies in what, province ⊃ city ⊃ county ⊃ town, as a treemap with
//! the things inside their place.
//!
//! The registry of divisions knows no coordinates, so places stand beside each other in the order of
//! how much there is to show. Where a thing lies is taken from its own code, from what the graph says
//! it lies in or came to, from the scope of its name, and else from the report that names it.

use std::collections::{BTreeMap, BTreeSet};

use super::network::Network;
use crate::graph::file::GraphFile;
use crate::lexicon::places;
use crate::ontology::Kind;

/// Steps that are followed from a thing to a place: through a park that lies in a town.
const STEPS: usize = 4;
/// Relation types that tell where something is, the surest first.
const WHERE: [&str; 3] = ["located_in", "settles_in", "part_of"];

/// A place with what lies in it.
#[derive(Debug, Default)]
pub struct Place {
    /// Division code; empty for the world.
    pub code: String,
    /// Name; a chain of names where nothing else lies in the upper ones.
    pub name: String,
    /// Position of its own thing in the network.
    pub thing: Option<usize>,
    /// Things that lie here and in no part of it, the weightiest first.
    pub things: Vec<usize>,
    /// Parts, those with most in them first.
    pub parts: Vec<Place>,
}

impl Place {
    /// Number of things here and in all parts.
    pub fn count(&self) -> usize {
        self.things.len() + self.parts.iter().map(Self::count).sum::<usize>()
    }
}

/// The places of a graph, and how many things lie in none.
pub fn places(graph: &GraphFile, network: &Network<'_>, inside: Option<&str>) -> (Place, usize) {
    let codes = codes(graph, network);
    let mut world = Place::default();
    let mut nowhere = 0;
    for (at, code) in codes.iter().enumerate() {
        let Some(code) = code else {
            nowhere += 1;
            continue;
        };
        let own = is_place(network, at);
        let mut way: Vec<String> = places::ancestors(code).iter().rev().map(|place| place.code.to_string()).collect();
        way.push(code.clone());
        if inside.is_some_and(|inside| !way.iter().any(|step| step == inside)) {
            continue;
        }
        let mut here = &mut world;
        for step in way {
            let known = here.parts.iter().position(|part| part.code == step);
            let next = known.unwrap_or_else(|| {
                let name = places::by_code(&step).map_or_else(|| step.clone(), |place| place.name.to_string());
                here.parts.push(Place { code: step, name, ..Place::default() });
                here.parts.len() - 1
            });
            here = &mut here.parts[next];
        }
        if own {
            here.thing = here.thing.or(Some(at));
        } else {
            here.things.push(at);
        }
    }
    tidy(network, &mut world);
    (world, nowhere)
}

/// At most `most` things: the weightiest of each place, `each` or an even share of them, and then the
/// weightiest of all others.
pub fn weightiest(network: &Network<'_>, world: &Place, each: usize, most: usize) -> BTreeSet<usize> {
    let mut places = vec![world];
    let mut head = 0;
    while head < places.len() {
        places.extend(&places[head].parts);
        head += 1;
    }
    let peopled = places.iter().filter(|place| !place.things.is_empty()).count();
    let each = each.max(most / peopled.max(1));
    let worth = |at: usize| network.things[at].worth;
    let mut things: Vec<(bool, usize)> =
        places.iter().flat_map(|place| place.things.iter().enumerate().map(|(rank, at)| (rank >= each, *at))).collect();
    things.sort_by(|a, b| a.0.cmp(&b.0).then(worth(b.1).total_cmp(&worth(a.1))).then(a.1.cmp(&b.1)));
    things.into_iter().take(most).map(|(_, at)| at).collect()
}

/// Orders things and parts, drops places with nothing in them and joins chains.
fn tidy(network: &Network<'_>, place: &mut Place) {
    let worth = |at: usize| network.things[at].worth;
    place.things.sort_by(|&a, &b| worth(b).total_cmp(&worth(a)).then(a.cmp(&b)));
    place.parts.iter_mut().for_each(|part| tidy(network, part));
    place.parts.retain(|part| part.count() > 0);
    place.parts.sort_by(|a, b| b.count().cmp(&a.count()).then_with(|| a.code.cmp(&b.code)));
    if place.things.is_empty()
        && place.parts.len() == 1
        && let Some(only) = place.parts.pop()
    {
        let name = if place.name.is_empty() { only.name } else { format!("{} › {}", place.name, only.name) };
        *place = Place { name, ..only };
    }
}

/// Whether a thing is a place of the registry itself.
fn is_place(network: &Network<'_>, at: usize) -> bool {
    let thing = &network.things[at];
    matches!(thing.kind, Some(Kind::Region | Kind::Town)) && known(thing.row.attributes.code.as_deref()).is_some()
}

/// A code of a division in China: digits that the registry knows.
fn known(code: Option<&str>) -> Option<String> {
    let code = code.filter(|code| code.bytes().all(|b| b.is_ascii_digit()))?;
    places::by_code(code).map(|place| place.code.to_string())
}

/// For each thing the code of the smallest place that it is known to lie in.
fn codes(graph: &GraphFile, network: &Network<'_>) -> Vec<Option<String>> {
    let index: BTreeMap<&str, usize> =
        network.things.iter().enumerate().rev().map(|(at, thing)| (thing.row.id.as_str(), at)).collect();
    let mut next: Vec<Vec<(usize, usize)>> = vec![Vec::new(); network.things.len()];
    for edge in graph.edges.iter().filter(|edge| edge.polarity) {
        let rank = WHERE.iter().position(|name| *name == edge.kind);
        if let (Some(rank), Some(&from), Some(&to)) =
            (rank, index.get(edge.source.as_str()), index.get(edge.target.as_str()))
        {
            next[from].push((rank, to));
        }
    }
    next.iter_mut().for_each(|ways| ways.sort_unstable());
    let regions: BTreeMap<&str, String> = graph
        .graph
        .documents
        .iter()
        .filter_map(|document| {
            let region = network.things.get(*index.get(document.region.as_deref()?)?)?;
            Some((document.id.as_str(), known(region.row.attributes.code.as_deref())?))
        })
        .collect();
    let own = |at: usize| -> Option<String> {
        if is_place(network, at) { known(network.things[at].row.attributes.code.as_deref()) } else { None }
    };
    (0..network.things.len())
        .map(|at| {
            let row = network.things[at].row;
            let told = own(at).or_else(|| follow(&next, &own, at, STEPS));
            let scope = || known(row.id.rsplit_once('@').map(|(_, code)| code));
            // What is not of one place alone is put where it is named, if that is one place.
            let named = || {
                let mut of = row.mentions.iter().filter_map(|mention| regions.get(mention.document.as_str()));
                let first = of.next()?;
                of.all(|other| other == first).then(|| first.clone())
            };
            told.or_else(scope).or_else(named)
        })
        .collect()
}

/// The smallest place on the ways from a thing: the longest code wins, then the surest relation.
fn follow(
    next: &[Vec<(usize, usize)>],
    own: &dyn Fn(usize) -> Option<String>,
    at: usize,
    steps: usize,
) -> Option<String> {
    if steps == 0 {
        return None;
    }
    let found = next[at].iter().filter_map(|&(_, to)| own(to).or_else(|| follow(next, own, to, steps - 1)));
    // Six digits with trailing zeros name what is larger.
    let fine = |code: &String| code.trim_end_matches('0').len();
    found.reduce(|best, other| if fine(&other) > fine(&best) { other } else { best })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draw::Language;
    use crate::draw::network::Filter;
    use crate::draw::tests::graph;
    use crate::ontology::{Modality, RelationType};

    #[test]
    fn things_lie_in_the_smallest_place_that_is_told() {
        let named = |kind, name: &str| (kind, name.to_string());
        let nodes = [
            named(Kind::Region, "东昌区"),
            named(Kind::Town, "金厂镇"),
            named(Kind::Site, "云溪产业园"),
            named(Kind::Project, "二期厂房"),
            named(Kind::Enterprise, "恒泽制药"),
        ];
        let lies = |from, to| (from, to, RelationType::LocatedIn, Modality::Done);
        let mut file = graph(&nodes, &[lies(3, 2), lies(2, 1), lies(3, 0)], &[]);
        file.nodes[0].attributes.code = Some("220502".into());
        file.nodes[1].attributes.code = Some("220502100".into());
        let network = Network::new(&file, Language::Zh, &Filter::default());
        let (world, nowhere) = places(&file, &network, None);
        // A chain of places with nothing else in them is one box.
        assert_eq!(world.name, "吉林省 › 通化市 › 东昌区 › 金厂镇");
        assert_eq!((world.things.len(), world.parts.len(), nowhere), (2, 0, 1));
        let (elsewhere, _) = places(&file, &network, Some("330000"));
        assert_eq!(elsewhere.count(), 0);
    }
}
