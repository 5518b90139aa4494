//! Where the ends of a relation stand: subject, object, partner, theme, doer.

use super::rules::Kinds;
use super::view::{Part, View};
use super::words::words;
use crate::ontology::Kind;

/// Who does what a clause says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Doer {
    /// Entities named at the head of the clause.
    Named(Vec<usize>),
    /// Somebody without a name, or one who does not act (a town, a firm) for this purpose.
    Other,
    /// Nobody is named: the reporting region.
    Implied,
}

/// What stands before a cue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Near {
    /// Names, as indices into the clause's names.
    Names(Vec<usize>),
    /// Something without a name.
    Unnamed,
    /// Nothing that could be a subject.
    Nothing,
}

const DOERS: Kinds = Kinds::of(&[Kind::Organization, Kind::Region]);
const OTHERS: Kinds = Kinds::of(&[Kind::Enterprise, Kind::Town, Kind::Site, Kind::Person]);
/// Where things can be.
pub(super) const PLACES: Kinds = Kinds::of(&[Kind::Region, Kind::Town, Kind::Site]);

impl View<'_> {
    /// The names within `reach` characters after byte `from` that a cue ending there governs, of the kinds `fits`.
    pub(super) fn objects(&self, part: &Part, from: usize, fits: Kinds, reach: usize) -> Vec<usize> {
        let names = self.names(part);
        let mut found = Vec::new();
        let (mut at, mut accepted) = (from, false);
        for index in names.partition_point(|name| name.span.start < from)..names.len() {
            let name = names[index];
            let gap = self.between(at, name.span.start);
            let reached = if found.is_empty() {
                let reach = if gap.contains('、') { reach + 12 } else { reach };
                (index == 0 || !accepted)
                    && gap.chars().count() <= reach
                    && !gap.contains('等')
                    && !self.governed(part, at, name.span.start)
            } else if accepted {
                self.listed(part, names[index - 1], name)
            } else {
                gap.chars().count() <= 8 && !self.governed(part, at, name.span.start)
            };
            if !reached {
                break;
            }
            accepted = fits.has(name.kind);
            if accepted {
                found.push(index);
            }
            at = at.max(name.span.end);
        }
        found
    }

    /// The names right before byte `to`, of the kinds `fits`; `near` characters may stand
    /// between.
    pub(super) fn near(&self, part: &Part, to: usize, fits: Kinds, near: usize) -> Near {
        let names = self.names(part);
        let Some(mut last) = names.partition_point(|name| name.span.end <= to).checked_sub(1) else {
            return self.nobody(part.span.start, to);
        };
        // `我县被国家部委评为…`, `被党中央、国务院授予…`: who gives the honor is no holder.
        let givers = self.list_to(part, last, Kinds::of(&[Kind::Organization, Kind::Region]));
        if let Some(&first) = givers.first()
            && self.between(part.span.start, names[first].span.start).ends_with('被')
        {
            return self.near(part, names[first].span.start - '被'.len_utf8(), fits, near);
        }
        // `甲、乙等重点平台落地`: the list is meant, not the name of its class.
        if last > 0 && self.between(names[last - 1].span.end, names[last].span.start).starts_with('等') {
            last -= 1;
        }
        // `在青石镇投资建设`: the place is no subject, what stands before it may be.
        if last > 0
            && PLACES.has(names[last].kind)
            && !fits.has(names[last].kind)
            && self.between(names[last - 1].span.end, names[last].span.start) == "在"
        {
            last -= 1;
        }
        let gap = self.between(names[last].span.end, to);
        // `甲、乙2家企业获评…`: the count is that of the list.
        let counted = words().counts(gap).is_some_and(|count| count == self.list_to(part, last, fits).len());
        if !words().leaves_subject(gap, near) && !counted {
            return self.nobody(names[last].span.end, to);
        }
        // A place before other words is part of a name that was not found (青石、柳河古村入选).
        if names[last].kind == Kind::Region && !gap.starts_with('等') && !self.is_led(part, to) {
            return Near::Unnamed;
        }
        let list = self.list_to(part, last, fits);
        let Some(&first) = list.first() else { return self.nobody(names[last].span.end, to) };
        let start = part.span.start;
        if words().ends_in_preposition(self.between(start, names[first].span.start)) {
            return Near::Nothing;
        }
        Near::Names(list)
    }

    /// Whether what follows byte `from` is something done, and not a noun that the name
    /// before it qualifies.
    fn acts(&self, part: &Part, from: usize) -> bool {
        let rest = self.between(from, part.span.end);
        let behind = words().after_adverbs(rest);
        let at = part.span.end - behind.len();
        let hits = self.hits(part);
        behind.len() < rest.len()
            || hits.get(hits.partition_point(|hit| hit.span.start < at)).is_some_and(|hit| hit.span.start == at)
    }

    /// Whether nothing but adverbs and other cues stands between the clause's last name, or
    /// its head, and byte `to`, so that no unknown subject hides there.
    pub(super) fn is_led(&self, part: &Part, to: usize) -> bool {
        let names = self.names(part);
        let last = names.partition_point(|name| name.span.end <= to).checked_sub(1);
        let mut at = last.map_or(part.span.start, |last| names[last].span.end);
        let hits = self.hits(part);
        while at < to {
            let rest = words().after_adverbs(self.between(at, to));
            at = to - rest.len();
            let first = hits.partition_point(|hit| hit.span.start < at);
            match hits.get(first) {
                Some(hit) if hit.span.start == at && at < to => at = hit.span.end.min(to),
                _ => return at >= to,
            }
        }
        true
    }

    fn nobody(&self, from: usize, to: usize) -> Near {
        if words().has_unnamed_actor(self.between(from, to)) { Near::Unnamed } else { Near::Nothing }
    }

    /// The names right before byte `to` that a framing cue speaks of (`以…为抓手`); with
    /// `opens`, one of these words must stand shortly before them. At most `near` characters, and at
    /// most ten, stand between.
    pub(super) fn theme(&self, part: &Part, to: usize, fits: Kinds, opens: &[String], near: usize) -> Vec<usize> {
        let names = self.names(part);
        let Some(last) = names.partition_point(|name| name.span.end <= to).checked_sub(1) else { return Vec::new() };
        let gap = self.between(names[last].span.end, to);
        if gap.chars().count() > near.min(10) {
            return Vec::new();
        }
        let list = self.list_to(part, last, fits);
        let Some(&first) = list.first() else { return list };
        if !opens.is_empty() {
            let before = self.between(part.span.start, names[first].span.start);
            let near = before.char_indices().rev().nth(9).map_or(0, |(at, _)| at);
            if !opens.iter().any(|word| before[near..].contains(word.as_str())) {
                return Vec::new();
            }
        }
        list
    }

    /// The names after 与 and before byte `to`, with the index of the first of them.
    pub(super) fn partners(&self, part: &Part, to: usize, fits: Kinds) -> Option<(usize, Vec<usize>)> {
        let names = self.names(part);
        let mut at = part.span.start;
        for (index, name) in names.iter().enumerate().take_while(|(_, name)| name.span.end <= to) {
            if let Some(word) = words().partner_word(self.between(at, name.span.start))
                && (word != "和" || at == part.span.start)
            {
                let mut list = self.list_from(part, index, fits);
                // `与对口帮扶的甲县`: what qualifies the partner has a name too.
                if let Some(next) = names.get(index + 1)
                    && list.is_empty()
                    && self.between(name.span.end, next.span.start) == "的"
                {
                    list = self.list_from(part, index + 1, fits);
                }
                let end = list.last().map_or(name.span.end, |last| names[*last].span.end);
                let gap = self.between(end, to);
                let close = gap.chars().count() <= if gap.starts_with('等') { 24 } else { 12 };
                return (close && !list.is_empty() && !gap.contains("相比")).then_some((index, list));
            }
            at = name.span.end;
        }
        None
    }

    /// The names right before the 与 that stands before name `partner`.
    pub(super) fn party(&self, part: &Part, partner: usize, fits: Kinds) -> Vec<usize> {
        let names = self.names(part);
        let Some(last) = partner.checked_sub(1) else { return Vec::new() };
        let gap = self.between(names[last].span.end, names[partner].span.start);
        if gap.chars().count() > 8 {
            return Vec::new();
        }
        let mut first = last;
        while first > 0 && self.listed(part, names[first - 1], names[first]) {
            first -= 1;
        }
        (first..=last).filter(|at| fits.has(names[*at].kind)).collect()
    }

    /// Places right after byte `from`.
    pub(super) fn places(&self, part: &Part, from: usize) -> Vec<usize> {
        let names = self.names(part);
        let first = names.partition_point(|name| name.span.start < from);
        match names.get(first) {
            Some(name) if PLACES.has(name.kind) && self.between(from, name.span.start).chars().count() <= 4 => {
                self.list_from(part, first, PLACES)
            }
            _ => Vec::new(),
        }
    }

    /// A place that stands after 在 and shortly before byte `to`.
    pub(super) fn place_before(&self, part: &Part, to: usize, opens: &[String]) -> Option<usize> {
        let names = self.names(part);
        let last = names.partition_point(|name| name.span.end <= to).checked_sub(1)?;
        let before = words().ends_in_preposition(self.between(part.span.start, names[last].span.start));
        let opened = opens.iter().any(|word| {
            self.between(part.span.start, names[last].span.start).trim_end_matches('“').ends_with(word.as_str())
        });
        let gap = self.between(names[last].span.end, to);
        (before && opened && PLACES.has(names[last].kind) && gap.chars().count() <= 12).then_some(last)
    }

    /// The names at the head of a clause, before byte `to`, whatever they are.
    pub(super) fn opening(&self, part: &Part, to: usize) -> Vec<usize> {
        let names = self.names(part);
        let Some(first) = names.first().filter(|name| name.span.end <= to) else { return Vec::new() };
        let words = words();
        if !words.is_bare(self.between(part.span.start, first.span.start)) {
            return Vec::new();
        }
        if matches!(first.kind, Kind::Region)
            && self.text[first.span.range()].starts_with('全')
            && words.ranks(self.between(first.span.end, part.span.end))
        {
            return Vec::new();
        }
        self.list_from(part, 0, Kinds::of(Kind::ALL))
    }

    /// Who does what the clause says before byte `to`.
    pub(super) fn doer(&self, part: &Part, to: usize) -> Doer {
        let names = self.names(part);
        let opening = self.opening(part, to);
        let of = |kinds: Kinds| -> Vec<usize> {
            opening.iter().filter(|at| kinds.has(names[**at].kind)).map(|at| names[*at].entity).collect()
        };
        let doers = of(DOERS);
        if let [only] = opening[..]
            && names[only].kind == Kind::Region
            && self.linked.region != Some(names[only].entity)
            && !self.acts(part, names[only].span.end)
        {
            return Doer::Implied;
        }
        if let Some(&last) = opening.iter().rev().find(|at| DOERS.has(names[**at].kind)) {
            let counted = words().opens_with_count(self.between(names[last].span.end, to));
            return if counted { Doer::Other } else { Doer::Named(doers) };
        }
        if !of(OTHERS).is_empty() {
            return Doer::Other;
        }
        if words().opens_with_count(self.between(part.span.start, to)) { Doer::Other } else { Doer::Implied }
    }
}
