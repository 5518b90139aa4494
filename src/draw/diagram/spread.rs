//! Puts the pieces of a diagram beside each other, each laid out by forces.

use std::collections::{BTreeMap, BTreeSet};

use super::cells::{self, CELL, Outline};
use super::force;
use super::{Diagram, Node};
use crate::draw::scene::Area;

/// Space around a node with its name, px.
const AIR: (f64, f64) = (16.0, 12.0);
/// Length of lines over the size of names.
const LENGTH: f64 = 1.0;
/// Share of its size that a sign keeps at least where all is moved together.
const SMALLEST: f64 = 0.55;
/// Ways in which a piece may be turned, and cosine and sine from one to the next (15°).
const TURNS: usize = 24;
const TURN: (f64, f64) = (0.965_925_826_289_068_3, 0.258_819_045_102_520_74);
/// Width to height that the page tends to.
const ASPECT: f64 = 1.6;

/// Gives every node a place and tells width and height of all, at most `widest` px wide: what does
/// not fit is moved together, and its names have to see where they find room.
pub fn spread(diagram: &mut Diagram, widest: f64) -> (f64, f64) {
    let pieces = pieces(diagram);
    for piece in &pieces {
        settle(diagram, piece);
    }
    let outlines: Vec<Outline> = pieces.iter().map(|piece| outline(diagram, piece)).collect();
    let places = cells::settle(&outlines, ASPECT);
    for (piece, place) in pieces.iter().zip(&places) {
        for &at in piece {
            diagram.nodes[at].x += f64::from(place.0) * CELL;
            diagram.nodes[at].y += f64::from(place.1) * CELL;
        }
    }
    let (width, height) = to_corner(diagram, area);
    if width <= widest {
        return (width, height);
    }
    let scale = widest / width;
    for node in &mut diagram.nodes {
        (node.x, node.y) = (node.x * scale, node.y * scale);
        // Words keep their size; signs make room for them.
        node.side *= scale.max(SMALLEST);
    }
    // Names may have lost their room; signs must not lie on each other.
    let bare = |node: &Node| node.side + 2.0 * node.ring() + 3.0;
    let mut places: Vec<(f64, f64)> = diagram.nodes.iter().map(|node| (node.x, node.y)).collect();
    let sizes: Vec<(f64, f64)> = diagram.nodes.iter().map(|node| (bare(node), bare(node))).collect();
    force::separate(&mut places, &sizes);
    for (node, place) in diagram.nodes.iter_mut().zip(places) {
        (node.x, node.y) = place;
    }
    to_corner(diagram, |node| {
        let side = bare(node);
        Area { x: node.x - side / 2.0, y: node.y - side / 2.0, w: side, h: side }
    })
}

/// Moves all so that their areas begin at 0, 0 and tells width and height.
fn to_corner(diagram: &mut Diagram, area: impl Fn(&Node) -> Area) -> (f64, f64) {
    let areas: Vec<Area> = diagram.nodes.iter().map(area).collect();
    let left = areas.iter().map(|area| area.x).fold(f64::INFINITY, f64::min);
    let top = areas.iter().map(|area| area.y).fold(f64::INFINITY, f64::min);
    for node in &mut diagram.nodes {
        (node.x, node.y) = (node.x - left, node.y - top);
    }
    let width = areas.iter().map(|area| area.x + area.w - left).fold(0.0, f64::max);
    let height = areas.iter().map(|area| area.y + area.h - top).fold(0.0, f64::max);
    (width, height)
}

/// What a piece covers: signs with their names, and lines.
fn outline(diagram: &Diagram, piece: &[usize]) -> Outline {
    let inside: BTreeSet<usize> = piece.iter().copied().collect();
    let edges = diagram.edges.iter().filter(|edge| inside.contains(&edge.a));
    let points = edges.flat_map(|edge| {
        let (a, b) = (&diagram.nodes[edge.a], &diagram.nodes[edge.b]);
        let (dx, dy) = (b.x - a.x, b.y - a.y);
        let count = ((dx * dx + dy * dy).sqrt() / (CELL / 2.0)).ceil().max(1.0) as usize;
        (0..=count).map(move |at| {
            let share = at as f64 / count as f64;
            Area { x: a.x + dx * share - 6.0, y: a.y + dy * share - 6.0, w: 12.0, h: 12.0 }
        })
    });
    Outline::new(piece.iter().map(|at| area(&diagram.nodes[*at])).chain(points))
}

/// The room of a node with its name under it, and some air.
fn area(node: &Node) -> Area {
    let (w, h) = outer(node);
    Area { x: node.x - w / 2.0, y: node.y - AIR.1 / 2.0 - node.side / 2.0 - node.ring(), w, h }
}

