//! Rows and columns of each answer.

use super::cite::{Citation, Claim, Named, Statement};
use super::describe::Profile;
use super::find::{Found, Hit};
use super::groups::Community;
use super::list::Entry;
use super::neighbours::{Neighbour, Neighbourhood};
use super::path::Path;
use super::rank::Ranked;
use super::sheet::{
    ALIASES, AMOUNT, BY, BYTES, CENTER, CODE, CONFIDENCE, Cell, Column, DENIED, DISTANCE, FACTS, FIRMS, HOLDER, HONOUR,
    ID, INVESTMENT, KIND, KINDS, LEVEL, MEMBERS, MENTIONS, MET, MODALITY, NAME, NEXT, PATH, PERIOD, PLACES, PROJECT,
    RANK, RELATION, RELATIONS, REPORT, REPORTS, SENTENCE, SIZE, SOURCE, SOURCE_ID, STAGE, STEP, Sheet, TARGET,
    TARGET_ID, THROUGH, UNIT, WEIGHT, WHEN, YEARS,
};
use super::tables::Lead;
use super::timeline::Event;
use crate::graph::file::ValueRow;

/// Columns of what is said: relations, and facts with their value in place of the tail.
pub(super) const SAID: [Column; 13] = [
    SOURCE, RELATION, TARGET, UNIT, DENIED, MODALITY, PERIOD, CONFIDENCE, SENTENCE, REPORT, BYTES, SOURCE_ID, TARGET_ID,
];

/// Sentence, report and bytes of the first place that says something.
pub(super) fn cited(evidence: &[Citation]) -> [Cell; 3] {
    match evidence.first() {
        None => [Cell::Empty, Cell::Empty, Cell::Empty],
        Some(place) => [
            place.quote.clone().map_or(Cell::Empty, Cell::Sentence),
            Cell::text(&place.path),
            Cell::Text(format!("{}–{}", place.raw[0], place.raw[1])),
        ],
    }
}

/// Modality, period, confidence, sentence, report and bytes of what is said.
fn backed(modality: &str, period: Option<&str>, confidence: f64, evidence: &[Citation]) -> [Cell; 6] {
    let [sentence, report, bytes] = cited(evidence);
    [Cell::Modality(modality.into()), Cell::optional(period), Cell::Number(confidence), sentence, report, bytes]
}

/// The cells of [`SAID`].
pub(super) fn claimed(claim: &Claim) -> Vec<Cell> {
    let mut row = vec![
        Cell::text(&claim.source.name),
        Cell::Relation(claim.relation.clone(), claim.denied),
        Cell::text(&claim.target.name),
        Cell::Empty,
        if claim.denied { Cell::text("true") } else { Cell::Empty },
    ];
    row.extend(backed(&claim.modality, claim.period.as_deref(), claim.confidence, &claim.evidence));
    row.extend([Cell::text(&claim.source.id), Cell::text(&claim.target.id)]);
    row
}

/// The cells of [`SAID`].
pub(super) fn stated(fact: &Statement) -> Vec<Cell> {
    let mut row = vec![
        Cell::text(&fact.entity.name),
        Cell::Attribute(fact.attribute.clone(), fact.indicator.clone()),
        value(fact),
        Cell::optional(fact.unit.as_deref()),
        Cell::Empty,
    ];
    row.extend(backed(&fact.modality, fact.period.as_deref(), fact.confidence, &fact.evidence));
    row.extend([Cell::text(&fact.entity.id), Cell::Empty]);
    row
}

/// The value of a fact.
pub(super) fn value(fact: &Statement) -> Cell {
    match &fact.value {
        ValueRow::Number(number) => Cell::Amount(*number, fact.unit.clone(), fact.bound.clone()),
        ValueRow::Text(text) => Cell::text(text),
    }
}

/// Name and kind.
pub(super) fn named(entity: &Named) -> [Cell; 2] {
    [Cell::text(&entity.name), Cell::Kind(entity.kind.clone())]
}

impl Found {
    /// A row for each entity: those met, or those that may be meant.
    pub fn sheet(&self) -> Sheet {
        let hits = if self.hits.is_empty() { &self.near } else { &self.hits };
        let row = |hit: &Hit| {
            let [name, kind] = named(&hit.entity);
            let met = (hit.name != hit.entity.name).then_some(hit.name.as_str());
            vec![name, kind, Cell::optional(met), Cell::Match(hit.by.name()), Cell::text(&hit.entity.id)]
        };
        Sheet::new([NAME, KIND, MET, BY, ID], hits.iter().map(row).collect())
    }
}

