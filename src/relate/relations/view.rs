//! A report as the rules see it: clauses with the names and cues that stand in them.

use std::ops::Range;

use super::rules::{Kinds, rules};
use super::words::words;
use crate::model::{Linked, Span};
use crate::ontology::{Kind, Modality};
use crate::relate::clauses::{Clause, Clauses};

/// A name in the text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Name {
    pub(super) span: Span,
    /// Index of the entity.
    pub(super) entity: usize,
    pub(super) kind: Kind,
}

/// A cue word in the text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Hit {
    pub(super) span: Span,
    /// Index into [`super::rules::Rules::listeners`].
    pub(super) cue: usize,
    /// The longer cue that it stands in (获 in 获评), which speaks for it.
    pub(super) inside: Option<usize>,
}

/// A clause with what stands in it.
#[derive(Debug)]
pub(super) struct Part {
    pub(super) span: Span,
    pub(super) modality: Modality,
    /// Whether nothing carries over from the clause before.
    pub(super) opens: bool,
    /// Into [`View::names`].
    pub(super) names: Range<usize>,
    /// Into [`View::hits`].
    pub(super) hits: Range<usize>,
}

/// The text with its names and cues in order.
pub(super) struct View<'a> {
    pub(super) text: &'a str,
    pub(super) clauses: &'a Clauses<'a>,
    pub(super) linked: &'a Linked,
    pub(super) names: Vec<Name>,
    pub(super) hits: Vec<Hit>,
}

impl<'a> View<'a> {
    /// Names that lie inside longer names, and cues inside names, are left out.
    pub(super) fn new(clauses: &'a Clauses<'a>, linked: &'a Linked) -> Self {
        let (text, outline) = (clauses.text, clauses.outline);
        let mut names: Vec<Name> = Vec::with_capacity(linked.mentions.len());
        for &(span, entity) in &linked.mentions {
            while names.last().is_some_and(|last| span.contains(last.span) && span != last.span) {
                names.pop();
            }
            if names.last().is_some_and(|last| last.span.contains(span) && last.span != span) {
                continue;
            }
            let Some(found) = linked.entities.get(entity) else { continue };
            names.push(Name { span, entity, kind: found.kind });
        }
        // What names nothing is not asked for its cues.
        let mut hits: Vec<Hit> = Vec::new();
        for sentence in outline.sentences.iter().filter(|sentence| names_any(&names, sentence.span)) {
            let start = sentence.span.start;
            rules().finder.find_overlapping(sentence.span.of(text), |hit| {
                let span = Span::new(start + hit.start(), start + hit.end());
                hits.push(Hit { span, cue: hit.value() as usize, inside: None });
            });
        }
        hits.sort_by_key(|hit| (hit.span.start, std::cmp::Reverse(hit.span.end)));
        let mut at = 0;
        hits.retain(|hit| {
            while names.get(at).is_some_and(|name| name.span.end <= hit.span.start) {
                at += 1;
            }
            !names.get(at).is_some_and(|name| name.span.overlaps(hit.span))
        });
        let mut outer: Option<Hit> = None;
        for hit in &mut hits {
            match outer {
                Some(longer) if longer.span.contains(hit.span) => hit.inside = Some(longer.cue),
                _ => outer = Some(*hit),
            }
        }
        Self { text, clauses, linked, names, hits }
    }

    /// Whether something is named inside `span`.
    pub(super) fn names_any(&self, span: Span) -> bool {
        names_any(&self.names, span)
    }

    /// The clauses of the `index`th sentence.
    pub(super) fn parts(&self, index: usize) -> Vec<Part> {
        let part = |clause: &Clause| Part {
            span: clause.span,
            modality: clause.modality,
            opens: clause.opens,
            names: inside(&self.names, clause.span, |name| name.span),
            hits: inside(&self.hits, clause.span, |hit| hit.span),
        };
        self.clauses.of_sentence(index).iter().map(part).collect()
    }

    /// The kind of an entity.
    pub(super) fn kind(&self, entity: usize) -> Kind {
        self.linked.entities[entity].kind
    }

    /// The words from byte `from` to byte `to`; empty where they overlap.
    pub(super) fn between(&self, from: usize, to: usize) -> &'a str {
        self.text.get(from..to).unwrap_or("")
    }

    /// The names of a clause.
    pub(super) fn names(&self, part: &Part) -> &[Name] {
        &self.names[part.names.clone()]
    }

    /// The cues of a clause.
    pub(super) fn hits(&self, part: &Part) -> &[Hit] {
        &self.hits[part.hits.clone()]
    }

    /// Whether a cue that governs what follows stands wholly between `from` and `to`.
    pub(super) fn governed(&self, part: &Part, from: usize, to: usize) -> bool {
        let hits = self.hits(part);
        let first = hits.partition_point(|hit| hit.span.start < from);
        hits[first..]
            .iter()
            .take_while(|hit| hit.span.start < to)
            .any(|hit| hit.span.end <= to && rules().listeners[hit.cue].governs)
    }

    /// Whether names `a` and `b` (neighbours, `a` first) are members of one list.
    pub(super) fn listed(&self, part: &Part, a: Name, b: Name) -> bool {
        if b.span.start < a.span.end {
            return true;
        }
        if a.span.end == b.span.start {
            return self.text[a.span.range()].ends_with(['”', '》'])
                && self.text[b.span.range()].starts_with(['“', '《']);
        }
        words().is_joint(self.between(a.span.end, b.span.start)) && !self.governed(part, a.span.end, b.span.start)
    }

    /// The names of the list that ends with name `last` (index into the clause's names),
    /// of the kinds `fits`, in the order of the text.
    pub(super) fn list_to(&self, part: &Part, last: usize, fits: Kinds) -> Vec<usize> {
        let names = self.names(part);
        let mut first = last;
        while first > 0 && self.listed(part, names[first - 1], names[first]) {
            first -= 1;
        }
        (first..=last).filter(|at| fits.has(names[*at].kind)).collect()
    }

    /// The names of the list that starts with name `first`, of the kinds `fits`.
    pub(super) fn list_from(&self, part: &Part, first: usize, fits: Kinds) -> Vec<usize> {
        let names = self.names(part);
        let mut last = first;
        while last + 1 < names.len() && self.listed(part, names[last], names[last + 1]) {
            last += 1;
        }
        (first..=last).filter(|at| fits.has(names[*at].kind)).collect()
    }
}

fn names_any(names: &[Name], span: Span) -> bool {
    names.get(names.partition_point(|name| name.span.start < span.start)).is_some_and(|name| name.span.start < span.end)
}

fn inside<T>(items: &[T], span: Span, of: impl Fn(&T) -> Span) -> Range<usize> {
    let from = items.partition_point(|item| of(item).start < span.start);
    let to = from + items[from..].partition_point(|item| of(item).end <= span.end);
    from..to
}
