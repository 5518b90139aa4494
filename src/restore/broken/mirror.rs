//! What the mirror that damaged a text did elsewhere in it.

use std::collections::BTreeSet;

use crate::restore::signs::Hanzi;

/// Natural logarithms of what it costs that a character has no reading behind it that has one
/// elsewhere; that one has a reading that has none elsewhere; and that one has a reading that was not met.
const UNGLOSSED: f32 = -7.0;
const GLOSSED: f32 = -7.0;
const NEW: f32 = -1.0;

/// The marks before which a mirror writes something, and what it costs that it did not, which happens.
const MARKS: [char; 7] = ['！', '；', '？', '：', '，', '。', '、'];
const UNMARKED: f32 = -2.0;

/// The habits of a mirror: it goes by a table of characters, and writes the reading behind each of them.
pub(super) struct Mirror {
    glossed: Hanzi,
    seen: Hanzi,
}

impl Mirror {
    /// Of the characters that have readings, and all that the sound part of the text holds.
    pub fn new(glossed: &BTreeSet<char>, seen: impl Iterator<Item = char>) -> Self {
        Self { glossed: Hanzi::new(glossed.iter().copied()), seen: Hanzi::new(seen) }
    }

    /// What it costs that `char` stands without a reading.
    pub fn without(&self, char: char) -> f32 {
        if self.glossed.contains(char) { UNGLOSSED } else { 0.0 }
    }

    /// What it costs that `char` stands with nothing written before it.
    pub fn inside(&self, char: char) -> f32 {
        if MARKS.contains(&char) { UNMARKED } else { 0.0 }
    }

    /// What it costs that a reading stands behind `char`.
    pub fn with(&self, char: char) -> f32 {
        match (self.glossed.contains(char), self.seen.contains(char)) {
            (true, _) => 0.0,
            (false, true) => GLOSSED,
            (false, false) => NEW,
        }
    }
}
