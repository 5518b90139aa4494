//! The stages of projects, from 签约 to 建成运营.

use crate::graph::file::{FactRow, ValueRow};
use crate::model::Period;
use crate::ontology::{Attribute, describe_attribute};

/// The place of a stage in the closed list of the ontology, and its name.
pub(super) fn order_of_stage(value: &ValueRow) -> Option<(usize, &'static str)> {
    let ValueRow::Text(text) = value else { return None };
    let stages = describe_attribute(Attribute::Status).values.iter().enumerate();
    stages.into_iter().find(|(_, stage)| *stage == text).map(|(at, stage)| (at, stage.as_str()))
}

/// How far something is.
pub(super) struct Stages<'f> {
    /// The last stage that is done or under way.
    pub(super) reached: Option<&'f FactRow>,
    /// The last stage that is promised, unless it was reached since.
    pub(super) promised: Option<&'f FactRow>,
}

/// The stages among the facts of an entity.
pub(super) fn stages(facts: &[FactRow]) -> Stages<'_> {
    let stages = facts.iter().filter(|fact| fact.attribute == Attribute::Status.name());
    let (ahead, reached): (Vec<&FactRow>, Vec<&FactRow>) = stages.partition(|fact| fact.modality == "planned");
    let reached = latest(reached.into_iter());
    let place = |fact: &FactRow| order_of_stage(&fact.value).map(|(at, _)| at);
    let open = |fact: &&&FactRow| reached.is_none_or(|known| place(known) < place(fact) && last(known) <= last(fact));
    Stages { reached, promised: latest(ahead.iter().filter(open).copied()) }
}

/// The last of some facts: by years, then by stage, then as they stand.
fn latest<'f>(facts: impl Iterator<Item = &'f FactRow>) -> Option<&'f FactRow> {
    facts.max_by_key(|fact| (last(fact), order_of_stage(&fact.value).map(|(at, _)| at)))
}

/// The last year that a fact speaks of.
fn last(fact: &FactRow) -> Option<u16> {
    fact.period.as_deref().and_then(|years| years.parse::<Period>().ok()).map(|years| years.last)
}
