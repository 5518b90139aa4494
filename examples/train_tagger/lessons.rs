//! Where the annotated names stand, as labels of words.

use std::collections::BTreeMap;

use tuzhi::eval::Gold;
use tuzhi::extract::tagger::{self, Label, View};
use tuzhi::model::Span;
use tuzhi::ontology::Kind;

/// A sentence: the features of its words, and their labels.
pub struct Sentence {
    pub features: Vec<Vec<u32>>,
    pub labels: Vec<usize>,
}

/// A name: its features, and the index of its kind.
pub struct Named {
    pub features: Vec<u32>,
    pub kind: usize,
}

/// What can be learned from a text.
#[derive(Default)]
pub struct Lessons {
    pub sentences: Vec<Sentence>,
    pub names: Vec<Named>,
}

/// Names that are asked for and names that are accepted are learned alike. A name whose ends
/// are no ends of words, one in 70, is passed over.
pub fn lessons(text: &str, view: &View, gold: &Gold) -> Lessons {
    let names = names(text, gold);
    let mut lessons = Lessons::default();
    for row in view.sentences.iter().filter(|row| !row.spans.is_empty()) {
        let mut labels = vec![Label::Outside as usize; row.spans.len()];
        let (start, end) = (row.spans[0].start, row.spans[row.spans.len() - 1].end);
        for (span, kind) in names.range(Span::new(start, start)..).take_while(|(span, _)| span.start < end) {
            let first = row.spans.binary_search_by_key(&span.start, |word| word.start);
            let last = row.spans.binary_search_by_key(&span.end, |word| word.end);
            let (Ok(first), Ok(last)) = (first, last) else { continue };
            labels[first..=last].fill(Label::Inner as usize);
            labels[first] = Label::First as usize;
            labels[last] = if first == last { Label::Alone } else { Label::Last } as usize;
            let kind = Kind::ALL.iter().position(|other| other == kind).unwrap_or(0);
            lessons.names.push(Named { features: tagger::kind_features(text, row, first, last), kind });
        }
        lessons.sentences.push(Sentence { features: view.features(row), labels });
    }
    lessons
}

/// The places of all names and aliases; the longest where some overlap.
fn names(text: &str, gold: &Gold) -> BTreeMap<Span, Kind> {
    let mut forms: BTreeMap<&str, (bool, Kind)> = BTreeMap::new();
    for entity in &gold.entities {
        let kind = entity.kind.parse().expect("a kind");
        for form in std::iter::once(&entity.name).chain(&entity.aliases).filter(|form| form.chars().count() > 1) {
            let known = forms.entry(form).or_insert((entity.core, kind));
            if entity.core && !known.0 {
                *known = (true, kind);
            }
        }
    }
    let mut forms: Vec<_> = forms.into_iter().collect();
    forms.sort_by_key(|(form, _)| std::cmp::Reverse(form.chars().count()));
    let mut found: BTreeMap<Span, Kind> = BTreeMap::new();
    for (form, (_, kind)) in forms {
        for (at, _) in text.match_indices(form) {
            let span = Span::new(at, at + form.len());
            if !found.keys().any(|other| other.overlaps(span)) {
                found.insert(span, kind);
            }
        }
    }
    found
}
