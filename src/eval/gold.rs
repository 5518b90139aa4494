//! Hand-made annotations of a text.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::model::{Entity, Linked, Span};
use crate::ontology::Kind;

/// The annotation of one text.
#[derive(Debug, Clone, Deserialize)]
pub struct Gold {
    /// Name of the text.
    pub document: String,
    /// What it names.
    pub entities: Vec<GoldEntity>,
    /// What it says between them.
    pub relations: Vec<GoldRelation>,
    /// What it says of each.
    #[serde(default)]
    pub facts: Vec<GoldFact>,
}

/// An annotated entity.
#[derive(Debug, Clone, Deserialize)]
pub struct GoldEntity {
    /// Id within the annotation.
    pub id: String,
    /// Name of the kind.
    pub kind: String,
    /// Canonical name.
    pub name: String,
    /// Other names.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// Whether it is asked for; otherwise it is accepted.
    #[serde(default = "yes")]
    pub core: bool,
    /// Kinds that are accepted too.
    #[serde(default)]
    pub also_ok: Vec<String>,
}

/// An annotated relation.
#[derive(Debug, Clone, Deserialize)]
pub struct GoldRelation {
    /// Id of the head.
    pub head: String,
    /// Name of the type.
    #[serde(rename = "type")]
    pub kind: String,
    /// Id of the tail.
    pub tail: String,
    /// Name of the modality.
    #[serde(default)]
    pub modality: Option<String>,
    /// Line of the text that says so, from 1.
    #[serde(default)]
    pub line: Option<usize>,
    /// Whether it is asked for.
    #[serde(default = "yes")]
    pub core: bool,
}

/// An annotated fact.
#[derive(Debug, Clone, Deserialize)]
pub struct GoldFact {
    /// Id of the bearer.
    pub entity: String,
    /// Name of the attribute.
    pub attribute: String,
    /// A number in base units, or words.
    pub value: serde_json::Value,
    /// Line of the text that says so, from 1.
    #[serde(default)]
    pub line: Option<usize>,
    /// Whether it is asked for.
    #[serde(default = "yes")]
    pub core: bool,
}

fn yes() -> bool {
    true
}

/// The entities of the annotation, with every place in `text` where one of their names
/// stands (longest name first): what a perfect extractor and linker would hand on. It
/// measures the later stages alone.
pub fn oracle(text: &str, gold: &Gold, region_name: Option<&str>) -> Linked {
    let mut names: Vec<(&str, usize)> = Vec::new();
    for (index, entity) in gold.entities.iter().enumerate() {
        names.push((&entity.name, index));
        names.extend(entity.aliases.iter().map(|alias| (alias.as_str(), index)));
    }
    let mut by_first: BTreeMap<char, Vec<(&str, usize)>> = BTreeMap::new();
    for (name, index) in names {
        if let Some(first) = name.chars().next() {
            by_first.entry(first).or_default().push((name, index));
        }
    }
    for list in by_first.values_mut() {
        list.sort_by_key(|(name, index)| (std::cmp::Reverse(name.len()), !gold.entities[*index].core, *index));
    }
    let mut linked = Linked::default();
    let mut at = 0;
    while let Some(first) = text[at..].chars().next() {
        let found = by_first.get(&first).and_then(|list| list.iter().find(|(name, _)| text[at..].starts_with(name)));
        match found {
            Some((name, index)) => {
                linked.mentions.push((Span::new(at, at + name.len()), *index));
                at += name.len();
            }
            None => at += first.len_utf8(),
        }
    }
    linked.entities = gold
        .entities
        .iter()
        .enumerate()
        .map(|(index, entity)| Entity {
            kind: entity.kind.parse().unwrap_or(Kind::Project),
            name: entity.name.clone(),
            aliases: entity.aliases.clone(),
            mentions: linked.mentions.iter().filter(|(_, at)| *at == index).map(|(span, _)| *span).collect(),
            code: None,
            level: None,
            scope: None,
            rule: "gold".into(),
            confidence: 1.0,
            reasons: Vec::new(),
        })
        .collect();
    linked.region = gold
        .entities
        .iter()
        .position(|entity| {
            region_name.is_some_and(|name| entity.name == name || entity.aliases.iter().any(|alias| alias == name))
        })
        .or_else(|| gold.entities.iter().position(|entity| entity.kind == "region"));
    linked
}
