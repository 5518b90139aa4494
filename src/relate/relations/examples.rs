//! Runs the examples of the rules: `{kind:name}` marks an entity, `=> head tail` what must
//! be found.

use super::relations;
use super::rules::{Rule, rules};
use crate::model::{Entity, Linked, Outline, Relation, Section, SectionKind, Sentence, Span};
use crate::ontology::{Kind, Modality};
use crate::relate::clauses::Clauses;

/// The reporting region of all examples.
const REGION: &str = "云溪县";

/// An example laid out: its text, its frame and its entities.
pub(super) struct Example {
    pub(super) text: String,
    pub(super) outline: Outline,
    pub(super) linked: Linked,
}

impl Example {
    /// Reads an example; the region that reports is there whether it is marked or not,
    /// and 我县 names it.
    pub(super) fn read(marked: &str, modality: Modality) -> Self {
        let mut text = String::new();
        let mut linked = Linked { region: Some(0), ..Linked::default() };
        linked.entities.push(entity(Kind::Region, REGION, &["我县", "云溪"]));
        let mut rest = marked;
        while let Some(open) = rest.find('{') {
            let close = rest[open..].find('}').map(|at| open + at).expect("a closing brace");
            let (kind, name) = rest[open + 1..close].split_once(':').expect("kind:name");
            text.push_str(&rest[..open]);
            let span = Span::new(text.len(), text.len() + name.len());
            text.push_str(name);
            let kind: Kind = kind.parse().expect("a kind");
            let known = linked
                .entities
                .iter()
                .position(|entity| entity.name == name || entity.aliases.iter().any(|a| a == name));
            let index = known.unwrap_or_else(|| {
                linked.entities.push(entity(kind, name, &[]));
                linked.entities.len() - 1
            });
            linked.mentions.push((span, index));
            rest = &rest[close + 1..];
        }
        text.push_str(rest);
        for (at, _) in text.match_indices("我县") {
            linked.mentions.push((Span::new(at, at + "我县".len()), 0));
        }
        linked.mentions.sort();
        for (span, index) in linked.mentions.clone() {
            linked.entities[index].mentions.push(span);
        }
        let span = Span::new(0, text.len());
        let outline = Outline {
            sections: vec![Section { heading: String::new(), span, depth: 0, kind: SectionKind::Review, period: None }],
            sentences: vec![Sentence { span, section: 0, heading: false, period: None, modality }],
            ..Outline::default()
        };
        Self { text, outline, linked }
    }

    /// What is found in it.
    pub(super) fn relations(&self) -> Vec<Relation> {
        relations(&Clauses::of(&self.text, &self.outline), &self.linked)
    }

    fn found_by(&self, rule: &Rule) -> Vec<String> {
        let name = |index: usize| self.linked.entities[index].name.clone();
        let mut pairs: Vec<String> = self
            .relations()
            .iter()
            .filter(|relation| relation.rule == rule.id)
            .map(|relation| format!("{} {}", name(relation.head), name(relation.tail)))
            .collect();
        pairs.sort();
        pairs
    }
}

fn entity(kind: Kind, name: &str, aliases: &[&str]) -> Entity {
    Entity {
        kind,
        name: name.into(),
        aliases: aliases.iter().map(|alias| (*alias).to_string()).collect(),
        mentions: Vec::new(),
        code: None,
        level: None,
        scope: None,
        rule: "example".into(),
        confidence: 1.0,
        reasons: Vec::new(),
    }
}

#[test]
fn every_rule_finds_its_examples_and_nothing_in_the_others() {
    for rule in &rules().rules {
        assert!(!rule.matches.is_empty() && !rule.not_matches.is_empty(), "{}: no examples", rule.id);
        for example in &rule.matches {
            let (marked, pairs) = example.split_once(" => ").expect("an arrow");
            let mut wanted: Vec<String> = pairs.split("; ").map(str::to_string).collect();
            wanted.sort();
            assert_eq!(Example::read(marked, Modality::Done).found_by(rule), wanted, "{}: {marked}", rule.id);
        }
        for marked in &rule.not_matches {
            assert_eq!(
                Example::read(marked, Modality::Done).found_by(rule),
                Vec::<String>::new(),
                "{}: {marked}",
                rule.id
            );
        }
    }
}

#[test]
fn ids_are_unique() {
    let mut ids: Vec<&str> = rules().rules.iter().map(|rule| rule.id.as_str()).collect();
    ids.sort_unstable();
    let count = ids.len();
    ids.dedup();
    assert_eq!(ids.len(), count);
}

/// A cue told twice would be heard twice.
#[test]
fn cues_of_a_rule_are_unique() {
    for rule in &rules().rules {
        let unique: std::collections::BTreeSet<&String> = rule.cues.iter().collect();
        assert_eq!(unique.len(), rule.cues.len(), "{}", rule.id);
    }
}

#[test]
fn a_denial_turns_the_edge_and_a_goal_is_planned() {
    let only = |marked: &str, modality: Modality| {
        let relations = Example::read(marked, modality).relations();
        assert_eq!(relations.len(), 1, "{marked}");
        (relations[0].polarity, relations[0].modality)
    };
    let done = "{site:青石湖风景区}入选{honor:国家水利风景区}。";
    assert_eq!(only(done, Modality::Done), (true, Modality::Done));
    assert_eq!(only(done, Modality::Planned), (true, Modality::Planned));
    assert_eq!(only("{site:青石湖风景区}未入选{honor:国家水利风景区}。", Modality::Done), (false, Modality::Done));
    assert_eq!(only("争创{honor:国家卫生县城}。", Modality::Done), (true, Modality::Planned));
    assert_eq!(only("{project:启明科技园}落户我县，加快推进。", Modality::Done), (true, Modality::Done));
}
