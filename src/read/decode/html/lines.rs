//! The lines of the main part of a page, and which of them are the portal's.

use std::ops::Range;

use html5gum::{Token, Tokenizer};

use super::super::super::excerpt::Excerpt;
use super::main_part::is_around;
use super::page::{Content, Page};

/// Beginnings of short lines by which a portal leads through its pages.
const CAPTIONS: [&str; 39] = [
    "上一篇", "下一篇", "发布时间：", "发布日期：", "信息来源：", "文章来源：", "责任编辑：", "上一条", "下一条",
    "打印本页", "打印此页", "打印", "关闭窗口", "关闭本页", "【打印", "【关闭", "[打印", "[关闭", "【字体", "【字号",
    "【大", "[字体", "字体：", "字号：", "分享到", "分享：", "扫一扫", "您现在的位置", "您当前的位置", "您的位置",
    "当前位置", "现在位置", "所在位置", "浏览次数", "点击数", "访问量", "阅读次数", "返回顶部", "收藏本",
];

/// Such lines have at most so many characters.
const CAPTION: usize = 60;

/// What a portal tells of a page; a line of two of them is of the portal.
const LABELS: [&str; 14] = [
    "时间：", "日期：", "来源：", "作者：", "编辑：", "浏览", "点击", "阅读", "字号", "字体", "打印", "关闭", "分享",
    "收藏",
];

/// Such lines have at most so many characters.
const TOLD: usize = 120;

/// A cell with at most so many characters stands on the line of its row.
const CELL: usize = 60;

/// A line of which so much (of ten) is links, and with no sentence in it, leads elsewhere.
const LINKED: usize = 6;

/// Most characters of a name of a site behind a title.
const TITLE: usize = 80;

/// A piece of a line: bytes of the page, and whether they are a link's.
struct Piece {
    range: Range<usize>,
    link: bool,
    /// What parts it from the one before: nothing, a space, a tab.
    gap: &'static str,
}

/// A line of the page's text.
pub(super) struct Line<'p> {
    page: &'p str,
    pieces: Vec<Piece>,
}

/// The lines of an element.
pub(super) struct Lines<'p> {
    title: Option<Line<'p>>,
    lines: Vec<Line<'p>>,
}

impl<'p> Lines<'p> {
    /// The lines of the element `part`, with the heading of the page before it.
    pub(super) fn of(page: &'p Page<'p>, part: usize) -> Self {
        let sizes = sizes(page);
        let mut writer = Writer { page, lines: Vec::new(), line: Vec::new(), gap: "" };
        let mut heading: Option<Range<usize>> = None;
        let mut preformatted = 0usize;
        let mut cells: Vec<usize> = Vec::new();
        let mut around = 0usize;
        for content in &page.contents {
            let (&Content::Open(at) | &Content::Close(at) | &Content::Break(at) | &Content::Text(at, _)) = content;
            if !page.lies_in(at, part) {
                if let Content::Text(at, range) = content
                    && writer.lines.is_empty()
                    && writer.line.is_empty()
                    && is_heading(page, *at, &page.text[range.clone()])
                {
                    heading = Some(range.clone());
                }
                continue;
            }
            let element = &page.elements[at];
            let is_aside = at != part && is_around(&element.labels);
            match content {
                Content::Open(_) => {
                    around += usize::from(is_aside);
                    preformatted += usize::from(element.name == "pre");
                    match element.name.as_str() {
                        "td" | "th" if sizes[at] <= CELL => {
                            writer.gap("\t");
                            cells.push(at);
                        }
                        _ if cells.is_empty() && !page.is_inline(at) => writer.end(),
                        _ => {}
                    }
                }
                Content::Close(_) => {
                    around -= usize::from(is_aside);
                    preformatted -= usize::from(element.name == "pre");
                    if cells.last() == Some(&at) {
                        cells.pop();
                    } else if cells.is_empty() && !page.is_inline(at) {
                        writer.end();
                    } else if !page.is_inline(at) {
                        writer.gap(" ");
                    }
                }
                Content::Break(_) if cells.is_empty() => writer.end(),
                Content::Break(_) => writer.gap(" "),
                Content::Text(_, range) if around == 0 => {
                    writer.text(range.clone(), page.is_link(at), preformatted > 0)
                }
                Content::Text(..) => {}
            }
        }
        writer.end();
        let lines = writer.lines;
        let title = title(page, heading, &lines);
        Self { title, lines }
    }

