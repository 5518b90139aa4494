//! From entities to what is said of them: relations between them and dated facts.

mod clauses;
mod facts;
mod relations;
mod times;

pub(crate) use clauses::modality;
pub use facts::{fact_cues, fact_rule, fact_rules};
pub use relations::{Heard, Lost, LostBy, ModalityBy, Trace, cues_in, relation_rule, relation_rules, trace};

use crate::model::{Fact, Linked, Outline, Relation, Sentence, Span};
use clauses::Clauses;

/// Finds what is said in a clean text: as [`relations`] and [`facts`] do, each sentence cut into clauses
/// once.
pub fn relate(text: &str, outline: &Outline, linked: &Linked) -> (Vec<Relation>, Vec<Fact>) {
    let clauses = Clauses::of(text, outline);
    let (mut relations, mut facts) = (relations::relations(&clauses, linked), facts::facts(&clauses, linked));
    times::settle(text, outline, &mut relations, &mut facts);
    (relations, facts)
}

/// Finds the relations of a clean text, in the order of the text. Every relation keeps to
/// the signatures of the ontology; of two that say the same in one sentence, the surer
/// one stays.
pub fn relations(text: &str, outline: &Outline, linked: &Linked) -> Vec<Relation> {
    let mut found = relations::relations(&Clauses::of(text, outline), linked);
    times::settle(text, outline, &mut found, &mut []);
    found
}

/// Finds the facts of a clean text, in the order of the text.
pub fn facts(text: &str, outline: &Outline, linked: &Linked) -> Vec<Fact> {
    let mut found = facts::facts(&Clauses::of(text, outline), linked);
    times::settle(text, outline, &mut [], &mut found);
    found
}

/// The clauses of a sentence of `text`: the runs between commas, semicolons and colons, in the
/// order of the text.
pub fn clause_spans(text: &str, sentence: &Sentence) -> Vec<Span> {
    clauses::clauses(text, sentence).iter().map(|clause| clause.span).collect()
}
