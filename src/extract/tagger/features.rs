//! What the tagger sees of a word: itself, its neighbours, what bounds it, its head and its
//! list. Each feature is a number, the place of its weights in the model.
//!
//! What one word gives is told apart from what several give, so that a report's different words
//! are looked up once each and not wherever they stand. Features of the same thing at places
//! side by side have numbers side by side: their weights are fetched together.

use super::super::tokens::Class;
use super::classes;
use super::hash::{Hash, ending, opening};
use super::model::BUCKETS;

/// A word with what it is like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Seen {
    /// Hash of its letters.
    word: u32,
    /// Hash of its first character.
    first: u32,
    /// Hash of its last character.
    last: u32,
    /// In what signs it is written.
    writing: u32,
    /// Its class among the words that bound names.
    class: Class,
    /// Hash of the id of the group of heads that ends with it.
    head: u32,
    /// Whether it stands in the name of a division.
    place: bool,
    /// The class of words that stand in the same places.
    like: u32,
}

impl Seen {
    pub(super) fn of(text: &str, class: Class, head: &str, place: bool) -> Self {
        let whole = |text: &str| Hash::default().words(text).value();
        let word = whole(text);
        Self {
            word,
            first: whole(opening(text, 1)),
            last: whole(ending(text, 1)),
            writing: writing(text),
            class,
            head: if head.is_empty() { 0 } else { whole(head) },
            place,
            like: if class == Class::Quantity { 0 } else { classes::of(word).middle.into() },
        }
    }

    /// What stands beyond the ends of a sentence.
    pub(super) fn outside() -> Self {
        Self::of("", Class::Stop, "", false)
    }

    /// Hands over the features that the word gives, each with whose they are: 0 of the word before
    /// it, 1 its own, 2 of the word behind it.
    pub(super) fn features(&self, mut add: impl FnMut(usize, u32)) {
        let number = |template: u32, of: u32| Hash::of(template).number(of).place(BUCKETS);
        for first in [number(1, self.word), number(2, self.class as u32), number(3, self.head), number(4, self.like)] {
            (0..3).for_each(|whose| add(whose, first + whose as u32));
        }
        let (first, last) = (number(5, self.first), number(6, self.last));
        add(0, first);
        add(1, first + 1);
        add(1, last + 1);
        add(2, last);
        add(1, number(7, self.writing));
        add(1, number(8, self.place.into()));
    }
}

/// Digits, Latin letters, other signs, or Chinese of so many characters.
fn writing(word: &str) -> u32 {
    if word.bytes().all(|byte| byte.is_ascii_digit()) {
        0
    } else if word.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".+-".contains(&byte)) {
        1
    } else if word.chars().all(|c| ('\u{4e00}'..='\u{9fff}').contains(&c)) {
        2 + (word.len() as u32 / 3).min(5)
    } else {
        2
    }
}

/// Hands over the features that two words side by side give, each with whether it is the left
/// one's.
pub(super) fn of_pair(left: &Seen, right: &Seen, mut add: impl FnMut(bool, u32)) {
    let number = |template: u32, of: [u32; 2]| Hash::of(template).number(of[0]).number(of[1]).place(BUCKETS);
    for first in [number(9, [left.class as u32, right.class as u32]), number(10, [left.like, right.like])] {
        add(false, first);
        add(true, first + 1);
    }
}

/// What stands farther from a word.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Around {
    quoted: bool,
    /// The head that ends the stretch it stands in.
    head: u32,
    /// The nearest word before it that bounds names.
    before: u32,
}

impl Around {
    /// Hands over the features that all words give of which it is true.
    pub(super) fn features(self, mut add: impl FnMut(u32)) {
        let number = |template: u32, of: u32| Hash::of(template).number(of);
        add(number(11, self.before).number(self.head).place(BUCKETS));
        add(number(12, self.before).place(BUCKETS));
        add(number(13, self.head).place(BUCKETS));
        add(number(14, self.quoted.into()).place(BUCKETS));
    }
}

/// Classes that end what a name and its head may span.
fn bounds(class: Class) -> bool {
    use Class::{Adverb, And, Function, Govern, List, Quantity, Stop, Strict};
    matches!(class, Strict | Govern | Adverb | Function | Stop | List | And | Quantity)
}

/// What stands farther from each word of a sentence.
pub(super) fn around<'a>(words: impl DoubleEndedIterator<Item = &'a Seen> + Clone) -> Vec<Around> {
    let (mut depth, mut before) = (0u32, 0);
    let from_left = |word: &Seen| {
        if word.class == Class::Close {
            depth = depth.saturating_sub(1);
        }
        let own = Around { quoted: depth > 0, before, head: 0 };
        if word.class == Class::Open {
            depth += 1;
        }
        if bounds(word.class) && !matches!(word.class, Class::List | Class::And) || word.class == Class::Body {
            before = word.word;
        }
        own
    };
    let mut all: Vec<Around> = words.clone().map(from_left).collect();
    let mut head = 0;
    for (word, own) in words.rev().zip(all.iter_mut().rev()) {
        if bounds(word.class) {
            head = 0;
        }
        if word.head > 0 {
            head = word.head;
        }
        own.head = head;
    }
    all
}
