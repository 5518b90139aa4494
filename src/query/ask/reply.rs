//! From a pattern and the words of its slots to an answer.

use serde::Serialize;

use super::{Answer, Card, Side, Slots, TABLE, words};
use crate::error::Result;
use crate::graph::Snapshot;
use crate::graph::file::ValueRow;
use crate::ontology::{Attribute, Kind, RelationType};
use crate::query::cite::{Claim, Statement};
use crate::query::describe::{Profile, describe};
use crate::query::filter::{Filter, Sieve};
use crate::query::list::{Entry, Listed, entities, facts};
use crate::query::neighbours::{Neighbourhood, neighbours};
use crate::query::page::Page;
use crate::query::path::{Path, paths};
use crate::query::tables::{Lead, honours, leads};
use crate::query::timeline::{Event, timeline};

/// An answer to a question.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Reply {
    /// All that is known of something.
    Profile(Box<Profile>),
    /// Entities.
    Entities(Vec<Entry>),
    /// What stands beside something.
    Around(Neighbourhood),
    /// How two things hang together.
    Paths(Vec<Path>),
    /// Values.
    Facts(Vec<Statement>),
    /// What is said of something, year by year.
    Timeline(Vec<Event>),
    /// Honours and their holders.
    Honours(Vec<Claim>),
    /// Firms and projects.
    Leads(Vec<Lead>),
}

impl Reply {
    /// Whether nothing was found.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Profile(_) => false,
            Self::Entities(rows) => rows.is_empty(),
            Self::Around(around) => around.neighbours.is_empty(),
            Self::Paths(rows) => rows.is_empty(),
            Self::Facts(rows) => rows.is_empty(),
            Self::Timeline(rows) => rows.is_empty(),
            Self::Honours(rows) => rows.is_empty(),
            Self::Leads(rows) => rows.is_empty(),
        }
    }
}

/// Paths told where a question asks how two things hang together.
const PATHS: usize = 3;

/// Answers the question that `card` read.
pub(super) fn reply(graph: &Snapshot, filter: &Filter, card: &Card, slots: &Slots) -> Result<Reply> {
    let table = &TABLE.words;
    let mut filter = filter.clone();
    if let Some(kind) = slots.words("kind") {
        filter.kinds = table.kinds_of(kind);
    }
    if let Some(modality) = slots.words("modality") {
        filter.modalities = table.modalities_of(modality);
    }
    if let Some(years) = slots.words("year").and_then(|year| words::years(graph, year)) {
        filter.period = Some(years);
    }
    filter.relations.extend(card.relations.iter().filter_map(|name| name.parse::<RelationType>().ok()));
    let place = slots.nodes.get("place").copied();
    let node = slots.node().unwrap_or_default();
    let within = |filter: Filter| Sieve::new(graph, &Filter { place: place.or(filter.place), ..filter });
    Ok(match card.answer {
        Answer::Profile => Reply::Profile(Box::new(describe(&Sieve::new(graph, &filter), node)?)),
        Answer::Entities => {
            let Listed { rows, .. } = entities(&within(filter), Page::ALL)?;
            Reply::Entities(rows)
        }
        Answer::Stages => {
            let wanted = slots.words("stage").map(|word| table.stages_of(word)).unwrap_or_default();
            // Whatever has a stage is called a project in such a question: parks and firms in a list too.
            if filter.kinds == [Kind::Project] {
                filter.kinds.clear();
            }
            let Listed { mut rows, .. } = facts(&within(filter), &[Attribute::Status], Page::ALL)?;
            rows.retain(|fact| matches!(&fact.value, ValueRow::Text(stage) if wanted.contains(&stage.as_str())));
            Reply::Facts(rows)
        }
        Answer::Around => {
            let mut around = neighbours(&Sieve::new(graph, &filter), node, 1, Page::ALL)?;
            for neighbour in &mut around.neighbours {
                neighbour.through.retain(|claim| match card.side {
                    Side::Head => claim.source == neighbour.entity,
                    Side::Tail => claim.target == neighbour.entity,
                    Side::Any => true,
                });
            }
            around.neighbours.retain(|neighbour| !neighbour.through.is_empty());
            around.total = around.neighbours.len();
            Reply::Around(around)
        }
        Answer::Path => {
            let other = slots.nodes.get("other").copied().unwrap_or_default();
            Reply::Paths(paths(&Sieve::new(graph, &filter), node, other, PATHS, &[])?)
        }
        Answer::Timeline => {
            let mut events = timeline(&Sieve::new(graph, &filter), node)?;
            if let Some(word) = slots.words("stage") {
                let wanted = table.stages_of(word);
                let said =
                    |fact: &Statement| matches!(&fact.value, ValueRow::Text(stage) if wanted.contains(&stage.as_str()));
                events.retain(|event| matches!(event, Event::Fact(fact) if said(fact)));
            }
            Reply::Timeline(events)
        }
        Answer::Facts => {
            // Without an attribute the question is how much is invested.
            let wanted = table.attributes_of(slots.words("attribute").unwrap_or("投资"));
            let mut rows = describe(&Sieve::new(graph, &filter), node)?.facts;
            rows.retain(|fact| wanted.iter().any(|attribute| attribute.name() == fact.attribute));
            Reply::Facts(rows)
        }
        Answer::Series => {
            let series = slots.words("series").unwrap_or_default();
            let mut rows = describe(&Sieve::new(graph, &filter), node)?.facts;
            rows.retain(|fact| fact.indicator.as_deref().is_some_and(|indicator| indicator.contains(series)));
            Reply::Facts(rows)
        }
        Answer::Awards => {
            let mut rows = honours(&Sieve::new(graph, &filter))?;
            rows.retain(|claim| claim.source.id == graph.id(node));
            Reply::Honours(rows)
        }
        Answer::Holders => {
            let mut rows = honours(&Sieve::new(graph, &filter))?;
            rows.retain(|claim| claim.target.id == graph.id(node));
            Reply::Honours(rows)
        }
        Answer::Leads => Reply::Leads(leads(&within(filter))?),
    })
}
