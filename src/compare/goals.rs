//! Figures that a report sets as goals, and what the next reports say was reached.

use std::collections::BTreeMap;

use super::names::likeness;
use super::outcome::{Because, Outcome};
use super::reports::{Series, Told};
use super::words;
use crate::graph::KnowledgeGraph;
use crate::graph::file::{EvidenceRow, FactRow, ValueRow};
use crate::model::Period;
use crate::ontology::{Attribute, Modality};

/// How like the names of two figures must be.
const LIKE: f64 = 0.8;

/// A goal less sure than this is none.
const SURE: f64 = 0.5;

/// Share by which a goal told as 左右 may be missed and is still kept.
const ABOUT: f64 = 0.05;

/// A figure with what it is compared by.
#[derive(Debug, Clone)]
pub(super) struct Figure<'g> {
    /// Name of the series that it belongs to.
    pub(super) series: &'g str,
    /// Its name without verb and adornments.
    pub(super) counted: &'g str,
    pub(super) fact: &'g FactRow,
    /// Its value; the lower end of a range.
    pub(super) value: f64,
    pub(super) period: Period,
}

/// The figures of a region that are told in one of its reports.
pub(super) fn figures<'g>(graph: &'g KnowledgeGraph, series: &Series<'g>) -> Vec<Figure<'g>> {
    let nodes = series.ids.iter().filter_map(|id| graph.node(id));
    nodes.flat_map(|node| &node.facts).filter_map(Figure::of).collect()
}

impl<'g> Figure<'g> {
    fn of(fact: &'g FactRow) -> Option<Self> {
        let name = fact.indicator.as_deref()?;
        let series = words::series(name);
        let value = match &fact.value {
            ValueRow::Number(value) => *value,
            ValueRow::Text(text) => text.split(['-', '—', '~', '至']).next()?.parse().ok()?,
        };
        let period = fact.period.as_deref()?.parse().ok()?;
        let counted = words::without_verb(series);
        value.is_finite().then_some(Self { series, counted, fact, value, period })
    }

    pub(super) fn is_planned(&self) -> bool {
        self.fact.modality == Modality::Planned.name()
    }

    pub(super) fn told_in(&self, told: &Told<'_>) -> Option<&'g EvidenceRow> {
        self.fact.evidence.iter().find(|row| row.document == told.row.id)
    }

    /// Whether the words before it say that it is so already (对已精简的319项).
    fn speaks_of_the_past(&self, evidence: &EvidenceRow) -> bool {
        let words = evidence.quote.as_deref().unwrap_or("");
        words.find(self.fact.raw.as_str()).is_some_and(|at| words[..at].contains('已'))
    }

    /// Whether it measures the same in the same unit.
    fn is_comparable(&self, other: &Figure<'_>) -> bool {
        let sort = |attribute: &str| match attribute.parse() {
            // 固定资产投资完成220亿元 and 达到229亿元 are the same sum.
            Ok(Attribute::InvestmentCompleted | Attribute::OutputValue) => Attribute::Amount.name().to_string(),
            _ => attribute.to_string(),
        };
        sort(&self.fact.attribute) == sort(&other.fact.attribute) && self.fact.unit == other.fact.unit
    }

    /// How like its name is to that of another.
    fn likeness(&self, other: &Figure<'_>) -> f64 {
        if self.series == other.series {
            1.0
        } else if words::is_headline(self.series) || words::is_headline(other.series) {
            // 固定资产投资 and 工业投资 are two figures, however like their names are.
            0.0
        } else if self.counted == other.counted {
            // 新建高中 and 改建高中 count other schools; what has no verb may be the same.
            let both = self.counted != self.series && other.counted != other.series;
            if both && self.counted.chars().count() < 5 { LIKE } else { 0.95 }
        } else {
            likeness(self.counted, other.counted)
        }
    }

    /// Whether it counts things and no verb says what was done to them.
    fn is_bare_count(&self) -> bool {
        let counts = ["count", "area", "length"].contains(&self.fact.attribute.as_str());
        counts && self.counted == self.series && !words::is_headline(self.series)
    }

    /// Whether less is better.
    fn is_limit(&self) -> bool {
        self.fact.bound.as_deref() == Some("at_most") || words::is_falling(self.series)
    }

    /// Whether a value that was reached keeps the goal.
    fn is_kept_by(&self, reached: f64) -> bool {
        let slack = if self.fact.bound.as_deref() == Some("about") { ABOUT * self.value.abs() } else { 0.0 };
        let slack = slack + 1e-9 * self.value.abs();
        if self.is_limit() { reached <= self.value + slack } else { reached >= self.value - slack }
    }
}

/// The goals that a report sets, in the order of its text. A name that the report gives to several goals
/// of one unit says too little, and so does one that only says that something is counted.
pub(super) fn goals<'g>(figures: &[Figure<'g>], told: &Told<'_>) -> Vec<Figure<'g>> {
    let ahead = |figure: &&Figure<'g>| {
        figure.is_planned()
            && figure.period.last >= told.year
            && figure.fact.confidence >= SURE
            && figure.fact.attribute != Attribute::InvestmentPlanned.name()
            && !words::is_vague(figure.series)
            && figure.told_in(told).is_some_and(|evidence| !figure.speaks_of_the_past(evidence))
    };
    let mut named: BTreeMap<_, Vec<&Figure<'g>>> = BTreeMap::new();
    for figure in figures.iter().filter(ahead) {
        let key = (figure.series, &figure.fact.attribute, &figure.fact.unit, figure.period);
        named.entry(key).or_default().push(figure);
    }
    let first = |figures: Vec<&Figure<'g>>| {
        let same = figures.iter().all(|figure| (figure.value - figures[0].value).abs() < 1e-9);
        let headline = words::is_headline(figures[0].series);
        // A headline goal is told first; districts and sectors come behind it.
        let first = figures.iter().min_by_key(|figure| figure.told_in(told).map(|row| row.start));
        if same || headline { first.copied().cloned() } else { None }
    };
    let mut goals: Vec<Figure<'g>> = named.into_values().filter_map(first).collect();
    goals.sort_by_key(|goal| (goal.told_in(told).map(|row| (row.start, row.end)), goal.series));
    goals
}

