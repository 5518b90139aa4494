//! Characters broken by replacements that were made on GBK bytes, blind to where a
//! character ends.
//!
//! A mirror wrote readings behind byte pairs, and a mark before the byte pairs of
//! punctuation. Where such a pair straddled two characters, both fell apart, and a
//! decoder read all that follows shifted by one byte, up to the next thing that put it
//! right. It wrote `?` for the byte left over (swallowing the byte behind it) and dropped
//! the pairs of the private-use area. So the text is taken back to its bytes, and of all
//! ways to put them together again the likeliest is taken ([`search`]).

mod choices;
mod grams;
mod language;
mod loss;
mod mirror;
mod pairs;
mod search;
mod state;
mod tokens;

use super::draft::Edit;
use super::signs::Signs;
use choices::Choices;
use language::Language;
use loss::LOST_FIGURE;
use mirror::Mirror;
use search::{Known, Search};
use state::{Emitted, Found};
use tokens::{Kind, Token, tokens};

use crate::model::RepairKind;

/// What is surer than this is learned from, and what is not is read again in its light.
const SURE_ENOUGH: f32 = 0.9;

pub(super) fn edits(text: &str, signs: &Signs) -> Vec<Edit> {
    if !signs.is_glossed() || !text.contains('?') {
        return Vec::new();
    }
    let mirror = Mirror::new(&signs.glossed, language::sound(text));
    let mut lines = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        lines.push(Line::new(line.trim_end_matches('\n'), at));
        at += line.len();
    }
    let language = Language::of(text.lines().flat_map(language::sound_parts));
    let choices = Choices::of(&language);
    lines.iter_mut().for_each(|line| line.mend(&Known { language: &language, mirror: &mirror, choices: &choices }));
    // A name that is hurt in all places may have come back in one of them.
    if lines.iter().flat_map(|line| &line.found).any(|(_, found)| found.confidence < SURE_ENOUGH) {
        let parts: Vec<String> = lines.iter().flat_map(Line::sure_parts).collect();
        let language = Language::of(parts.iter().map(String::as_str));
        let known = Known { language: &language, mirror: &mirror, choices: &choices };
        lines.iter_mut().for_each(|line| line.mend_again(&known));
    }
    let mut edits = Vec::new();
    lines.iter().for_each(|line| line.push(&mut edits));
    edits
}

/// A line under repair.
struct Line<'a> {
    text: &'a str,
    /// Where it starts in the text.
    at: usize,
    /// None where there is nothing to mend.
    tokens: Vec<Token<'a>>,
    /// The mended stretches, each with its first token.
    found: Vec<(usize, Found)>,
}

impl<'a> Line<'a> {
    fn new(text: &'a str, at: usize) -> Self {
        let tokens = if text.contains('?') { tokens(text) } else { Vec::new() };
        Self { text, at, tokens, found: Vec::new() }
    }

    fn mend(&mut self, known: &Known) {
        let mut from = 0;
        let is_hurt = |token: &Token| matches!(token.kind, Kind::Question | Kind::Struck(_));
        while let Some(first) = self.tokens[from..].iter().position(is_hurt) {
            let first = from + first;
            let found = Search::new(&self.tokens, known).run(first);
            from = found.end.max(first + 1);
            self.found.push((first, found));
        }
    }

    /// Reads again what is not sure.
    fn mend_again(&mut self, known: &Known) {
        for at in 0..self.found.len() {
            let next = self.found.get(at + 1).map_or(self.tokens.len(), |(first, _)| *first);
            let (first, found) = &mut self.found[at];
            if found.confidence < SURE_ENOUGH {
                let again = Search::new(&self.tokens, known).run(*first);
                if again.end <= next {
                    *found = again;
                }
            }
        }
    }

    /// The line as it is mended, without what is not sure.
    fn sure_parts(&self) -> Vec<String> {
        let (mut parts, mut part) = (Vec::new(), String::new());
        let mut from = 0;
        for (first, found) in &self.found {
            let start = self.tokens[*first].range.start;
            part.push_str(&self.text[from..start]);
            from = self.tokens[found.end.max(first + 1) - 1].range.end;
            if found.confidence < SURE_ENOUGH {
                parts.push(std::mem::take(&mut part));
            } else {
                part.extend(found.emitted.iter().map(|emitted| emitted.text.as_str()));
            }
        }
        part.push_str(&self.text[from..]);
        parts.push(part);
        parts
    }

    fn push(&self, edits: &mut Vec<Edit>) {
        for (_, found) in &self.found {
            for emitted in &found.emitted {
                push(self.text, self.at, &self.tokens[emitted.token], emitted, found.confidence, edits);
            }
        }
    }
}

fn push(line: &str, at: usize, token: &Token, emitted: &Emitted, confidence: f32, edits: &mut Vec<Edit>) {
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
