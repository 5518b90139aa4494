//! The languages that labels for people come in.

use std::fmt;
use std::str::FromStr;

use crate::error::Said;

use super::{Attribute, Kind, Modality, RelationType, describe_attribute, describe_kind, describe_relation};

/// A language of labels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Language {
    /// Chinese.
    Zh,
    /// English.
    En,
}

impl Language {
    /// All.
    pub const ALL: &'static [Self] = &[Self::Zh, Self::En];

    /// Its name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Zh => "zh",
            Self::En => "en",
        }
    }

    /// The label of a kind.
    pub fn kind(self, kind: Kind) -> &'static str {
        let row = describe_kind(kind);
        self.of(&row.zh, &row.en)
    }

    /// The label of a relation type.
    pub fn relation(self, relation: RelationType) -> &'static str {
        let row = describe_relation(relation);
        self.of(&row.zh, &row.en)
    }

    /// The label of an attribute.
    pub fn attribute(self, attribute: Attribute) -> &'static str {
        let row = describe_attribute(attribute);
        self.of(&row.zh, &row.en)
    }

    /// The label of a modality.
    pub fn modality(self, modality: Modality) -> &'static str {
        self.of(modality.zh(), modality.name())
    }

    /// The one of two texts that is in this language.
    pub fn of<'a>(self, zh: &'a str, en: &'a str) -> &'a str {
        match self {
            Self::Zh => zh,
            Self::En => en,
        }
    }

    /// A message in this language.
    pub fn said(self, said: &Said) -> &str {
        self.of(said.chinese(), said.english())
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl FromStr for Language {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        Self::ALL
            .iter()
            .copied()
            .find(|language| language.name() == text)
            .ok_or_else(|| format!("“{text}” is not one of zh, en"))
    }
}
