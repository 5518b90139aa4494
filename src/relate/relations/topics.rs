//! What the run of clauses in a sentence says together: a sector and then its firms, a
//! firm and then its product, a program as the topic of its clause.

use super::apply::carried;
use super::rules::Kinds;
use super::sides::{self, Doer};
use super::view::{Part, View};
use super::within::{self, Within};
use super::words::{Words, words};
use crate::model::{Relation, Sentence};
use crate::ontology::{Kind, RelationType};

const SECTORAL: Kinds = Kinds::of(&[Kind::Enterprise, Kind::Project, Kind::Site]);

/// Finds what the clauses of one sentence say together.
pub(super) fn topics(view: &View, within: &Within, sentence: &Sentence, parts: &[Part], found: &mut Vec<Relation>) {
    let mut sector: Option<usize> = None;
    let mut served = false;
    let mut firm: Option<usize> = None;
    let mut ground: Option<usize> = None;
    let mut doer: Option<Doer> = None;
    for part in parts {
        if part.opens {
            (sector, served, firm, ground, doer) = (None, false, None, None, None);
        }
        let names = view.names(part);
        let opening = view.opening(part, part.span.end);
        let mut say = |head: usize, kind: RelationType, tail: usize, rule: &str, confidence: f32| {
            found.push(Relation {
                head,
                kind,
                tail,
                modality: part.modality,
                period: sentence.period,
                polarity: true,
                title: None,
                rule: rule.into(),
                confidence,
                evidence: sentence.span,
            });
        };
        if let Some(topic) = sector {
            for &at in opening.iter().filter(|at| SECTORAL.has(names[**at].kind)) {
                say(names[at].entity, RelationType::InIndustry, topic, "topics.sector", 0.6);
                (sector, served) = (None, true);
            }
        }
        if let Some(&first) = opening.first() {
            let own = Some(names[first].entity) != view.linked.region;
            let after = view.between(names[first].span.end, part.span.end);
            let called =
                opening.len() == 1 && own && sides::PLACES.has(names[first].kind) && words().is_called_on(after);
            ground = called.then_some(names[first].entity);
        }
        if let Some(ground) = ground {
            for name in names.iter().filter(|name| name.kind == Kind::Project && name.entity != ground) {
                if within.place(name.entity).is_none() {
                    say(name.entity, RelationType::LocatedIn, ground, "topics.ground", 0.6);
                }
            }
        }
        for at in 1..names.len() {
            let (place, thing) = (names[at - 1], names[at]);
            let gap = Words::unquoted(view.between(place.span.end, thing.span.start));
            if matches!(thing.kind, Kind::Project | Kind::Site) && words().lists_places(gap) {
                for place in view.list_to(part, at - 1, within::PLACES) {
                    say(thing.entity, RelationType::LocatedIn, names[place].entity, "topics.places", 0.75);
                }
            }
        }
        for (list, whole) in wholes(view, part) {
            for at in list {
                say(names[at].entity, RelationType::PartOf, whole, "topics.whole", 0.75);
            }
        }
        for (list, industry) in classes(view, within, part) {
            for at in list {
                say(names[at].entity, RelationType::InIndustry, industry, "topics.class", 0.85);
            }
        }
        for pair in names.windows(2) {
            let gap = view.between(pair[0].span.end, pair[1].span.start);
            let (head, tail) = (pair[0].entity, pair[1].entity);
            match (pair[0].kind, pair[1].kind) {
                (Kind::Enterprise, Kind::Product) if gap.is_empty() => {
                    say(head, RelationType::Produces, tail, "topics.own_product", 0.8);
                }
                // `青岚市云溪县`: the larger one stands first.
                (Kind::Region, Kind::Region | Kind::Town) if gap.is_empty() => {
                    say(tail, RelationType::PartOf, head, "topics.chain", 0.8);
                }
                (Kind::Enterprise, Kind::Project) if gap.is_empty() => {
                    say(head, RelationType::Builds, tail, "topics.own_project", 0.7);
                }
                _ => {}
            }
        }
        if let Some(firm) = firm {
            for &at in &opening {
                match names[at].kind {
                    Kind::Product => say(firm, RelationType::Produces, names[at].entity, "topics.own_product", 0.6),
                    Kind::Project
                        if within.owner(names[at].entity).is_none() && within.place(names[at].entity).is_none() =>
                    {
                        say(firm, RelationType::Builds, names[at].entity, "topics.own_project", 0.5);
                    }
                    _ => {}
                }
            }
        }
        if let (Some(&first), Some(&last)) = (opening.first(), opening.last())
            && let Some(rule) = topic_rule(names[first].kind, view.between(names[last].span.end, part.span.end))
        {
            let heads = match &doer {
                Some(Doer::Named(doers)) => doers.clone(),
                Some(Doer::Other) => Vec::new(),
                _ => within.region_of(names[first].entity).or(view.linked.region).into_iter().collect(),
            };
            for &at in opening.iter().filter(|at| names[**at].kind == names[first].kind) {
                for &head in &heads {
                    say(head, RelationType::Implements, names[at].entity, rule, 0.7);
                }
            }
        }
        match carried(view, part) {
            Doer::Implied => {}
            other => doer = Some(other),
        }
        if let Some(&first) = opening.first() {
            let entity = names[first].entity;
            match names[first].kind {
                Kind::Enterprise if opening.len() == 1 => firm = Some(entity),
                Kind::Project | Kind::Product if opening.len() == 1 && within.owner(entity).is_some() => {
                    firm = within.owner(entity);
                }
                Kind::Product => {}
                _ => firm = None,
            }
        }
        let sectors = names.iter().filter(|name| name.kind == Kind::Industry).count();
        if let Some(industry) = names.iter().find(|name| name.kind == Kind::Industry)
            && sectors < 3
            && sector.is_none()
            && !served
            && names.iter().all(|name| !SECTORAL.has(name.kind))
            && (!opening.is_empty() || view.is_led(part, industry.span.start))
            && words().develops(view.between(industry.span.end, part.span.end))
        {
            sector = Some(industry.entity);
        }
    }
}

