//! How likely a character is behind two others: by the genre, by the rest of the text
//! itself, and by the dictionary.
//!
//! An interpolated trigram model. Its counts are those of `genre.txt.gz` (made by
//! `examples/ngrams.rs` from public reports; n-grams that stand in several of them, so
//! nothing of any one text), and those of the document's sound part, which weigh more (a
//! cache model, Kuhn & De Mori 1990). Words that neither has seen come from the frequencies
//! of the segmenter's dictionary.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::io::Read;
use std::sync::LazyLock;

use ferrous_opencc::OpenCC;
use ferrous_opencc::config::BuiltinConfig;
use flate2::read::GzDecoder;

use crate::lexicon::words::segmenter;
use crate::read::gbk;
use crate::restore::variant::CONVERTER;

/// Tokens behind the dictionary's frequencies.
const DICTIONARY_TOTAL: f32 = 6.0e7;

/// How much more an occurrence in the document tells than one in the genre.
const DOCUMENT_WEIGHT: f32 = 10.0;

/// Natural logarithm of the cost of a character that a text made traditional cannot hold.
const FOREIGN: f32 = -6.0;

/// Weights of the shorter context as the prior of the longer one (Dirichlet smoothing,
/// MacKay & Peto 1995), in occurrences.
const PRIOR: [f32; 2] = [60.0, 15.0];

/// The edge of a line, in contexts.
pub(super) const EDGE: char = '¶';

/// The two characters before the one in question (simple forms), nearest last.
pub(super) type Context = [char; 2];

/// Counts of n-grams by their packed characters.
type Counts = HashMap<u64, f32, BuildHasherDefault<Fold>>;

static GENRE: LazyLock<Counts> = LazyLock::new(|| {
    let mut text = String::new();
    let mut counts = Counts::default();
    if GzDecoder::new(&include_bytes!("genre.txt.gz")[..]).read_to_string(&mut text).is_ok() {
        for (gram, count) in text.lines().filter_map(|line| line.split_once('\t')) {
            counts.insert(gram.chars().fold(0, packed), count.parse().unwrap_or(0.0));
        }
    }
    counts
});

static GENRE_TOTAL: LazyLock<f32> = LazyLock::new(|| {
    ('一'..='\u{9FFF}').map(|char| GENRE.get(&packed(0, char)).copied().unwrap_or(0.0)).sum::<f32>() * 1.2
});

/// Puts `char` behind the n-gram `key`.
fn packed(key: u64, char: char) -> u64 {
    key << 21 | u64::from(char)
}

/// Hashes a packed n-gram by one multiplication (Knuth).
#[derive(Default)]
struct Fold(u64);

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
    total: f32,
    document: Counts,
    /// Simplified forms of all characters of GBK.
    simple: HashMap<char, char, BuildHasherDefault<Fold>>,
    /// Characters that a text made traditional cannot hold.
    foreign: HashMap<char, (), BuildHasherDefault<Fold>>,
    words: Counts,
}

impl Language {
    /// The language of `text`, learned from its sound part.
    pub fn of(text: &str) -> Self {
        let mut language = Self {
            total: 1.0,
            document: Counts::default(),
            simple: SIMPLE.clone(),
            foreign: FOREIGN_FORMS.iter().map(|char| (*char, ())).collect(),
            words: Counts::default(),
        };
        for line in text.lines() {
            for part in sound_parts(line) {
                language.learn(part);
            }
        }
        language
    }

    fn learn(&mut self, part: &str) {
        let [mut a, mut b] = [EDGE; 2];
        for char in part.chars() {
            self.foreign.remove(&char);
            let char = self.simple(char);
            self.total += 1.0;
            let two = packed(u64::from(b), char);
            for key in [u64::from(char), two, packed(packed(u64::from(a), b), char)] {
                *self.document.entry(key).or_default() += DOCUMENT_WEIGHT;
            }
            (a, b) = (b, char);
        }
    }

    /// The form by which characters are counted: simplified, punctuation wide.
    pub fn simple(&self, char: char) -> char {
        match char {
            ',' => '，',
            ';' => '；',
            ':' => '：',
            '!' => '！',
            '?' => '？',
            '(' => '（',
            ')' => '）',
            '0'..='9' => '0',
            _ => self.simple.get(&char).copied().unwrap_or(char),
        }
    }

    /// Whether the genre or the document has `char`.
    pub fn knows(&self, char: char) -> bool {
        let key = u64::from(self.simple(char));
        GENRE.contains_key(&key) || self.document.contains_key(&key)
    }

    fn count(&self, key: u64) -> f32 {
        GENRE.get(&key).copied().unwrap_or(0.0) + self.document.get(&key).copied().unwrap_or(0.0)
    }

    /// Natural logarithm of the likelihood of `char` (as in the text) behind `context`.
    pub fn score(&mut self, context: &Context, char: char) -> f32 {
        let new = self.simple(char);
        let [a, b] = *context;
        let mut one = 0.97 * self.count(u64::from(new)) / (*GENRE_TOTAL + DOCUMENT_WEIGHT * self.total) + 1e-8;
        let mut two = self.count(packed(u64::from(b), new));
        if two == 0.0 {
            one += 0.03 * self.word(&[new]) / DICTIONARY_TOTAL;
            let pair = self.word(&[b, new]) / (self.word(&[b]) + 3000.0);
            one += 0.1 * pair.min(1.0);
        }
        two = (two + PRIOR[0] * one) / (self.count(u64::from(b)) + PRIOR[0]);
        let before = packed(u64::from(a), b);
        let three = (self.count(packed(before, new)) + PRIOR[1] * two) / (self.count(before) + PRIOR[1]);
        three.ln() + if self.foreign.contains_key(&char) { FOREIGN } else { 0.0 }
    }

    /// Frequency of a word in the dictionary.
    fn word(&mut self, chars: &[char]) -> f32 {
        if !chars.iter().all(|char| ('一'..='\u{9FFF}').contains(char)) {
            return 0.0;
        }
        let key = chars.iter().copied().fold(0, packed);
        *self.words.entry(key).or_insert_with(|| {
            let word: String = chars.iter().collect();
            let segmenter = segmenter();
            if segmenter.has_word(&word) { segmenter.suggest_freq(&word) as f32 } else { 0.0 }
        })
    }
}

/// Simplified forms by character, of all Chinese characters of GBK.
static SIMPLE: LazyLock<HashMap<char, char, BuildHasherDefault<Fold>>> = LazyLock::new(|| {
    let Some(converter) = CONVERTER.as_ref() else { return HashMap::default() };
    let chars: Vec<char> = ('一'..='\u{9FA5}').filter(|char| gbk::bytes(*char).is_some()).collect();
    let lines: String = chars.iter().flat_map(|char| [*char, '\n']).collect();
    let after = converter.convert(&lines);
    chars.iter().copied().zip(after.lines().filter_map(|line| line.chars().next())).collect()
});

/// Simplified forms that a conversion by character would have replaced. A text that was
/// made traditional holds none of them, but those that the mirror's table lacks.
static FOREIGN_FORMS: LazyLock<Vec<char>> = LazyLock::new(|| {
    let Ok(converter) = OpenCC::from_config(BuiltinConfig::S2t) else { return Vec::new() };
    let chars: Vec<char> = ('一'..='\u{9FA5}').filter(|char| gbk::bytes(*char).is_some()).collect();
    let lines: String = chars.iter().flat_map(|char| [*char, '\n']).collect();
    let after = converter.convert(&lines);
    chars.iter().zip(after.lines()).filter(|(char, line)| !line.starts_with(**char)).map(|(char, _)| *char).collect()
});

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
