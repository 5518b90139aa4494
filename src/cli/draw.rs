//! `tuzhi draw`: a picture of a graph, of a part of it, or of its figures.

use std::path::Path;

use tuzhi::draw::{self, Options, View};
use tuzhi::error::{Error, Result, Said};
use tuzhi::graph::Snapshot;

use super::args::{Draw, DrawLayout};
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
    let how = Options {
        language: output::language(screen.language()),
        title: options.title.clone(),
        max_nodes: options.max_nodes as usize,
        theme: options.theme.into(),
    };
    let svg = draw::draw(&graph.into_file(), &view, &how)?;
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
        let missing = match format {
            Self::Png if cfg!(not(feature = "png")) => "png",
            Self::Pdf => "pdf",
            _ => return Ok(format),
        };
        Err(Error::Draw(Said::new(
            format!("this tuzhi was built without {missing}; cargo install tuzhi --features {missing}, or write .svg"),
            format!("这个 tuzhi 编译时没有带 {missing}；cargo install tuzhi --features {missing} 会带上，或写成 .svg"),
        )))
    }

    fn write(self, svg: &str, options: &Draw) -> Result<()> {
        match self {
            Self::Svg => output::bytes(&options.output, svg.as_bytes()),
            #[cfg(feature = "png")]
            Self::Png => draw::png(svg, options.scale).and_then(|png| output::bytes(&options.output, &png)),
            #[cfg(not(feature = "png"))]
            Self::Png => Ok(()),
            Self::Pdf => Ok(()),
        }
    }
}
