//! The way back from damage: how much of real reports returns, and the laws of restoring.

#![allow(clippy::print_stdout, reason = "figures and skips are for the reader of the test run")]

#[path = "support/damage.rs"]
mod damage;

use std::path::PathBuf;

use damage::{damage, tidied};
use proptest::prelude::*;
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

fn reports(shared: &std::path::Path) -> Vec<PathBuf> {
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

/// Characters of `clean` that are not found again in `back`, or are one too many there, by the longest common
/// subsequence of the two.
fn missing(clean: &[char], back: &[char]) -> usize {
    let start = clean.iter().zip(back).take_while(|(a, b)| a == b).count();
    let (clean, back) = (&clean[start..], &back[start..]);
    let end = clean.iter().rev().zip(back.iter().rev()).take_while(|(a, b)| a == b).count();
    let (clean, back) = (&clean[..clean.len() - end], &back[..back.len() - end]);
    let mut row = vec![0; back.len() + 1];
    for one in clean {
        let mut corner = 0;
        for (at, other) in back.iter().enumerate() {
            let above = row[at + 1];
            row[at + 1] = if one == other { corner + 1 } else { above.max(row[at]) };
            corner = above;
        }
    }
    clean.len().max(back.len()) - row[back.len()]
}

/// How many reports are to be tried: one, unless `TUZHI_DAMAGED` says more.
fn wanted() -> Option<usize> {
    std::env::var("TUZHI_DAMAGED").ok()?.parse().ok()
}

#[test]
fn damaged_reports_come_back() {
    let Some(shared) = shared() else { return };
    let count = wanted().unwrap_or(1);
    // Every second report is in the counts that lost bytes are chosen by: try the others.
    let unseen: Vec<PathBuf> = reports(&shared).into_iter().skip(1).step_by(2).collect();
    let step = (unseen.len() / count).max(1);
    let (mut all, mut lost) = (0, 0);
    for path in unseen.iter().step_by(step).take(count) {
        // Lines that the report itself breaks in mid-sentence are joined beforehand.
        let clean = restored(tidied(&std::fs::read_to_string(path).unwrap()).as_bytes()).text;
        let back = restored(damage(&clean).as_bytes()).text;
        for (clean_line, back_line) in clean.lines().zip(back.lines()) {
            let missing = missing(&compared(clean_line), &compared(back_line));
            if missing > 0 && std::env::var_os("TUZHI_SHOW").is_some() {
                show(clean_line, back_line);
            }
            lost += missing;
            all += compared(clean_line).len();
        }
        assert_eq!(clean.lines().count(), back.lines().count(), "{}", path.display());
    }
    let share = 100.0 * (1.0 - lost as f64 / all as f64);
    println!("{share:.3} % of {all} characters of {count} damaged reports came back");
    assert!(share >= 99.7, "{share:.3} %");
}

/// Prints where two lines part.
fn show(clean: &str, back: &str) {
    let (clean, back) = (compared(clean), compared(back));
    let (mut i, mut j) = (0, 0);
    while i < clean.len() && j < back.len() {
        if clean[i] == back[j] {
            (i, j) = (i + 1, j + 1);
            continue;
        }
        let near =
            |a: usize, b: usize| a + 3 <= clean.len() && b + 3 <= back.len() && clean[a..a + 3] == back[b..b + 3];
        let next =
            (1..30usize).find_map(|sum| (0..=sum).find(|x| near(i + x, j + sum - x)).map(|x| (i + x, j + sum - x)));
        let (a, b) = next.unwrap_or((clean.len(), back.len()));
        let text = |chars: &[char]| chars.iter().collect::<String>();
        println!("{} [{} → {}]", text(&clean[i.saturating_sub(6)..i]), text(&clean[i..a]), text(&back[j..b]));
        (i, j) = (a, b);
    }
}

/// Declared normalizations: spaces of other kinds become plain, private-use and zero-width
/// characters go, a database's `_M_M_` is a percent sign, and lines that break in mid-sentence are joined.
#[test]
fn clean_reports_stay_as_they_are() {
    let Some(shared) = shared() else { return };
    let mut reports = reports(&shared);
    if wanted().is_none() {
        // A sample; with `TUZHI_DAMAGED` set, all.
        reports = reports.into_iter().step_by(6).collect();
    }
    let (mut changed, mut joined) = (Vec::new(), 0);
    for path in &reports {
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
