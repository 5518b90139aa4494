//! Small multiples: each indicator of a region in a panel, its level over its growth, on the same years.

use std::collections::BTreeMap;

use super::marks::{Mark, draw_mark};
use super::series::{Series, series};
use crate::draw::diagram::Room;
use crate::draw::legend::Entry;
use crate::draw::network::Network;
use crate::draw::page::Picture;
use crate::draw::scene::{Anchor, Area, Look, Scene, Stroke, Type, n};
use crate::draw::sheet::{Frame, Sheet};
use crate::draw::theme::{Colour, Theme};
use crate::draw::words::Notes;
use crate::draw::{Language, Options, figures, frame, text};
use crate::error::{Error, Result, said};
use crate::graph::file::GraphFile;
use crate::ontology::{Kind, Modality};

/// Width of a panel, px.
const WIDE: f64 = 372.0;
/// Heights of a panel: name, levels, growth, years, px.
const HEAD: f64 = 34.0;
const LEVEL: f64 = 92.0;
const GROWTH: f64 = 62.0;
const FOOT: f64 = 20.0;
const GAP: f64 = 16.0;
/// Room for figures at the left edge, px.
const AXIS: f64 = 14.0;
const SMALL: f64 = 10.5;

/// Draws the figures of `region`.
///
/// # Errors
/// When no figure of a year is known of it.
pub fn draw(graph: &GraphFile, network: &Network<'_>, region: usize, options: &Options) -> Result<Picture> {
    let thing = &network.things[region];
    let (mut all, many) = series(thing.row);
    let found = all.len();
    all.truncate(options.max_nodes.max(1));
    // In the order in which reports tell them.
    all.sort_by(|a, b| a.place().cmp(&b.place()).then_with(|| a.name.cmp(&b.name)));
    let years: Vec<u16> = all.iter().flat_map(Series::years).collect();
    let (Some(first), Some(last)) = (years.iter().copied().min(), years.iter().copied().max()) else {
        let name = &thing.name;
        return Err(Error::Draw(said!(
            "no figure of a year (生产总值, 投资 …) is told of {name}",
            "没有{name}的年度指标（生产总值、投资……）"
        )));
    };
    if first == last {
        return Err(Error::Draw(said!(
            "figures of a single year make no chart; take a graph of the reports of several years",
            "只有一年的指标画不成图；请用多年报告的图谱"
        )));
    }
    let columns = match all.len() {
        1..=2 => all.len(),
        3 | 5 | 6 => 3,
        4 => 2,
        _ => 4,
    };
    let tall = HEAD + LEVEL + GROWTH + FOOT;
    let rows = all.len().div_ceil(columns);
    let size = (columns as f64 * (WIDE + GAP) - GAP, rows as f64 * (tall + GAP) - GAP);
    let (kept, promised) = all.iter().map(Series::kept).fold((0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1));
    let mut said = vec![format!("{first}–{last}")];
    if promised > 0 {
        let reached = said!(
            "of {promised} plans with a known outcome {kept} were reached",
            "计划与结果都有的 {promised} 项中 {kept} 项达到"
        );
        said.push(options.language.said(&reached).to_string());
    }
    let title = options.title.as_deref().map(text::clean).unwrap_or_else(|| {
        let name = &thing.name;
        options.language.said(&said!("Headline figures of {name}", "{name}主要指标")).to_string()
    });
    said.push(frame::title(graph, options));
    let entries = entries(&all, options.language);
    let source = frame::source(graph, options.language);
    let look = (options.theme, options.language);
    let mut sheet = Sheet::new(Frame { title, subtitle: said.join(" · "), entries, source }, look, size);
    let left = sheet.body.x + (sheet.body.w - size.0) / 2.0;
    let top = sheet.body.y;
    for (at, series) in all.iter().enumerate() {
        let x = left + (at % columns) as f64 * (WIDE + GAP);
        let y = top + (at / columns) as f64 * (tall + GAP);
        let panel = Panel { series, first, last, theme: options.theme, language: options.language, x, y };
        panel.draw(&mut sheet.scene);
    }
    let (mut notes, more) = (Notes::new(options.language), found.saturating_sub(all.len()));
    notes.count(more, &said!("{more} more indicators not drawn", "另有 {more} 项指标未画出"));
    notes.count(many, &said!("{many} figures of several years not drawn", "{many} 个跨多年的数值未画出"));
    Ok(sheet.close(&notes))
}

