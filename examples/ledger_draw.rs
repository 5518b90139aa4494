//! Draws rows of the ledgers of a graph at random for people to judge.
//!
//! `cargo run --release --example ledger_draw -- GRAPH SEED > drawn.tsv` draws 100 rows of which a later
//! report could say something, from all regions with reports of two years or more, each with both sentences.
//! The draw hangs on the seed and the rows alone: sorted by the SHA-256 of both, the first are taken. Judges
//! read both reports and add `right` or `wrong` and a reason; the judgements without the sentences go to
//! `tests/eval/ledger.tsv`, which `cargo test --test eval` sums up. Run it where the graph's files are.

#![allow(clippy::print_stdout, reason = "the draw is the output")]

use sha2::{Digest, Sha256};
use tuzhi::compare::{Options, Outcome, ledger, reporting_regions, series_of};
use tuzhi::error::Error;
use tuzhi::graph::file::DocumentRow;
use tuzhi::graph::parse_graph;

/// How many rows are drawn.
const ROWS: usize = 100;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [path, seed] = &arguments[..] else { return Err("usage: ledger_draw GRAPH SEED".into()) };
    let graph = parse_graph(path, &std::fs::read(path)?)?;
    let load = |row: &DocumentRow| std::fs::read(&row.path).map_err(|source| Error::io(&row.path, source));
    let mut rows = Vec::new();
    for region in reporting_regions(&graph) {
        let series = series_of(&graph, region, &load);
        if series.years().len() > 1 {
            let found = ledger(&graph, &series, Options::default());
            let told = found.rows.into_iter().filter(|row| row.outcome != Outcome::NoReport);
            rows.extend(told.map(|row| (format!("{} {}", region.id, row.id), row)));
        }
    }
    rows.sort_by_cached_key(|(id, _)| (Sha256::digest(format!("{seed} {id}")), id.clone()));
    println!("id\toutcome\tverdict\treason\tdecided\tsure\tplanned\tlater");
    for (id, row) in rows.into_iter().take(ROWS) {
        let later = row.deciding().and_then(|finding| finding.said.sentence.clone()).unwrap_or_default();
        let planned = row.planned.sentence.clone().unwrap_or_default();
        let decided = row.decided.map(|year| year.to_string()).unwrap_or_default();
        println!("{id}\t{}\t\t\t{decided}\t{}\t{planned}\t{later}", row.outcome.name(), row.confidence);
    }
    Ok(())
}
