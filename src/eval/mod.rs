//! How good the extraction is: hand-made annotations, and what is right, missed and
//! spurious against them.

mod calibrate;
mod compare;
mod found;
mod gold;
mod lines;
mod report;
mod score;
mod verdict;

pub use calibrate::{Bin, Judged, Share, bins, calibration, error_of, fit, judged, level};
pub use found::{Found, FoundEdge, FoundEvidence, FoundFact, FoundNode};
pub use gold::{Gold, GoldEntity, GoldFact, GoldRelation, oracle};
pub use lines::Lines;
pub use report::report;
pub use score::{Misses, Part, Scores, score};
pub use verdict::{Verdicts, verdicts};
