//! Word documents: paragraphs and tables, without what is deleted, hidden, or stands at the edge of a page.

use roxmltree::{Document, Node, ParsingOptions};

use super::super::encodings::{self, Text, problem};
use super::super::excerpt::Excerpt;
use super::{office, xml};
use crate::error::{Result, said};

/// Nodes that a document may have; a report of a hundred pages has under a million.
const NODES: u32 = 8_000_000;

/// Elements of which nothing is read: deleted and moved words, fields' instructions, notes, text boxes
/// (which hold headers and captions), and the old way of saying what is said before it.
const UNREAD: [&str; 12] = [
    "del", "moveFrom", "instrText", "delText", "footnoteReference", "endnoteReference", "drawing", "pict", "object",
    "Fallback", "rPr", "tblPr",
];

/// The text of a Word document: a paragraph a line, the rows of its tables a line each with cells parted
/// by tabs. It leads back to the bytes of `word/document.xml` as unpacked.
///
/// # Errors
/// When it is none, damaged or locked, or holds no words.
pub(super) fn text_of(path: &str, bytes: &[u8]) -> Result<Text> {
    let document = office::document(path, bytes)?;
    let Text { text, map, encoding, notices } = encodings::text(path, &document, None)?;
    // Without a DTD there are no entities of the file's own, which could grow beyond all bounds.
    let options = ParsingOptions { allow_dtd: false, nodes_limit: NODES, ..ParsingOptions::default() };
    let tree = Document::parse_with_options(&text, options).map_err(|error| {
        problem(
            path,
            said!("a Word document that is damaged ({error})", "是损坏的 Word 文档（{error}）"),
            said!("open it in Word and save it again", "请用 Word 打开，重新保存"),
        )
    })?;
    let mut writer = Writer { text: &text, excerpt: Excerpt::of(&text, &map), gap: "", cells: 0 };
    if let Some(body) = tree.root_element().children().find(|node| node.tag_name().name() == "body") {
        writer.blocks(body);
    }
    if writer.excerpt.text.trim().is_empty() {
        return Err(problem(
            path,
            said!("a Word document without a text", "Word 文档里没有文字"),
            said!("if its pages are pictures, give a text instead", "若各页是图片，请改给文本"),
        ));
    }
    Ok(writer.excerpt.into(encoding, notices))
}

struct Writer<'t> {
    text: &'t str,
    excerpt: Excerpt<'t>,
    /// What parts the next words from the last ones.
    gap: &'static str,
    /// How many cells of tables this place lies in.
    cells: usize,
}

impl Writer<'_> {
    /// Paragraphs and tables.
    fn blocks(&mut self, parent: Node) {
        for node in parent.children().filter(Node::is_element) {
            match node.tag_name().name() {
                "p" if is_contents(node) => {}
                "p" => {
                    self.inline(node);
                    self.part(if self.cells > 0 { " " } else { "\n" });
                }
                "tr" if is_deleted(node) => {}
                "tr" => {
                    self.blocks(node);
                    self.part(if self.cells > 0 { " " } else { "\n" });
                }
                "tc" => {
                    self.cells += 1;
                    self.blocks(node);
                    self.cells -= 1;
                    self.part("\t");
                }
                name if UNREAD.contains(&name) => {}
                _ => self.blocks(node),
            }
        }
    }

    /// The words of a paragraph.
    fn inline(&mut self, parent: Node) {
        for node in parent.children().filter(Node::is_element) {
            match node.tag_name().name() {
                "t" => self.words(node),
                "tab" => self.part(" "),
                "br" | "cr" => self.part(if self.cells > 0 { " " } else { "\n" }),
                "noBreakHyphen" => self.put("-", node),
                "r" if is_hidden(node) => {}
                // A paragraph within one is that of a text box.
                "p" | "pPr" => {}
                name if UNREAD.contains(&name) => {}
                _ => self.inline(node),
            }
        }
    }

    fn words(&mut self, node: Node) {
        for text in node.children().filter(Node::is_text) {
            let range = text.range();
            for (words, range) in xml::pieces(self.text, range) {
                match words {
                    None => {
                        self.before(range.start);
                        self.excerpt.copy(range);
                    }
                    Some(char) => {
                        self.before(range.start);
                        self.excerpt.put(char.encode_utf8(&mut [0; 4]), range);
                    }
                }
            }
        }
    }

    fn put(&mut self, words: &str, node: Node) {
        self.before(node.range().start);
        self.excerpt.put(words, node.range());
    }

    fn before(&mut self, at: usize) {
        let gap = std::mem::take(&mut self.gap);
        if !gap.is_empty() {
            self.excerpt.insert(gap, at);
        }
    }

    /// Parts what comes from what was; the end of a line is more than a tab, and a tab more than a space.
    fn part(&mut self, gap: &'static str) {
        let rank = |gap: &str| ["", " ", "\t", "\n"].iter().position(|known| *known == gap);
        if !self.excerpt.text.is_empty() && rank(gap) > rank(self.gap) {
            self.gap = gap;
        }
    }
}

