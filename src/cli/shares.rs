//! `tuzhi merge --shares`: a part of a graph, row by row, for an engine that merges the parts of many machines.

use std::collections::BTreeSet;
use std::io::{BufRead, Write};

use serde::Serialize;
use tuzhi::error::{Error, Result};
use tuzhi::export;
use tuzhi::graph::{Merge as Merging, own, parse_error, parse_share};

use super::args::{Merge, Quotes};
use super::screen::Screen;
use super::{Done, reader};

/// In place of a scope before an error record.
pub const ERRORS: &[u8] = b"!\t";

/// Reads shares, merges them, and prints a line for each row of their part: its sort, a tab, the row as in a graph
/// file. Error records are passed on. A share that cannot be read is told and left out.
pub fn run(options: &Merge, screen: &Screen) -> Result<Done> {
    let mut merging = Merging::default();
    let (mut scopes, mut errors, mut done) = (BTreeSet::new(), Vec::new(), Done::All);
    for path in &options.records {
        let name = path.display().to_string();
        for (number, line) in reader(path)?.split(b'\n').enumerate() {
            let line = line.map_err(|source| Error::io(path, source))?;
            if let Some(error) = parse_error(line.strip_prefix(ERRORS).unwrap_or(&line)) {
                errors.push(error);
            } else if !line.iter().all(u8::is_ascii_whitespace) {
                match parse_share(&name, number + 1, &line) {
                    Ok(share) => {
                        scopes.insert(share.scope);
                        merging.add(share.record);
                    }
                    Err(error) => {
                        screen.error(&error);
                        done = Done::Partly;
                    }
                }
            }
        }
    }
    errors.sort();
    let mut graph = merging.finish();
    if options.output.quotes == Quotes::None {
        graph.drop_quotes();
    }
    screen.write(|out| {
        graph.documents().try_for_each(|document| row(out, "document", document))?;
        own(&graph, &scopes).try_for_each(|node| row(out, "node", node))?;
        graph.edges().try_for_each(|edge| row(out, "edge", edge))?;
        errors.iter().try_for_each(|error| row(out, "error", error))
    })?;
    Ok(done)
}

fn row(out: &mut dyn Write, sort: &str, row: &impl Serialize) -> Result<()> {
    write!(out, "{sort}\t").map_err(|source| Error::io("", source))?;
    export::write_line(row, out)
}
