//! What reported confidences are worth, against `tests/eval/calibration.tsv`: how many claims
//! of each bin are right.
//!
//! Rules are written by people who read some texts, and no program fits them; what is fitted
//! is the table of shares alone. "Held out" therefore means: the shares that a text is
//! judged with were counted in the other texts, and the level was taken from the other texts
//! that nobody read. For texts that rules were written with this holds the table out, and not
//! the rules; for those never read it holds out both.

use std::env;
use std::fmt::Write;
use std::fs;
use std::path::Path;

use tuzhi::eval::{Judged, bins, calibration, error_of, fit, judged, level};
use tuzhi::graph::confidence::{Calibration, Claim};
use tuzhi::pipeline;

use crate::annotated::{Annotated, shared, texts};
use crate::counted::counted;

const HEADINGS: &str = "confidences\ttexts\tclaim\tbin\tsays\tright\tright\tclaims";

/// A text and its claims, with the confidences that rules rank by.
struct Text {
    name: String,
    read: bool,
    claims: Vec<Judged>,
}

fn text(annotated: &Annotated) -> Text {
    let document = pipeline::open(&annotated.name, &annotated.bytes).expect("a report");
    let claims = judged(&pipeline::extract(document).ranked_record(), &annotated.gold);
    Text { name: annotated.name.clone(), read: annotated.read, claims }
}

/// The table fitted without one text.
fn without(texts: &[Text], left: &str) -> Calibration {
    let claims = |read: bool| -> Vec<Judged> {
        let others = texts.iter().filter(|text| text.read == read && text.name != left);
        others.flat_map(|text| text.claims.clone()).collect()
    };
    let mut shares = fit(&counted(claims(true), &claims(false)));
    level(&mut shares, &claims(false));
    calibration(&shares)
}

/// Rows of one sort of confidences: bins of each claim, and by how much they are off.
fn rows(table: &mut String, sort: &str, texts: &str, claims: &[(Claim, f64, bool)]) {
    for claim in Claim::ALL {
        let own = claims.iter().filter(|(of, ..)| *of == claim).map(|(_, says, right)| (*says, *right));
        let bins = bins(own);
        for bin in &bins {
            let (says, share) = (bin.claimed / bin.of as f64, bin.right as f64 / bin.of as f64);
            let name = claim.name();
            let from = bin.from;
            let (right, of) = (bin.right, bin.of);
            writeln!(table, "{sort}\t{texts}\t{name}\t{from:.2}-\t{says:.3}\t{share:.3}\t{right}\t{of}")
                .expect("text grows");
        }
        let of: usize = bins.iter().map(|bin| bin.of).sum();
        let right: usize = bins.iter().map(|bin| bin.right).sum();
        let says = bins.iter().map(|bin| bin.claimed).sum::<f64>() / of as f64;
        let share = right as f64 / of as f64;
        let off = error_of(&bins);
        writeln!(
            table,
            "{sort}\t{texts}\t{}\tall, off by {off:.3}\t{says:.3}\t{share:.3}\t{right}\t{of}",
            claim.name()
        )
        .expect("text grows");
    }
}

/// Claims of texts with the confidences that `of` gives each.
fn told<'a>(
    texts: impl Iterator<Item = &'a Text>,
    of: impl Fn(&Text) -> Option<Calibration>,
) -> Vec<(Claim, f64, bool)> {
    let mut all = Vec::new();
    for text in texts {
        let table = of(text);
        let says = |judged: &Judged| match &table {
            // As a graph has it: to two decimals.
            Some(table) => {
                (table.reported(judged.claim, &judged.rule, judged.confidence as f32) * 100.0).round() / 100.0
            }
            None => judged.confidence,
        };
        all.extend(text.claims.iter().map(|judged| (judged.claim, says(judged), judged.right)));
    }
    all
}

fn measure(folder: &Path) -> String {
    let texts: Vec<Text> = texts(folder).iter().map(text).collect();
    let mut table = format!("{HEADINGS}\n");
    for (name, read) in [("read", true), ("not read", false)] {
        let own = || texts.iter().filter(|text| text.read == read);
        rows(&mut table, "ranks", name, &told(own(), |_| None));
        rows(&mut table, "reported", name, &told(own(), |_| Some(Calibration::committed().clone())));
        rows(&mut table, "held out", name, &told(own(), |text| Some(without(&texts, &text.name))));
    }
    table
}

#[test]
fn the_confidences_are_worth_what_is_committed() {
    let Some(folder) = shared() else {
        println!("skipped: no annotated texts; set TUZHI_SHARED to their folder");
        return;
    };
    let measured = measure(&folder);
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/eval/calibration.tsv");
    if env::var_os("UPDATE").is_some() {
        fs::write(&path, &measured).expect("written");
    }
    let committed = fs::read_to_string(&path).expect("tests/eval/calibration.tsv is committed");
    let changed: Vec<&str> = measured.lines().filter(|row| !committed.lines().any(|other| other == *row)).collect();
    assert!(
        committed == measured,
        "what confidences are worth has changed; if that is meant: UPDATE=1 cargo test --test eval\n{}",
        changed.join("\n")
    );
}
