//! Projects by stage and year: a row for each, a mark for each stage that a report tells of.

use super::marks::{Mark, draw_mark};
use crate::draw::legend::{self, Entry};
use crate::draw::network::Network;
use crate::draw::page::Picture;
use crate::draw::scene::{Anchor, Scene, Stroke, Type, n};
use crate::draw::sheet::{Frame, Sheet};
use crate::draw::theme::{Theme, shape};
use crate::draw::words::Notes;
use crate::draw::{Language, Options, View, figures, frame, text};
use crate::error::{Error, Result, said};
use crate::graph::file::{GraphFile, NodeRow, ValueRow};
use crate::model::Period;
use crate::ontology::Modality;

/// Height of a row, px.
const ROW: f64 = 24.0;
/// Height of the years over the rows, px.
const HEAD: f64 = 30.0;
/// Widest name, px.
const NAME: f64 = 230.0;
/// Room for money behind the years, px.
const MONEY: f64 = 96.0;
/// Space between columns of rows, px.
const GAP: f64 = 44.0;
const SIZE: f64 = 13.0;
const SMALL: f64 = 11.5;
/// Side of a mark, px.
const SIDE: f64 = 13.0;
/// Least and most width of a year, px.
const YEAR: (f64, f64) = (30.0, 76.0);
/// Width to height that the page tends to.
const ASPECT: f64 = 1.5;

/// A stage that is told of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Event {
    last: u16,
    mark: Mark,
    modality: Modality,
    first: u16,
}

struct Row {
    thing: usize,
    events: Vec<Event>,
    money: Option<figures::Tag>,
}

/// Draws the stages of all projects, or of those around `focus`.
///
/// # Errors
/// When no stage is told of any.
pub fn draw(
    graph: &GraphFile,
    network: &Network<'_>,
    focus: Option<usize>,
    view: &View,
    options: &Options,
) -> Result<Picture> {
    let near = focus.map(|focus| network.within(focus, view.depth));
    let asked = |at: &usize| near.as_ref().is_none_or(|near| near[*at]);
    let mut rows: Vec<Row> = (0..network.things.len())
        .filter(asked)
        .filter_map(|at| row(at, network.things[at].row, options.language))
        .collect();
    if rows.is_empty() {
        return Err(Error::Draw(said!(
            "no stage of a project (签约, 开工, 竣工 …) is told with its year here",
            "这里没有写明年份的项目进度（签约、开工、竣工……）"
        )));
    }
    let all = rows.len();
    // Those of which most is told, then the weightier ones.
    let told = |row: &Row| {
        let mut years: Vec<u16> = row.events.iter().map(|event| event.last).collect();
        years.dedup();
        years.len()
    };
    let worth = |row: &Row| network.things[row.thing].worth;
    rows.sort_by(|a, b| told(b).cmp(&told(a)).then(worth(b).total_cmp(&worth(a))).then(a.thing.cmp(&b.thing)));
    rows.truncate(options.max_nodes.max(1));
    rows.sort_by(|a, b| a.events.cmp(&b.events).then(a.thing.cmp(&b.thing)));
    let look = (options.theme, options.language);
    let first = rows.iter().flat_map(|row| &row.events).map(|event| event.first).min().unwrap_or(0);
    let last = rows.iter().flat_map(|row| &row.events).map(|event| event.last).max().unwrap_or(0);
    let grid = Grid::new(network, &rows, (first, last));
    let columns = grid.columns(rows.len());
    let per = rows.len().div_ceil(columns);
    let size = (columns as f64 * (grid.wide() + GAP) - GAP, HEAD + per as f64 * ROW);
    let shown = rows.len();
    let whole = frame::title(graph, options);
    let said = said!("{shown} shown", "图中 {shown} 项");
    let said = options.language.said(&said);
    let of = focus.map_or_else(|| whole.clone(), |at| network.things[at].name.clone());
    let title = match &options.title {
        Some(title) => text::clean(title),
        None => format!("{of} · {}", options.language.of("项目进度", "stages of projects")),
    };
    let subtitle = format!("{said} · {first}–{last} · {}", frame::subtitle(graph, options.language));
    let entries = entries(network, &rows, options.language);
    let source = frame::source(graph, options.language);
    let mut sheet = Sheet::new(Frame { title, subtitle, entries, source }, look, size);
    let left = sheet.body.x + (sheet.body.w - size.0) / 2.0;
    for (column, part) in rows.chunks(per).enumerate() {
        let x = left + column as f64 * (grid.wide() + GAP);
        grid.draw(&mut sheet.scene, network, part, options.theme, (x, sheet.body.y));
    }
    let (mut notes, more) = (Notes::new(options.language), all.saturating_sub(shown));
    notes.count(more, &said!("{more} more projects not drawn", "另有 {more} 个项目未画出"));
    Ok(sheet.close(&notes))
}

