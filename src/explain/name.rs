//! Why something is an entity, is called so, and what was decided against.

use std::collections::{BTreeMap, BTreeSet};

use super::rules::{fact_rule, mention_rule};
use super::source::Source;
use super::{Page, Telling, documents, further, sure};
use crate::error::{Error, Result};
use crate::graph::KnowledgeGraph;
use crate::graph::file::{DocumentRow, NodeRow, ValueRow};
use crate::model::{Against, Rejection, RuleCard, Span};
use crate::ontology::{Attribute, Kind, Language};
use crate::{extract, link};

/// Explains the entity `node`: the rule and place of each mention, its other names and the
/// reasons of their merges, the rules of its facts, and what was decided against, from the
/// files that `load` gives.
pub fn name(
    graph: &KnowledgeGraph,
    node: &NodeRow,
    load: &impl Fn(&DocumentRow) -> Result<Vec<u8>>,
    telling: Telling,
) -> String {
    let language = telling.language;
    let mut page = Page::new(telling);
    let kind = node.kind.parse::<Kind>().map_or(node.kind.as_str(), |kind| language.kind(kind));
    let confidence = node.attributes.confidence.map(sure).unwrap_or_default();
    page.line(0, &format!("{}  {kind}  {}  {}{confidence}", node.name, node.id, language.of("置信度 ", "confidence ")));
    if let Some(rule) = &node.attributes.rule {
        page.line(2, &mention_rule(rule, language));
    }
    let mut wanted: BTreeSet<&str> = node.mentions.iter().map(|mention| mention.document.as_str()).collect();
    // A region that its report names in the title alone has no mention.
    wanted.extend(graph.documents().filter(|row| row.region.as_ref() == Some(&node.id)).map(|row| row.id.as_str()));
    let rows = documents(graph, |id| wanted.contains(id));
    let (mut sources, mut errors): (Vec<Source>, Vec<Error>) = (Vec::new(), Vec::new());
    for row in rows.iter().take(telling.rows) {
        match Source::read(row, load, |_| true) {
            Ok(source) => sources.extend(source),
            Err(error) => errors.push(error),
        }
    }
    let aliases: Vec<String> = node.aliases.iter().map(|alias| alias_told(node, alias, &sources, language)).collect();
    page.rows(2, language.of("其他名称：", "other names:"), &aliases);
    let here = |source: &Source| source.entity(&node.id);
    let mut places = ByRule::default();
    for source in &sources {
        let Some(entity) = here(source) else { continue };
        for span in source.spans(entity) {
            let (rule, line) = mention_told(source, span, entity, language);
            places.add(rule, line);
        }
    }
    page.rows(2, language.of("提及：", "named:"), &places.lines(telling.rows, language));
    let mut facts = ByRule::default();
    for fact in &node.facts {
        facts.add(fact_rule(&fact.rule, language), fact_told(fact, language));
    }
    page.rows(2, language.of("事实：", "facts:"), &facts.lines(telling.rows, language));
    let twins = graph.nodes().filter(|other| other.id != node.id && other.name == node.name);
    let mut apart: Vec<String> = twins
        .map(|other| {
            format!(
                "{}  {}",
                other.id,
                language.of("同名，类型或所属区划不同", "the same name of another kind or place")
            )
        })
        .collect();
    let mut against: Vec<String> = Vec::new();
    for source in &sources {
        let Some(entity) = here(source) else { continue };
        let linked = &source.trace.found.linked;
        apart.extend(link::apart(linked, entity).iter().map(|apart| {
            format!("{}  {}  {}", linked.entities[apart.entity].id(), apart.why.words(language), source.path)
        }));
        against.extend(rejections_told(source, language, |rejection| concerns(source, rejection, entity)));
    }
    apart.sort();
    apart.dedup();
    page.rows(2, language.of("未合并：", "not merged with:"), &apart);
    page.rows(2, language.of("未采纳的名称：", "names decided against:"), &against);
    page.unread(&errors);
    page.text
}