impl Profile {
    /// A row for each fact and each relation.
    pub fn sheet(&self) -> Sheet {
        let links = self.groups.iter().flat_map(|group| &group.links);
        let rows = self.facts.iter().map(stated).chain(links.map(|link| claimed(&link.claim)));
        Sheet::new(SAID, rows.collect())
    }
}

impl Neighbourhood {
    /// A row for each relation that leads to a neighbour.
    pub fn sheet(&self) -> Sheet {
        self.sheet_of(&self.neighbours).and_more(self.total - self.neighbours.len())
    }

    /// The same for some of its neighbours.
    pub fn sheet_of(&self, neighbours: &[Neighbour]) -> Sheet {
        let mut rows = Vec::new();
        for neighbour in neighbours {
            for claim in &neighbour.through {
                let distance = Cell::Count(neighbour.distance as usize);
                let head = [distance].into_iter().chain(named(&neighbour.entity));
                rows.push(head.chain([through(claim, &neighbour.entity)]).chain(claimed(claim)).collect());
            }
        }
        // Both ends of the relation are told by then.
        let said =
            SAID.map(|column| Column { told: column.told && ![SOURCE, RELATION, TARGET].contains(&column), ..column });
        let columns = [&[DISTANCE, NAME, KIND, THROUGH], &said[..]].concat();
        Sheet::new(columns, rows)
    }
}

/// The relation and its other end, with an arrow from head to tail.
fn through(claim: &Claim, entity: &Named) -> Cell {
    let relation = Cell::Relation(claim.relation.clone(), claim.denied);
    let parts = if claim.source == *entity {
        vec![relation, Cell::text("→"), Cell::text(&claim.target.name)]
    } else {
        vec![Cell::text(&claim.source.name), Cell::text("→"), relation]
    };
    Cell::Phrase(parts)
}

/// A row for each entity.
pub fn entry_sheet(entries: &[Entry]) -> Sheet {
    let row = |entry: &Entry| {
        let [name, kind] = named(&entry.entity);
        let [sentence, report, bytes] = cited(&entry.evidence);
        vec![
            name,
            kind,
            several(entry.places.iter().map(|place| &place.name)),
            Cell::optional(entry.stage.as_deref()),
            Cell::optional(entry.next.as_deref()),
            entry.investment.map_or(Cell::Empty, |amount| Cell::Amount(amount, Some("元".into()), None)),
            Cell::optional(entry.years.as_deref()),
            Cell::Count(entry.mentions),
            Cell::Count(entry.relations),
            Cell::Count(entry.facts),
            entry.confidence.map_or(Cell::Empty, Cell::Number),
            Cell::Count(entry.reports),
            several(&entry.aliases),
            Cell::optional(entry.code.as_deref()),
            Cell::optional(entry.level.as_deref()),
            sentence,
            report,
            bytes,
            Cell::text(&entry.entity.id),
        ]
    };
    let id = Column { told: false, ..ID };
    let columns = [
        NAME, KIND, PLACES, STAGE, NEXT, INVESTMENT, YEARS, MENTIONS, RELATIONS, FACTS, CONFIDENCE, REPORTS, ALIASES,
        CODE, LEVEL, SENTENCE, REPORT, BYTES, id,
    ];
    Sheet::new(columns, entries.iter().map(row).collect())
}

/// A row for each relation.
pub fn relation_sheet(claims: &[Claim]) -> Sheet {
    Sheet::new(SAID, claims.iter().map(claimed).collect())
}

/// A row for each fact.
pub fn fact_sheet(facts: &[Statement]) -> Sheet {
    Sheet::new(SAID, facts.iter().map(stated).collect())
}

/// A row for each event, years first.
pub fn timeline_sheet(events: &[Event]) -> Sheet {
    let row = |event: &Event| {
        let mut cells = match event {
            Event::Fact(fact) => stated(fact),
            Event::Relation(claim) => claimed(claim),
        };
        let years = cells.remove(YEARS_AT);
        cells.insert(0, years);
        cells
    };
    let mut columns = SAID.to_vec();
    let years = columns.remove(YEARS_AT);
    columns.insert(0, years);
    Sheet::new(columns, events.iter().map(row).collect())
}

/// The place of [`PERIOD`] in [`SAID`].
const YEARS_AT: usize = 6;

