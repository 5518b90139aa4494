//! What room is taken: areas in a grid, asked whether another one fits.

use crate::draw::scene::Area;

/// Side of a cell, px.
const CELL: f64 = 48.0;

/// Areas that are taken on a page, and how many lines run through each spot.
#[derive(Debug)]
pub struct Room {
    page: Area,
    columns: usize,
    rows: usize,
    taken: Vec<Vec<Area>>,
    /// Points of lines, in the same cells.
    lines: Vec<Vec<(f64, f64)>>,
}

impl Room {
    /// An empty page.
    pub fn new(page: Area) -> Self {
        let cells = |length: f64| (length / CELL).ceil().max(1.0) as usize;
        let (columns, rows) = (cells(page.w), cells(page.h));
        Self { page, columns, rows, taken: vec![Vec::new(); columns * rows], lines: vec![Vec::new(); columns * rows] }
    }

    fn cells(&self, area: &Area) -> impl Iterator<Item = usize> + use<> {
        let clamp = |at: f64, most: usize| ((at / CELL).floor().max(0.0) as usize).min(most - 1);
        let (left, right) =
            (clamp(area.x - self.page.x, self.columns), clamp(area.x + area.w - self.page.x, self.columns));
        let (top, bottom) = (clamp(area.y - self.page.y, self.rows), clamp(area.y + area.h - self.page.y, self.rows));
        let columns = self.columns;
        (top..=bottom).flat_map(move |row| (left..=right).map(move |column| row * columns + column))
    }

    /// Takes an area.
    pub fn take(&mut self, area: Area) {
        for cell in self.cells(&area) {
            self.taken[cell].push(area);
        }
    }

    /// Tells of a point of a line.
    pub fn line(&mut self, x: f64, y: f64) {
        let spot = Area { x, y, w: 0.0, h: 0.0 };
        for cell in self.cells(&spot) {
            self.lines[cell].push((x, y));
        }
    }

    /// Whether an area lies on the page and touches nothing that is taken.
    pub fn is_free(&self, area: &Area) -> bool {
        let page = &self.page;
        area.x >= page.x
            && area.y >= page.y
            && area.x + area.w <= page.x + page.w
            && area.y + area.h <= page.y + page.h
            && !self.cells(area).any(|cell| self.taken[cell].iter().any(|other| meets(area, other)))
    }

    /// Number of points of lines in an area.
    pub fn crossed(&self, area: &Area) -> usize {
        let inside = |(x, y): &&(f64, f64)| *x > area.x && *x < area.x + area.w && *y > area.y && *y < area.y + area.h;
        self.cells(area).map(|cell| self.lines[cell].iter().filter(inside).count()).sum()
    }
}

/// Whether two areas share room.
fn meets(a: &Area, b: &Area) -> bool {
    a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn area() -> impl Strategy<Value = Area> {
        (-40.0..500.0f64, -40.0..400.0f64, 1.0..120.0f64, 1.0..60.0f64).prop_map(|(x, y, w, h)| Area { x, y, w, h })
    }

    proptest! {
        #[test]
        fn what_is_free_meets_nothing(areas in prop::collection::vec(area(), 0..40), asked in area()) {
            let page = Area { x: 0.0, y: 0.0, w: 480.0, h: 360.0 };
            let mut room = Room::new(page);
            areas.iter().for_each(|area| room.take(*area));
            let inside = asked.x >= 0.0 && asked.y >= 0.0 && asked.x + asked.w <= 480.0 && asked.y + asked.h <= 360.0;
            prop_assert_eq!(room.is_free(&asked), inside && !areas.iter().any(|area| meets(&asked, area)));
        }
    }
}
