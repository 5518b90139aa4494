//! What is built, by the verb before a list: 开工建设市体育中心、青石文化宫、博物馆.
//!
//! In such a list the bare words are names too: the region builds its one museum.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::context::{Context, mention};
use super::heads;
use super::lists::{Item, members};
use super::tokens::{Class, Token};
use crate::model::{Mention, Span};
use crate::ontology::Kind;

/// Verbs whose object is built, and whether it stands when they are done.
static VERBS: LazyLock<FxHashMap<&str, bool>> = LazyLock::new(|| {
    FxHashMap::from_iter([
        ("开工建设", false),
        ("动工建设", false),
        ("启动建设", false),
        ("加快建设", false),
        ("规划建设", false),
        ("谋划建设", false),
        ("新建", false),
        ("扩建", false),
        ("改扩建", false),
        ("新改扩建", false),
        ("续建", false),
        ("建设", false),
        ("启动", false),
        ("加快", false),
        ("推进", false),
        ("推动", false),
        ("加快推进", false),
        ("谋划", false),
        ("建成", true),
        ("建成了", true),
        ("完成", true),
        ("建成投用", true),
    ])
});

/// What a region has one of.
const ONLY: &[&str] = &[
    "博物馆", "图书馆", "文化馆", "群艺馆", "群众艺术馆", "美术馆", "科技馆", "科学馆", "档案馆", "规划馆", "展览馆",
    "规划展览馆", "体育馆", "体育场", "体育中心", "游泳馆", "全民健身中心", "福利院", "福利中心", "少年宫", "青少年宫",
    "青少年活动中心", "妇女儿童活动中心", "老干部活动中心", "工人文化宫", "大剧院", "剧院", "歌剧院", "音乐厅",
    "会展中心", "文化中心", "艺术中心", "殡仪馆", "烈士陵园", "救助站", "救助管理站", "人民医院", "中医院",
    "妇幼保健院", "疾控中心", "急救中心", "职教中心", "特殊教育学校", "特教学校", "党校", "广电中心", "传媒中心",
    "市民中心", "客运站", "汽车站", "火车站", "高铁站", "方志馆",
];

/// Finds the members of lists that a verb of building governs.
pub(super) fn find(context: &Context<'_>, mentions: &mut Vec<Mention>) {
    for tokens in &context.sentences {
        for (verb, token) in tokens.iter().enumerate() {
            let Some(done) = VERBS.get(context.word(token)) else { continue };
            let close = object_end(context, tokens, verb + 1);
            let items = members(context, tokens, close);
            let governed = items.first().is_some_and(|item| item.span.start == token.span.end);
            if items.len() < 2 || !governed || !items.iter().any(|item| is_definite(context, item)) {
                continue;
            }
            for item in &items {
                let words = item.span.of(context.text);
                let only =
                    ONLY.iter().any(|noun| words.strip_suffix(noun).is_some_and(|rest| rest.chars().count() <= 1));
                let own = heads::group_of(words).map_or(Kind::Site, |group| group.kind());
                if (only || !item.proper && is_definite(context, item)) && is_one(context, tokens, item) {
                    mentions.push(mention(item.span, if *done { own } else { Kind::Project }, "works.list", 0.6));
                }
            }
        }
    }
}

/// One past the last token of the object that begins with token `from`.
fn object_end(context: &Context<'_>, tokens: &[Token], from: usize) -> usize {
    let inside = |token: &Token| {
        matches!(
            token.class,
            Class::Common
                | Class::Verb
                | Class::Proper
                | Class::Trim
                | Class::List
                | Class::And
                | Class::Open
                | Class::Close
        ) && context.word(token) != "《"
    };
    from + tokens[from..].iter().take_while(|token| inside(token)).count()
}

/// Whether an item is one thing by its own words: 市体育中心, 青石文化宫.
fn is_definite(context: &Context<'_>, item: &Item) -> bool {
    let words = item.span.of(context.text);
    let class = ["市级", "县级", "区级", "市场", "区域"].iter().any(|word| words.starts_with(word));
    let known = heads::group_of(words).is_some_and(|group| matches!(group.kind(), Kind::Site | Kind::Project));
    known && (item.proper || words.starts_with(['市', '县', '区', '州']) && !class)
}

/// Whether an item is one thing and no class: no count, no plural, no village's hall.
fn is_one(context: &Context<'_>, tokens: &[Token], item: &Item) -> bool {
    const MANY: &[&str] =
        &["中小", "乡镇", "镇村", "村级", "农村", "社区", "一批", "各", "多", "基层", "标准化", "特色", "高标准"];
    let words = item.span.of(context.text);
    let counted = |token: &Token| token.class == Class::Quantity;
    let inside = tokens.iter().filter(|token| item.span.contains(token.span)).any(counted);
    let after = tokens.partition_point(|token| token.span.start < item.span.end);
    let behind = tokens.get(after).is_some_and(counted);
    let letters = Span::new(item.span.start, item.span.end).of(context.text).chars().count();
    !inside && !behind && (3..=20).contains(&letters) && !MANY.iter().any(|word| words.starts_with(word))
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
    fn bare_words_beside_names_are_names() {
        assert_eq!(found("开工建设市体育中心、博物馆、福利院。"), ["市体育中心", "博物馆", "福利院"]);
        assert_eq!(found("加快市广电中心和图书馆建设进度。"), ["市广电中心", "图书馆"]);
        assert_eq!(found("加快图书馆、文化馆建设。"), Vec::<String>::new());
        assert_eq!(found("新建市体育中心3个、博物馆2个。"), Vec::<String>::new());
    }
}
