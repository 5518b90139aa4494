//! Views of a graph: what is looked at and how it is laid out.

use super::diagram::{self, Choice, Diagram, Missed};
use super::legend::{self, Entry};
use super::network::{Filter, Network};
use super::page::{self, Picture};
use super::sheet::{Frame, Sheet};
use super::{Language, Options, frame, text, words};
use crate::error::{Error, Result, said};
use crate::graph::file::GraphFile;
use crate::ontology::{Kind, Modality, RelationType};

/// How things are put on the page.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Layout {
    /// Boxes in panels, and lists of what hangs on the reporting region alone.
    #[default]
    Cards,
    /// By forces: what is joined lies together.
    Force,
}

impl Layout {
    /// All.
    pub const ALL: &'static [Self] = &[Self::Cards, Self::Force];
}

/// What of a graph is drawn.
#[derive(Debug, Clone)]
pub struct View {
    /// How it is laid out.
    pub layout: Layout,
    /// Id of the thing that all turns around.
    pub focus: Option<String>,
    /// Links to the focus at most.
    pub depth: usize,
    /// Kinds; all where none is named.
    pub kinds: Vec<Kind>,
    /// Relation types; all where none is named.
    pub relations: Vec<RelationType>,
    /// Widest drawing, px: names that then find no room are left out.
    pub width: f64,
}

impl Default for View {
    fn default() -> Self {
        Self { layout: Layout::Cards, focus: None, depth: 2, kinds: Vec::new(), relations: Vec::new(), width: 3000.0 }
    }
}

/// A view of the graph as an SVG picture.
///
/// # Errors
/// When the focus is not in the graph.
pub fn draw(graph: &GraphFile, view: &View, options: &Options) -> Result<String> {
    picture(graph, view, options).map(|picture| picture.svg(options))
}

/// A view as a scene.
pub fn picture(graph: &GraphFile, view: &View, options: &Options) -> Result<Picture> {
    let filter = Filter { kinds: &view.kinds, relations: &view.relations, open: view.focus.as_deref() };
    let network = Network::new(graph, options.language, &filter);
    let focus = match &view.focus {
        Some(id) => Some(network.things.iter().position(|thing| thing.row.id == *id).ok_or_else(|| {
            Error::Draw(said!("the graph has nothing with the id “{id}”", "图谱里没有编号为“{id}”的东西"))
        })?),
        None => None,
    };
    Ok(match view.layout {
        Layout::Cards if focus.is_some() => {
            let reason = "cards show a whole graph; with a focus take another layout";
            return Err(Error::Draw(reason.into()));
        }
        Layout::Cards => page::draw_network(graph, &network, options),
        Layout::Force => force(graph, &network, focus, view, options),
    })
}

fn chosen(network: &Network<'_>, focus: Option<usize>, view: &View, options: &Options) -> Choice {
    match focus {
        Some(focus) => diagram::around(network, focus, view.depth, options.max_nodes.max(2)),
        None => diagram::weightiest(network, options.max_nodes.max(2)),
    }
}

fn force(graph: &GraphFile, network: &Network<'_>, focus: Option<usize>, view: &View, options: &Options) -> Picture {
    let choice = chosen(network, focus, view, options);
    let mut diagram = Diagram::new(network, &choice, focus);
    let size = diagram::spread(&mut diagram, view.width);
    finish(graph, network, &mut diagram, size, (view, options))
}

/// The sheet around a placed diagram.
fn finish(
    graph: &GraphFile,
    network: &Network<'_>,
    diagram: &mut Diagram,
    size: (f64, f64),
    (view, options): (&View, &Options),
) -> Picture {
    let look = (options.theme, options.language);
    let frame = frame_of(graph, network, diagram, view, options);
    let mut sheet = Sheet::new(frame, look, size);
    let (dx, dy) = (sheet.body.x + (sheet.body.w - size.0) / 2.0, sheet.body.y);
    for node in &mut diagram.nodes {
        (node.x, node.y) = (node.x + dx, node.y + dy);
    }
    let page = sheet.body;
    let missed = diagram::paint(&mut sheet.scene, network, diagram, look, page, &[]);
    sheet.close(&notes(network, diagram, missed, options.language))
}

