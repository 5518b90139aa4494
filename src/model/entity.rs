//! Something of the world that a report names.

use std::fmt;

use super::Span;
use crate::ontology::Kind;

/// An entity of one report: all mentions of one thing.
#[derive(Debug, Clone, PartialEq)]
pub struct Entity {
    /// What it is.
    pub kind: Kind,
    /// Canonical name: the fullest form seen.
    pub name: String,
    /// Other names seen, sorted, without the canonical one.
    pub aliases: Vec<String>,
    /// Where it is named, in the order of the text.
    pub mentions: Vec<Span>,
    /// Official division code: six digits down to counties, nine for towns.
    pub code: Option<String>,
    /// Level of a region or town.
    pub level: Option<Level>,
    /// Division code within which the name is unique; `None` for names that mean the
    /// same everywhere (国药集团, 乡村振兴战略).
    pub scope: Option<String>,
    /// The rule that found its first mention.
    pub rule: String,
    /// How sure, 0 to 1.
    pub confidence: f32,
    /// Why its names were merged, a line each (`万通 → 万通药业: short form before 药业`).
    pub reasons: Vec<String>,
}

impl Entity {
    /// The id in the graph: kind, canonical name and scope, `site:民主小学@220502`.
    pub fn id(&self) -> String {
        match &self.scope {
            Some(scope) => format!("{}:{}@{scope}", self.kind, self.name),
            None => format!("{}:{}", self.kind, self.name),
        }
    }
}

/// Level of an administrative division or settlement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// The country, or what lies above provinces.
    Country,
    /// 省, 自治区, 直辖市.
    Province,
    /// 地级市, 自治州, 盟.
    City,
    /// 县, 区, 县级市, 旗.
    County,
    /// 镇, 乡, 街道.
    Town,
    /// 村, 社区.
    Village,
    /// A named region that is no division (东北), a 新城.
    Area,
}

impl Level {
    /// Its name in files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Country => "country",
            Self::Province => "province",
            Self::City => "city",
            Self::County => "county",
            Self::Town => "town",
            Self::Village => "village",
            Self::Area => "area",
        }
    }
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
