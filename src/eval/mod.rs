//! How good the extraction is: hand-made annotations, and what is right, missed and
//! spurious against them.

mod gold;

pub use gold::{Gold, GoldEntity, GoldFact, GoldRelation, oracle};
