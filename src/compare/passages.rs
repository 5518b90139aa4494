//! What a report says, passage by passage: the runs of its sentences between semicolons.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use crate::graph::KnowledgeGraph;
use crate::graph::file::EvidenceRow;
use crate::ontology::Modality;
use crate::outline;

/// Two characters that stand side by side.
pub(super) type Pair = [char; 2];

/// A run of a sentence between semicolons.
#[derive(Debug)]
pub(super) struct Passage {
    /// First byte in the clean text.
    pub(super) start: usize,
    /// Its words, as they stand.
    pub(super) text: String,
    /// Its words without quotation marks and blanks, in which names are looked for.
    pub(super) plain: String,
    /// What holds for it where its own words say nothing else.
    pub(super) modality: Modality,
}

/// The passages of a report in the order of the text.
#[derive(Debug, Default)]
pub(super) struct Passages {
    pub(super) all: Vec<Passage>,
    /// Passages by the pairs of characters in them.
    pub(super) pairs: FxHashMap<Pair, Vec<u32>>,
}

/// Marks that a name may have at one place and not at another.
const LOOSE: &[char] = &['“', '”', '"', '《', '》', '‘', '’', ' ', '\u{3000}', '\t', '\n', '\r', '·', '—', '-'];

/// Words without quotation marks, dashes and blanks.
pub(super) fn plain(words: &str) -> String {
    words.chars().filter(|c| !LOOSE.contains(c)).collect()
}

/// The pairs of characters of some words, in their order.
pub(super) fn pairs(words: &str) -> impl Iterator<Item = Pair> + '_ {
    words.chars().zip(words.chars().skip(1)).map(|(a, b)| [a, b])
}

impl Passages {
    fn push(&mut self, start: usize, text: &str, modality: Modality) {
        let words = text.trim();
        if words.is_empty() {
            return;
        }
        let start = start + (text.len() - text.trim_start().len());
        let at = u32::try_from(self.all.len()).unwrap_or(u32::MAX);
        let plain = plain(words);
        for pair in pairs(&plain) {
            let places = self.pairs.entry(pair).or_default();
            if places.last() != Some(&at) {
                places.push(at);
            }
        }
        self.all.push(Passage { start, text: words.into(), plain, modality });
    }

    /// Adds a sentence, cut at its semicolons.
    fn push_sentence(&mut self, start: usize, sentence: &str, modality: Modality) {
        let mut from = 0;
        for (at, mark) in sentence.match_indices(['；', ';']) {
            self.push(start + from, &sentence[from..at], modality);
            from = at + mark.len();
        }
        self.push(start + from, &sentence[from..], modality);
    }

    /// The passage that a byte of the clean text lies in.
    pub(super) fn at(&self, byte: usize) -> Option<usize> {
        let after = self.all.partition_point(|passage| passage.start <= byte);
        let at = after.checked_sub(1)?;
        (byte < self.all[at].start + self.all[at].text.len()).then_some(at)
    }
}

impl Passage {
    /// The byte of the plain words for a byte of the clean text that lies in it.
    pub(super) fn in_plain(&self, byte: usize) -> usize {
        let mut before = byte.saturating_sub(self.start).min(self.text.len());
        while !self.text.is_char_boundary(before) {
            before -= 1;
        }
        plain(&self.text[..before]).len()
    }
}

/// The passages of a clean text.
pub(super) fn of_text(text: &str) -> Passages {
    let outline = outline::outline(text);
    let mut passages = Passages::default();
    for sentence in &outline.sentences {
        passages.push_sentence(sentence.span.start, sentence.span.of(text), sentence.modality);
    }
    passages
}

/// The passages that a graph quotes of a report: its sentences by their place, the longest where several
/// begin inside each other, planned where any statement of them is.
pub(super) fn of_quotes(graph: &KnowledgeGraph, document: &str) -> Passages {
    let mut quotes: BTreeMap<(usize, std::cmp::Reverse<usize>), (&str, bool)> = BTreeMap::new();
    let mut take = |evidence: &'_ [EvidenceRow], modality: &str| {
        for row in evidence.iter().filter(|row| row.document == document) {
            if row.quote.is_some() {
                let planned = &mut quotes.entry((row.start, std::cmp::Reverse(row.end))).or_default().1;
                *planned |= modality == Modality::Planned.name();
            }
        }
    };
    graph.nodes().flat_map(|node| &node.facts).for_each(|fact| take(&fact.evidence, &fact.modality));
    graph.edges().for_each(|edge| take(&edge.evidence, &edge.modality));
    let facts = graph.nodes().flat_map(|node| &node.facts).flat_map(|fact| &fact.evidence);
    for row in facts.chain(graph.edges().flat_map(|edge| &edge.evidence)).filter(|row| row.document == document) {
        let place = (row.start, std::cmp::Reverse(row.end));
        if let (Some(quote), Some(known)) = (&row.quote, quotes.get_mut(&place)) {
            known.0 = quote;
        }
    }
    let mut passages = Passages::default();
    let mut until = 0;
    for ((start, end), (quote, planned)) in quotes {
        if start >= until {
            passages.push_sentence(start, quote, if planned { Modality::Planned } else { Modality::Done });
            until = end.0;
        }
    }
    passages
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passages_end_at_semicolons_and_know_their_place() {
        let text = "2024年云溪县政府工作报告\n一、2023年工作回顾\n“云溪”大桥建成；石梁水库加固。\n";
        let passages = of_text(text);
        let dam = passages.all.iter().find(|passage| passage.text.contains("石梁")).unwrap();
        assert_eq!(&text[dam.start..][..dam.text.len()], dam.text);
        let bridge = text.find("大桥").unwrap();
        let passage = &passages.all[passages.at(bridge).unwrap()];
        assert_eq!(passage.plain, "云溪大桥建成");
        assert_eq!(&passage.plain[passage.in_plain(bridge)..], "大桥建成");
        assert_eq!(passages.at(text.len()), None);
    }
}
