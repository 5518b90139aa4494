//! The house's rules, read off the source: which stage may know which, how long a file may
//! be, what it opens with, and that the library prints nothing.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The stages in the order of the data. A stage knows only those before it.
const STAGES: &[&str] = &[
    "error", "model", "ontology", "lexicon", "pattern", "read", "restore", "outline", "extract", "link", "relate",
    "graph", "eval", "pipeline", "store", "verify", "export", "load", "draw", "query", "compare", "explain", "page",
    "serve", "cli", "main", "lib",
];

/// Stages that may know each other: the nouns name kinds, and the table of kinds is data.
const TOGETHER: &[(&str, &str)] = &[("model", "ontology")];

/// Lines that a file of `src/` may have.
const LONGEST: usize = 400;

struct Source {
    path: PathBuf,
    stage: String,
    text: String,
}

fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    for entry in walkdir::WalkDir::new(&root).sort_by_file_name() {
        let path = entry.expect("src can be walked").into_path();
        if path.extension().is_some_and(|extension| extension == "rs") {
            let inside = path.strip_prefix(&root).expect("below src").to_path_buf();
            let first = inside.components().next().expect("a name").as_os_str().to_string_lossy().into_owned();
            let stage = first.trim_end_matches(".rs").to_string();
            let text = fs::read_to_string(&path).expect("source is text");
            found.push(Source { path: inside, stage, text });
        }
    }
    assert!(found.len() > 20, "the source was not found");
    found
}

/// The code without comments.
fn code(text: &str) -> String {
    text.lines().map(|line| line.split("//").next().unwrap_or("")).collect::<Vec<_>>().join("\n")
}

/// The names behind `crate::` (or `tuzhi::`), also inside `use crate::{a, b::c}`.
fn stages_named(code: &str) -> BTreeSet<String> {
    let mut named = BTreeSet::new();
    for root in ["crate::", "tuzhi::"] {
        for (at, _) in code.match_indices(root) {
            let rest = &code[at + root.len()..];
            if let Some(group) = rest.strip_prefix('{') {
                let mut depth = 0;
                let mut word = String::new();
                for c in group.chars() {
                    match c {
                        '{' => depth += 1,
                        '}' if depth == 0 => break,
                        '}' => depth -= 1,
                        ',' if depth == 0 => named.extend(first_word(&std::mem::take(&mut word))),
                        _ => {}
                    }
                    if depth == 0 && c != ',' {
                        word.push(c);
                    }
                }
                named.extend(first_word(&word));
            } else {
                named.extend(first_word(rest));
            }
        }
    }
    named
}

fn first_word(text: &str) -> Option<String> {
    let word: String = text.trim_start().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
    (!word.is_empty()).then_some(word)
}

#[test]
fn the_parser_of_imports_sees_groups() {
    let named = stages_named("use crate::{extract, graph::{self, file}, link};\nlet x = crate::read::decode();");
    assert_eq!(named.into_iter().collect::<Vec<_>>(), ["extract", "graph", "link", "read"]);
}

#[test]
fn a_stage_knows_only_those_before_it() {
    let mut faults = Vec::new();
    for source in sources() {
        let Some(own) = STAGES.iter().position(|stage| *stage == source.stage) else {
            faults.push(format!("{}: stage {} has no place in the order", source.path.display(), source.stage));
            continue;
        };
        for other in stages_named(&code(&source.text)) {
            let together = TOGETHER.contains(&(source.stage.as_str(), other.as_str()));
            match STAGES.iter().position(|stage| *stage == other) {
                Some(place) if place <= own || together => {}
                Some(_) => faults.push(format!("{}: {} must not know {other}", source.path.display(), source.stage)),
                None => {}
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn files_are_short_and_say_what_they_are_about() {
    let mut faults = Vec::new();
    for source in sources() {
        let lines = source.text.lines().count();
        if lines > LONGEST {
            faults.push(format!("{}: {lines} lines, more than {LONGEST}", source.path.display()));
        }
        if !source.text.starts_with("//!") {
            faults.push(format!("{}: does not open with //!", source.path.display()));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn nothing_prints_but_the_command_line() {
    let mut faults = Vec::new();
    for source in sources() {
        let code = code(&source.text);
        for word in ["println!", "eprintln!", "print!(", "dbg!", "io::stdout", "io::stderr", "process::exit", "unsafe "]
        {
            let allowed = source.stage == "cli" && word.starts_with("io::std");
            if code.contains(word) && !allowed {
                faults.push(format!("{}: {word}", source.path.display()));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn only_the_command_line_knows_the_parser_of_arguments() {
    for source in sources() {
        let knows = code(&source.text).contains("clap::");
        assert!(!knows || matches!(source.stage.as_str(), "cli" | "main"), "{} knows clap", source.path.display());
    }
}
