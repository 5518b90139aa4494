//! What can be typed for `draw`.

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, ValueEnum};
use tuzhi::draw;
use tuzhi::ontology::{Kind, RelationType};

use super::Certainty;

/// Options of `draw`.
#[derive(Debug, Args)]
pub struct Draw {
    /// A graph file
    pub graph: PathBuf,
    /// Where to write: a name that ends in .svg, .png or .pdf
    #[arg(short = 'o', long = "output", value_name = "FILE")]
    pub output: PathBuf,
    /// Show what lies around this thing: a name, another name, or a part of one
    #[arg(long, value_name = "NAME")]
    pub focus: Option<String>,
    /// Steps from the focus at most
    #[arg(long, value_name = "N", default_value_t = 2, value_parser = clap::value_parser!(u8).range(1..=9))]
    pub depth: u8,
    /// How things are put on the page; cards when not given, force with --focus
    #[arg(long, value_enum)]
    pub layout: Option<Layout>,
    /// Draw facts over the years instead: with a focus those of a region, or of what lies around a thing
    #[arg(long, value_enum, conflicts_with = "layout")]
    pub chart: Option<Chart>,
    /// Only things of these kinds
    #[arg(long, value_delimiter = ',', value_name = "KIND", value_parser = kinds())]
    pub kinds: Vec<Kind>,
    /// Only relations of these types
    #[arg(long, value_delimiter = ',', value_name = "TYPE", value_parser = relations())]
    pub relations: Vec<RelationType>,
    /// Paper and ink
    #[arg(long, value_enum, default_value_t = Theme::Screen)]
    pub theme: Theme,
    /// Most things shown, the weightiest; how many are left out is told on the picture. 150 when not
    /// given, in a timeline 60 projects, of indicators 12
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=20_000))]
    pub max_nodes: Option<u32>,
    /// Widest drawing by forces, in px: names that then find no room are left out and counted
    #[arg(long, value_name = "PX", default_value_t = 3000, value_parser = clap::value_parser!(u32).range(300..=20_000))]
    pub width: u32,
    /// Title; that of the report, or the focus, when not given
    #[arg(long, value_name = "TEXT")]
    pub title: Option<String>,
    /// Pixels of a PNG to the px of the picture
    #[arg(long, value_name = "X", default_value_t = 1.5)]
    pub scale: f32,
    #[command(flatten)]
    pub certainty: Certainty,
}

fn kinds() -> impl TypedValueParser<Value = Kind> {
    PossibleValuesParser::new(Kind::ALL.iter().map(|kind| kind.name())).try_map(|name| name.parse::<Kind>())
}

fn relations() -> impl TypedValueParser<Value = RelationType> {
    let names = RelationType::ALL.iter().map(|kind| kind.name());
    PossibleValuesParser::new(names).try_map(|name| name.parse::<RelationType>())
}

/// How things are put on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Layout {
    /// Boxes in panels, and lists of what hangs on the reporting region alone
    Cards,
    /// By forces: what is joined lies together
    Force,
    /// From the focus, or the only reporting region, to both sides
    Tree,
    /// Around the focus, or the only reporting region
    Radial,
    /// In the place where they lie, provinces to towns; nested, since no coordinates are known
    Map,
}

impl From<Layout> for draw::Layout {
    fn from(layout: Layout) -> Self {
        match layout {
            Layout::Cards => Self::Cards,
            Layout::Force => Self::Force,
            Layout::Tree => Self::Tree,
            Layout::Radial => Self::Radial,
            Layout::Map => Self::Map,
        }
    }
}

/// A chart of facts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Chart {
    /// Projects by stage (签约, 开工, 主体封顶, 竣工, 投产) and year
    Timeline,
    /// Figures of a region over the years: level and growth, planned and reached
    Indicators,
}

impl From<Chart> for draw::Chart {
    fn from(chart: Chart) -> Self {
        match chart {
            Chart::Timeline => Self::Timeline,
            Chart::Indicators => Self::Indicators,
        }
    }
}

/// Paper and ink.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Theme {
    /// Dark on light, panels on a grey ground
    Screen,
    /// Dark on white, no ground
    Print,
    /// Light on dark, for dark slides
    Dark,
}

impl From<Theme> for draw::Theme {
    fn from(theme: Theme) -> Self {
        match theme {
            Theme::Screen => Self::Light,
            Theme::Print => Self::Print,
            Theme::Dark => Self::Dark,
        }
    }
}
