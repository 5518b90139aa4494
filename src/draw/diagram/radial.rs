//! A tree around its root: what has nothing behind it stands on the rim, at even heights, so that no two names
//! there can touch.

use std::collections::BTreeMap;

use super::{Choice, Diagram, Edge, Node, force, numbers};
use crate::draw::network::{Network, Strand};
use crate::draw::pieces::{Branch, Content, Wire};
use crate::draw::{Language, text, words};

/// Height of a place on the rim, px.
const PLACE: f64 = 25.0;
/// The same where there is room enough.
const ROOMY: f64 = 42.0;
/// Least radius, px.
const LEAST: f64 = 190.0;
/// Empty places between sorts.
const GAP: f64 = 0.5;
/// Size of names, px.
const SIZE: f64 = 13.0;
/// Widest name on the rim, in em.
const EMS: f64 = 17.0;

/// A branch with its place.
struct Spoke<'a> {
    branch: &'a Branch,
    /// Position of its parent among the spokes; none for the root.
    parent: Option<usize>,
    words: String,
    /// Steps from the root, groups counted.
    level: usize,
    x: f64,
    y: f64,
    rim: bool,
}

/// The tree as a placed diagram, with its width and height. Links outside the tree are lines as well.
pub fn radial(network: &Network<'_>, language: Language, choice: &Choice, root: &Branch) -> (Diagram, (f64, f64)) {
    let mut spokes = Vec::new();
    unroll(network, language, root, None, 0, &mut spokes);
    let half = set(&mut spokes);
    let number = numbers(network, choice);
    let mut nodes: Vec<Node> = spokes.iter().map(|spoke| node(network, spoke, &number)).collect();
    loosen(&spokes, &mut nodes);
    let mut edges: Vec<Edge> = spokes
        .iter()
        .enumerate()
        .filter_map(|(at, spoke)| Some(edge(spoke.parent?, at, spoke.branch.wire.as_ref()?)))
        .collect();
    let place: BTreeMap<usize, usize> =
        nodes.iter().enumerate().filter_map(|(at, node)| Some((node.thing()?, at))).collect();
    edges.extend(network.links.iter().filter_map(|link| {
        let (a, b) = (*place.get(&link.a)?, *place.get(&link.b)?);
        let told = |child: usize, other: usize| ancestor(&spokes, child) == Some(other);
        let edge = Edge { a, b, strands: link.strands.clone(), weight: link.weight / 4.0 };
        (!told(a, b) && !told(b, a)).then_some(edge)
    }));
    for node in &mut nodes {
        (node.x, node.y) = (node.x + half.0, node.y + half.1);
    }
    (Diagram { nodes, edges }, (2.0 * half.0, 2.0 * half.1))
}

