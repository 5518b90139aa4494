//! Rows of tables: where records and fields are, which columns say what, and a row's text.
//!
//! As RFC 4180 has it: fields in quotes may hold commas, line ends and doubled quotes. Looked for among
//! bytes: in UTF-8, GBK and Big5 no part of a character looks like a comma, a quote or a line end.

use std::ops::Range;

use encoding_rs::GB18030;

use super::super::encodings::{Text, problem, text_wanted};
use super::super::excerpt::Excerpt;
use super::json::begins_with;
use crate::error::{Result, said};

/// What the column of reports, or the member of a JSON object, may be called; the first wins.
pub(in crate::read) const TEXT: [&str; 7] = ["text", "content", "body", "正文", "全文", "内容", "文本"];
/// The same of titles.
pub(super) const TITLE: [&str; 3] = ["title", "标题", "题名"];
/// The same of what a row is called.
const ID: [&str; 3] = ["id", "编号", "序号"];

/// Longest id that a row is called by, in bytes.
const LONGEST_ID: usize = 200;

/// Whether an id may be part of a report's name, which must stay the same when it is taken for a path.
pub(in crate::read) fn is_name(id: &str) -> bool {
    let is_step = |step: &str| !matches!(step, "" | "." | "..");
    id.len() <= LONGEST_ID && id.trim() == id && !id.chars().any(char::is_control) && id.split('/').all(is_step)
}

/// A field of a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::read) struct Field {
    /// Its bytes, with the quotes around it.
    pub(in crate::read) range: Range<usize>,
    quoted: bool,
}

impl Field {
    /// Its bytes without the quotes around it.
    fn inside(&self) -> Range<usize> {
        if self.quoted { self.range.start + 1..self.range.end - 1 } else { self.range.clone() }
    }

    pub(in crate::read) fn is_blank(&self, bytes: &[u8]) -> bool {
        bytes[self.inside()].trim_ascii().is_empty()
    }

    /// Its words.
    pub(in crate::read) fn shown(&self, bytes: &[u8]) -> String {
        let inside = &bytes[self.inside()];
        let words = std::str::from_utf8(inside).map_or_else(|_| GB18030.decode(inside).0.into_owned(), str::to_string);
        if self.quoted { words.replace("\"\"", "\"") } else { words }
    }
}

/// Which columns say what.
pub(in crate::read) struct Columns {
    pub(in crate::read) id: Option<usize>,
    title: Option<usize>,
    pub(in crate::read) text: usize,
}

impl Columns {
    /// The columns by their names in the head; none where no column is one of texts.
    pub(in crate::read) fn of(bytes: &[u8], head: &[Field]) -> Option<Self> {
        let names: Vec<String> = head.iter().map(|field| field.shown(bytes).trim().to_lowercase()).collect();
        let first = |wanted: &[&str]| wanted.iter().find_map(|wanted| names.iter().position(|name| name == wanted));
        Some(Self { id: first(&ID), title: first(&TITLE), text: first(&TEXT)? })
    }
}

/// The records of a table, each as its fields; empty lines are none.
pub(in crate::read) fn records(bytes: &[u8]) -> impl Iterator<Item = Vec<Field>> + '_ {
    let mut at = if bytes.starts_with(b"\xEF\xBB\xBF") { 3 } else { 0 };
    let comma = comma(&bytes[at..line_end(bytes, at)]);
    std::iter::from_fn(move || {
        while matches!(bytes.get(at), Some(b'\r' | b'\n')) {
            at += 1;
        }
        if at >= bytes.len() {
            return None;
        }
        let mut record = Vec::new();
        loop {
            let field = field(bytes, at, comma);
            at = field.range.end;
            record.push(field);
            match bytes.get(at) {
                Some(byte) if *byte == comma => at += 1,
                _ => return Some(record),
            }
        }
    })
}

/// What parts the columns: of commas, tabs and semicolons the most frequent in the head.
fn comma(head: &[u8]) -> u8 {
    let count = |sign: u8| head.iter().filter(|byte| **byte == sign).count();
    [b'\t', b';', b','].into_iter().max_by_key(|sign| count(*sign)).unwrap_or(b',')
}

/// The byte behind the end of the line that `from` is on.
pub(in crate::read) fn line_end(bytes: &[u8], from: usize) -> usize {
    bytes[from..].iter().position(|byte| *byte == b'\n').map_or(bytes.len(), |at| from + at + 1)
}

