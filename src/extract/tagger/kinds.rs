//! What tells the kind of a name: its words, and those beside it.

use super::super::heads;
use super::classes;
use super::hash::{Hash, ending, opening};
use super::model::KIND_BUCKETS;
use crate::model::Span;

/// The numbers of the features of the name at `first..=last` among the words of a sentence.
pub(super) fn features(text: &str, words: &[Span], first: usize, last: usize) -> Vec<u32> {
    let word = |at: Option<usize>| at.and_then(|at| words.get(at)).map_or("", |span| span.of(text));
    let name = Span::new(words[first].start, words[last].end).of(text);
    let bare = name.trim_matches(['“', '”']);
    let head = heads::group_of(bare).map_or("", |group| &group.id);
    let (before, after) = (word(first.checked_sub(1)), word(Some(last + 1)));
    let letters = (bare.chars().count() as u32).min(12);
    let quoted = u32::from(name.starts_with('“')) + 2 * u32::from(name.ends_with('”')) + 4 * u32::from(before == "“");
    let start = Hash::of;
    let classes = |at: Option<usize>| classes::of(Hash::default().words(word(at)).value());
    let [own, opens, last_but, next] = [Some(last), Some(first), first.checked_sub(1), Some(last + 1)].map(classes);
    let class = |template: u32, class: u16| start(template).number(class.into());
    let all = [
        start(100),
        start(101).words(word(Some(last))),
        start(102).words(ending(bare, 1)),
        start(103).words(ending(bare, 2)),
        start(104).words(ending(bare, 3)),
        start(105).words(word(Some(first))),
        start(106).words(opening(bare, 1)),
        start(107).words(opening(bare, 2)),
        start(108).words(head),
        start(109).number(letters),
        start(110).words(before),
        start(111).words(after),
        start(112).number(quoted),
        start(113).words(before).words(ending(bare, 1)),
        start(114).words(head).words(after),
        start(115).words(word(first.checked_sub(2))),
        start(116).words(word(Some(last + 2))),
        start(117).number(letters).number(quoted),
        class(119, own.wide),
        class(120, own.middle),
        class(121, own.narrow),
        class(122, opens.middle),
        class(123, last_but.middle),
        class(124, next.middle),
        class(125, last_but.narrow),
        class(126, next.narrow),
        class(127, own.middle).number(next.wide.into()),
        start(118).words(bare),
    ];
    all.into_iter().map(|hash| hash.place(KIND_BUCKETS)).collect()
}
