//! What names say by themselves: a firm's name before its project's, a place's before a
//! school's, the first phase of a park.

use std::collections::BTreeMap;

use super::rules::Kinds;
use super::view::View;
use super::words::words;
use crate::lexicon::genre;
use crate::model::{Entity, Level, Linked, Outline, Relation, Span};
use crate::ontology::{Kind, Modality, RelationType};

/// Which names stand inside which.
pub(super) struct Within<'a> {
    linked: &'a Linked,
    /// Names and aliases that may stand inside others, with their entities, by first
    /// character, longest first.
    known: BTreeMap<char, Vec<(&'a str, usize)>>,
    /// For each entity, the place that its name says it lies in, and whether the name opens with it.
    places: Vec<Option<(usize, bool)>>,
}

/// Places that names open with.
pub(super) const PLACES: Kinds = Kinds::of(&[Kind::Region, Kind::Town]);
const PLACED: Kinds = Kinds::of(&[Kind::Project, Kind::Site, Kind::Enterprise, Kind::Organization]);
const WHOLES: Kinds = Kinds::of(&[Kind::Project, Kind::Site, Kind::Organization]);
const PARTS: Kinds = Kinds::of(&[Kind::Project, Kind::Site]);
const OWNERS: Kinds = Kinds::of(&[
    Kind::Region,
    Kind::Town,
    Kind::Enterprise,
    Kind::Site,
    Kind::Project,
    Kind::Organization,
    Kind::Program,
    Kind::Industry,
]);

impl<'a> Within<'a> {
    /// Looks at all names of a report.
    pub(super) fn of(linked: &'a Linked) -> Self {
        let mut known: BTreeMap<char, Vec<(&str, usize)>> = BTreeMap::new();
        for (index, entity) in linked.entities.iter().enumerate().filter(|(_, entity)| OWNERS.has(entity.kind)) {
            for name in names(entity).chain(short_name(entity)) {
                // A site's short name is rarely the first word of its parts (江南 of 江南商圈).
                let short = PARTS.has(entity.kind) && name.chars().count() < 3;
                if let Some(first) = name.chars().next().filter(|_| is_proper(name) && !short) {
                    known.entry(first).or_default().push((name, index));
                }
            }
        }
        for bucket in known.values_mut() {
            bucket.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
        }
        let mut within = Self { linked, known, places: Vec::new() };
        within.places = (0..linked.entities.len()).map(|index| within.place_in_name(index)).collect();
        within
    }

    /// The place that the name of `entity` says it lies in.
    pub(super) fn place(&self, entity: usize) -> Option<usize> {
        self.places[entity].map(|(place, _)| place)
    }

    /// The place that opens the name of `entity`.
    pub(super) fn place_at_head(&self, entity: usize) -> Option<usize> {
        self.places[entity].filter(|(_, opens)| *opens).map(|(place, _)| place)
    }

    /// The region that opens the name of `entity`, whatever that is.
    pub(super) fn region_of(&self, entity: usize) -> Option<usize> {
        self.prefix(entity, Kinds::of(&[Kind::Region])).map(|(region, _)| region)
    }

    /// The region that opens `words`.
    pub(super) fn region_at_head(&self, words: &str) -> Option<usize> {
        self.longest_at(words, usize::MAX, Kinds::of(&[Kind::Region])).map(|(region, _)| region)
    }

    /// The sector that opens the name of `entity`.
    pub(super) fn sector_at_head(&self, entity: usize) -> Option<usize> {
        self.prefix(entity, Kinds::of(&[Kind::Industry])).map(|(sector, _)| sector)
    }

    /// Whether region `place` neither is nor holds the reporting region.
    pub(super) fn is_elsewhere(&self, place: usize) -> bool {
        let entity = &self.linked.entities[place];
        let holds = entity.aliases.iter().any(|alias| alias.starts_with('全'))
            || self.linked.region.is_some_and(|region| {
                let own = &self.linked.entities[region];
                holds(entity.code.as_deref(), own.code.as_deref())
                    || own.aliases.iter().any(|alias| alias.starts_with(entity.name.as_str()))
            });
        entity.kind == Kind::Region && self.linked.region != Some(place) && !holds
    }

