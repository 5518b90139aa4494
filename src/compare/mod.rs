//! Years compared: what became of what was promised, what two graphs do not share, figures over years and places.
//!
//! The [`ledger`] holds what a report plans against what the reports of the next years say. It reads the
//! graph and, where they are at hand, the reports again, because a graph keeps only the sentences that gave
//! it something, and of something that is gone without a word no sentence is kept.

mod candidates;
mod diff;
mod diff_sheets;
mod goals;
mod hints;
mod indicator_sheets;
mod indicators;
mod ledger;
mod ledger_sheets;
mod names;
mod outcome;
mod page;
mod passages;
mod promises;
mod reports;
mod row;
mod verdict;
mod words;

pub use diff::{Change, Detail, Diff, EntityChange, RelationChange, diff};
pub use diff_sheets::diff_sheet;
pub use hints::Hint;
pub use indicator_sheets::point_sheet;
pub use indicators::{Indicators, Line, Measure, Point, indicators};
pub use ledger::{Options, ledger};
pub use ledger_sheets::{ledger_sheet, total_sheet};
pub use outcome::{Because, Outcome, Sort};
pub use page::ledger_page;
pub use reports::{Series, reporting_regions, series_of};
pub use row::{Finding, Ledger, Promise, Row, Said, Totals};
