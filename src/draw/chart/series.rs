//! The figures of a region as series: for each indicator its level and its growth by year, reached and planned.

use std::collections::BTreeMap;

use crate::draw::figures;
use crate::graph::file::{FactRow, NodeRow, ValueRow};
use crate::model::Period;
use crate::ontology::Modality;

/// Figures of one year of one sort, that of the text first.
type Year = Vec<f64>;

/// An indicator over the years.
#[derive(Debug, Default)]
pub struct Series {
    /// Its name.
    pub name: String,
    /// Unit of the level; empty where there is none.
    pub unit: String,
    /// Levels reached, by year.
    pub level: BTreeMap<u16, Year>,
    /// Levels planned.
    pub level_planned: BTreeMap<u16, Year>,
    /// Growth reached, %.
    pub growth: BTreeMap<u16, Year>,
    /// Growth planned, %.
    pub growth_planned: BTreeMap<u16, Year>,
    /// For each report the first byte at which it is told of.
    first_told: BTreeMap<String, usize>,
}

/// What stands before the name of an indicator and says only whose it is.
const WHOSE: [&str; 7] = ["地区", "全市", "全省", "全区", "全县", "全州", "全旗"];

fn plain(name: &str) -> &str {
    let short = WHOSE.iter().find_map(|whose| name.strip_prefix(whose)).unwrap_or(name);
    if short.chars().count() < 2 { name } else { short }
}

/// The series of a region, those told of most years first, and the number of figures that are of no single year.
pub fn series(node: &NodeRow) -> (Vec<Series>, usize) {
    let mut rows: Vec<(&FactRow, &str, f64)> = Vec::new();
    let mut units: BTreeMap<&str, BTreeMap<&str, usize>> = BTreeMap::new();
    for fact in &node.facts {
        let (Some(name), ValueRow::Number(value)) = (fact.indicator.as_deref(), &fact.value) else { continue };
        if !value.is_finite() || !matches!(fact.attribute.as_str(), "amount" | "output_value" | "growth" | "count") {
            continue;
        }
        let name = plain(name);
        rows.push((fact, name, *value));
        if fact.attribute != "growth" {
            let unit = fact.unit.as_deref().unwrap_or_default();
            *units.entry(name).or_default().entry(unit).or_default() += 1;
        }
    }
    // The order of the text: what the report puts first is the headline.
    rows.sort_by_key(|(fact, ..)| fact.evidence.iter().map(|e| (e.document.clone(), e.start)).min());
    let mut many = 0;
    let mut found: BTreeMap<&str, Series> = BTreeMap::new();
    for (fact, name, value) in rows {
        let Some(period) = fact.period.as_deref().and_then(|text| text.parse::<Period>().ok()) else { continue };
        if period.first != period.last {
            many += 1;
            continue;
        }
        let unit = units.get(name).and_then(|units| units.iter().max_by_key(|(unit, count)| (**count, **unit)));
        let series = found.entry(name).or_insert_with(|| Series { name: name.into(), ..Series::default() });
        for evidence in &fact.evidence {
            let at = series.first_told.entry(evidence.document.clone()).or_insert(evidence.start);
            *at = evidence.start.min(*at);
        }
        let planned = figures::modality(&fact.modality) == Modality::Planned;
        let years = if fact.attribute == "growth" {
            // 百分点 and 倍 are no percentages of the year before.
            if fact.unit.as_deref() != Some("%") {
                continue;
            }
            if planned { &mut series.growth_planned } else { &mut series.growth }
        } else {
            let own = fact.unit.as_deref().unwrap_or_default();
            if unit.is_some_and(|(unit, _)| *unit != own) {
                continue;
            }
            series.unit = own.into();
            if planned { &mut series.level_planned } else { &mut series.level }
        };
        let year = years.entry(period.first).or_default();
        if !year.contains(&value) {
            year.push(value);
        }
    }
    let mut all: Vec<Series> = found.into_values().filter(|series| series.weight() > 0).collect();
    all.sort_by(|a, b| b.weight().cmp(&a.weight()).then_with(|| a.name.cmp(&b.name)));
    (all, many)
}

impl Series {
    /// How much it tells: years, those reached counted twice.
    pub fn weight(&self) -> usize {
        2 * (self.level.len() + self.growth.len()) + self.level_planned.len() + self.growth_planned.len()
    }

    /// Where in a report it is told: the middle one of all reports.
    pub fn place(&self) -> usize {
        let mut starts: Vec<usize> = self.first_told.values().copied().collect();
        starts.sort_unstable();
        starts.get(starts.len() / 2).copied().unwrap_or(usize::MAX)
    }

    /// Whether any year has several figures of one sort.
    pub fn is_manifold(&self) -> bool {
        let all = [&self.level, &self.level_planned, &self.growth, &self.growth_planned];
        all.into_iter().flat_map(BTreeMap::values).any(|values| values.len() > 1)
    }

    /// All years of which anything is told.
    pub fn years(&self) -> impl Iterator<Item = u16> + '_ {
        let all = [&self.level, &self.level_planned, &self.growth, &self.growth_planned];
        all.into_iter().flat_map(|years| years.keys().copied())
    }

    /// Years of which both a plan and what was reached are known: (reached the plan, all).
    pub fn kept(&self) -> (usize, usize) {
        let mut counts = (0, 0);
        for (plans, reached) in [(&self.level_planned, &self.level), (&self.growth_planned, &self.growth)] {
            for (year, plan) in plans {
                if let (Some(plan), Some(real)) = (plan.first(), reached.get(year).and_then(|year| year.first())) {
                    counts = (counts.0 + usize::from(real >= plan), counts.1 + 1);
                }
            }
        }
        counts
    }
}
