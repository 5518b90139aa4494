//! From mentions to entities: which names mean the same thing, and where it lies.

use std::collections::BTreeMap;

use crate::model::{Entity, Linked, Mention, Outline};

/// Groups the mentions of a clean text into entities.
pub fn link(text: &str, outline: &Outline, mentions: &[Mention]) -> Linked {
    let _ = outline;
    let mut by_name: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (index, mention) in mentions.iter().enumerate() {
        by_name.entry(mention.name(text)).or_default().push(index);
    }
    let mut linked = Linked::default();
    for (name, members) in by_name {
        let first = &mentions[members[0]];
        let index = linked.entities.len();
        linked.mentions.extend(members.iter().map(|member| (mentions[*member].span, index)));
        linked.entities.push(Entity {
            kind: first.kind,
            name: name.to_string(),
            aliases: Vec::new(),
            mentions: members.iter().map(|member| mentions[*member].span).collect(),
            code: None,
            level: None,
            scope: None,
            rule: first.rule.clone(),
            confidence: first.confidence,
            reasons: Vec::new(),
        });
    }
    linked.mentions.sort();
    linked
}
