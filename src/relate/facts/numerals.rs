//! Numbers as reports write them: digits with 万 and 亿, Chinese numerals, ranges, ratios.

use crate::lexicon;

/// A number at the head of some words.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Numeral {
    /// Its length in bytes, with 万, 亿 and an inner 余 or 多.
    pub(super) length: usize,
    /// Its value, 万 and 亿 multiplied out.
    pub(super) number: Number,
    /// The 万, 亿, … as written; empty for none.
    pub(super) order: String,
    /// Whether 余 or 多 says that it is a little more.
    pub(super) more: bool,
    /// Whether nothing but an order stands there (`万人`, `千万元`).
    pub(super) bare: bool,
    /// Whether it is written in characters.
    pub(super) chinese: bool,
}

/// What a numeral says.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Number {
    /// One number.
    One(f64),
    /// Two ends, as written (`7`, `8`); the order applies to both.
    Range(String, String),
    /// Parts (`1:16:83`).
    Ratio(String),
}

/// Reads a number in digits at the head of `words`.
pub(super) fn digits(words: &str) -> Option<Numeral> {
    let first = plain(words)?;
    let mut length = first.len();
    if let Some(ratio) = ratio(words) {
        return Some(Numeral {
            length: ratio.0,
            number: Number::Ratio(ratio.1),
            order: String::new(),
            more: false,
            bare: false,
            chinese: false,
        });
    }
    let mut number = Number::One(parse(first)?);
    if let Some((gap, second)) = second_end(&words[length..]) {
        length += gap + second.len();
        number = Number::Range(tidy(first), tidy(second));
    }
    let (order_length, order, factor, more) = order(&words[length..]);
    length += order_length;
    if let Number::One(value) = &mut number {
        *value = scaled(*value, factor);
    }
    Some(Numeral { length, number, order, more, bare: false, chinese: false })
}

/// The second end of a range with what stands before it: `-8`, `—8`, `至8`, and `%-8`
/// where the unit of the first end is a mere `%`.
fn second_end(tail: &str) -> Option<(usize, &str)> {
    let inner = tail.strip_prefix(['%', '％']).unwrap_or(tail);
    let percent = inner.len() < tail.len();
    let rest = ["——", "-", "–", "—", "~", "～", "至"].iter().find_map(|mark| inner.strip_prefix(mark))?;
    let second = plain(rest)?;
    let after = &rest[second.len()..];
    (!percent || after.starts_with(['%', '％'])).then_some((tail.len() - rest.len(), second))
}

/// The point of `9．5％`.
const WIDE_POINT: char = '．';

fn wide_point(words: &str) -> bool {
    words.strip_prefix(WIDE_POINT).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
}

/// The digits of a number as one would write them now: no groups, a plain point.
fn tidy(digits: &str) -> String {
    digits.replace([',', '，'], "").replace(WIDE_POINT, ".")
}

/// `5880`, `5,880`, `1.38`, `9．5` at the head of `words`.
fn plain(words: &str) -> Option<&str> {
    let bytes = words.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let next_digit = bytes.get(at + 1).is_some_and(u8::is_ascii_digit);
        match bytes[at] {
            b'0'..=b'9' => at += 1,
            b'.' if at > 0 && next_digit && !words[..at].contains('.') => at += 1,
            b',' if at > 0 && three_digits(&bytes[at + 1..]) => at += 1,
            // Older reports write the point as wide as a character: 9．5％.
            _ if at > 0 && wide_point(&words[at..]) && !words[..at].contains(['.', WIDE_POINT]) => {
                at += WIDE_POINT.len_utf8();
            }
            _ => break,
        }
    }
    (at > 0).then(|| &words[..at])
}

fn three_digits(bytes: &[u8]) -> bool {
    bytes.len() >= 3 && bytes[..3].iter().all(u8::is_ascii_digit) && !bytes.get(3).is_some_and(u8::is_ascii_digit)
}

fn parse(words: &str) -> Option<f64> {
    if words.contains([',', WIDE_POINT]) { tidy(words).parse().ok() } else { words.parse().ok() }
}

/// Keeps `5880万` a whole number where floating point would not.
fn scaled(value: f64, factor: f64) -> f64 {
    let product = value * factor;
    let rounded = product.round();
    if (product - rounded).abs() < 1e-6 * product.abs().max(1.0) { rounded } else { product }
}

fn ratio(words: &str) -> Option<(usize, String)> {
    let mut at = plain(words)?.len();
    let mut text = tidy(&words[..at]);
    let mut parts = 1;
    while let Some(rest) = words[at..].strip_prefix([':', '：', '︰', '∶', '﹕']) {
        let Some(next) = plain(rest) else { break };
        text.push(':');
        text.push_str(&tidy(next));
        at = words.len() - rest.len() + next.len();
        parts += 1;
    }
    (parts >= 3).then_some((at, text))
}

