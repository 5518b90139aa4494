//! Rules in words.

use super::{Page, Telling};
use crate::model::RuleCard;
use crate::ontology::Language;
use crate::{extract, relate};

/// Words of a rule told at most.
const WORDS: usize = 8;

/// What a rule does, on one line: `deals.settle: a cue for …`.
pub(super) fn told(id: &str, card: Option<RuleCard>, language: Language) -> String {
    let colon = language.of("：", ": ");
    match card {
        Some(card) => format!("{id}{colon}{}", language.of(&card.zh, &card.en)),
        None => id.to_string(),
    }
}

pub(super) fn mention_rule(id: &str, language: Language) -> String {
    told(id, extract::rule(id), language)
}

pub(super) fn relation_rule(id: &str, language: Language) -> String {
    told(id, relate::relation_rule(id).cloned(), language)
}

pub(super) fn fact_rule(id: &str, language: Language) -> String {
    told(id, relate::fact_rule(id), language)
}

/// All rules whose id holds `part`, in words: what each does, the words that make it look
/// (the first of them; all with many rows), and a sentence in which it finds something.
pub fn rules(part: &str, telling: Telling) -> String {
    let mut page = Page::new(telling);
    let groups: [(&str, &str, Vec<&RuleCard>); 3] = [
        ("找名称的规则", "Rules that find names", extract::rules().collect()),
        ("找关系的规则", "Rules that find relations", relate::relation_rules().collect()),
        ("找事实的规则", "Rules that find facts", relate::fact_rules().collect()),
    ];
    for (zh, en, cards) in groups {
        let cards: Vec<&RuleCard> = cards.into_iter().filter(|card| card.id.contains(part)).collect();
        if cards.is_empty() {
            continue;
        }
        let title = page.of(zh, en).to_string();
        page.line(0, &title);
        for card in cards {
            let line = told(&card.id, Some(card.clone()), telling.language);
            page.line(2, &line);
            if !card.words.is_empty() {
                let words = some(&card.words, if telling.rows == usize::MAX { usize::MAX } else { WORDS });
                let line = format!("{}{words}", page.of("词语：", "words: "));
                page.line(6, &line);
            }
            if let Some(example) = &card.example {
                let line = format!("{}{example}", page.of("例：", "example: "));
                page.line(6, &line);
            }
        }
    }
    page.text
}

/// The first of some words, and that there are more.
fn some(words: &[String], most: usize) -> String {
    let more = if words.len() > most { " …" } else { "" };
    format!("{}{more}", words[..words.len().min(most)].join("、"))
}
