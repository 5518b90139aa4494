//! Cutting a text into words along the likeliest path, as jieba does it without its model of
//! unknown words: same dictionary, same sums, same cuts.

use std::num::NonZeroU32;
use std::ops::Range;
use std::sync::LazyLock;

use super::{TRIE, frequencies};

/// Logarithm of the probability of a word, by the rank of its frequency; at rank 0 that of a
/// character which is no word, counted as if once.
static WEIGHTS: LazyLock<Vec<f64>> = LazyLock::new(|| {
    let mut all = frequencies().map(|frequency| (frequency as f64).ln());
    let total = all.next().unwrap_or_default();
    std::iter::once(0.0 - total).chain(all.map(|weight| weight - total)).collect()
});

/// Cuts texts into words, with room that is used again.
pub struct Cutter {
    weights: &'static [f64],
    chars: Vec<Char>,
    /// For each character and for the end.
    best: Vec<Step>,
}

/// The best word that begins at a character.
#[derive(Clone, Copy, Default)]
struct Step {
    /// The weight of the rest from there on.
    weight: f64,
    /// The character after the word.
    next: u32,
    /// The word's place in the dictionary; 0 where it has none.
    place: u32,
}

/// A word as it was cut.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// Its bytes.
    pub range: Range<usize>,
    /// Its place in the dictionary, below [`places`](super::places); none for a word that it may lack.
    pub place: Option<NonZeroU32>,
}

#[derive(Clone, Copy)]
struct Char {
    /// Byte at which it begins.
    start: u32,
    code: u16,
    /// Whether it is a letter or digit of ASCII.
    plain: bool,
}

/// How many characters before its turn the second node of a way is asked for.
const AHEAD: usize = 3;

impl Default for Cutter {
    fn default() -> Self {
        Self { weights: &WEIGHTS, chars: Vec::new(), best: Vec::new() }
    }
}

impl Cutter {
    /// Cuts `text` into words and hands each to `take`, in order, without gaps.
    /// Characters that are no part of words (marks, blanks) come one by one, a line's end of two as one.
    ///
    /// Texts of up to 4 GB.
    pub fn cut(&mut self, text: &str, mut take: impl FnMut(Word)) {
        self.chars.clear();
        let mut after_return = false;
        for (at, char) in text.char_indices() {
            if is_part(char) {
                let plain = char.is_ascii_alphanumeric();
                self.chars.push(Char { start: at as u32, code: TRIE.code(char) as u16, plain });
                continue;
            }
            self.run(at, &mut take);
            if char == '\r' && text[at..].starts_with("\r\n") {
                take(Word { range: at..at + 2, place: None });
                after_return = true;
            } else if !std::mem::take(&mut after_return) {
                take(Word { range: at..at + char.len_utf8(), place: None });
            }
        }
        self.run(text.len(), &mut take);
    }

    /// Cuts the run of characters that ends before byte `end`, and forgets it.
    fn run(&mut self, end: usize, take: &mut impl FnMut(Word)) {
        if self.chars.is_empty() {
            return;
        }
        self.weigh();
        let start = |at: usize| self.chars.get(at).map_or(end, |char| char.start as usize);
        let mut at = 0;
        // Letters and digits that are words by themselves are one word together.
        let mut plain = None;
        while let Some(char) = self.chars.get(at) {
            let Step { next, place, .. } = self.best[at];
            let next = next as usize;
            if next == at + 1 && char.plain {
                plain = plain.or(Some(at));
            } else {
                if let Some(from) = plain.take() {
                    take(Word { range: start(from)..start(at), place: None });
                }
                take(Word { range: start(at)..start(next), place: NonZeroU32::new(place) });
            }
            at = next;
        }
        if let Some(from) = plain {
            take(Word { range: start(from)..end, place: None });
        }
        self.chars.clear();
    }

    /// Finds the best word at each character, from the last to the first: the longer of two
    /// that weigh the same.
    fn weigh(&mut self) {
        let count = self.chars.len();
        self.best.clear();
        self.best.resize(count + 1, Step::default());
        for at in (0..count).rev() {
            // The dictionary is larger than the caches: ask for what is needed soon.
            if let Some(soon) = at.checked_sub(AHEAD) {
                TRIE.approach(u32::from(self.chars[soon].code), u32::from(self.chars[soon + 1].code));
            }
            let mut best: Option<Step> = None;
            let mut path = TRIE.start();
            for (next, char) in (at + 1..).zip(&self.chars[at..]) {
                let Some(longer) = path.step(u32::from(char.code)) else { break };
                path = longer;
                if path.value() > 0 {
                    let weight = self.weights[path.value()] + self.best[next].weight;
                    if best.is_none_or(|least| weight >= least.weight) {
                        best = Some(Step { weight, next: next as u32, place: path.place() });
                    }
                }
            }
            let alone = || Step { weight: self.weights[0] + self.best[at + 1].weight, next: at as u32 + 1, place: 0 };
            self.best[at] = best.unwrap_or_else(alone);
        }
    }
}

/// Whether a character may be part of a word: Chinese characters, letters and digits of ASCII, and
/// the marks that stand in names and numbers.
fn is_part(char: char) -> bool {
    matches!(char,
        '\u{4E00}'..='\u{9FFF}'
        | '0'..='9' | 'A'..='Z' | 'a'..='z' | '+' | '#' | '&' | '.' | '_' | '%' | '-'
        | '\u{3400}'..='\u{4DBF}'
        | '\u{F900}'..='\u{FAFF}'
        | '\u{20000}'..='\u{2A6DF}'
        | '\u{2A700}'..='\u{2B73F}'
        | '\u{2B740}'..='\u{2B81F}'
        | '\u{2B820}'..='\u{2CEAF}'
        | '\u{2CEB0}'..='\u{2EBEF}'
        | '\u{2F800}'..='\u{2FA1F}')
}
