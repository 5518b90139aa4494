//! `tuzhi draw`: a picture of a graph, of a part of it, or of its figures.

use std::path::Path;

use tuzhi::draw::{self, Options, View};
use tuzhi::error::{Error, Result, Said};
use tuzhi::graph::Snapshot;

use super::args::{Chart, Draw, DrawLayout};
use super::meant::Meant;
use super::screen::Screen;
use super::{Done, output};

/// Draws what was asked for into the file that was named.
pub fn run(options: &Draw, screen: &Screen) -> Result<Done> {
    let format = Format::of(&options.output)?;
    let graph = options.certainty.of(super::graph(&options.graph)?);
    let focus = match &options.focus {
        Some(name) => {
            let names = Snapshot::of(&options.graph.display().to_string(), &graph);
            let meant = Meant { graph: &names, least: None, screen };
            Some(names.id(meant.one(name)?).to_string())
        }
        None => None,
    };
    let layout = options.layout.unwrap_or(if focus.is_some() { DrawLayout::Force } else { DrawLayout::Cards });
    let view = View {
        layout: layout.into(),
        focus,
        depth: usize::from(options.depth),
        kinds: options.kinds.clone(),
        relations: options.relations.clone(),
        width: f64::from(options.width),
    };
    let most = match options.chart {
        None => 150,
        Some(Chart::Timeline) => 60,
        Some(Chart::Indicators) => 12,
    };
    let how = Options {
        language: screen.language(),
        title: options.title.clone(),
        max_nodes: options.max_nodes.map_or(most, |most| most as usize),
        theme: options.theme.into(),
    };
    let graph = graph.into_file();
    let svg = match options.chart {
        Some(chart) => draw::chart(&graph, chart.into(), &view, &how)?,
        None => draw::draw(&graph, &view, &how)?,
    };
    format.write(&svg, options)?;
    screen.print(&format!("{}\n", options.output.display()))?;
    Ok(Done::All)
}

/// The file formats of pictures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Format {
    Svg,
    Png,
    Pdf,
}

impl Format {
    /// The one that the name of a file asks for.
    fn of(path: &Path) -> Result<Self> {
        let extension = path.extension().map(|text| text.to_string_lossy().to_lowercase());
        let format = match extension.as_deref() {
            Some("svg") => Self::Svg,
            Some("png") => Self::Png,
            Some("pdf") => Self::Pdf,
            _ => {
                let path = path.display();
                return Err(Error::Draw(Said::new(
                    format!("{path} is no picture that can be written; name it .svg, .png or .pdf"),
                    format!("{path} 不是能写的图片；文件名请以 .svg、.png 或 .pdf 结尾"),
                )));
            }
        };
        match format {
            Self::Png if cfg!(not(feature = "png")) => Err(format.missing()),
            Self::Pdf if cfg!(not(feature = "pdf")) => Err(format.missing()),
            _ => Ok(format),
        }
    }

    /// What to say where this tuzhi cannot write it.
    fn missing(self) -> Error {
        let feature = if self == Self::Png { "png" } else { "pdf" };
        Error::Draw(Said::new(
            format!("this tuzhi was built without {feature}; cargo install tuzhi --features {feature}, or write .svg"),
            format!("这个 tuzhi 编译时没有带 {feature}；cargo install tuzhi --features {feature} 会带上，或写成 .svg"),
        ))
    }

    /// The picture as a file of this format.
    fn write(self, svg: &str, options: &Draw) -> Result<()> {
        let bytes = match self {
            Self::Svg => svg.as_bytes().to_vec(),
            #[cfg(feature = "png")]
            Self::Png => draw::png(svg, options.scale)?,
            #[cfg(feature = "pdf")]
            Self::Pdf => draw::pdf(svg)?,
            #[cfg(not(all(feature = "png", feature = "pdf")))]
            other => return Err(other.missing()),
        };
        output::bytes(&options.output, &bytes)
    }
}
