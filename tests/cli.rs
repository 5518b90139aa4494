//! The command line as a person meets it: each command, each mistake.

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

mod mistakes {
    //! What bad input gets.

    use super::*;

    /// Each error of the library, as a person reads it who asked for Chinese.
    #[test]
    fn all_of_them_speak_chinese() {
        let out = folder();
        let file = |name: &str, bytes: &[u8]| {
            let to = out.path().join(name);
            fs::write(&to, bytes).expect("written");
            to.display().to_string()
        };
        fs::create_dir(out.path().join("folder")).expect("made");
        let nowhere = path(&out, "o");
        let cases: [(Vec<String>, &str); 12] = [
            (vec!["build".into(), path(&out, "none.txt")], "没有这个文件或文件夹；请核对路径的写法"),
            (vec!["build".into(), path(&out, "folder")], "这个文件夹里没有报告；报告是以"),
            (vec!["build".into(), file("empty.txt", b"")], "文件是空的；请给一个有报告正文的文件"),
            (vec!["build".into(), file("blank.txt", b"  \n")], "文件里只有空白；"),
            (vec!["build".into(), file("a.txt", b"%PDF-1.7 ")], "是 PDF 文件，不是文本；请把正文另存为 UTF-8"),
            (vec!["build".into(), file("b.txt", &[0x00, 0x01, 0x02, 0x03, 0x00])], "是二进制文件，不是文本；"),
            (vec!["build".into(), file("c.txt", b"\xFF\xFE\x00\xD8\x00\xD8\x00\xD8")], "字节序标记说是 UTF-16LE，"),
            (vec!["merge".into(), file("d.jsonl", b"{\"schema\":\"tuzhi-record/0\"}")], "这个版本读 "),
            (vec!["query".into(), file("e.json", b"{\"graph\":"), "云溪".into()], "在第 1 行第 9 列断了；"),
            (
                vec!["query".into(), file("f.json", b"{\"nodes\":[]}"), "云溪".into()],
                "没有写明格式，不是 tuzhi 的图谱；",
            ),
            (vec!["query".into(), file("g.json", b"graph"), "云溪".into()], "不是 JSON："),
            (vec!["restore".into(), path(&out, "folder")], "是文件夹，不是文件；请指明一个文件"),
        ];
        for (mut arguments, said) in cases {
            if matches!(arguments[0].as_str(), "build" | "merge") {
                arguments.extend(["-o".into(), nowhere.clone()]);
            }
            arguments.extend(["--lang".into(), "zh".into()]);
            let output = tuzhi(&arguments);
            let told = text(&output.stderr);
            assert_eq!(output.status.code(), Some(1), "{told}");
            assert!(told.starts_with("tuzhi: 错误: ") && told.contains(said), "{said}: {told}");
        }
    }

    #[test]
    fn a_missing_file() {
        assert_one_line_about(&tuzhi(&["restore", "no-such-report.txt"]), "no-such-report.txt");
    }

    #[test]
    fn a_bad_file_does_not_stop_the_others() {
        let out = folder();
        let good = report("yunxi-2023.txt").display().to_string();
        let output = tuzhi(&["build", "no-such-report.txt", &good, "-o", &path(&out, "o")]);
        assert_one_line_about(&output, "no-such-report.txt");
        assert!(text(&output.stdout).contains("failed 1"), "{}", text(&output.stdout));
        assert!(out.path().join("o/graph.json").exists());
        let output = tuzhi(&["extract", "no-such-report.txt", &good]);
        assert_one_line_about(&output, "no-such-report.txt");
        assert_eq!(text(&output.stdout).lines().count(), 1);
    }

    #[test]
    fn nothing_left_to_build() {
        let out = folder();
        let output = tuzhi(&["build", "no-such-report.txt", "-o", &path(&out, "o")]);
        assert_eq!(output.status.code(), Some(1));
        assert!(text(&output.stderr).contains("no graph was written"), "{}", text(&output.stderr));
        assert!(!out.path().join("o/graph.json").exists());
    }

    #[test]
    fn a_folder_without_reports() {
        let empty = folder();
        fs::write(empty.path().join("picture.jpg"), [0xff, 0xd8]).expect("written");
        let name = empty.path().display().to_string();
        assert_one_line_about(&tuzhi(&["extract", &name]), &name);
    }

    #[test]
    fn a_folder_where_a_file_is_wanted() {
        let folder = folder();
        let name = folder.path().display().to_string();
        assert_one_line_about(&tuzhi(&["restore", &name]), &name);
        assert_one_line_about(&tuzhi(&["verify", &name]), &name);
    }

