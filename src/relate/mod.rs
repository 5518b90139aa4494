//! From entities to what is said of them: relations between them and dated facts.

mod clauses;
mod facts;
mod relations;

pub use facts::{fact_cues, fact_rule, fact_rules, facts};
pub use relations::{Heard, Lost, LostBy, ModalityBy, Trace, cues_in, relation_rule, relation_rules, relations, trace};

/// The clauses of a sentence of `text`: the runs between commas, semicolons and colons, in the
/// order of the text.
pub fn clause_spans(text: &str, sentence: &crate::model::Sentence) -> Vec<crate::model::Span> {
    clauses::clauses(text, sentence).iter().map(|clause| clause.span).collect()
}
