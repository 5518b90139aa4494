//! Lines and headings.

use crate::lexicon::numerals::below_hundred;
use crate::model::Span;

/// A line with its blanks taken off both ends; empty lines are left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Line {
    /// Its words.
    pub span: Span,
    /// The heading it opens with.
    pub heading: Option<Heading>,
}

/// A numbered heading at the head of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Heading {
    /// 1 for `一、`, 2 for `（一）`, 3 for `1.`.
    pub depth: u8,
    /// Its number, from 1.
    pub number: u32,
    /// From the number to the end of the heading: the first full stop, or the line's end.
    pub span: Span,
}

/// Longest heading, in characters: what is longer is a numbered paragraph.
const LONGEST_HEADING: usize = 60;

/// Last words of headings of the first depth, for those that run on into their text.
const RUN_ON: &[&str] = &[
    "工作回顾", "的回顾", "工作情况", "完成情况", "主要任务", "目标和任务", "目标任务", "工作任务", "工作安排",
    "奋斗目标", "预期目标", "指导思想", "总体要求", "主要工作", "重点工作",
];

/// How far into its line such a heading reaches, in bytes.
const RUN_ON_REACH: usize = 100;

pub(super) fn lines(text: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let words = line.trim_matches(|c: char| c.is_whitespace() || c == '\u{3000}');
        if !words.is_empty() {
            let at = start + (words.as_ptr() as usize - line.as_ptr() as usize);
            let span = Span::new(at, at + words.len());
            lines.push(Line { span, heading: heading(words, at) });
        }
        start += line.len();
    }
    lines
}

fn heading(line: &str, at: usize) -> Option<Heading> {
    let (depth, number, rest) = numbering(line)?;
    let stop = rest.find(['。', '！', '？']).map_or(rest.len(), |stop| stop + '。'.len_utf8());
    let words = &rest[..stop];
    if words.trim().is_empty() {
        return None;
    }
    // “一、2003年工作情况2003年，市人民政府…”: a heading that lost its line's end
    let stop = if words.chars().count() <= LONGEST_HEADING {
        stop
    } else if depth == 1 {
        RUN_ON
            .iter()
            .filter_map(|end| words.find(end).map(|at| at + end.len()))
            .filter(|at| *at <= RUN_ON_REACH)
            .max()?
    } else {
        return None;
    };
    let end = at + (line.len() - rest.len()) + stop;
    Some(Heading { depth, number, span: Span::new(at, end) })
}

/// Depth, number and what follows of `一、…`, `第一部分 …`, `（一）…`, `1.…`.
fn numbering(line: &str) -> Option<(u8, u32, &str)> {
    if let Some(rest) = line.strip_prefix(['（', '(']) {
        let close = rest.find(['）', ')'])?;
        let number = below_hundred(&rest[..close])?;
        return Some((2, number, rest[close..].trim_start_matches(['）', ')', '、', ' ', '\u{3000}'])));
    }
    if let Some(rest) = line.strip_prefix('第') {
        let at = rest.find("部分")?;
        return Some((
            1,
            below_hundred(&rest[..at])?,
            rest[at + "部分".len()..].trim_start_matches(['：', ' ', '\u{3000}', '、']),
        ));
    }
    let digits = line.find(|c: char| !c.is_ascii_digit()).unwrap_or(line.len());
    if (1..=2).contains(&digits) {
        let rest = line[digits..].strip_prefix(['.', '．', '、'])?;
        // “3.5亿元” is no heading
        return (!rest.starts_with(|c: char| c.is_ascii_digit()))
            .then(|| (3, line[..digits].parse().unwrap_or(0), rest.trim_start()));
    }
    let at = line.find(['、', '．', '.'])?;
    let number = below_hundred(&line[..at])?;
    Some((1, number, line[at..].trim_start_matches(['、', '．', '.', ' ', '\u{3000}'])))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_of_three_depths_are_told_from_text() {
        let depth = |line: &str| heading(line, 0).map(|h| (h.depth, h.number));
        assert_eq!(depth("一、2023年工作回顾"), Some((1, 1)));
        assert_eq!(depth("第二部分 今后五年的目标"), Some((1, 2)));
        assert_eq!(depth("（十二）工业提质增效。全年完成投资3亿元。"), Some((2, 12)));
        assert_eq!(depth("3.做强园区。新建厂房。"), Some((3, 3)));
        assert_eq!(depth("3.5亿元到位。"), None);
        assert_eq!(depth("一年来，我们坚持项目为王。"), None);
    }

    #[test]
    fn a_heading_ends_at_its_full_stop() {
        let found = heading("（一）工业稳步增长。全年完成投资3亿元。", 10);
        assert_eq!(found.map(|h| h.span), Some(Span::new(10, 10 + "（一）工业稳步增长。".len())));
    }
}
