//! Text of XML, with the characters that entities stand for.

use std::ops::Range;

/// The pieces of the text in `range` of an XML file that was found to be well-formed: bytes as they are,
/// or the character that a reference of these bytes stands for.
pub(super) fn pieces(xml: &str, range: Range<usize>) -> Vec<(Option<char>, Range<usize>)> {
    let mut pieces = Vec::new();
    let mut at = range.start;
    while let Some(found) = xml[at..range.end].find('&') {
        let start = at + found;
        let Some(length) = xml[start..range.end].find(';') else { break };
        if start > at {
            pieces.push((None, at..start));
        }
        let end = start + length + 1;
        pieces.push((Some(character(&xml[start + 1..end - 1])), start..end));
        at = end;
    }
    if at < range.end {
        pieces.push((None, at..range.end));
    }
    pieces
}

/// XML knows five names, and numbers.
fn character(name: &str) -> char {
    match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        _ => {
            let code = match name.strip_prefix("#x") {
                Some(hex) => u32::from_str_radix(hex, 16),
                None => name.trim_start_matches('#').parse(),
            };
            code.ok().and_then(char::from_u32).unwrap_or(char::REPLACEMENT_CHARACTER)
        }
    }
}
