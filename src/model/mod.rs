//! The nouns of the product: text with its way back to the bytes, and what is found in it.
//!
//! Nothing here reads a file, knows a rule or derives a file format (rows that are
//! written live in [`crate::graph::file`]).
//!
//! Offsets are half-open **byte** ranges in the clean text everywhere; [`SourceMap`]
//! carries them back to the bytes of the file.

mod document;
mod entity;
mod fact;
mod linked;
mod list;
mod mention;
mod outline;
mod period;
mod rejection;
mod relation;
mod repair;
mod rule_card;
mod source_map;
mod span;

pub use document::{Document, Notice};
pub use entity::{Entity, Level};
pub use fact::{Bound, Fact, Value};
pub use linked::Linked;
pub use list::CountedList;
pub use mention::Mention;
pub use outline::{Outline, Section, SectionKind, Sentence};
pub use period::Period;
pub use rejection::{Against, Rejection, Saying};
pub use relation::Relation;
pub use repair::{Repair, RepairKind};
pub use rule_card::RuleCard;
pub use source_map::{Run, SourceMap};
pub use span::Span;
