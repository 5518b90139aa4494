//! What a text suffers from, counted in one pass.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::{gloss, variant};

/// Glosses that make a text a mirrored one: one or two may be the author's own.
const MIRRORED_BY: usize = 3;

/// Counts that tell the damage of a text.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(super) struct Signs {
    /// Chinese characters.
    pub hanzi: usize,
    /// Traditional forms among them.
    pub traditional: usize,
    /// Readings in ASCII brackets behind a character that has that reading.
    pub glosses: usize,
    /// Those characters: a mirror writes the reading behind each of them, always, and behind no others.
    pub glossed: BTreeSet<char>,
    /// Runs of four question marks or more.
    pub question_runs: usize,
    /// Private-use, zero-width and control characters, and spaces other than the ASCII
    /// and the ideographic one.
    pub invisible: usize,
    /// Whether there is anything that may be an entity or an escape.
    pub entities: bool,
}

impl Signs {
    pub fn of(text: &str) -> Self {
        let mut signs = Self::default();
        let simplified = &*SIMPLIFIED;
        let mut other = 0;
        for char in text.chars() {
            match char {
                '一'..='\u{9FFF}' => {
                    signs.hanzi += 1;
                    other += usize::from(!simplified.contains(char));
                }
                '\n' | '\t' | ' '..='~' | '\u{3001}'..='\u{3017}' | '\u{FF01}'..='\u{FF5E}' => {}
                _ => signs.invisible += usize::from(super::invisible::is_odd(char)),
            }
        }
        // Their table is dear to make: only for a text that may need it.
        if is_many(other, signs.hanzi) {
            signs.traditional = text.chars().filter(|char| variant::is_traditional(*char)).count();
        }
        for gloss in gloss::glosses(text).filter(gloss::Gloss::is_reading) {
            signs.glosses += 1;
            if gloss::has_reading(gloss.of, gloss.reading) {
                signs.glossed.insert(gloss.of);
            }
        }
        signs.entities = super::markup::has_leftovers(text);
        signs.question_runs = text.matches("????").count();
        signs
    }

    /// Whether a mirror wrote readings into the text.
    pub fn is_glossed(&self) -> bool {
        self.glosses >= MIRRORED_BY
    }

    /// Whether the text as a whole was made traditional: a name with a rare form makes
    /// no text traditional.
    pub fn is_traditional(&self) -> bool {
        is_many(self.traditional, self.hanzi)
    }

    /// Whether a mirror had the text in its hands.
    pub fn is_mirrored(&self) -> bool {
        self.is_glossed() || self.is_traditional()
    }
}

/// Whether so many characters out of all are more than a few rare names.
fn is_many(count: usize, all: usize) -> bool {
    count >= 4 && count * 20 >= all
}

/// A set of Chinese characters.
pub(super) struct Hanzi(Vec<bool>);

impl Hanzi {
    pub fn new(chars: impl Iterator<Item = char>) -> Self {
        let mut flags = vec![false; 0x5200];
        for char in chars {
            if let Some(flag) = flags.get_mut(Self::at(char)) {
                *flag = true;
            }
        }
        Self(flags)
    }

    fn at(char: char) -> usize {
        (u32::from(char).wrapping_sub(0x4E00)) as usize
    }

    pub fn contains(&self, char: char) -> bool {
        self.0.get(Self::at(char)).is_some_and(|flag| *flag)
    }
}

/// The characters of GB 2312, in which simplified text is written.
pub(super) static SIMPLIFIED: LazyLock<Hanzi> = LazyLock::new(|| {
    let cells = (0xB0..=0xF7u8).flat_map(|lead| (0xA1..=0xFEu8).map(move |trail| (lead, trail)));
    Hanzi::new(cells.filter_map(|(lead, trail)| crate::read::gbk::pair(lead, trail)))
});
