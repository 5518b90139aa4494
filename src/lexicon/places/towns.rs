//! Towns, unpacked when first asked for.

use std::io::Read;
use std::sync::LazyLock;

use flate2::read::GzDecoder;

use super::{Place, Years, short_name};
use crate::model::Level;

static PACKED: &[u8] = include_bytes!("../data/towns.txt.gz");
static TOWNS: LazyLock<Towns> = LazyLock::new(Towns::unpack);

/// Digits of a town's code; the first six are its county's.
const CODE: usize = 9;

struct Towns {
    /// Lines of nine digits and a name, by code.
    text: String,
    /// Byte at which each line begins, and the end of the text.
    starts: Vec<usize>,
}

impl Towns {
    fn unpack() -> Self {
        let mut text = String::new();
        let unpacked = GzDecoder::new(PACKED).read_to_string(&mut text);
        assert!(unpacked.is_ok(), "the table of towns is damaged: build it again with scripts/places.py");
        let mut starts = vec![0];
        starts.extend(text.match_indices('\n').map(|(at, _)| at + 1));
        let head = starts.iter().take_while(|start| text[**start..].starts_with('#')).count();
        starts.drain(..head);
        Self { text, starts }
    }

    fn len(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    fn line(&'static self, at: usize) -> &'static str {
        self.text[self.starts[at]..self.starts[at + 1]].trim_end()
    }

    /// The lines whose codes begin with `prefix`.
    fn below(&'static self, prefix: &str) -> impl Iterator<Item = &'static str> {
        let rank = |at: &usize| self.text.get(*at..*at + CODE).unwrap_or("~").cmp(prefix);
        let first = self.starts.partition_point(|at| rank(at).is_lt());
        (first..self.len()).map(|at| self.line(at)).take_while(move |line| line.starts_with(prefix))
    }
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
    TOWNS.below(stem(code)).map(place).collect()
}

/// The towns below `code` that bear `name`, in full first, then in short.
pub(super) fn named_below(name: &str, code: &str) -> Vec<Place> {
    let matching = |line: &&'static str| line[CODE..].starts_with(short_name(name));
    let near: Vec<Place> = TOWNS.below(stem(code)).filter(matching).map(place).collect();
    let full = near.iter().filter(|town| town.name == name);
    let short = near.iter().filter(|town| town.name != name && short_name(town.name) == name);
    full.chain(short).copied().collect()
}

/// The town of a nine-digit code.
pub(super) fn of_code(code: &str) -> Option<Place> {
    TOWNS.below(code).next().filter(|_| code.len() == CODE).map(place)
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
        let head = format!("# Counts: {} towns", TOWNS.len());
        assert!(TOWNS.text.lines().take(6).any(|line| line == head), "{head}");
    }
}
