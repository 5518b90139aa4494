//! The frame of a report: title, region, date, speaker, sections, sentences, and the
//! period and modality of each.
//!
//! 1. `lines` cuts the text into lines, headings told apart;
//! 2. `head` reads what stands above the first heading;
//! 3. `sections` says which part looks back and which forward, and on which years;
//! 4. `sentences` cuts each section and dates its sentences.

mod genre;
mod head;
mod lines;
mod region;
mod sections;
mod sentences;
mod years;

pub use genre::foreign;
pub use region::own_name;

use crate::model::Outline;

/// Reads the frame of a clean text. Never fails: what is not there stays empty, but
/// sections and sentences always cover the text's words.
pub fn outline(text: &str) -> Outline {
    let lines = lines::lines(text);
    let mut outline = head::head(text, &lines);
    if outline.region.is_none() {
        outline.region = region::most_named(text);
    }
    sections::sections(text, &lines, &mut outline);
    sentences::sentences(text, &lines, &mut outline);
    outline
}
