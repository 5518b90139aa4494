//! What hangs on a hub alone: tidy lists by relation and kind.

use std::collections::BTreeMap;

use super::card::{Card, Press, Rank};
use super::network::{Network, Spoke};
use super::pieces::Content;
use super::scene::{Anchor, Scene, Stroke, Type, n};
use super::{Language, text, tree, words};
use crate::ontology::Kind;

const GAP: f64 = 7.0;
const ROW: f64 = 33.0;
const INDENT: f64 = 34.0;
const TRUNK: f64 = 14.0;
const LABEL: f64 = 12.5;
const HEADING: f64 = 16.0;
/// Widest name of an item, px.
const ROOM: f64 = 232.0;
/// A kind with fewer items shares its row with others.
const FEW: usize = 3;

/// Things of one kind under one relation.
#[derive(Debug)]
struct Row {
    label: String,
    things: Vec<usize>,
    left_out: usize,
}

/// Things under one relation.
#[derive(Debug)]
struct Group {
    label: String,
    outward: bool,
    count: usize,
    rows: Vec<Row>,
}

/// A hub with its lists.
#[derive(Debug)]
pub struct List {
    hub: Option<usize>,
    heading: String,
    groups: Vec<Group>,
    /// Things shown.
    pub shown: usize,
}

/// Things that hang on hubs alone.
pub fn leaves(network: &Network<'_>) -> Vec<usize> {
    (0..network.things.len())
        .filter(|&at| {
            let thing = &network.things[at];
            !network.is_hub(at) && thing.links.is_empty() && !thing.spokes.is_empty()
        })
        .collect()
}

/// The lists of all hubs, `most` things at most: first what several share.
pub fn lists(network: &Network<'_>, language: Language, most: usize) -> Vec<List> {
    let mut leaves = leaves(network);
    let breadth = |at: usize| {
        let mut hubs: Vec<usize> = network.things[at].spokes.iter().map(|spoke| spoke.hub).collect();
        hubs.sort_unstable();
        hubs.dedup();
        hubs.len()
    };
    leaves.sort_by(|&a, &b| {
        let key = |at: usize| network.things[at].worth;
        breadth(b).cmp(&breadth(a)).then(key(b).total_cmp(&key(a))).then(a.cmp(&b))
    });
    let kept = leaves.len().min(most);
    let mut by_hub: BTreeMap<usize, (Vec<usize>, Vec<usize>)> = BTreeMap::new();
    for (place, &at) in leaves.iter().enumerate() {
        // The last key is for what several hubs share; it is told first.
        let shared = breadth(at) > 1;
        let hub = network.things[at].spokes[0].hub;
        let key = if shared { 0 } else { 1 + network.hubs.iter().position(|known| *known == hub).unwrap_or(0) };
        let entry = by_hub.entry(key).or_default();
        if place < kept { entry.0.push(at) } else { entry.1.push(at) }
    }
    by_hub
        .into_iter()
        .filter(|(_, (shown, _))| !shown.is_empty())
        .map(|(key, (shown, left_out))| {
            let hub = key.checked_sub(1).map(|place| network.hubs[place]);
            let heading = match hub {
                Some(_) => String::new(),
                None => language.of("多地共有", "Shared by several regions").to_string(),
            };
            List { hub, heading, shown: shown.len(), groups: groups(network, language, &shown, &left_out) }
        })
        .collect()
}

fn first_spoke<'a>(network: &'a Network<'_>, at: usize) -> &'a Spoke {
    let spokes = &network.things[at].spokes;
    spokes.iter().find(|spoke| spoke.telling).unwrap_or(&spokes[0])
}

/// For each kind the things shown and the number of those left out.
type Kinds = BTreeMap<Option<Kind>, (Vec<usize>, usize)>;

fn groups(network: &Network<'_>, language: Language, shown: &[usize], left_out: &[usize]) -> Vec<Group> {
    type Key = (usize, bool, String);
    let key = |at: usize| -> Key {
        let spoke = first_spoke(network, at);
        (spoke.rank, spoke.outward, spoke.label.clone())
    };
    let mut found: BTreeMap<Key, Kinds> = BTreeMap::new();
    for &at in shown {
        found.entry(key(at)).or_default().entry(network.things[at].kind).or_default().0.push(at);
    }
    for &at in left_out {
        found.entry(key(at)).or_default().entry(network.things[at].kind).or_default().1 += 1;
    }
    let mut groups: Vec<Group> = found
        .into_iter()
        .map(|((_, outward, label), kinds)| {
            let count = kinds.values().map(|(shown, more)| shown.len() + more).sum();
            Group { label, outward, count, rows: rows(network, language, kinds) }
        })
        .collect();
    groups.sort_by_key(|group| std::cmp::Reverse(group.count));
    groups
}

