//! Many words looked for at once.

use std::str;
use std::sync::OnceLock;

use super::trie::Trie;
use super::trie::layout::{Layout, Word, lay_out};

/// A list of words with a number each, found in a text from left to right, at each place the
/// longest: [`Matcher::leftmost_find_iter`].
pub struct Matcher {
    /// By word.
    words: Vec<(String, u32)>,
    /// Laid out when this list is first looked for by itself.
    own: OnceLock<Layout>,
}

/// The matcher of the words of `table`, a data file of the program, each with its number.
///
/// # Panics
/// Where a word is empty or stands there with two numbers: a build with such a table must not run.
pub fn matcher<P: Into<String>>(table: &str, words: impl IntoIterator<Item = (P, u32)>) -> Matcher {
    let mut words: Vec<(String, u32)> = words.into_iter().map(|(word, number)| (word.into(), number)).collect();
    words.sort_unstable();
    words.dedup();
    assert!(words.iter().all(|(word, _)| !word.is_empty()), "{table}: a word is empty");
    if let Some(pair) = words.windows(2).find(|pair| pair[0].0 == pair[1].0) {
        panic!("{table}: “{}” stands twice", pair[0].0);
    }
    Matcher { words, own: OnceLock::new() }
}

/// A word found in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Match {
    start: usize,
    end: usize,
    value: u32,
}

impl Match {
    /// The byte at which it begins.
    pub fn start(&self) -> usize {
        self.start
    }

    /// One past its last byte.
    pub fn end(&self) -> usize {
        self.end
    }

    /// The number given for the word.
    pub fn value(&self) -> u32 {
        self.value
    }
}

impl Matcher {
    /// The words in `text` from left to right, none overlapping another: at each place the longest.
    pub fn leftmost_find_iter<'a>(&'a self, text: &'a str) -> impl Iterator<Item = Match> + 'a {
        let mut rest = text.chars();
        std::iter::from_fn(move || {
            while !rest.as_str().is_empty() {
                let start = text.len() - rest.as_str().len();
                if let Some((behind, value)) = self.all_at(rest.clone()).last() {
                    rest = behind;
                    return Some(Match { start, end: text.len() - rest.as_str().len(), value });
                }
                rest.next();
            }
            None
        })
    }

    /// Hands all words in `text` to `take`, by where they begin, and of those that begin together the
    /// shortest first.
    pub fn find_overlapping(&self, text: &str, mut take: impl FnMut(Match)) {
        let mut rest = text.chars();
        while !rest.as_str().is_empty() {
            let start = text.len() - rest.as_str().len();
            for (behind, value) in self.all_at(rest.clone()) {
                take(Match { start, end: text.len() - behind.as_str().len(), value });
            }
            rest.next();
        }
    }

    /// The bytes of the longest word at the head of `text`.
    pub fn at_head(&self, text: &str) -> Option<usize> {
        self.all_at(text.chars()).last().map(|(behind, _)| text.len() - behind.as_str().len())
    }

    /// The words at the head of `text`, the shortest first, each with the text behind it.
    fn all_at<'a>(&'a self, mut text: str::Chars<'a>) -> impl Iterator<Item = (str::Chars<'a>, u32)> + 'a {
        let layout = self.layout();
        let trie = Trie { codes: &layout.codes, nodes: &layout.nodes };
        let mut path = trie.start();
        std::iter::from_fn(move || {
            loop {
                path = path.step(trie.code(text.next()?))?;
                if path.value() > 0 {
                    return Some((text.clone(), self.words[path.value() - 1].1));
                }
            }
        })
    }

    fn layout(&self) -> &Layout {
        self.own.get_or_init(|| {
            let words = self.words.iter().zip(1..);
            let words: Vec<Word<'_>> = words.map(|((text, _), value)| Word { text, weight: 1, value }).collect();
            lay_out(&words).unwrap_or_else(|error| panic!("{error}"))
        })
    }
}

/// Where `word` begins in `text`, from left to right, none overlapping another: for the words of one
/// report, which are not worth a [`Matcher`].
pub fn occurrences<'a>(text: &'a str, word: &'a str) -> impl Iterator<Item = usize> + 'a {
    memchr::memmem::find_iter(text.as_bytes(), word.as_bytes())
}

/// Several lists of words that are looked for in one reading of a text.
pub struct Matchers<const N: usize> {
    layout: Layout,
    /// List and number of each entry, those of one word together.
    entries: Vec<(usize, u32)>,
    /// By the value in the trie, which is 1 for the first word: where the entries of the word end.
    ends: Vec<usize>,
}