    #[test]
    fn an_empty_file() {
        let folder = folder();
        let name = path(&folder, "empty.txt");
        fs::write(&name, "").expect("written");
        assert_one_line_about(&tuzhi(&["restore", &name]), &name);
    }

    #[test]
    fn a_binary_file() {
        let folder = folder();
        let name = path(&folder, "picture.txt");
        let bytes: Vec<u8> = (0..4096u32).map(|i| (i.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
        fs::write(&name, [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".as_slice(), &bytes].concat()).expect("written");
        assert_one_line_about(&tuzhi(&["extract", &name]), &name);
    }

    #[test]
    fn bytes_that_no_encoding_fits() {
        let folder = folder();
        let name = path(&folder, "broken.txt");
        let bytes: Vec<u8> = (0..600u32).map(|i| if i % 2 == 0 { 0xff } else { 0x81 + (i % 7) as u8 * 16 }).collect();
        fs::write(&name, bytes).expect("written");
        assert_one_line_about(&tuzhi(&["extract", &name]), &name);
    }

    #[test]
    fn a_file_over_the_limit() {
        let folder = folder();
        let name = path(&folder, "huge.txt");
        let file = fs::File::create(&name).expect("made");
        file.set_len(80 << 20).expect("a file with a hole");
        assert_one_line_about(&tuzhi(&["extract", &name]), &name);
    }

    #[test]
    fn exports_that_cannot_be_written() {
        let folder = folder();
        let graph = "tests/golden/graph/graph.json";
        assert_one_line_about(&tuzhi(&["export", "no-such.json", "--format", "dot"]), "no-such.json");
        let name = path(&folder, "file");
        fs::write(&name, "").expect("written");
        assert_one_line_about(&tuzhi(&["export", &name, "--format", "dot"]), &name);
        assert_one_line_about(&tuzhi(&["export", graph, "--format", "dot", "-o", &format!("{name}/x")]), &name);
        assert_one_line_about(&tuzhi(&["export", graph, "--format", "csv", "-o", &name]), &name);
        let full = path(&folder, "");
        assert_one_line_about(&tuzhi(&["export", graph, "--format", "csv", "-o", &full]), "“file”");
    }

    #[test]
    fn an_output_folder_that_cannot_be_made() {
        let folder = folder();
        let name = path(&folder, "file");
        fs::write(&name, "").expect("written");
        let below = format!("{name}/output");
        let output = tuzhi(&["build", &report("yunxi-2023.txt").display().to_string(), "-o", &below]);
        assert_one_line_about(&output, &name);
        let output = tuzhi(&["build", &report("yunxi-2023.txt").display().to_string(), "-o", &name]);
        assert_one_line_about(&output, &name);
    }

    #[test]
    fn a_graph_of_another_version() {
        let folder = folder();
        let name = path(&folder, "graph.json");
        let graph =
            r#"{"directed":true,"multigraph":true,"graph":{"schema":"tuzhi/99","documents":[]},"nodes":[],"edges":[]}"#;
        fs::write(&name, graph).expect("written");
        let output = tuzhi(&["verify", &name]);
        assert_one_line_about(&output, &name);
        assert!(text(&output.stderr).contains("tuzhi/99"), "{}", text(&output.stderr));
    }

    #[test]
    fn a_graph_cut_short() {
        let folder = folder();
        let input = report("yunxi-2023.txt").display().to_string();
        assert!(tuzhi(&["build", &input, "-o", &path(&folder, "o")]).status.success());
        let whole = fs::read(folder.path().join("o/graph.json")).expect("written");
        let name = path(&folder, "cut.json");
        fs::write(&name, &whole[..whole.len() / 2]).expect("written");
        assert_one_line_about(&tuzhi(&["verify", &name]), &name);
        let output = tuzhi(&["merge", &name, "-o", &path(&folder, "m")]);
        assert_eq!(output.status.code(), Some(1));
        assert!(text(&output.stderr).contains("cut.json"), "{}", text(&output.stderr));
    }

    #[cfg(unix)]
    #[test]
    fn a_closed_pipe_is_no_error() {
        use std::process::{Command, Stdio};
        let program = assert_cmd::cargo::cargo_bin("tuzhi");
        let input = report("yunxi-2023.txt");
        let mut child = Command::new(program)
            .args(["inspect", "--stage", "words"])
            .arg(input)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("it runs");
        drop(child.stdout.take());
        let output = child.wait_with_output().expect("it ends");
        assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
        assert!(output.stderr.is_empty(), "{}", text(&output.stderr));
    }
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

mod load {
    //! `tuzhi load` without a server; with servers see `tests/engines`.

    use super::*;

    const GRAPH: &str = "tests/golden/graph/graph.json";

    #[test]
    fn bulk_files_come_with_the_command_that_reads_them() {
        let out = folder();
        for (importer, file, command) in
            [("ladybug", "copy.cypher", "cat schema.cypher copy.cypher | lbug"), ("neo4j-admin", "import.sh", "sh ")]
        {
            let target = path(&out, &format!("with blank {importer}"));
            let output = tuzhi(&["load", GRAPH, "--to", &format!("{importer}:{target}")]);
            assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
            let told = text(&output.stdout);
            assert!(told.contains(command) && told.contains('\''), "{told}");
            assert!(Path::new(&target).join(file).exists());
        }
    }

    #[test]
    fn a_wrong_address_is_wrong_usage() {
        for (address, said) in [("localhost:7687", "bolt://"), ("bolt://me:secret@host", "TUZHI_PASSWORD")] {
            let output = tuzhi(&["load", GRAPH, "--to", address]);
            assert_eq!(output.status.code(), Some(2));
            assert!(text(&output.stderr).contains(said), "{}", text(&output.stderr));
        }
        let output = tuzhi(&["load", GRAPH, "--to", "bolt://host", "--prune"]);
        assert_eq!(output.status.code(), Some(2), "what is pruned has to be named");
        assert!(text(&output.stderr).contains("--source"), "{}", text(&output.stderr));
    }

    #[cfg(feature = "load")]
    #[test]
    fn a_server_that_is_not_there() {
        for scheme in ["bolt", "falkor", "sparql+http"] {
            let address = format!("{scheme}://127.0.0.1:1/kg");
            assert_one_line_about(&tuzhi(&["load", GRAPH, "--to", &address]), &address);
            let address = format!("{scheme}://no-such-host.invalid:99/kg");
            assert_one_line_about(&tuzhi(&["load", GRAPH, "--to", &address]), &address);
        }
    }

    #[cfg(feature = "load")]
    #[test]
    fn a_server_of_another_sort() {
        use std::io::Write;
        use std::net::TcpListener;

        for (scheme, greeting) in [
            ("bolt", "HTTP/1.1 400 Bad Request\r\n\r\n"),
            ("falkor", "HTTP/1.1 400 Bad Request\r\n\r\n"),
            ("sparql+http", "+OK\r\n"),
        ] {
            let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
            let address = format!("{scheme}://{}", listener.local_addr().expect("bound"));
            let server = std::thread::spawn(move || {
                let (mut stream, _) = listener.accept().expect("a client");
                let mut asked = [0; 16];
                let _ = std::io::Read::read(&mut stream, &mut asked);
                let _ = stream.write_all(greeting.as_bytes());
            });
            assert_one_line_about(&tuzhi(&["load", GRAPH, "--to", &address]), &address);
            server.join().expect("ends");
        }
    }

    #[cfg(feature = "load")]
    #[test]
    fn a_password_is_wanted_and_never_told() {
        let output = Command::cargo_bin("tuzhi")
            .expect("the binary is built")
            .args(["load", GRAPH, "--to", "bolt://me@127.0.0.1:1/kg"])
            .env_remove("TUZHI_PASSWORD")
            .output()
            .expect("it runs");
        assert_one_line_about(&output, "TUZHI_PASSWORD");
        let output = Command::cargo_bin("tuzhi")
            .expect("the binary is built")
            .args(["load", GRAPH, "--to", "bolt://me@127.0.0.1:1/kg"])
            .env("TUZHI_PASSWORD", "topsecret")
            .output()
            .expect("it runs");
        assert_one_line_about(&output, "bolt://127.0.0.1:1/kg");
        assert!(!text(&output.stderr).contains("topsecret"));
    }

    #[cfg(not(feature = "load"))]
    #[test]
    fn without_the_feature_it_is_named() {
        assert_one_line_about(&tuzhi(&["load", GRAPH, "--to", "bolt://host"]), "--features load");
    }

    #[cfg(not(feature = "parquet"))]
    #[test]
    fn without_parquet_it_is_named() {
        let out = folder();
        let to = path(&out, "p");
        assert_one_line_about(&tuzhi(&["export", GRAPH, "--format", "parquet", "-o", &to]), "--features parquet");
    }
}
