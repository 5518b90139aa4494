//! A dated value of an entity.

use super::{Period, Span};
use crate::ontology::{Attribute, Modality};

/// A value that a sentence gives to an entity.
#[derive(Debug, Clone, PartialEq)]
pub struct Fact {
    /// Index of the bearer.
    pub entity: usize,
    /// Which value.
    pub attribute: Attribute,
    /// The value in base units (元, 平方米, 米; others as written).
    pub value: Value,
    /// Unit of the value; `None` for words and ratios.
    pub unit: Option<String>,
    /// Whether the number is exact or a bound.
    pub bound: Bound,
    /// The words of the text that give the value (`完成投资32亿元`).
    pub raw: String,
    /// The series that a figure of a region belongs to (`地区生产总值`).
    pub indicator: Option<String>,
    /// Done, ongoing or planned.
    pub modality: Modality,
    /// The years the sentence speaks of.
    pub period: Option<Period>,
    /// The rule that found it.
    pub rule: String,
    /// How sure, 0 to 1.
    pub confidence: f32,
    /// The sentence, or the clause, that says so.
    pub evidence: Span,
}

/// A number or words.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// A number in the fact's unit.
    Number(f64),
    /// A status of the closed list, a range (`7-8`) or a ratio (`1:16:83`).
    Text(String),
}

/// How a number stands to the truth.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Bound {
    /// As given.
    Exact,
    /// 以上, 超, 余, 不低于, 突破.
    AtLeast,
    /// 以下, 以内, 不超过.
    AtMost,
    /// 左右, 近, 约.
    About,
}

impl Bound {
    /// Its name in files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::AtLeast => "at_least",
            Self::AtMost => "at_most",
            Self::About => "about",
        }
    }
}
