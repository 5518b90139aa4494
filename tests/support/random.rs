//! Small graphs for laws: any edges between any nodes.

use proptest::prelude::*;
use tuzhi::graph::file::{
    EdgeRow, EvidenceRow, FactRow, FormerRow, MentionRow, NodeAttributes, NodeRow, Record, ValueRow,
};
use tuzhi::graph::{KnowledgeGraph, merge};

/// An edge: head, tail, type.
pub type Edge = (usize, usize, u8);

/// Names of the types of edges.
pub const TYPES: [&str; 3] = ["builds", "located_in", "part_of"];

/// Some edges between at most `nodes` nodes.
pub fn edges(nodes: usize, most: usize) -> impl Strategy<Value = (usize, Vec<Edge>)> {
    (1..=nodes).prop_flat_map(move |count| {
        (Just(count), prop::collection::vec((0..count, 0..count, 0..TYPES.len() as u8), 0..=most))
    })
}

/// A graph of such edges; the ids of nodes rise with their numbers.
pub fn graph(nodes: usize, edges: &[Edge]) -> KnowledgeGraph {
    let evidence = |at: usize| EvidenceRow {
        document: "d".into(),
        start: at,
        end: at + 3,
        raw: [at * 2, at * 2 + 6],
        quote: (!at.is_multiple_of(3)).then(|| format!("第{at}句\n。")),
    };
    let node = |number: usize| NodeRow {
        id: format!("project:n{number:03}"),
        kind: "project".into(),
        name: format!("第{number}号"),
        aliases: (0..number % 3).map(|alias| format!("别名{alias}")).collect(),
        attributes: NodeAttributes {
            code: number.is_multiple_of(4).then(|| format!("{}", 220_500 + number)),
            confidence: number.is_multiple_of(2).then_some(0.25 + number as f64 / 100.0),
            reasons: vec!["甲 → 乙".into()],
            former: (0..number % 3)
                .map(|at| FormerRow {
                    to: (at > 0).then_some(2015),
                    from: (number.is_multiple_of(2)).then_some(2001),
                    name: format!("旧{at}"),
                    code: format!("{}", 220_600 + at),
                })
                .collect(),
            ..NodeAttributes::default()
        },
        facts: (0..number % 3)
            .map(|at| FactRow {
                attribute: "amount".into(),
                value: if at == 0 { ValueRow::Number(0.1 + number as f64) } else { ValueRow::Text("7-8".into()) },
                unit: Some("元".into()),
                bound: (at == 1).then(|| "about".into()),
                raw: format!("{at}"),
                period: Some("2021-2025".into()),
                modality: "planned".into(),
                indicator: None,
                confidence: 0.3,
                rule: "test".into(),
                evidence: vec![evidence(at)],
            })
            .collect(),
        mentions: vec![MentionRow { document: "d".into(), start: number, end: number + 1 }],
    };
    let edge = |(at, (source, target, kind)): (usize, &Edge)| EdgeRow {
        source: format!("project:n{source:03}"),
        target: format!("project:n{target:03}"),
        // Each edge is a row of its own, so that parallel ones are met.
        key: format!("{}|done|{at}", TYPES[usize::from(*kind)]),
        kind: TYPES[usize::from(*kind)].into(),
        modality: ["done", "planned"][at % 2].into(),
        period: (at % 3 != 0).then(|| format!("{}", 2020 + at % 3)),
        polarity: at % 5 != 0,
        titles: (0..at % 2).map(|_| "书记".to_string()).collect(),
        confidence: 1.0 / (1.0 + at as f64),
        rule: "test".into(),
        evidence: (0..at % 3).map(evidence).collect(),
    };
    let document = serde_json::from_str(
        r#"{"id":"d","title":"报告","region":null,"date":"2021","speaker":null,"reviews":null,"plans":null,
            "path":"d.txt","sha256":"d","encoding":"UTF-8","repairs":{"gloss":3},
            "lists":[{"noun":"企业","count":7,"named":["project:n000"],"unnamed":6,"start":1,"end":9}]}"#,
    )
    .expect("a document row");
    let edges = edges.iter().enumerate().map(edge).collect();
    merge([Record { schema: "tuzhi-record/1".into(), document, nodes: (0..nodes).map(node).collect(), edges }])
}
