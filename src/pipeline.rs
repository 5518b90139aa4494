//! The stages on one page: bytes in, record out.

use sha2::{Digest, Sha256};

use crate::error::Result;
use crate::graph::file::Record;
use crate::model::{Document, Fact, Linked, Mention, Outline, Relation};
use crate::{extract, graph, link, outline, read, relate, restore};

/// Everything that the stages found in one report.
#[derive(Debug, Clone, PartialEq)]
pub struct Extraction {
    /// The report.
    pub document: Document,
    /// Its frame.
    pub outline: Outline,
    /// What its words name.
    pub mentions: Vec<Mention>,
    /// The entities.
    pub linked: Linked,
    /// What is said between them.
    pub relations: Vec<Relation>,
    /// What is said of each.
    pub facts: Vec<Fact>,
}

/// Reads and restores the bytes of a file named `path`.
///
/// # Errors
/// Those of [`read::decode`].
pub fn open(path: &str, bytes: &[u8]) -> Result<Document> {
    let sha256: String = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    let decoded = read::decode(path, bytes)?;
    let encoding = decoded.encoding.clone();
    let restored = restore::restore(decoded);
    Ok(Document {
        id: sha256[..16].to_string(),
        path: path.to_string(),
        sha256,
        encoding,
        text: restored.text,
        map: restored.map,
        repairs: restored.repairs,
        notices: restored.notices,
    })
}

/// Runs all stages on a restored report.
pub fn extract(document: Document) -> Extraction {
    let outline = outline::outline(&document.text);
    let mentions = extract::extract(&document.text, &outline);
    let linked = link::link(&document.text, &outline, &mentions);
    let relations = relate::relations(&document.text, &outline, &linked);
    let facts = relate::facts(&document.text, &outline, &linked);
    Extraction { document, outline, mentions, linked, relations, facts }
}

impl Extraction {
    /// The record of this report. With `quotes` every evidence carries its words.
    pub fn record(&self, quotes: bool) -> Record {
        graph::record(&self.document, &self.outline, &self.linked, &self.relations, &self.facts, quotes)
    }
}
