//! Relations between entities: cues, lists on both sides, the implied subject.

use crate::model::{Linked, Outline, Relation};

/// Finds the relations of a clean text, in the order of the text.
pub fn relations(text: &str, outline: &Outline, linked: &Linked) -> Vec<Relation> {
    let _ = (text, outline, linked);
    Vec::new()
}
