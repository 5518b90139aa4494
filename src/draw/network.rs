//! The graph as the picture needs it: parallel edges drawn as one, the hub's edges folded.
//!
//! A reporting region is the implied subject of a third of all sentences. Its spokes, drawn, hide
//! everything else; so they are taken off and shown as badges and lists.

use std::collections::BTreeMap;

use super::Language;
use super::text;
use super::{figures, words};
use crate::error::{Error, Result, said};
use crate::graph::file::{EdgeRow, GraphFile, NodeRow};
use crate::ontology::{Kind, Modality, RelationType};

/// A region with fewer edges than this is drawn like any other thing.
const SPOKES: usize = 10;

/// A thing.
#[derive(Debug)]
pub struct Thing<'a> {
    /// Its row.
    pub row: &'a NodeRow,
    /// Its name, safe to show.
    pub name: String,
    /// Its kind; none where the row names one that is not ours.
    pub kind: Option<Kind>,
    /// How much it matters.
    pub worth: f64,
    /// Edges to hubs.
    pub spokes: Vec<Spoke>,
    /// Positions of its links.
    pub links: Vec<usize>,
}

/// An edge between a thing and a hub.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Spoke {
    /// Place of the relation type in the order of telling.
    pub rank: usize,
    /// Whether it runs from the hub to the thing.
    pub outward: bool,
    /// Position of the hub.
    pub hub: usize,
    /// Label of the relation type.
    pub label: String,
    /// The surest of the parallel edges.
    pub modality: Modality,
    /// Whether it says more than where the thing lies.
    pub telling: bool,
}

/// All edges between two things that are no hubs.
#[derive(Debug)]
pub struct Link {
    /// The one thing.
    pub a: usize,
    /// The other.
    pub b: usize,
    /// What is said of the two, each once.
    pub strands: Vec<Strand>,
    /// The surest of all.
    pub modality: Modality,
    /// How strongly it binds.
    pub weight: f64,
}

/// One relation of a link.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Strand {
    /// Place of the relation type in the order of telling.
    pub rank: usize,
    /// Whether it runs from `a` to `b`.
    pub forward: bool,
    /// The words on the line.
    pub label: String,
    /// The surest of the parallel edges.
    pub modality: Modality,
}

impl Strand {
    /// Whether it runs one way: cooperation holds in both, and the members of a group have their
    /// direction from its own line.
    pub fn is_directed(&self) -> bool {
        !self.label.is_empty() && ORDER.get(self.rank).is_none_or(|(name, _)| *name != "cooperates_with")
    }
}

/// What of a graph is looked at.
#[derive(Debug, Clone, Default)]
pub struct Filter<'a> {
    /// Kinds; all where none is named.
    pub kinds: &'a [Kind],
    /// Relation types; all where none is named.
    pub relations: &'a [RelationType],
    /// Id of a thing that is drawn with its edges even if it is a hub.
    pub open: Option<&'a str>,
}

impl Filter<'_> {
    fn has_node(&self, node: &NodeRow) -> bool {
        let named = || node.kind.parse().is_ok_and(|kind| self.kinds.contains(&kind));
        self.kinds.is_empty() || self.open == Some(node.id.as_str()) || named()
    }

    fn has_edge(&self, edge: &EdgeRow) -> bool {
        self.relations.is_empty() || edge.kind.parse().is_ok_and(|kind| self.relations.contains(&kind))
    }
}

/// The graph.
#[derive(Debug)]
pub struct Network<'a> {
    /// All things, hubs too, in the order of the rows.
    pub things: Vec<Thing<'a>>,
    /// Links between things that are no hubs.
    pub links: Vec<Link>,
    /// Positions of the hubs, the busiest first.
    pub hubs: Vec<usize>,
    /// Edges folded into hubs.
    pub folded: usize,
}

const ORDER: &[(&str, f64)] = &[
    ("builds", 5.0),
    ("operates", 5.0),
    ("produces", 5.0),
    ("part_of", 5.0),
    ("cooperates_with", 4.5),
    ("leads", 4.0),
    ("settles_in", 3.5),
    ("negotiates_with", 3.5),
    ("implements", 3.0),
    ("holds", 3.0),
    ("supports", 3.0),
    ("awarded", 3.0),
    ("in_industry", 2.5),
    ("located_in", 2.0),
];

