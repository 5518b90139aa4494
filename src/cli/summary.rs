//! What a run found, in a few lines.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::Duration;

use tuzhi::error::Error;
use tuzhi::graph::KnowledgeGraph;
use tuzhi::model::RepairKind;
use tuzhi::ontology::{Kind, Modality, RelationType};

use super::messages::{kind_label, modality_label, relation_label};
use super::screen::Screen;
use super::table::padded;

/// Inputs that are not in the graph.
#[derive(Debug, Clone, Copy, Default)]
pub struct Untaken {
    /// Those that could not be read.
    pub failed: usize,
    /// Those that are no reports.
    pub left_out: usize,
}

impl Untaken {
    /// Counts one that gave an error.
    pub fn count(&mut self, error: &Error) {
        *(if matches!(error, Error::NoReport { .. }) { &mut self.left_out } else { &mut self.failed }) += 1;
    }

    /// Whether all were taken.
    pub fn is_none(self) -> bool {
        self.failed + self.left_out == 0
    }

    /// Numbers other than zero, with their words.
    pub fn parts(self, screen: &Screen) -> impl Iterator<Item = (String, usize)> {
        let words = screen.messages();
        [(words.failed.to_string(), self.failed), (words.left_out.to_string(), self.left_out)].into_iter()
    }
}

/// The lines that `build` and `merge` end with.
pub fn text(graph: &KnowledgeGraph, untaken: Untaken, written: &[PathBuf], took: Duration, screen: &Screen) -> String {
    let words = screen.messages();
    let language = screen.language();
    let mut repairs: BTreeMap<&str, usize> = BTreeMap::new();
    for (sort, count) in graph.documents().flat_map(|document| &document.repairs) {
        *repairs.entry(sort.as_str()).or_insert(0) += count;
    }
    let kinds = count(graph.nodes().map(|node| node.kind.as_str()));
    let types = count(graph.edges().map(|edge| edge.kind.as_str()));
    let facts = count(graph.nodes().flat_map(|node| &node.facts).map(|fact| fact.modality.as_str()));

    let repairs_by_sort = RepairKind::ALL.iter().map(|kind| (kind.name().to_string(), at(&repairs, kind.name())));
    let by_kind = Kind::ALL.iter().map(|kind| (kind_label(language, *kind), at(&kinds, kind.name())));
    let by_type = RelationType::ALL.iter().map(|kind| (relation_label(language, *kind), at(&types, kind.name())));
    let by_modality = Modality::ALL.iter().map(|mode| (modality_label(language, *mode), at(&facts, mode.name())));
    let paths: Vec<String> = written.iter().map(|path| path.display().to_string()).collect();
    [
        line(words.documents, graph.documents().len(), untaken.parts(screen)),
        line(words.repairs, repairs.values().sum(), repairs_by_sort),
        line(words.entities, graph.nodes().len(), by_kind),
        line(words.relations, graph.edges().len(), by_type),
        line(words.facts, facts.values().sum(), by_modality),
        told(words.written, &paths.join("  ")),
        told(words.time, &format!("{:.2} {}", took.as_secs_f64(), words.seconds)),
    ]
    .concat()
}

/// Cells of the first column.
const LABEL: usize = 9;

fn count<'a>(names: impl Iterator<Item = &'a str>) -> BTreeMap<&'a str, usize> {
    let mut counts = BTreeMap::new();
    for name in names {
        *counts.entry(name).or_insert(0) += 1;
    }
    counts
}

fn at(counts: &BTreeMap<&str, usize>, name: &str) -> usize {
    counts.get(name).copied().unwrap_or(0)
}

/// A row of words.
pub fn told(label: &str, words: &str) -> String {
    format!("{}  {words}\n", padded(label, LABEL))
}

/// A row of a number and what it is made of; parts of none are left out.
pub fn line(label: &str, total: usize, parts: impl Iterator<Item = (String, usize)>) -> String {
    let parts: Vec<String> =
        parts.filter(|(_, count)| *count > 0).map(|(name, count)| format!("{name} {count}")).collect();
    let line = format!("{}  {total:>5}  {}", padded(label, LABEL), parts.join(", "));
    format!("{}\n", line.trim_end())
}
