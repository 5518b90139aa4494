//! Merging: its laws on random records, a golden case, and what broken files get.

use std::collections::BTreeSet;
use std::path::Path;

use proptest::prelude::*;
use tuzhi::export::{Format, Options, write};
use tuzhi::graph::file::{
    DocumentRow, EdgeRow, EvidenceRow, FactRow, FormerRow, MentionRow, NodeAttributes, NodeRow, RECORD_SCHEMA, Record,
    ValueRow,
};
use tuzhi::graph::{
    KnowledgeGraph, Merge, Share, confident, merge, own, parse_graph, parse_into, parse_records, shares,
};

fn bytes(graph: &KnowledgeGraph) -> String {
    let mut out = Vec::new();
    write(graph, Format::Json, Options::default(), &mut out).expect("memory takes all");
    String::from_utf8(out).expect("JSON is UTF-8")
}

fn golden(name: &str) -> Vec<u8> {
    std::fs::read(Path::new("tests/golden/graph").join(name)).expect("the golden case is there")
}

fn word(words: &'static [&'static str]) -> impl Strategy<Value = String> {
    proptest::sample::select(words).prop_map(str::to_string)
}

/// A confidence of two decimals, so that equal ones are met.
fn sure() -> impl Strategy<Value = f64> {
    (0..4_u8).prop_map(|n| f64::from(n) / 4.0)
}

fn evidence(document: &'static str) -> impl Strategy<Value = EvidenceRow> {
    (0..3_usize, 3..5_usize, proptest::option::of(word(&["甲。", "乙。"]))).prop_map(move |(start, end, quote)| {
        EvidenceRow { document: document.into(), start, end, raw: [start, end], quote }
    })
}

fn fact(document: &'static str) -> impl Strategy<Value = FactRow> {
    let value = prop_oneof![
        word(&["开工", "投产"]).prop_map(ValueRow::Text),
        proptest::sample::select(vec![0.0, -0.0, 1.5]).prop_map(ValueRow::Number)
    ];
    (
        word(&["status", "count"]),
        value,
        proptest::option::of(word(&["元"])),
        proptest::option::of(word(&["about"])),
        proptest::option::of(word(&["2020", "2021"])),
        sure(),
        word(&["a", "b"]),
        evidence(document),
    )
        .prop_map(|(attribute, value, unit, bound, period, confidence, rule, evidence)| FactRow {
            attribute,
            value,
            unit,
            bound,
            raw: "原文".into(),
            period,
            modality: "done".into(),
            indicator: None,
            confidence,
            rule,
            evidence: vec![evidence],
        })
}

fn former() -> impl Strategy<Value = FormerRow> {
    let year = || proptest::option::of(2014..2016_u16);
    (year(), year(), word(&["清苑县", "清苑"])).prop_map(|(to, from, name)| FormerRow {
        to,
        from,
        name,
        code: "130622".into(),
    })
}

fn node(document: &'static str) -> impl Strategy<Value = NodeRow> {
    (
        word(&["n1", "n2", "n3"]),
        word(&["恒泽制药", "恒泽"]),
        proptest::collection::vec(word(&["恒泽制药", "恒泽", "恒泽公司"]), 0..3),
        (
            proptest::option::of(word(&["371599", "371500"])),
            proptest::collection::vec(word(&["聊城市", "山东省"]), 0..2),
            proptest::collection::vec(former(), 0..2),
        ),
        proptest::option::of(word(&["a", "b"])),
        proptest::option::of(sure()),
        proptest::collection::vec(word(&["why", "because"]), 0..2),
        proptest::collection::vec(fact(document), 0..3),
        proptest::collection::vec((0..3_usize, 3..5_usize), 0..3),
    )
        .prop_map(move |(id, name, aliases, (code, within, former), rule, confidence, reasons, facts, spans)| {
            NodeRow {
                id,
                kind: "enterprise".into(),
                name,
                aliases,
                attributes: NodeAttributes { code, level: None, within, former, rule, confidence, reasons },
                facts,
                mentions: spans
                    .into_iter()
                    .map(|(start, end)| MentionRow { document: document.into(), start, end })
                    .collect(),
            }
        })
}

