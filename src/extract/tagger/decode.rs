//! The best reading of a sentence, and by how much it is the best.

use super::model::{LABELS, Label, Model, Scores};

/// A name found by the tagger.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Tagged {
    /// Its first word.
    pub(super) first: usize,
    /// Its last word.
    pub(super) last: usize,
    /// By how much the best reading of the sentence beats the best that reads one of these
    /// words otherwise, in the steps of weights.
    pub(super) margin: i32,
}

/// What no reading scores: sums of several stay in range.
const NEVER: i32 = i32::MIN / 8;

/// The best scores of readings, by the label of a word.
type Sums = [i32; LABELS];

/// What speaks for each label to stand behind each.
type Steps = [Sums; LABELS];

const OUTSIDE: usize = Label::Outside as usize;
const FIRST: usize = Label::First as usize;
const INNER: usize = Label::Inner as usize;
const LAST: usize = Label::Last as usize;
const ALONE: usize = Label::Alone as usize;

/// The labels behind which a name goes on, and the others.
const OPEN: [usize; 2] = [FIRST, INNER];
const CLOSED: [usize; 3] = [OUTSIDE, LAST, ALONE];

/// The best of `from`, by what `of` says of each.
fn best<const N: usize>(from: [usize; N], of: impl Fn(usize) -> i32) -> i32 {
    from.into_iter().map(of).fold(NEVER, i32::max)
}

/// The first of `from` that no other beats.
fn best_label<const N: usize>(from: [usize; N], of: impl Fn(usize) -> i32) -> usize {
    from.into_iter().fold(from[0], |chosen, label| if of(label) > of(chosen) { label } else { chosen })
}

/// The names of the best reading, given what speaks for each label of each word; margins are
/// told where `asked` wants those of a name.
pub(super) fn names(model: &Model, scores: &[Scores], asked: impl Fn(usize, usize) -> bool) -> Vec<Tagged> {
    let steps = model.steps.map(|from| from.map(i32::from));
    let Some(left) = left(&steps, scores) else { return Vec::new() };
    let path = path(&steps, &left);
    let mut found = Vec::new();
    let mut first = 0;
    for (at, label) in path.iter().enumerate() {
        match Label::ALL[*label] {
            Label::First => first = at,
            Label::Alone if asked(at, at) => found.push((at, at)),
            Label::Last if asked(first, at) => found.push((first, at)),
            _ => {}
        }
    }
    if found.is_empty() {
        return Vec::new();
    }
    let right = right(&steps, scores);
    let margin = |at: usize| {
        let through = |label: usize| left[at][label] + right[at][label];
        let others = (0..LABELS).filter(|label| *label != path[at]);
        through(path[at]) - others.map(through).fold(NEVER, i32::max)
    };
    let tagged = |(first, last)| Tagged { first, last, margin: (first..=last).map(margin).min().unwrap_or(0) };
    found.into_iter().map(tagged).collect()
}

/// The best score of the readings up to each word that give it each label; none for a
/// sentence without words.
fn left(steps: &Steps, scores: &[Scores]) -> Option<Vec<Sums>> {
    let (first, others) = scores.split_first()?;
    let first = first.map(i32::from);
    let mut before = [first[OUTSIDE], first[FIRST], NEVER, NEVER, first[ALONE]];
    let mut all = Vec::with_capacity(scores.len());
    all.push(before);
    for own in others {
        let behind_closed = |to: usize| best(CLOSED, |from| before[from] + steps[from][to]) + i32::from(own[to]);
        let behind_open = |to: usize| best(OPEN, |from| before[from] + steps[from][to]) + i32::from(own[to]);
        before =
            [behind_closed(OUTSIDE), behind_closed(FIRST), behind_open(INNER), behind_open(LAST), behind_closed(ALONE)];
        all.push(before);
    }
    Some(all)
}

