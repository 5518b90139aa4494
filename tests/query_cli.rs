//! Questions as they are typed, each beside what is printed: the files of `tests/golden/query/cases`.
//!
//! A file holds commands behind `$`, run in `tests/golden`, with their standard output; lines of
//! standard error stand behind `!`, and another exit code than 0 behind `?`.
//! `TUZHI_BLESS=1 cargo test --test query_cli` writes what is printed now.

use std::path::{Path, PathBuf};
use std::process::Command;

/// Runs a command line (words between blanks, `'…'` around those with blanks).
fn run(line: &str) -> String {
    let mut words: Vec<String> = Vec::new();
    for (at, part) in line.split('\'').enumerate() {
        if at % 2 == 1 {
            words.push(part.into());
        } else {
            words.extend(part.split_whitespace().map(str::to_string));
        }
    }
    let output = Command::new(env!("CARGO_BIN_EXE_tuzhi"))
        .current_dir("tests/golden")
        .args(words.iter().skip(1))
        .output()
        .expect("it runs");
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("it prints UTF-8").replace("\r\n", "\n");
    let mut told = text(&output.stdout);
    for line in text(&output.stderr).lines() {
        told += &format!("! {line}\n");
    }
    if output.status.code() != Some(0) {
        told += &format!("? {}\n", output.status.code().expect("it ends by itself"));
    }
    told
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
