//! Views of a graph: what is looked at and how it is laid out.

mod map;
mod network;

use super::Options;
use super::network::{Filter, Network};
use super::page::{self, Picture};
use crate::error::{Error, Result, said};
use crate::graph::file::GraphFile;
use crate::ontology::{Kind, RelationType};

/// How things are put on the page.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Layout {
    /// Boxes in panels, and lists of what hangs on the reporting region alone.
    #[default]
    Cards,
    /// By forces: what is joined lies together.
    Force,
    /// From the focus to both sides.
    Tree,
    /// Around the focus.
    Radial,
    /// In the place where they lie: provinces, in them cities, counties, towns.
    Map,
}

impl Layout {
    /// All.
    pub const ALL: &'static [Self] = &[Self::Cards, Self::Force, Self::Tree, Self::Radial, Self::Map];
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
    /// Widest drawing by forces, px: names that then find no room are left out.
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
    // A tree needs a root: the region that reports, where there is but one.
    let rooted = matches!(view.layout, Layout::Tree | Layout::Radial);
    let wanted = view.focus.clone().or_else(|| if rooted { only_region(graph) } else { None });
    if rooted && wanted.is_none() {
        return Err(Error::Draw(said!(
            "a tree needs a thing to begin with, and this graph is not of one region alone; name one with --focus",
            "树要有起点，而这个图谱不只一个地区；请用 --focus 指定"
        )));
    }
    let filter = Filter { kinds: &view.kinds, relations: &view.relations, open: wanted.as_deref() };
    let network = Network::new(graph, options.language, &filter);
    let focus = match &wanted {
        Some(id) => Some(network.position(id)?),
        None => None,
    };
    Ok(match view.layout {
        Layout::Cards if focus.is_some() => {
            return Err(Error::Draw(said!(
                "cards show a whole graph; with a focus take another layout",
                "cards 画的是整个图谱；有中心时请换一种布局"
            )));
        }
        Layout::Cards => page::draw_network(graph, &network, options),
        Layout::Force => network::force(graph, &network, focus, view, options),
        Layout::Tree => network::tree(graph, &network, focus.unwrap_or_default(), view, options),
        Layout::Map => map::map(graph, &network, focus, options)?,
        Layout::Radial => network::radial(graph, &network, focus.unwrap_or_default(), view, options),
    })
}

fn only_region(graph: &GraphFile) -> Option<String> {
    let mut regions = graph.graph.documents.iter().map(|document| document.region.as_ref());
    let first = regions.next()??;
    let known = graph.nodes.iter().any(|node| node.id == *first);
    (known && regions.all(|region| region == Some(first))).then(|| first.clone())
}
