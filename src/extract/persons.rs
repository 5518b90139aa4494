//! Persons, by the title before the name: 省委书记林远舟.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;
use serde::Deserialize;

use super::context::{Context, mention};
use super::tokens::{Class, Token};
use crate::lexicon::genre;
use crate::lexicon::table;
use crate::model::{Mention, Span};
use crate::ontology::Kind;

#[derive(Deserialize)]
pub(super) struct Table {
    titles: FxHashSet<String>,
    surnames: String,
    #[cfg_attr(not(test), expect(dead_code, reason = "read by the tests of the table"))]
    pub matches: Vec<String>,
    #[cfg_attr(not(test), expect(dead_code, reason = "read by the tests of the table"))]
    pub not_matches: Vec<String>,
}

pub(super) static TABLE: LazyLock<Table> =
    LazyLock::new(|| table::read("src/extract/data/persons.toml", include_str!("data/persons.toml")));

/// Finds names of persons behind their titles.
pub(super) fn find(context: &Context<'_>, mentions: &mut Vec<Mention>) {
    for tokens in &context.sentences {
        for (at, token) in tokens.iter().enumerate() {
            if TABLE.titles.contains(context.word(token))
                && let Some(span) = name(context, tokens, at + 1)
            {
                mentions.push(mention(span, Kind::Person, "persons.title", 0.7));
            }
        }
    }
}

/// The family name and one or two letters that begin with token `first`, when a boundary
/// stands behind them. The segmenter leaves unknown names in single letters.
fn name(context: &Context<'_>, tokens: &[Token], first: usize) -> Option<Span> {
    let start = tokens.get(first)?.span.start;
    if !context.text[start..].starts_with(|c| TABLE.surnames.contains(c)) {
        return None;
    }
    for end in (first + 1..=first + 3).rev().filter(|end| *end <= tokens.len()) {
        let span = Span::new(start, tokens[end - 1].span.end);
        let words = span.of(context.text);
        let inside = &tokens[first..end];
        let common = |token: &Token| {
            let word = context.word(token);
            word.chars().count() > 1 && genre::is_common(word)
                || matches!(token.class, Class::Stop | Class::List | Class::And | Class::Function | Class::Quantity)
        };
        let bounded = tokens.get(end).is_none_or(|next| {
            matches!(
                next.class,
                Class::Stop | Class::List | Class::And | Class::Function | Class::Strict | Class::Open | Class::Govern
            ) || context.word(next) == "同志"
        });
        if (2..=3).contains(&words.chars().count()) && bounded && !inside.iter().any(common) {
            return Some(span);
        }
    }
    None
}
