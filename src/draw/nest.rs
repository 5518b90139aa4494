//! Draws places inside each other: each box just as large as what is in it needs, boxes packed in the
//! box of the place that they lie in.

use super::card::{Card, Press, Rank};
use super::map::Place;
use super::pack::{depths, pack, spans_filled};
use super::pieces::Content;
use super::scene::{Anchor, Area, Look, Scene, Stroke, Type};
use super::theme::shape;
use super::{Language, text, words};
use crate::ontology::Kind;

/// Width to height of the page.
const ASPECT: f64 = 1.6;
/// The same of a box in it.
const BOX: f64 = 1.5;
/// Height of the name of a place, px.
const HEAD: f64 = 28.0;
/// Space between boxes, and inside their frames, px.
const GAP: f64 = 8.0;
/// Width of a column on which boxes are set, px.
const STEP: f64 = 16.0;
/// Height of a row of things, px.
const ROW: f64 = 32.0;
/// Widest name of a thing, px.
const ROOM: f64 = 180.0;
const NAME: f64 = 14.0;
const SMALL: f64 = 11.5;
/// Side of the sign of a place, px.
const SIGN: f64 = 13.0;

/// A place with the boxes of its things.
struct Plot {
    name: String,
    /// What of it is not shown, in words.
    rest: String,
    cards: Vec<Card>,
    parts: Vec<Plot>,
    /// Room that all in it needs, px².
    need: f64,
    /// Width under which something would not fit.
    least: f64,
}

/// A box with everything in it at its place, px from its corner.
#[derive(Debug, Default)]
pub struct Nest {
    /// Width, px.
    pub w: f64,
    /// Height, px.
    pub h: f64,
    name: String,
    rest: String,
    cards: Vec<(f64, f64, Card)>,
    parts: Vec<(f64, f64, Nest)>,
}

/// Lays out the places with the things for which `is_shown` holds, in the shape of a page.
pub fn lay(press: &Press<'_>, place: &Place, is_shown: &dyn Fn(usize) -> bool) -> Nest {
    let root = plot(press, place, is_shown);
    let ideal = (root.need * ASPECT).sqrt().max(root.least);
    let tries = (0..14).map(|at| fit(&root, (ideal * (0.75 + 0.06 * f64::from(at))).max(root.least), false));
    let cost = |nest: &Nest| nest.w.max(nest.h * ASPECT);
    tries.min_by(|a, b| cost(a).total_cmp(&cost(b))).unwrap_or_default()
}

fn plot(press: &Press<'_>, place: &Place, is_shown: &dyn Fn(usize) -> bool) -> Plot {
    let shown = place.things.iter().filter(|at| is_shown(**at));
    let cards: Vec<Card> = shown.map(|at| press.card(Content::Thing(*at), Rank::Chip, ROOM)).collect();
    let (mut parts, mut places, mut things) = (Vec::new(), 0, 0);
    for part in &place.parts {
        let plot = plot(press, part, is_shown);
        if plot.cards.is_empty() && plot.parts.is_empty() {
            places += 1;
            things += part.count();
        } else {
            parts.push(plot);
        }
    }
    let rest = rest(press.language, place.things.len() - cards.len(), places, things);
    let own: f64 = cards.iter().map(|card| (card.w + GAP) * ROW).sum();
    let inside: f64 = parts.iter().map(|part: &Plot| part.need).sum::<f64>() * 1.08;
    let least = cards.iter().map(|card| card.w).chain(parts.iter().map(|part| part.least)).fold(0.0, f64::max);
    let name = text::elide(&place.name, NAME, ROOM * 2.0);
    let head = SIGN + 26.0 + text::width(&name, NAME) + text::width(&rest, SMALL);
    let least = snap(least.max(head) + 2.0 * GAP);
    // A head, a frame, and the row that is never filled.
    let side = (own + inside).sqrt();
    Plot { name, rest, cards, parts, need: own + inside + side * (HEAD + 2.0 * GAP) + 60.0 * ROW, least }
}

fn rest(language: Language, hidden: usize, places: usize, things: usize) -> String {
    let mut parts = Vec::new();
    if hidden > 0 {
        parts.push(words::more(language, hidden));
    }
    if places > 0 {
        parts.push(match language {
            Language::Zh => format!("另 {places} 地 {things} 项"),
            Language::En => format!("{things} in {places} more places"),
        });
    }
    parts.join(" · ")
}

/// The next width that fills whole columns.
fn snap(width: f64) -> f64 {
    ((width + GAP) / STEP).ceil() * STEP - GAP
}

fn columns(width: f64) -> usize {
    ((width + GAP) / STEP).round().max(1.0) as usize
}

