//! A name that was looked at and not taken.

use super::Mention;

/// A name that a finder met and that is no mention, and why not.
#[derive(Debug, Clone, PartialEq)]
pub struct Rejection {
    /// The mention as it would have been.
    pub mention: Mention,
    /// What decided against it.
    pub against: Against,
}

/// What decided against a name.
#[derive(Debug, Clone, PartialEq)]
pub enum Against {
    /// A check of the finder, in words.
    Check(Saying),
    /// Another mention stands where it stands, longer or surer.
    Overlap(Mention),
}

/// A phrase for people, in both languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Saying {
    /// In English.
    pub en: &'static str,
    /// In Chinese.
    pub zh: &'static str,
}
