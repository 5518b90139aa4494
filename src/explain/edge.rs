//! Why two entities are joined, or are not.

use std::collections::BTreeSet;

use super::rules::relation_rule;
use super::source::Source;
use super::{Page, Telling, documents, sure};
use crate::error::{Error, Result};
use crate::graph::KnowledgeGraph;
use crate::graph::file::{DocumentRow, EdgeRow, EvidenceRow, NodeRow};
use crate::model::{Relation, SectionKind, Span};
use crate::ontology::{Language, Modality, RelationType};
use crate::relate::{Heard, LostBy, ModalityBy};

/// Explains the edges between `a` and `b`, in both directions: the rule in words, each
/// sentence, and, from the files that `load` gives, the cue, where the ends stand, what gives
/// the modality, and what was decided against. Where there is no edge, the sentences that
/// name both are told with what the rules made of them.
pub fn edges(
    graph: &KnowledgeGraph,
    a: &NodeRow,
    b: &NodeRow,
    load: &impl Fn(&DocumentRow) -> Result<Vec<u8>>,
    telling: Telling,
) -> String {
    let named = |node: &NodeRow| node.mentions.iter().map(|mention| mention.document.clone()).collect::<BTreeSet<_>>();
    let edges: Vec<&EdgeRow> = graph
        .edges()
        .filter(|edge| edge.source == a.id && edge.target == b.id || edge.source == b.id && edge.target == a.id)
        .collect();
    let mut wanted: BTreeSet<String> = named(a).intersection(&named(b)).cloned().collect();
    wanted.extend(edges.iter().flat_map(|edge| &edge.evidence).map(|evidence| evidence.document.clone()));
    let (mut sources, mut errors): (Vec<(String, Source)>, Vec<Error>) = (Vec::new(), Vec::new());
    for row in documents(graph, |id| wanted.contains(id)).into_iter().take(telling.rows) {
        match Source::read(row, load, |_| true) {
            Ok(source) => sources.extend(source.map(|source| (row.id.clone(), source))),
            Err(error) => errors.push(error),
        }
    }
    let mut teller = Teller { page: Page::new(telling), ends: [a, b], sources: &sources };
    for edge in &edges {
        teller.edge(edge);
    }
    if edges.is_empty() {
        teller.nothing();
    }
    teller.against();
    teller.page.unread(&errors);
    teller.page.text
}

struct Teller<'a> {
    page: Page,
    ends: [&'a NodeRow; 2],
    sources: &'a [(String, Source)],
}

