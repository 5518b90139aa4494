//! Precision, recall and F1 of an extraction against an annotation.
//!
//! The rules are those of the annotation's own scorer, to the digit:
//!
//! - **entities**: right when the name or an alias equals a name or alias of an annotated
//!   entity and the kind is its kind or one that is accepted too. A second node for the
//!   same entity is wrong. What is accepted but not asked for is left out.
//! - **names**: the same with the kind not looked at.
//! - **relations**: right when head, type and tail are; `cooperates_with` either way.
//! - **facts**: right when bearer, attribute and value are.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use super::compare::{Comparable, forms, normal};
use super::found::{Found, FoundEdge, FoundEvidence, FoundNode};
use super::gold::{Gold, GoldEntity};
use super::lines::Lines;

/// Counts of one part, and what follows from them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Part {
    /// Claims that are right.
    pub right: usize,
    /// Claims.
    pub predicted: usize,
    /// What is asked for.
    pub wanted: usize,
    /// How much of what is asked for was found; differs from `right` where a kind that is
    /// accepted too was claimed.
    pub found: usize,
}

impl Part {
    fn new(right: usize, predicted: usize, wanted: usize) -> Self {
        Self { right, predicted, wanted, found: right }
    }

    /// Part of the claims that are right, 0 to 1.
    pub fn precision(&self) -> f64 {
        ratio(self.right, self.predicted)
    }

    /// Part of what is asked for that was found, 0 to 1.
    pub fn recall(&self) -> f64 {
        ratio(self.found, self.wanted)
    }

    /// The harmonic mean of the two.
    pub fn f1(&self) -> f64 {
        let (p, r) = (self.precision(), self.recall());
        if p + r > 0.0 { 2.0 * p * r / (p + r) } else { 0.0 }
    }

    /// Both counted together (the micro average of several texts).
    pub fn and(&self, other: &Self) -> Self {
        Self {
            right: self.right + other.right,
            predicted: self.predicted + other.predicted,
            wanted: self.wanted + other.wanted,
            found: self.found + other.found,
        }
    }
}

fn ratio(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

/// The scores of one text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Scores {
    /// Entities with their kinds.
    pub entities: Part,
    /// Entities by name alone.
    pub names: Part,
    /// Relations.
    pub relations: Part,
    /// Right relations whose modality is right too.
    pub modality_right: usize,
    /// Facts.
    pub facts: Part,
    /// Entities by kind.
    pub by_kind: BTreeMap<String, Part>,
    /// Relations by type.
    pub by_type: BTreeMap<String, Part>,
    /// What is missed and what is spurious.
    pub misses: Misses,
}

/// What keeps the scores from being perfect, a line for people each.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Misses {
    /// Entities asked for and not found.
    pub entities: Vec<String>,
    /// Entities claimed and not there.
    pub spurious: Vec<String>,
    /// Relations asked for and not found.
    pub relations: Vec<String>,
    /// Relations claimed and not there.
    pub wrong_relations: Vec<String>,
    /// Facts asked for and not found.
    pub facts: Vec<String>,
    /// Facts claimed and not there.
    pub wrong_facts: Vec<String>,
}

/// Scores `found` against `gold`; with `lines`, only what the annotation places there.
pub fn score(found: &Found, gold: &Gold, lines: Option<&Lines>) -> Scores {
    let mut scores = Scores::default();
    let scorer = Scorer::new(gold, lines);
    let matched = scorer.entities(found, &mut scores);
    scorer.relations(found, &matched, &mut scores);
    scorer.facts(found, &matched, &mut scores);
    scores
}

/// Annotated entity of each claimed node that is one, by the node's id.
type Matched<'a> = BTreeMap<&'a str, &'a GoldEntity>;

pub(super) struct Scorer<'a> {
    pub(super) gold: &'a Gold,
    lines: Option<&'a Lines>,
    by_name: BTreeMap<String, Vec<&'a GoldEntity>>,
    by_id: BTreeMap<&'a str, &'a GoldEntity>,
}

impl<'a> Scorer<'a> {
    pub(super) fn new(gold: &'a Gold, lines: Option<&'a Lines>) -> Self {
        let mut by_name: BTreeMap<String, Vec<&GoldEntity>> = BTreeMap::new();
        for entity in &gold.entities {
            for form in forms(&entity.name, &entity.aliases) {
                by_name.entry(form).or_default().push(entity);
            }
        }
        let by_id = gold.entities.iter().map(|entity| (entity.id.as_str(), entity)).collect();
        Self { gold, lines, by_name, by_id }
    }

