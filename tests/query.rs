//! Questions put to the golden graph, and its evidence held against invented files.

use std::path::Path;

use tuzhi::graph::{Snapshot, merge, parse_graph};
use tuzhi::model::Document;
use tuzhi::ontology::Language;
use tuzhi::query::{Answer, Filter, Match, Profile, Sieve, answer, describe, find, list};

fn graph() -> Snapshot {
    let bytes = std::fs::read("tests/golden/graph/graph.json").expect("the golden graph is there");
    Snapshot::of("graph.json", &parse_graph("graph.json", &bytes).expect("the golden graph reads"))
}

fn profile(graph: &Snapshot, id: &str) -> Profile {
    describe(&Sieve::new(graph, &Filter::default()), graph.node_of(id).expect("there")).expect("rows are read")
}

fn hits(words: &str) -> Vec<(String, Match)> {
    find(&graph(), words).hits.iter().map(|hit| (hit.entity.name.clone(), hit.by)).collect()
}

fn first(words: &str) -> (String, Match) {
    hits(words).into_iter().next().expect("something is called so")
}

#[test]
fn names_are_met_the_best_first() {
    let cases = [
        ("project:启明光电二期@371599", "启明光电二期", Match::Id),
        ("启明光电", "启明光电", Match::Name),
        ("启明", "启明光电", Match::Alias),
        ("我县", "云溪县", Match::Alias),
        ("启明光", "启明光电", Match::Start),
        ("小巨人", "国家级专精特新“小巨人”企业", Match::Part),
        (" “启明光电” ", "启明光电", Match::Name),
    ];
    for (words, name, by) in cases {
        assert_eq!(first(words), (name.to_string(), by), "{words}");
    }
    assert_eq!(hits("启明光电").len(), 2, "the project of that firm is met by the head of its name");
    assert!(hits("").is_empty() && hits("“”").is_empty());
}

#[test]
fn a_miss_suggests_what_may_be_meant() {
    let graph = graph();
    let near = |words: &str| {
        let found = find(&graph, words);
        assert!(found.hits.is_empty(), "{words}");
        found.near.iter().map(|hit| (hit.entity.name.clone(), hit.by)).collect::<Vec<_>>()
    };
    assert_eq!(near("启名光电"), [("启明光电".to_string(), Match::Near(1))]);
    assert_eq!(near("启明光电有限公司")[0], ("启明光电".to_string(), Match::Within));
    assert_eq!(near("青岚市云溪县")[0].1, Match::Within);
    assert!(near("恒泽制药厂").is_empty());
}

#[test]
fn all_that_is_known_is_told() {
    let graph = graph();
    for (language, file) in [(Language::Zh, "answer.zh.txt"), (Language::En, "answer.en.txt")] {
        let how = Answer { language, ..Answer::default() };
        let mut text = list(&find(&graph, "启明"), how);
        for id in ["enterprise:启明光电", "project:启明光电二期@371599", "region:青岚市@371500"] {
            text.push_str("----\n");
            text += &answer(&profile(&graph, id), how);
        }
        let path = Path::new("tests/golden/query").join(file);
        if std::env::var_os("TUZHI_BLESS").is_some() {
            std::fs::write(&path, &text).expect("the golden file can be written");
        }
        let golden = std::fs::read_to_string(&path).expect("the golden answer is there");
        assert_eq!(text, golden, "TUZHI_BLESS=1 cargo test writes it anew");
    }
    assert_eq!(graph.node_of("region:无"), None);
}

#[test]
fn long_lists_are_cut_and_counted() {
    let graph = graph();
    let how = Answer { language: Language::En, rows: 1, sentences: 0 };
    let text = answer(&profile(&graph, "project:启明光电二期@371599"), how);
    assert!(text.contains("… and 2 more"), "{text}");
    assert!(!text.contains("开工。"), "{text}");
}

#[test]
fn the_graph_of_nothing_answers_nothing() {
    let empty = Snapshot::of("nothing", &merge([]));
    assert!(find(&empty, "启明").near.is_empty());
}

/// A report as `open` gives it.
fn document(path: &str, text: &str) -> Document {
    tuzhi::pipeline::open(path, text.as_bytes()).expect("plain text opens")
}

fn record_of(document: &Document, words: &str) -> String {
    let start = document.text.find(words).expect("the words stand there");
    let end = start + words.len();
    let raw = document.map.source(tuzhi::model::Span::new(start, end));
    let Document { id, path, sha256, encoding, .. } = document;
    let name = start + "恒泽制药".len();
    serde_json::json!({
        "schema": "tuzhi-record/1",
        "document": {"id": id, "title": null, "region": null, "date": null, "speaker": null, "reviews": null,
                     "plans": null, "path": path, "sha256": sha256, "encoding": encoding, "repairs": {}},
        "nodes": [{"id": "enterprise:恒泽制药", "kind": "enterprise", "name": "恒泽制药", "aliases": [],
                   "attributes": {"code": null, "level": null},
                   "mentions": [{"document": id, "start": start, "end": name}],
                   "facts": [{"attribute": "status", "value": "投产", "unit": null, "raw": "投产", "period": null,
                              "modality": "done", "indicator": null, "confidence": 1.0, "rule": "test",
                              "evidence": [{"document": id, "start": start, "end": end, "raw": [raw.start, raw.end],
                                            "quote": words}]}]}],
        "edges": []
    })
    .to_string()
}

#[test]
fn evidence_is_found_again_or_said_to_be_missing() {
    let text = "云溪县政府工作报告。\n恒泽制药一期投产。恒泽制药名列前茅。\n";
    let report = document("a.txt", text);
    let line = record_of(&report, "恒泽制药一期投产。");
    let faults = |line: &str, now: &str| {
        let records = tuzhi::graph::parse_records("r.jsonl", line.as_bytes()).expect("reads");
        let found = tuzhi::verify::verify(&merge(records), |_| Ok(now.as_bytes().to_vec()));
        assert_eq!((found.documents, found.places), (1, 2));
        found.faults
    };
    assert!(faults(&line, text).is_empty());
    let changed = faults(&line, "别的报告。\n");
    assert!(changed.len() == 1 && changed[0].english().contains("no longer the file"), "{changed:?}");
    let misquoted = faults(&line.replace("一期投产。", "二期投产。"), text);
    assert!(misquoted.len() == 1 && misquoted[0].english().contains("not “恒泽制药二期投产。”"), "{misquoted:?}");
    let start = text.find("恒泽").expect("there");
    let shifted = faults(&line.replace(&format!("\"start\":{start}}}"), &format!("\"start\":{}}}", start + 1)), text);
    assert!(shifted.len() == 2 && shifted.iter().all(|fault| fault.english().contains("no such place")), "{shifted:?}");
    let raw = faults(&line.replace(&format!("\"raw\":[{start},"), "\"raw\":[0,"), text);
    assert!(raw.len() == 1 && raw[0].english().contains("comes from other bytes"), "{raw:?}");
}
