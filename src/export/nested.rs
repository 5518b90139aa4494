//! Formats that carry the rows of the graph file as they are, each in the frame that its
//! tool wants: Cytoscape.js, graphology, JSON Graph Format 2, JSON Lines.

use std::io::Write;

use serde::Serialize;
use serde_json::{Map, Value, json};

use super::labels::Labels;
use super::{Options, failed, property};
use crate::error::Result;
use crate::graph::KnowledgeGraph;
use crate::graph::file::{EdgeRow, NodeRow, SCHEMA};

/// Cytoscape.js: `{elements: {nodes: [{data}], edges: [{data}]}}`.
pub(super) fn cytoscape(graph: &KnowledgeGraph, options: Options, out: &mut dyn Write) -> Result<()> {
    let rows = Rows::of(graph, options);
    let nodes = rows.nodes().map(|(node, row)| {
        let mut data = fields(row);
        data.insert("label".into(), node.name.clone().into());
        json!({ "data": data, "classes": node.kind })
    });
    let edges = rows.edges().map(|(edge, row)| {
        let mut data = fields(row);
        data.insert("id".into(), property::relation_id(edge).into());
        data.insert("label".into(), rows.labels.shown(&edge.kind).into());
        let classes = format!("{} {}", edge.kind, edge.modality);
        json!({ "data": data, "classes": classes })
    });
    let head = json!({ "schema": SCHEMA, "documents": rows.documents() });
    list(out, &format!("{{\"data\":{head},\"directed\":true,\"multigraph\":true,\"elements\":{{\"nodes\":"), nodes)?;
    list(out, ",\"edges\":", edges)?;
    out.write_all(b"}}\n").map_err(failed)
}

/// graphology: what `Graph.from` takes.
pub(super) fn graphology(graph: &KnowledgeGraph, options: Options, out: &mut dyn Write) -> Result<()> {
    let rows = Rows::of(graph, options);
    let nodes = rows.nodes().map(|(node, row)| {
        let mut attributes = fields(row);
        attributes.remove("id");
        attributes.insert("label".into(), node.name.clone().into());
        json!({ "key": node.id, "attributes": attributes })
    });
    let edges = rows.edges().map(|(edge, row)| {
        let mut attributes = fields(row);
        attributes.remove("source");
        attributes.remove("target");
        attributes.insert("label".into(), rows.labels.shown(&edge.kind).into());
        let key = property::relation_id(edge);
        json!({ "key": key, "source": edge.source, "target": edge.target, "attributes": attributes })
    });
    let head = json!({ "schema": SCHEMA, "documents": rows.documents() });
    let settings = json!({ "type": "directed", "multi": true, "allowSelfLoops": true });
    list(out, &format!("{{\"attributes\":{head},\"options\":{settings},\"nodes\":"), nodes)?;
    list(out, ",\"edges\":", edges)?;
    out.write_all(b"}\n").map_err(failed)
}

/// JSON Graph Format 2: one graph, its nodes by id.
pub(super) fn jgf(graph: &KnowledgeGraph, options: Options, out: &mut dyn Write) -> Result<()> {
    let rows = Rows::of(graph, options);
    let head = json!({ "schema": SCHEMA, "documents": rows.documents() });
    let begin =
        format!("{{\"graph\":{{\"directed\":true,\"type\":\"knowledge graph\",\"metadata\":{head},\"nodes\":{{");
    out.write_all(begin.as_bytes()).map_err(failed)?;
    for (at, (node, row)) in rows.nodes().enumerate() {
        let mut metadata = fields(row);
        metadata.remove("id");
        metadata.remove("name");
        let (comma, id) = (if at > 0 { "," } else { "" }, Value::from(node.id.as_str()));
        let body = json!({ "label": node.name, "metadata": metadata });
        write!(out, "{comma}\n{id}:{body}").map_err(failed)?;
    }
    let edges = rows.edges().map(|(edge, row)| {
        let mut metadata = fields(row);
        for told in ["source", "target", "type"] {
            metadata.remove(told);
        }
        json!({ "id": property::relation_id(edge), "source": edge.source, "target": edge.target,
                "relation": edge.kind, "label": rows.labels.shown(&edge.kind), "directed": true, "metadata": metadata })
    });
    list(out, "\n},\"edges\":", edges)?;
    out.write_all(b"}}\n").map_err(failed)
}

/// JSON Lines: `{"document": …}`, `{"node": …}` or `{"edge": …}`, in this order.
pub(super) fn jsonl(graph: &KnowledgeGraph, options: Options, out: &mut dyn Write) -> Result<()> {
    let rows = Rows::of(graph, options);
    let documents = rows.documents().into_iter().map(|row| json!({ "document": row }));
    let nodes = rows.nodes().map(|(_, row)| json!({ "node": row }));
    let edges = rows.edges().map(|(_, row)| json!({ "edge": row }));
    for line in documents.chain(nodes).chain(edges) {
        writeln!(out, "{line}").map_err(failed)?;
    }
    Ok(())
}

/// The rows of the graph file as JSON values.
struct Rows<'g> {
    graph: &'g KnowledgeGraph,
    quotes: bool,
    labels: Labels,
}

impl<'g> Rows<'g> {
    fn of(graph: &'g KnowledgeGraph, options: Options) -> Self {
        Self { graph, quotes: options.quotes, labels: Labels::new(options.language) }
    }

    fn documents(&self) -> Vec<Value> {
        self.graph.documents().map(value).collect()
    }

    fn nodes(&self) -> impl Iterator<Item = (&'g NodeRow, Value)> + '_ {
        self.graph.nodes().map(|node| (node, self.quoted(value(node))))
    }

    fn edges(&self) -> impl Iterator<Item = (&'g EdgeRow, Value)> + '_ {
        self.graph.edges().map(|edge| (edge, self.quoted(value(edge))))
    }

    /// The row, without the words of its evidence where they are not wanted.
    fn quoted(&self, mut row: Value) -> Value {
        if !self.quotes {
            let facts = row.get_mut("facts").and_then(Value::as_array_mut).into_iter().flatten();
            facts.filter_map(|fact| fact.get_mut("evidence")).for_each(drop_quotes);
            row.get_mut("evidence").into_iter().for_each(drop_quotes);
        }
        row
    }
}

fn drop_quotes(evidence: &mut Value) {
    for place in evidence.as_array_mut().into_iter().flatten().filter_map(Value::as_object_mut) {
        place.remove("quote");
    }
}

/// Rows hold texts, numbers and lists only, which JSON always takes.
fn value(row: &impl Serialize) -> Value {
    serde_json::to_value(row).unwrap_or_default()
}

fn fields(row: Value) -> Map<String, Value> {
    match row {
        Value::Object(fields) => fields,
        _ => Map::new(),
    }
}

/// A JSON list, a row a line, behind what stands before it.
fn list(out: &mut dyn Write, before: &str, rows: impl Iterator<Item = Value>) -> Result<()> {
    write!(out, "{before}[").map_err(failed)?;
    for (at, row) in rows.enumerate() {
        write!(out, "{}\n{row}", if at > 0 { "," } else { "" }).map_err(failed)?;
    }
    out.write_all(b"\n]").map_err(failed)
}
