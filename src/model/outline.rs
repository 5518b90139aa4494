//! The frame of a report: what its title, sections and sentences say about time and place.

use super::{Period, Span};
use crate::ontology::Modality;

/// The frame of one report.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Outline {
    /// The title as written, on one line.
    pub title: Option<String>,
    /// The region that reports, as written in title or subtitle (`通化市东昌区`).
    pub region: Option<String>,
    /// The day on which it was given, `2021-01-05` (or `2021-01`, `2021` where less is said).
    pub date: Option<String>,
    /// The person who gave it, without title.
    pub speaker: Option<String>,
    /// Where the speaker's name stands.
    pub speaker_span: Option<Span>,
    /// Titles of the speaker as written (`区委书记`, `区长`).
    pub speaker_titles: Vec<String>,
    /// The year or years looked back on.
    pub reviews: Option<Period>,
    /// The year or years planned.
    pub plans: Option<Period>,
    /// Sections in the order of the text; the first covers what stands above any heading.
    pub sections: Vec<Section>,
    /// Sentences in the order of the text, headings and title lines among them.
    pub sentences: Vec<Sentence>,
}

impl Outline {
    /// The sentence that covers byte `at`, if any.
    pub fn sentence_at(&self, at: usize) -> Option<usize> {
        let index = self.sentences.partition_point(|sentence| sentence.span.end <= at);
        self.sentences.get(index).filter(|sentence| sentence.span.start <= at).map(|_| index)
    }
}

/// What a section is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SectionKind {
    /// Title, salutation, and whatever stands above the first heading.
    Front,
    /// Looks back.
    Review,
    /// Looks forward.
    Plan,
}

/// A part of the report under one heading, up to the next heading of any depth.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// The heading with its number (`（二）稳增长基础进一步夯实。`); empty for the front.
    pub heading: String,
    /// From the heading to the next one.
    pub span: Span,
    /// 1 for `一、`, 2 for `（一）`, 3 for `1.` and `一是` at the head of a line; 0 for the front.
    pub depth: u8,
    /// Whether it looks back or forward.
    pub kind: SectionKind,
    /// The period it speaks of where a sentence says nothing else.
    pub period: Option<Period>,
}

/// A sentence: ends at `。！？`, at a line's end, never inside quotes or brackets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// Its words with the closing mark, without leading blanks.
    pub span: Span,
    /// Index into [`Outline::sections`].
    pub section: usize,
    /// Whether it is a heading, a title line or a salutation.
    pub heading: bool,
    /// The years it speaks of.
    pub period: Option<Period>,
    /// What holds for its statements where their own words say nothing else:
    /// [`Modality::Done`] in a review, [`Modality::Planned`] in a plan.
    pub modality: Modality,
}
