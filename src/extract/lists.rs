//! Lists that say what their members are: 茂林、启明、恒泽等7户企业.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;
use serde::Deserialize;

use super::context::{Context, mention, opening};
use super::counted;
use super::generic;
use super::heads::{self, HEADS};
use super::tokens::{Class, Token};
use crate::lexicon::table;
use crate::model::{Mention, Span};
use crate::ontology::Kind;

#[derive(Deserialize)]
struct Table {
    nouns: BTreeMap<String, Vec<String>>,
}

/// The kind of each noun; of two that a noun is listed under, the first.
static NOUNS: LazyLock<FxHashMap<String, Kind>> = LazyLock::new(|| {
    let table: Table = table::read("src/extract/data/lists.toml", include_str!("data/lists.toml"));
    let mut nouns = FxHashMap::default();
    for (kind, words) in table.nouns {
        let kind: Kind = kind.parse().unwrap_or_else(|error| panic!("src/extract/data/lists.toml: {error}"));
        for word in words {
            nouns.entry(word).or_insert(kind);
        }
    }
    nouns
});

/// Finds the members of closed lists.
pub(super) fn find(context: &Context<'_>, mentions: &mut Vec<Mention>) {
    for tokens in &context.sentences {
        for (close, token) in tokens.iter().enumerate().skip(1) {
            if context.word(token) != "等" {
                continue;
            }
            let Some((kind, fields)) = closing(context, tokens, close + 1) else { continue };
            let items = members(context, tokens, close);
            // 涉海安全、户外运动、道路交通等领域: fields of work; sectors stand beside a known one
            if fields && !items.iter().any(|item| is_sector(context, item, mentions)) {
                continue;
            }
            // 柳湾、石梁等水库除险加固工程
            let noun = tokens.get(phrase(tokens, close + 1)).map(|token| token.span.start);
            let work = noun.and_then(|noun| work(context, tokens, noun));
            let shared = work.or_else(|| noun.and_then(|noun| counted::shared(context, tokens, noun)));
            let certain = kind == Kind::Project && items.iter().any(|item| item.proper);
            for mut item in items {
                // 万家花园 beside 森林半岛: an estate by common words
                item.proper |= certain && ESTATES.iter().any(|end| item.span.of(context.text).ends_with(end));
                push(context, item, kind, shared, mentions);
            }
        }
    }
}

/// Last words of estates, whose names are often common words.
const ESTATES: &[&str] = &["小区", "花园", "家园", "新苑", "公馆", "华府", "名城", "新城", "大厦"];

/// The first token of the phrase after 等 that is no count and no adjective.
fn phrase(tokens: &[Token], from: usize) -> usize {
    let passed = |token: &Token| matches!(token.class, Class::Quantity | Class::Trim | Class::Function);
    from + tokens.iter().skip(from).take_while(|token| passed(token)).count()
}

/// The work at byte `noun` that every member of the list before it undergoes: 水库除险加固工程.
fn work<'a>(context: &Context<'a>, tokens: &[Token], noun: usize) -> Option<&'a str> {
    counted::shared(context, tokens, noun)?;
    let first = tokens.binary_search_by_key(&noun, |token| token.span.start).ok()?;
    let inside = |token: &Token| matches!(token.class, Class::Common | Class::Verb | Class::Proper | Class::Weak);
    let count = tokens[first..].iter().take_while(|token| inside(token)).count();
    let last = (first..first + count).rev().find(|at| matches!(context.word(&tokens[*at]), "工程" | "项目"))?;
    (last > first).then(|| Span::new(noun, tokens[last].span.end).of(context.text))
}

/// Whether an item is a sector by its name alone.
fn is_sector(context: &Context<'_>, item: &Item, mentions: &[Mention]) -> bool {
    let sector = |mention: &Mention| mention.kind == Kind::Industry && mention.span == item.span;
    heads::group_of(item.span.of(context.text)).is_some_and(|group| group.kind() == Kind::Industry)
        || mentions.iter().any(sector)
}

