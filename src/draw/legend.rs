//! The legend: kinds with their numbers, lines, tags.

use super::card::{Press, stroke};
use super::scene::{Anchor, Area, Look, Scene, Stroke, Type, n};
use super::theme::shape;
use super::{text, words};
use crate::ontology::{Kind, Modality};

const SIZE: f64 = 13.0;
const ROW: f64 = 26.0;
const GAP: f64 = 22.0;
const ICON: f64 = 15.0;
const LINE: f64 = 38.0;

/// An entry.
enum Entry {
    Kind(Option<Kind>, String),
    Line(Modality),
    Badge(String),
    Echo,
}

/// Draws the legend in `width` px at `x`, `y` and returns its height; without a scene it only
/// measures.
pub fn draw(press: &Press<'_>, scene: Option<&mut Scene>, x: f64, y: f64, width: f64) -> f64 {
    let mut unseen = Scene::new();
    let scene = scene.unwrap_or(&mut unseen);
    let (mut left, mut top) = (x, y + ROW / 2.0);
    for entry in entries(press) {
        let words = label(press, &entry);
        let sign = match &entry {
            Entry::Kind(..) => ICON,
            Entry::Line(_) => LINE,
            Entry::Badge(_) => badge_width(press),
            Entry::Echo => ICON,
        };
        let wide = sign + 7.0 + text::width(&words, SIZE);
        if left > x && left + wide > x + width {
            left = x;
            top += ROW;
        }
        sign_of(press, scene, &entry, left, top);
        let style = Type { size: SIZE, bold: false, colour: press.theme.ink(), anchor: Anchor::Start };
        scene.text(&words, left + sign + 7.0, top, style);
        left += wide + GAP;
    }
    top + ROW / 2.0 - y
}

fn entries(press: &Press<'_>) -> Vec<Entry> {
    let network = press.network;
    let kinds = Kind::ALL.iter().copied().map(Some).chain([None]);
    let mut entries: Vec<Entry> = kinds
        .filter_map(|kind| {
            let count = network.things.iter().filter(|thing| thing.kind == kind).count();
            let other = words::say(press.language, "其他", "other");
            (count > 0).then(|| Entry::Kind(kind, format!("{} {count}", words::kind(press.language, kind, other))))
        })
        .collect();
    entries.extend([Modality::Done, Modality::Ongoing, Modality::Planned].map(Entry::Line));
    if let [hub] = network.hubs[..] {
        entries.push(Entry::Badge(network.things[hub].name.clone()));
    } else if network.hubs.len() > 1 {
        entries.push(Entry::Badge(words::say(press.language, "报告地区", "the reporting regions").to_string()));
    }
    if !network.links.is_empty() {
        entries.push(Entry::Echo);
    }
    entries
}

fn label(press: &Press<'_>, entry: &Entry) -> String {
    match entry {
        Entry::Kind(_, label) => label.clone(),
        Entry::Line(modality) => words::modality(press.language, *modality).to_string(),
        Entry::Badge(hub) => match press.language {
            super::Language::Zh => format!("与{}的关系", text::elide(hub, 1.0, 10.0)),
            super::Language::En => format!("tie to {}", text::elide(hub, 1.0, 12.0)),
        },
        Entry::Echo => words::say(press.language, "重复出现", "named again").to_string(),
    }
}

/// The words of the badge shown.
fn badge(press: &Press<'_>) -> String {
    words::relation(press.language, "implements")
}

fn badge_width(press: &Press<'_>) -> f64 {
    text::width(&badge(press), 11.0) + 10.0
}

fn sign_of(press: &Press<'_>, scene: &mut Scene, entry: &Entry, x: f64, y: f64) {
    let theme = press.theme;
    match entry {
        Entry::Kind(kind, _) => scene.shape(shape(*kind), x, y - ICON / 2.0, ICON, theme.strong(*kind)),
        Entry::Line(modality) => {
            scene.line(&format!("M{} {}H{}", n(x), n(y), n(x + LINE)), theme.ink(), 1.6, stroke(*modality));
        }
        Entry::Badge(_) => {
            let area = Area { x, y: y - 8.0, w: badge_width(press), h: 16.0 };
            let frame = Some((theme.strong(Some(Kind::Region)), 1.0, Stroke::Solid));
            scene.rect(area, Look { fill: Some(theme.panel()), frame, radius: 8.0 });
            let colour = theme.strong(Some(Kind::Region));
            let style = Type { size: 11.0, bold: false, colour, anchor: Anchor::Middle };
            scene.text(&badge(press), x + badge_width(press) / 2.0, y, style);
        }
        Entry::Echo => scene.shape(shape(Some(Kind::Site)), x, y - ICON / 2.0, ICON, theme.frame(Some(Kind::Site))),
    }
}
