//! What a ledger holds: undertakings, the sentences that promise them, and what was found of each.

use std::collections::BTreeMap;

use serde::Serialize;

use super::outcome::{Because, Outcome, Sort};
use crate::ontology::Language;
use crate::query::{self, Named};

/// A ledger.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Ledger {
    /// The region.
    pub region: Named,
    /// The years of its reports.
    pub reports: Vec<u16>,
    /// The undertakings: by year, then as the report tells them.
    pub rows: Vec<Row>,
}

/// What a sentence says, and where.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Said {
    /// Id of the report.
    pub document: String,
    /// Path of its file.
    pub path: String,
    /// First byte in the clean text.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// The words; none where neither the graph nor the file has them.
    pub sentence: Option<String>,
}

/// What is promised.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Promise {
    /// The stage of a work, in the words of the ontology.
    pub stage: Option<String>,
    /// Name of the attribute of a figure.
    pub attribute: Option<String>,
    /// The value of a figure in base units; the lower end of a range.
    pub value: Option<f64>,
    /// Its unit.
    pub unit: Option<String>,
    /// `at_least`, `at_most` or `about`; none for exact values.
    pub bound: Option<String>,
    /// The words of the text that give the value.
    pub raw: Option<String>,
    /// The word that says how firmly (力争, 确保); none for plain promises.
    pub firmness: Option<&'static str>,
}

/// An undertaking and what became of it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Row {
    /// Year, sort and what it is; no two rows of a ledger share it.
    pub id: String,
    /// The year of the report that plans it.
    pub year: u16,
    /// The last year by which it is promised.
    pub due: u16,
    /// What sort of undertaking it is.
    pub sort: Sort,
    /// What it is called.
    pub name: String,
    /// The thing in the graph; none for figures.
    pub entity: Option<Named>,
    /// Who is to win an honour.
    pub holder: Option<Named>,
    /// What is promised of it.
    pub promise: Promise,
    /// The department that usually answers for such a subject, in Chinese and English.
    pub department: Option<[&'static str; 2]>,
    /// The sentence that promises it.
    pub planned: Said,
    /// What became of it: the best that a later report says, or else the last.
    pub outcome: Outcome,
    /// The year of the report that says so.
    pub decided: Option<u16>,
    /// What each later report says, one for each year that says anything.
    pub findings: Vec<Finding>,
    /// How sure the outcome is, 0 to 1.
    pub confidence: f64,
    /// Why.
    pub because: Vec<Because>,
}

/// What a later report says of an undertaking.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Finding {
    /// The year of the report.
    pub year: u16,
    /// What it says of it.
    pub outcome: Outcome,
    /// The word that says so, or the figure that was reached, as written.
    pub word: Option<String>,
    /// The figure in base units.
    pub value: Option<f64>,
    /// The sentence.
    pub said: Said,
    /// How sure it is, 0 to 1.
    pub confidence: f64,
    /// Why.
    pub because: Vec<Because>,
}

impl Row {
    /// The finding that decides the outcome.
    pub fn deciding(&self) -> Option<&Finding> {
        let decides = |finding: &&Finding| Some(finding.year) == self.decided && finding.outcome == self.outcome;
        self.findings.iter().find(decides)
    }

    /// What is promised, in words.
    pub fn promised(&self, language: Language) -> String {
        let Promise { stage, attribute, raw, .. } = &self.promise;
        match (stage, attribute, raw) {
            (Some(stage), ..) => stage.clone(),
            (None, Some(attribute), Some(raw)) => format!("{} {raw}", query::words::attribute(attribute, language)),
            _ => String::new(),
        }
    }
}

/// How many undertakings ended how.
pub type Totals = BTreeMap<String, BTreeMap<Outcome, usize>>;

impl Ledger {
    /// Counts the outcomes by what `key` makes of each row.
    pub fn totals(&self, key: impl Fn(&Row) -> String) -> Totals {
        let mut totals = Totals::new();
        for row in &self.rows {
            *totals.entry(key(row)).or_default().entry(row.outcome).or_default() += 1;
        }
        totals
    }
}
