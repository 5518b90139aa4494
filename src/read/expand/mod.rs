//! Files that hold many reports, taken apart.

pub(super) mod archive;
pub(super) mod json_lines;
pub(super) mod table;

use std::io::Read;

use super::source::{Part, Piece, Store};
use crate::error::Error;

/// Extensions, in lower case, of the files of a folder or archive that are taken for reports. A
/// file that is named itself is read whatever its extension.
pub(super) const EXTENSIONS: [&str; 15] = [
    "txt", "text", "md", "markdown", "html", "htm", "shtml", "xhtml", "docx", "doc", "pdf", "zip", "jsonl", "ndjson",
    "csv",
];

/// The same of tables of which columns are parted by tabs; they are seldom reports, and read when named.
const TABS: &str = "tsv";

/// How deep archives may lie in archives.
const DEPTH: usize = 2;

/// The parts of a file.
#[derive(Debug, Default)]
pub(super) struct Expanded {
    /// In the order of the file.
    pub(super) parts: Vec<Part>,
    /// What in it cannot be read.
    pub(super) problems: Vec<Error>,
}

/// A sort of file that holds many reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Holder {
    Archive,
    JsonLines,
    Table,
}

/// Whether a name ends as those of reports do.
pub(super) fn is_report(name: &str) -> bool {
    EXTENSIONS.contains(&extension(name).as_str())
}

pub(super) fn extension(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or(name);
    last.rsplit_once('.').map_or(String::new(), |(_, end)| end.to_lowercase())
}

/// The reports in the file called `name` that `store` holds; none where it is not one of many.
/// What cannot be opened is left to whoever reads it.
pub(super) fn expand(name: &str, store: &Store) -> Option<Expanded> {
    at_depth(name, store, 1)
}

fn at_depth(name: &str, store: &Store, depth: usize) -> Option<Expanded> {
    Some(match holder(name, store)? {
        Holder::Archive => archive::expand(name, store, depth),
        Holder::JsonLines => json_lines::expand(name, store),
        Holder::Table => table::expand(name, store),
    })
}

fn holder(name: &str, store: &Store) -> Option<Holder> {
    if let Store::File(path) = store
        && !path.is_file()
    {
        return None;
    }
    let mut head = Vec::new();
    store.open().ok()?.take(4).read_to_end(&mut head).ok()?;
    match extension(name).as_str() {
        _ if head == b"PK\x03\x04" => (!archive::is_office(store)).then_some(Holder::Archive),
        _ if head == b"PK\x05\x06" => Some(Holder::Archive),
        "jsonl" | "ndjson" => Some(Holder::JsonLines),
        "csv" | TABS => Some(Holder::Table),
        "json" | "" if head.first() == Some(&b'{') && json_lines::has_lines(store) => Some(Holder::JsonLines),
        _ => None,
    }
}

/// A part, called by what is behind `sign`, or one more such where two are called the same.
fn named(name: &str, sign: char, own: &str, store: &Store, piece: Piece) -> Part {
    Part { name: format!("{name}{sign}{own}"), store: store.clone(), piece }
}