fn entries(all: &[Series], language: Language) -> Vec<Entry> {
    let has = |of: fn(&Series) -> &BTreeMap<u16, Vec<f64>>| all.iter().any(|series| !of(series).is_empty());
    let told = [
        (has(|series| &series.level), Mark::Dot, Modality::Done, "水平：实际", "level reached"),
        (has(|series| &series.level_planned), Mark::Dot, Modality::Planned, "水平：计划", "level planned"),
        (has(|series| &series.growth), Mark::Growth, Modality::Done, "增速（%）：实际", "growth reached, %"),
        (has(|series| &series.growth_planned), Mark::Plan, Modality::Planned, "增速（%）：计划", "growth planned, %"),
        (all.iter().any(Series::is_manifold), Mark::Speck, Modality::Done, "同年其他数值", "other figures of the year"),
    ];
    let shown = told.into_iter().filter(|entry| entry.0);
    shown.map(|(_, mark, modality, zh, en)| Entry::Mark(mark, modality, language.of(zh, en).into())).collect()
}

struct Panel<'a> {
    series: &'a Series,
    first: u16,
    last: u16,
    theme: Theme,
    language: Language,
    x: f64,
    y: f64,
}

/// From values to heights.
#[derive(Clone, Copy)]
struct Scale {
    low: f64,
    high: f64,
    top: f64,
    bottom: f64,
}

impl Scale {
    /// A scale from zero, or from the least value below it, to the greatest.
    fn new<'a>(years: impl Iterator<Item = &'a Vec<f64>>, top: f64, bottom: f64) -> Self {
        let (low, high) =
            years.flatten().fold((0.0_f64, 0.0_f64), |(low, high), value| (low.min(*value), high.max(*value)));
        let high = if high - low < 1e-9 { low + 1.0 } else { high };
        Self { low, high, top, bottom }
    }

    fn y(self, value: f64) -> f64 {
        self.bottom - (value - self.low) / (self.high - self.low) * (self.bottom - self.top)
    }
}

