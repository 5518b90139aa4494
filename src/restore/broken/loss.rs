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
    /// Whether the character under way may begin with `lead`.
    pub fn may_begin_with(self, lead: u8) -> bool {
        match self {
            Self::Aligned => false,
            Self::Half(first) => first == lead,
            Self::HalfLost => true,
            Self::HalfDropped(first) => is_dropped(first, lead),
        }
    }

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

/// By first byte: the second bytes of the pairs that a decoder makes private-use characters of.
pub(super) static DROPPED: LazyLock<Vec<Vec<u8>>> = LazyLock::new(|| {
    let is_private = |lead, trail| gbk::pair(lead, trail).is_some_and(|char| ('\u{E000}'..='\u{F8FF}').contains(&char));
    (0..=0xFFu8).map(|lead| (0x40..=0xFEu8).filter(|trail| is_private(lead, *trail)).collect()).collect()
});

static IS_DROPPED: LazyLock<Vec<[bool; 256]>> = LazyLock::new(|| {
    let row = |trails: &Vec<u8>| {
        let mut row = [false; 256];
        trails.iter().for_each(|trail| row[usize::from(*trail)] = true);
        row
    };
    DROPPED.iter().map(row).collect()
});

/// Whether a decoder drops the pair of `lead` and `trail`.
pub(super) fn is_dropped(lead: u8, trail: u8) -> bool {
    IS_DROPPED[usize::from(lead)][usize::from(trail)]
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
