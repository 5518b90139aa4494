//! Dated values: which figure and which stage belongs to which bearer.
//!
//! Each sentence is cut into clauses; [`subjects`] says who a clause is about,
//! [`quantities`] finds its numbers, [`figures`] says what they measure, [`bearers`] whose
//! they are, [`series`] which series of a region they belong to (named by what is
//! [`counted`]), and [`status`] finds the stages. Words are data: `units.toml`, `cues.toml`, `status.toml`.

mod bearers;
mod counted;
mod cues;
mod figures;
mod numerals;
mod quantities;
mod series;
mod status;
mod subjects;
mod table;

pub use self::table::{fact_cues, fact_rule, fact_rules};

use self::bearers::Bearer;
use self::figures::Figure;
use self::subjects::Carry;
use super::clauses::{Clause, Clauses};
use crate::model::{Bound, Entity, Fact, Linked, Sentence, Span, Value};
use crate::ontology::{Attribute, Kind, Modality};

/// Finds the facts of a text, in its order.
pub(super) fn facts(clauses: &Clauses<'_>, linked: &Linked) -> Vec<Fact> {
    let text = clauses.text;
    let mut found = Vec::new();
    for (index, sentence) in clauses.outline.sentences.iter().enumerate().filter(|(_, sentence)| !sentence.heading) {
        // Stages need a name, figures a number.
        let number = |sign: char| sign.is_ascii_digit() || matches!(sign, '十' | '百' | '千' | '万' | '亿');
        if linked.inside(sentence.span).is_empty() && !sentence.span.of(text).contains(number) {
            continue;
        }
        let mut carry = Carry::default();
        let mut told: Vec<Told> = Vec::new();
        let mut prior = None;
        for clause in clauses.of_sentence(index) {
            if clause.opens {
                carry = Carry::default();
            }
            let prior = prior.replace(clause.span.of(text)).filter(|_| !clause.opens);
            let teller = Teller { text, sentence, clause, prior, linked };
            teller.tell(&mut carry, &mut told, &mut found);
        }
    }
    found
}

/// Whether a thing can be opened, built or finished: a town or a sector cannot, whatever
/// is finished in it.
fn has_stages(entity: &Entity) -> bool {
    match entity.kind {
        Kind::Region | Kind::Person | Kind::Honor | Kind::Industry => false,
        Kind::Town => !entity.name.ends_with(['镇', '乡', '村']) && !entity.name.ends_with("街道"),
        _ => true,
    }
}

/// A figure as it was told, for the clauses that go on from it (`…33亿元，增长15.6%`).
#[derive(Debug, Clone)]
struct Told {
    figure: Figure,
    bearers: Vec<usize>,
    series: Option<String>,
    /// What it is measured or counted in.
    unit: Option<String>,
}

/// One clause with what its facts need.
struct Teller<'a> {
    text: &'a str,
    sentence: &'a Sentence,
    clause: &'a Clause,
    /// The words of the clause before, where this one goes on from it.
    prior: Option<&'a str>,
    linked: &'a Linked,
}

impl Teller<'_> {
    fn tell(&self, carry: &mut Carry, told: &mut Vec<Told>, found: &mut Vec<Fact>) {
        let (text, linked, span) = (self.text, self.linked, self.clause.span);
        let scene = subjects::scene(text, span, linked);
        let quantities = quantities::quantities(text, span, linked.inside(span));
        // Without a name here or carried over there is no bearer.
        let named = !scene.lists.is_empty() || !carry.entities.is_empty();
        let stages = named.then(|| status::stages(text, &scene, &quantities, carry, linked, self.clause.modality));
        let stages = stages.unwrap_or_default();
        let mut facts = Vec::new();
        for stage in &stages {
            let from = carry.from.filter(|_| stage.carried).unwrap_or(span.start);
            for entity in stage.entities.iter().filter(|entity| has_stages(&linked.entities[**entity])) {
                facts.push((stage.span.start, self.status(*entity, stage, from)));
            }
        }
        let before_clause = told.len();
        // Where the words begin that belong to the next quantity.
        let mut start = scene.head;
        for (at, quantity) in quantities.iter().enumerate() {
            let before = Span::new(start.min(quantity.whole.start), quantity.whole.start);
            let previous = told.last().filter(|_| told.len() > before_clause);
            let figure =
                figures::figure(text, span, quantity, before, previous.map(|told| &told.figure), self.clause.modality);
            // What is no figure of its own (由2600元增加到…) is part of the words of the next.
            let Some(figure) = figure else { continue };
            start = quantity.whole.end;
            let place = bearers::Place { scene: &scene, quantities: &quantities, at, before, figure: &figure };
            let bearer = bearers::bearer(text, &place, carry, told, linked);
            let series = match &bearer.series {
                Some(series) => Some(series.clone()),
                None => series::series(text, span, &quantities, at, before, &figure, told, self.prior),
            };
            // 达到30亿元: nobody could tell what of the region that is
            let unknown = series.is_none() && bearer.rule == "region";
            for entity in bearer.entities.iter().filter(|_| !unknown) {
                let fact = self.figure(*entity, &figure, quantity, &series, &bearer);
                facts.push((quantity.span.start, fact));
            }
            told.push(Told { figure, bearers: bearer.entities, series, unit: quantity.unit.clone() });
        }
        facts.sort_by_key(|(at, fact)| (*at, fact.entity));
        for (_, fact) in facts {
            if !found.iter().rev().any(|other: &Fact| same(other, &fact)) {
                found.push(fact);
            }
        }
        carry.pass(text, &scene, linked);
        if let Some(stage) = stages.last().filter(|stage| !stage.carried) {
            carry.set(&stage.entities, span.start);
        }
    }

    fn status(&self, entity: usize, stage: &status::Stage, from: usize) -> Fact {
        let modality = match (stage.value, self.clause.modality) {
            ("在建", Modality::Done) => Modality::Ongoing,
            (_, modality) => modality,
        };
        Fact {
            entity,
            attribute: Attribute::Status,
            value: Value::Text(stage.value.to_string()),
            unit: None,
            bound: Bound::Exact,
            raw: stage.span.of(self.text).to_string(),
            indicator: None,
            modality,
            period: self.sentence.period,
            rule: stage.rule.clone(),
            confidence: if stage.carried { 0.7 } else { 0.9 },
            evidence: Span::new(from, self.clause.span.end),
        }
    }

    fn figure(
        &self,
        entity: usize,
        figure: &Figure,
        quantity: &quantities::Quantity,
        series: &Option<String>,
        bearer: &Bearer,
    ) -> Fact {
        Fact {
            entity,
            attribute: figure.attribute,
            value: figure.value.clone(),
            unit: quantity.unit.clone(),
            bound: quantity.bound,
            raw: figure.span.of(self.text).to_string(),
            indicator: series.clone(),
            modality: self.clause.modality,
            period: self.sentence.period,
            rule: format!("figure.{}.{}", bearer.rule, figure.attribute),
            confidence: bearer.confidence,
            evidence: Span::new(bearer.from.unwrap_or(self.clause.span.start), self.clause.span.end),
        }
    }
}