fn edge(document: &'static str) -> impl Strategy<Value = EdgeRow> {
    (
        word(&["n1", "n2", "n3"]),
        word(&["n1", "n2", "n3"]),
        word(&["builds|done|2020", "builds|planned|"]),
        word(&["builds", "operates"]),
        proptest::collection::vec(word(&["区长", "书记"]), 0..2),
        sure(),
        word(&["a", "b"]),
        evidence(document),
    )
        .prop_map(|(source, target, key, kind, titles, confidence, rule, evidence)| EdgeRow {
            source,
            target,
            modality: if key.contains("done") { "done" } else { "planned" }.into(),
            key,
            kind,
            period: None,
            polarity: true,
            titles,
            confidence,
            rule,
            evidence: vec![evidence],
        })
}

prop_compose! {
    fn record()(document in proptest::sample::select(vec!["d1", "d2", "d3"]))(
        document in Just(document),
        path in word(&["a.txt", "b.txt"]),
        title in proptest::option::of(word(&["报告", "工作报告"])),
        nodes in proptest::collection::vec(node(document), 0..5),
        edges in proptest::collection::vec(edge(document), 0..5),
    ) -> Record {
        Record {
            schema: RECORD_SCHEMA.into(),
            document: DocumentRow {
                id: document.into(), title, region: None, date: None, speaker: None, reviews: None, plans: None, path,
                sha256: document.into(), encoding: "UTF-8".into(), repairs: Default::default(),
            lists: Vec::new(),
            },
            nodes,
            edges,
        }
    }
}

fn joined(parts: Vec<KnowledgeGraph>) -> KnowledgeGraph {
    let mut merge = Merge::default();
    parts.into_iter().for_each(|part| merge.add_graph(part));
    merge.finish()
}

proptest! {
    #[test]
    fn a_confident_graph_holds_what_is_sure_and_nothing_else(
        records in proptest::collection::vec(record(), 0..6),
        least in sure(),
    ) {
        let whole = merge(records);
        let kept = confident(whole.clone(), least);
        let unsure = |node: &NodeRow| node.attributes.confidence.is_some_and(|sure| sure < least);
        prop_assert!(kept.nodes().all(|node| !unsure(node) && node.facts.iter().all(|fact| fact.confidence >= least)));
        prop_assert!(kept.edges().all(|edge| edge.confidence >= least));
        for node in whole.nodes().filter(|node| !unsure(node)) {
            let told = !node.mentions.is_empty() || node.facts.iter().any(|fact| fact.confidence >= least);
            prop_assert!(!told || kept.node(&node.id).is_some(), "{} is gone", node.id);
        }
        let sure_ends = |edge: &&EdgeRow| {
            edge.confidence >= least && [&edge.source, &edge.target].iter().all(|id| whole.node(id).is_some_and(|node| !unsure(node)))
        };
        prop_assert_eq!(kept.edges().count(), whole.edges().filter(sure_ends).count());
        prop_assert_eq!(bytes(&confident(kept.clone(), least)), bytes(&kept));
        prop_assert_eq!(bytes(&confident(whole.clone(), 0.0)), bytes(&whole));
    }

    #[test]
    fn order_does_not_matter(
        (records, shuffled) in proptest::collection::vec(record(), 0..6)
            .prop_flat_map(|records| (Just(records.clone()), Just(records).prop_shuffle())),
    ) {
        prop_assert_eq!(bytes(&merge(records)), bytes(&merge(shuffled)));
    }

    #[test]
    fn grouping_does_not_matter(records in proptest::collection::vec(record(), 0..6), cut in 0..7_usize, split in 0..7_usize) {
        let whole = bytes(&merge(records.clone()));
        let cut = cut.min(records.len());
        let split = split.min(cut);
        let part = |from: usize, to: usize| merge(records[from..to].to_vec());
        let (a, b, c) = (part(0, split), part(split, cut), part(cut, records.len()));
        let left = joined(vec![joined(vec![a.clone(), b.clone()]), c.clone()]);
        let right = joined(vec![a, joined(vec![b, c])]);
        prop_assert_eq!(&whole, &bytes(&left));
        prop_assert_eq!(&whole, &bytes(&right));
    }

    #[test]
    fn repetition_does_not_matter(records in proptest::collection::vec(record(), 0..4), again in 0..4_usize) {
        let once = merge(records.clone());
        let twice = merge(records.iter().cloned().chain(records.iter().take(again).cloned()));
        prop_assert_eq!(bytes(&once), bytes(&twice));
        prop_assert_eq!(bytes(&once), bytes(&joined(vec![once.clone(), once.clone()])));
    }

    #[test]
    fn shares_merged_apart_give_the_whole(
        (records, shuffled) in proptest::collection::vec(record(), 0..6).prop_flat_map(|records| {
            let taken_apart: Vec<Share> = records.iter().cloned().flat_map(shares).collect();
            (Just(records), Just(taken_apart).prop_shuffle())
        }),
        machines in 1..4_usize,
    ) {
        let whole = merge(records).into_file();
        let machine_of = |scope: &str| scope.bytes().map(usize::from).sum::<usize>() % machines;
        let mut together = Merge::default();
        let (mut nodes, mut edges) = (Vec::new(), Vec::new());
        for machine in 0..machines {
            let here = shuffled.iter().filter(|share| machine_of(&share.scope) == machine);
            let scopes: BTreeSet<String> = here.clone().map(|share| share.scope.clone()).collect();
            let part = merge(here.map(|share| share.record.clone()));
            nodes.extend(own(&part, &scopes).cloned());
            edges.extend(part.edges().cloned());
            together.add_graph(part);
        }
        nodes.sort_by(|a, b| a.id.cmp(&b.id));
        edges.sort_by(|a, b| (&a.source, &a.target, &a.key).cmp(&(&b.source, &b.target, &b.key)));
        prop_assert_eq!(&nodes, &whole.nodes);
        prop_assert_eq!(&edges, &whole.edges);
        prop_assert_eq!(together.finish().into_file(), whole);
    }

    #[test]
    fn a_written_graph_reads_back_the_same(records in proptest::collection::vec(record(), 0..4)) {
        let graph = merge(records);
        let text = bytes(&graph);
        let back = parse_graph("graph.json", text.as_bytes()).expect("our own file reads back");
        prop_assert_eq!(text, bytes(&back));
        prop_assert_eq!(graph, back);
    }

    #[test]
    fn bytes_cut_or_changed_give_an_error_or_a_graph(at in 0..6000_usize, byte in any::<u8>()) {
        let mut text = golden("graph.json");
        let at = at.min(text.len() - 1);
        prop_assert!(at == text.len() - 1 || parse_graph("graph.json", &text[..at]).is_err());
        text[at] = byte;
        let _ = parse_graph("graph.json", &text);
    }
}

