//! Plain texts and Markdown: line ends as one sign, and no marks.

use super::super::encodings::Text;
use super::super::{expand, markdown};
use crate::model::{SourceMap, Span};

/// Line ends as `\n`, and no marks of Markdown.
pub(super) fn normalized(path: &str, decoded: Text) -> Text {
    let Text { text, map, encoding, notices } = decoded;
    let is_markdown = matches!(expand::extension(path).as_str(), "md" | "markdown");
    let marks = if is_markdown { markdown::marks(&text) } else { Vec::new() };
    if marks.is_empty() && !text.contains('\r') {
        return Text { text, map, encoding, notices };
    }
    let (mut clean, mut way) = (String::with_capacity(text.len()), SourceMap::new());
    let mut at = 0;
    for mark in marks.into_iter().chain(std::iter::once(text.len()..text.len())) {
        while let Some(found) = text[at..mark.start].find('\r') {
            let end = at + found;
            let width = if text[end..].starts_with("\r\n") { 2 } else { 1 };
            clean.push_str(&text[at..end]);
            way.append(&map, Span::new(at, end));
            clean.push('\n');
            way.push(1, map.source(Span::new(end, end + width)));
            at = end + width;
        }
        let end = mark.start.max(at);
        clean.push_str(&text[at..end]);
        way.append(&map, Span::new(at, end));
        at = mark.end.max(at);
    }
    Text { text: clean, map: way, encoding, notices }
}

#[cfg(test)]
mod tests {
    use crate::model::Span;
    use crate::read::{Decoded, decode};

    fn sourced(decoded: &Decoded, word: &str) -> std::ops::Range<usize> {
        let at = decoded.text.find(word).unwrap();
        decoded.map.source(Span::new(at, at + word.len()))
    }

    #[test]
    fn line_ends_become_one() {
        let decoded = decode("a.txt", "甲\r\n乙\r丙".as_bytes()).unwrap();
        assert_eq!(decoded.text, "甲\n乙\n丙");
        assert_eq!(sourced(&decoded, "\n乙"), 3..8);
        assert_eq!(sourced(&decoded, "丙"), 9..12);
    }

    #[test]
    fn marks_of_markdown_are_left_out() {
        let decoded = decode("a.md", "# 报告\r\n- **甲**厂\n".as_bytes()).unwrap();
        assert_eq!(decoded.text, "报告\n甲厂\n");
        assert_eq!(sourced(&decoded, "报告"), 2..8);
        assert_eq!(decode("a.txt", "# 报告\n".as_bytes()).unwrap().text, "# 报告\n");
    }
}
