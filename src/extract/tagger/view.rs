//! A report as the tagger sees it: its different words once each, and its sentences as rows
//! of them.

use rustc_hash::FxHashMap;

use super::super::context::Context;
use super::super::heads::HEADS;
use super::super::hits::{Hit, List};
use super::super::tokens::Token;
use super::features::{Around, Seen, around, of_pair};
use super::model::{Model, Scores};
use crate::model::Span;

/// A report.
#[derive(Debug, Clone)]
pub struct View {
    /// Different words; what stands beyond the ends of sentences first.
    seen: Vec<Seen>,
    /// Its sentences, in the order of the outline.
    pub sentences: Vec<Row>,
}

/// A sentence.
#[derive(Debug, Clone)]
pub struct Row {
    /// Where each word stands in the text.
    pub spans: Vec<Span>,
    /// Which each is among the different words.
    words: Vec<u32>,
    around: Vec<Around>,
}

/// What a model says of a different word: of the word before it wherever it stands, of itself, of
/// the word behind it.
pub(super) type Alone = [Scores; 3];

impl View {
    pub(in crate::extract) fn of(context: &Context<'_>) -> Self {
        let mut seen = vec![Seen::outside()];
        let mut numbers: FxHashMap<(&str, usize, usize, bool), u32> = FxHashMap::default();
        let (mut heads, mut places) = (context.hits.of_list(List::Heads), context.hits.of_list(List::Places));
        let mut sentences = Vec::with_capacity(context.sentences.len());
        for (index, tokens) in context.sentences.iter().enumerate() {
            let (mut heads, mut places) = (of_sentence(&mut heads, index), of_sentence(&mut places, index));
            let number = |token: &Token| {
                let (head, place) = (head(&mut heads, token), place(&mut places, token));
                let text = context.word(token);
                let next = seen.len() as u32;
                *numbers.entry((text, token.class as usize, head, place)).or_insert_with(|| {
                    let group = head.checked_sub(1).map_or("", |at| HEADS.groups[at].id.as_str());
                    seen.push(Seen::of(text, token.class, group, place));
                    next
                })
            };
            let words: Vec<u32> = tokens.iter().map(number).collect();
            let around = around(words.iter().map(|word| &seen[*word as usize]));
            sentences.push(Row { spans: tokens.iter().map(|token| token.span).collect(), words, around });
        }
        Self { seen, sentences }
    }

    /// The numbers of the features of each word of a sentence.
    pub fn features(&self, row: &Row) -> Vec<Vec<u32>> {
        let mut found = vec![Vec::new(); row.words.len()];
        for (at, [before, own, behind]) in row.threes().enumerate() {
            for (word, of) in [(behind, 0), (own, 1), (before, 2)] {
                let mine = |whose: usize, feature: u32| found[at].extend((whose == of).then_some(feature));
                self.seen[word as usize].features(mine);
            }
            row.around[at].features(|feature| found[at].push(feature));
        }
        self.pairs(row, |at, feature| found[at].push(feature));
        found
    }

    /// Hands over the features that two words side by side give, each with the place of the word
    /// that it is a feature of.
    fn pairs(&self, row: &Row, mut add: impl FnMut(usize, u32)) {
        let mut left = &self.seen[OUTSIDE as usize];
        for (at, word) in row.words.iter().chain([&OUTSIDE]).enumerate() {
            let right = &self.seen[*word as usize];
            of_pair(left, right, |of_left, feature| match at.checked_sub(usize::from(of_left)) {
                Some(of) if of < row.words.len() => add(of, feature),
                _ => {}
            });
            left = right;
        }
    }

    /// What `model` says of each different word.
    pub(super) fn alone(&self, model: &Model) -> Vec<Alone> {
        let of_word = |seen: &Seen| {
            let mut scores = Alone::default();
            seen.features(|whose, feature| model.add(feature, &mut scores[whose]));
            scores
        };
        self.seen.iter().map(of_word).collect()
    }

    /// What `model` says of each word of a sentence, given what it says of the different words.
    pub(super) fn scores(&self, model: &Model, alone: &[Alone], row: &Row) -> Vec<Scores> {
        // words that stand side by side mostly have the same around them
        let mut last = (Around::default(), Scores::default());
        let mut all: Vec<Scores> = Vec::with_capacity(row.words.len());
        for ([before, own, behind], around) in row.threes().zip(&row.around) {
            if all.is_empty() || *around != last.0 {
                last = (*around, Scores::default());
                around.features(|feature| model.add(feature, &mut last.1));
            }
            let [before, own, behind] = [before, own, behind].map(|word| &alone[word as usize]);
            all.push(std::array::from_fn(|label| before[2][label] + own[1][label] + behind[0][label] + last.1[label]));
        }
        self.pairs(row, |at, feature| model.add(feature, &mut all[at]));
        all
    }
}

/// What stands beyond the ends of a sentence, among the different words.
const OUTSIDE: u32 = 0;

impl Row {
    /// Each word with those beside it.
    fn threes(&self) -> impl Iterator<Item = [u32; 3]> {
        let word = |at: Option<usize>| at.and_then(|at| self.words.get(at)).copied().unwrap_or(OUTSIDE);
        (0..self.words.len()).map(move |at| [word(at.checked_sub(1)), word(Some(at)), word(Some(at + 1))])
    }
}

/// Takes what stands in a sentence off the hits of a report.
fn of_sentence<'a>(hits: &mut &'a [Hit], sentence: usize) -> &'a [Hit] {
    let (own, others) = hits.split_at(hits.partition_point(|hit| hit.sentence <= sentence));
    *hits = others;
    own
}

/// One more than the index of the group of heads that ends with `token`; 0: none.
fn head(hits: &mut &[Hit], token: &Token) -> usize {
    while let [first, others @ ..] = hits
        && first.span.end < token.span.end
    {
        *hits = others;
    }
    hits.first().filter(|hit| hit.span.end == token.span.end).map_or(0, |hit| hit.value as usize + 1)
}

/// Whether `token` stands in the name of a division.
fn place(hits: &mut &[Hit], token: &Token) -> bool {
    while let [first, others @ ..] = hits
        && first.span.end <= token.span.start
    {
        *hits = others;
    }
    hits.first().is_some_and(|hit| hit.span.overlaps(token.span))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::outline;

    #[test]
    fn scores_are_the_weights_of_the_features() {
        let text = include_str!("../../../examples/yunxi-2024.clean.txt");
        let view = crate::extract::tagger::view(text, &outline::outline(text));
        let model = Model::own();
        let alone = view.alone(model);
        for row in &view.sentences {
            let scores = view.scores(model, &alone, row);
            let summed: Vec<Scores> = view
                .features(row)
                .iter()
                .map(|found| {
                    let mut sum = Scores::default();
                    found.iter().for_each(|feature| model.add(*feature, &mut sum));
                    sum
                })
                .collect();
            assert_eq!(scores, summed);
        }
    }
}
