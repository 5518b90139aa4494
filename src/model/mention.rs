//! A place in the text that names something.

use super::Span;
use crate::ontology::Kind;

/// A span of the clean text that names an entity.
#[derive(Debug, Clone, PartialEq)]
pub struct Mention {
    /// Where it stands.
    pub span: Span,
    /// What it names.
    pub kind: Kind,
    /// The name, where it is not the words of the span: a member of a coordination
    /// (`16号线` in `地铁14、16号线` is `地铁16号线`), an enclosing quote taken off.
    pub name: Option<String>,
    /// The rule, list or cue that found it (`heads.enterprise.药业`).
    pub rule: String,
    /// How sure, 0 to 1.
    pub confidence: f32,
}

impl Mention {
    /// The name it gives: [`Mention::name`] or the words of `text` it covers.
    pub fn name<'a>(&'a self, text: &'a str) -> &'a str {
        self.name.as_deref().unwrap_or_else(|| self.span.of(text))
    }
}
