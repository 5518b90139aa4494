//! From mentions to entities: which names mean the same thing, and where it lies.
//!
//! 1. `names` groups mentions by normalized name and adds the forms a name implies;
//! 2. `regions` gives divisions their codes and the region's own words (我区, 全市) their
//!    bearers;
//! 3. `merge` joins short and full forms, each with its reason;
//! 4. `scope` says within which division a name is unique;
//! 5. `lists` checks the counts of lists (等7户企业) against the names in them.
//!
//! `apart` tells, for those who ask, which names were not joined and why; `reasons` tells
//! the reasons of those that were in Chinese.

mod apart;
mod lists;
mod merge;
mod names;
mod reasons;
mod regions;
mod scope;

pub use apart::{Apart, Why, apart};
pub use reasons::reason_in;

use crate::lexicon::places;
use crate::model::{Entity, Linked, Mention, Outline, Span};

/// An entity in the making.
#[derive(Debug, Clone)]
struct Draft {
    entity: Entity,
    /// How often each name stands in the text decides nothing; where it stands does.
    spans: Vec<Span>,
}

/// Groups the mentions of a clean text into entities.
pub fn link(text: &str, outline: &Outline, mentions: &[Mention]) -> Linked {
    // What a report of the past is about goes on under another name.
    let home = outline.region.as_deref().and_then(places::resolve).map(|place| places::renamed(&place));
    let mut drafts = names::group(text, mentions);
    merge::join_bracketed(text, &mut drafts);
    let region = regions::settle(&mut drafts, outline, home.as_ref());
    let region = merge::merge(&mut drafts, region, outline, home.as_ref());
    scope::scope(&mut drafts, home.as_ref());
    let mut linked = collect(drafts, region);
    linked.lists = lists::lists(text, outline, &linked);
    linked
}

/// Puts the drafts into order: by kind and name, so that nothing depends on how they were
/// found.
fn collect(drafts: Vec<Draft>, region: Option<usize>) -> Linked {
    let mut drafts: Vec<(usize, Draft)> = drafts.into_iter().enumerate().collect();
    drafts.sort_by(|(_, a), (_, b)| (a.entity.kind, &a.entity.name).cmp(&(b.entity.kind, &b.entity.name)));
    let mut linked = Linked::default();
    for (index, (at, Draft { mut entity, mut spans })) in drafts.into_iter().enumerate() {
        spans.sort();
        spans.dedup();
        entity.aliases.sort();
        entity.aliases.dedup();
        entity.aliases.retain(|alias| *alias != entity.name);
        linked.mentions.extend(spans.iter().map(|span| (*span, index)));
        entity.mentions = spans;
        linked.entities.push(entity);
        if region == Some(at) {
            linked.region = Some(index);
        }
    }
    linked.mentions.sort();
    linked
}