fn same(one: &Fact, other: &Fact) -> bool {
    one.entity == other.entity
        && one.attribute == other.attribute
        && one.value == other.value
        && one.indicator == other.indicator
        && one.period == other.period
        && one.modality == other.modality
}

/// A text with the names in 【】 (or 【name|kind】) taken as entities: for the examples of
/// the word lists.
#[cfg(test)]
fn marked(words: &str) -> (String, Linked) {
    let mut text = String::new();
    let mut linked = Linked::default();
    let mut rest = words;
    while let Some((before, after)) = rest.split_once('【') {
        text.push_str(before);
        let (inner, after) = after.split_once('】').expect("a closing mark");
        let (name, kind) = inner.split_once('|').unwrap_or((inner, "project"));
        let span = Span::new(text.len(), text.len() + name.len());
        text.push_str(name);
        rest = after;
        let index = linked.entities.iter().position(|entity| entity.name == name).unwrap_or_else(|| {
            let kind = kind.parse().expect("a kind");
            linked.entities.push(crate::model::Entity { kind, name: name.to_string(), ..blank() });
            linked.entities.len() - 1
        });
        linked.mentions.push((span, index));
    }
    text.push_str(rest);
    (text, linked)
}

/// An entity without a name.
#[cfg(test)]
fn blank() -> crate::model::Entity {
    crate::model::Entity {
        kind: crate::ontology::Kind::Region,
        name: String::new(),
        aliases: Vec::new(),
        mentions: Vec::new(),
        code: None,
        level: None,
        scope: None,
        rule: "example".into(),
        confidence: 1.0,
        reasons: Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Entity, Outline};
    use crate::ontology::Kind;

    #[derive(serde::Deserialize)]
    struct File {
        example: Vec<Example>,
    }

    #[derive(serde::Deserialize)]
    struct Example {
        text: String,
        facts: Vec<String>,
    }

    /// The facts of an example, `bearer attribute value`, with their rules where `rules` is asked for.
    pub(super) fn told(words: &str, rules: bool) -> Vec<String> {
        let (text, mut linked) = marked(words);
        linked.region = Some(linked.entities.len());
        let region = Entity { kind: Kind::Region, name: "区".into(), ..blank() };
        linked.entities.push(region);
        let sentence = Sentence {
            span: Span::new(0, text.len()),
            section: 0,
            heading: false,
            period: None,
            modality: Modality::Done,
        };
        let outline = Outline { sentences: vec![sentence], ..Outline::default() };
        let value = |fact: &Fact| match &fact.value {
            Value::Number(number) => number.to_string(),
            Value::Text(words) => words.clone(),
        };
        let line = |fact: &Fact| {
            assert!(fact.evidence.of(&text).contains(fact.raw.as_str()), "{words}: {}", fact.raw);
            let rule = if rules { format!(" {}", fact.rule) } else { String::new() };
            format!("{} {} {}{rule}", linked.entities[fact.entity].name, fact.attribute, value(fact))
        };
        facts(&Clauses::of(&text, &outline), &linked).iter().map(line).collect()
    }

    #[test]
    fn examples_give_their_facts_and_no_others() {
        let file: File = toml::from_str(include_str!("examples.toml")).expect("the examples parse");
        for example in file.example {
            let (mut found, mut wanted) = (told(&example.text, false), example.facts);
            found.sort();
            wanted.sort();
            assert_eq!(found, wanted, "{}", example.text);
        }
    }

    #[test]
    fn series_go_with_their_figures() {
        let (text, linked) = marked("生产总值9亿元，增长6%；企业利润、税收分别增长2%、3%；新增上市企业2家，总数24家");
        let linked = Linked { region: Some(0), entities: vec![blank()], ..linked };
        let sentence = Sentence {
            span: Span::new(0, text.len()),
            section: 0,
            heading: false,
            period: None,
            modality: Modality::Done,
        };
        let outline = Outline { sentences: vec![sentence], ..Outline::default() };
        let series: Vec<_> =
            facts(&Clauses::of(&text, &outline), &linked).into_iter().filter_map(|fact| fact.indicator).collect();
        assert_eq!(series, ["生产总值", "生产总值", "企业利润", "企业税收", "新增上市企业", "上市企业"]);
    }
}
