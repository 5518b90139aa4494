//! `tuzhi ledger`: what became of what was promised.

use std::path::Path;

use tuzhi::compare::{
    Ledger, Options, Row, Series, Totals, ledger, ledger_page, ledger_sheet, reporting_regions, series_of, total_sheet,
};
use tuzhi::error::{Error, Result, Said};
use tuzhi::graph::KnowledgeGraph;
use tuzhi::graph::file::{DocumentRow, NodeRow};
use tuzhi::model::Period;
use tuzhi::ontology::Language;
use tuzhi::read::Reports;

use super::Done;
use super::args::{Ledger as Wishes, TotalsBy};
use super::query::Teller;
use super::screen::Screen;

/// Regions named to who asks for another.
const NAMED: usize = 8;

/// Prints the ledgers of the regions asked for, or totals of them.
pub fn run(options: &Wishes, screen: &Screen) -> Result<Done> {
    let graph = super::graph(&options.graph)?;
    let ledgers = ledgers(&graph, options, screen)?;
    let teller = Teller { options: &options.telling, screen };
    let language = screen.language();
    if let Some(path) = &options.output {
        return super::output::bytes(path, ledger_page(&ledgers, language).as_bytes()).map(|()| Done::All);
    }
    if let Some(by) = options.totals {
        let totals = totals(&ledgers, by, language);
        teller.tell_table(&totals, || total_sheet(&totals, heading(by)))?;
        return Ok(Done::All);
    }
    let rows: usize = ledgers.iter().map(|ledger| ledger.rows.len()).sum();
    let shown = shortened(&ledgers, teller.rows());
    teller.tell_table(&ledgers, || ledger_sheet(&shown, language).and_more(rows.saturating_sub(teller.rows())))?;
    if !options.telling.json && !options.telling.csv {
        let by = if ledgers.len() > 1 { TotalsBy::Region } else { TotalsBy::Year };
        let totals = totals(&ledgers, by, language);
        screen.print("\n")?;
        teller.tell_table(&totals, || total_sheet(&totals, heading(by)))?;
    }
    Ok(Done::All)
}

/// The ledgers asked for, with the rows asked for; notes which reports could not be read again.
fn ledgers(graph: &KnowledgeGraph, options: &Wishes, screen: &Screen) -> Result<Vec<Ledger>> {
    let regions = match &options.region {
        Some(name) => vec![region(graph, name, &options.graph)?],
        None => reporting_regions(graph),
    };
    let reports = Reports::below(options.root.as_deref());
    let load = |row: &DocumentRow| reports.load(&row.path);
    let (mut ledgers, mut told) = (Vec::new(), Vec::new());
    for region in regions {
        let series = series_of(graph, region, &load);
        if series.years().len() < 2 && options.region.is_none() {
            continue;
        }
        let mut found = ledger(graph, &series, Options { years: options.years });
        found.rows.retain(|row| wanted(row, options));
        ledgers.push(found);
        told.push(series);
    }
    if ledgers.is_empty() {
        let path = options.graph.display();
        return Err(Error::Check(Said::new(
            format!("{path}: no region has reports of two years or more; build a graph of several years"),
            format!("{path}：没有哪个地区有两年以上的报告；请用多年的报告做图谱"),
        )));
    }
    tell_unread(&told, screen);
    Ok(ledgers)
}

/// Notes how many reports could not be read again.
pub fn tell_unread(told: &[Series<'_>], screen: &Screen) {
    let (read, all) = told.iter().map(Series::read).fold((0, 0), |sum, (read, all)| (sum.0 + read, sum.1 + all));
    if read < all {
        let missing = all - read;
        screen.note(screen.words(&Said::new(
            format!(
                "of {missing} of {all} reports only the sentences of the graph are compared; --root names their folder"
            ),
            format!("{all} 份报告中有 {missing} 份只比对图谱中的句子；可用 --root 指出文件所在目录"),
        )));
    }
}

/// The reporting region that a name means: by id, name or the start of its name.
pub fn region<'g>(graph: &'g KnowledgeGraph, name: &str, path: &Path) -> Result<&'g NodeRow> {
    let known = reporting_regions(graph);
    let whole =
        known.iter().find(|node| node.id == name || node.name == name || node.aliases.iter().any(|one| one == name));
    let found = whole.or_else(|| known.iter().find(|node| node.name.starts_with(name)));
    found.copied().ok_or_else(|| {
        let names: Vec<&str> = known.iter().map(|node| node.name.as_str()).collect();
        let (path, known) = (path.display(), names.iter().take(NAMED).copied().collect::<Vec<_>>());
        Error::Check(Said::new(
            format!("{path}: no region called “{name}” reports here; these do: {}", known.join(", ")),
            format!("{path}：没有名为“{name}”的报告地区；有：{}", known.join("、")),
        ))
    })
}

fn wanted(row: &Row, options: &Wishes) -> bool {
    let Wishes { planned, outcomes, sorts, .. } = options;
    let inside = |years: Period| (years.first..=years.last).contains(&row.year);
    planned.is_none_or(inside)
        && (outcomes.is_empty() || outcomes.contains(&row.outcome))
        && (sorts.is_empty() || sorts.contains(&row.sort))
}

/// The first rows of some ledgers.
fn shortened(ledgers: &[Ledger], mut rows: usize) -> Vec<Ledger> {
    let mut shown = ledgers.to_vec();
    for ledger in &mut shown {
        ledger.rows.truncate(rows);
        rows -= ledger.rows.len();
    }
    shown
}

fn totals(ledgers: &[Ledger], by: TotalsBy, language: Language) -> Totals {
    let mut totals = Totals::new();
    for ledger in ledgers {
        let key = |row: &Row| match by {
            TotalsBy::Year => row.year.to_string(),
            TotalsBy::Sort => row.sort.label(language).to_string(),
            TotalsBy::Department => {
                row.department.map_or(language.of("（未归类）", "(none)"), |[zh, en]| language.of(zh, en)).to_string()
            }
            TotalsBy::Region => ledger.region.name.clone(),
        };
        for (key, counts) in ledger.totals(key) {
            let known = totals.entry(key).or_default();
            counts.into_iter().for_each(|(outcome, count)| *known.entry(outcome).or_default() += count);
        }
    }
    totals
}

fn heading(by: TotalsBy) -> (&'static str, &'static str) {
    match by {
        TotalsBy::Year => ("planned", "计划年"),
        TotalsBy::Sort => ("sort", "类别"),
        TotalsBy::Department => ("department", "领域"),
        TotalsBy::Region => ("region", "地区"),
    }
}
