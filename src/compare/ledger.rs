//! The ledger: each undertaking of a report, and what the reports of the next years say of it.

use std::collections::BTreeSet;

use super::candidates::{NEAR, Wanted};
use super::goals::{Figure, figures, goals, reached};
use super::names::Rarity;
use super::outcome::{Because, Outcome, Sort};
use super::passages::Passage;
use super::promises::{Planned, planned};
use super::reports::{Series, Told};
use super::row::{Finding, Ledger, Promise, Row, Said};
use super::verdict::{clause_around, verdict};
use super::words;
use crate::graph::KnowledgeGraph;
use crate::graph::file::EvidenceRow;
use crate::ontology::Modality;
use crate::query::Named;

/// A place so much less sure than the surest of its report is not heard.
const DOUBT: f64 = 0.2;

/// What is asked of a ledger.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options {
    /// Reports are looked at up to so many years behind the plan, and always the one that looks back on
    /// the year for which it was promised.
    pub years: u16,
}

impl Default for Options {
    fn default() -> Self {
        Self { years: 3 }
    }
}

/// The ledger of a region: what each of its reports plans, against the next ones.
pub fn ledger(graph: &KnowledgeGraph, series: &Series<'_>, options: Options) -> Ledger {
    let told = &series.told;
    let desk = Desk { series, rarity: Rarity::of(told), figures: figures(graph, series), options };
    let mut rows = Vec::new();
    let mut known = BTreeSet::new();
    for plan in told {
        let of_things = planned(graph, series, plan).into_iter().map(|one| desk.of_thing(plan, &one));
        let of_figures = goals(&desk.figures, plan).into_iter().map(|goal| desk.of_goal(plan, &goal));
        let mut of_report: Vec<Row> = of_things.chain(of_figures).collect();
        of_report.sort_by(|a, b| (a.planned.start, &a.id).cmp(&(b.planned.start, &b.id)));
        // Two files of one year may hold the same report.
        rows.extend(of_report.into_iter().filter(|row| known.insert(row.id.clone())));
    }
    let region = series.region;
    let region = Named { id: region.id.clone(), name: region.name.clone(), kind: region.kind.clone() };
    Ledger { region, reports: series.years().into_iter().collect(), rows }
}

/// All that rows are worked out from.
struct Desk<'a, 'g> {
    series: &'a Series<'g>,
    rarity: Rarity,
    figures: Vec<Figure<'g>>,
    options: Options,
}

