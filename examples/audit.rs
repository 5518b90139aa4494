//! Draws claims of a graph at random for people to judge.
//!
//! `cargo run --release --example audit -- GRAPH SEED > drawn.tsv` draws 300 entities, 300
//! relations and 200 facts of a graph that was built with quotes, each with a sentence that it
//! rests on. The draw hangs on the seed and the claims alone: sorted by the SHA-256 of both, the
//! first are taken. Judges add `right` or `wrong` and a reason; the judgements without the
//! sentences go to `tests/eval/audit.tsv`, which `cargo test --test eval` sums up.

#![allow(clippy::print_stdout, reason = "the draw is the output")]

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::path::Path;

use sha2::{Digest, Sha256};
use tuzhi::graph::file::{DocumentRow, EdgeRow, EvidenceRow, FactRow, NodeRow};
use tuzhi::graph::{KnowledgeGraph, parse_graph};
use tuzhi::model::{Document, Span};
use tuzhi::{outline, pipeline};

/// How many of each sort are drawn.
const ENTITIES: usize = 300;
const RELATIONS: usize = 300;
const FACTS: usize = 200;

/// A claim: what is committed of it, and what only its judges see.
struct Claim {
    sort: &'static str,
    id: String,
    /// The report, and bytes of its clean text.
    place: (String, Span),
    quote: Option<String>,
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [path, seed] = &arguments[..] else { return Err("usage: audit GRAPH SEED".into()) };
    let graph = parse_graph(path, &std::fs::read(path)?)?;
    let documents: BTreeMap<&str, &DocumentRow> = graph.documents().map(|row| (row.id.as_str(), row)).collect();
    println!("sort\tid\tverdict\treason\treport\tline\tsentence");
    let mut texts = BTreeMap::new();
    for (claims, count) in [(entities(&graph), ENTITIES), (relations(&graph), RELATIONS), (facts(&graph), FACTS)] {
        for claim in drawn(claims, seed, count) {
            let row = documents.get(claim.place.0.as_str()).ok_or("a claim of no document")?;
            let text = match texts.entry(row.path.as_str()) {
                Entry::Occupied(known) => known.into_mut(),
                Entry::Vacant(new) => new.insert(pipeline::open(&row.path, &std::fs::read(&row.path)?)?),
            };
            let sentence = claim.quote.clone().unwrap_or_else(|| sentence(text, claim.place.1));
            let line = text.text[..claim.place.1.start].matches('\n').count() + 1;
            let report = Path::new(&row.path).file_stem().unwrap_or_default().to_string_lossy();
            let sentence = sentence.replace(['\t', '\n'], " ");
            println!("{}\t{}\t\t\t{report}\t{line}\t{sentence}", claim.sort, claim.id);
        }
    }
    Ok(())
}

fn drawn(mut claims: Vec<Claim>, seed: &str, count: usize) -> Vec<Claim> {
    claims
        .sort_by_cached_key(|claim| (Sha256::digest(format!("{seed} {} {}", claim.sort, claim.id)), claim.id.clone()));
    claims.truncate(count);
    claims
}

/// The sentence around a mention.
fn sentence(document: &Document, mention: Span) -> String {
    let outline = outline::outline(&document.text);
    let sentence = outline.sentence_at(mention.start).map_or(mention, |at| outline.sentences[at].span);
    sentence.of(&document.text).to_string()
}

fn entities(graph: &KnowledgeGraph) -> Vec<Claim> {
    let mention = |node: &NodeRow| {
        let mention = node.mentions.first()?;
        let place = (mention.document.clone(), Span::new(mention.start, mention.end));
        Some(Claim { sort: "entity", id: node.id.clone(), place, quote: None })
    };
    graph.nodes().filter_map(mention).collect()
}

fn relations(graph: &KnowledgeGraph) -> Vec<Claim> {
    let claim = |edge: &EdgeRow| {
        let id = format!("{} | {} | {}", edge.source, edge.key, edge.target);
        said("relation", id, edge.evidence.first()?)
    };
    graph.edges().filter_map(claim).collect()
}

fn facts(graph: &KnowledgeGraph) -> Vec<Claim> {
    let told = |node: &str, fact: &FactRow| {
        let value = serde_json::to_string(&fact.value).ok()?;
        let rest =
            [&fact.unit, &fact.bound, &fact.period, &fact.indicator].map(|part| part.clone().unwrap_or_default());
        let id = format!("{node} | {} | {value} | {} | {}", fact.attribute, rest.join(" | "), fact.modality);
        said("fact", id, fact.evidence.first()?)
    };
    graph.nodes().flat_map(|node| node.facts.iter().filter_map(move |fact| told(&node.id, fact))).collect()
}

fn said(sort: &'static str, id: String, evidence: &EvidenceRow) -> Option<Claim> {
    let place = (evidence.document.clone(), Span::new(evidence.start, evidence.end));
    Some(Claim { sort, id, place, quote: evidence.quote.clone() })
}
