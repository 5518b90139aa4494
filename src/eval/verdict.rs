//! Which claims of an extraction are right, one by one.

use std::collections::{BTreeMap, BTreeSet};

use super::compare::Comparable;
use super::found::Found;
use super::gold::{Gold, GoldEntity};
use super::score::{Scorer, key};

/// Whether each claim is right; `None` for what the annotation accepts and does not ask for,
/// which the scores leave out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Verdicts {
    /// Of the entities, in the order of [`Found::nodes`].
    pub nodes: Vec<Option<bool>>,
    /// Of the facts of each entity.
    pub facts: Vec<Vec<Option<bool>>>,
    /// Of the relations, in the order of [`Found::edges`].
    pub edges: Vec<Option<bool>>,
}

/// Judges the claims of `found` by the rules of [`super::score()`].
pub fn verdicts(found: &Found, gold: &Gold) -> Verdicts {
    let scorer = Scorer::new(gold, None);
    let mut matched: BTreeMap<&str, &GoldEntity> = BTreeMap::new();
    let mut taken: BTreeSet<&str> = BTreeSet::new();
    let mut verdicts = Verdicts::default();
    for node in &found.nodes {
        let entity = scorer.find(node, true);
        if let Some(entity) = entity {
            matched.insert(&node.id, entity);
        }
        verdicts.nodes.push(match entity {
            Some(entity) if !scorer.asked_for(entity) => None,
            // A second node for the same thing is wrong.
            Some(entity) => Some(taken.insert(&entity.id)),
            None => Some(false),
        });
    }
    let (mut wanted, mut accepted) = (BTreeSet::new(), BTreeSet::new());
    for relation in &scorer.gold.relations {
        let list = if relation.core { &mut wanted } else { &mut accepted };
        list.insert(key(&relation.head, &relation.kind, &relation.tail));
    }
    for edge in &found.edges {
        let ends = [&edge.source, &edge.target].map(|id| matched.get(id.as_str()).copied());
        let key = match ends {
            [Some(head), Some(tail)] => Some(key(&head.id, &edge.kind, &tail.id)),
            _ => None,
        };
        let optional = ends.iter().flatten().any(|entity| !entity.core);
        verdicts.edges.push(match key {
            Some(key) if wanted.contains(&key) => Some(true),
            Some(key) if accepted.contains(&key) => None,
            _ if optional => None,
            _ => Some(false),
        });
    }
    verdicts.facts = facts(found, gold, &matched);
    verdicts
}

fn facts(found: &Found, gold: &Gold, matched: &BTreeMap<&str, &GoldEntity>) -> Vec<Vec<Option<bool>>> {
    let (mut wanted, mut accepted) = (BTreeSet::new(), BTreeSet::new());
    for fact in &gold.facts {
        let list = if fact.core { &mut wanted } else { &mut accepted };
        list.insert((fact.entity.as_str(), fact.attribute.as_str(), Comparable::of(&fact.value)));
    }
    let of_node = |node: &super::found::FoundNode| {
        let bearer = matched.get(node.id.as_str());
        let verdict = |fact: &super::found::FoundFact| {
            let bearer = match bearer {
                Some(bearer) if !bearer.core => return None,
                Some(bearer) => bearer.id.as_str(),
                None => return Some(false),
            };
            let key = (bearer, fact.attribute.as_str(), Comparable::of(&fact.value));
            if wanted.contains(&key) {
                return Some(true);
            }
            if accepted.contains(&key) { None } else { Some(false) }
        };
        node.facts.iter().map(verdict).collect()
    };
    found.nodes.iter().map(of_node).collect()
}
