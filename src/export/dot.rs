//! Graphviz: a colour and a shape for each kind, planned edges dashed, the reporting
//! region's spines thin and unlabelled, so that the rest can be read.

use std::collections::BTreeSet;
use std::io::Write;

use graphviz_rust::dot_structures::{Attribute, Edge, EdgeTy, Graph, GraphAttributes, Id, Node, NodeId, Stmt, Vertex};
use graphviz_rust::printer::{DotPrinter, PrinterContext};

use super::Options;
use crate::error::{Error, Result};
use crate::graph::KnowledgeGraph;
use crate::graph::file::{EdgeRow, NodeRow};
use crate::ontology::{Kind, Language, Modality, RelationType};

/// The longest string that Graphviz 2.43 takes, in bytes, its quotes and end among them.
const LONGEST: usize = 16_384;

/// Characters of a label's line; longer names are broken.
const LINE: usize = 12;

pub(super) fn write(graph: &KnowledgeGraph, options: Options, out: &mut dyn Write) -> Result<()> {
    let mut text = tree(graph, options).print(&mut PrinterContext::default());
    text.push('\n');
    out.write_all(text.as_bytes()).map_err(|source| Error::io("", source))
}

fn tree(graph: &KnowledgeGraph, options: Options) -> Graph {
    let hubs: BTreeSet<&str> = graph.documents().filter_map(|document| document.region.as_deref()).collect();
    let drawer = Drawer { language: options.language, quotes: options.quotes, hubs };
    let mut stmts = frame();
    stmts.extend(graph.nodes().map(|node| drawer.node(node, graph.degree(&node.id))));
    stmts.extend(graph.edges().map(|edge| drawer.edge(edge)));
    Graph::DiGraph { id: quoted("tuzhi"), strict: false, stmts }
}

/// Layout and defaults: the springs of sfdp keep what hangs together near, prism keeps
/// labels off each other. `dot` reads the engine from the file, so `dot -Tsvg` is enough.
fn frame() -> Vec<Stmt> {
    let graph = [
        ("layout", "sfdp"),
        ("overlap", "prism"),
        ("overlap_scaling", "-4"),
        ("K", "0.8"),
        ("repulsiveforce", "1.4"),
        ("splines", "line"),
        ("outputorder", "edgesfirst"),
        ("bgcolor", "#ffffff"),
        ("charset", "UTF-8"),
        ("start", "1"),
    ];
    let font = "Noto Sans CJK SC,Source Han Sans SC,Microsoft YaHei,PingFang SC,WenQuanYi Zen Hei,sans-serif";
    let node = [
        ("style", "filled"),
        ("fontname", font),
        ("fontsize", "10"),
        ("color", "#5b6470"),
        ("penwidth", "0.6"),
        ("margin", "0.08,0.04"),
    ];
    let edge = [
        ("fontname", font),
        ("fontsize", "8"),
        ("fontcolor", "#5b6470"),
        ("color", "#5b6470"),
        ("penwidth", "0.9"),
        ("arrowsize", "0.5"),
    ];
    vec![
        Stmt::GAttribute(GraphAttributes::Graph(plain_all(&graph))),
        Stmt::GAttribute(GraphAttributes::Node(plain_all(&node))),
        Stmt::GAttribute(GraphAttributes::Edge(plain_all(&edge))),
    ]
}

struct Drawer<'a> {
    language: Language,
    quotes: bool,
    hubs: BTreeSet<&'a str>,
}

