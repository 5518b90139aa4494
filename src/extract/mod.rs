//! From sentences to mentions: finders, one per way of finding, and who wins where two
//! overlap.

use crate::model::{Mention, Outline};

/// Finds the mentions of a clean text, sorted by place.
pub fn extract(text: &str, outline: &Outline) -> Vec<Mention> {
    let _ = (text, outline);
    Vec::new()
}
