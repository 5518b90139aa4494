//! Graph files and record lines read back, with errors that say where and what to do.

use std::collections::BTreeSet;

use serde::Deserialize;
use serde_json::error::Category;

use super::file::{ERROR_SCHEMA, EdgeRow, ErrorRecord, GraphFile, NodeRow, RECORD_SCHEMA, Record, SCHEMA};
use super::knowledge::{KnowledgeGraph, Merge};
use super::shares::Share;
use crate::error::{Error, Result, Said, said};

/// Reads a graph file named `path` (used in messages) from its bytes.
///
/// # Errors
/// [`Error::Format`] for what is not JSON, cut short, of another version, a record file, or
/// at odds with itself (an id twice, an edge or evidence that leads nowhere).
pub fn parse_graph(path: &str, bytes: &[u8]) -> Result<KnowledgeGraph> {
    checked(path, parse(path, bytes, 0, SCHEMA)?)
}

/// The graph of the rows of a file named `path`, which must agree with each other.
///
/// # Errors
/// As [`parse_graph`].
pub(super) fn checked(path: &str, file: GraphFile) -> Result<KnowledgeGraph> {
    let at =
        Place { path, line: 0, remedy: said!("write the graph anew from its reports", "请用报告重新做图谱") };
    let documents: BTreeSet<&str> = file.graph.documents.iter().map(|document| document.id.as_str()).collect();
    if documents.len() < file.graph.documents.len() {
        return Err(at.error(said!("two documents have the same id", "有两份文档编号相同")));
    }
    at.check(&documents, &file.nodes, &file.edges)?;
    let mut ids: Vec<&str> = file.nodes.iter().map(|node| node.id.as_str()).collect();
    ids.sort_unstable();
    if let Some(twice) = ids.windows(2).find(|pair| pair[0] == pair[1]) {
        let id = twice[0];
        return Err(at.error(said!("two nodes have the id “{id}”", "有两个节点的编号都是“{id}”")));
    }
    let mut keys: Vec<_> = file.edges.iter().map(|edge| (&edge.source, &edge.target, &edge.key)).collect();
    keys.sort_unstable();
    if let Some(twice) = keys.windows(2).find(|pair| pair[0] == pair[1]) {
        let (source, target, key) = twice[0];
        return Err(at.error(said!(
            "the edge {source} → {target} with key “{key}” stands there twice",
            "键为“{key}”的边 {source} → {target} 出现了两次"
        )));
    }
    let mut merge = Merge::default();
    merge.add_file(file);
    Ok(merge.finish())
}

/// Reads the record lines (JSON Lines, empty lines allowed) of a file named `path`. What a
/// record says twice may stand there twice: merging folds it. Error records are passed over.
///
/// # Errors
/// As [`parse_graph`], with the line.
pub fn parse_records(path: &str, bytes: &[u8]) -> Result<Vec<Record>> {
    let mut records = Vec::new();
    each_line(path, bytes, |line| {
        if let Line::Record(record) = line {
            records.push(*record);
        }
    })?;
    Ok(records)
}

/// A line of records.
enum Line {
    Record(Box<Record>),
    Error(ErrorRecord),
}

fn each_line(path: &str, bytes: &[u8], mut take: impl FnMut(Line)) -> Result<()> {
    for (index, line) in bytes.split(|byte| *byte == b'\n').enumerate() {
        if line.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        take(match parse_error(line) {
            Some(error) => Line::Error(error),
            None => Line::Record(Box::new(record(path, line, index)?)),
        });
    }
    Ok(())
}

/// The error record that a line is, if it is one.
pub fn parse_error(line: &[u8]) -> Option<ErrorRecord> {
    // Records are long: what is none is told by its first bytes.
    let head = &line[..line.len().min(64)];
    let named = head.windows(ERROR_SCHEMA.len()).any(|part| part == ERROR_SCHEMA.as_bytes());
    named.then(|| serde_json::from_slice(line).ok()).flatten()
}

/// Reads the share of a record from line `line` (from 1) of a file named `path`: its scope, a tab, the record.
///
/// # Errors
/// As [`parse_records`]; when there is no tab.
pub fn parse_share(path: &str, line: usize, bytes: &[u8]) -> Result<Share> {
    let Some(tab) = bytes.iter().position(|byte| *byte == b'\t') else {
        let at = Place {
            path,
            line,
            remedy: said!("give the lines of tuzhi extract --shares", "请给 tuzhi extract --shares 写的各行"),
        };
        return Err(at.error(said!("no scope and tab before the record", "记录前面没有范围和制表符")));
    };
    let scope = String::from_utf8_lossy(&bytes[..tab]).into_owned();
    Ok(Share { scope, record: record(path, &bytes[tab + 1..], line - 1)? })
}

/// A record that stands `lines` lines below the top of the file.
fn record(path: &str, bytes: &[u8], lines: usize) -> Result<Record> {
    let record: Record = parse(path, bytes, lines, RECORD_SCHEMA)?;
    let at = Place { path, line: lines + 1, remedy: said!("extract the report again", "请重新抽取这份报告") };
    at.check(&BTreeSet::from([record.document.id.as_str()]), &record.nodes, &record.edges)?;
    Ok(record)
}

