//! Divisions that were renamed: one place under several names and codes.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::table::{Former, table};
use super::{Place, by_code};

/// What a former division is called now, through all renamings (`清苑县` → `清苑区`): its land under another
/// code or name, of another sort or not. The place itself where it is in force, or where it ended otherwise:
/// divided among several, or taken into another one that goes on beside it (`崇文区`, `塘沽区`).
pub fn renamed(place: &Place) -> Place {
    let mut now = *place;
    // No chain in the table is longer; a circle ends.
    for _ in 0..8 {
        match next(&now) {
            Some(later) => now = later,
            None => break,
        }
    }
    now
}

/// The names and codes that the division of `code` had before, the oldest first.
pub fn former_names(code: &str) -> &'static [Place] {
    static NAMES: LazyLock<FxHashMap<&'static str, Vec<Place>>> = LazyLock::new(|| {
        let mut names: FxHashMap<&'static str, Vec<Place>> = FxHashMap::default();
        for one in &table().former {
            let now = renamed(&one.place);
            if now != one.place {
                names.entry(now.code).or_default().push(one.place);
            }
        }
        names.values_mut().for_each(|places| places.sort_by_key(|place| (place.valid.to, place.code)));
        names
    });
    NAMES.get(code).map_or(&[], Vec::as_slice)
}

/// The next name of a division whose name ended by being renamed.
fn next(place: &Place) -> Option<Place> {
    let end = place.valid.to?;
    let own = table().formers(place.code).find(|one| one.place == *place)?;
    let later = |one: &Place| one.valid.contains(end) && one.valid.to.is_none_or(|to| to > end);
    let past = table().formers(own.heir).map(|one| one.place).find(later);
    let heir = past.or_else(|| by_code(own.heir))?;
    goes_on(own, &heir).then_some(heir)
}

/// Whether the heir is the same division: it keeps the code or the short name; or all of its land was this
/// one's, and its name begins as this one's did (`蓟县` → `蓟州区`).
fn goes_on(own: &Former, heir: &Place) -> bool {
    let place = &own.place;
    let begins = |place: &Place| place.name.chars().next();
    let alone = || {
        let same = |one: &&Former| one.heir == own.heir && one.place.valid.to == place.valid.to;
        heir.valid.from == place.valid.to && table().former.iter().filter(same).count() == 1
    };
    place.level == heir.level
        && (place.code == heir.code
            || place.short_name() == heir.short_name()
            || (begins(place) == begins(heir) && alone()))
}

#[cfg(test)]
mod tests {
    use super::super::{find_in_year, resolve};
    use super::*;

    fn now(name: &str, year: u16) -> String {
        let [place] = find_in_year(name, year)[..] else { panic!("{name} in {year} is not one place") };
        let now = renamed(&place);
        format!("{}{}", now.name, now.code)
    }

    #[test]
    fn a_division_goes_on_under_its_new_name() {
        assert_eq!(now("清苑县", 2010), "清苑区130608");
        assert_eq!(now("蓟县", 2010), "蓟州区120119");
        assert_eq!(now("襄樊市", 2005), "襄阳市420600");
        assert_eq!(now("清苑区", 2020), "清苑区130608");
    }

    #[test]
    fn what_was_joined_to_another_is_not_that_one() {
        for name in ["崇文区", "塘沽区", "南市区"] {
            let [place, ..] = find_in_year(name, 2008)[..] else { panic!("{name} is no place") };
            assert_eq!(renamed(&place), place);
        }
    }

    #[test]
    fn a_place_knows_its_former_names() {
        let names = |name: &str| -> Vec<(&str, Option<u16>)> {
            let place = resolve(name).expect("a place");
            former_names(place.code).iter().map(|past| (past.name, past.valid.to)).collect()
        };
        assert_eq!(names("保定市清苑区"), [("清苑县", Some(2015))]);
        assert_eq!(names("保定市莲池区"), []);
    }
}
