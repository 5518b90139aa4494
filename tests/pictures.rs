//! The pictures of the README are what today's tree draws: of the example, of the graph of a real report
//! that is committed without its sentences, and, where the reports can be had (`TUZHI_SHARED`, or `shared`
//! beside the repository), of a city's figures over 25 years.
//!
//! After a change that is meant, `UPDATE=1 cargo test --test pictures` draws them anew.

#![allow(clippy::print_stdout, reason = "a skip is for the reader of the test run")]

use std::path::{Path, PathBuf};
use std::{env, fs};

use assert_cmd::Command;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn in_step(graph: &Path, name: &str, arguments: &[&str]) -> Result<(), Box<dyn std::error::Error>> {
    let folder = tempfile::tempdir()?;
    for (lang, ending) in [("en", "svg"), ("zh", "zh.svg")] {
        let drawn = folder.path().join("picture.svg");
        let mut command = Command::cargo_bin("tuzhi")?;
        command.arg("draw").arg(graph).args(arguments).args(["--lang", lang, "-o"]).arg(&drawn);
        command.assert().success();
        let new = fs::read(&drawn)?;
        let committed = root().join(format!("output/pictures/{name}.{ending}"));
        if env::var_os("UPDATE").is_some() {
            fs::create_dir_all(root().join("output/pictures"))?;
            fs::write(&committed, &new)?;
        }
        let old = fs::read(&committed).unwrap_or_default();
        assert!(new == old, "{} is not what the tree draws; UPDATE=1 draws it anew", committed.display());
    }
    Ok(())
}

#[test]
fn pictures_of_the_example_are_in_step() -> Result<(), Box<dyn std::error::Error>> {
    let graph = root().join("output/graph.json");
    in_step(&graph, "network", &["--layout", "force", "--max-nodes", "80"])?;
    in_step(&graph, "stages", &["--chart", "timeline"])
}

#[test]
fn pictures_of_the_real_report_are_in_step() -> Result<(), Box<dyn std::error::Error>> {
    let graph = root().join("output/dongchang-2021/graph.json");
    in_step(&graph, "district", &["--layout", "radial"])
}

#[test]
fn the_figures_of_a_city_are_in_step() -> Result<(), Box<dyn std::error::Error>> {
    let shared = env::var_os("TUZHI_SHARED").map_or_else(|| root().join("../shared"), PathBuf::from);
    let reports = shared.join("corpus/reports");
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
    in_step(&graph, "figures", &["--chart", "indicators"])?;
    in_step(&graph, "map", &["--layout", "map", "--max-nodes", "90"])
}
