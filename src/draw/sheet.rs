//! A sheet for diagrams and charts: title, legend, the drawing, source and notes.

use super::legend::{self, Entry};
use super::page::{MARGIN, PAD, Picture};
use super::scene::{Anchor, Area, Look, Scene, Stroke, Type};
use super::theme::Theme;
use super::words::Notes;
use super::{Language, text};

/// Least width of a sheet, px.
const NARROWEST: f64 = 960.0;
const TITLE: f64 = 30.0;
const SUBTITLE: f64 = 15.0;
const SMALL: f64 = 13.0;
const LINE: f64 = 20.0;
/// Most lines of notes.
const NOTES: usize = 3;

/// What stands around a drawing.
#[derive(Debug, Clone)]
pub struct Frame {
    /// Title.
    pub title: String,
    /// One line on what it shows.
    pub subtitle: String,
    /// Legend.
    pub entries: Vec<Entry>,
    /// Where it comes from.
    pub source: String,
}

/// A sheet in the making.
pub struct Sheet {
    /// Everything on it.
    pub scene: Scene,
    /// Room for the drawing: its height is what was asked for.
    pub body: Area,
    frame: Frame,
    look: (Theme, Language),
    width: f64,
}

impl Sheet {
    /// A sheet around a drawing of `size`.
    pub fn new(frame: Frame, look: (Theme, Language), size: (f64, f64)) -> Self {
        let (theme, _) = look;
        let width = (size.0 + 2.0 * (MARGIN + PAD)).max(NARROWEST).ceil();
        let room = width - 2.0 * MARGIN;
        let mut scene = Scene::new();
        let style = |size, bold, colour| Type { size, bold, colour, anchor: Anchor::Start };
        let title = text::elide(&frame.title, TITLE, room);
        scene.text(&title, MARGIN, MARGIN + 6.0, style(TITLE, true, theme.ink()));
        let subtitle = text::elide(&frame.subtitle, SUBTITLE, room);
        scene.text(&subtitle, MARGIN, MARGIN + 40.0, style(SUBTITLE, false, theme.soft()));
        let mut y = MARGIN + 66.0;
        if !frame.entries.is_empty() {
            y += legend::draw(&frame.entries, look, Some(&mut scene), (MARGIN, y), room) + 12.0;
        }
        let panel = Area { x: MARGIN, y, w: room, h: size.1.max(40.0) + 2.0 * PAD };
        let edge = (theme == Theme::Print).then(|| (theme.rule(), 1.0, Stroke::Solid));
        scene.panel(panel, Look { fill: Some(theme.panel()), frame: edge, radius: 10.0 });
        let body = Area { x: panel.x + PAD, y: panel.y + PAD, w: room - 2.0 * PAD, h: panel.h - 2.0 * PAD };
        Self { scene, body, frame, look, width }
    }

    /// The finished sheet; `notes` tell what is folded and what is left out.
    pub fn close(mut self, notes: &Notes) -> Picture {
        let theme = self.look.0;
        let room = self.width - 2.0 * MARGIN;
        let style = Type { size: SMALL, bold: false, colour: theme.soft(), anchor: Anchor::Start };
        let mut y = self.body.y + self.body.h + PAD + 26.0;
        let mut lines = Vec::new();
        let notes = notes.joined();
        if !notes.is_empty() {
            lines.extend(text::wrap(&notes, SMALL, room, NOTES));
        }
        lines.push(text::elide(&self.frame.source, SMALL, room));
        for line in &lines {
            self.scene.text(line, MARGIN, y, style);
            y += LINE;
        }
        let Frame { title, subtitle, .. } = self.frame;
        Picture { scene: self.scene, width: self.width, height: (y + 20.0).ceil(), title, about: subtitle }
    }
}
