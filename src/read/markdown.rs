//! The marks of Markdown: which bytes of a text are markup and not words.

use std::ops::Range;

/// The byte ranges of `text` that are marks: heading signs, list bullets, quote signs,
/// rules, emphasis, code ticks, and all of a link or picture but its label. In order.
///
/// Follows CommonMark for what a report can hold; numbers of lists (`1.`) stay, since in
/// reports they are words.
pub(super) fn marks(text: &str) -> Vec<Range<usize>> {
    let mut marks = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let body = line.trim_end_matches('\n');
        if is_rule(body) {
            marks.push(at..at + body.len());
        } else {
            let start = line_mark(body);
            if start > 0 {
                marks.push(at..at + start);
            }
            inline(body, start, at, &mut marks);
        }
        at += line.len();
    }
    marks
}

fn is_rule(line: &str) -> bool {
    let line: String = line.chars().filter(|char| *char != ' ').collect();
    line.len() >= 3 && ["-", "*", "_", "="].iter().any(|mark| line.trim_start_matches(mark).is_empty())
        || line.starts_with("```")
}

fn line_mark(line: &str) -> usize {
    let body = line.trim_start_matches(' ');
    let indent = line.len() - body.len();
    let heading = body.len() - body.trim_start_matches('#').len();
    let mark = match heading {
        1..=6 => heading,
        _ => usize::from(["- ", "* ", "+ ", "> "].iter().any(|mark| body.starts_with(mark))),
    };
    let rest = &body[mark..];
    if mark == 0 || !(rest.is_empty() || rest.starts_with(' ')) {
        return 0;
    }
    indent + mark + rest.len() - rest.trim_start_matches(' ').len()
}

fn inline(line: &str, from: usize, at: usize, marks: &mut Vec<Range<usize>>) {
    let bytes = line.as_bytes();
    let mut i = from;
    while i < bytes.len() {
        let rest = &line[i..];
        let image = usize::from(rest.starts_with("!["));
        if bytes[i + image] == b'['
            && let Some(label) = rest.find("](")
            && let Some(target) = rest[label..].find(')')
        {
            marks.push(at + i..at + i + image + 1);
            inline(&line[..i + label], i + image + 1, at, marks);
            marks.push(at + i + label..at + i + label + target + 1);
            i += label + target + 1;
        } else if let Some(mark) = ["***", "**", "__", "`"].iter().find(|mark| rest.starts_with(**mark)) {
            marks.push(at + i..at + i + mark.len());
            i += mark.len();
        } else if bytes[i] == b'*' && is_emphasis(line, i) {
            marks.push(at + i..at + i + 1);
            i += 1;
        } else {
            i += rest.chars().next().map_or(1, char::len_utf8);
        }
    }
}

/// A lone star between figures is a multiplication sign.
fn is_emphasis(line: &str, at: usize) -> bool {
    let before = line[..at].chars().next_back();
    let after = line[at + 1..].chars().next();
    !before.is_some_and(|char| char.is_ascii_digit()) || !after.is_some_and(|char| char.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stripped(text: &str) -> String {
        let mut out = String::new();
        let mut at = 0;
        for mark in marks(text) {
            out.push_str(&text[at..mark.start]);
            at = mark.end;
        }
        out + &text[at..]
    }

    #[test]
    fn marks_go_words_stay() {
        for (before, after) in [
            ("# 政府工作报告\n", "政府工作报告\n"),
            ("## 一、工作回顾", "一、工作回顾"),
            ("- **恒泽制药**投产", "恒泽制药投产"),
            ("见[云溪县](http://yunxi.example)公报", "见云溪县公报"),
            ("![图](a.png)", "图"),
            ("3*5 和 *重点*", "3*5 和 重点"),
            ("#1 厂房", "#1 厂房"),
            ("---\n1. 工业", "\n1. 工业"),
            ("> 引语", "引语"),
        ] {
            assert_eq!(stripped(before), after);
        }
    }
}
