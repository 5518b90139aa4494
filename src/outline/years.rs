//! Years and plan periods in words.

use crate::lexicon::numerals;
use crate::model::Period;

/// The first period that `words` name: `2020年`, `2016—2020年`, `“十三五”`. With the byte
/// where it starts.
pub(super) fn period_in(words: &str) -> Option<(Period, usize)> {
    let mut found: Option<(Period, usize)> = None;
    let mut keep = |candidate: Option<(Period, usize)>| {
        if let Some(candidate) = candidate
            && found.is_none_or(|known| candidate.1 < known.1)
        {
            found = Some(candidate);
        }
    };
    keep(years_in(words));
    keep(plan_in(words));
    found
}

/// `2020年`, `2016—2020年`, `二〇二〇年`.
fn years_in(words: &str) -> Option<(Period, usize)> {
    for (at, _) in words.match_indices('年') {
        let before = &words[..at];
        if let Some((last, from)) = year_before(before) {
            let earlier = before[..from].trim_end_matches('年');
            let joint = earlier.trim_end_matches(['-', '—', '–', '至', '到', '－', '~', '～']);
            if joint.len() < earlier.len()
                && let Some((first, start)) = year_before(joint.trim_end_matches('年'))
                && first < last
            {
                return Some((Period::years(first, last), start));
            }
            return Some((Period::year(last), from));
        }
    }
    None
}

/// The year that ends `words`, with the byte where it starts.
fn year_before(words: &str) -> Option<(u16, usize)> {
    let digits: Vec<(usize, u32)> =
        words.char_indices().rev().map_while(|(at, c)| digit(c).map(|value| (at, value))).take(5).collect();
    if digits.len() != 4 {
        return None;
    }
    let year = digits.iter().rev().fold(0, |year, (_, value)| year * 10 + value);
    let year = u16::try_from(year).ok()?;
    (1949..=2060).contains(&year).then_some((year, digits[3].0))
}

fn digit(c: char) -> Option<u32> {
    c.to_digit(10).or_else(|| if matches!(c, '○' | '零' | 'Ｏ') { Some(0) } else { numerals::digit(c) })
}

/// `“十三五”`, `十三五时期`, `"十二五"规划`.
fn plan_in(words: &str) -> Option<(Period, usize)> {
    let quotes = ['“', '"', '‘', '”'];
    for (at, _) in words.match_indices('五') {
        let after = &words[at + '五'.len_utf8()..];
        let before = &words[..at];
        let start = before.char_indices().rev().take_while(|(_, c)| "一二三四五六七八九十".contains(*c)).last();
        let Some((from, _)) = start else { continue };
        let quoted = before[..from].ends_with(quotes) && after.starts_with(['”', '"', '’']);
        let named = ["时期", "期间", "规划", "末", "以来", "收官", "开局"].iter().any(|word| after.starts_with(word));
        if (quoted || named)
            && let Some(number) = numerals::below_hundred(&before[from..])
            && number >= 6
            && let Some(period) = Period::five_year_plan(number as u16)
        {
            return Some((period, from));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_and_plans_are_read() {
        let period = |words: &str| period_in(words).map(|(period, _)| period.to_string());
        assert_eq!(period("2020年，我们"), Some("2020".into()));
        assert_eq!(period("二〇二一年工作安排"), Some("2021".into()));
        assert_eq!(period("（2023—2025年）行动"), Some("2023-2025".into()));
        assert_eq!(period("“十三五”时期"), Some("2016-2020".into()));
        assert_eq!(period("三年行动"), None);
        assert_eq!(period("投入8000年"), None);
        assert_eq!(period("十五个村"), None);
    }
}
