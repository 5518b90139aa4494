//! GEXF 1.3, as Gephi, networkx and graphology read it.
//!
//! Parallel edges differ in `kind`, which is what Gephi keeps them apart by; years are spells,
//! so that its timeline works. The weight of an edge is the number of its evidences.

use std::io::{self, Write};

use super::labels::Labels;
use super::property::{self, Cell, Column, Sort};
use super::xml::{Xml, id};
use super::{Options, failed};
use crate::error::Result;
use crate::graph::KnowledgeGraph;
use crate::graph::file::EdgeRow;
use crate::model::Period;

/// Columns behind the ends of a relation.
const ENDS: usize = 3;

pub(super) fn write(graph: &KnowledgeGraph, options: Options, out: &mut dyn Write) -> Result<()> {
    gexf(graph, options, out).map_err(failed)
}

fn gexf(graph: &KnowledgeGraph, options: Options, out: &mut dyn Write) -> io::Result<()> {
    let labels = Labels::new(options.language);
    writeln!(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>")?;
    writeln!(out, "<gexf xmlns=\"http://gexf.net/1.3\" version=\"1.3\">")?;
    writeln!(out, "<meta><creator>tuzhi</creator></meta>")?;
    writeln!(
        out,
        "<graph defaultedgetype=\"directed\" mode=\"dynamic\" timeformat=\"date\" timerepresentation=\"interval\">"
    )?;
    let of_edges: Vec<Column> = property::RELATION[ENDS..].iter().chain(property::EVIDENCE).copied().collect();
    attributes(out, "node", &property::ENTITY[1..])?;
    attributes(out, "edge", &of_edges)?;
    writeln!(out, "<nodes count=\"{}\">", graph.nodes().len())?;
    for node in graph.nodes() {
        write!(out, "<node id=\"{}\" label=\"{}\">", Xml(&id(&node.id)), Xml(&node.name))?;
        values(out, &property::ENTITY[1..], &property::entity(node)[1..])?;
        writeln!(out, "</node>")?;
    }
    writeln!(out, "</nodes>\n<edges count=\"{}\">", graph.edges().len())?;
    for edge in graph.edges() {
        begin(out, edge, &labels)?;
        let mut cells = property::relation(edge);
        cells.extend(property::evidence(&edge.evidence, options.quotes));
        values(out, &of_edges, &cells[ENDS..])?;
        if let Some(Period { first, last }) = edge.period.as_deref().and_then(|period| period.parse().ok()) {
            write!(out, "<spells><spell start=\"{first:04}-01-01\" end=\"{last:04}-12-31\"/></spells>")?;
        }
        writeln!(out, "</edge>")?;
    }
    writeln!(out, "</edges>\n</graph>\n</gexf>")
}

fn attributes(out: &mut dyn Write, class: &str, columns: &[Column]) -> io::Result<()> {
    writeln!(out, "<attributes class=\"{class}\">")?;
    for column in columns {
        let kind = match column.sort {
            Sort::Number => "double",
            Sort::Integer => "long",
            Sort::Flag => "boolean",
            Sort::Text | Sort::Texts | Sort::Integers => "string",
        };
        writeln!(out, "<attribute id=\"{0}\" title=\"{0}\" type=\"{kind}\"/>", column.name)?;
    }
    writeln!(out, "</attributes>")
}

fn begin(out: &mut dyn Write, edge: &EdgeRow, labels: &Labels) -> io::Result<()> {
    let (number, source, target) = (property::relation_id(edge), id(&edge.source), id(&edge.target));
    write!(
        out,
        "<edge id=\"{number}\" source=\"{}\" target=\"{}\" label=\"{}\" kind=\"{}\" weight=\"{}\">",
        Xml(&source),
        Xml(&target),
        Xml(labels.shown(&edge.kind)),
        Xml(&edge.key),
        edge.evidence.len().max(1)
    )
}

fn values(out: &mut dyn Write, columns: &[Column], cells: &[Cell<'_>]) -> io::Result<()> {
    write!(out, "<attvalues>")?;
    for (column, cell) in columns.iter().zip(cells) {
        if let Some(value) = super::joined(*column, cell) {
            write!(out, "<attvalue for=\"{}\" value=\"{}\"/>", column.name, Xml(&value))?;
        }
    }
    write!(out, "</attvalues>")
}
