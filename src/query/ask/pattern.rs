//! Patterns of questions: read from their signs, matched against words.

use std::collections::BTreeMap;

/// A part of a pattern.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece {
    Text(Vec<char>),
    /// One of several.
    Either(Vec<Vec<Piece>>),
    /// What may be missing.
    Maybe(Vec<Vec<Piece>>),
    Slot(String),
}

/// The words that slots took, by slot.
pub(super) type Taken = BTreeMap<String, String>;

/// A pattern, ready to match.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Pattern {
    pieces: Vec<Piece>,
}

/// Ways of matching that are looked at, at most: a pattern with two names has one for each cut.
const WAYS: usize = 400;

impl Pattern {
    /// Reads the signs of a pattern. `(甲|乙)?` is `[甲|乙]`.
    ///
    /// # Errors
    /// What is wrong with it.
    pub(super) fn parse(signs: &str) -> Result<Self, String> {
        let signs: Vec<char> = signs.chars().collect();
        let mut at = 0;
        let mut ways = alternatives(&signs, &mut at)?;
        match (at == signs.len(), ways.len()) {
            (true, 1) => Ok(Self { pieces: ways.remove(0) }),
            _ => Err(format!("“{}” has brackets that do not match", signs.iter().collect::<String>())),
        }
    }

    /// The slots that it has, each once.
    pub(super) fn slots(&self) -> Vec<String> {
        fn gather(pieces: &[Piece], slots: &mut Vec<String>) {
            for piece in pieces {
                match piece {
                    Piece::Slot(name) if !slots.contains(name) => slots.push(name.clone()),
                    Piece::Either(ways) | Piece::Maybe(ways) => ways.iter().for_each(|way| gather(way, slots)),
                    _ => {}
                }
            }
        }
        let mut slots = Vec::new();
        gather(&self.pieces, &mut slots);
        slots
    }

    /// All ways in which it covers `words` from end to end, up to a limit. `lengths` says how many
    /// characters a slot may take at the head of some words, the likeliest first.
    pub(super) fn ways(&self, words: &[char], lengths: &dyn Fn(&str, &[char]) -> Vec<usize>) -> Vec<Taken> {
        let mut matcher = Matcher { lengths, found: Vec::new() };
        let rest: Vec<&Piece> = self.pieces.iter().rev().collect();
        matcher.step(words, rest, Taken::new());
        matcher.found
    }
}

/// Sequences between `|`, up to a closing bracket or the end.
fn alternatives(signs: &[char], at: &mut usize) -> Result<Vec<Vec<Piece>>, String> {
    let mut ways = vec![Vec::new()];
    while let Some(sign) = signs.get(*at) {
        let way = ways.len() - 1;
        match sign {
            ')' | ']' => return Ok(ways),
            '|' => {
                *at += 1;
                ways.push(Vec::new());
            }
            '(' | '[' => {
                let closing = if *sign == '(' { ')' } else { ']' };
                *at += 1;
                let inner = alternatives(signs, at)?;
                if signs.get(*at) != Some(&closing) {
                    return Err(format!("a bracket is not closed by {closing}"));
                }
                *at += 1;
                let missing = closing == ']' || signs.get(*at) == Some(&'?');
                if signs.get(*at) == Some(&'?') {
                    *at += 1;
                }
                ways[way].push(if missing { Piece::Maybe(inner) } else { Piece::Either(inner) });
            }
            '{' => {
                let end = signs[*at..].iter().position(|sign| *sign == '}').ok_or("a slot is not closed by }")?;
                ways[way].push(Piece::Slot(signs[*at + 1..*at + end].iter().collect()));
                *at += end + 1;
            }
            _ => {
                let end = signs[*at..].iter().position(|sign| "()[]{}|".contains(*sign)).unwrap_or(signs.len() - *at);
                ways[way].push(Piece::Text(signs[*at..*at + end].to_vec()));
                *at += end;
            }
        }
    }
    Ok(ways)
}

struct Matcher<'m> {
    lengths: &'m dyn Fn(&str, &[char]) -> Vec<usize>,
    found: Vec<Taken>,
}

impl Matcher<'_> {
    /// Goes on with the pieces of `rest`, the next of them last.
    fn step(&mut self, words: &[char], mut rest: Vec<&Piece>, taken: Taken) {
        if self.found.len() >= WAYS {
            return;
        }
        let Some(piece) = rest.pop() else {
            if words.is_empty() && !self.found.contains(&taken) {
                self.found.push(taken);
            }
            return;
        };
        match piece {
            Piece::Text(text) => {
                if words.starts_with(text) {
                    self.step(&words[text.len()..], rest, taken);
                }
            }
            Piece::Either(ways) | Piece::Maybe(ways) => {
                for way in ways {
                    let rest = rest.iter().copied().chain(way.iter().rev()).collect();
                    self.step(words, rest, taken.clone());
                }
                if matches!(piece, Piece::Maybe(_)) {
                    self.step(words, rest, taken);
                }
            }
            Piece::Slot(name) => {
                // A slot that stands at two places of a pattern is filled at one of them.
                if taken.contains_key(name) {
                    return;
                }
                for length in (self.lengths)(name, words) {
                    let mut taken = taken.clone();
                    taken.insert(name.clone(), words[..length].iter().collect());
                    self.step(&words[length..], rest.clone(), taken);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ways(pattern: &str, words: &str) -> Vec<Taken> {
        let any = |slot: &str, words: &[char]| match slot {
            "year" => {
                if words.len() >= 2 && words[1] == '年' {
                    vec![2]
                } else {
                    Vec::new()
                }
            }
            _ => (1..=words.len()).rev().collect(),
        };
        let words: Vec<char> = words.chars().collect();
        Pattern::parse(pattern).expect("a pattern").ways(&words, &any)
    }

    #[test]
    fn patterns_cover_words_from_end_to_end() {
        let found = ways("[{year}]{name}有(哪些|什么)[的]项目", "今年甲镇有什么项目");
        assert_eq!(found.len(), 2, "{found:?}");
        assert_eq!(found[0]["year"], "今年");
        assert_eq!(found[0]["name"], "甲镇");
        assert_eq!(found[1]["name"], "今年甲镇");
        assert!(ways("{name}有(哪些|什么)项目", "甲镇有什么项目呢").is_empty());
        assert_eq!(ways("[甲|乙]丙", "丙").len(), 1);
        assert_eq!(ways("(甲|乙)?丙", "乙丙").len(), 1);
    }

    #[test]
    fn broken_patterns_are_refused() {
        for signs in ["(甲", "[甲)", "甲]", "{甲", "甲|乙"] {
            assert!(Pattern::parse(signs).is_err(), "{signs}");
        }
        assert_eq!(
            Pattern::parse("{a}[{b}|({a}|{c})]").map(|pattern| pattern.slots()),
            Ok(["a", "b", "c"].map(String::from).to_vec())
        );
    }
}