#[test]
fn golden_records_give_the_golden_graph() {
    let mut merge = Merge::default();
    for name in ["yunxi2023.jsonl", "qinglan2024.jsonl"] {
        parse_into(&mut merge, name, &golden(name)).expect("a golden case reads");
    }
    let found = bytes(&merge.finish());
    if std::env::var_os("TUZHI_BLESS").is_some() {
        std::fs::write("tests/golden/graph/graph.json", &found).expect("the golden file can be written");
    }
    assert_eq!(found, String::from_utf8_lossy(&golden("graph.json")), "TUZHI_BLESS=1 cargo test writes it anew");
}

#[test]
fn the_golden_graph_merges_with_its_own_records() {
    let mut merge = Merge::default();
    for name in ["graph.json", "qinglan2024.jsonl"] {
        parse_into(&mut merge, name, &golden(name)).expect("a golden case reads");
    }
    assert_eq!(bytes(&merge.finish()), String::from_utf8_lossy(&golden("graph.json")));
}

#[test]
fn rows_of_one_record_fold() {
    let graph = merge(parse_records("yunxi2023.jsonl", &golden("yunxi2023.jsonl")).expect("reads"));
    let project = graph.node("project:启明光电二期@371599").expect("there");
    let started: Vec<_> = project.facts.iter().filter(|fact| fact.attribute == "status").collect();
    assert_eq!(started.len(), 1);
    assert_eq!((started[0].confidence, started[0].rule.as_str()), (0.9, "status.list"));
    assert_eq!(started[0].evidence.len(), 2);
    let builds = &graph.outgoing("enterprise:启明光电")[0].0;
    assert_eq!((builds.rule.as_str(), builds.evidence.len()), ("list", 2));
    assert_eq!(graph.document("aaaa000000000001").expect("there").path, "mirror/copy-of-yunxi2023.txt");
}

fn message(text: &str) -> String {
    parse_graph("g.json", text.as_bytes()).expect_err("must not read").to_string()
}

