//! The way of each line: straight where it can be, bent around signs, parallels apart.

use super::room::Room;
use super::{Diagram, Node};
use crate::draw::network::Strand;
use crate::draw::scene::Area;

/// How far parallels are bent apart, px.
const APART: f64 = 26.0;
/// Bends tried where a line would run over a sign, px.
const BENDS: [f64; 7] = [0.0, 22.0, -22.0, 48.0, -48.0, 80.0, -80.0];
/// Space between a sign and its lines, px.
const CLEAR: f64 = 5.0;

/// A line: a quadratic Bézier curve.
#[derive(Debug, Clone)]
pub struct Curve<'a> {
    /// What it says.
    pub strand: &'a Strand,
    /// How strongly it binds.
    pub weight: f64,
    from: (f64, f64),
    control: (f64, f64),
    to: (f64, f64),
}

impl Curve<'_> {
    /// The point `t` of the way, 0 to 1.
    pub fn at(&self, t: f64) -> (f64, f64) {
        let mix = |a: f64, b: f64, c: f64| (1.0 - t) * (1.0 - t) * a + 2.0 * t * (1.0 - t) * b + t * t * c;
        (mix(self.from.0, self.control.0, self.to.0), mix(self.from.1, self.control.1, self.to.1))
    }

    /// Length of the straight way, px.
    pub fn length(&self) -> f64 {
        let (dx, dy) = (self.to.0 - self.from.0, self.to.1 - self.from.1);
        (dx * dx + dy * dy).sqrt()
    }

    /// Start, bend and end.
    pub fn path(&self) -> [(f64, f64); 3] {
        [self.from, self.control, self.to]
    }

    /// Points along it, `step` px apart or less.
    pub fn points(&self, step: f64) -> impl Iterator<Item = (f64, f64)> + '_ {
        let count = (self.length() * 1.2 / step).ceil().max(1.0) as usize;
        (0..=count).map(move |at| self.at(at as f64 / count as f64))
    }
}

/// The lines of a diagram, each from the tail of the relation to its head. `room` has the signs.
pub fn curves<'a>(diagram: &'a Diagram, room: &Room) -> Vec<Curve<'a>> {
    let mut curves = Vec::new();
    for edge in &diagram.edges {
        let (a, b) = (&diagram.nodes[edge.a], &diagram.nodes[edge.b]);
        let count = edge.strands.len();
        let base = |place: usize| (place as f64 - (count as f64 - 1.0) / 2.0) * APART;
        let ways = |bend: f64| -> Vec<Curve<'a>> {
            let strands = edge.strands.iter().enumerate();
            strands.map(|(place, strand)| way(a, b, strand, edge.weight, base(place) + bend)).collect()
        };
        let hits = |ways: &[Curve<'a>]| ways.iter().map(|curve| hits(curve, room)).sum::<usize>();
        let mut best = ways(0.0);
        let mut least = hits(&best);
        for bend in BENDS.iter().skip(1) {
            // A bend beyond a third of the way looks like a detour.
            if least == 0 || bend.abs() > best.first().map_or(0.0, Curve::length) / 2.5 {
                break;
            }
            let tried = ways(*bend);
            let found = hits(&tried);
            if found < least {
                (best, least) = (tried, found);
            }
        }
        curves.extend(best);
    }
    curves
}

/// Signs that a curve runs over, by points.
fn hits(curve: &Curve<'_>, room: &Room) -> usize {
    let inner = |(x, y): &(f64, f64)| !room.is_free(&Area { x: x - 1.0, y: y - 1.0, w: 2.0, h: 2.0 });
    let ends = |(x, y): &(f64, f64)| {
        let near = |p: (f64, f64)| (x - p.0) * (x - p.0) + (y - p.1) * (y - p.1) < 36.0;
        !near(curve.from) && !near(curve.to)
    };
    curve.points(8.0).filter(ends).filter(inner).count()
}

fn way<'a>(a: &Node, b: &Node, strand: &'a Strand, weight: f64, bend: f64) -> Curve<'a> {
    let (dx, dy) = (b.x - a.x, b.y - a.y);
    let far = (dx * dx + dy * dy).sqrt().max(1e-6);
    // The bend is at the middle of the curve; its control point is twice as far out.
    let control = ((a.x + b.x) / 2.0 - dy / far * bend * 2.0, (a.y + b.y) / 2.0 + dx / far * bend * 2.0);
    let from = edge_of(a, control, far);
    let to = edge_of(b, control, far);
    let (from, to) = if strand.forward { (from, to) } else { (to, from) };
    Curve { strand, weight, from, control, to }
}

/// Where a line to `towards` leaves the sign of a node.
fn edge_of(node: &Node, towards: (f64, f64), length: f64) -> (f64, f64) {
    let (dx, dy) = (towards.0 - node.x, towards.1 - node.y);
    let far = (dx * dx + dy * dy).sqrt().max(1e-6);
    let (w, h) = node.half();
    let out = if node.thing().is_some() {
        w + CLEAR
    } else {
        // Where the line cuts the frame of the words.
        let across = if dx.abs() > 1e-6 { w * far / dx.abs() } else { f64::INFINITY };
        let along = if dy.abs() > 1e-6 { h * far / dy.abs() } else { f64::INFINITY };
        across.min(along) + CLEAR / 2.0
    };
    let out = out.min(length * 0.45);
    (node.x + dx / far * out, node.y + dy / far * out)
}
