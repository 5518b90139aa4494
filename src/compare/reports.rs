//! The reports of a region in the order of their years, through its changes of name.

use std::collections::{BTreeMap, BTreeSet};

use super::passages::{Passages, of_quotes, of_text};
use crate::error::Result;
use crate::graph::KnowledgeGraph;
use crate::graph::file::{DocumentRow, NodeRow};
use crate::lexicon::places;
use crate::model::Period;
use crate::verify;

/// A report with what it says.
#[derive(Debug)]
pub(super) struct Told<'g> {
    pub(super) row: &'g DocumentRow,
    /// The year that it plans.
    pub(super) year: u16,
    pub(super) passages: Passages,
    /// Whether its whole text was read, not only the sentences of the graph.
    pub(super) whole: bool,
}

/// The reports of a region, those of earlier years first.
#[derive(Debug)]
pub struct Series<'g> {
    /// The region, under the name of its latest report.
    pub(super) region: &'g NodeRow,
    /// Ids of all nodes that are the region, under earlier names too.
    pub(super) ids: BTreeSet<&'g str>,
    pub(super) told: Vec<Told<'g>>,
}

impl Series<'_> {
    /// Reports whose whole text was read, and all.
    pub fn read(&self) -> (usize, usize) {
        (self.told.iter().filter(|told| told.whole).count(), self.told.len())
    }

    /// The years of its reports.
    pub fn years(&self) -> BTreeSet<u16> {
        self.told.iter().map(|told| told.year).collect()
    }

    /// Names of the region itself, which say nothing in front of another name.
    pub(super) fn own_names(&self) -> Vec<String> {
        let short =
            places::by_code(self.region.attributes.code.as_deref().unwrap_or("")).map(|place| place.short_name());
        let mut names: Vec<String> = vec![self.region.name.clone()];
        names.extend(short.map(String::from));
        names.extend(["全市", "全省", "全区", "全县", "我市", "我省", "我区", "我县"].map(String::from));
        names
    }
}

/// The year that a report plans; none where it names none.
pub(super) fn year_of(row: &DocumentRow) -> Option<u16> {
    let years = |text: &Option<String>| text.as_deref().and_then(|text| text.parse::<Period>().ok());
    years(&row.plans).map(|plans| plans.first).or_else(|| years(&row.reviews).map(|reviews| reviews.last + 1))
}

/// What all names of a region share: the code of the division that it is today, or its name where it has no code.
fn lineage(node: &NodeRow) -> String {
    let today = |code: &str| {
        let place = places::by_code(code)?;
        Some(places::heir(&place).unwrap_or(place).code.to_string())
    };
    let code = node.attributes.code.as_deref();
    // An area (光明新区) or a region without a code is known by its name alone.
    code.and_then(today).unwrap_or_else(|| node.name.clone())
}

/// The regions of a graph that report, one node for each: that of its latest report; those with the most
/// reports first, then by id.
pub fn reporting_regions(graph: &KnowledgeGraph) -> Vec<&NodeRow> {
    let mut found: BTreeMap<String, Vec<(Option<u16>, &str)>> = BTreeMap::new();
    for row in graph.documents() {
        if let Some(node) = row.region.as_deref().and_then(|id| graph.node(id)) {
            found.entry(lineage(node)).or_default().push((year_of(row), &node.id));
        }
    }
    let latest = |reports: Vec<(Option<u16>, &str)>| Some((reports.len(), graph.node(reports.iter().max()?.1)?));
    let mut regions: Vec<(usize, &NodeRow)> = found.into_values().filter_map(latest).collect();
    regions.sort_by(|(a, one), (b, other)| b.cmp(a).then_with(|| one.id.cmp(&other.id)));
    regions.into_iter().map(|(_, node)| node).collect()
}

/// The reports of a region and of what it was called before. `load` gives the bytes of a report's file;
/// where it fails, or the file is no longer the same, the sentences that the graph quotes stand in.
pub fn series_of<'g>(
    graph: &'g KnowledgeGraph,
    region: &'g NodeRow,
    load: &impl Fn(&DocumentRow) -> Result<Vec<u8>>,
) -> Series<'g> {
    let own = lineage(region);
    let is_own = |id: &&str| graph.node(id).is_some_and(|node| lineage(node) == own);
    let ids: BTreeSet<&str> = graph.documents().filter_map(|row| row.region.as_deref()).filter(is_own).collect();
    let rows = graph.documents().filter(|row| row.region.as_deref().is_some_and(|id| ids.contains(id)));
    let mut told: Vec<Told<'g>> = rows
        .filter_map(|row| {
            let year = year_of(row)?;
            let text = verify::reopen(row, load).ok();
            let whole = text.is_some();
            let passages = text.map_or_else(|| of_quotes(graph, &row.id), |(document, _)| of_text(&document.text));
            Some(Told { row, year, passages, whole })
        })
        .collect();
    told.sort_by(|a, b| (a.year, &a.row.path, &a.row.id).cmp(&(b.year, &b.row.path, &b.row.id)));
    Series { region, ids, told }
}
