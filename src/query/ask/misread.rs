//! What is told of a question that no pattern fits.

use std::collections::BTreeMap;

use serde::Serialize;

use super::words::{Words, years};
use super::{Meaning, TABLE};
use crate::graph::Snapshot;
use crate::query::find::find;

/// A question that was not understood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Misread {
    /// What its words mean as far as they were recognised.
    pub recognised: Vec<Meaning>,
    /// What is left of it, in the order of the question.
    pub rest: Vec<String>,
    /// Words that stand where a name would, with names that may be meant.
    pub unknown: Vec<Unknown>,
    /// Questions that would be understood.
    pub examples: Vec<String>,
}

/// Words that name nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Unknown {
    /// The words.
    pub words: String,
    /// Names near them.
    pub near: Vec<String>,
}

/// Examples told.
const EXAMPLES: usize = 6;

/// Characters of a name that is looked for inside a question, least and most.
const NAMES: std::ops::RangeInclusive<usize> = 2..=30;

/// Goes over a question and tells what in it means something.
pub(super) fn misread(graph: &Snapshot, asked: &[char], words: &Words, mut unknown: Vec<String>) -> Misread {
    let mut ids: BTreeMap<&str, usize> = BTreeMap::new();
    for node in 0..graph.node_count() {
        for name in std::iter::once(graph.name(node)).chain(graph.aliases(node)) {
            ids.entry(name).or_insert(node);
        }
    }
    let (mut recognised, mut rest) = (Vec::new(), Vec::new());
    let (mut at, mut left) = (0, String::new());
    let finish = |left: &mut String, rest: &mut Vec<String>| {
        if !left.is_empty() {
            rest.push(std::mem::take(left));
        }
    };
    while at < asked.len() {
        let ahead = &asked[at..];
        if let Some((length, meaning)) = longest(graph, words, &ids, ahead) {
            finish(&mut left, &mut rest);
            recognised.extend(meaning);
            at += length;
        } else {
            left.push(asked[at]);
            at += 1;
        }
    }
    finish(&mut left, &mut rest);
    // Of the ways to cut a question the one with the shortest name is the likeliest to be meant.
    unknown.sort_by_key(|words| words.chars().count());
    let named = |words: &String| recognised.iter().any(|meaning: &Meaning| words.contains(&meaning.words));
    unknown.retain(|words| !named(words) && words.chars().count() > 1);
    let unknown = unknown.into_iter().take(1);
    let unknown = unknown.map(|words| {
        let near = find(graph, &words).near.into_iter().map(|hit| hit.name).collect();
        Unknown { words, near }
    });
    let examples = TABLE.cards.iter().filter_map(|(card, _)| card.examples.first().cloned());
    Misread { unknown: unknown.collect(), recognised, rest, examples: examples.take(EXAMPLES).collect() }
}

/// The longest head of some characters that means something; nothing for common words.
fn longest(
    graph: &Snapshot,
    words: &Words,
    ids: &BTreeMap<&str, usize>,
    ahead: &[char],
) -> Option<(usize, Option<Meaning>)> {
    let text = |length: usize| ahead[..length].iter().collect::<String>();
    let meaning = |slot: &str, words: String, meant: String| Some(Meaning { slot: slot.into(), words, meant });
    let mut found: Option<(usize, Option<Meaning>)> = None;
    let mut take = |length: usize, meaning: Option<Meaning>| {
        if found.as_ref().is_none_or(|(most, _)| length > *most) {
            found = Some((length, meaning));
        }
    };
    for length in NAMES.take_while(|length| *length <= ahead.len()) {
        if let Some(node) = ids.get(text(length).as_str()) {
            take(length, meaning("name", text(length), graph.id(*node).into()));
        }
    }
    for slot in ["year", "kind", "stage", "modality", "attribute"] {
        if let Some(length) = words.lengths(slot, ahead).first() {
            let word = text(*length);
            let meant = match slot {
                "year" => years(graph, &word).map(|years| years.to_string()).unwrap_or_default(),
                "kind" => words.kinds_of(&word).iter().map(|kind| kind.name()).collect::<Vec<_>>().join(", "),
                "stage" => words.stages_of(&word).join(", "),
                "modality" => words.modalities_of(&word).iter().map(|one| one.name()).collect::<Vec<_>>().join(", "),
                _ => words.attributes_of(&word).iter().map(|one| one.name()).collect::<Vec<_>>().join(", "),
            };
            take(*length, meaning(slot, word, meant));
        }
    }
    let common = words.common.iter().map(|word| word.chars().collect::<Vec<_>>());
    common.filter(|word| ahead.starts_with(word)).for_each(|word| take(word.len(), None));
    found
}
