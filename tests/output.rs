//! The committed graphs under `output/` are what today's tree builds: that of the example,
//! and that of the seed report where it can be had (`TUZHI_SHARED`, or `shared` beside the
//! repository).
//!
//! After a change that is meant, `UPDATE=1 cargo test --test output` writes them anew.

#![allow(clippy::print_stdout, reason = "a skip is for the reader of the test run")]

use std::path::{Path, PathBuf};
use std::{env, fs};

use assert_cmd::Command;

const FILES: [&str; 3] = ["graph.json", "graph.dot", "graph.svg"];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Builds `report`, named from within `folder`, and compares with what is committed.
fn in_step(folder: &Path, report: &str, more: &[&str], committed: &Path) -> Result<(), Box<dyn std::error::Error>> {
    let built = tempfile::tempdir()?;
    let formats = ["--formats", "json,dot,svg", "-o"];
    let mut command = Command::cargo_bin("tuzhi")?;
    command.current_dir(folder).args(["build", report]).args(more).args(formats).arg(built.path());
    command.assert().success();
    for name in FILES {
        let new = fs::read(built.path().join(name))?;
        if env::var_os("UPDATE").is_some() {
            fs::create_dir_all(committed)?;
            fs::write(committed.join(name), &new)?;
        }
        let old = fs::read(committed.join(name)).unwrap_or_default();
        let at = committed.join(name);
        assert!(new == old, "{} is not what the tree builds; UPDATE=1 writes it anew", at.display());
    }
    Ok(())
}

#[test]
fn the_graph_of_the_example_is_in_step() -> Result<(), Box<dyn std::error::Error>> {
    in_step(&root(), "examples/yunxi-2024.txt", &[], &root().join("output"))
}

#[test]
fn the_graph_of_the_seed_report_is_in_step_and_quotes_nothing() -> Result<(), Box<dyn std::error::Error>> {
    let shared = env::var_os("TUZHI_SHARED").map_or_else(|| root().join("../shared"), PathBuf::from);
    let folder = shared.join("seed");
    let committed = root().join("output/dongchang-2021");
    if folder.join("dongchang-2021.txt").exists() {
        in_step(&folder, "dongchang-2021.txt", &["--quotes", "none"], &committed)?;
    } else {
        println!("skipped: the seed report is not here; set TUZHI_SHARED to its folder");
    }
    let graph = fs::read_to_string(committed.join("graph.json"))?;
    assert!(!graph.contains("\"quote\""), "a sentence of a real report stands in the committed graph");
    Ok(())
}
