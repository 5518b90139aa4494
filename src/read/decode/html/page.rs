//! A page as a tree of elements and runs of text, as far as telling text from the rest needs it.

use std::ops::Range;

use html5gum::{DefaultEmitter, Token, Tokenizer};

use super::styles::Hidden;

/// Elements of which nothing is shown, or nothing that a report is made of.
const UNREAD: [&str; 18] = [
    "script", "style", "noscript", "template", "iframe", "object", "svg", "canvas", "select", "button", "textarea",
    "nav", "footer", "aside", "map", "video", "audio", "rp",
];

/// Elements without an end.
const VOID: [&str; 13] =
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "wbr"];

/// Elements that stand in a line and make none.
const INLINE: [&str; 24] = [
    "a", "abbr", "b", "big", "cite", "code", "del", "em", "font", "i", "ins", "label", "mark", "o:p", "q", "s",
    "small", "span", "strong", "sub", "sup", "u", "var", "time",
];

/// Elements nest at most so deep; deeper ones are read as what they lie in.
const DEPTH: usize = 256;

/// An element.
pub(super) struct Element {
    pub(super) name: String,
    pub(super) parent: usize,
    /// Whether it or what it lies in is not for reading.
    pub(super) hidden: bool,
    /// Class and id, in lower case.
    pub(super) labels: String,
}

/// What stands in an element, in the order of the page.
pub(super) enum Content {
    /// An element begins, by its number.
    Open(usize),
    /// It ends.
    Close(usize),
    /// Text, as it stands in the file, in an element.
    Text(usize, Range<usize>),
    /// The end of a line.
    Break(usize),
}

/// A page.
pub(super) struct Page<'t> {
    pub(super) text: &'t str,
    /// The first is the whole page, and its own parent.
    pub(super) elements: Vec<Element>,
    pub(super) contents: Vec<Content>,
    /// The words of `<title>`.
    pub(super) title: Option<Range<usize>>,
}

impl<'t> Page<'t> {
    pub(super) fn parse(text: &'t str) -> Self {
        let mut builder = Builder::new(text);
        let mut emitter = DefaultEmitter::<usize>::new_with_span();
        emitter.naively_switch_states(true);
        let mut at = 0;
        for Ok(token) in Tokenizer::new_with_emitter(text, emitter) {
            let (span, is_text) = match &token {
                Token::StartTag(tag) => (tag.span, false),
                Token::EndTag(tag) => (tag.span, false),
                Token::Comment(comment) => (comment.span, false),
                Token::Doctype(doctype) => (doctype.span, false),
                Token::String(_) | Token::Error(_) => (html5gum::Span::default(), true),
            };
            if is_text {
                continue;
            }
            builder.text(at..span.start);
            at = span.end.max(at);
            match token {
                Token::StartTag(tag) => {
                    let attribute = |name: &str| {
                        let value = tag.attributes.get(name.as_bytes());
                        value.map(|value| String::from_utf8_lossy(&value.value).to_lowercase())
                    };
                    builder.open(&String::from_utf8_lossy(&tag.name), tag.self_closing, attribute);
                }
                Token::EndTag(tag) => builder.close(&String::from_utf8_lossy(&tag.name)),
                _ => {}
            }
        }
        builder.text(at..text.len());
        builder.page
    }

    /// Whether `element` is `within` or lies in it.
    pub(super) fn lies_in(&self, element: usize, within: usize) -> bool {
        let mut at = element;
        while at != within {
            if at == 0 {
                return false;
            }
            at = self.elements[at].parent;
        }
        true
    }

    /// Whether text in `element` is that of a link.
    pub(super) fn is_link(&self, element: usize) -> bool {
        let mut at = element;
        while at != 0 {
            if self.elements[at].name == "a" {
                return true;
            }
            at = self.elements[at].parent;
        }
        false
    }

    pub(super) fn is_inline(&self, element: usize) -> bool {
        INLINE.contains(&self.elements[element].name.as_str())
    }
}

struct Builder<'t> {
    page: Page<'t>,
    hidden: Hidden,
    /// Numbers of the elements that are open.
    open: Vec<usize>,
}

impl<'t> Builder<'t> {
    fn new(text: &'t str) -> Self {
        let root = Element { name: String::new(), parent: 0, hidden: false, labels: String::new() };
        let page = Page { text, elements: vec![root], contents: Vec::new(), title: None };
        Self { page, hidden: Hidden::of(text), open: vec![0] }
    }

    fn here(&self) -> usize {
        self.open.last().copied().unwrap_or(0)
    }

    fn text(&mut self, range: Range<usize>) {
        if range.is_empty() || range.end > self.page.text.len() {
            return;
        }
        let here = self.here();
        if self.page.elements[here].name == "title" {
            self.page.title.get_or_insert(range);
        } else if !self.page.elements[here].hidden {
            self.page.contents.push(Content::Text(here, range));
        }
    }

    fn open(&mut self, name: &str, self_closing: bool, attribute: impl Fn(&str) -> Option<String>) {
        // Ends that may be left out.
        let ended: &[&str] = match name {
            "li" => &["li", "p"],
            "td" | "th" => &["td", "th", "p"],
            "tr" => &["tr", "td", "th", "p"],
            "dt" | "dd" => &["dt", "dd", "p"],
            "option" => &["option"],
            _ if INLINE.contains(&name) || VOID.contains(&name) => &[],
            "p" | "div" | "h1" | "h2" | "h3" | "h4" | "ul" | "ol" | "table" => &["p"],
            _ => &[],
        };
        while let Some(at) = self.open.iter().rposition(|open| {
            let name = self.page.elements[*open].name.as_str();
            ended.contains(&name) || matches!(name, "table" | "ul" | "ol" | "dl" | "div" | "body")
        }) {
            if !ended.contains(&self.page.elements[self.open[at]].name.as_str()) {
                break;
            }
            self.close_from(at);
        }
        let here = self.here();
        if matches!(name, "br" | "hr") {
            self.page.contents.push(Content::Break(here));
        }
        if VOID.contains(&name) || self.open.len() >= DEPTH {
            return;
        }
        let labels = format!("{} {}", attribute("class").unwrap_or_default(), attribute("id").unwrap_or_default());
        let hidden = self.page.elements[here].hidden
            || UNREAD.contains(&name)
            || attribute("hidden").is_some()
            || attribute("style").is_some_and(|style| super::styles::hides(&style))
            || self.hidden.has(&labels);
        let number = self.page.elements.len();
        self.page.elements.push(Element { name: name.to_string(), parent: here, hidden, labels });
        self.page.contents.push(Content::Open(number));
        if self_closing && name.contains(':') {
            self.page.contents.push(Content::Close(number));
        } else {
            self.open.push(number);
        }
    }

    fn close(&mut self, name: &str) {
        // An end without a beginning ends nothing, and none ends what lies around a table.
        let at = self.open.iter().rposition(|open| {
            let open = self.page.elements[*open].name.as_str();
            open == name || open == "table" && name != "body" && name != "html"
        });
        if let Some(at) = at.filter(|at| self.page.elements[self.open[*at]].name == name) {
            self.close_from(at);
        } else if name == "p" || name == "br" {
            self.page.contents.push(Content::Break(self.here()));
        }
    }

    fn close_from(&mut self, at: usize) {
        for number in self.open.split_off(at).into_iter().rev() {
            self.page.contents.push(Content::Close(number));
        }
    }
}
