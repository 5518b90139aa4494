//! The commands as a person meets them.

use super::*;

#[test]
fn the_graph_is_the_one_that_build_writes() {
    let bench = Bench::new(6);
    for name in ["yunxi-2023.txt", "qinglan-2024.txt"] {
        let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/reports").join(name);
        fs::copy(from, bench.path(&format!("r/{name}"))).expect("copied");
    }
    let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/yunxi-2024.txt");
    fs::copy(example, bench.path("r/example.txt")).expect("copied");
    bench.tell("build r -o b --lang zh");
    bench.tell("add s.db r/example.txt r/0003.txt");
    bench.tell("add s.db r");
    bench.tell("graph s.db -o g --lang zh");
    for name in ["graph.json", "graph.dot", "graph.svg"] {
        let read = |folder: &str| fs::read(bench.path(folder).join(name)).expect("written");
        assert!(read("b") == read("g"), "{name} differs");
    }
    for options in ["--quotes none", "--min-confidence 0.9"] {
        bench.tell(&format!("build r -o b --formats json {options}"));
        bench.tell(&format!("graph s.db -o g --formats json {options} --threads 1"));
        let read = |folder: &str| fs::read(bench.path(folder).join("graph.json")).expect("written");
        assert!(read("b") == read("g"), "{options} differs");
    }
}

#[test]
fn adding_tells_what_came_of_each() {
    let bench = Bench::new(5);
    let told = bench.tell("add s.db r/0000.txt r/0001.txt r/0002.txt");
    assert_eq!(counted(&told, "new"), 3, "{told}");
    assert!(told.contains("s.db  3 documents, ") && told.contains("time"), "{told}");
    bench.write("r/0001.txt", &reports::report(1, 2));
    let told = bench.tell("add s.db r");
    assert_eq!(["new", "replaced", "unchanged"].map(|word| counted(&told, word)), [2, 1, 2], "{told}");
    let told = bench.tell("add s.db r --lang zh");
    assert_eq!(counted(&told, "未变"), 5, "{told}");
    assert_eq!(bench.graph("s.db"), bench.built("r"));
}

#[test]
fn what_cannot_be_read_is_told_and_the_others_are_added() {
    let bench = Bench::new(2);
    fs::write(bench.path("r/bad.txt"), [0, 1, 2, 0]).expect("written");
    let output = bench.run("add s.db r none.txt");
    let (told, faults) = (text(&output.stdout), text(&output.stderr));
    assert_eq!(output.status.code(), Some(1), "{told}");
    assert_eq!(["new", "failed"].map(|word| counted(&told, word)), [2, 2], "{told}");
    assert!(faults.contains("r/bad.txt: ") && faults.contains("none.txt: "), "{faults}");
}

#[test]
fn removing_takes_a_path_a_folder_or_an_id() {
    let bench = Bench::new(8);
    bench.tell("add s.db r");
    assert_eq!(bench.tell("remove s.db r/0001.txt"), "r/0001.txt\n");
    let absolute = bench.path("r/0002.txt").display().to_string();
    assert_eq!(bench.tell(&format!("remove s.db {absolute}")), "r/0002.txt\n");
    let first = bench.tell("status s.db --json");
    let row: serde_json::Value = serde_json::from_str(first.lines().next().expect("a line")).expect("JSON");
    let id = row["id"].as_str().expect("an id");
    assert_eq!(bench.tell(&format!("remove s.db {}", &id[..10])), "r/0000.txt\n");
    assert_eq!(bench.graph("s.db"), bench.built("r/0003.txt r/0004.txt r/0005.txt r/0006.txt r/0007.txt"));
    let fault = bench.fault("remove s.db r/0000.txt r/0003.txt");
    assert!(fault.contains("s.db: has no document “r/0000.txt”; "), "{fault}");
    assert_eq!(bench.tell("remove s.db r/").lines().count(), 4);
    assert!(bench.fault("graph s.db -o g").contains("s.db: the store has no documents"));
    assert_whole(&bench.path("s.db"));
}