fn property<'a, 'i>(node: Node<'a, 'i>, properties: &str, name: &str) -> Option<Node<'a, 'i>> {
    let properties = node.children().find(|child| child.tag_name().name() == properties)?;
    properties.children().find(|child| child.tag_name().name() == name)
}

fn value<'a>(node: Node<'a, '_>) -> Option<&'a str> {
    node.attributes().find(|attribute| attribute.name() == "val").map(|attribute| attribute.value())
}

/// Whether a run is formatted as hidden.
fn is_hidden(run: Node) -> bool {
    property(run, "rPr", "vanish").is_some_and(|vanish| !matches!(value(vanish), Some("0" | "false" | "off")))
}

/// Whether a row was deleted with changes tracked.
fn is_deleted(row: Node) -> bool {
    property(row, "trPr", "del").is_some()
}

/// Whether a paragraph is one of the table of contents.
fn is_contents(paragraph: Node) -> bool {
    let style = property(paragraph, "pPr", "pStyle").and_then(value);
    style.is_some_and(|style| style.to_ascii_uppercase().starts_with("TOC"))
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use crate::model::Span;
    use crate::read::decode;

    const W: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

    fn docx(part: &str, body: &str) -> Vec<u8> {
        let mut archive = ZipWriter::new(std::io::Cursor::new(Vec::new()));
        for (name, content) in [("[Content_Types].xml", "<Types/>"), (part, body)] {
            archive.start_file(name, SimpleFileOptions::default()).unwrap();
            archive.write_all(content.as_bytes()).unwrap();
        }
        archive.finish().unwrap().into_inner()
    }

    #[test]
    fn what_the_author_left_standing_is_read() {
        let xml = format!(
            "<w:document {W}><w:body>\
             <w:p><w:pPr><w:pStyle w:val=\"TOC1\"/></w:pPr><w:r><w:t>一、回顾 1</w:t></w:r></w:p>\
             <w:p><w:r><w:t>恒泽</w:t></w:r><w:del><w:r><w:delText>旧</w:delText></w:r></w:del>\
             <w:ins><w:r><w:t>制药R&amp;D&#24212;</w:t></w:r></w:ins>\
             <w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r><w:r><w:footnoteReference w:id=\"1\"/></w:r></w:p>\
             <w:p/><w:tbl><w:tr><w:tc><w:p><w:r><w:t>指标</w:t></w:r></w:p><w:p><w:r><w:t>名称</w:t></w:r></w:p></w:tc>\
             <w:tc><w:p><w:r><w:t>186.5</w:t></w:r></w:p></w:tc></w:tr></w:tbl>\
             <w:p><w:r><w:t>上</w:t><w:br/><w:t>下</w:t></w:r></w:p></w:body></w:document>"
        );
        let decoded = decode("a.docx", &docx("word/document.xml", &xml)).unwrap();
        assert_eq!(decoded.text, "恒泽制药R&D应\n指标 名称\t186.5\n上\n下");
        let at = decoded.text.find("R&D应").unwrap();
        assert_eq!(&xml[decoded.map.source(Span::new(at, at + "R&D应".len()))], "R&amp;D&#24212;");
    }

    #[test]
    fn other_archives_and_old_files_are_told() {
        let bomb = "<!DOCTYPE d [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><d>&b;</d>";
        for (part, body, told) in [
            ("xl/workbook.xml", "<workbook/>", "Excel"),
            ("word/document.xml", "<w:document>", "damaged"),
            ("word/document.xml", bomb, "damaged"),
        ] {
            let error = decode("a.docx", &docx(part, body)).unwrap_err().to_string();
            assert!(error.contains(told), "{error}");
        }
        let old = decode("a.doc", b"\xD0\xCF\x11\xE0\xA1\xB1 Word").unwrap_err().to_string();
        assert!(old.contains("save it as .docx"), "{old}");
        let locked: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let locked = [&b"\xD0\xCF\x11\xE0"[..], &locked].concat();
        assert!(decode("a.docx", &locked).unwrap_err().to_string().contains("password"));
    }
}