impl Drawer<'_> {
    fn node(&self, row: &NodeRow, degree: usize) -> Stmt {
        let kind = row.kind.parse::<Kind>().ok();
        let (shape, fill) = kind.map_or(("box", "#e6e6e6"), look);
        let label = kind.map_or(row.kind.as_str(), |kind| self.language.kind(kind));
        let mut tip = format!("{} · {label}", row.name);
        if !row.aliases.is_empty() {
            tip = format!("{tip} · {}", row.aliases.join("、"));
        }
        let mut attributes = vec![
            text("label", &broken(&row.name)),
            plain("shape", shape),
            plain("fillcolor", fill),
            text("tooltip", &tip),
            text("class", &row.kind),
        ];
        if self.hubs.contains(row.id.as_str()) {
            attributes.push(plain("fontsize", "20"));
        } else if degree > 4 {
            attributes.push(plain("fontsize", "13"));
        }
        Stmt::Node(Node { id: NodeId(id(&row.id), None), attributes })
    }

    fn edge(&self, row: &EdgeRow) -> Stmt {
        let relation = row.kind.parse::<RelationType>().ok();
        let label = relation.map_or(row.kind.as_str(), |relation| self.language.relation(relation));
        let label =
            if row.polarity { label.to_string() } else { format!("{}{label}", self.language.of("非", "not ")) };
        let label = if row.titles.is_empty() { label } else { row.titles.join("、") };
        let modality = row.modality.parse::<Modality>().ok();
        let said = modality.map_or(row.modality.as_str(), |modality| self.language.modality(modality));
        let mut tip = [Some(label.as_str()), Some(said), row.period.as_deref()]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" · ");
        if let Some(quote) = row.evidence.iter().find_map(|evidence| evidence.quote.as_deref()).filter(|_| self.quotes)
        {
            tip = format!("{tip}\n{quote}");
        }
        let mut attributes = vec![text("tooltip", &tip)];
        if self.hubs.contains(row.source.as_str()) || self.hubs.contains(row.target.as_str()) {
            attributes.extend(plain_all(&[
                ("color", "#c9ced6"),
                ("penwidth", "0.4"),
                ("arrowsize", "0.3"),
                ("weight", "0"),
            ]));
        } else {
            attributes.push(text("label", &label));
        }
        match modality {
            Some(Modality::Planned) => attributes.push(plain("style", "dashed")),
            Some(Modality::Ongoing) => attributes.push(plain("style", "bold")),
            _ => {}
        }
        if relation.is_some_and(RelationType::is_symmetric) {
            attributes.push(plain("dir", "none"));
        }
        let end = |name: &str| Vertex::N(NodeId(id(name), None));
        Stmt::Edge(Edge { ty: EdgeTy::Pair(end(&row.source), end(&row.target)), attributes })
    }
}

/// Shape and fill of a kind; dark text reads well on every fill.
fn look(kind: Kind) -> (&'static str, &'static str) {
    match kind {
        Kind::Enterprise => ("box", "#a8c8f0"),
        Kind::Town => ("house", "#b7e0b0"),
        Kind::Project => ("component", "#ffd28a"),
        Kind::Program => ("note", "#d9c2ee"),
        Kind::Region => ("octagon", "#8fd0a5"),
        Kind::Site => ("tab", "#cfe3a0"),
        Kind::Organization => ("box3d", "#c5ccd6"),
        Kind::Person => ("ellipse", "#f5c4d3"),
        Kind::Honor => ("hexagon", "#ffe680"),
        Kind::Product => ("cylinder", "#9fdcdc"),
        Kind::Event => ("cds", "#f7b79b"),
        Kind::Industry => ("parallelogram", "#bfe6f2"),
    }
}

/// An id, which must stay the same thing in every place and not start a cluster.
fn id(name: &str) -> Id {
    let name: String = if name.starts_with("cluster") { format!("_{name}") } else { name.to_string() };
    quoted(&name)
}

fn plain_all(pairs: &[(&str, &str)]) -> Vec<Attribute> {
    pairs.iter().map(|(key, value)| plain(key, value)).collect()
}

/// An attribute whose value is ours.
fn plain(key: &str, value: &str) -> Attribute {
    Attribute(Id::Plain(key.into()), quoted(value))
}

/// An attribute that people read: Graphviz takes `&…;` in it for a character.
fn text(key: &str, value: &str) -> Attribute {
    Attribute(Id::Plain(key.into()), quoted(&value.replace('&', "&amp;")))
}

/// A string in quotes, escaped and short enough for Graphviz.
fn quoted(words: &str) -> Id {
    let mut inside = String::with_capacity(words.len());
    for character in words.chars() {
        let start = inside.len();
        match character {
            '"' => inside.push_str("\\\""),
            '\\' => inside.push_str("\\\\"),
            '\n' => inside.push_str("\\n"),
            '\r' => {}
            control if control.is_control() => inside.push(' '),
            other => inside.push(other),
        }
        if inside.len() > LONGEST - 16 {
            inside.truncate(start);
            inside.push('…');
            break;
        }
    }
    Id::Escaped(format!("\"{inside}\""))
}

/// A name in lines of about the same length, none longer than [`LINE`] characters.
fn broken(name: &str) -> String {
    let characters: Vec<char> = name.chars().collect();
    let lines = characters.len().div_ceil(LINE).max(1);
    let length = characters.len().div_ceil(lines).max(1);
    characters.chunks(length).map(|line| line.iter().collect::<String>()).collect::<Vec<_>>().join("\n")
}
