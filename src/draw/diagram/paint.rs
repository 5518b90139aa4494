//! Draws a placed diagram: lines, signs, and the names that find room.

use super::curves::{Curve, curves};
use super::room::Room;
use super::{Diagram, Node};
use crate::draw::card::stroke;
use crate::draw::network::Network;
use crate::draw::pieces::Content;
use crate::draw::scene::{Anchor, Area, Look, Scene, Stroke, Type, circle, n};
use crate::draw::theme::{Theme, shape};
use crate::draw::{Language, text, words};

/// Size of the words on lines, px.
const WORDS: f64 = 10.5;
/// Space between a sign and its name, px.
const CLOSE: f64 = 3.0;
/// The same where no room is free there.
const FAR: f64 = 11.0;
/// Length of an arrow head, px.
const HEAD: f64 = 7.0;
/// Points of lines that count as crossing a name, px apart.
const POINTS: f64 = 6.0;

/// What found no room.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Missed {
    /// Names.
    pub names: usize,
    /// Words on lines.
    pub words: usize,
}

/// Where a name stands: its area.
type Spot = Option<Area>;

/// Draws `diagram`, whose places are of `page`; `taken` is other words that stand there.
pub fn paint(
    scene: &mut Scene,
    network: &Network<'_>,
    diagram: &Diagram,
    (theme, language): (Theme, Language),
    page: Area,
    taken: &[Area],
) -> Missed {
    let mut room = Room::new(page);
    diagram.nodes.iter().for_each(|node| room.take(sign(node)));
    taken.iter().for_each(|area| room.take(*area));
    let curves = curves(diagram, &room);
    for curve in &curves {
        curve.points(POINTS).for_each(|(x, y)| room.line(x, y));
    }
    let names = place_names(diagram, &mut room);
    let labels = place_words(&curves, &mut room);
    for curve in &curves {
        line(scene, theme, curve);
    }
    let over = names.iter().chain(&labels).flatten();
    over.for_each(|area| scene.veil(*area, theme.panel()));
    for (curve, spot) in curves.iter().zip(&labels) {
        if let Some(area) = spot {
            let style = Type { size: WORDS, bold: false, colour: theme.soft(), anchor: Anchor::Middle };
            scene.text(&curve.strand.label, area.x + area.w / 2.0, area.y + area.h / 2.0, style);
        }
    }
    for (node, spot) in diagram.nodes.iter().zip(&names) {
        let Some(thing) = node.thing() else {
            pill(scene, theme, node);
            continue;
        };
        scene.open(&title(network, thing, language));
        draw_sign(scene, theme, node);
        if let Some(area) = spot {
            name(scene, theme, node, area);
        }
        scene.close();
    }
    let unnamed = diagram.nodes.iter().zip(&names).filter(|(node, spot)| spot.is_none() && node.thing().is_some());
    let silent = curves.iter().zip(&labels).filter(|(curve, spot)| spot.is_none() && !curve.strand.label.is_empty());
    Missed { names: unnamed.count(), words: silent.count() }
}

fn sign(node: &Node) -> Area {
    let (w, h) = node.half();
    Area { x: node.x - w, y: node.y - h, w: 2.0 * w, h: 2.0 * h }
}

/// Room for names, the weightiest first: under the sign, beside it, over it, at its corners; where
/// several are free, the one that fewest lines cross.
fn place_names(diagram: &Diagram, room: &mut Room) -> Vec<Spot> {
    let mut order: Vec<usize> = (0..diagram.nodes.len()).collect();
    let worth = |at: usize| diagram.nodes[at].worth;
    order.sort_by(|&a, &b| worth(b).total_cmp(&worth(a)).then(a.cmp(&b)));
    let mut spots = vec![None; diagram.nodes.len()];
    for at in order {
        let node = &diagram.nodes[at];
        if node.thing().is_none() {
            continue;
        }
        let (w, h) = node.label();
        let sign = sign(node);
        let (middle, level) = (node.x - w / 2.0, node.y - h / 2.0);
        let beside =
            |side: f64, plain: usize| if node.lean == 0.0 { plain } else { usize::from(node.lean != side) * 9 };
        let mut best: Option<(usize, Area)> = None;
        // Close to the sign, and where nothing is free there, a little off.
        for off in [0.0, FAR] {
            let (under, over) = (sign.y + sign.h + CLOSE - 1.0 + off, sign.y - h - CLOSE + 1.0 - off);
            let (right, left) = (sign.x + sign.w + CLOSE + off, sign.x - w - CLOSE - off);
            let tries = [
                (middle, under, if node.lean == 0.0 { 0 } else { 12 }),
                (right, level, beside(1.0, 1)),
                (left, level, beside(-1.0, 2)),
                (middle, over, 2),
                (right, under - CLOSE, 4),
                (left, under - CLOSE, 4),
                (right, over + CLOSE, 5),
                (left, over + CLOSE, 5),
            ];
            for (x, y, taste) in tries {
                let area = Area { x, y, w, h };
                if room.is_free(&area) {
                    let cost = room.crossed(&area) * 2 + taste;
                    if best.is_none_or(|(known, _)| cost < known) {
                        best = Some((cost, area));
                    }
                }
            }
            if best.is_some() {
                break;
            }
        }
        if let Some((_, area)) = best {
            room.take(area);
            spots[at] = Some(area);
        }
    }
    spots
}