impl<'a> Network<'a> {
    /// Reads the rows that `filter` lets through; edges to nodes that are not there, and loops,
    /// are left out.
    pub fn new(graph: &'a GraphFile, language: Language, filter: &Filter<'_>) -> Self {
        let mut things: Vec<Thing<'a>> = graph.nodes.iter().filter(|node| filter.has_node(node)).map(thing).collect();
        let index: BTreeMap<&str, usize> =
            things.iter().enumerate().rev().map(|(at, thing)| (thing.row.id.as_str(), at)).collect();
        let edges: Vec<(usize, usize, &EdgeRow)> = graph
            .edges
            .iter()
            .filter(|edge| filter.has_edge(edge))
            .filter_map(|edge| Some((*index.get(edge.source.as_str())?, *index.get(edge.target.as_str())?, edge)))
            .filter(|(source, target, _)| source != target)
            .collect();
        let mut hubs = find_hubs(graph, &index, &edges);
        hubs.retain(|at| filter.open != Some(things[*at].row.id.as_str()));
        let mut network = Self { things: Vec::new(), links: Vec::new(), hubs, folded: 0 };
        let mut pairs: BTreeMap<(usize, usize), Vec<(bool, &EdgeRow)>> = BTreeMap::new();
        for &(source, target, edge) in &edges {
            let (from_hub, to_hub) = (network.hubs.contains(&source), network.hubs.contains(&target));
            if from_hub || to_hub {
                network.folded += 1;
                if !(from_hub && to_hub) {
                    let (hub, other) = if from_hub { (source, target) } else { (target, source) };
                    add_spoke(&mut things[other].spokes, spoke(edge, hub, from_hub, language));
                }
                continue;
            }
            let pair = if source < target { (source, target) } else { (target, source) };
            pairs.entry(pair).or_default().push((source < target, edge));
        }
        for ((a, b), edges) in pairs {
            let at = network.links.len();
            things[a].links.push(at);
            things[b].links.push(at);
            let to_region =
                edges.iter().any(|(forward, _)| things[if *forward { b } else { a }].kind == Some(Kind::Region));
            network.links.push(link(a, b, &edges, to_region, language));
        }
        for thing in &mut things {
            thing.spokes.sort();
            thing.worth = worth(thing);
        }
        network.things = things;
        network
    }

    /// The position of the thing with an id.
    ///
    /// # Errors
    /// When there is none.
    pub fn position(&self, id: &str) -> Result<usize> {
        let found = self.things.iter().position(|thing| thing.row.id == id);
        found.ok_or_else(|| {
            Error::Draw(said!("the graph has nothing with the id “{id}”", "图谱里没有编号为“{id}”的东西"))
        })
    }

    /// For each thing whether it is at most `depth` links from `focus`.
    pub fn within(&self, focus: usize, depth: usize) -> Vec<bool> {
        let mut near = vec![false; self.things.len()];
        near[focus] = true;
        let mut ring = vec![focus];
        for _ in 0..depth {
            let links = ring.iter().flat_map(|at| &self.things[*at].links);
            let mut next: Vec<usize> = links.flat_map(|at| [self.links[*at].a, self.links[*at].b]).collect();
            next.retain(|at| !std::mem::replace(&mut near[*at], true));
            ring = next;
        }
        near
    }

    /// Whether a thing is a hub.
    pub fn is_hub(&self, at: usize) -> bool {
        self.hubs.contains(&at)
    }
}

fn thing(row: &NodeRow) -> Thing<'_> {
    let name = text::clean(&row.name);
    let name = if name.is_empty() { text::clean(&row.id) } else { name };
    let name = if name.is_empty() { "?".to_string() } else { name };
    Thing { row, name, kind: row.kind.parse().ok(), worth: 0.0, spokes: Vec::new(), links: Vec::new() }
}

