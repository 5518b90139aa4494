//! What the bytes of a file say: the encoding, and the text with its way back.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::LazyLock;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};

use super::gbk::{GBK, Pairs};
use crate::error::{Error, Result, Said, said};
use crate::model::{Notice, SourceMap};

/// How much of a file the detector sees (bytes); it is slow, and a report tells within
/// a page what it is.
const PREFIX: usize = 64 << 10;

/// A text is of an encoding when at most one character in so many does not fit it.
const ONE_BAD_IN: usize = 50;

static BIG5: LazyLock<Pairs> = LazyLock::new(|| Pairs::new(encoding_rs::BIG5));

/// Text, map, and the number of places that did not fit.
type Attempt = (String, SourceMap, usize);

/// A name of UTF-16 and how it makes a unit of two bytes.
type Order = (&'static str, fn([u8; 2]) -> u16);

/// Text as decoded, before line ends and marks are seen to.
pub(super) struct Text {
    pub(super) text: String,
    /// From the text to the bytes.
    pub(super) map: SourceMap,
    /// WHATWG name of the encoding.
    pub(super) encoding: &'static str,
    /// Tells of bytes that did not fit.
    pub(super) notices: Vec<Notice>,
}

/// Decodes `bytes`, which are part of a file named `path`: UTF-8, UTF-16, GBK, GB18030 and Big5,
/// with and without byte order mark. An encoding that the file `declares` is tried first. A few
/// bytes that do not fit become `U+FFFD`, and a notice tells of them.
///
/// # Errors
/// Empty or binary input, and bytes that no encoding fits.
pub(super) fn text(path: &str, bytes: &[u8], declared: Option<&str>) -> Result<Text> {
    if bytes.is_empty() {
        return Err(problem(path, said!("the file is empty", "文件是空的"), text_wanted()));
    }
    if let Some(kind) = binary_kind(bytes) {
        return Err(problem(
            path,
            kind,
            said!("save its text as UTF-8 and give that file", "请把正文另存为 UTF-8 文本再给"),
        ));
    }
    let (encoding, (text, map, bad)) = attempt(path, bytes, declared)?;
    if text.trim().is_empty() {
        return Err(problem(path, said!("the file holds nothing but blanks", "文件里只有空白"), text_wanted()));
    }
    let mut notices = Vec::new();
    if bad > 0 {
        let message = format!("{bad} places do not fit {encoding} and were read as U+FFFD");
        notices.push(Notice { code: "TZ101", message });
    }
    Ok(Text { text, map, encoding, notices })
}

pub(super) fn problem(path: &str, reason: Said, hint: Said) -> Error {
    Error::Input { path: path.into(), reason, hint }
}

pub(super) fn text_wanted() -> Said {
    said!("give a file with the text of a report", "请给一个有报告正文的文件")
}

fn binary_kind(bytes: &[u8]) -> Option<Said> {
    const KINDS: [(&[u8], &str, &str); 7] = [
        (b"Rar!", "a RAR archive", "是 RAR 压缩包"),
        (b"7z\xBC\xAF", "a 7-Zip archive", "是 7-Zip 压缩包"),
        (b"\x89PNG", "a picture", "是图片"),
        (b"\xFF\xD8\xFF", "a picture", "是图片"),
        (b"GIF8", "a picture", "是图片"),
        (b"\x1F\x8B", "a compressed file", "是压缩文件"),
        (b"\x7FELF", "a program", "是程序"),
    ];
    let (_, english, chinese) = KINDS.iter().find(|(start, ..)| bytes.starts_with(start))?;
    Some(said!("{english}, not a text", "{chinese}，不是文本"))
}

fn attempt(path: &str, bytes: &[u8], declared: Option<&str>) -> Result<(&'static str, Attempt)> {
    if let Some(rest) = bytes.strip_prefix(b"\xEF\xBB\xBF") {
        return Ok(("UTF-8", utf8(rest, 3)));
    }
    if bytes.starts_with(b"\xFF\xFE") {
        return checked(path, "UTF-16LE", utf16(bytes, 2, u16::from_le_bytes));
    }
    if bytes.starts_with(b"\xFE\xFF") {
        return checked(path, "UTF-16BE", utf16(bytes, 2, u16::from_be_bytes));
    }
    if let Some((name, order)) = bare_utf16(bytes) {
        return checked(path, name, utf16(bytes, 0, order));
    }
    let controls = bytes.iter().take(PREFIX).filter(|byte| is_control(**byte)).count();
    if controls * 200 > bytes.len().min(PREFIX) || bytes.iter().take(PREFIX).any(|byte| *byte == 0) {
        return Err(problem(
            path,
            said!("a binary file, not a text", "是二进制文件，不是文本"),
            said!("give a text file", "请给文本文件"),
        ));
    }
    let text = utf8(bytes, 0);
    if text.2 == 0 || fits(&text) {
        return Ok(("UTF-8", text));
    }
    let declared = declared.map(str::to_ascii_lowercase);
    if declared.as_deref() == Some("big5") {
        let big5 = double_byte(bytes, &BIG5, false);
        if fits(&big5) {
            return Ok(("Big5", big5));
        }
    } else if declared.is_some_and(|name| matches!(name.as_str(), "gbk" | "gb2312" | "gb18030")) {
        let gbk = double_byte(bytes, &GBK, true);
        if fits(&gbk) {
            return Ok((gbk_name(&gbk), gbk));
        }
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    let prefix = &bytes[..bytes.len().min(PREFIX)];
    detector.feed(prefix, prefix.len() == bytes.len());
    let guess = detector.guess(None, Utf8Detection::Deny);
    if guess == encoding_rs::BIG5 {
        let big5 = double_byte(bytes, &BIG5, false);
        if fits(&big5) {
            return Ok(("Big5", big5));
        }
    }
    let gbk = double_byte(bytes, &GBK, true);
    if fits(&gbk) {
        return Ok((gbk_name(&gbk), gbk));
    }
    Err(problem(
        path,
        said!("no encoding fits its bytes", "没有哪种编码合得上它的字节"),
        said!(
            "save it as UTF-8 (tried UTF-8, UTF-16, GB18030, Big5)",
            "请另存为 UTF-8（试过 UTF-8、UTF-16、GB18030、Big5）"
        ),
    ))
}

fn gbk_name((text, ..): &Attempt) -> &'static str {
    if text.chars().any(|char| !is_gbk(char)) { "gb18030" } else { "GBK" }
}

fn is_control(byte: u8) -> bool {
    byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0C | 0x0B | 0x1A)
}

