//! Graphs written out: one file per format, and files written whole or not at all.

mod dot;
mod format;
mod json;
mod whole;

pub use format::{Format, Options, write, write_file};
pub use json::write_record;
pub use whole::write_whole;