/// 万, 亿, 千, 百 after the digits, with 余 or 多 before, between or after them: length,
/// words, factor, whether there is 余 or 多.
fn order(tail: &str) -> (usize, String, f64, bool) {
    let (mut at, mut words, mut factor, mut more) = (0, String::new(), 1.0, false);
    loop {
        let rest = &tail[at..];
        let mut chars = rest.chars();
        let Some(first) = chars.next() else { break };
        let step = match first {
            '万' => 1e4,
            '亿' => 1e8,
            // 千 and 百 head units of their own (千瓦, 千米, 百分点).
            '千' if chars.next().is_some_and(|next| matches!(next, '万' | '亿' | '余' | '多' | '元' | '人' | '亩')) => {
                1e3
            }
            '百' if chars.next().is_some_and(|next| matches!(next, '万' | '亿')) => 1e2,
            '余' | '多' if !more => {
                let next = chars.next();
                if next.is_some_and(|next| "种样元化边方重层".contains(next) && first == '多' && next != '元')
                {
                    break;
                }
                more = true;
                at += first.len_utf8();
                continue;
            }
            _ => break,
        };
        factor *= step;
        words.push(first);
        at += first.len_utf8();
    }
    (at, words, factor, more)
}

/// Reads a Chinese numeral at the head of `words`: 三万四千, 十二, 两千余; and a bare
/// order (万, 千万), marked as such.
pub(super) fn characters(words: &str) -> Option<Numeral> {
    let mut length = 0;
    let (mut total, mut section, mut digit) = (0.0_f64, 0.0_f64, None::<f64>);
    let (mut last_order, mut signs, mut plain_digits) = (1.0_f64, 0, 0);
    let mut bare = true;
    for sign in words.chars() {
        if let Some(value) = lexicon::numerals::digit(sign) {
            // 两 is no sign of a number read digit by digit
            plain_digits += usize::from(digit.is_some() && sign != '两');
            digit = Some(f64::from(value));
            bare = false;
        } else {
            match sign {
                '零' => {
                    last_order = 1.0;
                    digit = None;
                }
                '十' | '百' | '千' => {
                    let order = match sign {
                        '十' => 10.0,
                        '百' => 100.0,
                        _ => 1000.0,
                    };
                    section += digit.take().unwrap_or(1.0) * order;
                    last_order = order;
                }
                '万' | '亿' => {
                    let order = if sign == '万' { 1e4 } else { 1e8 };
                    section += digit.take().unwrap_or(0.0);
                    // 一亿三千万: 万 counts what follows 亿; 两万亿: 亿 counts all before it.
                    let (kept, counted) = if sign == '万' { (total, section) } else { (0.0, total + section) };
                    let counted = if counted == 0.0 { 1.0 } else { counted };
                    (total, section) = (kept + counted * order, 0.0);
                    last_order = order;
                }
                _ => break,
            }
        }
        length += sign.len_utf8();
        signs += 1;
    }
    if signs == 0 || plain_digits > 0 {
        return None;
    }
    // 三万四 is 34,000: a digit right after an order counts the next order below.
    if let Some(last) = digit {
        section += if last_order >= 100.0 { last * last_order / 10.0 } else { last };
    }
    let more = words[length..].starts_with(['余', '多']);
    if more {
        length += '余'.len_utf8();
    }
    let number = Number::One(total + section);
    Some(Numeral { length, number, order: String::new(), more, bare, chinese: true })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(numeral: Option<Numeral>) -> Option<f64> {
        match numeral?.number {
            Number::One(value) => Some(value),
            _ => None,
        }
    }

    #[test]
    fn digits_with_orders() {
        assert_eq!(value(digits("5880万元")), Some(58_800_000.0));
        assert_eq!(value(digits("1.38万人次")), Some(13_800.0));
        assert_eq!(value(digits("2.3万亿元")), Some(2.3e12));
        assert_eq!(value(digits("1,200亩")), Some(1200.0));
        assert_eq!(value(digits("110千伏")), Some(110.0));
        assert_eq!(value(digits("3千米")), Some(3.0));
        assert_eq!(value(digits("264．5亿美元")), Some(26_450_000_000.0));
    }

    #[test]
    fn characters_with_orders() {
        assert_eq!(value(characters("三万四")), Some(34_000.0));
        assert_eq!(value(characters("三万四千人")), Some(34_000.0));
        assert_eq!(value(characters("十二个")), Some(12.0));
        assert_eq!(value(characters("两千零五")), Some(2005.0));
        assert_eq!(value(characters("一亿三千万")), Some(1.3e8));
        assert_eq!(value(characters("一百零六家")), Some(106.0));
        assert_eq!(characters("二〇二〇年"), None);
    }

    #[test]
    fn bare_orders_are_marked() {
        assert!(characters("千万元").is_some_and(|numeral| numeral.bare));
        assert!(characters("万人").is_some_and(|numeral| numeral.bare));
        assert!(characters("三万人").is_some_and(|numeral| !numeral.bare));
    }

    #[test]
    fn ranges_and_ratios_stay_words() {
        assert_eq!(digits("7-8%").map(|n| n.number), Some(Number::Range("7".into(), "8".into())));
        assert_eq!(digits("1:16:83").map(|n| n.number), Some(Number::Ratio("1:16:83".into())));
        assert_eq!(digits("9:30").map(|n| n.length), Some(1));
    }
}
