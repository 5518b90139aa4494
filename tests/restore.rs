//! The way back from damage: how much of real reports returns, and the laws of restoring.

#![allow(clippy::print_stdout, reason = "figures and skips are for the reader of the test run")]

#[path = "support/align.rs"]
mod align;
#[path = "support/damage.rs"]
mod damage;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use align::aligned;
use damage::{Glossed, damage, tidied};
use proptest::prelude::*;
use rayon::prelude::*;
use tuzhi::model::{RepairKind, Span};
use tuzhi::pipeline::open;
use tuzhi::read;
use tuzhi::restore::{Restored, restore};

fn shared() -> Option<PathBuf> {
    let path = std::env::var_os("TUZHI_SHARED").map_or_else(|| PathBuf::from("../shared"), PathBuf::from);
    if path.is_dir() {
        return Some(path);
    }
    println!("skipped: no folder of reports at {} (set TUZHI_SHARED)", path.display());
    None
}

fn reports(shared: &Path) -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> =
        std::fs::read_dir(shared.join("corpus/reports")).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
}

fn restored(bytes: &[u8]) -> Restored {
    restore(read::decode("report.txt", bytes).unwrap())
}

/// Width apart (clean reports write some marks narrow), blanks apart.
fn compared(text: &str) -> Vec<char> {
    let narrow = |char: char| match char {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(char) - 0xFEE0).unwrap_or(char),
        _ => char,
    };
    text.chars().filter(|char| !char.is_whitespace()).map(narrow).collect()
}

/// The committed figures: by report, and how often repairs of lost bytes are right by their confidence.
const FIGURES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/eval/restore.tsv");
const CONFIDENCES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/eval/restore-confidence.tsv");

/// Lower edges of the bins of confidence.
const BINS: [f32; 7] = [0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99];

/// The reports that `examples/ngrams.rs` leaves out of the counts by which lost bytes are chosen.
fn unseen(shared: &Path) -> Vec<PathBuf> {
    reports(shared).into_iter().enumerate().filter(|(at, _)| at % 5 % 2 == 1).map(|(_, path)| path).collect()
}

/// What came back of a damaged report.
#[derive(Default)]
struct Outcome {
    characters: usize,
    /// Characters that are wrong, missing or too many.
    wrong: usize,
    /// Figures that were swallowed, for which a sign stands.
    figures: usize,
    /// The repairs of lost bytes: their confidence, and whether all their characters are right. Those that say
    /// that a figure was swallowed are none.
    holes: Vec<(f32, bool)>,
    /// Where the texts part: before, clean, mended.
    partings: Vec<[String; 3]>,
}

impl Outcome {
    fn of(path: &Path, glossed: Glossed) -> Self {
        // Lines that the report itself breaks in mid-sentence are joined beforehand.
        let clean = restored(tidied(&std::fs::read_to_string(path).unwrap()).as_bytes()).text;
        let back = restored(damage(&clean, glossed).as_bytes());
        assert_eq!(clean.lines().count(), back.text.lines().count(), "{}", path.display());
        let (clean, mended) = (compared(&clean), compared(&back.text));
        let mut outcome = Self { characters: clean.len(), ..Self::default() };
        let mut right = vec![false; mended.len()];
        let (mut i, mut j) = (0, 0);
        for (x, y) in aligned(&clean, &mended).into_iter().chain([(clean.len(), mended.len())]) {
            if x > i || y > j {
                outcome.wrong += (x - i).max(y - j);
                outcome.figures += mended[j..y].iter().filter(|char| **char == '□').count();
                let text = |chars: &[char]| chars.iter().collect::<String>();
                outcome.partings.push([text(&clean[i.saturating_sub(8)..i]), text(&clean[i..x]), text(&mended[j..y])]);
            }
            right.get_mut(y).into_iter().for_each(|right| *right = true);
            (i, j) = (x + 1, y + 1);
        }
        // The characters of a repair are those that lead back into its bytes.
        let visible = back.text.char_indices().filter(|(_, char)| !char.is_whitespace());
        let mut places: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (place, (at, char)) in visible.enumerate() {
            places.entry(back.map.source(Span::new(at, at + char.len_utf8())).start).or_default().push(place);
        }
        let holes = back.repairs.iter().filter(|repair| repair.kind == RepairKind::LostBytes);
        for hole in holes.filter(|hole| !hole.after.contains('□')) {
            let range = hole.raw.start..hole.raw.end.max(hole.raw.start + 1);
            let is_right = places.range(range).flat_map(|(_, places)| places).all(|place| right[*place]);
            outcome.holes.push((hole.confidence, is_right));
        }
        outcome
    }

