//! Relations on annotated entities, and the laws that hold for any text.

#![allow(clippy::print_stdout, reason = "a skip is for the reader of the test run")]

use std::path::PathBuf;

use proptest::prelude::*;
use tuzhi::eval::{Found, Gold, oracle, score};
use tuzhi::graph::record;
use tuzhi::model::{Document, Entity, Linked, SourceMap, Span};
use tuzhi::ontology::Kind;
use tuzhi::{outline, relate};

/// F1 of the relations of `text`, where the annotation's entities are taken as found.
fn f1(text: &str, gold: &Gold) -> f64 {
    let outline = outline::outline(text);
    let linked = oracle(text, gold, outline.region.as_deref());
    let relations = relate::relations(text, &outline, &linked);
    let document = Document {
        id: "0".repeat(16),
        path: "-".into(),
        sha256: "0".repeat(64),
        encoding: "UTF-8".into(),
        text: text.into(),
        map: SourceMap::identity(text.len()),
        repairs: Vec::new(),
        notices: Vec::new(),
    };
    let record = record(&document, &outline, &linked, &relations, &[], true);
    let scores = score(&Found::of(&record.nodes, &record.edges), gold, None);
    scores.relations.f1()
}

#[test]
fn the_shipped_example_keeps_its_score() {
    let gold: Gold = serde_json::from_str(include_str!("../examples/yunxi-2024.gold.json")).expect("an annotation");
    let reached = f1(include_str!("../examples/yunxi-2024.clean.txt"), &gold);
    assert!(reached >= 0.95, "{reached:.3}");
}

#[test]
fn annotated_reports_keep_their_scores() {
    let shared = std::env::var_os("TUZHI_SHARED").map_or_else(|| PathBuf::from("../shared"), PathBuf::from);
    for (name, floor) in
        [("dongchang2021-review", 0.9), ("zhumadian2019", 0.9), ("anguo2022", 0.85), ("qingyuan2022", 0.85)]
    {
        let read = |ending: &str| std::fs::read_to_string(shared.join("gold").join(format!("{name}.{ending}")));
        let (Ok(text), Ok(gold)) = (read("txt"), read("gold.json")) else {
            println!("skipped: no {name} in {}", shared.display());
            continue;
        };
        let reached = f1(&text, &serde_json::from_str(&gold).expect("an annotation"));
        assert!(reached >= floor, "{name}: {reached:.3}");
    }
}

/// Pieces that reports are made of; entities among them carry their kind.
const PIECES: &[(&str, Option<Kind>)] = &[
    ("云溪县", Some(Kind::Region)),
    ("青石镇", Some(Kind::Town)),
    ("恒泽制药", Some(Kind::Enterprise)),
    ("启明光电", Some(Kind::Enterprise)),
    ("恒泽制药二期", Some(Kind::Project)),
    ("青石工业园", Some(Kind::Site)),
    ("“百日攻坚”行动", Some(Kind::Program)),
    ("县政府", Some(Kind::Organization)),
    ("国家卫生县城", Some(Kind::Honor)),
    ("清肺胶囊", Some(Kind::Product)),
    ("青石啤酒节", Some(Kind::Event)),
    ("数字经济", Some(Kind::Industry)),
    ("李云岚", Some(Kind::Person)),
    ("、", None),
    ("和", None),
    ("与", None),
    ("等3家企业", None),
    ("，", None),
    ("；", None),
    ("。", None),
    ("“", None),
    ("实施", None),
    ("加快", None),
    ("建设", None),
    ("入选", None),
    ("未", None),
    ("落户", None),
    ("签订合作协议", None),
    ("支持", None),
    ("在", None),
    ("书记", None),
    ("\n", None),
];

fn lay_out(choice: &[usize]) -> (String, Linked) {
    let mut text = String::from("2023年云溪县政府工作报告\n一、工作回顾\n");
    let mut linked = Linked::default();
    for at in choice {
        let (words, kind) = PIECES[*at];
        let span = Span::new(text.len(), text.len() + words.len());
        text.push_str(words);
        let Some(kind) = kind else { continue };
        let known = linked.entities.iter().position(|entity| entity.name == words);
        let index = known.unwrap_or(linked.entities.len());
        if known.is_none() {
            linked.entities.push(Entity {
                kind,
                name: words.into(),
                aliases: Vec::new(),
                mentions: Vec::new(),
                code: None,
                level: None,
                scope: None,
                rule: "test".into(),
                confidence: 1.0,
                reasons: Vec::new(),
            });
        }
        linked.entities[index].mentions.push(span);
        linked.mentions.push((span, index));
    }
    linked.region = linked.entities.iter().position(|entity| entity.kind == Kind::Region);
    (text, linked)
}

proptest! {
    #[test]
    fn relations_keep_to_the_ontology_and_to_their_sentences(choice in prop::collection::vec(0..PIECES.len(), 0..60)) {
        let (text, linked) = lay_out(&choice);
        let outline = outline::outline(&text);
        let relations = relate::relations(&text, &outline, &linked);
        for relation in &relations {
            let (head, tail) = (&linked.entities[relation.head], &linked.entities[relation.tail]);
            prop_assert!(relation.kind.allows(head.kind, tail.kind), "{}: {} {}", relation.rule, head.name, tail.name);
            prop_assert!(relation.head != relation.tail);
            prop_assert!((0.0..=1.0).contains(&relation.confidence));
            prop_assert!(outline.sentences.iter().any(|sentence| sentence.span == relation.evidence));
        }
        prop_assert!(relations.is_sorted_by_key(|relation| relation.evidence));
        prop_assert_eq!(relate::relations(&text, &outline, &linked), relations);
    }
}
