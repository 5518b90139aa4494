//! Sentences, and the years each speaks of.

use super::lines::Line;
use super::years::period_in;
use crate::model::{Outline, Period, Section, SectionKind, Sentence, Span};
use crate::ontology::Modality;

/// How far into a sentence a year still dates the whole of it, in bytes: `2020年，` and
/// `到2025年，`; a year later on belongs to its clause (`由2015年的2600元`).
const DATING_REACH: usize = 24;

/// Fills the sentences, section by section.
pub(super) fn sentences(text: &str, lines: &[Line], outline: &mut Outline) {
    let mut sentences = Vec::new();
    for line in lines {
        let section = section_of(&outline.sections, line.span.start);
        let mut carried = None;
        let heading_end = line.heading.map(|heading| heading.span.end);
        for span in split(text, line.span, heading_end) {
            let heading = heading_end == Some(span.end) || is_frame(text, span, section, &outline.sections);
            let own = &outline.sections[section];
            let period = said(span.of(text), own, outline).or(carried);
            // “五年来，我们…” dates its paragraph
            if carried.is_none() && span.start == line.span.start {
                carried = five_years(span.of(text), own, outline);
            }
            sentences.push(Sentence {
                span,
                section,
                heading,
                period: period.or(own.period),
                modality: if own.kind == SectionKind::Plan { Modality::Planned } else { Modality::Done },
            });
        }
    }
    outline.sentences = sentences;
}

fn section_of(sections: &[Section], at: usize) -> usize {
    sections.partition_point(|section| section.span.start <= at).saturating_sub(1)
}

/// Title lines and salutations: in the front, no full stop.
fn is_frame(text: &str, span: Span, section: usize, sections: &[Section]) -> bool {
    let words = span.of(text);
    (sections[section].kind == SectionKind::Front && !words.ends_with(['。', '！', '？']))
        || words.starts_with("各位代表") && words.chars().count() < 8
}

/// Cuts a line into sentences: after 。！？ outside brackets and quotes that close on the
/// same line, and at the end of its heading.
fn split(text: &str, line: Span, heading_end: Option<usize>) -> Vec<Span> {
    let words = line.of(text);
    let mut spans = Vec::new();
    let mut start = line.start;
    let mut closers: Vec<char> = Vec::new();
    for (offset, c) in words.char_indices() {
        let end = line.start + offset + c.len_utf8();
        match c {
            '（' | '“' | '《' | '‘' => {
                let close = match c {
                    '（' => '）',
                    '“' => '”',
                    '《' => '》',
                    _ => '’',
                };
                // a bracket that never closes must not swallow the line
                if words[offset..].char_indices().take(60).any(|(_, later)| later == close) {
                    closers.push(close);
                }
            }
            '。' | '！' | '？' if closers.is_empty() => {
                spans.push(Span::new(start, end));
                start = end;
            }
            // a full-width dot between letters of Chinese is a stop that was set wrongly
            '．' if closers.is_empty()
                && words[..offset].ends_with(is_chinese)
                && words[offset + c.len_utf8()..].starts_with(is_chinese) =>
            {
                spans.push(Span::new(start, end));
                start = end;
            }
            c if closers.last() == Some(&c) => {
                closers.pop();
                // “……。”他说: the stop inside the quotes ends the sentence
                if closers.is_empty() && c == '”' && words[..offset].ends_with(['。', '！', '？']) {
                    spans.push(Span::new(start, end));
                    start = end;
                }
            }
            _ if heading_end == Some(end) => {
                spans.push(Span::new(start, end));
                start = end;
                closers.clear();
            }
            _ => {}
        }
    }
    if start < line.end {
        spans.push(Span::new(start, line.end));
    }
    spans.retain_mut(|span| {
        let words = span.of(text);
        let trimmed = words.trim_start_matches(|c: char| c.is_whitespace());
        span.start += words.len() - trimmed.len();
        !trimmed.is_empty()
    });
    spans
}

fn is_chinese(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}

/// The years that a sentence itself names.
fn said(words: &str, section: &Section, outline: &Outline) -> Option<Period> {
    if let Some(period) = five_years(words, section, outline) {
        return Some(period);
    }
    let opening = words.char_indices().map(|(at, _)| at).nth(14).map_or(words, |at| &words[..at]);
    if opening.starts_with("今年") || opening.starts_with("新的一年") {
        return outline.plans;
    }
    if opening.starts_with("去年") || opening.starts_with("过去一年") || opening.starts_with("一年来") {
        return outline.reviews;
    }
    period_in(words)
        .filter(|(_, at)| *at <= DATING_REACH)
        .map(|(period, _)| period)
        .filter(|period| dates(*period, outline))
}

/// A year that a sentence opens with dates it when it is near the report's own.
fn dates(period: Period, outline: &Outline) -> bool {
    let own = outline.plans.map_or(period.first, |plans| plans.first);
    period.last + 6 >= own && period.first <= own + 15
}

fn five_years(words: &str, section: &Section, outline: &Outline) -> Option<Period> {
    let opening = words.char_indices().map(|(at, _)| at).nth(12).map_or(words, |at| &words[..at]);
    let says = |list: &[&str]| list.iter().any(|word| opening.contains(word));
    if section.kind == SectionKind::Plan && says(&["今后五年", "未来五年"]) {
        return outline.plans.map(|period| Period::years(period.first, period.first + 4));
    }
    if says(&["五年来", "过去五年", "过去的五年", "五年累计"]) {
        return outline.reviews.map(|period| Period::years(period.last.saturating_sub(4), period.last));
    }
    None
}

#[cfg(test)]
mod tests {
    use crate::ontology::Modality;
    use crate::outline::outline;

    const REPORT: &str = "云溪县政府工作报告\n——2021年1月9日在云溪县第十届人民代表大会第三次会议上\n县长 林远\n各位代表：\n一、2020年工作回顾\n（一）工业稳步增长。建成“一园两区”（含新区。）平台。恒泽制药投产！\n五年来，我们坚持项目为王。累计投资3亿元。\n二、2021年工作安排\n今年，开工建设云溪大桥。到2025年，产值翻番。\n";

    #[test]
    fn sentences_are_cut_dated_and_told_apart() {
        let outline = outline(REPORT);
        let rows: Vec<String> = outline
            .sentences
            .iter()
            .filter(|sentence| !sentence.heading)
            .map(|sentence| {
                let period = sentence.period.map(|p| p.to_string()).unwrap_or_default();
                format!("{period} {} {}", sentence.modality, sentence.span.of(REPORT))
            })
            .collect();
        assert_eq!(
            rows,
            [
                "2020 done 建成“一园两区”（含新区。）平台。",
                "2020 done 恒泽制药投产！",
                "2016-2020 done 五年来，我们坚持项目为王。",
                "2016-2020 done 累计投资3亿元。",
                "2021 planned 今年，开工建设云溪大桥。",
                "2025 planned 到2025年，产值翻番。",
            ]
        );
    }

    #[test]
    fn a_part_left_out_between_two_numberings_changes_the_outlook() {
        let text = "（一）工业。建成园区。\n（二）农业。完成造林。\n（一）加快发展工业。建设园区。\n";
        let outline = outline(text);
        let last = outline.sentences.last().map(|sentence| sentence.modality);
        assert_eq!(last, Some(Modality::Planned));
    }
}
