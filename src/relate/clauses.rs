//! Clauses: the runs of a sentence between commas, each with the modality that its own
//! words give it.

use std::cell::OnceCell;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::lexicon::matcher::{Matcher, matcher};
use crate::lexicon::table;
use crate::model::{Outline, Sentence, Span};
use crate::ontology::Modality;

/// A run of a sentence between commas, semicolons, colons and full stops.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Clause {
    /// Its words without the mark that ends it and without blanks at the ends; never empty.
    pub(crate) span: Span,
    /// The mark that ends it: `，`, `；`, `：`, `。`, …; `None` at the end of a line.
    pub(crate) mark: Option<char>,
    /// Whether it starts the sentence or follows a `；`: what was said before no longer
    /// carries over as a matter of course.
    pub(crate) opens: bool,
    /// Done, ongoing or planned.
    pub(crate) modality: Modality,
}

/// A text with its sentences, each cut into clauses when first asked for.
pub(crate) struct Clauses<'a> {
    pub(crate) text: &'a str,
    pub(crate) outline: &'a Outline,
    cut: Vec<OnceCell<Vec<Clause>>>,
}

impl<'a> Clauses<'a> {
    pub(crate) fn of(text: &'a str, outline: &'a Outline) -> Self {
        Self { text, outline, cut: vec![OnceCell::new(); outline.sentences.len()] }
    }

    /// The clauses of the `index`th sentence.
    pub(crate) fn of_sentence(&self, index: usize) -> &[Clause] {
        self.cut[index].get_or_init(|| clauses(self.text, &self.outline.sentences[index]))
    }
}

/// The clauses of a sentence in the order of the text. Marks inside quotes, brackets and
/// between digits (`1：16：83`) do not divide; `、` never does.
pub(super) fn clauses(text: &str, sentence: &Sentence) -> Vec<Clause> {
    let words = sentence.span.of(text);
    let base = sentence.span.start;
    let mut found: Vec<Clause> = Vec::new();
    let mut start = 0;
    let mut closed_until = 0;
    let mut before = ' ';
    for (at, mark) in words.char_indices() {
        let after = at + mark.len_utf8();
        if at < closed_until {
            before = mark;
            continue;
        }
        if let Some(end) = closer(words, at, mark) {
            closed_until = end;
        } else if divides(mark, before, words[after..].chars().next()) {
            push(&mut found, text, Span::new(base + start, base + at), Some(mark), sentence.modality);
            start = after;
        }
        before = mark;
    }
    push(&mut found, text, Span::new(base + start, base + words.len()), None, sentence.modality);
    found
}

/// How `words` stand to the world, where `default` holds if they say nothing themselves.
pub(crate) fn modality(words: &str, default: Modality) -> Modality {
    modality_cue(words, default).map_or(default, |(modality, _)| modality)
}

/// What the words themselves say of how they stand to the world, and the cue that says so.
pub(super) fn modality_cue(words: &str, default: Modality) -> Option<(Modality, Span)> {
    let mut ongoing = None;
    for hit in CUES.finder.leftmost_find_iter(words) {
        for cue in &CUES.rows[CUES.groups[hit.value() as usize].clone()] {
            if cue.counts(words, hit.start(), hit.end(), default) {
                let said = Some((cue.modality, Span::new(hit.start(), hit.end())));
                match cue.modality {
                    // A promise about something under way is still a promise.
                    Modality::Planned | Modality::Done => return said,
                    Modality::Ongoing => ongoing = said,
                }
            }
        }
    }
    ongoing
}

fn push(found: &mut Vec<Clause>, text: &str, span: Span, mark: Option<char>, default: Modality) {
    let words = span.of(text);
    let trimmed = words.trim();
    if trimmed.is_empty() {
        return;
    }
    let start = span.start + (words.len() - words.trim_start().len());
    let opens = found.last().is_none_or(|last| matches!(last.mark, Some('；' | ';' | '。' | '！' | '？')));
    let span = Span::new(start, start + trimmed.len());
    found.push(Clause { span, mark, opens, modality: modality(trimmed, default) });
}

fn divides(mark: char, before: char, after: Option<char>) -> bool {
    match mark {
        '，' | '；' | '。' | '！' | '？' => true,
        ',' | ';' | '：' | ':' | '?' | '!' => {
            !(before.is_ascii_digit() && after.is_some_and(|next| next.is_ascii_digit()))
        }
        _ => false,
    }
}

/// Longest stretch that may stand between a pair of quotes or brackets, in bytes: an
/// unpaired mark must not swallow the rest of the sentence.
const LONGEST_PAIR: usize = 240;

