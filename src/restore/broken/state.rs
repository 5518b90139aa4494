//! The ways of reading that a search has under its hands.

use super::language::Context;
use super::loss::Mode;

/// Margins that are as good as none (natural logarithm).
pub(super) const SURE: f32 = 20.0;

/// What was read for one token.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Emitted {
    pub token: usize,
    pub text: String,
    /// Whether some byte of it was chosen and not found.
    pub lost: bool,
}

/// A mended stretch.
pub(super) struct Found {
    pub emitted: Vec<Emitted>,
    /// The token after the last one that was looked at.
    pub end: usize,
    /// How sure, 0 to 1.
    pub confidence: f32,
}

/// A way to read the tokens so far.
#[derive(Debug, Clone, Copy)]
pub(super) struct State {
    pub mode: Mode,
    pub context: Context,
    /// The last character as in the text.
    pub last: char,
    pub score: f32,
    /// Index of the last step.
    pub step: usize,
    /// By how much the readings it was preferred to were less likely (natural logarithm):
    /// the least of all.
    pub margin: f32,
    /// Whether the character under way has a reading written into its middle.
    pub struck: bool,
    /// Tokens read soundly since the last repair.
    pub sound: usize,
}

/// A character on that way.
#[derive(Debug, Clone, Copy)]
pub(super) struct Step {
    pub before: usize,
    pub token: usize,
    pub char: Option<char>,
    pub lost: bool,
}
