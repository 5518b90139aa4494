//! The example report in every format that reports come in: the same graph, and evidence that is found again.

#[cfg(feature = "pdf-input")]
#[path = "formats/pdf.rs"]
mod pdf;

use std::fs;
use std::io::{Cursor, Write};
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use predicates::prelude::PredicateBooleanExt;
use predicates::str::contains;
use tuzhi::read::{Reports, Source, collect, decode, load};
use tuzhi::{outline, pipeline};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const CLEAN: &str = include_str!("../examples/yunxi-2024.clean.txt");

fn tuzhi(folder: &Path) -> Command {
    let mut command = Command::cargo_bin("tuzhi").expect("the program is built");
    command.current_dir(folder);
    command
}

fn zipped(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in members {
        archive.start_file(*name, SimpleFileOptions::default()).expect("a member");
        archive.write_all(bytes).expect("in memory");
    }
    archive.finish().expect("an archive").into_inner()
}

fn html() -> String {
    let paragraphs: String = CLEAN.lines().map(|line| format!("<p>&emsp;&emsp;{line}</p>\n")).collect();
    format!("<html><body><div class=nav><a href=/>首页</a></div><div id=zoom>{paragraphs}</div></body></html>")
}

fn docx() -> Vec<u8> {
    let paragraphs: String = CLEAN.lines().map(|line| format!("<w:p><w:r><w:t>{line}</w:t></w:r></w:p>")).collect();
    let xml = format!(
        "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{paragraphs}\
         </w:body></w:document>"
    );
    zipped(&[("[Content_Types].xml", b"<Types/>"), ("word/document.xml", xml.as_bytes())])
}

fn jsonl() -> String {
    let other = CLEAN.replace("云溪", "石梁");
    let line = |id: &str, text: &str| serde_json::json!({ "id": id, "text": text, "date": "2024" }).to_string();
    format!("{}\n\n{}\n", line("yunxi/2024", CLEAN), line("", &other))
}

fn csv() -> String {
    let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
    let quotes = CLEAN.replace(['“', '”'], "\"");
    format!("id,正文\r\na,{}\r\nb,{}\r\n", quoted(CLEAN), quoted(&quotes))
}

/// A folder with the example in every format.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let (html, docx, jsonl, csv) = (html(), docx(), jsonl(), csv());
    let inner = zipped(&[("深/报告.txt", CLEAN.as_bytes()), ("report.docx", &docx)]);
    let archive = zipped(&[
        ("2024/云溪.txt", CLEAN.as_bytes()),
        ("__MACOSX/云溪.txt", b"x"),
        ("picture.png", b"\x89PNG"),
        ("page.htm", html.as_bytes()),
        ("more.jsonl", jsonl.as_bytes()),
        ("inner.zip", &inner),
    ]);
    let files: [(&str, &[u8]); 6] = [
        ("page.html", html.as_bytes()),
        ("report.docx", &docx),
        ("reports.jsonl", jsonl.as_bytes()),
        ("table.csv", csv.as_bytes()),
        ("archive.zip", &archive),
        ("notes.ini", b"x"),
    ];
    for (name, bytes) in files {
        fs::write(folder.path().join(name), bytes).expect("a file");
    }
    folder
}

const NAMES: [&str; 12] = [
    "archive.zip/2024/云溪.txt", "archive.zip/page.htm", "archive.zip/more.jsonl#yunxi/2024",
    "archive.zip/more.jsonl#line-3", "archive.zip/inner.zip/深/报告.txt", "archive.zip/inner.zip/report.docx",
    "page.html", "report.docx", "reports.jsonl#yunxi/2024", "reports.jsonl#line-3", "table.csv#a", "table.csv#b",
];

