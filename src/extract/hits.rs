//! Where the words of the finders' lists stand: all lists are looked for in one reading.

use std::sync::LazyLock;

use super::{awards, heads, names, places, stages, subjects, tokens};
use crate::lexicon::matcher::{Chars, Match, Matchers};
use crate::model::{Outline, Span};

/// The lists that are looked for in every sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum List {
    Bounds,
    Places,
    Names,
    Awards,
    Stages,
    Subjects,
    Heads,
}

/// How many lists there are.
const LISTS: usize = List::Heads as usize + 1;

/// In the order of [`List`].
static MATCHERS: LazyLock<Matchers<LISTS>> = LazyLock::new(|| {
    Matchers::of([
        tokens::bounds(),
        places::names(),
        names::names(),
        awards::cues(),
        stages::cues(),
        subjects::cues(),
        heads::heads(),
    ])
});

/// A word of a list in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Hit {
    /// Index of the sentence.
    pub sentence: usize,
    /// Where the word stands in the text.
    pub span: Span,
    /// Its number in the list.
    pub value: u32,
}

/// The words of all lists, each list's in the order of the text, those that overlap left out.
pub(super) struct Hits([Vec<Hit>; LISTS]);

impl Hits {
    /// Reads the sentences of a text.
    pub(super) fn of(text: &str, outline: &Outline) -> Self {
        let mut hits = [const { Vec::new() }; LISTS];
        let mut chars = Chars::default();
        for (index, sentence) in outline.sentences.iter().enumerate() {
            let start = sentence.span.start;
            let take = |list: usize, found: Match| {
                let span = Span::new(start + found.start(), start + found.end());
                hits[list].push(Hit { sentence: index, span, value: found.value() });
            };
            MATCHERS.find(sentence.span.of(text), &mut chars, take);
        }
        Self(hits)
    }

    /// The words of a list.
    pub(super) fn of_list(&self, list: List) -> &[Hit] {
        &self.0[list as usize]
    }
}
