//! Words by what stands beside them.

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::means::{Vector, unit};

/// How many of the most frequent words are looked for beside others.
const BESIDE: usize = 4000;

/// How many directions a word is described in.
const DIRECTIONS: usize = 60;

/// Rounds of turning the directions towards those in which words differ most.
const ROUNDS: usize = 6;

/// Sparse rows: for each word, columns with what they hold.
type Rows = Vec<Vec<(usize, f64)>>;

/// A unit vector for each of `words`, the most frequent first.
pub fn vectors(words: &[&str], sentences: &[Vec<String>]) -> Vec<Vector> {
    let (rows, columns) = beside(words, sentences);
    // a start that no row is square to, the same each time: bits of a fixed sequence
    let mut state = 1u32;
    let mut sign = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        if state >> 31 == 0 { 1.0 } else { -1.0 }
    };
    let mut directions: Vec<Vector> = (0..DIRECTIONS).map(|_| (0..columns).map(|_| sign()).collect()).collect();
    let mut found: Vec<Vector> = Vec::new();
    for _ in 0..ROUNDS {
        square(&mut directions);
        found = directions.par_iter().map(|direction| rows.iter().map(|row| along(row, direction)).collect()).collect();
        directions = found.par_iter().map(|scores| back(&rows, scores, columns)).collect();
    }
    // long directions count by the root of their length
    let lengths: Vec<f64> = found.iter().map(|scores| scores.iter().map(|one| one * one).sum::<f64>().sqrt()).collect();
    let word =
        |at: usize| unit(found.iter().zip(&lengths).map(|(scores, length)| scores[at] / length.sqrt()).collect());
    (0..words.len()).map(word).collect()
}

/// How much more often than by chance each word has each frequent word at each place beside it.
fn beside(words: &[&str], sentences: &[Vec<String>]) -> (Rows, usize) {
    let numbers: BTreeMap<&str, usize> = words.iter().enumerate().map(|(number, word)| (*word, number)).collect();
    let columns = 4 * (BESIDE + 1);
    let mut counts: Vec<BTreeMap<usize, f64>> = vec![BTreeMap::new(); words.len()];
    for sentence in sentences {
        let known: Vec<Option<usize>> = sentence.iter().map(|word| numbers.get(word.as_str()).copied()).collect();
        for (at, word) in known.iter().enumerate() {
            let Some(word) = word else { continue };
            for (place, by) in [-2isize, -1, 1, 2].into_iter().enumerate() {
                let other = at.checked_add_signed(by).and_then(|at| known.get(at)).copied().flatten();
                let column = other.filter(|other| *other < BESIDE).unwrap_or(BESIDE);
                *counts[*word].entry(place * (BESIDE + 1) + column).or_default() += 1.0;
            }
        }
    }
    let rows: Vec<f64> = counts.iter().map(|row| row.values().sum()).collect();
    let mut totals = vec![0.0; columns];
    for (column, count) in counts.iter().flatten() {
        totals[*column] += count;
    }
    let all: f64 = rows.iter().sum();
    let informed = |(row, total): (BTreeMap<usize, f64>, &f64)| {
        let more = |(column, count): (usize, f64)| (column, libm::log(count * all / (total * totals[column])));
        row.into_iter().map(more).filter(|(_, more)| *more > 0.0).collect()
    };
    (counts.into_iter().zip(&rows).map(informed).collect(), columns)
}

fn along(row: &[(usize, f64)], direction: &Vector) -> f64 {
    row.iter().map(|(column, held)| held * direction[*column]).sum()
}

fn back(rows: &Rows, scores: &[f64], columns: usize) -> Vector {
    let mut direction = vec![0.0; columns];
    for (row, score) in rows.iter().zip(scores) {
        for (column, held) in row {
            direction[*column] += held * score;
        }
    }
    direction
}

/// Makes directions square to each other and of length one (Gram and Schmidt, modified).
fn square(directions: &mut [Vector]) {
    for at in 0..directions.len() {
        let (before, rest) = directions.split_at_mut(at);
        for other in before {
            let common: f64 = other.iter().zip(&rest[0]).map(|(a, b)| a * b).sum();
            rest[0].iter_mut().zip(other).for_each(|(one, other)| *one -= common * *other);
        }
        rest[0] = unit(std::mem::take(&mut rest[0]));
    }
}
