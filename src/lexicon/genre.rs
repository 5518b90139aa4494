//! The common vocabulary of the genre: words that name nothing by themselves.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

/// Whether a word is a verb, by word.
static WORDS: LazyLock<FxHashMap<&'static str, bool>> = LazyLock::new(|| {
    let lines = include_str!("data/genre.txt").lines().filter(|line| !line.starts_with('#'));
    lines.map(|line| line.strip_suffix(" v").map_or((line, false), |word| (word, true))).collect()
});

/// Whether `word` is common, and if so whether it is a verb: one look for both questions.
pub fn common(word: &str) -> Option<bool> {
    WORDS.get(word).copied()
}

/// Whether `word` is common in reports of many provinces (产业, 加快, 示范区), so that a
/// name made of such words alone is no name of one thing.
pub fn is_common(word: &str) -> bool {
    WORDS.contains_key(word)
}
