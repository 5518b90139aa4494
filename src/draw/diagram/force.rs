//! Force-directed placement: Fruchterman and Reingold (1991), with repulsion after Barnes and Hut.
//!
//! Only sums, products, quotients and square roots are taken, which every machine rounds alike, and
//! the number of rounds is fixed: the same graph gives the same places to the last bit.

use super::quad::Quadtree;

/// Rounds of a small graph.
const ROUNDS: usize = 400;
/// Rounds times nodes spent at most, but never fewer rounds than [`LEAST`].
const WORK: usize = 400_000;
const LEAST: usize = 120;
/// Cells nearer than their side over this are looked into.
const THETA: f64 = 0.9;
/// Pull to the middle, so that nothing drifts off.
const GRAVITY: f64 = 0.2;
/// How much flatter than wide the picture is to become.
const FLAT: f64 = 1.5;
/// Cosine and sine of the golden angle, by which each node starts further round than the last.
const TURN: (f64, f64) = (-0.737_368_878_078_319_8, 0.675_490_294_261_523_4);

/// Places for `masses.len()` nodes that `edges` join, about `length` from their neighbours.
pub fn place(masses: &[f64], edges: &[(usize, usize)], length: f64) -> Vec<(f64, f64)> {
    let count = masses.len();
    let mut places = start(count, length);
    let rounds = (WORK / count.max(1)).clamp(LEAST, ROUNDS);
    let reach = length * (count as f64).sqrt();
    for round in 0..rounds {
        let left = 1.0 - round as f64 / rounds as f64;
        let heat = reach * 0.12 * left * left + length * 0.01;
        let tree = Quadtree::new(&places, masses);
        let mut moves: Vec<(f64, f64)> = places
            .iter()
            .zip(masses)
            .map(|(&(x, y), mass)| {
                let (fx, fy) = tree.push(x, y, THETA);
                let strong = length * length * mass;
                (fx * strong - x * GRAVITY * mass, fy * strong - y * GRAVITY * mass * FLAT)
            })
            .collect();
        for &(a, b) in edges {
            let (dx, dy) = (places[a].0 - places[b].0, places[a].1 - places[b].1);
            let far = (dx * dx + dy * dy).sqrt();
            let pull = far / length;
            moves[a] = (moves[a].0 - dx * pull, moves[a].1 - dy * pull);
            moves[b] = (moves[b].0 + dx * pull, moves[b].1 + dy * pull);
        }
        for (place, (mx, my)) in places.iter_mut().zip(moves) {
            let far = (mx * mx + my * my).sqrt();
            let step = if far > heat { heat / far } else { 1.0 };
            *place = (place.0 + mx * step, place.1 + my * step);
        }
    }
    places
}

/// A spiral of seeds as in a sunflower: the first in the middle, none on another.
fn start(count: usize, length: f64) -> Vec<(f64, f64)> {
    let mut way = (1.0, 0.0);
    (0..count)
        .map(|at| {
            let far = length * 0.6 * (at as f64).sqrt();
            let place = (way.0 * far, way.1 * far);
            way = (way.0 * TURN.0 - way.1 * TURN.1, way.0 * TURN.1 + way.1 * TURN.0);
            place
        })
        .collect()
}

/// Rounds of pushing before everything is drawn apart a little.
const PATIENCE: usize = 60;
/// How often that is done at most: together far more than any boxes need that are not on one spot.
const TIMES: usize = 80;
/// By how much.
const APART: f64 = 1.05;

/// Pushes boxes of `sizes`, whose middles are `places`, apart until none overlap, each along the way
/// that is shorter; where they lie too close for that, all are drawn apart.
pub fn separate(places: &mut [(f64, f64)], sizes: &[(f64, f64)]) {
    for _ in 0..TIMES {
        if (0..PATIENCE).any(|_| !push(places, sizes)) {
            return;
        }
        for place in &mut *places {
            *place = (place.0 * APART, place.1 * APART);
        }
    }
}

/// One round of pushing; tells whether any two overlapped.
fn push(places: &mut [(f64, f64)], sizes: &[(f64, f64)]) -> bool {
    let mut order: Vec<usize> = (0..places.len()).collect();
    order.sort_by(|&a, &b| places[a].0.total_cmp(&places[b].0).then(a.cmp(&b)));
    let widest = sizes.iter().map(|size| size.0).fold(0.0, f64::max);
    let mut moved = false;
    for (place, &a) in order.iter().enumerate() {
        for &b in &order[place + 1..] {
            // In the order in which they stood: what was further right than this cannot touch yet.
            if places[b].0 - places[a].0 > (sizes[a].0 + widest) / 2.0 + widest {
                break;
            }
            let (dx, dy) = (places[b].0 - places[a].0, places[b].1 - places[a].1);
            let over_x = (sizes[a].0 + sizes[b].0) / 2.0 - dx.abs();
            let over_y = (sizes[a].1 + sizes[b].1) / 2.0 - dy.abs();
            if over_x <= 0.01 || over_y <= 0.01 {
                continue;
            }
            moved = true;
            if over_x < over_y {
                let step = over_x / 2.0 * if dx < 0.0 { -1.0 } else { 1.0 };
                places[a].0 -= step;
                places[b].0 += step;
            } else {
                let down = dy > 0.0 || (dy == 0.0 && a < b);
                let step = over_y / 2.0 * if down { 1.0 } else { -1.0 };
                places[a].1 -= step;
                places[b].1 += step;
            }
        }
    }
    moved
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn neighbours_are_nearer_than_strangers() {
        // Two rings of ten, joined by one edge.
        let mut edges: Vec<(usize, usize)> =
            (0..10).flat_map(|at| [(at, (at + 1) % 10), (10 + at, 10 + (at + 1) % 10)]).collect();
        edges.push((0, 10));
        let places = place(&[1.0; 20], &edges, 50.0);
        let far = |a: usize, b: usize| {
            let (dx, dy) = (places[a].0 - places[b].0, places[a].1 - places[b].1);
            (dx * dx + dy * dy).sqrt()
        };
        let joined: f64 = edges.iter().map(|&(a, b)| far(a, b)).sum::<f64>() / edges.len() as f64;
        let all: f64 = (0..20).flat_map(|a| (0..a).map(move |b| (a, b))).map(|(a, b)| far(a, b)).sum::<f64>() / 190.0;
        assert!(joined * 2.0 < all, "{joined} {all}");
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]

        #[test]
        fn boxes_are_pushed_apart(count in 1usize..60, wide in 10.0..90.0f64) {
            let mut places = start(count, 8.0);
            let sizes: Vec<_> = (0..count).map(|at| (wide + (at % 3) as f64 * 10.0, 20.0)).collect();
            separate(&mut places, &sizes);
            for a in 0..count {
                for b in 0..a {
                    let apart_x = (places[a].0 - places[b].0).abs() + 0.02 >= (sizes[a].0 + sizes[b].0) / 2.0;
                    let apart_y = (places[a].1 - places[b].1).abs() + 0.02 >= (sizes[a].1 + sizes[b].1) / 2.0;
                    prop_assert!(apart_x || apart_y, "{a} {b}");
                }
            }
        }
    }
}
