//! Rows and columns of each answer.

use super::cite::{Citation, Claim, Named, Statement};
use super::describe::Profile;
use super::find::{Found, Hit};
use super::neighbours::Neighbourhood;
use super::path::Path;
use super::sheet::{
    BY, BYTES, CONFIDENCE, Cell, Column, DENIED, DISTANCE, ID, KIND, MET, MODALITY, NAME, PATH, PERIOD, RELATION,
    REPORT, SENTENCE, SOURCE, SOURCE_ID, STEP, Sheet, TARGET, TARGET_ID, THROUGH, UNIT,
};
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

/// The cells of [`SAID`].
pub(super) fn claimed(claim: &Claim) -> Vec<Cell> {
    let [sentence, report, bytes] = cited(&claim.evidence);
    vec![
        Cell::text(&claim.source.name),
        Cell::Relation(claim.relation.clone(), claim.denied),
        Cell::text(&claim.target.name),
        Cell::Empty,
        if claim.denied { Cell::text("true") } else { Cell::Empty },
        Cell::Modality(claim.modality.clone()),
        Cell::optional(claim.period.as_deref()),
        Cell::Number(claim.confidence),
        sentence,
        report,
        bytes,
        Cell::text(&claim.source.id),
        Cell::text(&claim.target.id),
    ]
}

/// The cells of [`SAID`].
pub(super) fn stated(fact: &Statement) -> Vec<Cell> {
    let [sentence, report, bytes] = cited(&fact.evidence);
    vec![
        Cell::text(&fact.entity.name),
        Cell::Attribute(fact.attribute.clone(), fact.indicator.clone()),
        value(fact),
        Cell::optional(fact.unit.as_deref()),
        Cell::Empty,
        Cell::Modality(fact.modality.clone()),
        Cell::optional(fact.period.as_deref()),
        Cell::Number(fact.confidence),
        sentence,
        report,
        bytes,
        Cell::text(&fact.entity.id),
        Cell::Empty,
    ]
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
        let mut rows = Vec::new();
        for neighbour in &self.neighbours {
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
        Sheet::new(columns, rows).and_more(self.total - self.neighbours.len())
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
