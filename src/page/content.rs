//! What the page knows of a graph: its file, and beside it what the page cannot work out itself.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use petgraph::unionfind::UnionFind;
use serde::Serialize;

use crate::draw::{self, Theme};
use crate::graph::KnowledgeGraph;
use crate::graph::file::{EdgeRow, GraphFile};
use crate::ontology::{Attribute, Kind, Language, Modality, RelationType, describe_attribute, describe_kind};
use crate::query::readings;

/// The data of a page.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Content {
    /// Name and version of the program that wrote it.
    generator: &'static str,
    /// The language that the page speaks at first.
    language: &'static str,
    kinds: Vec<KindRow>,
    relations: Vec<TermRow>,
    attributes: Vec<TermRow>,
    modalities: Vec<TermRow>,
    /// Ids of the reports whose texts are at hand.
    texts: Vec<String>,
    /// The readings of each character of names, without tones.
    readings: BTreeMap<char, &'static [String]>,
    /// Where each node stands, `x` and `y`; none where it has no relation.
    places: Vec<Option<[i32; 2]>>,
    graph: GraphFile,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct KindRow {
    name: &'static str,
    zh: &'static str,
    en: &'static str,
    about: &'static str,
    /// Colour on light ground.
    light: String,
    /// Colour on dark ground.
    dark: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct TermRow {
    name: &'static str,
    zh: &'static str,
    en: &'static str,
    /// Whether a relation holds in both directions.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    symmetric: bool,
}

/// Gathers what a page that first speaks `language` needs of `graph`; `texts` are the ids of the
/// reports whose texts are at hand.
pub fn content<'a>(graph: &KnowledgeGraph, language: Language, texts: impl Iterator<Item = &'a str>) -> Content {
    let term = |name, zh, en| TermRow { name, zh, en, symmetric: false };
    Content {
        generator: concat!("tuzhi ", env!("CARGO_PKG_VERSION")),
        language: language.name(),
        kinds: Kind::ALL.iter().map(|kind| kind_row(*kind)).collect(),
        relations: RelationType::ALL
            .iter()
            .map(|relation| TermRow {
                symmetric: relation.is_symmetric(),
                ..term(relation.name(), Language::Zh.relation(*relation), Language::En.relation(*relation))
            })
            .collect(),
        attributes: Attribute::ALL
            .iter()
            .map(|attribute| {
                let described = describe_attribute(*attribute);
                term(attribute.name(), &described.zh, &described.en)
            })
            .collect(),
        modalities: Modality::ALL
            .iter()
            .map(|modality| term(modality.name(), Language::Zh.modality(*modality), Language::En.modality(*modality)))
            .collect(),
        texts: texts.map(str::to_string).collect(),
        readings: graph
            .nodes()
            .flat_map(|node| std::iter::once(&node.name).chain(&node.aliases))
            .flat_map(|name| name.chars())
            .map(|c| (c, readings(c)))
            .filter(|(_, readings)| !readings.is_empty())
            .collect(),
        places: places(graph),
        graph: graph.to_file(),
    }
}

/// How far neighbours are to stand from each other.
const LENGTH: f64 = 100.0;

/// Nodes that are pushed apart at most; in a larger graph they are dots until one comes near.
const SEPARATED: usize = 3000;

/// Where the nodes stand, by forces. Of the edges of reporting regions only those count without which
/// something would hang together with nothing: everything stands beside a region that reports, and
/// nothing would be seen of how the rest hangs together.
fn places(graph: &KnowledgeGraph) -> Vec<Option<[i32; 2]>> {
    let hubs: BTreeSet<&str> = graph.documents().filter_map(|row| row.region.as_deref()).collect();
    let index: HashMap<&str, usize> = graph.nodes().enumerate().map(|(at, node)| (node.id.as_str(), at)).collect();
    let ends = |edge: &EdgeRow| (index[edge.source.as_str()], index[edge.target.as_str()]);
    let (of_hubs, others): (Vec<&EdgeRow>, Vec<&EdgeRow>) = graph
        .edges()
        .filter(|edge| edge.source != edge.target)
        .partition(|edge| hubs.contains(edge.source.as_str()) || hubs.contains(edge.target.as_str()));
    let mut joined = UnionFind::<usize>::new(index.len());
    let mut pairs: Vec<(usize, usize)> = others.into_iter().map(ends).collect();
    pairs.iter().for_each(|(a, b)| _ = joined.union(*a, *b));
    pairs.extend(of_hubs.into_iter().map(ends).filter(|(a, b)| joined.union(*a, *b)));

    let mut degrees = vec![0_usize; index.len()];
    for (a, b) in &pairs {
        degrees[*a] += 1;
        degrees[*b] += 1;
    }
    // Those with most neighbours first, for they begin in the middle.
    let mut order: Vec<usize> = (0..degrees.len()).filter(|at| degrees[*at] > 0).collect();
    order.sort_by_key(|at| (Reverse(degrees[*at]), *at));
    let mut rank = vec![0; degrees.len()];
    order.iter().enumerate().for_each(|(place, at)| rank[*at] = place);
    // What hangs together with nothing else is held near the middle as well, or it would drift far off.
    if let Some(middle) = order.first() {
        pairs.extend(order.iter().filter(|at| joined.union(*middle, **at)).map(|at| (*middle, *at)));
    }
    let masses: Vec<f64> = order.iter().map(|at| 1.0 + degrees[*at] as f64).collect();
    let edges: Vec<(usize, usize)> = pairs.iter().map(|&(a, b)| (rank[a], rank[b])).collect();
    let mut spots = draw::place(&masses, &edges, LENGTH);
    if spots.len() <= SEPARATED {
        let side = |at: &usize| LENGTH * (0.8 + 0.25 * (degrees[*at] as f64).sqrt());
        draw::separate(&mut spots, &order.iter().map(|at| (side(at), side(at))).collect::<Vec<_>>());
    }
    let mut found = vec![None; degrees.len()];
    for (at, (x, y)) in order.iter().zip(spots) {
        found[*at] = Some([x.round() as i32, y.round() as i32]);
    }
    found
}

fn kind_row(kind: Kind) -> KindRow {
    let described = describe_kind(kind);
    let colour = |theme: Theme| theme.strong(Some(kind)).to_string();
    KindRow {
        name: kind.name(),
        zh: Language::Zh.kind(kind),
        en: Language::En.kind(kind),
        about: &described.about,
        light: colour(Theme::Light),
        dark: colour(Theme::Dark),
    }
}
