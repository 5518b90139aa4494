//! Scores the relation and fact stages alone: takes the annotated entities as found.
//!
//! `cargo run --example oracle TEXT GOLD.json > graph.json`; node ids and names are the
//! annotation's, so any scorer reads the result.

use tuzhi::{eval, graph, model, outline, pipeline, relate};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().collect();
    let [_, text, gold] = arguments.as_slice() else { return Err("usage: oracle TEXT GOLD.json".into()) };
    let document: model::Document = pipeline::open(text, &std::fs::read(text)?)?;
    let gold: eval::Gold = serde_json::from_slice(&std::fs::read(gold)?)?;
    let outline = outline::outline(&document.text);
    let linked = eval::oracle(&document.text, &gold, outline.region.as_deref());
    let relations = relate::relations(&document.text, &outline, &linked);
    let facts = relate::facts(&document.text, &outline, &linked);
    let record = graph::record(&document, &outline, &linked, &relations, &facts, true);
    let graph = serde_json::json!({
        "directed": true, "multigraph": true, "graph": {"schema": graph::file::SCHEMA, "documents": [record.document]},
        "nodes": record.nodes, "edges": record.edges,
    });
    serde_json::to_writer(std::io::stdout().lock(), &graph)?;
    Ok(())
}
