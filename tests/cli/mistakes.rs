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
        (vec!["build".into(), file("a.txt", b"Rar!\x1A\x07")], "是 RAR 压缩包，不是文本；请把正文另存为 UTF-8"),
        (vec!["build".into(), file("b.txt", &[0x00, 0x01, 0x02, 0x03, 0x00])], "是二进制文件，不是文本；"),
        (vec!["build".into(), file("c.txt", b"\xFF\xFE\x00\xD8\x00\xD8\x00\xD8")], "字节序标记说是 UTF-16LE，"),
        (vec!["merge".into(), file("d.jsonl", b"{\"schema\":\"tuzhi-record/0\"}")], "这个版本读 "),
        (vec!["query".into(), file("e.json", b"{\"graph\":"), "云溪".into()], "在第 1 行第 9 列断了；"),
        (vec!["query".into(), file("f.json", b"{\"nodes\":[]}"), "云溪".into()], "没有写明格式，不是 tuzhi 的图谱；"),
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
