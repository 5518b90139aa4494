//! What each rule does, in words: made from the tables that the finders work with.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::heads::{Group, HEADS};
use crate::lexicon::table;
use crate::model::RuleCard;
use crate::ontology::{Kind, Language};

/// The word lists that rows of `rules.toml` point into.
const TABLES: &[(&str, &str)] = &[
    ("awards", include_str!("data/awards.toml")),
    ("lists", include_str!("data/lists.toml")),
    ("names", include_str!("data/names.toml")),
    ("persons", include_str!("data/persons.toml")),
    ("quotes", include_str!("data/quotes.toml")),
    ("stages", include_str!("data/stages.toml")),
    ("subjects", include_str!("data/subjects.toml")),
];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    id: String,
    en: String,
    zh: String,
    words: Option<String>,
    example: Option<String>,
}

#[derive(Deserialize)]
struct File {
    rule: Vec<Row>,
}

/// Cards by id, each with whether it is listed: a list of projects may name a body, so that
/// every kind has a card, also those that no list closes with. What rests on no list is listed
/// for every kind.
static CARDS: LazyLock<BTreeMap<String, (bool, RuleCard)>> = LazyLock::new(|| {
    let file: File = table::read("src/extract/data/rules.toml", include_str!("data/rules.toml"));
    let heads = HEADS.groups.iter().map(|group| (true, head(group)));
    let cards = heads.chain(file.rule.into_iter().flat_map(cards));
    cards.map(|(listed, card)| (card.id.clone(), (listed, card))).collect()
});

/// All rules that find mentions, by id. Two endings are told by [`rule`] alone: `.shared`
/// and `.building`.
pub fn rules() -> impl Iterator<Item = &'static RuleCard> {
    CARDS.values().filter(|(listed, _)| *listed).map(|(_, card)| card)
}

/// The rule of a mention, in words.
pub fn rule(id: &str) -> Option<RuleCard> {
    if let Some((_, card)) = CARDS.get(id) {
        return Some(card.clone());
    }
    let more = |rest: &str, en: &str, zh: &str| {
        let card = rule(rest)?;
        let (en, zh) = (format!("{}; {en}", card.en), format!("{}；{zh}", card.zh));
        Some(RuleCard { id: id.into(), en, zh, example: None, ..card })
    };
    if let Some(rest) = id.strip_suffix(".building") {
        return more(rest, "its clause says that it is being built, so it is a project", "所在分句表明在建，故为项目");
    }
    if let Some(rest) = id.strip_suffix(".list") {
        return more(
            rest,
            "a list opens the name, of which only the last member is long",
            "名称以列举开头，仅末项较长",
        );
    }
    if let Some(rest) = id.strip_suffix(".placed") {
        return more(rest, "each place of a list has its own", "列举的各地各有其一");
    }
    if let Some(rest) = id.strip_suffix(".shared") {
        return more(rest, "members of a list share the last word", "列举各项共用末尾的词");
    }
    None
}

fn head(group: &Group) -> RuleCard {
    let kind = group.kind();
    let (mut en, mut zh) = (
        format!("ends in a word for this kind: {}", Language::En.kind(kind)),
        format!("以表示{}的词收尾", Language::Zh.kind(kind)),
    );
    let conditions = [
        (group.governed, "a verb such as 实施 or 开展 governs it", "前面有实施、开展一类的动词"),
        (!group.after.is_empty(), "a verb such as 出台 or 落实 stands right before it", "前面紧接出台、落实一类的动词"),
        (group.proper, "the words before are a proper name", "之前的词语是专名"),
        (!group.opened.is_empty(), "opens as such names do", "以这类名称的起首词开头"),
    ];
    for (_, more_en, more_zh) in conditions.iter().filter(|(holds, _, _)| *holds) {
        en += &format!("; {more_en}");
        zh += &format!("；{more_zh}");
    }
    RuleCard {
        id: format!("heads.{}", group.id),
        en,
        zh,
        words: group.words.clone(),
        example: group.matches.first().cloned(),
    }
}

/// The cards of a row: one, or one for each kind.
fn cards(row: Row) -> Vec<(bool, RuleCard)> {
    let mut lists = lists(row.words.as_deref().unwrap_or(""));
    if !row.id.ends_with('*') {
        return vec![(true, card(&row, "", lists.remove("").unwrap_or_default()))];
    }
    let of_kind = |kind: &Kind| {
        let words = lists.remove(kind.name());
        (words.is_some() || row.words.is_none(), card(&row, kind.name(), words.unwrap_or_default()))
    };
    Kind::ALL.iter().map(of_kind).collect()
}

fn card(row: &Row, kind: &str, words: Vec<String>) -> RuleCard {
    let label = |language: Language| kind.parse::<Kind>().map_or("", |kind| language.kind(kind));
    RuleCard {
        id: row.id.replace('*', kind),
        en: row.en.replace("{kind}", label(Language::En)),
        zh: row.zh.replace("{kind}", label(Language::Zh)),
        words,
        example: row.example.clone(),
    }
}

/// The word lists at `file:path`, by kind where the path ends in `*`, else under "".
fn lists(source: &str) -> BTreeMap<String, Vec<String>> {
    let Some((file, path)) = source.split_once(':') else { return BTreeMap::new() };
    let text = TABLES.iter().find(|(name, _)| *name == file).map_or("", |(_, text)| *text);
    let table: toml::Table = text.parse().unwrap_or_else(|error| panic!("src/extract/data/{file}.toml: {error}"));
    let mut value = toml::Value::Table(table);
    for key in path.split('.').filter(|key| *key != "*") {
        let inner = value.get(key).cloned();
        value = inner.unwrap_or_else(|| panic!("src/extract/data/rules.toml: {source} leads nowhere"));
    }
    let words = |value: toml::Value| value.try_into::<Vec<String>>().unwrap_or_default();
    match value {
        toml::Value::Table(kinds) => kinds.into_iter().map(|(kind, value)| (kind, words(value))).collect(),
        value => BTreeMap::from([(String::new(), words(value))]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_example_is_found_by_its_rule() {
        let mut wrong = Vec::new();
        for card in rules() {
            let Some((text, name)) = card.example.as_deref().and_then(|example| example.split_once(" → ")) else {
                continue;
            };
            let mentions = super::super::extract(text, &crate::outline::outline(text));
            let first = name.split(' ').next().unwrap_or("");
            let by_head = card.id.starts_with("heads.") && !card.id.starts_with("heads.project.lines");
            let found =
                |mention: &crate::model::Mention| mention.name(text) == first && (mention.rule == card.id || by_head);
            if !mentions.iter().any(found) {
                let told: Vec<_> = mentions.iter().map(|one| (one.name(text), one.rule.as_str())).collect();
                wrong.push(format!("{}: {text}: {told:?}", card.id));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    #[test]
    fn rules_are_told_with_their_words_and_what_is_added() {
        let firm = rule("heads.enterprise").expect("a rule");
        assert!(firm.words.iter().any(|word| word == "集团") && firm.zh.contains("企业"), "{firm:?}");
        assert!(rule("lists.enterprise").is_some_and(|card| card.words.iter().any(|word| word == "公司")));
        assert!(rule("lists.site.building").is_some_and(|card| card.en.ends_with("so it is a project")));
        assert_eq!(rule("lists.nothing"), None);
        assert!(rules().any(|card| card.id == "tagger.project" && card.en.contains("learned weights")));
    }
}
