//! Figures over years and places: one value for each region, figure and year, and where they do not agree.

use std::collections::BTreeMap;

use serde::Serialize;

use super::goals::{Figure, figures};
use super::hints::{Hint, hints};
use super::ledger::place;
use super::reports::Series;
use super::row::Said;
use super::words;
use crate::graph::KnowledgeGraph;
use crate::graph::file::ValueRow;
use crate::ontology::{Attribute, Language};
use crate::query::Named;

/// What is measured of a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// How much it is: money, people, areas, shares.
    Level,
    /// By how many per cent it has grown within the year.
    Growth,
}

impl Measure {
    /// Its name in files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Level => "level",
            Self::Growth => "growth",
        }
    }

    /// Its name for people.
    pub fn label(self, language: Language) -> &'static str {
        match self {
            Self::Level => language.of("水平", "level"),
            Self::Growth => language.of("增长", "growth"),
        }
    }
}

/// A figure of a region and a year, as one report tells it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Point {
    /// The region.
    pub region: Named,
    /// The figure, under the name that all its names share.
    pub indicator: String,
    /// The name in this report.
    pub name: String,
    /// What is measured of it.
    pub measure: Measure,
    /// The year that it is of.
    pub year: u16,
    /// Whether it is a goal; reached otherwise.
    pub planned: bool,
    /// The value in base units.
    pub value: f64,
    /// Its unit.
    pub unit: String,
    /// `at_least`, `at_most` or `about`; none for exact values.
    pub bound: Option<String>,
    /// The words of the text that give it.
    pub raw: String,
    /// The year of the report.
    pub told: u16,
    /// How sure it is, 0 to 1.
    pub confidence: f64,
    /// Where it is said.
    pub said: Said,
}

/// Figures over years and places.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Indicators {
    /// All that reports tell, by figure, region, measure, goals behind what was reached, year, and then the
    /// report that tells it first.
    pub points: Vec<Point>,
    /// Where two figures do not agree.
    pub hints: Vec<Hint>,
}

/// The figures of some regions that have one of `names` in their own (none: all figures). Those that sum up
/// several years, and those of no single year, are left out.
pub fn indicators(graph: &KnowledgeGraph, regions: &[Series<'_>], names: &[String]) -> Indicators {
    let mut points = Vec::new();
    for series in regions {
        let figures = figures(graph, series);
        let wanted = figures.iter().filter(|figure| is_wanted(figure, names));
        wanted.for_each(|figure| points.extend(of_figure(series, figure)));
    }
    points.sort_by(|a, b| key(a).cmp(&key(b)));
    points.dedup();
    let hints = hints(&points);
    Indicators { points, hints }
}

fn key(point: &Point) -> impl Ord + '_ {
    let Point { region, indicator, measure, planned, year, unit, told, said, raw, .. } = point;
    (indicator, &region.id, *measure, unit, *planned, *year, (*told, &said.document, said.start), raw)
}

fn is_wanted(figure: &Figure<'_>, names: &[String]) -> bool {
    let asked = names.iter().any(|name| figure.series.contains(name.as_str()) || words::series(name) == figure.series);
    asked || (names.is_empty() && !words::is_vague(figure.series))
}

fn of_figure(series: &Series<'_>, figure: &Figure<'_>) -> Vec<Point> {
    let fact = figure.fact;
    let (ValueRow::Number(value), Ok(attribute)) = (&fact.value, fact.attribute.parse::<Attribute>()) else {
        return Vec::new();
    };
    let unit = fact.unit.clone().unwrap_or_default();
    let measure = match attribute {
        Attribute::Growth if unit == "%" => Measure::Growth,
        // 百分点 and 倍 are no percentages of the year before.
        Attribute::Growth | Attribute::Status | Attribute::InvestmentPlanned => return Vec::new(),
        Attribute::Share if unit != "%" && unit != "‰" => return Vec::new(),
        _ => Measure::Level,
    };
    if figure.period.first != figure.period.last {
        return Vec::new();
    }
    let told = series.told.iter().filter_map(|told| Some((told, figure.told_in(told)?)));
    let single = told.filter(|(told, evidence)| {
        let passage = told.passages.at(evidence.start).map(|at| &told.passages.all[at]);
        !passage.is_some_and(|passage| words::sums_up_years(&passage.plain[..passage.in_plain(evidence.end)]))
    });
    let region = series.region;
    let points = single.map(|(told, evidence)| Point {
        region: Named { id: region.id.clone(), name: region.name.clone(), kind: region.kind.clone() },
        indicator: figure.series.into(),
        name: fact.indicator.clone().unwrap_or_default(),
        measure,
        year: figure.period.first,
        planned: figure.is_planned(),
        value: *value,
        unit: unit.clone(),
        bound: fact.bound.clone(),
        raw: fact.raw.clone(),
        told: told.year,
        confidence: fact.confidence,
        said: place(told, evidence),
    });
    points.collect()
}

/// A line of a table: a figure of a region.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Line {
    /// The figure.
    pub indicator: String,
    /// The region.
    pub region: String,
    /// What is measured.
    pub measure: Measure,
    /// The unit.
    pub unit: String,
}

impl Indicators {
    /// The figures over the years, reached or, with `planned`, as goals: for each line the value of each year,
    /// as the report that told it first does at the first place. Lines of most years first.
    pub fn lines(&self, planned: bool) -> Vec<(Line, BTreeMap<u16, &Point>)> {
        let mut lines: BTreeMap<Line, BTreeMap<u16, &Point>> = BTreeMap::new();
        for point in self.points.iter().filter(|point| point.planned == planned) {
            let line = Line {
                indicator: point.indicator.clone(),
                region: point.region.name.clone(),
                measure: point.measure,
                unit: point.unit.clone(),
            };
            lines.entry(line).or_default().entry(point.year).or_insert(point);
        }
        let mut lines: Vec<_> = lines.into_iter().collect();
        lines.sort_by(|(a, one), (b, other)| other.len().cmp(&one.len()).then_with(|| a.cmp(b)));
        lines
    }
}
