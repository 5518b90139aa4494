//! Quantities: a number, its unit in base units, and how it stands to the truth.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;
use serde::Deserialize;

use super::numerals::{self, Number, Numeral};
use crate::lexicon::numerals::is_numeral;
use crate::lexicon::table;
use crate::model::{Bound, Span, Value};

/// What a quantity measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Measure {
    Money,
    Area,
    Length,
    Percent,
    Points,
    Times,
    /// Weight and volume.
    Physical,
    /// Power, energy, voltage.
    Power,
    Count,
    /// `1:16:83`.
    Ratio,
}

/// A number with its unit in the text.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Quantity {
    /// Number and unit (`32亿元`), in bytes of the text.
    pub(super) span: Span,
    /// The same with the words that bound it (`近2000万元`, `5家以上`).
    pub(super) whole: Span,
    /// Its value in [`Quantity::unit`].
    pub(super) value: Value,
    /// The base unit; `None` for ratios.
    pub(super) unit: Option<String>,
    /// What it measures.
    pub(super) measure: Measure,
    /// Exact or a bound.
    pub(super) bound: Bound,
}

/// The quantities within `within`, in the order of the text. Years, spans of time,
/// ordinals, numbers in quotes, in titles and in `names` (sorted by start) are none.
pub(super) fn quantities(text: &str, within: Span, names: &[(Span, usize)]) -> Vec<Quantity> {
    let mut found: Vec<Quantity> = Vec::new();
    let mut names = names.iter().peekable();
    let mut at = within.start;
    while let Some(sign) = text[at..within.end].chars().next() {
        while names.next_if(|(name, _)| name.end <= at).is_some() {}
        if let Some((name, _)) = names.peek().filter(|(name, _)| name.start <= at) {
            at = name.end.min(within.end).max(at + sign.len_utf8());
            continue;
        }
        if !is_sign(sign) {
            at += sign.len_utf8();
            continue;
        }
        if let Some(end) = closed(text, Span::new(at, within.end), sign) {
            at = end;
            continue;
        }
        let step = match read(text, at, within, sign) {
            Some(Reading::Quantity(quantity)) => {
                let end = quantity.whole.end;
                found.push(*quantity);
                end - at
            }
            Some(Reading::Number(length)) => length,
            None => sign.len_utf8(),
        };
        at += step;
    }
    found
}

/// Whether a number, a quote or a title may begin with `sign`.
fn is_sign(sign: char) -> bool {
    sign.is_ascii_digit() || matches!(sign, '“' | '《') || is_numeral(sign)
}

enum Reading {
    Quantity(Box<Quantity>),
    /// A number that is no quantity: its length in bytes.
    Number(usize),
}

/// The end of a quote or title that opens with `sign`: labels, not quantities.
fn closed(text: &str, rest: Span, sign: char) -> Option<usize> {
    let (close, longest) = match sign {
        '“' => ('”', 60),
        '《' => ('》', 240),
        _ => return None,
    };
    let words = rest.of(text);
    let (at, _) = words.char_indices().take_while(|(at, _)| *at < longest).find(|(_, c)| *c == close)?;
    Some(rest.start + at + close.len_utf8())
}

fn read(text: &str, at: usize, within: Span, sign: char) -> Option<Reading> {
    let head = &text[within.start..at];
    let tail = &text[at..within.end];
    let numeral = if sign.is_ascii_digit() {
        numerals::digits(tail)?
    } else if let Some(rest) = tail.strip_prefix("百分之") {
        let inner = numerals::digits(rest).or_else(|| numerals::characters(rest))?;
        return Some(percent_in_words(text, at, within, inner));
    } else {
        numerals::characters(tail)?
    };
    let length = numeral.length;
    Some(quantity(text, at, within, head, &tail[length..], &numeral).map_or(Reading::Number(length), Reading::Quantity))
}

fn quantity(text: &str, at: usize, within: Span, head: &str, tail: &str, numeral: &Numeral) -> Option<Box<Quantity>> {
    let before = head.chars().next_back();
    let lettered = before.is_some_and(|c| c.is_ascii_alphabetic()) && !head.ends_with("GDP");
    if lettered || before.is_some_and(|c| "第+.·前届".contains(c)) || tail.starts_with('+') {
        return None;
    }
    let number_end = at + numeral.length;
    if let Number::Ratio(words) = &numeral.number {
        let span = Span::new(at, number_end);
        let value = Value::Text(words.clone());
        return Some(Box::new(Quantity {
            span,
            whole: span,
            value,
            unit: None,
            measure: Measure::Ratio,
            bound: Bound::Exact,
        }));
    }
    let (lead, lead_bound) = bound_before(head);
    if numeral.chinese && !counts_in_words(numeral, head, lead_bound) {
        return None;
    }
    let (unit_length, unit) = match UNITS.at(tail).or_else(|| UNITS.days(head, tail)) {
        Some(found) => found,
        None => (0, UNITS.implied(head, tail, numeral)?),
    };
    let end = number_end + unit_length;
    let (trail, trail_bound) = bound_after(&text[end..within.end]);
    let (value, unit_name) = match &numeral.number {
        Number::One(number) => (Value::Number(number * unit.factor), unit.name.to_string()),
        Number::Range(first, last) => {
            (Value::Text(format!("{first}-{last}")), format!("{}{}", numeral.order, unit.written))
        }
        Number::Ratio(_) => return None,
    };
    let bound = trail_bound.or(lead_bound).unwrap_or(if numeral.more { Bound::AtLeast } else { Bound::Exact });
    Some(Box::new(Quantity {
        span: Span::new(at, end),
        whole: Span::new(at - lead, end + trail),
        value,
        unit: Some(unit_name),
        measure: unit.measure,
        bound,
    }))
}

