//! A full disk costs what was not completed, and nothing else.

#![allow(clippy::print_stdout)] // a test that cannot be run says so

use super::*;

/// A shell with words of ours as `$1`, `$2` …, in the folder of `bench`.
fn shell(bench: &Bench, script: &str, words: &[&str]) -> Output {
    let mut command = Command::new("sh");
    command.args(["-c", script, "sh", env!("CARGO_BIN_EXE_tuzhi")]).args(words);
    command.current_dir(bench.folder.path()).output().expect("a shell runs")
}

/// A limit on the size of files is met in the middle of a write, as the end of a disk is.
#[test]
fn a_write_that_finds_no_room_ends_the_run_and_harms_nothing() {
    let bench = Bench::new(30);
    let mut stopped = 0;
    // Blocks of 512 bytes; the store of all has some 500.
    for blocks in [8, 40, 75, 120, 150, 200, 250, 400] {
        let script = "trap '' XFSZ; ulimit -f $2; exec \"$1\" add s.db r --threads 1";
        let output = shell(&bench, script, &[&blocks.to_string()]);
        let told = text(&output.stderr);
        if output.status.success() {
            continue;
        }
        stopped += 1;
        assert_eq!((output.status.code(), told.lines().count()), (Some(1), 1), "{blocks}: {told}");
        assert!(told.contains("s.db: ") && told.contains("added so far"), "{blocks}: {told}");
        if bench.run("status s.db").status.success() {
            assert_whole(&bench.path("s.db"));
        }
    }
    assert!(stopped >= 4, "only {stopped} runs found no room");
    bench.tell("add s.db r");
    assert_whole(&bench.path("s.db"));
    assert!(bench.graph("s.db") == bench.built("r"), "the graph is another one");
}

/// A small file system of its own, where the system lets us have one: filled up by the store, and the process
/// killed while it is full.
#[test]
fn a_disk_that_is_full_costs_only_what_was_not_completed() {
    let bench = Bench::new(40);
    fs::create_dir(bench.path("disk")).expect("made");
    let mount = "mount -t tmpfs -o size=SIZE tmpfs disk";
    let within = |size: &str, script: &str| {
        let script = format!("{} && {script}", mount.replace("SIZE", size));
        let mut command = Command::new("unshare");
        command.args(["--user", "--map-root-user", "--mount", "sh", "-c", &script, "sh"]);
        command.arg(env!("CARGO_BIN_EXE_tuzhi")).current_dir(bench.folder.path()).output()
    };
    if !within("1m", "true").is_ok_and(|output| output.status.success()) {
        println!("skipped: no file system can be mounted here");
        return;
    }
    for size in ["64k", "128k", "160k", "256k"] {
        // Filled; looked at; killed while it cannot go on; then the store is taken to where there is room.
        let script = "{ \"$1\" add disk/s.db r --threads 1; echo \"code $?\"; df --output=avail disk | tail -1; \
                      timeout -s KILL 0.4 \"$1\" add disk/s.db r; timeout -s KILL 0.7 \"$1\" add disk/s.db r; \
                      rm -rf room && mkdir room && cp disk/* room; } 2>&1";
        let output = within(size, script).expect("it runs");
        let told = text(&output.stdout);
        assert!(told.contains("code 1") && told.contains("added so far"), "{size}: {told}");
        if bench.run("status room/s.db").status.success() {
            assert_whole(&bench.path("room/s.db"));
        }
        let told = bench.tell("add room/s.db r");
        assert_eq!(["new", "unchanged"].map(|word| counted(&told, word)).iter().sum::<usize>(), 40, "{told}");
        assert_whole(&bench.path("room/s.db"));
        assert!(bench.graph("room/s.db") == bench.built("r"), "{size}: the graph is another one");
    }
}
