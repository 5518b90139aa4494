//! Columns that line up, also where Chinese characters take two cells.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Rows of cells, printed with two blanks between columns.
#[derive(Debug, Default)]
pub struct Table {
    rows: Vec<Vec<String>>,
}

impl Table {
    /// A table with a line of headings.
    pub fn new<'a>(headings: impl IntoIterator<Item = &'a str>) -> Self {
        Self { rows: vec![headings.into_iter().map(str::to_string).collect()] }
    }

    /// Adds a row.
    pub fn row(&mut self, cells: impl Into<Vec<String>>) {
        self.rows.push(cells.into());
    }

    /// The text, each row on a line. The last column is not padded, numbers stand right.
    pub fn text(&self) -> String {
        let columns = self.rows.iter().map(Vec::len).max().unwrap_or(0);
        let widths: Vec<usize> = (0..columns)
            .map(|column| {
                self.rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.width()).max().unwrap_or(0)
            })
            .collect();
        let numeric: Vec<bool> = (0..columns)
            .map(|column| self.rows.iter().skip(1).filter_map(|row| row.get(column)).all(|cell| is_number(cell)))
            .collect();
        let mut text = String::new();
        for row in &self.rows {
            let mut line = String::new();
            for (column, cell) in row.iter().enumerate() {
                if numeric[column] {
                    line.push_str(&" ".repeat(widths[column].saturating_sub(cell.width())));
                }
                line.push_str(&padded(cell, if numeric[column] { 0 } else { widths[column] }));
                line.push_str("  ");
            }
            text.push_str(line.trim_end());
            text.push('\n');
        }
        text
    }
}

/// `text` with blanks behind it up to `width` cells.
pub fn padded(text: &str, width: usize) -> String {
    format!("{text}{}", " ".repeat(width.saturating_sub(text.width())))
}

/// The head of a text of more than `width` cells, with an ellipsis.
pub fn shortened(text: &str, width: usize) -> String {
    if text.width() <= width {
        return text.to_string();
    }
    let mut left = width.saturating_sub(1);
    let fits = |c: &char| {
        let cells = c.width().unwrap_or(0);
        left.checked_sub(cells).map(|rest| left = rest).is_some()
    };
    let head: String = text.chars().take_while(fits).collect();
    format!("{head}…")
}

fn is_number(cell: &str) -> bool {
    cell.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | '-'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_takes_two_cells_and_numbers_stand_right() {
        let mut table = Table::new(["kind", "count", "name"]);
        table.row(["企业", "7", "恒泽制药"].map(String::from));
        table.row(["镇", "12", "白石镇"].map(String::from));
        assert_eq!(shortened("恒泽制药", 8), "恒泽制药");
        assert_eq!(shortened("恒泽制药", 7), "恒泽制…");
        assert_eq!(shortened("恒泽制药", 6), "恒泽…");
        assert_eq!(table.text(), "kind  count  name\n企业      7  恒泽制药\n镇       12  白石镇\n");
    }
}
