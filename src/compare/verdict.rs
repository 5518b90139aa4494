//! What a later report says of something: from the words around its name, or from what the graph holds of it.

use super::candidates::Candidate;
use super::outcome::{Because, Outcome, Sort};
use super::promises::{Planned, level_of};
use super::reports::Told;
use super::words::{self, State};
use crate::graph::file::ValueRow;
use crate::ontology::{Attribute, Modality};
use crate::relate;

/// What is said at a place.
#[derive(Debug, Clone)]
pub(super) struct Verdict {
    pub(super) outcome: Outcome,
    pub(super) passage: usize,
    pub(super) because: Vec<Because>,
    /// How likely all of it is right, 0 to 1.
    pub(super) sure: f64,
    /// The word that says what became of it.
    pub(super) word: Option<String>,
}

/// The clause around some bytes of plain words, and what stands behind it.
pub(super) fn clause_around(plain: &str, start: usize, end: usize) -> (usize, &str, &str) {
    let ends = ['，', '。', '：', '；', '！', '？', ',', ';'];
    let from =
        plain[..start].char_indices().rev().find(|(_, c)| ends.contains(c)).map_or(0, |(at, c)| at + c.len_utf8());
    let until = plain[end..].find(ends).map_or(plain.len(), |at| end + at);
    let behind = plain[until..].trim_start_matches(ends);
    (from, &plain[from..until], behind)
}

/// What a place says of the thing that was planned, where `strength` says how firmly.
pub(super) fn verdict(planned: &Planned<'_>, strength: u8, told: &Told<'_>, place: Candidate) -> Verdict {
    let passage = &told.passages.all[place.passage];
    let (from, clause, behind) = clause_around(&passage.plain, place.start, place.end);
    let (before, after) = (&passage.plain[from..place.start], &passage.plain[place.end..from + clause.len()]);
    let rest = format!("{before}\u{3000}{after}");
    let mut modality = relate::modality(&rest, passage.modality);
    let mut state = words::state(planned.sort, &rest);
    if state.is_none() && after.chars().count() <= 6 {
        // 甲、乙项目，建成投用: the clause behind says it, as long as it opens with what it says.
        let next = behind.split(['，', '；', '。']).next().unwrap_or("");
        let opens: String = next.chars().take(8).collect();
        state = words::state(planned.sort, &opens);
    }
    if let Some((level, said)) = told_by_graph(planned, told, place) {
        state = Some(State { level, denied: false, word: "" });
        modality = said;
    }
    let again = || {
        let (weight, word) = words::strength(clause, place.start - from);
        let outcome = if weight == strength { Outcome::Again } else { Outcome::Reworded };
        (outcome, word.map(String::from))
    };
    let word = state.filter(|state| !state.word.is_empty()).map(|state| state.word.to_string());
    let (outcome, word) = match modality {
        Modality::Planned => again(),
        Modality::Done | Modality::Ongoing => (become_of(planned, state, modality), word),
    };
    let mut because = vec![place.because];
    let clear = state.is_some() || outcome == Outcome::SpokenOf;
    because.push(if clear && outcome != Outcome::SpokenOf { Because::SaidThere } else { Because::BySection });
    let sure = place.sure * if clear { 1.0 } else { 0.9 };
    Verdict { outcome, passage: place.passage, because, sure, word }
}

/// The stage that the graph holds of the thing at this place.
fn told_by_graph(planned: &Planned<'_>, told: &Told<'_>, place: Candidate) -> Option<(u8, Modality)> {
    if place.because != Because::SameEntity {
        return None;
    }
    let passage = &told.passages.all[place.passage];
    let (from, until) = (passage.start, passage.start + passage.text.len());
    let facts = planned.node.facts.iter().filter(|fact| fact.attribute == Attribute::Status.name());
    let here = facts.filter(|fact| {
        fact.evidence.iter().any(|row| row.document == told.row.id && row.start < until && from < row.end)
    });
    let stages = here.filter_map(|fact| {
        let ValueRow::Text(stage) = &fact.value else { return None };
        Some((level_of(stage)?, fact.modality.parse::<Modality>().ok()?))
    });
    stages.max_by_key(|(level, _)| *level)
}

/// What became of something of which a review says so much.
fn become_of(planned: &Planned<'_>, state: Option<State>, modality: Modality) -> Outcome {
    let Some(State { level, denied, .. }) = state else { return Outcome::SpokenOf };
    if denied {
        return Outcome::Missed;
    }
    let ongoing = modality == Modality::Ongoing;
    match planned.sort {
        Sort::Deal => Outcome::Kept,
        Sort::Work if level >= 5 && !ongoing => Outcome::Kept,
        Sort::Work => match planned.level {
            // What was to be begun is kept as soon as it is under way.
            Some(promised @ 1..=2) if level >= promised => Outcome::Kept,
            Some(4) if level == 4 && !ongoing => Outcome::Kept,
            _ => Outcome::UnderWay,
        },
        // A programme is kept when it was carried out, an event when it was held.
        Sort::Program | Sort::Event if level >= 3 && !ongoing => Outcome::Kept,
        Sort::Honour if level >= 5 && !ongoing => Outcome::Kept,
        _ => Outcome::UnderWay,
    }
}
