//! A quadtree of masses, for repulsion by the approximation of Barnes and Hut (1986).

/// Cells this small are not cut further: what lies in one stands on one spot.
const DEEPEST: usize = 24;

/// No child.
const NONE: u32 = u32::MAX;

/// A square with the mass in it.
#[derive(Debug, Clone)]
struct Cell {
    /// Middle of the mass.
    x: f64,
    y: f64,
    mass: f64,
    /// Length of a side.
    side: f64,
    children: [u32; 4],
}

/// The tree.
#[derive(Debug)]
pub struct Quadtree {
    cells: Vec<Cell>,
}

impl Quadtree {
    /// A tree of points with their masses.
    pub fn new(points: &[(f64, f64)], masses: &[f64]) -> Self {
        let (mut low, mut high) = ((f64::INFINITY, f64::INFINITY), (f64::NEG_INFINITY, f64::NEG_INFINITY));
        for &(x, y) in points {
            low = (low.0.min(x), low.1.min(y));
            high = (high.0.max(x), high.1.max(y));
        }
        let side = (high.0 - low.0).max(high.1 - low.1).max(1e-6) * 1.001;
        let mut tree = Self { cells: Vec::with_capacity(points.len() * 2) };
        let all: Vec<u32> = (0..points.len() as u32).collect();
        if !points.is_empty() {
            tree.grow(points, masses, all, low, side, 0);
        }
        tree
    }

    fn grow(
        &mut self,
        points: &[(f64, f64)],
        masses: &[f64],
        inside: Vec<u32>,
        low: (f64, f64),
        side: f64,
        depth: usize,
    ) -> u32 {
        let (mut x, mut y, mut mass) = (0.0, 0.0, 0.0);
        for &at in &inside {
            let (point, own) = (points[at as usize], masses[at as usize]);
            x += point.0 * own;
            y += point.1 * own;
            mass += own;
        }
        let here = self.cells.len() as u32;
        self.cells.push(Cell { x: x / mass, y: y / mass, mass, side, children: [NONE; 4] });
        if inside.len() > 1 && depth < DEEPEST {
            let half = side / 2.0;
            let mut parts: [Vec<u32>; 4] = Default::default();
            for at in inside {
                let (x, y) = points[at as usize];
                parts[usize::from(x >= low.0 + half) + 2 * usize::from(y >= low.1 + half)].push(at);
            }
            for (quarter, part) in parts.into_iter().enumerate().filter(|(_, part)| !part.is_empty()) {
                let corner = (low.0 + half * (quarter % 2) as f64, low.1 + half * (quarter / 2) as f64);
                let child = self.grow(points, masses, part, corner, half, depth + 1);
                self.cells[here as usize].children[quarter] = child;
            }
        }
        here
    }

    /// The sum of `mass · (dx, dy) / d²` over all masses, seen from `x`, `y`: cells whose side is less than
    /// `theta` of their distance count as one mass.
    pub fn push(&self, x: f64, y: f64, theta: f64) -> (f64, f64) {
        let (mut fx, mut fy) = (0.0, 0.0);
        let mut waiting: Vec<u32> = if self.cells.is_empty() { Vec::new() } else { vec![0] };
        while let Some(at) = waiting.pop() {
            let cell = &self.cells[at as usize];
            let (dx, dy) = (x - cell.x, y - cell.y);
            let far = dx * dx + dy * dy;
            let whole = cell.children == [NONE; 4];
            if whole || cell.side * cell.side < theta * theta * far {
                // Nothing pushes from the very spot.
                if far > 1e-9 {
                    fx += cell.mass * dx / far;
                    fy += cell.mass * dy / far;
                }
            } else {
                waiting.extend(cell.children.iter().filter(|child| **child != NONE));
            }
        }
        (fx, fy)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn exact(points: &[(f64, f64)], masses: &[f64], x: f64, y: f64) -> (f64, f64) {
        points.iter().zip(masses).fold((0.0, 0.0), |(fx, fy), (&(px, py), mass)| {
            let (dx, dy) = (x - px, y - py);
            let far = dx * dx + dy * dy;
            if far > 1e-9 { (fx + mass * dx / far, fy + mass * dy / far) } else { (fx, fy) }
        })
    }

    proptest! {
        #[test]
        fn a_tree_pushes_as_the_points_do(points in prop::collection::vec((0.0..900.0f64, 0.0..900.0f64), 1..80)) {
            let masses: Vec<f64> = (0..points.len()).map(|at| 1.0 + (at % 5) as f64).collect();
            let tree = Quadtree::new(&points, &masses);
            for &(x, y) in &points {
                let (near, wide) = (tree.push(x, y, 0.0), tree.push(x, y, 0.8));
                let real = exact(&points, &masses, x, y);
                let size = points.iter().zip(&masses).map(|(&(px, py), mass)| {
                    let far = ((x - px) * (x - px) + (y - py) * (y - py)).sqrt();
                    if far > 1e-4 { mass / far } else { 0.0 }
                }).sum::<f64>() + 1e-9;
                prop_assert!((near.0 - real.0).abs() + (near.1 - real.1).abs() < 1e-6 * size.max(1.0));
                let (dx, dy) = (wide.0 - real.0, wide.1 - real.1);
                prop_assert!((dx * dx + dy * dy).sqrt() < 0.3 * size);
            }
        }
    }

    #[test]
    fn many_points_on_one_spot_end() {
        let points = vec![(1.0, 1.0); 500];
        assert_eq!(Quadtree::new(&points, &vec![1.0; 500]).push(1.0, 1.0, 0.9), (0.0, 0.0));
    }
}