    /// The firm whose name opens the name of `entity`.
    pub(super) fn owner(&self, entity: usize) -> Option<usize> {
        let (owner, _) = self.prefix(entity, Kinds::of(&[Kind::Enterprise]))?;
        Some(owner)
    }

    /// The longest name of the kinds `fits` that opens the name of `entity`, with what is
    /// left of that name.
    fn prefix(&self, entity: usize, fits: Kinds) -> Option<(usize, &'a str)> {
        names(&self.linked.entities[entity])
            .find_map(|name| self.longest_at(name.trim_start_matches(['“', '《']), entity, fits))
    }

    /// The place whose stretch of a line `rest` is (`新蔡段` of 化新高速新蔡段).
    fn stretch(&self, rest: &str, entity: usize) -> Option<(usize, bool)> {
        let fits = self.longest_at(rest, entity, PLACES).filter(|(_, tail)| tail.starts_with('段'));
        fits.map(|(place, _)| (place, false))
    }

    fn longest_at<'n>(&self, name: &'n str, not: usize, fits: Kinds) -> Option<(usize, &'n str)> {
        let bucket = self.known.get(&name.chars().next()?)?;
        let fitting = bucket.iter().find(|(known, owner)| {
            known.len() < name.len()
                && *owner != not
                && fits.has(self.linked.entities[*owner].kind)
                && name.starts_with(known)
        });
        fitting.map(|(known, owner)| (*owner, &name[known.len()..]))
    }

    fn place_in_name(&self, entity: usize) -> Option<(usize, bool)> {
        let own = &self.linked.entities[entity];
        if !PLACED.has(own.kind)
            || (own.kind == Kind::Site && ends_with(&own.name, &words().streets))
            || (own.kind == Kind::Organization && ends_with(&own.name, &words().offices))
        {
            return None;
        }
        // A laboratory lies in its hospital; the hospital's name says where that is.
        let wholes = match own.kind {
            Kind::Project => PARTS,
            Kind::Enterprise => Kinds::of(&[Kind::Enterprise]),
            _ => WHOLES,
        };
        if let Some((_, rest)) = self.prefix(entity, wholes).filter(|(_, rest)| !is_phase(rest)) {
            return self.stretch(rest, entity);
        }
        let opening = self.longest_at(&own.name, entity, PLACES).filter(|(_, rest)| !is_settlement_tail(rest));
        if let Some((place, _)) = opening {
            return Some((place, true));
        }
        if !matches!(own.kind, Kind::Project | Kind::Site) {
            return None;
        }
        let inner = own.name.char_indices().skip(1).map(|(at, _)| &own.name[at..]);
        inner
            .filter_map(|rest| self.longest_at(rest, entity, OWNERS))
            // 深圳水库 inside a name is a reservoir and not the place.
            .filter(|(_, rest)| !words().features.iter().any(|feature| rest.starts_with(feature.as_str())))
            .map(|(place, _)| (place, false))
            .find(|(place, _)| PLACES.has(self.linked.entities[*place].kind))
    }
}

/// Adds what names say by themselves, each with the sentence that names the thing first.
pub(super) fn relations(view: &View, within: &Within, outline: &Outline, found: &mut Vec<Relation>) {
    let linked = view.linked;
    let mut first: Vec<Option<Span>> = vec![None; linked.entities.len()];
    for &(span, entity) in &linked.mentions {
        if let Some(slot) = first.get_mut(entity) {
            slot.get_or_insert(span);
        }
    }
    for index in 0..linked.entities.len() {
        if let (Some(span), Some((whole, _))) = (first[index], within.prefix(index, PARTS)) {
            first[whole].get_or_insert(span);
        }
    }
    for (index, entity) in linked.entities.iter().enumerate() {
        let Some(sentence) = first[index].and_then(|span| outline.sentence_at(span.start)) else { continue };
        let at = first[index].map_or(0, |span| span.start);
        let mut say = |kind: RelationType, head: usize, tail: usize, rule: &str, confidence: f32| {
            let modality = match kind {
                RelationType::Builds | RelationType::Operates => modality_at(view, outline, sentence, at),
                _ => outline.sentences[sentence].modality,
            };
            found.push(Relation {
                head,
                kind,
                tail,
                modality,
                period: outline.sentences[sentence].period,
                polarity: true,
                title: None,
                rule: rule.into(),
                confidence,
                evidence: outline.sentences[sentence].span,
            });
        };
        if let Some(place) = within.place(index) {
            say(RelationType::LocatedIn, index, place, "names.place", 0.8);
        }
        if let Some(owner) = within.owner(index) {
            match entity.kind {
                Kind::Project => say(RelationType::Builds, owner, index, "names.firm", 0.8),
                Kind::Site => say(RelationType::Operates, owner, index, "names.firm", 0.6),
                Kind::Product => say(RelationType::Produces, owner, index, "names.firm", 0.8),
                _ => {}
            }
        }
        parts(within, index, entity.kind, &mut say);
        if entity.kind == Kind::Town
            && is_settlement(&entity.name)
            && let Some(region) = linked.region
            && !is_province(&linked.entities[region])
        {
            say(RelationType::PartOf, index, region, "names.settlement", 0.7);
        }
    }
}

