//! Ledgers as rows and columns.

use super::outcome::{Because, Outcome};
use super::row::{Ledger, Row, Totals};
use crate::ontology::Language;
use crate::query::sheet::{Cell, Column, Sheet};

const YEAR: Column = Column::shown("year", "planned", "计划年");
const OUTCOME: Column = Column::shown("outcome", "outcome", "结果");
const DECIDED: Column = Column::shown("decided", "told in", "见于");
const SORT: Column = Column::shown("sort", "sort", "类别");
const NAME: Column = Column::shown("name", "undertaking", "事项");
const PROMISED: Column = Column::shown("promised", "promised", "承诺");
const FOUND: Column = Column::shown("found", "found", "后续");
const SURE: Column = Column::shown("confidence", "sure", "置信度");
const DEPARTMENT: Column = Column::hidden("department", "department", "领域");
const PLAN: Column = Column::shown("plan", "what was planned", "计划原文");
const LATER: Column = Column::shown("later", "what was said later", "后续原文");
const BECAUSE: Column = Column::hidden("because", "because", "依据");
const FIRMNESS: Column = Column::hidden("firmness", "word", "语气");
const DUE: Column = Column::hidden("due", "due", "期限");
const REGION: Column = Column::hidden("region", "region", "地区");
const PLAN_REPORT: Column = Column::hidden("plan_report", "plan in", "计划出处");
const LATER_REPORT: Column = Column::hidden("later_report", "told by", "后续出处");
const ID: Column = Column::hidden("id", "id", "编号");

/// The rows of some ledgers, in words of `language` where they are labels.
pub fn ledger_sheet(ledgers: &[Ledger], language: Language) -> Sheet {
    let columns = [
        YEAR, OUTCOME, DECIDED, SORT, NAME, PROMISED, FOUND, SURE, DEPARTMENT, PLAN, LATER, BECAUSE, FIRMNESS, DUE,
        REGION, PLAN_REPORT, LATER_REPORT, ID,
    ];
    let rows = ledgers.iter().flat_map(|ledger| ledger.rows.iter().map(move |row| cells(ledger, row, language)));
    Sheet::new(columns, rows.collect())
}

fn cells(ledger: &Ledger, row: &Row, language: Language) -> Vec<Cell> {
    let finding = row.deciding();
    let because: Vec<&str> = row.because.iter().map(|one: &Because| one.label(language)).collect();
    let sentence = |words: Option<&String>| words.map_or(Cell::Empty, |words| Cell::Sentence(words.clone()));
    vec![
        Cell::Number(row.year.into()),
        Cell::text(row.outcome.label(language)),
        row.decided.map_or(Cell::Empty, |year| Cell::Number(year.into())),
        Cell::text(row.sort.label(language)),
        Cell::text(&*row.name),
        Cell::text(row.promised(language)),
        Cell::optional(finding.and_then(|finding| finding.word.as_deref())),
        Cell::Number(row.confidence),
        Cell::optional(row.department.map(|[zh, en]| language.of(zh, en))),
        sentence(row.planned.sentence.as_ref()),
        sentence(finding.and_then(|finding| finding.said.sentence.as_ref())),
        Cell::text(because.join(language.of("；", "; "))),
        Cell::optional(row.promise.firmness),
        Cell::Number(row.due.into()),
        Cell::text(&*ledger.region.name),
        Cell::text(&*row.planned.path),
        Cell::optional(finding.map(|finding| finding.said.path.as_str())),
        Cell::text(format!("{} {}", ledger.region.id, row.id)),
    ]
}

/// Totals as a sheet: a row for each key, a column for each outcome.
pub fn total_sheet(totals: &Totals, heading: (&'static str, &'static str)) -> Sheet {
    let mut columns = vec![Column::shown("by", heading.0, heading.1), Column::shown("all", "all", "合计")];
    columns.extend(
        Outcome::ALL
            .iter()
            .map(|outcome| Column::shown(outcome.name(), outcome.label(Language::En), outcome.label(Language::Zh))),
    );
    let row = |(key, counts): (&String, &std::collections::BTreeMap<Outcome, usize>)| {
        let all: usize = counts.values().sum();
        let each = Outcome::ALL.iter().map(|outcome| Cell::Count(counts.get(outcome).copied().unwrap_or(0)));
        [Cell::text(&**key), Cell::Count(all)].into_iter().chain(each).collect()
    };
    Sheet::new(columns, totals.iter().map(row).collect())
}
