//! Word lists, suffixes, cue words, administrative divisions: what is known of words
//! before a text is read.

pub mod genre;
pub mod matcher;
pub mod numerals;
pub mod places;
pub mod table;
mod trie;
pub mod words;