impl<'g> Desk<'_, 'g> {
    /// The reports that may say what became of something planned in one year and due in another.
    fn later(&self, year: u16, due: u16) -> impl Iterator<Item = &Told<'g>> {
        let until = (year + self.options.years).max(due + 1);
        self.series.told.iter().filter(move |told| told.year > year && told.year <= until)
    }

    fn of_thing(&self, plan: &Told<'g>, one: &Planned<'g>) -> Row {
        let wanted = Wanted::of(one.node, self.series, &self.rarity);
        let holder = one.holder.filter(|holder| !self.series.ids.contains(holder.id.as_str()));
        let holder_names = holder.map(|holder| Wanted::of(holder, self.series, &self.rarity));
        let passage = plan.passages.at(self.place_of(plan, one)).map(|at| &plan.passages.all[at]);
        let around = passage.map_or("", |passage| {
            let at = passage.plain.find(&wanted.name);
            at.map_or(passage.plain.as_str(), |at| clause_around(&passage.plain, at, at + wanted.name.len()).1)
        });
        let (weight, firmness) = words::strength(around, around.find(&wanted.name).unwrap_or(0));
        let mut near = 0.0_f64;
        let mut findings = Vec::new();
        for told in self.later(plan.year, one.due) {
            let (places, like) = wanted.places(told, &self.rarity);
            if places.is_empty() {
                near = near.max(like);
            }
            let beside = |passage: usize| {
                holder_names.as_ref().is_none_or(|holder| holder.is_in(&told.passages.all[passage].plain))
            };
            let best = places.iter().map(|place| place.sure).fold(0.0, f64::max);
            let verdicts = places.into_iter().filter(|place| place.sure + DOUBT >= best && beside(place.passage));
            let verdicts = verdicts.map(|place| verdict(one, weight, told, place));
            // The best outcome, and of several the surest, told first.
            let best = verdicts.min_by(|a, b| {
                (a.outcome, b.sure, a.passage)
                    .partial_cmp(&(b.outcome, a.sure, b.passage))
                    .unwrap_or(std::cmp::Ordering::Equal)
            });
            findings.extend(best.map(|best| Finding {
                year: told.year,
                outcome: best.outcome,
                word: best.word,
                value: None,
                said: said(told, &told.passages.all[best.passage]),
                confidence: round(best.sure),
                because: best.because,
            }));
        }
        let kind = one.sort.name();
        let holder_id = one.holder.map_or(String::new(), |holder| format!(" {}", holder.id));
        let row = Row {
            id: format!("{} {kind} {}{holder_id}", plan.year, one.node.id),
            year: plan.year,
            due: one.due,
            sort: one.sort,
            name: one.node.name.clone(),
            entity: Some(Named { id: one.node.id.clone(), name: one.node.name.clone(), kind: one.node.kind.clone() }),
            holder: one.holder.map(|node| Named {
                id: node.id.clone(),
                name: node.name.clone(),
                kind: node.kind.clone(),
            }),
            promise: Promise {
                stage: one.stage.clone(),
                attribute: None,
                value: None,
                unit: None,
                bound: None,
                raw: None,
                firmness,
            },
            department: words::department(&one.node.name, around).map(|(zh, en)| [zh, en]),
            planned: passage.map_or_else(|| place(plan, one.evidence), |passage| said(plan, passage)),
            outcome: Outcome::Gone,
            decided: None,
            findings,
            confidence: 0.0,
            because: Vec::new(),
        };
        self.decided(row, near, one.confidence)
    }

    /// Where in its report a thing is promised: where it is named in the evidence, or where that begins.
    fn place_of(&self, plan: &Told<'_>, one: &Planned<'_>) -> usize {
        let inside = |start: &usize| (one.evidence.start..one.evidence.end).contains(start);
        let mentions = one.node.mentions.iter().filter(|mention| mention.document == plan.row.id);
        mentions.map(|mention| mention.start).find(inside).unwrap_or(one.evidence.start)
    }

    fn of_goal(&self, plan: &Told<'g>, goal: &Figure<'g>) -> Row {
        let mut findings = Vec::new();
        for told in self.later(plan.year, goal.period.last) {
            findings.extend(reached(goal, &self.figures, told).map(|found| Finding {
                year: told.year,
                outcome: found.outcome,
                word: Some(found.figure.fact.raw.clone()),
                value: Some(found.figure.value),
                said: place(told, found.evidence),
                confidence: round(found.sure),
                because: found.because,
            }));
            let answered = findings.last().is_some_and(|last| last.year == told.year);
            if !answered && told.year == goal.period.last + 1 {
                findings.extend(spoken_of(goal, told));
            }
        }
        let evidence = goal.told_in(plan).unwrap_or(&goal.fact.evidence[0]);
        let words = evidence.quote.as_deref().unwrap_or("");
        let until = words.find(goal.fact.raw.as_str()).unwrap_or(words.len());
        let unit = goal.fact.unit.as_deref().unwrap_or("");
        let row = Row {
            id: format!("{} figure {}|{}|{unit}|{}", plan.year, goal.series, goal.fact.attribute, goal.period),
            year: plan.year,
            due: goal.period.last,
            sort: Sort::Figure,
            name: goal.series.into(),
            entity: None,
            holder: None,
            promise: Promise {
                stage: None,
                attribute: Some(goal.fact.attribute.clone()),
                value: Some(goal.value),
                unit: goal.fact.unit.clone(),
                bound: goal.fact.bound.clone(),
                raw: Some(goal.fact.raw.clone()),
                firmness: words::strength(words, until).1,
            },
            department: words::department(goal.series, "")
                .or_else(|| words::department("", words))
                .map(|(zh, en)| [zh, en]),
            planned: place(plan, evidence),
            outcome: Outcome::Gone,
            decided: None,
            findings,
            confidence: 0.0,
            because: Vec::new(),
        };
        self.decided(row, 0.0, goal.fact.confidence)
    }

    /// The row with its outcome: the best of what is found, of equal ones the last; gone where the report
    /// that looks back on the year it was promised for is there and says nothing.
    fn decided(&self, mut row: Row, near: f64, claimed: f64) -> Row {
        let settled = |outcome: Outcome| matches!(outcome, Outcome::Kept | Outcome::Missed);
        // What was kept or missed stays so; of the rest the last word counts.
        let first = row.findings.iter().find(|finding| finding.outcome == Outcome::Kept);
        let first = first.or_else(|| row.findings.iter().find(|finding| settled(finding.outcome)));
        let telling = row.findings.iter().rev().find(|finding| finding.outcome != Outcome::SpokenOf);
        if let Some(finding) = first.or(telling).or(row.findings.last()) {
            row.outcome = finding.outcome;
            row.decided = Some(finding.year);
            row.because = finding.because.clone();
            row.confidence = finding.confidence;
            return row;
        }
        let later: Vec<&Told<'_>> = self.later(row.year, row.due).collect();
        let review = later.iter().find(|told| told.year == row.due + 1);
        let Some(review) = review else {
            row.outcome = Outcome::NoReport;
            row.confidence = round(claimed);
            return row;
        };
        row.decided = Some(review.year);
        let whole = later.iter().all(|told| told.whole);
        row.because.push(if whole { Because::WholeReport } else { Because::QuotesOnly });
        let mut sure = if whole { 0.92 } else { 0.6 };
        if near >= NEAR {
            row.because.push(Because::NearMiss);
            sure *= 0.8;
        }
        row.confidence = round(sure * claimed.max(0.8));
        row
    }
}

