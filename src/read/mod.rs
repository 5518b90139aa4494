//! From paths to decoded text: which reports there are, and what their bytes say.
//!
//! A file holds one report or many: archives, JSON Lines and tables are taken apart ([`collect`]),
//! and each part has a name by which it is found again ([`Reports`]).

mod decode;
mod encodings;
mod excerpt;
mod expand;
pub mod gbk;
mod line_index;
mod markdown;
mod reports;
mod source;
mod walk;

pub use decode::decode;
pub use expand::json_lines::lines_of;
pub use line_index::LineIndex;
pub use reports::{Reports, find};
pub use source::{Part, SIZE_LIMIT, Source, load};
pub use walk::{Collected, collect};

use crate::model::{Notice, SourceMap};

/// Text as decoded, nothing mended.
///
/// Declared normalizations, all in the map: a byte order mark is left out, `\r\n` and a
/// lone `\r` become `\n`, of Markdown files the marks are left out, and of HTML, Word, PDF, JSON
/// and tables all that is not the report's text.
#[derive(Debug, Clone, PartialEq)]
pub struct Decoded {
    /// The text.
    pub text: String,
    /// From the text to the bytes it was decoded from. In a plain text, Markdown, HTML, a line of
    /// JSON Lines and a row of a table these are the bytes read (of that line; of the head and that
    /// row, one behind the other). A Word document keeps its text compressed, and there they are those
    /// of its part `word/document.xml` once it is unpacked; of a PDF, those of the text itself.
    pub map: SourceMap,
    /// WHATWG name of the encoding.
    pub encoding: String,
    /// What the reader should be told (bytes that did not fit the encoding).
    pub notices: Vec<Notice>,
}
