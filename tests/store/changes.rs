//! What is done again, and what is not.

use super::*;

fn bodies(bench: &Bench) -> Vec<(String, i64)> {
    let database = bench.database("s.db");
    let mut rows = database.prepare("SELECT place, record FROM document ORDER BY place").expect("asked");
    let rows = rows.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).expect("asked");
    rows.map(|row| row.expect("a row")).collect()
}

#[test]
fn only_what_another_program_made_is_made_again() {
    let bench = Bench::new(6);
    bench.tell("add s.db r");
    // Bodies that no program would make tell later which of them were made again.
    let database = bench.database("s.db");
    database.execute("UPDATE record SET body = x'00'", []).expect("changed");
    database.execute("UPDATE record SET program = 'older' WHERE id IN (2, 5)", []).expect("changed");
    let told = bench.tell("add s.db r");
    assert_eq!(["renewed", "unchanged"].map(|word| counted(&told, word)), [2, 4], "{told}");
    let again = "SELECT count(*) FROM record WHERE length(body) > 1 AND id IN (2, 5)";
    assert_eq!(database.query_row(again, [], |row| row.get::<_, i64>(0)).expect("asked"), 2);
    let left = "SELECT count(*) FROM record WHERE length(body) = 1";
    assert_eq!(database.query_row(left, [], |row| row.get::<_, i64>(0)).expect("asked"), 4);
    let fault = bench.fault("graph s.db -o g");
    assert!(fault.contains("s.db: the record of r/0000.txt is damaged"), "{fault}");
    database.execute("UPDATE record SET program = 'older'", []).expect("changed");
    assert_eq!(counted(&bench.tell("add s.db"), "renewed"), 6);
    assert_eq!(bench.graph("s.db"), bench.built("r"));
}

#[test]
fn the_program_is_known_by_what_decides_a_record() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let listed = fs::read_to_string(root.join("src/store/stages.txt")).expect("there");
    let listed: Vec<&str> = listed.lines().filter(|line| !line.starts_with('#')).collect();
    let pipeline = fs::read_to_string(root.join("src/pipeline.rs")).expect("there");
    // Every stage before the store may decide what a record says, but the one that only compares.
    let order = fs::read_to_string(root.join("tests/architecture.rs")).expect("there");
    let order: Vec<&str> = order.split("const STAGES: &[&str] = &[").nth(1).expect("a list").split('"').collect();
    let before = order.iter().skip(1).step_by(2).take_while(|stage| **stage != "store");
    let there = |stage: &&&str| root.join("src").join(stage).is_dir() || root.join(format!("src/{stage}.rs")).is_file();
    let before: Vec<&str> = before.filter(there).copied().filter(|stage| *stage != "eval").collect();
    assert_eq!(listed, before);
    assert!(pipeline.contains("pub fn with_gold"), "what needs eval in the pipeline is something else now");
    assert_eq!(tuzhi::store::PROGRAM.len(), 32);
}

#[test]
fn the_same_contents_under_two_paths_share_a_record() {
    let bench = Bench::new(2);
    fs::copy(bench.path("r/0001.txt"), bench.path("r/copy.txt")).expect("copied");
    fs::copy(bench.path("r/0001.txt"), bench.path("r/marked.md")).expect("copied");
    bench.tell("add s.db r");
    let documents = bodies(&bench);
    assert_eq!(documents.len(), 4);
    assert_eq!(documents[1].1, documents[2].1);
    assert_ne!(documents[1].1, documents[3].1, "Markdown is read otherwise");
    assert_eq!(bench.graph("s.db"), bench.built("r"));
    bench.tell("remove s.db r/0001.txt");
    assert_whole(&bench.path("s.db"));
    assert_eq!(bench.graph("s.db"), bench.built("r/0000.txt r/copy.txt r/marked.md"));
    bench.tell("remove s.db r/copy.txt");
    assert_whole(&bench.path("s.db"));
    assert_eq!(bench.graph("s.db"), bench.built("r/0000.txt r/marked.md"));
}

#[test]
fn a_document_is_one_from_wherever_it_is_named() {
    let bench = Bench::new(2);
    bench.tell("add s.db r");
    let mut inside = bench.command("add ../s.db 0000.txt ./0001.txt");
    let output = inside.current_dir(bench.path("r")).output().expect("it runs");
    assert_eq!(counted(&text(&output.stdout), "replaced"), 2, "{}", text(&output.stdout));
    assert_eq!(bodies(&bench).len(), 2);
    // The store and its reports move together.
    fs::create_dir(bench.path("moved")).expect("made");
    for name in ["r", "s.db"] {
        fs::rename(bench.path(name), bench.path("moved").join(name)).expect("moved");
    }
    assert_eq!(counted(&bench.tell("status moved/s.db"), "current"), 2);
    assert_eq!(counted(&bench.tell("add moved/s.db"), "unchanged"), 2);
}

#[test]
fn every_text_of_standard_input_is_a_document() {
    use std::io::Write;
    let bench = Bench::new(2);
    for number in [0, 1, 0] {
        let mut command = bench.command("add s.db -");
        let mut child = command.stdin(std::process::Stdio::piped()).spawn().expect("it runs");
        let report = reports::report(number, 1);
        child.stdin.take().expect("a pipe").write_all(report.as_bytes()).expect("written");
        assert!(child.wait().expect("it ends").success());
    }
    assert_eq!(counted(&bench.tell("status s.db"), "current"), 2);
    assert_eq!(counted(&bench.tell("add s.db"), "unchanged"), 0);
}
