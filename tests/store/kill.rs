//! Killed at any moment, with room on the disk or without, a store opens again with every document whole.

use std::collections::{BTreeMap, BTreeSet};
use std::process::{Child, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use tuzhi::pipeline;
use tuzhi::store::Store;

use super::*;

/// Kills in all.
const KILLS: usize = 200;

/// Folders with stores that processes are killed in beside each other.
const LANES: usize = 2;

/// Reports in each.
const REPORTS: usize = 24;

/// Numbers without a pattern, the same in every run (SplitMix64).
struct Draws(u64);

impl Draws {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (mixed ^ (mixed >> 31)) % limit
    }
}

/// Each document's contents by its place. Nothing where the store was not made yet; half made it never is.
fn contents(store: &Path) -> BTreeMap<String, String> {
    let database = rusqlite::Connection::open(store).expect("it opens");
    let tables = "SELECT count(*) FROM sqlite_schema WHERE type = 'table'";
    match database.query_row(tables, [], |row| row.get::<_, i64>(0)).expect("asked") {
        0 => return BTreeMap::new(),
        tables => assert_eq!(tables, 2, "half made"),
    }
    let mut rows =
        database.prepare("SELECT place, sha256 FROM document JOIN record ON record.id = record").expect("asked");
    let rows = rows.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).expect("asked");
    rows.map(|row| row.expect("a row")).collect()
}

/// Fails unless each document's contents are ones that it had, and its record is theirs, to the last byte.
fn assert_documents_whole(store: &Path, contents: &BTreeMap<String, String>, editions: usize) {
    if contents.is_empty() {
        return;
    }
    assert_whole(store);
    for (place, found) in contents {
        let number: usize = place["r/".len()..][..4].parse().expect("a number");
        let known =
            (1..=editions).any(|edition| pipeline::sha256(reports::report(number, edition).as_bytes()) == *found);
        assert!(known, "{place} never had such contents");
    }
    // Every record is opened, which proves the sum that it was written with.
    let graph = Store::open(store).expect("it opens").graph(true, 1).expect("records are whole");
    let merged: BTreeSet<&str> = graph.documents().map(|row| row.sha256.as_str()).collect();
    assert_eq!(merged, contents.values().map(String::as_str).collect());
}

/// What came of killing in one folder.
#[derive(Default)]
struct Tally {
    killed: usize,
    /// Of these, how many had some of their work done and some not.
    halfway: usize,
}

/// Waits until a process writes to a file, or ends.
fn wait_for_a_write(file: &Path, child: &mut Child) {
    // Opening the store makes the file; only commits fill it.
    let look = || fs::metadata(file).map_or(0, |found| found.len());
    let before = look();
    while look() == before && child.try_wait().expect("it is asked").is_none() {
        thread::sleep(Duration::from_micros(100));
    }
}

/// Kills processes that add, replace and remove, at random moments of their work.
fn kill_in_a_lane(lane: usize) -> Tally {
    let bench = Bench::new(REPORTS);
    let store = bench.path("s.db");
    let mut draws = Draws(lane as u64);
    let mut edition = 1;
    let started = Instant::now();
    bench.tell("add timed.db r --threads 1");
    // How long a run takes changes with what else the machine does.
    let mut whole = started.elapsed();
    let mut tally = Tally::default();
    while tally.killed < KILLS / LANES {
        let before = if store.exists() { contents(&store) } else { BTreeMap::new() };
        let line = match draws.below(8) {
            0 => "remove s.db r/0013.txt r/0014.txt r",
            1 | 2 => "add s.db r --threads 2",
            _ => "add s.db r --threads 1",
        };
        // All files get other contents, so that there is something to be done to the end.
        if line.starts_with("add") {
            edition += 1;
            for number in 0..REPORTS {
                bench.write(&format!("r/{number:04}.txt"), &reports::report(number, edition));
            }
        }
        let mut child = bench.command(line).stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("it runs");
        // Any moment of the run; and any of the few in which it writes, which are found seldom otherwise.
        let writes = draws.below(2) == 0;
        if writes {
            wait_for_a_write(&bench.path("s.db-wal"), &mut child);
            thread::sleep(Duration::from_micros(draws.below(6000)));
        } else {
            thread::sleep(Duration::from_micros(draws.below(whole.as_micros() as u64)));
        }
        let killed = child.try_wait().expect("it is asked").is_none();
        if killed {
            child.kill().expect("killed");
            tally.killed += 1;
        }
        if !writes {
            whole = if killed { whole * 51 / 50 } else { whole * 9 / 10 };
        }
        child.wait().expect("it ends");
        if !store.exists() {
            continue;
        }
        let after = contents(&store);
        assert_documents_whole(&store, &after, edition);
        if line.starts_with("add") {
            assert!(before.keys().all(|place| after.contains_key(place)), "a document was lost");
            let done = after.iter().filter(|(place, contents)| before.get(*place) != Some(contents)).count();
            tally.halfway += usize::from(done > 0 && done < REPORTS);
        }
    }
    bench.tell("add s.db r");
    assert_whole(&store);
    assert!(bench.graph("s.db") == bench.built("r"), "the graph is another one");
    tally
}

#[test]
fn killed_at_any_moment_it_opens_again_with_every_document_whole() {
    let lanes: Vec<_> = (0..LANES).map(|lane| thread::spawn(move || kill_in_a_lane(lane))).collect();
    let tallies: Vec<Tally> = lanes.into_iter().map(|lane| lane.join().expect("a lane holds")).collect();
    let sum = |of: fn(&Tally) -> usize| tallies.iter().map(of).sum::<usize>();
    assert_eq!(sum(|tally| tally.killed), KILLS);
    assert!(sum(|tally| tally.halfway) >= KILLS / 20, "only {} were killed halfway", sum(|tally| tally.halfway));
}

#[test]
fn two_at_once_lose_nothing() {
    let bench = Bench::new(24);
    for round in 0..3 {
        // From nothing; the same again; and others.
        let lines =
            [["add s.db r", "add s.db r"], ["add s.db r", "add s.db"], ["add s.db r", "remove s.db r/0003.txt"]];
        if round > 0 {
            for number in 0..24 {
                bench.write(&format!("r/{number:04}.txt"), &reports::report(number, round + 1));
            }
        }
        let children = lines[round]
            .map(|line| bench.command(line).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it runs"));
        for child in children {
            let output = child.wait_with_output().expect("it ends");
            assert!(output.status.success(), "{}", text(&output.stderr));
        }
        assert_whole(&bench.path("s.db"));
        let there = contents(&bench.path("s.db")).contains_key("r/0003.txt");
        assert!(there || round == 2, "a document was lost");
        bench.tell("add s.db r/0003.txt");
        assert!(bench.graph("s.db") == bench.built("r"), "round {round}");
    }
}

#[test]
fn readers_see_a_whole_store_while_others_write() {
    let bench = Bench::new(24);
    bench.tell("add s.db r/0000.txt");
    let mut writing = bench.command("add s.db r --threads 1").stdout(Stdio::null()).spawn().expect("it runs");
    let store = Store::open(&bench.path("s.db")).expect("it opens");
    let mut last = 0;
    while writing.try_wait().expect("it is asked").is_none() {
        let now = store.graph(false, 1).expect("merged").documents().len();
        assert!(now >= last, "a document was lost on the way");
        last = now;
    }
    assert_eq!(store.graph(false, 1).expect("merged").documents().len(), 24);
}