/// A place in a box of at most `width` px; `full` boxes are just as wide.
fn fit(plot: &Plot, width: f64, full: bool) -> Nest {
    let inner = width - 2.0 * GAP;
    let mut nest = Nest { name: plot.name.clone(), rest: plot.rest.clone(), ..Nest::default() };
    let (mut x, mut y, mut wide) = (GAP, if plot.name.is_empty() { GAP } else { HEAD }, plot.least - 2.0 * GAP);
    for card in &plot.cards {
        if x > GAP && x + card.w > GAP + inner {
            x = GAP;
            y += ROW;
        }
        nest.cards.push((x, y, card.clone()));
        wide = wide.max(x + card.w - GAP);
        x += card.w + GAP;
    }
    if !plot.cards.is_empty() {
        y += ROW;
    }
    let room = (((inner + GAP) / STEP).floor() as usize).max(1);
    let mut parts: Vec<(&Plot, Nest)> = plot
        .parts
        .iter()
        .map(|part| {
            let natural = snap((part.need * BOX).sqrt()).max(part.least);
            (part, fit(part, natural.min(room as f64 * STEP - GAP).max(part.least), false))
        })
        .collect();
    parts.sort_by(|(_, a), (_, b)| b.h.total_cmp(&a.h).then(b.w.total_cmp(&a.w)).then_with(|| a.name.cmp(&b.name)));
    let sizes = |parts: &[(&Plot, Nest)]| -> Vec<(usize, f64)> {
        parts.iter().map(|(_, part)| (columns(part.w), part.h)).collect()
    };
    let panels = sizes(&parts);
    let room = panels.iter().map(|panel| panel.0).fold(room, usize::max);
    let (places, height) = pack(&panels, room, GAP);
    let used = places.iter().zip(&panels).map(|(place, panel)| place.0 + panel.0).max().unwrap_or(0);
    let all = if full { room } else { columns(snap(wide.max(used as f64 * STEP - GAP))) };
    // Boxes grow until they meet, so that no holes are left, and are laid out anew in their width.
    let deep = depths(&panels, &places, GAP, height);
    let broad = spans_filled(&panels, &places, &deep, all);
    for ((plot, part), span) in parts.iter_mut().zip(broad) {
        *part = fit(plot, span as f64 * STEP - GAP, true);
    }
    let panels = sizes(&parts);
    let (places, height) = pack(&panels, all, GAP);
    let deep = depths(&panels, &places, GAP, height);
    let broad = spans_filled(&panels, &places, &deep, all);
    for ((((_, part), place), h), span) in parts.into_iter().zip(&places).zip(deep).zip(broad) {
        let w = span as f64 * STEP - GAP;
        nest.parts.push((GAP + place.0 as f64 * STEP, y + place.1, Nest { w, h, ..part }));
    }
    nest.w = all as f64 * STEP + GAP;
    nest.h = y + if plot.parts.is_empty() { 0.0 } else { height + GAP };
    nest
}

impl Nest {
    /// Kinds of all things shown.
    pub fn kinds(&self) -> Vec<Option<Kind>> {
        let own = self.cards.iter().map(|(.., card)| card.kind());
        own.chain(self.parts.iter().flat_map(|(.., part)| part.kinds())).collect()
    }

    /// Draws the box with its corner at `x`, `y`; `depth` boxes lie around it.
    pub fn draw(&self, press: &Press<'_>, scene: &mut Scene, (x, y): (f64, f64), depth: usize) {
        let theme = press.theme;
        let region = Some(Kind::Region);
        let depth = if self.name.is_empty() {
            depth
        } else {
            let ground = if depth.is_multiple_of(2) { theme.page() } else { theme.panel() };
            let frame = Some((theme.frame(region), 1.0, Stroke::Solid));
            let area = Area { x, y, w: self.w, h: self.h };
            scene.rect(area, Look { fill: Some(ground), frame, radius: 6.0 });
            let level = y + HEAD / 2.0;
            scene.shape(shape(region), x + GAP, level - SIGN / 2.0, SIGN, theme.strong(region));
            let style = |size, bold, colour| Type { size, bold, colour, anchor: Anchor::Start };
            let left = x + GAP + SIGN + 5.0;
            scene.text(&self.name, left, level, style(NAME, true, theme.ink()));
            let after = left + text::width(&self.name, NAME) + 8.0;
            scene.text(&self.rest, after, level, style(SMALL, false, theme.soft()));
            depth + 1
        };
        for (dx, dy, card) in &self.cards {
            press.draw(scene, card, x + dx, y + dy);
        }
        for (dx, dy, part) in &self.parts {
            part.draw(press, scene, (x + dx, y + dy), depth);
        }
    }
}
