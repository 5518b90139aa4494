//! The answers to questions, as JSON: what the API gives and what agents are told.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::{Value, json};

use super::arguments::Arguments;
use super::live::{Live, Loaded};
use super::passage::passage;
use super::problem::Problem;
use crate::graph::Snapshot;
use crate::ontology::{Attribute, Kind};
use crate::query::{
    Claim, Filter, Found, Match, Named, Page, Sieve, Statement, describe, entities, facts, find, find_among,
    neighbours, paths, relations,
};

/// Rows told where no number is asked for.
const USUAL: usize = 50;

/// Answers a question of the description.
///
/// # Errors
/// A problem that says what is wrong with the question, or with the graph's file.
pub fn answer(live: &Live, loaded: &Loaded, question: &str, asked: &Arguments) -> Result<Value, Problem> {
    let asking = Asking { graph: &loaded.graph, asked };
    match question {
        "search" => asking.search(),
        "entity" => asking.entity(),
        "neighbours" => asking.neighbours(),
        "path" => asking.path(),
        "facts" => asking.facts(),
        "relations" => asking.relations(),
        "list" => asking.list(),
        "compare" => asking.compare(),
        "documents" => asking.documents(),
        "evidence" => passage(live, loaded, asked),
        _ => Err(Problem::not_found(format!("there is no question “{question}”"))),
    }
}

struct Asking<'a> {
    graph: &'a Snapshot,
    asked: &'a Arguments,
}

impl<'a> Asking<'a> {
    fn search(&self) -> Result<Value, Problem> {
        let sieve = self.sieve()?;
        let words = self.asked.text("q").unwrap_or_default();
        let Found { hits, near } = find_among(self.graph, words, |node| sieve.keeps_node(node));
        let items = self.page().of(&hits);
        Ok(self.paged(hits.len(), json!({ "items": value(&items)?, "near": value(&near)? })))
    }

    fn entity(&self) -> Result<Value, Problem> {
        let limit = self.page().limit;
        let mut profile = value(&describe(&self.sieve()?, self.node("id")?)?)?;
        profile["facts_total"] = shorten(&mut profile["facts"], limit);
        for group in profile["groups"].as_array_mut().into_iter().flatten() {
            group["total"] = shorten(&mut group["links"], limit);
        }
        Ok(profile)
    }

    fn neighbours(&self) -> Result<Value, Problem> {
        let depth = u32::try_from(self.asked.count("depth", 1)).unwrap_or(1);
        let found = neighbours(&self.sieve()?, self.node("id")?, depth, self.page())?;
        Ok(self.paged(found.total, json!({ "center": value(&found.center)?, "items": value(&found.neighbours)? })))
    }

    fn path(&self) -> Result<Value, Problem> {
        let (from, to) = (self.node("from")?, self.node("to")?);
        let avoid = self.asked.texts("avoid");
        let avoid = avoid.into_iter().map(|name| self.named(name, None)).collect::<Result<Vec<_>, _>>()?;
        let found = paths(&self.sieve()?, from, to, self.asked.count("count", 3), &avoid)?;
        let end = |node| value(&Named::of(self.graph, node));
        Ok(json!({ "from": end(from)?, "to": end(to)?, "items": value(&found)? }))
    }

    fn facts(&self) -> Result<Value, Problem> {
        let attributes: Vec<Attribute> = self.asked.texts("attribute").iter().flat_map(|name| name.parse()).collect();
        let sieve = self.sieve()?;
        if self.asked.text("id").is_none() {
            let found = facts(&sieve, &attributes, self.page())?;
            return Ok(self.paged(found.total, json!({ "items": value(&found.rows)? })));
        }
        let mut told = describe(&sieve, self.node("id")?)?.facts;
        let wanted = |fact: &Statement| attributes.iter().any(|attribute| attribute.name() == fact.attribute);
        told.retain(|fact| attributes.is_empty() || wanted(fact));
        Ok(self.paged(told.len(), json!({ "items": value(&self.page().of(&told))? })))
    }

    fn relations(&self) -> Result<Value, Problem> {
        let found = relations(&self.sieve()?, self.page())?;
        Ok(self.paged(found.total, json!({ "items": value(&found.rows)? })))
    }

    fn list(&self) -> Result<Value, Problem> {
        let found = entities(&self.sieve()?, self.page())?;
        Ok(self.paged(found.total, json!({ "items": value(&found.rows)? })))
    }

    fn documents(&self) -> Result<Value, Problem> {
        let rows = self.graph.documents();
        Ok(self.paged(rows.len(), json!({ "items": value(&self.page().of(rows))? })))
    }

