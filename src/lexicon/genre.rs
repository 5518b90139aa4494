//! The common vocabulary of the genre: words that name nothing by themselves.

use std::collections::BTreeSet;
use std::sync::LazyLock;

static WORDS: LazyLock<BTreeSet<&'static str>> =
    LazyLock::new(|| include_str!("data/genre.txt").lines().filter(|line| !line.starts_with('#')).collect());

/// Whether `word` is common in reports of many provinces (产业, 加快, 示范区), so that a
/// name made of such words alone is no name of one thing.
pub fn is_common(word: &str) -> bool {
    WORDS.contains(word)
}