fn is_gbk(char: char) -> bool {
    char.is_ascii() || char == '€' || char == char::REPLACEMENT_CHARACTER || super::gbk::bytes(char).is_some()
}

/// Few places that do not fit, and the rest looks like Chinese or plain Latin text.
fn fits((text, _, bad): &Attempt) -> bool {
    let (mut ours, mut all) = (0, 0);
    for char in text.chars() {
        all += 1;
        ours += usize::from(is_expected(char));
    }
    bad * ONE_BAD_IN <= all && ours * 10 >= all * 9
}

fn is_expected(char: char) -> bool {
    matches!(char, '\t' | '\n' | '\r' | ' '..='~' | '\u{A0}'..='\u{24F}' | '\u{370}'..='\u{3FF}' | '\u{2000}'..='\u{27BF}'
        | '\u{3000}'..='\u{312F}' | '\u{3200}'..='\u{33FF}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}'
        | '\u{E000}'..='\u{F8FF}' | '\u{FF00}'..='\u{FFEF}' | '\u{FE30}'..='\u{FE6F}')
}

fn checked(path: &str, name: &'static str, attempt: Attempt) -> Result<(&'static str, Attempt)> {
    if fits(&attempt) {
        return Ok((name, attempt));
    }
    Err(problem(
        path,
        said!("its byte order mark says {name}, its bytes do not fit it", "字节序标记说是 {name}，字节却合不上"),
        said!("save it as UTF-8", "请另存为 UTF-8"),
    ))
}

