//! Characters broken by replacements that were made on GBK bytes, blind to where a
//! character ends.
//!
//! A mirror wrote readings behind byte pairs, and a mark before the byte pairs of
//! punctuation. Where such a pair straddled two characters, both fell apart, and a
//! decoder read all that follows shifted by one byte, up to the next thing that put it
//! right. It wrote `?` for the byte left over (swallowing the byte behind it) and dropped
//! the pairs of the private-use area. So the text is taken back to its bytes, and of all
//! ways to put them together again the likeliest is taken ([`search`]).

mod language;
mod loss;
mod search;
mod state;
mod tokens;

use super::draft::Edit;
use super::signs::Signs;
use language::Language;
use loss::LOST_FIGURE;
use search::Search;
use state::Emitted;
use tokens::{Kind, tokens};

use crate::model::RepairKind;

pub(super) fn edits(text: &str, signs: &Signs) -> Vec<Edit> {
    if !signs.is_glossed() || !text.contains('?') {
        return Vec::new();
    }
    let mut language = Language::of(text);
    let mut edits = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if line.contains('?') {
            let body = line.trim_end_matches('\n');
            mend(body, at, &mut language, &mut edits);
        }
        at += line.len();
    }
    edits
}

/// Mends one line that starts at byte `at` of the text.
fn mend(line: &str, at: usize, language: &mut Language, edits: &mut Vec<Edit>) {
    let tokens = tokens(line);
    let mut from = 0;
    while let Some(first) =
        tokens[from..].iter().position(|token| matches!(token.kind, Kind::Question | Kind::Struck(_)))
    {
        let first = from + first;
        let found = Search::new(&tokens, language).run(first);
        from = found.end.max(first + 1);
        for emitted in found.emitted {
            push(line, at, &tokens[emitted.token], &emitted, found.confidence, edits);
        }
    }
}

fn push(line: &str, at: usize, token: &tokens::Token, emitted: &Emitted, confidence: f32, edits: &mut Vec<Edit>) {
    if line[token.range.clone()] == emitted.text {
        return;
    }
    let mut text = emitted.text.clone();
    if let Some(figure) = text.strip_suffix(LOST_FIGURE).and_then(|_| century(&line[token.range.end..])) {
        text.pop();
        text.push(figure);
    }
    let range = at + token.range.start..at + token.range.end;
    let (kind, confidence) =
        if emitted.lost { (RepairKind::LostBytes, confidence) } else { (RepairKind::BrokenBytes, 0.98) };
    match edits.last_mut() {
        Some(last) if last.range.end == range.start && last.kind == kind => {
            last.range.end = range.end;
            last.after.push_str(&text);
        }
        _ => edits.push(Edit::new(range, text, kind, confidence)),
    }
}

/// The lost first figure of a year, of which `rest` follows: `021年`, `021—2035`. Reports
/// speak of no other centuries than the last and this one.
fn century(rest: &str) -> Option<char> {
    let (figures, behind) = rest.split_at_checked(3)?;
    let is_year = figures.bytes().all(|byte| byte.is_ascii_digit()) && behind.starts_with(['年', '—', '-']);
    match figures.bytes().next() {
        Some(b'0') if is_year => Some('2'),
        Some(b'9') if is_year => Some('1'),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::model::SourceMap;
    use crate::read::Decoded;
    use crate::restore::restore;

    #[test]
    fn shifted_bytes_are_put_together() {
        // Mirrored words of no report; the first clause makes the text a mirrored one.
        for (damaged, clean) in [
            ("規(guī)?;l(fā)展", "规模化发展"),
            ("檢驗(yàn)?zāi)芰Α", "检验能力。"),
            ("推動(dòng)?xùn)|部", "推动东部"),
            ("我們怎么辦?", "我们怎么办？"),
        ] {
            let text = format!("區(qū)委、企業(yè)、經(jīng)濟,{damaged}\n");
            let map = SourceMap::identity(text.len());
            let decoded = Decoded { text, map, encoding: "UTF-8".into(), notices: Vec::new() };
            assert_eq!(restore(decoded).text, format!("区委、企业、经济，{clean}\n"));
        }
    }
}