#[test]
fn a_folder_gives_all_reports_by_names_that_find_them_again() {
    let folder = folder();
    let found = collect(&[folder.path().to_path_buf()]);
    assert!(found.problems.is_empty(), "{:?}", found.problems);
    let start = format!("{}/", folder.path().display());
    let names: Vec<String> = found.sources.iter().map(|source| source.name().replace(&start, "")).collect();
    assert_eq!(names, NAMES);
    let reports = Reports::below(Some(folder.path()));
    for (source, name) in found.sources.iter().zip(NAMES) {
        let bytes = load(source).expect("it can be read");
        assert_eq!(reports.load(name).expect("it is found again"), bytes, "{name}");
        let text = decode(name, &bytes).expect("it has a text").text;
        let expected = match name.rsplit_once(['#', '/']).map_or(name, |(_, last)| last) {
            "line-3" => CLEAN.replace("云溪", "石梁"),
            "b" => CLEAN.replace(['“', '”'], "\""),
            _ => CLEAN.to_string(),
        };
        assert_eq!(text.trim_end(), expected.trim_end(), "{name}");
        assert_eq!(collect(&[folder.path().join(name)]).sources.len(), 1, "{name}");
    }
    for name in ["archive.zip/none.txt", "reports.jsonl#none", "none.zip/a.txt", "-", "-#a"] {
        assert!(reports.load(name).is_err(), "{name}");
    }
}

#[test]
fn evidence_is_found_in_every_format() {
    let folder = folder();
    for name in ["page.html", "report.docx", "reports.jsonl", "table.csv", "archive.zip"] {
        tuzhi(folder.path()).args(["build", name, "-o", "out", "--formats", "json"]).assert().success();
        tuzhi(folder.path()).args(["verify", "out/graph.json"]).assert().success();
        let from_elsewhere = tuzhi(folder.path().parent().expect("a folder above"))
            .args(["verify".as_ref(), folder.path().join("out/graph.json").as_os_str()])
            .arg("--root")
            .arg(folder.path())
            .assert();
        from_elsewhere.success();
    }
    // The archive was the last.
    let why = tuzhi(folder.path()).args(["why", "out/graph.json", "恒泽制药"]).assert().success();
    let told = String::from_utf8_lossy(&why.get_output().stdout).into_owned();
    assert!(told.contains("archive.zip/") && !told.contains("cannot"), "{told}");
    let mut changed = fs::read(folder.path().join("reports.jsonl")).expect("it is there");
    tuzhi(folder.path()).args(["build", "reports.jsonl", "-o", "out", "--formats", "json"]).assert().success();
    let at = changed.windows(6).position(|bytes| bytes == "恒泽".as_bytes()).expect("it is named");
    changed[at..at + 6].copy_from_slice("青岚".as_bytes());
    fs::write(folder.path().join("reports.jsonl"), changed).expect("a file");
    tuzhi(folder.path())
        .args(["verify", "out/graph.json"])
        .assert()
        .failure()
        .stderr(contains("reports.jsonl#yunxi/2024"));
}

#[test]
fn one_report_of_many_is_named() {
    let folder = folder();
    tuzhi(folder.path()).args(["restore", "archive.zip/inner.zip/深/报告.txt"]).assert().success().stdout(CLEAN);
    let several = contains("holds 2 reports").and(contains("reports.jsonl#yunxi/2024"));
    tuzhi(folder.path()).args(["restore", "reports.jsonl"]).assert().failure().stderr(several);
    tuzhi(folder.path())
        .args(["extract", "-"])
        .write_stdin(jsonl())
        .assert()
        .success()
        .stdout(contains("\"path\":\"-#line-3\""));
}

