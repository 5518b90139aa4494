//! Which part looks back, which forward, and on which years.

use super::lines::{Heading, Line};
use super::years::period_in;
use crate::model::{Outline, Period, Section, SectionKind, Span};

/// Words of headings that look back.
const REVIEW: &[&str] = &[
    "回顾", "成就", "成效", "过去", "总结", "工作情况", "取得", "迈上", "完成情况", "历程", "以来的工作", "进展",
    "成绩", "迈出", "实现新",
];

/// Words of headings that look forward.
const PLAN: &[&str] = &[
    "安排", "任务", "目标", "思路", "重点", "今后", "未来", "打算", "计划", "部署", "展望", "总体要求", "奋斗", "今年",
    "下一步", "意见", "谋划", "努力", "愿景", "自身建设", "全力实现", "奋力实现", "努力实现", "确保实现", "要求",
];

/// Longest unnumbered heading, in characters.
const LONGEST_TITLE: usize = 40;

/// Fills sections, and the years that the report reviews and plans.
pub(super) fn sections(text: &str, lines: &[Line], outline: &mut Outline) {
    let marks = headings(text, lines);
    years(text, &marks, outline);
    let end = text.len();
    let first = marks.first().map_or(end, |mark| mark.span.start);
    outline.sections.push(Section {
        heading: String::new(),
        span: Span::new(0, first),
        depth: 0,
        kind: SectionKind::Front,
        period: outline.reviews,
    });
    let mut kind = SectionKind::Review;
    let mut period = outline.reviews;
    let mut last_number = [0; 4];
    for (index, mark) in marks.iter().enumerate() {
        let words = mark.span.of(text);
        let depth = usize::from(mark.depth);
        // parts of a report left out: （五） and then （一） with no 二、 between is the next part
        let restarted = depth == 2 && mark.number == 1 && last_number[2] > 1;
        let before = kind;
        kind = match part(words, mark.depth, outline) {
            Some(kind) => kind,
            None if restarted => SectionKind::Plan,
            None => kind,
        };
        last_number[depth] = mark.number;
        for deeper in &mut last_number[depth + 1..] {
            *deeper = 0;
        }
        let own = match kind {
            SectionKind::Plan => outline.plans,
            _ => outline.reviews,
        };
        let said = period_in(words).map(|(period, _)| period);
        if mark.depth <= 1 {
            period = five_years(words, kind, outline).or(said).or(own);
        } else if kind != before || period.is_none() {
            period = said.or(own);
        }
        outline.sections.push(Section {
            heading: words.to_string(),
            span: Span::new(mark.span.start, marks.get(index + 1).map_or(end, |next| next.span.start)),
            depth: mark.depth,
            kind,
            period: said.filter(|_| mark.depth > 1).or(period),
        });
    }
}

/// Numbered headings, and short lines without a full stop that speak as headings do
/// (`2021年工作回顾`).
fn headings(text: &str, lines: &[Line]) -> Vec<Heading> {
    let plain = |line: &Line| {
        let words = line.span.of(text);
        let says = |list: &[&str]| list.iter().any(|word| words.contains(word));
        let fits = words.chars().count() <= LONGEST_TITLE && !words.ends_with(['。', '；', '，', '：', '！', '？']);
        let heads = !words.contains("工作报告") && (says(REVIEW) || says(PLAN));
        let dated =
            period_in(words).is_some() || words.contains("五年") || words.contains("今年") || words.contains("一年");
        (fits && heads && dated).then_some(Heading { depth: 1, number: 0, span: line.span })
    };
    lines.iter().filter_map(|line| line.heading.or_else(|| plain(line))).collect()
}

/// What a heading of the first depth says of its part; deeper ones only where a year
/// decides.
fn part(words: &str, depth: u8, outline: &Outline) -> Option<SectionKind> {
    let says = |list: &[&str]| list.iter().any(|word| words.contains(word));
    let period = period_in(words).map(|(period, _)| period);
    if depth > 1 {
        return (period.is_some() && period == outline.plans && says(PLAN)).then_some(SectionKind::Plan);
    }
    if says(REVIEW) && !(period.is_some() && period == outline.plans) {
        return Some(SectionKind::Review);
    }
    if says(PLAN) || (period.is_some() && period == outline.plans) {
        return Some(SectionKind::Plan);
    }
    None
}

/// `过去五年`, `今后五年`: five years ending with the year reviewed, or beginning with
/// the year planned.
fn five_years(words: &str, kind: SectionKind, outline: &Outline) -> Option<Period> {
    if !words.contains("五年") || words.contains("五年规划") {
        return None;
    }
    match kind {
        SectionKind::Plan => outline.plans.map(|period| Period::years(period.first, period.first + 4)),
        _ => outline.reviews.map(|period| Period::years(period.last.saturating_sub(4), period.last)),
    }
}

/// The years that the report looks back on and forward to: out of the headings, else out
/// of the date.
fn years(text: &str, marks: &[Heading], outline: &mut Outline) {
    let single = |words: &str| period_in(words).map(|(period, _)| period).filter(|period| period.first == period.last);
    for mark in marks.iter().filter(|mark| mark.depth <= 1) {
        let words = mark.span.of(text);
        let Some(year) = single(words) else { continue };
        let says = |list: &[&str]| list.iter().any(|word| words.contains(word));
        if says(REVIEW) && outline.reviews.is_none() {
            outline.reviews = Some(year);
        } else if says(PLAN) && outline.plans.is_none() {
            outline.plans = Some(year);
        }
    }
    // “2021年1月5日”: given at the year's beginning, it reviews the year before
    let given = outline.date.as_deref().and_then(|date| date.get(..4)?.parse::<u16>().ok());
    let titled = outline.title.as_deref().and_then(single).map(|period| period.first);
    let named = text.char_indices().nth(400).map_or(text, |(at, _)| &text[..at]);
    let first = period_in(named).map(|(period, _)| period.last + 1);
    let plans = outline.plans.map(|p| p.first).or(outline.reviews.map(|p| p.last + 1)).or(given).or(titled).or(first);
    outline.plans = outline.plans.or(plans.map(Period::year));
    outline.reviews = outline.reviews.or(plans.map(|year| Period::year(year - 1)));
}
