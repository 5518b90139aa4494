//! What each rule for facts does, in words.

use std::sync::LazyLock;

use serde::Deserialize;

use super::status;
use crate::lexicon::table;
use crate::model::{RuleCard, Span};
use crate::ontology::{Attribute, Language};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    id: String,
    en: String,
    zh: String,
    example: Option<String>,
}

#[derive(Deserialize)]
struct File {
    rule: Vec<Row>,
}

static CARDS: LazyLock<Vec<RuleCard>> = LazyLock::new(|| {
    let file: File = table::read("src/relate/facts/cards.toml", include_str!("cards.toml"));
    let card = |row: Row| RuleCard {
        words: if row.id.starts_with("status.") { status::words(&row.id) } else { Vec::new() },
        example: row.example.map(|example| plain(&example)),
        id: row.id,
        en: row.en,
        zh: row.zh,
    };
    file.rule.into_iter().map(card).collect()
});

/// All rules that find facts, without the words and attributes that [`fact_rule`] tells.
pub fn fact_rules() -> impl Iterator<Item = &'static RuleCard> {
    CARDS.iter()
}

/// The rule of a fact, in words: the side of a stage's word or the way to a figure's bearer,
/// and what the word or figure says.
pub fn fact_rule(id: &str) -> Option<RuleCard> {
    let split = id.char_indices().filter(|(_, c)| *c == '.').nth(1)?.0;
    let (family, last) = (&id[..split], &id[split + 1..]);
    let card = CARDS.iter().find(|card| card.id == family)?.clone();
    if let Ok(attribute) = last.parse::<Attribute>() {
        let en = format!("{}: {}", Language::En.attribute(attribute), card.en);
        let zh = format!("{}：{}", Language::Zh.attribute(attribute), card.zh);
        return Some(RuleCard { id: id.into(), en, zh, ..card });
    }
    let value = status::value(last)?;
    let en = format!("“{last}” means the stage {value}; {}", card.en);
    let zh = format!("“{last}”表示{value}；{}", card.zh);
    Some(RuleCard { id: id.into(), en, zh, words: vec![last.to_string()], ..card })
}

/// The words for stages in `words`, as byte ranges in them, each with the stage it means.
pub fn fact_cues(words: &str) -> Vec<(Span, &'static str)> {
    status::cues(words)
}

/// An example without its marks: `【name|kind】` is its name.
fn plain(marked: &str) -> String {
    let sentence = marked.split(" → ").next().unwrap_or(marked);
    let mut text = String::new();
    for part in sentence.split('【') {
        let (name, rest) = part.split_once('】').unwrap_or(("", part));
        text += name.split('|').next().unwrap_or(name);
        text += rest;
    }
    text
}

#[cfg(test)]
mod tests {
    use super::super::tests::told;
    use super::*;

    #[test]
    fn every_example_gives_its_fact_by_its_rule() {
        let file: File = toml::from_str(include_str!("cards.toml")).expect("the table parses");
        for row in file.rule {
            let Some((text, fact)) = row.example.as_deref().and_then(|example| example.split_once(" → ")) else {
                continue;
            };
            let found = told(text, true);
            let by_rule = |line: &String| line.starts_with(&format!("{fact} {}.", row.id));
            assert!(found.iter().any(by_rule), "{}: {text}: {found:?}", row.id);
        }
    }

    #[test]
    fn words_and_attributes_are_told() {
        let stage = fact_rule("status.after.动工").expect("a rule");
        assert!(stage.zh.contains("开工") && stage.words == ["动工"], "{stage:?}");
        assert!(fact_rule("figure.region.growth").is_some_and(|card| card.zh.starts_with("增")));
        assert_eq!(fact_rule("figure.nobody.growth"), None);
        assert_eq!(plain("【医药产业|industry】快速发展 → 无"), "医药产业快速发展");
    }
}
