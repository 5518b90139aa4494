//! Facts as short words: tags beside a thing, key figures of a region.

use super::Language;
use super::text;
use crate::graph::file::{FactRow, NodeRow, ValueRow};
use crate::ontology::{Attribute, Modality, describe_attribute};

/// Most tags from facts beside one thing.
const MOST: usize = 3;

/// A fact as a few words.
#[derive(Debug, Clone, PartialEq)]
pub struct Tag {
    /// The words.
    pub words: String,
    /// Whether it is a status (else a figure).
    pub status: bool,
    /// Whether it is money put into something.
    pub money: bool,
    /// Done, under way or promised.
    pub modality: Modality,
}

/// A headline figure of a region.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// Name of the series.
    pub name: String,
    /// The figure.
    pub value: String,
    /// Its change, where both are known.
    pub change: Option<String>,
}

/// The tags of a thing: its furthest status, then money, then sizes.
pub fn tags(node: &NodeRow, language: Language) -> Vec<Tag> {
    let mut ranked: Vec<(usize, &FactRow)> = node
        .facts
        .iter()
        .filter(|fact| fact.indicator.is_none() && (fact.attribute != "status" || is_status(&fact.value)))
        .filter_map(|fact| rank(&fact.attribute).map(|rank| (rank, fact)))
        .collect();
    // The surest word on a matter comes first: done before promised, later before earlier.
    ranked.sort_by(|(a, x), (b, y)| {
        a.cmp(b).then(modality(&x.modality).cmp(&modality(&y.modality))).then(y.period.cmp(&x.period))
    });
    let mut tags: Vec<Tag> = Vec::new();
    let mut last = usize::MAX;
    for (rank, fact) in ranked {
        if rank == last || tags.len() >= MOST {
            continue;
        }
        last = rank;
        let status = fact.attribute == "status";
        let label = if status { "" } else { short_label(&fact.attribute, language) };
        let words = text::elide(&format!("{label}{}", value(fact, language)), 1.0, 15.0);
        let money = fact.attribute.starts_with("investment");
        tags.push(Tag { words, status, money, modality: modality(&fact.modality) });
    }
    tags
}

/// Whether it is a status of the closed list; other words are too long for a tag.
fn is_status(value: &ValueRow) -> bool {
    let known = &describe_attribute(Attribute::Status).values;
    matches!(value, ValueRow::Text(words) if known.contains(words))
}

fn rank(attribute: &str) -> Option<usize> {
    ["status", "investment_planned", "investment_completed", "output_value", "area", "length", "capacity", "amount"]
        .iter()
        .position(|name| *name == attribute)
}

fn short_label(attribute: &str, language: Language) -> &'static str {
    match (attribute, language) {
        ("investment_planned", Language::Zh) => "投资 ",
        ("investment_completed", Language::Zh) => "已投 ",
        ("output_value", Language::Zh) => "产值 ",
        ("investment_planned", Language::En) => "invest ",
        ("investment_completed", Language::En) => "invested ",
        ("output_value", Language::En) => "output ",
        _ => "",
    }
}

/// The modality in a row; what is not one of ours counts as done.
pub fn modality(name: &str) -> Modality {
    name.parse().unwrap_or(Modality::Done)
}

/// The headline figures of a region, in the order of the text, at most `most`.
pub fn headlines(node: &NodeRow, language: Language, most: usize) -> Vec<Figure> {
    let mut rows: Vec<&FactRow> = node
        .facts
        .iter()
        .filter(|fact| fact.indicator.is_some() && modality(&fact.modality) == Modality::Done)
        .filter(|fact| matches!(fact.attribute.as_str(), "amount" | "growth" | "output_value"))
        .collect();
    rows.sort_by_key(|fact| fact.evidence.iter().map(|e| (e.document.clone(), e.start)).min());
    let mut figures: Vec<(&str, Option<&FactRow>, Option<&FactRow>)> = Vec::new();
    for fact in rows {
        let name = fact.indicator.as_deref().unwrap_or_default();
        let at = figures.iter().position(|(known, ..)| *known == name).unwrap_or_else(|| {
            figures.push((name, None, None));
            figures.len() - 1
        });
        let slot = if fact.attribute == "growth" { &mut figures[at].2 } else { &mut figures[at].1 };
        slot.get_or_insert(fact);
    }
    let figures = figures.into_iter().take(most).map(|(name, level, change)| {
        let rise = change.map(|fact| rise(fact, language));
        match level {
            Some(level) => Figure { name: text::clean(name), value: value(level, language), change: rise },
            None => Figure { name: text::clean(name), value: rise.unwrap_or_default(), change: None },
        }
    });
    figures.collect()
}

fn rise(fact: &FactRow, language: Language) -> String {
    let sign = matches!(&fact.value, ValueRow::Number(number) if *number > 0.0);
    format!("{}{}", if sign { "+" } else { "" }, value(fact, language))
}

/// The value of a fact with its unit, scaled as people write it.
pub fn value(fact: &FactRow, language: Language) -> String {
    let unit = fact.unit.as_deref().map(text::clean).unwrap_or_default();
    let words = match &fact.value {
        ValueRow::Text(words) => return format!("{}{unit}", text::clean(words)),
        ValueRow::Number(number) => scaled(*number, &unit, language),
    };
    let bound = match (fact.bound.as_deref(), language) {
        (Some("at_least"), _) => "≥",
        (Some("at_most"), _) => "≤",
        (Some("about"), Language::Zh) => "约",
        (Some("about"), Language::En) => "~",
        _ => "",
    };
    format!("{bound}{words}")
}

/// A number with its unit, scaled as people write it.
pub fn scaled(number: f64, unit: &str, language: Language) -> String {
    let size = number.abs();
    let zh = language == Language::Zh;
    match unit {
        "平方米" if size >= 1e7 => format!("{}{}", short(number / 1e6), language.of("平方公里", " km²")),
        "米" if size >= 1e3 => format!("{}{}", short(number / 1e3), language.of("公里", " km")),
        "元" if !zh && size >= 1e9 => format!("¥{} bn", short(number / 1e9)),
        "元" if !zh && size >= 1e6 => format!("¥{} m", short(number / 1e6)),
        "元" if !zh => format!("¥{}", short(number)),
        "平方米" if !zh => format!("{} m²", short(number)),
        "米" if !zh => format!("{} m", short(number)),
        _ if size >= 1e8 => format!("{}亿{unit}", short(number / 1e8)),
        _ if size >= 1e4 => format!("{}万{unit}", short(number / 1e4)),
        _ => format!("{}{unit}", short(number)),
    }
}

/// At most four digits that count.
fn short(number: f64) -> String {
    let places = if number.abs() >= 1000.0 {
        0
    } else if number.abs() >= 100.0 {
        1
    } else {
        2
    };
    let words = format!("{number:.places$}");
    if words.contains('.') { words.trim_end_matches('0').trim_end_matches('.').to_string() } else { words }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_written_as_people_write_them() {
        let zh = |number, unit| scaled(number, unit, Language::Zh);
        assert_eq!(zh(650_000_000.0, "元"), "6.5亿元");
        assert_eq!(zh(60_000.0, "平方米"), "6万平方米");
        assert_eq!(zh(12_345.0, "米"), "12.35公里");
        assert_eq!(zh(504_300_000_000.0, "元"), "5043亿元");
        assert_eq!(zh(0.3, "%"), "0.3%");
        assert_eq!(scaled(650_000_000.0, "元", Language::En), "¥650 m");
    }
}
