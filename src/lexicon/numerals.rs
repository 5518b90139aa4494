//! The characters that Chinese numbers are written with.

/// The value of a character that stands for a digit, from 〇 to 九; 两 is 2.
pub fn digit(char: char) -> Option<u32> {
    Some(match char {
        '〇' => 0,
        '一' => 1,
        '二' | '两' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    })
}

/// Whether a character is part of numbers: 一 to 九 and 两, and the orders 十, 百, 千, 万, 亿.
pub fn is_numeral(char: char) -> bool {
    matches!(char, '十' | '百' | '千' | '万' | '亿') || digit(char).is_some_and(|value| value > 0)
}

/// The number that `text` writes out: 一 to 九十九.
pub fn below_hundred(text: &str) -> Option<u32> {
    match text.chars().collect::<Vec<_>>().as_slice() {
        ['十'] => Some(10),
        [one] => digit(*one),
        ['十', ones] => Some(10 + digit(*ones)?),
        [tens, '十'] => Some(digit(*tens)? * 10),
        [tens, '十', ones] => Some(digit(*tens)? * 10 + digit(*ones)?),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_below_a_hundred_are_read() {
        assert_eq!(below_hundred("三"), Some(3));
        assert_eq!(below_hundred("十二"), Some(12));
        assert_eq!(below_hundred("四十"), Some(40));
        assert_eq!(below_hundred("九十九"), Some(99));
        assert_eq!(below_hundred("一百"), None);
        assert_eq!(below_hundred(""), None);
    }
}
