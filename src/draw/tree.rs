//! A piece laid out from left to right: heads on the left of the middle, tails on its right.
//!
//! Each depth has a column of its own and each box a row of its own, so that nothing can overlap
//! and every line has room for its words.

use super::card::{Card, Press, Rank, stroke};
use super::pieces::{Branch, Wire};
use super::scene::{Anchor, Scene, Type, n};
use super::text;

/// Width in which lines bend, px.
const BEND: f64 = 30.0;
/// Room on both sides of the words of a line.
const AIR: f64 = 7.0;
/// Space between boxes, one above the other.
const ROW: f64 = 7.0;
/// Width of the mark that shows the direction of a line.
const HEAD: f64 = 8.0;
const LABEL: f64 = 11.5;
/// Most that a line grows so that a piece fills its panel.
const LONGER: f64 = 70.0;

/// A box at its place, px from the corner of the piece.
#[derive(Debug)]
struct Placed {
    card: Card,
    x: f64,
    y: f64,
    /// Number of lines between the left edge and the box.
    step: f64,
}

/// A line at its place.
#[derive(Debug)]
struct Line {
    from: (f64, f64),
    bend: f64,
    to: f64,
    y: f64,
    wire: Wire,
    right: bool,
    /// The same number for its parent.
    step: f64,
}

/// A piece, laid out.
#[derive(Debug)]
pub struct Layout {
    /// Width, px.
    pub w: f64,
    /// Height, px.
    pub h: f64,
    steps: f64,
    boxes: Vec<Placed>,
    lines: Vec<Line>,
}

/// A box with what hangs on it, measured.
struct Measured<'a> {
    card: Card,
    wire: Option<&'a Wire>,
    children: Vec<Measured<'a>>,
    h: f64,
}

/// The ways to lay out a piece, each with how far it is from the order of reading (0 is best).
pub fn layouts(press: &Press<'_>, root: &Branch) -> Vec<(Layout, f64)> {
    let mut out = Vec::new();
    for room in [230.0, 180.0, 135.0] {
        let narrow = (230.0 - room) / 1000.0;
        let all: Vec<usize> = (0..root.children.len()).collect();
        let heads: Vec<usize> = all.iter().copied().filter(|&at| !runs_to_child(&root.children[at])).collect();
        let tails: Vec<usize> = all.iter().copied().filter(|&at| runs_to_child(&root.children[at])).collect();
        let mixed = !heads.is_empty() && !tails.is_empty();
        out.push((lay(press, root, &heads, &tails, room), narrow));
        if mixed {
            out.push((lay(press, root, &[], &all, room), narrow + 0.12));
        }
        if all.len() > 1 {
            let (left, right) = halves(press, root, room);
            out.push((lay(press, root, &left, &right, room), narrow + 0.08));
        }
    }
    out
}

/// The layout of a tree that stands alone which is nearest to the shape of a page.
pub fn compact(press: &Press<'_>, root: &Branch) -> Layout {
    let cost = |layout: &Layout, strain: f64| {
        let off = layout.w / layout.h.max(1.0) / 1.4;
        layout.w.max(layout.h * 1.4) * (1.0 + strain) * (1.0 + 0.1 * (off + 1.0 / off))
    };
    let best = layouts(press, root).into_iter().min_by(|(a, x), (b, y)| cost(a, *x).total_cmp(&cost(b, *y)));
    best.map_or_else(Layout::empty, |(layout, _)| layout)
}

fn runs_to_child(branch: &Branch) -> bool {
    branch.wire.as_ref().and_then(|wire| wire.labels.first()).is_none_or(|(_, toward)| *toward)
}

/// The children in two parts of like height, in their order.
fn halves(press: &Press<'_>, root: &Branch, room: f64) -> (Vec<usize>, Vec<usize>) {
    let heights: Vec<f64> = root.children.iter().map(|child| measure(press, child, 1, room).h + ROW).collect();
    let total: f64 = heights.iter().sum();
    let mut sum = 0.0;
    let cut = heights.iter().take_while(|h| {
        sum += **h;
        sum <= total / 2.0 + **h / 2.0
    });
    let cut = cut.count();
    ((0..cut).collect(), (cut..root.children.len()).collect())
}

