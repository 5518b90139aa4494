//! Questions in Chinese, answered by patterns: no model, and what is not understood is said.
//!
//! `patterns.toml` holds the patterns, the words that their slots take, and questions that each
//! must read and must not.

mod misread;
mod pattern;
mod reply;
mod words;

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::LazyLock;

use pattern::{Pattern, Taken};
use serde::{Deserialize, Serialize};
use words::Words;

pub use misread::Misread;
pub use reply::Reply;

use super::cite::Named;
use super::filter::Filter;
use super::find::{Found, Match, find, find_among};
use crate::error::Result;
use crate::graph::Snapshot;

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    // A build whose own table does not parse is broken beyond use; a test reads it first.
    read(include_str!("patterns.toml")).unwrap_or_else(|error| panic!("src/query/ask/patterns.toml: {error}"))
});

/// The slots that a pattern may have.
const SLOTS: [&str; 9] = ["name", "other", "place", "kind", "stage", "modality", "attribute", "year", "series"];

/// The file of patterns.
#[derive(Deserialize)]
struct Signs {
    #[serde(flatten)]
    words: Words,
    pattern: Vec<Card>,
}

/// A pattern as its file tells it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Card {
    /// Its name.
    pub id: String,
    /// What it asks, in English.
    pub en: String,
    /// What it asks, in Chinese.
    pub zh: String,
    /// What sort of answer it has.
    answer: Answer,
    /// Relation types that are looked at; all where none are named.
    #[serde(default)]
    relations: Vec<String>,
    /// Which end of them is asked for.
    #[serde(default)]
    side: Side,
    /// Its wordings.
    pub words: Vec<String>,
    /// Questions that it reads.
    pub examples: Vec<String>,
    /// Questions that it must not read.
    #[serde(default)]
    pub not: Vec<String>,
}

/// A sort of answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Answer {
    Stages,
    Entities,
    Awards,
    Holders,
    Around,
    Path,
    Timeline,
    Facts,
    Series,
    Leads,
    Profile,
}

/// An end of a relation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Side {
    Head,
    Tail,
    #[default]
    Any,
}

struct Table {
    words: Words,
    cards: Vec<(Card, Vec<Pattern>)>,
}

fn read(toml: &str) -> std::result::Result<Table, String> {
    let signs: Signs = toml::from_str(toml).map_err(|error| error.to_string())?;
    let ready = |card: Card| {
        let patterns = card.words.iter().map(|signs| Pattern::parse(signs));
        let patterns =
            patterns.collect::<std::result::Result<Vec<_>, _>>().map_err(|fault| format!("{}: {fault}", card.id))?;
        match patterns.iter().flat_map(Pattern::slots).find(|slot| !SLOTS.contains(&slot.as_str())) {
            Some(slot) => Err(format!("{}: there is no slot {slot}", card.id)),
            None => Ok((card, patterns)),
        }
    };
    let cards = signs.pattern.into_iter().map(ready).collect::<std::result::Result<_, _>>()?;
    Ok(Table { words: signs.words, cards })
}

/// The patterns, in the order in which they are tried.
pub fn patterns() -> impl Iterator<Item = &'static Card> {
    TABLE.cards.iter().map(|(card, _)| card)
}

/// A question that was understood, and its answer.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Asked {
    /// The pattern that read it.
    pub pattern: &'static str,
    /// What its words were taken for, in the order of their slots' names.
    pub taken: Vec<Meaning>,
    /// The answer.
    pub reply: Reply,
}

/// What some words of a question were taken for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Meaning {
    /// The slot of the pattern.
    pub slot: String,
    /// The words.
    pub words: String,
    /// The entity that they name, or the years or the word of the ontology that they stand for.
    pub meant: String,
}

/// Answers a question in Chinese about what `filter` lets through, which the question may narrow.
///
/// # Errors
/// Those of [`Snapshot::node`] and [`Snapshot::edge`].
pub fn ask(graph: &Snapshot, filter: &Filter, question: &str) -> Result<std::result::Result<Box<Asked>, Misread>> {
    let asked = bare(question, &TABLE.words);
    let names = Names { graph, known: RefCell::default() };
    let lengths = |slot: &str, words: &[char]| TABLE.words.lengths(slot, words);
    let mut unknown = Vec::new();
    for (card, patterns) in &TABLE.cards {
        let ways = patterns.iter().flat_map(|pattern| pattern.ways(&asked, &lengths));
        let mut best: Option<(usize, Slots)> = None;
        for taken in ways {
            match names.slots(taken, &mut unknown) {
                Some((doubt, slots)) if best.as_ref().is_none_or(|(least, _)| doubt < *least) => {
                    best = Some((doubt, slots))
                }
                _ => {}
            }
        }
        if let Some((_, slots)) = best {
            let reply = reply::reply(graph, filter, card, &slots)?;
            return Ok(Ok(Box::new(Asked { pattern: &card.id, taken: slots.meanings(graph), reply })));
        }
    }
    Ok(Err(misread::misread(graph, &asked, &TABLE.words, unknown)))
}

