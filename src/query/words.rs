//! Labels and values as people read them.

use super::cite::Statement;
use crate::graph::file::ValueRow;
use crate::ontology::{Attribute, Kind, Language, Modality, RelationType};

/// The label of a kind; its name where the ontology has none.
pub fn kind(name: &str, language: Language) -> &str {
    name.parse::<Kind>().map_or(name, |kind| language.kind(kind))
}

/// The label of a relation type.
pub fn relation(name: &str, language: Language) -> &str {
    name.parse::<RelationType>().map_or(name, |relation| language.relation(relation))
}

/// The label of an attribute.
pub fn attribute(name: &str, language: Language) -> &str {
    name.parse::<Attribute>().map_or(name, |attribute| language.attribute(attribute))
}

/// The label of a modality.
pub fn modality(name: &str, language: Language) -> &str {
    name.parse::<Modality>().map_or(name, |modality| language.modality(modality))
}

/// What a fact is about, and its value as people write it (`≥ 3.2亿元`).
pub fn shown(fact: &Statement, language: Language) -> (String, String) {
    let label = attribute(&fact.attribute, language);
    let label = fact.indicator.as_deref().map_or(label.to_string(), |series| format!("{series} {label}"));
    (label, valued(&fact.value, fact.unit.as_deref(), fact.bound.as_deref()))
}

/// A value with its unit and bound.
fn valued(value: &ValueRow, unit: Option<&str>, bound: Option<&str>) -> String {
    let unit = unit.unwrap_or("");
    let value = match value {
        ValueRow::Text(text) => format!("{text}{unit}"),
        ValueRow::Number(number) => amount(*number, unit),
    };
    format!("{}{value}", sign(bound))
}

/// What stands before a bounded value.
pub fn sign(bound: Option<&str>) -> &'static str {
    match bound {
        Some("at_least") => "≥ ",
        Some("at_most") => "≤ ",
        Some("about") => "≈ ",
        _ => "",
    }
}

/// A number as people write it: 亿 and 万 from ten thousand on, no trailing zeros.
pub fn amount(number: f64, unit: &str) -> String {
    let (scaled, scale) = match number.abs() {
        size if size >= 1e8 => (number / 1e8, "亿"),
        size if size >= 1e4 => (number / 1e4, "万"),
        _ => (number, ""),
    };
    format!("{}{scale}{unit}", digits(scaled, 4))
}

/// A number with at most so many digits behind the point, without trailing zeros.
pub fn digits(number: f64, most: usize) -> String {
    let digits = format!("{number:.most$}");
    if digits.contains('.') { digits.trim_end_matches('0').trim_end_matches('.').into() } else { digits }
}

/// How a name was met, in words.
pub fn way(name: &str, language: Language) -> &str {
    match name {
        "id" => language.of("编号", name),
        "name" => language.of("名称", name),
        "alias" => language.of("别名", name),
        "start" => language.of("开头", name),
        "part" => language.of("部分", name),
        "pinyin" => language.of("拼音", name),
        "pinyin_start" => language.of("拼音开头", "pinyin of the start"),
        "pinyin_part" => language.of("拼音部分", "pinyin of a part"),
        "within" => language.of("包含", "within the words"),
        "near" => language.of("相近", name),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_scaled_as_people_write_them() {
        let cases = [
            (320_000_000.0, "元", "3.2亿元"),
            (52_000.0, "平方米", "5.2万平方米"),
            (6.5, "%", "6.5%"),
            (-3.0, "", "-3"),
        ];
        for (number, unit, expected) in cases {
            assert_eq!(amount(number, unit), expected);
        }
    }
}
