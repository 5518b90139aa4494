//! Columns that line up, also where Chinese characters take two cells.

use unicode_width::UnicodeWidthStr;

/// Rows of cells, printed with two blanks between columns.
#[derive(Debug, Default)]
pub struct Table {
    rows: Vec<Vec<String>>,
}

impl Table {
    /// A table with a line of headings.
    pub fn new<const N: usize>(headings: [&str; N]) -> Self {
        Self { rows: vec![headings.iter().map(|cell| cell.to_string()).collect()] }
    }

    /// Adds a row.
    pub fn row<const N: usize>(&mut self, cells: [String; N]) {
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

fn is_number(cell: &str) -> bool {
    cell.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | '-'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_takes_two_cells_and_numbers_stand_right() {
        let mut table = Table::new(["kind", "count", "name"]);
        table.row(["企业".into(), "7".into(), "恒泽制药".into()]);
        table.row(["镇".into(), "12".into(), "白石镇".into()]);
        assert_eq!(table.text(), "kind  count  name\n企业      7  恒泽制药\n镇       12  白石镇\n");
    }
}
