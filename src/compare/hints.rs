//! Figures that do not agree: a level against the level before and the growth told, and a year that two
//! reports tell otherwise.

use std::collections::BTreeMap;

use serde::Serialize;

use super::indicators::{Measure, Point};
use super::words;
use crate::ontology::Language;
use crate::query::words::{amount, digits};

/// Percentage points by which growth in current prices may differ from growth told at constant ones: prices
/// have rarely risen or fallen by more within a year since 2000 (deflator of China's gross domestic product,
/// World Bank NY.GDP.DEFL.KD.ZG: −1.3 to 8.1).
const PRICES: f64 = 8.0;

/// The same for figures that are told in the prices of the year: what other bounds of the survey explain.
const SURVEYS: f64 = 1.0;

/// Share by which two reports may differ for rounding.
const ROUNDED: f64 = 0.005;

/// Two figures that do not agree.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum Hint {
    /// From one level to the next it has grown by another share than is told.
    Growth {
        /// The level of the year before.
        before: Box<Point>,
        /// The level.
        level: Box<Point>,
        /// The growth told.
        growth: Box<Point>,
        /// The growth that follows from the levels, %.
        implied: f64,
        /// The least by which both differ when rounding is allowed for, percentage points.
        apart: f64,
        /// Whether growth is usually told at constant prices and levels in current ones.
        nominal: bool,
    },
    /// Two reports tell a year otherwise.
    Revised {
        /// As it was told first.
        first: Box<Point>,
        /// As it was told later.
        later: Box<Point>,
        /// By how many per cent the later is more.
        by: f64,
    },
}

impl Hint {
    /// The figures that do not agree.
    pub fn points(&self) -> Vec<&Point> {
        match self {
            Self::Growth { before, level, growth, .. } if level.said == growth.said => vec![before, level],
            Self::Growth { before, level, growth, .. } => vec![before, level, growth],
            Self::Revised { first, later, .. } => vec![first, later],
        }
    }

    /// The hint in a sentence.
    pub fn told(&self, language: Language) -> String {
        match self {
            Self::Growth { before, level, growth, implied, nominal, .. } => {
                let (name, region, year) = (&level.indicator, &level.region.name, level.year);
                let [from, to] = [before, level].map(|point| amount(point.value, &point.unit));
                let (implied, told) = (digits(*implied, 1), digits(growth.value, 1));
                let why = match (nominal, language) {
                    (true, Language::Zh) => "超出价格因素通常所能解释的范围，可能口径调整或数据修订",
                    (true, _) => "more than prices usually explain: another scope or a revision",
                    (false, Language::Zh) => "口径可能调整，或数据修订",
                    (false, _) => "another scope, or a revision",
                };
                language
                    .of(
                        &format!(
                            "{region} {name}：{} 年 {from} → {year} 年 {to}，折合 {implied}%，报告称 {told}%；{why}",
                            before.year
                        ),
                        &format!(
                            "{region} {name}: {from} ({}) → {to} ({year}) is {implied}%, told is {told}%; {why}",
                            before.year
                        ),
                    )
                    .to_string()
            }
            Self::Revised { first, later, by } => {
                let (name, region, year) = (&first.indicator, &first.region.name, first.year);
                let value = |point: &Point| match point.measure {
                    Measure::Level => amount(point.value, &point.unit),
                    Measure::Growth => format!("{}%", digits(point.value, 2)),
                };
                let (old, new, by) = (value(first), value(later), digits(*by, 1));
                let (a, b) = (first.told, later.told);
                language
                    .of(
                        &format!("{region} {name} {year} 年：{a} 年报告称 {old}，{b} 年报告称 {new}（相差 {by}%）"),
                        &format!("{region} {name} {year}: {old} by the report of {a}, {new} by that of {b} ({by}%)"),
                    )
                    .to_string()
            }
        }
    }
}

/// What a series is told by: figure, region, unit.
type Key<'p> = (&'p str, &'p str, &'p str);

/// The hints among points that stand in their order.
pub(super) fn hints(points: &[Point]) -> Vec<Hint> {
    let mut levels: BTreeMap<Key<'_>, BTreeMap<u16, Vec<&Point>>> = BTreeMap::new();
    let mut growths: BTreeMap<(&str, &str), BTreeMap<u16, Vec<&Point>>> = BTreeMap::new();
    for point in points.iter().filter(|point| !point.planned && point.bound.is_none()) {
        let (indicator, region) = (point.indicator.as_str(), point.region.id.as_str());
        let years = match point.measure {
            Measure::Level => levels.entry((indicator, region, &point.unit)).or_default(),
            Measure::Growth => growths.entry((indicator, region)).or_default(),
        };
        years.entry(point.year).or_default().push(point);
    }
    let mut found = Vec::new();
    for ((indicator, region, _), years) in &levels {
        if let Some(growth) = growths.get(&(*indicator, *region)) {
            found.extend(years.iter().filter_map(|(year, level)| grown(years, *year, level, growth)));
        }
        years.values().for_each(|told| found.extend(revised(told)));
    }
    growths.values().flat_map(BTreeMap::values).for_each(|told| found.extend(revised(told)));
    found
}

