//! Tables of which a row holds a report: CSV, and the same with tabs or semicolons.

use std::collections::HashSet;
use std::io::Read;

use super::super::decode::table::{self, Columns};
use super::super::source::{Piece, Store, input};
use super::Expanded;
use crate::error::{Error, Result, said};

/// The largest table that is read, in bytes (512 MiB).
const LIMIT: u64 = 512 << 20;

/// The rows with a text. The first row tells what the columns are.
pub(super) fn expand(name: &str, store: &Store) -> Expanded {
    let mut found = Expanded::default();
    if let Err(error) = rows(name, store, &mut found) {
        found.problems.push(error);
    }
    found
}

fn rows(name: &str, store: &Store, found: &mut Expanded) -> Result<()> {
    let failed = |error| Error::io(name, error);
    let mut bytes = Vec::new();
    store.open().map_err(failed)?.take(LIMIT + 1).read_to_end(&mut bytes).map_err(failed)?;
    if bytes.len() as u64 > LIMIT {
        let limit = LIMIT >> 20;
        return Err(input(
            name,
            said!("larger than {limit} MiB", "大于 {limit} MiB"),
            said!("split the table", "请把表拆开"),
        ));
    }
    let mut records = table::records(&bytes);
    let head = records.next().unwrap_or_default();
    let columns = Columns::of(&bytes, &head).ok_or_else(|| no_text(name))?;
    let (mut ids, mut empty) = (HashSet::new(), 0usize);
    for (row, record) in records.enumerate() {
        let Some(field) = record.get(columns.text).filter(|field| !field.is_blank(&bytes)) else {
            empty += usize::from(record.len() > 1);
            continue;
        };
        let id = columns.id.and_then(|at| record.get(at)).map(|field| field.shown(&bytes));
        let id = id.filter(|id| table::is_name(id) && ids.insert(id.clone()));
        let own = id.unwrap_or_else(|| format!("row-{}", row + 1));
        let range = |start: usize, end: usize| [start as u64, end as u64];
        let last = record.last().unwrap_or(field);
        let (Some(first), Some(head_end)) = (record.first(), head.last()) else { continue };
        // The head goes with each row, to tell its columns.
        let piece = Piece::Ranges(vec![
            range(0, table::line_end(&bytes, head_end.range.end)),
            range(first.range.start, last.range.end),
        ]);
        found.parts.push(super::named(name, '#', &own, store, piece));
    }
    if empty > 0 {
        return Err(input(
            name,
            said!("{empty} rows hold no text", "有 {empty} 行没有正文"),
            said!("fill the column of texts, or leave those rows out", "请补上正文，或删去这些行"),
        ));
    }
    if found.parts.is_empty() { Err(no_text(name)) } else { Ok(()) }
}

fn no_text(name: &str) -> Error {
    let names = table::TEXT.join(", ");
    input(
        name,
        said!("a table without a column of texts", "表里没有正文列"),
        said!("call the column of reports one of: {names}", "请把报告所在的列命名为其中之一：{names}"),
    )
}
