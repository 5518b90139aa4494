//! Explanations: why an edge, an entity or nothing, and that every rule is told in words.

#![allow(clippy::print_stdout, reason = "a skip is for the reader of the test run")]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::{env, fs};

use tuzhi::error::{Error, Result};
use tuzhi::explain::{self, Missing, Telling};
use tuzhi::graph::file::{DocumentRow, NodeRow};
use tuzhi::graph::{KnowledgeGraph, merge};
use tuzhi::ontology::Language;
use tuzhi::{extract, link, pipeline, relate};

const REPORT: &str = "2024年青岚市云溪县政府工作报告\n一、2023年工作回顾\n恒泽药业、启明光电等7户企业产值大增。\
    恒泽饮片车间开工建设。恒泽药业正在与启明光电签订合作协议。推进老旧小区改造。\n二、2024年工作安排\n\
    恒泽药业入驻青石工业园区。引进龙头企业集团。\n";

fn graph() -> KnowledgeGraph {
    let document = pipeline::open("report.txt", REPORT.as_bytes()).expect("a report");
    merge([pipeline::extract(document).record(true)])
}

fn load(_: &DocumentRow) -> Result<Vec<u8>> {
    Ok(REPORT.as_bytes().to_vec())
}

fn node<'a>(graph: &'a KnowledgeGraph, name: &str) -> &'a NodeRow {
    let known: Vec<&str> = graph.nodes().map(|node| node.name.as_str()).collect();
    graph.nodes().find(|node| node.name == name).unwrap_or_else(|| panic!("{name} is not among {known:?}"))
}

const EN: Telling = Telling { language: Language::En, rows: 10 };
const ZH: Telling = Telling { language: Language::Zh, rows: 10 };

fn assert_says(text: &str, parts: &[&str]) {
    for part in parts {
        assert!(text.contains(part), "“{part}” is not in:\n{text}");
    }
}

#[test]
fn an_edge_is_told_with_rule_cue_sides_and_modality() {
    let graph = graph();
    let (firm, site) = (node(&graph, "恒泽药业"), node(&graph, "青石工业园区"));
    let told = explain::edges(&graph, firm, site, &load, EN);
    let parts = ["deals.settle: a cue for", "report.txt:5", "cue “入驻”", "“恒泽药业” before the cue", "looks forward"];
    assert_says(&told, &parts);
    let told = explain::edges(&graph, site, firm, &load, ZH);
    assert_says(&told, &["提示词 “入驻”", "在提示词之后", "计划：所在部分为计划"]);
    let told = explain::edges(&graph, firm, node(&graph, "启明光电"), &load, EN);
    assert_says(&told, &["cooperates with", "ongoing: “正在”", "report.txt:3"]);
}

#[test]
fn where_nothing_joins_two_the_cues_heard_are_told() {
    let graph = graph();
    let told = explain::edges(&graph, node(&graph, "启明光电"), node(&graph, "云溪县"), &load, EN);
    assert_says(&told, &["nothing joins 启明光电 and 云溪县", "no sentence names both"]);
}

#[test]
fn a_name_is_told_with_mentions_and_what_lost() {
    let graph = graph();
    let told = explain::name(&graph, node(&graph, "恒泽药业"), &load, EN);
    assert_says(&told, &["lists.enterprise: a member of a list", "by “企业”", "report.txt:3", "named:"]);
    let told = explain::name(&graph, node(&graph, "云溪县"), &load, ZH);
    assert_says(&told, &["青岚市云溪县", "让位于", "未采纳的名称："]);
}

#[test]
fn what_is_not_there_is_told_with_what_spoke_against_it() {
    let graph = graph();
    let told = explain::missing(&graph, "企业集团", &load, EN).expect("it stands in the text");
    assert_says(&told, &["stands in the texts 1 times", "heads.enterprise"]);
    let told = explain::missing(&graph, "老旧小区", &load, ZH).expect("it stands in the text");
    assert_says(&told, &["通用词语"]);
    assert_eq!(explain::missing(&graph, "青云港", &load, EN), None);
}

#[test]
fn without_the_files_the_graph_s_own_words_are_told() {
    let graph = graph();
    let lost = |row: &DocumentRow| -> Result<Vec<u8>> {
        Err(Error::Input { path: row.path.clone(), reason: "is gone".into(), hint: "bring it back".into() })
    };
    let told = explain::edges(&graph, node(&graph, "恒泽药业"), node(&graph, "青石工业园区"), &lost, EN);
    assert_says(&told, &["deals.settle: a cue for", "恒泽药业入驻青石工业园区", "not read again", "is gone"]);
    let changed = |_: &DocumentRow| -> Result<Vec<u8>> { Ok("别的文件".as_bytes().to_vec()) };
    let told = explain::name(&graph, node(&graph, "恒泽药业"), &changed, EN);
    assert_says(&told, &["lists.enterprise", "another SHA-256"]);
}