/// The kind of thing that the noun after 等 names, and whether it is a field of work (等领域):
/// the last noun of the phrase decides (等多个产业合作项目).
pub(super) fn closing(context: &Context<'_>, tokens: &[Token], from: usize) -> Option<(Kind, bool)> {
    let noun = |token: &Token| NOUNS.get(context.word(token)).copied();
    let ending = |token: &Token| {
        let word = context.word(token);
        let mut endings = word.char_indices().filter(|_| word.len() >= 9).map(|(at, _)| &word[at..]);
        endings.find_map(|ending| NOUNS.get(ending)).copied().filter(|kind| *kind != Kind::Region)
    };
    let mut found = None;
    for (index, token) in tokens.iter().enumerate().skip(from).take(8) {
        match token.class {
            // 等一批重点项目
            Class::Function if matches!(context.word(token), "一批" | "一系列" | "系列" | "各类" | "一大批") =>
            {
                continue;
            }
            Class::Quantity
            | Class::Common
            | Class::Verb
            | Class::Proper
            | Class::Trim
            | Class::Weak
            | Class::Adverb => {}
            // 产业合作项目: a verb inside the phrase, right before its noun; 项目纳入国家 is a clause
            Class::Strict
                if tokens
                    .get(index + 1)
                    .and_then(noun)
                    .is_some_and(|next| found.is_none() || next == Kind::Project) =>
            {
                continue;
            }
            _ => break,
        }
        if found.is_some() && token.class == Class::Weak {
            // 等工业区改造: what is rebuilt is a work
            if found == Some(Kind::Site) && matches!(context.word(token), "改造" | "更新" | "拆迁" | "重建") {
                found = Some(Kind::Project);
            }
            break;
        }
        // 等领域优质企业: what precedes are fields, not firms
        if context.word(token) == "领域" {
            return Some((Kind::Industry, true));
        }
        if matches!(context.word(token), "主体" | "配套" | "主体工程") {
            return None;
        }
        // 等现代服务业
        let sector = || {
            let group = heads::group_of(context.word(token)).filter(|group| group.kind() == Kind::Industry);
            let named = HEADS.groups.iter().any(|group| {
                group.kind() == Kind::Industry && group.words.iter().any(|word| word == context.word(token))
            });
            (group.is_some() || named).then_some(Kind::Industry).filter(|_| context.word(token).ends_with('业'))
        };
        let own = noun(token).or_else(|| ending(token)).or_else(sector);
        // 等城市靓丽风景线: the places only describe what follows
        let described = found == Some(Kind::Region) && token.class != Class::Quantity;
        found = own.or(found.filter(|_| !described));
    }
    found.map(|kind| (kind, false))
}

/// Most members of a list: what is longer is no list of names.
const MOST_MEMBERS: usize = 40;

/// A member of a list, with the tokens that make it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Item {
    /// Where it stands.
    pub span: Span,
    /// Whether one of its words is not of the common vocabulary.
    pub proper: bool,
}

/// The members of the list that ends before token `close`, first to last.
pub(super) fn members(context: &Context<'_>, tokens: &[Token], close: usize) -> Vec<Item> {
    let mut items = Vec::new();
    let (mut from, mut to) = (close, close);
    let listed = tokens[..close]
        .iter()
        .rev()
        .take_while(|token| token.class != Class::Stop)
        .any(|token| token.class == Class::List);
    while from > 0 && items.len() < MOST_MEMBERS {
        match tokens[from - 1].class {
            Class::Close => match opening(context, tokens, from - 1) {
                // “百企联千村”“伙伴银行”: quotes that touch are two members
                Some(open) if from < to && tokens[from].class == Class::Open => {
                    items.extend(item(tokens, from, to, false));
                    to = from;
                    from = open;
                }
                Some(open) => from = open,
                None => break,
            },
            // 网络与通信、智能终端等产业: 与 joins words inside a member
            Class::And if context.word(&tokens[from - 1]) == "与" => {
                if !listed || from < 2 || !joins(tokens[from - 2].class) {
                    break;
                }
                from -= 1;
            }
            Class::List | Class::And => {
                items.extend(item(tokens, from, to, false));
                to = from - 1;
                from = to;
            }
            Class::Common | Class::Verb | Class::Proper | Class::Trim | Class::Weak => from -= 1,
            _ => break,
        }
    }
    items.extend(item(tokens, from, to, true));
    items.reverse();
    items
}

