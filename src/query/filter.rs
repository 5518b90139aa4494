//! What is let through: kinds, relations, years, modality, place, confidence, reports.

use std::collections::BTreeSet;

use super::place::inside;
use crate::graph::Snapshot;
use crate::graph::file::FactRow;
use crate::model::Period;
use crate::ontology::{Kind, Modality, RelationType};

/// What is asked for. An empty list, like `None`, asks for nothing and lets everything through.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Filter {
    /// Kinds of entities.
    pub kinds: Vec<Kind>,
    /// Relation types.
    pub relations: Vec<RelationType>,
    /// Years: what speaks of any of them is let through, what names no year is not.
    pub period: Option<Period>,
    /// Done, ongoing, planned.
    pub modalities: Vec<Modality>,
    /// The number of a place: entities that lie in it are let through.
    pub place: Option<usize>,
    /// How sure entities, relations and facts must be, 0 to 1.
    pub min_confidence: Option<f64>,
    /// Places of reports in [`Snapshot::documents`]: what one of them says is let through.
    pub documents: Vec<usize>,
}

impl Filter {
    /// Whether it asks anything of relations and facts.
    pub fn asks_of_statements(&self) -> bool {
        !self.relations.is_empty() || self.asks_of_facts()
    }

    /// Whether it asks anything that facts can answer.
    fn asks_of_facts(&self) -> bool {
        self.period.is_some() || !self.modalities.is_empty() || !self.documents.is_empty()
    }

    /// Whether it lets everything through.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// A filter made ready for one graph.
#[derive(Debug)]
pub struct Sieve<'g> {
    graph: &'g Snapshot,
    filter: Filter,
    /// Numbers of the texts that are let through; `None` for all.
    kinds: Option<Vec<u32>>,
    relations: Option<Vec<u32>>,
    modalities: Option<Vec<u32>>,
    periods: Option<Vec<u32>>,
    inside: Option<Vec<bool>>,
    documents: Option<BTreeSet<u32>>,
}

impl<'g> Sieve<'g> {
    /// Makes a filter ready.
    pub fn new(graph: &'g Snapshot, filter: &Filter) -> Self {
        let words = graph.vocabulary();
        let chosen = |wanted: Vec<&str>, of: &[u32]| {
            let named = |text: &u32| wanted.contains(&graph.text(*text));
            (!wanted.is_empty()).then(|| of.iter().copied().filter(named).collect())
        };
        let periods = filter.period.map(|wanted| {
            let speaks = |text: &u32| touches(graph.text(*text), wanted);
            words.periods.iter().copied().filter(speaks).collect()
        });
        let documents = filter.documents.iter().filter_map(|at| u32::try_from(*at).ok()).collect();
        Self {
            graph,
            kinds: chosen(filter.kinds.iter().map(|kind| kind.name()).collect(), &words.kinds),
            relations: chosen(filter.relations.iter().map(|kind| kind.name()).collect(), &words.relations),
            modalities: chosen(filter.modalities.iter().map(|one| one.name()).collect(), &words.modalities),
            periods,
            inside: filter.place.map(|place| inside(graph, place)),
            documents: (!filter.documents.is_empty()).then_some(documents),
            filter: filter.clone(),
        }
    }

    /// What it was made of.
    pub fn filter(&self) -> &Filter {
        &self.filter
    }

    /// The graph it was made for.
    pub fn graph(&self) -> &'g Snapshot {
        self.graph
    }

    /// Whether an entity itself is let through: its kind, where it lies, how sure it is. The place
    /// asked for does not lie in itself.
    pub fn keeps_node(&self, node: usize) -> bool {
        let sure = self.graph.node_confidence(node);
        self.kinds.as_ref().is_none_or(|kinds| kinds.contains(&self.graph.kind_text(node)))
            && self.inside.as_ref().is_none_or(|inside| inside[node] && self.filter.place != Some(node))
            && self.filter.min_confidence.is_none_or(|least| sure.is_none_or(|sure| sure >= least))
    }

    /// Whether a relation itself is let through, whatever its ends are.
    pub fn keeps_edge(&self, edge: usize) -> bool {
        let holds = |set: &Option<Vec<u32>>, text: u32| set.as_ref().is_none_or(|set| set.contains(&text));
        let said = |documents: &BTreeSet<u32>| {
            self.graph.edge_documents(edge).iter().any(|document| documents.contains(document))
        };
        holds(&self.relations, self.graph.relation_text(edge))
            && holds(&self.modalities, self.graph.modality_text(edge))
            && holds(&self.periods, self.graph.period_text(edge))
            && self.filter.min_confidence.is_none_or(|least| self.graph.edge_confidence(edge) >= least)
            && self.documents.as_ref().is_none_or(said)
    }

    /// Whether a fact itself is let through, whatever bears it. Relation types are not asked of facts.
    pub fn keeps_fact(&self, fact: &FactRow) -> bool {
        let Filter { modalities, period, min_confidence, .. } = &self.filter;
        let said = |documents: &BTreeSet<u32>| {
            let listed = |id: &str| documents.iter().any(|at| self.graph.documents()[*at as usize].id == id);
            fact.evidence.iter().any(|place| listed(&place.document))
        };
        (modalities.is_empty() || modalities.iter().any(|modality| modality.name() == fact.modality))
            && period.is_none_or(|wanted| fact.period.as_deref().is_some_and(|years| touches(years, wanted)))
            && min_confidence.is_none_or(|least| fact.confidence >= least)
            && self.documents.as_ref().is_none_or(said)
    }

    /// Whether an entity is let through and, where the filter asks for relations, years, modality
    /// or reports, has a relation or a fact that is.
    ///
    /// # Errors
    /// Those of [`Snapshot::node`].
    pub fn keeps_entity(&self, node: usize) -> crate::error::Result<bool> {
        if !self.keeps_node(node) {
            return Ok(false);
        }
        if !self.filter.asks_of_statements() {
            return Ok(true);
        }
        let edges = self.graph.outgoing(node).chain(self.graph.incoming(node));
        if edges.into_iter().any(|edge| self.keeps_edge(edge)) {
            return Ok(true);
        }
        let named = |documents: &BTreeSet<u32>| {
            self.graph.node_documents(node).iter().any(|document| documents.contains(document))
        };
        let Filter { relations, period, modalities, .. } = &self.filter;
        if !relations.is_empty() || !self.documents.as_ref().is_none_or(named) {
            return Ok(false);
        }
        // A report that names an entity and says nothing of it still answers what is in it.
        let bare = period.is_none() && modalities.is_empty();
        Ok(bare || self.graph.node(node)?.facts.iter().any(|fact| self.keeps_fact(fact)))
    }
}

/// Whether years in words (`2021`, `2021-2025`) and years asked for have one in common.
fn touches(years: &str, wanted: Period) -> bool {
    years.parse::<Period>().is_ok_and(|years| years.first <= wanted.last && wanted.first <= years.last)
}