/// A row for each entity.
pub fn rank_sheet(rows: &[Ranked]) -> Sheet {
    let row = |ranked: &Ranked| {
        let [name, kind] = named(&ranked.entity);
        vec![Cell::Count(ranked.rank), name, kind, Cell::Number(ranked.weight), Cell::text(&ranked.entity.id)]
    };
    Sheet::new([RANK, NAME, KIND, WEIGHT, ID], rows.iter().map(row).collect())
}

/// A row for each community.
pub fn group_sheet(rows: &[Community]) -> Sheet {
    let row = |group: &Community| {
        let kinds =
            group.kinds.iter().map(|(kind, count)| Cell::Phrase(vec![Cell::Kind(kind.clone()), Cell::Count(*count)]));
        vec![
            Cell::text(&group.center.name),
            Cell::Count(group.size),
            Cell::Several(kinds.collect()),
            several(group.members.iter().map(|member| &member.name)),
            Cell::text(&group.center.id),
        ]
    };
    let id = Column { told: false, ..ID };
    Sheet::new([CENTER, SIZE, KINDS, MEMBERS, id], rows.iter().map(row).collect())
}

/// A row for each lead.
pub fn lead_sheet(leads: &[Lead]) -> Sheet {
    let row = |lead: &Lead| {
        let stage = |fact: &Option<Statement>| fact.as_ref().map_or(Cell::Empty, value);
        let when = |fact: &Option<Statement>| Cell::optional(fact.as_ref().and_then(|fact| fact.period.as_deref()));
        let settles = || lead.relations.first().filter(|_| lead.project.is_none());
        let reached = match (&lead.stage, settles()) {
            (None, Some(claim)) if lead.next.is_none() => Cell::Relation(claim.relation.clone(), claim.denied),
            _ => stage(&lead.stage),
        };
        let years = match settles() {
            Some(claim) if lead.stage.is_none() && lead.next.is_none() => Cell::optional(claim.period.as_deref()),
            _ => when(&lead.stage),
        };
        let facts = [&lead.stage, &lead.next, &lead.amount].into_iter().flatten().map(|fact| &fact.evidence);
        let said = facts.chain(lead.relations.iter().map(|claim| &claim.evidence)).next();
        let [sentence, report, bytes] = cited(said.map_or(&[], Vec::as_slice));
        vec![
            several(lead.firms.iter().map(|firm| &firm.name)),
            lead.project.as_ref().map_or(Cell::Empty, |project| Cell::text(&project.name)),
            several(lead.places.iter().map(|place| &place.name)),
            stage(&lead.amount),
            reached,
            years,
            stage(&lead.next),
            when(&lead.next),
            sentence,
            report,
            bytes,
        ]
    };
    let columns = [FIRMS, PROJECT, PLACES, AMOUNT, STAGE, PERIOD, NEXT, WHEN, SENTENCE, REPORT, BYTES];
    Sheet::new(columns, leads.iter().map(row).collect())
}

/// A row for each honour and holder.
pub fn honour_sheet(claims: &[Claim]) -> Sheet {
    let row = |claim: &Claim| {
        let mut row = named(&claim.source).to_vec();
        row.push(Cell::text(&claim.target.name));
        row.extend(backed(&claim.modality, claim.period.as_deref(), claim.confidence, &claim.evidence));
        row
    };
    let columns = [HOLDER, KIND, HONOUR, MODALITY, PERIOD, CONFIDENCE, SENTENCE, REPORT, BYTES];
    Sheet::new(columns, claims.iter().map(row).collect())
}

fn several<S: AsRef<str>>(words: impl IntoIterator<Item = S>) -> Cell {
    let cells: Vec<Cell> = words.into_iter().map(|word| Cell::text(word.as_ref())).collect();
    if cells.is_empty() { Cell::Empty } else { Cell::Several(cells) }
}

/// A row for each relation on each step of each path.
pub fn path_sheet(paths: &[Path]) -> Sheet {
    let mut rows = Vec::new();
    for (number, path) in paths.iter().enumerate() {
        for (step, claims) in path.steps.iter().enumerate() {
            let head = [Cell::Count(number + 1), Cell::Count(step + 1)];
            rows.extend(claims.iter().map(|claim| [head.to_vec(), claimed(claim)].concat()));
        }
    }
    Sheet::new([&[PATH, STEP], &SAID[..]].concat(), rows)
}
