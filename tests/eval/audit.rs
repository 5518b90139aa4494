//! What people who read the sentences say of claims drawn at random from the graph of 260
//! reports (`examples/audit.rs`): `audit.tsv`, with ids and reasons, without sentences.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// How many of each sort a draw asks for.
const ASKED: [(&str, usize); 3] = [("entity", 300), ("relation", 300), ("fact", 200)];

struct Judgement<'a> {
    draw: &'a str,
    sort: &'a str,
    is_right: bool,
}

fn judgements(table: &str) -> Vec<Judgement<'_>> {
    let mut lines = table.lines();
    assert_eq!(lines.next(), Some("draw\tsort\tid\tverdict\treason"));
    lines.map(judgement).collect()
}

fn judgement(line: &str) -> Judgement<'_> {
    let cells: Vec<&str> = line.split('\t').collect();
    let [draw, sort, _, verdict, reason] = cells[..] else { panic!("not five cells: {line}") };
    assert!(matches!(verdict, "right" | "wrong"), "{line}");
    assert!(verdict == "right" || !reason.is_empty(), "wrong without a reason: {line}");
    Judgement { draw, sort, is_right: verdict == "right" }
}

/// Each draw is whole, and the READMEs tell what came out.
#[test]
fn the_audit_is_whole_and_told() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let table = fs::read_to_string(root.join("tests/eval/audit.tsv")).unwrap();
    let mut draws: BTreeMap<&str, BTreeMap<&str, Vec<bool>>> = BTreeMap::new();
    for judged in judgements(&table) {
        draws.entry(judged.draw).or_default().entry(judged.sort).or_default().push(judged.is_right);
    }
    assert!(!draws.is_empty());
    for (draw, sorts) in &draws {
        let mut row = format!("| {draw} |");
        for (sort, asked) in ASKED {
            let judged = &sorts[sort];
            assert_eq!(judged.len(), asked, "draw {draw}: {sort}");
            let right = judged.iter().filter(|is_right| **is_right).count();
            row += &format!(" {:.2} ({right} of {asked}) |", right as f64 / asked as f64);
        }
        for name in ["README.md", "README.zh-CN.md"] {
            let readme = fs::read_to_string(root.join(name)).unwrap();
            let told = if name == "README.md" { row.clone() } else { row.replace(" of ", "/") };
            assert!(readme.contains(&told), "{name} lacks: {told}");
        }
    }
}