/// Lists with the program that sums them up: `A、B等八大行动`, `“四路”（A、B）改造`.
fn wholes(view: &View, part: &Part) -> Vec<(Vec<usize>, usize)> {
    let names = view.names(part);
    let mut found = Vec::new();
    for class in 1..names.len() {
        let whole = names[class];
        let gap = Words::unquoted(view.between(names[class - 1].span.end, whole.span.start));
        let counts = words().sums_up(&view.linked.entities[whole.entity].name);
        if gap != "等" || whole.kind != Kind::Program || !counts {
            continue;
        }
        let list = view.list_to(part, class - 1, Kinds::of(&[Kind::Program, Kind::Project]));
        if !list.is_empty() {
            found.push((list, whole.entity));
        }
    }
    found
}

/// The rule by which a program or project that opens a clause is carried out, if what
/// follows it says so.
fn topic_rule(kind: Kind, after: &str) -> Option<&'static str> {
    match kind {
        Kind::Program if words().progresses(after) => Some("topics.program"),
        Kind::Project if words().is_pushed(after) => Some("topics.project"),
        _ => None,
    }
}

/// Lists with the sector that sums them up: `A、B等生物医药园区`.
fn classes(view: &View, within: &Within, part: &Part) -> Vec<(Vec<usize>, usize)> {
    let names = view.names(part);
    let mut found = Vec::new();
    for class in 1..names.len() {
        let gap = Words::unquoted(view.between(names[class - 1].span.end, names[class].span.start));
        if !gap.starts_with('等') || gap.chars().count() > 6 {
            continue;
        }
        let after = view.between(names[class].span.end, part.span.end);
        let industry = match names[class].kind {
            Kind::Industry if words().classes.iter().any(|word| after.starts_with(word.as_str())) => {
                Some(names[class].entity)
            }
            _ => within.sector_at_head(names[class].entity),
        };
        let list = view.list_to(part, class - 1, SECTORAL);
        if let Some(industry) = industry
            && !list.is_empty()
        {
            found.push((list, industry));
        }
    }
    found
}
