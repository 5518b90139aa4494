//! The scores of the annotated texts, against those committed in `tests/eval/scores.tsv`.
//!
//! Beside the texts that are shared with their annotations, parts of further reports are
//! annotated in `tests/eval/annotations` (names, kinds, edges and figures with the lines of
//! the report that they stand on; no sentence). Those with `"read": false` were never read
//! while rules were written, and the tagger did not learn from them: what they score is what
//! to expect of an unseen report. The tagger has learned the others.
//!
//! The texts are not part of this repository: they are looked for in `TUZHI_SHARED`, or in
//! `shared` beside the repository, and their lines are passed over when they are not there.
//! After a change of the scores that is meant, `UPDATE=1 cargo test --test eval` writes
//! them anew.

#![allow(clippy::print_stdout, reason = "a skip is for the reader of the test run")]

#[path = "support/annotated.rs"]
mod annotated;
#[path = "eval/audit.rs"]
mod audit;
#[path = "eval/calibration.rs"]
mod calibration;
#[path = "support/counted.rs"]
mod counted;
#[path = "eval/ledger.rs"]
mod ledger;

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs};

use tuzhi::eval::{Found, Gold, Part as Figures, Scores, score};
use tuzhi::pipeline;

/// Annotated texts: name, report, lines of the report (0: all), annotation.
const TEXTS: &[(&str, &str, usize, &str)] = &[
    ("anguo2022", "gold/anguo2022.txt", 0, "gold/anguo2022.gold.json"),
    ("dongchang2021-review", "gold/dongchang2021-review.txt", 0, "gold/dongchang2021-review.gold.json"),
    ("dongchang2021-review.raw", "seed/dongchang-2021.txt", 21, "gold/dongchang2021-review.gold.json"),
    ("longgang2024", "gold/longgang2024.txt", 0, "gold/longgang2024.gold.json"),
    ("qingyuan2022", "gold/qingyuan2022.txt", 0, "gold/qingyuan2022.gold.json"),
    ("zhumadian2019", "gold/zhumadian2019.txt", 0, "gold/zhumadian2019.gold.json"),
];

/// What the annotation of a part of a report says of the part.
#[derive(serde::Deserialize)]
struct Part {
    document: String,
    /// Name of the report in `corpus/reports`.
    source: String,
    /// First and last lines of what is annotated, from 1.
    lines: Vec<(usize, usize)>,
    /// Whether rules were written with this part at hand.
    read: bool,
}

/// The shipped example, whose rows hold without the other texts.
const EXAMPLE: (&str, &str, usize, &str) = ("example", "examples/yunxi-2024.txt", 0, "examples/yunxi-2024.gold.json");

const HEADINGS: &str = "text\tpart\tP\tR\tF1\tright\tpredicted\twanted";

fn shared() -> Option<PathBuf> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    let folder = env::var_os("TUZHI_SHARED").map_or(beside, PathBuf::from);
    folder.join("gold").is_dir().then_some(folder)
}

fn line(table: &mut String, text: &str, part: &str, figures: &Figures) {
    let [p, r, f] = [figures.precision(), figures.recall(), figures.f1()];
    let Figures { right, predicted, wanted, .. } = figures;
    writeln!(table, "{text}\t{part}\t{p:.3}\t{r:.3}\t{f:.3}\t{right}\t{predicted}\t{wanted}").expect("text grows");
}

fn parts(scores: &Scores) -> [(&'static str, Figures); 4] {
    [("names", scores.names), ("entities", scores.entities), ("relations", scores.relations), ("facts", scores.facts)]
}

/// What is found in the text, and what relations and facts are with the annotated entities.
fn scores(name: &str, bytes: &[u8], gold: &Gold) -> (Scores, Scores) {
    let document = pipeline::open(name, bytes).expect("a report");
    let measure = |extraction: pipeline::Extraction| {
        let record = extraction.record(true);
        score(&Found::of(&record.nodes, &record.edges), gold, None)
    };
    let oracle = measure(pipeline::with_gold(document.clone(), gold));
    (measure(pipeline::extract(document)), oracle)
}

/// The rows of one text.
fn rows(name: &str, bytes: &[u8], gold: &Gold) -> Vec<(String, Figures)> {
    let (found, oracle) = scores(name, bytes, gold);
    let mut rows: Vec<(String, Figures)> =
        parts(&found).iter().map(|(part, figures)| (part.to_string(), *figures)).collect();
    rows.push(("relations, entities given".into(), oracle.relations));
    rows.push(("facts, entities given".into(), oracle.facts));
    rows
}

/// The rows of a text with its annotation in `folder`; the first `lines` lines of it, or all.
fn rows_of_file(folder: &Path, report: &str, lines: usize, gold: &str) -> Vec<(String, Figures)> {
    let mut bytes = fs::read(folder.join(report)).expect("the report is there");
    if lines > 0 {
        let kept: usize = bytes.split_inclusive(|byte| *byte == b'\n').take(lines).map(<[u8]>::len).sum();
        bytes.truncate(kept);
    }
    let gold: Gold =
        serde_json::from_slice(&fs::read(folder.join(gold)).expect("the annotation is there")).expect("an annotation");
    rows(report, &bytes, &gold)
}

/// The annotated parts of reports, by name.
fn annotations() -> Vec<(Part, Gold)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/eval/annotations");
    let mut paths: Vec<PathBuf> =
        fs::read_dir(folder).expect("annotations").map(|entry| entry.expect("an entry").path()).collect();
    paths.sort();
    let read = |path: PathBuf| {
        let bytes = fs::read(&path).expect("readable");
        let part: Part = serde_json::from_slice(&bytes).expect("an annotated part");
        (part, serde_json::from_slice(&bytes).expect("an annotation"))
    };
    paths.into_iter().map(read).collect()
}

