//! Comma-separated values: for spreadsheets here, for the importers of databases beside it.

use std::borrow::Cow;
use std::io::{self, Write};

use super::property::Cell;
use super::table::Table;
use super::whole::Part;
use super::{Options, failed, joined};
use crate::graph::KnowledgeGraph;

/// Between the members of a list in files for importers. No text holds it: it is replaced.
pub(super) const UNIT: char = '\u{1F}';

/// Tables for spreadsheets: UTF-8 with a byte order mark, and no cell that a spreadsheet
/// would run as a formula.
pub(super) fn parts<'g>(graph: &'g KnowledgeGraph, options: Options) -> Vec<Part<'g>> {
    let part = |table: Table| {
        Part::new(format!("{}.csv", table.name()), move |out: &mut dyn Write| {
            sheet(table, graph, options, out).map_err(failed)
        })
    };
    Table::ALL.into_iter().map(part).collect()
}

fn sheet(table: Table, graph: &KnowledgeGraph, options: Options, out: &mut dyn Write) -> io::Result<()> {
    let columns = table.columns();
    let names: Vec<&str> = columns.iter().map(|column| column.name).collect();
    write!(out, "\u{FEFF}{}\r\n", names.join(","))?;
    for row in table.rows(graph, options.quotes) {
        for (at, (column, cell)) in columns.iter().zip(&row).enumerate() {
            if at > 0 {
                out.write_all(b",")?;
            }
            let Some(value) = joined(*column, cell) else { continue };
            match cell {
                Cell::Number(_) | Cell::Integer(_) | Cell::Flag(_) => out.write_all(value.as_bytes())?,
                _ => quoted(out, &harmless(&value))?,
            }
        }
        out.write_all(b"\r\n")?;
    }
    Ok(())
}

/// Text that a spreadsheet shows and does not run: what begins like a formula gets an
/// apostrophe before it, as OWASP advises; control characters are replaced.
fn harmless(text: &str) -> Cow<'_, str> {
    let text = replaced(text, |c| c.is_control() && !matches!(c, '\t' | '\n' | '\r'));
    if text.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']) {
        return Cow::Owned(format!("'{text}"));
    }
    text
}

/// The text with U+FFFD for some of its characters.
pub(super) fn replaced(text: &str, foreign: impl Fn(char) -> bool) -> Cow<'_, str> {
    if !text.contains(&foreign) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(|c| if foreign(c) { '\u{FFFD}' } else { c }).collect())
}

/// A cell for spreadsheets, in quotes where it needs them.
pub fn quoted_cell(text: &str) -> String {
    let text = harmless(text);
    let plain = !text.contains([',', '"', '\n', '\r']);
    if plain { text.into_owned() } else { format!("\"{}\"", text.replace('"', "\"\"")) }
}

/// A field in quotes.
pub(super) fn quoted(out: &mut dyn Write, text: &str) -> io::Result<()> {
    write!(out, "\"{}\"", text.replace('"', "\"\""))
}

/// A row for an importer: nothing for what is unknown, texts in quotes, lists in quotes with
/// [`UNIT`] between their members.
pub(super) fn row<'c, 'g: 'c>(out: &mut dyn Write, cells: impl IntoIterator<Item = &'c Cell<'g>>) -> io::Result<()> {
    for (at, cell) in cells.into_iter().enumerate() {
        if at > 0 {
            out.write_all(b",")?;
        }
        field(out, cell)?;
    }
    out.write_all(b"\n")
}

fn field(out: &mut dyn Write, cell: &Cell<'_>) -> io::Result<()> {
    let plain = |text: &str| replaced(text, |c| c == UNIT || c == '\0').into_owned();
    match cell {
        Cell::Null => Ok(()),
        Cell::Text(text) => quoted(out, &plain(text)),
        Cell::Made(text) => quoted(out, &plain(text)),
        Cell::Number(number) => write!(out, "{number}"),
        Cell::Integer(number) => write!(out, "{number}"),
        Cell::Flag(flag) => write!(out, "{flag}"),
        Cell::Texts(texts) if texts.is_empty() => Ok(()),
        Cell::Integers(numbers) if numbers.is_empty() => Ok(()),
        Cell::Texts(texts) => {
            let texts: Vec<String> = texts.iter().map(|text| plain(text)).collect();
            quoted(out, &texts.join(&UNIT.to_string()))
        }
        Cell::Integers(numbers) => {
            let numbers: Vec<String> = numbers.iter().map(i64::to_string).collect();
            quoted(out, &numbers.join(&UNIT.to_string()))
        }
    }
}
