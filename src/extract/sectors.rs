//! Sectors by the verb before them: 大力发展山地户外运动、磷化工.

use super::context::{Context, mention};
use super::generic;
use super::heads;
use super::lists::members;
use super::tokens::{Class, Token};
use crate::model::Mention;
use crate::ontology::Kind;

/// Verbs whose object is a sector. 发展 alone is not among them: 高质量发展第一要务.
const VERBS: &[&str] = &[
    "大力发展", "积极发展", "加快发展", "重点发展", "着力发展", "突出发展", "优先发展", "鼓励发展", "培育发展",
    "培育壮大",
];

/// Last words of sectors that are named by what they do or make.
const ENDS: &[&str] = &[
    "旅游", "运动", "金融", "租赁", "联运", "物流", "制造", "加工", "化工", "会展", "电商", "商贸", "研学", "康养",
    "旅居", "演艺", "动漫", "储能", "氢能", "光伏", "风电", "医药", "器械", "材料", "软件", "电子", "种业", "林果",
    "畜牧", "食品", "纺织", "服装", "家具", "建材", "钢铁", "装备", "芯片", "机器人", "民宿", "餐饮", "家政",
    "养老服务", "电力", "养殖", "种植",
];

/// Finds sectors that a verb of developing governs, up to the end of the clause.
pub(super) fn find(context: &Context<'_>, mentions: &mut Vec<Mention>) {
    for tokens in &context.sentences {
        for (verb, token) in tokens.iter().enumerate() {
            if !VERBS.contains(&context.word(token)) {
                continue;
            }
            let inside = |token: &Token| {
                matches!(token.class, Class::Common | Class::Verb | Class::Proper | Class::List | Class::And)
            };
            let close = verb + 1 + tokens[verb + 1..].iter().take_while(|token| inside(token)).count();
            if tokens.get(close).is_some_and(|token| token.class != Class::Stop) {
                continue;
            }
            let items = members(context, tokens, close);
            if items.first().is_none_or(|item| item.span.start != token.span.end) {
                continue;
            }
            for item in items {
                let words = item.span.of(context.text);
                let named = (3..=8).contains(&words.chars().count())
                    && ENDS.iter().any(|end| words.ends_with(end))
                    && heads::group_of(words).is_none()
                    && !generic::is_generic(words, words, Kind::Industry, false);
                if named {
                    mentions.push(mention(item.span, Kind::Industry, "sectors.developed", 0.6));
                }
            }
        }
    }
}
