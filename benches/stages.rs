//! Speed of each stage and of the whole, on one thread, beside jieba-rs on the same text.
//!
//! `cargo bench` reads the reports in `TUZHI_SHARED` (or `shared` beside the repository),
//! in `corpus/reports`; where there are none, the shipped example again and again. At least
//! 10 MB either way. Speeds are MB (10⁶ bytes of the clean text) a second, the best of
//! three runs. On Linux the time is what the thread had of a processor, so that a busy
//! machine does little harm; elsewhere it is the clock's.
#![allow(clippy::print_stdout)] // A benchmark is for people to read.

use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use std::{env, fs};

use tuzhi::model::Document;
use tuzhi::{extract, graph, lexicon, link, outline, pipeline, read, relate, restore};

/// Least bytes to measure on.
const ENOUGH: usize = 10_000_000;

/// Runs of each stage.
const RUNS: usize = 3;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let files = reports()?;
    // Dictionaries and tables load when first used; that is not the stages' speed.
    if let Some((path, bytes)) = files.first() {
        black_box(pipeline::extract(pipeline::open(path, bytes)?).record(true));
    }

    let decoded: Vec<_> = files.iter().map(|(path, bytes)| read::decode(path, bytes)).collect::<Result<_, _>>()?;
    let documents: Vec<Document> =
        files.iter().map(|(path, bytes)| pipeline::open(path, bytes)).collect::<Result<_, _>>()?;
    let texts: Vec<&str> = documents.iter().map(|document| document.text.as_str()).collect();
    let outlines: Vec<_> = texts.iter().map(|text| outline::outline(text)).collect();
    let framed: Vec<_> = texts.iter().zip(&outlines).collect();
    let mentions: Vec<_> = framed.iter().map(|(text, outline)| extract::extract(text, outline)).collect();
    let linked: Vec<_> =
        framed.iter().zip(&mentions).map(|((text, outline), found)| link::link(text, outline, found)).collect();
    let ready: Vec<_> = framed.iter().zip(&linked).collect();
    let relations: Vec<_> =
        ready.iter().map(|((text, outline), linked)| relate::relations(text, outline, linked)).collect();
    let facts: Vec<_> = ready.iter().map(|((text, outline), linked)| relate::facts(text, outline, linked)).collect();

    let bytes: usize = texts.iter().map(|text| text.len()).sum();
    println!("{} reports, {:.1} MB of clean text, one thread\n", files.len(), bytes as f64 / 1e6);
    let jieba = lexicon::words::tagger();
    let reference = best(|| texts.iter().map(|text| black_box(jieba.tag(text, true)).len()).sum());
    println!("{:<24} {:>8} {:>12}", "stage", "MB/s", "× jieba tag");
    let row = |name: &str, took: Duration| {
        let speed = bytes as f64 / 1e6 / took.as_secs_f64();
        println!("{name:<24} {speed:>8.1} {:>12.2}", reference.as_secs_f64() / took.as_secs_f64());
    };
    row("read", best(|| files.iter().filter_map(|(path, bytes)| black_box(read::decode(path, bytes)).ok()).count()));
    let mut copies: Vec<_> = (0..RUNS).map(|_| decoded.clone()).collect();
    row(
        "restore",
        best(|| copies.pop().into_iter().flatten().map(|text| black_box(restore::restore(text)).text.len()).sum()),
    );
    row("outline", best(|| texts.iter().map(|text| black_box(outline::outline(text)).sentences.len()).sum()));
    row(
        "extract",
        best(|| framed.iter().map(|(text, outline)| black_box(extract::extract(text, outline)).len()).sum()),
    );
    row(
        "link",
        best(|| {
            let each = framed.iter().zip(&mentions);
            each.map(|((text, outline), found)| black_box(link::link(text, outline, found)).entities.len()).sum()
        }),
    );
    row(
        "relate: relations",
        best(|| {
            ready
                .iter()
                .map(|((text, outline), linked)| black_box(relate::relations(text, outline, linked)).len())
                .sum()
        }),
    );
    row(
        "relate: facts",
        best(|| {
            ready.iter().map(|((text, outline), linked)| black_box(relate::facts(text, outline, linked)).len()).sum()
        }),
    );
    row(
        "record",
        best(|| {
            let each = documents.iter().zip(&outlines).zip(&linked).zip(relations.iter().zip(&facts));
            each.map(|(((document, outline), linked), (relations, facts))| {
                black_box(graph::record(document, outline, linked, relations, facts, true)).nodes.len()
            })
            .sum()
        }),
    );
    row(
        "whole, bytes to record",
        best(|| {
            let each = files.iter().filter_map(|(path, bytes)| pipeline::open(path, bytes).ok());
            each.map(|document| black_box(pipeline::extract(document).record(true)).nodes.len()).sum()
        }),
    );
    row("jieba-rs tag (HMM on)", reference);
    Ok(())
}

/// The least time that `work` took in some runs.
fn best(mut work: impl FnMut() -> usize) -> Duration {
    let run = |_| {
        let started = (Instant::now(), processor_time());
        black_box(work());
        match (started.1, processor_time()) {
            (Some(before), Some(after)) => after - before,
            _ => started.0.elapsed(),
        }
    };
    (0..RUNS).map(run).min().unwrap_or_default()
}

/// Time that this thread has had of a processor: the first figure of Linux's schedstat, in
/// nanoseconds.
fn processor_time() -> Option<Duration> {
    let text = fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    text.split(' ').next()?.parse().ok().map(Duration::from_nanos)
}

/// Path and bytes of a report.
type Source = (String, Vec<u8>);

/// Names and bytes of at least [`ENOUGH`] bytes of reports.
fn reports() -> Result<Vec<Source>, Box<dyn std::error::Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let shared = env::var_os("TUZHI_SHARED").map_or_else(|| root.join("../shared"), PathBuf::from);
    let mut sources = read::collect(&[shared.join("corpus/reports")]).sources;
    if sources.is_empty() {
        println!("no corpus; set TUZHI_SHARED to its folder. Measured on the example instead.");
        sources = vec![read::Source::File(root.join("examples/yunxi-2024.clean.txt"))];
    }
    let mut files = Vec::new();
    let mut size = 0;
    for source in sources.iter().cycle() {
        if size >= ENOUGH {
            break;
        }
        let read::Source::File(path) = source else { continue };
        let bytes = fs::read(path)?;
        size += bytes.len();
        files.push((source.name(), bytes));
    }
    Ok(files)
}
