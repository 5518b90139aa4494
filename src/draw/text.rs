//! Text on the picture: made safe, measured, broken into lines, cut short.
//!
//! Without a font at hand widths are estimated by class of character, on the wide side, so that
//! a box measured here holds its words in every usual font.

/// Names longer than this are cut before anything else looks at them (characters).
const LONGEST: usize = 160;

/// `text` without control, formatting and non-characters, its white space made single spaces,
/// and no longer than 160 characters.
pub fn clean(text: &str) -> String {
    let mut out = String::new();
    let mut count = 0;
    let mut gap = false;
    for c in text.chars() {
        if c.is_whitespace() {
            gap = !out.is_empty();
            continue;
        }
        if is_hidden(c) {
            continue;
        }
        if count >= LONGEST {
            out.push('…');
            break;
        }
        if gap {
            out.push(' ');
            gap = false;
        }
        out.push(c);
        count += 1;
    }
    out
}

/// Characters that XML forbids or that turn, hide or void what stands around them.
fn is_hidden(c: char) -> bool {
    let code = u32::from(c);
    c.is_control()
        || matches!(code, 0xAD | 0x61C | 0x180E | 0x200B..=0x200F | 0x2028..=0x202E | 0x2060..=0x206F | 0xFEFF)
        || matches!(code, 0xE000..=0xF8FF | 0xFDD0..=0xFDEF | 0xFFF0..=0xFFFF | 0xE0000..=0x10_FFFF)
        || code & 0xFFFE == 0xFFFE
}

/// Width of one character in em.
fn em(c: char) -> f64 {
    match c {
        ' ' | '.' | ',' | ':' | ';' | '!' | '|' | '\'' | 'i' | 'j' | 'l' | 'I' => 0.32,
        'f' | 'r' | 't' | '(' | ')' | '[' | ']' | '/' | '-' | '"' => 0.42,
        'm' | 'w' | 'M' | 'W' | '@' | '%' | '&' => 0.95,
        'A'..='Z' => 0.7,
        '·' => 1.0,
        '–' => 0.6,
        '\u{300}'..='\u{36f}' => 0.0,
        '\0'..='\u{24f}' => 0.59,
        '\u{250}'..='\u{10ff}' => 0.7,
        _ => 1.0,
    }
}

/// Width of `text` set in `size` px.
pub fn width(text: &str, size: f64) -> f64 {
    text.chars().map(em).sum::<f64>() * size
}

/// `text` cut to `room` px with an ellipsis where it is longer.
pub fn elide(text: &str, size: f64, room: f64) -> String {
    if width(text, size) <= room {
        return text.to_string();
    }
    let mut out = String::new();
    let mut used = width("…", size);
    for c in text.chars() {
        used += em(c) * size;
        if used > room {
            break;
        }
        out.push(c);
    }
    let mut out = out.trim_end().to_string();
    out.push('…');
    out
}

/// `text` in at most `most` lines of at most `room` px, of even length where it takes several.
pub fn wrap(text: &str, size: f64, room: f64, most: usize) -> Vec<String> {
    let total = width(text, size);
    if total <= room || most < 2 {
        return vec![elide(text, size, room)];
    }
    let needed = (total / room).ceil().max(2.0);
    let even = (total / needed + size).min(room);
    let lines = fill(text, size, even);
    let mut lines = if lines.len() as f64 <= needed { lines } else { fill(text, size, room) };
    if lines.len() > most {
        let rest = lines.split_off(most - 1).concat();
        lines.push(elide(&rest, size, room));
    }
    lines
}

fn fill(text: &str, size: f64, room: f64) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut used = 0.0;
    for word in words(text) {
        let wide = width(word, size);
        let blank = lines.last().is_none_or(String::is_empty);
        if used + wide > room && !blank {
            lines.push(String::new());
            used = 0.0;
        }
        let Some(line) = lines.last_mut() else { break };
        if wide <= room {
            line.push_str(if line.is_empty() { word.trim_start() } else { word });
            used += wide;
            continue;
        }
        // A word longer than a line is broken where it must be.
        for c in word.chars() {
            if used + em(c) * size > room {
                lines.push(String::new());
                used = 0.0;
            }
            if let Some(line) = lines.last_mut() {
                line.push(c);
            }
            used += em(c) * size;
        }
    }
    lines.into_iter().map(|line| line.trim_end().to_string()).filter(|line| !line.is_empty()).collect()
}

/// The pieces between which a line may break: a Latin word or number, a Chinese character with
/// the marks that may not be parted from it.
fn words(text: &str) -> Vec<&str> {
    let mut cuts = vec![0];
    let mut before: Option<char> = None;
    for (at, c) in text.char_indices() {
        if let Some(last) = before {
            let joined = (is_latin(last) && is_latin(c)) || is_closer(c) || is_opener(last) || c == ' ';
            if !joined {
                cuts.push(at);
            }
        }
        before = Some(c);
    }
    cuts.push(text.len());
    cuts.windows(2).map(|pair| &text[pair[0]..pair[1]]).filter(|word| !word.is_empty()).collect()
}

fn is_latin(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '.' | '+' | '%' | '-' | '\'' | '\u{c0}'..='\u{24f}')
}

fn is_closer(c: char) -> bool {
    "、，。；：！？）】》”’」』…·,.;:!?)]}>%".contains(c)
}

fn is_opener(c: char) -> bool {
    "（【《“‘「『([{<".contains(c)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn chinese_is_one_em_and_latin_about_half() {
        assert!((width("云溪县", 10.0) - 30.0).abs() < 1e-9);
        assert!((width("5G", 10.0) - 12.9).abs() < 0.2);
    }

    #[test]
    fn lines_are_even_and_keep_marks_and_numbers_together() {
        assert_eq!(wrap("云溪县生物医药产业园二期", 10.0, 80.0, 2), ["云溪县生物医药", "产业园二期"]);
        assert_eq!(wrap("恒泽制药“一企一策”行动", 10.0, 70.0, 3), ["恒泽制药“一企", "一策”行动"]);
        for line in wrap("年产12000吨锂电池生产线", 10.0, 60.0, 3) {
            assert!(!line.starts_with("000"), "{line}");
        }
    }

    #[test]
    fn what_is_too_long_ends_in_an_ellipsis() {
        let long = "园".repeat(7000);
        let lines = wrap(&clean(&long), 10.0, 100.0, 2);
        assert_eq!(lines.len(), 2);
        assert!(lines[1].ends_with('…'));
    }

    #[test]
    fn hidden_characters_are_gone() {
        assert_eq!(clean("云\u{0}溪\u{202e}县\u{fffe}\n 园\u{e00a} "), "云溪县 园");
    }

    proptest! {
        #[test]
        fn no_line_is_wider_than_its_room(text in "[\\PC云溪县工业园“”、0-9a-z ]{0,60}", room in 40.0..200.0f64) {
            let text = clean(&text);
            for most in 1..4 {
                let lines = wrap(&text, 14.0, room, most);
                prop_assert!(lines.len() <= most);
                for line in lines {
                    prop_assert!(width(&line, 14.0) <= room + 14.0 * 1e-9, "{line}");
                }
            }
        }
    }
}
