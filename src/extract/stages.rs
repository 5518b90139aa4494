//! What is being built, by the words for stages of building: A、B等竣工投产.

use std::sync::LazyLock;

use serde::Deserialize;

use super::context::{Context, mention};
use super::generic;
use super::hits::List;
use super::lists::{Item, members};
use super::tokens::{Class, Token};
use super::{heads, quantities};
use crate::lexicon::matcher::{Matcher, matcher};
use crate::lexicon::table;
use crate::model::Mention;
use crate::ontology::Kind;

#[derive(Deserialize)]
pub(super) struct Table {
    subjects: Vec<String>,
    #[cfg_attr(not(test), expect(dead_code, reason = "read by the tests of the table"))]
    pub matches: Vec<String>,
    #[cfg_attr(not(test), expect(dead_code, reason = "read by the tests of the table"))]
    pub not_matches: Vec<String>,
}

pub(super) static TABLE: LazyLock<Table> =
    LazyLock::new(|| table::read("src/extract/data/stages.toml", include_str!("data/stages.toml")));

static CUES: LazyLock<Matcher> =
    LazyLock::new(|| matcher("src/extract/data/stages.toml", TABLE.subjects.iter().map(|word| (word, 0))));

/// The words for stages of building.
pub(super) fn cues() -> &'static Matcher {
    &CUES
}

/// Finds subjects of stages of building.
pub(super) fn find(context: &Context<'_>, mentions: &mut Vec<Mention>) {
    for (hit, tokens) in context.hits(List::Stages) {
        let cue = tokens.partition_point(|token| token.span.start < hit.span.start);
        if cue == 0 || cue >= tokens.len() {
            continue;
        }
        let Some(close) = subject_end(context, tokens, cue) else { continue };
        let list = members(context, tokens, close);
        if list.first().is_some_and(|item| quantities::counts_class(context, tokens, item.span)) {
            continue;
        }
        let many = list.len() > 1 || close < cue;
        for item in list {
            push(context, item, many, mentions);
        }
    }
}

/// One past the last token of the subject: adverbs, 等 and 等项目 before the cue left out.
fn subject_end(context: &Context<'_>, tokens: &[Token], cue: usize) -> Option<usize> {
    let mut end = cue;
    let passed = |token: &Token| {
        matches!(token.class, Class::Adverb | Class::Quantity)
            || matches!(context.word(token), "已" | "均" | "将" | "实现" | "正" | "全部")
    };
    while end > 0 && passed(&tokens[end - 1]) {
        end -= 1;
    }
    // A、B等一批项目: the list ends before 等
    let near = (end.saturating_sub(5)..end).rev().find(|at| context.word(&tokens[*at]) == "等");
    let end = near.unwrap_or(end);
    (end > 0).then_some(end)
}

fn push(context: &Context<'_>, item: Item, many: bool, mentions: &mut Vec<Mention>) {
    let words = item.span.of(context.text);
    let letters = words.chars().count();
    let own = heads::group_of(words).map(|group| group.kind());
    let built = matches!(own, Some(Kind::Project | Kind::Site | Kind::Enterprise | Kind::Town | Kind::Organization));
    let quoted = words.starts_with('“') && own.is_none();
    // 轨道交通2 in 轨道交通2、3号线
    let cut = words.ends_with(|c: char| c.is_ascii_digit());
    let accepted =
        !cut && !quoted && item.proper && (many && letters >= 3 || built) || !cut && !quoted && built && letters >= 6;
    let kind = own.filter(|_| built).unwrap_or(Kind::Project);
    if !(3..=26).contains(&letters) || !accepted || generic::is_generic(words, words, kind, item.proper) {
        return;
    }
    mentions.push(mention(item.span, kind, "stages.subject", if many { 0.75 } else { 0.65 }));
}
