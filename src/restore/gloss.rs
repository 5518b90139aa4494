//! Readings written behind their characters: `區(qū)`.

use pinyin::{ToPinyin, ToPinyinMulti};

use super::draft::Edit;
use super::signs::{SIMPLIFIED, Signs};
use crate::model::RepairKind;

/// A character and what stands in ASCII brackets behind it, which looks like a reading.
pub(super) struct Gloss<'a> {
    /// Where the opening bracket is (bytes).
    pub at: usize,
    /// The character before it.
    pub of: char,
    /// What is in the brackets.
    pub reading: &'a str,
}

impl Gloss<'_> {
    pub fn is_reading(&self) -> bool {
        has_reading(self.of, self.reading)
    }
}

/// Whether `char` may be read as `reading` (with tone marks), by the table of the pinyin
/// crate, which is the table that the mirrors use.
pub(super) fn has_reading(char: char, reading: &str) -> bool {
    let one = char.to_pinyin().is_some_and(|pinyin| pinyin.with_tone() == reading);
    one || char.to_pinyin_multi().is_some_and(|all| all.into_iter().any(|pinyin| pinyin.with_tone() == reading))
}

/// All glosses of `text`, right or not.
pub(super) fn glosses(text: &str) -> impl Iterator<Item = Gloss<'_>> {
    let mut last: Option<(usize, char)> = None;
    text.match_indices('(').filter_map(move |(at, _)| {
        let reading = reading_at(&text[at + 1..])?;
        // 區(qū)(qū): a mirror of a mirror wrote it twice
        let of = match last {
            Some((end, of)) if end == at => of,
            _ => text[..at].chars().next_back()?,
        };
        last = Some((at + reading.len() + 2, of));
        Some(Gloss { at, of, reading })
    })
}

/// The letters of a reading at the start of `text`, where a closing bracket follows.
pub(super) fn reading_at(text: &str) -> Option<&str> {
    // The longest reading, zhuāng, has 7 bytes.
    let end = text.bytes().take(9).position(|byte| byte == b')')?;
    let reading = &text[..end];
    (!reading.is_empty() && reading.chars().all(is_letter)).then_some(reading)
}

fn is_letter(char: char) -> bool {
    char.is_ascii_lowercase() || "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿê".contains(char)
}

/// Takes the readings out. A reading behind a simplified character may be the author's
/// own help with a hard word, unless the whole text is full of them.
pub(super) fn edits(text: &str, signs: &Signs) -> Vec<Edit> {
    if signs.glosses == 0 {
        return Vec::new();
    }
    glosses(text)
        .filter(|gloss| gloss.is_reading() && (signs.is_glossed() || !SIMPLIFIED.contains(gloss.of)))
        .map(|gloss| Edit::new(gloss.at..gloss.at + gloss.reading.len() + 2, "", RepairKind::Gloss, 0.99))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn readings_of_the_character_go() {
        let text = "區(qū)業(yè)著(zhe)重(chóng)(a)X(yè)";
        let signs = Signs::of(text);
        let found: Vec<&str> = edits(text, &signs).into_iter().map(|edit| &text[edit.range]).collect();
        assert_eq!(found, ["(qū)", "(yè)", "(zhe)", "(chóng)"]);
        let twice = "區(qū)(qū)業(yè)";
        assert_eq!(edits(twice, &Signs::of(twice)).len(), 3);
        assert!(edits("重(chóng)新", &Signs::of("重(chóng)新")).is_empty());
    }
}