impl Teller<'_> {
    fn edge(&mut self, edge: &EdgeRow) {
        let language = self.page.telling.language;
        let name = |id: &String| self.ends.iter().find(|node| node.id == *id).map_or("", |node| node.name.as_str());
        let label = edge.kind.parse::<RelationType>().map_or(edge.kind.as_str(), |kind| language.relation(kind));
        let modality = edge.modality.parse::<Modality>().map_or(edge.modality.as_str(), |is| language.modality(is));
        let denied = if edge.polarity { "" } else { language.of("否认 · ", "denied · ") };
        let period = edge.period.as_deref().map(|period| format!(" · {period}")).unwrap_or_default();
        let title = format!(
            "{}  {label} →  {}  [{denied}{modality}{period}]  {}{}",
            name(&edge.source),
            name(&edge.target),
            language.of("置信度 ", "confidence "),
            sure(edge.confidence)
        );
        self.page.line(0, &title);
        self.page.line(2, &relation_rule(&edge.rule, language));
        for evidence in edge.evidence.iter().take(self.page.telling.rows) {
            self.evidence(edge, evidence);
        }
    }

    fn evidence(&mut self, edge: &EdgeRow, row: &EvidenceRow) {
        let language = self.page.telling.language;
        let span = Span::new(row.start, row.end);
        let Some((_, source)) = self.sources.iter().find(|(id, _)| *id == row.document) else {
            let quote = row.quote.clone().unwrap_or_default();
            self.page.line(4, &format!("{}: {quote}", row.document));
            return;
        };
        self.page.line(4, &format!("{}  {}", source.place(span), source.words(span)));
        let Some(relation) = stated(source, edge, span) else {
            let words = self
                .page
                .of("如今的程序不再如此判断；请重新生成图谱", "this program no longer says so; build the graph anew");
            let words = words.to_string();
            self.page.line(8, &words);
            return;
        };
        let heard = source.trace.relations.heard.iter().find(|heard| heard.found.contains(relation));
        let mut lines = Vec::new();
        if relation.rule != edge.rule {
            lines.push(relation_rule(&relation.rule, language));
        }
        if let Some(heard) = heard {
            let words = language.of("提示词", "cue");
            lines.push(format!(
                "{words} “{}”  {}“{}”",
                source.words(heard.cue),
                language.of("分句：", "in the clause "),
                source.words(heard.clause)
            ));
        }
        for (end, zh, en) in [(relation.head, "主体", "head"), (relation.tail, "客体", "tail")] {
            let side = side(source, end, relation, heard, language);
            lines.push(format!("{} {}{}{side}", language.of(zh, en), source.name(end), language.of("：", ": ")));
        }
        lines.push(modality(source, relation, heard, language));
        for line in lines {
            self.page.line(8, &line);
        }
    }

    /// There is no edge: what the sentences that name both say.
    fn nothing(&mut self) {
        let [a, b] = self.ends;
        let language = self.page.telling.language;
        let title = match language {
            Language::Zh => format!("{} 与 {} 之间没有关系", a.name, b.name),
            Language::En => format!("nothing joins {} and {}", a.name, b.name),
        };
        self.page.line(0, &title);
        let mut rows = Vec::new();
        for (_, source) in self.sources {
            let (Some(one), Some(other)) = (source.entity(&a.id), source.entity(&b.id)) else { continue };
            for sentence in &source.trace.found.outline.sentences {
                let names = |entity: usize| source.spans(entity).any(|span| sentence.span.contains(span));
                if !names(one) || !names(other) {
                    continue;
                }
                rows.push(format!("{}  {}", source.place(sentence.span), source.words(sentence.span)));
                let inside = |heard: &&Heard| sentence.span.contains(heard.clause);
                let mut told: BTreeSet<String> = BTreeSet::new();
                for heard in source.trace.relations.heard.iter().filter(inside) {
                    told.insert(unmet(source, heard, language));
                }
                if told.is_empty() {
                    told.insert(language.of("　没有提示词", "  no cue").into());
                }
                rows.extend(told);
            }
        }
        if rows.is_empty() {
            let words = self.page.of("没有句子同时提到两者", "no sentence names both").to_string();
            self.page.line(2, &words);
        }
        let heading = self.page.of("同时提到两者的句子：", "sentences that name both:").to_string();
        self.page.rows(2, &heading, &rows);
    }

    /// Relations between the two that were found and not kept.
    fn against(&mut self) {
        let language = self.page.telling.language;
        let mut rows = Vec::new();
        for (_, source) in self.sources {
            let ends = self.ends.map(|node| source.entity(&node.id));
            let [Some(one), Some(other)] = ends else { continue };
            for lost in &source.trace.relations.lost {
                let relation = &lost.relation;
                if BTreeSet::from([relation.head, relation.tail]) != BTreeSet::from([one, other]) {
                    continue;
                }
                let why = match &lost.by {
                    LostBy::ItsOwnEnd => {
                        language.of("一物不与自身相关", "a thing stands in no relation to itself").into()
                    }
                    LostBy::Signature => {
                        language.of("这种关系不连接这两类实体", "the relation does not connect these kinds").into()
                    }
                    LostBy::Surer(rule) => {
                        format!("{}{rule}", language.of("同句中更可靠的规则：", "surer in that sentence: "))
                    }
                };
                rows.push(format!(
                    "{}  {} ({})  {why}",
                    source.place(relation.evidence),
                    language.relation(relation.kind),
                    relation.rule
                ));
            }
        }
        let heading = self.page.of("未采纳：", "decided against:").to_string();
        self.page.rows(2, &heading, &rows);
    }
}

