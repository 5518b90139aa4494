//! What the picture says of itself, in Chinese and English.

use super::Language;
use crate::error::Said;
use crate::ontology::{Kind, Modality, RelationType};

/// Label of a kind; `raw` where it is not one of ours.
pub fn kind(language: Language, kind: Option<Kind>, raw: &str) -> String {
    kind.map_or(raw, |kind| language.kind(kind)).to_string()
}

/// Label of a relation type; `raw` where it is not one of ours.
pub fn relation(language: Language, raw: &str) -> String {
    raw.parse::<RelationType>().map_or_else(|_| super::text::clean(raw), |kind| language.relation(kind).to_string())
}

/// Label of a modality.
pub fn modality(language: Language, modality: Modality) -> &'static str {
    match (language, modality) {
        (Language::Zh, modality) => modality.zh(),
        (Language::En, Modality::Done) => "done",
        (Language::En, Modality::Ongoing) => "under way",
        (Language::En, Modality::Planned) => "planned",
    }
}

/// What a picture says at its foot: what is folded, and what is left out.
pub struct Notes {
    language: Language,
    lines: Vec<String>,
}

impl Notes {
    /// None so far.
    pub fn new(language: Language) -> Self {
        Self { language, lines: Vec::new() }
    }

    /// Adds one.
    pub fn say(&mut self, said: &Said) {
        self.lines.push(self.language.said(said).to_string());
    }

    /// Adds one that speaks of `count` things, if there are any.
    pub fn count(&mut self, count: usize, said: &Said) {
        if count > 0 {
            self.say(said);
        }
    }

    /// All in a row; empty where there are none.
    pub fn joined(&self) -> String {
        self.lines.join(self.language.of("；", "; "))
    }
}

/// `count` with its noun: `28 项`, `28 items`.
pub fn items(language: Language, count: usize) -> String {
    match language {
        Language::Zh => format!("{count} 项"),
        Language::En if count == 1 => "1 item".to_string(),
        Language::En => format!("{count} items"),
    }
}

/// `另 28 项`, `28 more`.
pub fn more(language: Language, count: usize) -> String {
    match language {
        Language::Zh => format!("另 {count} 项"),
        Language::En => format!("{count} more"),
    }
}

/// Period as people write it: `2016–2020 年`.
pub fn years(language: Language, period: &str) -> String {
    let period = super::text::clean(period).replace('-', "–");
    match language {
        Language::Zh => format!("{period} 年"),
        Language::En => period,
    }
}
