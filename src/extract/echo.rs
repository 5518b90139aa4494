//! Names found once are found everywhere, and the zone of a county by its bare noun.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use super::context::{Context, mention};
use super::tokens::{Class, Token};
use crate::lexicon::genre;
use crate::model::{Mention, Span};
use crate::ontology::Kind;

/// Adds further places of the names in `mentions` (sorted by place), and keeps the order.
pub(super) fn find(context: &Context<'_>, mentions: &mut Vec<Mention>) {
    let mut names: BTreeMap<char, Vec<(String, Kind, f32)>> = BTreeMap::new();
    for mention in mentions.iter().filter(|mention| mention.name.is_none() && echoes(context, mention)) {
        let name = mention.span.of(context.text);
        let Some(first) = name.chars().next() else { continue };
        let known = names.entry(first).or_default();
        if !known.iter().any(|(other, _, _)| other == name) {
            known.push((name.to_string(), mention.kind, mention.confidence));
        }
    }
    for known in names.values_mut() {
        known.sort_by(|a, b| (b.0.len(), &a.0).cmp(&(a.0.len(), &b.0)));
    }
    let names: FxHashMap<_, _> = names.into_iter().collect();
    let zone = zone(context, mentions);
    let mut found = Vec::new();
    for tokens in &context.sentences {
        for index in 0..tokens.len() {
            found.extend(at(context, tokens, index, &names, mentions));
            found.extend(zone.as_ref().and_then(|zone| bare(context, tokens, index, zone, mentions)));
        }
    }
    mentions.extend(found);
    mentions.sort_by(|a, b| (a.span, &a.name).cmp(&(b.span, &b.name)));
}

/// Whether a name means its thing wherever it stands: firms, projects, sites and products
/// of three characters and more, firms of two where no common word is one.
fn echoes(context: &Context<'_>, mention: &Mention) -> bool {
    let name = mention.span.of(context.text);
    let letters = name.chars().count();
    match mention.kind {
        Kind::Enterprise => letters >= 3 || letters == 2 && mention.confidence > 0.8 && !genre::is_common(name),
        Kind::Project | Kind::Site | Kind::Product => letters >= 4,
        _ => false,
    }
}

fn at(
    context: &Context<'_>,
    tokens: &[Token],
    index: usize,
    names: &FxHashMap<char, Vec<(String, Kind, f32)>>,
    mentions: &[Mention],
) -> Option<Mention> {
    let start = tokens[index].span.start;
    let end = tokens.last()?.span.end;
    let rest = &context.text[start..end];
    let (name, kind, confidence) =
        names.get(&rest.chars().next()?)?.iter().find(|(name, _, _)| rest.starts_with(name.as_str()))?;
    let span = Span::new(start, start + name.len());
    let last = tokens.binary_search_by_key(&span.end, |token| token.span.end).ok()?;
    let class = |at: Option<usize>| at.and_then(|at| tokens.get(at)).map(|token| token.class);
    let led = matches!(class(index.checked_sub(1)), Some(Class::Common | Class::Proper));
    // a short name before an unknown word is its opening: 恒泽 in 恒泽润
    let opens = name.chars().count() == 2 && class(Some(last + 1)) == Some(Class::Proper);
    if taken(mentions, span) || led || opens {
        return None;
    }
    Some(mention(span, *kind, "echo", confidence - 0.05))
}

/// Whether one of `mentions` (sorted by place) overlaps `span`.
pub(super) fn taken(mentions: &[Mention], span: Span) -> bool {
    let from = mentions.partition_point(|mention| mention.span.start < span.start.saturating_sub(120));
    mentions[from..]
        .iter()
        .take_while(|mention| mention.span.start < span.end)
        .any(|mention| mention.span.overlaps(span))
}

/// Nouns by which a report speaks of its one zone.
const ZONES: &[&str] = &["开发区", "高新区", "经开区"];

/// The zone that the report names most, if it is one of a kind.
fn zone(context: &Context<'_>, mentions: &[Mention]) -> Option<(String, &'static str)> {
    let mut counts: BTreeMap<(&str, &'static str), usize> = BTreeMap::new();
    for mention in mentions.iter().filter(|mention| matches!(mention.kind, Kind::Site | Kind::Project)) {
        let name = mention.span.of(context.text);
        if let Some(noun) = ZONES.iter().find(|noun| name.ends_with(**noun) && name != **noun) {
            *counts.entry((name, noun)).or_insert(0) += 1;
        }
    }
    let ((name, noun), _) = counts.into_iter().max_by_key(|((name, _), count)| (*count, std::cmp::Reverse(*name)))?;
    Some((name.to_string(), noun))
}

/// `开发区` standing alone.
fn bare(
    context: &Context<'_>,
    tokens: &[Token],
    index: usize,
    zone: &(String, &str),
    mentions: &[Mention],
) -> Option<Mention> {
    let token = &tokens[index];
    let side = |at: Option<usize>| at.and_then(|at| tokens.get(at)).map(|token| token.class);
    let free =
        !matches!(side(index.checked_sub(1)), Some(Class::Common | Class::Proper | Class::Verb | Class::Quantity));
    if context.word(token) != zone.1 || !free || taken(mentions, token.span) {
        return None;
    }
    let mut found = mention(token.span, Kind::Site, "echo.zone", 0.65);
    found.name = Some(zone.0.clone());
    Some(found)
}

#[cfg(test)]
mod tests {
    use crate::{extract, outline};

    #[test]
    fn a_name_found_once_is_found_everywhere() {
        let text = "茂泽、启澜、恒泽等7户企业产值大增。恒泽在全市领先。青石经济开发区新建厂房。开发区招商成效好。";
        let mentions = extract::extract(text, &outline::outline(text));
        let found: Vec<(&str, &str)> = mentions
            .iter()
            .filter(|mention| mention.rule.starts_with("echo"))
            .map(|mention| (mention.span.of(text), mention.name(text)))
            .collect();
        assert_eq!(found, [("恒泽", "恒泽"), ("开发区", "青石经济开发区")]);
    }
}