/// 百分之六十.
fn percent_in_words(text: &str, at: usize, within: Span, numeral: Numeral) -> Reading {
    let end = at + "百分之".len() + numeral.length;
    let Number::One(value) = numeral.number else { return Reading::Number(end - at) };
    let (lead, lead_bound) = bound_before(&text[within.start..at]);
    let (trail, trail_bound) = bound_after(&text[end..within.end]);
    Reading::Quantity(Box::new(Quantity {
        span: Span::new(at, end),
        whole: Span::new(at - lead, end + trail),
        value: Value::Number(value),
        unit: Some("%".into()),
        measure: Measure::Percent,
        bound: trail_bound.or(lead_bound).unwrap_or(Bound::Exact),
    }))
}

/// Small numbers in characters are phrases (两项改革, 一批); a bare 万 or 亿 counts only
/// after a word that makes it a figure (突破万人).
fn counts_in_words(numeral: &Numeral, head: &str, bound: Option<Bound>) -> bool {
    let Number::One(value) = numeral.number else { return false };
    if numeral.bare {
        return bound.is_some() || ["达", "达到", "过"].iter().any(|word| head.ends_with(word));
    }
    value > 10.0
}

fn bound_before(head: &str) -> (usize, Option<Bound>) {
    const WORDS: [(&str, Bound); 15] = [
        ("不低于", Bound::AtLeast),
        ("不少于", Bound::AtLeast),
        ("不超过", Bound::AtMost),
        ("不高于", Bound::AtMost),
        ("超过", Bound::AtLeast),
        ("突破", Bound::AtLeast),
        ("超出", Bound::AtLeast),
        ("至少", Bound::AtLeast),
        ("接近", Bound::About),
        ("将近", Bound::About),
        ("大约", Bound::About),
        ("逾", Bound::AtLeast),
        ("超", Bound::AtLeast),
        ("近", Bound::About),
        ("约", Bound::About),
    ];
    WORDS.iter().find(|(word, _)| head.ends_with(word)).map_or((0, None), |(word, bound)| (word.len(), Some(*bound)))
}

fn bound_after(tail: &str) -> (usize, Option<Bound>) {
    const WORDS: [(&str, Bound); 9] = [
        ("及以上", Bound::AtLeast),
        ("以上", Bound::AtLeast),
        ("以下", Bound::AtMost),
        ("以内", Bound::AtMost),
        ("之内", Bound::AtMost),
        ("左右", Bound::About),
        ("上下", Bound::About),
        ("有余", Bound::AtLeast),
        ("多", Bound::AtLeast),
    ];
    WORDS
        .iter()
        .find(|(word, _)| tail.starts_with(word) && !tail.starts_with("以上级"))
        .filter(|(word, _)| *word != "多" || !tail.starts_with("多种") && !tail.starts_with("多元"))
        .map_or((0, None), |(word, bound)| (word.len(), Some(*bound)))
}

#[derive(Deserialize)]
struct UnitRow {
    measure: Measure,
    base: String,
    factor: f64,
    names: Vec<String>,
    #[serde(default)]
    not_before: Vec<String>,
    #[serde(default, rename = "final")]
    last: bool,
}

#[derive(Clone, Copy)]
struct Unit<'a> {
    written: &'a str,
    name: &'a str,
    factor: f64,
    measure: Measure,
}

struct Units {
    rows: Vec<UnitRow>,
    /// By first character: names with their rows, the longest first.
    by_first: FxHashMap<char, Vec<(String, usize)>>,
}

