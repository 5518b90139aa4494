//! Labels and edge types of property graphs, in Chinese or English.

use std::borrow::Cow;

use super::shape::Class;
use crate::ontology::{Kind, Language, RelationType};

/// What nodes and edges are called in a property graph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Labels {
    language: Language,
}

impl Labels {
    /// Those of a language.
    pub fn new(language: Language) -> Self {
        Self { language }
    }

    /// Label of every node of a sort.
    pub fn class(self, class: Class) -> &'static str {
        let zh = match class {
            Class::Document => "报告",
            Class::Entity => "实体",
            Class::Fact => "事实",
        };
        self.language.of(zh, class.name())
    }

    /// Type of the edge from an entity to a fact.
    pub fn has_fact(self) -> &'static str {
        self.language.of("有事实", "HAS_FACT")
    }

    /// Type of the edge from an entity to a report that names it.
    pub fn named_in(self) -> &'static str {
        self.language.of("见于", "NAMED_IN")
    }

    /// Label of a kind by its name in files: `Enterprise`, 企业.
    pub fn kind(self, name: &str) -> Cow<'static, str> {
        match (name.parse::<Kind>(), self.language) {
            (Ok(kind), Language::Zh) => Cow::Borrowed(Language::Zh.kind(kind)),
            _ => Cow::Owned(capital(name)),
        }
    }

    /// Edge type of a relation by its name in files: `LOCATED_IN`, 位于.
    pub fn relation(self, name: &str) -> Cow<'static, str> {
        match (name.parse::<RelationType>(), self.language) {
            (Ok(relation), Language::Zh) => Cow::Borrowed(Language::Zh.relation(relation)),
            _ => Cow::Owned(name.to_uppercase()),
        }
    }

    /// A relation as people read it: `located in`, 位于.
    pub fn shown(self, name: &str) -> &str {
        name.parse::<RelationType>().map_or(name, |relation| self.language.relation(relation))
    }
}

fn capital(name: &str) -> String {
    let mut characters = name.chars();
    characters.next().map_or(String::new(), |first| first.to_uppercase().chain(characters).collect())
}
