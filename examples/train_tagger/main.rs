//! Learns the weights of the tagger from the annotated reports that rules were written with, and
//! measures what it adds to each annotated text when it has not learned from that text.
//!
//! `TUZHI_SHARED=… cargo run --release --example train_tagger` writes the weights to
//! `src/extract/tagger/data/weights.gz` and the figures to `tests/eval/tagger.tsv`. Reports that
//! nobody read (`"read": false` in `tests/eval/annotations`) are never learned from, so that the
//! scores of the shipped weights on them say what to expect of an unseen report. The same texts,
//! rules and word lists give the same weights: `tests/tagger.rs` holds both files to that.

#[path = "../../tests/support/annotated.rs"]
mod annotated;
mod held_out;
mod learn;
mod lessons;

use std::io::Write;

use flate2::{Compression, GzBuilder};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = annotated::shared().ok_or("no annotated texts: set TUZHI_SHARED to their folder")?;
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let texts = held_out::texts(&folder);
    let mut packed = GzBuilder::new().write(Vec::new(), Compression::best());
    packed.write_all(&held_out::learned(texts.iter()).to_bytes())?;
    std::fs::write(root.join("src/extract/tagger/data/weights.gz"), packed.finish()?)?;
    std::fs::write(root.join("tests/eval/tagger.tsv"), held_out::table(&texts))?;
    Ok(())
}
