//! Why a graph says what it says, and what it does not say: rules in words, the words of the
//! text that made them look, what was decided against, and sentences of which nothing came.
//!
//! The graph keeps rules and places; the decisions are made once more from the files.

mod edge;
mod gaps;
mod name;
mod rules;
mod source;

pub use edge::edges;
pub use gaps::{Gap, Missing, gaps, summary};
pub use name::{missing, name};
pub use rules::rules;

use crate::error::Error;
use crate::graph::KnowledgeGraph;
use crate::graph::file::DocumentRow;
use crate::ontology::Language;

/// How something is explained.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Telling {
    /// Language of the words.
    pub language: Language,
    /// Places, files and candidates told at most, of each sort; the rest is counted.
    pub rows: usize,
}

/// A text in the making, line by line.
struct Page {
    telling: Telling,
    text: String,
}

impl Page {
    fn new(telling: Telling) -> Self {
        Self { telling, text: String::new() }
    }

    fn line(&mut self, indent: usize, words: &str) {
        self.text += &" ".repeat(indent);
        self.text += words.replace(['\n', '\r', '\t'], " ").trim_end();
        self.text.push('\n');
    }

    /// `words` in the language of the page.
    fn of<'a>(&self, zh: &'a str, en: &'a str) -> &'a str {
        self.telling.language.of(zh, en)
    }

    /// A heading, and under it at most so many rows; the rest is counted.
    fn rows(&mut self, indent: usize, heading: &str, rows: &[String]) {
        if rows.is_empty() {
            return;
        }
        self.line(indent, heading);
        for row in rows.iter().take(self.telling.rows) {
            row.lines().for_each(|line| self.line(indent + 2, line));
        }
        if let Some(more) = rows.len().checked_sub(self.telling.rows).filter(|more| *more > 0) {
            self.line(indent + 2, &further(more, self.telling.language));
        }
    }

    /// Files that could not be read again.
    fn unread(&mut self, errors: &[Error]) {
        let rows: Vec<String> = errors.iter().map(Error::to_string).collect();
        let heading =
            self.of("无法重读，只能说明图谱中记录的内容：", "not read again, so only what the graph keeps is told:");
        self.rows(2, heading, &rows);
    }
}

/// The documents of `graph` that `wanted` names, in the order of their paths.
fn documents(graph: &KnowledgeGraph, wanted: impl Fn(&str) -> bool) -> Vec<&DocumentRow> {
    let mut rows: Vec<&DocumentRow> = graph.documents().filter(|row| wanted(&row.id)).collect();
    rows.sort_by_key(|row| (&row.path, &row.id));
    rows
}

/// That there is more than is told.
fn further(more: usize, language: Language) -> String {
    match language {
        Language::Zh => format!("……另有{more}项"),
        Language::En => format!("… and {more} more"),
    }
}

/// Short words for how sure something is.
fn sure(confidence: f64) -> String {
    format!("{confidence:.2}")
}
