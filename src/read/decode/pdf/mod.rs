//! PDF files with a text layer: which characters stand where, in which order they are read, and which lines
//! go on in the next.

mod columns;
mod edges;
mod fonts;
mod glyphs;
mod paragraphs;
mod radicals;
mod rows;

use std::panic::{self, AssertUnwindSafe};

use lopdf::{Document, LoadOptions};

use super::super::encodings::{Text, problem};
use crate::error::{Error, Result, said};
use crate::model::SourceMap;

/// Most pages that are read; a report has under a hundred.
const PAGES: usize = 2_000;

/// Bytes that a stream may have, unpacked (32 MiB).
const STREAM: usize = 32 << 20;

/// A document has a text layer when its pages have so many characters each, on the average: stamps and
/// numbers on scanned pages are fewer.
const TEXT_LAYER: usize = 20;

/// A text layer can be read when at most one of so many characters is unknown.
const UNKNOWN: usize = 5;

/// The text of a PDF file, a paragraph a line, without headers, footers and numbers of pages. It is its own
/// source: a PDF file has no bytes that a person would find a character by.
///
/// # Errors
/// A locked or damaged file, one of scanned pages, and one whose fonts do not tell their characters.
pub(super) fn text_of(path: &str, bytes: &[u8]) -> Result<Text> {
    // The reader of PDF files is not made to bear every damage.
    let read = panic::catch_unwind(AssertUnwindSafe(|| read(path, bytes)));
    let text = read.unwrap_or_else(|_| Err(damaged(path, "")))?;
    let map = SourceMap::identity(text.len());
    Ok(Text { text, map, encoding: "UTF-8", notices: Vec::new() })
}

fn read(path: &str, bytes: &[u8]) -> Result<String> {
    // Without its password a file looks like one that has no pages.
    let is_locked = memchr::memmem::find(bytes, b"/Encrypt").is_some();
    let unreadable = |why: &str| if is_locked { locked(path) } else { damaged(path, why) };
    let options = LoadOptions::with_max_decompressed_size(STREAM);
    let document =
        Document::load_mem_with_options(bytes, options).map_err(|error| unreadable(&format!(" ({error})")))?;
    let pages: Vec<_> = document.page_iter().take(PAGES + 1).collect();
    if pages.is_empty() || document.is_encrypted() {
        return Err(unreadable(""));
    }
    if pages.len() > PAGES {
        return Err(problem(
            path,
            said!("more than {PAGES} pages", "多于 {PAGES} 页"),
            said!("give the pages of one report", "请只给一份报告的各页"),
        ));
    }
    let mut reader = glyphs::Reader::new(&document);
    let mut lines = Vec::new();
    let (mut known, mut unknown) = (0, 0);
    for page in &pages {
        let glyphs = reader.page(*page);
        known += glyphs.iter().filter(|glyph| !glyph.text.trim().is_empty()).count();
        unknown += glyphs.iter().filter(|glyph| glyph.text == "\u{FFFD}").count();
        lines.push(columns::ordered(rows::rows(glyphs)));
    }
    if known < TEXT_LAYER * pages.len() {
        return Err(problem(
            path,
            said!("its pages are pictures (scanned), without a text layer", "各页是图片（扫描件），没有文字层"),
            said!(
                "run a character recognition (OCR) over it and give its text",
                "请先做文字识别（OCR），再给识别出的文本"
            ),
        ));
    }
    if unknown * UNKNOWN > known {
        return Err(problem(
            path,
            said!("its fonts do not tell which characters they draw", "它的字体没有写明画的是哪些字"),
            said!("give the document that it was made of, or its text", "请给做成它的原文档，或其文本"),
        ));
    }
    edges::remove(&mut lines);
    Ok(paragraphs::joined(&lines))
}

fn locked(path: &str) -> Error {
    problem(
        path,
        said!("is locked with a password", "加了密码"),
        said!("unlock it, and save it without a password", "请先解密，再存成不带密码的文件"),
    )
}

fn damaged(path: &str, why: &str) -> Error {
    problem(
        path,
        said!("a PDF file that is damaged{why}", "是损坏的 PDF 文件{why}"),
        said!("open it in a viewer and save it again, or give its text", "请用阅读器打开后另存，或改给文本"),
    )
}
