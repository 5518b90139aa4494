//! Who holds an honor, where nothing but the honor tells what it is: 云屏山成功创建3A级景区.

use super::awards;
use super::context::{Context, mention};
use super::generic;
use super::heads;
use super::lists::{Item, members};
use super::tokens::{Class, Token};
use crate::lexicon::places;
use crate::model::Mention;
use crate::ontology::Kind;

/// Last letters of names of waters, hills and old works.
const FEATURES: &[char] = &['河', '湖', '湾', '江', '堰', '山', '岛', '泉', '峡', '渠'];

/// Fewest and most characters of a name that no head ends.
const LETTERS: std::ops::RangeInclusive<usize> = 2..=12;

/// Finds the subjects of the cue at token `cue` of which `honor` tells the kind: the list
/// that fills the clause before the cue.
pub(super) fn find(context: &Context<'_>, tokens: &[Token], cue: usize, honor: &str, mentions: &mut Vec<Mention>) {
    let told = awards::holder(honor);
    let mut close = cue;
    let passed = |token: &Token| {
        token.class == Class::Adverb
            || matches!(context.word(token), "已" | "均" | "将" | "还" | "先后" | "双双" | "被")
    };
    while close > 0 && passed(&tokens[close - 1]) {
        close -= 1;
    }
    let counted = |at: usize| tokens[at].class == Class::Quantity;
    let near = (close.saturating_sub(5)..close).rev().find(|at| context.word(&tokens[*at]) == "等");
    let close = match near {
        Some(at) => at,
        // 4家企业获评…: a count of a class
        None if close == 0 || counted(close - 1) => return,
        None => close,
    };
    let items = members(context, tokens, close);
    let Some(first) = items.first() else { return };
    let opening = tokens.partition_point(|token| token.span.start < first.span.start);
    // 支持云屏苗寨创建5A级景区
    let helped = |token: &Token| matches!(context.word(token), "支持" | "推动" | "助力" | "推进" | "指导");
    if opening > 0 && tokens[opening - 1].class != Class::Stop && !helped(&tokens[opening - 1]) {
        return;
    }
    for item in items {
        // 永定河入选…典型案例: a river by its last letter
        let feature = item.span.of(context.text).ends_with(FEATURES).then_some(Kind::Site);
        let Some(kind) = told.or(feature) else { continue };
        if is_name(context, item) {
            mentions.push(mention(item.span, kind, "awards.holder", 0.6));
        }
    }
}

/// Whether an item is a name of its own and no place, and no head says what it is.
fn is_name(context: &Context<'_>, item: Item) -> bool {
    let words = item.span.of(context.text);
    item.proper
        && LETTERS.contains(&words.chars().count())
        && heads::group_of(words).is_none()
        && places::find(words).is_empty()
        && !generic::is_generic(words, words, Kind::Enterprise, true)
        && words.chars().all(|c| c.is_alphanumeric() || c == '·')
}
