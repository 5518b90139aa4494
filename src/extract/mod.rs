//! From sentences to mentions: finders, one per way of finding, and who wins where two
//! overlap.

mod awards;
mod building;
mod classes;
mod context;
mod counted;
mod echo;
mod frame;
mod generic;
mod heads;
mod hits;
mod holders;
mod lists;
mod names;
mod persons;
mod places;
mod quantities;
mod quotes;
mod recorder;
mod regroup;
mod resolve;
mod rules;
mod sectors;
mod stages;
mod subjects;
pub mod tagger;
mod tokens;
mod works;

pub use rules::{rule, rules};

use context::Context;
use recorder::Recorder;

use crate::model::{Mention, Outline, Rejection, Span};

type Finder = fn(&Context<'_>, &mut Vec<Mention>);

/// The ways of finding, each on the whole report.
const FINDERS: &[Finder] = &[
    frame::find,
    persons::find,
    places::find,
    names::find,
    quotes::find,
    awards::find,
    lists::find,
    counted::find,
    works::find,
    sectors::find,
    stages::find,
    subjects::find,
    heads::find,
];

/// Finds the mentions of a clean text, sorted by place.
pub fn extract(text: &str, outline: &Outline) -> Vec<Mention> {
    find(&Context::new(text, outline), Some(tagger::Model::own()))
}

/// The mentions that rules find alone.
pub fn by_rules(text: &str, outline: &Outline) -> Vec<Mention> {
    find(&Context::new(text, outline), None)
}

/// The same as [`extract`], with names by `model` and not by the program's own.
pub fn with_tagger(text: &str, outline: &Outline, model: &tagger::Model) -> Vec<Mention> {
    find(&Context::new(text, outline), Some(model))
}

/// The same as [`extract`], with the names that were looked at and decided against, in the
/// order of the text.
pub fn trace(text: &str, outline: &Outline) -> (Vec<Mention>, Vec<Rejection>) {
    let context = Context { rejected: Recorder::on(), ..Context::new(text, outline) };
    let mentions = find(&context, Some(tagger::Model::own()));
    (mentions, context.rejected.finish())
}

/// The words of the sentences of a text, in its order, each with whether it is of no common
/// vocabulary: the stuff of names.
pub fn words(text: &str, outline: &Outline) -> Vec<(Span, bool)> {
    let context = Context::new(text, outline);
    let words = context.sentences.iter().flatten();
    words.map(|token| (token.span, token.class == tokens::Class::Proper)).collect()
}

/// Whether words are known to name a class of things and no single one (老旧小区).
pub fn is_class(words: &str) -> bool {
    generic::is_generic(words, words, crate::ontology::Kind::Site, true)
}

fn find(context: &Context<'_>, model: Option<&tagger::Model>) -> Vec<Mention> {
    let Context { text, outline, .. } = *context;
    let mut mentions = Vec::new();
    for find in FINDERS {
        find(context, &mut mentions);
    }
    let mut mentions = resolve::resolve(text, mentions, &context.rejected);
    echo::find(context, &mut mentions);
    if let Some(model) = model {
        tagger::find(context, model, &mut mentions);
    }
    classes::leave_out(context, &mut mentions);
    building::settle(text, outline, &mut mentions);
    leave_notes_out(text, &mut mentions);
    mentions
}

/// Names what is found around the mark of a footnote without it: “三深化”[6]活动 is the
/// activity “三深化”活动.
fn leave_notes_out(text: &str, mentions: &mut [Mention]) {
    for mention in mentions.iter_mut().filter(|mention| mention.name.is_none()) {
        let words = mention.span.of(text);
        let note = |(at, _): (usize, char)| regroup::note(&words[at..]).map(|length| (at, at + length));
        let Some((start, end)) = words.char_indices().find_map(note) else { continue };
        mention.name = Some(format!("{}{}", &words[..start], &words[end..]));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Names that a finder's group finds in a sentence standing alone.
    fn found(sentence: &str, rule: &str) -> Vec<String> {
        let outline = crate::outline::outline(sentence);
        let context = Context::new(sentence, &outline);
        let mut mentions = Vec::new();
        for find in FINDERS {
            find(&context, &mut mentions);
        }
        let mut mentions = resolve::resolve(sentence, mentions, &context.rejected);
        leave_notes_out(sentence, &mut mentions);
        mentions.retain(|mention| mention.rule.starts_with(rule));
        mentions.iter().map(|mention| mention.name(sentence).to_string()).collect()
    }

    #[test]
    fn every_head_group_finds_its_examples_and_nothing_else() {
        let mut wrong = Vec::new();
        for group in &heads::HEADS.groups {
            let rule = format!("heads.{}", group.id);
            for example in &group.matches {
                let (sentence, names) = example.split_once(" → ").unwrap_or((example, ""));
                let got = found(sentence, "");
                if got != names.split(' ').collect::<Vec<_>>() {
                    wrong.push(format!("{rule}: “{sentence}” gives {got:?}, not {names}"));
                }
            }
            for sentence in &group.not_matches {
                let got = found(sentence, &rule);
                if !got.is_empty() {
                    wrong.push(format!("{rule}: “{sentence}” gives {got:?}, not nothing"));
                }
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    #[test]
    fn stages_deeds_and_titles_find_their_examples_and_nothing_else() {
        let matches = [&stages::TABLE.matches, &subjects::TABLE.matches, &persons::TABLE.matches];
        let not_matches = [&stages::TABLE.not_matches, &subjects::TABLE.not_matches, &persons::TABLE.not_matches];
        for example in matches.into_iter().flatten() {
            let (sentence, names) = example.split_once(" → ").unwrap_or((example, ""));
            assert_eq!(found(sentence, ""), names.split(' ').collect::<Vec<_>>(), "{sentence}");
        }
        for sentence in not_matches.into_iter().flatten() {
            assert_eq!(found(sentence, ""), Vec::<String>::new(), "{sentence}");
        }
    }
}
