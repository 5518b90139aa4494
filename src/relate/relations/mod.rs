//! Relations between entities: cues, lists on both sides, the implied subject.
//!
//! 1. [`view`] lays out clauses with the names and cues in them;
//! 2. [`apply`] runs the rules of `cues/*.toml` over each clause; [`sides`] finds where
//!    the ends stand, [`words`] tells what the small words between them mean;
//! 3. [`topics`] adds what the run of clauses in a sentence says together;
//! 4. [`within`] adds what names say by themselves (a firm's name before its project's);
//! 5. [`frame`] adds what title and speaker say.

mod apply;
#[cfg(test)]
mod examples;
mod frame;
mod rules;
mod sides;
mod table;
mod topics;
mod trace;
mod view;
mod within;
mod words;

use std::collections::BTreeMap;

use self::trace::Listener;
use super::clauses::Clauses;
use crate::model::{Linked, Relation};

pub use table::{relation_rule, relation_rules};
pub use trace::{Heard, Lost, LostBy, ModalityBy, Trace, cues_in, trace};

/// Finds the relations of a text, in its order.
pub(super) fn relations(clauses: &Clauses<'_>, linked: &Linked) -> Vec<Relation> {
    find(clauses, linked, &mut ())
}

fn find(clauses: &Clauses<'_>, linked: &Linked, listener: &mut impl Listener) -> Vec<Relation> {
    let (text, outline) = (clauses.text, clauses.outline);
    let view = view::View::new(clauses, linked);
    let names = within::Within::of(linked);
    let mut found = Vec::new();
    for index in 0..outline.sentences.len() {
        if !view.names_any(outline.sentences[index].span) {
            continue;
        }
        let parts = view.parts(index);
        apply::apply(&view, &names, &outline.sentences[index], &parts, &mut found, listener);
        frame::offices(&view, &outline.sentences[index], &parts, &mut found);
        topics::topics(&view, &names, &outline.sentences[index], &parts, &mut found);
    }
    within::relations(&view, &names, outline, &mut found);
    frame::frame(text, outline, linked, &mut found);
    settle(found, linked, listener)
}

fn settle(found: Vec<Relation>, linked: &Linked, listener: &mut impl Listener) -> Vec<Relation> {
    let mut best: BTreeMap<_, Relation> = BTreeMap::new();
    for relation in found {
        let kind = |index: usize| linked.entities.get(index).map(|entity| entity.kind);
        let (Some(head), Some(tail)) = (kind(relation.head), kind(relation.tail)) else { continue };
        if relation.head == relation.tail || !rules::rules().allows(relation.kind, head, tail) {
            listener.lost(&relation, None);
            continue;
        }
        let ends = if relation.kind.is_symmetric() && relation.tail < relation.head {
            (relation.tail, relation.head)
        } else {
            (relation.head, relation.tail)
        };
        let key = (relation.evidence, relation.kind, ends, relation.title.clone());
        if let Some(other) = best.get(&key) {
            if other.confidence >= relation.confidence {
                listener.lost(&relation, Some(other));
                continue;
            }
            listener.lost(other, Some(&relation));
        }
        best.insert(key, relation);
    }
    best.into_values().collect()
}
