//! CSV for `neo4j-admin database import`, with the command that reads it.

use std::collections::BTreeMap;
use std::io::{self, Write};

use super::csv::{self, UNIT};
use super::labels::Labels;
use super::property::{Cell, Column, Sort};
use super::shape::{self, Class, Edges, Nodes};
use super::whole::Part;
use super::{Options, failed};
use crate::graph::KnowledgeGraph;

/// Name of the script with the command.
pub(super) const SCRIPT: &str = "import.sh";

pub(super) fn parts<'g>(graph: &'g KnowledgeGraph, options: Options) -> Vec<Part<'g>> {
    let labels = Labels::new(options.language);
    let (mut arguments, mut parts) = (Vec::new(), Vec::new());
    let mut groups: BTreeMap<Class, Vec<Nodes<'g>>> = BTreeMap::new();
    for group in shape::nodes(graph, labels) {
        groups.entry(group.class).or_default().push(group);
    }
    for (class, groups) in groups {
        let name = format!("{}.csv", class.table());
        arguments.push(format!("--nodes={name}"));
        parts.push(Part::new(name, move |out: &mut dyn Write| {
            nodes(&groups, labels, options.quotes, out).map_err(failed)
        }));
    }
    let mut files: BTreeMap<&str, Vec<Edges<'g>>> = BTreeMap::new();
    for group in shape::edges(graph, labels) {
        // One file for all relations: they have the same columns.
        files.entry(if group.to == Class::Entity { "relations" } else { group.name }).or_default().push(group);
    }
    for (name, groups) in files {
        let name = format!("{name}.csv");
        arguments.push(format!("--relationships={name}"));
        parts.push(Part::new(name, move |out: &mut dyn Write| edges(&groups, options.quotes, out).map_err(failed)));
    }
    parts.push(Part::new(SCRIPT.into(), move |out: &mut dyn Write| script(&arguments, out).map_err(failed)));
    parts
}

fn script(files: &[String], out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "#!/bin/sh")?;
    writeln!(out, "# Makes a database (neo4j, or the one named) of this folder. The server must not run on it.")?;
    writeln!(out, "cd \"$(dirname \"$0\")\" || exit 1")?;
    let files = files.join(" \\\n    ");
    writeln!(
        out,
        "exec neo4j-admin database import full --overwrite-destination --multiline-fields=true \\\n    \
         --array-delimiter=U+001F --id-type=string \\\n    {files} \\\n    \"${{1:-neo4j}}\""
    )
}

fn nodes(groups: &[Nodes<'_>], labels: Labels, quotes: bool, out: &mut dyn Write) -> io::Result<()> {
    let mut head: Vec<String> = groups[0].columns.iter().map(|column| typed(*column)).collect();
    head[0] = format!("id:ID({})", groups[0].class.name());
    writeln!(out, "{},:LABEL", head.join(","))?;
    for group in groups {
        let label = labels.class(group.class);
        let both = Cell::Texts([Some(label), group.kind.as_deref()].into_iter().flatten().collect());
        for item in &group.items {
            let cells = item.cells(quotes);
            csv::row(out, cells.iter().chain([&both]))?;
        }
    }
    Ok(())
}

fn edges(groups: &[Edges<'_>], quotes: bool, out: &mut dyn Write) -> io::Result<()> {
    let first = &groups[0];
    let mut head: Vec<String> = first.columns.iter().map(|column| typed(*column)).collect();
    head[1] = format!(":START_ID({})", Class::Entity.name());
    head[2] = format!(":END_ID({})", first.to.name());
    writeln!(out, "{},:TYPE", head.join(","))?;
    for group in groups {
        let kind = Cell::Made(group.kind.to_string());
        for item in &group.items {
            let cells = item.cells(quotes);
            csv::row(out, cells.iter().chain([&kind]))?;
        }
    }
    Ok(())
}

fn typed(column: Column) -> String {
    let kind = match column.sort {
        Sort::Text => return column.name.to_string(),
        Sort::Number => "double",
        Sort::Integer => "long",
        Sort::Flag => "boolean",
        Sort::Texts => "string[]",
        Sort::Integers => "long[]",
    };
    format!("{}:{kind}", column.name)
}

// The script names the separator by its number.
const _: () = assert!(UNIT as u32 == 0x1F);