fn measure<'a>(press: &Press<'_>, branch: &'a Branch, depth: usize, room: f64) -> Measured<'a> {
    let rank = if depth == 0 { Rank::Root } else { Rank::Plain };
    let card = press.card(branch.content, rank, room);
    let children: Vec<_> = branch.children.iter().map(|child| measure(press, child, depth + 1, room)).collect();
    let h = card.h.max(stack(&children));
    Measured { card, wire: branch.wire.as_ref(), children, h }
}

fn stack(children: &[Measured<'_>]) -> f64 {
    children.iter().map(|child| child.h).sum::<f64>() + ROW * children.len().saturating_sub(1) as f64
}

fn label_width(wire: &Wire) -> f64 {
    let words: f64 = wire.labels.iter().map(|(label, _)| text::width(label, LABEL) + HEAD + 3.0).sum();
    words + AIR * (wire.labels.len().saturating_sub(1)) as f64
}

/// Widths of the columns of one side: for each depth the words of its lines and its boxes.
fn columns(children: &[Measured<'_>], depth: usize, widths: &mut Vec<(f64, f64)>) {
    for child in children {
        if widths.len() <= depth {
            widths.resize(depth + 1, (0.0, 0.0));
        }
        let words = child.wire.map_or(0.0, label_width);
        widths[depth] = (widths[depth].0.max(words), widths[depth].1.max(child.card.w));
        columns(&child.children, depth + 1, widths);
    }
}

fn lay(press: &Press<'_>, root: &Branch, left: &[usize], right: &[usize], room: f64) -> Layout {
    let side = |part: &[usize]| -> Vec<Measured<'_>> {
        part.iter().map(|&at| measure(press, &root.children[at], 1, room)).collect()
    };
    let (left, right) = (side(left), side(right));
    let card = press.card(root.content, Rank::Root, room.min(190.0));
    let h = card.h.max(stack(&left)).max(stack(&right));
    let span = |side: &[Measured<'_>]| {
        let mut widths = Vec::new();
        columns(side, 0, &mut widths);
        let total: f64 = widths.iter().map(|(words, boxes)| BEND + words + 2.0 * AIR + boxes).sum();
        (widths, total)
    };
    let ((left_widths, left_total), (right_widths, right_total)) = (span(&left), span(&right));
    let (x, w) = (left_total, card.w);
    let (step, steps) = (left_widths.len() as f64, (left_widths.len() + right_widths.len()) as f64);
    let mut layout = Layout { w: left_total + w + right_total, h, steps, boxes: Vec::new(), lines: Vec::new() };
    let middle = h / 2.0;
    layout.place(left, (x, x, middle), (-1.0, step), &left_widths);
    layout.place(right, (x + w, x + w, middle), (1.0, step), &right_widths);
    layout.boxes.push(Placed { x, y: middle - card.h / 2.0, step, card });
    layout
}

impl Layout {
    /// Nothing.
    pub fn empty() -> Self {
        Self { w: 0.0, h: 0.0, steps: 0.0, boxes: Vec::new(), lines: Vec::new() }
    }

    /// Places `children` beside their parent, whose edge is at `from.0`, column's edge at
    /// `from.1`, middle at `from.2`; `way` is 1 to the right, -1 to the left, with the
    /// number of lines left of the parent.
    fn place(&mut self, children: Vec<Measured<'_>>, from: (f64, f64, f64), way: (f64, f64), widths: &[(f64, f64)]) {
        let (way, step) = way;
        let Some(&(words, boxes)) = widths.first() else { return };
        let (edge, column, middle) = from;
        let near = column + way * (BEND + words + 2.0 * AIR);
        let mut top = middle - stack(&children) / 2.0;
        for child in children {
            let y = top + child.h / 2.0;
            let far = near + way * boxes;
            if let Some(wire) = child.wire {
                let bend = column + way * BEND;
                let wire = wire.clone();
                self.lines.push(Line { from: (edge, middle), bend, to: near, y, wire, right: way > 0.0, step });
            }
            let x = if way > 0.0 { near } else { near - child.card.w };
            let own_edge = if way > 0.0 { near + child.card.w } else { near - child.card.w };
            self.place(child.children, (own_edge, far, y), (way, step + way), &widths[1..]);
            self.boxes.push(Placed { x, y: y - child.card.h / 2.0, step: step + way, card: child.card });
            top += child.h + ROW;
        }
    }

    /// How much longer each line may be so that the piece fills `room` px, within reason.
    pub fn spread(&self, room: f64) -> f64 {
        if self.steps < 1.0 { 0.0 } else { ((room - self.w) / self.steps).clamp(0.0, LONGER) }
    }

    /// Width with lines longer by `spread`, px.
    pub fn width(&self, spread: f64) -> f64 {
        self.w + self.steps * spread
    }

    /// Draws the piece with its corner at `dx`, `dy` and lines longer by `spread`.
    pub fn draw(&self, press: &Press<'_>, scene: &mut Scene, dx: f64, dy: f64, spread: f64) {
        for line in &self.lines {
            line.draw(press, scene, (dx + line.step * spread, dy), spread);
        }
        for placed in &self.boxes {
            press.draw(scene, &placed.card, placed.x + dx + placed.step * spread, placed.y + dy);
        }
    }
}

impl Line {
    fn draw(&self, press: &Press<'_>, scene: &mut Scene, (dx, dy): (f64, f64), spread: f64) {
        let colour = press.theme.line();
        let dashes = stroke(self.wire.modality);
        let way = if self.right { 1.0 } else { -1.0 };
        let (x0, y0, y) = (self.from.0 + dx, self.from.1 + dy, self.y + dy);
        let (bend, to) = (self.bend + dx + way * spread.min(BEND), self.to + dx + way * spread);
        let reach = BEND + spread.min(BEND);
        // The words are set against the box, so that they stand in line with each other.
        let wide = label_width(&self.wire);
        let words_near = to - way * (AIR + wide);
        let start = bend - way * reach;
        let half = start + way * reach / 2.0;
        let mut path = format!("M{} {}", n(x0), n(y0));
        if (y - y0).abs() < 0.5 {
            path.push_str(&format!("H{}", n(words_near - way * 3.0)));
        } else {
            path.push_str(&format!("H{}C{} {} {} {} {} {}", n(start), n(half), n(y0), n(half), n(y), n(bend), n(y)));
            if (words_near - way * 3.0 - bend) * way > 0.5 {
                path.push_str(&format!("H{}", n(words_near - way * 3.0)));
            }
        }
        let open = if self.wire.labels.is_empty() { words_near - way * 3.0 } else { to - way * (AIR - 3.0) };
        path.push_str(&format!("M{} {}H{}", n(open), n(y), n(to)));
        scene.line(&path, colour, 1.3, dashes);
        let mut x = words_near.min(to - way * AIR);
        for (label, toward_child) in &self.wire.labels {
            // The head points the way the relation runs.
            let points_right = *toward_child == self.right;
            let word = text::width(label, LABEL);
            let style = Type { size: LABEL, bold: false, colour: press.theme.soft(), anchor: Anchor::Start };
            if points_right {
                scene.text(label, x, y, style);
                head(scene, x + word + 3.0, y, 1.0, press.theme.line());
            } else {
                head(scene, x + HEAD, y, -1.0, press.theme.line());
                scene.text(label, x + HEAD + 3.0, y, style);
            }
            x += word + HEAD + 3.0 + AIR;
        }
    }
}

/// A small triangle from `x` in direction `way`.
pub fn head(scene: &mut Scene, x: f64, y: f64, way: f64, colour: super::theme::Colour) {
    let tip = x + way * HEAD;
    scene.fill(&format!("M{} {}L{} {}L{} {}Z", n(x), n(y - 4.0), n(tip), n(y), n(x), n(y + 4.0)), colour);
}
