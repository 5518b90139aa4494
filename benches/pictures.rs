//! How long pictures take: graphs of 200, 2,000 and 20,000 invented things, laid out by forces and drawn as SVG.
//!
//! The graphs are like those of reports: chains of firm, project and place, hubs among them, and some links
//! across. Times are the median of five runs by the clock.
#![allow(clippy::print_stdout)] // A benchmark is for people to read.

use std::hint::black_box;
use std::time::{Duration, Instant};

use tuzhi::draw::{Layout, Options, View, draw};
use tuzhi::graph::file::GraphFile;

/// Runs of each size.
const RUNS: usize = 5;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("{:<8} {:>8} {:>10} {:>10}", "nodes", "edges", "seconds", "SVG KB");
    for count in [200, 2_000, 20_000] {
        let graph = graph(count)?;
        let view = View { layout: Layout::Force, width: 1e6, ..View::default() };
        let options = Options { max_nodes: count, ..Options::default() };
        let mut times: Vec<(Duration, usize)> = Vec::new();
        for _ in 0..RUNS {
            let started = Instant::now();
            let svg = black_box(draw(&graph, &view, &options)?);
            times.push((started.elapsed(), svg.len()));
        }
        times.sort_unstable();
        let (median, bytes) = times[RUNS / 2];
        println!("{count:<8} {:>8} {:>10.2} {:>10}", graph.edges.len(), median.as_secs_f64(), bytes / 1000);
    }
    Ok(())
}

/// A graph of `count` things that all hang together.
fn graph(count: usize) -> Result<GraphFile, serde_json::Error> {
    let kinds = ["enterprise", "project", "town", "industry", "honor"];
    let id = |at: usize| format!("{}:云溪第{at}号", kinds[at % kinds.len()]);
    let nodes: Vec<_> = (0..count)
        .map(|at| {
            serde_json::json!({"id": id(at), "kind": kinds[at % kinds.len()], "name": format!("云溪第{at}号"), "aliases": [],
                "facts": [], "mentions": [], "attributes": {"code": null, "level": null}})
        })
        .collect();
    // Each hangs on one before it, mostly on one of a few; every eighth has a second link.
    let mut pairs: Vec<(usize, usize)> = (1..count).map(|at| (at, (at * 7919) % at.min(1 + at / 3).max(1))).collect();
    pairs.extend((8..count).step_by(8).map(|at| (at, (at * 104_729) % at)));
    let edges: Vec<_> = pairs
        .iter()
        .map(|(source, target)| {
            serde_json::json!({"source": id(*source), "target": id(*target), "key": "builds", "type": "builds",
                "modality": "done", "period": null, "confidence": 1.0, "rule": "bench", "evidence": []})
        })
        .collect();
    serde_json::from_value(serde_json::json!({"directed": true, "multigraph": true, "nodes": nodes, "edges": edges,
        "graph": {"schema": "tuzhi/1", "documents": []}}))
}
