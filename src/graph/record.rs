//! From what the stages found in one report to its record.

use std::collections::BTreeMap;

use super::confidence::{Calibration, Claim};
use super::file::{
    DocumentRow, EdgeRow, EvidenceRow, FactRow, FormerRow, ListRow, MentionRow, NodeAttributes, NodeRow, RECORD_SCHEMA,
    Record, ValueRow,
};
use crate::lexicon::places;
use crate::model::{Bound, CountedList, Document, Fact, Linked, Outline, Relation, Span, Value};

/// Builds the record of one report. With `quotes` every evidence carries its words.
/// Confidences are those of [`Calibration::committed`].
pub fn record(
    document: &Document,
    outline: &Outline,
    linked: &Linked,
    relations: &[Relation],
    facts: &[Fact],
    quotes: bool,
) -> Record {
    build(Writer { document, quotes, calibration: Some(Calibration::committed()) }, outline, linked, relations, facts)
}

/// The same without quotes, with the confidences that rules rank by: what calibrations are
/// fitted on.
pub fn ranked_record(
    document: &Document,
    outline: &Outline,
    linked: &Linked,
    relations: &[Relation],
    facts: &[Fact],
) -> Record {
    build(Writer { document, quotes: false, calibration: None }, outline, linked, relations, facts)
}

fn build(writer: Writer<'_>, outline: &Outline, linked: &Linked, relations: &[Relation], facts: &[Fact]) -> Record {
    let document = writer.document;
    let ids: Vec<String> = linked.entities.iter().map(|entity| entity.id()).collect();
    let mut told: Vec<Vec<FactRow>> = linked.entities.iter().map(|_| Vec::new()).collect();
    for fact in facts {
        if let Some(of_entity) = told.get_mut(fact.entity) {
            of_entity.push(writer.fact(fact));
        }
    }
    let mut nodes: Vec<NodeRow> = linked
        .entities
        .iter()
        .enumerate()
        .zip(told)
        .map(|((index, entity), facts)| NodeRow {
            id: ids[index].clone(),
            kind: entity.kind.name().into(),
            name: entity.name.clone(),
            aliases: entity.aliases.clone(),
            attributes: NodeAttributes {
                code: entity.code.clone(),
                level: entity.level.map(|level| level.name().into()),
                within: within(entity.code.as_deref()),
                former: former(entity.code.as_deref()),
                rule: Some(entity.rule.clone()),
                confidence: Some(writer.confidence(Claim::Entity, &entity.rule, entity.confidence)),
                reasons: entity.reasons.clone(),
            },
            facts,
            mentions: entity.mentions.iter().map(|span| writer.mention(*span)).collect(),
        })
        .collect();
    nodes.sort_by(|a, b| a.id.cmp(&b.id));
    let mut edges: Vec<EdgeRow> = relations.iter().map(|relation| writer.edge(relation, &ids)).collect();
    edges.sort_by(|a, b| (&a.source, &a.target, &a.key).cmp(&(&b.source, &b.target, &b.key)));
    Record { schema: RECORD_SCHEMA.into(), document: document_row(document, outline, linked, &ids), nodes, edges }
}

/// Names of the divisions that the division of `code` lies in, nearest first.
fn within(code: Option<&str>) -> Vec<String> {
    code.map(places::ancestors).unwrap_or_default().iter().map(|place| place.name.to_string()).collect()
}

/// What the division of `code` was called before.
fn former(code: Option<&str>) -> Vec<FormerRow> {
    let row = |past: &places::Place| FormerRow {
        to: past.valid.to,
        from: past.valid.from,
        name: past.name.to_string(),
        code: past.code.to_string(),
    };
    code.map(places::former_names).unwrap_or_default().iter().map(row).collect()
}

fn document_row(document: &Document, outline: &Outline, linked: &Linked, ids: &[String]) -> DocumentRow {
    let mut repairs = BTreeMap::new();
    for repair in &document.repairs {
        *repairs.entry(repair.kind.name().to_string()).or_insert(0) += 1;
    }
    DocumentRow {
        id: document.id.clone(),
        title: outline.title.clone(),
        region: linked.region.map(|index| ids[index].clone()),
        date: outline.date.clone(),
        speaker: outline.speaker.clone(),
        reviews: outline.reviews.map(|period| period.to_string()),
        plans: outline.plans.map(|period| period.to_string()),
        path: document.path.clone(),
        sha256: document.sha256.clone(),
        encoding: document.encoding.clone(),
        repairs,
        lists: linked.lists.iter().map(|list| list_row(list, ids)).collect(),
    }
}

fn list_row(list: &CountedList, ids: &[String]) -> ListRow {
    ListRow {
        noun: list.noun.clone(),
        count: list.count,
        named: list.members.iter().map(|member| ids[*member].clone()).collect(),
        unnamed: list.unnamed(),
        start: list.span.start,
        end: list.span.end,
    }
}

struct Writer<'a> {
    document: &'a Document,
    quotes: bool,
    /// What confidences are reported with; none for the ranks themselves.
    calibration: Option<&'static Calibration>,
}

impl Writer<'_> {
    /// What is reported of a claim, to two decimals.
    fn confidence(&self, claim: Claim, rule: &str, rank: f32) -> f64 {
        let reported = self.calibration.map_or(f64::from(rank), |table| table.reported(claim, rule, rank));
        (reported * 100.0).round() / 100.0
    }

    fn evidence(&self, span: Span) -> EvidenceRow {
        let raw = self.document.map.source(span);
        EvidenceRow {
            document: self.document.id.clone(),
            start: span.start,
            end: span.end,
            raw: [raw.start, raw.end],
            quote: self.quotes.then(|| span.of(&self.document.text).to_string()),
        }
    }

    fn mention(&self, span: Span) -> MentionRow {
        MentionRow { document: self.document.id.clone(), start: span.start, end: span.end }
    }

    fn fact(&self, fact: &Fact) -> FactRow {
        FactRow {
            attribute: fact.attribute.name().into(),
            value: match &fact.value {
                Value::Number(number) => ValueRow::Number(*number),
                Value::Text(text) => ValueRow::Text(text.clone()),
            },
            unit: fact.unit.clone(),
            bound: (fact.bound != Bound::Exact).then(|| fact.bound.name().into()),
            raw: fact.raw.clone(),
            period: fact.period.map(|period| period.to_string()),
            modality: fact.modality.name().into(),
            indicator: fact.indicator.clone(),
            confidence: self.confidence(Claim::Fact, &fact.rule, fact.confidence),
            rule: fact.rule.clone(),
            evidence: vec![self.evidence(fact.evidence)],
        }
    }

    fn edge(&self, relation: &Relation, ids: &[String]) -> EdgeRow {
        let (mut source, mut target) = (&ids[relation.head], &ids[relation.tail]);
        if relation.kind.is_symmetric() && source > target {
            std::mem::swap(&mut source, &mut target);
        }
        let period = relation.period.map(|period| period.to_string());
        let denied = if relation.polarity { "" } else { "|not" };
        EdgeRow {
            source: source.clone(),
            target: target.clone(),
            key: format!("{}|{}|{}{denied}", relation.kind, relation.modality, period.as_deref().unwrap_or("")),
            kind: relation.kind.name().into(),
            modality: relation.modality.name().into(),
            period,
            polarity: relation.polarity,
            titles: relation.title.iter().cloned().collect(),
            confidence: self.confidence(Claim::Relation, &relation.rule, relation.confidence),
            rule: relation.rule.clone(),
            evidence: vec![self.evidence(relation.evidence)],
        }
    }
}