fn grown(
    levels: &BTreeMap<u16, Vec<&Point>>,
    year: u16,
    level: &[&Point],
    growth: &BTreeMap<u16, Vec<&Point>>,
) -> Option<Hint> {
    let ([level], [growth], [before]) = (level, &growth.get(&year)?[..], &levels.get(&(year - 1))?[..]) else {
        // What a year is told several times of is told as a revision.
        return None;
    };
    if level.unit == "%" || before.value <= 0.0 || level.value <= 0.0 {
        return None;
    }
    let nominal = words::is_nominal(&level.indicator);
    let share = |now: f64, then: f64| (now / then - 1.0) * 100.0;
    let (half_now, half_then, half) = (half_step(level), half_step(before), half_step(growth));
    let least = share(level.value - half_now, before.value + half_then) - half;
    let most = share(level.value + half_now, before.value - half_then) + half;
    let apart = (least - growth.value).max(growth.value - most);
    let bound = if nominal { PRICES } else { SURVEYS };
    (apart > bound).then(|| Hint::Growth {
        before: Box::new((*before).clone()),
        level: Box::new((*level).clone()),
        growth: Box::new((*growth).clone()),
        implied: share(level.value, before.value),
        apart,
        nominal,
    })
}

/// Half of the last step of a figure as it is written, in its base unit: 3.2亿元 is known to 0.05亿元.
fn half_step(point: &Point) -> f64 {
    let number: String =
        point.raw.chars().skip_while(|c| !c.is_ascii_digit()).take_while(|c| c.is_ascii_digit() || *c == '.').collect();
    let Ok(written) = number.parse::<f64>() else { return 0.0 };
    let places = number.split_once('.').map_or(0, |(_, places)| places.len());
    let scale = if written > 0.0 { point.value.abs() / written } else { 1.0 };
    0.5 * scale / 10_f64.powi(i32::try_from(places).unwrap_or(0))
}

/// The first and the last report that tell a year otherwise, beyond rounding.
fn revised(told: &[&Point]) -> Option<Hint> {
    let first = told.first()?;
    let later = told.iter().rev().find(|point| point.told > first.told)?;
    let slack = (ROUNDED * first.value.abs()).max(half_step(first) + half_step(later));
    let apart = later.value - first.value;
    (apart.abs() > slack && first.value != 0.0).then(|| Hint::Revised {
        first: Box::new((*first).clone()),
        later: Box::new((*later).clone()),
        by: 100.0 * apart / first.value,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::Said;
    use crate::query::Named;

    fn point(indicator: &str, measure: Measure, year: u16, told: u16, value: f64, raw: &str) -> Point {
        let said = Said { document: told.to_string(), path: String::new(), start: 0, end: 0, sentence: None };
        Point {
            region: Named { id: "region:云溪县".into(), name: "云溪县".into(), kind: "region".into() },
            indicator: indicator.into(),
            name: indicator.into(),
            measure,
            year,
            planned: false,
            value,
            unit: if measure == Measure::Growth { "%" } else { "元" }.into(),
            bound: None,
            raw: raw.into(),
            told,
            confidence: 1.0,
            said,
        }
    }

    #[test]
    fn growth_that_levels_do_not_bear_out_is_pointed_at() {
        let series = |growth: f64| {
            vec![
                point("社会消费品零售总额", Measure::Level, 2020, 2021, 100e8, "100亿元"),
                point("社会消费品零售总额", Measure::Level, 2021, 2022, 110e8, "110亿元"),
                point("社会消费品零售总额", Measure::Growth, 2021, 2022, growth, &format!("增长{growth}%")),
            ]
        };
        assert_eq!(hints(&series(10.0)), []);
        // Half a 亿 either way is a point of growth.
        assert_eq!(hints(&series(8.5)), []);
        let found = hints(&series(4.0));
        assert!(matches!(&found[..], [Hint::Growth { implied, nominal: false, .. }] if (*implied - 10.0).abs() < 1e-9));
        assert!(found[0].told(Language::Zh).contains("折合 10%，报告称 4%"));
    }

    #[test]
    fn prices_are_allowed_for_where_growth_is_told_at_constant_ones() {
        let series = |now: f64| {
            vec![
                point("生产总值", Measure::Level, 2020, 2021, 100e8, "100.0亿元"),
                point("生产总值", Measure::Level, 2021, 2022, now, &format!("{:.1}亿元", now / 1e8)),
                point("生产总值", Measure::Growth, 2021, 2022, 6.0, "增长6.0%"),
            ]
        };
        assert_eq!(hints(&series(112e8)), []);
        assert!(matches!(&hints(&series(130e8))[..], [Hint::Growth { nominal: true, .. }]));
    }

    #[test]
    fn a_year_told_otherwise_later_is_pointed_at() {
        let told = [
            point("生产总值", Measure::Level, 2018, 2019, 2370e8, "2370亿元"),
            point("生产总值", Measure::Level, 2018, 2020, 2550e8, "2550亿元"),
        ];
        assert!(matches!(&hints(&told)[..], [Hint::Revised { by, .. }] if (*by - 7.59).abs() < 0.01));
        let rounded = [told[0].clone(), point("生产总值", Measure::Level, 2018, 2020, 2371e8, "2371亿元")];
        assert_eq!(hints(&rounded), []);
    }
}
