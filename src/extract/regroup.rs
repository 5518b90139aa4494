//! Words of a sentence left out or put together before names are read in it.

use super::tokens::{Class, Token};
use crate::model::Span;

/// Leaves out the marks of footnotes inside a sentence, `“三深化”[6]活动`: they are no part
/// of a name and part none.
pub(super) fn without_notes(text: &str, tokens: Vec<Token>) -> Vec<Token> {
    if tokens.iter().skip(1).all(|token| note(&text[token.span.start..]).is_none()) {
        return tokens;
    }
    let mut kept: Vec<Token> = Vec::with_capacity(tokens.len());
    let mut at = 0;
    while at < tokens.len() {
        let rest = &text[tokens[at].span.start..tokens[tokens.len() - 1].span.end];
        match note(rest).filter(|_| !kept.is_empty()) {
            Some(length) => {
                let end = tokens[at].span.start + length;
                at = tokens.partition_point(|token| token.span.start < end).max(at + 1);
            }
            None => {
                kept.push(tokens[at]);
                at += 1;
            }
        }
    }
    kept
}

/// Bytes of the mark of a footnote that opens `text`: `[6]`, `〔12〕`, `③`.
pub(super) fn note(text: &str) -> Option<usize> {
    let first = text.chars().next()?;
    if ('①'..='⑳').contains(&first) {
        return Some(first.len_utf8());
    }
    let close = match first {
        '[' => ']',
        '［' => '］',
        '〔' => '〕',
        '【' => '】',
        _ => return None,
    };
    let inside = &text[first.len_utf8()..];
    let digits = inside.bytes().take_while(u8::is_ascii_digit).count();
    ((1..=2).contains(&digits) && inside[digits..].starts_with(close))
        .then_some(first.len_utf8() + digits + close.len_utf8())
}

/// Words that name a way between two places.
const WAYS: &[&str] =
    &["高速", "公路", "铁路", "高铁", "城际", "快速", "大道", "道路", "段", "线", "路", "航线", "通道"];

/// Most words of a place at one end of a way.
const END: usize = 3;

/// Joins the ends of a way into one word: 云溪至青岚 in 云溪至青岚高速公路.
pub(super) fn routes(text: &str, tokens: Vec<Token>) -> Vec<Token> {
    if tokens.iter().all(|token| token.span.of(text) != "至") {
        return tokens;
    }
    let way = |token: &Token| WAYS.iter().any(|way| token.span.of(text).starts_with(way));
    let place = |token: &Token| {
        token.class == Class::Proper && !way(token) && token.span.of(text).chars().all(|c| c >= '\u{4e00}')
    };
    // 云溪至青岚、青岚至柳湾2条高速公路: the way follows the list
    let leads = |from: usize| tokens[from..].iter().take(10).take_while(|token| token.class != Class::Stop).any(way);
    let ends = |at: usize| {
        let before = tokens[..at].iter().rev().take(END).take_while(|token| place(token)).count();
        let after = tokens[at + 1..].iter().take(END).take_while(|token| place(token)).count();
        let span = (before > 0 && after > 0)
            .then(|| Span::new(tokens[at - before].span.start, tokens[at + after].span.end))?;
        let letters = |span: Span| (2..=6).contains(&span.of(text).chars().count());
        let long =
            letters(Span::new(span.start, tokens[at].span.start)) && letters(Span::new(tokens[at].span.end, span.end));
        (long && leads(at + after + 1)).then_some((before, after, span))
    };
    let mut joined: Vec<Token> = Vec::with_capacity(tokens.len());
    let mut at = 0;
    while at < tokens.len() {
        match (tokens[at].span.of(text) == "至").then(|| ends(at)).flatten() {
            Some((before, after, span)) => {
                joined.truncate(joined.len() - before);
                joined.push(Token { span, class: Class::Proper });
                at += after + 1;
            }
            None => {
                joined.push(tokens[at]);
                at += 1;
            }
        }
    }
    joined
}

/// A long dash parts what it stands between: 融资平台——青石建设公司.
pub(super) fn dash(text: &str, tokens: &mut [Token]) {
    for index in 1..tokens.len() {
        if tokens[index - 1..=index].iter().all(|token| token.span.of(text) == "—") {
            tokens[index - 1].class = Class::Stop;
            tokens[index].class = Class::Stop;
        }
    }
}