/// The relation of the report that an edge's evidence stands for.
fn stated<'a>(source: &'a Source, edge: &EdgeRow, span: Span) -> Option<&'a Relation> {
    let (head, tail) = (source.entity(&edge.source)?, source.entity(&edge.target)?);
    source.trace.found.relations.iter().find(|relation| {
        let ends = (relation.head, relation.tail);
        relation.evidence == span
            && relation.kind.name() == edge.kind
            && relation.modality.name() == edge.modality
            && relation.polarity == edge.polarity
            && (ends == (head, tail) || relation.kind.is_symmetric() && ends == (tail, head))
    })
}

/// Where an end of a relation stands.
fn side(source: &Source, end: usize, relation: &Relation, heard: Option<&Heard>, language: Language) -> String {
    let spans: Vec<Span> = source.spans(end).filter(|span| relation.evidence.contains(*span)).collect();
    let clause = heard.map_or(relation.evidence, |heard| heard.clause);
    let near = spans
        .iter()
        .filter(|span| clause.contains(**span))
        .min_by_key(|span| heard.map_or(span.start, |heard| span.start.abs_diff(heard.cue.start)));
    let quoted = |span: &Span| format!("“{}”", source.words(*span));
    match (near, spans.last(), heard) {
        (Some(span), _, Some(heard)) if span.start < heard.cue.start => {
            format!("{}{}", quoted(span), language.of("，在提示词之前", " before the cue"))
        }
        (Some(span), _, Some(_)) => format!("{}{}", quoted(span), language.of("，在提示词之后", " behind the cue")),
        (Some(span), _, None) => format!("{}{}", quoted(span), language.of("，在句中", " in the sentence")),
        (None, Some(span), _) => {
            format!("{}{}", quoted(span), language.of("，在同句其他分句", " in another clause of the sentence"))
        }
        (None, None, _) if source.trace.found.linked.region == Some(end) => {
            language.of("报告地区，句中省略", "the reporting region, which the sentence implies").into()
        }
        _ => language.of("句中另一名称含有它", "a name of the sentence holds it").into(),
    }
}

/// What gives a relation its modality.
fn modality(source: &Source, relation: &Relation, heard: Option<&Heard>, language: Language) -> String {
    let label = language.modality(relation.modality);
    match heard.map(|heard| heard.modality) {
        Some(ModalityBy::Rule) => format!("{label}{}", language.of("：提示词本身如此", ": the cue itself says so")),
        Some(ModalityBy::Words(span)) => format!("{label}{}“{}”", language.of("：", ": "), source.words(span)),
        _ => {
            let outline = &source.trace.found.outline;
            let sentence = outline.sentence_at(relation.evidence.start).map(|at| &outline.sentences[at]);
            let section = sentence.and_then(|sentence| outline.sections.get(sentence.section));
            let why = match section.map(|section| section.kind) {
                Some(SectionKind::Review) => language.of("：所在部分为回顾", ": its section looks back"),
                Some(SectionKind::Plan) => language.of("：所在部分为计划", ": its section looks forward"),
                _ => language.of("：见于报告首部", ": it stands in the head of the report"),
            };
            format!("{label}{why}")
        }
    }
}

/// A cue of which nothing between the two came.
fn unmet(source: &Source, heard: &Heard, language: Language) -> String {
    let cue = source.words(heard.cue);
    if heard.found.is_empty() {
        let why = language.of("所需的两端不在", "the ends that it wants are not there");
        return format!("　“{cue}” ({})  {why}", heard.rule);
    }
    let pairs: Vec<String> = heard
        .found
        .iter()
        .map(|relation| format!("{} → {}", source.name(relation.head), source.name(relation.tail)))
        .collect();
    format!("　“{cue}” ({})  {}", heard.rule, pairs.join("、"))
}
