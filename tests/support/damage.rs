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

/// Which of the traditional forms have readings written behind them. The more there are, the
/// more often their bytes are met astride two characters.
#[derive(Debug, Clone, Copy)]
#[allow(dead_code, reason = "no test takes both")]
pub enum Glossed {
    /// As many as in the seed report, where it is mostly the frequent ones: of the 404 forms that stand in
    /// it 98, by their rank as in [`GLOSSED`].
    AsInTheSeed,
    /// Half of all, be they frequent or not: some six times as many.
    Half,
}

/// How many in a hundred of the forms up to a rank have readings in the seed report (33 of the first
/// 50, 28 of the next 50, 20 and 11 of the next hundreds, 6 of the last 104); the last for all others.
const GLOSSED: [(usize, u32); 5] = [(50, 66), (100, 56), (200, 20), (300, 11), (usize::MAX, 6)];

/// What is written behind a form.
struct Gloss {
    form: char,
    pair: [u8; 2],
    reading: Vec<u8>,
    /// A number below a hundred that has nothing to do with the form.
    draw: u32,
}

/// What can be written behind each form, in an order that has nothing to do with the text.
static GLOSSES: LazyLock<Vec<Gloss>> = LazyLock::new(|| {
    let mut forms: Vec<(u32, char)> =
        TRADITIONAL.values().map(|form| (u32::from(*form).wrapping_mul(2_654_435_761), *form)).collect();
    forms.sort_unstable();
    forms.dedup();
    let gloss = |(mixed, form): (u32, char)| {
        let reading = form.to_pinyin()?.with_tone();
        let written = reading.chars().all(|char| char.is_ascii() || gbk::bytes(char).is_some());
        let draw = ((u64::from(mixed) * 100) >> 32) as u32;
        written
            .then(|| Some(Gloss { form, pair: gbk::bytes(form)?, reading: encoded(&format!("({reading})")), draw }))?
    };
    forms.into_iter().filter_map(gloss).collect()
});

impl Glossed {
    /// The glosses of a mirror that met this text.
    fn of(self, clean: &str) -> Vec<&'static Gloss> {
        let mut counts: BTreeMap<char, usize> = BTreeMap::new();
        clean.chars().filter_map(|char| TRADITIONAL.get(&char)).for_each(|form| *counts.entry(*form).or_default() += 1);
        let mut forms: Vec<(usize, char)> = counts.into_iter().map(|(form, count)| (count, form)).collect();
        forms.sort_unstable_by_key(|(count, form)| (std::cmp::Reverse(*count), *form));
        let ranks: BTreeMap<char, usize> = forms.into_iter().map(|(_, form)| form).zip(0..).collect();
        let share = |gloss: &Gloss| match self {
            Self::AsInTheSeed => {
                let rank = ranks.get(&gloss.form).copied().unwrap_or(usize::MAX - 1);
                GLOSSED.iter().find(|(end, _)| rank < *end).map_or(0, |(_, share)| *share)
            }
            Self::Half => 50,
        };
        GLOSSES.iter().filter(|gloss| gloss.draw < share(gloss)).collect()
    }
}

/// The damaged text of a clean one. Lines are trimmed, and those with nothing in them
/// left out, as [`tidied`] does.
pub fn damage(clean: &str, glossed: Glossed) -> String {
    let glosses = glossed.of(clean);
    tidied(clean).lines().map(|line| damaged(line, &glosses) + "\n").collect()
}

/// The clean text that can come back at best.
pub fn tidied(clean: &str) -> String {
    let lines = clean.lines().map(|line| line.trim().replace(['\u{A0}', '\u{3000}'], " "));
    lines.filter(|line| !line.is_empty()).map(|line| line + "\n").collect()
}

fn damaged(line: &str, glosses: &[&Gloss]) -> String {
    let mut bytes = vec![0xA1; 4];
    for char in line.chars() {
        let char = TRADITIONAL.get(&char).copied().unwrap_or(char);
        match gbk::bytes(char) {
            Some(pair) => bytes.extend(pair),
            None if char.is_ascii() => bytes.push(char as u8),
            None => bytes.push(b'?'),
        }
    }
    for Gloss { pair, reading, .. } in glosses {
        bytes = replaced(bytes, pair, &[&pair[..], reading].concat());
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
