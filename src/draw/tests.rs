//! Laws of the picture: nothing that must be read is covered.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::scene::{Area, Scene};
use super::{Chart, Language, Layout, Options, Theme, View, chart, page, view};
use crate::graph::file::{
    DocumentRow, EdgeRow, FactRow, GraphFile, GraphHead, NodeAttributes, NodeRow, SCHEMA, ValueRow,
};
use crate::ontology::{Kind, Modality, RelationType};

/// A graph of invented things: node `i` is of the kind and name given, edges run as given.
pub fn graph(
    nodes: &[(Kind, String)],
    edges: &[(usize, usize, RelationType, Modality)],
    regions: &[usize],
) -> GraphFile {
    let id = |at: usize| format!("{}:{}", nodes[at].0, nodes[at].1);
    let node = |at: usize| NodeRow {
        id: id(at),
        kind: nodes[at].0.name().into(),
        name: nodes[at].1.clone(),
        aliases: Vec::new(),
        attributes: NodeAttributes::default(),
        facts: facts(at),
        mentions: Vec::new(),
    };
    let edge = |&(source, target, kind, modality): &(usize, usize, RelationType, Modality)| EdgeRow {
        source: id(source),
        target: id(target),
        key: format!("{kind}|{modality}|"),
        kind: kind.name().into(),
        modality: modality.name().into(),
        period: None,
        polarity: true,
        titles: Vec::new(),
        confidence: 1.0,
        rule: "test".into(),
        evidence: Vec::new(),
    };
    GraphFile {
        directed: true,
        multigraph: true,
        graph: GraphHead { schema: SCHEMA.into(), documents: regions.iter().map(|&at| document(&id(at))).collect() },
        nodes: (0..nodes.len()).map(node).collect(),
        edges: edges.iter().map(edge).collect(),
    }
}

fn facts(at: usize) -> Vec<FactRow> {
    let fact = |attribute: &str, value: ValueRow, unit: Option<&str>| FactRow {
        attribute: attribute.into(),
        value,
        unit: unit.map(Into::into),
        bound: None,
        raw: String::new(),
        period: Some("2020".into()),
        modality: if at.is_multiple_of(5) { "planned".into() } else { "done".into() },
        indicator: None,
        confidence: 1.0,
        rule: "test".into(),
        evidence: Vec::new(),
    };
    match at % 4 {
        0 => vec![fact("status", ValueRow::Text("主体封顶".into()), None)],
        1 => vec![
            fact("investment_planned", ValueRow::Number(6.5e8), Some("元")),
            fact("area", ValueRow::Number(6e4), Some("平方米")),
        ],
        _ => Vec::new(),
    }
}

fn document(region: &str) -> DocumentRow {
    DocumentRow {
        id: "0123456789abcdef".into(),
        title: Some("云溪县政府工作报告".into()),
        region: Some(region.into()),
        date: Some("2021-01-05".into()),
        speaker: None,
        reviews: Some("2016-2020".into()),
        plans: None,
        path: "yunxi.txt".into(),
        sha256: String::new(),
        encoding: "UTF-8".into(),
        repairs: BTreeMap::new(),
        lists: Vec::new(),
    }
}

const HAIR: f64 = 0.25;

/// Whether two areas share more than a hair.
fn overlap(a: &Area, b: &Area) -> bool {
    a.x + HAIR < b.x + b.w && b.x + HAIR < a.x + a.w && a.y + HAIR < b.y + b.h && b.y + HAIR < a.y + a.h
}

/// Whether `b` lies wholly inside `a`.
fn holds(a: &Area, b: &Area) -> bool {
    a.x <= b.x + HAIR && a.y <= b.y + HAIR && b.x + b.w <= a.x + a.w + HAIR && b.y + b.h <= a.y + a.h + HAIR
}

/// No two texts share room, and no text lies on the box of another thing or over its edge.
fn check(scene: &Scene, width: f64, height: f64) -> Result<(), String> {
    for (at, (area, words)) in scene.texts.iter().enumerate() {
        if area.x < 0.0 || area.y < 0.0 || area.x + area.w > width || area.y + area.h > height {
            return Err(format!("{words} leaves the page"));
        }
        if let Some((_, other)) = scene.texts[..at].iter().find(|(other, _)| overlap(other, area)) {
            return Err(format!("{words} lies on {other}"));
        }
        let crossed = |boxed: &&Area| overlap(boxed, area) && !holds(boxed, area);
        if scene.boxes.iter().chain(&scene.panels).any(|boxed| crossed(&boxed)) {
            return Err(format!("{words} crosses the edge of a box"));
        }
        if scene.boxes.iter().filter(|boxed| overlap(boxed, area)).count() > 1 {
            return Err(format!("{words} lies in two boxes"));
        }
    }
    for boxes in [&scene.boxes, &scene.panels] {
        for (at, area) in boxes.iter().enumerate() {
            if boxes[..at].iter().any(|other| overlap(other, area)) {
                return Err(format!("two boxes overlap at {area:?}"));
            }
        }
    }
    Ok(())
}

