//! Like things brought together: k-means over unit vectors.

use rayon::prelude::*;

/// A thing by its directions.
pub type Vector = Vec<f64>;

/// Rounds of moving each thing to its nearest centre, and each centre to the middle of its things.
const ROUNDS: usize = 30;

/// Makes the length of a vector one; a vector of zeros stays.
pub fn unit(mut vector: Vector) -> Vector {
    let length = vector.iter().map(|one| one * one).sum::<f64>().sqrt();
    if length > 0.0 {
        vector.iter_mut().for_each(|one| *one /= length);
    }
    vector
}

/// For each of `things` the number of its class, and the centres of the classes, which start
/// at things evenly spread over their order.
pub fn means(things: &[Vector], classes: usize) -> (Vec<usize>, Vec<Vector>) {
    let mut centres: Vec<Vector> = (0..classes).map(|class| things[class * things.len() / classes].clone()).collect();
    let mut nearest = Vec::new();
    for _ in 0..ROUNDS {
        nearest = things.par_iter().map(|thing| nearest_of(&centres, thing)).collect();
        let mut sums = vec![vec![0.0; things[0].len()]; classes];
        for (thing, class) in things.iter().zip(&nearest) {
            let sum: &mut Vector = &mut sums[*class];
            sum.iter_mut().zip(thing).for_each(|(sum, one)| *sum += one);
        }
        // a class that lost all its things stays where it was
        let moved = |(sum, old): (Vector, Vector)| if sum.iter().all(|one| *one == 0.0) { old } else { unit(sum) };
        centres = sums.into_iter().zip(centres).map(moved).collect();
    }
    (nearest, centres)
}

fn nearest_of(centres: &[Vector], thing: &Vector) -> usize {
    let like = |centre: &Vector| centre.iter().zip(thing).map(|(a, b)| a * b).sum::<f64>();
    let (mut best, mut most) = (0, f64::NEG_INFINITY);
    for (class, centre) in centres.iter().enumerate() {
        let found = like(centre);
        if found > most {
            (best, most) = (class, found);
        }
    }
    best
}
