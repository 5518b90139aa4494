//! Charts of facts over the years: projects by stage, figures of a region.

mod indicators;
mod marks;
mod series;
mod timeline;

use super::network::{Filter, Network};
use super::page::Picture;
use super::{Options, View};
use crate::error::{Error, Result, said};
use crate::graph::file::GraphFile;

pub use marks::{Mark, draw_mark};

/// A chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Chart {
    /// What was signed, begun, topped out, completed, put to use, by year.
    Timeline,
    /// The figures of a region over the years, each in a panel of its own.
    Indicators,
}

/// A chart as an SVG picture. The focus of the view is the region whose figures are shown, or the
/// thing around which projects are looked for.
///
/// # Errors
/// When the focus is not in the graph, is needed and not given, or there is nothing to show.
pub fn chart(graph: &GraphFile, chart: Chart, view: &View, options: &Options) -> Result<String> {
    picture(graph, chart, view, options).map(|picture| picture.svg(options))
}

/// A chart as a scene.
pub fn picture(graph: &GraphFile, chart: Chart, view: &View, options: &Options) -> Result<Picture> {
    let filter = Filter { kinds: &view.kinds, relations: &view.relations, open: view.focus.as_deref() };
    let network = Network::new(graph, options.language, &filter);
    let focus = match &view.focus {
        Some(id) => Some(network.position(id)?),
        None => None,
    };
    match chart {
        Chart::Timeline => timeline::draw(graph, &network, focus, view, options),
        Chart::Indicators => {
            let only = || match network.hubs[..] {
                [hub] => Some(hub),
                _ => None,
            };
            let region = focus.or_else(only).ok_or_else(|| {
                Error::Draw(said!(
                    "figures are those of one region, and this graph has several; name one with --focus",
                    "指标是一个地区的，而这个图谱不只一个地区；请用 --focus 指定"
                ))
            })?;
            indicators::draw(graph, &network, region, options)
        }
    }
}
