//! What is said of something, year by year.

use serde::Serialize;

use super::cite::{Citation, Claim, Statement};
use super::describe::{describe, place_of_modality};
use super::filter::Sieve;
use crate::error::Result;
use crate::model::Period;

/// Something that is said of an entity.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// A fact.
    Fact(Statement),
    /// A relation.
    Relation(Claim),
}

impl Event {
    /// The years it speaks of.
    pub fn period(&self) -> Option<&str> {
        match self {
            Self::Fact(fact) => fact.period.as_deref(),
            Self::Relation(claim) => claim.period.as_deref(),
        }
    }

    fn evidence(&self) -> &[Citation] {
        match self {
            Self::Fact(fact) => &fact.evidence,
            Self::Relation(claim) => &claim.evidence,
        }
    }

    fn modality(&self) -> &str {
        match self {
            Self::Fact(fact) => &fact.modality,
            Self::Relation(claim) => &claim.modality,
        }
    }

    /// By years, those that end first before those that last; then by the day on which it was
    /// said, what is done before what is planned, and by place. What has no years comes last.
    fn order(&self) -> impl Ord + '_ {
        let years = self.period().and_then(|years| years.parse::<Period>().ok());
        let place = self.evidence().first().map(|place| (&place.date, &place.document, place.start));
        (years.is_none(), years, place.map(|(date, ..)| date), place_of_modality(self.modality()), place)
    }
}

/// All that is said of an entity and let through, in the order of years.
///
/// # Errors
/// Those of [`crate::graph::Snapshot::node`] and [`crate::graph::Snapshot::edge`].
pub fn timeline(sieve: &Sieve<'_>, node: usize) -> Result<Vec<Event>> {
    let profile = describe(sieve, node)?;
    let links = profile.groups.into_iter().flat_map(|group| group.links);
    let relations = links.map(|link| Event::Relation(link.claim));
    let mut events: Vec<Event> = profile.facts.into_iter().map(Event::Fact).chain(relations).collect();
    events.sort_by(|a, b| a.order().cmp(&b.order()));
    Ok(events)
}
