//! A list of names that says how many there are.

use super::Span;

/// `茂林、启明、恒泽等7户企业`: three names and a count, so four firms are unnamed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CountedList {
    /// Indices of the entities that it names, in the order of the text, each once.
    pub members: Vec<usize>,
    /// How many there are by the text.
    pub count: usize,
    /// The words that are counted (`企业`).
    pub noun: String,
    /// From the first name to the counted words.
    pub span: Span,
}

impl CountedList {
    /// How many the text counts and does not name; none where it names more than it counts,
    /// which is a conflict in the report itself.
    pub fn unnamed(&self) -> Option<usize> {
        self.count.checked_sub(self.members.len())
    }
}