fn frame_of(graph: &GraphFile, network: &Network<'_>, diagram: &Diagram, view: &View, options: &Options) -> Frame {
    let language = options.language;
    let focus = diagram.nodes.iter().find(|node| node.focus).map(|node| &network.things[node.thing]);
    let whole = frame::title(graph, options);
    let (nodes, edges) = (diagram.nodes.len(), diagram.edges.iter().map(|edge| edge.strands.len()).sum::<usize>());
    let shown = match language {
        Language::Zh => format!("图中 {nodes} 个实体、{edges} 条关系"),
        Language::En => format!("{nodes} entities and {edges} relations shown"),
    };
    let (title, subtitle) = match (focus, &options.title) {
        (Some(thing), None) => {
            let about = match language {
                Language::Zh => format!("{}：{} 步以内", words::kind(language, thing.kind, ""), view.depth),
                Language::En => format!("{}, up to {} steps away", words::kind(language, thing.kind, ""), view.depth),
            };
            (thing.name.clone(), format!("{about} · {shown} · {whole}"))
        }
        _ => (whole, format!("{shown} · {}", frame::subtitle(graph, language))),
    };
    Frame { title, subtitle, entries: entries(network, diagram, language), source: frame::source(graph, language) }
}

fn entries(network: &Network<'_>, diagram: &Diagram, language: Language) -> Vec<Entry> {
    let mut entries = legend::kinds(language, diagram.nodes.iter().map(|node| node.kind));
    for modality in [Modality::Done, Modality::Ongoing, Modality::Planned] {
        let mut strands = diagram.edges.iter().flat_map(|edge| &edge.strands);
        if strands.any(|strand| strand.modality == modality) {
            entries.push(Entry::Line(modality));
        }
    }
    if diagram.nodes.iter().any(|node| node.tie.is_some()) {
        entries.extend(legend::hubs(network, language).map(Entry::Ring));
    }
    if diagram.nodes.iter().any(|node| node.hidden > 0) {
        entries.push(Entry::Hidden);
    }
    entries
}

/// What is folded, and what is left out.
fn notes(network: &Network<'_>, diagram: &Diagram, missed: Missed, language: Language) -> Vec<String> {
    let zh = language == Language::Zh;
    let mut notes = Vec::new();
    if network.folded > 0
        && let Some(hub) = legend::hubs(network, language)
    {
        let (hub, folded) = (text::elide(&hub, 1.0, 12.0), network.folded);
        notes.push(if zh {
            format!("{hub}的 {folded} 条关系折叠为圆环")
        } else {
            format!("{folded} edges of {hub} folded into rings")
        });
    }
    let drawn = diagram.nodes.len();
    let linked = network.things.iter().filter(|thing| !thing.links.is_empty()).count();
    let others = network.things.len() - drawn;
    let lesser = linked.saturating_sub(drawn);
    if lesser > 0 {
        notes.push(if zh {
            format!("另有 {lesser} 个相连的实体未画出")
        } else {
            format!("{lesser} more linked entities not drawn")
        });
    }
    if others > lesser {
        let alone = others - lesser;
        notes.push(if zh {
            format!("{alone} 个实体除报告地区外无其他关系，未画出")
        } else {
            format!("{alone} entities that nothing but a reporting region ties are not drawn")
        });
    }
    if missed.names > 0 {
        let count = missed.names;
        notes.push(if zh {
            format!("{count} 个名称放不下，已省略")
        } else {
            format!("{count} names left out for want of room")
        });
    }
    if missed.words > 0 {
        let count = missed.words;
        notes.push(if zh {
            format!("{count} 条线上的文字放不下，已省略")
        } else {
            format!("words of {count} lines left out for want of room")
        });
    }
    notes
}
