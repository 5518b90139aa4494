//! The box of a thing: its shape, its name, its tags.

use super::figures::{self, Tag};
use super::network::Network;
use super::pieces::Content;
use super::scene::{Anchor, Area, Look, Scene, Stroke, Type};
use super::theme::{Theme, shape};
use super::{Language, text, words};
use crate::ontology::{Kind, Modality};

const PAD: f64 = 9.0;
const ICON: f64 = 15.0;
const GAP: f64 = 7.0;
const TAG_SIZE: f64 = 11.0;
const TAG_HEIGHT: f64 = 16.0;
const TAG_GAP: f64 = 4.0;

/// How a box is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rank {
    /// The middle of a piece.
    Root,
    /// Any other thing.
    Plain,
    /// A thing named once more.
    Echo,
    /// An item of a list.
    Chip,
    /// A number of things.
    Note,
}

/// A tag in a box.
#[derive(Debug, Clone)]
enum Mark {
    Fact(Tag),
    Hub(String, Modality),
}

/// A box, measured.
#[derive(Debug, Clone)]
pub struct Card {
    /// Width, px.
    pub w: f64,
    /// Height, px.
    pub h: f64,
    rank: Rank,
    kind: Option<Kind>,
    title: String,
    lines: Vec<String>,
    marks: Vec<Vec<Mark>>,
    stroke: Stroke,
}

impl Card {
    /// The kind of what stands in it.
    pub fn kind(&self) -> Option<Kind> {
        self.kind
    }
}

/// What every box needs to know.
#[derive(Debug, Clone, Copy)]
pub struct Press<'a> {
    /// The graph.
    pub network: &'a Network<'a>,
    /// Language of labels.
    pub language: Language,
    /// Colours.
    pub theme: Theme,
}

