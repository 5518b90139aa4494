//! From paths to decoded text: which files there are, and what their bytes say.

mod encodings;
pub mod gbk;
mod line_index;
mod markdown;
mod walk;

pub use encodings::decode;
pub use line_index::LineIndex;
pub use walk::{Collected, SIZE_LIMIT, Source, collect, load};

use crate::model::{Notice, SourceMap};

/// Text as decoded, nothing mended.
///
/// Declared normalizations, all in the map: a byte order mark is left out, `\r\n` and a
/// lone `\r` become `\n`, and of Markdown files the marks are left out.
#[derive(Debug, Clone, PartialEq)]
pub struct Decoded {
    /// The text.
    pub text: String,
    /// From the text to the bytes of the file.
    pub map: SourceMap,
    /// WHATWG name of the encoding.
    pub encoding: String,
    /// What the reader should be told (bytes that did not fit the encoding).
    pub notices: Vec<Notice>,
}
