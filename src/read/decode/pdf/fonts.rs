//! What the codes of a font stand for, and how wide they are.

use std::collections::HashMap;

use super::radicals::characters;
use encoding_rs::GBK;
use lopdf::{Dictionary, Document, Encoding, Object};

/// Bytes that a table of a font may have, unpacked (8 MiB).
const TABLE: usize = 8 << 20;

/// Width of a character of which a font tells none, in thousandths of its size.
const FULL: f32 = 1000.0;
const HALF: f32 = 500.0;

/// A code of a string.
pub(super) struct Code {
    /// The characters it stands for; `U+FFFD` where the font does not tell.
    pub(super) text: String,
    /// In sizes of the font.
    pub(super) width: f32,
    /// Whether it is the single byte 32, which word spacing widens.
    pub(super) is_space: bool,
}

/// A font of a page.
pub(super) struct Font<'d> {
    codes: Codes<'d>,
    /// What the file says each code, or glyph of a composite font, stands for.
    unicode: HashMap<u32, String>,
    widths: HashMap<u32, f32>,
    default: f32,
    /// Sizes in a thousandth of its units.
    unit: f32,
}

/// How the bytes of a string are cut into codes.
enum Codes<'d> {
    /// One byte each, in an encoding.
    Single(Option<Encoding<'d>>),
    /// Two bytes, numbers of glyphs.
    Glyphs,
    /// Two bytes, UTF-16.
    Utf16,
    Gbk,
}

impl<'d> Font<'d> {
    pub(super) fn of(document: &'d Document, font: &'d Dictionary) -> Self {
        let subtype = font.get(b"Subtype").and_then(Object::as_name).unwrap_or_default();
        let unicode = unicode(document, font, if subtype == b"Type0" { 2 } else { 1 });
        let mut unit = 0.001;
        let (codes, widths, default) = if subtype == b"Type0" {
            let name = font.get_deref(b"Encoding", document).and_then(Object::as_name).unwrap_or_default();
            let name = String::from_utf8_lossy(name);
            let codes = if name.contains("UCS2") || name.contains("UTF16") {
                Codes::Utf16
            } else if name.starts_with("GB") {
                Codes::Gbk
            } else {
                Codes::Glyphs
            };
            let inner = descendant(document, font);
            let default = inner.and_then(|inner| number(document, inner, b"DW")).unwrap_or(FULL);
            // Widths are by number of glyph, which only a font of glyphs knows.
            let widths = inner.filter(|_| matches!(codes, Codes::Glyphs)).map(|inner| glyph_widths(document, inner));
            (codes, widths.unwrap_or_default(), default)
        } else {
            if subtype == b"Type3" {
                let matrix = font.get_deref(b"FontMatrix", document).and_then(Object::as_array);
                unit = matrix.ok().and_then(|matrix| matrix.first()?.as_float().ok()).unwrap_or(unit);
            }
            let encoding = font.get_font_encoding_with_limit(document, TABLE).ok();
            (Codes::Single(encoding), single_widths(document, font), HALF)
        };
        Self { codes, unicode, widths, default, unit }
    }

    /// The codes of a string.
    pub(super) fn codes(&self, string: &[u8]) -> Vec<Code> {
        let mut found = Vec::new();
        let mut at = 0;
        while at < string.len() {
            let rest = &string[at..];
            let length = match self.codes {
                Codes::Single(_) => 1,
                Codes::Gbk if rest[0] < 0x81 => 1,
                _ => 2.min(rest.len()),
            };
            let bytes = &rest[..length];
            let code = bytes.iter().fold(0, |code, byte| code << 8 | u32::from(*byte));
            let text = self.text(code, bytes);
            let width = match self.codes {
                Codes::Single(_) | Codes::Glyphs => self.widths.get(&code).copied().unwrap_or(self.default),
                _ if text.is_ascii() => HALF,
                _ => self.default,
            };
            found.push(Code { text, width: width * self.unit, is_space: bytes == b" " });
            at += length;
        }
        found
    }

    fn text(&self, code: u32, bytes: &[u8]) -> String {
        if let Some(text) = self.unicode.get(&code) {
            return text.clone();
        }
        let unknown = || "\u{FFFD}".to_string();
        match &self.codes {
            Codes::Single(encoding) => {
                let text = encoding.as_ref().and_then(|encoding| encoding.bytes_to_string(bytes).ok());
                text.unwrap_or_else(unknown)
            }
            Codes::Glyphs => unknown(),
            Codes::Utf16 => String::from_utf16_lossy(&[u16::try_from(code).unwrap_or(0xFFFD)]),
            Codes::Gbk => GBK.decode_without_bom_handling(bytes).0.into_owned(),
        }
    }
}

/// The font's table of what its codes, of `length` bytes each, stand for: it knows better than its encoding.
fn unicode(document: &Document, font: &Dictionary, length: u8) -> HashMap<u32, String> {
    if font.get_deref(b"ToUnicode", document).and_then(Object::as_stream).is_err() {
        return HashMap::new();
    }
    let mut bare = font.clone();
    bare.remove(b"Encoding");
    let Ok(Encoding::UnicodeMapEncoding(table)) = bare.get_font_encoding_with_limit(document, TABLE) else {
        return HashMap::new();
    };
    let text = |code: u32| {
        let units = table.get(code, length)?;
        Some((code, characters(&String::from_utf16_lossy(&units).replace('\0', ""))))
    };
    (0..1 << (8 * u32::from(length))).filter_map(text).collect()
}

fn descendant<'d>(document: &'d Document, font: &'d Dictionary) -> Option<&'d Dictionary> {
    let fonts = font.get_deref(b"DescendantFonts", document).and_then(Object::as_array).ok()?;
    document.dereference(fonts.first()?).ok()?.1.as_dict().ok()
}

fn number(document: &Document, dictionary: &Dictionary, key: &[u8]) -> Option<f32> {
    dictionary.get_deref(key, document).ok()?.as_float().ok()
}

/// `[first [w w …] first last w …]`
fn glyph_widths(document: &Document, font: &Dictionary) -> HashMap<u32, f32> {
    let mut widths = HashMap::new();
    let Ok(list) = font.get_deref(b"W", document).and_then(Object::as_array) else { return widths };
    let value = |at: usize| list.get(at).and_then(|object| Some(document.dereference(object).ok()?.1));
    let code =
        |object: &Object| object.as_float().ok().filter(|code| (0.0..65536.0).contains(code)).map(|code| code as u32);
    let mut at = 0;
    while let Some(first) = value(at).and_then(code) {
        match value(at + 1) {
            Some(Object::Array(each)) => {
                for (step, width) in each.iter().enumerate().take(65536) {
                    if let Ok(width) = width.as_float() {
                        widths.insert(first + step as u32, width);
                    }
                }
                at += 2;
            }
            Some(last) => {
                let (Some(last), Some(width)) = (code(last), value(at + 2).and_then(|width| width.as_float().ok()))
                else {
                    break;
                };
                widths.extend((first..=last).map(|code| (code, width)));
                at += 3;
            }
            None => break,
        }
    }
    widths
}

fn single_widths(document: &Document, font: &Dictionary) -> HashMap<u32, f32> {
    let first = number(document, font, b"FirstChar").unwrap_or(0.0).clamp(0.0, 255.0) as u32;
    let Ok(list) = font.get_deref(b"Widths", document).and_then(Object::as_array) else { return HashMap::new() };
    let width = |object: &Object| document.dereference(object).ok()?.1.as_float().ok();
    list.iter().take(256).enumerate().filter_map(|(step, object)| Some((first + step as u32, width(object)?))).collect()
}
