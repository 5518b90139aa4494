//! Numbers with their measures: they bound a name and never open one.

use super::context::Context;
use super::tokens::{Class, Token};
use crate::lexicon::numerals;
use crate::model::Span;

/// Measures that make a number a count and not part of a name (十大行动, 三年行动, 3号线).
const MEASURES: &[&str] = &[
    "个", "家", "户", "项", "处", "座", "条", "所", "人", "名", "亩", "公里", "平方米", "平方公里", "万", "亿", "元",
    "亿元", "万元", "场", "件", "辆", "台", "台套", "套", "吨", "万吨", "批", "类", "种", "宗", "公顷", "米", "人次",
    "万人", "万人次", "万亩", "万平方米", "万户", "万个", "万套", "万名", "亿斤", "亿千瓦时", "万千瓦", "兆瓦", "万台",
    "万件", "公里长", "间", "张", "款", "支", "只", "头", "万头", "株", "万株", "本", "部", "门", "对", "幢", "栋",
    "床", "床位", "例", "起", "次", "%", "倍", "百分点", "个百分点", "村屯", "万美元", "亿美元", "立方米", "万立方米",
    "平方千米", "千米", "班", "班次", "天", "个月", "小时", "分钟", "公斤", "斤", "架次", "枚", "颗",
];

/// Measures that count things of a class.
pub(super) const COUNTERS: &[char] = &['个', '项', '家', '处', '条', '座', '户', '所'];

/// Whether several of what stands at `span` are counted right before it (`84个宜居社区`):
/// then it is a class and no name. `一座青石大桥` is one thing.
pub(super) fn counts_class(context: &Context<'_>, tokens: &[Token], span: Span) -> bool {
    let first = tokens.partition_point(|token| token.span.start < span.start);
    let Some(before) = first.checked_sub(1).map(|at| &tokens[at]).filter(|token| token.class == Class::Quantity) else {
        return false;
    };
    let count = context.word(before);
    let number = count.trim_end_matches(COUNTERS);
    number.len() < count.len() && !matches!(number, "一" | "1")
}

/// Joins numbers and their measures into one token of class [`Class::Quantity`].
pub(super) fn join(text: &str, mut cut: Vec<Token>) -> Vec<Token> {
    // What is joined is written over what has been read.
    let mut joined = 0;
    let mut index = 0;
    while index < cut.len() {
        let end = quantity_end(text, &cut, index);
        if end > index {
            let span = Span::new(cut[index].span.start, cut[end - 1].span.end);
            cut[joined] = Token { span, class: Class::Quantity };
            index = end;
        } else {
            cut[joined] = cut[index];
            index += 1;
        }
        joined += 1;
    }
    cut.truncate(joined);
    cut
}

/// One past the last token of the quantity that starts at `index`; `index` when none does.
fn quantity_end(text: &str, cut: &[Token], index: usize) -> usize {
    let first = cut[index].span.of(text).chars().next();
    if !first.is_some_and(|c| c.is_ascii_digit() || matches!(c, '.' | '半' | '多' | '余') || is_numeral(c)) {
        return index;
    }
    let mut end = index;
    let mut arabic = false;
    while let Some(token) = cut.get(end) {
        let word = token.span.of(text);
        let digits = word.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
        let sep =
            end > index && matches!(word, "." | "-" | "—" | "至" | "万" | "亿" | "余" | "多" | "近" | "几" | "数");
        let chinese = !digits && word.chars().all(|c| is_numeral(c) || matches!(c, '半' | '多' | '余'));
        if !(digits || sep || chinese) {
            break;
        }
        arabic |= digits;
        end += 1;
    }
    if end == index {
        return compact(text, cut, index);
    }
    if let Some(end) = date_end(text, cut, index) {
        return end;
    }
    // “第3”, “首2”: an ordinal is part of the name
    if index > 0 && cut[index - 1].span.of(text) == "第" {
        return index;
    }
    let measure = cut.get(end).map(|token| token.span.of(text));
    match measure {
        // 6期 and 7县 count; 二期 is a phase and part of a name
        Some("期" | "县" | "乡" | "镇" | "县区") if arabic => end + 1,
        // 20余个, which the segmenter cuts 20|余个
        Some(word) if word.strip_prefix(['余', '多']).is_some_and(|rest| MEASURES.contains(&rest)) => end + 1,
        Some(word) if MEASURES.contains(&word) => {
            let more = cut.get(end + 1).map(|token| token.span.of(text));
            if more.is_some_and(|word| matches!(word, "元" | "以上" | "左右" | "余" | "多")) {
                end + 2
            } else {
                end + 1
            }
        }
        _ if arabic && text[..cut[end - 1].span.end].ends_with(['万', '亿']) => end,
        _ => index,
    }
}

/// One past the last token of a date that begins at `index` with a figure and has a month in
/// it: 2017年4月1日, 7月2日. A year alone is part of names (2017年中国淘宝村).
fn date_end(text: &str, cut: &[Token], index: usize) -> Option<usize> {
    let word = |at: usize| cut.get(at).map_or("", |token| token.span.of(text));
    let figure = |at: usize| !word(at).is_empty() && word(at).bytes().all(|byte| byte.is_ascii_digit());
    let unit = |at: usize, unit: &str| figure(at) && word(at + 1) == unit;
    let month = if unit(index, "年") { index + 2 } else { index };
    if !unit(month, "月") {
        return None;
    }
    Some(if unit(month + 2, "日") { month + 4 } else { month + 2 })
}

fn is_numeral(c: char) -> bool {
    numerals::is_numeral(c) || matches!(c, '几' | '数')
}

/// A number and its measure that the segmenter keeps as one word (三个, 万平方米).
fn compact(text: &str, cut: &[Token], index: usize) -> usize {
    let word = cut[index].span.of(text);
    let number = word.find(|c: char| !(is_numeral(c) || matches!(c, '多' | '0'..='9' | '.')));
    match number {
        // 亿元村 counts nothing
        Some(at) if at > 0 && !word.starts_with(['万', '亿']) && MEASURES.contains(&&word[at..]) => index + 1,
        _ => index,
    }
}
