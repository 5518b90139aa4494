//! The characters that a report may hold, by what is left of their bytes.

use super::language::Language;
use super::loss::{DROPPED, is_written};
use crate::read::gbk;

/// A character.
#[derive(Debug, Clone, Copy)]
pub(super) struct Choice {
    pub bytes: [u8; 2],
    pub char: char,
    /// Its number in the language.
    pub id: u16,
}

/// Lists of characters by their known byte.
pub(super) struct Choices {
    behind: Vec<Vec<Choice>>,
    before: Vec<Vec<Choice>>,
    dropping: Vec<Vec<Choice>>,
    forms: Vec<Vec<Choice>>,
}

impl Choices {
    /// The characters that `language` knows.
    pub fn of(language: &Language) -> Self {
        let lists = || vec![Vec::new(); 256];
        let forms = vec![Vec::new(); usize::from(language.numbers())];
        let mut choices = Self { behind: lists(), before: lists(), dropping: lists(), forms };
        for lead in 0x81..=0xFEu8 {
            for trail in 0x40..=0xFEu8 {
                let Some(char) = gbk::pair(lead, trail).filter(|char| is_written(*char) && language.knows(*char))
                else {
                    continue;
                };
                let choice = Choice { bytes: [lead, trail], char, id: language.id(char) };
                choices.behind[usize::from(lead)].push(choice);
                choices.before[usize::from(trail)].push(choice);
                choices.forms[usize::from(choice.id)].push(choice);
                if !DROPPED[usize::from(trail)].is_empty() {
                    choices.dropping[usize::from(lead)].push(choice);
                }
            }
        }
        choices
    }

    /// Those whose first byte is `lead`.
    pub fn behind(&self, lead: u8) -> &[Choice] {
        &self.behind[usize::from(lead)]
    }

    /// Those whose second byte is `trail`.
    pub fn before(&self, trail: u8) -> &[Choice] {
        &self.before[usize::from(trail)]
    }

    /// Those that are counted as number `id`.
    pub fn forms(&self, id: u16) -> &[Choice] {
        self.forms.get(usize::from(id)).map_or(&[], Vec::as_slice)
    }

    /// Those whose first byte is `lead` and whose second may begin a pair that a decoder drops.
    pub fn dropping(&self, lead: u8) -> &[Choice] {
        &self.dropping[usize::from(lead)]
    }
}
