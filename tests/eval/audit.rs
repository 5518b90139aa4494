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
    id: &'a str,
    is_right: bool,
}

fn judgements(table: &str) -> Vec<Judgement<'_>> {
    let mut lines = table.lines();
    assert_eq!(lines.next(), Some("draw\tsort\tid\tverdict\treason"));
    let judgement = |line: &'_ str| -> Judgement<'_> {
        let cells: Vec<&str> = line.split('\t').collect();
        let [draw, sort, id, verdict, reason] = cells[..] else { panic!("not five cells: {line}") };
        assert!(matches!(verdict, "right" | "wrong"), "{line}");
        assert!(verdict == "right" || !reason.is_empty(), "wrong without a reason: {line}");
        Judgement { draw, sort, id, is_right: verdict == "right" }
    };
    lines.map(judgement).collect()
}

/// Each draw is whole, nothing is judged twice in it, and the READMEs tell what came out.
#[test]
fn the_audit_is_whole_and_told() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let table = fs::read_to_string(root.join("tests/eval/audit.tsv")).unwrap();
    let mut draws: BTreeMap<&str, BTreeMap<&str, BTreeMap<&str, bool>>> = BTreeMap::new();
    for judged in judgements(&table) {
        let known = draws.entry(judged.draw).or_default().entry(judged.sort).or_default();
        assert!(known.insert(judged.id, judged.is_right).is_none(), "judged twice: {}", judged.id);
    }
    assert!(!draws.is_empty());
    for (draw, sorts) in &draws {
        let mut row = format!("| {draw} |");
        for (sort, asked) in ASKED {
            let judged = &sorts[sort];
            assert_eq!(judged.len(), asked, "draw {draw}: {sort}");
            let right = judged.values().filter(|is_right| **is_right).count();
            row += &format!(" {:.2} ({right} of {asked}) |", right as f64 / asked as f64);
        }
        for name in ["README.md", "README.zh-CN.md"] {
            let readme = fs::read_to_string(root.join(name)).unwrap();
            let told = row.replace(" of ", if name == "README.md" { " of " } else { "/" });
            assert!(readme.contains(&told), "{name} lacks: {told}");
        }
    }
}