#[test]
fn broken_graph_files_say_what_is_wrong_and_what_to_do() {
    let good = String::from_utf8(golden("graph.json")).expect("UTF-8");
    let cases = [
        (String::new(), "empty"),
        ("not a graph".into(), "not JSON"),
        ("{}".into(), "names no schema"),
        ("[1]".into(), "not a graph of schema tuzhi/1"),
        (good.chars().take(2000).collect(), "cut short at line "),
        (good.replace("tuzhi/1", "tuzhi/9"), "has schema “tuzhi/9”, this version reads tuzhi/1"),
        (
            good.replacen("\"target\":\"region:青岚市@371500\"", "\"target\":\"region:无\"", 1),
            "“region:无”, which is no node",
        ),
        (
            good.replacen("{\"id\":\"enterprise:启明光电\"", "{\"id\":\"region:云溪县@371599\"", 1),
            "enterprise:启明光电”, which is no node",
        ),
        (
            good.replacen("\"id\":\"person:周岚@371500\"", "\"id\":\"region:云溪县@371599\"", 1)
                .replace("\"source\":\"person:周岚@371500\"", "\"source\":\"region:青岚市@371500\""),
            "two nodes have the id “region:云溪县@371599”",
        ),
        (
            good.replacen("{\"id\":\"bbbb000000000002\"", "{\"id\":\"cccc\"", 1),
            "document “bbbb000000000002”, which is not listed",
        ),
        (
            good.replacen("\"confidence\":0.7", "\"confidence\":\"high\"", 1),
            "not a graph of schema tuzhi/1: invalid type",
        ),
        (
            String::from_utf8(golden("qinglan2024.jsonl")).expect("UTF-8"),
            "holds records, not a graph; put them together with tuzhi merge",
        ),
    ];
    for (text, expected) in cases {
        let found = message(&text);
        assert!(found.starts_with("g.json: ") && found.contains(expected), "{found}\n  lacks: {expected}");
        assert_eq!(found.lines().count(), 1, "{found}");
    }
}

#[test]
fn broken_record_lines_name_their_line() {
    let good = String::from_utf8(golden("yunxi2023.jsonl")).expect("UTF-8");
    let second = good.lines().nth(1).expect("two lines");
    let third = |line: &str| {
        let text = format!("{good}{line}\n");
        parse_records("r.jsonl", text.as_bytes()).expect_err("must not read").to_string()
    };
    assert!(third(&second[..200]).contains("cut short at line 3 column "), "{}", third(&second[..200]));
    assert!(third("nonsense").contains("not JSON: expected ident, line 3 column "), "{}", third("nonsense"));
    assert!(third(&second.replace("tuzhi-record/1", "tuzhi-record/2")).contains("has schema “tuzhi-record/2”"));
    assert!(
        third(&good.lines().next().expect("line").replace("\"id\":\"region:", "\"id\":\"x:"))
            .contains("line 3: the edge ")
    );
    let graph = parse_records("g.json", &golden("graph.json")).expect_err("a graph").to_string();
    assert!(graph.contains("g.json: "), "{graph}");
}

#[test]
fn what_loses_all_that_spoke_of_it_goes_and_lists_follow() {
    let text =
        "云溪县2024年政府工作报告\n一、2023年工作回顾\n恒泽药业、启明光电等7户企业产值大增。恒泽药业落户云溪县。\n";
    let document = tuzhi::pipeline::open("report.txt", text.as_bytes()).expect("a report");
    let mut record = tuzhi::pipeline::extract(document).record(true);
    for node in &mut record.nodes {
        node.attributes.confidence = Some(if node.name == "启明光电" { 0.5 } else { 0.9 });
    }
    record.edges.iter_mut().for_each(|edge| edge.confidence = 0.6);
    let whole = merge([record]);
    assert_eq!(whole.documents().next().map(|row| row.lists[0].named.len()), Some(2));
    let kept = confident(whole, 0.8);
    assert!(kept.nodes().any(|node| node.name == "恒泽药业") && !kept.nodes().any(|node| node.name == "启明光电"));
    assert_eq!(kept.edges().count(), 0);
    let document = kept.documents().next().expect("the report");
    assert_eq!((document.lists[0].named.len(), document.lists[0].unnamed), (1, Some(5)));
    assert!(document.region.as_ref().is_none_or(|region| kept.node(region).is_some()));
}