/// Explains why the graph has nothing called `words`: candidates of that name, or holding it,
/// that were decided against in the files that `load` gives. `None` where there were none.
pub fn missing(
    graph: &KnowledgeGraph,
    words: &str,
    load: &impl Fn(&DocumentRow) -> Result<Vec<u8>>,
    telling: Telling,
) -> Option<String> {
    let mut page = Page::new(telling);
    let mut errors = Vec::new();
    let mut rows = Vec::new();
    let mut seen = 0;
    for row in documents(graph, |_| true) {
        match Source::read(row, load, |text| text.contains(words)) {
            Ok(Some(source)) => {
                seen += source.text().matches(words).count();
                let called = |rejection: &Rejection| rejection.mention.name(source.text()).contains(words);
                rows.extend(rejections_told(&source, telling.language, called));
            }
            Ok(None) => {}
            Err(error) => errors.push(error),
        }
    }
    if seen == 0 {
        return None;
    }
    let title = match telling.language {
        Language::Zh => format!("“{words}”在文中出现{seen}次，图谱中没有这个名称"),
        Language::En => format!("“{words}” stands in the texts {seen} times, and is no name of the graph"),
    };
    page.line(0, &title);
    if extract::is_class(words) {
        let words = page
            .of("它在通用词语之列，不指某一个事物", "it is a word for a class of things, and names none")
            .to_string();
        page.line(2, &words);
    } else if rows.is_empty() {
        let words = page.of("没有规则考虑过它", "no rule looked at it").to_string();
        page.line(2, &words);
    }
    page.rows(2, telling.language.of("未采纳的名称：", "names decided against:"), &rows);
    page.unread(&errors);
    Some(page.text)
}

fn alias_told(node: &NodeRow, alias: &str, sources: &[Source], language: Language) -> String {
    let opening = format!("{alias} → ");
    if let Some(reason) = node.attributes.reasons.iter().find(|reason| reason.starts_with(&opening)) {
        return link::reason_in(language, reason);
    }
    for source in sources {
        let Some(entity) = source.entity(&node.id) else { continue };
        if let Some(span) = source.spans(entity).find(|span| source.words(*span) == alias) {
            return format!("{alias}  {}{}", language.of("原文写法：", "so written: "), source.place(span));
        }
    }
    format!("{alias}  {}", language.of("由名称推出的形式", "a form that the name implies"))
}

/// The rule of a mention in words, and its place with the words that made the rule look.
fn mention_told(source: &Source, span: Span, entity: usize, language: Language) -> (String, String) {
    let found = source.mention(span, entity);
    let rule = found.map(|mention| mention_rule(&mention.rule, language)).unwrap_or_default();
    let card = found.and_then(|mention| extract::rule(&mention.rule));
    let cue =
        card.and_then(|card| cue(source, span, &card)).map(|cue| format!("  {}“{cue}”", language.of("因", "by ")));
    (rule, format!("{}  {}{}", source.place(span), source.around(span), cue.unwrap_or_default()))
}

/// The word of a rule's table that speaks for a mention: the head that ends it, the noun that
/// closes its list, the cue that stands nearest in its sentence.
fn cue(source: &Source, span: Span, card: &RuleCard) -> Option<String> {
    let words = source.words(span);
    let longest = |fits: &dyn Fn(&str) -> bool| {
        card.words.iter().filter(|word| fits(word)).max_by_key(|word| word.len()).cloned()
    };
    if card.id.starts_with("heads.") {
        // Phases and 项目 may follow the head.
        return longest(&|word| words.ends_with(word)).or_else(|| longest(&|word| words.contains(word)));
    }
    let sentence = source.trace.found.outline.sentence_at(span.start)?;
    let sentence = source.trace.found.outline.sentences[sentence].span;
    let behind = &source.text()[span.end..sentence.end.max(span.end)];
    if card.id.starts_with("lists.") {
        let closing = &behind[behind.find('等')?..];
        return longest(&|word| closing.find(word).is_some_and(|at| at <= CLOSING));
    }
    let before = &source.text()[sentence.start.min(span.start)..span.start];
    let distance = |word: &String| {
        let near = [before.rfind(word.as_str()).map(|at| before.len() - at - word.len()), behind.find(word.as_str())];
        near.into_iter().flatten().min()
    };
    let cues = card.words.iter().filter_map(|word| Some((distance(word)?, std::cmp::Reverse(word.len()), word)));
    cues.min().map(|(_, _, word)| word.clone())
}

