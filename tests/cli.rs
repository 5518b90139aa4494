//! The command line as a person meets it: each command, each mistake.

#[path = "cli/load.rs"]
mod load;
#[path = "cli/mistakes.rs"]
mod mistakes;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

use assert_cmd::Command;
use tempfile::TempDir;

fn report(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/reports").join(name)
}

fn tuzhi<S: AsRef<std::ffi::OsStr>>(arguments: &[S]) -> Output {
    Command::cargo_bin("tuzhi").expect("the binary is built").args(arguments).output().expect("it runs")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("output is UTF-8")
}

/// One clear line on standard error that names the file, and exit code 1.
fn assert_one_line_about(output: &Output, name: &str) {
    let errors = text(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{errors}");
    assert_eq!(errors.lines().count(), 1, "{errors}");
    assert!(errors.starts_with("tuzhi: error: ") && errors.contains(name), "{errors}");
    assert!(errors.contains(';'), "it does not tell what to do: {errors}");
}

fn folder() -> TempDir {
    tempfile::tempdir().expect("a folder")
}

fn path(folder: &TempDir, name: &str) -> String {
    folder.path().join(name).display().to_string()
}

#[test]
fn build_writes_the_graph_and_tells_what_it_found() {
    let out = folder();
    let output = tuzhi(&["build", &report("yunxi-2023.txt").display().to_string(), "-o", &path(&out, "o")]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    assert!(output.stderr.is_empty(), "{}", text(&output.stderr));
    let summary = text(&output.stdout);
    for line in ["documents", "repairs", "entities", "relations", "facts", "written", "time"] {
        assert!(summary.lines().any(|found| found.starts_with(line)), "{line}: {summary}");
    }
    let graph: serde_json::Value =
        serde_json::from_slice(&fs::read(out.path().join("o/graph.json")).expect("written")).expect("JSON");
    assert_eq!(graph["graph"]["schema"], "tuzhi/1");
    assert!(out.path().join("o/graph.dot").exists() && out.path().join("o/graph.svg").exists());
    let left: Vec<_> = fs::read_dir(out.path().join("o")).expect("a folder").flatten().collect();
    assert!(left.iter().all(|file| file.file_name().to_string_lossy().starts_with("graph.")), "{left:?}");
}

#[test]
fn summary_speaks_chinese() {
    let out = folder();
    let input = report("yunxi-2023.txt").display().to_string();
    let output = tuzhi(&["build", &input, "--lang", "zh", "-o", &path(&out, "o")]);
    let summary = text(&output.stdout);
    assert!(summary.starts_with("文档") && summary.contains("用时"), "{summary}");
}

#[test]
fn formats_name_the_files() {
    let out = folder();
    let input = report("yunxi-2023.txt").display().to_string();
    assert!(tuzhi(&["build", &input, "--formats", "json", "-o", &path(&out, "o")]).status.success());
    assert!(out.path().join("o/graph.json").exists() && !out.path().join("o/graph.dot").exists());
    assert_eq!(tuzhi(&["build", &input, "--formats", "cdr"]).status.code(), Some(2));
}

#[test]
fn without_quotes_the_graph_carries_no_sentence() {
    let out = folder();
    let input = report("yunxi-2023.txt").display().to_string();
    assert!(tuzhi(&["build", &input, "--quotes", "none", "-o", &path(&out, "o")]).status.success());
    let graph = fs::read_to_string(out.path().join("o/graph.json")).expect("written");
    assert!(!graph.contains("\"quote\""));
}

#[test]
fn extract_prints_a_record_a_line_in_the_order_of_the_inputs() {
    let inputs = ["yunxi-2023.txt", "qinglan-2024.txt"].map(|name| report(name).display().to_string());
    let output = tuzhi(&["extract", &inputs[0], &inputs[1]]);
    let records: Vec<serde_json::Value> =
        text(&output.stdout).lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    let paths: Vec<&str> = records.iter().filter_map(|record| record["document"]["path"].as_str()).collect();
    assert_eq!(paths, [&inputs[0], &inputs[1]]);
}

#[test]
fn threads_and_order_change_no_byte() {
    let out = folder();
    let names = ["yunxi-2023.txt", "qinglan-2024.txt"].map(|name| report(name).display().to_string());
    let [one, two] = &names;
    let lines = |threads: &str| text(&tuzhi(&["extract", one, two, "--threads", threads]).stdout);
    assert_eq!(lines("1"), lines("3"));
    let graph = |inputs: [&str; 2], threads: &str, name: &str| {
        let to = path(&out, name);
        assert!(tuzhi(&["build", inputs[0], inputs[1], "--threads", threads, "-o", &to]).status.success());
        fs::read(out.path().join(name).join("graph.json")).expect("written")
    };
    assert_eq!(graph([one, two], "1", "a"), graph([two, one], "3", "b"));
}

#[test]
fn merge_gives_what_build_gives() {
    let out = folder();
    let inputs = ["yunxi-2023.txt", "qinglan-2024.txt"].map(|name| report(name).display().to_string());
    let records = tuzhi(&["extract", &inputs[0], &inputs[1]]).stdout;
    let merged = Command::cargo_bin("tuzhi")
        .expect("the binary is built")
        .args(["merge", "-", "-o", &path(&out, "m")])
        .write_stdin(records)
        .output()
        .expect("it runs");
    assert!(merged.status.success(), "{}", text(&merged.stderr));
    assert!(tuzhi(&["build", &inputs[1], &inputs[0], "-o", &path(&out, "b")]).status.success());
    for name in ["graph.json", "graph.dot", "graph.svg"] {
        let read = |folder: &str| fs::read(out.path().join(folder).join(name)).expect("written");
        assert_eq!(read("m"), read("b"), "{name}");
    }
}

#[test]
fn standard_input_is_a_report() {
    let out = folder();
    let output = Command::cargo_bin("tuzhi")
        .expect("the binary is built")
        .args(["build", "-", "-o", &path(&out, "o")])
        .write_stdin(fs::read(report("yunxi-2023.txt")).expect("there"))
        .output()
        .expect("it runs");
    assert!(output.status.success(), "{}", text(&output.stderr));
    let graph = fs::read_to_string(out.path().join("o/graph.json")).expect("written");
    assert!(graph.contains("\"path\":\"-\""));
}

#[test]
fn restore_gives_clean_text_back_byte_for_byte() {
    let input = report("yunxi-2023.txt");
    let output = tuzhi(&["restore", &input.display().to_string()]);
    assert_eq!(text(&output.stdout), fs::read_to_string(input).expect("there"));
}

#[test]
fn restore_reports_repairs_as_columns() {
    let output = tuzhi(&["restore", &report("yunxi-2023.txt").display().to_string(), "--report"]);
    assert_eq!(text(&output.stdout).lines().next(), Some("start\tend\tbefore\tafter\trepair\tconfidence"));
}

#[test]
fn inspect_shows_every_stage() {
    let input = report("yunxi-2023.txt").display().to_string();
    for stage in ["outline", "words", "mentions", "entities", "relations", "facts"] {
        let output = tuzhi(&["inspect", &input, "--stage", stage]);
        assert!(output.status.success(), "{stage}: {}", text(&output.stderr));
        assert!(!output.stdout.is_empty(), "{stage}");
    }
}

#[test]
fn query_tells_what_is_known_by_a_part_of_the_name() {
    let graph = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/graph/graph.json").display().to_string();
    let nodes: serde_json::Value = serde_json::from_slice(&fs::read(&graph).expect("there")).expect("JSON");
    let name = nodes["nodes"][0]["name"].as_str().expect("a name");
    let part: String = name.chars().take(2).collect();
    let output = tuzhi(&["query", &graph, &part]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    assert!(text(&output.stdout).contains(&part));
    let output = tuzhi(&["query", &graph, "没有这样的名称"]);
    assert_one_line_about(&output, "没有这样的名称");
}

#[test]
fn verify_finds_every_evidence_and_misses_a_changed_file() {
    let out = folder();
    let moved = out.path().join("report.txt");
    fs::copy(report("yunxi-2023.txt"), &moved).expect("copied");
    let graph = path(&out, "o/graph.json");
    assert!(tuzhi(&["build", &moved.display().to_string(), "-o", &path(&out, "o")]).status.success());
    let output = tuzhi(&["verify", &graph]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    fs::write(&moved, "另一篇文字。").expect("written");
    let output = tuzhi(&["verify", &graph]);
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("SHA-256"), "{}", text(&output.stderr));
}

#[test]
fn eval_scores_a_graph_and_a_report() {
    let out = folder();
    let gold = path(&out, "gold.json");
    let annotation = serde_json::json!({
        "document": "yunxi",
        "entities": [{"id": "e1", "kind": "enterprise", "name": "恒泽制药"}, {"id": "e2", "kind": "town", "name": "白石镇"}],
        "relations": [{"head": "e1", "type": "settles_in", "tail": "e2", "modality": "done"}],
        "facts": [{"entity": "e1", "attribute": "status", "value": "投产"}],
    });
    fs::write(&gold, annotation.to_string()).expect("written");
    let graph = path(&out, "graph.json");
    let found = serde_json::json!({
        "nodes": [
            {"id": "a", "kind": "enterprise", "name": "恒泽制药", "facts": [{"attribute": "status", "value": "投产"}]},
            {"id": "b", "kind": "site", "name": "白石镇"}],
        "edges": [{"source": "a", "target": "b", "type": "settles_in", "modality": "done"}],
    });
    fs::write(&graph, found.to_string()).expect("written");
    let output = text(&tuzhi(&["eval", &graph, &gold, "--misses"]).stdout);
    assert!(output.contains("entities   P 0.500  R 0.500  F1 0.500   (1 right of 2 predicted, 2 wanted)"), "{output}");
    assert!(output.contains("names      P 1.000"), "{output}");
    assert!(output.contains("facts      P 1.000"), "{output}");
    assert!(output.contains("site:白石镇"), "{output}");
    let input = report("yunxi-2023.txt").display().to_string();
    let output = text(&tuzhi(&["eval", &input, &gold, "--oracle"]).stdout);
    assert!(output.contains("entities   P 1.000  R 1.000"), "{output}");
}

#[test]
fn export_writes_files_folders_and_standard_output() {
    let out = folder();
    let graph = "tests/golden/graph/graph.json";
    let printed = text(&tuzhi(&["export", graph, "--format", "cypher"]).stdout);
    assert!(printed.starts_with("CREATE CONSTRAINT") && printed.contains("`Enterprise`"), "{printed}");
    let printed = text(&tuzhi(&["export", graph, "--format", "cypher", "--lang", "zh"]).stdout);
    assert!(printed.contains("`企业`"), "{printed}");
    let old = text(&tuzhi(&["export", graph, "--format", "json", "--edges-key", "links"]).stdout);
    assert!(old.contains("\"links\":["), "{old}");
    let reified = text(&tuzhi(&["export", graph, "--format", "turtle", "--rdf", "1.1"]).stdout);
    assert!(reified.contains("rdf:Statement") && !reified.contains("{|"), "{reified}");
    for (format, file) in [("neo4j-csv", "import.sh"), ("ladybug", "schema.cypher"), ("csv", "relations.csv")] {
        let output = tuzhi(&["export", graph, "--format", format, "-o", &path(&out, format)]);
        assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
        assert!(out.path().join(format).join(file).exists(), "{format}");
    }
    let bare = text(&tuzhi(&["export", graph, "--format", "jsonl", "--quotes", "none"]).stdout);
    assert!(bare.contains("\"edge\"") && !bare.contains("\"quote\""), "{bare}");
}

#[test]
fn help_shows_examples() {
    for command in ["build", "extract", "merge", "restore", "inspect", "query", "export", "load", "verify", "eval"] {
        let output = tuzhi(&[command, "--help"]);
        assert!(text(&output.stdout).contains(&format!("tuzhi {command} ")), "{command}");
    }
    assert!(text(&tuzhi(&["--help"]).stdout).contains("Examples:"));
}

#[test]
fn wrong_usage_is_code_two() {
    assert_eq!(tuzhi(&["build"]).status.code(), Some(2));
    assert_eq!(tuzhi(&["invent"]).status.code(), Some(2));
    assert_eq!(tuzhi(&["export", "graph.json", "--format", "xls"]).status.code(), Some(2));
    let folder = tuzhi(&["export", "tests/golden/graph/graph.json", "--format", "csv"]);
    assert_eq!(folder.status.code(), Some(2));
    assert!(text(&folder.stderr).contains("--output"), "{}", text(&folder.stderr));
    assert_eq!(tuzhi(&["extract", "a.txt", "--threads", "0"]).status.code(), Some(2));
}

#[test]
fn why_and_rules_tell_in_both_languages_and_refuse_what_is_not_there() {
    let out = folder();
    let input = report("yunxi-2023.txt").display().to_string();
    assert!(tuzhi(&["build", &input, "--formats", "json", "-o", &path(&out, "o")]).status.success());
    let graph = path(&out, "o/graph.json");
    let told = tuzhi(&["why", &graph, "云溪县", "青岚大学"]);
    assert_eq!(told.status.code(), Some(0), "{}", text(&told.stderr));
    let told = text(&tuzhi(&["why", &graph, "恒泽制药", "--lang", "zh"]).stdout);
    assert!(told.contains("提及：") && told.contains("yunxi-2023.txt:13"), "{told}");
    assert_one_line_about(&tuzhi(&["why", &graph, "从未提到的名字"]), "graph.json");
    let rules = text(&tuzhi(&["rules", "list", "deals.settle"]).stdout);
    assert!(rules.contains("落户") && rules.lines().count() == 4, "{rules}");
    let nothing = tuzhi(&["rules", "list", "no.such.rule"]);
    assert_eq!(nothing.status.code(), Some(1));
    assert!(text(&nothing.stderr).contains("tuzhi rules list"), "{}", text(&nothing.stderr));
}

#[test]
fn gaps_are_told_by_cue_or_as_lines_of_json() {
    let folder = folder();
    let input = path(&folder, "report.txt");
    fs::write(&input, "云溪县2024年政府工作报告\n一、2023年工作回顾\n芦荻滩畔吟社荣获奖项。\n").expect("written");
    let told = text(&tuzhi(&["gaps", &input, "--lang", "zh"]).stdout);
    assert!(told.contains("荣获  1处") && told.contains("report.txt:3"), "{told}");
    let lines = text(&tuzhi(&["gaps", &input, "--json"]).stdout);
    let gap: serde_json::Value = serde_json::from_str(lines.trim()).expect("one line of JSON");
    assert_eq!((&gap["cue"], &gap["line"]), (&"荣获".into(), &3.into()));
    assert!(["name", "statement"].iter().any(|missing| gap["missing"] == *missing), "{gap}");
    assert_one_line_about(&tuzhi(&["gaps", &path(&folder, "none.txt")]), "none.txt");
}

#[test]
fn min_confidence_leaves_out_what_is_less_sure() {
    let out = folder();
    let input = report("yunxi-2023.txt").display().to_string();
    let sure = |file: &str| -> Vec<f64> {
        let graph: serde_json::Value =
            serde_json::from_slice(&fs::read(out.path().join(file)).expect("written")).expect("JSON");
        let edges = graph["edges"].as_array().expect("edges");
        edges.iter().map(|edge| edge["confidence"].as_f64().expect("a number")).collect()
    };
    let build = |least: &str, folder: &str| {
        tuzhi(&["build", &input, "--formats", "json", "--min-confidence", least, "-o", &path(&out, folder)])
    };
    assert!(build("0", "all").status.success() && build("0.9", "sure").status.success());
    let (all, kept) = (sure("all/graph.json"), sure("sure/graph.json"));
    assert!(all.len() > kept.len() && !kept.is_empty() && kept.iter().all(|sure| *sure >= 0.9), "{all:?} {kept:?}");
    let (from, to) = (path(&out, "all/graph.json"), path(&out, "exported.json"));
    let exported = ["export", &from, "--format", "json", "--min-confidence", "0.9", "-o", &to];
    assert!(tuzhi(&exported).status.success());
    assert_eq!(sure("exported.json"), kept);
    assert!(
        tuzhi(&["merge", &from, "--formats", "json", "--min-confidence", "0.9", "-o", &path(&out, "m")])
            .status
            .success()
    );
    assert_eq!(sure("m/graph.json"), kept);
    let told = tuzhi(&["query", &from, "恒泽制药", "--min-confidence", "1"]);
    assert_one_line_about(&told, "graph.json");
    assert_eq!(build("90", "wrong").status.code(), Some(2));
}
