//! JSON Lines: a report a line.

use std::collections::HashSet;
use std::io::{self, BufRead, BufReader, Read};

use super::super::decode::json::{self, Line};
use super::super::source::{Piece, SIZE_LIMIT, Store, input};
use super::Expanded;
use crate::error::{Error, Result, said};

/// Whether the first line is a whole object with a text, and not the beginning of one.
pub(super) fn has_lines(store: &Store) -> bool {
    let first = store.open().and_then(|input| {
        let mut line = Vec::new();
        BufReader::new(input).take(SIZE_LIMIT).read_until(b'\n', &mut line).map(|_| line)
    });
    first.is_ok_and(|line| matches!(json::line(&line), Ok(Line { text: true, .. })))
}

/// The lines with a text. Empty ones are passed over; others that hold no report are told in one message.
pub(super) fn expand(name: &str, store: &Store) -> Expanded {
    let mut found = Expanded::default();
    if let Err(error) = lines(name, store, &mut found) {
        found.problems.push(error);
    }
    found
}

fn lines(name: &str, store: &Store, found: &mut Expanded) -> Result<()> {
    let failed = |error: io::Error| Error::io(name, error);
    let mut input = BufReader::with_capacity(1 << 16, store.open().map_err(failed)?);
    let (mut at, mut number, mut wrong, mut first) = (0u64, 0usize, 0usize, None);
    let mut ids = HashSet::new();
    loop {
        let mut line = Vec::new();
        let length = input.by_ref().take(SIZE_LIMIT + 1).read_until(b'\n', &mut line).map_err(failed)? as u64;
        if length == 0 {
            break;
        }
        number += 1;
        if length > SIZE_LIMIT {
            return Err(super::super::source::too_large(format!("{name}, line {number}")));
        }
        let mark = if number == 1 && line.starts_with(b"\xEF\xBB\xBF") { 3 } else { 0 };
        let body = line[mark..].trim_ascii_end();
        if !body.trim_ascii().is_empty() {
            match json::line(body) {
                Ok(Line { id, text: true }) => {
                    let own = id.filter(|id| ids.insert(id.clone())).unwrap_or_else(|| format!("line-{number}"));
                    let start = at + mark as u64;
                    let piece = Piece::Ranges(vec![[start, start + body.len() as u64]]);
                    found.parts.push(super::named(name, '#', &own, store, piece));
                }
                other => {
                    wrong += 1;
                    let why = other.err().unwrap_or_else(|| "no \"text\" with words".into());
                    first.get_or_insert_with(|| format!("{number}: {why}"));
                }
            }
        }
        at += length;
    }
    if let Some(first) = first {
        return Err(input_wrong(name, wrong, &first));
    }
    if number == 0 || found.parts.is_empty() {
        return Err(input_wrong(name, 0, ""));
    }
    Ok(())
}

fn input_wrong(name: &str, wrong: usize, first: &str) -> Error {
    let reason = match wrong {
        0 => said!("holds no line with a report", "没有一行是报告"),
        1 => said!("a line holds no report (line {first})", "有一行不是报告（第 {first}）"),
        _ => said!(
            "{wrong} lines hold no report (the first: line {first})",
            "有 {wrong} 行不是报告（头一行：第 {first}）"
        ),
    };
    let hint = said!(
        "each line is an object such as {{\"id\": …, \"text\": …}}",
        "每行应是一个对象，如 {{\"id\": …, \"text\": …}}"
    );
    input(name, reason, hint)
}
