//! A line as the bytes that a decoder saw.

use std::ops::Range;

use crate::read::gbk;
use crate::restore::gloss::reading_at;

/// A piece of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token<'a> {
    pub kind: Kind<'a>,
    /// Where it stands in the line (bytes).
    pub range: Range<usize>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind<'a> {
    /// A character of two bytes.
    Pair(u8, u8),
    /// A byte that stands alone; `€` is 0x80.
    Single(u8),
    /// `?`: a byte left over, or a question mark.
    Question,
    /// `?zāi)`: a byte left over before a gloss whose opening bracket was swallowed.
    Struck(&'a str),
    /// `(zāi)` behind a character that is not read so.
    Gloss(&'a str),
    /// A character that GBK does not have.
    Other,
}

pub(super) fn tokens(line: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::with_capacity(line.len() / 3);
    let mut at = 0;
    while let Some(char) = line[at..].chars().next() {
        let rest = &line[at + char.len_utf8()..];
        let reading = if matches!(char, '?' | '(') { reading_at(rest) } else { None };
        let (kind, len) = match (char, reading) {
            ('?', Some(reading)) => (Kind::Struck(reading), reading.len() + 2),
            ('(', Some(reading)) => (Kind::Gloss(reading), reading.len() + 2),
            ('?', None) => (Kind::Question, 1),
            ('€', _) => (Kind::Single(0x80), char.len_utf8()),
            _ if char.is_ascii() => (Kind::Single(char as u8), 1),
            _ => match gbk::bytes(char) {
                Some([lead, trail]) => (Kind::Pair(lead, trail), char.len_utf8()),
                None => (Kind::Other, char.len_utf8()),
            },
        };
        tokens.push(Token { kind, range: at..at + len });
        at += len;
    }
    tokens
}
