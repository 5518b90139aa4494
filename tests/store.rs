//! Stores: what goes in comes out, whatever happens in between.
#![cfg(feature = "store")]

#[path = "store/changes.rs"]
mod changes;
#[path = "store/commands.rs"]
mod commands;
#[cfg(unix)]
#[path = "store/full.rs"]
mod full;
#[path = "store/kill.rs"]
mod kill;
#[path = "store/laws.rs"]
mod laws;
#[path = "support/reports.rs"]
mod reports;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

/// A folder with reports and a store in the making.
pub struct Bench {
    folder: TempDir,
}

impl Bench {
    /// With `count` reports `r/NNNN.txt`.
    fn new(count: usize) -> Self {
        let bench = Self { folder: tempfile::tempdir().expect("a folder") };
        fs::create_dir(bench.path("r")).expect("a folder");
        for number in 0..count {
            bench.write(&format!("r/{number:04}.txt"), &reports::report(number, 1));
        }
        bench
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.path(name), text).expect("written");
    }

    /// `tuzhi` with words that stand between blanks, in this folder, not started yet.
    fn command(&self, line: &str) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tuzhi"));
        command.current_dir(self.folder.path()).args(line.split_whitespace());
        command
    }

    fn run(&self, line: &str) -> Output {
        self.command(line).output().expect("it runs")
    }

    /// What it prints when all goes well.
    fn tell(&self, line: &str) -> String {
        let output = self.run(line);
        assert!(output.status.success(), "{line}: {}", text(&output.stderr));
        text(&output.stdout)
    }

    /// What it complains of, in one line.
    fn fault(&self, line: &str) -> String {
        let output = self.run(line);
        let told = text(&output.stderr);
        assert_eq!(output.status.code(), Some(1), "{line}: {told}");
        let faults: Vec<&str> = told.lines().filter(|line| line.starts_with("tuzhi: error: ")).collect();
        assert_eq!(faults.len(), 1, "{line}: {told}");
        faults[0].to_string()
    }

    /// The graph of a store, as written.
    fn graph(&self, store: &str) -> String {
        self.tell(&format!("graph {store} -o g --formats json"));
        fs::read_to_string(self.path("g/graph.json")).expect("written")
    }

    /// The graph of inputs read at once, as written.
    fn built(&self, inputs: &str) -> String {
        self.tell(&format!("build {inputs} -o b --formats json"));
        fs::read_to_string(self.path("b/graph.json")).expect("written")
    }

    /// A connection behind the program's back.
    fn database(&self, store: &str) -> rusqlite::Connection {
        rusqlite::Connection::open(self.path(store)).expect("it opens")
    }
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("output is UTF-8")
}

/// The number before which a summary says `word`.
fn counted(summary: &str, word: &str) -> usize {
    let mut words = summary.split([' ', ',', '\n']).filter(|word| !word.is_empty()).skip_while(|found| *found != word);
    words.nth(1).and_then(|number| number.parse().ok()).unwrap_or(0)
}

/// Fails where the database is damaged or holds records of no document.
fn assert_whole(store: &Path) {
    let database = rusqlite::Connection::open(store).expect("it opens");
    let one = |sql: &str| database.query_row(sql, [], |row| row.get::<_, String>(0)).expect("it is asked");
    assert_eq!(one("PRAGMA integrity_check"), "ok");
    let orphans = "SELECT count(*) || '' FROM record WHERE id NOT IN (SELECT record FROM document)";
    assert_eq!(one(orphans), "0", "records of no document");
    let lost = "SELECT count(*) || '' FROM document WHERE record NOT IN (SELECT id FROM record)";
    assert_eq!(one(lost), "0", "documents without a record");
}