fn rows(network: &Network<'_>, language: Language, kinds: Kinds) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    let mut rest = Row { label: String::new(), things: Vec::new(), left_out: 0 };
    for (kind, (mut things, left_out)) in kinds {
        // What is done comes before what is promised.
        things.sort_by_key(|&at| first_spoke(network, at).modality);
        if things.len() < FEW {
            rest.things.extend(things);
            rest.left_out += left_out;
            continue;
        }
        let raw = text::clean(&network.things[things[0]].row.kind);
        let label = format!("{} {}", words::kind(language, kind, &raw), things.len() + left_out);
        rows.push(Row { label, things, left_out });
    }
    rows.sort_by_key(|row| std::cmp::Reverse(row.things.len() + row.left_out));
    if !rest.things.is_empty() || rest.left_out > 0 {
        rows.push(rest);
    }
    rows
}

/// An item of a list.
#[derive(Debug)]
enum Item {
    Card(Card),
    Label(String),
}

/// A list, laid out in a width.
#[derive(Debug)]
pub struct Layout {
    /// Height, px.
    pub h: f64,
    head: Option<Card>,
    heading: String,
    groups: Vec<(f64, String, bool, usize)>,
    items: Vec<(f64, f64, Item)>,
}

/// The boxes of a list, measured once for all widths.
#[derive(Debug)]
pub struct Cards {
    head: Option<Card>,
    items: Vec<Vec<Vec<Card>>>,
}

impl List {
    /// Measures the boxes.
    pub fn cards(&self, press: &Press<'_>) -> Cards {
        let row = |row: &Row| -> Vec<Card> {
            let chip = |&at: &usize| press.card(Content::Thing(at), Rank::Chip, ROOM);
            let more = (row.left_out > 0).then(|| press.more(row.left_out));
            row.things.iter().map(chip).chain(more).collect()
        };
        let items = self.groups.iter().map(|group| group.rows.iter().map(row).collect()).collect();
        Cards { head: self.hub.map(|hub| press.card(Content::Thing(hub), Rank::Root, 400.0)), items }
    }

    /// Sets the boxes in `width` px.
    pub fn lay(&self, cards: &Cards, width: f64) -> Layout {
        let head = cards.head.clone();
        let mut y = head.as_ref().map_or(26.0, |card| card.h) + 14.0;
        let mut layout = Layout { h: 0.0, head, heading: self.heading.clone(), groups: Vec::new(), items: Vec::new() };
        for (group, rows) in self.groups.iter().zip(&cards.items) {
            layout.groups.push((y + 12.0, group.label.clone(), group.outward, group.count));
            y += 30.0;
            for (row, cards) in group.rows.iter().zip(rows) {
                let mut x = INDENT;
                if !row.label.is_empty() && group.rows.len() > 1 {
                    let w = text::width(&row.label, LABEL);
                    layout.items.push((x, y + 13.0, Item::Label(row.label.clone())));
                    x += w + GAP + 3.0;
                }
                for card in cards {
                    if x > INDENT && x + card.w > width {
                        x = INDENT;
                        y += ROW;
                    }
                    layout.items.push((x, y + (26.0 - card.h) / 2.0, Item::Card(card.clone())));
                    x += card.w + GAP;
                }
                y += ROW;
            }
            y += 8.0;
        }
        layout.h = y - 15.0;
        layout
    }
}

impl Layout {
    /// Draws the list with its corner at `dx`, `dy`.
    pub fn draw(&self, press: &Press<'_>, scene: &mut Scene, dx: f64, dy: f64) {
        let theme = press.theme;
        let top = self.head.as_ref().map_or(24.0, |card| card.h);
        if let Some(last) = self.groups.last() {
            let trunk = format!("M{} {}V{}", n(dx + TRUNK), n(dy + top), n(dy + last.0));
            scene.line(&trunk, theme.line(), 1.3, Stroke::Solid);
        }
        let style = |size, bold, colour| Type { size, bold, colour, anchor: Anchor::Start };
        match &self.head {
            Some(card) => press.draw(scene, card, dx, dy),
            None => scene.text(&self.heading, dx, dy + 12.0, style(17.0, true, theme.ink())),
        }
        for (y, label, outward, count) in &self.groups {
            let (x, y) = (dx + TRUNK, dy + y);
            scene.line(&format!("M{} {}H{}", n(x), n(y), n(x + 13.0)), theme.line(), 1.3, Stroke::Solid);
            let word = text::width(label, HEADING);
            let left = dx + INDENT;
            let after = if *outward {
                scene.text(label, left, y, style(HEADING, true, theme.ink()));
                tree::head(scene, left + word + 5.0, y, 1.0, theme.ink());
                left + word + 21.0
            } else {
                tree::head(scene, left + 8.0, y, -1.0, theme.ink());
                scene.text(label, left + 13.0, y, style(HEADING, true, theme.ink()));
                left + word + 23.0
            };
            scene.text(&words::items(press.language, *count), after, y, style(LABEL, false, theme.soft()));
        }
        for (x, y, item) in &self.items {
            match item {
                Item::Card(card) => press.draw(scene, card, dx + x, dy + y),
                Item::Label(label) => scene.text(label, dx + x, dy + y, style(LABEL, false, theme.soft())),
            }
        }
    }
}