    /// A row of the table of figures.
    fn row(&self, name: &str) -> String {
        let share = 100.0 * (1.0 - self.wrong as f64 / self.characters as f64);
        let wrong = self.holes.iter().filter(|(_, is_right)| !is_right).count();
        let (characters, all) = (self.characters, self.holes.len());
        format!("{name}\t{characters}\t{}\t{}\t{all}\t{wrong}\t{share:.3}", self.wrong, self.figures)
    }
}

/// The table of figures by report, and the total in its last row.
fn figures(outcomes: &[(String, Outcome)]) -> (String, Outcome) {
    let mut total = Outcome::default();
    let mut table = String::new();
    for (name, outcome) in outcomes {
        total.characters += outcome.characters;
        total.wrong += outcome.wrong;
        total.figures += outcome.figures;
        total.holes.extend(&outcome.holes);
        table += &(outcome.row(name) + "\n");
    }
    table += &(total.row("total") + "\n");
    (table, total)
}

/// How often holes are right, by confidence.
fn confidences(holes: &[(f32, bool)]) -> String {
    let mut table = String::from("from\tto\tholes\tmean confidence\tright\n");
    for (from, to) in BINS.iter().zip(BINS[1..].iter().chain([&1.0])) {
        let bin: Vec<_> = holes.iter().filter(|(sure, _)| sure >= from && (sure < to || *to == 1.0)).collect();
        let count = bin.len().max(1) as f64;
        let mean = bin.iter().map(|(sure, _)| f64::from(*sure)).sum::<f64>() / count;
        let right = bin.iter().filter(|(_, is_right)| *is_right).count() as f64 / count;
        table += &format!("{from:.2}\t{to:.2}\t{}\t{mean:.3}\t{right:.3}\n", bin.len());
    }
    table
}

fn outcomes(paths: &[PathBuf], glossed: Glossed) -> Vec<(String, Outcome)> {
    let name = |path: &Path| path.file_stem().unwrap().to_string_lossy().into_owned();
    let outcomes: Vec<_> = paths.par_iter().map(|path| (name(path), Outcome::of(path, glossed))).collect();
    if std::env::var_os("TUZHI_SHOW").is_some() {
        for [before, clean, mended] in outcomes.iter().flat_map(|(_, outcome)| &outcome.partings) {
            println!("{before} [{clean} → {mended}]");
        }
    }
    outcomes
}

/// A few of the reports, against their rows of the table of all.
#[test]
fn damaged_reports_come_back() {
    let Some(shared) = shared() else { return };
    let some: Vec<PathBuf> = unseen(&shared).into_iter().step_by(40).collect();
    let table = std::fs::read_to_string(FIGURES).unwrap();
    for (name, outcome) in outcomes(&some, Glossed::AsInTheSeed) {
        let row = outcome.row(&name);
        assert!(table.lines().any(|line| line == row), "not in {FIGURES}, see the test of all reports: {row}");
    }
}

/// All of them, in a minute: `cargo test --release --test restore -- --ignored`.
/// After a change that is meant, `UPDATE=1` before it writes the tables.
///
/// The confidences are those of the denser damage, where there are more holes to judge them by.
#[test]
#[ignore = "takes long in a debug build"]
fn all_damaged_reports_come_back() {
    let Some(shared) = shared() else { return };
    let reports = unseen(&shared);
    let (table, total) = figures(&outcomes(&reports, Glossed::AsInTheSeed));
    let (_, dense) = figures(&outcomes(&reports, Glossed::Half));
    let dense_row = dense.row("total, with readings behind half of all forms");
    let table =
        format!("report\tcharacters\twrong\tswallowed figures\tholes\twrong holes\tshare\n{table}{dense_row}\n");
    let confidences = confidences(&dense.holes);
    println!("{}\n{dense_row}\n{confidences}", total.row("total"));
    for (path, table) in [(FIGURES, table), (CONFIDENCES, confidences)] {
        if std::env::var_os("UPDATE").is_some() {
            std::fs::write(path, &table).unwrap();
        }
        let committed = std::fs::read_to_string(path).unwrap();
        assert_eq!(committed, table, "{path} has changed; if that is meant, run again with UPDATE=1");
    }
}