/// What a report says of a goal.
pub(super) struct Reached<'g> {
    pub(super) outcome: Outcome,
    pub(super) figure: Figure<'g>,
    pub(super) evidence: &'g EvidenceRow,
    pub(super) because: Vec<Because>,
    pub(super) sure: f64,
}

/// The figure of a report that tells what was reached of a goal; where none does, one that sets the goal anew.
pub(super) fn reached<'g>(goal: &Figure<'g>, figures: &[Figure<'g>], told: &Told<'_>) -> Option<Reached<'g>> {
    let alike = figures.iter().filter_map(|figure| {
        let evidence = figure.told_in(told).filter(|_| figure.is_comparable(goal))?;
        let like = goal.likeness(figure);
        (like >= LIKE).then_some((like, evidence, figure))
    });
    let (ahead, back): (Vec<_>, Vec<_>) = alike.partition(|(.., figure)| figure.is_planned());
    let of_one_year = goal.period.first == goal.period.last;
    let sums_up = |evidence: &EvidenceRow| {
        let passage = told.passages.at(evidence.start).map(|at| &told.passages.all[at]);
        passage.is_some_and(|passage| words::sums_up_years(&passage.plain[..passage.in_plain(evidence.end)]))
    };
    let back = back.into_iter().filter(|(_, evidence, _)| !(of_one_year && sums_up(evidence)));
    let due: Vec<_> = back.filter(|(.., figure)| is_due(figure.period, goal.period)).collect();
    if let Some((like, evidence, figure)) = best(&due) {
        let rivals = due.iter().filter(|(other, ..)| *other >= like).map(|(.., other)| other.value);
        let several = rivals.into_iter().any(|value| (value - figure.value).abs() > 1e-9);
        let name = if like >= 1.0 { Because::SameSeries } else { Because::LikeSeries };
        let mut because = vec![name, Because::SameYear];
        let mut sure = if like >= 1.0 { 0.93 } else { 0.6 + 0.25 * (like - LIKE) / (1.0 - LIKE) };
        if several {
            because.push(Because::Several);
            sure *= 0.8;
        }
        let outcome = match goal.is_kept_by(figure.value) {
            true => Outcome::Kept,
            // 2座水质净化厂入选标杆 counts others than those that were to be built.
            false if figure.is_bare_count() => Outcome::SpokenOf,
            false => Outcome::Missed,
        };
        return Some(Reached { outcome, figure: figure.clone(), evidence, because, sure });
    }
    if told.year > goal.period.last + 1 {
        // A goal that comes back every year is no word on one of years ago.
        return None;
    }
    let later: Vec<_> = ahead.into_iter().filter(|(.., figure)| figure.period.last > goal.period.last).collect();
    let (like, evidence, figure) = best(&later)?;
    let name = if like >= 1.0 { Because::SameSeries } else { Because::LikeSeries };
    let sure = 0.8 * like;
    Some(Reached { outcome: Outcome::Again, figure: figure.clone(), evidence, because: vec![name], sure })
}

/// Whether a figure that was reached is of the time that a goal was set for: the same years, or, where the
/// goal is for the end of several years, its last.
fn is_due(reached: Period, goal: Period) -> bool {
    reached == goal || (goal.first < goal.last && reached.first == goal.last && reached.last == goal.last)
}

/// The one with the likest name; of several the one told first.
fn best<'a, 'g>(found: &[(f64, &'g EvidenceRow, &'a Figure<'g>)]) -> Option<(f64, &'g EvidenceRow, &'a Figure<'g>)> {
    let order = |one: &&(f64, &'g EvidenceRow, &'a Figure<'g>)| (one.0, std::cmp::Reverse((one.1.start, one.1.end)));
    found.iter().max_by(|a, b| order(a).partial_cmp(&order(b)).unwrap_or(std::cmp::Ordering::Equal)).copied()
}
