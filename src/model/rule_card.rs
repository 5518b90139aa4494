//! What a rule does, in words for people.

/// A rule of extraction as it is explained, made from the tables that the rule works with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleCard {
    /// The id that mentions, relations and facts carry (`heads.enterprise`).
    pub id: String,
    /// What the rule does, in English.
    pub en: String,
    /// The same in Chinese.
    pub zh: String,
    /// The words of the text that make it look: heads, cues, closing nouns.
    pub words: Vec<String>,
    /// A sentence in which it finds something.
    pub example: Option<String>,
}