/// Most bytes between 等 and the noun that closes a list: a count and adjectives.
const CLOSING: usize = 30;

/// Lines under the rule that they share.
#[derive(Default)]
struct ByRule {
    rules: Vec<(String, Vec<String>)>,
}

impl ByRule {
    fn add(&mut self, rule: String, line: String) {
        match self.rules.iter_mut().find(|(known, _)| *known == rule) {
            Some((_, lines)) => lines.push(line),
            None => self.rules.push((rule, vec![line])),
        }
    }

    /// Each rule in words, then its lines, at most `most` of them.
    fn lines(self, most: usize, language: Language) -> Vec<String> {
        let told = |(rule, lines): (String, Vec<String>)| {
            let more = lines.len().saturating_sub(most);
            let rest = (more > 0).then(|| format!("    {}", further(more, language)));
            let shown: Vec<String> = lines.into_iter().take(most).map(|line| format!("    {line}")).collect();
            [rule].into_iter().chain(shown).chain(rest).collect::<Vec<_>>().join("\n")
        };
        self.rules.into_iter().map(told).collect()
    }
}

fn fact_told(fact: &crate::graph::file::FactRow, language: Language) -> String {
    let label = fact.attribute.parse::<Attribute>().map_or(fact.attribute.as_str(), |is| language.attribute(is));
    let value = match &fact.value {
        ValueRow::Number(number) => number.to_string(),
        ValueRow::Text(text) => text.clone(),
    };
    let series = fact.indicator.as_deref().unwrap_or("");
    let label = if series.is_empty() { label.to_string() } else { format!("{series} {label}") };
    format!("{label}  {value}  “{}”  {}", fact.raw, sure(fact.confidence))
}

/// Whether a rejection bears on an entity: it stands where one of its names stands, or bears
/// one of them.
fn concerns(source: &Source, rejection: &Rejection, entity: usize) -> bool {
    let span = rejection.mention.span;
    let known = &source.trace.found.linked.entities[entity];
    let name = rejection.mention.name(source.text());
    source.spans(entity).any(|own| own.overlaps(span) && own != span)
        || name == known.name
        || known.aliases.iter().any(|alias| alias == name)
}

/// Rejections, the same of many places on one line.
fn rejections_told(source: &Source, language: Language, wanted: impl Fn(&Rejection) -> bool) -> Vec<String> {
    let mut lines: BTreeMap<(String, String), Vec<Span>> = BTreeMap::new();
    let mut order = Vec::new();
    for rejection in source.trace.rejections.iter().filter(|rejection| wanted(rejection)) {
        let mention = &rejection.mention;
        let why = match &rejection.against {
            Against::Check(saying) => language.of(saying.zh, saying.en).to_string(),
            // The same name by another rule is no decision against it.
            Against::Overlap(winner) if winner.span == mention.span && winner.kind == mention.kind => continue,
            Against::Overlap(winner) => {
                let verb = language.of("让位于", "gives way to");
                format!("{verb} “{}” ({}, {})", winner.name(source.text()), language.kind(winner.kind), winner.rule)
            }
        };
        let kind = language.kind(mention.kind);
        let key = (format!("“{}” ({kind}, {})", mention.name(source.text()), mention.rule), why);
        if !lines.contains_key(&key) {
            order.push(key.clone());
        }
        lines.entry(key).or_default().push(mention.span);
    }
    let told = |key: &(String, String)| {
        let spans = &lines[key];
        let times = if spans.len() > 1 { format!(" ×{}", spans.len()) } else { String::new() };
        format!("{}  {}  {}{times}", source.place(spans[0]), key.0, key.1)
    };
    order.iter().map(told).collect()
}
