//! Regions and towns out of the table of divisions.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::context::{Context, mention};
use super::hits::List;
use super::tokens::{Class, Token};
use crate::lexicon::genre;
use crate::lexicon::matcher::{Matcher, matcher, occurrences};
use crate::lexicon::places::{self, Place};
use crate::model::{Level, Mention, Span};
use crate::ontology::Kind;

struct Names {
    /// The places that bear each name, in full or short.
    places: Vec<Vec<Place>>,
    automaton: Matcher,
}

static NAMES: LazyLock<Names> = LazyLock::new(|| {
    let mut by_name: BTreeMap<&str, Vec<Place>> = BTreeMap::new();
    for place in places::all().chain(places::all_former()) {
        for name in [place.name, place.short_name()] {
            let known = by_name.entry(name).or_default();
            if name.chars().count() >= 2 && !known.contains(&place) {
                known.push(place);
            }
        }
    }
    by_name.retain(|name, _| name.chars().count() >= 2);
    let patterns: Vec<(&str, u32)> = by_name.keys().enumerate().map(|(at, name)| (*name, at as u32)).collect();
    let automaton = matcher("names of divisions", patterns);
    Names { places: by_name.into_values().collect(), automaton }
});

/// The names of all divisions, with the index of their bearers.
pub(super) fn names() -> &'static Matcher {
    &NAMES.automaton
}

/// Finds regions and the towns of the reporting county.
pub(super) fn find(context: &Context<'_>, mentions: &mut Vec<Mention>) {
    let home = context.outline.region.as_deref().and_then(places::resolve);
    let home = home.map_or("", |place| place.code);
    let near = Near::new(home);
    for (hit, tokens) in context.hits(List::Places) {
        let words = context.outline.sentences[hit.sentence].span.of(context.text);
        let bearers = &NAMES.places[hit.value as usize];
        if accepts(context, tokens, hit.span, bearers, &near, words) {
            let inner = bearers.iter().any(|place| near.inside(place));
            let rule = if inner { "places.near" } else { "places.region" };
            mentions.extend(body(context.text, hit.span));
            mentions.push(mention(hit.span, Kind::Region, rule, 0.85));
        }
    }
    if home.len() == 6 && !home.ends_with("00") {
        towns(context, home, mentions);
    }
}

/// Words of sentences in which a region speaks of far counties.
const AIDING: &[&str] = &["帮扶", "对口", "协作", "支援", "援建", "结对", "帮助", "签订", "签约", "协议"];

/// `青岚市委`, `云溪县人民政府`: the body of a division.
fn body(text: &str, span: Span) -> Option<Mention> {
    let rest = &text[span.end..];
    let name = ["人民政府", "政府", "委"].iter().find(|word| rest.starts_with(**word))?;
    let after = &rest[name.len()..];
    let whole = span.of(text).ends_with(['省', '市', '县', '区', '州', '旗'])
        && !after.starts_with(['员', '托', '书', '会', '办', '派']);
    whole.then(|| mention(Span::new(span.start, span.end + name.len()), Kind::Organization, "places.body", 0.88))
}

/// Whether the name is one side of a place whose other sides stand beside it: 江西 in
/// 江东、江西、江南 is no province.
fn is_side(context: &Context<'_>, tokens: &[Token], first: usize, last: usize) -> bool {
    let side = |word: &str| word.chars().count() == 2 && word.ends_with(['东', '西', '南', '北']);
    let word = |at: usize| tokens.get(at).map_or("", |token| context.word(token));
    let own = word(first);
    let beside = |mark: usize, other: usize| {
        let twin = word(other);
        let province = places::find(twin).iter().any(|place| place.level == Level::Province);
        word(mark) == "、" && side(twin) && twin.chars().next() == own.chars().next() && !province
    };
    first == last && side(own) && (beside(last + 1, last + 2) || first >= 2 && beside(first - 1, first - 2))
}

/// What lies near the reporting region.
struct Near {
    codes: Vec<&'static str>,
    stem: String,
}

impl Near {
    fn new(home: &str) -> Self {
        let mut codes: Vec<&'static str> = places::ancestors(home).iter().map(|place| place.code).collect();
        codes.extend(places::by_code(home).map(|place| place.code));
        // four digits: the reporting city, or the city of the reporting county
        let stem = home.get(..4).filter(|stem| !stem.ends_with("00")).unwrap_or(home.get(..2).unwrap_or("-"));
        Self { codes, stem: stem.to_string() }
    }

