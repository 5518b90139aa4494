//! Two entities and what a sentence says of them.

use super::{Period, Span};
use crate::ontology::{Modality, RelationType};

/// A directed relation between two entities of one report.
#[derive(Debug, Clone, PartialEq)]
pub struct Relation {
    /// Index of the head entity.
    pub head: usize,
    /// What holds.
    pub kind: RelationType,
    /// Index of the tail entity.
    pub tail: usize,
    /// Done, ongoing or planned.
    pub modality: Modality,
    /// The years the sentence speaks of.
    pub period: Option<Period>,
    /// `false` where the sentence denies it.
    pub polarity: bool,
    /// More words of the text that belong to the edge: the office on `leads`.
    pub title: Option<String>,
    /// The rule that found it.
    pub rule: String,
    /// How sure, 0 to 1.
    pub confidence: f32,
    /// The sentence, or the clause, that says so.
    pub evidence: Span,
}
