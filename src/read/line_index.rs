//! Which line of a file a byte stands on.

use super::decode;
use crate::model::{Document, Span};

/// Where the lines of a file begin, as its bytes say, before anything is mended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineIndex {
    /// Offsets one past each line's end.
    ends: Vec<usize>,
}

impl LineIndex {
    /// The lines of `bytes` in `encoding` (a WHATWG name). Lines end at `\n`; where a file has
    /// none, at `\r`. In UTF-16 these are two bytes, and 上 (`4E0A`) ends no line.
    pub fn new(bytes: &[u8], encoding: &str) -> Self {
        let (width, mark) = match encoding {
            "UTF-16LE" => (2, 0),
            "UTF-16BE" => (2, 1),
            _ => (1, 0),
        };
        let at = |sign: u8| -> Vec<usize> {
            let units = bytes.chunks_exact(width).enumerate();
            let is_sign =
                |unit: &[u8]| unit[mark] == sign && unit.iter().enumerate().all(|(at, byte)| at == mark || *byte == 0);
            units.filter(|(_, unit)| is_sign(unit)).map(|(index, _)| (index + 1) * width).collect()
        };
        let ends = at(b'\n');
        Self { ends: if ends.is_empty() { at(b'\r') } else { ends } }
    }

    /// The lines of the file of a report, `bytes`; of a file that is not written in lines (Word, PDF,
    /// JSON, a table) those of its text.
    pub fn of(document: &Document, bytes: &[u8]) -> Self {
        if decode::is_in_lines(&document.path, bytes) {
            return Self::new(bytes, &document.encoding);
        }
        let ends = document.text.match_indices('\n').map(|(at, _)| document.map.source(Span::new(at, at + 1)).end);
        Self { ends: ends.collect() }
    }

    /// The line of the byte at `offset`, from 1.
    pub fn line(&self, offset: usize) -> usize {
        self.ends.partition_point(|end| *end <= offset) + 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_counted_in_the_units_of_the_encoding() {
        let index = LineIndex::new(b"a\r\nb\nc", "UTF-8");
        assert_eq!([0, 2, 3, 5].map(|at| index.line(at)), [1, 1, 2, 3]);
        let little: Vec<u8> = "上\n上".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!([0, 2, 4].map(|at| LineIndex::new(&little, "UTF-16LE").line(at)), [1, 1, 2]);
        let big: Vec<u8> = "上\n上".encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!([0, 2, 4].map(|at| LineIndex::new(&big, "UTF-16BE").line(at)), [1, 1, 2]);
        assert_eq!(LineIndex::new(b"a\rb", "GBK").line(2), 2);
    }
}
