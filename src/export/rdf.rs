//! A graph as RDF: what is asserted, and what is said about each statement.
//!
//! A relation that is done or going on is asserted (`<a> tz:builds <b>`); one that is only
//! planned, or denied, is not. Either way a reifier with the id of the relation carries
//! modality, years and evidence. RDF 1.2 ties it to the triple with `rdf:reifies`; for stores
//! of RDF 1.1 it is an `rdf:Statement`.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::RdfVersion;
use super::labels::Labels;
use super::property;
use super::shape::Class;
use crate::graph::KnowledgeGraph;
use crate::graph::file::{DocumentRow, EdgeRow, EvidenceRow, FactRow, NodeRow, ValueRow};
use crate::model::Period;
use crate::ontology::{Kind, Language, Modality, RelationType};

/// Namespace of classes and properties.
pub const VOCABULARY: &str = "urn:tuzhi:vocabulary#";

/// What the names of things begin with.
const THINGS: &str = "urn:tuzhi:";

pub(super) const RDF: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
pub(super) const RDFS: &str = "http://www.w3.org/2000/01/rdf-schema#";
pub(super) const SKOS: &str = "http://www.w3.org/2004/02/skos/core#";
pub(super) const XSD: &str = "http://www.w3.org/2001/XMLSchema#";

/// The property whose value changes when anything that is said of a thing does.
pub const DIGEST: &str = "urn:tuzhi:vocabulary#digest";

/// A node of RDF.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Term {
    /// An IRI.
    Iri(String),
    /// Words in a language.
    Words(String, &'static str),
    /// A plain string.
    Text(String),
    /// A number or truth value as it is written, and the local name of its type.
    Typed(String, &'static str),
    /// A triple that is spoken of.
    Triple(Box<[Term; 3]>),
}

/// Subject, predicate, object.
pub type Triple = [Term; 3];

/// All that is said of one thing, which comes and goes as one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Thing {
    /// The IRI that all triples have as their subject, save the asserted one.
    pub subject: Term,
    /// What is said of it.
    pub triples: Vec<Triple>,
    /// For a relation that holds: the triple.
    pub asserted: Option<Triple>,
}

/// Makes things of rows.
#[derive(Debug, Clone, Copy)]
pub struct Maker {
    labels: Labels,
    language: Language,
    version: RdfVersion,
    quotes: bool,
}

impl Maker {
    /// With names of classes and properties in `language`.
    pub fn new(language: Language, version: RdfVersion, quotes: bool) -> Self {
        Self { labels: Labels::new(language), language, version, quotes }
    }

