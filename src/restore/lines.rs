//! Lines that were broken in mid-sentence, joined again.
//!
//! A line that ends in a comma goes on in the next, and one that begins with a mark goes
//! on from the last. A line that ends in a word may be a heading, unless the text was broken at a width: then the lines that fill it go on.

use std::collections::BTreeMap;

use super::draft::Edit;
use super::signs::Signs;
use crate::model::RepairKind;

/// Lines shorter than this (characters) are no running text.
const RUNNING: usize = 20;

/// So many unfinished lines of one width show that a text was broken at it.
const BROKEN_BY: usize = 8;

/// Lines fall short of the width by at most so many characters: a mark must not begin a
/// line, and figures are not parted.
const SHORT_BY: usize = 2;

/// What of the text stands on a line, without the blanks at its end.
struct Line<'a> {
    start: usize,
    body: &'a str,
}

impl Line<'_> {
    /// In characters.
    fn length(&self) -> usize {
        self.body.chars().count()
    }
}

pub(super) fn edits(text: &str, _: &Signs) -> Vec<Edit> {
    let mut at = 0;
    let lines: Vec<Line> = text
        .split_inclusive('\n')
        .map(|line| {
            let start = at;
            at += line.len();
            Line { start, body: line.trim_end() }
        })
        .collect();
    let width = width(&lines);
    let mut edits = Vec::new();
    // Characters of the lines that the line under way is joined from.
    let mut joined = 0;
    for pair in lines.windows(2) {
        let [line, next] = pair else { continue };
        let full = || width.is_some_and(|width| (width.saturating_sub(SHORT_BY)..=width).contains(&line.length()));
        let goes_on = line.body.ends_with(['，', '、']) && joined + line.length() >= RUNNING
            || is_unfinished(line.body) && full();
        let is_rest = !line.body.is_empty() && next.body.starts_with(['，', '、', '。', '；']);
        if is_rest || goes_on && continues(next.body) {
            edits.push(Edit::new(line.start + line.body.len()..next.start, "", RepairKind::LineBreak, 0.95));
            joined += line.length();
        } else {
            joined = 0;
        }
    }
    edits
}

/// The width at which a text was broken, in characters: that of most of its unfinished
/// lines, where nearly no line is longer.
fn width(lines: &[Line]) -> Option<usize> {
    let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
    for line in lines.iter().filter(|line| is_unfinished(line.body)) {
        *counts.entry(line.length()).or_default() += 1;
    }
    counts.retain(|length, _| *length >= RUNNING);
    let (width, count) = counts.iter().max_by_key(|(_, count)| **count).map(|(width, count)| (*width, *count))?;
    let unfinished: usize = counts.values().sum();
    let is_broken = count >= BROKEN_BY && count * 2 >= unfinished;
    let longer = || lines.iter().filter(|line| line.length() > width).count();
    (is_broken && longer() * 20 <= lines.len()).then_some(width)
}

fn is_unfinished(line: &str) -> bool {
    line.chars()
        .next_back()
        .is_some_and(|char| matches!(char, '一'..='\u{9FFF}' | '0'..='9' | '，' | '、' | '“' | '（'))
}

/// Whether a line may be the rest of a sentence: no indent, no number of a heading.
fn continues(line: &str) -> bool {
    let mut chars = line.chars();
    let (Some(first), second) = (chars.next(), chars.next()) else { return false };
    let is_number = "一二三四五六七八九十0123456789".contains(first)
        && line
            .trim_start_matches(|char| "一二三四五六七八九十0123456789".contains(char))
            .starts_with(['、', '.', '．', '）', ')']);
    let is_order = first == '第' && second.is_some_and(|char| "一二三四五六七八九十".contains(char));
    matches!(first, '一'..='\u{9FFF}' | '0'..='9' | 'A'..='Z' | 'a'..='z' | '“' | '《' | '，' | '、' | '。' | '；' | '）' | '”')
        && !is_number
        && !is_order
        && !line.starts_with("各位代表")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mended(text: &str) -> String {
        let mut out = text.to_string();
        for edit in edits(text, &Signs::of(text)).into_iter().rev() {
            out.replace_range(edit.range, &edit.after);
        }
        out
    }

    #[test]
    fn a_sentence_broken_behind_a_comma_goes_on() {
        let text = "全年完成固定资产投资十二亿元、增长百分之八，\n新开工项目三十个。\n加强领导，\n做好服务。\n";
        let joined = "全年完成固定资产投资十二亿元、增长百分之八，新开工项目三十个。\n加强领导，\n做好服务。\n";
        assert_eq!(mended(text), joined);
        let list = "全年完成固定资产投资十二亿元、增长百分之八，\n一、新开工项目三十个。\n";
        assert_eq!(mended(list), list);
    }

    #[test]
    fn a_text_broken_at_a_width_is_joined() {
        let paragraph = "云溪县坚持把发展经济的着力点放在实体经济上加快建设现代产业体系".repeat(9) + "。";
        let chars: Vec<char> = paragraph.chars().collect();
        let lines: Vec<String> = chars.chunks(30).map(|line| line.iter().collect()).collect();
        let text = format!("二、主要任务\n{}\n（一）产业\n", lines.join("\n"));
        assert_eq!(mended(&text), format!("二、主要任务\n{paragraph}\n（一）产业\n"));
        assert_eq!(mended("二、主要任务\n（一）产业\n"), "二、主要任务\n（一）产业\n");
    }
}
