//! How likely a character is behind three others: by the genre and by the rest of the text
//! itself.
//!
//! Both are interpolated models of n-grams ([`Tree`]). Those of the genre are in `genre.gz` (made by
//! `examples/ngrams.rs` from public reports, the dictionary and the names of places); those
//! of the document's sound part stand before them (a cache model, Kuhn & De Mori 1990).

use std::io::Read;
use std::sync::LazyLock;

use ferrous_opencc::OpenCC;
use ferrous_opencc::config::BuiltinConfig;
use flate2::read::GzDecoder;

pub(super) use super::grams::EDGE;
use super::grams::{LONGEST, NONE, Tree, counted};
use super::pairs::Pairs;
use crate::read::gbk;
use crate::restore::variant::CONVERTER;

/// What is taken off each count of the document.
const DISCOUNT: f32 = 0.8;

/// What the genre and the shorter contexts are worth beside the document, in occurrences, by the
/// length of the context.
const PRIOR: [f32; LONGEST] = [8000.0, 200.0, 15.0, 1.0];

/// Natural logarithm of the cost of a character that a text made traditional cannot hold.
const FOREIGN: f32 = -6.0;

/// Characters that are less likely than this are not thought of.
const RARE: f32 = 2e-7;

/// Likelihood of a character that nobody knows.
const UNKNOWN: f32 = 1e-8;

/// The characters before the one in question.
#[derive(Debug, Clone, Copy)]
pub(super) struct Context {
    /// Their numbers, nearest last.
    pub ids: [u16; LONGEST - 1],
    /// The nodes of the last, the last two and so on, in the genre and in the document.
    genre: [u32; LONGEST - 1],
    document: [u32; LONGEST - 1],
}

/// Characters of the basic plane, which tables are indexed by.
const PLANE: usize = 1 << 16;

/// What is known before a document is seen; made when the first damaged one is.
struct Genre {
    tree: Tree,
    pairs: Pairs,
    /// How many characters have a number; those without have this one.
    numbers: u16,
    /// Numbers of the simplified forms, by character.
    ids: Vec<u16>,
    /// Simplified forms that a conversion by character would have replaced. A text that
    /// was made traditional holds none of them, but those that the mirror's table lacks.
    foreign: Vec<bool>,
}

static GENRE: LazyLock<Genre> = LazyLock::new(|| {
    let mut bytes = Vec::new();
    // The file is compiled in: were it broken, nothing would be known of the genre.
    let read = GzDecoder::new(&include_bytes!("genre.gz")[..]).read_to_end(&mut bytes);
    let end = read.ok().and_then(|_| bytes.iter().position(|byte| *byte == b'\n')).unwrap_or(0);
    let vocabulary: Vec<char> = std::str::from_utf8(&bytes[..end]).unwrap_or("").chars().collect();
    let tree = Tree::read(bytes.get(end + 1..).unwrap_or(&[]), vocabulary.len()).unwrap_or_default();
    let numbers = vocabulary.len() as u16;
    let mut numbered = vec![numbers; PLANE];
    for (char, id) in vocabulary.iter().zip(0..) {
        numbered[index(*char)] = id;
    }
    let mut ids: Vec<u16> = (0..PLANE as u32)
        .map(|code| char::from_u32(code).map_or(numbers, |char| numbered[index(counted(char))]))
        .collect();
    let chars: Vec<char> = ('一'..='\u{9FA5}').filter(|char| gbk::bytes(*char).is_some()).collect();
    let lines: String = chars.iter().flat_map(|char| [*char, '\n']).collect();
    if let Some(converter) = CONVERTER.as_ref() {
        let after = converter.convert(&lines);
        for (char, simple) in chars.iter().zip(after.lines().filter_map(|line| line.chars().next())) {
            ids[index(*char)] = numbered[index(counted(simple))];
        }
    }
    let mut foreign = vec![false; PLANE];
    if let Ok(converter) = OpenCC::from_config(BuiltinConfig::S2t) {
        for (char, line) in chars.iter().zip(converter.convert(&lines).lines()) {
            foreign[index(*char)] = !line.starts_with(*char);
        }
    }
    Genre { pairs: Pairs::of(&tree.pairs()), tree, numbers, ids, foreign }
});

fn index(char: char) -> usize {
    // Beyond the basic plane there is nothing to be told apart.
    u32::from(char) as usize % PLANE
}

pub(super) struct Language {
    genre: &'static Genre,
    document: Tree,
    pairs: Pairs,
    /// Likelihoods of the characters alone, by number.
    ones: Vec<f32>,
    /// Characters that a text made traditional cannot hold, save those found in this one.
    foreign: Vec<bool>,
}

