//! What typed names mean in a graph.

use tuzhi::error::{Error, Result};
use tuzhi::graph::Snapshot;
use tuzhi::query::{Filter, Found, Match, Sieve, find_among};

use super::args::Wanted;
use super::screen::Screen;

/// Looks names up, and complains of those that mean nothing.
pub struct Meant<'a> {
    /// The graph.
    pub graph: &'a Snapshot,
    /// How sure entities must be to be meant.
    pub least: Option<f64>,
    /// Where notes go.
    pub screen: &'a Screen,
}

impl<'a> Meant<'a> {
    /// The entities that a name means, one at least.
    pub fn found(&self, name: &str) -> Result<Found> {
        self.among(name, |_| true)
    }

    /// The same among some entities.
    pub fn among(&self, name: &str, keep: impl Fn(usize) -> bool) -> Result<Found> {
        let sure =
            |node| self.least.is_none_or(|least| self.graph.node_confidence(node).is_none_or(|sure| sure >= least));
        self.met(name, find_among(self.graph, name, |node| sure(node) && keep(node)))
    }

    /// The entity that a name means best. Where others bear the same name, a note tells so.
    pub fn one(&self, name: &str) -> Result<usize> {
        Ok(self.first(name, &self.found(name)?))
    }

    /// What the options ask for.
    pub fn sieve(&self, wanted: &Wanted) -> Result<Sieve<'a>> {
        let filter = Filter {
            kinds: wanted.kinds.clone(),
            relations: wanted.relations.clone(),
            period: wanted.period,
            modalities: wanted.modalities.clone(),
            place: wanted.place.as_deref().map(|name| self.place(name)).transpose()?,
            min_confidence: wanted.min_confidence,
            documents: wanted.document.as_deref().map_or(Ok(Vec::new()), |words| self.documents(words))?,
        };
        Ok(Sieve::new(self.graph, &filter))
    }

    fn place(&self, name: &str) -> Result<usize> {
        let found = self.among(name, |node| matches!(self.graph.kind(node), "region" | "town" | "site"))?;
        Ok(self.first(name, &found))
    }

    fn documents(&self, words: &str) -> Result<Vec<usize>> {
        let met = self.graph.documents().iter().enumerate().filter(|(_, row)| {
            row.id == words || row.path.contains(words) || row.title.as_ref().is_some_and(|title| title.contains(words))
        });
        let met: Vec<usize> = met.map(|(at, _)| at).collect();
        if met.is_empty() { Err(self.fault(&(self.screen.messages().no_document)(words))) } else { Ok(met) }
    }

    fn met(&self, name: &str, found: Found) -> Result<Found> {
        if !found.hits.is_empty() {
            return Ok(found);
        }
        let near: Vec<&str> = found.near.iter().map(|hit| hit.name.as_str()).collect();
        Err(self.fault(&(self.screen.messages().unknown)(name, &near)))
    }

    fn first(&self, name: &str, found: &Found) -> usize {
        let [first, others @ ..] = found.best() else { return 0 };
        let whole = matches!(first.by, Match::Id | Match::Name | Match::Alias);
        if !whole || !others.is_empty() {
            let others: Vec<&str> = others.iter().take(3).map(|hit| hit.entity.id.as_str()).collect();
            self.screen.note(&(self.screen.messages().taken_for)(name, &first.entity.id, &others));
        }
        first.node
    }

    fn fault(&self, words: &str) -> Error {
        Error::Check(format!("{}: {words}", self.graph.path()).into())
    }
}
