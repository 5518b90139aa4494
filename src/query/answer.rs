//! Answers as text for people, in Chinese or English.

use super::describe::{Group, Link, Profile};
use super::find::{Found, Hit, Match};
use crate::graph::KnowledgeGraph;
use crate::graph::file::{EvidenceRow, FactRow, NodeRow, ValueRow};
use crate::ontology::{Attribute, Kind, Language, Modality, RelationType};

/// How an answer is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Answer {
    /// Language of the labels.
    pub language: Language,
    /// Facts and neighbours of one relation told at most; the rest is counted. `usize::MAX` for all.
    pub rows: usize,
    /// Sentences told for each at most.
    pub sentences: usize,
}

impl Default for Answer {
    fn default() -> Self {
        Self { language: Language::Zh, rows: 30, sentences: 1 }
    }
}

/// What a graph knows of one entity, as text that ends with a line break.
pub fn answer(graph: &KnowledgeGraph, profile: &Profile<'_>, how: Answer) -> String {
    let mut teller = Teller { graph, how, text: String::new() };
    teller.head(profile);
    if !profile.facts.is_empty() {
        teller.title(how.language.of("事实", "Facts"));
        let told: Vec<_> = profile.facts.iter().take(how.rows).collect();
        teller.rows(told.iter().map(|fact| (statement(fact, how.language), fact.evidence.as_slice())));
        teller.rest(profile.facts.len(), 2);
    }
    profile.groups.iter().for_each(|group| teller.group(profile.node, group));
    teller.text
}

/// The entities a question met, or may have meant, one a line, at most `how.rows`.
pub fn list(found: &Found<'_>, how: Answer) -> String {
    let mut text = String::new();
    let hits = if found.hits.is_empty() { &found.near } else { &found.hits };
    for Hit { node, by, name } in hits.iter().take(how.rows) {
        let met = match by {
            Match::Id | Match::Name => String::new(),
            _ if *name == node.name => String::new(),
            _ => format!("（{name}）"),
        };
        text += &format!("{}{met}  {}  {}\n", node.name, kind(&node.kind, how.language), node.id);
    }
    if let Some(more) = hits.len().checked_sub(how.rows).filter(|more| *more > 0) {
        text += &further(more, how.language);
        text.push('\n');
    }
    text
}

struct Teller<'a> {
    graph: &'a KnowledgeGraph,
    how: Answer,
    text: String,
}

impl Teller<'_> {
    fn head(&mut self, profile: &Profile<'_>) {
        let Profile { node, documents, .. } = profile;
        let language = self.how.language;
        self.line(0, &format!("{}  {}  {}", node.name, kind(&node.kind, language), node.id));
        if !node.aliases.is_empty() {
            self.line(2, &format!("{}{}", language.of("又名：", "also: "), node.aliases.join("、")));
        }
        let attributes = [&node.attributes.code, &node.attributes.level].map(Option::as_deref);
        if let [Some(code), Some(level)] = attributes {
            self.line(2, &format!("{}{code} ({level})", language.of("区划代码：", "division code: ")));
        }
        for (document, count) in documents.iter().take(self.how.rows) {
            let title = document.title.as_deref().unwrap_or(&document.path);
            let times = match language {
                Language::Zh => format!("提及{count}次"),
                Language::En if *count == 1 => "named once".into(),
                Language::En => format!("named {count} times"),
            };
            self.line(2, &format!("{title}: {times}"));
        }
        self.rest(documents.len(), 2);
    }

    fn group(&mut self, node: &NodeRow, group: &Group<'_>) {
        let label = relation(group.relation, self.how.language);
        let title =
            if group.outgoing { format!("{} {label} →", node.name) } else { format!("→ {label} {}", node.name) };
        self.title(&title);
        let language = self.how.language;
        let told: Vec<_> = group.links.iter().take(self.how.rows).collect();
        self.rows(told.iter().map(|link| (neighbour(link, language), link.edge.evidence.as_slice())));
        self.rest(group.links.len(), 2);
    }

    /// Statements, each with its sentences; statements of one list stand over the sentence they share.
    fn rows<'e>(&mut self, rows: impl Iterator<Item = (String, &'e [EvidenceRow])>) {
        let mut rows = rows.peekable();
        while let Some((line, evidence)) = rows.next() {
            self.line(2, &line);
            if rows.peek().is_none_or(|(_, next)| *next != evidence) {
                self.sentences(evidence);
            }
        }
    }

    fn sentences(&mut self, evidence: &[EvidenceRow]) {
        for row in evidence.iter().take(self.how.sentences) {
            let document = self.graph.document(&row.document);
            let path = document.map_or(row.document.as_str(), |document| document.path.as_str());
            let bytes = self.how.language.of("字节", "bytes");
            let place = format!("{path}, {bytes} {}–{}", row.raw[0], row.raw[1]);
            match &row.quote {
                Some(quote) => {
                    let quote: Vec<&str> = quote.split_whitespace().collect();
                    self.line(6, &format!("{}  ({place})", quote.join(" ")));
                }
                None => self.line(6, &format!("({place})")),
            }
        }
        let more = evidence.len().saturating_sub(self.how.sentences);
        if more > 0 && self.how.sentences > 0 {
            let words = match self.how.language {
                Language::Zh => format!("另有{more}句"),
                Language::En => format!("and {more} more sentence{}", if more == 1 { "" } else { "s" }),
            };
            self.line(6, &words);
        }
    }

    fn title(&mut self, words: &str) {
        self.text.push('\n');
        self.line(0, words);
    }

    fn rest(&mut self, all: usize, indent: usize) {
        let more = all.saturating_sub(self.how.rows);
        if more > 0 {
            self.line(indent, &further(more, self.how.language));
        }
    }

    fn line(&mut self, indent: usize, words: &str) {
        self.text += &" ".repeat(indent);
        self.text += words;
        self.text.push('\n');
    }
}

