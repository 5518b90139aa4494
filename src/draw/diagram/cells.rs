//! Pieces of any outline set close together: packing of polyominoes (Freivalds, Doğrusöz and Kikusts 2001).

use std::collections::BTreeSet;

use crate::draw::scene::Area;

/// Side of a cell, px.
pub const CELL: f64 = 18.0;

/// The cells that a piece covers.
#[derive(Debug, Clone, Default)]
pub struct Outline {
    /// Counted from its left upper corner.
    cells: Vec<(i32, i32)>,
    corner: (i32, i32),
    w: i32,
    h: i32,
}

impl Outline {
    /// The cells that areas touch.
    pub fn new(areas: impl Iterator<Item = Area>) -> Self {
        let mut cells = BTreeSet::new();
        for area in areas {
            let (left, right) = (cell(area.x), cell(area.x + area.w));
            let (top, bottom) = (cell(area.y), cell(area.y + area.h));
            cells.extend((left..=right).flat_map(|x| (top..=bottom).map(move |y| (x, y))));
        }
        let least = |of: fn(&(i32, i32)) -> i32| cells.iter().map(of).min().unwrap_or(0);
        let corner = (least(|cell| cell.0), least(|cell| cell.1));
        let cells: Vec<_> = cells.into_iter().map(|(x, y)| (x - corner.0, y - corner.1)).collect();
        let most = |of: fn(&(i32, i32)) -> i32| cells.iter().map(of).max().unwrap_or(0) + 1;
        let (w, h) = (most(|cell| cell.0), most(|cell| cell.1));
        Self { cells, corner, w, h }
    }
}

fn cell(at: f64) -> i32 {
    (at / CELL).floor() as i32
}

/// How far to move each of `outlines`, in cells, so that none lies over another: each as near to the
/// middle as it goes, on a page `aspect` times as wide as high.
pub fn settle(outlines: &[Outline], aspect: f64) -> Vec<(i32, i32)> {
    let total: usize = outlines.iter().map(|outline| outline.cells.len()).sum();
    let longest = outlines.iter().map(|outline| outline.w.max(outline.h)).max().unwrap_or(1);
    // Far more than everything needs, in whichever way it lies.
    let half = (2.0 * aspect * (total as f64).sqrt()) as i32 + 2 * longest + 4;
    let mut page = Page { half, side: 2 * half, taken: vec![false; (4 * half * half) as usize] };
    outlines
        .iter()
        .map(|outline| {
            let place = page.first_free(outline, aspect);
            page.take(outline, place);
            (place.0 - outline.corner.0, place.1 - outline.corner.1)
        })
        .collect()
}

struct Page {
    half: i32,
    side: i32,
    taken: Vec<bool>,
}

impl Page {
    fn index(&self, x: i32, y: i32) -> Option<usize> {
        let (x, y) = (x + self.half, y + self.half);
        ((0..self.side).contains(&x) && (0..self.side).contains(&y)).then(|| (y * self.side + x) as usize)
    }

    fn fits(&self, outline: &Outline, (x, y): (i32, i32)) -> bool {
        outline.cells.iter().all(|(dx, dy)| self.index(x + dx, y + dy).is_some_and(|at| !self.taken[at]))
    }

    fn take(&mut self, outline: &Outline, (x, y): (i32, i32)) {
        for (dx, dy) in &outline.cells {
            if let Some(at) = self.index(x + dx, y + dy) {
                self.taken[at] = true;
            }
        }
    }

    /// Looks along the rims of growing pages: the smallest page in which the piece still fits.
    fn first_free(&self, outline: &Outline, aspect: f64) -> (i32, i32) {
        for rim in 0..self.half {
            // How far the middle of the piece may lie from that of the page, in half cells.
            let wide = (2.0 * aspect * f64::from(rim)) as i32 - outline.w;
            let tall = 2 * rim - outline.h;
            let (inner_wide, inner_tall) = ((2.0 * aspect * f64::from(rim - 1)) as i32 - outline.w, tall - 2);
            if wide < 0 || tall < 0 {
                continue;
            }
            let new = |x: i32, y: i32| x.abs() > inner_wide || y.abs() > inner_tall;
            let place = |x: i32, y: i32| ((x - outline.w).div_euclid(2), (y - outline.h).div_euclid(2));
            let mut spots: Vec<(i32, i32)> = Vec::new();
            for y in (-tall..=tall).step_by(2) {
                let whole_row = y.abs() > inner_tall;
                let step = if whole_row { 2 } else { (2 * wide).max(1) };
                spots.extend((-wide..=wide).step_by(step as usize).map(|x| (x, y)).filter(|(x, y)| new(*x, *y)));
            }
            spots.sort_by_key(|(x, y)| (x * x + y * y, *y, *x));
            if let Some((x, y)) = spots.into_iter().find(|(x, y)| self.fits(outline, place(*x, *y))) {
                return place(x, y);
            }
        }
        (-self.half, -self.half)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn no_cell_is_taken_twice(sizes in prop::collection::vec((1.0..300.0f64, 1.0..200.0f64), 1..30)) {
            let outlines: Vec<Outline> = sizes
                .iter()
                .map(|&(w, h)| {
                    let areas = [Area { x: -w, y: 50.0 - h, w, h }, Area { x: 0.0, y: 50.0, w: 30.0, h: 9.0 }];
                    Outline::new(areas.into_iter())
                })
                .collect();
            let places = settle(&outlines, 1.6);
            let mut taken = BTreeSet::new();
            for (outline, place) in outlines.iter().zip(&places) {
                for cell in &outline.cells {
                    let (x, y) = (cell.0 + outline.corner.0 + place.0, cell.1 + outline.corner.1 + place.1);
                    prop_assert!(taken.insert((x, y)));
                }
            }
        }
    }
}
