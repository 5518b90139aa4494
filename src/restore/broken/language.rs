//! How likely a character is behind two others: by the genre, by the rest of the text
//! itself, and by the dictionary.
//!
//! An interpolated trigram model. Its counts are those of `genre.txt.gz` (made by
//! `examples/ngrams.rs` from public reports; n-grams that stand in several of them, so
//! nothing of any one text), and those of the document's sound part, which weigh more (a
//! cache model, Kuhn & De Mori 1990). Words that neither has seen come from the frequencies
//! of the segmenter's dictionary.

use std::cell::RefCell;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::io::Read;
use std::sync::LazyLock;

use ferrous_opencc::OpenCC;
use ferrous_opencc::config::BuiltinConfig;
use flate2::read::GzDecoder;

use super::loss::is_written;
use crate::lexicon::words;
use crate::read::gbk;
use crate::restore::gloss::has_reading;
use crate::restore::variant::CONVERTER;

/// Tokens behind the dictionary's frequencies.
const DICTIONARY_TOTAL: f32 = 6.0e7;

/// How much more an occurrence in the document tells than one in the genre.
const DOCUMENT_WEIGHT: f32 = 10.0;

/// Natural logarithm of the cost of a character that a text made traditional cannot hold.
const FOREIGN: f32 = -6.0;

/// Weights of the shorter context as the prior of the longer one (Dirichlet smoothing,
/// MacKay & Peto 1995), in occurrences.
const PRIOR: [f32; 2] = [120.0, 30.0];

/// The edge of a line, in contexts.
pub(super) const EDGE: char = '¶';

/// The two characters before the one in question (simple forms), nearest last, and how
/// often the nearest and both of them were seen.
#[derive(Debug, Clone, Copy)]
pub(super) struct Context {
    pub chars: [char; 2],
    one: f32,
    two: f32,
}

/// Counts of pairs and triples by their packed characters.
type Counts = HashMap<u64, f32, BuildHasherDefault<Fold>>;

/// Characters of the basic plane, which tables are indexed by.
const PLANE: usize = 1 << 16;

/// What is known before a document is seen; made when the first damaged one is.
struct Genre {
    ones: Vec<f32>,
    more: Counts,
    total: f32,
    /// Simplified forms by character.
    simple: Vec<char>,
    /// Simplified forms that a conversion by character would have replaced. A text that
    /// was made traditional holds none of them, but those that the mirror's table lacks.
    foreign: Vec<bool>,
    /// Frequencies of characters as words of the dictionary.
    words: Vec<f32>,
}

static GENRE: LazyLock<Genre> = LazyLock::new(|| {
    let chars: Vec<char> = ('一'..='\u{9FA5}').filter(|char| gbk::bytes(*char).is_some()).collect();
    let lines: String = chars.iter().flat_map(|char| [*char, '\n']).collect();
    let mut genre = Genre {
        ones: vec![0.0; PLANE],
        more: Counts::default(),
        total: 0.0,
        simple: (0..PLANE as u32).map(|code| char::from_u32(code).map_or(EDGE, wide)).collect(),
        foreign: vec![false; PLANE],
        words: vec![0.0; PLANE],
    };
    if let Some(converter) = CONVERTER.as_ref() {
        let after = converter.convert(&lines);
        for (char, simple) in chars.iter().zip(after.lines().filter_map(|line| line.chars().next())) {
            genre.simple[index(*char)] = simple;
        }
    }
    // A form that is settled by words only later (`variants.txt`).
    genre.simple[index('著')] = '着';
    if let Ok(converter) = OpenCC::from_config(BuiltinConfig::S2t) {
        for (char, line) in chars.iter().zip(converter.convert(&lines).lines()) {
            genre.foreign[index(*char)] = !line.starts_with(*char);
        }
    }
    for char in &chars {
        genre.words[index(*char)] = frequency(&char.to_string());
    }
    let mut text = String::new();
    if GzDecoder::new(&include_bytes!("genre.txt.gz")[..]).read_to_string(&mut text).is_ok() {
        for (gram, count) in text.lines().filter_map(|line| line.split_once('\t')) {
            let count: f32 = count.parse().unwrap_or(0.0);
            let (mut len, mut key) = (0, 0);
            for char in gram.chars() {
                (len, key) = (len + 1, packed(key, genre.simple[index(char)]));
            }
            match usize::try_from(key) {
                Ok(at) if len == 1 => genre.ones[at % PLANE] += count,
                _ => *genre.more.entry(key).or_default() += count,
            }
        }
    }
    genre.total = 1.2 * genre.ones[index('一')..=index('\u{9FFF}')].iter().sum::<f32>();
    genre
});

fn index(char: char) -> usize {
    // Beyond the basic plane there is nothing to be told apart.
    u32::from(char) as usize % PLANE
}

/// Frequency of a word in the dictionary.
fn frequency(word: &str) -> f32 {
    words::frequency(word).map_or(0.0, |frequency| frequency as f32)
}

/// Puts `char` behind the n-gram `key`.
fn packed(key: u64, char: char) -> u64 {
    key << 21 | u64::from(char)
}

/// Marks wide, all figures one.
fn wide(char: char) -> char {
    match char {
        ',' => '，',
        ';' => '；',
        ':' => '：',
        '!' => '！',
        '?' => '？',
        '(' => '（',
        ')' => '）',
        '0'..='9' => '0',
        _ => char,
    }
}

/// Hashes a packed n-gram by one multiplication (Knuth).
#[derive(Default)]
pub(super) struct Fold(u64);