/// A review that names the figure of a goal and gives no number for it that could be compared, or the very
/// number of the goal, which was not taken for a figure of the region.
fn spoken_of(goal: &Figure<'_>, told: &Told<'_>) -> Option<Finding> {
    if goal.counted.chars().count() < 4 {
        return None;
    }
    let named = |passage: &&Passage| passage.modality != Modality::Planned && passage.plain.contains(goal.counted);
    // 21个 beside the same words is the goal itself, reached.
    let raw = goal.fact.raw.trim_end_matches(['上', '以', '右', '左']);
    let exact = |passage: &&Passage| passage.plain.contains(raw) && !words::sums_up_years(&passage.plain);
    let all = told.passages.all.iter();
    if let Some(passage) = all.clone().filter(named).find(exact).filter(|_| goal.fact.unit.as_deref() != Some("%")) {
        return Some(Finding {
            year: told.year,
            outcome: Outcome::Kept,
            word: Some(raw.into()),
            value: None,
            said: said(told, passage),
            confidence: 0.7,
            because: vec![Because::SameName, Because::BySection],
        });
    }
    let with_number = |passage: &&Passage| {
        let at = passage.plain.find(goal.counted).unwrap_or(0);
        let (_, clause, _) = clause_around(&passage.plain, at, at + goal.counted.len());
        clause.contains(|c: char| c.is_ascii_digit())
    };
    let passage = all.filter(named).find(with_number)?;
    Some(Finding {
        year: told.year,
        outcome: Outcome::SpokenOf,
        word: None,
        value: None,
        said: said(told, passage),
        confidence: 0.75,
        because: vec![Because::SameName],
    })
}

fn said(told: &Told<'_>, passage: &Passage) -> Said {
    Said {
        document: told.row.id.clone(),
        path: told.row.path.clone(),
        start: passage.start,
        end: passage.start + passage.text.len(),
        sentence: Some(on_one_line(&passage.text)),
    }
}

/// The passage around an evidence, or the evidence alone where there is none.
pub(super) fn place(told: &Told<'_>, evidence: &EvidenceRow) -> Said {
    if let Some(at) = told.passages.at(evidence.start) {
        return said(told, &told.passages.all[at]);
    }
    Said {
        document: told.row.id.clone(),
        path: told.row.path.clone(),
        start: evidence.start,
        end: evidence.end,
        sentence: evidence.quote.as_deref().map(on_one_line),
    }
}

fn on_one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn round(sure: f64) -> f64 {
    (sure * 100.0).round() / 100.0
}
