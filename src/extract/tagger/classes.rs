//! Classes of words that stand in the same places: 汽车 with 装备, 长城 with 黄河.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::hash::Hash;

/// The classes of a word, each within the one before; zeros for a word without.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Classes {
    pub(super) wide: u16,
    pub(super) middle: u16,
    pub(super) narrow: u16,
}

/// The classes of words by the hash of their letters: no two words of the list share one.
struct Table {
    /// The narrow class of each word.
    words: FxHashMap<u32, u16>,
    /// By narrow class; that of words without is the first.
    classes: Vec<Classes>,
}

/// Each line is a class: the numbers of the two wider classes it lies in, and its words.
static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table { words: FxHashMap::default(), classes: vec![Classes::default()] };
    for (line, narrow) in lines().zip(1..) {
        let mut fields = line.split(' ');
        let mut number = || fields.next().and_then(|field| field.parse::<u16>().ok()).map_or(0, |number| number + 1);
        table.classes.push(Classes { wide: number(), middle: number(), narrow });
        table.words.extend(fields.map(|word| (Hash::default().words(word).value(), narrow)));
    }
    table
});

fn lines() -> impl Iterator<Item = &'static str> {
    include_str!("data/classes.txt").lines().filter(|line| !line.starts_with('#'))
}

/// The classes of the word whose letters have this hash.
pub(super) fn of(word: u32) -> Classes {
    TABLE.classes[usize::from(TABLE.words.get(&word).copied().unwrap_or(0))]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of_word(word: &str) -> Classes {
        of(Hash::default().words(word).value())
    }

    #[test]
    fn words_of_the_same_places_share_a_class() {
        assert_eq!(of_word("医院"), of_word("研究院"));
        assert_ne!(of_word("医院").middle, of_word("加快").middle);
        assert_eq!(of_word("云溪数谷"), Classes::default());
    }

    #[test]
    fn no_two_words_share_a_hash() {
        let words = lines().flat_map(|line| line.split(' ').skip(2)).count();
        assert_eq!(TABLE.words.len(), words);
    }
}