const STEMS: [&str; 12] = [
    "恒泽", "启明光电", "云溪", "青岚", "柳河新区", "A1", "数字经济", "“一网通办”", "北山", "5G 智慧", "东湖",
    "兴农惠民",
];
const TAILS: [&str; 8] =
    ["集团", "镇", "二期扩建及配套基础设施建设项目", "行动", "产业园", "局", "（一期）", "&<药业>"];

fn any_graph() -> impl Strategy<Value = GraphFile> {
    let kinds = prop::sample::select(Kind::ALL);
    let relations = prop::sample::select(RelationType::ALL);
    let modalities = prop::sample::select(Modality::ALL);
    let node = (kinds, 0..STEMS.len(), 0..TAILS.len());
    let nodes = prop::collection::vec(node, 1..70);
    let edges = prop::collection::vec((any::<u16>(), any::<u16>(), relations, modalities), 0..140);
    (nodes, edges, 0usize..3).prop_map(|(nodes, edges, hubs)| {
        let named: Vec<(Kind, String)> = nodes
            .iter()
            .enumerate()
            .map(|(at, (kind, stem, tail))| (*kind, format!("{}{}{at}", STEMS[*stem], TAILS[*tail])))
            .collect();
        let count = named.len();
        // Small numbers come more often, so that there are hubs.
        let pick = |raw: u16| (raw as usize % count) * (raw as usize / 256 % count + 1) / count;
        let edges: Vec<_> =
            edges.into_iter().map(|(a, b, kind, modality)| (pick(a), b as usize % count, kind, modality)).collect();
        graph(&named, &edges, &(0..hubs.min(count)).collect::<Vec<_>>())
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn nothing_that_must_be_read_is_covered(graph in any_graph(), english in any::<bool>(), most in 10usize..90) {
        let language = if english { Language::En } else { Language::Zh };
        let options = Options { language, max_nodes: most, title: None, theme: Theme::Light };
        let picture = page::draw(&graph, &options);
        if let Err(fault) = check(&picture.scene, picture.width, picture.height) {
            return Err(TestCaseError::fail(fault));
        }
        prop_assert_eq!(picture.svg(&options), page::draw(&graph, &options).svg(&options));
    }
}

/// Every sign on the picture is told in its legend.
fn legend_is_whole(svg: &str, kinds: &[Kind]) -> Result<(), String> {
    for kind in kinds {
        let label = super::words::kind(Language::Zh, Some(*kind), "");
        let told = svg.contains(&format!(">{label} "));
        let drawn = svg.contains(&format!(" · {label}</title>"));
        if drawn && !told {
            return Err(format!("{label} is drawn and not in the legend"));
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn views_cover_nothing_and_are_the_same_each_time(
        graph in any_graph(),
        layout in prop::sample::select(Layout::ALL),
        focus in prop::option::of(any::<usize>()),
        (most, width, depth) in (2usize..90, 300.0..2000.0f64, 1usize..4),
        dark in any::<bool>(),
    ) {
        let options = Options { max_nodes: most, theme: if dark { Theme::Dark } else { Theme::Print }, ..Options::default() };
        let focus = match layout {
            Layout::Cards | Layout::Map => None,
            Layout::Force => focus,
            Layout::Tree | Layout::Radial => Some(focus.unwrap_or_default()),
        };
        let focus = focus.map(|at: usize| graph.nodes[at % graph.nodes.len()].id.clone());
        let view = View { layout, focus, depth, width, ..View::default() };
        let picture = view::picture(&graph, &view, &options).expect("the focus is in the graph");
        check(&picture.scene, picture.width, picture.height).map_err(TestCaseError::fail)?;
        let svg = picture.svg(&options);
        legend_is_whole(&svg, Kind::ALL).map_err(TestCaseError::fail)?;
        prop_assert!(roxmltree::Document::parse(&svg).is_ok());
        prop_assert_eq!(svg, view::draw(&graph, &view, &options).expect("once more"));
    }
}

/// Figures and stages of a region and its projects: every sort of fact at any value.
fn any_facts() -> impl Strategy<Value = GraphFile> {
    let figure =
        (0usize..7, prop::sample::select(["growth", "amount", "count"].as_slice()), 1999u16..2027, any::<bool>());
    let value = prop_oneof![-1e3..1e3f64, -1e12..1e12f64, Just(0.0), Just(f64::MAX)];
    let figures = prop::collection::vec((figure, value), 1..120);
    const STATUSES: [&str; 7] = ["签约", "开工", "在建", "主体封顶", "竣工", "投产", "什么"];
    let stage = (0usize..40, prop::sample::select(STATUSES.as_slice()), 1999u16..2027, 0u16..6, 0usize..3);
    (figures, prop::collection::vec(stage, 1..120)).prop_map(|(figures, stages)| {
        let mut nodes = vec![(Kind::Region, "云溪县".to_string())];
        nodes.extend((0..40).map(|at| (Kind::Project, format!("{}{}{at}", STEMS[at % 12], TAILS[at % 8]))));
        let edges: Vec<_> = (1..41).map(|at| (0, at, RelationType::Implements, Modality::Done)).collect();
        let mut graph = graph(&nodes, &edges, &[0]);
        let plain = facts(1).remove(0);
        for ((name, attribute, year, planned), value) in figures {
            graph.nodes[0].facts.push(FactRow {
                attribute: attribute.into(),
                value: ValueRow::Number(value),
                unit: (attribute == "growth").then(|| "%".into()),
                indicator: Some(format!("{}产值", STEMS[name])),
                period: Some(year.to_string()),
                modality: if planned { "planned".into() } else { "done".into() },
                ..plain.clone()
            });
        }
        for (at, status, year, more, modality) in stages {
            graph.nodes[1 + at].facts.push(FactRow {
                attribute: "status".into(),
                value: ValueRow::Text(status.into()),
                unit: None,
                period: Some(if more > 0 { format!("{year}-{}", year + more) } else { year.to_string() }),
                modality: Modality::ALL[modality].name().into(),
                ..plain.clone()
            });
        }
        graph
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn charts_cover_nothing_and_are_the_same_each_time(graph in any_facts(), most in 1usize..60, english in any::<bool>()) {
        let language = if english { Language::En } else { Language::Zh };
        let options = Options { language, max_nodes: most, ..Options::default() };
        for chart in [Chart::Timeline, Chart::Indicators] {
            let Ok(picture) = chart::picture(&graph, chart, &View::default(), &options) else { continue };
            check(&picture.scene, picture.width, picture.height).map_err(TestCaseError::fail)?;
            let svg = picture.svg(&options);
            prop_assert!(roxmltree::Document::parse(&svg).is_ok() && !svg.contains("NaN") && !svg.contains("inf"));
            prop_assert_eq!(svg, chart::chart(&graph, chart, &View::default(), &options).expect("once more"));
        }
    }
}

/// A star of `leaves` programs around a region, with chains of firm, project and town beside it.
fn county(leaves: usize, chains: usize) -> GraphFile {
    let mut nodes = vec![(Kind::Region, "云溪县".to_string())];
    let mut edges = Vec::new();
    for at in 0..leaves {
        edges.push((0, nodes.len(), RelationType::Implements, Modality::ALL[at % 3]));
        nodes.push((Kind::Program, format!("第{at}号攻坚行动")));
    }
    for at in 0..chains {
        let first = nodes.len();
        nodes.push((Kind::Enterprise, format!("恒泽制药{at}")));
        nodes.push((Kind::Project, format!("恒泽制药{at}原料药生产线")));
        nodes.push((Kind::Town, format!("柳河镇{at}")));
        edges.push((first, first + 1, RelationType::Builds, Modality::Planned));
        edges.push((first + 1, first + 2, RelationType::LocatedIn, Modality::Done));
        edges.push((0, first + 1, RelationType::Implements, Modality::Planned));
    }
    graph(&nodes, &edges, &[0])
}

#[test]
fn the_hub_is_folded_and_what_it_holds_is_listed() {
    let svg = super::svg(&county(20, 3), &Options::default());
    assert_eq!(svg.matches(">云溪县</text>").count(), 1, "the hub is drawn once");
    assert!(svg.contains(">第7号攻坚行动</text>"));
    assert!(svg.contains(">恒泽制药1</text>"));
    assert!(svg.contains("20 项"));
    assert!(svg.contains("折叠了云溪县的 23 条关系"));
    assert!(svg.contains("stroke-dasharray"), "promised edges are dashed");
}

#[test]
fn a_small_region_is_drawn_like_any_other_thing() {
    let svg = super::svg(&county(3, 1), &Options::default());
    assert!(svg.contains(">第2号攻坚行动</text>") && svg.contains(">云溪县</text>"));
    assert!(!svg.contains("折叠"));
}

#[test]
fn what_does_not_fit_is_counted() {
    let options = Options { max_nodes: 30, ..Options::default() };
    let svg = super::svg(&county(200, 100), &options);
    assert!(svg.matches("<rect").count() < 200);
    assert!(svg.contains("另有 470 个较次要的实体未画出"), "{}", &svg[svg.len() - 600..]);
}