    /// Whether the place lies in the reporting region.
    fn inside(&self, place: &Place) -> bool {
        let home = self.codes.last().copied().unwrap_or("-");
        place.code != home && place.code.starts_with(home.trim_end_matches("00")) && home.ends_with("00")
    }

    fn has(&self, place: &Place) -> bool {
        self.codes.contains(&place.code) || place.code.starts_with(&self.stem)
    }
}

fn accepts(
    context: &Context<'_>,
    tokens: &[Token],
    span: Span,
    bearers: &[Place],
    near: &Near,
    sentence: &str,
) -> bool {
    let word = span.of(context.text);
    let first = tokens.partition_point(|token| token.span.start < span.start);
    let last = tokens.partition_point(|token| token.span.end < span.end);
    let starts = tokens.get(first).is_some_and(|token| token.span.start == span.start);
    let ends = tokens.get(last).is_some_and(|token| token.span.end == span.end);
    let close = bearers.iter().any(|place| near.has(place));
    let full = bearers.iter().any(|place| place.name == word && word.chars().count() >= 3);
    let aligned = starts && ends || full && close;
    if !aligned {
        return false;
    }
    let class = |at: Option<usize>| at.and_then(|at| tokens.get(at)).map(|token| token.class);
    let before = class(first.checked_sub(1));
    let after = class(Some(last + 1));
    let nominal =
        |class: Option<Class>| matches!(class, Some(Class::Common | Class::Verb | Class::Proper | Class::Weak));
    if is_side(context, tokens, first, last) {
        return false;
    }
    // 新建县殡仪中心: a verb and 县, not the county of that name
    if full && !close && genre::is_common(&word[..word.len() - '县'.len_utf8()]) {
        return false;
    }
    if full || close {
        let inner = bearers.iter().any(|place| near.inside(place));
        // 金芙蓉 is not 芙蓉区
        return full || before != Some(Class::Proper) && (after != Some(Class::Proper) || inner);
    }
    let risky = places::short_name_risk(word).is_some();
    // 应对美国, 支持河北: a verb before a country or a province governs it
    let wide = bearers.iter().any(|place| matches!(place.level, Level::Country | Level::Province));
    let led = nominal(before) && !(wide && matches!(before, Some(Class::Verb | Class::Weak)));
    // 美国加征关税: a country is hardly the opening of another name
    let country = bearers.iter().any(|place| place.level == Level::Country);
    if genre::is_common(word) || risky || led || nominal(after) && !country {
        return false;
    }
    bearers.iter().any(|place| match place.level {
        Level::Province | Level::City | Level::Area | Level::Country => true,
        // far counties go by their short names only where one region aids another
        _ => bearers.len() == 1 && AIDING.iter().any(|aiding| sentence.contains(aiding)),
    })
}

/// `金坪镇` where the table has it below the reporting county.
fn towns(context: &Context<'_>, home: &str, mentions: &mut Vec<Mention>) {
    let towns = places::towns_of(home);
    for town in &towns {
        for at in occurrences(context.text, town.name) {
            mentions.push(mention(Span::new(at, at + town.name.len()), Kind::Town, "places.town", 0.9));
        }
    }
    let shorts: BTreeMap<&str, &str> = towns.iter().map(|town| (town.short_name(), town.name)).collect();
    for (short, full) in shorts {
        if short.chars().count() < 2 || places::short_name_risk(short).is_some() {
            continue;
        }
        for at in occurrences(context.text, short) {
            let span = Span::new(at, at + short.len());
            if context.outline.sentence_at(at).is_some_and(|index| is_free(&context.sentences[index], span)) {
                let mut found = mention(span, Kind::Town, "places.town.short", 0.7);
                found.name = Some(full.to_string());
                mentions.push(found);
            }
        }
    }
}

/// Whether `span` is one or more whole words of no common vocabulary, with no noun or verb of
/// it on either side.
fn is_free(tokens: &[Token], span: Span) -> bool {
    let first = tokens.binary_search_by_key(&span.start, |token| token.span.start);
    let last = tokens.binary_search_by_key(&span.end, |token| token.span.end);
    let (Ok(first), Ok(last)) = (first, last) else { return false };
    let side = |at: Option<usize>| at.and_then(|at| tokens.get(at)).map(|token| token.class);
    let free = |class: Option<Class>| !matches!(class, Some(Class::Common | Class::Proper | Class::Verb | Class::Weak));
    tokens[first..=last].iter().all(|token| token.class == Class::Proper)
        && free(side(first.checked_sub(1)))
        && free(side(Some(last + 1)))
}
