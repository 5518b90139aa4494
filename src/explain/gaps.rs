//! Clauses with a cue of which nothing came: where the rules may have missed something.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use super::{Page, Telling};
use crate::extract;
use crate::lexicon::table;
use crate::model::{Document, Fact, Span};
use crate::ontology::{Kind, Language, RelationType};
use crate::pipeline::{self, Trace};
use crate::read::LineIndex;
use crate::relate;

/// A clause that says something of a thing, and gave neither edge nor fact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Gap {
    /// Path of the report as it was named.
    pub path: String,
    /// Line of the file, from 1.
    pub line: usize,
    /// First byte of the clause in the clean text.
    pub start: usize,
    /// One past its last byte.
    pub end: usize,
    /// The word that says something (`落户`).
    pub cue: String,
    /// What it would say: a relation type, or a stage of the closed list.
    pub about: String,
    /// What is missing.
    pub missing: Missing,
    /// The clause.
    pub clause: String,
    /// Names found in it.
    pub names: Vec<Named>,
    /// Words in it of no common vocabulary, in no name: likely parts of a name not found.
    pub unknown: Vec<String>,
}

/// A name in a gap.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Named {
    /// Canonical name of the entity.
    pub name: String,
    /// Name of its kind.
    pub kind: &'static str,
}

/// What a gap lacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Missing {
    /// A name: the clause holds words that may be one, and none was found.
    Name,
    /// What joins the names that were found.
    Statement,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    relations: Vec<String>,
    stages: Vec<String>,
    silent: Vec<String>,
    invested: String,
    frames: Vec<String>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| table::read("src/explain/gaps.toml", include_str!("gaps.toml")));

/// The gaps of a report whose bytes are `bytes`, in the order of the text.
pub fn gaps(document: Document, bytes: &[u8]) -> Vec<Gap> {
    let lines = LineIndex::of(&document, bytes);
    let trace = pipeline::trace(document);
    let finder = Finder::new(&trace);
    let outline = &trace.found.outline;
    let sentences = outline.sentences.iter().filter(|sentence| !sentence.heading);
    let clauses = sentences.flat_map(|sentence| relate::clause_spans(finder.text(), sentence));
    clauses.filter_map(|clause| finder.gap(clause, &lines)).collect()
}

struct Finder<'a> {
    trace: &'a Trace,
    /// The words, in the order of the text, each with whether it is of no common vocabulary.
    words: Vec<(Span, bool)>,
}

impl<'a> Finder<'a> {
    fn new(trace: &'a Trace) -> Self {
        let found = &trace.found;
        Self { trace, words: extract::words(&found.document.text, &found.outline) }
    }

    fn text(&self) -> &str {
        &self.trace.found.document.text
    }

    fn gap(&self, clause: Span, lines: &LineIndex) -> Option<Gap> {
        let words = clause.of(self.text());
        if self.is_told(clause) || TABLE.frames.iter().any(|frame| words.contains(frame.as_str())) {
            return None;
        }
        let (cue, about) = cues(words).into_iter().find(|(cue, _)| self.is_word(clause, *cue))?;
        let linked = &self.trace.found.linked;
        let inside = linked.inside(clause);
        let mut names: Vec<Named> = Vec::new();
        let mut named = false;
        for (_, entity) in inside {
            let entity = &linked.entities[*entity];
            // A place alone names nobody: 全县新开工项目12个.
            named |= !matches!(entity.kind, Kind::Region | Kind::Industry | Kind::Person);
            let name = Named { name: entity.name.clone(), kind: entity.kind.name() };
            if !names.contains(&name) {
                names.push(name);
            }
        }
        let unknown = self.unknown(clause, cue);
        let missing = match (named, unknown.is_empty()) {
            (true, _) => Missing::Statement,
            (false, false) => Missing::Name,
            (false, true) => return None,
        };
        let source = self.trace.found.document.map.source(clause);
        Some(Gap {
            path: self.trace.found.document.path.clone(),
            line: lines.line(source.start),
            start: clause.start,
            end: clause.end,
            cue: cue.of(words).to_string(),
            about,
            missing,
            clause: words.to_string(),
            names,
            unknown,
        })
    }

    /// Whether the clause gave an edge by a cue in it, or a fact.
    fn is_told(&self, clause: Span) -> bool {
        let Trace { found, relations, .. } = self.trace;
        let heard = relations.heard.iter().any(|heard| heard.clause == clause && !heard.found.is_empty());
        // An investment of nobody's falls to the region; whose it is has then not been found.
        let whose = invested(clause.of(self.text())).is_none();
        let tells = |fact: &Fact| fact.evidence.overlaps(clause) && (whose || !fact.rule.starts_with("figure.region."));
        heard || found.facts.iter().any(tells)
    }

