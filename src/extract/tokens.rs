//! Words of a sentence and what each does to a name: bounds it, opens it or belongs to it.

use std::collections::BTreeSet;
use std::num::NonZeroU32;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicU8, Ordering};

use rustc_hash::FxHashSet;
use serde::Deserialize;

use super::hits::Hit;
use super::{quantities, regroup};
use crate::lexicon::genre;
use crate::lexicon::matcher::{Matcher, matcher};
use crate::lexicon::table;
use crate::lexicon::words::{self, Cutter, Word};
use crate::model::Span;

/// What a word does to a name that it stands beside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    /// An opening quote or bracket.
    Open,
    /// A closing quote or bracket.
    Close,
    /// `、`.
    List,
    /// `和`, `与`, `及`.
    And,
    /// Any other punctuation.
    Stop,
    /// A verb whose object is a program, verbs and all (实施).
    Govern,
    /// A verb that never stands inside a name.
    Strict,
    /// A verb that may stand inside a name and not open one.
    Weak,
    /// How something is done.
    Adverb,
    /// A word of grammar.
    Function,
    /// A body of party or state: names beside it are not its own.
    Body,
    /// An adjective or count that may open a phrase but no name.
    Trim,
    /// A number with its measure.
    Quantity,
    /// A word that the whole genre uses, as a verb.
    Verb,
    /// A word that the whole genre uses.
    Common,
    /// Anything else: the stuff that names are made of.
    Proper,
}

impl Class {
    /// All classes, in their order.
    const ALL: [Self; 16] = [
        Self::Open,
        Self::Close,
        Self::List,
        Self::And,
        Self::Stop,
        Self::Govern,
        Self::Strict,
        Self::Weak,
        Self::Adverb,
        Self::Function,
        Self::Body,
        Self::Trim,
        Self::Quantity,
        Self::Verb,
        Self::Common,
        Self::Proper,
    ];
}

/// A word with its place in the clean text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Token {
    pub span: Span,
    pub class: Class,
}

#[derive(Deserialize)]
struct Lists {
    govern: Vec<String>,
    strict: Vec<String>,
    weak: Vec<String>,
    adverb: Vec<String>,
    function: Vec<String>,
    single: String,
    bodies: Vec<String>,
    trim: Vec<String>,
    keep: Vec<String>,
}

struct Bounds {
    automaton: Matcher,
    classes: Vec<Class>,
    single: FxHashSet<char>,
}

static BOUNDS: LazyLock<Bounds> = LazyLock::new(|| {
    let lists: Lists = table::read("src/extract/data/words.toml", include_str!("data/words.toml"));
    // a word in two lists belongs to the first of them
    let columns = [
        (lists.keep, Class::Proper),
        (lists.govern, Class::Govern),
        (lists.strict, Class::Strict),
        (lists.weak, Class::Weak),
        (lists.adverb, Class::Adverb),
        (lists.function, Class::Function),
        (lists.bodies, Class::Body),
        (lists.trim, Class::Trim),
    ];
    let classes = columns.iter().map(|(_, class)| *class).collect();
    let mut seen = BTreeSet::new();
    let patterns: Vec<(String, u32)> = columns
        .into_iter()
        .enumerate()
        .flat_map(|(column, (words, _))| words.into_iter().map(move |word| (word, column as u32)))
        .filter(|(word, _)| seen.insert(word.clone()))
        .collect();
    let automaton = matcher("src/extract/data/words.toml", patterns);
    Bounds { automaton, classes, single: lists.single.chars().collect() }
});

/// Bounds names at the number that opens a sentence or an item of a list: `2.`, `（1）`.
fn number(text: &str, tokens: &mut [Token]) {
    let word = |at: usize| tokens.get(at).map_or("", |token| token.span.of(text));
    let digits = |word: &str| !word.is_empty() && word.chars().all(|c| c.is_ascii_digit());
    let end = match (word(0), word(1), word(2)) {
        (number, "." | "．" | "、", _) if digits(number) => 2,
        ("（" | "(" | "[" | "〔", number, _) if digits(number) => 3,
        _ => 0,
    };
    // （1）…工程（2）…工程: the items of a list in one sentence
    let marks: Vec<usize> = (1..tokens.len().saturating_sub(2))
        .filter(|at| word(*at) == "（" && digits(word(at + 1)) && word(at + 1).len() <= 2 && word(at + 2) == "）")
        .collect();
    for token in tokens.iter_mut().take(end) {
        token.class = Class::Stop;
    }
    for token in marks.into_iter().flat_map(|at| at..at + 3) {
        tokens[token].class = Class::Stop;
    }
}