/// Nodes that hang together, the weightiest piece first.
fn pieces(diagram: &Diagram) -> Vec<Vec<usize>> {
    let mut parts = petgraph::unionfind::UnionFind::<usize>::new(diagram.nodes.len());
    for edge in &diagram.edges {
        parts.union(edge.a, edge.b);
    }
    let mut pieces: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for at in 0..diagram.nodes.len() {
        pieces.entry(parts.find(at)).or_default().push(at);
    }
    let mut pieces: Vec<Vec<usize>> = pieces.into_values().collect();
    pieces.sort_by(|a, b| b.len().cmp(&a.len()).then_with(|| a.cmp(b)));
    pieces
}

/// Lays out one piece around 0, 0, turned so that it takes little room.
fn settle(diagram: &mut Diagram, piece: &[usize]) {
    let order = outward(diagram, piece);
    let number: BTreeMap<usize, usize> = order.iter().enumerate().map(|(place, at)| (*at, place)).collect();
    let inside = |at: &usize| number.get(at).copied();
    let edges: Vec<(usize, usize)> =
        diagram.edges.iter().filter_map(|edge| Some((inside(&edge.a)?, inside(&edge.b)?))).collect();
    let boxes: Vec<(f64, f64)> = order.iter().map(|at| outer(&diagram.nodes[*at])).collect();
    // Lines are as long as names are wide, so that little has to be pushed.
    let mean = boxes.iter().map(|(w, h)| (w * h).sqrt()).sum::<f64>() / boxes.len() as f64;
    let mut degree = vec![0.0_f64; order.len()];
    for &(a, b) in &edges {
        degree[a] += 1.0;
        degree[b] += 1.0;
    }
    let masses: Vec<f64> = degree.iter().map(|degree| 1.0 + degree.min(8.0) * 0.15).collect();
    let mut places =
        if order.len() == 2 { pair(&boxes) } else { turned(&force::place(&masses, &edges, mean * LENGTH), &boxes) };
    force::separate(&mut places, &boxes);
    for ((&at, place), size) in order.iter().zip(&places).zip(&boxes) {
        let node = &mut diagram.nodes[at];
        node.x = place.0;
        // The sign stands over the name.
        node.y = place.1 - size.1 / 2.0 + AIR.1 / 2.0 + node.side / 2.0 + node.ring();
    }
}

/// The places turned the way in which they need the smallest page.
fn turned(places: &[(f64, f64)], boxes: &[(f64, f64)]) -> Vec<(f64, f64)> {
    let mut best: Option<(f64, Vec<(f64, f64)>)> = None;
    let mut now = places.to_vec();
    for _ in 0..TURNS {
        let reach = |of: &dyn Fn(usize) -> (f64, f64)| {
            let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
            for at in 0..now.len() {
                let (middle, size) = of(at);
                low = low.min(middle - size / 2.0);
                high = high.max(middle + size / 2.0);
            }
            high - low
        };
        let w = reach(&|at| (now[at].0, boxes[at].0));
        let h = reach(&|at| (now[at].1, boxes[at].1));
        let page = w.max(h * ASPECT);
        if best.as_ref().is_none_or(|(known, _)| page < known - 1e-6) {
            best = Some((page, now.clone()));
        }
        now = now.iter().map(|&(x, y)| (x * TURN.0 - y * TURN.1, x * TURN.1 + y * TURN.0)).collect();
    }
    best.map_or_else(|| places.to_vec(), |(_, places)| places)
}

/// Two things beside each other, with room for words on the line between them.
fn pair(boxes: &[(f64, f64)]) -> Vec<(f64, f64)> {
    vec![(0.0, 0.0), ((boxes[0].0 + boxes[1].0) / 2.0 + 26.0, 0.0)]
}

/// Width and height of a node with its name under it.
fn outer(node: &Node) -> (f64, f64) {
    let (w, h) = node.label();
    let side = node.side + 2.0 * node.ring();
    (w.max(side) + AIR.0, side + h + AIR.1)
}

/// The nodes of a piece from the busiest outward, so that neighbours start near each other.
fn outward(diagram: &Diagram, piece: &[usize]) -> Vec<usize> {
    let mut beside: BTreeMap<usize, Vec<usize>> = piece.iter().map(|at| (*at, Vec::new())).collect();
    for edge in &diagram.edges {
        if let Some(list) = beside.get_mut(&edge.a) {
            list.push(edge.b);
        }
        if let Some(list) = beside.get_mut(&edge.b) {
            list.push(edge.a);
        }
    }
    let busiest = piece.iter().copied().max_by_key(|at| (beside[at].len(), std::cmp::Reverse(*at)));
    let mut order: Vec<usize> = busiest.into_iter().collect();
    let mut known: BTreeSet<usize> = order.iter().copied().collect();
    let mut head = 0;
    while head < order.len() {
        for &other in &beside[&order[head]] {
            if known.insert(other) {
                order.push(other);
            }
        }
        head += 1;
    }
    order
}