/// The characters of a question without blanks, punctuation and polite words around it. Marks
/// within names stay: they do not count when names are compared.
fn bare(question: &str, words: &Words) -> Vec<char> {
    let closes = |c: &char| !c.is_whitespace() && !"？?。.！!，,：:；;".contains(*c);
    let mut text: String = question.chars().filter(closes).collect();
    loop {
        let before = text.len();
        for word in &words.polite {
            // A polite word alone may be a name.
            if let Some(rest) = text.strip_prefix(word.as_str()).filter(|rest| !rest.is_empty()) {
                text = rest.to_string();
            }
            if let Some(rest) = text.strip_suffix(word.as_str()).filter(|rest| !rest.is_empty()) {
                text = rest.to_string();
            }
        }
        if text.len() == before {
            return text.replace("一下", "").chars().collect();
        }
    }
}

/// The words of a question by slot, and the entities that they name.
#[derive(Debug, Clone)]
struct Slots {
    taken: Taken,
    nodes: BTreeMap<String, usize>,
}

impl Slots {
    fn words(&self, slot: &str) -> Option<&str> {
        self.taken.get(slot).map(String::as_str)
    }

    /// The entity in question.
    fn node(&self) -> Option<usize> {
        self.nodes.get("name").or_else(|| self.nodes.get("place")).copied()
    }

    fn meanings(&self, graph: &Snapshot) -> Vec<Meaning> {
        let meaning = |(slot, words): (&String, &String)| {
            let table = &TABLE.words;
            let named = |names: Vec<&str>| names.join(", ");
            let meant = match (slot.as_str(), self.nodes.get(slot)) {
                (_, Some(node)) => Named::of(graph, *node).id,
                ("kind", _) => named(table.kinds_of(words).iter().map(|kind| kind.name()).collect()),
                ("modality", _) => named(table.modalities_of(words).iter().map(|one| one.name()).collect()),
                ("attribute", _) => named(table.attributes_of(words).iter().map(|one| one.name()).collect()),
                ("stage", _) => named(table.stages_of(words)),
                ("year", _) => words::years(graph, words).map(|years| years.to_string()).unwrap_or_default(),
                _ => words.clone(),
            };
            Meaning { slot: slot.clone(), words: words.clone(), meant }
        };
        self.taken.iter().map(meaning).collect()
    }
}

/// An entity, and how doubtful it is that it is meant.
type Hit = (usize, usize);

/// Names looked up in a graph, each once.
struct Names<'g> {
    graph: &'g Snapshot,
    /// What words name, as a place or as anything.
    known: RefCell<BTreeMap<(bool, String), Option<Hit>>>,
}

impl Names<'_> {
    /// The entities that the words of slots name, and how doubtful that is; `None` where one names
    /// nothing. Words that might have been a name and are none are added to `unknown`.
    fn slots(&self, taken: Taken, unknown: &mut Vec<String>) -> Option<(usize, Slots)> {
        let mut nodes = BTreeMap::new();
        let mut all = 0;
        for (slot, words) in &taken {
            let place = match slot.as_str() {
                "name" | "other" => false,
                "place" => true,
                "year" => {
                    words::years(self.graph, words)?;
                    continue;
                }
                _ => continue,
            };
            match self.look_up(words, place) {
                Some((node, doubt)) => {
                    nodes.insert(slot.clone(), node);
                    all += doubt;
                }
                None => {
                    if taken.len() > 1 && !unknown.contains(words) {
                        unknown.push(words.clone());
                    }
                    return None;
                }
            }
        }
        Some((all, Slots { taken, nodes }))
    }

    fn look_up(&self, words: &str, place: bool) -> Option<Hit> {
        let key = (place, words.to_string());
        if let Some(known) = self.known.borrow().get(&key) {
            return *known;
        }
        let found = if place {
            find_among(self.graph, words, |node| matches!(self.graph.kind(node), "region" | "town" | "site"))
        } else {
            find(self.graph, words)
        };
        let met = best_of(&found, place);
        self.known.borrow_mut().insert(key, met);
        met
    }
}

/// The entity that words name best, and how doubtful it is. A place must bear just this name; a
/// single character names nothing by a part.
fn best_of(found: &Found, place: bool) -> Option<Hit> {
    let first = found.hits.first()?;
    let doubt = match first.by {
        Match::Id | Match::Name | Match::Alias => 0,
        _ if place => return None,
        Match::Start => 1,
        Match::Part => 2,
        Match::Pinyin | Match::PinyinStart | Match::PinyinPart => 3,
        Match::Within | Match::Near(_) => return None,
    };
    Some((first.node, doubt))
}

#[cfg(test)]
mod tests;
