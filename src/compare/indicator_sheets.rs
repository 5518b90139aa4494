//! Figures over years as rows and columns, one row for each figure that a report tells.

use super::indicators::{Indicators, Point};
use crate::query::sheet::{Cell, Column, Sheet};

const fn column(key: &'static str, en: &'static str, zh: &'static str) -> Column {
    Column { key, en, zh, told: true }
}

/// All points, in their order.
pub fn point_sheet(indicators: &Indicators) -> Sheet {
    let columns = [
        column("indicator", "figure", "指标"),
        column("region", "region", "地区"),
        column("measure", "measure", "口径"),
        column("year", "year", "年份"),
        column("modality", "modality", "情态"),
        column("value", "value", "数值"),
        column("unit", "unit", "单位"),
        column("bound", "bound", "界限"),
        column("written", "written", "原文数字"),
        column("name", "name", "原文名称"),
        column("told", "told in", "报告年"),
        column("confidence", "sure", "置信度"),
        column("sentence", "sentence", "句子"),
        column("report", "report", "出处"),
        column("region_id", "region id", "地区编号"),
    ];
    Sheet::new(columns, indicators.points.iter().map(cells).collect())
}

fn cells(point: &Point) -> Vec<Cell> {
    vec![
        Cell::text(&*point.indicator),
        Cell::text(&*point.region.name),
        Cell::text(point.measure.name()),
        Cell::Number(point.year.into()),
        Cell::Modality(if point.planned { "planned" } else { "done" }.into()),
        Cell::Number(point.value),
        Cell::text(&*point.unit),
        Cell::optional(point.bound.as_deref()),
        Cell::text(&*point.raw),
        Cell::text(&*point.name),
        Cell::Number(point.told.into()),
        Cell::Number(point.confidence),
        point.said.sentence.as_ref().map_or(Cell::Empty, |words| Cell::Sentence(words.clone())),
        Cell::text(&*point.said.path),
        Cell::text(&*point.region.id),
    ]
}