fn row(thing: usize, node: &NodeRow, language: Language) -> Option<Row> {
    let mut events: Vec<Event> = node
        .facts
        .iter()
        .filter(|fact| fact.attribute == "status" && fact.indicator.is_none())
        .filter_map(|fact| {
            let ValueRow::Text(status) = &fact.value else { return None };
            let period: Period = fact.period.as_deref()?.parse().ok()?;
            let modality = figures::modality(&fact.modality);
            Some(Event { last: period.last, mark: Mark::of_status(status)?, modality, first: period.first })
        })
        .collect();
    events.sort();
    // Of one stage in one year the surest is told.
    events.dedup_by(|a, b| (a.last, a.mark) == (b.last, b.mark));
    let money = figures::tags(node, language).into_iter().find(|tag| tag.money);
    (!events.is_empty()).then_some(Row { thing, events, money })
}

fn entries(network: &Network<'_>, rows: &[Row], language: Language) -> Vec<Entry> {
    let mut entries = legend::kinds(language, rows.iter().map(|row| network.things[row.thing].kind));
    let has = |of: &dyn Fn(&Event) -> bool| rows.iter().flat_map(|row| &row.events).any(of);
    for mark in Mark::STAGES {
        if has(&|event| event.mark == mark) {
            entries.push(Entry::Mark(mark, Modality::Done, mark.label(language).into()));
        }
    }
    for modality in [Modality::Done, Modality::Ongoing, Modality::Planned] {
        if has(&|event| event.modality == modality) {
            let label = crate::draw::words::modality(language, modality);
            entries.push(Entry::Mark(Mark::Bar, modality, label.into()));
        }
    }
    entries
}

/// The measures of a column of rows.
struct Grid {
    name: f64,
    year: f64,
    years: (u16, u16),
    money: f64,
}

impl Grid {
    fn new(network: &Network<'_>, rows: &[Row], years: (u16, u16)) -> Self {
        let names = rows.iter().map(|row| text::width(&network.things[row.thing].name, SIZE));
        let name = names.fold(60.0, f64::max).min(NAME) + 24.0;
        let count = f64::from(years.1 - years.0 + 1);
        // Marks of one year stand beside each other.
        let crowd = rows.iter().flat_map(|row| row.events.iter().map(|event| row.in_year(event.last))).max();
        let least = YEAR.0.max(crowd.unwrap_or(1) as f64 * (SIDE + 2.0) + 4.0);
        let year = (520.0 / count).clamp(least, YEAR.1.max(least));
        let money = if rows.iter().any(|row| row.money.is_some()) { MONEY } else { 0.0 };
        Self { name, year, years, money }
    }

    fn wide(&self) -> f64 {
        self.name + f64::from(self.years.1 - self.years.0 + 1) * self.year + self.money
    }

    /// The number of columns of rows that comes nearest to the shape of a page.
    fn columns(&self, rows: usize) -> usize {
        let off = |columns: usize| {
            let wide = columns as f64 * (self.wide() + GAP);
            let ratio = wide / (HEAD + rows.div_ceil(columns) as f64 * ROW) / ASPECT;
            ratio.max(1.0 / ratio)
        };
        (1..=6).filter(|columns| *columns <= rows).min_by(|a, b| off(*a).total_cmp(&off(*b))).unwrap_or(1)
    }

