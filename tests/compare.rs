//! Years compared: a county that does not exist, over four reports, with every outcome that an undertaking may have.

use std::collections::BTreeMap;
use std::path::Path;

use tuzhi::compare::{
    Because, Change, Ledger, Line, Options, Outcome, Point, Row, Sort, diff, indicators, ledger, ledger_page,
    reporting_regions, series_of,
};
use tuzhi::error::{Error, Result};
use tuzhi::graph::file::DocumentRow;
use tuzhi::graph::{self, KnowledgeGraph};
use tuzhi::ontology::Language;
use tuzhi::pipeline;

/// Reports by name and text. 2024 is missing.
const REPORTS: [(&str, &str); 4] = [
    (
        "yunxi-2021.txt",
        "2021年云溪县政府工作报告\n一、2020年工作回顾\n全县经济平稳。\n二、2021年工作安排\n今年的预期目标是：地区生产总值增长7%，\
         一般公共预算收入增长8%，城镇登记失业率控制在4%以内。\n加快云溪湿地公园建设，开工建设石梁快速路。\
         争取枫渡大桥年内开工。推进松坞铁路货运站建设。加快桐花谷产业园建设。实施“百企升级”行动。创建省级森林城市。\n",
    ),
    (
        "yunxi-2022.txt",
        "2022年云溪县政府工作报告\n一、2021年工作回顾\n去年地区生产总值增长7.5%，一般公共预算收入增长6.2%，城镇登记失业率3.6%。\n\
         云溪湿地公园建成开放，石梁快速路开工建设。扎实开展“百企升级”行动。松坞铁路货运站建设有序推进。\n\
         二、2022年工作安排\n确保枫渡大桥年内开工。加快城东体育公园建设。推进芝溪水厂扩建工程建设。\n",
    ),
    (
        "yunxi-2023.txt",
        "2023年云溪县政府工作报告\n一、2022年工作回顾\n获评省级森林城市。\n二、2023年工作安排\n推进芝溪水厂扩建工程建设。加快龙潭峡大桥建设。\n",
    ),
    (
        "yunxi-2025.txt",
        "2025年云溪县政府工作报告\n一、2024年工作回顾\n全县经济平稳。\n二、2025年工作安排\n加快竹里产业园建设。\n",
    ),
];

fn graph_of(reports: &[(&str, &str)]) -> KnowledgeGraph {
    graph::merge(
        reports.iter().map(|(name, text)| {
            pipeline::extract(pipeline::open(name, text.as_bytes()).expect("a report")).record(true)
        }),
    )
}

/// The bytes of the reports above.
fn load(row: &DocumentRow) -> Result<Vec<u8>> {
    let found = REPORTS.iter().find(|(name, _)| *name == row.path);
    found.map(|(_, text)| text.as_bytes().to_vec()).ok_or_else(|| missing(row))
}

fn missing(row: &DocumentRow) -> Error {
    Error::io(Path::new(&row.path), std::io::ErrorKind::NotFound.into())
}

fn ledger_of(graph: &KnowledgeGraph, load: &impl Fn(&DocumentRow) -> Result<Vec<u8>>) -> Ledger {
    let region = reporting_regions(graph)[0];
    ledger(graph, &series_of(graph, region, load), Options::default())
}

fn row<'l>(ledger: &'l Ledger, year: u16, name: &str) -> &'l Row {
    let named = |row: &&Row| row.year == year && row.name.contains(name);
    let all = || ledger.rows.iter().map(|row| row.id.as_str()).collect::<Vec<_>>().join("\n");
    ledger.rows.iter().find(named).unwrap_or_else(|| panic!("no {name} of {year} in\n{}", all()))
}

#[test]
fn every_outcome_is_told_apart() {
    let graph = graph_of(&REPORTS);
    let ledger = ledger_of(&graph, &load);
    let outcome = |year, name| row(&ledger, year, name).outcome;
    assert_eq!(ledger.reports, [2021, 2022, 2023, 2025]);
    assert_eq!(outcome(2021, "云溪湿地公园"), Outcome::Kept);
    // Promised to begin, and begun.
    assert_eq!(outcome(2021, "石梁快速路"), Outcome::Kept);
    assert_eq!(outcome(2021, "松坞铁路"), Outcome::UnderWay);
    assert_eq!(outcome(2021, "枫渡大桥"), Outcome::Reworded);
    assert_eq!(outcome(2021, "桐花谷产业园"), Outcome::Gone);
    assert_eq!(outcome(2021, "百企升级"), Outcome::Kept);
    assert_eq!(outcome(2022, "芝溪水厂"), Outcome::Again);
    assert_eq!(outcome(2022, "城东体育公园"), Outcome::Gone);
    // The report of 2024 is missing: nobody can say that it is gone.
    assert_eq!(outcome(2023, "龙潭峡大桥"), Outcome::NoReport);
    assert_eq!(outcome(2025, "竹里产业园"), Outcome::NoReport);
}

#[test]
fn figures_are_held_against_their_goals() {
    let graph = graph_of(&REPORTS);
    let ledger = ledger_of(&graph, &load);
    let growth = row(&ledger, 2021, "生产总值");
    assert_eq!((growth.sort, growth.outcome, growth.decided), (Sort::Figure, Outcome::Kept, Some(2022)));
    assert_eq!(growth.deciding().and_then(|finding| finding.value), Some(7.5));
    assert_eq!(row(&ledger, 2021, "一般公共预算收入").outcome, Outcome::Missed);
    // Less is better.
    assert_eq!(row(&ledger, 2021, "城镇登记失业率").outcome, Outcome::Kept);
}

