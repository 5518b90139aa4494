//! Names known before a text is read.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::context::{Context, mention};
use super::hits::List;
use super::tokens::{Class, Token};
use crate::lexicon::matcher::{Matcher, matcher};
use crate::lexicon::table;
use crate::model::{Mention, Span};
use crate::ontology::Kind;

struct Names {
    kinds: Vec<Kind>,
    automaton: Matcher,
}

static NAMES: LazyLock<Names> = LazyLock::new(|| {
    let table: BTreeMap<String, Vec<String>> =
        table::read("src/extract/data/names.toml", include_str!("data/names.toml"));
    let mut kinds = Vec::new();
    let mut patterns: BTreeMap<String, u32> = BTreeMap::new();
    for (column, (kind, names)) in table.into_iter().enumerate() {
        kinds.push(kind.parse().unwrap_or_else(|error| panic!("src/extract/data/names.toml: {error}")));
        for name in names {
            patterns.entry(name).or_insert(column as u32);
        }
    }
    let automaton = matcher("src/extract/data/names.toml", patterns);
    Names { kinds, automaton }
});

/// The names, with the index of their kind.
pub(super) fn names() -> &'static Matcher {
    &NAMES.automaton
}

/// Finds known names.
pub(super) fn find(context: &Context<'_>, mentions: &mut Vec<Mention>) {
    for (hit, tokens) in context.hits(List::Names) {
        let kind = NAMES.kinds[hit.value as usize];
        if stands_alone(context, tokens, hit.span, kind) {
            mentions.push(mention(hit.span, kind, format!("names.{kind}"), 0.86));
        }
    }
}

/// Whether the name begins and ends with words, and is not merely the opening of a longer
/// one that nobody knows (中信 in 中信用地).
fn stands_alone(context: &Context<'_>, tokens: &[Token], span: Span, kind: Kind) -> bool {
    let first = tokens.binary_search_by_key(&span.start, |token| token.span.start);
    let last = tokens.binary_search_by_key(&span.end, |token| token.span.end);
    let (Ok(first), Ok(last)) = (first, last) else { return false };
    let before = first.checked_sub(1).map(|at| tokens[at].class);
    let after = tokens.get(last + 1).map(|token| token.class);
    let nominal = |class: Option<Class>| matches!(class, Some(Class::Common | Class::Verb | Class::Proper));
    match kind {
        // two letters are seldom a firm: 大众 and 平安 are common words
        Kind::Enterprise => {
            // 启明光电研发中心: the firm opens the name of what it builds
            let opens = !nominal(before) && span.of(context.text).chars().count() >= 3;
            let alone = !nominal(before) && !nominal(after) || opens;
            let letters = span.of(context.text).chars().count();
            let listed =
                matches!(before, Some(Class::List | Class::And)) || matches!(after, Some(Class::List | Class::And));
            alone && (letters >= 3 || !crate::lexicon::genre::is_common(span.of(context.text)) || listed)
        }
        Kind::Organization if span.of(context.text) == "中央" => !nominal(after),
        // 金融业总资产, 电子商务年交易额
        Kind::Industry => {
            after != Some(Class::Proper) || !nominal(before) && span.of(context.text).chars().count() >= 3
        }
        _ => true,
    }
}
