//! Node-link JSON, a row a line, so that a change of the graph is a change of few lines.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::Serializer;
use serde_json::ser::Formatter;

use super::{EdgesKey, Options};
use crate::error::{Error, Result};
use crate::graph::KnowledgeGraph;
use crate::graph::file::{EdgeRow, GraphFile, GraphHead, NodeRow};

/// The graph file with the name that networkx before 3.6 looks for.
#[derive(Serialize)]
struct Linked {
    directed: bool,
    multigraph: bool,
    graph: GraphHead,
    nodes: Vec<NodeRow>,
    links: Vec<EdgeRow>,
}

/// Writes the graph file.
pub(super) fn write(graph: &KnowledgeGraph, options: Options, out: &mut dyn Write) -> Result<()> {
    let mut rows = graph.clone();
    if !options.quotes {
        rows.drop_quotes();
    }
    let mut serializer = Serializer::with_formatter(&mut *out, Rows::default());
    let GraphFile { directed, multigraph, graph, nodes, edges } = rows.into_file();
    match options.edges_key {
        EdgesKey::Edges => GraphFile { directed, multigraph, graph, nodes, edges }.serialize(&mut serializer),
        EdgesKey::Links => Linked { directed, multigraph, graph, nodes, links: edges }.serialize(&mut serializer),
    }
    .map_err(unnamed)?;
    out.write_all(b"\n").map_err(|source| Error::io("", source))
}

/// Writes a row, such as a record, as one line.
///
/// # Errors
/// [`Error::Io`] without a path when `out` fails.
pub fn write_line(row: &impl Serialize, out: &mut dyn Write) -> Result<()> {
    let mut line = serde_json::to_vec(row).map_err(unnamed)?;
    line.push(b'\n');
    out.write_all(&line).map_err(|source| Error::io("", source))
}

fn unnamed(error: serde_json::Error) -> Error {
    Error::io("", error.into())
}

/// Arrays whose members stand on lines of their own.
const LISTS_OF_ROWS: [&[u8]; 5] = [b"documents", b"nodes", b"edges", b"links", b"facts"];

/// Compact, save for a line break before each row.
#[derive(Default)]
struct Rows {
    key: Vec<u8>,
    in_key: bool,
    open: Vec<Open>,
}

/// An array that is being written.
struct Open {
    rows: bool,
    filled: bool,
}

impl Formatter for Rows {
    fn begin_object_key<W: ?Sized + Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.in_key = true;
        self.key.clear();
        if first { Ok(()) } else { out.write_all(b",") }
    }

    fn end_object_key<W: ?Sized + Write>(&mut self, _: &mut W) -> io::Result<()> {
        self.in_key = false;
        Ok(())
    }

    fn write_string_fragment<W: ?Sized + Write>(&mut self, out: &mut W, fragment: &str) -> io::Result<()> {
        if self.in_key {
            self.key.extend_from_slice(fragment.as_bytes());
        }
        out.write_all(fragment.as_bytes())
    }

    fn begin_array<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        let rows = LISTS_OF_ROWS.contains(&self.key.as_slice());
        self.key.clear();
        self.open.push(Open { rows, filled: false });
        out.write_all(b"[")
    }

    fn begin_array_value<W: ?Sized + Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        if !first {
            out.write_all(b",")?;
        }
        if let Some(last) = self.open.last_mut() {
            last.filled = true;
        }
        self.break_line(out)
    }

    fn end_array<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        if self.open.last().is_some_and(|last| last.filled) {
            self.break_line(out)?;
        }
        self.open.pop();
        out.write_all(b"]")
    }
}

impl Rows {
    /// Begins a line in a list of rows, indented by the lists of rows around it.
    fn break_line<W: ?Sized + Write>(&self, out: &mut W) -> io::Result<()> {
        if !self.open.last().is_some_and(|last| last.rows) {
            return Ok(());
        }
        out.write_all(b"\n")?;
        let around = self.open.iter().filter(|list| list.rows).count() - 1;
        (0..around).try_for_each(|_| out.write_all(b" "))
    }
}
