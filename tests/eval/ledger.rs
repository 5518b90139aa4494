//! What people who read both reports say of rows of the ledgers drawn at random (`examples/ledger_draw.rs`):
//! `ledger.tsv`, with ids and reasons, without sentences.

use std::fs;
use std::path::Path;

/// How many rows a draw asks for.
const ASKED: usize = 100;

/// The draw is whole, and the page on comparing tells what came out.
#[test]
fn the_judged_rows_of_the_ledger_are_whole_and_told() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let table = fs::read_to_string(root.join("tests/eval/ledger.tsv")).unwrap();
    let mut lines = table.lines();
    assert_eq!(lines.next(), Some("id\toutcome\tverdict\treason"));
    let (mut right, mut all, mut matched) = (0, 0, [0, 0]);
    for line in lines {
        let cells: Vec<&str> = line.split('\t').collect();
        let [_, outcome, verdict, reason] = cells[..] else { panic!("not four cells: {line}") };
        assert!(matches!(verdict, "right" | "wrong"), "{line}");
        assert!(verdict == "right" || !reason.is_empty(), "wrong without a reason: {line}");
        let is_right = usize::from(verdict == "right");
        (right, all) = (right + is_right, all + 1);
        if outcome != "gone" {
            matched = [matched[0] + is_right, matched[1] + 1];
        }
    }
    assert_eq!(all, ASKED);
    let page = fs::read_to_string(root.join("docs/compare.md")).unwrap();
    let told = format!("{right} of {all} rows are right; {} of {} that found a match", matched[0], matched[1]);
    assert!(page.replace('\n', " ").contains(&told), "docs/compare.md lacks: {told}");
}
