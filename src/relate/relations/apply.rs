//! Runs the rules over the clauses of a sentence.

use std::collections::BTreeSet;

use super::rules::{Kinds, Rule, Stand, rules};
use super::sides::{Doer, Near};
use super::trace::Listener;
use super::view::{Hit, Part, View};
use super::within::Within;
use super::words::words;
use crate::model::{Relation, Sentence};
use crate::ontology::{Kind, RelationType};

/// What a sentence has said so far.
#[derive(Debug, Default)]
struct Said {
    /// Who did what the clauses before said, where they named somebody.
    doer: Option<Doer>,
    /// What the clauses before spoke of last.
    topic: Vec<usize>,
    /// Who agreed on something in the clause before.
    parties: Vec<usize>,
}

/// What a clause may hand on as its topic.
const TOPICS: Kinds = Kinds::of(&[
    Kind::Program,
    Kind::Project,
    Kind::Product,
    Kind::Site,
    Kind::Enterprise,
    Kind::Town,
    Kind::Organization,
]);

/// Finds what the rules find in one sentence; `listener` is told what each of them makes of each cue.
pub(super) fn apply(
    view: &View,
    within: &Within,
    sentence: &Sentence,
    parts: &[Part],
    found: &mut Vec<Relation>,
    listener: &mut impl Listener,
) {
    let mut said = Said::default();
    for part in parts {
        if part.opens {
            said = Said::default();
        }
        if part.names.is_empty() {
            continue;
        }
        let before = found.len();
        let clause = Matcher { view, within, sentence, part, said: &said };
        for hit in view.hits(part) {
            for rule in rules().heard(hit.cue, hit.inside) {
                let known = found.len();
                clause.run(rule, *hit, found);
                listener.heard(rule, *hit, (part, sentence), &found[known..]);
            }
        }
        let agreed = found[before..].iter().filter(|relation| relation.kind == RelationType::CooperatesWith);
        let parties: BTreeSet<usize> = agreed.flat_map(|relation| [relation.head, relation.tail]).collect();
        said.parties = parties.into_iter().collect();
        hand_on(view, part, &mut said);
    }
}

fn hand_on(view: &View, part: &Part, said: &mut Said) {
    let names = view.names(part);
    match carried(view, part) {
        Doer::Implied => {}
        doer => said.doer = Some(doer),
    }
    let opening: Vec<usize> =
        view.opening(part, part.span.end).into_iter().filter(|at| TOPICS.has(names[*at].kind)).collect();
    let list = if opening.is_empty() {
        names
            .iter()
            .rposition(|name| TOPICS.has(name.kind))
            .map(|last| view.list_to(part, last, TOPICS))
            .unwrap_or_default()
    } else {
        opening
    };
    if !list.is_empty() {
        said.topic = list.into_iter().map(|at| names[at].entity).collect();
    }
}

/// Who goes on acting in the next clause: a region or a firm, but no body, since what a
/// government does next it does as the government of its region.
pub(super) fn carried(view: &View, part: &Part) -> Doer {
    let names = view.names(part);
    let opening = view.opening(part, part.span.end);
    let Some(&first) = opening.first() else { return Doer::Implied };
    match names[first].kind {
        Kind::Region => view.doer(part, part.span.end),
        Kind::Enterprise | Kind::Person => Doer::Other,
        _ => Doer::Implied,
    }
}

struct Matcher<'a> {
    view: &'a View<'a>,
    within: &'a Within<'a>,
    sentence: &'a Sentence,
    part: &'a Part,
    said: &'a Said,
}

