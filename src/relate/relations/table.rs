//! What each rule for relations does, in words: made from the rules themselves.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::rules::{Rule, Stand, rules};
use crate::lexicon::table;
use crate::model::RuleCard;
use crate::ontology::Language;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    id: String,
    en: String,
    zh: String,
    example: Option<String>,
}

#[derive(Deserialize)]
struct Words {
    en: String,
    zh: String,
}

#[derive(Deserialize)]
struct File {
    stand: BTreeMap<Stand, Words>,
    rule: Vec<Row>,
}

static CARDS: LazyLock<BTreeMap<String, RuleCard>> = LazyLock::new(|| {
    let file: File = table::read("src/relate/relations/cards.toml", include_str!("cards.toml"));
    let cued = rules().rules.iter().map(|rule| card(rule, &file.stand));
    let others = file.rule.iter().map(|row| RuleCard {
        id: row.id.clone(),
        en: row.en.clone(),
        zh: row.zh.clone(),
        words: Vec::new(),
        example: row.example.as_deref().map(plain),
    });
    cued.chain(others).map(|card| (card.id.clone(), card)).collect()
});

/// All rules that find relations, by id.
pub fn relation_rules() -> impl Iterator<Item = &'static RuleCard> {
    CARDS.values()
}

/// The rule of a relation, in words.
pub fn relation_rule(id: &str) -> Option<&'static RuleCard> {
    CARDS.get(id)
}

fn card(rule: &Rule, stands: &BTreeMap<Stand, Words>) -> RuleCard {
    let stand = |stand: Stand| &stands[&stand];
    let (head, tail) = (stand(rule.head), stand(rule.tail));
    let (en, zh) = (Language::En.relation(rule.kind), Language::Zh.relation(rule.kind));
    RuleCard {
        id: rule.id.clone(),
        en: format!("a cue for “{en}”; head: {}; tail: {}", head.en, tail.en),
        zh: format!("表示“{zh}”的提示词；主体：{}；客体：{}", head.zh, tail.zh),
        words: rule.cues.clone(),
        example: rule.matches.first().map(|example| plain(example)),
    }
}

/// An example without its marks: `{kind:name}` is its name.
fn plain(marked: &str) -> String {
    let sentence = marked.split(" => ").next().unwrap_or(marked);
    let mut parts = sentence.split('{');
    let mut text = parts.next().unwrap_or("").to_string();
    for part in parts {
        let (mark, rest) = part.split_once('}').unwrap_or((part, ""));
        text += mark.split_once(':').map_or(mark, |(_, name)| name);
        text += rest;
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ontology::Modality;
    use crate::relate::relations::examples::Example;

    #[test]
    fn every_example_is_found_by_its_rule() {
        let file: File = toml::from_str(include_str!("cards.toml")).expect("the table parses");
        let mut wrong = Vec::new();
        for row in file.rule {
            let Some((marked, pair)) = row.example.as_deref().and_then(|example| example.split_once(" => ")) else {
                continue;
            };
            let example = Example::read(marked, Modality::Done);
            let name = |index: usize| &example.linked.entities[index].name;
            let found: Vec<String> = example
                .relations()
                .iter()
                .map(|found| format!("{} {} {}", found.rule, name(found.head), name(found.tail)))
                .collect();
            if !found.contains(&format!("{} {pair}", row.id)) {
                wrong.push(format!("{}: {marked}: {found:?}", row.id));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    #[test]
    fn rules_are_told_with_cues_sides_and_a_plain_example() {
        let card = relation_rule("deals.settle").expect("a rule");
        assert!(card.words.iter().any(|cue| cue == "落户") && card.zh.contains("主语"), "{card:?}");
        assert_eq!(card.example.as_deref(), Some("恒泽、启明等一批龙头企业落户云溪开发区。"));
    }
}
