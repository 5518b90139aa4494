//! What is one thing in many reports, and what is not.

use tuzhi::graph::file::Record;
use tuzhi::graph::{KnowledgeGraph, merge};
use tuzhi::pipeline;

/// A report of a region with a sentence or two of ours in its review.
fn record(title: &str, year: u16, review: &str) -> Record {
    let text = format!(
        "{title}{year}年政府工作报告\n\n各位代表：\n\n现在，我代表{title}人民政府，向大会报告工作。\n\n一、{}年工作回顾\n\n{review}\n\n二、{year}年工作安排\n\n今年，全面推进各项工作。\n",
        year - 1
    );
    pipeline::extract(pipeline::open(&format!("{title}{year}"), text.as_bytes()).expect("it reads")).record(true)
}

fn ids(graph: &KnowledgeGraph, part: &str) -> Vec<String> {
    graph.nodes().map(|node| node.id.clone()).filter(|id| id.contains(part)).collect()
}

#[test]
fn a_division_that_was_renamed_is_one_place_with_a_history() {
    let old = record(
        "保定市清苑县",
        2013,
        "过去一年，全县地区生产总值增长8.1%。民主小学改造工程竣工。清苑县获评全国文明城市。",
    );
    let new = record("保定市清苑区", 2022, "过去一年，全区地区生产总值增长5.2%。民主小学改造工程投入使用。");
    let graph = merge([old.clone(), new.clone()]);
    assert_eq!(ids(&graph, "region:清苑"), ["region:清苑区@130608"]);
    let place = graph.node("region:清苑区@130608").expect("the place");
    assert!(place.aliases.contains(&"清苑县".to_string()), "{:?}", place.aliases);
    let former = &place.attributes.former;
    assert_eq!(former.iter().map(|row| (row.name.as_str(), row.to)).collect::<Vec<_>>(), [("清苑县", Some(2015))]);
    // Its figures of both years, and what lies in it.
    let growth: Vec<Option<&str>> = place.facts.iter().map(|fact| fact.period.as_deref()).collect();
    assert!(growth.contains(&Some("2012")) && growth.contains(&Some("2021")), "{growth:?}");
    let school = ids(&graph, "民主小学");
    assert!(!school.is_empty() && school.iter().all(|id| id.ends_with("@130608")), "{school:?}");
    assert!(graph.documents().all(|document| document.region.as_deref() == Some("region:清苑区@130608")));
    assert!(merge([new, old]) == graph);
}

#[test]
fn firms_known_everywhere_are_one_and_those_of_any_region_are_its_own() {
    let review = "比亚迪汽车零部件项目落户我区。支持华润集团、市燃气集团、市水务公司做大做强。";
    let graph = merge([record("保定市清苑区", 2022, review), record("保定市徐水区", 2022, review)]);
    let of = |name: &str| ids(&graph, &format!("enterprise:{name}"));
    assert_eq!(of("华润集团").len(), 1, "{:?}", of(""));
    let node = graph.node(&of("华润集团")[0]).expect("the firm");
    let documents: std::collections::BTreeSet<&str> =
        node.mentions.iter().map(|mention| mention.document.as_str()).collect();
    assert_eq!(documents.len(), 2, "its evidence is of both");
    for local in ["市燃气集团", "市水务公司"] {
        assert_eq!(of(local), [format!("enterprise:{local}@130608"), format!("enterprise:{local}@130609")]);
    }
}

#[test]
fn a_word_for_a_part_of_any_town_is_no_district_elsewhere() {
    let review = "老城区改造项目开工建设，老城区面貌明显改善。";
    let far = merge([record("保定市清苑区", 2022, review), record("保定市徐水区", 2022, review)]);
    assert!(
        !ids(&far, "老城区").iter().any(|id| id.starts_with("region:") && id.ends_with("@410302")),
        "{:?}",
        ids(&far, "")
    );
}