/// A neighbour in one line: name, kind, and how the edge stands to the world.
fn neighbour(link: &Link<'_>, language: Language) -> String {
    let Link { edge, other } = link;
    let mut said = vec![modality(&edge.modality, language)];
    said.extend(edge.period.as_deref());
    if !edge.polarity {
        said.push(language.of("否认", "denied"));
    }
    said.extend(edge.titles.iter().map(String::as_str));
    format!("{}  {}  [{}]", other.name, kind(&other.kind, language), said.join(" · "))
}

/// A fact in one line: what, how much, of when, and the words of the text.
fn statement(fact: &FactRow, language: Language) -> String {
    let label = match fact.attribute.parse::<Attribute>() {
        Ok(attribute) => language.attribute(attribute),
        Err(_) => &fact.attribute,
    };
    let label = fact.indicator.as_deref().map_or(label.to_string(), |series| format!("{series} {label}"));
    let unit = fact.unit.as_deref().unwrap_or("");
    let value = match &fact.value {
        ValueRow::Text(text) => format!("{text}{unit}"),
        ValueRow::Number(number) => amount(*number, unit),
    };
    let bound = match fact.bound.as_deref() {
        Some("at_least") => "≥ ",
        Some("at_most") => "≤ ",
        Some("about") => "≈ ",
        _ => "",
    };
    let mut said = vec![modality(&fact.modality, language)];
    said.extend(fact.period.as_deref());
    let raw = if fact.raw == value { String::new() } else { format!("  “{}”", fact.raw) };
    format!("{label}  {bound}{value}  [{}]{raw}", said.join(" · "))
}

/// A number as people write it: 亿 and 万 from ten thousand on, no trailing zeros.
fn amount(number: f64, unit: &str) -> String {
    let (scaled, scale) = match number.abs() {
        size if size >= 1e8 => (number / 1e8, "亿"),
        size if size >= 1e4 => (number / 1e4, "万"),
        _ => (number, ""),
    };
    let digits = format!("{scaled:.4}");
    let digits = digits.trim_end_matches('0').trim_end_matches('.');
    format!("{digits}{scale}{unit}")
}

fn further(more: usize, language: Language) -> String {
    match language {
        Language::Zh => format!("……另有{more}项"),
        Language::En => format!("… and {more} more"),
    }
}

fn kind(name: &str, language: Language) -> &str {
    name.parse::<Kind>().map_or(name, |kind| language.kind(kind))
}

fn relation(name: &str, language: Language) -> &str {
    name.parse::<RelationType>().map_or(name, |relation| language.relation(relation))
}

fn modality(name: &str, language: Language) -> &str {
    name.parse::<Modality>().map_or(name, |modality| language.modality(modality))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_scaled_as_people_write_them() {
        let cases = [
            (320_000_000.0, "元", "3.2亿元"),
            (52_000.0, "平方米", "5.2万平方米"),
            (6.5, "%", "6.5%"),
            (-3.0, "", "-3"),
        ];
        for (number, unit, expected) in cases {
            assert_eq!(amount(number, unit), expected);
        }
    }
}
