//! CSV for LadybugDB (and Kuzu, which it comes from): the schema, a table a file, and the
//! statements that copy them into a new database.

use std::io::{self, Write};

use super::csv::{self, UNIT};
use super::cypher::quoted;
use super::labels::Labels;
use super::property::{Column, Sort};
use super::shape::{self, Class, Edges, Nodes};
use super::whole::Part;
use super::{Options, failed};
use crate::graph::KnowledgeGraph;

/// Name of the file that makes the tables.
pub(super) const SCHEMA: &str = "schema.cypher";

/// Name of the file that fills them.
pub(super) const COPY: &str = "copy.cypher";

pub(super) fn parts<'g>(graph: &'g KnowledgeGraph, options: Options) -> Vec<Part<'g>> {
    let labels = Labels::new(options.language);
    let (mut schema, mut copy, mut parts) = (String::new(), String::new(), Vec::new());
    let groups = shape::nodes(graph, labels);
    for class in Class::ALL {
        let groups: Vec<Nodes<'g>> = groups.iter().filter(|group| group.class == class).cloned().collect();
        let Some(first) = groups.first() else { continue };
        let (label, file) = (quoted(labels.class(class)), format!("{}.csv", class.table()));
        schema += &format!("CREATE NODE TABLE {label}({}, PRIMARY KEY(id));\n", declared(&first.columns));
        copy += &copied(&label, &first.columns, &file);
        parts.push(Part::new(file, move |out: &mut dyn Write| nodes(&groups, options.quotes, out).map_err(failed)));
    }
    for group in shape::edges(graph, labels) {
        let [from, to] = [Class::Entity, group.to].map(|class| quoted(labels.class(class)));
        let (kind, file) = (quoted(&group.kind), format!("{}.csv", group.name));
        let columns = ends_first(&group.columns);
        schema += &format!("CREATE REL TABLE {kind}(FROM {from} TO {to}, {});\n", declared(&columns[2..]));
        copy += &copied(&kind, &columns, &file);
        parts.push(Part::new(file, move |out: &mut dyn Write| edges(&group, options.quotes, out).map_err(failed)));
    }
    let write = |text: String| move |out: &mut dyn Write| out.write_all(text.as_bytes()).map_err(failed);
    parts.push(Part::new(SCHEMA.into(), write(schema)));
    parts.push(Part::new(COPY.into(), write(copy)));
    parts
}

/// Head and tail stand first in a file of edges.
fn ends_first(columns: &[Column]) -> Vec<Column> {
    let mut columns = columns.to_vec();
    columns[..3].rotate_left(1);
    columns
}

fn nodes(groups: &[Nodes<'_>], quotes: bool, out: &mut dyn Write) -> io::Result<()> {
    head(&groups[0].columns, out)?;
    for group in groups {
        for item in &group.items {
            csv::row(out, &item.cells(quotes))?;
        }
    }
    Ok(())
}

fn edges(group: &Edges<'_>, quotes: bool, out: &mut dyn Write) -> io::Result<()> {
    head(&ends_first(&group.columns), out)?;
    for item in &group.items {
        let mut cells = item.cells(quotes);
        cells[..3].rotate_left(1);
        csv::row(out, &cells)?;
    }
    Ok(())
}

fn head(columns: &[Column], out: &mut dyn Write) -> io::Result<()> {
    let names: Vec<&str> = columns.iter().map(|column| column.name).collect();
    writeln!(out, "{}", names.join(","))
}

fn declared(columns: &[Column]) -> String {
    let declared = |column: &Column| format!("{} {}", quoted(column.name), type_of(column.sort));
    columns.iter().map(declared).collect::<Vec<_>>().join(", ")
}

/// Lists are split here, since the lists of the CSV reader know no quotes.
fn copied(table: &str, columns: &[Column], file: &str) -> String {
    let read = |column: &Column| {
        let kind = if matches!(column.sort, Sort::Texts | Sort::Integers) { "STRING" } else { type_of(column.sort) };
        format!("{} {kind}", quoted(column.name))
    };
    let given = |column: &Column| {
        let (name, kind) = (quoted(column.name), type_of(column.sort));
        match column.sort {
            Sort::Texts | Sort::Integers => format!(
                "CASE WHEN {name} IS NULL THEN CAST([] AS {kind}) ELSE CAST(string_split({name}, '{UNIT}') AS {kind}) END"
            ),
            _ => name,
        }
    };
    let read: Vec<String> = columns.iter().map(read).collect();
    let given: Vec<String> = columns.iter().map(given).collect();
    format!(
        "COPY {table} FROM (LOAD WITH HEADERS ({}) FROM '{file}' (HEADER=true, PARALLEL=false, ESCAPE='\"') RETURN {});\n",
        read.join(", "),
        given.join(", ")
    )
}

fn type_of(sort: Sort) -> &'static str {
    match sort {
        Sort::Text => "STRING",
        Sort::Number => "DOUBLE",
        Sort::Integer => "INT64",
        Sort::Flag => "BOOL",
        Sort::Texts => "STRING[]",
        Sort::Integers => "INT64[]",
    }
}
