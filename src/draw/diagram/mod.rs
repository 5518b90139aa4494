//! Diagrams of nodes and lines: what is shown, where it is put, and how its names find room.
//!
//! Signs tell kinds by shape and colour; a name that finds no room is left out and counted, never
//! printed over another.

mod cells;
mod choose;
mod curves;
mod force;
mod paint;
mod quad;
mod radial;
mod room;
mod spread;

pub use choose::{Choice, around, weightiest};
pub use force::{place, separate};
pub use paint::{Missed, paint};
pub use radial::radial;
pub use room::Room;
pub use spread::spread;

use super::network::{Network, Strand};
use super::pieces::Content;
use super::text;
use crate::ontology::{Kind, Modality};

/// A thing on a diagram.
#[derive(Debug, Clone)]
pub struct Node {
    /// What stands there.
    pub content: Content,
    /// Kind.
    pub kind: Option<Kind>,
    /// Its name in lines.
    pub lines: Vec<String>,
    /// Side of its sign, px.
    pub side: f64,
    /// Size of its name, px.
    pub size: f64,
    /// How much it matters.
    pub worth: f64,
    /// Whether all turns around it.
    pub focus: bool,
    /// The surest tie to a hub.
    pub tie: Option<Modality>,
    /// Neighbours that are not shown.
    pub hidden: usize,
    /// Where its name is best: right of it (1), left of it (-1), or under it (0).
    pub lean: f64,
    /// Middle of its sign, px.
    pub x: f64,
    /// Middle of its sign, px.
    pub y: f64,
}

/// All that is said of two things.
#[derive(Debug, Clone)]
pub struct Edge {
    /// The one node.
    pub a: usize,
    /// The other.
    pub b: usize,
    /// Each relation.
    pub strands: Vec<Strand>,
    /// How strongly it binds.
    pub weight: f64,
}

/// Nodes and lines.
#[derive(Debug, Clone, Default)]
pub struct Diagram {
    /// Nodes, the weightiest first.
    pub nodes: Vec<Node>,
    /// Edges.
    pub edges: Vec<Edge>,
}

/// Widest line of a name in em.
const EMS: f64 = 9.0;

impl Diagram {
    /// The things chosen with all links among them, not yet placed.
    pub fn new(network: &Network<'_>, choice: &Choice, focus: Option<usize>) -> Self {
        let number = numbers(network, choice);
        let nodes = choice.things.iter().map(|&at| node(network, at, focus == Some(at), &number)).collect();
        let edges = network
            .links
            .iter()
            .filter(|link| number[link.a] != usize::MAX && number[link.b] != usize::MAX)
            .map(|link| Edge {
                a: number[link.a],
                b: number[link.b],
                strands: link.strands.clone(),
                weight: link.weight,
            })
            .collect();
        Self { nodes, edges }
    }
}

/// The place of each thing of a network among the chosen ones.
fn numbers(network: &Network<'_>, choice: &Choice) -> Vec<usize> {
    let mut number = vec![usize::MAX; network.things.len()];
    choice.things.iter().enumerate().for_each(|(place, at)| number[*at] = place);
    number
}

fn node(network: &Network<'_>, at: usize, focus: bool, number: &[usize]) -> Node {
    let thing = &network.things[at];
    let hidden = thing.links.iter().filter(|link| {
        let link = &network.links[**link];
        number[link.a] == usize::MAX || number[link.b] == usize::MAX
    });
    // From a leaf to the busiest.
    let rank = (thing.worth / 14.0).min(1.0);
    let size = if focus { 18.0 } else { (12.0 + 3.5 * rank).round() };
    Node {
        content: Content::Thing(at),
        kind: thing.kind,
        lines: text::wrap(&thing.name, size, size * EMS, 2),
        side: if focus { 34.0 } else { (15.0 + 13.0 * rank).round() },
        size,
        worth: if focus { f64::INFINITY } else { thing.worth },
        focus,
        tie: thing.spokes.iter().map(|spoke| spoke.modality).min(),
        hidden: hidden.count(),
        lean: 0.0,
        x: 0.0,
        y: 0.0,
    }
}

impl Node {
    /// Something without a name at no place.
    fn blank(content: Content) -> Self {
        Self {
            content,
            kind: None,
            lines: Vec::new(),
            side: 0.0,
            size: 0.0,
            worth: 0.0,
            focus: false,
            tie: None,
            hidden: 0,
            lean: 0.0,
            x: 0.0,
            y: 0.0,
        }
    }

    /// The thing that it stands for; none for a number of things.
    pub fn thing(&self) -> Option<usize> {
        match self.content {
            Content::Thing(at) | Content::Echo(at) => Some(at),
            Content::More(_) | Content::Group(..) => None,
        }
    }

    /// How far the ring around its sign stands off, px.
    fn ring(&self) -> f64 {
        match (self.focus, self.tie) {
            (true, _) => 8.0,
            (false, Some(_)) => 3.5,
            (false, None) => 0.0,
        }
    }

    /// The room that its sign takes: half its width and height, px. A number of things is a sign
    /// of words.
    pub fn half(&self) -> (f64, f64) {
        if self.thing().is_none() {
            let (w, h) = self.label();
            return (w / 2.0 + 6.0, h / 2.0 + 1.0);
        }
        let half = self.side / 2.0 + self.ring();
        (half, half)
    }

    /// Height of a line of its name, px.
    pub fn line_height(&self) -> f64 {
        (self.size * 1.25).ceil()
    }

    /// Width and height of its name, with the number of hidden neighbours behind it.
    pub fn label(&self) -> (f64, f64) {
        let widths = self.lines.iter().map(|line| text::width(line, self.size));
        let last = self.lines.last().map_or(0.0, |line| text::width(line, self.size)) + self.count_width();
        (widths.fold(last, f64::max), self.lines.len() as f64 * self.line_height())
    }

    /// What is written of hidden neighbours.
    pub fn count(&self) -> String {
        if self.hidden > 0 { format!("+{}", self.hidden) } else { String::new() }
    }

    /// The room it takes behind the name, px.
    pub fn count_width(&self) -> f64 {
        if self.hidden > 0 { 4.0 + text::width(&self.count(), self.size * 0.8) } else { 0.0 }
    }
}
