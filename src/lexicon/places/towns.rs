//! Towns, unpacked by provinces when first asked for.

use std::collections::BTreeMap;
use std::io::Read;
use std::sync::{LazyLock, OnceLock};

use flate2::read::GzDecoder;

use super::table::{columns, lines};
use super::{Place, Years, short_name};
use crate::model::Level;

static PACKED: &[u8] = include_bytes!("../data/towns.txt.gz");
const INDEX: &str = include_str!("../data/towns-index.txt");

static SHELVES: LazyLock<BTreeMap<&'static str, Shelf>> = LazyLock::new(shelves);

/// Digits of a town's code; the first six are its county's.
const CODE: usize = 9;

/// The towns of one province, unpacked when first asked for (below a millisecond).
struct Shelf {
    packed: &'static [u8],
    towns: OnceLock<Towns>,
}

struct Towns {
    /// Lines of nine digits and a name, by code.
    text: String,
    /// Byte at which each line begins, and the end of the text.
    starts: Vec<usize>,
}

fn shelves() -> BTreeMap<&'static str, Shelf> {
    let mut begin = 0;
    let shelf = |line| {
        let [province, end]: [&'static str; 2] = columns(line);
        let end = end.parse().unwrap_or(PACKED.len());
        let packed = PACKED.get(begin..end).unwrap_or_default();
        begin = end;
        (province, Shelf { packed, towns: OnceLock::new() })
    };
    lines(INDEX).map(shelf).collect()
}

impl Towns {
    fn unpack(packed: &[u8]) -> Self {
        let mut text = String::new();
        let unpacked = GzDecoder::new(packed).read_to_string(&mut text);
        assert!(unpacked.is_ok(), "the table of towns is damaged: build it again with scripts/places.py");
        let ends = text.match_indices('\n').map(|(at, _)| at + 1);
        let starts = std::iter::once(0).chain(ends).collect();
        Self { text, starts }
    }
}

/// The lines whose codes begin with `prefix`, which is that of a province or longer.
fn below(prefix: &str) -> impl Iterator<Item = &'static str> {
    let shelf = prefix.get(..2).and_then(|province| SHELVES.get(province));
    let towns = shelf.map(|shelf| shelf.towns.get_or_init(|| Towns::unpack(shelf.packed)));
    let lines = towns.into_iter().flat_map(move |towns| {
        let before = |at: &usize| towns.text.get(*at..*at + CODE).is_some_and(|code| code < prefix);
        let first = towns.starts.partition_point(before);
        towns.starts[first..].windows(2).map(|pair| towns.text[pair[0]..pair[1]].trim_end())
    });
    lines.take_while(move |line| line.starts_with(prefix))
}

fn place(line: &'static str) -> Place {
    let (code, name) = line.split_at(CODE);
    Place { code, name, level: Level::Town, parent: &code[..6], valid: Years::default() }
}

/// The digits that all codes below a division begin with: `22`, `2205`, `220502`.
pub(super) fn stem(code: &str) -> &str {
    let code = code.strip_suffix("0000").filter(|rest| rest.len() == 2).unwrap_or(code);
    code.strip_suffix("00").filter(|rest| rest.len() == 4).unwrap_or(code)
}

/// The towns of a county, or of a city without counties (东莞市), in the order of their codes;
/// of a city or province with counties, those of all of them.
///
/// Empty for what has no towns in the table (see the module's limits).
pub fn towns_of(code: &str) -> Vec<Place> {
    below(stem(code)).map(place).collect()
}

/// The towns below `code` that bear `name`, in full first, then in short.
pub(super) fn named_below(name: &str, code: &str) -> Vec<Place> {
    let opening = short_name(name);
    let matching = |line: &&'static str| line[CODE..].starts_with(opening);
    let near: Vec<Place> = below(stem(code)).filter(matching).map(place).collect();
    let full = near.iter().filter(|town| town.name == name);
    let short = near.iter().filter(|town| town.name != name && short_name(town.name) == name);
    full.chain(short).copied().collect()
}

/// The town of a nine-digit code.
pub(super) fn of_code(code: &str) -> Option<Place> {
    below(code).next().filter(|_| code.len() == CODE).map(place)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stem_is_what_codes_below_begin_with() {
        assert_eq!(stem("220000"), "22");
        assert_eq!(stem("220500"), "2205");
        assert_eq!(stem("220502"), "220502");
        assert_eq!(stem("220502100"), "220502100");
    }

    #[test]
    fn the_head_counts_the_towns() {
        let count: usize = SHELVES.keys().map(|province| towns_of(province).len()).sum();
        let head = Towns::unpack(SHELVES["head"].packed).text;
        assert!(head.ends_with(&format!("# Counts: {count} towns\n")), "{count}: {head}");
        assert!(INDEX.contains(&format!("# Counts: {count} towns\n")));
    }

    #[test]
    fn each_province_lies_on_its_shelf() {
        for (province, shelf) in SHELVES.iter().filter(|(key, _)| **key != "head") {
            let text = Towns::unpack(shelf.packed).text;
            assert!(text.lines().all(|line| line.starts_with(province)), "{province}");
        }
    }
}
