//! What title and speaker say: who leads what.

use super::view::{Part, View};
use super::words::words;
use crate::model::{Entity, Linked, Outline, Relation, Sentence, Span};
use crate::ontology::{Kind, Modality, RelationType};

/// Adds the offices of the person who gives the report.
pub(super) fn frame(text: &str, outline: &Outline, linked: &Linked, found: &mut Vec<Relation>) {
    chain(text, outline, linked, found);
    let Some(person) = speaker(text, outline, linked) else { return };
    let span = outline.speaker_span.or_else(|| linked.entities[person].mentions.first().copied());
    let Some(sentence) = span.and_then(|span| outline.sentence_at(span.start)) else { return };
    for title in &outline.speaker_titles {
        for tail in led(title, linked) {
            found.push(Relation {
                head: person,
                kind: RelationType::Leads,
                tail,
                modality: Modality::Done,
                period: outline.sentences[sentence].period,
                polarity: true,
                title: Some(title.clone()),
                rule: "frame.speaker".into(),
                confidence: 0.95,
                evidence: outline.sentences[sentence].span,
            });
        }
    }
}

/// Adds what the full name of the reporting region says: 通化市东昌区 is part of 通化市.
fn chain(text: &str, outline: &Outline, linked: &Linked, found: &mut Vec<Relation>) {
    let (Some(full), Some(region)) = (outline.region.as_deref(), linked.region) else { return };
    let larger = linked.entities.iter().enumerate().filter(|(index, entity)| {
        entity.kind == Kind::Region
            && *index != region
            && full.len() > entity.name.len()
            && full.starts_with(&entity.name)
    });
    let Some((tail, _)) = larger.max_by_key(|(_, entity)| entity.name.len()) else { return };
    let Some(sentence) = text.find(full).and_then(|at| outline.sentence_at(at)) else { return };
    found.push(Relation {
        head: region,
        kind: RelationType::PartOf,
        tail,
        modality: Modality::Done,
        period: outline.sentences[sentence].period,
        polarity: true,
        title: None,
        rule: "frame.chain".into(),
        confidence: 0.95,
        evidence: outline.sentences[sentence].span,
    });
}

/// Adds the offices that a sentence gives persons: body, title, name.
pub(super) fn offices(view: &View, sentence: &Sentence, parts: &[Part], found: &mut Vec<Relation>) {
    for part in parts {
        for pair in view.names(part).windows(2) {
            let gap = view.between(pair[0].span.end, pair[1].span.start);
            if pair[1].kind == Kind::Person
                && matches!(pair[0].kind, Kind::Organization | Kind::Region)
                && let Some(title) = words().title(gap)
            {
                found.push(Relation {
                    head: pair[1].entity,
                    kind: RelationType::Leads,
                    tail: pair[0].entity,
                    modality: Modality::Done,
                    period: sentence.period,
                    polarity: true,
                    title: Some(title.into()),
                    rule: "frame.office".into(),
                    confidence: 0.8,
                    evidence: sentence.span,
                });
            }
        }
    }
}

fn speaker(text: &str, outline: &Outline, linked: &Linked) -> Option<usize> {
    let bare = |name: &str| name.split_whitespace().collect::<String>();
    let by_name = |entity: &Entity| {
        let mut names = std::iter::once(&entity.name).chain(&entity.aliases);
        outline.speaker.as_ref().is_some_and(|speaker| names.any(|name| bare(name) == bare(speaker)))
    };
    let by_place =
        |span: &Span| outline.speaker_span.is_some_and(|place| place.overlaps(*span) && !place.of(text).is_empty());
    linked
        .entities
        .iter()
        .position(|entity| entity.kind == Kind::Person && (by_name(entity) || entity.mentions.iter().any(by_place)))
}

/// What somebody with this title leads: the body that the title names (区委 of 区委书记);
/// for the head of a government, the government and the region.
fn led(title: &str, linked: &Linked) -> Vec<usize> {
    let party = title.contains("书记");
    let heads_government = ["省长", "市长", "州长", "区长", "县长", "旗长", "盟长", "镇长", "乡长", "主席"]
        .iter()
        .any(|office| title.ends_with(office));
    let fits = |name: &str| {
        (party && name.ends_with('委') && title.contains(name))
            || (heads_government && (title.contains(name) || is_government(name, linked)))
            || (!party && !heads_government && title.starts_with(name))
    };
    let body = linked.entities.iter().position(|entity| {
        entity.kind == Kind::Organization && std::iter::once(&entity.name).chain(&entity.aliases).any(|name| fits(name))
    });
    let mut led: Vec<usize> = body.into_iter().collect();
    if (heads_government || led.is_empty())
        && let Some(region) = linked.region
    {
        led.push(region);
    }
    led
}

/// Whether `name` is the government of the reporting region.
fn is_government(name: &str, linked: &Linked) -> bool {
    let Some(place) = name.strip_suffix("人民政府").or_else(|| name.strip_suffix("政府")) else { return false };
    let Some(region) = linked.region.and_then(|region| linked.entities.get(region)) else { return false };
    let level = region.name.chars().last();
    let own = std::iter::once(&region.name).chain(&region.aliases).any(|alias| alias == place);
    own || (place.chars().count() == 1 && place.chars().last() == level)
}
