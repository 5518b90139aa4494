//! Names that no rule finds, by weights learned from annotated reports.
//!
//! A linear-chain model reads each sentence word by word; the best reading tells which words
//! are names. A name is taken where the best reading with it is better than the best without
//! by a margin, and where rules found nothing. `examples/train_tagger` learns the weights,
//! `examples/word_classes` makes the classes of words that they rest on.

mod classes;
mod decode;
mod features;
mod hash;
mod kinds;
mod model;
mod view;

pub use model::{BUCKETS, KIND_BUCKETS, KINDS, LABELS, Label, Model, SCALE};
pub use view::{Row, View};

use super::context::{Context, mention};
use super::echo::taken;
use crate::model::{Mention, Outline, Span};
use crate::ontology::Kind;

/// The margin from which a name is taken, in steps of weights: the least at which 88 of 100 names
/// in reports that nobody read are right, those of the rules with them (`tests/eval/tagger.tsv`).
const LEAST: i32 = 72;

/// What such a name ranks by, below all rules.
const RANK: f32 = 0.6;

/// A clean text as the tagger sees it.
pub fn view(text: &str, outline: &Outline) -> View {
    View::of(&Context::new(text, outline))
}

/// The numbers of the features that tell the kind of the name that the words `first..=last` of a
/// sentence are.
pub fn kind_features(text: &str, row: &Row, first: usize, last: usize) -> Vec<u32> {
    kinds::features(text, &row.spans, first, last)
}

/// Adds names by `model` where `mentions` (sorted by place) leave room, and keeps the order.
pub(super) fn find(context: &Context<'_>, model: &Model, mentions: &mut Vec<Mention>) {
    let view = View::of(context);
    let alone = view.alone(model);
    let mut found = Vec::new();
    for row in &view.sentences {
        let span = |first: usize, last: usize| Span::new(row.spans[first].start, row.spans[last].end);
        let free = |first, last| fits(span(first, last).of(context.text)) && !taken(mentions, span(first, last));
        for name in decode::names(model, &view.scores(model, &alone, row), free) {
            if name.margin >= LEAST {
                let kind = Kind::ALL[model.kind(&kind_features(context.text, row, name.first, name.last))];
                found.push(mention(span(name.first, name.last), kind, format!("tagger.{}", kind.name()), RANK));
            }
        }
    }
    mentions.extend(found);
    mentions.sort_by(|a, b| (a.span, &a.name).cmp(&(b.span, &b.name)));
}

/// Whether words are as long as a name, and hold no stop.
fn fits(words: &str) -> bool {
    words.chars().nth(1).is_some() && !words.contains(['，', '。', '；', '：', '！', '？', '、', ',', ';'])
}

#[cfg(test)]
mod tests {
    use crate::model::Mention;
    use crate::{extract, outline};

    fn tagged(text: &str) -> Vec<Mention> {
        let mut mentions = extract::extract(text, &outline::outline(text));
        mentions.retain(|mention| mention.rule.starts_with("tagger."));
        mentions
    }

    #[test]
    fn names_are_added_where_rules_find_none() {
        let text = "一、2023年工作回顾\n启动银杏湖清淤，建成云溪味道体验馆。\n";
        let found = tagged(text);
        let names: Vec<(&str, &str)> =
            found.iter().map(|mention| (mention.rule.as_str(), mention.name(text))).collect();
        assert_eq!(names, [("tagger.project", "银杏湖清淤"), ("tagger.project", "云溪味道体验馆")]);
    }

    #[test]
    fn what_rules_find_stays() {
        let text = include_str!("../../../examples/yunxi-2024.clean.txt");
        let outline = outline::outline(text);
        let mut with = extract::extract(text, &outline);
        with.retain(|mention| !mention.rule.starts_with("tagger."));
        assert_eq!(with, extract::by_rules(text, &outline));
    }

    #[test]
    fn sentences_without_words_and_single_marks_are_no_names() {
        for text in ["", "\n\n", "。", "、、、", "云"] {
            assert_eq!(tagged(text), []);
        }
    }
}
