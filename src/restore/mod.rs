//! From damaged text to the text its author wrote, each repair recorded.

use crate::model::{Notice, Repair, SourceMap};
use crate::read::Decoded;

/// Mended text.
#[derive(Debug, Clone, PartialEq)]
pub struct Restored {
    /// The clean text.
    pub text: String,
    /// From the clean text to the bytes of the file.
    pub map: SourceMap,
    /// What was mended, in the order of the text.
    pub repairs: Vec<Repair>,
    /// What the reader should be told.
    pub notices: Vec<Notice>,
}

/// Undoes the known damage. Never fails; clean text comes out as it went in.
pub fn restore(decoded: Decoded) -> Restored {
    Restored { text: decoded.text, map: decoded.map, repairs: Vec::new(), notices: Vec::new() }
}
