//! The tables of divisions, zones, areas and countries as they are looked up.

use std::ops::Range;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::{Place, Years};
use crate::model::Level;

const DIVISIONS: &str = include_str!("../data/divisions.txt");
const FORMER: &str = include_str!("../data/former.txt");
const ZONES: &str = include_str!("../data/zones.txt");
const AREAS: &str = include_str!("../data/areas.txt");
const COUNTRIES: &str = include_str!("../data/countries.txt");

/// A place that is no more, and who holds its land.
pub(super) struct Former {
    pub(super) place: Place,
    /// Code of the heir; empty for none or several.
    pub(super) heir: &'static str,
}

/// Everything above towns, ready to look up.
pub(super) struct Table {
    /// Divisions in force, by code.
    pub(super) divisions: Vec<Place>,
    /// Divisions that are no more, by code.
    pub(super) former: Vec<Former>,
    /// Zones of the statistics, named regions, and countries.
    pub(super) others: Vec<Place>,
    /// Divisions in force and others by code.
    codes: FxHashMap<&'static str, Place>,
    /// Codes of the members of a region.
    members: Vec<(&'static str, Vec<&'static str>)>,
    /// All but former.
    names: Names,
    former_names: Names,
}

/// Names with their places.
struct Names {
    /// By name.
    list: Vec<(&'static str, Place)>,
    /// Where the places of a name stand in the list.
    ranges: FxHashMap<&'static str, Range<usize>>,
}

impl Names {
    /// Names in the order of the places that each shall be found in.
    fn of(mut list: Vec<(&'static str, Place)>) -> Self {
        list.sort_by_key(|(name, _)| *name);
        let mut ranges: FxHashMap<&'static str, Range<usize>> = FxHashMap::default();
        for (at, (name, _)) in list.iter().enumerate() {
            ranges.entry(name).or_insert(at..at).end = at + 1;
        }
        Self { list, ranges }
    }

    fn named(&self, name: &str) -> impl Iterator<Item = Place> {
        let range = self.ranges.get(name).cloned().unwrap_or_default();
        self.list[range].iter().map(|(_, place)| *place)
    }
}

static TABLE: LazyLock<Table> = LazyLock::new(Table::read);

/// The table, read when first asked for (a few milliseconds).
pub(super) fn table() -> &'static Table {
    &TABLE
}

/// The lines of a data file without its head.
pub(super) fn lines(text: &'static str) -> impl Iterator<Item = &'static str> {
    text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// The columns of a line; a missing one is empty.
pub(super) fn columns<const N: usize>(line: &'static str) -> [&'static str; N] {
    let mut found = line.split('\t');
    std::array::from_fn(|_| found.next().unwrap_or(""))
}

fn year(text: &str) -> Option<u16> {
    text.parse().ok()
}

fn level_of(code: &str) -> Level {
    match (code.ends_with("0000"), code.ends_with("00")) {
        (true, _) => Level::Province,
        (_, true) => Level::City,
        _ => Level::County,
    }
}

impl Table {
    fn read() -> Self {
        let mut divisions: Vec<Place> = lines(DIVISIONS)
            .map(|line| {
                let [code, name, from] = columns(line);
                Place { code, name, level: level_of(code), parent: "", valid: Years { from: year(from), to: None } }
            })
            .collect();
        let mut former: Vec<Former> = lines(FORMER)
            .map(|line| {
                let [code, name, from, to, heir] = columns(line);
                let valid = Years { from: year(from), to: year(to) };
                let place = Place { code, name, level: level_of(code), parent: "", valid };
                Former { place, heir: if heir == "-" { "" } else { heir } }
            })
            .collect();
        let heads = heads(&divisions, &former);
        for place in divisions.iter_mut().chain(former.iter_mut().map(|one| &mut one.place)) {
            place.parent = head_of(&heads, place.code);
        }
        let mut others: Vec<Place> = lines(ZONES)
            .map(|line| {
                let [code, name] = columns(line);
                Place { code, name, level: Level::Area, parent: head_of(&heads, code), valid: Years::default() }
            })
            .collect();
        let mut aliases: Vec<(&str, Place)> = Vec::new();
        let mut members = Vec::new();
        for line in lines(AREAS) {
            let [code, name, further, places] = columns(line);
            let inside: Vec<&str> = listed(places).collect();
            let parent = if let [only] = inside[..] { only } else { "" };
            let place = Place { code, name, level: Level::Area, parent, valid: Years::default() };
            others.push(place);
            aliases.extend(listed(further).map(|alias| (alias, place)));
            members.push((code, inside));
        }
        for line in lines(COUNTRIES) {
            let [code, name, _english, further] = columns(line);
            let place = Place { code, name, level: Level::Country, parent: "", valid: Years::default() };
            others.push(place);
            aliases.extend(listed(further).map(|alias| (alias, place)));
        }
        // Names in full before short ones and others; the sorting keeps that order, and that of the codes.
        let mut names: Vec<(&str, Place)> = divisions.iter().chain(&others).map(|place| (place.name, *place)).collect();
        names.extend(divisions.iter().filter_map(by_short));
        names.append(&mut aliases);
        let mut former_names: Vec<_> = former.iter().map(|one| (one.place.name, one.place)).collect();
        former_names.extend(former.iter().filter_map(|one| by_short(&one.place)));
        others.sort_by_key(|place| place.code);
        members.sort_unstable();
        let (names, former_names) = (Names::of(names), Names::of(former_names));
        let codes = others.iter().chain(&divisions).map(|place| (place.code, *place)).collect();
        Self { divisions, former, others, codes, members, names, former_names }
    }

    /// Divisions in force, zones, areas and countries of a name, full or short: those that bear it in full first.
    pub(super) fn named(&self, name: &str) -> impl Iterator<Item = Place> {
        self.names.named(name)
    }

    /// All names, full, short and further ones, with their places, by name; former divisions left out.
    pub(super) fn all_names(&self) -> &[(&'static str, Place)] {
        &self.names.list
    }

    /// Former divisions of a name.
    pub(super) fn formerly_named(&self, name: &str) -> impl Iterator<Item = Place> {
        self.former_names.named(name)
    }

    /// The division, zone, area or country of a code; a former one where none is in force.
    pub(super) fn of_code(&self, code: &str) -> Option<Place> {
        self.codes.get(code).copied().or_else(|| self.formers(code).last().map(|one| one.place))
    }

    /// The former divisions of a code, oldest first.
    pub(super) fn formers(&self, code: &str) -> impl Iterator<Item = &Former> {
        let start = self.former.partition_point(|one| one.place.code < code);
        self.former.iter().skip(start).take_while(move |one| one.place.code == code)
    }

    /// Codes of the members of a region; empty where it has none listed.
    pub(super) fn members(&self, code: &str) -> &[&'static str] {
        self.members.binary_search_by(|(area, _)| (*area).cmp(code)).ok().map_or(&[], |at| &self.members[at].1)
    }
}

/// A place by its short name, where that is another than the full one.
fn by_short(place: &Place) -> Option<(&'static str, Place)> {
    let short = place.short_name();
    (short != place.name).then_some((short, *place))
}

fn listed(column: &'static str) -> impl Iterator<Item = &'static str> {
    column.split(',').filter(|entry| !entry.is_empty() && *entry != "-")
}

/// The codes that other codes may lie below: provinces and cities, past ones too.
fn heads(divisions: &[Place], former: &[Former]) -> Vec<&'static str> {
    let all = divisions.iter().chain(former.iter().map(|one| &one.place));
    let mut heads: Vec<_> = all.map(|place| place.code).filter(|code| code.ends_with("00")).collect();
    heads.sort_unstable();
    heads.dedup();
    heads
}

/// The code above `code`: its city if there is one, else its province; empty for provinces.
fn head_of(heads: &[&'static str], code: &str) -> &'static str {
    let head = |digits: usize| {
        let prefix = code.get(..digits)?;
        let at = heads.partition_point(|head| *head < prefix);
        heads.get(at).copied().filter(|head| head.starts_with(prefix) && head[digits..].bytes().all(|b| b == b'0'))
    };
    [head(4), head(2)].into_iter().flatten().find(|head| *head != code).unwrap_or("")
}
