//! An answer on the screen: for people, as JSON or as CSV.

use serde::Serialize;
use tuzhi::error::{Error, Result};
use tuzhi::query::sheet::{Cell, REPORT, Sheet};
use tuzhi::query::{Answer, Listed};

use super::super::args::{Sorting, Telling};
use super::super::screen::Screen;
use super::super::table::{Table, shortened};

/// Cells of a sentence in a table.
const SENTENCE: usize = 60;

/// Cells of any other words in a table.
const WORDS: usize = 48;

/// Prints answers.
pub struct Teller<'a> {
    /// How they are told.
    pub options: &'a Telling,
    /// Where they are told.
    pub screen: &'a Screen,
}

impl Teller<'_> {
    /// Rows told at most.
    pub fn rows(&self) -> usize {
        let Telling { json, csv, limit, all } = self.options;
        limit.unwrap_or(if *all || *json || *csv { usize::MAX } else { Answer::default().rows })
    }

    /// Prints an answer as JSON.
    pub fn json<T: Serialize>(&self, told: &T) -> Result<()> {
        let text = serde_json::to_string_pretty(told).map_err(|error| Error::Check(error.to_string().into()))?;
        self.screen.print(&format!("{text}\n"))
    }

    /// Prints an answer as JSON, as the rows of `sheet`, or in words for people.
    pub fn tell<T: Serialize>(
        &self,
        told: &T,
        sheet: impl FnOnce() -> Sheet,
        words: impl FnOnce(Answer) -> String,
    ) -> Result<()> {
        if self.options.json {
            return self.json(told);
        }
        if self.options.csv {
            return self.screen.print(&sheet().csv());
        }
        let sentences = if self.options.all { usize::MAX } else { Answer::default().sentences };
        self.screen.print(&words(Answer { language: self.screen.language(), rows: self.rows(), sentences }))
    }

    /// The same with a table for people.
    pub fn tell_table<T: Serialize>(&self, told: &T, sheet: impl Fn() -> Sheet) -> Result<()> {
        self.tell(told, &sheet, |_| self.table(&sheet()))
    }

    /// Prints rows, sorted and with the columns that were chosen. `more` counts rows that were
    /// found and are not here.
    pub fn tell_rows<T: Serialize + Clone>(
        &self,
        mut rows: Vec<T>,
        more: usize,
        sorting: Option<&Sorting>,
        sheet: impl Fn(&[T]) -> Sheet,
    ) -> Result<()> {
        if let Some((key, sorting)) = sorting.and_then(|sorting| Some((sorting.sort.as_ref()?, sorting))) {
            let whole = sheet(&rows);
            let order = whole.order(key, sorting.reverse).ok_or_else(|| self.no_column(key, &whole))?;
            rows = order.into_iter().map(|at| rows[at].clone()).collect();
        }
        let total = rows.len() + more;
        rows.truncate(self.rows());
        let mut told = sheet(&rows).and_more(total - rows.len());
        if let Some(sorting) = sorting.filter(|sorting| !sorting.columns.is_empty()) {
            told = told.choose(&sorting.columns).map_err(|key| self.no_column(&key, &told))?;
        }
        self.tell_table(&Listed { total, rows }, || told.clone())
    }

    fn no_column(&self, key: &str, sheet: &Sheet) -> Error {
        let known: Vec<&str> = sheet.columns.iter().map(|column| column.key).collect();
        Error::Check((self.screen.messages().no_column)(key, &known).into())
    }

    /// The table of a sheet: the columns that people want, long words shortened.
    fn table(&self, sheet: &Sheet) -> String {
        let language = self.screen.language();
        if sheet.rows.is_empty() {
            return format!("{}\n", self.screen.messages().nothing_found);
        }
        let filled = |at: usize| sheet.rows.iter().any(|row| row[at] != Cell::Empty);
        // The same report in every row tells nothing.
        let varied =
            |at: usize| sheet.columns[at] != REPORT || sheet.rows.iter().any(|row| row[at] != sheet.rows[0][at]);
        let wanted = |at: &usize| sheet.columns[*at].told && filled(*at) && varied(*at);
        let told: Vec<usize> = (0..sheet.columns.len()).filter(wanted).collect();
        let mut table = Table::new(told.iter().map(|at| language.of(sheet.columns[*at].zh, sheet.columns[*at].en)));
        for row in &sheet.rows {
            let cell = |at: &usize| {
                let words = row[*at].shown(language);
                match row[*at] {
                    _ if self.options.all => words,
                    Cell::Sentence(_) => shortened(&words, SENTENCE),
                    _ => shortened(&words, WORDS),
                }
            };
            table.row(told.iter().map(cell).collect::<Vec<_>>());
        }
        let mut text = table.text();
        if sheet.more > 0 {
            text += &format!("{}\n", (self.screen.messages().and_more)(sheet.more));
        }
        text
    }
}
