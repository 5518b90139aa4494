//! The committed graphs under `output/` are what today's tree builds: that of the example,
//! and that of the seed report where it can be had (`TUZHI_SHARED`, or `shared` beside the
//! repository). So are the pictures of the README, drawn from these graphs and from a city's
//! reports of 25 years.
//!
//! After a change that is meant, `UPDATE=1 cargo test --test output` writes them anew.

#![allow(clippy::print_stdout, reason = "a skip is for the reader of the test run")]

#[path = "support/console.rs"]
mod console;

use std::path::{Path, PathBuf};
use std::{env, fs};

use assert_cmd::Command;

const FILES: [&str; 3] = ["graph.json", "graph.dot", "graph.svg"];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn shared() -> PathBuf {
    env::var_os("TUZHI_SHARED").map_or_else(|| root().join("../shared"), PathBuf::from)
}

/// Draws a picture of `graph` in both languages and compares with what is committed.
fn drawn(graph: &Path, name: &str, arguments: &[&str]) -> Result<(), Box<dyn std::error::Error>> {
    let folder = tempfile::tempdir()?;
    for (lang, ending) in [("en", "svg"), ("zh", "zh.svg")] {
        let picture = folder.path().join("picture.svg");
        let mut command = Command::cargo_bin("tuzhi")?;
        command.arg("draw").arg(graph).args(arguments).args(["--lang", lang, "-o"]).arg(&picture);
        command.assert().success();
        same(&picture, &root().join(format!("output/pictures/{name}.{ending}")))?;
    }
    Ok(())
}

/// Compares a file with the committed one, or puts it in its place.
fn same(new: &Path, committed: &Path) -> Result<(), Box<dyn std::error::Error>> {
    let new = fs::read(new)?;
    if env::var_os("UPDATE").is_some() {
        committed.parent().map_or(Ok(()), fs::create_dir_all)?;
        fs::write(committed, &new)?;
    }
    let old = fs::read(committed).unwrap_or_default();
    assert!(new == old, "{} is not what the tree builds; UPDATE=1 writes it anew", committed.display());
    Ok(())
}

/// Builds `report`, named from within `folder`, and compares with what is committed; tells where it was built.
fn in_step(
    folder: &Path,
    report: &str,
    more: &[&str],
    committed: &Path,
) -> Result<tempfile::TempDir, Box<dyn std::error::Error>> {
    let built = tempfile::tempdir()?;
    let formats = ["--formats", "json,dot,svg", "-o"];
    let mut command = Command::cargo_bin("tuzhi")?;
    command.current_dir(folder).args(["build", report]).args(more).args(formats).arg(built.path());
    command.assert().success();
    for name in FILES {
        same(&built.path().join(name), &committed.join(name))?;
    }
    Ok(built)
}

#[test]
fn the_graph_of_the_example_is_in_step() -> Result<(), Box<dyn std::error::Error>> {
    let built = in_step(&root(), "examples/yunxi-2024.txt", &[], &root().join("output"))?;
    let graph = built.path().join("graph.json");
    drawn(&graph, "network", &["--layout", "force", "--max-nodes", "80"])?;
    drawn(&graph, "stages", &["--chart", "timeline"])?;
    // After the graph, which the answers are taken from.
    answers_in_step(&root().join("docs/query.md"))
}

/// Runs the commands behind `$` in the console blocks of a page, and compares what they print.
fn answers_in_step(page: &Path) -> Result<(), Box<dyn std::error::Error>> {
    let old = fs::read_to_string(page)?;
    let mut new = String::new();
    let (mut inside, mut blocks) = (false, 0);
    for line in old.lines() {
        match (inside, line) {
            (false, _) => {
                inside = line == "```console";
                blocks += usize::from(inside);
                new += &format!("{line}\n");
            }
            (true, "```") => {
                inside = false;
                new += "```\n";
            }
            (true, _) => {
                if let Some(command) = line.strip_prefix("$ ") {
                    new += &format!("$ {command}\n{}", console::run(command, &root()));
                }
            }
        }
    }
    assert!(blocks > 3, "{} has no answers", page.display());
    if env::var_os("UPDATE").is_some() {
        fs::write(page, &new)?;
        return Ok(());
    }
    assert!(new == old, "{} tells other answers than the tree gives; UPDATE=1 writes it anew", page.display());
    Ok(())
}

#[test]
fn the_graph_of_the_seed_report_is_in_step_and_quotes_nothing() -> Result<(), Box<dyn std::error::Error>> {
    let folder = shared().join("seed");
    let committed = root().join("output/dongchang-2021");
    if folder.join("dongchang-2021.txt").exists() {
        let built = in_step(&folder, "dongchang-2021.txt", &["--quotes", "none"], &committed)?;
        drawn(&built.path().join("graph.json"), "district", &["--layout", "radial"])?;
    } else {
        println!("skipped: the seed report is not here; set TUZHI_SHARED to its folder");
    }
    let graph = fs::read_to_string(committed.join("graph.json"))?;
    assert!(!graph.contains("\"quote\""), "a sentence of a real report stands in the committed graph");
    Ok(())
}

#[test]
fn the_pictures_of_a_city_are_in_step() -> Result<(), Box<dyn std::error::Error>> {
    let reports = shared().join("corpus/reports");
    let names: Vec<String> = (2002..=2026).map(|year| format!("河南_驻马店市_{year}.txt")).collect();
    if !names.iter().all(|name| reports.join(name).exists()) {
        println!("skipped: the reports are not here; set TUZHI_SHARED to their folder");
        return Ok(());
    }
    let built = tempfile::tempdir()?;
    let mut command = Command::cargo_bin("tuzhi")?;
    command.current_dir(&reports).arg("build").args(&names);
    command.args(["--quotes", "none", "--formats", "json", "-o"]).arg(built.path()).assert().success();
    let graph = built.path().join("graph.json");
    drawn(&graph, "figures", &["--chart", "indicators"])?;
    drawn(&graph, "map", &["--layout", "map", "--max-nodes", "90"])
}
