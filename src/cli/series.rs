//! `tuzhi series`: figures over years and places.

use std::collections::{BTreeMap, BTreeSet};

use tuzhi::compare::{Indicators, Line, Measure, Point, Series, indicators, point_sheet, reporting_regions, series_of};
use tuzhi::error::Result;
use tuzhi::graph::file::DocumentRow;
use tuzhi::ontology::Language;
use tuzhi::query::words::{amount, digits, sign};
use tuzhi::read::Reports;

use super::Done;
use super::args::Series as Wishes;
use super::ledger::{region, tell_unread};
use super::query::Teller;
use super::screen::Screen;
use super::table::Table;

/// Lines of a table for people.
const LINES: usize = 8;

/// Hints told to people.
const HINTS: usize = 12;

/// Prints the figures asked for, and where they do not agree.
pub fn run(options: &Wishes, screen: &Screen) -> Result<Done> {
    let graph = super::graph(&options.graph)?;
    let regions = match &options.regions[..] {
        [] => reporting_regions(&graph),
        names => names.iter().map(|name| region(&graph, name, &options.graph)).collect::<Result<_>>()?,
    };
    let reports = Reports::below(options.root.as_deref());
    let load = |row: &DocumentRow| reports.load(&row.path);
    let regions: Vec<Series<'_>> = regions.into_iter().map(|region| series_of(&graph, region, &load)).collect();
    tell_unread(&regions, screen);
    let mut found = indicators(&graph, &regions, &options.indicators);
    let inside = |point: &Point| options.period.is_none_or(|years| (years.first..=years.last).contains(&point.year));
    found.points.retain(inside);
    found.hints.retain(|hint| hint.points().into_iter().any(inside));
    let teller = Teller { options: &options.telling, screen };
    teller.tell(&found, || point_sheet(&found), |_| words(&found, options, screen))?;
    Ok(Done::All)
}

/// The table of years, and hints, for people.
fn words(found: &Indicators, options: &Wishes, screen: &Screen) -> String {
    let language = screen.language();
    let all = options.telling.all;
    let mut lines = found.lines(options.planned);
    lines.retain(|(line, _)| options.measure.is_none_or(|measure| Measure::from(measure) == line.measure));
    let total = lines.len();
    lines.truncate(if all { usize::MAX } else { options.telling.limit.unwrap_or(LINES) });
    if lines.is_empty() {
        return format!("{}\n", screen.messages().nothing_found);
    }
    let mut text = table(&lines, language);
    if lines.len() < total {
        text += &format!("{}\n", (screen.messages().and_more)(total - lines.len()));
    }
    let shown = if all { found.hints.len() } else { found.hints.len().min(HINTS) };
    for hint in &found.hints[..shown] {
        text += &format!("\n{}\n", hint.told(language));
        for point in hint.points() {
            let sentence = point.said.sentence.as_deref().unwrap_or("");
            text += &format!("    {}: {sentence}  ({})\n", point.told, point.said.path);
        }
    }
    if shown < found.hints.len() {
        text += &format!("\n{}\n", (screen.messages().and_more)(found.hints.len() - shown));
    }
    text
}

/// Years down, figures and regions across; what all columns share stands above.
fn table(lines: &[(Line, BTreeMap<u16, &Point>)], language: Language) -> String {
    let same = |part: fn(&Line) -> &str| lines.iter().all(|(line, _)| part(line) == part(&lines[0].0));
    let (one_region, one_figure) = (same(|line| &line.region), same(|line| &line.indicator));
    let heading = |line: &Line| {
        let parts = [
            (!one_region).then(|| line.region.clone()),
            (!one_figure).then(|| line.indicator.clone()),
            Some(line.measure.label(language).to_string()),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
    };
    let headings: Vec<String> = lines.iter().map(|(line, _)| heading(line)).collect();
    let first = language.of("年份", "year");
    let mut table = Table::new(std::iter::once(first).chain(headings.iter().map(String::as_str)));
    let years: BTreeSet<u16> = lines.iter().flat_map(|(_, points)| points.keys().copied()).collect();
    for year in years {
        let cell = |points: &BTreeMap<u16, &Point>| points.get(&year).map_or(String::new(), |point| shown(point));
        let cells = std::iter::once(year.to_string()).chain(lines.iter().map(|(_, points)| cell(points)));
        table.row(cells.collect::<Vec<_>>());
    }
    let mut above = Vec::new();
    if one_region {
        above.push(lines[0].0.region.as_str());
    }
    if one_figure {
        above.push(lines[0].0.indicator.as_str());
    }
    let above = if above.is_empty() { String::new() } else { format!("{}\n", above.join(" ")) };
    format!("{above}{}", table.text())
}

fn shown(point: &Point) -> String {
    let value = match point.measure {
        Measure::Level => amount(point.value, &point.unit),
        Measure::Growth => format!("{}%", digits(point.value, 2)),
    };
    format!("{}{value}", sign(point.bound.as_deref()))
}
