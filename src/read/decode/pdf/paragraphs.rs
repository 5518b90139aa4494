//! Lines that go on in the next, joined.

use std::collections::BTreeMap;

use super::columns::Line;

/// A line is full when it ends at most so many sizes before the edge of its column: a mark must not begin a
/// line, and figures are not parted.
const FULL: f32 = 2.2;

/// A paragraph's first line stands at least so many sizes to the right of the others.
const INDENT: f32 = 1.2;

/// Sizes of one paragraph's lines differ by at most so much.
const SIZE: f32 = 0.12;

/// When of so many lines one is indented, paragraphs are told by that.
const INDENTED: usize = 20;

/// The text of a document, a paragraph a line, of the lines of its pages.
pub(super) fn joined(pages: &[Vec<Line>]) -> String {
    let lines: Vec<&Line> = pages.iter().flatten().collect();
    let edges = edges(&lines);
    let edge = |line: &Line| edges.get(&line.column).copied().unwrap_or((line.left, line.right));
    let is_indented = |line: &Line| line.left - edge(line).0 > INDENT * line.size;
    let by_indent = lines.iter().filter(|line| is_indented(line)).count() * INDENTED >= lines.len();
    let mut text = String::new();
    for (at, line) in lines.iter().enumerate() {
        text.push_str(&line.text);
        let goes_on = lines.get(at + 1).is_some_and(|next| {
            let is_full = edge(line).1 - line.right < FULL * line.size;
            let ends = line.text.ends_with(['。', '！', '？']) && !by_indent;
            let same_size = (line.size - next.size).abs() <= SIZE * line.size.max(next.size);
            is_full && !ends && same_size && !is_indented(next) && !line.is_row && !next.is_row
        });
        if !goes_on {
            text.push('\n');
        } else if lines.get(at + 1).is_some_and(|next| is_latin(&line.text, &next.text)) {
            text.push(' ');
        }
    }
    text
}

fn is_latin(before: &str, behind: &str) -> bool {
    let letter = |char: Option<char>| char.is_some_and(|char| char.is_ascii_alphabetic());
    letter(before.chars().next_back()) && letter(behind.chars().next())
}

/// Left and right edge of each column of the document: nearly all lines lie between them.
fn edges(lines: &[&Line]) -> BTreeMap<u8, (f32, f32)> {
    let mut sides: BTreeMap<u8, (Vec<f32>, Vec<f32>)> = BTreeMap::new();
    for line in lines {
        let (left, right) = sides.entry(line.column).or_default();
        left.push(line.left);
        right.push(line.right);
    }
    let edge = |mut values: Vec<f32>, share: usize| {
        values.sort_by(f32::total_cmp);
        values[(values.len() - 1) * share / 100]
    };
    sides.into_iter().map(|(column, (left, right))| (column, (edge(left, 5), edge(right, 95)))).collect()
}
