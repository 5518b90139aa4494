//! Who wins where two mentions overlap.

use crate::model::Mention;

/// Keeps a set of mentions of which no two overlap, save those of one coordination that
/// share a span: the longer wins, then the surer, then the one of the earlier rule.
pub(super) fn resolve(mut mentions: Vec<Mention>) -> Vec<Mention> {
    mentions.sort_by(|a, b| {
        (b.span.len(), b.confidence)
            .partial_cmp(&(a.span.len(), a.confidence))
            .unwrap_or(std::cmp::Ordering::Equal)
            .then_with(|| (a.span, a.kind, &a.rule, &a.name).cmp(&(b.span, b.kind, &b.rule, &b.name)))
    });
    let mut kept: Vec<Mention> = Vec::with_capacity(mentions.len());
    let mut taken = std::collections::BTreeMap::new();
    for mention in mentions {
        let span = mention.span;
        let before = taken.range(..span.end).next_back();
        let free = before.is_none_or(|(_, end): (&usize, &usize)| *end <= span.start);
        let coordinated = kept.iter().any(|known: &Mention| {
            known.span == span && known.rule == mention.rule && known.name.is_some() && known.name != mention.name
        });
        if free || coordinated {
            taken.insert(span.start, span.end);
            kept.push(mention);
        }
    }
    kept.sort_by(|a, b| (a.span, &a.name).cmp(&(b.span, &b.name)));
    kept
}