/// Reports at hand: those of the repository, and the corpus where it is there.
fn reports() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let shared = env::var_os("TUZHI_SHARED").map_or_else(|| root.join("../shared"), PathBuf::from);
    let corpus = shared.join("corpus/reports");
    let mut found = vec![root.join("examples/yunxi-2024.txt"), root.join("tests/golden/reports/yunxi-2023.txt")];
    match fs::read_dir(&corpus) {
        // Every eighth: all kinds of reports, in a few seconds.
        Ok(entries) => {
            let mut all: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
            all.sort();
            found.extend(all.into_iter().step_by(8));
        }
        Err(_) => println!("only the repository's reports are read: no corpus; set TUZHI_SHARED to its folder"),
    }
    found
}

#[test]
fn every_rule_that_the_source_names_is_told_in_words() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/extract");
    let mut untold = Vec::new();
    let mut named = 0;
    for entry in walkdir::WalkDir::new(folder).sort_by_file_name() {
        let path = entry.expect("the source can be walked").into_path();
        if path.extension().is_none_or(|extension| extension != "rs") {
            continue;
        }
        let source = fs::read_to_string(&path).expect("source is text");
        let code = source.split("#[cfg(test)]").next().unwrap_or("");
        let literals = code.split('"').skip(1).step_by(2);
        let is_id = |word: &&str| {
            let mut parts = word.split('.');
            word.contains('.') && parts.all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase()))
        };
        for id in literals.filter(is_id) {
            named += 1;
            // The opening of several ids (`heads.enterprise`) is told with each; heads are also
            // named by their group alone.
            let opens = extract::rules().any(|card| card.id.starts_with(id));
            let group = extract::rule(&format!("heads.{id}")).is_some();
            if !opens && !group && extract::rule(id).is_none() {
                untold.push(format!("{}: {id}", path.display()));
            }
        }
    }
    assert!(named > 20, "the ids were not found");
    assert!(untold.is_empty(), "not in src/extract/data/rules.toml: {untold:?}");
}

#[test]
fn every_rule_and_every_reason_is_told_in_words() {
    let mut untold = BTreeSet::new();
    for path in reports() {
        let bytes = fs::read(&path).expect("the report reads");
        let found = pipeline::extract(pipeline::open("report.txt", &bytes).expect("a report"));
        let mentions = found.mentions.iter().map(|mention| &mention.rule);
        let entities = found.linked.entities.iter();
        let names = mentions.chain(entities.clone().map(|entity| &entity.rule));
        untold.extend(names.filter(|rule| extract::rule(rule).is_none()).cloned());
        let relations = found.relations.iter().map(|relation| &relation.rule);
        untold.extend(relations.filter(|rule| relate::relation_rule(rule).is_none()).cloned());
        let facts = found.facts.iter().map(|fact| &fact.rule);
        untold.extend(facts.filter(|rule| relate::fact_rule(rule).is_none()).cloned());
        let english = |reason: &&String| {
            let told = link::reason_in(Language::Zh, reason);
            told.rsplit_once('：').is_none_or(|(_, why)| why.split(' ').any(|word| word.len() > 1 && word.is_ascii()))
        };
        untold.extend(entities.flat_map(|entity| &entity.reasons).filter(english).cloned());
    }
    assert!(untold.is_empty(), "not in the tables of rules in words: {untold:?}");
}

#[test]
fn a_trace_finds_what_is_found_without_it() {
    let bytes = fs::read("examples/yunxi-2024.txt").expect("the example is there");
    let document = pipeline::open("examples/yunxi-2024.txt", &bytes).expect("a report");
    let trace = pipeline::trace(document.clone());
    assert_eq!(trace.found, pipeline::extract(document.clone()));
    let (mentions, rejections) = extract::trace(&document.text, &trace.found.outline);
    assert_eq!(mentions, trace.found.mentions);
    assert!(!rejections.is_empty() && !trace.relations.heard.is_empty());
}

#[test]
fn gaps_are_clauses_with_a_cue_of_which_nothing_came() {
    let text = "2024年云溪县政府工作报告\n一、2023年工作回顾\n\
        恒泽药业入驻青石工业园区，政府信息公开工作获评优秀，12个项目竣工投产。\n\
        芦荻滩畔行吟诗社荣获奖项，启明光电产业园入选重点名录。\n";
    let document = pipeline::open("report.txt", text.as_bytes()).expect("a report");
    let gaps = explain::gaps(document, text.as_bytes());
    let told: Vec<_> = gaps.iter().map(|gap| (gap.line, gap.cue.as_str(), gap.missing)).collect();
    assert_eq!(told, [(4, "荣获", Missing::Name), (4, "入选", Missing::Statement)], "{gaps:#?}");
    assert!(gaps[1].names.iter().any(|named| named.name == "启明光电产业园"));
    assert!(gaps[0].clause.starts_with("芦荻滩") && !gaps[0].unknown.is_empty());
    let page = explain::summary(&gaps, EN);
    assert_says(&page, &["2 clauses", "report.txt:4  芦荻滩", "荣获  1, of which 1 without a name"]);
}