/// Room for the words on lines, the strongest first, near the middle of the line.
fn place_words(curves: &[Curve<'_>], room: &mut Room) -> Vec<Spot> {
    let mut order: Vec<usize> = (0..curves.len()).collect();
    order.sort_by(|&a, &b| curves[b].weight.total_cmp(&curves[a].weight).then(a.cmp(&b)));
    let mut spots = vec![None; curves.len()];
    for at in order {
        let curve = &curves[at];
        if curve.strand.label.is_empty() {
            continue;
        }
        let w = text::width(&curve.strand.label, WORDS) + 4.0;
        let h = WORDS * 1.25;
        if curve.length() < 30.0 {
            continue;
        }
        for t in [0.5, 0.44, 0.56, 0.38, 0.62, 0.3, 0.7] {
            let (x, y) = curve.at(t);
            let area = Area { x: x - w / 2.0, y: y - h / 2.0, w, h };
            if room.is_free(&area) {
                room.take(area);
                spots[at] = Some(area);
                break;
            }
        }
    }
    spots
}

fn line(scene: &mut Scene, theme: Theme, curve: &Curve<'_>) {
    let [from, control, to] = curve.path();
    let (dx, dy) = (to.0 - control.0, to.1 - control.1);
    let far = (dx * dx + dy * dy).sqrt().max(1e-6);
    let (ux, uy) = (dx / far, dy / far);
    let head = curve.strand.is_directed();
    let end = if head { (to.0 - ux * HEAD * 0.8, to.1 - uy * HEAD * 0.8) } else { to };
    let straight = {
        let middle = ((from.0 + to.0) / 2.0 - control.0, (from.1 + to.1) / 2.0 - control.1);
        middle.0.abs() + middle.1.abs() < 0.5
    };
    let path = if straight {
        format!("M{} {}L{} {}", n(from.0), n(from.1), n(end.0), n(end.1))
    } else {
        format!("M{} {}Q{} {} {} {}", n(from.0), n(from.1), n(control.0), n(control.1), n(end.0), n(end.1))
    };
    scene.line(&path, theme.line(), 1.2, stroke(curve.strand.modality));
    if head {
        let (bx, by) = (to.0 - ux * HEAD, to.1 - uy * HEAD);
        let wing = HEAD * 0.5;
        let path = format!(
            "M{} {}L{} {}L{} {}Z",
            n(to.0),
            n(to.1),
            n(bx - uy * wing),
            n(by + ux * wing),
            n(bx + uy * wing),
            n(by - ux * wing)
        );
        scene.fill(&path, theme.line());
    }
}

fn draw_sign(scene: &mut Scene, theme: Theme, node: &Node) {
    let colour = theme.strong(node.kind);
    let area = sign(node);
    if node.focus {
        scene.fill(&circle(node.x, node.y, node.side / 2.0 + node.ring() - 1.0), theme.tint(node.kind));
        scene.line(&circle(node.x, node.y, node.side / 2.0 + node.ring() - 1.0), colour, 1.6, Stroke::Solid);
    } else if let Some(modality) = node.tie {
        scene.line(&circle(node.x, node.y, node.side / 2.0 + node.ring()), theme.plain(), 1.1, stroke(modality));
    }
    scene.boxes.push(area);
    scene.shape(shape(node.kind), node.x - node.side / 2.0, node.y - node.side / 2.0, node.side, colour);
}

/// A number of things: words in a frame.
fn pill(scene: &mut Scene, theme: Theme, node: &Node) {
    let area = sign(node);
    let frame = match node.content {
        Content::Group(..) => Some((theme.frame(node.kind), 1.0, Stroke::Solid)),
        _ => None,
    };
    let fill = if frame.is_some() { theme.tint(node.kind) } else { theme.panel() };
    scene.node(area, Look { fill: Some(fill), frame, radius: area.h / 2.0 });
    let colour = if frame.is_some() { theme.ink() } else { theme.soft() };
    let style = Type { size: node.size, bold: false, colour, anchor: Anchor::Middle };
    scene.text(&node.lines.concat(), node.x, node.y, style);
}

fn name(scene: &mut Scene, theme: Theme, node: &Node, area: &Area) {
    let style = |size, colour, anchor| Type { size, bold: node.focus, colour, anchor };
    let last = node.lines.len().saturating_sub(1);
    // Beside the sign lines begin at its edge, over and under it they are centred.
    let anchor = if area.x >= node.x {
        Anchor::Start
    } else if area.x + area.w <= node.x {
        Anchor::End
    } else {
        Anchor::Middle
    };
    for (place, line) in node.lines.iter().enumerate() {
        let y = area.y + (place as f64 + 0.5) * node.line_height();
        let behind = if place == last { node.count_width() } else { 0.0 };
        let wide = text::width(line, node.size) + behind;
        let x = match anchor {
            Anchor::Start => area.x,
            Anchor::Middle => area.x + (area.w - wide) / 2.0,
            Anchor::End => area.x + area.w - wide,
        };
        scene.text(line, x, y, style(node.size, theme.ink(), Anchor::Start));
        if behind > 0.0 {
            let after = x + wide - behind + 4.0;
            scene.text(&node.count(), after, y, style(node.size * 0.8, theme.soft(), Anchor::Start));
        }
    }
}

/// What is said when pointed at.
fn title(network: &Network<'_>, at: usize, language: Language) -> String {
    let thing = &network.things[at];
    format!("{} · {}", thing.name, words::kind(language, thing.kind, &text::clean(&thing.row.kind)))
}
