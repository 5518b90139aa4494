//! Honors, by the cue before them: 入选国家园林县, 争创全国文明城市.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::context::{Context, mention};
use super::hits::List;
use super::tokens::{Class, Token};
use super::{heads, holders};
use crate::lexicon::matcher::{Matcher, matcher};
use crate::lexicon::table;
use crate::model::{Mention, Span};
use crate::ontology::Kind;

#[derive(Deserialize)]
struct Table {
    cues: Vec<String>,
    plans: Vec<String>,
    words: Vec<String>,
    ends: Vec<String>,
    opens: Vec<String>,
    strip: Vec<String>,
    avoid: Vec<String>,
    holders: BTreeMap<String, Vec<String>>,
}

struct Awards {
    table: Table,
    cues: Matcher,
}

static AWARDS: LazyLock<Awards> = LazyLock::new(|| {
    let mut table: Table = table::read("src/extract/data/awards.toml", include_str!("data/awards.toml"));
    let mut patterns: Vec<(String, u32)> = table.cues.iter().map(|cue| (cue.clone(), 0)).collect();
    patterns.extend(table.plans.iter().map(|cue| (cue.clone(), 1)));
    let cues = matcher("src/extract/data/awards.toml", patterns);
    table.strip.sort_by_key(|word| std::cmp::Reverse(word.len()));
    Awards { table, cues }
});

/// Fewest and most characters of an honor.
const LENGTH: std::ops::RangeInclusive<usize> = 5..=36;

/// Words that tell who gives an honor.
const SCOPES: &[&str] = &["国家级", "省级", "市级", "国家", "全国", "全省"];

/// Cues after which whatever stands in quotes is an honor.
const GIVING: &[&str] = &["获评为", "蝉联", "被评为", "评为", "被授予", "授予", "荣获", "获评", "被命名为", "命名为"];

/// The cues of honors: 0 held, 1 sought.
pub(super) fn cues() -> &'static Matcher {
    &AWARDS.cues
}

/// Cues of which the object is an honor, whatever its words.
const STRONG: &[&str] =
    &["入选", "成功入选", "获选", "入围", "获评", "获评为", "荣获", "荣膺", "上榜", "被评为", "蝉联", "跻身"];

/// Finds honors.
pub(super) fn find(context: &Context<'_>, mentions: &mut Vec<Mention>) {
    for (hit, tokens) in context.hits(List::Awards) {
        let start = hit.span.end;
        let Ok(first) = tokens.binary_search_by_key(&start, |token| token.span.start) else { continue };
        let Some(end) = object_end(context, tokens, first) else { continue };
        let rule = if hit.value == 0 { "awards.held" } else { "awards.sought" };
        let cue = tokens.partition_point(|token| token.span.start < hit.span.start);
        let word = hit.span.of(context.text);
        let known = mentions.len();
        let mut scope = "";
        for span in members(context, Span::new(start, end)) {
            let words = span.of(context.text);
            let own = SCOPES.iter().find(|scope| words.starts_with(**scope)).copied();
            // 创建省级卫生城市、文明城市: the scope of the first holds for the rest
            let shared = format!("{scope}{words}");
            if own.is_none() && !scope.is_empty() && words.chars().count() <= 8 && !is_honor(words) && is_honor(&shared)
            {
                let mut found = mention(span, Kind::Honor, rule, 0.75);
                found.name = Some(shared);
                mentions.push(found);
                continue;
            }
            scope = own.unwrap_or(scope);
            let given = GIVING.contains(&word) && is_quoted(context.text, span);
            // 入选全球十大最佳旅行城市: who gives it opens it, and the cue leaves no doubt
            let scoped =
                STRONG.contains(&word) && is_opened(span.of(context.text)) && !acts(context.text, tokens, span);
            if given
                || scoped
                || is_honor(span.of(context.text))
                    && (is_scoped(span.of(context.text)) || !acts(context.text, tokens, span))
            {
                mentions.push(mention(span, Kind::Honor, rule, 0.8));
            }
        }
        if let Some(honor) = mentions.get(known).map(|honor| honor.span) {
            holders::find(context, tokens, cue, honor.of(context.text), mentions);
        }
    }
}