impl Matcher<'_> {
    fn run(&self, rule: &Rule, hit: Hit, found: &mut Vec<Relation>) {
        let (heads, tails) = match (rule.head, rule.tail) {
            (Stand::Party, _) => match self.view.partners(self.part, hit.span.start, rule.tails) {
                Some((first, partners)) => (self.party(first, rule), self.entities(&partners)),
                None => self.between_themselves(rule, hit),
            },
            (Stand::BeforeTheme, _) => {
                let theme = self.view.theme(self.part, hit.span.start, rule.tails, &rule.opens, rule.near);
                (self.before_theme(&theme, rule), self.entities(&theme))
            }
            (head, tail) => {
                let mut tails = self.end(tail, rule, hit, rule.tails);
                let classes = rule.kind == RelationType::Awarded
                    || (rule.kind == RelationType::Implements && rule.tails == Kinds::of(&[Kind::Project]));
                if classes {
                    tails.retain(|tail| !self.is_counted(*tail, hit.span.end));
                }
                if tails.is_empty() {
                    return;
                }
                let mut heads = self.end(head, rule, hit, rule.heads);
                if rule.kind == RelationType::SettlesIn && head == Stand::Object {
                    heads.retain(|head| !self.is_counted(*head, hit.span.end));
                }
                (heads, tails)
            }
        };
        if heads.len() == tails.len() && heads.len() > 1 && self.respectively(hit) {
            for (head, tail) in heads.iter().zip(&tails) {
                found.push(self.relation(rule, hit, *head, *tail));
            }
            return;
        }
        if rule.kind == RelationType::Awarded {
            self.award(rule, hit, &heads, &tails, found);
            return;
        }
        for &head in &heads {
            let tails = if rule.tail == Stand::Place { self.place_of(head, &tails) } else { tails.clone() };
            for tail in tails {
                found.push(self.relation(rule, hit, head, tail));
            }
        }
    }

    /// Whether 分别 before the cue deals the tails out to the heads one by one.
    fn respectively(&self, hit: Hit) -> bool {
        let before = self.view.between(self.part.span.start, hit.span.start);
        before.trim_end_matches(['被', '获', '荣']).ends_with("分别")
    }

    /// An honour that only a region can hold (全国文明城市) goes to no village and no program.
    fn award(&self, rule: &Rule, hit: Hit, heads: &[usize], tails: &[usize], found: &mut Vec<Relation>) {
        for &tail in tails {
            let civic = words().is_civic(&self.view.linked.entities[tail].name);
            let fits = |head: &usize| !civic || self.view.kind(*head) == Kind::Region;
            let mut holders: Vec<usize> = heads.iter().copied().filter(fits).collect();
            if holders.is_empty() && !heads.is_empty() && rule.implied {
                holders = self.region();
            }
            found.extend(holders.into_iter().map(|head| self.relation(rule, hit, head, tail)));
        }
    }

    fn relation(&self, rule: &Rule, hit: Hit, head: usize, tail: usize) -> Relation {
        let denied = words().denies(self.view.between(self.part.span.start, hit.span.start));
        Relation {
            head,
            kind: rule.kind,
            tail,
            modality: rule.modality.unwrap_or(self.part.modality),
            period: self.sentence.period,
            polarity: !denied,
            title: None,
            rule: rule.id.clone(),
            confidence: rule.confidence,
            evidence: self.sentence.span,
        }
    }

    fn end(&self, stand: Stand, rule: &Rule, hit: Hit, fits: Kinds) -> Vec<usize> {
        let view = self.view;
        match stand {
            Stand::Object => self.entities(&view.objects(self.part, hit.span.end, fits, rule.reach)),
            Stand::Theme => self.entities(&view.theme(self.part, hit.span.start, fits, &rule.opens, rule.near)),
            Stand::Subject => self.subject(rule, hit, fits),
            Stand::Actor => self.actor(rule, hit.span.start),
            Stand::Region => self.region(),
            Stand::Parties => {
                let fits = |entity: &usize| rule.heads.has(view.kind(*entity));
                self.said.parties.iter().copied().filter(fits).collect()
            }
            Stand::Place => self.destination(hit),
            Stand::PlaceBefore => {
                let place = view.place_before(self.part, hit.span.start, &rule.opens);
                place.map(|at| vec![view.names(self.part)[at].entity]).unwrap_or_default()
            }
            Stand::Partner | Stand::Party | Stand::BeforeTheme => Vec::new(),
        }
    }

    fn subject(&self, rule: &Rule, hit: Hit, fits: Kinds) -> Vec<usize> {
        match self.view.near(self.part, hit.span.start, fits, rule.near) {
            Near::Names(list) => self.entities(&list),
            Near::Unnamed => Vec::new(),
            Near::Nothing if !self.view.is_led(self.part, hit.span.start) => Vec::new(),
            Near::Nothing => {
                let carried: Vec<usize> =
                    self.said.topic.iter().copied().filter(|entity| rule.carry.has(self.view.kind(*entity))).collect();
                if !carried.is_empty() {
                    return carried;
                }
                if !rule.implied {
                    return Vec::new();
                }
                match &self.said.doer {
                    Some(Doer::Named(doers)) => doers.clone(),
                    Some(Doer::Other) => Vec::new(),
                    _ => self.region(),
                }
            }
        }
    }

    fn actor(&self, rule: &Rule, to: usize) -> Vec<usize> {
        let doer = self.view.doer(self.part, to);
        let doer = if doer == Doer::Implied { self.said.doer.clone().unwrap_or(Doer::Implied) } else { doer };
        match doer {
            Doer::Named(doers) => doers.into_iter().filter(|entity| rule.heads.has(self.view.kind(*entity))).collect(),
            Doer::Other => Vec::new(),
            Doer::Implied => self.region(),
        }
    }

    /// Where somebody goes: the place after the cue; for 入驻 the site spoken of before; else
    /// the reporting region.
    fn destination(&self, hit: Hit) -> Vec<usize> {
        let named = self.entities(&self.view.places(self.part, hit.span.end));
        if !named.is_empty() {
            return named;
        }
        let is_site = |entity: &&usize| self.view.kind(**entity) == Kind::Site;
        if hit.span.of(self.view.text).contains("入驻")
            && let Some(site) = self.said.topic.iter().find(is_site)
        {
            return vec![*site];
        }
        self.region()
    }

    fn party(&self, partner: usize, rule: &Rule) -> Vec<usize> {
        let list = self.view.party(self.part, partner, rule.heads);
        if list.is_empty() { self.actor(rule, self.part.span.start) } else { self.entities(&list) }
    }

    /// `甲、乙签订战略合作协议`: the first with the others.
    fn between_themselves(&self, rule: &Rule, hit: Hit) -> (Vec<usize>, Vec<usize>) {
        const FIRMS: Kinds = Kinds::of(&[Kind::Enterprise, Kind::Organization]);
        if hit.inside.is_some() || !hit.span.of(self.view.text).starts_with('签') {
            return (Vec::new(), Vec::new());
        }
        match self.view.near(self.part, hit.span.start, FIRMS, rule.near) {
            Near::Names(list) if list.len() > 1 && rule.kind == RelationType::CooperatesWith => {
                let mut entities = self.entities(&list);
                let others = entities.split_off(1);
                (entities, others)
            }
            _ => (Vec::new(), Vec::new()),
        }
    }

    fn before_theme(&self, theme: &[usize], rule: &Rule) -> Vec<usize> {
        let names = self.view.names(self.part);
        let Some(&first) = theme.first() else { return Vec::new() };
        let before = first.checked_sub(1).map(|at| names[at]);
        if let Some(region) = self.within.region_at_head(names[first].span.of(self.view.text)) {
            return vec![region];
        }
        match before {
            Some(name) if self.view.between(name.span.end, names[first].span.start).chars().count() <= 4 => {
                vec![name.entity]
            }
            _ => self.actor(rule, self.part.span.start),
        }
    }

    /// Where `head` goes: a place that its own name says comes before the reporting region.
    fn place_of(&self, head: usize, places: &[usize]) -> Vec<usize> {
        let region = self.view.linked.region;
        match self.within.place_at_head(head) {
            Some(place) if places.first().copied() == region && self.within.is_elsewhere(place) => vec![place],
            _ => places.to_vec(),
        }
    }

    /// Whether a name after byte `from` is only a class with a number of unnamed members.
    fn is_counted(&self, entity: usize, from: usize) -> bool {
        let names = self.view.names(self.part);
        let name = names.iter().find(|name| name.entity == entity && name.span.start >= from);
        name.is_some_and(|name| {
            let before = self.view.between(self.part.span.start, name.span.start);
            let after = self.view.between(name.span.end, self.part.span.end);
            words().is_counted(before, after)
        })
    }

    fn region(&self) -> Vec<usize> {
        self.view.linked.region.into_iter().collect()
    }

    fn entities(&self, names: &[usize]) -> Vec<usize> {
        let all = self.view.names(self.part);
        names.iter().map(|at| all[*at].entity).collect()
    }
}