impl Press<'_> {
    /// The box of `content` as `rank`, words at most `room` px wide.
    pub fn card(&self, content: Content, rank: Rank, room: f64) -> Card {
        let at = match content {
            Content::More(count) => return self.note(words::more(self.language, count)),
            Content::Group(kind, count) => {
                let other = self.language.of("其他", "other");
                return self.note(format!("{} {count}", words::kind(self.language, kind, other)));
            }
            Content::Thing(at) | Content::Echo(at) => at,
        };
        let rank = if matches!(content, Content::Echo(_)) { Rank::Echo } else { rank };
        let thing = &self.network.things[at];
        let marks = match rank {
            Rank::Echo => Vec::new(),
            // The figures of a hub stand at the head of the page.
            _ if self.network.is_hub(at) => Vec::new(),
            Rank::Chip => figures::tags(thing.row, self.language).into_iter().take(1).map(Mark::Fact).collect(),
            _ => self.marks(at),
        };
        let most = if rank == Rank::Root { 3 } else { 2 };
        let lines = text::wrap(&thing.name, size(rank), room, if rank == Rank::Chip { 1 } else { most });
        let name = lines.iter().map(|line| text::width(line, size(rank))).fold(0.0, f64::max);
        let rows = self.rows(marks, room.max(name));
        let tags = rows.iter().map(|row| row_width(row)).fold(0.0, f64::max);
        let left = PAD + ICON + GAP;
        let (w, h) = if rank == Rank::Chip {
            let beside = if tags > 0.0 { GAP + tags } else { 0.0 };
            (left + name + beside + PAD, 26.0)
        } else {
            let tall = lines.len() as f64 * line_height(rank) + rows.len() as f64 * (TAG_HEIGHT + 3.0);
            (left + name.max(tags) + PAD, tall + if rank == Rank::Root { 16.0 } else { 10.0 })
        };
        let stroke = if rank == Rank::Chip { self.stroke_of(at) } else { Stroke::Solid };
        Card { w: w.ceil(), h: h.ceil(), rank, kind: thing.kind, title: self.title(at), lines, marks: rows, stroke }
    }

    fn note(&self, line: String) -> Card {
        let w = text::width(&line, size(Rank::Note)).ceil() + 4.0;
        let (title, marks) = (line.clone(), Vec::new());
        Card { w, h: 22.0, rank: Rank::Note, kind: None, title, lines: vec![line], marks, stroke: Stroke::Solid }
    }

    /// A note of plain words in the place of a box.
    pub fn more(&self, count: usize) -> Card {
        self.note(words::more(self.language, count))
    }

    fn marks(&self, at: usize) -> Vec<Mark> {
        let thing = &self.network.things[at];
        let telling: Vec<_> = thing.spokes.iter().filter(|spoke| spoke.telling).collect();
        let mut marks: Vec<Mark> = Vec::new();
        for spoke in &telling {
            let words = if self.network.hubs.len() > 1 {
                format!("{} {}", text::elide(&self.network.things[spoke.hub].name, 1.0, 6.0), spoke.label)
            } else {
                spoke.label.clone()
            };
            marks.push(Mark::Hub(words, spoke.modality));
        }
        let hidden = marks.len().saturating_sub(2);
        marks.truncate(2);
        if hidden > 0 {
            marks.push(Mark::Hub(format!("+{hidden}"), Modality::Done));
        }
        marks.extend(figures::tags(thing.row, self.language).into_iter().map(Mark::Fact));
        marks
    }

    /// Tags in rows of at most `room`, at most two rows.
    fn rows(&self, marks: Vec<Mark>, room: f64) -> Vec<Vec<Mark>> {
        let mut rows: Vec<Vec<Mark>> = Vec::new();
        for mark in marks {
            let wide = mark_width(&mark);
            let count = rows.len();
            match rows.last_mut() {
                Some(row) if row_width(row) + TAG_GAP + wide <= room => row.push(mark),
                _ if count < 2 && wide <= room => rows.push(vec![mark]),
                _ => {}
            }
        }
        rows
    }

    fn stroke_of(&self, at: usize) -> Stroke {
        let surest = self.network.things[at].spokes.iter().map(|spoke| spoke.modality).min();
        stroke(surest.unwrap_or(Modality::Done))
    }

    /// What is said when pointed at.
    fn title(&self, at: usize) -> String {
        let thing = &self.network.things[at];
        let mut title =
            format!("{} · {}", thing.name, words::kind(self.language, thing.kind, &text::clean(&thing.row.kind)));
        for tag in figures::tags(thing.row, self.language) {
            title.push_str(" · ");
            title.push_str(&tag.words);
        }
        title
    }

    /// Draws `card` with its left upper corner at `x`, `y`.
    pub fn draw(&self, scene: &mut Scene, card: &Card, x: f64, y: f64) {
        let theme = self.theme;
        let area = Area { x, y, w: card.w, h: card.h };
        let middle = y + card.h / 2.0;
        let plain =
            |colour| Type { size: size(card.rank), bold: card.rank == Rank::Root, colour, anchor: Anchor::Start };
        if card.rank == Rank::Note {
            scene.text(&card.lines.concat(), x + 2.0, middle, plain(theme.soft()));
            return;
        }
        scene.open(&card.title);
        let frame = Some((theme.frame(card.kind), 1.0, card.stroke));
        let look = match card.rank {
            Rank::Root => Look { fill: Some(theme.strong(card.kind)), frame: None, radius: 8.0 },
            Rank::Echo => Look { fill: None, frame: None, radius: 0.0 },
            Rank::Chip => Look { fill: Some(theme.tint(card.kind)), frame, radius: 13.0 },
            _ => Look { fill: Some(theme.tint(card.kind)), frame, radius: 6.0 },
        };
        scene.node(area, look);
        let (ink, icon) = match card.rank {
            Rank::Root => (theme.on_strong(), theme.on_strong()),
            Rank::Echo => (theme.soft(), theme.frame(card.kind)),
            _ => (theme.ink(), theme.strong(card.kind)),
        };
        let inside = card.lines.len() as f64 * line_height(card.rank) + card.marks.len() as f64 * (TAG_HEIGHT + 3.0);
        let mut top =
            if card.rank == Rank::Chip { y + (card.h - line_height(card.rank)) / 2.0 } else { middle - inside / 2.0 };
        let left = x + PAD + ICON + GAP;
        scene.shape(shape(card.kind), x + PAD, top + (line_height(card.rank) - ICON) / 2.0, ICON, icon);
        for line in &card.lines {
            scene.text(line, left, top + line_height(card.rank) / 2.0, plain(ink));
            top += line_height(card.rank);
        }
        if card.rank == Rank::Chip {
            let beside = left + text::width(&card.lines.concat(), size(card.rank)) + GAP;
            card.marks.iter().for_each(|row| self.draw_row(scene, row, beside, middle));
        } else {
            for row in &card.marks {
                self.draw_row(scene, row, left, top + 3.0 + TAG_HEIGHT / 2.0);
                top += TAG_HEIGHT + 3.0;
            }
        }
        scene.close();
    }

    fn draw_row(&self, scene: &mut Scene, row: &[Mark], left: f64, middle: f64) {
        let theme = self.theme;
        let mut x = left;
        for mark in row {
            let w = mark_width(mark);
            let area = Area { x, y: middle - TAG_HEIGHT / 2.0, w, h: TAG_HEIGHT };
            let (words, fill, frame, ink) = match mark {
                Mark::Hub(words, modality) => {
                    let colour = theme.plain();
                    (words, theme.panel(), Some((colour, 1.0, stroke(*modality))), colour)
                }
                Mark::Fact(tag) if tag.status => {
                    let colour = theme.plain();
                    if tag.modality == Modality::Planned {
                        (&tag.words, theme.panel(), Some((theme.line(), 1.0, Stroke::Short)), colour)
                    } else {
                        (&tag.words, theme.soft(), None, theme.on_strong())
                    }
                }
                Mark::Fact(tag) => {
                    let dashes = stroke(tag.modality);
                    let frame = (dashes == Stroke::Short).then(|| (theme.line(), 1.0, dashes));
                    (&tag.words, theme.rule(), frame, theme.ink())
                }
            };
            let radius = if matches!(mark, Mark::Hub(..)) { TAG_HEIGHT / 2.0 } else { 3.0 };
            scene.rect(area, Look { fill: Some(fill), frame, radius });
            let style = Type { size: TAG_SIZE, bold: false, colour: ink, anchor: Anchor::Middle };
            scene.text(words, x + w / 2.0, middle, style);
            x += w + TAG_GAP;
        }
    }
}

/// How a line of a modality is drawn.
pub fn stroke(modality: Modality) -> Stroke {
    match modality {
        Modality::Done => Stroke::Solid,
        Modality::Ongoing => Stroke::Long,
        Modality::Planned => Stroke::Short,
    }
}

fn size(rank: Rank) -> f64 {
    match rank {
        Rank::Root => 17.0,
        Rank::Plain => 14.5,
        Rank::Echo | Rank::Chip => 13.5,
        Rank::Note => 12.5,
    }
}

fn line_height(rank: Rank) -> f64 {
    (size(rank) * 1.28).ceil()
}

fn mark_width(mark: &Mark) -> f64 {
    let words = match mark {
        Mark::Fact(tag) => &tag.words,
        Mark::Hub(words, _) => words,
    };
    (text::width(words, TAG_SIZE) + 10.0).ceil()
}

fn row_width(row: &[Mark]) -> f64 {
    row.iter().map(mark_width).sum::<f64>() + TAG_GAP * row.len().saturating_sub(1) as f64
}