impl<const N: usize> Matchers<N> {
    /// The lists together, numbered in the order given.
    pub fn of(lists: [&Matcher; N]) -> Self {
        let mut all: Vec<(&str, usize, u32)> = Vec::new();
        for (list, matcher) in lists.into_iter().enumerate() {
            all.extend(matcher.words.iter().map(|(word, number)| (word.as_str(), list, *number)));
        }
        all.sort_unstable();
        let mut words: Vec<Word<'_>> = Vec::new();
        let (mut entries, mut ends) = (Vec::new(), vec![0]);
        for group in all.chunk_by(|one, other| one.0 == other.0) {
            words.push(Word { text: group[0].0, weight: 1, value: ends.len() as u16 });
            entries.extend(group.iter().map(|(_, list, number)| (*list, *number)));
            ends.push(entries.len());
        }
        let layout = lay_out(&words).unwrap_or_else(|error| panic!("{error}"));
        Self { layout, entries, ends }
    }

    /// Hands the words of all lists in `text` to `take`, with the list: of each list the same as
    /// [`Matcher::leftmost_find_iter`] finds. `chars` is room that may be used again.
    pub fn find(&self, text: &str, chars: &mut Chars, mut take: impl FnMut(usize, Match)) {
        let trie = Trie { codes: &self.layout.codes, nodes: &self.layout.nodes };
        chars.0.clear();
        chars.0.extend(text.char_indices().map(|(start, char)| (start, trie.code(char))));
        // Of each list, where the next word may begin.
        let mut free = [0; N];
        for (at, &(start, first)) in chars.0.iter().enumerate() {
            let Some(mut path) = trie.start().step(first) else { continue };
            let mut found = [None; N];
            let mut any = false;
            let mut next = at + 1;
            loop {
                let value = path.value();
                if value > 0 {
                    any = true;
                    let end = chars.0.get(next).map_or(text.len(), |(start, _)| *start);
                    for (list, value) in &self.entries[self.ends[value - 1]..self.ends[value]] {
                        if free[*list] <= start {
                            found[*list] = Some(Match { start, end, value: *value });
                        }
                    }
                }
                let Some(longer) = chars.0.get(next).and_then(|(_, code)| path.step(*code)) else { break };
                path = longer;
                next += 1;
            }
            if any {
                for (list, found) in found.into_iter().enumerate() {
                    if let Some(found) = found {
                        free[list] = found.end;
                        take(list, found);
                    }
                }
            }
        }
    }
}

/// The characters of a text that is read: where each begins, and its code.
#[derive(Default)]
pub struct Chars(Vec<(usize, u32)>);

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    fn found(matches: impl Iterator<Item = Match>) -> Vec<(usize, usize, u32)> {
        matches.map(|found| (found.start, found.end, found.value)).collect()
    }

    #[test]
    fn the_longest_word_wins_and_the_next_begins_behind_it() {
        let words = matcher("test", [("开工", 1), ("开工建设", 2), ("建设", 3), ("设施", 4)]);
        assert_eq!(found(words.leftmost_find_iter("开工建设施开工")), [(0, 12, 2), (15, 21, 1)]);
        let all = [(0, 6, 1), (0, 12, 2), (6, 12, 3), (9, 15, 4), (15, 21, 1)];
        let mut overlapping = Vec::new();
        words
            .find_overlapping("开工建设施开工", |found| overlapping.push((found.start, found.end, found.value)));
        assert_eq!(overlapping, all);
        assert_eq!(words.at_head("开工建设"), Some("开工建设".len()));
        assert_eq!(words.at_head("不开工"), None);
    }

    #[test]
    #[should_panic(expected = "stands twice")]
    fn a_word_may_not_stand_twice_in_a_list() {
        matcher("test", [("开工", 1), ("建设", 3), ("开工", 2)]);
    }

    /// Looks for each word at each place.
    fn slowly(words: &[(String, u32)], text: &str) -> Vec<(usize, usize, u32)> {
        let mut all = Vec::new();
        let mut free = 0;
        for (start, _) in text.char_indices() {
            let here = words.iter().filter(|(word, _)| start >= free && text[start..].starts_with(word.as_str()));
            if let Some((word, value)) = here.max_by_key(|(word, _)| word.len()) {
                free = start + word.len();
                all.push((start, free, *value));
            }
        }
        all
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn lists_together_find_what_each_finds(
            one in proptest::collection::btree_set("[甲乙a]{1,4}", 0..12),
            other in proptest::collection::btree_set("[甲乙丙]{1,3}", 0..12),
            text in "[甲乙丙a𠮷]{0,30}",
        ) {
            let numbered = |words: BTreeSet<String>| words.into_iter().zip(7..).collect::<Vec<_>>();
            let lists = [numbered(one), numbered(other)];
            let matchers = lists.clone().map(|words| matcher("test", words));
            let mut together = [Vec::new(), Vec::new()];
            Matchers::of(matchers.each_ref())
                .find(&text, &mut Chars::default(), |list, found| together[list].push((found.start, found.end, found.value)));
            for ((words, matcher), together) in lists.iter().zip(&matchers).zip(&together) {
                prop_assert_eq!(together, &slowly(words, &text));
                prop_assert_eq!(together, &found(matcher.leftmost_find_iter(&text)));
            }
        }
    }
}
