//! Readings written behind their characters: `區(qū)`.

use std::collections::HashMap;
use std::sync::LazyLock;

use pinyin::{ToPinyin, ToPinyinMulti};

use super::draft::Edit;
use super::signs::Signs;
use super::variant;
use crate::model::RepairKind;
use crate::read::gbk;

/// A character and what stands in ASCII brackets behind it, which looks like a reading.
pub(super) struct Gloss<'a> {
    /// Where the opening bracket is (bytes).
    pub at: usize,
    /// The character before it.
    pub of: char,
    /// The character before that.
    before: Option<char>,
    /// What is in the brackets.
    pub reading: &'a str,
}

impl Gloss<'_> {
    pub fn is_reading(&self) -> bool {
        has_reading(self.of, self.reading) || self.is_astride()
    }

    /// Whether it is the reading of what the bytes of the letter before it spell with the last one of the
    /// character before that: `年P(guān)M2.5`.
    fn is_astride(&self) -> bool {
        let trail = self.before.and_then(gbk::bytes).map(|[_, trail]| trail);
        let struck = trail.zip(u8::try_from(self.of).ok()).and_then(|(lead, trail)| gbk::pair(lead, trail));
        struck.is_some_and(|struck| has_reading(struck, self.reading))
    }
}

/// Whether `char` may be read as `reading` (with tone marks), by the table of the pinyin
/// crate, which is the table that the mirrors use.
pub(super) fn has_reading(char: char, reading: &str) -> bool {
    let one = char.to_pinyin().is_some_and(|pinyin| pinyin.with_tone() == reading);
    one || char.to_pinyin_multi().is_some_and(|all| all.into_iter().any(|pinyin| pinyin.with_tone() == reading))
}

/// A character and its bytes in GBK.
pub(super) type Coded = ([u8; 2], char);

/// The characters of GBK by reading.
static READINGS: LazyLock<HashMap<&str, Vec<Coded>>> = LazyLock::new(|| {
    let mut readings: HashMap<&str, Vec<Coded>> = HashMap::new();
    for char in '一'..='\u{9FA5}' {
        let Some(bytes) = gbk::bytes(char) else { continue };
        let one = char.to_pinyin().into_iter();
        let all = char.to_pinyin_multi().into_iter().flatten();
        for reading in one.chain(all).map(|pinyin| pinyin.with_tone()) {
            let chars = readings.entry(reading).or_default();
            if chars.last().is_none_or(|last| last.1 != char) {
                chars.push((bytes, char));
            }
        }
    }
    readings
});

/// The characters that are read as `reading` (with tone marks).
pub(super) fn read_as(reading: &str) -> &'static [Coded] {
    READINGS.get(reading).map_or(&[], Vec::as_slice)
}

/// All glosses of `text`, right or not.
pub(super) fn glosses(text: &str) -> impl Iterator<Item = Gloss<'_>> {
    let mut last: Option<(usize, char)> = None;
    text.match_indices('(').filter_map(move |(at, _)| {
        let reading = reading_at(&text[at + 1..])?;
        // 區(qū)(qū): a mirror of a mirror wrote it twice
        let standing = |end| match last {
            Some((at, of)) if at == end => Some(of),
            _ => text[..end].chars().next_back(),
        };
        let of = standing(at)?;
        // 內(nèi)A(huá): both the character and what its end spells with the letter have their readings
        let before = if of.is_ascii() { at.checked_sub(1).and_then(standing) } else { None };
        last = Some((at + reading.len() + 2, of));
        Some(Gloss { at, of, before, reading })
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
        .filter(|gloss| gloss.is_reading() && (signs.is_glossed() || variant::is_traditional(gloss.of)))
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
        let astride = "區(qū)業(yè)經(jīng)境內(nèi)A(huá)股";
        assert_eq!(edits(astride, &Signs::of(astride)).len(), 5);
        let twice = "區(qū)(qū)業(yè)";
        assert_eq!(edits(twice, &Signs::of(twice)).len(), 3);
        assert!(edits("重(chóng)新", &Signs::of("重(chóng)新")).is_empty());
    }
}
