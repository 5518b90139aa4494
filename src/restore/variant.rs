//! Traditional characters back to simplified ones.

use std::sync::LazyLock;

use ferrous_opencc::OpenCC;
use ferrous_opencc::config::BuiltinConfig;

use super::draft::Edit;
use super::signs::{Hanzi, SIMPLIFIED, Signs};
use crate::model::RepairKind;

/// The converter. Its tables are compiled in, so that it cannot fail to load; were it to
/// fail, text would stay as it is.
pub(super) static CONVERTER: LazyLock<Option<OpenCC>> = LazyLock::new(|| OpenCC::from_config(BuiltinConfig::T2s).ok());

/// Characters that one-to-one conversion leaves undecided, with the words that keep them.
static LEFTOVERS: LazyLock<Vec<Leftover>> = LazyLock::new(|| {
    let lines = include_str!("variants.txt").lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    lines.filter_map(Leftover::parse).collect()
});

struct Leftover {
    from: char,
    to: char,
    keep: Vec<&'static str>,
}

impl Leftover {
    fn parse(line: &'static str) -> Option<Self> {
        let mut fields = line.split('\t');
        let (from, to) = (fields.next()?.chars().next()?, fields.next()?.chars().next()?);
        Some(Self { from, to, keep: fields.next().unwrap_or("").split(' ').filter(|word| !word.is_empty()).collect() })
    }

    /// Whether the character at `at` belongs to one of the words that keep it.
    fn is_kept(&self, text: &str, at: usize) -> bool {
        self.keep.iter().any(|word| {
            word.match_indices(self.from)
                .any(|(inside, _)| at >= inside && text.as_bytes()[at - inside..].starts_with(word.as_bytes()))
        })
    }
}

static TRADITIONAL: LazyLock<Hanzi> = LazyLock::new(|| {
    let Some(converter) = CONVERTER.as_ref() else { return Hanzi::new(std::iter::empty()) };
    let all: Vec<char> = ('一'..='\u{9FFF}').filter(|char| !SIMPLIFIED.contains(*char)).collect();
    let text: String = all.iter().flat_map(|char| [*char, '\n']).collect();
    let after = converter.convert(&text);
    Hanzi::new(all.iter().zip(after.lines()).filter(|(char, line)| !line.starts_with(**char)).map(|(char, _)| *char))
});

/// Whether `char` is a form that simplified text does not use.
pub(super) fn is_traditional(char: char) -> bool {
    !SIMPLIFIED.contains(char) && TRADITIONAL.contains(char)
}

pub(super) fn edits(text: &str, signs: &Signs) -> Vec<Edit> {
    let (true, Some(converter)) = (signs.is_traditional(), CONVERTER.as_ref()) else { return Vec::new() };
    let mut edits = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let after = converter.convert(line);
        if after.chars().count() == line.chars().count() {
            let after = finished(&after);
            let mut open: Option<Edit> = None;
            for ((inside, old), new) in line.char_indices().zip(after.chars()) {
                if old == new {
                    edits.extend(open.take());
                    continue;
                }
                let range = at + inside..at + inside + old.len_utf8();
                let edit =
                    open.get_or_insert_with(|| Edit::new(range.start..range.start, "", RepairKind::Variant, 0.99));
                edit.range.end = range.end;
                edit.after.push(new);
            }
            edits.extend(open);
        }
        at += line.len();
    }
    edits
}

/// Settles what the converter leaves undecided.
fn finished(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    for (at, char) in line.char_indices() {
        let leftover = LEFTOVERS.iter().find(|leftover| leftover.from == char && !leftover.is_kept(line, at));
        out.push(leftover.map_or(char, |leftover| leftover.to));
    }
    out
}