impl Language {
    /// The language of `text`, learned from its sound part.
    pub fn of<'t>(parts: impl Iterator<Item = &'t str>) -> Self {
        let genre = &*GENRE;
        let mut foreign = genre.foreign.clone();
        let mut windows = Vec::new();
        for part in parts {
            let mut window = 0u64;
            for char in part.chars() {
                foreign[index(char)] = false;
                if window >> 48 > 0 {
                    windows.push(window);
                }
                window = window << 16 | u64::from(genre.ids[index(char)] + 1);
            }
            while window > 0 {
                if window >> 48 > 0 {
                    windows.push(window);
                }
                window <<= 16;
            }
        }
        let document = Tree::of(windows, usize::from(genre.numbers) + 1, DISCOUNT, PRIOR);
        let root =
            |tree: &Tree, id| Some(tree.root(id)).filter(|node| *node != NONE).map_or(0.0, |node| tree.share(node));
        let left: f32 = 1.0 - (0..=genre.numbers).map(|id| root(&document, id)).sum::<f32>();
        let ones =
            (0..=genre.numbers).map(|id| root(&document, id) + left * root(&genre.tree, id).max(UNKNOWN)).collect();
        Self { genre, pairs: Pairs::of(&document.pairs()), document, ones, foreign }
    }

    /// The number of `char`.
    pub fn id(&self, char: char) -> u16 {
        self.genre.ids[index(char)]
    }

    /// The numbers of the characters that were seen behind the last of `context`.
    pub fn followers(&self, context: &Context) -> impl Iterator<Item = u16> {
        let [genre, document] = [context.genre[0], context.document[0]];
        let new = self.document.followers(document).iter().filter(move |id| self.genre.tree.child(genre, **id) == NONE);
        self.genre.tree.followers(genre).iter().chain(new).copied()
    }

    /// How many numbers there are.
    pub fn numbers(&self) -> u16 {
        self.genre.numbers
    }

    /// What all that is known of the followers of `context` leaves to characters that were never seen there.
    pub fn rest(&self, context: &Context) -> f32 {
        let rest = |tree: &Tree, nodes: &[u32]| -> f32 {
            nodes.iter().filter(|node| **node != NONE).map(|node| tree.rest(*node)).product()
        };
        rest(&self.genre.tree, &context.genre) * rest(&self.document, &context.document)
    }

    /// The likelihood of the character number `id` behind a context that leaves `rest` to it, if it was
    /// surely never seen there.
    pub fn unseen(&self, context: &Context, rest: f32, id: u16) -> Option<f32> {
        let last = context.ids[LONGEST - 2];
        let seen = self.genre.pairs.may_hold(last, id) || self.pairs.may_hold(last, id);
        (!seen).then(|| rest * self.ones[usize::from(id)])
    }

    /// Whether a report may hold `char` in this form.
    pub fn knows(&self, char: char) -> bool {
        let id = self.id(char);
        !self.foreign[index(char)] && id < self.genre.numbers && self.ones[usize::from(id)] >= RARE
    }

    /// The context at the start of a line.
    pub fn start(&self) -> Context {
        let nothing = Context { ids: [self.genre.numbers; 3], genre: [NONE; 3], document: [NONE; 3] };
        self.score(&nothing, EDGE).1
    }

    /// Natural logarithm of the likelihood of `char` (as in the text) behind `context`,
    /// and the context with it.
    pub fn score(&self, context: &Context, char: char) -> (f32, Context) {
        let id = self.genre.ids[index(char)];
        let mut likely = self.ones[usize::from(id)];
        let mut after = Context {
            ids: [context.ids[1], context.ids[2], id],
            genre: [self.genre.tree.root(id), NONE, NONE],
            document: [self.document.root(id), NONE, NONE],
        };
        for at in 0..LONGEST - 1 {
            for (tree, node, after) in [
                (&self.genre.tree, context.genre[at], &mut after.genre),
                (&self.document, context.document[at], &mut after.document),
            ] {
                if node == NONE {
                    continue;
                }
                likely *= tree.rest(node);
                // What does not stand behind the short context does not stand behind the long one.
                let child = if after[at] == NONE { NONE } else { tree.child(node, id) };
                if child != NONE {
                    likely += tree.share(child);
                }
                if let Some(after) = after.get_mut(at + 1) {
                    *after = child;
                }
            }
        }
        (likely.max(f32::MIN_POSITIVE).ln() + if self.foreign[index(char)] { FOREIGN } else { 0.0 }, after)
    }
}

/// The characters of the sound part of `text`.
pub(super) fn sound(text: &str) -> impl Iterator<Item = char> {
    text.lines().flat_map(sound_parts).flat_map(str::chars)
}

/// What of a line is surely not shifted: all but the stretches behind a `?`, up to the
/// next punctuation mark.
pub(super) fn sound_parts(line: &str) -> impl Iterator<Item = &str> {
    line.split('?').enumerate().map(|(index, part)| {
        if index == 0 {
            return part;
        }
        let mark = part.char_indices().skip(1).find(|(_, char)| matches!(char, ',' | ';' | '。' | '、'));
        &part[mark.map_or(part.len(), |(at, _)| at)..]
    })
}
