//! Words that tell who a clause is about, looked up at the head of some words.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::lexicon::matcher::{Matcher, matcher};
use crate::lexicon::table;

/// A list of words, asked whether one stands at the head of a text.
#[derive(Deserialize)]
#[serde(from = "Vec<String>")]
pub(super) struct Words(Matcher);

impl From<Vec<String>> for Words {
    fn from(words: Vec<String>) -> Self {
        Self(matcher("src/relate/facts/cues.toml", words.into_iter().map(|word| (word, 0))))
    }
}

impl Words {
    /// The length in bytes of the longest word at the head of `text`.
    pub(super) fn at_head(&self, text: &str) -> Option<usize> {
        self.0.at_head(text)
    }

    /// Whether one of the words stands anywhere in `text`.
    pub(super) fn inside(&self, text: &str) -> bool {
        self.0.leftmost_find_iter(text).next().is_some()
    }
}

/// The lists of `cues.toml`; each is described there.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Cues {
    pub(super) lead: Words,
    pub(super) verbs: Words,
    pub(super) dependents: Words,
    pub(super) prepositions: Words,
    pub(super) rooms: Words,
    pub(super) fillers: Words,
    pub(super) preparatory: Words,
    pub(super) closings: Words,
    pub(super) thresholds: Words,
    pub(super) classes: Words,
    pub(super) belongs: Words,
}

/// The cue words, parsed once.
pub(super) static CUES: LazyLock<Cues> =
    LazyLock::new(|| table::read("src/relate/facts/cues.toml", include_str!("cues.toml")));

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_word_wins() {
        assert_eq!(CUES.dependents.at_head("总建筑面积5万平方米"), Some("总建筑面积".len()));
        assert_eq!(CUES.verbs.at_head("云溪县"), None);
        assert!(CUES.preparatory.inside("项目前期工作"));
    }
}