/// Whether a name begins as honors do (全省构建…机制试点单位): verbs inside are its own.
fn is_scoped(name: &str) -> bool {
    // 河北省国土绿化突出贡献单位
    let province = name.chars().take(4).any(|c| c == '省' || c == '市');
    let opened = AWARDS.table.opens.iter().any(|open| name.starts_with(open.as_str()));
    (opened || province) && !name.contains('的')
}

/// Whether a verb governs inside `span`: 获部委批复建设… is no honor.
fn acts(text: &str, tokens: &[Token], span: Span) -> bool {
    let inside = tokens.iter().filter(|token| span.contains(token.span));
    let mut depth = 0usize;
    for token in inside {
        match token.class {
            Class::Open => depth += 1,
            Class::Close => depth = depth.saturating_sub(1),
            Class::Strict | Class::Govern if depth == 0 => return true,
            Class::Function if depth == 0 && token.span.of(text) == "的" => return true,
            _ => {}
        }
    }
    false
}

/// Where the object that begins with token `first` ends: at the clause's end, 等, or a
/// quantity.
fn object_end(context: &Context<'_>, tokens: &[Token], first: usize) -> Option<usize> {
    let mut depth = 0usize;
    let mut end = tokens[first].span.start;
    for token in &tokens[first..] {
        let word = context.word(token);
        match token.class {
            Class::Open => depth += 1,
            Class::Close => depth = depth.saturating_sub(1),
            Class::Stop => break,
            Class::Function
                if depth == 0
                    && matches!(word, "等" | "是" | "为" | "在" | "被" | "并" | "以" | "其中" | "对" | "后") =>
            {
                break;
            }
            // 全省唯一一家首批国家级产业园
            // a class with a count (省级美丽乡村11个) is no award of one holder
            Class::Quantity if depth == 0 && !word.starts_with('一') => return None,
            _ => {}
        }
        end = token.span.end;
    }
    Some(end)
}

/// The kind of thing that holds an honor of this name, where the name tells: a village holds
/// 全国文明村.
pub(super) fn holder(honor: &str) -> Option<Kind> {
    let ends = |ends: &[String]| ends.iter().filter(|end| honor.ends_with(end.as_str())).map(String::len).max();
    let known = AWARDS.table.holders.iter().filter_map(|(kind, list)| Some((ends(list)?, kind)));
    known.max_by_key(|(length, _)| *length).and_then(|(_, kind)| kind.parse().ok())
}

/// Cuts an object into honors and takes off what is not theirs.
fn members(context: &Context<'_>, object: Span) -> Vec<Span> {
    let words = object.of(context.text);
    let mut spans = Vec::new();
    // “国家园林县”“全国文明县”: quotes that touch
    if let Some(at) = words.find("”“") {
        let middle = object.start + at + '”'.len_utf8();
        let mut all = members(context, Span::new(object.start, middle));
        all.extend(members(context, Span::new(middle, object.end)));
        return all;
    }
    let mut start = 0;
    let mut depth = 0usize;
    for (at, c) in words.char_indices() {
        match c {
            '“' | '（' | '‘' => depth += 1,
            '”' | '）' | '’' => depth = depth.saturating_sub(1),
            '、' | '和' | '及' | '与' if depth == 0 => {
                let (left, right) = (&words[start..at], &words[at + c.len_utf8()..]);
                let ended = AWARDS.table.ends.iter().any(|end| left.ends_with(end.as_str()));
                let opened = AWARDS.table.opens.iter().any(|open| right.starts_with(open.as_str()));
                // 农产品优势区和蔬菜优势区: both end alike
                let alike = left.char_indices().rev().nth(1).is_some_and(|(at, _)| right.contains(&left[at..]));
                // 省级园林城和卫生城: both end as honors do, with the same word
                let twins = left.chars().last() == right.chars().last()
                    && AWARDS.table.ends.iter().any(|end| right.ends_with(end.as_str()));
                if ended && (opened || alike || twins || c == '、') {
                    spans.push((start, at));
                    start = at + c.len_utf8();
                }
            }
            _ => {}
        }
    }
    spans.push((start, words.len()));
    spans.into_iter().map(|(from, to)| trim(context, Span::new(object.start + from, object.start + to))).collect()
}