/// Takes a file of record lines or a graph file into a merge, whichever `bytes` are, so that
/// graphs can be merged again. Hands over the error records among the lines.
///
/// # Errors
/// Those of [`parse_graph`] and [`parse_records`].
pub fn parse_into(merge: &mut Merge, path: &str, bytes: &[u8]) -> Result<Vec<ErrorRecord>> {
    let mut values = serde_json::Deserializer::from_slice(without_mark(bytes)).into_iter::<Probe>();
    if matches!(values.next(), Some(Ok(Probe { graph: Some(_), .. }))) {
        merge.add_graph(parse_graph(path, bytes)?);
        return Ok(Vec::new());
    }
    // All lines are read before the first is taken in: a file that is no good leaves the merge as it was.
    let (mut records, mut errors) = (Vec::new(), Vec::new());
    each_line(path, bytes, |line| match line {
        Line::Record(record) => records.push(*record),
        Line::Error(error) => errors.push(error),
    })?;
    records.into_iter().for_each(|record| merge.add(record));
    Ok(errors)
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
    let fault = |reason: Said, hint: Said| Error::Format { path: path.into(), reason, hint };
    let (what, kind) = if schema == SCHEMA { ("graph", "图谱") } else { ("record", "记录") };
    let ours = || said!("give a {what} file that tuzhi wrote", "请给 tuzhi 写的{kind}文件");
    let anew = || said!("write it anew with this version of tuzhi", "请用这个版本的 tuzhi 重新生成");
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(fault(
            said!("empty, not a {what} file", "是空的，不是{kind}文件"),
            said!("write it anew", "请重新生成"),
        ));
    }
    let broken = |error: serde_json::Error| {
        let (line, column, words) = (error.line() + lines, error.column(), words_of(&error));
        match error.classify() {
            Category::Eof => fault(
                said!("cut short at line {line} column {column}", "在第 {line} 行第 {column} 列断了"),
                said!("write or copy the file anew", "请重新生成或重新拷贝这个文件"),
            ),
            Category::Data => fault(
                said!(
                    "not a {what} of schema {schema}: {words}, line {line} column {column}",
                    "不是格式 {schema} 的{kind}：{words}，第 {line} 行第 {column} 列"
                ),
                anew(),
            ),
            _ => fault(
                said!(
                    "not JSON: {words}, line {line} column {column}",
                    "不是 JSON：{words}，第 {line} 行第 {column} 列"
                ),
                ours(),
            ),
        }
    };
    let probe: Probe = serde_json::from_slice(bytes).map_err(broken)?;
    let found = probe.schema.or(probe.graph.and_then(|head| head.schema));
    match found.as_deref() {
        Some(found) if found == schema => serde_json::from_slice(bytes).map_err(broken),
        Some(RECORD_SCHEMA) => Err(fault(
            said!("holds records, not a graph", "里面是记录，不是图谱"),
            said!("put them together with tuzhi merge", "请用 tuzhi merge 合成图谱"),
        )),
        Some(SCHEMA) => Err(fault(
            said!("holds a graph, not records", "里面是图谱，不是记录"),
            said!("give the lines that tuzhi extract wrote", "请给 tuzhi extract 写的记录"),
        )),
        Some(other) => Err(fault(
            said!("has schema “{other}”, this version reads {schema}", "格式是“{other}”，这个版本读 {schema}"),
            said!(
                "write it anew with this version of tuzhi, or use the version that wrote it",
                "请用这个版本的 tuzhi 重新生成，或用当初的版本来读"
            ),
        )),
        None => Err(fault(
            said!("names no schema, so it is no {what} of tuzhi", "没有写明格式，不是 tuzhi 的{kind}"),
            ours(),
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
    remedy: Said,
}

impl Place<'_> {
    fn error(&self, reason: Said) -> Error {
        let reason = match self.line {
            0 => reason,
            line => said!(reason => "line {line}: {reason}", "第 {line} 行：{reason}"),
        };
        Error::Format { path: self.path.into(), reason, hint: self.remedy.clone() }
    }

    fn check(&self, documents: &BTreeSet<&str>, nodes: &[NodeRow], edges: &[EdgeRow]) -> Result<()> {
        let ids: BTreeSet<&str> = nodes.iter().map(|node| node.id.as_str()).collect();
        for edge in edges {
            if let Some(end) = [&edge.source, &edge.target].into_iter().find(|end| !ids.contains(end.as_str())) {
                let EdgeRow { source, target, key, .. } = edge;
                return Err(self.error(said!(
                    "the edge {source} → {target} ({key}) leads to “{end}”, which is no node",
                    "边 {source} → {target}（{key}）通向“{end}”，没有这个节点"
                )));
            }
        }
        let of_facts = nodes.iter().flat_map(|node| &node.facts).flat_map(|fact| &fact.evidence);
        let of_edges = edges.iter().flat_map(|edge| &edge.evidence);
        let evidence = of_facts.chain(of_edges).map(|evidence| &evidence.document);
        let mentions = nodes.iter().flat_map(|node| &node.mentions).map(|mention| &mention.document);
        match evidence.chain(mentions).find(|id| !documents.contains(id.as_str())) {
            Some(id) => Err(self.error(said!(
                "something is said by document “{id}”, which is not listed",
                "有话出自文档“{id}”，而它不在文档之列"
            ))),
            None => Ok(()),
        }
    }
}