/// What the tables promise, wherever the reports are.
#[test]
fn figures_are_as_good_as_promised() {
    let figures = std::fs::read_to_string(FIGURES).unwrap();
    let share = |row: &str| row.rsplit('\t').next().unwrap().parse::<f64>().unwrap();
    let rows: Vec<&str> = figures.lines().collect();
    let [total, dense] = rows[rows.len() - 2..] else { panic!("two totals") };
    assert!(rows.len() >= 103, "a hundred reports, a head and two totals");
    assert!(total.starts_with("total\t") && share(total) >= 99.95, "{total}");
    assert!(dense.starts_with("total, ") && share(dense) >= 99.9, "{dense}");
    for row in std::fs::read_to_string(CONFIDENCES).unwrap().lines().skip(1) {
        let row: Vec<f64> = row.split('\t').map(|cell| cell.parse().unwrap()).collect();
        assert!((row[3] - row[4]).abs() <= 0.08 || row[2] < 100.0, "confidence is not what it says: {row:?}");
    }
}

/// A sample of the clean reports.
#[test]
fn clean_reports_stay_as_they_are() {
    let Some(shared) = shared() else { return };
    unchanged(&reports(&shared).into_iter().step_by(6).collect::<Vec<_>>());
}

/// All of them, as the test of all damaged ones.
#[test]
#[ignore = "takes long in a debug build"]
fn all_clean_reports_stay_as_they_are() {
    let Some(shared) = shared() else { return };
    unchanged(&reports(&shared));
}

/// Declared normalizations: spaces of other kinds become plain, private-use and zero-width
/// characters go, a database's `_M_M_` is a percent sign, and lines that break in mid-sentence are joined.
fn unchanged(reports: &[PathBuf]) {
    let (mut changed, mut joined) = (Vec::new(), 0);
    for path in reports {
        let bytes = std::fs::read(path).unwrap();
        let text = String::from_utf8(bytes.clone()).unwrap();
        let declared = text
            .replace("\r\n", "\n")
            .replace(['\u{A0}', '\u{2002}', '\u{2003}'], " ")
            .chars()
            .filter(|char| !matches!(char, '\u{E000}'..='\u{F8FF}' | '\u{200C}'))
            .collect::<String>()
            .replace("_M_M_", "%");
        let declared = declared.trim_start_matches('\u{FEFF}');
        let back = restored(&bytes);
        assert!(back.repairs.iter().all(|repair| repair.kind != RepairKind::Portal), "{}", path.display());
        let breaks = back.repairs.iter().filter(|repair| repair.kind == RepairKind::LineBreak).count();
        joined += usize::from(breaks > 0);
        let lines = |text: &str| text.lines().map(str::trim_end).collect::<String>();
        let same = if breaks > 0 { lines(&back.text) == lines(declared) } else { back.text == declared };
        if !same {
            changed.push(path.file_name().unwrap().to_owned());
        }
    }
    let kept = reports.len() - changed.len() - joined;
    println!("{kept} of {} clean reports unchanged, {joined} with lines joined and no more", reports.len());
    assert!(changed.is_empty(), "{changed:?}");
}

/// Any text leads back into its file, forward only, and restoring it again changes nothing.
fn laws(bytes: &[u8]) -> Result<(), TestCaseError> {
    let Ok(document) = open("report.txt", bytes) else { return Ok(()) };
    let mut before = 0;
    for (at, char) in document.text.char_indices() {
        let source = document.map.source(Span::new(at, at + char.len_utf8()));
        prop_assert!(source.start >= before && source.end <= bytes.len(), "{source:?} behind {before}");
        before = source.start;
    }
    for repair in &document.repairs {
        prop_assert!(repair.raw.start <= repair.raw.end && repair.raw.end <= bytes.len());
    }
    if !document.text.trim().is_empty() {
        let again = restored(document.text.as_bytes());
        prop_assert_eq!(&again.text, &document.text);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn laws_hold_for_any_bytes(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        laws(&bytes)?;
    }

    #[test]
    fn laws_hold_for_any_text(text in "\\PC{0,120}") {
        laws(text.as_bytes())?;
    }

    #[test]
    fn laws_hold_for_damaged_words(text in "([區業經濟發展县区保障三六，。；：、“”（）?!,;:0-9a-zé ]|\\(qū\\)|\\(yè\\)|\\(jīng\\)|\\?zāi\\)|\\?\\?|&nbsp;|\u{A0}|€|芰|Γ|\n){0,80}") {
        laws(text.as_bytes())?;
        laws(&encoding_rs::GBK.encode(&text).0)?;
    }
}

#[test]
fn golden_texts_come_back() {
    for (damaged, clean) in [
        (include_str!("golden/restore/portal.txt"), include_str!("golden/restore/portal.clean.txt")),
        (include_str!("golden/restore/mirror.txt"), include_str!("golden/restore/mirror.clean.txt")),
    ] {
        assert_eq!(restored(damaged.as_bytes()).text, clean);
    }
}