fn find_hubs(graph: &GraphFile, index: &BTreeMap<&str, usize>, edges: &[(usize, usize, &EdgeRow)]) -> Vec<usize> {
    let mut degree: BTreeMap<usize, usize> = BTreeMap::new();
    for (source, target, _) in edges {
        *degree.entry(*source).or_default() += 1;
        *degree.entry(*target).or_default() += 1;
    }
    let spokes = |at: &usize| degree.get(at).copied().unwrap_or(0);
    let regions = graph.graph.documents.iter().filter_map(|document| document.region.as_deref());
    let mut hubs: Vec<usize> =
        regions.filter_map(|id| index.get(id).copied()).filter(|at| spokes(at) >= SPOKES).collect();
    if hubs.is_empty() && graph.graph.documents.iter().all(|document| document.region.is_none()) {
        // No report says for whom it speaks: a thing that a third of all edges touch is a hub too.
        let busiest = degree.iter().max_by_key(|(at, count)| (**count, std::cmp::Reverse(**at)));
        hubs.extend(busiest.filter(|(_, count)| **count >= SPOKES && **count * 3 >= edges.len()).map(|(at, _)| *at));
    }
    hubs.sort_by_key(|at| (std::cmp::Reverse(spokes(at)), *at));
    hubs.dedup();
    hubs
}

fn rank(name: &str) -> usize {
    ORDER.iter().position(|(known, _)| *known == name).unwrap_or(ORDER.len())
}

fn spoke(edge: &EdgeRow, hub: usize, outward: bool, language: Language) -> Spoke {
    Spoke {
        rank: rank(&edge.kind),
        outward,
        hub,
        label: label(edge, language),
        modality: figures::modality(&edge.modality),
        telling: !matches!(edge.kind.as_str(), "located_in" | "part_of"),
    }
}

fn add_spoke(spokes: &mut Vec<Spoke>, spoke: Spoke) {
    let same = |s: &&mut Spoke| (s.hub, s.outward, &s.label) == (spoke.hub, spoke.outward, &spoke.label);
    match spokes.iter_mut().find(same) {
        Some(known) => known.modality = known.modality.min(spoke.modality),
        None => spokes.push(spoke),
    }
}

fn link(a: usize, b: usize, edges: &[(bool, &EdgeRow)], to_region: bool, language: Language) -> Link {
    let mut strands: Vec<Strand> = edges
        .iter()
        .map(|(forward, edge)| Strand {
            rank: rank(&edge.kind),
            forward: *forward,
            label: label(edge, language),
            modality: figures::modality(&edge.modality),
        })
        .collect();
    // The surest of equal ones stands first and is kept.
    strands.sort();
    strands.dedup_by(|a, b| (a.rank, a.forward, &a.label) == (b.rank, b.forward, &b.label));
    let modality = edges.iter().map(|(_, edge)| figures::modality(&edge.modality)).min().unwrap_or(Modality::Done);
    let bond = |(_, edge): &(bool, &EdgeRow)| match ORDER.get(rank(&edge.kind)) {
        // That two things lie in one province binds them little.
        Some(("located_in" | "part_of", _)) if to_region => 0.8,
        Some((_, weight)) => *weight,
        None => 2.0,
    };
    let weight = edges.iter().map(bond).fold(0.0, f64::max);
    Link { a, b, strands, modality, weight }
}

/// The words on a line: the office for `leads`, a mark where the text denies it.
fn label(edge: &EdgeRow, language: Language) -> String {
    let plain = words::relation(language, &edge.kind);
    let label = if edge.titles.is_empty() { plain } else { text::clean(&edge.titles.join("、")) };
    let label = if edge.polarity { label } else { format!("{}{label}", language.of("未", "not ")) };
    text::elide(&label, 1.0, 8.0)
}

fn worth(thing: &Thing<'_>) -> f64 {
    let core = match thing.kind {
        Some(Kind::Enterprise | Kind::Project | Kind::Program | Kind::Town) => 1.5,
        _ => 0.0,
    };
    let telling = thing.spokes.iter().filter(|spoke| spoke.telling).count() as f64;
    core + thing.links.len() as f64
        + telling.min(6.0) * 0.5
        + (thing.row.facts.len() as f64).min(4.0) * 0.5
        + (1.0 + thing.row.mentions.len() as f64).ln() * 0.5
}
