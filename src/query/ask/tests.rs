//! The patterns on graphs that are committed.

use super::*;
use crate::graph::parse_graph;

fn graph(path: &str) -> Snapshot {
    let bytes = std::fs::read(path).expect("the graph is there");
    Snapshot::of(path, &parse_graph(path, &bytes).expect("it reads"))
}

fn asked(graph: &Snapshot, question: &str) -> std::result::Result<Box<Asked>, Misread> {
    ask(graph, &Filter::default(), question).expect("rows are read")
}

#[test]
fn the_table_is_sound() {
    let table = read(include_str!("patterns.toml")).expect("it reads");
    for (card, _) in &table.cards {
        assert!(!card.examples.is_empty(), "{} has no example", card.id);
        for relation in &card.relations {
            assert!(relation.parse::<crate::ontology::RelationType>().is_ok(), "{}: {relation}", card.id);
        }
    }
    let words = &table.words;
    for (name, of) in [("kind", &words.kinds), ("modality", &words.modalities), ("attribute", &words.attributes)] {
        for key in of.keys() {
            let known = match name {
                "kind" => key.parse::<crate::ontology::Kind>().is_ok(),
                "modality" => key.parse::<crate::ontology::Modality>().is_ok(),
                _ => key.parse::<crate::ontology::Attribute>().is_ok(),
            };
            assert!(known, "{name} {key}");
        }
    }
    let stages = &crate::ontology::describe_attribute(crate::ontology::Attribute::Status).values;
    assert!(words.stages.keys().all(|stage| stages.contains(stage)));
}

#[test]
fn every_pattern_reads_its_examples_and_no_other() {
    let graph = graph("output/graph.json");
    let mut faults = Vec::new();
    for card in patterns() {
        for example in &card.examples {
            match asked(&graph, example) {
                Ok(found) if found.pattern == card.id => {}
                Ok(found) => faults.push(format!("{example}: read by {}, not by {}", found.pattern, card.id)),
                Err(misread) => faults.push(format!("{example}: {} does not read it: {misread:?}", card.id)),
            }
        }
        for other in &card.not {
            if asked(&graph, other).is_ok_and(|found| found.pattern == card.id) {
                faults.push(format!("{other}: read by {}", card.id));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn a_real_report_answers() {
    let graph = graph("output/dongchang-2021/graph.json");
    for (question, pattern) in [
        ("金厂镇有哪些项目？", "of_place"),
        ("万通药业和哪些项目有关？", "related"),
        ("2021年计划开工的项目有哪些？", "stage"),
    ] {
        let found = asked(&graph, question).unwrap_or_else(|misread| panic!("{question}: {misread:?}"));
        assert_eq!(found.pattern, pattern, "{question}");
        assert!(!found.reply.is_empty(), "{question}");
    }
}

#[test]
fn what_is_not_understood_is_said() {
    let graph = graph("output/graph.json");
    let misread = asked(&graph, "岚芝堂药业的股价明年会涨吗？").expect_err("nobody knows");
    let recognised: Vec<&str> = misread.recognised.iter().map(|meaning| meaning.words.as_str()).collect();
    assert_eq!(recognised, ["岚芝堂药业", "明年"]);
    assert_eq!(misread.rest, ["股价", "会涨"]);
    assert!(!misread.examples.is_empty());
    let misread = asked(&graph, "岚芝唐药业和哪些项目有关？").expect_err("a slip");
    assert_eq!(misread.unknown[0].words, "岚芝唐药业");
    assert_eq!(misread.unknown[0].near, ["岚芝堂药业"]);
}

#[test]
fn years_are_read_in_all_their_forms() {
    let graph = graph("output/graph.json");
    let years = |words: &str| words::years(&graph, words).map(|years| years.to_string());
    for (words, meant) in [
        ("2021年", Some("2021")),
        ("2016-2020年", Some("2016-2020")),
        ("2016年到2020年", Some("2016-2020")),
        ("十四五期间", Some("2021-2025")),
        ("今年", Some("2024")),
        ("去年", Some("2023")),
        ("2021", None),
        ("21年", None),
    ] {
        assert_eq!(years(words).as_deref(), meant, "{words}");
    }
}
