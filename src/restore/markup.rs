//! Leftovers of web pages: entities, written-out line ends, spaces turned to `????`.

use super::draft::Edit;
use super::signs::Signs;
use crate::model::RepairKind;

/// What stands in a text in place of something else, wherever it stands: HTML entities
/// that reports are found with (the WHATWG names), escapes of a database dump, and the
/// percent sign as one portal's database writes it.
const LEFTOVERS: [(&str, &str); 26] = [
    ("&nbsp;", " "),
    ("&ensp;", " "),
    ("&emsp;", "\u{3000}"),
    ("&thinsp;", ""),
    ("&zwnj;", ""),
    ("&zwj;", ""),
    ("&amp;", "&"),
    ("&lt;", "<"),
    ("&gt;", ">"),
    ("&quot;", "\""),
    ("&apos;", "'"),
    ("&ldquo;", "“"),
    ("&rdquo;", "”"),
    ("&lsquo;", "‘"),
    ("&rsquo;", "’"),
    ("&mdash;", "—"),
    ("&ndash;", "–"),
    ("&hellip;", "…"),
    ("&middot;", "·"),
    ("&times;", "×"),
    ("&permil;", "‰"),
    ("&deg;", "°"),
    ("\\r\\n", "\n"),
    ("\\n", "\n"),
    ("\\t", " "),
    ("_M_M_", "%"),
];

/// Whether `text` may hold something of this file's.
pub(super) fn has_leftovers(text: &str) -> bool {
    text.contains('&') || text.contains('\\') || text.contains("_M_M_")
}

pub(super) fn edits(text: &str, signs: &Signs) -> Vec<Edit> {
    let mut edits: Vec<Edit> = Vec::new();
    if signs.entities {
        for (at, _) in text.match_indices(['&', '\\', '_']) {
            if edits.last().is_some_and(|last| last.range.end > at) {
                continue;
            }
            let rest = &text[at..];
            if let Some((leftover, after)) = LEFTOVERS.iter().find(|(leftover, _)| rest.starts_with(leftover)) {
                edits.push(Edit::new(at..at + leftover.len(), *after, RepairKind::Markup, 0.97));
            } else if let Some((len, char)) = numbered(rest) {
                edits.push(Edit::new(at..at + len, char, RepairKind::Markup, 0.97));
            }
        }
    }
    if signs.question_runs > 0 && !signs.is_glossed() {
        edits.extend(spaces(text));
        edits.sort_by_key(|edit| edit.range.start);
    }
    edits
}

/// `&#8220;` and `&#x201C;`.
fn numbered(text: &str) -> Option<(usize, String)> {
    let body = text.strip_prefix("&#")?;
    let end = body.bytes().take(8).position(|byte| byte == b';')?;
    let digits = &body[..end];
    let code = match digits.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16),
        None => digits.parse(),
    };
    let char = char::from_u32(code.ok()?).filter(|char| !char.is_control() || *char == '\n')?;
    Some((end + 3, char.to_string()))
}

/// A non-breaking space that passed through the wrong encoding is two question marks;
/// they come in even runs. A text that has a run of four or more is such a text, and
/// then a run of two is a space as well. At the edge of a line nothing is left of them.
fn spaces(text: &str) -> Vec<Edit> {
    let mut edits = Vec::new();
    let mut from = 0;
    while let Some(found) = text[from..].find("??") {
        let start = from + found;
        let run = text[start..].len() - text[start..].trim_start_matches('?').len();
        let end = start + run;
        from = end;
        if !run.is_multiple_of(2) {
            continue;
        }
        let edge = text[..start].ends_with('\n') || start == 0 || text[end..].starts_with('\n') || end == text.len();
        edits.push(Edit::new(start..end, if edge { "" } else { " " }, RepairKind::Markup, 0.95));
    }
    edits
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mended(text: &str) -> String {
        let mut out = text.to_string();
        for edit in edits(text, &Signs::of(text)).into_iter().rev() {
            out.replace_range(edit.range, &edit.after);
        }
        out
    }

    #[test]
    fn leftovers_are_told_from_text() {
        for (before, after) in [
            ("县长&nbsp;李明&#8212;&#x201C;甲&amp;乙", "县长 李明—“甲&乙"),
            ("回顾\\r\\n2023年增长5_M_M_", "回顾\n2023年增长5%"),
            ("县长????李?? 明????\n怎么办?", "县长 李  明\n怎么办?"),
            ("真的吗??", "真的吗??"),
            ("R&D; A&B公司", "R&D; A&B公司"),
        ] {
            assert_eq!(mended(before), after);
        }
    }
}
