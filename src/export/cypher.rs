//! Cypher: statements that merge rows by their ids, values as literals, and a script of both.

use std::fmt::Write as _;
use std::io::{self, Write};

use super::labels::Labels;
use super::property::{Cell, Column};
use super::shape::{self, Class, Edges, Nodes};
use super::{Options, failed};
use crate::error::Result;
use crate::graph::KnowledgeGraph;

/// Rows of a statement of the script.
const BATCH: usize = 500;

/// A script that can be run again and again: constraints first, then nodes, then edges, each
/// merged by its id alone.
pub(super) fn write(graph: &KnowledgeGraph, options: Options, out: &mut dyn Write) -> Result<()> {
    script(graph, options, out).map_err(failed)
}

fn script(graph: &KnowledgeGraph, options: Options, out: &mut dyn Write) -> io::Result<()> {
    let labels = Labels::new(options.language);
    for statement in schema(labels) {
        writeln!(out, "{statement};")?;
    }
    for group in shape::nodes(graph, labels) {
        let statement = merge_nodes(&group, labels);
        for items in group.items.chunks(BATCH) {
            let rows = items.iter().map(|item| node_row(&group.columns, &item.cells(options.quotes)));
            batch(out, rows, &statement)?;
        }
    }
    for group in shape::edges(graph, labels) {
        let statement = merge_edges(&group, labels);
        for items in group.items.chunks(BATCH) {
            let rows = items.iter().map(|item| edge_row(&group.columns, &item.cells(options.quotes)));
            batch(out, rows, &statement)?;
        }
    }
    Ok(())
}

fn batch(out: &mut dyn Write, rows: impl Iterator<Item = String>, statement: &str) -> io::Result<()> {
    out.write_all(b"UNWIND [")?;
    for (at, row) in rows.enumerate() {
        write!(out, "{}\n{row}", if at > 0 { "," } else { "" })?;
    }
    writeln!(out, "\n] AS row\n{statement};")
}

/// What makes ids keys, and indexes on what people look nodes up by.
pub fn schema(labels: Labels) -> Vec<String> {
    let of = |class: Class| {
        let (name, label) = (class.name().to_lowercase(), quoted(labels.class(class)));
        let key = format!("CREATE CONSTRAINT tuzhi_{name}_id IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE");
        let index = |by| format!("CREATE INDEX tuzhi_{name}_{by} IF NOT EXISTS FOR (n:{label}) ON (n.{by})");
        [Some(key), class.looked_up_by().map(index)]
    };
    Class::ALL.into_iter().flat_map(of).flatten().collect()
}

/// What is done with each `row` (`{id, properties}`) of a group of nodes.
pub fn merge_nodes(group: &Nodes<'_>, labels: Labels) -> String {
    let label = quoted(labels.class(group.class));
    // The id says of which kind an entity is, so that the second label tells none apart. Labels
    // that are set later cost some engines a second node.
    let kind = group.kind.as_deref().map_or(String::new(), |kind| format!(":{}", quoted(kind)));
    format!("MERGE (n:{label}{kind} {{id: row.id}}) SET n += row.properties")
}

/// What is done with each `row` (`{id, source, target, properties}`) of a group of edges.
pub fn merge_edges(group: &Edges<'_>, labels: Labels) -> String {
    let [head, tail] = [Class::Entity, group.to].map(|class| quoted(labels.class(class)));
    let kind = quoted(&group.kind);
    format!(
        "MATCH (a:{head} {{id: row.source}}) MATCH (b:{tail} {{id: row.target}}) \
         MERGE (a)-[r:{kind} {{id: row.id}}]->(b) SET r += row.properties"
    )
}

/// A name of a label or type in backticks.
pub fn quoted(name: &str) -> String {
    format!("`{}`", name.replace('`', "``"))
}

/// A row of nodes as a literal map. What is unknown is there as null, which takes away what
/// an older graph knew.
pub fn node_row(columns: &[Column], cells: &[Cell<'_>]) -> String {
    let mut row = String::from("{id: ");
    literal(&mut row, &cells[0]);
    properties(&mut row, &columns[1..], &cells[1..]);
    row
}

/// A row of edges as a literal map.
pub fn edge_row(columns: &[Column], cells: &[Cell<'_>]) -> String {
    let mut row = String::from("{id: ");
    literal(&mut row, &cells[0]);
    row += ", source: ";
    literal(&mut row, &cells[1]);
    row += ", target: ";
    literal(&mut row, &cells[2]);
    properties(&mut row, &columns[3..], &cells[3..]);
    row
}

fn properties(row: &mut String, columns: &[Column], cells: &[Cell<'_>]) {
    *row += ", properties: {";
    for (at, (column, cell)) in columns.iter().zip(cells).enumerate() {
        if at > 0 {
            *row += ", ";
        }
        *row += column.name;
        *row += ": ";
        literal(row, cell);
    }
    *row += "}}";
}

/// Appends a value as Cypher writes it.
pub fn literal(out: &mut String, cell: &Cell<'_>) {
    match cell {
        Cell::Null => *out += "null",
        Cell::Text(text) => string(out, text),
        Cell::Made(text) => string(out, text),
        Cell::Number(number) => {
            // `{:?}` keeps the point by which a number is a double.
            let _ = write!(out, "{number:?}");
        }
        Cell::Integer(number) => {
            let _ = write!(out, "{number}");
        }
        Cell::Flag(flag) => {
            let _ = write!(out, "{flag}");
        }
        Cell::Texts(texts) => members(out, texts, |out, text| string(out, text)),
        Cell::Integers(numbers) => members(out, numbers, |out, number| {
            let _ = write!(out, "{number}");
        }),
    }
}

fn members<T>(out: &mut String, members: &[T], write: fn(&mut String, &T)) {
    out.push('[');
    for (at, member) in members.iter().enumerate() {
        if at > 0 {
            *out += ", ";
        }
        write(out, member);
    }
    out.push(']');
}

/// A string in single quotes. U+0000, which no engine keeps, becomes U+FFFD.
fn string(out: &mut String, text: &str) {
    out.push('\'');
    for character in text.chars() {
        match character {
            '\\' => *out += "\\\\",
            '\'' => *out += "\\'",
            '\n' => *out += "\\n",
            '\r' => *out += "\\r",
            '\t' => *out += "\\t",
            '\0' => out.push('\u{FFFD}'),
            other => out.push(other),
        }
    }
    out.push('\'');
}
