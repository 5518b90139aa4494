//! Panels set on a grid of columns, each as high up as it goes.

/// Where a panel stands: first column and top (px).
pub type Place = (usize, f64);

/// Sets panels of `(columns, height)` on `columns` columns with `gap` px between rows, in their
/// order; returns their places and the height of all.
pub fn pack(panels: &[(usize, f64)], columns: usize, gap: f64) -> (Vec<Place>, f64) {
    let mut tops = vec![0.0_f64; columns];
    let mut places = Vec::with_capacity(panels.len());
    for &(span, height) in panels {
        let span = span.clamp(1, columns);
        let mut best = (f64::INFINITY, f64::INFINITY, 0);
        for first in 0..=columns - span {
            let under = &tops[first..first + span];
            let top = under.iter().copied().fold(0.0, f64::max);
            let lost: f64 = under.iter().map(|own| top - own).sum();
            if top < best.0 - 0.01 || (top < best.0 + 0.01 && lost < best.1 - 0.01) {
                best = (top, lost, first);
            }
        }
        let (top, _, first) = best;
        tops[first..first + span].fill(top + height + gap);
        places.push((first, top));
    }
    (places, (tops.into_iter().fold(0.0, f64::max) - gap).max(0.0))
}

/// How far down each panel may reach before it meets another one or `bottom`.
pub fn depths(panels: &[(usize, f64)], places: &[Place], gap: f64, bottom: f64) -> Vec<f64> {
    let meets = |a: usize, b: usize| {
        let ((x, _), (y, _)) = (places[a], places[b]);
        x < y + panels[b].0 && y < x + panels[a].0
    };
    (0..panels.len())
        .map(|at| {
            let end = places[at].1 + panels[at].1;
            let below =
                (0..panels.len()).filter(|&other| other != at && places[other].1 >= end - 0.01 && meets(at, other));
            below.map(|other| places[other].1 - gap).fold(bottom, f64::min) - places[at].1
        })
        .collect()
}

/// How many columns each panel may take to the right before it meets another one or the edge,
/// where `depths` are the heights of the panels as drawn.
pub fn spans_filled(panels: &[(usize, f64)], places: &[Place], depths: &[f64], columns: usize) -> Vec<usize> {
    let beside = |a: usize, b: usize| places[a].1 < places[b].1 + depths[b] && places[b].1 < places[a].1 + depths[a];
    (0..panels.len())
        .map(|at| {
            let end = places[at].0 + panels[at].0;
            let right = (0..panels.len()).filter(|&other| other != at && places[other].0 >= end && beside(at, other));
            right.map(|other| places[other].0).fold(columns.max(end), usize::min) - places[at].0
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn no_two_panels_overlap(panels in proptest::collection::vec((1usize..5, 10.0..90.0f64), 0..30), columns in 4usize..9) {
            let (places, height) = pack(&panels, columns, 8.0);
            let depths = depths(&panels, &places, 8.0, height);
            let wide = spans_filled(&panels, &places, &depths, columns);
            for a in 0..panels.len() {
                prop_assert!(places[a].0 + wide[a] <= columns && wide[a] >= panels[a].0);
                prop_assert!(depths[a] >= panels[a].1 - 0.02);
                for b in 0..a {
                    let apart = places[a].0 + wide[a] <= places[b].0
                        || places[b].0 + wide[b] <= places[a].0
                        || places[a].1 + depths[a] <= places[b].1 + 0.02
                        || places[b].1 + depths[b] <= places[a].1 + 0.02;
                    prop_assert!(apart, "{a} {b}");
                }
            }
        }
    }
}
