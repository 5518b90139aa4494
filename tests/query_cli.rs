//! Questions as they are typed, each beside what is printed: the files of `tests/golden/query/cases`.
//!
//! A file holds commands behind `$`, run in `tests/golden`, with their standard output; lines of
//! standard error stand behind `!`, and another exit code than 0 behind `?`.
//! `TUZHI_BLESS=1 cargo test --test query_cli` writes what is printed now.

#[path = "support/console.rs"]
mod console;

use std::path::{Path, PathBuf};

fn run(line: &str) -> String {
    console::run(line, Path::new("tests/golden"))
}

fn cases() -> Vec<PathBuf> {
    let folder = Path::new("tests/golden/query/cases");
    let mut paths: Vec<PathBuf> =
        std::fs::read_dir(folder).expect("the cases are there").map(|entry| entry.expect("a file").path()).collect();
    paths.sort();
    paths
}

#[test]
fn questions_are_answered_as_before() {
    let paths = cases();
    assert!(paths.len() >= 5);
    for path in paths {
        let golden = std::fs::read_to_string(&path).expect("a case is text");
        let commands = golden.lines().filter(|line| line.starts_with("$ "));
        let told: String = commands.map(|line| format!("{line}\n{}", run(&line[2..]))).collect();
        if std::env::var_os("TUZHI_BLESS").is_some() {
            std::fs::write(&path, &told).expect("the case can be written");
            continue;
        }
        assert_eq!(told, golden, "{}: TUZHI_BLESS=1 cargo test writes it anew", path.display());
    }
}
