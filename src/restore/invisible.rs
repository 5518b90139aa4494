//! Characters that are not seen: controls, zero-width marks, private-use leftovers, odd
//! spaces.

use super::draft::Edit;
use super::signs::Signs;
use crate::model::RepairKind;

/// Whether `char` has no place in a report. Spaces of other widths are odd too, but
/// become plain ones.
pub(super) fn is_odd(char: char) -> bool {
    is_odd_space(char)
        || matches!(char, '\0'..='\u{8}' | '\u{B}'..='\u{1F}' | '\u{7F}'..='\u{9F}' | '\u{AD}' | '\u{200B}'..='\u{200F}'
            | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}'
            | '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..)
}

fn is_odd_space(char: char) -> bool {
    matches!(char, '\u{A0}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}')
}

pub(super) fn edits(text: &str, signs: &Signs) -> Vec<Edit> {
    if signs.invisible == 0 && signs.question_runs == 0 && !signs.entities {
        return Vec::new();
    }
    let mut edits: Vec<Edit> = Vec::new();
    for (at, char) in text.char_indices().filter(|(_, char)| is_odd(*char)) {
        let after = match char {
            '\u{2028}' | '\u{2029}' | '\u{B}' | '\u{C}' => "\n",
            _ if is_odd_space(char) => " ",
            _ => "",
        };
        let range = at..at + char.len_utf8();
        match edits.last_mut() {
            Some(last) if last.range.end == at => {
                last.range.end = range.end;
                last.after.push_str(after);
            }
            _ => edits.push(Edit::new(range, after, RepairKind::Invisible, 0.99)),
        }
    }
    edits
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_seen_goes() {
        let text = "甲\u{200B}乙\u{E004}丙\u{A0}丁\u{3}";
        let found: Vec<(usize, String)> =
            edits(text, &Signs::of(text)).into_iter().map(|edit| (edit.range.start, edit.after)).collect();
        assert_eq!(found, [(3, "".into()), (9, "".into()), (15, " ".into()), (20, "".into())]);
    }
}