    /// The lines that are the report's.
    pub(super) fn kept(&self) -> impl Iterator<Item = &Line<'p>> {
        self.title.iter().chain(self.lines.iter().filter(|line| !line.is_portal()))
    }
}

struct Writer<'p> {
    page: &'p Page<'p>,
    lines: Vec<Line<'p>>,
    line: Vec<Piece>,
    gap: &'static str,
}

impl Writer<'_> {
    fn end(&mut self) {
        self.gap = "";
        if !self.line.is_empty() {
            self.lines.push(Line { page: self.page.text, pieces: std::mem::take(&mut self.line) });
        }
    }

    /// A tab is more than a space, and neither begins a line.
    fn gap(&mut self, gap: &'static str) {
        if !self.line.is_empty() && self.gap != "\t" {
            self.gap = gap;
        }
    }

    fn text(&mut self, range: Range<usize>, link: bool, preformatted: bool) {
        let text = &self.page.text[range.clone()];
        let mut at = 0;
        while at < text.len() {
            let blank = text[at..].len() - text[at..].trim_start_matches([' ', '\t', '\n', '\r', '\u{C}']).len();
            if blank > 0 {
                let blanks = &text[at..at + blank];
                if preformatted && blanks.contains('\n') {
                    self.end();
                } else if !blanks.contains('\n') || self.is_latin(&text[at + blank..]) {
                    // A line end in the source of a page parts no Chinese words.
                    self.gap(" ");
                }
                at += blank;
                continue;
            }
            let word = text[at..].find([' ', '\t', '\n', '\r', '\u{C}']).unwrap_or(text.len() - at);
            let range = range.start + at..range.start + at + word;
            self.line.push(Piece { range, link, gap: std::mem::take(&mut self.gap) });
            at += word;
        }
    }

    /// Whether Latin words stand on both sides of this place.
    fn is_latin(&self, behind: &str) -> bool {
        let before = self.line.last().and_then(|piece| self.page.text[piece.range.clone()].chars().next_back());
        let behind = behind.chars().next();
        before.is_some_and(|char| char.is_ascii_graphic()) && behind.is_some_and(|char| char.is_ascii_graphic())
    }
}

impl Line<'_> {
    /// The words, as far as they tell what the line is.
    fn words(&self) -> String {
        let pieces = self.pieces.iter().flat_map(|piece| [piece.gap, &self.page[piece.range.clone()]]);
        pieces.collect::<String>().replace("&nbsp;", " ").replace('\u{3000}', " ").trim().to_string()
    }

    /// Whether the line leads through the portal and is not of the report.
    fn is_portal(&self) -> bool {
        let words = self.words();
        if words.ends_with(['。', '！', '？', '；']) && !words.starts_with("上一篇") && !words.starts_with("下一篇")
        {
            return false;
        }
        let count = words.chars().count();
        let linked: usize = self
            .pieces
            .iter()
            .filter(|piece| piece.link)
            .map(|piece| self.page[piece.range.clone()].chars().count())
            .sum();
        let labels = LABELS.iter().filter(|label| words.contains(*label)).count();
        count <= TOLD && labels >= 2 && words.contains('：')
            || count <= CAPTION && CAPTIONS.iter().any(|caption| words.starts_with(caption))
            || linked * 10 >= count * LINKED && linked > 0
    }

    /// Takes the line over, with its entities as the characters they stand for.
    pub(super) fn write(&self, excerpt: &mut Excerpt) {
        let before = excerpt.text.len();
        let (mut first, last) = (true, self.pieces.len());
        for (number, piece) in self.pieces.iter().enumerate() {
            if !first && !piece.gap.is_empty() {
                excerpt.insert(piece.gap, piece.range.start);
            }
            let text = &self.page[piece.range.clone()];
            let mut at = 0;
            while let Some(found) = text[at..].find('&') {
                let start = at + found;
                let (words, length) = entity(&text[start..]);
                plain(excerpt, &mut first, text, at..start, piece.range.start);
                // Blanks before the first word are the indent of the paragraph.
                if !(first && words.trim().is_empty()) {
                    excerpt.put(&words, piece.range.start + start..piece.range.start + start + length);
                    first = false;
                }
                at = start + length;
            }
            plain(excerpt, &mut first, text, at..text.len(), piece.range.start);
            if number + 1 == last && excerpt.text.len() > before {
                excerpt.insert("\n", piece.range.end);
            }
        }
    }
}

