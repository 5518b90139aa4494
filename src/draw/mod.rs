//! Pictures: SVG and PNG of a graph, drawn without Graphviz.
//!
//! The reporting region's edges are folded into badges and lists; what hangs together without it
//! is laid out in panels. The same rows give the same bytes.

mod around;
mod card;
mod chart;
mod diagram;
mod figures;
#[cfg(any(feature = "png", feature = "pdf"))]
mod fonts;
mod frame;
mod legend;
mod list;
mod map;
mod nest;
mod network;
mod pack;
mod page;
#[cfg(feature = "pdf")]
mod pdf;
mod pieces;
#[cfg(feature = "png")]
mod raster;
mod scene;
mod sheet;
#[cfg(test)]
mod tests;
mod text;
mod theme;
mod tree;
mod view;
mod words;

pub use chart::{Chart, chart};
pub use diagram::{place, separate};
pub use theme::Theme;
pub use view::{Layout, View, draw};

#[cfg(any(feature = "png", feature = "pdf"))]
pub use fonts::chinese_face;
#[cfg(feature = "pdf")]
pub use pdf::pdf;
#[cfg(feature = "png")]
pub use raster::png;

use crate::graph::file::GraphFile;
use crate::ontology::Language;

/// How to draw.
#[derive(Debug, Clone)]
pub struct Options {
    /// Language of headings and labels; names stay as they are.
    pub language: Language,
    /// Title; the report's own where none is given.
    pub title: Option<String>,
    /// Most things shown; the weightiest are kept and the others counted at the foot.
    pub max_nodes: usize,
    /// Paper and ink.
    pub theme: Theme,
}

impl Default for Options {
    fn default() -> Self {
        Self { language: Language::Zh, title: None, max_nodes: 240, theme: Theme::Light }
    }
}

/// The graph as an SVG picture, at most 2400 px wide.
pub fn svg(graph: &GraphFile, options: &Options) -> String {
    page::draw(graph, options).svg(options)
}
