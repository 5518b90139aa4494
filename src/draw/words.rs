//! What the picture says of itself, in Chinese and English.

use super::Language;
use crate::ontology::{Kind, Modality, RelationType, describe_kind, describe_relation};

/// Label of a kind; `raw` where it is not one of ours.
pub fn kind(language: Language, kind: Option<Kind>, raw: &str) -> String {
    match (kind, language) {
        (Some(kind), Language::Zh) => describe_kind(kind).zh.clone(),
        (Some(kind), Language::En) => describe_kind(kind).en.clone(),
        (None, _) => raw.to_string(),
    }
}

/// Label of a relation type; `raw` where it is not one of ours.
pub fn relation(language: Language, raw: &str) -> String {
    match (raw.parse::<RelationType>(), language) {
        (Ok(kind), Language::Zh) => describe_relation(kind).zh.clone(),
        (Ok(kind), Language::En) => describe_relation(kind).en.clone(),
        (Err(_), _) => super::text::clean(raw),
    }
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

/// `zh` or `en`, whichever is asked for.
pub fn say<'a>(language: Language, zh: &'a str, en: &'a str) -> &'a str {
    match language {
        Language::Zh => zh,
        Language::En => en,
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
