//! The words that slots of questions take, and what they mean.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::graph::Snapshot;
use crate::lexicon::numerals;
use crate::model::Period;
use crate::ontology::{Attribute, Kind, Modality};

/// The tables of words in `patterns.toml`.
#[derive(Debug, Deserialize)]
pub(super) struct Words {
    pub(super) polite: Vec<String>,
    pub(super) common: Vec<String>,
    pub(super) kinds: BTreeMap<String, Vec<String>>,
    pub(super) stages: BTreeMap<String, Vec<String>>,
    pub(super) modalities: BTreeMap<String, Vec<String>>,
    pub(super) attributes: BTreeMap<String, Vec<String>>,
}

impl Words {
    /// The table of a slot with a closed list of words.
    fn table(&self, slot: &str) -> Option<&BTreeMap<String, Vec<String>>> {
        match slot {
            "kind" => Some(&self.kinds),
            "stage" => Some(&self.stages),
            "modality" => Some(&self.modalities),
            "attribute" => Some(&self.attributes),
            _ => None,
        }
    }

    /// How many characters a slot may take at the head of some words, the most first. Names may
    /// take any number.
    pub(super) fn lengths(&self, slot: &str, words: &[char]) -> Vec<usize> {
        let mut lengths: Vec<usize> = match (slot, self.table(slot)) {
            (_, Some(table)) => {
                let fits =
                    |word: &&String| word.chars().zip(words).filter(|(a, b)| a == *b).count() == word.chars().count();
                table.values().flatten().filter(fits).map(|word| word.chars().count()).collect()
            }
            ("year", None) => (1..=words.len().min(LONGEST_YEAR)).filter(|length| is_year(&words[..*length])).collect(),
            _ => (1..=words.len().min(LONGEST_NAME)).collect(),
        };
        lengths.sort_unstable_by(|a, b| b.cmp(a));
        lengths.dedup();
        lengths
    }

    /// What a word of a closed list stands for.
    fn meant(&self, slot: &str, word: &str) -> Vec<&str> {
        let table = self.table(slot).into_iter().flatten();
        table.filter(|(_, words)| words.iter().any(|one| one == word)).map(|(name, _)| name.as_str()).collect()
    }

    pub(super) fn kinds_of(&self, word: &str) -> Vec<Kind> {
        self.meant("kind", word).iter().filter_map(|name| name.parse().ok()).collect()
    }

    pub(super) fn modalities_of(&self, word: &str) -> Vec<Modality> {
        self.meant("modality", word).iter().filter_map(|name| name.parse().ok()).collect()
    }

    pub(super) fn attributes_of(&self, word: &str) -> Vec<Attribute> {
        self.meant("attribute", word).iter().filter_map(|name| name.parse().ok()).collect()
    }

    pub(super) fn stages_of(&self, word: &str) -> Vec<&str> {
        self.meant("stage", word)
    }
}

/// Characters of a name at most.
const LONGEST_NAME: usize = 40;

/// Characters of years at most: `2016年到2020年期间`.
const LONGEST_YEAR: usize = 13;

/// Years that are told by the time of the report.
const RELATIVE: [&str; 4] = ["今年", "明年", "本年", "去年"];

fn is_year(words: &[char]) -> bool {
    let words: String = words.iter().collect();
    RELATIVE.contains(&words.as_str()) || absolute(&words).is_some()
}

/// The years that words mean. 今年 and 明年 are what the latest report plans, 去年 is what it looks back on.
pub(super) fn years(graph: &Snapshot, words: &str) -> Option<Period> {
    if !RELATIVE.contains(&words) {
        return absolute(words);
    }
    let latest = graph.documents().iter().max_by_key(|row| (&row.date, &row.id))?;
    let years = if words == "去年" { &latest.reviews } else { &latest.plans };
    years.as_deref()?.parse().ok()
}

/// `2021年`, `2016-2020年`, `2016年到2020年`, `十四五期间`.
fn absolute(words: &str) -> Option<Period> {
    let words = words.strip_suffix("期间").unwrap_or(words).replace(['“', '”'], "");
    if let Some(plan) = words.strip_suffix('五').filter(|plan| !plan.is_empty()) {
        return Period::five_year_plan(u16::try_from(numerals::below_hundred(plan)?).ok()?);
    }
    let year = |text: &str| {
        let digits = text.strip_suffix('年').unwrap_or(text);
        (digits.len() == 4).then(|| digits.parse::<u16>().ok()).flatten().filter(|year| (1949..2100).contains(year))
    };
    let closed = words.strip_suffix('年')?;
    match closed.split_once(['-', '—', '至', '到']) {
        Some((first, last)) => Some(Period::years(year(first)?, year(last)?)),
        None => year(closed).map(Period::year),
    }
}
