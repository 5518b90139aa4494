//! Figures over years as rows and columns, one row for each figure that a report tells.

use super::indicators::{Indicators, Point};
use crate::query::sheet::{Cell, Column, Sheet};

/// All points, in their order.
pub fn point_sheet(indicators: &Indicators) -> Sheet {
    let columns = [
        Column::shown("indicator", "figure", "指标"),
        Column::shown("region", "region", "地区"),
        Column::shown("measure", "measure", "口径"),
        Column::shown("year", "year", "年份"),
        Column::shown("modality", "modality", "情态"),
        Column::shown("value", "value", "数值"),
        Column::shown("unit", "unit", "单位"),
        Column::shown("bound", "bound", "界限"),
        Column::shown("written", "written", "原文数字"),
        Column::shown("name", "name", "原文名称"),
        Column::shown("told", "told in", "报告年"),
        Column::shown("confidence", "sure", "置信度"),
        Column::shown("sentence", "sentence", "句子"),
        Column::shown("report", "report", "出处"),
        Column::shown("region_id", "region id", "地区编号"),
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
