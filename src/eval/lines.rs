//! A part of the annotated text, by line numbers.

use std::collections::BTreeSet;

/// Some lines of a text, counted from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lines {
    numbers: BTreeSet<usize>,
    text: Vec<String>,
}

impl Lines {
    /// The lines of `text` that `ranges` names (`3`, `1-21`, `1-4,8`).
    ///
    /// # Errors
    /// When `ranges` is something else.
    pub fn parse(ranges: &str, text: &str) -> Result<Self, String> {
        let number = |part: &str| {
            part.trim().parse::<usize>().map_err(|_| format!("“{ranges}” names no lines: write 3, 1-21 or 1-4,8"))
        };
        let mut numbers = BTreeSet::new();
        for part in ranges.split(',') {
            let (first, last) = part.split_once('-').unwrap_or((part, part));
            numbers.extend(number(first)?..=number(last)?);
        }
        let all: Vec<&str> = text.split('\n').collect();
        let text = numbers.iter().filter_map(|at| all.get(at.checked_sub(1)?)).map(|line| line.to_string()).collect();
        Ok(Self { numbers, text })
    }

    /// Whether line `number` is one of them.
    pub fn has(&self, number: usize) -> bool {
        self.numbers.contains(&number)
    }

    /// Whether one of them contains `words`.
    pub fn say(&self, words: &str) -> bool {
        self.text.iter().any(|line| line.contains(words))
    }

    /// Whether one of them contains the name or an alias.
    pub fn name_any(&self, name: &str, aliases: &[String]) -> bool {
        std::iter::once(name).chain(aliases.iter().map(String::as_str)).any(|form| !form.is_empty() && self.say(form))
    }
}