/// UTF-16 without a mark: an even number of bytes that spell mostly Chinese.
fn bare_utf16(bytes: &[u8]) -> Option<Order> {
    if bytes.len() < 4
        || !bytes.len().is_multiple_of(2)
        || std::str::from_utf8(bytes).is_ok_and(|text| !text.contains('\0'))
    {
        return None;
    }
    let orders: [Order; 2] = [("UTF-16LE", u16::from_le_bytes), ("UTF-16BE", u16::from_be_bytes)];
    orders.into_iter().find(|(_, order)| {
        let units = bytes[..bytes.len().min(4096)].chunks_exact(2).map(|unit| order([unit[0], unit[1]]));
        let (mut ours, mut all) = (0, 0);
        for unit in units {
            all += 1;
            let common = matches!(unit, 0x09 | 0x0A | 0x0D | 0x20..=0x7E | 0x2010..=0x2026 | 0x3000..=0x3015 | 0x4E00..=0x9FA5 | 0xFF01..=0xFF5E);
            ours += usize::from(common);
        }
        ours * 100 >= all * 98
    })
}

fn utf8(bytes: &[u8], start: usize) -> Attempt {
    if let Ok(text) = std::str::from_utf8(bytes) {
        let mut map = SourceMap::new();
        map.push_run(text.len(), 1, start, 1);
        return (text.to_string(), map, 0);
    }
    let (mut text, mut map, mut bad, mut at) = (String::with_capacity(bytes.len()), SourceMap::new(), 0, start);
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        map.push_run(chunk.valid().len(), 1, at, 1);
        at += chunk.valid().len();
        if !chunk.invalid().is_empty() {
            replace(&mut text, &mut map, at..at + chunk.invalid().len());
            at += chunk.invalid().len();
            bad += 1;
        }
    }
    (text, map, bad)
}

fn replace(text: &mut String, map: &mut SourceMap, source: Range<usize>) {
    text.push(char::REPLACEMENT_CHARACTER);
    map.push(char::REPLACEMENT_CHARACTER.len_utf8(), source);
}

fn utf16(bytes: &[u8], start: usize, order: fn([u8; 2]) -> u16) -> Attempt {
    let (mut text, mut map, mut bad, mut at) = (String::with_capacity(bytes.len() * 3 / 2), SourceMap::new(), 0, start);
    let units = bytes[start..].chunks_exact(2).map(|unit| order([unit[0], unit[1]]));
    for decoded in char::decode_utf16(units) {
        match decoded {
            Ok(char) => {
                let width = char.len_utf16() * 2;
                text.push(char);
                map.push(char.len_utf8(), at..at + width);
                at += width;
            }
            Err(_) => {
                replace(&mut text, &mut map, at..at + 2);
                at += 2;
                bad += 1;
            }
        }
    }
    if at < bytes.len() {
        replace(&mut text, &mut map, at..bytes.len());
        bad += 1;
    }
    (text, map, bad)
}

/// GBK, GB18030 (`four`: with its four-byte codes) and Big5.
fn double_byte(bytes: &[u8], pairs: &Pairs, four: bool) -> Attempt {
    let (mut text, mut map, mut bad, mut at) = (String::with_capacity(bytes.len() * 3 / 2), SourceMap::new(), 0, 0);
    while at < bytes.len() {
        let rest = &bytes[at..];
        let (char, width) = match *rest {
            [one @ 0..0x80, ..] => (Some(char::from(one)), 1),
            [0x80, ..] if four => (Some('€'), 1),
            [a, b @ 0x30..=0x39, c, d, ..] if four && a > 0x80 && c > 0x80 => match four_bytes(&[a, b, c, d]) {
                Some(char) => (Some(char), 4),
                None => (None, 1),
            },
            [lead, trail, ..] => match pairs.get(lead, trail) {
                Some(char) => (Some(char), 2),
                // An ASCII byte behind a broken lead is a character of its own.
                None => (None, if trail < 0x80 { 1 } else { 2 }),
            },
            _ => (None, 1),
        };
        match char {
            Some(char) => {
                text.push(char);
                map.push(char.len_utf8(), at..at + width);
            }
            None => {
                replace(&mut text, &mut map, at..at + width);
                bad += 1;
            }
        }
        at += width;
    }
    (text, map, bad)
}