/// The best score of the readings behind each word where it has each label.
fn right(steps: &Steps, scores: &[Scores]) -> Vec<Sums> {
    let mut behind = [0, NEVER, NEVER, 0, 0];
    let mut all = Vec::with_capacity(scores.len());
    all.push(behind);
    for next in scores.iter().skip(1).rev() {
        let on = |from: usize, to: usize| steps[from][to] + i32::from(next[to]) + behind[to];
        let behind_closed = |from: usize| best([OUTSIDE, FIRST, ALONE], |to| on(from, to));
        let behind_open = |from: usize| best([INNER, LAST], |to| on(from, to));
        behind =
            [behind_closed(OUTSIDE), behind_open(FIRST), behind_open(INNER), behind_closed(LAST), behind_closed(ALONE)];
        all.push(behind);
    }
    all.reverse();
    all
}

/// The labels of the best reading.
fn path(steps: &Steps, left: &[Sums]) -> Vec<usize> {
    let Some((last, before)) = left.split_last() else { return Vec::new() };
    let mut label = best_label(CLOSED, |label| last[label]);
    let mut path = vec![label];
    for sums in before.iter().rev() {
        let of = |from: usize| sums[from] + steps[from][label];
        label = if matches!(label, INNER | LAST) { best_label(OPEN, of) } else { best_label(CLOSED, of) };
        path.push(label);
    }
    path.reverse();
    path
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::extract::tagger::{BUCKETS, KIND_BUCKETS, KINDS};

    fn model(steps: [[i8; LABELS]; LABELS]) -> Model {
        Model::new(&vec![[0; LABELS]; BUCKETS], steps, &vec![[0; KINDS]; KIND_BUCKETS]).expect("weights")
    }

    /// All readings of so many words, with what speaks for each.
    fn readings(model: &Model, scores: &[Scores]) -> Vec<(i32, Vec<usize>)> {
        let mut all: Vec<(i32, Vec<usize>)> = vec![(0, Vec::new())];
        for own in scores {
            let longer = |(sum, path): &(i32, Vec<usize>)| -> Vec<(i32, Vec<usize>)> {
                let may = |to: &usize| match path.last() {
                    Some(from) => Label::ALL[*from].before(Label::ALL[*to]),
                    None => Label::ALL[*to].begins(),
                };
                let step = |to: usize| path.last().map_or(0, |from| i32::from(model.steps[*from][to]));
                let with = |to: usize| (sum + step(to) + i32::from(own[to]), [path.as_slice(), &[to]].concat());
                (0..LABELS).filter(may).map(with).collect()
            };
            all = all.iter().flat_map(longer).collect();
        }
        all.retain(|(_, path)| path.last().is_none_or(|last| !Label::ALL[*last].open()));
        all
    }

    proptest! {
        #[test]
        fn the_best_of_all_readings_is_found_with_its_margin(
            steps in prop::array::uniform5(prop::array::uniform5(-20i8..20)),
            scores in prop::collection::vec(prop::array::uniform8(-60i16..60), 1..6),
        ) {
            let model = model(steps);
            let all = readings(&model, &scores);
            let best = all.iter().map(|(sum, _)| *sum).max().expect("a reading");
            prop_assume!(all.iter().filter(|(sum, _)| *sum == best).count() == 1);
            let (_, path) = all.iter().find(|(sum, _)| *sum == best).expect("the best");
            let found = names(&model, &scores, |_, _| true);
            let ends = path.iter().filter(|label| matches!(**label, LAST | ALONE)).count();
            prop_assert_eq!(found.len(), ends);
            for name in found {
                prop_assert_eq!(path[name.last] == ALONE, name.first == name.last);
                let differs = |at: usize| {
                    let others = all.iter().filter(|(_, other)| other[at] != path[at]);
                    best - others.map(|(sum, _)| *sum).max().expect("another reading")
                };
                let margin = (name.first..=name.last).map(differs).min();
                prop_assert_eq!(Some(name.margin), margin);
            }
        }
    }
}
