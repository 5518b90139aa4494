//! The table of heads.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::lexicon::matcher::{Matcher, matcher};
use crate::lexicon::table;
use crate::ontology::Kind;

/// A group of heads, a row of `heads.toml`.
#[derive(Debug, Deserialize)]
pub(in crate::extract) struct Group {
    pub(in crate::extract) id: String,
    #[serde(deserialize_with = "kind_name")]
    kind: Kind,
    pub(in crate::extract) words: Vec<String>,
    pub(in crate::extract) least: usize,
    pub confidence: f32,
    #[serde(default)]
    pub(in crate::extract) shared: bool,
    #[serde(default)]
    pub(in crate::extract) governed: bool,
    #[serde(default)]
    pub(in crate::extract) after: Vec<String>,
    #[serde(default)]
    pub(in crate::extract) proper: bool,
    #[serde(default)]
    pub(in crate::extract) opened: Vec<String>,
    #[serde(default)]
    pub matches: Vec<String>,
    #[serde(default)]
    #[cfg_attr(not(test), expect(dead_code, reason = "read by the tests of the table"))]
    pub not_matches: Vec<String>,
}

impl Group {
    pub(in crate::extract) fn kind(&self) -> Kind {
        self.kind
    }
}

fn kind_name<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Kind, D::Error> {
    String::deserialize(from)?.parse().map_err(serde::de::Error::custom)
}

pub(in crate::extract) struct Heads {
    pub groups: Vec<Group>,
    /// Last words of firms' names.
    pub(in crate::extract) firms: std::collections::BTreeSet<String>,
    pub(in crate::extract) automaton: Matcher,
}

#[derive(Deserialize)]
struct Table {
    head: Vec<Group>,
}

pub(in crate::extract) static HEADS: LazyLock<Heads> = LazyLock::new(|| {
    let table: Table = table::read("src/extract/data/heads.toml", include_str!("../data/heads.toml"));
    let mut seen = std::collections::BTreeSet::new();
    let patterns: Vec<(&str, u32)> = table
        .head
        .iter()
        .enumerate()
        .flat_map(|(group, head)| head.words.iter().map(move |word| (word.as_str(), group as u32)))
        .filter(|(word, _)| seen.insert(*word))
        .collect();
    let automaton = matcher("src/extract/data/heads.toml", patterns);
    let firms = table
        .head
        .iter()
        .filter(|head| head.id.starts_with("enterprise"))
        .flat_map(|head| head.words.clone())
        .collect();
    Heads { groups: table.head, firms, automaton }
});

/// The group of the longest head that ends `name`.
pub(in crate::extract) fn group_of(name: &str) -> Option<&'static Group> {
    let found =
        HEADS.automaton.leftmost_find_iter(name).find(|found| found.end() == name.len() && found.start() > 0)?;
    Some(&HEADS.groups[found.value() as usize])
}
