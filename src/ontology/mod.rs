//! What the graph holds: kinds, relation types with their signatures, attributes, modality.
//!
//! The names are enums, so that a stage cannot invent one; labels, descriptions and
//! signatures are data (`ontology.toml`). A test holds the two together.

mod language;
mod table;

use std::fmt;
use std::str::FromStr;

pub use language::Language;
pub use table::{Description, describe_attribute, describe_kind, describe_relation};

macro_rules! names {
    ($(#[$doc:meta])* $name:ident { $($variant:ident = $text:literal, $about:literal;)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $(#[doc = $about] $variant,)+ }

        impl $name {
            /// All, in the order of the ontology.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The name in files.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $text,)+ }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(self.name())
            }
        }

        impl FromStr for $name {
            type Err = String;

            fn from_str(text: &str) -> Result<Self, String> {
                Self::ALL.iter().copied().find(|item| item.name() == text).ok_or_else(|| {
                    let known: Vec<_> = Self::ALL.iter().map(|item| item.name()).collect();
                    format!("“{text}” is not one of {}", known.join(", "))
                })
            }
        }
    };
}

names! {
    /// Entity kinds.
    Kind {
        Enterprise = "enterprise", "A company, brand or group named as an economic actor.";
        Town = "town", "A settlement below county level.";
        Project = "project", "A named investment, construction or R&D undertaking.";
        Program = "program", "A named policy, plan, campaign, reform, strategy or initiative.";
        Region = "region", "A county-level or higher division, or a named region.";
        Site = "site", "A named park, zone, scenic area, street, school, hospital, station, valley.";
        Organization = "organization", "A government or party body, congress, institution, committee.";
        Person = "person", "A named person.";
        Honor = "honor", "An award, rating, list or status.";
        Product = "product", "A named product, drug, brand of goods.";
        Event = "event", "A named fair, festival, meeting, competition.";
        Industry = "industry", "A sector named as such.";
    }
}

names! {
    /// Relation types, from head to tail.
    RelationType {
        LocatedIn = "located_in", "Lies in a town, region or site.";
        PartOf = "part_of", "Is a part of a larger thing of its sort.";
        Builds = "builds", "Invests in or builds a project.";
        Operates = "operates", "Runs a site.";
        CooperatesWith = "cooperates_with", "Has an agreement with; holds in both directions.";
        NegotiatesWith = "negotiates_with", "Talks with a firm.";
        SettlesIn = "settles_in", "Comes to a place.";
        Awarded = "awarded", "Holds, or is to win, an honor.";
        Produces = "produces", "Makes a product.";
        Supports = "supports", "Supports a firm, sector or project.";
        Implements = "implements", "Carries out a program or project.";
        Holds = "holds", "Holds or attends an event.";
        Leads = "leads", "Has an office in.";
        InIndustry = "in_industry", "Belongs to a sector.";
    }
}

names! {
    /// Attributes of facts.
    Attribute {
        Status = "status", "A stage of the closed list (签约 … 建成运营).";
        InvestmentCompleted = "investment_completed", "Money invested so far, 元.";
        InvestmentPlanned = "investment_planned", "Money to be invested, 元.";
        OutputValue = "output_value", "Output value, 元.";
        Area = "area", "Area, 平方米.";
        Length = "length", "Length, 米.";
        Capacity = "capacity", "Capacity, in the unit of the text.";
        Count = "count", "A number of things.";
        Growth = "growth", "Change against the year before, %, 百分点 or 倍.";
        Share = "share", "A part of a whole or a rate, %.";
        Amount = "amount", "Any other amount, 元 for money.";
    }
}

names! {
    /// How a statement stands to the world.
    Modality {
        Done = "done", "Has happened.";
        Ongoing = "ongoing", "Is happening.";
        Planned = "planned", "Is promised.";
    }
}

impl Modality {
    /// The label for people in Chinese.
    pub fn zh(self) -> &'static str {
        match self {
            Self::Done => "已完成",
            Self::Ongoing => "进行中",
            Self::Planned => "计划",
        }
    }
}

impl RelationType {
    /// Whether a relation of this type may run from `head` to `tail`.
    pub fn allows(self, head: Kind, tail: Kind) -> bool {
        describe_relation(self).allows(head, tail)
    }

    /// Whether it holds in both directions alike.
    pub fn is_symmetric(self) -> bool {
        self == Self::CooperatesWith
    }
}
