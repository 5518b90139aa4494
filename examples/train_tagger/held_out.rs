//! What the tagger adds to a text that it has not learned from.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;

use rayon::prelude::*;
use tuzhi::eval::{Found, Gold, Part, Scores, score};
use tuzhi::extract::tagger::{self, Model};
use tuzhi::model::{Document, Mention, Outline};
use tuzhi::{extract, link, outline, pipeline, relate};

use crate::annotated::{self, Annotated};
use crate::learn::learn;
use crate::lessons::{Lessons, lessons};

/// An annotated text with what can be learned from it.
pub struct Text {
    name: String,
    /// Whether rules were written with it at hand; only such texts are learned from.
    read: bool,
    gold: Gold,
    document: Document,
    outline: Outline,
    lessons: Lessons,
}

/// Scores of names, entities, relations and facts.
type Parts = [Part; 4];

const PARTS: [&str; 4] = ["names", "entities", "relations", "facts"];

const HEADINGS: &str =
    "text\tpart\trules P\trules R\trules F1\twith the tagger P\twith the tagger R\twith the tagger F1";

impl Text {
    /// Reads a text.
    pub fn of(annotated: Annotated) -> Self {
        let Annotated { name, bytes, gold, read } = annotated;
        let document = pipeline::open(&name, &bytes).expect("a report");
        let outline = outline::outline(&document.text);
        let lessons = lessons(&document.text, &tagger::view(&document.text, &outline), &gold);
        Self { name, read, gold, document, outline, lessons }
    }

    /// What all stages find with these mentions, against the annotation.
    fn scores(&self, mentions: Vec<Mention>) -> Parts {
        let (text, outline) = (&self.document.text, &self.outline);
        let linked = link::link(text, outline, &mentions);
        let relations = relate::relations(text, outline, &linked);
        let facts = relate::facts(text, outline, &linked);
        let (document, outline) = (self.document.clone(), self.outline.clone());
        let record = pipeline::Extraction { document, outline, mentions, linked, relations, facts }.record(true);
        let Scores { names, entities, relations, facts, .. } =
            score(&Found::of(&record.nodes, &record.edges), &self.gold, None);
        [names, entities, relations, facts]
    }

    /// The scores of rules alone, and with the tagger of these weights.
    pub fn without_and_with(&self, model: &Model) -> [Parts; 2] {
        let alone = extract::by_rules(&self.document.text, &self.outline);
        let with = extract::with_tagger(&self.document.text, &self.outline, model);
        [alone, with].map(|mentions| self.scores(mentions))
    }
}

/// All annotated texts in `folder`, by name.
pub fn texts(folder: &Path) -> Vec<Text> {
    annotated::texts(folder).into_iter().map(Text::of).collect()
}

/// Weights learned from those of `texts` that rules were written with.
pub fn learned<'a>(texts: impl Iterator<Item = &'a Text>) -> Model {
    let lessons: Vec<&Lessons> = texts.filter(|text| text.read).map(|text| &text.lessons).collect();
    let sentences: Vec<_> = lessons.iter().flat_map(|lessons| &lessons.sentences).collect();
    let names: Vec<_> = lessons.iter().flat_map(|lessons| &lessons.names).collect();
    learn(&sentences, &names)
}

/// The scores of each text by rules alone and with weights learned from the others, and their sums.
pub fn table(texts: &[Text]) -> String {
    let others = |text: &Text| learned(texts.iter().filter(|other| other.name != text.name));
    let all: Vec<[Parts; 2]> = texts.par_iter().map(|text| text.without_and_with(&others(text))).collect();
    let mut table = format!("{HEADINGS}\n");
    let mut sums: BTreeMap<bool, [Parts; 2]> = BTreeMap::new();
    for (text, both) in texts.iter().zip(&all) {
        rows(&mut table, &text.name, both);
        let sum = |sums: &[Parts; 2]| {
            std::array::from_fn(|way| std::array::from_fn(|part| sums[way][part].and(&both[way][part])))
        };
        sums.entry(text.read).and_modify(|sums| *sums = sum(sums)).or_insert(*both);
    }
    for (read, both) in sums.iter().rev() {
        rows(&mut table, if *read { "all, read" } else { "all, not read" }, both);
    }
    table
}

fn rows(table: &mut String, name: &str, [alone, with]: &[Parts; 2]) {
    let figures = |of: &Part| format!("{:.3}\t{:.3}\t{:.3}", of.precision(), of.recall(), of.f1());
    for (part, (alone, with)) in PARTS.iter().zip(alone.iter().zip(with)) {
        writeln!(table, "{name}\t{part}\t{}\t{}", figures(alone), figures(with)).expect("text grows");
    }
}
