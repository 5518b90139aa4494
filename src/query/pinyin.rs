//! Names by their readings: `wantongyaoye`, `wtyy`, and anything between (`wantyy`).

use std::sync::LazyLock;

use pinyin::{ToPinyin, ToPinyinMulti};

/// Least letters that are taken for a reading: one letter begins half of all names.
const LEAST: usize = 2;

/// Most letters; they are the bits of a number.
const MOST: usize = 63;

/// The characters of most names.
const HAN: std::ops::RangeInclusive<u32> = 0x4E00..=0x9FFF;

/// The letters that the readings of each character of [`HAN`] may begin with, a bit a letter.
static BEGINNINGS: LazyLock<Vec<u32>> = LazyLock::new(|| {
    let first = |reading: &String| reading.bytes().next().map_or(0, bit);
    READINGS.iter().map(|readings| readings.iter().map(first).fold(0, |all, one| all | one)).collect()
});

/// The readings of each character of [`HAN`].
static READINGS: LazyLock<Vec<Vec<String>>> =
    LazyLock::new(|| HAN.map(|code| char::from_u32(code).map_or_else(Vec::new, all_readings)).collect());

/// How far a name is spelled by letters, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Spelled {
    /// From its first character to its last.
    Whole,
    /// From its first character on.
    Start,
    /// Within.
    Part,
}

/// Letters that may be the reading of a name.
pub(super) struct Letters<'a> {
    letters: &'a [u8],
    /// The first of them, as a bit.
    first: u32,
}

impl<'a> Letters<'a> {
    /// `None` for words that are no reading. Words come folded: in lower case, without blanks.
    pub(super) fn of(words: &'a str) -> Option<Self> {
        let letters = words.as_bytes();
        let fits = |byte: &u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
        let spelled = letters.iter().all(fits) && letters.iter().any(u8::is_ascii_lowercase);
        let first = bit(*letters.first()?);
        ((LEAST..=MOST).contains(&letters.len()) && spelled).then_some(Self { letters, first })
    }

    /// Whether the letters spell a name or a part of it: each character by a reading of it, by the
    /// initial of one, or, the last, by its beginning. Any reading of a character counts, since
    /// names do not say which is meant (重庆 and 重点).
    pub(super) fn spell(&self, name: &[char]) -> Option<Spelled> {
        let mut met = None;
        for start in (0..name.len()).filter(|start| beginnings(name[*start]) & self.first != 0) {
            match self.spelled_from(&name[start..]) {
                Some(used) if start == 0 => {
                    return Some(if used == name.len() { Spelled::Whole } else { Spelled::Start });
                }
                Some(_) => met = Some(Spelled::Part),
                None => {}
            }
        }
        met
    }

    /// The number of characters that take all letters, the most there may be.
    fn spelled_from(&self, name: &[char]) -> Option<usize> {
        let all = self.letters.len();
        // Numbers of letters that the characters so far may have taken, a bit each.
        let mut taken: u64 = 1;
        let mut used = None;
        for (at, c) in name.iter().enumerate() {
            let mut next = 0;
            let mut ended = false;
            for place in (0..all).filter(|place| taken >> place & 1 == 1) {
                let rest = &self.letters[place..];
                let mut take = |length: usize| {
                    next |= 1 << (place + length);
                    ended |= place + length == all;
                };
                if c.is_ascii() {
                    if rest[0] == *c as u8 {
                        take(1);
                    }
                    continue;
                }
                for reading in readings(*c) {
                    let reading = reading.as_bytes();
                    let same = reading.iter().zip(rest).take_while(|(a, b)| a == b).count();
                    if same == reading.len() || same == rest.len() {
                        take(same);
                    }
                    if same >= 1 {
                        take(1);
                    }
                    if same >= 2 && reading[1] == b'h' {
                        take(2);
                    }
                }
            }
            if ended {
                used = Some(at + 1);
            }
            taken = next & !(1 << all);
            if taken == 0 {
                break;
            }
        }
        used
    }
}

/// The letter as a bit; digits share one.
fn bit(letter: u8) -> u32 {
    if letter.is_ascii_lowercase() { 1 << (letter - b'a') } else { 1 << 26 }
}

fn beginnings(c: char) -> u32 {
    if c.is_ascii() {
        return bit(c as u8);
    }
    place_of(c).and_then(|place| BEGINNINGS.get(place)).copied().unwrap_or(0)
}

/// The readings of a character without tones, ü as v and as u; none for what is no Chinese character.
pub fn readings(c: char) -> &'static [String] {
    place_of(c).and_then(|place| READINGS.get(place)).map_or(&[], Vec::as_slice)
}

fn place_of(c: char) -> Option<usize> {
    (c as u32).checked_sub(*HAN.start()).map(|place| place as usize)
}

/// The readings of a character without tones, ü as v and as u (`lv`, `lu`), each once.
fn all_readings(c: char) -> Vec<String> {
    let mut readings: Vec<String> = Vec::new();
    let mut add = |reading: String| {
        if !reading.is_empty() && reading.is_ascii() && !readings.contains(&reading) {
            readings.push(reading);
        }
    };
    let all = c.to_pinyin_multi().into_iter().flatten().chain(c.to_pinyin());
    for reading in all {
        let plain = reading.plain().replace('ê', "e");
        add(plain.replace('ü', "v"));
        add(plain.replace('ü', "u"));
    }
    readings
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spelled(letters: &str, name: &str) -> Option<Spelled> {
        let name: Vec<char> = name.chars().collect();
        Letters::of(letters).and_then(|letters| letters.spell(&name))
    }

    #[test]
    fn names_are_spelled_in_full_by_initials_and_between() {
        for letters in ["wantongyaoye", "wtyy", "wantyy", "wtongyaoye", "wantongyaoy"] {
            assert_eq!(spelled(letters, "万通药业"), Some(Spelled::Whole), "{letters}");
        }
        assert_eq!(spelled("wt", "万通药业"), Some(Spelled::Start));
        assert_eq!(spelled("yaoye", "万通药业"), Some(Spelled::Part));
        assert_eq!(spelled("wtyyx", "万通药业"), None);
        assert_eq!(spelled("zhangyang", "张扬"), Some(Spelled::Whole));
        assert_eq!(spelled("zhyang", "张扬"), Some(Spelled::Whole));
    }

    #[test]
    fn every_reading_of_a_character_counts() {
        for (letters, name) in [
            ("chongqing", "重庆"),
            ("cq", "重庆"),
            ("zhongdian", "重点"),
            ("changchun", "长春"),
            ("yh", "银行"),
            ("xiamen", "厦门"),
            ("lvyuan", "绿源"),
            ("lushun", "旅顺"),
            ("5gchanyeyuan", "5g产业园"),
        ] {
            assert_eq!(spelled(letters, name), Some(Spelled::Whole), "{letters} {name}");
        }
    }

    #[test]
    fn what_is_no_reading_is_not_taken_for_one() {
        assert!(Letters::of("w").is_none());
        assert!(Letters::of("药业").is_none());
        assert!(Letters::of("2021").is_none());
        assert!(Letters::of("").is_none());
        assert!(Letters::of(&"a".repeat(64)).is_none());
    }
}
