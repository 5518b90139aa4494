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
        for char in text.chars() {
            match char {
                '一'..='\u{9FFF}' => {
                    signs.hanzi += 1;
                    signs.traditional += usize::from(variant::is_traditional(char));
                }
                '\n' | '\t' | ' '..='~' => {}
                _ => signs.invisible += usize::from(super::invisible::is_odd(char)),
            }
        }
        signs.glosses = gloss::glosses(text).filter(|gloss| gloss.is_reading()).count();
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
        self.traditional >= 4 && self.traditional * 20 >= self.hanzi
    }

    /// Whether a mirror had the text in its hands.
    pub fn is_mirrored(&self) -> bool {
        self.is_glossed() || self.is_traditional()
    }
}

/// The characters of GB 2312, in which simplified text is written.
pub(super) static SIMPLIFIED: LazyLock<BTreeSet<char>> = LazyLock::new(|| {
    let cells = (0xB0..=0xF7u8).flat_map(|lead| (0xA1..=0xFEu8).map(move |trail| (lead, trail)));
    cells.filter_map(|(lead, trail)| crate::read::gbk::pair(lead, trail)).collect()
});
