//! What became of each thing that was to be loaded.

use super::tally::Tally;

/// What became of a thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fate {
    Created,
    Changed,
    Left,
}

/// What became of all things, in their order. What was found in the first round counts:
/// later rounds meet what this load itself has made.
#[derive(Debug, Default)]
pub(super) struct Fates {
    fates: Vec<Fate>,
    at: usize,
}

impl Fates {
    /// Begins a round.
    pub(super) fn begin(&mut self) {
        self.at = 0;
    }

    /// Takes what became of the next thing.
    pub(super) fn next(&mut self, fate: Fate) {
        if self.at == self.fates.len() {
            self.fates.push(fate);
        }
        self.at += 1;
    }

    pub(super) fn tally(&self) -> Tally {
        let count = |wanted: Fate| self.fates.iter().filter(|fate| **fate == wanted).count();
        Tally { created: count(Fate::Created), changed: count(Fate::Changed), left: count(Fate::Left), removed: 0 }
    }
}