    /// Everything: the vocabulary, reports, evidence, entities, facts, relations.
    pub fn things<'g>(self, graph: &'g KnowledgeGraph) -> impl Iterator<Item = Thing> + 'g {
        let vocabulary = self.vocabulary().into_iter();
        let documents = graph.documents().map(move |row| self.document(row));
        let mut places = BTreeSet::new();
        let of_facts = property::facts(graph).flat_map(|(_, fact)| &fact.evidence);
        let evidence = graph.edges().flat_map(|edge| &edge.evidence).chain(of_facts);
        let evidence = evidence.filter(move |row| places.insert((&row.document, row.start, row.end)));
        let entities = graph.nodes().map(move |row| self.entity(row));
        let facts = property::facts(graph).map(move |(bearer, fact)| self.fact(bearer, fact));
        let relations = graph.edges().map(move |row| self.relation(row));
        let evidence = evidence.map(move |row| self.evidence(row));
        vocabulary.chain(documents).chain(evidence).chain(entities).chain(facts).chain(relations)
    }

    /// Classes and properties with their labels in both languages.
    fn vocabulary(self) -> Vec<Thing> {
        let class = |name: String, zh: &str, en: &str| {
            let thing = Builder::of(term(&name)).is(iri(RDFS, "Class"));
            let thing = thing.with(iri(RDFS, "label"), words(zh, "zh")).with(iri(RDFS, "label"), words(en, "en"));
            thing.done()
        };
        let mut things: Vec<Thing> = Class::ALL
            .into_iter()
            .map(|of| {
                let [zh, en] = [Language::Zh, Language::En].map(|language| Labels::new(language).class(of));
                class(self.labels.class(of).to_string(), zh, en)
            })
            .collect();
        things.extend(Kind::ALL.iter().map(|kind| {
            let mut thing =
                class(self.labels.kind(kind.name()).into(), Language::Zh.kind(*kind), Language::En.kind(*kind));
            let entity = term(self.labels.class(Class::Entity));
            thing.triples.push([thing.subject.clone(), iri(RDFS, "subClassOf"), entity]);
            thing
        }));
        things.extend(RelationType::ALL.iter().map(|relation| {
            let [zh, en] = [Language::Zh, Language::En].map(|language| language.relation(*relation));
            Builder::of(self.predicate(relation.name()))
                .is(iri(RDF, "Property"))
                .with(iri(RDFS, "label"), words(zh, "zh"))
                .with(iri(RDFS, "label"), words(en, "en"))
                .done()
        }));
        things
    }

    fn document(self, row: &DocumentRow) -> Thing {
        let thing = Builder::of(document(&row.id)).is(term(self.labels.class(Class::Document)));
        let thing = match &row.title {
            Some(title) => thing.with(iri(RDFS, "label"), words(title, "zh")),
            None => thing,
        };
        thing
            .texts("date", row.date.as_deref())
            .texts("speaker", row.speaker.as_deref())
            .texts("reviews", row.reviews.as_deref())
            .texts("plans", row.plans.as_deref())
            .texts("path", [row.path.as_str()])
            .texts("sha256", [row.sha256.as_str()])
            .texts("encoding", [row.encoding.as_str()])
            .all("region", row.region.as_deref().map(entity))
            .done()
    }

    fn evidence(self, row: &EvidenceRow) -> Thing {
        Builder::of(place(row))
            .is(term("Evidence"))
            .with(term("document"), document(&row.document))
            .with(term("start"), integer(row.start))
            .with(term("end"), integer(row.end))
            .all("quote", row.quote.as_deref().filter(|_| self.quotes).map(|quote| words(quote, "zh")))
            .done()
    }

    fn entity(self, row: &NodeRow) -> Thing {
        let NodeRow { aliases, attributes, mentions, .. } = row;
        let mut named_in: Vec<&str> = mentions.iter().map(|mention| mention.document.as_str()).collect();
        named_in.dedup();
        let mut thing = Builder::of(entity(&row.id))
            .is(term(self.labels.class(Class::Entity)))
            .is(term(&self.labels.kind(&row.kind)))
            .with(iri(RDFS, "label"), words(&row.name, "zh"));
        for alias in aliases {
            thing = thing.with(iri(SKOS, "altLabel"), words(alias, "zh"));
        }
        thing
            .texts("id", [row.id.as_str()])
            .texts("code", attributes.code.as_deref())
            .texts("level", attributes.level.as_deref())
            .texts("within", attributes.within.iter().map(String::as_str))
            .texts("rule", attributes.rule.as_deref())
            .all("confidence", attributes.confidence.map(decimal))
            .all("namedIn", named_in.into_iter().map(document))
            .done()
    }

    fn fact(self, bearer: &NodeRow, row: &FactRow) -> Thing {
        let value = match &row.value {
            ValueRow::Number(number) => double(*number),
            ValueRow::Text(text) => Term::Text(text.clone()),
        };
        let thing = Builder::of(numbered(&property::fact_id(bearer, row)))
            .is(term(self.labels.class(Class::Fact)))
            .with(term("of"), entity(&bearer.id))
            .texts("attribute", [row.attribute.as_str()])
            .with(term("value"), value)
            .texts("unit", row.unit.as_deref())
            .texts("bound", row.bound.as_deref())
            .texts("raw", [row.raw.as_str()])
            .texts("indicator", row.indicator.as_deref());
        said(thing, &row.modality, row.period.as_deref(), row.confidence, &row.rule, &row.evidence).done()
    }

    fn relation(self, row: &EdgeRow) -> Thing {
        let triple = [entity(&row.source), self.predicate(&row.kind), entity(&row.target)];
        let thing = Builder::of(numbered(&property::relation_id(row)));
        let thing = match self.version {
            RdfVersion::V1_2 => thing.with(iri(RDF, "reifies"), Term::Triple(Box::new(triple.clone()))),
            RdfVersion::V1_1 => {
                let [subject, predicate, object] = triple.clone();
                thing
                    .is(iri(RDF, "Statement"))
                    .with(iri(RDF, "subject"), subject)
                    .with(iri(RDF, "predicate"), predicate)
                    .with(iri(RDF, "object"), object)
            }
        };
        let thing = thing
            .is(term("Relation"))
            .with(term("polarity"), Term::Typed(row.polarity.to_string(), "boolean"))
            .texts("title", row.titles.iter().map(String::as_str));
        let mut thing =
            said(thing, &row.modality, row.period.as_deref(), row.confidence, &row.rule, &row.evidence).done();
        let holds = row.polarity && row.modality != Modality::Planned.name();
        thing.asserted = holds.then_some(triple);
        thing
    }

    /// The property of a relation: `located_in`, 位于.
    fn predicate(self, name: &str) -> Term {
        match self.language {
            Language::Zh => term(&self.labels.relation(name)),
            Language::En => term(name),
        }
    }
}