/// What makes a word with 等 behind it.
const GRADES: &[&str] =
    &["高", "中", "初", "上", "平", "同", "优", "对", "均", "何", "等", "相", "不", "特", "头", "一", "二", "三"];

/// Words of one character that help a verb.
const AUXILIARIES: &[&str] = &["正", "已", "均", "会", "能", "可", "应", "才", "最", "都"];

/// Verbs of one character before a figure.
const MEASURING: &[&str] = &["达", "超", "占", "居", "建", "增", "降"];

/// The words that bound names, with the index of their class.
pub(super) fn bounds() -> &'static Matcher {
    &BOUNDS.automaton
}

/// Cuts the sentence at `span`, in which the bounding words `bounds` stand, into words.
pub(super) fn tokens(cutter: &mut Cutter, text: &str, span: Span, bounds: &[Hit]) -> Vec<Token> {
    // Words are of two characters on the whole.
    let mut cut: Vec<Token> = Vec::with_capacity(span.len() / 4);
    cutter.cut(span.of(text), |Word { range, place }| {
        let (start, end) = (span.start + range.start, span.start + range.end);
        let word = &text[start..end];
        // 海星等产业: the segmenter knows a word 星等
        if let Some(rest) = word.strip_suffix('等').filter(|rest| !rest.is_empty() && !GRADES.contains(rest)) {
            let middle = start + rest.len();
            cut.push(Token { span: Span::new(start, middle), class: classify(rest) });
            cut.push(Token { span: Span::new(middle, end), class: Class::Function });
            return;
        }
        cut.push(Token { span: Span::new(start, end), class: classify_known(word, place) });
    });
    let mut tokens = quantities::join(text, bound(text, bounds, cut));
    number(text, &mut tokens);
    let mut tokens = regroup::routes(text, regroup::without_notes(text, tokens));
    regroup::dash(text, &mut tokens);
    // straight quotes open and close in turn
    let mut open = false;
    for token in &mut tokens {
        if token.span.of(text) == "\"" {
            open = !open;
            token.class = if open { Class::Open } else { Class::Close };
        }
    }
    // 达, 超 and the like are verbs before a figure, and letters of names elsewhere (融达)
    for index in 1..tokens.len() {
        if tokens[index].class == Class::Quantity && MEASURING.contains(&tokens[index - 1].span.of(text)) {
            tokens[index - 1].class = Class::Function;
        }
    }
    // 正加快: an auxiliary before a verb; 正迪: a letter of a name
    for index in 0..tokens.len() {
        let next = tokens.get(index + 1).map(|token| token.class);
        if tokens[index].class == Class::Function
            && AUXILIARIES.contains(&tokens[index].span.of(text))
            && !matches!(
                next,
                Some(Class::Strict | Class::Govern | Class::Weak | Class::Verb | Class::Adverb | Class::Function)
            )
        {
            tokens[index].class = Class::Proper;
        }
    }
    tokens
}

/// One more than the class of each word of the dictionary, by its place, once it has been asked
/// for; 0 before.
static KNOWN: LazyLock<Vec<AtomicU8>> = LazyLock::new(|| (0..words::places()).map(|_| AtomicU8::new(0)).collect());

/// The class of a word with its place in the dictionary: as [`classify`] has it, which is asked once.
fn classify_known(word: &str, place: Option<NonZeroU32>) -> Class {
    let Some(known) = place.and_then(|place| KNOWN.get(place.get() as usize)) else { return classify(word) };
    let class = usize::from(known.load(Ordering::Relaxed));
    if let Some(class) = class.checked_sub(1).and_then(|class| Class::ALL.get(class)) {
        return *class;
    }
    let class = classify(word);
    known.store(class as u8 + 1, Ordering::Relaxed);
    class
}

