//! Words, by which all stages cut texts.
//!
//! The dictionary is jieba's. It is laid out once, when the program is built, so that nothing is to be
//! read before the first cut; jieba itself, which takes 0.1 s to load it, is asked where parts of
//! speech are wanted.

mod cut;

use std::sync::LazyLock;

use jieba_rs::Jieba;

use super::trie::Trie;

pub use cut::{Cutter, Word};

/// The dictionary. The value of a word is the rank of its frequency.
static TRIE: Trie<'_> = Trie {
    codes: include_bytes!(concat!(env!("OUT_DIR"), "/words.codes")).as_chunks().0,
    nodes: include_bytes!(concat!(env!("OUT_DIR"), "/words.nodes")).as_chunks().0,
};

/// The sum of all frequencies, then each frequency once, by rank.
static FREQUENCIES: &[[u8; 8]] = include_bytes!(concat!(env!("OUT_DIR"), "/words.frequencies")).as_chunks().0;

fn frequencies() -> impl Iterator<Item = u64> {
    FREQUENCIES.iter().map(|bytes| u64::from_le_bytes(*bytes))
}

static JIEBA: LazyLock<Jieba> = LazyLock::new(Jieba::new);

/// The tagger of parts of speech, loaded when first asked for (about 0.1 s).
pub fn tagger() -> &'static Jieba {
    &JIEBA
}

/// Cuts `text` into words: for a few words now and then; see [`Cutter`] for many.
pub fn cut(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    Cutter::default().cut(text, |word| words.push(&text[word.range]));
    words
}

/// One past the last place of a word in the dictionary.
pub fn places() -> usize {
    TRIE.nodes.len()
}

/// How often a word was counted when the dictionary was made; none where it lacks the word.
pub fn frequency(word: &str) -> Option<u64> {
    let end = word.chars().try_fold(TRIE.start(), |path, char| path.step(TRIE.code(char)))?;
    frequencies().nth(end.value()).filter(|_| end.value() > 0)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn cuts_as_jieba(text: &str) {
        let expected: Vec<&str> = tagger().cut(text, false).into_iter().map(|token| token.word).collect();
        assert_eq!(cut(text), expected, "{text}");
    }

    #[test]
    fn cuts_are_those_of_jieba() {
        for text in [
            "",
            "\r\n\r \r\n",
            "投资3.5亿元的4S店、Wi-Fi和B超项目，2023年GDP增长5.8%。\r\n一、加快建设“数字云溪”\n",
            "𠮷野家㐂𫝆与工信处女干事每月经过下属科室都要亲口交代24口交换机等技术性器件的安装工作",
            include_str!("../../../examples/yunxi-2024.clean.txt"),
            include_str!("../data/genre.txt"),
            include_str!("../data/divisions.txt"),
        ] {
            cuts_as_jieba(text);
        }
    }

    #[test]
    fn frequencies_are_those_of_jieba() {
        assert_eq!(frequency("的"), Some(318_825));
        assert_eq!(frequency("云溪数谷"), None);
        assert_eq!(frequency(""), None);
        for word in include_str!("../data/genre.txt").lines().filter_map(|line| line.split(' ').next()) {
            assert_eq!(frequency(word).is_some(), tagger().has_word(word), "{word}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_cut_as_by_jieba(text in "([一-三中-丰产业发展建设A-C1-3.%\r\n，]|[\u{4E00}-\u{9FFF}]|\\PC){0,60}") {
            cuts_as_jieba(&text);
        }
    }
}
