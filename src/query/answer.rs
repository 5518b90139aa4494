//! Answers as text for people, in Chinese or English.

use super::cite::{Citation, Named, Statement};
use super::describe::{Group, Link, Profile};
use super::find::{Found, Hit, Match};
use super::path::Path;
use super::words::{kind, modality, relation, shown};
use crate::ontology::Language;

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
pub fn answer(profile: &Profile, how: Answer) -> String {
    let mut teller = Teller { how, text: String::new() };
    teller.head(profile);
    if !profile.facts.is_empty() {
        teller.title(how.language.of("事实", "Facts"));
        let told: Vec<_> = profile.facts.iter().take(how.rows).collect();
        teller.rows(told.iter().map(|fact| (statement(fact, how.language), fact.evidence.as_slice())));
        teller.rest(profile.facts.len(), 2);
    }
    profile.groups.iter().for_each(|group| teller.group(&profile.entity, group));
    teller.text
}

/// The entities a question met, or may have meant, one a line, at most `how.rows`.
pub fn list(found: &Found, how: Answer) -> String {
    let mut text = String::new();
    let hits = if found.hits.is_empty() { &found.near } else { &found.hits };
    for Hit { entity, by, name, .. } in hits.iter().take(how.rows) {
        let met = match by {
            Match::Id | Match::Name => String::new(),
            _ if *name == entity.name => String::new(),
            _ => format!("（{name}）"),
        };
        text += &format!("{}{met}  {}  {}\n", entity.name, kind(&entity.kind, how.language), entity.id);
    }
    if let Some(more) = hits.len().checked_sub(how.rows).filter(|more| *more > 0) {
        text += &further(more, how.language);
        text.push('\n');
    }
    text
}

/// Paths as text: each entity on a line, between two the relations with their sentences.
pub fn ways(paths: &[Path], how: Answer) -> String {
    let mut teller = Teller { how, text: String::new() };
    for (at, Path { nodes, steps }) in paths.iter().enumerate() {
        if at > 0 {
            teller.text.push('\n');
        }
        let names: Vec<&str> = nodes.iter().map(|node| node.name.as_str()).collect();
        teller.line(0, &format!("{}. {}", at + 1, names.join(" — ")));
        for (claims, before) in steps.iter().zip(nodes) {
            let told: Vec<_> = claims.iter().take(how.rows).collect();
            teller.rows(told.iter().map(|claim| {
                let label = relation(&claim.relation, how.language);
                let arrow = if claim.source == *before { "→" } else { "←" };
                let (a, b) = if claim.source == *before {
                    (&claim.source.name, &claim.target.name)
                } else {
                    (&claim.target.name, &claim.source.name)
                };
                let said = said(&claim.modality, claim.period.as_deref(), claim.denied, &claim.titles, how.language);
                (format!("{a} {arrow} {label} {arrow} {b}  [{said}]"), claim.evidence.as_slice())
            }));
            teller.rest(claims.len(), 2);
        }
    }
    teller.text
}

struct Teller {
    how: Answer,
    text: String,
}

impl Teller {
    fn head(&mut self, profile: &Profile) {
        let Profile { entity, documents, .. } = profile;
        let language = self.how.language;
        self.line(0, &format!("{}  {}  {}", entity.name, kind(&entity.kind, language), entity.id));
        if !profile.aliases.is_empty() {
            self.line(2, &format!("{}{}", language.of("又名：", "also: "), profile.aliases.join("、")));
        }
        if let (Some(code), Some(level)) = (&profile.code, &profile.level) {
            self.line(2, &format!("{}{code} ({level})", language.of("区划代码：", "division code: ")));
        }
        for naming in documents.iter().take(self.how.rows) {
            let count = naming.times;
            let times = match language {
                Language::Zh => format!("提及{count}次"),
                Language::En if count == 1 => "named once".into(),
                Language::En => format!("named {count} times"),
            };
            self.line(2, &format!("{}: {times}", naming.report.title));
        }
        self.rest(documents.len(), 2);
    }

    fn group(&mut self, entity: &Named, group: &Group) {
        let label = relation(&group.relation, self.how.language);
        let title = if group.outgoing {
            format!("{} {label} →", entity.name)
        } else {
            format!("→ {label} {}", entity.name)
        };
        self.title(&title);
        let language = self.how.language;
        let told: Vec<_> = group.links.iter().take(self.how.rows).collect();
        self.rows(told.iter().map(|link| (neighbour(link, language), link.claim.evidence.as_slice())));
        self.rest(group.links.len(), 2);
    }

    /// Statements, each with its sentences; statements of one list stand over the sentence they share.
    fn rows<'e>(&mut self, rows: impl Iterator<Item = (String, &'e [Citation])>) {
        let mut rows = rows.peekable();
        while let Some((line, evidence)) = rows.next() {
            self.line(2, &line);
            if rows.peek().is_none_or(|(_, next)| *next != evidence) {
                self.sentences(evidence);
            }
        }
    }

    fn sentences(&mut self, evidence: &[Citation]) {
        for row in evidence.iter().take(self.how.sentences) {
            let bytes = self.how.language.of("字节", "bytes");
            let place = format!("{}, {bytes} {}–{}", row.path, row.raw[0], row.raw[1]);
            match &row.quote {
                Some(quote) => self.line(6, &format!("{quote}  ({place})")),
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

/// A neighbour in one line: name, kind, and how the relation stands to the world.
fn neighbour(link: &Link, language: Language) -> String {
    let Link { claim, other } = link;
    let said = said(&claim.modality, claim.period.as_deref(), claim.denied, &claim.titles, language);
    format!("{}  {}  [{said}]", other.name, kind(&other.kind, language))
}

/// Modality, years, denial and offices in one phrase.
fn said(mode: &str, period: Option<&str>, denied: bool, titles: &[String], language: Language) -> String {
    let mut said = vec![modality(mode, language)];
    said.extend(period);
    if denied {
        said.push(language.of("否认", "denied"));
    }
    said.extend(titles.iter().map(String::as_str));
    said.join(" · ")
}

/// A fact in one line: what, how much, of when, and the words of the text.
fn statement(fact: &Statement, language: Language) -> String {
    let (label, value) = shown(fact, language);
    let said = said(&fact.modality, fact.period.as_deref(), false, &[], language);
    let bare = value.trim_start_matches(['≥', '≤', '≈', ' ']);
    let raw = if bare == fact.raw { String::new() } else { format!("  “{}”", fact.raw) };
    format!("{label}  {value}  [{said}]{raw}")
}

fn further(more: usize, language: Language) -> String {
    match language {
        Language::Zh => format!("……另有{more}项"),
        Language::En => format!("… and {more} more"),
    }
}