    /// Two entities side by side: relations between them, what both hang together with, facts.
    fn compare(&self) -> Result<Value, Problem> {
        let (a, b) = (self.node("a")?, self.node("b")?);
        let sieve = self.sieve()?;
        let beside = |node: usize| {
            let mut found: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
            let leaving = self.graph.outgoing(node).map(|edge| (self.graph.ends(edge).1, edge));
            let reaching = self.graph.incoming(node).map(|edge| (self.graph.ends(edge).0, edge));
            for (other, edge) in leaving.chain(reaching).filter(|(_, edge)| sieve.keeps_edge(*edge)) {
                found.entry(other).or_default().push(edge);
            }
            found
        };
        let claims = |edges: &[usize]| -> Result<Value, Problem> {
            value(&edges.iter().map(|edge| Claim::of(self.graph, *edge)).collect::<Result<Vec<_>, _>>()?)
        };
        let (of_a, of_b) = (beside(a), beside(b));
        let both: Vec<usize> = of_a.keys().copied().filter(|node| of_b.contains_key(node)).collect();
        let both: Vec<usize> = both.into_iter().filter(|node| sieve.keeps_node(*node)).collect();
        let shared = self.page().of(&both).iter().map(|node| {
            let entity = value(&Named::of(self.graph, *node))?;
            Ok(json!({ "entity": entity, "a": claims(&of_a[node])?, "b": claims(&of_b[node])? }))
        });
        let mut facts: BTreeMap<(String, Option<String>), [Vec<Statement>; 2]> = BTreeMap::new();
        for (side, node) in [a, b].into_iter().enumerate() {
            for fact in describe(&sieve, node)?.facts {
                let sort = (fact.attribute.clone(), fact.indicator.clone());
                facts.entry(sort).or_default()[side].push(fact);
            }
        }
        // What both have stands first.
        let mut facts: Vec<_> = facts.into_iter().collect();
        facts.sort_by_key(|(_, sides)| sides.iter().any(Vec::is_empty));
        let facts = facts.iter().take(self.page().limit).map(|((attribute, indicator), [a, b])| {
            Ok(json!({ "attribute": attribute, "indicator": indicator, "a": value(a)?, "b": value(b)? }))
        });
        Ok(json!({
            "a": value(&Named::of(self.graph, a))?,
            "b": value(&Named::of(self.graph, b))?,
            "between": claims(of_a.get(&b).map_or(&[], Vec::as_slice))?,
            "shared_total": both.len(),
            "shared": shared.collect::<Result<Vec<_>, Problem>>()?,
            "facts": facts.collect::<Result<Vec<_>, Problem>>()?,
        }))
    }

    fn page(&self) -> Page {
        Page { offset: self.asked.count("offset", 0), limit: self.asked.count("limit", USUAL) }
    }

    /// Puts the numbers of a page to its rows. Whoever knows the address fills in `next`.
    fn paged(&self, total: usize, mut rows: Value) -> Value {
        let Page { offset, limit } = self.page();
        rows["total"] = total.into();
        rows["offset"] = offset.into();
        rows["limit"] = limit.into();
        let next = offset.saturating_add(limit);
        rows["next"] = if next < total { next.into() } else { Value::Null };
        rows
    }

    fn sieve(&self) -> Result<Sieve<'a>, Problem> {
        let asked = self.asked;
        let mut documents = Vec::new();
        for id in asked.texts("document") {
            let place = self.graph.documents().iter().position(|row| row.id == id);
            documents.push(place.ok_or_else(|| Problem::not_found(format!("there is no report “{id}”")))?);
        }
        let place = |node: usize| {
            [Kind::Region, Kind::Town, Kind::Site].iter().any(|kind| kind.name() == self.graph.kind(node))
        };
        let period = asked.text("period").map(str::parse).transpose();
        let filter = Filter {
            kinds: asked.texts("kind").iter().flat_map(|name| name.parse()).collect(),
            relations: asked.texts("relation").iter().flat_map(|name| name.parse()).collect(),
            period: period.map_err(Problem::bad_request)?,
            modalities: asked.texts("modality").iter().flat_map(|name| name.parse()).collect(),
            place: asked.text("place").map(|name| self.named(name, Some(&place))).transpose()?,
            min_confidence: asked.number("confidence"),
            documents,
        };
        Ok(Sieve::new(self.graph, &filter))
    }

    fn node(&self, parameter: &str) -> Result<usize, Problem> {
        self.named(self.asked.text(parameter).unwrap_or_default(), None)
    }

    /// The entity of an id, or the only one of a name.
    fn named(&self, name: &str, keep: Option<&dyn Fn(usize) -> bool>) -> Result<usize, Problem> {
        // An id needs no search among all names.
        if let Some(node) = self.graph.node_of(name).filter(|node| keep.is_none_or(|keep| keep(*node))) {
            return Ok(node);
        }
        let Found { hits, near } = match keep {
            Some(keep) => find_among(self.graph, name, keep),
            None => find(self.graph, name),
        };
        let best = hits.first().map(|hit| hit.by);
        let alike: Vec<_> = hits.iter().filter(|hit| Some(hit.by) == best).collect();
        if let ([only], Some(Match::Id | Match::Name | Match::Alias)) = (alike.as_slice(), best) {
            return Ok(only.node);
        }
        let near: Vec<String> = hits.iter().chain(&near).take(10).map(|hit| hit.entity.id.clone()).collect();
        let reason = match best {
            Some(Match::Name | Match::Alias) => format!("several things are called “{name}”; name one by its id"),
            _ => format!("nothing is called “{name}”; search finds names by their parts"),
        };
        Err(Problem::not_found(reason).with_near(near))
    }
}

/// Cuts a list and tells how long it was.
fn shorten(list: &mut Value, limit: usize) -> Value {
    let Some(rows) = list.as_array_mut() else { return 0.into() };
    let total = rows.len();
    rows.truncate(limit);
    total.into()
}

fn value(rows: &impl Serialize) -> Result<Value, Problem> {
    serde_json::to_value(rows).map_err(|error| crate::error::Error::Check(error.to_string().into()).into())
}