/// Whether 与 after a word of this class joins it to the next inside one member.
fn joins(class: Class) -> bool {
    matches!(class, Class::Common | Class::Verb | Class::Proper)
}

fn item(tokens: &[Token], from: usize, to: usize, leftmost: bool) -> Option<Item> {
    let mut from = from;
    // the verb or adjective that governs the list stands before its first member
    while from < to
        && (tokens[from].class == Class::Trim || leftmost && matches!(tokens[from].class, Class::Weak | Class::Verb))
    {
        from += 1;
    }
    if from >= to {
        return None;
    }
    let span = Span::new(tokens[from].span.start, tokens[to - 1].span.end);
    let proper = tokens[from..to].iter().any(|token| matches!(token.class, Class::Proper | Class::Close));
    Some(Item { span, proper })
}

/// Longest member, in characters.
const LONGEST: usize = 26;

fn push(context: &Context<'_>, item: Item, kind: Kind, shared: Option<&str>, mentions: &mut Vec<Mention>) {
    let words = item.span.of(context.text);
    let letters = words.chars().count();
    if !(2..=LONGEST).contains(&letters) {
        return;
    }
    if let Some(noun) = shared
        && item.proper
        && heads::group_of(words).is_none()
        && let Some(group) = heads::group_of(&format!("{words}{noun}"))
    {
        let found = mention(item.span, group.kind(), "lists.shared", 0.9);
        mentions.push(Mention { name: Some(format!("{words}{noun}")), ..found });
        return;
    }
    let joined = words.contains('与') && kind != Kind::Industry && kind != Kind::Program;
    let own = heads::group_of(words).map(|group| group.kind());
    let accepted = match kind {
        Kind::Enterprise | Kind::Town | Kind::Region => item.proper,
        Kind::Project | Kind::Site => {
            item.proper || own.is_some() && letters >= 6 && !words.ends_with(['目', '程', '造', '设'])
        }
        Kind::Industry => letters <= 12 && (own == Some(Kind::Industry) || !item.proper || letters <= 4),
        Kind::Program => letters >= 4 && (own == Some(Kind::Program) || words.contains('“')),
        Kind::Event => {
            letters >= 4 && (own == Some(kind) || words.contains('“') || words.ends_with(['会', '赛', '展']))
                || letters >= 3 && words.ends_with('节')
        }
        Kind::Honor => letters >= 4 && (item.proper || own == Some(kind)),
        Kind::Product => item.proper,
        _ => false,
    };
    if !accepted || joined || generic::is_generic(words, words, kind, item.proper) {
        return;
    }
    // “一码游”等平台: what goes by a quoted name online is a product
    let digital = ["大模型", "智能体", "APP", "小程序"].iter().any(|end| words.ends_with(end));
    if kind == Kind::Site && (digital || words.starts_with('“') && own.is_none()) {
        mentions.push(mention(item.span, Kind::Product, "lists.product", 0.75));
        return;
    }
    // a firm in a list of projects stays a firm, a school among groups a school
    let kind = match (kind, own) {
        // 柳湾路、文化街等道路项目: streets that are works
        (Kind::Project, Some(Kind::Site)) if heads::group_of(words).is_some_and(|group| group.id == "site.street") => {
            kind
        }
        (Kind::Project, Some(Kind::Enterprise | Kind::Site | Kind::Town | Kind::Organization)) => own.unwrap_or(kind),
        (Kind::Site, Some(Kind::Organization)) => Kind::Organization,
        // 柳湾街、文化街等街道
        (Kind::Town, Some(Kind::Site)) => Kind::Site,
        (Kind::Region, Some(Kind::Project | Kind::Site | Kind::Town | Kind::Enterprise)) => own.unwrap_or(kind),
        (Kind::Enterprise, Some(Kind::Project | Kind::Site | Kind::Organization)) => own.unwrap_or(kind),
        _ => kind,
    };
    mentions.push(mention(item.span, kind, format!("lists.{kind}"), if kind == Kind::Enterprise { 0.88 } else { 0.8 }));
}
