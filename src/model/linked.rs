//! The entities of one report with the places that name them.

use super::{CountedList, Entity, Span};

/// What linking makes of mentions.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Linked {
    /// The entities of the report.
    pub entities: Vec<Entity>,
    /// Every mention with the index of its entity, in the order of the text. Coordinated
    /// names may share a span (`地铁14、16号线`).
    pub mentions: Vec<(Span, usize)>,
    /// The reporting region, the implied subject of sentences that name none.
    pub region: Option<usize>,
    /// Lists that say how many things they name, in the order of the text.
    pub lists: Vec<CountedList>,
}

impl Linked {
    /// The mentions that lie inside `span`, in the order of the text.
    pub fn inside(&self, span: Span) -> &[(Span, usize)] {
        let from = self.mentions.partition_point(|(mention, _)| mention.start < span.start);
        let to = from + self.mentions[from..].partition_point(|(mention, _)| mention.end <= span.end);
        &self.mentions[from..to]
    }
}
