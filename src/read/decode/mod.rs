//! What a report's bytes are, told by the bytes themselves, and its text.

mod docx;
mod html;
pub(super) mod json;
mod office;
#[cfg(feature = "pdf-input")]
mod pdf;
mod plain;
pub(super) mod table;
mod xml;

use super::encodings::{self, Text};
use super::{Decoded, expand};
use crate::error::Result;

/// Decodes the bytes of a report named `path`: plain text, Markdown, HTML, Word, PDF, a line of JSON Lines, a
/// row of a table under its head. What the bytes are is told by themselves, whatever the file is called,
/// and by the name only where they do not tell: marks of Markdown are left out of what ends in `.md`.
///
/// # Errors
/// Empty or binary input, bytes that no encoding fits, files that are damaged or locked, and files
/// without text.
pub fn decode(path: &str, bytes: &[u8]) -> Result<Decoded> {
    let text = match Form::of(bytes) {
        Form::Archive => docx::text_of(path, bytes)?,
        Form::Compound => return Err(office::compound(path, bytes)),
        #[cfg(feature = "pdf-input")]
        Form::Pdf => pdf::text_of(path, bytes)?,
        #[cfg(not(feature = "pdf-input"))]
        Form::Pdf => return Err(office::pdf(path)),
        Form::RichText => return Err(office::rich_text(path)),
        Form::Text => written(path, bytes)?,
    };
    let Text { text, map, encoding, notices } = text;
    Ok(Decoded { text, map, encoding: encoding.to_string(), notices })
}

/// The text of what is text itself.
fn written(path: &str, bytes: &[u8]) -> Result<Text> {
    let text = encodings::text(path, bytes, html::declared(bytes).as_deref())?;
    let inner = if json::is_object(&text.text) {
        json::text_of(path, text)?
    } else if is_row(path) {
        table::text_of(path, text)?
    } else if html::is_page(&text.text) {
        return Ok(plain::normalized("", html::text_of(path, text)?));
    } else {
        return Ok(plain::normalized(path, text));
    };
    // What a database keeps may be a page.
    let inner = if html::is_page(&inner.text) { html::text_of(path, inner)? } else { inner };
    Ok(plain::normalized("", inner))
}

/// A sort of file, by its first bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    /// ZIP, which Word documents are.
    Archive,
    /// Old office programs, and locked documents of new ones.
    Compound,
    Pdf,
    RichText,
    Text,
}

/// Within how many bytes a PDF file says that it is one.
const PDF_HEAD: usize = 1024;

impl Form {
    fn of(bytes: &[u8]) -> Self {
        if bytes.starts_with(b"PK\x03\x04") {
            Self::Archive
        } else if bytes.starts_with(office::COMPOUND) {
            Self::Compound
        } else if memchr::memmem::find(&bytes[..bytes.len().min(PDF_HEAD)], b"%PDF-").is_some() {
            Self::Pdf
        } else if bytes.starts_with(b"{\\rtf") {
            Self::RichText
        } else {
            Self::Text
        }
    }
}

/// Whether the bytes of a report are written in lines that a person would count.
pub(super) fn is_in_lines(path: &str, bytes: &[u8]) -> bool {
    Form::of(bytes) == Form::Text && !is_row(path) && bytes.trim_ascii_start().first() != Some(&b'{')
}

/// Whether a name is that of a row: a table's and an id behind it.
fn is_row(path: &str) -> bool {
    path.match_indices('#').any(|(at, _)| matches!(expand::extension(&path[..at]).as_str(), "csv" | "tsv"))
}
