//! What is lost when a decoder meets half a character: which bytes it dropped, which it
//! swallowed, and which a report can hold at all.

use std::sync::LazyLock;

use crate::read::gbk;

/// Where the reading stands between two tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Mode {
    /// At the start of a character.
    Aligned,
    /// Behind its first byte.
    Half(u8),
    /// Behind a first byte that was lost.
    HalfLost,
    /// Behind a first byte that was dropped together with the given one before it.
    HalfDropped(u8),
}

impl Mode {
    /// A number of its own, below 1024.
    pub fn key(self) -> u64 {
        match self {
            Self::Aligned => 0,
            Self::HalfLost => 1,
            Self::Half(byte) => 256 + u64::from(byte),
            Self::HalfDropped(byte) => 512 + u64::from(byte),
        }
    }
}

/// Second bytes by first byte of the pairs that a decoder makes private-use characters of.
pub(super) static DROPPED: LazyLock<Vec<(u8, Vec<u8>)>> = LazyLock::new(|| {
    let is_private = |lead, trail| gbk::pair(lead, trail).is_some_and(|char| ('\u{E000}'..='\u{F8FF}').contains(&char));
    let all = (0x81..=0xFEu8)
        .map(|lead| (lead, (0x40..=0xFEu8).filter(|trail| is_private(lead, *trail)).collect::<Vec<u8>>()));
    all.filter(|(_, trails)| !trails.is_empty()).collect()
});

/// The bytes that the character under way may begin with.
pub(super) fn leads(mode: Mode) -> Vec<u8> {
    match mode {
        Mode::Aligned => Vec::new(),
        Mode::Half(lead) => vec![lead],
        Mode::HalfLost => (0x81..=0xFE).collect(),
        Mode::HalfDropped(first) => {
            DROPPED.iter().find(|(lead, _)| *lead == first).map(|(_, trails)| trails.clone()).unwrap_or_default()
        }
    }
}

/// What a decoder took along with a byte left over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Swallowed {
    /// What the mirror had written in.
    Mark,
    /// A character of the text, of one byte.
    Byte,
    /// Nothing: the line ends.
    End,
}

/// Characters of one byte that a report may hold, and what is written for them when one
/// was swallowed. Which figure it was cannot be known, and a made-up one would be a lie.
pub(super) const BYTES: [(char, char); 8] =
    [('0', LOST_FIGURE), (' ', ' '), ('+', '+'), ('-', '-'), ('.', '.'), ('%', '%'), ('"', '"'), ('(', '(')];

/// Stands for a figure that was lost.
pub(super) const LOST_FIGURE: char = '□';

/// Whether a report may hold `char`: no letters of other alphabets, no frames.
pub(super) fn is_written(char: char) -> bool {
    matches!(char, '一'..='\u{9FFF}' | '\u{3000}'..='\u{3017}' | '\u{2014}'..='\u{2026}' | '·' | '\u{FF01}'..='\u{FF5E}' | '×' | '‰' | '℃' | '㎡' | '①'..='⑳' | 'Ⅰ'..='Ⅻ')
}
