//! A report: clean text, its way back, and what was mended.

use super::{Repair, SourceMap};

/// A report after reading and restoring.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// First 16 hexadecimal digits of the SHA-256 of the file's bytes: the same bytes
    /// are the same document, whatever they are called.
    pub id: String,
    /// The path as it was given on the command line, or `-`.
    pub path: String,
    /// SHA-256 of the file's bytes, 64 hexadecimal digits.
    pub sha256: String,
    /// Name of the encoding that it was read with, as in the WHATWG standard (`GBK`).
    pub encoding: String,
    /// The clean text.
    pub text: String,
    /// From the clean text to the bytes of the file.
    pub map: SourceMap,
    /// What was mended, in the order of the text.
    pub repairs: Vec<Repair>,
    /// What the reader should be told.
    pub notices: Vec<Notice>,
}

/// Something a person should know that does not stop the run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// A stable code, such as `TZ012`, found in the documentation.
    pub code: &'static str,
    /// A sentence for people.
    pub message: String,
}
