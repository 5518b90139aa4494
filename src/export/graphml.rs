//! GraphML, as networkx, yEd, igraph and Neo4j's APOC read it.
//!
//! APOC takes `labels` of a node (`:Entity:Enterprise`) and `label` of an edge (`BUILDS`) for
//! labels and type; the other keys are the columns of [`super::property`]. Lists are joined. Ids
//! of the file are name tokens, as its schema wants; the id of an entity is the key `id`.

use std::io::Write;

use super::labels::Labels;
use super::property::{self, Cell, Column, Sort};
use super::shape::Class;
use super::xml::{Xml, token};
use super::{Options, failed};
use crate::error::Result;
use crate::graph::KnowledgeGraph;

/// Columns behind the ends of a relation, whose key ids need a mark of their own.
const ENDS: usize = 3;

pub(super) fn write(graph: &KnowledgeGraph, options: Options, out: &mut dyn Write) -> Result<()> {
    graphml(graph, options, out).map_err(failed)
}

fn graphml(graph: &KnowledgeGraph, options: Options, out: &mut dyn Write) -> std::io::Result<()> {
    let labels = Labels::new(options.language);
    writeln!(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>")?;
    writeln!(out, "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">")?;
    key(out, "labels", "node", "labels", "string")?;
    for column in property::ENTITY {
        key(out, column.name, "node", column.name, kind_of(*column))?;
    }
    key(out, "facts", "node", "facts", "string")?;
    key(out, "label", "edge", "label", "string")?;
    for column in property::RELATION[ENDS..].iter().chain(property::EVIDENCE) {
        key(out, &format!("edge_{}", column.name), "edge", column.name, kind_of(*column))?;
    }
    writeln!(out, "<graph id=\"tuzhi\" edgedefault=\"directed\">")?;
    for node in graph.nodes() {
        write!(out, "<node id=\"{}\">", Xml(&token(&node.id)))?;
        data(out, "labels", &format!(":{}:{}", labels.class(Class::Entity), labels.kind(&node.kind)))?;
        for (column, cell) in property::ENTITY.iter().zip(property::entity(node)) {
            cell_data(out, column.name, *column, &cell)?;
        }
        if !node.facts.is_empty() {
            let mut facts = node.facts.clone();
            if !options.quotes {
                facts.iter_mut().flat_map(|fact| &mut fact.evidence).for_each(|evidence| evidence.quote = None);
            }
            data(out, "facts", &serde_json::to_string(&facts)?)?;
        }
        writeln!(out, "</node>")?;
    }
    for edge in graph.edges() {
        let cells = property::relation(edge).into_iter().chain(property::evidence(&edge.evidence, options.quotes));
        let number = property::relation_id(edge);
        let (source, target) = (token(&edge.source), token(&edge.target));
        write!(out, "<edge id=\"{number}\" source=\"{}\" target=\"{}\">", Xml(&source), Xml(&target))?;
        data(out, "label", &labels.relation(&edge.kind))?;
        for (column, cell) in property::RELATION.iter().chain(property::EVIDENCE).zip(cells).skip(ENDS) {
            cell_data(out, &format!("edge_{}", column.name), *column, &cell)?;
        }
        writeln!(out, "</edge>")?;
    }
    writeln!(out, "</graph>\n</graphml>")
}

fn key(out: &mut dyn Write, id: &str, of: &str, name: &str, kind: &str) -> std::io::Result<()> {
    writeln!(out, "<key id=\"{id}\" for=\"{of}\" attr.name=\"{name}\" attr.type=\"{kind}\"/>")
}

fn kind_of(column: Column) -> &'static str {
    match column.sort {
        Sort::Number => "double",
        Sort::Integer => "long",
        Sort::Flag => "boolean",
        Sort::Text | Sort::Texts | Sort::Integers => "string",
    }
}

fn data(out: &mut dyn Write, key: &str, value: &str) -> std::io::Result<()> {
    write!(out, "<data key=\"{key}\">{}</data>", Xml(value))
}

fn cell_data(out: &mut dyn Write, key: &str, column: Column, cell: &Cell<'_>) -> std::io::Result<()> {
    match super::joined(column, cell) {
        Some(value) => data(out, key, &value),
        None => Ok(()),
    }
}
