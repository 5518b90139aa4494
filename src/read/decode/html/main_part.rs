//! Which element of a page holds the report: the smallest one with nearly all of the page's prose.

use super::page::{Content, Page};

/// An element is the report's as long as it has this share of the prose of what it lies in.
const SHARE: f64 = 0.8;

/// Words of classes and ids of what stands around a text on a portal.
const AROUND: [&str; 12] = [
    "nav", "menu", "breadcrumb", "crumb", "footer", "copyright", "sidebar", "share", "pager", "comment", "related",
    "toolbar",
];

/// The number of that element.
pub(super) fn find(page: &Page) -> usize {
    let prose = prose(page);
    let mut children: Vec<Vec<usize>> = vec![Vec::new(); page.elements.len()];
    for (number, element) in page.elements.iter().enumerate().skip(1) {
        children[element.parent].push(number);
    }
    let mut at = 0;
    while let Some(best) = children[at].iter().copied().max_by_key(|child| (prose[*child], std::cmp::Reverse(*child))) {
        // A paragraph with nearly all of the words is one of a short text, and its neighbours belong to it.
        if page.is_inline(best)
            || page.elements[best].name == "p"
            || (prose[best] as f64) < SHARE * prose[at] as f64
            || prose[best] == 0
        {
            break;
        }
        at = best;
    }
    // A row or a cell of a table of figures is no text of its own.
    while matches!(page.elements[at].name.as_str(), "tr" | "tbody") {
        at = page.elements[at].parent;
    }
    at
}

/// Whether the labels of an element say that it stands around the text.
pub(super) fn is_around(labels: &str) -> bool {
    labels
        .split(|char: char| !char.is_ascii_alphabetic())
        .any(|word| AROUND.iter().any(|around| word.starts_with(around) && word.len() <= around.len() + 3))
}

/// Bytes of prose in each element: words outside links, in pieces that hold a mark of a sentence.
fn prose(page: &Page) -> Vec<usize> {
    let mut own = vec![0; page.elements.len()];
    for content in &page.contents {
        let Content::Text(element, range) = content else { continue };
        let text = page.text[range.clone()].trim();
        if !text.is_empty() && text.contains(['，', '。', '；', '：', '、', ',']) && !page.is_link(*element) {
            own[*element] += text.len();
        }
    }
    // An element stands behind what it lies in.
    for number in (1..own.len()).rev() {
        own[page.elements[number].parent] += own[number];
    }
    own
}