fn parts(within: &Within, index: usize, kind: Kind, say: &mut impl FnMut(RelationType, usize, usize, &str, f32)) {
    match kind {
        Kind::Project | Kind::Site => {
            if let Some((whole, rest)) = within.prefix(index, PARTS) {
                let rule = if is_phase(rest) { "names.phase" } else { "names.part" };
                say(RelationType::PartOf, index, whole, rule, 0.8);
            }
        }
        Kind::Organization => {
            if let Some((whole, _)) = within.prefix(index, Kinds::of(&[Kind::Organization])) {
                say(RelationType::PartOf, index, whole, "names.part", 0.7);
            }
        }
        Kind::Region | Kind::Town => {
            let entity = &within.linked.entities[index];
            for name in names(entity) {
                if let Some((whole, _)) = within.longest_at(name, index, Kinds::of(&[Kind::Region]))
                    && within.linked.entities[whole].name != entity.name
                {
                    say(RelationType::PartOf, index, whole, "names.chain", 0.9);
                    break;
                }
            }
        }
        _ => {}
    }
}

fn modality_at(view: &View, outline: &Outline, sentence: usize, at: usize) -> Modality {
    let clauses = view.clauses.of_sentence(sentence);
    let clause = clauses.iter().find(|clause| clause.span.start <= at && at < clause.span.end);
    clause.map_or(outline.sentences[sentence].modality, |clause| clause.modality)
}

/// The name of a region without the word for its level (通化 of 通化市), where that is no
/// common word.
fn short_name(entity: &Entity) -> Option<&str> {
    if entity.kind != Kind::Region {
        return None;
    }
    let short = ["市", "县", "区", "省"].iter().find_map(|level| entity.name.strip_suffix(level))?;
    let of_use =
        matches!(short.chars().count(), 2..=3) && !genre::is_common(short) && !short.ends_with(['新', '城', '区']);
    of_use.then_some(short)
}

fn names(entity: &Entity) -> impl Iterator<Item = &str> {
    std::iter::once(entity.name.as_str()).chain(entity.aliases.iter().map(String::as_str))
}

/// Whether a name means the thing by itself, and not by who speaks (全市, 我区, 区政府).
fn is_proper(name: &str) -> bool {
    let first = name.chars().next();
    name.chars().nth(1).is_some() && !matches!(first, Some('全' | '我' | '本' | '该')) && name != "中国"
}

fn ends_with(name: &str, endings: &[String]) -> bool {
    endings.iter().any(|ending| name.ends_with(ending.as_str()))
}

fn is_settlement(name: &str) -> bool {
    ends_with(name, &words().settlements) && !name.ends_with("小镇") && !name.contains(['“', '"'])
}

/// Whether a region is too large to be what its villages belong to.
fn is_province(region: &Entity) -> bool {
    region.level.is_some_and(|level| level <= Level::Province) || region.name.ends_with('省')
}

fn is_phase(rest: &str) -> bool {
    words().phases.iter().any(|phase| phase == rest)
}

/// Whether what follows a place makes it the name of another one (`东昌` before `街道`).
fn is_settlement_tail(rest: &str) -> bool {
    words().settlements.iter().any(|ending| rest.starts_with(ending.as_str()))
}

fn holds(outer: Option<&str>, inner: Option<&str>) -> bool {
    let (Some(outer), Some(inner)) = (outer, inner) else { return false };
    let significant = outer.trim_end_matches("00");
    significant.len() >= 2 && inner.starts_with(significant)
}
