//! The weights of the tagger are those that its trainer makes, and what it adds to texts that it
//! has not learned from is what `tests/eval/tagger.tsv` says.
//!
//! After a change of rules, word lists, annotations or of the tagger itself,
//! `TUZHI_SHARED=… cargo run --release --example train_tagger` writes both anew.

#![allow(clippy::print_stdout, reason = "a skip is for the reader of the test run")]

#[path = "support/annotated.rs"]
mod annotated;
#[path = "../examples/train_tagger/held_out.rs"]
mod held_out;
#[path = "../examples/train_tagger/learn.rs"]
mod learn;
#[path = "../examples/train_tagger/lessons.rs"]
mod lessons;

use std::path::{Path, PathBuf};

use held_out::Text;
use tuzhi::extract::tagger::Model;

const STALE: &str = "if the change is meant: cargo run --release --example train_tagger";

/// The folder of the annotated texts, or a word that there is none.
fn shared() -> Option<PathBuf> {
    let folder = annotated::shared();
    if folder.is_none() {
        println!("skipped: no annotated texts; set TUZHI_SHARED to their folder");
    }
    folder
}

#[test]
fn the_weights_are_those_that_the_trainer_makes() {
    let Some(folder) = shared() else { return };
    let learned = held_out::learned(held_out::texts(&folder).iter());
    assert!(learned == *Model::own(), "the trainer makes other weights now; {STALE}");
}

#[test]
#[ignore = "learns once for each text: for release builds"]
fn what_the_tagger_adds_is_what_is_committed() {
    let Some(folder) = shared() else { return };
    let table = held_out::table(&held_out::texts(&folder));
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let committed = std::fs::read_to_string(root.join("tests/eval/tagger.tsv")).expect("a table");
    let changed: Vec<&str> = table.lines().filter(|row| !committed.lines().any(|other| other == *row)).collect();
    assert!(table == committed, "what the tagger adds has changed; {STALE}\n{}", changed.join("\n"));
}

#[test]
fn what_was_learned_is_found_again() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    let bytes = std::fs::read(root.join("yunxi-2024.clean.txt")).expect("the example");
    let gold = std::fs::read(root.join("yunxi-2024.gold.json")).expect("its annotation");
    let gold = serde_json::from_slice(&gold).expect("an annotation");
    let text = Text::of(annotated::Annotated { name: "example".into(), bytes, gold, read: true });
    let [alone, taught_nothing] = text.without_and_with(&held_out::learned([].iter()));
    let [_, taught] = text.without_and_with(&held_out::learned([&text].into_iter()));
    assert_eq!(alone, taught_nothing);
    assert!(taught[0].recall() > alone[0].recall() + 0.02, "{alone:?} {taught:?}");
}