    /// Runs of words that may be a name: two characters and more outside the common
    /// vocabulary, in no mention and not in the cue (a range inside the clause).
    fn unknown(&self, clause: Span, cue: Span) -> Vec<String> {
        let cue = Span::new(clause.start + cue.start, clause.start + cue.end);
        let inside = self.trace.found.linked.inside(clause);
        let free = |span: &Span| {
            clause.contains(*span) && !span.overlaps(cue) && !inside.iter().any(|(name, _)| name.overlaps(*span))
        };
        let mut runs: Vec<Span> = Vec::new();
        for span in self.inside(clause).iter().filter(|(_, proper)| *proper).map(|(span, _)| *span).filter(free) {
            match runs.last_mut() {
                Some(run) if run.end == span.start => run.end = span.end,
                _ => runs.push(span),
            }
        }
        let words = runs.iter().map(|run| run.of(self.text()));
        words.filter(|word| may_name(word)).map(str::to_string).collect()
    }

    fn inside(&self, clause: Span) -> &[(Span, bool)] {
        let from = self.words.partition_point(|(span, _)| span.start < clause.start);
        let to = from + self.words[from..].partition_point(|(span, _)| span.end <= clause.end);
        &self.words[from..to]
    }

    /// Whether a cue begins and ends with words: 开工 in 政府信息公开工作 is none.
    fn is_word(&self, clause: Span, cue: Span) -> bool {
        let words = self.inside(clause);
        words.iter().any(|(span, _)| span.start == clause.start + cue.start)
            && words.iter().any(|(span, _)| span.end == clause.start + cue.end)
    }
}

/// Fewest characters of words that may be a name: two are too often a common word that the
/// vocabulary of the genre lacks.
const LETTERS: usize = 3;

/// Whether words may name something: no count, no date.
fn may_name(word: &str) -> bool {
    let counts = |c: char| c.is_ascii_digit() || "第一二三四五六七八九十两百千万".contains(c);
    word.chars().filter(|c| c.is_alphabetic()).count() >= LETTERS && !word.starts_with(counts)
}

/// The telling cues of a clause and what each says, in its order.
fn cues(words: &str) -> Vec<(Span, String)> {
    let speaks = |span: &Span| {
        let word = span.of(words);
        word.chars().nth(1).is_some() && !TABLE.silent.iter().any(|silent| word.ends_with(silent.as_str()))
    };
    let relations =
        relate::cues_in(words).into_iter().map(|(span, _, kind): (Span, _, RelationType)| (span, kind.name()));
    let relations = relations.filter(|(_, name)| TABLE.relations.iter().any(|known| known == name));
    let stages = relate::fact_cues(words).into_iter().filter(|(_, stage)| TABLE.stages.iter().any(|own| own == stage));
    let said = relations.chain(stages).filter(|(span, _)| speaks(span)).map(|(span, about)| (span, about.to_string()));
    let mut all: Vec<(Span, String)> = said.chain(invested(words)).collect();
    all.sort_by_key(|(span, _)| (span.start, std::cmp::Reverse(span.end)));
    all
}

/// An investment with its sum.
fn invested(words: &str) -> Option<(Span, String)> {
    let at = words.find(&TABLE.invested)?;
    let end = at + TABLE.invested.len();
    let sum = words[end..].contains("亿元") || words[end..].contains("万元");
    sum.then(|| (Span::new(at, end), "investment".to_string()))
}

/// Gaps for people: counts by cue, then each with its place, at most so many rows of a cue.
pub fn summary(gaps: &[Gap], telling: Telling) -> String {
    let mut page = Page::new(telling);
    let language = telling.language;
    let mut by_cue: BTreeMap<&str, Vec<&Gap>> = BTreeMap::new();
    for gap in gaps {
        by_cue.entry(&gap.cue).or_default().push(gap);
    }
    let mut cues: Vec<(&str, Vec<&Gap>)> = by_cue.into_iter().collect();
    cues.sort_by_key(|(cue, gaps)| (std::cmp::Reverse(gaps.len()), *cue));
    let files = gaps.iter().map(|gap| &gap.path).collect::<std::collections::BTreeSet<_>>().len();
    let title = match language {
        Language::Zh => format!("{files}份报告中有{}处有提示词而无关系、无事实", gaps.len()),
        Language::En => format!("{} clauses with a cue and neither edge nor fact, in {files} reports", gaps.len()),
    };
    page.line(0, &title);
    for (cue, gaps) in &cues {
        let unnamed = gaps.iter().filter(|gap| gap.missing == Missing::Name).count();
        let heading = match language {
            Language::Zh => format!("{cue}  {}处，其中{unnamed}处未找到名称", gaps.len()),
            Language::En => format!("{cue}  {}, of which {unnamed} without a name", gaps.len()),
        };
        let rows: Vec<String> = gaps.iter().map(|gap| row(gap, language)).collect();
        page.rows(0, &heading, &rows);
    }
    page.text
}

fn row(gap: &Gap, language: Language) -> String {
    let told = |Named { name, kind }: &Named| {
        let label = kind.parse::<Kind>().map_or(*kind, |kind| language.kind(kind));
        format!("{name} ({label})")
    };
    let names: Vec<String> = gap.names.iter().map(told).collect();
    let mut line = format!("{}:{}  {}", gap.path, gap.line, gap.clause);
    if !names.is_empty() {
        line += &format!("  | {}", names.join("、"));
    }
    if !gap.unknown.is_empty() {
        line += &format!("  ? {}", gap.unknown.join("、"));
    }
    line
}