impl Units {
    /// The unit at the head of `tail` with its length.
    fn at<'a>(&'a self, tail: &str) -> Option<(usize, Unit<'a>)> {
        let list = self.by_first.get(&tail.chars().next()?)?;
        let (name, row) = list.iter().find(|(name, _)| tail.starts_with(name.as_str()))?;
        let row = &self.rows[*row];
        let after = &tail[name.len()..];
        if row.not_before.iter().any(|word| after.starts_with(word.as_str())) {
            return None;
        }
        if row.last && after.chars().next().is_some_and(|c| !"，。；、（）以和及与”,;".contains(c)) {
            return None;
        }
        Some((name.len(), self.unit(name, row)))
    }

    fn unit<'a>(&'a self, name: &'a str, row: &'a UnitRow) -> Unit<'a> {
        let base = if row.base.is_empty() { name } else { &row.base };
        Unit { written: name, name: base, factor: row.factor, measure: row.measure }
    }

    /// The unit of `10.02万农村贫困人口` (人) and `投资2.1亿` (元).
    fn implied<'a>(&'a self, head: &str, tail: &str, numeral: &Numeral) -> Option<Unit<'a>> {
        const PEOPLE: [&str; 8] = ["人口", "群众", "居民", "学生", "职工", "农民", "党员", "村民"];
        const MONEY: [&str; 8] = ["投资", "资金", "产值", "收入", "税收", "贷款", "存款", "总额"];
        if numeral.order.is_empty() {
            return None;
        }
        let next: String = tail.chars().take_while(|c| !"，。；、".contains(*c)).take(10).collect();
        let named = |name: &'a str, row: &'a UnitRow| self.unit(name, row);
        let row = |measure: Measure| self.rows.iter().find(|row| row.measure == measure);
        if PEOPLE.iter().any(|word| next.contains(word)) {
            return row(Measure::Count).map(|row| named("人", row));
        }
        let ends = next.is_empty() || next.starts_with("以上") || next.starts_with("左右") || next.starts_with('的');
        let near = |word: &str| head.rfind(word).is_some_and(|at| head.len() - at <= 18);
        if ends && ["人次", "人数", "人口"].iter().any(|word| near(word)) {
            return row(Measure::Count).map(|row| named("人", row));
        }
        if ends && MONEY.iter().any(|word| head.contains(word)) {
            return row(Measure::Money).map(|row| named("元", row));
        }
        None
    }

    /// 优良天数达到306天: the one span of time that is a figure.
    fn days(&self, head: &str, tail: &str) -> Option<(usize, Unit<'_>)> {
        let counted = tail.starts_with('天') && head.rfind("天数").is_some_and(|at| head.len() - at <= 30);
        let row = self.rows.iter().find(|row| row.measure == Measure::Count)?;
        counted.then(|| ("天".len(), self.unit("天", row)))
    }
}

#[derive(Deserialize)]
struct UnitsFile {
    unit: Vec<UnitRow>,
    #[cfg(test)]
    example: Vec<tests::Example>,
}

static UNITS: LazyLock<Units> = LazyLock::new(|| {
    let file: UnitsFile = table::read("src/relate/facts/units.toml", include_str!("units.toml"));
    let mut by_first: BTreeMap<char, Vec<(String, usize)>> = BTreeMap::new();
    for (at, row) in file.unit.iter().enumerate() {
        for name in &row.names {
            if let Some(first) = name.chars().next() {
                by_first.entry(first).or_default().push((name.clone(), at));
            }
        }
    }
    for list in by_first.values_mut() {
        list.sort_by(|a, b| b.0.len().cmp(&a.0.len()).then_with(|| a.cmp(b)));
    }
    Units { rows: file.unit, by_first: by_first.into_iter().collect() }
});

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Deserialize)]
    pub(super) struct Example {
        text: String,
        value: String,
        #[serde(default)]
        unit: String,
        #[serde(default)]
        bound: Option<String>,
    }

    #[test]
    fn examples_of_the_table_hold() {
        let file: UnitsFile = toml::from_str(include_str!("units.toml")).expect("the table parses");
        for example in &file.example {
            let found = quantities(&example.text, Span::new(0, example.text.len()), &[]);
            let Some(quantity) = found.first() else {
                assert_eq!(example.value, "", "nothing in {}", example.text);
                continue;
            };
            let value = match &quantity.value {
                Value::Number(number) => number.to_string(),
                Value::Text(words) => words.clone(),
            };
            let bound = example.bound.as_deref().unwrap_or("exact");
            assert_eq!(
                (value.as_str(), quantity.unit.as_deref().unwrap_or(""), quantity.bound.name(), found.len()),
                (example.value.as_str(), example.unit.as_str(), bound, 1),
                "{}",
                example.text
            );
        }
    }

    #[test]
    fn numbers_inside_names_are_left_alone() {
        let text = "110千伏云溪变电站投用，新增变压器3台";
        let name = Span::new(0, "110千伏云溪变电站".len());
        let found = quantities(text, Span::new(0, text.len()), &[(name, 0)]);
        assert_eq!(found.iter().map(|quantity| quantity.span.of(text)).collect::<Vec<_>>(), ["3台"]);
    }
}
