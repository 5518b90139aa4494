//! Diagrams of things and lines on a sheet: title, legend, notes.

use std::collections::BTreeSet;

use super::View;
use crate::draw::around::around;
use crate::draw::card::Press;
use crate::draw::diagram::{self, Choice, Diagram, Missed, Node};
use crate::draw::legend::{self, Entry};
use crate::draw::network::Network;
use crate::draw::page::Picture;
use crate::draw::scene::Area;
use crate::draw::sheet::{Frame, Sheet};
use crate::draw::words::Notes;
use crate::draw::{Language, Options, frame, text, tree, words};
use crate::error::said;
use crate::graph::file::GraphFile;
use crate::ontology::Modality;

fn chosen(network: &Network<'_>, focus: Option<usize>, view: &View, options: &Options) -> Choice {
    match focus {
        Some(focus) => diagram::around(network, focus, view.depth, options.max_nodes.max(2)),
        None => diagram::weightiest(network, options.max_nodes.max(2)),
    }
}

/// A picture laid out by forces.
pub fn force(
    graph: &GraphFile,
    network: &Network<'_>,
    focus: Option<usize>,
    view: &View,
    options: &Options,
) -> Picture {
    let choice = chosen(network, focus, view, options);
    let mut diagram = Diagram::new(network, &choice, focus);
    let size = diagram::spread(&mut diagram, view.width);
    finish(graph, network, &mut diagram, size, (view, options))
}

/// A picture around `focus`.
pub fn radial(graph: &GraphFile, network: &Network<'_>, focus: usize, view: &View, options: &Options) -> Picture {
    let choice = chosen(network, Some(focus), view, options);
    let root = around(network, &choice);
    let (mut diagram, size) = diagram::radial(network, options.language, &choice, &root);
    finish(graph, network, &mut diagram, size, (view, options))
}

/// A picture from `focus` to both sides.
pub fn tree(graph: &GraphFile, network: &Network<'_>, focus: usize, view: &View, options: &Options) -> Picture {
    let choice = chosen(network, Some(focus), view, options);
    let root = around(network, &choice);
    let press = Press { network, language: options.language, theme: options.theme };
    let layout = tree::compact(&press, &root);
    // What the sheet says of it is the same as of a diagram.
    let diagram = Diagram::new(network, &choice, Some(focus));
    let mut frame = frame_of(graph, network, &diagram, view, options);
    frame.entries.retain(|entry| !matches!(entry, Entry::Hidden));
    frame.entries = frame
        .entries
        .into_iter()
        .map(|entry| match entry {
            Entry::Ring(hub) => Entry::Badge(hub),
            other => other,
        })
        .collect();
    let mut sheet = Sheet::new(frame, (options.theme, options.language), (layout.w, layout.h));
    let x = sheet.body.x + (sheet.body.w - layout.w) / 2.0;
    let y = sheet.body.y;
    layout.draw(&press, &mut sheet.scene, x, y, 0.0);
    sheet.close(&notes(network, &diagram, Missed::default(), options.language))
}

/// Nodes that stand for things.
fn things(diagram: &Diagram) -> impl Iterator<Item = &Node> {
    diagram.nodes.iter().filter(|node| node.thing().is_some())
}

/// How far words may stand beyond the room of signs and names, px.
const EDGE: f64 = 12.0;

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
    // Lines bend beyond the outermost signs, and their words may stand on the edge of the panel.
    let Area { x, y, w, h } = sheet.body;
    let page = Area { x: x - EDGE, y: y - EDGE, w: w + 2.0 * EDGE, h: h + 2.0 * EDGE };
    let missed = diagram::paint(&mut sheet.scene, network, diagram, look, page, &[]);
    sheet.close(&notes(network, diagram, missed, options.language))
}

fn frame_of(graph: &GraphFile, network: &Network<'_>, diagram: &Diagram, view: &View, options: &Options) -> Frame {
    let language = options.language;
    let focus = diagram.nodes.iter().find(|node| node.focus).and_then(Node::thing).map(|at| &network.things[at]);
    let whole = frame::title(graph, options);
    let (nodes, edges) = (things(diagram).count(), diagram.edges.iter().map(|edge| edge.strands.len()).sum::<usize>());
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
    let mut entries = legend::kinds(language, things(diagram).map(|node| node.kind));
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
fn notes(network: &Network<'_>, diagram: &Diagram, missed: Missed, language: Language) -> Notes {
    let mut notes = Notes::new(language);
    if network.folded > 0
        && let Some(hub) = legend::hubs(network, language)
    {
        let (hub, folded) = (text::elide(&hub, 1.0, 12.0), network.folded);
        notes.say(&said!("{folded} edges of {hub} folded into rings", "{hub}的 {folded} 条关系折叠为圆环"));
    }
    let drawn = things(diagram).count();
    let linked = network.things.iter().filter(|thing| !thing.links.is_empty()).count();
    let lesser = linked.saturating_sub(drawn);
    notes.count(lesser, &said!("{lesser} more linked entities not drawn", "另有 {lesser} 个相连的实体未画出"));
    let unlinked = (0..network.things.len()).filter(|at| !network.is_hub(*at) && network.things[*at].links.is_empty());
    let (tied, lone): (Vec<usize>, Vec<usize>) = unlinked.partition(|at| !network.things[*at].spokes.is_empty());
    let shown: BTreeSet<usize> = diagram.nodes.iter().filter_map(Node::thing).collect();
    let count = |things: Vec<usize>| things.iter().filter(|at| !shown.contains(at)).count();
    let (tied, lone) = (count(tied), count(lone));
    notes.count(
        tied,
        &said!("{tied} entities tied to a reporting region alone not drawn", "{tied} 个只与报告地区相连的实体未画出"),
    );
    notes.count(lone, &said!("{lone} entities without relations", "{lone} 个实体未见关系"));
    let Missed { names, words } = missed;
    notes.count(names, &said!("{names} names left out for want of room", "{names} 个名称放不下，已省略"));
    notes
        .count(words, &said!("words of {words} lines left out for want of room", "{words} 条线上的文字放不下，已省略"));
    notes
}
