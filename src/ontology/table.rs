//! Labels, descriptions and signatures out of `ontology.toml`.

use std::sync::LazyLock;

use serde::Deserialize;

use super::{Attribute, Kind, RelationType};

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    // A build whose own table does not parse is broken beyond use; a test reads it first.
    toml::from_str(include_str!("ontology.toml")).unwrap_or_else(|error| panic!("src/ontology/ontology.toml: {error}"))
});

#[derive(Deserialize)]
struct Table {
    kind: Vec<Description>,
    relation: Vec<Description>,
    attribute: Vec<Description>,
}

/// A row of the ontology.
#[derive(Debug, Clone, Deserialize)]
pub struct Description {
    /// The name in files.
    pub name: String,
    /// Chinese label.
    pub zh: String,
    /// English label.
    pub en: String,
    /// One line on what it is, in English.
    pub about: String,
    /// The same in Chinese.
    pub about_zh: String,
    /// An invented name (kinds), or a sentence that says so (relations, attributes).
    pub example: String,
    /// Kinds that may be the head, `*` for any (relations).
    #[serde(default)]
    pub head: Vec<String>,
    /// Kinds that may be the tail (relations).
    #[serde(default)]
    pub tail: Vec<String>,
    /// `head→tail` pairs, where heads and tails do not combine freely (relations).
    #[serde(default)]
    pub pairs: Vec<String>,
    /// Whether it holds in both directions (relations).
    #[serde(default)]
    pub symmetric: bool,
    /// The closed list of values (attributes).
    #[serde(default)]
    pub values: Vec<String>,
    /// The base unit (attributes).
    #[serde(default)]
    pub unit: Option<String>,
}

impl Description {
    /// Whether the signature allows `head` and `tail`.
    pub fn allows(&self, head: Kind, tail: Kind) -> bool {
        if !self.pairs.is_empty() {
            return self
                .pairs
                .iter()
                .any(|pair| pair.split_once('→').is_some_and(|(h, t)| h == head.name() && t == tail.name()));
        }
        let fits = |list: &[String], kind: Kind| list.iter().any(|item| item == "*" || item == kind.name());
        fits(&self.head, head) && fits(&self.tail, tail)
    }
}

/// The row of a kind.
pub fn describe_kind(kind: Kind) -> &'static Description {
    &TABLE.kind[kind as usize]
}

/// The row of a relation type.
pub fn describe_relation(kind: RelationType) -> &'static Description {
    &TABLE.relation[kind as usize]
}

/// The row of an attribute.
pub fn describe_attribute(attribute: Attribute) -> &'static Description {
    &TABLE.attribute[attribute as usize]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn table_and_enums_name_the_same_things_in_the_same_order() {
        let names = |rows: &[Description]| rows.iter().map(|row| row.name.clone()).collect::<Vec<_>>();
        assert_eq!(names(&TABLE.kind), Kind::ALL.iter().map(|k| k.name()).collect::<Vec<_>>());
        assert_eq!(names(&TABLE.relation), RelationType::ALL.iter().map(|k| k.name()).collect::<Vec<_>>());
        assert_eq!(names(&TABLE.attribute), Attribute::ALL.iter().map(|k| k.name()).collect::<Vec<_>>());
    }

    #[test]
    fn signatures_name_known_kinds() {
        for row in &TABLE.relation {
            let pairs = row.pairs.iter().flat_map(|pair| pair.split('→').map(str::to_string));
            for kind in row.head.iter().chain(&row.tail).cloned().chain(pairs) {
                assert!(kind == "*" || kind.parse::<Kind>().is_ok(), "{}: {kind}", row.name);
            }
        }
        assert!(RelationType::PartOf.allows(Kind::Town, Kind::Region));
        assert!(!RelationType::PartOf.allows(Kind::Region, Kind::Town));
    }
}
