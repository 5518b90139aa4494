//! Marks of charts: the stage by shape, what is done, under way or promised by how they are filled.

use crate::draw::Language;
use crate::draw::scene::Scene;
use crate::draw::theme::{Colour, Theme};
use crate::ontology::Modality;

/// A mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark {
    /// 签约.
    Signed,
    /// 开工.
    Begun,
    /// 在建.
    Underway,
    /// 主体封顶.
    ToppedOut,
    /// 竣工.
    Completed,
    /// 投产, 投入使用, 建成运营.
    InUse,
    /// A figure.
    Dot,
    /// A bar of growth.
    Growth,
    /// A figure that is planned for a bar.
    Plan,
    /// A bar: how it is filled, whatever the stage.
    Bar,
    /// A lesser figure.
    Speck,
}

impl Mark {
    /// The stages in their order.
    pub const STAGES: [Self; 6] =
        [Self::Signed, Self::Begun, Self::Underway, Self::ToppedOut, Self::Completed, Self::InUse];

    /// The stage that a status of the closed list belongs to.
    pub fn of_status(status: &str) -> Option<Self> {
        match status {
            "签约" => Some(Self::Signed),
            "开工" => Some(Self::Begun),
            "在建" => Some(Self::Underway),
            "主体封顶" => Some(Self::ToppedOut),
            "竣工" => Some(Self::Completed),
            "投产" | "投入使用" | "建成运营" => Some(Self::InUse),
            _ => None,
        }
    }

    /// What it is called.
    pub fn label(self, language: Language) -> &'static str {
        let (zh, en) = match self {
            Self::Signed => ("签约", "signed"),
            Self::Begun => ("开工", "begun"),
            Self::Underway => ("在建", "under construction"),
            Self::ToppedOut => ("主体封顶", "topped out"),
            Self::Completed => ("竣工", "completed"),
            Self::InUse => ("投产、投用", "in operation"),
            Self::Dot | Self::Growth | Self::Plan | Self::Bar | Self::Speck => ("数值", "figure"),
        };
        if language == Language::Zh { zh } else { en }
    }

    /// Its outline in a square of 16.
    pub fn path(self) -> &'static str {
        match self {
            Self::Signed | Self::Dot => "M8 2.2A5.8 5.8 0 1 1 8 13.8A5.8 5.8 0 1 1 8 2.2Z",
            Self::Begun => "M2.6 1.8 13.8 8 2.6 14.2Z",
            Self::Underway => "M5.8 1.8H10.2V5.8H14.2V10.2H10.2V14.2H5.8V10.2H1.8V5.8H5.8Z",
            Self::Plan => "M8 1.2 14.8 8 8 14.8 1.2 8Z",
            Self::Bar => "M.8 4.4H15.2V11.6H.8Z",
            Self::ToppedOut => "M8 1.4 14.4 7.2V14H1.6V7.2Z",
            Self::Completed | Self::Growth => "M2.4 2.4H13.6V13.6H2.4Z",
            Self::InUse => "M8 .6 10.3 5.6 15.7 6.2 11.7 9.9 12.8 15.3 8 12.6 3.2 15.3 4.3 9.9.3 6.2 5.7 5.6Z",
            Self::Speck => "M8 5.2A2.8 2.8 0 1 1 8 10.8A2.8 2.8 0 1 1 8 5.2Z",
        }
    }
}

/// Draws a mark with its middle at a place: filled where it is done, pale where it is under way, hollow
/// where it is promised.
pub fn draw_mark(
    scene: &mut Scene,
    theme: Theme,
    (mark, modality): (Mark, Modality),
    (x, y): (f64, f64),
    (side, colour): (f64, Colour),
) {
    let fill = match modality {
        Modality::Done => colour,
        Modality::Ongoing => colour.towards(theme.panel(), 0.6),
        Modality::Planned => theme.panel(),
    };
    scene.outlined(mark.path(), (x - side / 2.0, y - side / 2.0), side, (fill, colour));
}
