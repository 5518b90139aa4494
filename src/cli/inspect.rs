//! `tuzhi inspect`: what each stage makes of a report.

use tuzhi::error::Result;
use tuzhi::lexicon::words;
use tuzhi::model::{Document, Outline, Period, Span, Value};
use tuzhi::ontology::Language;
use tuzhi::pipeline::{self, Extraction};

use super::Done;
use super::args::{Inspect, Stage};
use super::messages::{Columns, attribute_label, kind_label, modality_label, relation_label};
use super::screen::Screen;
use super::table::{Table, padded};

/// Prints the result of one stage as text with aligned columns.
pub fn run(options: &Inspect, screen: &Screen) -> Result<Done> {
    let document = super::open(&options.input)?;
    let view = View { columns: screen.messages().columns, language: screen.language() };
    if options.stage == Stage::Words {
        screen.print(&view.words(&document))?;
        return Ok(Done::All);
    }
    let found = pipeline::extract(document);
    let text = match options.stage {
        Stage::Outline => view.outline(&found.document.text, &found.outline),
        Stage::Words => String::new(),
        Stage::Mentions => view.mentions(&found),
        Stage::Entities => view.entities(&found),
        Stage::Relations => view.relations(&found),
        Stage::Facts => view.facts(&found),
    };
    screen.print(&text)?;
    Ok(Done::All)
}

struct View {
    columns: &'static Columns,
    language: Language,
}

impl View {
    fn outline(&self, text: &str, outline: &Outline) -> String {
        let c = self.columns;
        let date = outline.date.as_deref();
        let speaker = outline.speaker.as_ref().map(|name| format!("{name} {}", outline.speaker_titles.join("、")));
        let (reviews, plans) = (years(outline.reviews), years(outline.plans));
        let frame = [
            (c.title, outline.title.as_deref()),
            (c.region, outline.region.as_deref()),
            (c.date, date),
            (c.speaker, speaker.as_deref()),
            (c.reviews, Some(reviews.as_str())),
            (c.plans, Some(plans.as_str())),
        ];
        let mut page = String::new();
        for (label, value) in frame {
            page.push_str(format!("{}  {}", padded(label, 8), value.unwrap_or("")).trim_end());
            page.push('\n');
        }
        page.push('\n');
        let mut table = Table::new([c.bytes, c.depth, c.period, c.modality, c.sentence]);
        for sentence in &outline.sentences {
            let section = outline.sections.get(sentence.section);
            table.row([
                range(sentence.span),
                section
                    .map(
                        |section| {
                            if sentence.heading { format!("{}#", section.depth) } else { section.depth.to_string() }
                        },
                    )
                    .unwrap_or_default(),
                years(sentence.period),
                modality_label(self.language, sentence.modality),
                one_line(sentence.span.of(text)),
            ]);
        }
        page + &table.text()
    }

    fn words(&self, document: &Document) -> String {
        let c = self.columns;
        let mut table = Table::new([c.bytes, c.tag, c.word]);
        let mut at = 0;
        for word in words::tagger().tag(&document.text, true) {
            let span = Span::new(at, at + word.word.len());
            at = span.end;
            if !word.word.trim().is_empty() {
                table.row([range(span), word.tag.to_string(), word.word.to_string()]);
            }
        }
        table.text()
    }

    fn mentions(&self, found: &Extraction) -> String {
        let c = self.columns;
        let mut table = Table::new([c.bytes, c.kind, c.confidence, c.name, c.rule]);
        for mention in &found.mentions {
            table.row([
                range(mention.span),
                kind_label(self.language, mention.kind),
                sure(mention.confidence),
                one_line(mention.name(&found.document.text)),
                mention.rule.clone(),
            ]);
        }
        table.text()
    }

    fn entities(&self, found: &Extraction) -> String {
        let c = self.columns;
        let mut table = Table::new([c.kind, c.name, c.mentions, c.code, c.level, c.confidence, c.rule, c.aliases]);
        for entity in &found.linked.entities {
            table.row([
                kind_label(self.language, entity.kind),
                one_line(&entity.name),
                entity.mentions.len().to_string(),
                entity.code.clone().unwrap_or_default(),
                entity.level.map(|level| level.to_string()).unwrap_or_default(),
                sure(entity.confidence),
                entity.rule.clone(),
                one_line(&entity.aliases.join("、")),
            ]);
        }
        table.text()
    }

    fn relations(&self, found: &Extraction) -> String {
        let c = self.columns;
        let mut table =
            Table::new([c.head, c.relation, c.tail, c.modality, c.period, c.confidence, c.rule, c.evidence]);
        for relation in &found.relations {
            let not = if relation.polarity { "" } else { "¬" };
            table.row([
                name(found, relation.head),
                format!("{not}{}", relation_label(self.language, relation.kind)),
                name(found, relation.tail),
                modality_label(self.language, relation.modality),
                years(relation.period),
                sure(relation.confidence),
                relation.rule.clone(),
                one_line(relation.evidence.of(&found.document.text)),
            ]);
        }
        table.text()
    }

    fn facts(&self, found: &Extraction) -> String {
        let c = self.columns;
        let mut table = Table::new([
            c.entity, c.attribute, c.indicator, c.value, c.unit, c.modality, c.period, c.confidence, c.rule, c.evidence,
        ]);
        for fact in &found.facts {
            let value = match &fact.value {
                Value::Number(number) => number.to_string(),
                Value::Text(text) => text.clone(),
            };
            table.row([
                name(found, fact.entity),
                attribute_label(self.language, fact.attribute),
                fact.indicator.clone().unwrap_or_default(),
                value,
                fact.unit.clone().unwrap_or_default(),
                modality_label(self.language, fact.modality),
                years(fact.period),
                sure(fact.confidence),
                fact.rule.clone(),
                one_line(fact.evidence.of(&found.document.text)),
            ]);
        }
        table.text()
    }
}

fn name(found: &Extraction, index: usize) -> String {
    found.linked.entities.get(index).map(|entity| one_line(&entity.name)).unwrap_or_default()
}

fn range(span: Span) -> String {
    format!("{}-{}", span.start, span.end)
}

fn years(period: Option<Period>) -> String {
    period.map(|period| period.to_string()).unwrap_or_default()
}

fn sure(confidence: f32) -> String {
    format!("{confidence:.2}")
}

/// A cell must not break its row.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
