//! What stands at the edges of pages: headers, footers, numbers of pages.

use std::collections::BTreeMap;

use super::columns::Line;

/// Lines at the top and at the bottom of a page that may be of its edge.
const LINES: usize = 2;

/// A line of an edge is on at least so many pages.
const PAGES: usize = 3;

/// Base lines of a header differ by at most so much from page to page (points).
const LEVEL: f32 = 4.0;

/// Takes them out of the lines of each page.
pub(super) fn remove(pages: &mut [Vec<Line>]) {
    let mut seen: BTreeMap<(String, i32), usize> = BTreeMap::new();
    for page in pages.iter() {
        for at in edges(page) {
            *seen.entry(key(&page[at])).or_default() += 1;
        }
    }
    let needed = PAGES.min(pages.len().max(2));
    for page in pages.iter_mut() {
        let gone: Vec<usize> = edges(page)
            .into_iter()
            .filter(|at| {
                let (words, level) = key(&page[*at]);
                let count: usize = (level - 1..=level + 1).filter_map(|level| seen.get(&(words.clone(), level))).sum();
                is_number(&page[*at].text) || count >= needed && !words.is_empty()
            })
            .collect();
        let mut at = 0;
        page.retain(|_| {
            at += 1;
            !gone.contains(&(at - 1))
        });
    }
}

/// The lines that stand highest and lowest on a page, by their place and not in the order of reading.
fn edges(page: &[Line]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..page.len()).collect();
    order.sort_by(|a, b| page[*b].y.total_cmp(&page[*a].y));
    if order.len() <= LINES * 2 {
        return order;
    }
    let bottom = order.split_off(order.len() - LINES);
    order.truncate(LINES);
    order.extend(bottom);
    order
}

/// The words without figures and blanks, and about where they stand.
fn key(line: &Line) -> (String, i32) {
    let words = line.text.chars().filter(|char| !char.is_ascii_digit() && !char.is_whitespace()).collect();
    (words, (line.y / LEVEL).round() as i32)
}

/// Whether a line is the number of a page and nothing else: `12`, `- 12 -`, `第12页 共30页`, `12/30`.
fn is_number(text: &str) -> bool {
    let rest: String = text
        .chars()
        .filter(|char| !char.is_ascii_digit() && !char.is_whitespace() && !"-—–－·./／第页共,，".contains(*char))
        .collect();
    rest.is_empty() && text.chars().any(|char| char.is_ascii_digit()) && text.chars().count() <= 16
}
