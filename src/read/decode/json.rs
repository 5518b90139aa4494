//! A report as a JSON object: its text, with the way back through the escapes.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use encoding_rs::GB18030;
use serde_json::value::RawValue;

use super::super::encodings::{Text, problem, text_wanted};
use super::super::excerpt::Excerpt;
use super::table::{TEXT, TITLE, is_name};
use crate::error::{Result, said};

/// A line as far as it is needed to call it by a name.
pub(in crate::read) struct Line {
    /// What it calls itself.
    pub(in crate::read) id: Option<String>,
    /// Whether it has a text with words.
    pub(in crate::read) text: bool,
}

type Members<'t> = BTreeMap<String, &'t RawValue>;

/// Reads a line of JSON Lines.
///
/// # Errors
/// Why it is no object, in the words of the parser.
pub(in crate::read) fn line(bytes: &[u8]) -> Result<Line, String> {
    let text = std::str::from_utf8(bytes).map_or_else(|_| GB18030.decode(bytes).0, Cow::Borrowed);
    let members: Members = serde_json::from_str(&text).map_err(|error| error.to_string())?;
    let id = members.get("id").and_then(|id| match serde_json::from_str(id.get()) {
        Ok(serde_json::Value::String(id)) => Some(id),
        Ok(serde_json::Value::Number(id)) => Some(id.to_string()),
        _ => None,
    });
    let has_words =
        |raw: &RawValue| serde_json::from_str::<String>(raw.get()).is_ok_and(|text| !text.trim().is_empty());
    Ok(Line { id: id.filter(|id| is_name(id)), text: member(&members, &TEXT).is_some_and(has_words) })
}

/// The member with the first of `names` that is there.
fn member<'t>(members: &Members<'t>, names: &[&str]) -> Option<&'t RawValue> {
    names.iter().find_map(|name| members.get(*name)).copied()
}

/// Whether a text is a JSON object and nothing else.
pub(super) fn is_object(text: &str) -> bool {
    let body = text.trim();
    body.starts_with('{') && body.ends_with('}') && serde_json::from_str::<Members>(body).is_ok()
}

/// The text of the object, under its title where the text does not begin with it.
///
/// # Errors
/// When it has none.
pub(super) fn text_of(path: &str, line: Text) -> Result<Text> {
    let Text { text, map, encoding, notices } = line;
    let members: Members = serde_json::from_str(&text).unwrap_or_default();
    let string = |names: &[&str]| {
        let raw = member(&members, names)?;
        let words = serde_json::from_str::<String>(raw.get()).ok().filter(|words| !words.trim().is_empty())?;
        // A raw value is a part of the text that it was read from.
        let start = raw.get().as_ptr().addr() - text.as_ptr().addr();
        Some((words, start + 1..start + raw.get().len() - 1))
    };
    let Some((words, range)) = string(&TEXT) else {
        return Err(problem(
            path,
            said!("a JSON object without a \"text\"", "JSON 对象里没有 \"text\""),
            text_wanted(),
        ));
    };
    let mut excerpt = Excerpt::of(&text, &map);
    if let Some((title, own)) = string(&TITLE).filter(|(title, _)| !begins_with(&words, title)) {
        if own.end <= range.start {
            unescape(&mut excerpt, &text, own);
        } else {
            excerpt.insert(&title, range.start);
        }
        excerpt.insert("\n", range.start);
    }
    unescape(&mut excerpt, &text, range);
    Ok(excerpt.into(encoding, notices))
}

/// Whether a title stands at the beginning of a text, whatever the blanks in it.
pub(super) fn begins_with(text: &str, title: &str) -> bool {
    let bare = |text: &str| -> String { text.chars().filter(|char| !char.is_whitespace()).take(HEAD).collect() };
    bare(text).contains(&bare(title))
}

/// Characters within which a title stands at the head of its report.
const HEAD: usize = 200;

/// Takes over the inside of a JSON string that was found to be one.
fn unescape(excerpt: &mut Excerpt, text: &str, range: Range<usize>) {
    let mut at = range.start;
    while let Some(found) = text[at..range.end].find('\\') {
        let start = at + found;
        excerpt.copy(at..start);
        let (words, length) = escape(&text[start..range.end]);
        excerpt.put(words.encode_utf8(&mut [0; 4]), start..start + length);
        at = start + length;
    }
    excerpt.copy(at..range.end);
}

/// The character that an escape stands for, and the bytes it takes. Half of a pair is no character.
fn escape(rest: &str) -> (char, usize) {
    let unit = |at: usize| rest.get(at..at + 4).and_then(|digits| u16::from_str_radix(digits, 16).ok());
    match rest.as_bytes().get(1) {
        Some(b'n') => ('\n', 2),
        Some(b't') => ('\t', 2),
        Some(b'r') => ('\r', 2),
        Some(b'b') => ('\u{8}', 2),
        Some(b'f') => ('\u{C}', 2),
        Some(b'u') => {
            let first = unit(2).unwrap_or(0xFFFD);
            let second = if rest.get(6..8) == Some("\\u") { unit(8) } else { None };
            match (char::from_u32(first.into()), second) {
                (Some(char), _) => (char, 6),
                (None, Some(second)) => match char::decode_utf16([first, second]).next() {
                    Some(Ok(char)) => (char, 12),
                    _ => (char::REPLACEMENT_CHARACTER, 6),
                },
                (None, None) => (char::REPLACEMENT_CHARACTER, 6),
            }
        }
        Some(sign) => (char::from(*sign), 2),
        None => (char::REPLACEMENT_CHARACTER, 1),
    }
}

#[cfg(test)]
mod tests {
    use crate::model::Span;
    use crate::read::decode;

    #[test]
    fn the_text_leads_back_through_its_escapes() {
        let line = r#"{"id": 7, "text": "一、回顾\n\u6052泽\u0001\"制药\"\ud83d\ude00投产", "title": "云溪县报告"}"#;
        let decoded = decode("reports.jsonl#7", line.as_bytes()).unwrap();
        assert_eq!(decoded.text, "云溪县报告\n一、回顾\n恒泽\u{1}\"制药\"😀投产");
        for (words, raw) in [("恒泽", r"\u6052泽"), ("\"制药\"😀", r#"\"制药\"\ud83d\ude00"#), ("投产", "投产")]
        {
            let at = decoded.text.find(words).unwrap();
            assert_eq!(&line[decoded.map.source(Span::new(at, at + words.len()))], raw);
        }
    }

    #[test]
    fn a_title_that_the_text_begins_with_is_not_said_twice() {
        let line = r#"{"title": "云溪县 报告", "text": "云溪县报告\n恒泽制药投产"}"#;
        assert_eq!(decode("a.jsonl#line-1", line.as_bytes()).unwrap().text, "云溪县报告\n恒泽制药投产");
        let line = r#"{"title": "云溪县\t报告", "text": "恒泽制药投产"}"#;
        let decoded = decode("a.jsonl#line-1", line.as_bytes()).unwrap();
        assert_eq!(decoded.text, "云溪县\t报告\n恒泽制药投产");
        assert_eq!(&line[decoded.map.source(Span::new(0, 16))], r"云溪县\t报告");
        assert!(decode("a.jsonl#line-1", r#"{"title": "云溪县"}"#.as_bytes()).is_err());
    }
}
