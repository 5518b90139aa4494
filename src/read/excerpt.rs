//! A text put together from parts of another one.

use std::ops::Range;

use super::encodings::Text;
use crate::model::{SourceMap, Span};

/// Parts of a text, one behind the other, each with its way back.
pub(super) struct Excerpt<'t> {
    of: &'t str,
    way: &'t SourceMap,
    pub(super) text: String,
    /// From `text` to what `of` was decoded from.
    pub(super) map: SourceMap,
}

impl<'t> Excerpt<'t> {
    /// Nothing yet of the text `of`, whose way back is `way`.
    pub(super) fn of(of: &'t str, way: &'t SourceMap) -> Self {
        Self { of, way, text: String::new(), map: SourceMap::new() }
    }

    /// The bytes of `range`, as they are.
    pub(super) fn copy(&mut self, range: Range<usize>) {
        self.map.append(self.way, Span::new(range.start, range.end));
        self.text.push_str(&self.of[range]);
    }

    /// `words` in place of the bytes of `range`.
    pub(super) fn put(&mut self, words: &str, range: Range<usize>) {
        let source = self.way.source(Span::new(range.start, range.end));
        for char in words.chars() {
            self.map.push(char.len_utf8(), source.clone());
        }
        self.text.push_str(words);
    }

    /// `words` that do not stand in the text at this place: they lead to the place before the byte `at`.
    pub(super) fn insert(&mut self, words: &str, at: usize) {
        self.put(words, at..at);
    }

    /// The parts instead of the whole of `text`.
    pub(super) fn into(self, encoding: &'static str, notices: Vec<crate::model::Notice>) -> Text {
        Text { text: self.text, map: self.map, encoding, notices }
    }
}
