//! From names in a text to one place: chains of divisions, and homonyms told apart by context.

use super::table::table;
use super::towns::{named_below, stem};
use super::{Place, ancestors, find, short_name_risk};
use crate::model::Level;

/// Longest name of a division, in characters.
const LONGEST: usize = 20;

/// The place that a chain of names tells (`吉林省通化市东昌区`, `通化市东昌区`, `驻马店市`), each name
/// full or short, each lying in the one before, levels left out or not; spaces and `·_,，、-` between
/// names are ignored. A town may end the chain. Divisions of the past are taken where the chain
/// fits none of today (`保定市清苑县`).
///
/// None where a part is no place, or where several places fit of which none holds the others
/// (`鼓楼区`): see [`resolve_near`].
pub fn resolve(chain: &str) -> Option<Place> {
    resolve_near(chain, "")
}

/// The same as [`resolve`], homonyms told apart by nearness to the division of code `context`
/// (empty: no context): see [`find_near`].
pub fn resolve_near(chain: &str, context: &str) -> Option<Place> {
    let chain: String = chain.chars().filter(|c| !c.is_whitespace() && !"·_,，、-".contains(*c)).collect();
    let found = complete(&chain, None, Since::Today);
    let found = if found.is_empty() { complete(&chain, None, Since::Ever) } else { found };
    nearest(&found, context)
}

/// The one place that `name` means, full or short, in a text about the division of code `context`:
/// first the division itself and what it lies in, then a place (or town) in it, then in its city,
/// then in its province, then elsewhere. Of places equally near that one which holds the others
/// (通化 → 通化市, not 通化县).
///
/// None where the name is unknown or several are equally near.
pub fn find_near(name: &str, context: &str) -> Option<Place> {
    let found = find(name);
    match nearest(&found, context) {
        Some(place) if nearness(&place, context) < Nearness::Province || context.is_empty() => Some(place),
        far => named_below(name, context_or_nothing(context)).first().copied().or(far),
    }
}

/// The place that `name` most likely means in a text about the division of code `context`, or none:
/// as [`find_near`], but a short name counts only if it is no word ([`short_name_risk`]) and, below
/// provinces and cities, only in the context's own province, where writers leave the kind away.
pub fn mention(name: &str, context: &str) -> Option<Place> {
    let place = find_near(name, context)?;
    let known = matches!(place.level, Level::Province | Level::City | Level::Area | Level::Country);
    let in_full = place.name == name || (known && place.short_name() != name);
    let safe = short_name_risk(name).is_none() && (known || nearness(&place, context) != Nearness::Far);
    (in_full || safe).then_some(place)
}

/// A context that is none has no towns.
fn context_or_nothing(context: &str) -> &str {
    if context.is_empty() { "-" } else { context }
}

#[derive(Clone, Copy, PartialEq)]
enum Since {
    Today,
    Ever,
}

/// The places at the end of each way to read `rest` as names that lie in one another. Longest names
/// are tried first; shorter ones only where longer ones lead nowhere.
fn complete(rest: &str, within: Option<&Place>, since: Since) -> Vec<Place> {
    let ends: Vec<usize> = rest.char_indices().map(|(at, c)| at + c.len_utf8()).take(LONGEST).collect();
    for end in ends.into_iter().skip(1).rev() {
        let (name, after) = rest.split_at(end);
        let table = table();
        let past = table.formerly_named(name).filter(|_| since == Since::Ever);
        let here = table.named(name).chain(past).filter(|place| within.is_none_or(|above| lies_in(place, above)));
        let mut found: Vec<Place> = if after.is_empty() {
            here.collect()
        } else {
            here.filter(|place| place.level != Level::Area)
                .flat_map(|place| complete(after, Some(&place), since))
                .collect()
        };
        if !found.is_empty() {
            found.dedup();
            return found;
        }
    }
    within.map(|above| named_below(rest, above.code)).unwrap_or_default()
}

fn lies_in(place: &Place, above: &Place) -> bool {
    if above.level == Level::Country {
        return above.code == "CN"
            && place.level != Level::Country
            && place.code.starts_with(|c: char| c.is_ascii_digit());
    }
    place.code != above.code && (place.parent == above.code || place.code.starts_with(stem(above.code)))
}

/// How far a place lies from a context, near to far.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Nearness {
    /// The context itself, or what it lies in.
    Above,
    /// In the context.
    Within,
    /// In the same city.
    City,
    /// In the same province.
    Province,
    /// Elsewhere.
    Far,
}

fn nearness(place: &Place, context: &str) -> Nearness {
    let same = |digits: usize| context.get(..digits).is_some_and(|prefix| place.code.starts_with(prefix));
    let numbered = place.code.len() >= 6 && context.len() >= 6;
    match () {
        () if place.code == context || ancestors(context).iter().any(|above| above.code == place.code) => {
            Nearness::Above
        }
        () if numbered && place.code.starts_with(stem(context)) => Nearness::Within,
        () if numbered && same(4) => Nearness::City,
        () if numbered && same(2) => Nearness::Province,
        () => Nearness::Far,
    }
}

fn nearest(found: &[Place], context: &str) -> Option<Place> {
    if let [only] = found {
        return Some(*only);
    }
    let near = |place: &&Place| nearness(place, context);
    let best = found.iter().map(|place| nearness(place, context)).min()?;
    let equal: Vec<&Place> = found.iter().filter(|place| near(place) == best).collect();
    match equal[..] {
        [only] => Some(*only),
        // Of the ancestors of the context the lowest that bears the name.
        _ if best == Nearness::Above => equal.into_iter().max_by_key(|place| (place.level, place.valid.to)).copied(),
        _ => equal.iter().find(|one| equal.iter().all(|other| one == &other || lies_in(other, one))).map(|one| **one),
    }
}
