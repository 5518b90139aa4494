//! Graphviz: a colour and a shape for each kind, planned edges dashed, the reporting
//! region's spines thin and unlabelled, what stands alone small, so that the rest can be read.

use std::collections::BTreeSet;
use std::io::Write;

use graphviz_rust::dot_structures::{Attribute, Edge, EdgeTy, Graph, GraphAttributes, Id, Node, NodeId, Stmt, Vertex};
use graphviz_rust::printer::{DotPrinter, PrinterContext};

use sha2::{Digest, Sha256};

use super::Options;
use crate::error::{Error, Result};
use crate::graph::KnowledgeGraph;
use crate::graph::file::{EdgeRow, NodeRow};
use crate::ontology::{Kind, Language, Modality, RelationType};

/// The longest string that Graphviz 2.43 takes, in bytes, its quotes and end among them.
const LONGEST: usize = 16_384;

/// Titles of reports told in the legend at most.
const TITLES: usize = 3;

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
    stmts.push(Stmt::Attribute(Attribute(Id::Plain("label".into()), drawer.legend(graph))));
    stmts.extend(graph.nodes().map(|node| drawer.node(node, graph.degree(&node.id))));
    stmts.extend(graph.edges().map(|edge| drawer.edge(edge)));
    Graph::DiGraph { id: quoted("tuzhi"), strict: false, stmts }
}

/// Layout and defaults: the springs of sfdp keep what hangs together near, prism keeps
/// labels off each other. `dot` reads the engine from the file, so `dot -Tsvg` is enough.
fn frame() -> Vec<Stmt> {
    let font = "Noto Sans CJK SC,Source Han Sans SC,Microsoft YaHei,PingFang SC,WenQuanYi Zen Hei,sans-serif";
    let graph = [
        ("fontname", font),
        ("layout", "sfdp"),
        ("overlap", "prism"),
        ("overlap_scaling", "-4"),
        ("K", "0.8"),
        ("repulsiveforce", "1.4"),
        ("splines", "line"),
        ("outputorder", "edgesfirst"),
        ("bgcolor", "#ffffff"),
        ("labelloc", "b"),
        ("start", "1"),
    ];
    let node =
        [("style", "filled"), ("fontname", font), ("fontsize", "10"), ("penwidth", "0.8"), ("margin", "0.08,0.04")];
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
    /// The titles of the reports, the kinds that occur in their colours, and how edges are drawn.
    fn legend(&self, graph: &KnowledgeGraph) -> Id {
        let present: BTreeSet<Kind> = graph.nodes().filter_map(|node| node.kind.parse().ok()).collect();
        let columns = present.len() + 1;
        let cells: String = present
            .into_iter()
            .map(|kind| {
                let (_, line, ground) = look(kind);
                format!("<TD BGCOLOR=\"{ground}\" COLOR=\"{line}\" BORDER=\"1\">{}</TD>", self.language.kind(kind))
            })
            .collect();
        let lines =
            self.language.of("实线：已完成　粗线：进行中　虚线：计划", "line: done   bold: ongoing   dashed: planned");
        let titles: Vec<&str> = graph.documents().filter_map(|document| document.title.as_deref()).collect();
        let rest = titles.len().saturating_sub(TITLES);
        let mut title = titles.iter().take(TITLES).copied().collect::<Vec<_>>().join("　");
        if rest > 0 {
            title += &format!(" +{rest}");
        }
        Id::Html(format!(
            "<<TABLE BORDER=\"0\" CELLSPACING=\"4\" CELLPADDING=\"4\"><TR><TD COLSPAN=\"{columns}\">{} </TD></TR>\
             <TR>{cells}<TD>{lines}</TD></TR></TABLE>>",
            entities(&title)
        ))
    }

    fn node(&self, row: &NodeRow, degree: usize) -> Stmt {
        let kind = row.kind.parse::<Kind>().ok();
        let (shape, line, ground) = kind.map_or(("box", "#606b78", "#e2e4e6"), look);
        let label = kind.map_or(row.kind.as_str(), |kind| self.language.kind(kind));
        let mut tip = format!("{} · {label}", row.name);
        if !row.aliases.is_empty() {
            tip = format!("{tip} · {}", row.aliases.join("、"));
        }
        let mut attributes = vec![
            text("label", &broken(&row.name)),
            plain("shape", shape),
            plain("color", line),
            plain("fillcolor", ground),
            text("tooltip", &tip),
            text("class", &row.kind),
        ];
        if self.hubs.contains(row.id.as_str()) {
            attributes.extend(plain_all(&[("fontsize", "20"), ("fillcolor", line), ("fontcolor", "#ffffff")]));
        } else if degree > 4 {
            attributes.push(plain("fontsize", "13"));
        } else if degree == 0 {
            attributes.extend(plain_all(&[("fontsize", "7"), ("penwidth", "0.4"), ("margin", "0.05,0.02")]));
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

/// Shape, line and ground of a kind; the hues are those of the pictures.
fn look(kind: Kind) -> (&'static str, &'static str, &'static str) {
    match kind {
        Kind::Enterprise => ("box", "#0062a3", "#d1e3ee"),
        Kind::Town => ("house", "#007655", "#d1e6e0"),
        Kind::Project => ("component", "#c24600", "#f4ded1"),
        Kind::Program => ("note", "#812b87", "#e8d9e9"),
        Kind::Region => ("octagon", "#32414f", "#dadddf"),
        Kind::Site => ("tab", "#008292", "#d1e8eb"),
        Kind::Organization => ("box3d", "#43379e", "#dddbee"),
        Kind::Person => ("ellipse", "#5e5e5e", "#e2e2e2"),
        Kind::Honor => ("hexagon", "#976c00", "#ece5d1"),
        Kind::Product => ("cylinder", "#b8366b", "#f2dbe4"),
        Kind::Event => ("cds", "#567800", "#e1e7d1"),
        Kind::Industry => ("parallelogram", "#785240", "#e7e0dd"),
    }
}

/// An id: the same thing in every place, another than every other, and no cluster. What a
/// string cannot hold is told apart by the digest.
fn id(name: &str) -> Id {
    let fits = name.len() <= LONGEST / 4 && !name.chars().any(char::is_control) && !name.starts_with("cluster");
    if fits {
        return quoted(name);
    }
    let digest: String = Sha256::digest(name).iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    quoted(&format!("#{digest} {}", name.chars().take(200).collect::<String>()))
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

/// Words as they stand in an HTML-like label.
fn entities(words: &str) -> String {
    let escaped = words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;");
    escaped.chars().map(|c| if c.is_control() { ' ' } else { c }).take(LONGEST / 8).collect()
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