fn plain(excerpt: &mut Excerpt, first: &mut bool, text: &str, range: Range<usize>, from: usize) {
    let body = &text[range.clone()];
    let start = if *first { range.start + body.len() - body.trim_start().len() } else { range.start };
    if start < range.end {
        excerpt.copy(from + start..from + range.end);
        *first = false;
    }
}

/// Longest name of an entity, in bytes.
const ENTITY: usize = 33;

/// What an entity stands for, and the bytes it takes; an `&` that begins none is itself.
fn entity(text: &str) -> (String, usize) {
    let end = text.bytes().take(ENTITY).position(|byte| byte == b';');
    if let Some(end) = end {
        let mut words = String::new();
        for Ok(token) in Tokenizer::new(&text[..=end]) {
            if let Token::String(string) = token {
                words.push_str(&String::from_utf8_lossy(&string));
            }
        }
        if !words.starts_with('&') || text.starts_with("&amp;") {
            return (words, end + 1);
        }
    }
    ("&".to_string(), 1)
}

/// Characters of text in each element.
fn sizes(page: &Page) -> Vec<usize> {
    let mut sizes = vec![0; page.elements.len()];
    for content in &page.contents {
        if let Content::Text(at, range) = content {
            sizes[*at] += page.text[range.clone()].trim().chars().count();
        }
    }
    for number in (1..sizes.len()).rev() {
        sizes[page.elements[number].parent] += sizes[number];
    }
    sizes
}

/// Whether text stands in the heading of a page: by its element, or, where it speaks of a report, by its
/// labels.
fn is_heading(page: &Page, element: usize, text: &str) -> bool {
    let is_report = text.contains("报告");
    let mut at = element;
    for _ in 0..3 {
        let element = &page.elements[at];
        let is_labelled = || element.labels.split_whitespace().any(|label| label.contains("tit"));
        if element.name == "h1" || is_report && (matches!(element.name.as_str(), "h2" | "h3") || is_labelled()) {
            return true;
        }
        at = element.parent;
    }
    false
}

/// The heading of the page, or its `<title>` without the name of the site, unless the lines begin with it.
fn title<'p>(page: &'p Page<'p>, heading: Option<Range<usize>>, lines: &[Line<'p>]) -> Option<Line<'p>> {
    let bare = |text: &str| -> String { text.chars().filter(|char| !char.is_whitespace()).collect() };
    let start: String = lines.iter().take(6).map(|line| bare(&line.words())).collect();
    let from_head = || {
        let range = page.title.clone()?;
        let text = &page.text[range.clone()];
        let end = text.find(['_', '|', '-', '—', '–']).filter(|at| *at > 0).unwrap_or(text.len());
        Some(range.start..range.start + end)
    };
    let range = heading.or_else(from_head)?;
    let text = page.text[range.clone()].trim();
    let is_title = (4..=TITLE).contains(&text.chars().count()) && !start.contains(&bare(text));
    let begin = range.start + page.text[range.clone()].len() - page.text[range].trim_start().len();
    is_title.then(|| Line {
        page: page.text,
        pieces: vec![Piece { range: begin..begin + text.len(), link: false, gap: "" }],
    })
}