/// What facts and relations alike carry.
fn said(
    thing: Builder,
    modality: &str,
    period: Option<&str>,
    confidence: f64,
    rule: &str,
    evidence: &[EvidenceRow],
) -> Builder {
    let years = period.and_then(|period| period.parse::<Period>().ok());
    thing
        .texts("modality", [modality])
        .texts("period", period)
        .all("firstYear", years.map(|years| integer(years.first.into())))
        .all("lastYear", years.map(|years| integer(years.last.into())))
        .with(term("confidence"), decimal(confidence))
        .texts("rule", [rule])
        .all("evidence", evidence.iter().map(place))
}

/// A thing that is being made.
struct Builder {
    thing: Thing,
}

impl Builder {
    fn of(subject: Term) -> Self {
        Self { thing: Thing { subject, triples: Vec::new(), asserted: None } }
    }

    fn with(mut self, predicate: Term, object: Term) -> Self {
        self.thing.triples.push([self.thing.subject.clone(), predicate, object]);
        self
    }

    fn is(self, class: Term) -> Self {
        self.with(iri(RDF, "type"), class)
    }

    fn all(self, name: &str, objects: impl IntoIterator<Item = Term>) -> Self {
        objects.into_iter().fold(self, |thing, object| thing.with(term(name), object))
    }

    fn texts<'t>(self, name: &str, texts: impl IntoIterator<Item = &'t str>) -> Self {
        self.all(name, texts.into_iter().map(|text| Term::Text(text.into())))
    }

    fn done(self) -> Thing {
        self.thing
    }
}

/// The IRI of an entity.
pub fn entity(id: &str) -> Term {
    thing("entity", id)
}

fn document(id: &str) -> Term {
    thing("document", id)
}

/// `relation:0123…` or `fact:0123…`.
fn numbered(id: &str) -> Term {
    Term::Iri(format!("{THINGS}{id}"))
}

fn place(row: &EvidenceRow) -> Term {
    thing("evidence", &format!("{}:{}-{}", row.document, row.start, row.end))
}

fn thing(of: &str, id: &str) -> Term {
    Term::Iri(format!("{THINGS}{of}:{}", escaped(id)))
}

/// A class or property.
fn term(name: &str) -> Term {
    iri(VOCABULARY, name)
}

fn iri(space: &str, name: &str) -> Term {
    Term::Iri(format!("{space}{}", escaped(name)))
}

fn words(text: &str, language: &'static str) -> Term {
    Term::Words(text.into(), language)
}

fn integer(number: usize) -> Term {
    Term::Typed(number.to_string(), "integer")
}

fn decimal(number: f64) -> Term {
    let written = number.to_string();
    let point = if written.contains('.') { "" } else { ".0" };
    Term::Typed(format!("{written}{point}"), "decimal")
}

fn double(number: f64) -> Term {
    Term::Typed(format!("{number:e}"), "double")
}

/// What an IRI cannot hold, percent-encoded; other characters stay, so that it can be read.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        let may = match character {
            '-' | '.' | '_' | '~' | ':' | '@' => true,
            ascii if ascii.is_ascii() => ascii.is_ascii_alphanumeric(),
            // Private-use and other characters outside of what RFC 3987 lists, and blanks.
            other => {
                let code = u32::from(other);
                !other.is_control()
                    && !other.is_whitespace()
                    && matches!(code, 0xA0..=0xD7FF | 0xF900..=0xFDCF | 0xFDF0..=0xFFEF | 0x10000..=0xEFFFF)
                    && code & 0xFFFE != 0xFFFE
                    && !matches!(code, 0x200E | 0x200F | 0x202A..=0x202E)
                    && !(0xE0000..=0xE0FFF).contains(&code)
            }
        };
        if may {
            out.push(character);
        } else {
            let mut bytes = [0; 4];
            for byte in character.encode_utf8(&mut bytes).bytes() {
                let _ = write!(out, "%{byte:02X}");
            }
        }
    }
    out
}
