//! Command lines and what they print.

use std::path::Path;
use std::process::Command;

/// Runs `tuzhi …` (words between blanks, `'…'` around those with blanks) in a folder: standard
/// output, then standard error behind `!`, then another exit code than 0 behind `?`.
pub fn run(line: &str, folder: &Path) -> String {
    let mut words: Vec<String> = Vec::new();
    for (at, part) in line.split('\'').enumerate() {
        if at % 2 == 1 {
            words.push(part.into());
        } else {
            words.extend(part.split_whitespace().map(str::to_string));
        }
    }
    let output = Command::new(env!("CARGO_BIN_EXE_tuzhi"))
        .current_dir(folder)
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
