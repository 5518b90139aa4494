//! Damages clean text as the mirror site did that the seed report comes from.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use ferrous_opencc::OpenCC;
use ferrous_opencc::config::BuiltinConfig;
use pinyin::ToPinyin;
use tuzhi::read::gbk;

/// What the mirror put before a mark, and took out again in the end.
const BEFORE_MARK: u8 = 1;

/// The marks before which it did, in the order in which it went for them.
const MARKS: [char; 7] = ['！', '；', '？', '：', '，', '。', '、'];

/// Traditional forms by character, of what GBK can write.
static TRADITIONAL: LazyLock<BTreeMap<char, char>> = LazyLock::new(|| {
    let converter = OpenCC::from_config(BuiltinConfig::S2t).unwrap();
    let chars: Vec<char> = ('一'..='\u{9FA5}').filter(|char| gbk::bytes(*char).is_some()).collect();
    let lines: String = chars.iter().flat_map(|char| [*char, '\n']).collect();
    let after = converter.convert(&lines);
    let mut forms: BTreeMap<char, char> =
        chars.iter().copied().zip(after.lines().map(|line| line.chars().next().unwrap())).collect();
    forms.retain(|from, to| from != to && gbk::bytes(*to).is_some());
    forms.insert('着', '著');
    forms
});

/// Byte pairs and the readings that are written behind them: half of the traditional
/// forms, in an order that has nothing to do with the text.
static GLOSSES: LazyLock<Vec<([u8; 2], String)>> = LazyLock::new(|| {
    let mut all: Vec<(u32, [u8; 2], String)> = TRADITIONAL
        .values()
        .filter_map(|form| {
            let mixed = u32::from(*form).wrapping_mul(2_654_435_761);
            let reading = form.to_pinyin()?.with_tone();
            let written = reading.chars().all(|char| char.is_ascii() || gbk::bytes(char).is_some());
            (mixed >> 31 == 0 && written).then(|| Some((mixed, gbk::bytes(*form)?, format!("({reading})"))))?
        })
        .collect();
    all.sort();
    all.dedup();
    all.into_iter().map(|(_, pair, reading)| (pair, reading)).collect()
});

/// The damaged text of a clean one. Lines are trimmed, and those with nothing in them
/// left out, as [`tidied`] does.
pub fn damage(clean: &str) -> String {
    tidied(clean).lines().map(|line| damaged(line) + "\n").collect()
}

/// The clean text that can come back at best.
pub fn tidied(clean: &str) -> String {
    let lines = clean.lines().map(|line| line.trim().replace(['\u{A0}', '\u{3000}'], " "));
    lines.filter(|line| !line.is_empty()).map(|line| line + "\n").collect()
}

fn damaged(line: &str) -> String {
    let mut bytes = vec![0xA1; 4];
    for char in line.chars() {
        let char = TRADITIONAL.get(&char).copied().unwrap_or(char);
        match gbk::bytes(char) {
            Some(pair) => bytes.extend(pair),
            None if char.is_ascii() => bytes.push(char as u8),
            None => bytes.push(b'?'),
        }
    }
    for (pair, reading) in GLOSSES.iter() {
        bytes = replaced(bytes, pair, &[&pair[..], &encoded(reading)].concat());
    }
    for mark in MARKS {
        let pair = gbk::bytes(mark).unwrap();
        bytes = replaced(bytes, &pair, &[&[BEFORE_MARK], &pair[..]].concat());
    }
    let read: String = decoded(&bytes).chars().filter_map(narrow).collect();
    read.trim().to_string()
}

fn encoded(text: &str) -> Vec<u8> {
    text.chars().flat_map(|char| gbk::bytes(char).map_or(vec![char as u8], |pair| pair.to_vec())).collect()
}

/// Replaces blindly: wherever the two bytes stand, be it astride two characters.
fn replaced(bytes: Vec<u8>, pair: &[u8], with: &[u8]) -> Vec<u8> {
    if !bytes.windows(2).any(|window| window == pair) {
        return bytes;
    }
    let mut out = Vec::with_capacity(bytes.len() + with.len());
    let mut at = 0;
    while at < bytes.len() {
        if bytes[at..].starts_with(pair) {
            out.extend(with);
            at += 2;
        } else {
            out.push(bytes[at]);
            at += 1;
        }
    }
    out
}

/// A decoder that swallows the byte behind a broken lead and drops private-use pairs.
fn decoded(bytes: &[u8]) -> String {
    let mut out = String::new();
    let mut at = 0;
    while at < bytes.len() {
        let (lead, trail) = (bytes[at], bytes.get(at + 1).copied());
        at += if lead > 0x80 { 2 } else { 1 };
        match (lead, trail) {
            (0x80, _) => out.push('€'),
            (0..0x80, _) => out.push(char::from(lead)),
            (_, Some(trail)) => match gbk::pair(lead, trail) {
                Some('\u{E000}'..='\u{F8FF}') => {}
                Some(char) => out.push(char),
                None => out.push('?'),
            },
            (_, None) => out.push('?'),
        }
    }
    out
}

fn narrow(char: char) -> Option<char> {
    match char {
        '\u{1}' => None,
        '\u{3000}' => Some(' '),
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(char) - 0xFEE0),
        _ => Some(char),
    }
}
