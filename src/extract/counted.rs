//! Lists that a count closes: 柳湾、石梁、青石三大商圈, 三谷（天谷、智谷、创谷）.

use super::context::{Context, mention, opening};
use super::generic;
use super::heads;
use super::lists::{Item, closing, members};
use super::tokens::Token;
use crate::lexicon::numerals;
use crate::model::Mention;
use crate::ontology::Kind;

/// Measures between a count and what is counted.
const MEASURES: &[char] = &['大', '个', '条', '座', '家', '所', '项', '处', '户', '名', '对', '支', '只'];

/// Nouns that every member of a list shares: 柳湾、石梁两大水库 are 柳湾水库 and 石梁水库.
const SHARED: &[&str] = &[
    "高速公路", "高速", "公路", "铁路", "高铁", "城际", "城际铁路", "口岸", "商圈", "电厂", "热电厂", "水库", "灌区",
    "滞洪区", "大桥", "隧道", "片区", "港区", "机场", "码头", "变电站", "水厂", "污水处理厂", "水质净化厂", "泵站",
    "客运站", "变电站", "净水厂", "垃圾焚烧厂", "敬老院", "通道", "枢纽", "组团", "新城", "风电场", "电站", "湿地",
    "林场",
];

/// Finds members of lists that are as many as a count behind or before them says.
pub(super) fn find(context: &Context<'_>, mentions: &mut Vec<Mention>) {
    for tokens in &context.sentences {
        for at in 1..tokens.len() {
            if let Some((count, noun)) = count(context, tokens, at) {
                let items = members(context, tokens, at);
                if items.len() == count && count > 1 {
                    push(context, tokens, &items, noun, mentions);
                }
            }
            if context.word(&tokens[at]) == "）" {
                bracketed(context, tokens, at, mentions);
            }
        }
    }
}

/// The count that begins with token `at`, and the byte at which what it counts begins.
fn count(context: &Context<'_>, tokens: &[Token], at: usize) -> Option<(usize, usize)> {
    let rest = &context.text[tokens[at].span.start..tokens[tokens.len() - 1].span.end];
    let (count, length) = number(rest)?;
    let measure = rest[length..].chars().next().filter(|c| MEASURES.contains(c))?;
    Some((count, tokens[at].span.start + length + measure.len_utf8()))
}

/// The number from 2 to 99 that opens `text`, and its bytes.
fn number(text: &str) -> Option<(usize, usize)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if (1..=2).contains(&digits) {
        return Some((text[..digits].parse().ok()?, digits));
    }
    let first = text.chars().next()?;
    let value = if first == '十' { 10 } else { numerals::digit(first)? };
    (value > 1).then_some((value as usize, first.len_utf8()))
}

/// Most tokens between a count and the noun that says what is counted.
const NEAR: usize = 3;

/// Names the members of a list by what the noun at byte `noun` says of them.
fn push(context: &Context<'_>, tokens: &[Token], items: &[Item], noun: usize, mentions: &mut Vec<Mention>) {
    let shared = shared(context, tokens, noun);
    let next = tokens.partition_point(|token| token.span.start < noun);
    let near = &tokens[..(next + NEAR).min(tokens.len())];
    // a class of goods or a sector says nothing of a name
    let listed = closing(context, near, next).map(|(kind, _)| kind);
    let listed = listed
        .filter(|kind| matches!(kind, Kind::Enterprise | Kind::Town | Kind::Project | Kind::Site | Kind::Industry));
    for item in items {
        let words = item.span.of(context.text);
        let own = heads::group_of(words);
        let whole = shared.map(|noun| format!("{words}{noun}"));
        match (own, whole) {
            (None, Some(whole)) => {
                let Some(group) = heads::group_of(&whole) else { continue };
                if item.proper && (2..=12).contains(&words.chars().count()) {
                    let found = mention(item.span, group.kind(), "counted.shared", 0.9);
                    mentions.push(Mention { name: Some(whole), ..found });
                }
            }
            (own, _) => {
                let kind = own.map(|group| group.kind()).or(listed);
                let Some(kind) = kind.filter(|_| item.proper || own.is_some()) else { continue };
                let letters = words.chars().count();
                if (2..=16).contains(&letters) && !generic::is_generic(words, words, kind, item.proper) {
                    mentions.push(mention(item.span, kind, "counted.list", 0.75));
                }
            }
        }
    }
}

/// The noun that members share, when the words at byte `noun` open with one.
pub(super) fn shared(context: &Context<'_>, tokens: &[Token], noun: usize) -> Option<&'static str> {
    let rest = context.text.get(noun..tokens.last()?.span.end)?;
    let longest = SHARED.iter().filter(|word| rest.starts_with(**word)).max_by_key(|word| word.len())?;
    tokens.binary_search_by_key(&(noun + longest.len()), |token| token.span.end).ok().map(|_| *longest)
}

/// `三谷（天谷、智谷、创谷）`: the list in brackets behind its count.
fn bracketed(context: &Context<'_>, tokens: &[Token], close: usize, mentions: &mut Vec<Mention>) {
    let Some(open) = opening(context, tokens, close).filter(|open| *open > 0) else { return };
    let items = members(context, tokens, close);
    let inside = items.first().is_some_and(|item| item.span.start == tokens[open].span.end);
    let before = &context.text[tokens[0].span.start..tokens[open].span.start];
    let counted = before.char_indices().rev().take(6).any(|(at, _)| {
        // the number stands by itself: 三谷, not 第三谷
        let alone = !before[..at].ends_with(|c: char| c.is_ascii_digit() || "第十".contains(c));
        alone && number(&before[at..]).is_some_and(|(count, _)| count == items.len())
    });
    if !inside || !counted || items.len() < 2 {
        return;
    }
    let listed = closing(context, tokens, open.saturating_sub(1)).map(|(kind, _)| kind);
    // 天谷、智谷: what one is, the other is
    let twin = items.iter().find_map(|item| heads::group_of(item.span.of(context.text))).map(|group| group.kind());
    for item in &items {
        let words = item.span.of(context.text);
        let kind = heads::group_of(words).map(|group| group.kind()).or(listed.or(twin).filter(|_| item.proper));
        let Some(kind) = kind else { continue };
        if (2..=16).contains(&words.chars().count()) && !generic::is_generic(words, words, kind, item.proper) {
            mentions.push(mention(item.span, kind, "counted.bracket", 0.7));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<String> {
        let outline = crate::outline::outline(text);
        let context = Context::new(text, &outline);
        let mut mentions = Vec::new();
        find(&context, &mut mentions);
        mentions.iter().map(|mention| mention.name(text).to_string()).collect()
    }

    #[test]
    fn a_list_as_long_as_its_count_is_named() {
        assert_eq!(found("提升柳湾、石梁、青坞三大商圈。"), ["柳湾商圈", "石梁商圈", "青坞商圈"]);
        assert_eq!(found("建成柳湾、青坞两大电厂。"), ["柳湾电厂", "青坞电厂"]);
        assert_eq!(found("加快柳湾至石梁、青坞至云溪2条高速公路建设。"), ["柳湾至石梁高速公路", "青坞至云溪高速公路"]);
        assert_eq!(found("提升柳湾、石梁等三大商圈。"), Vec::<String>::new());
    }
}