#[test]
fn a_row_shows_both_sentences_and_its_reasons() {
    let graph = graph_of(&REPORTS);
    let ledger = ledger_of(&graph, &load);
    let bridge = row(&ledger, 2021, "枫渡大桥");
    assert_eq!(bridge.planned.sentence.as_deref(), Some("争取枫渡大桥年内开工。"));
    assert_eq!(bridge.promise.firmness, Some("争取"));
    let finding = bridge.deciding().expect("a finding");
    assert_eq!((finding.year, finding.word.as_deref()), (2022, Some("确保")));
    assert_eq!(finding.said.sentence.as_deref(), Some("确保枫渡大桥年内开工。"));
    assert!(bridge.because.contains(&Because::SameEntity) || bridge.because.contains(&Because::SameName));
    assert_eq!(bridge.department.map(|names| names[1]), Some("transport"));
    for row in &ledger.rows {
        assert!((0.0..=1.0).contains(&row.confidence), "{}", row.id);
        assert_eq!(row.outcome == Outcome::NoReport, row.decided.is_none(), "{}", row.id);
        assert!(row.planned.sentence.is_some(), "{}", row.id);
    }
}

#[test]
fn without_the_files_the_sentences_of_the_graph_are_compared() {
    let graph = graph_of(&REPORTS);
    let ledger = ledger_of(&graph, &|row: &DocumentRow| Err(missing(row)));
    assert_eq!(row(&ledger, 2021, "云溪湿地公园").outcome, Outcome::Kept);
    let gone = row(&ledger, 2021, "桐花谷产业园");
    assert_eq!((gone.outcome, &gone.because[..]), (Outcome::Gone, &[Because::QuotesOnly][..]));
    let whole = ledger_of(&graph, &load);
    assert!(gone.confidence < row(&whole, 2021, "桐花谷产业园").confidence);
}

#[test]
fn the_order_of_reports_makes_no_difference() {
    let mut turned = REPORTS;
    turned.reverse();
    assert_eq!(ledger_of(&graph_of(&REPORTS), &load), ledger_of(&graph_of(&turned), &load));
}

#[test]
fn the_page_shows_each_row_and_lets_nothing_run() {
    let graph = graph_of(&REPORTS);
    let mut ledger = ledger_of(&graph, &load);
    ledger.rows[0].name = "<script>alert(1)</script>".into();
    let page = ledger_page(&[ledger.clone()], Language::Zh);
    assert_eq!(page.matches("<article").count(), ledger.rows.len());
    assert!(page.contains("default-src 'none'; style-src 'sha256-"));
    assert!(!page.contains("<script") && !page.contains("style=\"") && !page.contains("http://"));
    for outcome in ["kept", "under_way", "promised_again", "reworded", "missed", "gone", "no_report"] {
        assert!(page.contains(&format!("id=\"o-{outcome}\"")), "{outcome}");
        assert!(page.contains(&format!("<article class=\"o-{outcome}")), "{outcome}");
    }
    assert!(page.contains("争取枫渡大桥年内开工。") && page.contains("确保枫渡大桥年内开工。"));
}

#[test]
fn figures_stand_over_the_years_under_one_name() {
    let graph = graph_of(&REPORTS);
    let region = reporting_regions(&graph)[0];
    let series = [series_of(&graph, region, &load)];
    let found = indicators(&graph, &series, &["GDP".to_string()]);
    assert!(found.points.iter().all(|point| point.indicator == "生产总值"));
    let (reached, goals) = (found.lines(false), found.lines(true));
    let value = |lines: &[(Line, BTreeMap<u16, &Point>)], year| lines[0].1.get(&year).map(|point| point.value);
    assert_eq!((value(&reached, 2021), value(&goals, 2021)), (Some(7.5), Some(7.0)));
    assert!(found.points.iter().all(|point| point.said.sentence.is_some()));
    assert_eq!(found.hints, []);
}

#[test]
fn a_graph_does_not_differ_from_itself_and_differences_turn_around() {
    let (before, after) = (graph_of(&REPORTS[..1]), graph_of(&REPORTS[..2]));
    assert_eq!(diff(&after, &after), tuzhi::compare::Diff::default());
    let (there, back) = (diff(&before, &after), diff(&after, &before));
    let turned = |change| match change {
        Change::New => Change::Gone,
        Change::Gone => Change::New,
        Change::Changed => Change::Changed,
    };
    let ids = |diff: &tuzhi::compare::Diff| diff.entities.iter().map(|one| one.entity.id.clone()).collect::<Vec<_>>();
    assert_eq!(ids(&there), ids(&back));
    assert!(there.entities.iter().zip(&back.entities).all(|(a, b)| a.change == turned(b.change)));
    let kindergarten = there.entities.iter().find(|one| one.entity.name == "城东体育公园").expect("it is new");
    assert_eq!(kindergarten.change, Change::New);
    let road = there.entities.iter().find(|one| one.entity.name == "石梁快速路").expect("it has changed");
    assert_eq!(road.change, Change::Changed);
    assert!(road.details.iter().any(|detail| detail.what == "fact" && detail.before.is_none()));
}