#[test]
fn parts_that_fail_are_told_and_the_others_are_read() {
    let folder = tempfile::tempdir().expect("a folder");
    let zeros = vec![b' '; 4 << 20];
    let archive = zipped(&[("bomb.txt", &zeros), ("old.doc", b"\xD0\xCF\x11\xE0"), ("good.txt", CLEAN.as_bytes())]);
    let write = |name: &str, bytes: &[u8]| -> PathBuf {
        fs::write(folder.path().join(name), bytes).expect("a file");
        folder.path().join(name)
    };
    write("a.zip", &archive);
    write("b.jsonl", format!("{{\"id\": 1}}\nnot json\n{}", jsonl()).as_bytes());
    write("c.csv", "编号,名称\n1,恒泽制药\n".as_bytes());
    write("d.zip", &archive[..archive.len() / 2]);
    let told = contains("a.zip/bomb.txt: unpacks to more than 200 times")
        .and(contains("a.zip/old.doc: a file of an old office program"))
        .and(contains("b.jsonl: 2 lines hold no report (the first: line 1"))
        .and(contains("c.csv: a table without a column of texts"))
        .and(contains("d.zip: cannot be unpacked"));
    tuzhi(folder.path()).args(["build", "."]).assert().code(1).stderr(told).stdout(contains("documents      3"));
}

#[test]
fn a_store_finds_parts_again() {
    let folder = folder();
    let run = |arguments: &[&str]| tuzhi(folder.path()).args(arguments).assert();
    run(&["add", "all.db", "archive.zip", "reports.jsonl", "table.csv"]).success().stdout(contains("10"));
    run(&["add", "all.db"]).success().stdout(contains("unchanged 10"));
    let status = run(&["status", "all.db", "--json"]).success();
    let told = String::from_utf8_lossy(&status.get_output().stdout).into_owned();
    for name in ["archive.zip/inner.zip/深/报告.txt", "reports.jsonl#yunxi/2024", "table.csv#b"] {
        assert!(told.contains(name), "{told}");
    }
    fs::write(folder.path().join("table.csv"), csv().replace("\r\nb,", "\r\nc,")).expect("a file");
    fs::remove_file(folder.path().join("reports.jsonl")).expect("it is there");
    let status = run(&["status", "all.db"]);
    let told = String::from_utf8_lossy(&status.get_output().stdout).into_owned();
    assert!(told.contains("missing") && told.contains("reports.jsonl#line-3"), "{told}");
}

#[test]
fn what_is_no_report_is_told_and_left_out() {
    let folder = tempfile::tempdir().expect("a folder");
    let links: String = (1..80).map(|at| format!("云溪县人民政府关于印发第{at}号文件的通知\n")).collect();
    fs::write(folder.path().join("a.txt"), links).expect("a file");
    fs::write(folder.path().join("b.txt"), CLEAN).expect("a file");
    let run = |arguments: &[&str]| tuzhi(folder.path()).args(arguments).assert();
    let told = contains("a.txt: left out, as no report: a list or table").and(contains("--force takes it"));
    run(&["build", "."]).code(1).stderr(told).stdout(contains("documents      1  left out 1"));
    run(&["build", ".", "--force"]).success().stdout(contains("documents      2"));
    run(&["extract", "a.txt", "--lang", "zh"]).code(1).stdout("").stderr(contains("不是报告，略过：是目录或表格"));
    #[cfg(feature = "store")]
    {
        run(&["add", "s.db", "."]).code(1).stdout(contains("new 1, left out 1"));
        run(&["add", "s.db", ".", "--force"]).success().stdout(contains("new 1, unchanged 1"));
    }
}

#[test]
fn no_report_of_the_corpus_is_left_out() {
    let shared = std::env::var("TUZHI_SHARED").map_or_else(|_| PathBuf::from("../shared"), PathBuf::from);
    let found = collect(&[shared.join("corpus")]);
    if found.sources.is_empty() {
        let _ = writeln!(std::io::stderr(), "skipped: no reports in {}", shared.display());
        return;
    }
    let judge = |source: &Source| {
        let document = pipeline::open(&source.name(), &load(source)?)?;
        Ok(outline::foreign(&document.text, &outline::outline(&document.text)).map(|why| why.to_string()))
    };
    pipeline::each(
        &found.sources,
        0,
        |source| source.name(),
        judge,
        |_, told| {
            assert_eq!(told.expect("it can be read"), None);
            Ok(())
        },
    )
    .expect("all are looked at");
}