impl Panel<'_> {
    fn x_of(&self, year: u16) -> f64 {
        let count = f64::from(self.last - self.first + 1);
        let step = (WIDE - 2.0 * AXIS) / count;
        self.x + AXIS + (f64::from(year - self.first) + 0.5) * step
    }

    fn step(&self) -> f64 {
        (WIDE - 2.0 * AXIS) / f64::from(self.last - self.first + 1)
    }

    fn draw(&self, scene: &mut Scene) {
        let (theme, series) = (self.theme, self.series);
        let tall = HEAD + LEVEL + GROWTH + FOOT;
        let area = Area { x: self.x, y: self.y, w: WIDE, h: tall };
        scene.rect(area, Look { fill: None, frame: Some((theme.rule(), 1.0, Stroke::Solid)), radius: 6.0 });
        let style = |size, bold, colour, anchor| Type { size, bold, colour, anchor };
        let name = text::elide(&text::clean(&series.name), 14.0, WIDE * 0.55);
        scene.text(&name, self.x + 12.0, self.y + 18.0, style(14.0, true, theme.ink(), Anchor::Start));
        let latest = self.latest();
        let room = WIDE - 36.0 - text::width(&name, 14.0);
        let latest = text::elide(&latest, 12.0, room);
        scene.text(&latest, self.x + WIDE - 12.0, self.y + 18.0, style(12.0, false, theme.soft(), Anchor::End));
        let bare = series.level.is_empty() && series.level_planned.is_empty();
        let split = self.y + HEAD + if bare { 0.0 } else { LEVEL };
        let bottom = self.y + HEAD + LEVEL + GROWTH;
        let no_growth = series.growth.is_empty() && series.growth_planned.is_empty();
        if !bare {
            self.levels(scene, self.y + HEAD + 8.0, if no_growth { bottom - 4.0 } else { split - 10.0 });
        }
        if !no_growth {
            self.growth(scene, split + 8.0, bottom - 6.0);
        }
        self.years(scene, bottom);
    }

    /// The last figure reached, in words.
    fn latest(&self) -> String {
        let series = self.series;
        let level = series.level.iter().next_back().and_then(|(year, values)| Some((*year, *values.first()?)));
        let growth = series.growth.iter().next_back().and_then(|(year, values)| Some((*year, *values.first()?)));
        let number = |value: f64, unit: &str| figures::scaled(value, unit, self.language);
        let rise = |value: f64| format!("{}{}", if value > 0.0 { "+" } else { "" }, number(value, "%"));
        match (level, growth) {
            (Some((year, value)), Some((same, change))) if year == same => {
                format!("{year}: {} {}", number(value, &series.unit), rise(change))
            }
            (Some((year, value)), _) => format!("{year}: {}", number(value, &series.unit)),
            (None, Some((year, change))) => format!("{year}: {}", rise(change)),
            (None, None) => String::new(),
        }
    }

    fn levels(&self, scene: &mut Scene, top: f64, bottom: f64) {
        let series = self.series;
        let colour = self.theme.strong(Some(Kind::Enterprise));
        let scale = Scale::new(series.level.values().chain(series.level_planned.values()), top, bottom);
        self.base(scene, scale);
        let points: Vec<(u16, f64)> =
            series.level.iter().filter_map(|(year, values)| Some((*year, *values.first()?))).collect();
        // A year that is missing breaks the line, which does not pretend to know it.
        for pair in points.windows(2) {
            let known = pair[1].0 - pair[0].0 == 1;
            let path = format!(
                "M{} {}L{} {}",
                n(self.x_of(pair[0].0)),
                n(scale.y(pair[0].1)),
                n(self.x_of(pair[1].0)),
                n(scale.y(pair[1].1))
            );
            let stroke = if known { Stroke::Solid } else { Stroke::Short };
            scene.line(&path, colour, if known { 1.8 } else { 1.0 }, stroke);
        }
        self.marks(scene, &series.level_planned, scale, (Mark::Dot, Modality::Planned), colour);
        self.marks(scene, &series.level, scale, (Mark::Dot, Modality::Done), colour);
        let mut room = self.room(top, bottom);
        self.take(&mut room, &series.level_planned, scale);
        self.take(&mut room, &series.level, scale);
        for pair in points.windows(2) {
            for at in 0..=24 {
                let share = f64::from(at) / 24.0;
                let mix = |a: f64, b: f64| a + (b - a) * share;
                room.line(mix(self.x_of(pair[0].0), self.x_of(pair[1].0)), mix(scale.y(pair[0].1), scale.y(pair[1].1)));
            }
        }
        if let Some(&(year, value)) = points.first().filter(|_| points.len() > 1) {
            let words = format!("{year}: {}", figures::scaled(value, &series.unit, self.language));
            self.word(scene, &room, &words, (self.x_of(year), scale.y(value)));
        }
    }

    /// The part of the panel from `top` to `bottom`, nothing taken.
    fn room(&self, top: f64, bottom: f64) -> Room {
        Room::new(Area { x: self.x + 4.0, y: top - 8.0, w: WIDE - 8.0, h: bottom - top + 12.0 })
    }

    fn take(&self, room: &mut Room, years: &BTreeMap<u16, Vec<f64>>, scale: Scale) {
        for (year, values) in years {
            for value in values {
                room.take(Area { x: self.x_of(*year) - 5.0, y: scale.y(*value) - 5.0, w: 10.0, h: 10.0 });
            }
        }
    }

    /// Words near a place, where nothing is in their way; else none.
    fn word(&self, scene: &mut Scene, room: &Room, words: &str, (x, y): (f64, f64)) {
        let (w, h) = (text::width(words, SMALL), SMALL * 1.1);
        let tries = [
            (x - w / 2.0, y - 7.0 - h),
            (x - 5.0, y - 7.0 - h),
            (x - 5.0, y + 7.0),
            (x + 5.0 - w, y - 7.0 - h),
            (x + 5.0 - w, y + 7.0),
            (x - w / 2.0, y + 7.0),
        ];
        let free = tries
            .map(|(x, y)| Area { x, y, w, h })
            .into_iter()
            .find(|area| room.is_free(area) && room.crossed(area) == 0);
        if let Some(area) = free {
            let style = Type { size: SMALL, bold: false, colour: self.theme.soft(), anchor: Anchor::Start };
            scene.text(words, area.x, area.y + h / 2.0, style);
        }
    }

    fn growth(&self, scene: &mut Scene, top: f64, bottom: f64) {
        let series = self.series;
        let colour = self.theme.strong(Some(Kind::Project));
        let scale = Scale::new(series.growth.values().chain(series.growth_planned.values()), top, bottom);
        self.base(scene, scale);
        let wide = (self.step() * 0.62).min(22.0);
        for (year, values) in &series.growth {
            let Some(value) = values.first() else { continue };
            let (y, zero) = (scale.y(*value), scale.y(0.0));
            let area = Area { x: self.x_of(*year) - wide / 2.0, y: y.min(zero), w: wide, h: (y - zero).abs().max(1.0) };
            scene.rect(area, Look { fill: Some(colour.towards(self.theme.panel(), 0.35)), frame: None, radius: 1.0 });
            self.specks(scene, *year, values, scale, colour);
        }
        self.marks(scene, &series.growth_planned, scale, (Mark::Plan, Modality::Planned), colour);
        let mut room = self.room(top, bottom);
        self.take(&mut room, &series.growth_planned, scale);
        for (year, value) in series.growth.iter().filter_map(|(year, values)| Some((*year, *values.first()?))) {
            let (y, zero) = (scale.y(value), scale.y(0.0));
            let area = Area { x: self.x_of(year) - wide / 2.0, y: y.min(zero), w: wide, h: (y - zero).abs().max(1.0) };
            room.take(area);
        }
        if let Some((year, value)) = series.growth.iter().next_back().and_then(|(year, v)| Some((*year, *v.first()?))) {
            let words = figures::scaled(value, "%", self.language);
            self.word(scene, &room, &words, (self.x_of(year), scale.y(value.max(0.0)) + 4.0));
        }
    }

    fn base(&self, scene: &mut Scene, scale: Scale) {
        let zero = n(scale.y(0.0));
        let path = format!("M{} {zero}H{}", n(self.x + AXIS), n(self.x + WIDE - AXIS));
        scene.line(&path, self.theme.rule(), 1.0, Stroke::Solid);
    }

    fn marks(
        &self,
        scene: &mut Scene,
        years: &BTreeMap<u16, Vec<f64>>,
        scale: Scale,
        mark: (Mark, Modality),
        colour: Colour,
    ) {
        let side = (self.step() * 0.8).clamp(6.0, 10.0);
        for (year, values) in years {
            self.specks(scene, *year, values, scale, colour);
            if let Some(value) = values.first() {
                draw_mark(scene, self.theme, mark, (self.x_of(*year), scale.y(*value)), (side, colour));
            }
        }
    }

    /// What else is said of the same year.
    fn specks(&self, scene: &mut Scene, year: u16, values: &[f64], scale: Scale, colour: Colour) {
        for value in values.iter().skip(1) {
            let at = (self.x_of(year), scale.y(*value));
            draw_mark(scene, self.theme, (Mark::Speck, Modality::Done), at, (8.0, colour));
        }
    }

    fn years(&self, scene: &mut Scene, y: f64) {
        let style = Type { size: SMALL, bold: false, colour: self.theme.soft(), anchor: Anchor::Middle };
        let every = ((text::width("2020", SMALL) + 8.0) / self.step()).ceil().max(1.0) as u16;
        for year in (self.first..=self.last).filter(|year| (year - self.first).is_multiple_of(every)) {
            let x = self.x_of(year);
            scene.line(&format!("M{} {}V{}", n(x), n(y), n(y + 3.0)), self.theme.line(), 1.0, Stroke::Solid);
            scene.text(&year.to_string(), x, y + 11.0, style);
        }
    }
}