/// Adds the rows of one text to those of others.
fn add(sums: &mut Vec<(String, Figures)>, rows: &[(String, Figures)]) {
    *sums = if sums.is_empty() {
        rows.to_vec()
    } else {
        sums.iter().zip(rows).map(|((part, a), (_, b))| (part.clone(), a.and(b))).collect()
    };
}

/// The table of the example, and of the annotated texts where they are at hand.
fn table(folder: Option<&Path>) -> String {
    let mut table = format!("{HEADINGS}\n");
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let (name, report, lines, gold) = EXAMPLE;
    for (part, figures) in &rows_of_file(root, report, lines, gold) {
        line(&mut table, name, part, figures);
    }
    let Some(folder) = folder else { return table };
    let mut sums = Vec::new();
    for (name, report, lines, gold) in TEXTS {
        let rows = rows_of_file(folder, report, *lines, gold);
        for (part, figures) in &rows {
            line(&mut table, name, part, figures);
        }
        // The damaged half is the same text once more.
        if *lines == 0 {
            add(&mut sums, &rows);
        }
    }
    for (part, figures) in &sums {
        line(&mut table, "all", part, figures);
    }
    for read in [true, false] {
        let mut sums = Vec::new();
        for (part, gold) in annotations().iter().filter(|(part, _)| part.read == read) {
            let report =
                fs::read_to_string(folder.join(format!("corpus/reports/{}.txt", part.source))).expect("a report");
            let lines: Vec<&str> = report.split('\n').collect();
            let kept: Vec<&str> =
                part.lines.iter().flat_map(|(first, last)| &lines[first - 1..*last]).copied().collect();
            let rows = rows(&part.document, (kept.join("\n") + "\n").as_bytes(), gold);
            for (figure, figures) in &rows {
                line(&mut table, &part.document, figure, figures);
            }
            add(&mut sums, &rows);
        }
        for (part, figures) in &sums {
            line(&mut table, if read { "further, read" } else { "further, not read" }, part, figures);
        }
    }
    table
}

#[test]
fn the_scores_are_those_committed() {
    let folder = shared();
    let measured = table(folder.as_deref());
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/eval/scores.tsv");
    if env::var_os("UPDATE").is_some() && folder.is_some() {
        fs::write(&path, &measured).expect("written");
    }
    let committed = fs::read_to_string(&path).expect("tests/eval/scores.tsv is committed");
    let whole = folder.is_some();
    if !whole {
        println!("only the example is scored: no annotated texts; set TUZHI_SHARED to their folder");
    }
    let kept: Vec<&str> =
        committed.lines().filter(|row| whole || row.starts_with(EXAMPLE.0) || *row == HEADINGS).collect();
    let changed: Vec<String> = kept
        .iter()
        .zip(measured.lines())
        .filter(|(before, now)| *before != now)
        .map(|(before, now)| format!("- {before}\n+ {now}"))
        .collect();
    assert!(
        changed.is_empty() && kept.len() == measured.lines().count(),
        "scores have changed; if that is meant: UPDATE=1 cargo test --test eval\n{}",
        changed.join("\n")
    );
}

#[test]
fn an_extraction_that_is_the_annotation_scores_full() {
    let gold: Gold = serde_json::from_value(serde_json::json!({
        "document": "yunxi",
        "entities": [
            {"id": "e1", "kind": "enterprise", "name": "恒泽制药", "aliases": ["恒泽"]},
            {"id": "e2", "kind": "site", "name": "启明光电产业园", "also_ok": ["project"]},
            {"id": "e3", "kind": "region", "name": "云溪县", "core": false}],
        "relations": [{"head": "e1", "type": "cooperates_with", "tail": "e2", "modality": "done"}],
        "facts": [{"entity": "e2", "attribute": "investment_completed", "value": 320000000}],
    }))
    .expect("an annotation");
    let found: Found = serde_json::from_value(serde_json::json!({
        "nodes": [
            {"id": "a", "kind": "enterprise", "name": "恒泽"},
            {"id": "b", "kind": "project", "name": "“启明光电”产业园",
             "facts": [{"attribute": "investment_completed", "value": "320000000.0"}]},
            {"id": "c", "kind": "region", "name": "云溪县"}],
        "edges": [{"source": "b", "target": "a", "type": "cooperates_with", "modality": "planned"}],
    }))
    .expect("a graph");
    let scores = score(&found, &gold, None);
    for (part, figures) in parts(&scores) {
        assert_eq!((figures.precision(), figures.recall()), (1.0, 1.0), "{part}");
    }
    assert_eq!(scores.modality_right, 0);
    assert_eq!(scores.by_kind["site"].recall(), 1.0, "a kind that is accepted too counts as found");
}