fn four_bytes(code: &[u8]) -> Option<char> {
    let decoded: Cow<str> = encoding_rs::GB18030.decode_without_bom_handling_and_without_replacement(code)?;
    let mut chars = decoded.chars();
    chars.next().filter(|_| chars.next().is_none())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Span;
    use crate::read::{Decoded, decode};

    const TEXT: &str = "云溪县2023年政府工作报告\n各位代表：现在，我代表县政府向大会报告工作，请予审议。\n";

    fn sourced(decoded: &Decoded, word: &str) -> Range<usize> {
        let at = decoded.text.find(word).unwrap();
        decoded.map.source(Span::new(at, at + word.len()))
    }

    #[test]
    fn every_encoding_is_told_and_leads_back() {
        let utf16: Vec<u8> = TEXT.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let utf16_be: Vec<u8> = TEXT.encode_utf16().flat_map(u16::to_be_bytes).collect();
        let (gbk, big5) = (
            encoding_rs::GBK.encode(TEXT).0,
            encoding_rs::BIG5.encode("各位代表：我們要推動產業發展，擴大開放，改善民生。").0,
        );
        for (bytes, name) in [
            (TEXT.as_bytes().to_vec(), "UTF-8"),
            ([b"\xEF\xBB\xBF", TEXT.as_bytes()].concat(), "UTF-8"),
            (utf16.clone(), "UTF-16LE"),
            ([b"\xFF\xFE", &utf16[..]].concat(), "UTF-16LE"),
            (utf16_be.clone(), "UTF-16BE"),
            ([b"\xFE\xFF", &utf16_be[..]].concat(), "UTF-16BE"),
            (gbk.to_vec(), "GBK"),
            (big5.to_vec(), "Big5"),
        ] {
            let decoded = decode("a.txt", &bytes).unwrap();
            assert_eq!(decoded.encoding, name);
            assert!(decoded.notices.is_empty());
            if name != "Big5" {
                assert_eq!(decoded.text, TEXT);
            }
            let word: Vec<u8> = match name {
                "UTF-16LE" => "代表".encode_utf16().flat_map(u16::to_le_bytes).collect(),
                "UTF-16BE" => "代表".encode_utf16().flat_map(u16::to_be_bytes).collect(),
                "GBK" => encoding_rs::GBK.encode("代表").0.to_vec(),
                "Big5" => encoding_rs::BIG5.encode("代表").0.to_vec(),
                _ => "代表".into(),
            };
            assert_eq!(bytes[sourced(&decoded, "代表")], word, "{name}");
        }
    }

    #[test]
    fn a_few_bad_bytes_are_told_and_read_over() {
        let mut bytes = TEXT.repeat(3).into_bytes();
        bytes.insert(3, 0xFF);
        let decoded = decode("a.txt", &bytes).unwrap();
        assert_eq!(decoded.text.matches('\u{FFFD}').count(), 1);
        assert_eq!(decoded.notices.len(), 1);
        assert_eq!(sourced(&decoded, "溪县"), 4..10);
    }

    #[test]
    fn what_is_no_text_is_refused_with_its_name() {
        let noise: Vec<u8> = (0..2000u32).map(|at| (at.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
        for bytes in [&b""[..], b"\x00\x01\x02\x03abc", &noise, b" \n\n"] {
            let error = decode("folder/a.txt", bytes).unwrap_err().to_string();
            assert!(error.starts_with("folder/a.txt: "), "{error}");
        }
    }
}