#[test]
fn status_tells_what_has_become_of_the_files() {
    let bench = Bench::new(5);
    bench.tell("add s.db r");
    assert_eq!(counted(&bench.tell("status s.db"), "current"), 5);
    bench.write("r/0000.txt", &reports::report(0, 3));
    fs::remove_file(bench.path("r/0001.txt")).expect("removed");
    fs::remove_file(bench.path("r/0002.txt")).expect("removed");
    fs::create_dir(bench.path("r/0002.txt")).expect("made");
    bench.database("s.db").execute("UPDATE record SET program = 'x' WHERE id = 4", []).expect("changed");
    let told = bench.tell("status s.db");
    let words = ["current", "changed", "missing", "unreadable", "stale"];
    assert_eq!(words.map(|word| counted(&told, word)), [1; 5], "{told}");
    assert!(told.lines().any(|line| line.starts_with("missing") && line.ends_with("r/0001.txt")), "{told}");
    let lines: Vec<serde_json::Value> =
        bench.tell("status s.db --json").lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    let states: Vec<&str> = lines.iter().filter_map(|line| line["state"].as_str()).collect();
    assert_eq!(states, ["changed", "missing", "unreadable", "stale", "current"]);
    assert!(bench.tell("status s.db --lang zh").contains("已不在"));
}

#[test]
fn commands_that_read_a_graph_read_a_store() {
    let bench = Bench::new(3);
    bench.tell("add s.db r");
    bench.tell("graph s.db -o g");
    for line in ["query FILE 恒泽制药", "export FILE --format csv -o OUT", "verify FILE", "draw FILE -o OUT.svg"] {
        let told = |file: &str, out: &str| bench.tell(&line.replace("FILE", file).replace("OUT", out));
        assert_eq!(told("s.db", "of").replace("of", "O"), told("g/graph.json", "as").replace("as", "O"), "{line}");
    }
    assert_eq!(fs::read(bench.path("of.svg")).expect("drawn"), fs::read(bench.path("as.svg")).expect("drawn"));
}

#[test]
fn what_is_no_store_is_left_alone() {
    let bench = Bench::new(1);
    let other = rusqlite::Connection::open(bench.path("other.db")).expect("made");
    other.execute_batch("CREATE TABLE t (x); INSERT INTO t VALUES (1)").expect("filled");
    drop(other);
    bench.write("text.db", &"not a database at all ".repeat(100));
    bench.tell("add newer.db r");
    bench.database("newer.db").pragma_update(None, "user_version", 2).expect("changed");
    let before: Vec<_> = ["other.db", "text.db"].map(|name| fs::read(bench.path(name)).expect("there")).into();
    for (name, why) in [
        ("other.db", "not a store of tuzhi; name a store"),
        ("text.db", "not a store of tuzhi; name a store"),
        ("newer.db", "is a store of version 2, this program knows version 1; use"),
        ("r", "is a directory; name a file"),
        ("none/s.db", "No such file or directory; check the spelling"),
    ] {
        let fault = bench.fault(&format!("add {name} r"));
        assert!(fault.contains(&format!("{name}: ")) && fault.contains(why), "{fault}");
        for command in ["graph NAME -o g", "status NAME", "remove NAME x"] {
            bench.fault(&command.replace("NAME", name));
        }
    }
    let after: Vec<_> = ["other.db", "text.db"].map(|name| fs::read(bench.path(name)).expect("there")).into();
    assert!(before == after, "a foreign file was changed");
    assert!(bench.fault("status none.db").contains("No such file"));
    bench.write("empty.db", "");
    assert!(bench.fault("status empty.db").contains("no store was made in it yet; add documents"));
    bench.tell("add empty.db r");
    assert_eq!(bench.graph("empty.db"), bench.built("r"));
}

#[test]
fn whoever_meets_another_process_waits() {
    let bench = Bench::new(1);
    bench.tell("add s.db r");
    let database = bench.database("s.db");
    database.execute_batch("BEGIN IMMEDIATE").expect("held");
    let mut waiting = bench.command("remove s.db r").spawn().expect("it runs");
    std::thread::sleep(std::time::Duration::from_millis(300));
    assert!(waiting.try_wait().expect("it is asked").is_none(), "it did not wait");
    database.execute_batch("COMMIT").expect("let go");
    assert!(waiting.wait().expect("it ends").success());
}