/// Moves what stands inside apart, with room for names; the root stays.
fn loosen(spokes: &[Spoke<'_>], nodes: &mut [Node]) {
    let inner: Vec<usize> = (0..nodes.len()).filter(|at| !spokes[*at].rim).collect();
    let mut places: Vec<(f64, f64)> = inner.iter().map(|at| (nodes[*at].x, nodes[*at].y)).collect();
    let room = |node: &Node| {
        let (half, label) = (node.half(), node.label());
        let under = if node.thing().is_some() { label.1 } else { 0.0 };
        (label.0.max(2.0 * half.0) + 14.0, 2.0 * half.1 + under + 10.0)
    };
    let sizes: Vec<(f64, f64)> = inner.iter().map(|at| room(&nodes[*at])).collect();
    force::separate(&mut places, &sizes);
    let root = places.first().copied().unwrap_or_default();
    for (at, place) in inner.into_iter().zip(places) {
        (nodes[at].x, nodes[at].y) = (place.0 - root.0, place.1 - root.1);
    }
}

/// The thing that a branch hangs on, past groups.
fn ancestor(spokes: &[Spoke<'_>], at: usize) -> Option<usize> {
    let mut parent = spokes[at].parent?;
    while matches!(spokes[parent].branch.content, Content::Group(..)) {
        parent = spokes[parent].parent?;
    }
    Some(parent)
}

fn node(network: &Network<'_>, spoke: &Spoke<'_>, number: &[usize]) -> Node {
    let focus = spoke.parent.is_none();
    let lean = if spoke.rim { if spoke.x < 0.0 { -1.0 } else { 1.0 } } else { 0.0 };
    let plain = match spoke.branch.content {
        Content::Thing(at) | Content::Echo(at) => super::node(network, at, focus, number),
        Content::More(_) | Content::Group(..) => {
            let kind = if let Content::Group(kind, _) = spoke.branch.content { kind } else { None };
            Node { kind, size: SIZE - 1.0, ..Node::blank(spoke.branch.content) }
        }
    };
    let one_line = spoke.rim || plain.thing().is_none();
    let size = if focus { plain.size } else { plain.size.min(SIZE) };
    let lines = if one_line { vec![spoke.words.clone()] } else { plain.lines };
    let side = if spoke.rim { plain.side.min(16.0) } else { plain.side };
    let (x, y) = (spoke.x, spoke.y);
    // More of a sort stands on the rim by its middle: it is moved out by half its width.
    // What is not shown of an inner thing stands on the rim as a number.
    let hidden = if spoke.rim { plain.hidden } else { 0 };
    let mut node = Node { hidden, lines, size, side, lean, x, y, ..plain };
    if spoke.rim && node.thing().is_none() {
        node.x += lean * (node.half().0 - 8.0);
    }
    node
}

fn edge(a: usize, b: usize, wire: &Wire) -> Edge {
    let strand = |label: &str, forward: bool| Strand {
        rank: usize::MAX,
        forward,
        label: label.to_string(),
        modality: wire.modality,
    };
    let mut strands: Vec<Strand> = wire.labels.iter().map(|(label, toward)| strand(label, *toward)).collect();
    if strands.is_empty() {
        strands.push(strand("", true));
    }
    Edge { a, b, strands, weight: 1.0 }
}

/// Sets all in their places around 0, 0 and tells half the width and height.
fn set(spokes: &mut [Spoke<'_>]) -> (f64, f64) {
    let deepest = spokes.iter().map(|spoke| spoke.level).max().unwrap_or(0).max(1);
    let places = places(spokes);
    let total = places.iter().flatten().fold(0.0, |most: f64, place| most.max(place + 1.0)) + GAP;
    let cut = cut(spokes, &places, total);
    let inner = spokes.iter().filter(|spoke| !spoke.branch.children.is_empty()).count();
    let longer = cut.max(total - cut);
    let radius = (longer * PLACE / 2.0).max(LEAST + 12.0 * inner as f64);
    let squeeze = |span: f64| (span * ROOMY / (2.0 * radius)).min(1.0);
    // Down the right side, then up the left one, at even heights.
    let rim = |place: f64| {
        let (side, along, span) = if place < cut { (1.0, place, cut) } else { (-1.0, total - place, total - cut) };
        let y = ((along - span / 2.0) / (span / 2.0)).clamp(-1.0, 1.0) * squeeze(span);
        (side * (1.0 - y * y).max(0.0).sqrt() * radius, y * radius)
    };
    for at in (0..spokes.len()).rev() {
        if let Some(place) = places[at] {
            (spokes[at].x, spokes[at].y) = rim(place + 0.5);
            spokes[at].rim = true;
        } else if at > 0 {
            // In the direction of what hangs on it.
            let below = spokes.iter().filter(|spoke| spoke.parent == Some(at));
            let (x, y) = below.fold((0.0, 0.0), |(x, y), spoke| (x + spoke.x, y + spoke.y));
            let far = (x * x + y * y).sqrt().max(1e-6);
            let reach = radius * spokes[at].level as f64 / deepest as f64 * 0.9;
            (spokes[at].x, spokes[at].y) = (x / far * reach, y / far * reach);
        }
    }
    let names = spokes.iter().filter(|spoke| spoke.rim).map(|spoke| text::width(&spoke.words, SIZE));
    (radius + 40.0 + names.fold(60.0, f64::max), radius * squeeze(longer).max(0.5) + PLACE)
}

/// The place at which the right side ends and the left one begins: between two branches of the root, as near to
/// the middle as there is one, unless that is far off.
fn cut(spokes: &[Spoke<'_>], places: &[Option<f64>], total: f64) -> f64 {
    let middle = total / 2.0;
    let off = |place: &f64| (place - middle).abs();
    let mut branch = usize::MAX;
    let mut between = Vec::new();
    for (at, place) in places.iter().enumerate() {
        let Some(place) = place else { continue };
        let mut top = at;
        while let Some(parent) = spokes[top].parent.filter(|parent| *parent > 0) {
            top = parent;
        }
        if std::mem::replace(&mut branch, top) != top {
            between.push(*place);
        }
    }
    between
        .into_iter()
        .min_by(|a, b| off(a).total_cmp(&off(b)))
        .filter(|place| off(place) < total / 6.0)
        .unwrap_or(middle)
}

fn unroll<'a>(
    network: &Network<'_>,
    language: Language,
    branch: &'a Branch,
    parent: Option<usize>,
    level: usize,
    out: &mut Vec<Spoke<'a>>,
) {
    let words = match branch.content {
        Content::Thing(at) | Content::Echo(at) => network.things[at].name.clone(),
        Content::More(count) => words::more(language, count),
        Content::Group(kind, count) => format!("{} {count}", words::kind(language, kind, "")),
    };
    let words = text::elide(&words, SIZE, EMS * SIZE);
    let here = out.len();
    out.push(Spoke { branch, parent, words, level, x: 0.0, y: 0.0, rim: false });
    for child in &branch.children {
        unroll(network, language, child, Some(here), level + 1, out);
    }
}

/// The place on the rim of each branch that has nothing behind it.
fn places(spokes: &[Spoke<'_>]) -> Vec<Option<f64>> {
    let mut next = 0.0;
    let mut last = None;
    spokes
        .iter()
        .map(|spoke| {
            let parent = spoke.parent?;
            if !spoke.branch.children.is_empty() {
                return None;
            }
            if last.is_some_and(|last| last != parent) {
                next += GAP;
            }
            last = Some(parent);
            let place = next;
            next += 1.0;
            Some(place)
        })
        .collect()
}
