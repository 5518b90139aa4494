//! Graph files and record lines read back, with errors that say where and what to do.

use std::collections::BTreeSet;

use serde::Deserialize;
use serde_json::error::Category;

use super::file::{EdgeRow, GraphFile, NodeRow, RECORD_SCHEMA, Record, SCHEMA};
use super::knowledge::{KnowledgeGraph, Merge};
use crate::error::{Error, Result};

/// Reads a graph file named `path` (used in messages) from its bytes.
///
/// # Errors
/// [`Error::Format`] for what is not JSON, cut short, of another version, a record file, or
/// at odds with itself (an id twice, an edge or evidence that leads nowhere).
pub fn parse_graph(path: &str, bytes: &[u8]) -> Result<KnowledgeGraph> {
    let file: GraphFile = parse(path, bytes, 0, SCHEMA)?;
    let at = Place { path, line: 0, remedy: "write the graph anew from its reports" };
    let documents: BTreeSet<&str> = file.graph.documents.iter().map(|document| document.id.as_str()).collect();
    if documents.len() < file.graph.documents.len() {
        return Err(at.error("two documents have the same id".into()));
    }
    at.check(&documents, &file.nodes, &file.edges)?;
    let mut ids: Vec<&str> = file.nodes.iter().map(|node| node.id.as_str()).collect();
    ids.sort_unstable();
    if let Some(twice) = ids.windows(2).find(|pair| pair[0] == pair[1]) {
        return Err(at.error(format!("two nodes have the id “{}”", twice[0])));
    }
    let mut keys: Vec<_> = file.edges.iter().map(|edge| (&edge.source, &edge.target, &edge.key)).collect();
    keys.sort_unstable();
    if let Some(twice) = keys.windows(2).find(|pair| pair[0] == pair[1]) {
        let (source, target, key) = twice[0];
        return Err(at.error(format!("the edge {source} → {target} with key “{key}” stands there twice")));
    }
    let mut merge = Merge::default();
    merge.add_file(file);
    Ok(merge.finish())
}

/// Reads the record lines (JSON Lines, empty lines allowed) of a file named `path`. What a
/// record says twice may stand there twice: merging folds it.
///
/// # Errors
/// As [`parse_graph`], with the line.
pub fn parse_records(path: &str, bytes: &[u8]) -> Result<Vec<Record>> {
    let mut records = Vec::new();
    for (index, line) in bytes.split(|byte| *byte == b'\n').enumerate() {
        if line.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        let record: Record = parse(path, line, index, RECORD_SCHEMA)?;
        let at = Place { path, line: index + 1, remedy: "extract the report again" };
        at.check(&BTreeSet::from([record.document.id.as_str()]), &record.nodes, &record.edges)?;
        records.push(record);
    }
    Ok(records)
}

/// Takes a file of record lines or a graph file into a merge, whichever `bytes` are, so that
/// graphs can be merged again.
///
/// # Errors
/// Those of [`parse_graph`] and [`parse_records`].
pub fn parse_into(merge: &mut Merge, path: &str, bytes: &[u8]) -> Result<()> {
    let mut values = serde_json::Deserializer::from_slice(without_mark(bytes)).into_iter::<Probe>();
    if matches!(values.next(), Some(Ok(Probe { graph: Some(_), .. }))) {
        merge.add_graph(parse_graph(path, bytes)?);
    } else {
        for record in parse_records(path, bytes)? {
            merge.add(record);
        }
    }
    Ok(())
}

/// Only what tells versions apart.
#[derive(Deserialize)]
struct Probe {
    schema: Option<String>,
    graph: Option<ProbeHead>,
}

#[derive(Deserialize)]
struct ProbeHead {
    schema: Option<String>,
}

fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes)
}

/// Parses one JSON value that stands `lines` lines below the top of the file.
fn parse<T: for<'a> Deserialize<'a>>(path: &str, bytes: &[u8], lines: usize, schema: &str) -> Result<T> {
    let bytes = without_mark(bytes);
    let fault = |reason: String, hint: String| Error::Format { path: path.into(), reason, hint };
    let what = if schema == SCHEMA { "graph" } else { "record" };
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(fault(format!("empty, not a {what} file"), "write it anew".into()));
    }
    let broken = |error: serde_json::Error| {
        let place = format!("line {} column {}", error.line() + lines, error.column());
        match error.classify() {
            Category::Eof => fault(format!("cut short at {place}"), "write or copy the file anew".into()),
            Category::Data => fault(
                format!("not a {what} of schema {schema}: {}, {place}", words_of(&error)),
                "write it anew with this version of tuzhi".into(),
            ),
            _ => fault(
                format!("not JSON: {}, {place}", words_of(&error)),
                format!("give a {what} file that tuzhi wrote"),
            ),
        }
    };
    let probe: Probe = serde_json::from_slice(bytes).map_err(broken)?;
    let found = probe.schema.or(probe.graph.and_then(|head| head.schema));
    match found.as_deref() {
        Some(found) if found == schema => serde_json::from_slice(bytes).map_err(broken),
        Some(RECORD_SCHEMA) => {
            Err(fault("holds records, not a graph".into(), "put them together with tuzhi merge".into()))
        }
        Some(SCHEMA) => {
            Err(fault("holds a graph, not records".into(), "give the lines that tuzhi extract wrote".into()))
        }
        Some(other) => Err(fault(
            format!("has schema “{other}”, this version reads {schema}"),
            "write it anew with this version of tuzhi, or use the version that wrote it".into(),
        )),
        None => Err(fault(
            format!("names no schema, so it is no {what} of tuzhi"),
            format!("give a {what} file that tuzhi wrote"),
        )),
    }
}

/// The parser's words without its place, which counts lines of its own.
fn words_of(error: &serde_json::Error) -> String {
    let text = error.to_string();
    text.rfind(" at line ").map_or(text.clone(), |at| text[..at].to_string())
}

struct Place<'a> {
    path: &'a str,
    /// From 1; 0 where the whole file is one value.
    line: usize,
    remedy: &'a str,
}

impl Place<'_> {
    fn error(&self, reason: String) -> Error {
        let reason = if self.line > 0 { format!("line {}: {reason}", self.line) } else { reason };
        Error::Format { path: self.path.into(), reason, hint: self.remedy.into() }
    }

    fn check(&self, documents: &BTreeSet<&str>, nodes: &[NodeRow], edges: &[EdgeRow]) -> Result<()> {
        let ids: BTreeSet<&str> = nodes.iter().map(|node| node.id.as_str()).collect();
        for edge in edges {
            if let Some(end) = [&edge.source, &edge.target].into_iter().find(|end| !ids.contains(end.as_str())) {
                let EdgeRow { source, target, key, .. } = edge;
                return Err(
                    self.error(format!("the edge {source} → {target} ({key}) leads to “{end}”, which is no node"))
                );
            }
        }
        let of_facts = nodes.iter().flat_map(|node| &node.facts).flat_map(|fact| &fact.evidence);
        let of_edges = edges.iter().flat_map(|edge| &edge.evidence);
        let evidence = of_facts.chain(of_edges).map(|evidence| &evidence.document);
        let mentions = nodes.iter().flat_map(|node| &node.mentions).map(|mention| &mention.document);
        match evidence.chain(mentions).find(|id| !documents.contains(id.as_str())) {
            Some(id) => Err(self.error(format!("something is said by document “{id}”, which is not listed"))),
            None => Ok(()),
        }
    }
}