    fn middle(&self, x: f64, year: u16) -> f64 {
        x + self.name + (f64::from(year - self.years.0) + 0.5) * self.year
    }

    fn draw(&self, scene: &mut Scene, network: &Network<'_>, rows: &[Row], theme: Theme, (x, y): (f64, f64)) {
        let style = |size, colour, anchor| Type { size, bold: false, colour, anchor };
        let bottom = y + HEAD + rows.len() as f64 * ROW;
        let every = (text::width("2020", SMALL) + 6.0) / self.year;
        for year in self.years.0..=self.years.1 {
            let middle = self.middle(x, year);
            let edge = middle - self.year / 2.0;
            let rule = format!("M{} {}V{}", n(edge), n(y + HEAD - 4.0), n(bottom));
            scene.line(&rule, theme.rule(), 1.0, Stroke::Solid);
            // Where a year is too narrow for its number, only some are told.
            if every <= 1.0 || (year - self.years.0).is_multiple_of(every.ceil() as u16) {
                let words = year.to_string();
                scene.text(&words, middle, y + HEAD / 2.0, style(SMALL, theme.soft(), Anchor::Middle));
            }
        }
        for (place, row) in rows.iter().enumerate() {
            let level = y + HEAD + (place as f64 + 0.5) * ROW;
            if place % 2 == 1 {
                let area = crate::draw::scene::Area { x, y: level - ROW / 2.0, w: self.wide(), h: ROW };
                scene.veil(area, theme.rule().towards(theme.panel(), 0.5));
            }
            self.row(scene, network, row, theme, (x, level));
        }
    }

    fn row(&self, scene: &mut Scene, network: &Network<'_>, row: &Row, theme: Theme, (x, y): (f64, f64)) {
        let thing = &network.things[row.thing];
        let style = |size, colour, anchor| Type { size, bold: false, colour, anchor };
        let label = crate::draw::words::kind(Language::Zh, thing.kind, &text::clean(&thing.row.kind));
        scene.open(&format!("{} · {label}", thing.name));
        scene.shape(shape(thing.kind), x, y - 6.5, 13.0, theme.strong(thing.kind));
        let name = text::elide(&thing.name, SIZE, self.name - 24.0);
        scene.text(&name, x + 19.0, y, style(SIZE, theme.ink(), Anchor::Start));
        let colour = theme.plain();
        let places: Vec<(f64, &Event)> = row
            .events
            .iter()
            .enumerate()
            .map(|(at, event)| {
                let crowd = row.in_year(event.last) as f64;
                let before = row.events[..at].iter().filter(|other| other.last == event.last).count() as f64;
                (self.middle(x, event.last) + (before - (crowd - 1.0) / 2.0) * (SIDE + 2.0), event)
            })
            .collect();
        if let (Some(first), Some(last)) = (places.first(), places.last()) {
            scene.line(&format!("M{} {}H{}", n(first.0), n(y), n(last.0)), theme.line(), 1.2, Stroke::Solid);
        }
        for (to, event) in &places {
            if event.first < event.last {
                let from = self.middle(x, event.first) - self.year / 2.0 + 4.0;
                scene.line(&format!("M{} {}H{}", n(from), n(y), n(*to)), colour, 1.2, Stroke::Short);
                scene.line(&format!("M{} {}V{}", n(from), n(y - 4.0), n(y + 4.0)), colour, 1.2, Stroke::Solid);
            }
        }
        for (to, event) in &places {
            draw_mark(scene, theme, (event.mark, event.modality), (*to, y), (SIDE, colour));
        }
        if let Some(tag) = &row.money {
            let words = text::elide(&tag.words, SMALL, self.money - 8.0);
            scene.text(&words, x + self.wide(), y, style(SMALL, theme.soft(), Anchor::End));
        }
        scene.close();
    }
}

impl Row {
    fn in_year(&self, year: u16) -> usize {
        self.events.iter().filter(|event| event.last == year).count()
    }
}
