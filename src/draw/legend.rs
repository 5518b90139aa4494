//! The legend: kinds with their numbers, lines, tags.

use std::collections::BTreeMap;

use super::card::{Press, stroke};
use super::chart::{Mark, draw_mark};
use super::network::Network;
use super::scene::{Anchor, Area, Look, Scene, Stroke, Type, circle, n};
use super::theme::{Colour, Theme, shape};
use super::{Language, text, words};
use crate::ontology::{Kind, Modality};

const SIZE: f64 = 13.0;
const ROW: f64 = 26.0;
const GAP: f64 = 22.0;
const ICON: f64 = 15.0;
const LINE: f64 = 38.0;

/// An entry.
#[derive(Debug, Clone, PartialEq)]
pub enum Entry {
    /// A kind with its words.
    Kind(Option<Kind>, String),
    /// A line of a modality.
    Line(Modality),
    /// A badge in a box: ties to the hub named.
    Badge(String),
    /// A ring around a sign: ties to the hub named.
    Ring(String),
    /// A thing named once more.
    Echo,
    /// A mark of a chart with its words.
    Mark(Mark, Modality, String),
    /// The frame of a place.
    Place,
    /// A number behind a name: so many neighbours not shown.
    Hidden,
}

/// Draws the legend in `width` px at a place and returns its height; without a scene it only
/// measures.
pub fn draw(
    entries: &[Entry],
    (theme, language): (Theme, Language),
    scene: Option<&mut Scene>,
    (x, y): (f64, f64),
    width: f64,
) -> f64 {
    let mut unseen = Scene::new();
    let scene = scene.unwrap_or(&mut unseen);
    let (mut left, mut top) = (x, y + ROW / 2.0);
    for entry in entries {
        let words = label(language, entry);
        let sign = match entry {
            Entry::Kind(..) | Entry::Echo | Entry::Ring(_) | Entry::Place | Entry::Mark(..) => ICON,
            Entry::Line(_) => LINE,
            Entry::Badge(_) => badge_width(language),
            Entry::Hidden => text::width("+3", SIZE),
        };
        let wide = sign + 7.0 + text::width(&words, SIZE);
        if left > x && left + wide > x + width {
            left = x;
            top += ROW;
        }
        sign_of(theme, language, scene, entry, left, top);
        let style = Type { size: SIZE, bold: false, colour: theme.ink(), anchor: Anchor::Start };
        let room = (x + width - left - sign - 7.0).max(0.0);
        scene.text(&text::elide(&words, SIZE, room), left + sign + 7.0, top, style);
        left += wide + GAP;
    }
    top + ROW / 2.0 - y
}

/// The kinds of `things` with their numbers, in the order of the ontology.
pub fn kinds(language: Language, things: impl Iterator<Item = Option<Kind>>) -> Vec<Entry> {
    let mut counts: BTreeMap<Option<Kind>, usize> = BTreeMap::new();
    things.for_each(|kind| *counts.entry(kind).or_default() += 1);
    let other = language.of("其他", "other");
    let all = Kind::ALL.iter().copied().map(Some).chain([None]);
    all.filter_map(|kind| {
        let count = counts.get(&kind)?;
        Some(Entry::Kind(kind, format!("{} {count}", words::kind(language, kind, other))))
    })
    .collect()
}

/// The entries of the page of cards.
pub fn entries(press: &Press<'_>) -> Vec<Entry> {
    let network = press.network;
    let mut entries = kinds(press.language, network.things.iter().map(|thing| thing.kind));
    entries.extend([Modality::Done, Modality::Ongoing, Modality::Planned].map(Entry::Line));
    entries.extend(hubs(network, press.language).map(Entry::Badge));
    if !network.links.is_empty() {
        entries.push(Entry::Echo);
    }
    entries
}

/// What the hubs are called together, where there are any.
pub fn hubs(network: &Network<'_>, language: Language) -> Option<String> {
    match network.hubs[..] {
        [] => None,
        [hub] => Some(network.things[hub].name.clone()),
        _ => Some(language.of("报告地区", "the reporting regions").to_string()),
    }
}

fn label(language: Language, entry: &Entry) -> String {
    match entry {
        Entry::Kind(_, label) | Entry::Mark(.., label) => label.clone(),
        Entry::Line(modality) => words::modality(language, *modality).to_string(),
        Entry::Badge(hub) | Entry::Ring(hub) => match language {
            Language::Zh => format!("与{}的关系", text::elide(hub, 1.0, 10.0)),
            Language::En => format!("tie to {}", text::elide(hub, 1.0, 12.0)),
        },
        Entry::Echo => language.of("重复出现", "named again").to_string(),
        Entry::Place => language.of("地区", "place").to_string(),
        Entry::Hidden => language.of("未画出的相邻实体数", "neighbours not drawn").to_string(),
    }
}

/// Levels, growth and stages have each a colour of their own.
fn mark_colour(theme: Theme, mark: Mark) -> Colour {
    match mark {
        Mark::Dot => theme.strong(Some(Kind::Enterprise)),
        Mark::Growth | Mark::Plan | Mark::Speck => theme.strong(Some(Kind::Project)),
        _ => theme.plain(),
    }
}

/// The words of the badge shown.
fn badge(language: Language) -> String {
    words::relation(language, "implements")
}

fn badge_width(language: Language) -> f64 {
    text::width(&badge(language), 11.0) + 10.0
}

fn sign_of(theme: Theme, language: Language, scene: &mut Scene, entry: &Entry, x: f64, y: f64) {
    let region = theme.plain();
    match entry {
        Entry::Kind(kind, _) => scene.shape(shape(*kind), x, y - ICON / 2.0, ICON, theme.strong(*kind)),
        Entry::Line(modality) => {
            scene.line(&format!("M{} {}H{}", n(x), n(y), n(x + LINE)), theme.ink(), 1.6, stroke(*modality));
        }
        Entry::Badge(_) => {
            let wide = badge_width(language);
            let area = Area { x, y: y - 8.0, w: wide, h: 16.0 };
            let frame = Some((region, 1.0, Stroke::Solid));
            scene.rect(area, Look { fill: Some(theme.panel()), frame, radius: 8.0 });
            let style = Type { size: 11.0, bold: false, colour: region, anchor: Anchor::Middle };
            scene.text(&badge(language), x + wide / 2.0, y, style);
        }
        Entry::Ring(_) => scene.line(&circle(x + ICON / 2.0, y, ICON / 2.0), region, 1.1, Stroke::Solid),
        Entry::Echo => scene.shape(shape(Some(Kind::Site)), x, y - ICON / 2.0, ICON, theme.frame(Some(Kind::Site))),
        Entry::Mark(mark, modality, _) => {
            let colour = mark_colour(theme, *mark);
            draw_mark(scene, theme, (*mark, *modality), (x + ICON / 2.0, y), (13.0, colour));
        }
        Entry::Place => {
            let area = Area { x, y: y - ICON / 2.0, w: ICON, h: ICON };
            let frame = Some((theme.frame(Some(Kind::Region)), 1.0, Stroke::Solid));
            scene.rect(area, Look { fill: None, frame, radius: 3.0 });
        }
        Entry::Hidden => {
            let style = Type { size: SIZE, bold: false, colour: theme.soft(), anchor: Anchor::Start };
            scene.text("+3", x, y, style);
        }
    }
}