fn trim(context: &Context<'_>, span: Span) -> Span {
    let words = span.of(context.text);
    // 全市唯一的“全国文明城区”: the quotes say where the honor begins
    let closed = words.trim_end();
    if closed.ends_with('”')
        && let Some(open) = closed.rfind('“').filter(|open| *open > 0)
    {
        let inside = Span::new(span.start + open + '“'.len_utf8(), span.start + closed.len() - '”'.len_utf8());
        if is_honor(inside.of(context.text)) {
            return inside;
        }
    }
    let opened = words.trim_start_matches(['了', '为', ' ', '的']);
    // 争创药博园国家4A级旅游景区: who is to hold it stands between the cue and the honor
    let holder = ["国家", "全国", "省级", "中国"].iter().filter_map(|scope| opened.find(scope)).min();
    let opened = match holder.filter(|at| *at >= 6) {
        Some(at) if heads::group_of(&opened[..at]).is_some() && !opened[..at].contains(['“', '、']) => &opened[at..],
        _ => opened,
    };
    let mut closed = opened.trim_end();
    while let Some(shorter) = AWARDS.table.strip.iter().find_map(|word| closed.strip_suffix(word.as_str())) {
        if shorter.chars().count() < 3 {
            break;
        }
        closed = shorter;
    }
    let mut start = span.start + words.len() - opened.len();
    let mut end = start + closed.len();
    // “国家园林县” wholly in quotes: the marks are not part of the name
    if closed.starts_with('“') && closed.ends_with('”') && closed.matches('“').count() == 1 {
        start += '“'.len_utf8();
        end -= '”'.len_utf8();
    }
    Span::new(start, end.max(start))
}

/// Whether quotes enclose the whole of `span`, and it is of an honor's length.
fn is_quoted(text: &str, span: Span) -> bool {
    text[..span.start].ends_with('“')
        && text[span.end..].starts_with('”')
        && LENGTH.contains(&span.of(text).chars().count())
}

/// Whether a name opens with who gives an honor (全国, 联合国), and is as long as one.
fn is_opened(name: &str) -> bool {
    let table = &AWARDS.table;
    let opened = ["全球", "国家", "全国", "全省", "省级", "中国", "世界", "国际", "联合国", "亚洲", "年度", "省十"];
    opened.iter().any(|open| name.starts_with(open))
        && !table.avoid.iter().any(|word| name.starts_with(word.as_str()))
        && LENGTH.contains(&name.chars().count())
        && !name.contains('的')
}

fn is_honor(name: &str) -> bool {
    let table = &AWARDS.table;
    let named = table.words.iter().any(|word| name.contains(word.as_str()));
    let ended = table.ends.iter().any(|end| name.ends_with(end.as_str()));
    let avoided = table.avoid.iter().any(|word| name.starts_with(word.as_str()));
    LENGTH.contains(&name.chars().count()) && named && ended && !avoided
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::context::Context;

    fn honors(sentence: &str) -> Vec<String> {
        let outline = crate::outline::outline(sentence);
        let context = Context::new(sentence, &outline);
        let mut mentions = Vec::new();
        find(&context, &mut mentions);
        mentions.iter().map(|mention| mention.name(sentence).to_string()).collect()
    }

    #[test]
    fn honors_stand_after_their_cues() {
        assert_eq!(honors("石梁村入选国家森林乡村示范村。"), ["国家森林乡村示范村"]);
        assert_eq!(
            honors("柳湾镇被评为省级休闲农业和乡村旅游示范镇和全国文明镇。"),
            ["省级休闲农业和乡村旅游示范镇", "全国文明镇"]
        );
        assert_eq!(honors("争创国家卫生县城。"), ["国家卫生县城"]);
        assert_eq!(honors("我县荣获“全国双拥模范县”称号。"), ["全国双拥模范县"]);
        assert_eq!(honors("被评为“最美云湖休闲目的地”。"), ["最美云湖休闲目的地"]);
        assert_eq!(honors("入选全球最受欢迎休闲地。"), ["全球最受欢迎休闲地"]);
        assert_eq!(honors("列入市级计划30个。"), Vec::<String>::new());
    }
}