fn field(bytes: &[u8], start: usize, comma: u8) -> Field {
    let ends = |at: usize| bytes.get(at).is_none_or(|byte| *byte == comma || matches!(byte, b'\r' | b'\n'));
    if bytes.get(start) == Some(&b'"') {
        let mut at = start + 1;
        while let Some(found) = bytes[at..].iter().position(|byte| *byte == b'"') {
            at += found + 1;
            if ends(at) {
                return Field { range: start..at, quoted: true };
            }
            // A doubled quote; one that stands alone inside is the writer's fault and a sign like any other.
            at += usize::from(bytes.get(at) == Some(&b'"'));
        }
    }
    let mut at = start;
    while !ends(at) {
        at += 1;
    }
    Field { range: start..at, quoted: false }
}

/// The text of the row below the head, under its title where the text does not begin with it.
///
/// # Errors
/// When there is no such row or column.
pub(super) fn text_of(path: &str, part: Text) -> Result<Text> {
    let Text { text, map, encoding, notices } = part;
    let bytes = text.as_bytes();
    let mut records = records(bytes);
    let head = records.next().unwrap_or_default();
    let row = records.next().unwrap_or_default();
    let columns = Columns::of(bytes, &head);
    let field = |at: Option<usize>| at.and_then(|at| row.get(at)).filter(|field| !field.is_blank(bytes));
    let Some(own) = field(columns.as_ref().map(|columns| columns.text)) else {
        return Err(problem(path, said!("a row without a text", "这一行没有正文"), text_wanted()));
    };
    let mut excerpt = Excerpt::of(&text, &map);
    let title = field(columns.as_ref().and_then(|columns| columns.title));
    if let Some(title) = title.filter(|title| !begins_with(&own.shown(bytes), &title.shown(bytes))) {
        if title.range.end <= own.range.start {
            unquote(&mut excerpt, &text, title);
        } else {
            excerpt.insert(&title.shown(bytes), own.inside().start);
        }
        excerpt.insert("\n", own.inside().start);
    }
    unquote(&mut excerpt, &text, own);
    Ok(excerpt.into(encoding, notices))
}

fn unquote(excerpt: &mut Excerpt, text: &str, field: &Field) {
    let range = field.inside();
    let mut at = range.start;
    while field.quoted
        && let Some(found) = text[at..range.end].find("\"\"")
    {
        excerpt.copy(at..at + found);
        excerpt.put("\"", at + found..at + found + 2);
        at += found + 2;
    }
    excerpt.copy(at..range.end);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Span;
    use crate::read::decode;

    #[test]
    fn fields_are_told_apart() {
        let table = b"\xEF\xBB\xBFid;text\r\n1;\"a;\"\"b\"\"\nc\"\r\n\r\n2;d \"e\"\n\"3;f";
        let shown: Vec<Vec<String>> =
            records(table).map(|record| record.iter().map(|field| field.shown(table)).collect()).collect();
        assert_eq!(shown, [vec!["id", "text"], vec!["1", "a;\"b\"\nc"], vec!["2", "d \"e\""], vec!["\"3", "f"]]);
    }

    #[test]
    fn a_row_leads_back_through_its_quotes() {
        let table = "标题,正文,年\n云溪县报告,\"恒泽制药\"\"二期\"\"投产\n完工\",2024\n";
        for bytes in [table.as_bytes().to_vec(), encoding_rs::GBK.encode(table).0.into_owned()] {
            let decoded = decode("a.csv#row-1", &bytes).unwrap();
            assert_eq!(decoded.text, "云溪县报告\n恒泽制药\"二期\"投产\n完工");
            let at = decoded.text.find("\"二期\"").unwrap();
            let raw = &bytes[decoded.map.source(Span::new(at, at + "\"二期\"".len()))];
            let (raw, _) = if decoded.encoding == "UTF-8" {
                (String::from_utf8_lossy(raw), 0)
            } else {
                (encoding_rs::GBK.decode(raw).0, 0)
            };
            assert_eq!(raw, "\"\"二期\"\"");
        }
        assert!(decode("a.csv#row-1", "id,名称\n1,恒泽\n".as_bytes()).is_err());
    }
}