fn closer(words: &str, at: usize, mark: char) -> Option<usize> {
    let close = match mark {
        '“' => '”',
        '‘' => '’',
        '《' => '》',
        '（' => '）',
        '(' => ')',
        '「' => '」',
        '〔' => '〕',
        _ => return None,
    };
    let inner = at + mark.len_utf8();
    let (length, _) =
        words[inner..].char_indices().take_while(|(at, _)| *at < LONGEST_PAIR).find(|(_, c)| *c == close)?;
    Some(inner + length + close.len_utf8())
}

#[derive(Deserialize)]
struct Cue {
    word: String,
    #[serde(deserialize_with = "modality_name")]
    modality: Modality,
    #[serde(deserialize_with = "modality_names")]
    holds_in: Vec<Modality>,
    #[serde(default)]
    not_before: Vec<String>,
    #[serde(default)]
    not_after: Vec<String>,
    #[serde(default)]
    then: Option<String>,
    #[cfg(test)]
    matches: Vec<String>,
    #[cfg(test)]
    not_matches: Vec<String>,
}

impl Cue {
    fn counts(&self, words: &str, start: usize, end: usize, default: Modality) -> bool {
        let (head, tail) = (&words[..start], &words[end..]);
        // What is only under way in a plan is still promised, so an ongoing default is a review's.
        let default = if default == Modality::Ongoing { Modality::Done } else { default };
        self.holds_in.contains(&default)
            && !self.not_before.iter().any(|word| tail.starts_with(word.as_str()))
            && !self.not_after.iter().any(|word| head.ends_with(word.as_str()))
            && self.then.as_ref().is_none_or(|word| tail.contains(word.as_str()))
    }
}

fn modality_name<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Modality, D::Error> {
    String::deserialize(from)?.parse().map_err(serde::de::Error::custom)
}

fn modality_names<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Vec<Modality>, D::Error> {
    let names = Vec::<String>::deserialize(from)?;
    names.iter().map(|name| name.parse().map_err(serde::de::Error::custom)).collect()
}

struct Cues {
    rows: Vec<Cue>,
    /// For each distinct word, the rows that bear it.
    groups: Vec<std::ops::Range<usize>>,
    finder: Matcher,
}

static CUES: LazyLock<Cues> = LazyLock::new(|| {
    #[derive(Deserialize)]
    struct File {
        cue: Vec<Cue>,
    }
    let file: File = table::read("src/relate/modality.toml", include_str!("modality.toml"));
    let mut rows = file.cue;
    rows.sort_by(|a, b| a.word.cmp(&b.word));
    let mut groups: Vec<std::ops::Range<usize>> = Vec::new();
    for at in 0..rows.len() {
        match groups.last_mut() {
            Some(group) if rows[group.start].word == rows[at].word => group.end = at + 1,
            _ => groups.push(at..at + 1),
        }
    }
    let words = groups.iter().enumerate().map(|(id, group)| (rows[group.start].word.as_str(), id as u32));
    let finder = matcher("src/relate/modality.toml", words);
    Cues { rows, groups, finder }
});

#[cfg(test)]
mod tests {
    use super::*;

    fn split(words: &str) -> Vec<String> {
        let sentence = Sentence {
            span: Span::new(0, words.len()),
            section: 0,
            heading: false,
            period: None,
            modality: Modality::Done,
        };
        clauses(words, &sentence).iter().map(|clause| clause.span.of(words).to_string()).collect()
    }

    #[test]
    fn marks_divide_outside_pairs_and_digits() {
        assert_eq!(
            split("完成造林1,200亩，“一网通办，一次办好”启用；三次产业比重达1：16：83。"),
            ["完成造林1,200亩", "“一网通办，一次办好”启用", "三次产业比重达1：16：83"]
        );
        assert_eq!(split("“没有收尾，的引号。"), ["“没有收尾", "的引号"]);
        assert_eq!(split("，，。"), Vec::<String>::new());
    }

    #[test]
    fn a_semicolon_opens_anew() {
        let words = "甲开工，乙竣工；丙投产。";
        let sentence = Sentence {
            span: Span::new(0, words.len()),
            section: 0,
            heading: false,
            period: None,
            modality: Modality::Planned,
        };
        let opens: Vec<bool> = clauses(words, &sentence).iter().map(|clause| clause.opens).collect();
        assert_eq!(opens, [true, false, true]);
    }

    #[test]
    fn every_cue_matches_its_examples_and_no_others() {
        for cue in &CUES.rows {
            for default in &cue.holds_in {
                for words in &cue.matches {
                    assert_eq!(modality(words, *default), cue.modality, "{}: {words}", cue.word);
                }
                for words in &cue.not_matches {
                    assert_eq!(modality(words, *default), *default, "{}: {words}", cue.word);
                }
            }
        }
    }
}