    pub(super) fn find(&self, node: &FoundNode, kind_matters: bool) -> Option<&'a GoldEntity> {
        let forms = forms(&node.name, &node.aliases);
        let named: Vec<&GoldEntity> =
            forms.iter().filter_map(|form| self.by_name.get(form)).flatten().copied().collect();
        let fits = |entity: &&GoldEntity| node.kind == entity.kind || entity.also_ok.contains(&node.kind);
        let of_kind: Vec<&GoldEntity> = named.iter().copied().filter(fits).collect();
        let choice = if kind_matters || !of_kind.is_empty() { of_kind } else { named };
        let name = normal(&node.name);
        // The first of the best: `max_by_key` gives the last.
        choice.into_iter().rev().max_by_key(|entity| (entity.core, normal(&entity.name) == name))
    }

    pub(super) fn asked_for(&self, entity: &GoldEntity) -> bool {
        entity.core && self.lines.is_none_or(|lines| lines.name_any(&entity.name, &entity.aliases))
    }

    fn entities(&self, found: &'a Found, scores: &mut Scores) -> Matched<'a> {
        let wanted: Vec<&GoldEntity> = self.gold.entities.iter().filter(|entity| self.asked_for(entity)).collect();
        let mut matched = Matched::new();
        for kind_matters in [true, false] {
            let mut taken: BTreeMap<&str, &FoundNode> = BTreeMap::new();
            let mut wrong: Vec<&FoundNode> = Vec::new();
            for node in &found.nodes {
                let entity = self.find(node, kind_matters);
                if kind_matters && let Some(entity) = entity {
                    matched.insert(&node.id, entity);
                }
                match entity {
                    Some(entity) if !self.asked_for(entity) => {}
                    Some(entity) if !taken.contains_key(entity.id.as_str()) => {
                        taken.insert(&entity.id, node);
                    }
                    _ => wrong.push(node),
                }
            }
            wrong.retain(|node| self.lines.is_none_or(|lines| lines.name_any(&node.name, &node.aliases)));
            let part = Part::new(taken.len(), taken.len() + wrong.len(), wanted.len());
            if !kind_matters {
                scores.names = part;
                continue;
            }
            scores.entities = part;
            scores.by_kind = by_kind(&wanted, &taken, &wrong);
            let missed = wanted.iter().filter(|entity| !taken.contains_key(entity.id.as_str()));
            scores.misses.entities = missed.map(|entity| format!("{}:{}", entity.kind, entity.name)).collect();
            scores.misses.spurious = wrong.iter().map(|node| format!("{}:{}", node.kind, node.name)).collect();
        }
        matched
    }

    fn relations(&self, found: &Found, matched: &Matched, scores: &mut Scores) {
        let mut wanted: BTreeMap<[&str; 3], Option<&str>> = BTreeMap::new();
        let mut accepted: BTreeSet<[&str; 3]> = BTreeSet::new();
        let mut order = Vec::new();
        for relation in &self.gold.relations {
            let key = key(&relation.head, &relation.kind, &relation.tail);
            if !(relation.core && self.on_lines(relation.line)) {
                accepted.insert(key);
            } else if let Entry::Vacant(place) = wanted.entry(key) {
                place.insert(relation.modality.as_deref());
                order.push(key);
            }
        }
        let mut right: BTreeSet<[&str; 3]> = BTreeSet::new();
        let mut wrong: Vec<&FoundEdge> = Vec::new();
        for edge in &found.edges {
            let (head, tail) = (matched.get(edge.source.as_str()), matched.get(edge.target.as_str()));
            if let (Some(head), Some(tail)) = (head, tail) {
                let key = key(&head.id, &edge.kind, &tail.id);
                if let Some(modality) = wanted.get_key_value(&key) {
                    if right.insert(*modality.0) {
                        scores.modality_right += usize::from(edge.modality.as_deref() == *modality.1);
                    }
                    continue;
                }
                if accepted.contains(&key) {
                    continue;
                }
            }
            let touches_accepted = [head, tail].into_iter().flatten().any(|entity| !entity.core);
            if !touches_accepted && self.is_placed(&edge.evidence) {
                wrong.push(edge);
            }
        }
        scores.relations = Part::new(right.len(), right.len() + wrong.len(), wanted.len());
        let types: BTreeSet<&str> =
            wanted.keys().map(|key| key[0]).chain(wrong.iter().map(|edge| edge.kind.as_str())).collect();
        for kind in types {
            let hits = right.iter().filter(|key| key[0] == kind).count();
            let bad = wrong.iter().filter(|edge| edge.kind == kind).count();
            let asked = wanted.keys().filter(|key| key[0] == kind).count();
            scores.by_type.insert(kind.to_string(), Part::new(hits, hits + bad, asked));
        }
        let missed = order.iter().filter(|key| !right.contains(*key));
        scores.misses.relations =
            missed.map(|[kind, head, tail]| format!("{} | {kind} | {}", self.name(head), self.name(tail))).collect();
        scores.misses.wrong_relations =
            wrong.iter().map(|edge| format!("{} | {} | {}", edge.source, edge.kind, edge.target)).collect();
    }

    fn facts(&self, found: &Found, matched: &Matched, scores: &mut Scores) {
        let (mut wanted, mut accepted) = (BTreeSet::new(), BTreeSet::new());
        for fact in &self.gold.facts {
            let key = (fact.entity.as_str(), fact.attribute.as_str(), Comparable::of(&fact.value));
            let asked = fact.core && self.on_lines(fact.line);
            if asked {
                wanted.insert(key)
            } else {
                accepted.insert(key)
            };
        }
        let mut got = BTreeSet::new();
        for node in &found.nodes {
            let entity = matched.get(node.id.as_str());
            if entity.is_some_and(|entity| !entity.core) {
                continue;
            }
            let bearer = entity.map_or(node.id.as_str(), |entity| entity.id.as_str());
            for fact in &node.facts {
                let key = (bearer, fact.attribute.as_str(), Comparable::of(&fact.value));
                if wanted.contains(&key) || (!accepted.contains(&key) && self.is_placed(&fact.evidence)) {
                    got.insert(key);
                }
            }
        }
        let line = |(bearer, attribute, value): &(&str, &str, Comparable)| {
            format!("{} | {attribute} | {value}", self.name(bearer))
        };
        scores.facts = Part::new(wanted.intersection(&got).count(), got.len(), wanted.len());
        scores.misses.facts = wanted.difference(&got).map(line).collect();
        scores.misses.wrong_facts = got.difference(&wanted).map(line).collect();
    }

    fn on_lines(&self, line: Option<usize>) -> bool {
        self.lines.is_none_or(|lines| line.is_some_and(|line| lines.has(line)))
    }

    /// Whether a claim's evidence lies on the lines asked for; without quotes nobody can
    /// say, so yes.
    fn is_placed(&self, evidence: &[FoundEvidence]) -> bool {
        let quotes: Vec<&str> = evidence.iter().filter_map(|e| e.quote.as_deref()).filter(|q| !q.is_empty()).collect();
        self.lines.is_none_or(|lines| quotes.is_empty() || quotes.iter().any(|quote| lines.say(quote)))
    }

    fn name<'b>(&self, id: &'b str) -> &'b str
    where
        'a: 'b,
    {
        self.by_id.get(id).map_or(id, |entity| entity.name.as_str())
    }
}

pub(super) fn key<'a>(head: &'a str, kind: &'a str, tail: &'a str) -> [&'a str; 3] {
    if kind == "cooperates_with" && tail < head { [kind, tail, head] } else { [kind, head, tail] }
}

fn by_kind(wanted: &[&GoldEntity], taken: &BTreeMap<&str, &FoundNode>, wrong: &[&FoundNode]) -> BTreeMap<String, Part> {
    let kinds: BTreeSet<&str> =
        wanted.iter().map(|e| e.kind.as_str()).chain(wrong.iter().map(|n| n.kind.as_str())).collect();
    let part = |kind: &str| {
        let asked: Vec<_> = wanted.iter().filter(|entity| entity.kind == kind).collect();
        let right = taken.values().filter(|node| node.kind == kind).count();
        let bad = wrong.iter().filter(|node| node.kind == kind).count();
        let hit = asked.iter().filter(|entity| taken.contains_key(entity.id.as_str())).count();
        Part { right, predicted: right + bad, wanted: asked.len(), found: hit }
    };
    kinds.into_iter().map(|kind| (kind.to_string(), part(kind))).collect()
}
