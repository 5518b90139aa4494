//! Ledgers as rows and columns.

use super::outcome::{Because, Outcome};
use super::row::{Ledger, Row, Totals};
use crate::ontology::Language;
use crate::query::sheet::{Cell, Column, Sheet};

const fn column(key: &'static str, en: &'static str, zh: &'static str, told: bool) -> Column {
    Column { key, en, zh, told }
}

const YEAR: Column = column("year", "planned", "计划年", true);
const OUTCOME: Column = column("outcome", "outcome", "结果", true);
const DECIDED: Column = column("decided", "told in", "见于", true);
const SORT: Column = column("sort", "sort", "类别", true);
const NAME: Column = column("name", "undertaking", "事项", true);
const PROMISED: Column = column("promised", "promised", "承诺", true);
const FOUND: Column = column("found", "found", "后续", true);
const SURE: Column = column("confidence", "sure", "置信度", true);
const DEPARTMENT: Column = column("department", "department", "领域", false);
const PLAN: Column = column("plan", "what was planned", "计划原文", true);
const LATER: Column = column("later", "what was said later", "后续原文", true);
const BECAUSE: Column = column("because", "because", "依据", false);
const FIRMNESS: Column = column("firmness", "word", "语气", false);
const DUE: Column = column("due", "due", "期限", false);
const REGION: Column = column("region", "region", "地区", false);
const PLAN_REPORT: Column = column("plan_report", "plan in", "计划出处", false);
const LATER_REPORT: Column = column("later_report", "told by", "后续出处", false);
const ID: Column = column("id", "id", "编号", false);

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
    let mut columns = vec![column("by", heading.0, heading.1, true), column("all", "all", "合计", true)];
    columns.extend(
        Outcome::ALL
            .iter()
            .map(|outcome| column(outcome.name(), outcome.label(Language::En), outcome.label(Language::Zh), true)),
    );
    let row = |(key, counts): (&String, &std::collections::BTreeMap<Outcome, usize>)| {
        let all: usize = counts.values().sum();
        let each = Outcome::ALL.iter().map(|outcome| Cell::Count(counts.get(outcome).copied().unwrap_or(0)));
        [Cell::text(&**key), Cell::Count(all)].into_iter().chain(each).collect()
    };
    Sheet::new(columns, totals.iter().map(row).collect())
}
