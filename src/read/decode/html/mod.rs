//! Web pages: the text of the report, without what the portal puts around it.
//!
//! The page's text nodes keep their bytes: what is left of them leads back to the bytes of the file.

mod lines;
mod main_part;
mod page;
mod styles;
#[cfg(test)]
mod tests;

use super::super::encodings::{Text, problem};
use super::super::excerpt::Excerpt;
use crate::error::{Result, said};
use lines::Lines;
use page::Page;

/// How far a declaration is looked for (bytes), as browsers do.
const HEAD: usize = 2048;

/// Elements that show that a text is a page, or a part of one.
const SIGNS: [&str; 8] = ["<p>", "<p ", "<div", "<br", "<table", "<span", "<body", "<td"];

/// So many of them in the first bytes of a text that begins with none.
const MANY: usize = 3;

/// Whether a text is HTML, whatever its file is called.
pub(super) fn is_page(text: &str) -> bool {
    let start = text.trim_start_matches(|char: char| char.is_whitespace() || char == '\u{FEFF}');
    let mut end = start.len().min(HEAD);
    while !start.is_char_boundary(end) {
        end -= 1;
    }
    let head = start[..end].to_ascii_lowercase();
    let signs: usize = SIGNS.iter().map(|sign| head.matches(sign).count()).sum();
    ["<!doctype html", "<html", "<head", "<body", "<meta", "<title"].iter().any(|sign| head.starts_with(sign))
        || head.starts_with("<?xml") && head.contains("<html")
        || head.starts_with("<!--") && head.contains("<html")
        || head.starts_with('<') && signs > 0
        || signs >= MANY
}

/// The encoding that a page declares in its head.
pub(super) fn declared(bytes: &[u8]) -> Option<String> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD)]).to_ascii_lowercase();
    if !head.contains("<meta") && !head.contains("<?xml") {
        return None;
    }
    let at = head.find("charset").map(|at| at + "charset".len()).or_else(|| {
        head.starts_with("<?xml").then(|| head.find("encoding")).flatten().map(|at| at + "encoding".len())
    })?;
    let name = head[at..].trim_start().strip_prefix('=')?.trim_start().trim_start_matches(['"', '\'']);
    let end = name.find(|char: char| !char.is_ascii_alphanumeric() && char != '-' && char != '_').unwrap_or(name.len());
    (end > 0).then(|| name[..end].to_string())
}

/// The report's text of a page: its title, its paragraphs a line each, the rows of its tables a line
/// each with cells parted by tabs.
///
/// # Errors
/// When the page has no words of its own.
pub(super) fn text_of(path: &str, decoded: Text) -> Result<Text> {
    let Text { text, map, encoding, notices } = decoded;
    let page = Page::parse(&text);
    let part = main_part::find(&page);
    let lines = Lines::of(&page, part);
    let mut excerpt = Excerpt::of(&text, &map);
    for line in lines.kept() {
        line.write(&mut excerpt);
    }
    if excerpt.text.trim().is_empty() {
        return Err(problem(
            path,
            said!("a web page without a text", "网页里没有正文"),
            said!("give the page that shows the report", "请给登有报告全文的网页"),
        ));
    }
    Ok(excerpt.into(encoding, notices))
}
