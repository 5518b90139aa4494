//! Many words looked for at once.

use daachorse::{CharwiseDoubleArrayAhoCorasick, CharwiseDoubleArrayAhoCorasickBuilder, MatchKind};

/// Finds words in a text from left to right, at each place the longest, with the number
/// that was given for it: `leftmost_find_iter`.
pub type Matcher = CharwiseDoubleArrayAhoCorasick<u32>;

/// The matcher of the words of `table`, a data file of the program, each with its number.
///
/// # Panics
/// Where a word is empty or stands twice: a build with such a table must not run.
pub fn matcher<P: AsRef<str>>(table: &str, words: impl IntoIterator<Item = (P, u32)>) -> Matcher {
    CharwiseDoubleArrayAhoCorasickBuilder::new()
        .match_kind(MatchKind::LeftmostLongest)
        .build_with_values(words)
        .unwrap_or_else(|error| panic!("{table}: {error}"))
}
