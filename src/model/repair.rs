//! What was mended in a text.

use std::ops::Range;

/// One place where the clean text says something else than the file.
#[derive(Debug, Clone, PartialEq)]
pub struct Repair {
    /// Bytes of the file that were replaced (half-open; empty where something was put in).
    pub raw: Range<usize>,
    /// What stood there, decoded.
    pub before: String,
    /// What stands there now.
    pub after: String,
    /// Which repair did it.
    pub kind: RepairKind,
    /// How sure, 0 to 1.
    pub confidence: f32,
}

/// The sorts of repair, in the order in which they are made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RepairKind {
    /// An HTML entity or a non-breaking space turned to `????`.
    Markup,
    /// A reading written behind its character: `區(qū)`.
    Gloss,
    /// A character broken by a byte-blind replacement and put together again.
    BrokenBytes,
    /// Characters lost for good and chosen by what the language allows.
    LostBytes,
    /// A private-use, zero-width or control character.
    Invisible,
    /// A traditional character in simplified text's place.
    Variant,
    /// A narrowed punctuation mark, letter or bracket.
    Width,
    /// A line broken in mid-sentence.
    LineBreak,
    /// Navigation, headers and link lists of a portal.
    Portal,
}

impl RepairKind {
    /// All, in order.
    pub const ALL: [Self; 9] = [
        Self::Markup,
        Self::Gloss,
        Self::BrokenBytes,
        Self::LostBytes,
        Self::Invisible,
        Self::Variant,
        Self::Width,
        Self::LineBreak,
        Self::Portal,
    ];

    /// Its name in reports and files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Markup => "markup",
            Self::Gloss => "gloss",
            Self::BrokenBytes => "broken_bytes",
            Self::LostBytes => "lost_bytes",
            Self::Invisible => "invisible",
            Self::Variant => "variant",
            Self::Width => "width",
            Self::LineBreak => "line_break",
            Self::Portal => "portal",
        }
    }
}