fn classify(word: &str) -> Class {
    let mut chars = word.chars();
    let (Some(first), None) = (chars.next(), chars.next()) else {
        return classify_long(word);
    };
    match first {
        '“' | '（' | '《' | '‘' | '(' | '〔' | '【' => Class::Open,
        '”' | '）' | '》' | '’' | ')' | '〕' | '】' => Class::Close,
        '、' => Class::List,
        '和' | '与' | '及' | '暨' => Class::And,
        '·' | '-' | '+' | '.' | '—' | '–' | '±' | '&' | '/' | '"' => Class::Proper,
        c if BOUNDS.single.contains(&c) => Class::Function,
        c if !c.is_alphanumeric() => Class::Stop,
        _ => Class::Proper,
    }
}

/// Class of a word of two characters and more that is in no list: 投入使用 does what 投入
/// does.
fn classify_long(word: &str) -> Class {
    if word.chars().all(|c| c == '—' || c == '…') {
        return Class::Stop;
    }
    let common = genre::common(word);
    if common.is_none() && word.chars().count() != 4 {
        return Class::Proper;
    }
    let opening = word.char_indices().nth(2).map_or(word, |(at, _)| &word[..at]);
    if opening.len() < word.len()
        && let Some(found) = BOUNDS.automaton.leftmost_find_iter(word).next()
        && found.start() == 0
        && found.end() == opening.len()
    {
        let class = BOUNDS.classes[found.value() as usize];
        match class {
            Class::Strict | Class::Govern => return class,
            // 积极探索, 彻底解决
            Class::Adverb => return Class::Strict,
            _ => {}
        }
    }
    let closing = word.char_indices().nth(2).map_or("", |(at, _)| &word[at..]);
    if word.chars().count() == 4
        && BOUNDS.automaton.leftmost_find_iter(closing).any(|found| {
            found.start() == 0
                && found.end() == closing.len()
                && matches!(BOUNDS.classes[found.value() as usize], Class::Strict | Class::Govern)
        })
    {
        return Class::Strict;
    }
    match common {
        None => Class::Proper,
        Some(true) => Class::Verb,
        Some(false) => Class::Common,
    }
}

/// Lays the bounding words over the segmenter's words. A bounding word counts where it
/// begins and ends with words, or leans on another that does (大力|发展, which the
/// segmenter keeps as one).
fn bound(text: &str, bounds: &[Hit], cut: Vec<Token>) -> Vec<Token> {
    let starts_at = |at: usize| cut.binary_search_by_key(&at, |token| token.span.start).is_ok();
    let ends_at = |at: usize| cut.binary_search_by_key(&at, |token| token.span.end).is_ok();
    let class = |index: usize| BOUNDS.classes[bounds[index].value as usize];
    let leans = |index: usize| {
        let mark = bounds[index].span;
        let starts = starts_at(mark.start) || index > 0 && bounds[index - 1].span.end == mark.start;
        // 推进力神项目: the segmenter knows a word 推进力 that reports do not use
        let torn = || {
            let at = cut.partition_point(|token| token.span.end <= mark.start);
            let verb = matches!(class(index), Class::Strict | Class::Govern);
            verb && cut.get(at).is_some_and(|token| token.span.start == mark.start && token.class == Class::Proper)
        };
        let next = bounds.get(index + 1).is_some_and(|next| next.span.start == mark.end);
        let ends = ends_at(mark.end) || next || torn();
        starts && ends
    };
    if bounds.is_empty() {
        return cut;
    }
    let kept = (0..bounds.len()).filter(|index| leans(*index));
    let mut kept = kept.map(|index| Token { span: bounds[index].span, class: class(index) }).peekable();
    let mut merged = Vec::with_capacity(cut.len());
    for token in cut.iter().copied() {
        let mut start = token.span.start;
        while let Some(mark) = kept.peek().copied() {
            if mark.span.start >= token.span.end {
                break;
            }
            if start < mark.span.start {
                let span = Span::new(start, mark.span.start);
                merged.push(Token { span, class: classify(span.of(text)) });
            }
            if mark.span.start >= token.span.start {
                let class = if mark.class == Class::Proper { classify(mark.span.of(text)) } else { mark.class };
                merged.push(Token { span: mark.span, class });
            }
            start = start.max(mark.span.end);
            if mark.span.end > token.span.end {
                break;
            }
            kept.next();
        }
        if start < token.span.end {
            let span = Span::new(start.max(token.span.start), token.span.end);
            let class = if span == token.span { token.class } else { classify(span.of(text)) };
            merged.push(Token { span, class });
        }
    }
    merged
}