impl Hasher for Fold {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.write_u64(u64::from(*byte));
        }
    }

    fn write_u64(&mut self, value: u64) {
        self.0 = (self.0 ^ value).wrapping_mul(0x9E37_79B9_7F4A_7C15).rotate_left(29);
    }
}

pub(super) struct Language {
    genre: &'static Genre,
    total: f32,
    /// Counts of the document's single characters, added to those of the genre.
    ones: Vec<f32>,
    /// Counts of the document.
    more: Counts,
    /// Characters that a text made traditional cannot hold, save those found in this one.
    foreign: Vec<bool>,
    /// By first byte: the second bytes and characters that a report may hold.
    known: Vec<Vec<(u8, char)>>,
}

impl Language {
    /// The language of `text`, learned from its sound part.
    pub fn of(text: &str) -> Self {
        let genre = &*GENRE;
        let mut language = Self {
            genre,
            total: genre.total + DOCUMENT_WEIGHT,
            ones: genre.ones.clone(),
            more: Counts::default(),
            foreign: genre.foreign.clone(),
            known: Vec::new(),
        };
        for line in text.lines() {
            for part in sound_parts(line) {
                language.learn(part);
            }
        }
        language.known = (0x81..=0xFEu8)
            .map(|lead| {
                let all = (0x40..=0xFEu8).filter_map(|trail| Some((trail, gbk::pair(lead, trail)?)));
                all.filter(|(_, char)| is_written(*char) && language.knows(*char)).collect()
            })
            .collect();
        language
    }

    fn learn(&mut self, part: &str) {
        let [mut a, mut b] = [EDGE; 2];
        for char in part.chars() {
            self.foreign[index(char)] = false;
            let char = self.simple(char);
            self.total += DOCUMENT_WEIGHT;
            self.ones[index(char)] += DOCUMENT_WEIGHT;
            let two = packed(u64::from(b), char);
            for key in [two, packed(packed(u64::from(a), b), char)] {
                *self.more.entry(key).or_default() += DOCUMENT_WEIGHT;
            }
            (a, b) = (b, char);
        }
    }

    /// The form by which characters are counted: simplified, punctuation wide.
    pub fn simple(&self, char: char) -> char {
        self.genre.simple[index(char)]
    }

    /// Whether the genre or the document has `char`.
    pub fn knows(&self, char: char) -> bool {
        self.ones[index(self.simple(char))] > 0.0
    }

    /// The second bytes behind `lead`, with the characters, that a report may hold.
    pub fn known(&self, lead: u8) -> &[(u8, char)] {
        self.known.get(usize::from(lead.wrapping_sub(0x81))).map_or(&[], Vec::as_slice)
    }

    /// The characters with the reading `reading` that a report may hold.
    pub fn read_as(&self, reading: &str) -> Vec<char> {
        let all = self.known.iter().flatten().map(|(_, char)| *char);
        all.filter(|char| has_reading(*char, reading)).collect()
    }

    /// The context of the characters `a` and `b` (simple forms).
    pub fn context(&self, a: char, b: char) -> Context {
        Context { chars: [a, b], one: self.ones[index(b)], two: self.count(packed(u64::from(a), b)) }
    }

    fn count(&self, key: u64) -> f32 {
        self.genre.more.get(&key).copied().unwrap_or(0.0) + self.more.get(&key).copied().unwrap_or(0.0)
    }

    /// Natural logarithm of the likelihood of `char` (as in the text) behind `context`,
    /// and the context with it.
    pub fn score(&mut self, context: &Context, char: char) -> (f32, Context) {
        let new = self.simple(char);
        let [a, b] = context.chars;
        let seen = self.ones[index(new)];
        let mut one = 0.97 * seen / self.total + 1e-8;
        let two = self.count(packed(u64::from(b), new));
        let after = Context { chars: [b, new], one: seen, two };
        if two == 0.0 {
            one += 0.03 * self.genre.words[index(new)] / DICTIONARY_TOTAL;
            let pair = word(b, new) / (self.genre.words[index(b)] + 3000.0);
            one += 0.1 * pair.min(1.0);
        }
        let mut likely = (two + PRIOR[0] * one) / (context.one + PRIOR[0]);
        if context.two > 0.0 {
            let three = if two > 0.0 { self.count(packed(packed(u64::from(a), b), new)) } else { 0.0 };
            likely = (three + PRIOR[1] * likely) / (context.two + PRIOR[1]);
        }
        (likely.ln() + if self.foreign[index(char)] { FOREIGN } else { 0.0 }, after)
    }
}

thread_local! {
    /// Frequencies of the pairs that were asked for, over all documents.
    static WORDS: RefCell<Counts> = RefCell::default();
}

/// Frequency of a word of two characters in the dictionary.
fn word(a: char, b: char) -> f32 {
    if ![a, b].iter().all(|char| ('一'..='\u{9FFF}').contains(char)) {
        return 0.0;
    }
    WORDS.with_borrow_mut(|words| {
        let found = || frequency([a, b].iter().collect::<String>().as_str());
        *words.entry(packed(u64::from(a), b)).or_insert_with(found)
    })
}

/// What of a line is surely not shifted: all but the stretches behind a `?`, up to the
/// next punctuation mark.
fn sound_parts(line: &str) -> impl Iterator<Item = &str> {
    line.split('?').enumerate().map(|(index, part)| {
        if index == 0 {
            return part;
        }
        let mark = part.char_indices().skip(1).find(|(_, char)| matches!(char, ',' | ';' | '。' | '、'));
        &part[mark.map_or(part.len(), |(at, _)| at)..]
    })
}
