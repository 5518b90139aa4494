//! Firms by what they do: a proper name right before 荣获, 上市, 投产.

use std::sync::LazyLock;

use serde::Deserialize;

use super::context::{Context, mention};
use super::hits::List;
use super::tokens::{Class, Token};
use super::{heads, lists};
use crate::lexicon::matcher::{Matcher, matcher};
use crate::lexicon::places;
use crate::lexicon::table;
use crate::model::{Mention, Span};
use crate::ontology::Kind;

#[derive(Deserialize)]
pub(super) struct Table {
    cues: Vec<String>,
    lists: Vec<String>,
    #[cfg_attr(not(test), expect(dead_code, reason = "read by the tests of the table"))]
    pub matches: Vec<String>,
    #[cfg_attr(not(test), expect(dead_code, reason = "read by the tests of the table"))]
    pub not_matches: Vec<String>,
}

pub(super) static TABLE: LazyLock<Table> =
    LazyLock::new(|| table::read("src/extract/data/subjects.toml", include_str!("data/subjects.toml")));

static CUES: LazyLock<Matcher> = LazyLock::new(|| {
    let deeds = TABLE.cues.iter().map(|word| (word, 0));
    matcher("src/extract/data/subjects.toml", deeds.chain(TABLE.lists.iter().map(|word| (word, 1))))
});

/// What firms do.
pub(super) fn cues() -> &'static Matcher {
    &CUES
}

/// Finds proper names that act as firms do.
pub(super) fn find(context: &Context<'_>, mentions: &mut Vec<Mention>) {
    for (hit, tokens) in context.hits(List::Subjects) {
        let start = hit.span.start;
        let cue = tokens.partition_point(|token| token.span.start < start);
        if hit.value == 1 {
            listed(context, tokens, cue, mentions);
        } else if let Some(span) = subject(context, tokens, cue)
            && tokens.get(cue).is_some_and(|token| token.span.start == start)
        {
            mentions.push(mention(span, Kind::Enterprise, "subjects.firm", 0.55));
        }
    }
}

/// Adds the members of the list that 等 closes before token `cue`: proper names alone.
fn listed(context: &Context<'_>, tokens: &[Token], cue: usize, mentions: &mut Vec<Mention>) {
    let passed = tokens[..cue].iter().rev().take_while(|token| token.class == Class::Adverb).count();
    let Some(close) = (cue - passed).checked_sub(1).filter(|at| context.word(&tokens[*at]) == "等") else { return };
    let items = lists::members(context, tokens, close);
    let firm = |item: &lists::Item| {
        let words = item.span.of(context.text);
        let own = heads::group_of(words).map(|group| group.kind());
        item.proper
            && (2..=8).contains(&words.chars().count())
            && own.is_none_or(|kind| kind == Kind::Enterprise)
            && places::find(words).is_empty()
    };
    if items.iter().filter(|item| firm(item)).count() > 1 {
        mentions.extend(
            items
                .iter()
                .filter(|item| firm(item))
                .map(|item| mention(item.span, Kind::Enterprise, "subjects.list", 0.6)),
        );
    }
}

/// The run of proper words before token `cue` that begins its clause.
fn subject(context: &Context<'_>, tokens: &[Token], cue: usize) -> Option<Span> {
    let mut end = cue;
    while end > 0 && (tokens[end - 1].class == Class::Adverb || matches!(context.word(&tokens[end - 1]), "已" | "将"))
    {
        end -= 1;
    }
    let mut first = end;
    while first > 0 && tokens[first - 1].class == Class::Proper {
        first -= 1;
    }
    let begins = first == 0 || matches!(tokens[first - 1].class, Class::Stop | Class::List);
    if first == end || !begins {
        return None;
    }
    let span = Span::new(tokens[first].span.start, tokens[end - 1].span.end);
    let words = span.of(context.text);
    let chinese = words.chars().all(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
    let letters = words.chars().count();
    let taken = heads::group_of(words).is_some() || !places::find(words).is_empty();
    (chinese && (2..=6).contains(&letters) && !taken).then_some(span)
}
