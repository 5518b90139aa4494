//! JSON Lines: a report a line.

use std::collections::HashSet;
use std::io::{self, BufRead, BufReader, Read};

use super::super::decode::json::{self, Line};
use super::super::source::{Piece, SIZE_LIMIT, Store, input, too_large};
use super::Expanded;
use crate::error::{Error, Result, Said, said};

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
    let (mut wrong, mut first) = (0usize, None);
    let mut ids = HashSet::new();
    for line in Lines::of(name, BufReader::with_capacity(1 << 16, store.open().map_err(failed)?)) {
        let Body { start, number, bytes } = line?;
        match json::line(&bytes) {
            Ok(Line { id, text: true }) => {
                let own = id.filter(|id| ids.insert(id.clone())).unwrap_or_else(|| format!("line-{number}"));
                let piece = Piece::Ranges(vec![[start, start + bytes.len() as u64]]);
                found.parts.push(super::named(name, '#', &own, store, piece));
            }
            other => {
                wrong += 1;
                let why = other.err().unwrap_or_else(|| "no \"text\" with words".into());
                first.get_or_insert_with(|| format!("{number}: {why}"));
            }
        }
    }
    if let Some(first) = first {
        return Err(input_wrong(name, wrong, &first));
    }
    if found.parts.is_empty() {
        return Err(input_wrong(name, 0, ""));
    }
    Ok(())
}

/// The reports of JSON Lines that come one by one, each with its name, `FILE#ID`, or `FILE#line-N` where the line has no id,
/// and its bytes, for [`super::super::decode()`]. Empty lines are passed over. A line that is too long or holds no
/// report is an error of its own.
pub fn lines_of(file: &str, from: impl BufRead) -> impl Iterator<Item = (String, Result<Vec<u8>>)> {
    let mut lines = Lines::of(file, from);
    std::iter::from_fn(move || {
        let line = lines.next()?;
        let unnamed = || format!("{file}#line-{}", lines.number);
        let (name, why) = match line {
            Err(error) => return Some((unnamed(), Err(error))),
            Ok(Body { bytes, .. }) => match json::line(&bytes) {
                Ok(Line { id, text: true }) => {
                    return Some((id.map_or_else(unnamed, |id| format!("{file}#{id}")), Ok(bytes)));
                }
                Ok(Line { id, text: false }) => (id.map_or_else(unnamed, |id| format!("{file}#{id}")), None),
                Err(why) => (unnamed(), Some(why)),
            },
        };
        let reason = match why {
            None => said!("no \"text\" with words", "没有带文字的 \"text\""),
            Some(why) => said!("no JSON object: {why}", "不是 JSON 对象：{why}"),
        };
        Some((name.clone(), Err(input(name, reason, line_wanted()))))
    })
}

/// A line that is not empty, without its end.
struct Body {
    /// Its first byte in the file.
    start: u64,
    /// From 1.
    number: usize,
    bytes: Vec<u8>,
}

/// The lines of a file that are not empty, each of at most [`SIZE_LIMIT`] bytes. What lies behind a longer one is
/// still read; what the system cannot read ends them.
struct Lines<'f, R> {
    file: &'f str,
    input: R,
    at: u64,
    number: usize,
    ended: bool,
}

impl<'f, R: BufRead> Lines<'f, R> {
    fn of(file: &'f str, input: R) -> Self {
        Self { file, input, at: 0, number: 0, ended: false }
    }

    /// Goes behind the end of a line of which only the beginning was read.
    fn skip(&mut self) -> io::Result<()> {
        let passed = self.input.skip_until(b'\n')?;
        self.at += passed as u64;
        Ok(())
    }
}

impl<R: BufRead> Iterator for Lines<'_, R> {
    type Item = Result<Body>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.ended {
            let mut line = Vec::new();
            let read = self.input.by_ref().take(SIZE_LIMIT + 1).read_until(b'\n', &mut line);
            let (start, length) = match read {
                Ok(length) => (self.at, length as u64),
                Err(error) => {
                    self.ended = true;
                    return Some(Err(Error::io(self.file, error)));
                }
            };
            if length == 0 {
                return None;
            }
            self.number += 1;
            self.at += length;
            if length > SIZE_LIMIT {
                let too_large = too_large(format!("{}, line {}", self.file, self.number));
                self.ended = line.last() != Some(&b'\n') && self.skip().is_err();
                return Some(Err(too_large));
            }
            let mark = if self.number == 1 && line.starts_with(b"\xEF\xBB\xBF") { 3 } else { 0 };
            let bytes = line[mark..].trim_ascii_end();
            if !bytes.trim_ascii().is_empty() {
                return Some(Ok(Body { start: start + mark as u64, number: self.number, bytes: bytes.to_vec() }));
            }
        }
        None
    }
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
    input(name, reason, line_wanted())
}

fn line_wanted() -> Said {
    said!(
        "each line is an object such as {{\"id\": …, \"text\": …}}",
        "每行应是一个对象，如 {{\"id\": …, \"text\": …}}"
    )
}
