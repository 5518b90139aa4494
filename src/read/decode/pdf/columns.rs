//! The order in which the pieces of a page are read: down one column, then down the next.

use super::rows::Piece;

/// A line in reading order.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Line {
    pub(super) text: String,
    pub(super) left: f32,
    pub(super) right: f32,
    pub(super) y: f32,
    pub(super) size: f32,
    /// Which column it stands in: 0 where there is one.
    pub(super) column: u8,
    /// Whether it is a row of a table, of several cells.
    pub(super) is_row: bool,
}

/// Columns have at least so many rows with words on both sides.
const ROWS: usize = 4;

/// Characters that the pieces of columns have at least, on the average: cells of tables have fewer.
const CHARACTERS: usize = 8;

/// Of the rows of a page with columns at most a third run across.
const ACROSS: usize = 3;

/// The lines of a page in the order in which they are read.
pub(super) fn ordered(rows: Vec<Vec<Piece>>) -> Vec<Line> {
    let Some(gutter) = gutter(&rows) else { return rows.into_iter().map(|row| line(row, 0)).collect() };
    let mut lines = Vec::new();
    let (mut left, mut right) = (Vec::new(), Vec::new());
    for row in rows {
        let (before, behind): (Vec<Piece>, Vec<Piece>) = row.into_iter().partition(|piece| middle(piece) < gutter);
        let runs_across =
            before.iter().any(|piece| piece.right > gutter) || behind.iter().any(|piece| piece.left < gutter);
        if runs_across {
            // What runs across closes the columns above it.
            lines.append(&mut left);
            lines.append(&mut right);
            lines.push(line(before.into_iter().chain(behind).collect(), 0));
            continue;
        }
        if !before.is_empty() {
            left.push(line(before, 1));
        }
        if !behind.is_empty() {
            right.push(line(behind, 2));
        }
    }
    lines.append(&mut left);
    lines.append(&mut right);
    lines
}

fn middle(piece: &Piece) -> f32 {
    (piece.left + piece.right) / 2.0
}

fn line(row: Vec<Piece>, column: u8) -> Line {
    let first = |value: fn(&Piece) -> f32| row.first().map_or(0.0, value);
    Line {
        text: row.iter().map(|piece| piece.text.as_str()).collect::<Vec<_>>().join("\t"),
        left: first(|piece| piece.left),
        right: row.last().map_or(0.0, |piece| piece.right),
        y: first(|piece| piece.y),
        size: row.iter().map(|piece| piece.size).fold(0.0, f32::max),
        column,
        is_row: row.len() > 1,
    }
}

/// Where the room between two columns lies, if there are two: a place that most rows leave free, with
/// running text on both sides of it.
fn gutter(rows: &[Vec<Piece>]) -> Option<f32> {
    let pairs: Vec<(f32, f32)> =
        rows.iter().filter(|row| row.len() == 2).map(|row| (row[0].right, row[1].left)).collect();
    if pairs.len() < ROWS {
        return None;
    }
    // The right edges of most left pieces lie close together, so does where the others begin.
    let mut begins: Vec<f32> = pairs.iter().map(|(_, begin)| *begin).collect();
    begins.sort_by(f32::total_cmp);
    let mut ends: Vec<f32> = pairs.iter().map(|(end, _)| *end).collect();
    ends.sort_by(f32::total_cmp);
    let (begin, end) = (begins[begins.len() / 5], ends[ends.len() * 4 / 5]);
    if begin <= end {
        return None;
    }
    let gutter = (begin + end) / 2.0;
    let across = rows.iter().filter(|row| row.iter().any(|piece| piece.left < gutter && piece.right > gutter)).count();
    let sides: Vec<&Piece> =
        rows.iter().flatten().filter(|piece| piece.right <= gutter || piece.left >= gutter).collect();
    let characters: usize = sides.iter().map(|piece| piece.text.chars().count()).sum();
    (across * ACROSS <= rows.len() && characters >= CHARACTERS * sides.len().max(1)).then_some(gutter)
}
