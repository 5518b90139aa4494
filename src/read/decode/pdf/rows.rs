//! From the characters of a page to rows: pieces of text on one base line, parted where there is room for
//! more than a word's space.

use super::glyphs::Glyph;

/// Characters stand on one line when their base lines differ by at most so much of their size.
const LEVEL: f32 = 0.4;

/// A gap of so many sizes parts cells and columns.
const PART: f32 = 1.6;

/// Copies of a character at most so far from each other (sizes) are one, drawn twice to look bold.
const COPY: f32 = 0.2;

/// A piece of a line.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Piece {
    pub(super) text: String,
    /// Left and right edge, in points.
    pub(super) left: f32,
    pub(super) right: f32,
    pub(super) y: f32,
    pub(super) size: f32,
}

/// The rows of a page from top to bottom, each with its pieces from left to right.
pub(super) fn rows(mut glyphs: Vec<Glyph>) -> Vec<Vec<Piece>> {
    glyphs.sort_by(|a, b| b.y.total_cmp(&a.y).then(a.x.total_cmp(&b.x)));
    let mut rows: Vec<Vec<Glyph>> = Vec::new();
    for glyph in glyphs {
        match rows.last_mut() {
            Some(row) if (row[0].y - glyph.y).abs() <= LEVEL * row[0].size.min(glyph.size) => row.push(glyph),
            _ => rows.push(vec![glyph]),
        }
    }
    rows.into_iter().map(pieces).filter(|row| !row.is_empty()).collect()
}

fn pieces(mut row: Vec<Glyph>) -> Vec<Piece> {
    row.sort_by(|a, b| a.x.total_cmp(&b.x));
    let mut pieces: Vec<Piece> = Vec::new();
    let mut last: Option<(String, f32)> = None;
    let mut blank = false;
    for glyph in row {
        if glyph.text.chars().all(char::is_whitespace) {
            blank = true;
            continue;
        }
        if last.as_ref().is_some_and(|(text, x)| *text == glyph.text && (glyph.x - x).abs() < COPY * glyph.size) {
            continue;
        }
        last = Some((glyph.text.clone(), glyph.x));
        let right = glyph.x + glyph.width;
        match pieces.last_mut() {
            Some(piece) if glyph.x - piece.right < PART * glyph.size.max(piece.size) => {
                if (blank || is_space(piece, &glyph)) && !piece.text.is_empty() {
                    piece.text.push(' ');
                }
                piece.text.push_str(&glyph.text);
                piece.right = piece.right.max(right);
                piece.size = piece.size.max(glyph.size);
            }
            _ => pieces.push(Piece { text: glyph.text, left: glyph.x, right, y: glyph.y, size: glyph.size }),
        }
        blank = false;
    }
    pieces
}

/// Whether the room before a character is a space: between Latin letters less is one than between
/// Chinese characters, which are set apart to fill a line.
fn is_space(piece: &Piece, glyph: &Glyph) -> bool {
    let gap = (glyph.x - piece.right) / glyph.size;
    let latin = |char: Option<char>| char.is_some_and(|char| char.is_ascii_alphanumeric());
    let both = latin(piece.text.chars().next_back()) && latin(glyph.text.chars().next());
    gap > if both { 0.18 } else { 0.45 }
}
