//! Punctuation that a mirror narrowed, back at its full width.

use super::draft::Edit;
use super::signs::Signs;
use crate::model::RepairKind;

/// Marks that Chinese text writes wide, with their narrow forms.
const MARKS: [(char, &str); 5] = [(',', "，"), (';', "；"), (':', "："), ('!', "！"), ('?', "？")];

/// Widens the marks of a mirrored text, save between two figures or Latin letters
/// (`1:2`, `1,500`), where they are of the number or the word. Brackets become wide
/// where there is Chinese in them. Figures, letters and `%` stay as they are: reports
/// write them narrow.
pub(super) fn edits(text: &str, signs: &Signs) -> Vec<Edit> {
    if !signs.is_mirrored() {
        return Vec::new();
    }
    let mut edits = Vec::new();
    let mut before = '\n';
    let mut open: Vec<usize> = Vec::new();
    let mut chars = text.char_indices().peekable();
    while let Some((at, char)) = chars.next() {
        let after = chars.peek().map_or('\n', |(_, next)| *next);
        if let Some((_, wide)) = MARKS.iter().find(|(narrow, _)| *narrow == char) {
            if !(before.is_ascii_alphanumeric() && after.is_ascii_alphanumeric()) && after != '/' {
                edits.push(wider(at, wide));
            }
        } else if matches!(char, '(' | '（') {
            open.push(at);
        } else if matches!(char, ')' | '）') {
            if let Some(start) = open.pop()
                && text[start..at + char.len_utf8()].chars().any(is_wide)
            {
                if text[start..].starts_with('(') {
                    edits.push(wider(start, "（"));
                }
                if char == ')' {
                    edits.push(wider(at, "）"));
                }
            }
        } else if char == '\n' {
            open.clear();
        }
        before = char;
    }
    edits.sort_by_key(|edit| edit.range.start);
    edits
}

fn wider(at: usize, wide: &str) -> Edit {
    Edit::new(at..at + 1, wide, RepairKind::Width, 0.97)
}

fn is_wide(char: char) -> bool {
    matches!(char, '\u{2E80}'..='\u{9FFF}' | '\u{FF00}'..='\u{FFEF}')
}
