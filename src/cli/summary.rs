//! What a run found, in a few lines.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::PathBuf;
use std::time::Duration;

use tuzhi::graph::file::GraphFile;
use tuzhi::model::RepairKind;
use tuzhi::ontology::{Kind, RelationType, describe_kind, describe_relation};

use super::args::Lang;
use super::screen::Screen;
use super::table::padded;

/// The lines that `build` and `merge` end with.
pub fn text(graph: &GraphFile, failed: usize, written: &[PathBuf], took: Duration, screen: &Screen) -> String {
    let words = screen.messages();
    let chinese = screen.lang() == Lang::Zh;
    let mut repairs: BTreeMap<&str, usize> = BTreeMap::new();
    for (sort, count) in graph.graph.documents.iter().flat_map(|document| &document.repairs) {
        *repairs.entry(sort.as_str()).or_insert(0) += count;
    }
    let repairs = RepairKind::ALL.iter().filter_map(|kind| Some((kind.name(), *repairs.get(kind.name())?)));
    let kinds = count(graph.nodes.iter().map(|node| node.kind.as_str()));
    let kinds = Kind::ALL.iter().filter_map(|kind| {
        let label = if chinese { describe_kind(*kind).zh.as_str() } else { kind.name() };
        Some((label, *kinds.get(kind.name())?))
    });
    let types = count(graph.edges.iter().map(|edge| edge.kind.as_str()));
    let types = RelationType::ALL.iter().filter_map(|kind| {
        let label = if chinese { describe_relation(*kind).zh.as_str() } else { kind.name() };
        Some((label, *types.get(kind.name())?))
    });
    let facts = count(graph.nodes.iter().flat_map(|node| &node.facts).map(|fact| fact.modality.as_str()));
    let facts = tuzhi::ontology::Modality::ALL.iter().filter_map(|modality| {
        let label = if chinese { modality.zh() } else { modality.name() };
        Some((label, *facts.get(modality.name())?))
    });
    let failed = if failed > 0 { vec![(words.failed, failed)] } else { Vec::new() };

    let mut text = String::new();
    line(&mut text, words.documents, graph.graph.documents.len(), failed.into_iter());
    line(&mut text, words.repairs, graph.graph.documents.iter().flat_map(|d| d.repairs.values()).sum(), repairs);
    line(&mut text, words.entities, graph.nodes.len(), kinds);
    line(&mut text, words.relations, graph.edges.len(), types);
    line(&mut text, words.facts, graph.nodes.iter().map(|node| node.facts.len()).sum(), facts);
    let paths: Vec<String> = written.iter().map(|path| path.display().to_string()).collect();
    let _ = writeln!(text, "{}  {}", padded(words.written, LABEL), paths.join("  "));
    let _ = writeln!(text, "{}  {:.2} {}", padded(words.time, LABEL), took.as_secs_f64(), words.seconds);
    text
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

fn line<'a>(text: &mut String, label: &str, total: usize, parts: impl Iterator<Item = (&'a str, usize)>) {
    let parts: Vec<String> = parts.map(|(name, count)| format!("{name} {count}")).collect();
    let line = format!("{}  {total:>5}  {}", padded(label, LABEL), parts.join(", "));
    text.push_str(line.trim_end());
    text.push('\n');
}
