//! The texts of reports: clean, as they stood in their files, and the way between.

use std::ops::Range;

use serde::Serialize;

use crate::error::{Error, Result};
use crate::graph::KnowledgeGraph;
use crate::graph::file::DocumentRow;
use crate::model::{SourceMap, Span};
use crate::read;
use crate::verify;

/// A report's text for readers of its graph.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReportText {
    /// Id of the report.
    pub document: String,
    /// The clean text, which evidence is counted in.
    pub clean: String,
    /// The file's text as decoded, nothing mended.
    pub file: String,
    /// From the bytes of the file to the bytes of its text in UTF-8: where a run of characters of the
    /// same widths begins in the file and in the text, how many there are, and how wide each is in
    /// the file and in the text.
    pub runs: Vec<[usize; 5]>,
    /// From the clean text to the bytes of the file.
    #[serde(skip)]
    pub map: SourceMap,
}

impl ReportText {
    /// The bytes of the file behind bytes of the clean text.
    pub fn source(&self, start: usize, end: usize) -> Range<usize> {
        self.map.source(Span::new(start, end))
    }

    /// The bytes of [`ReportText::file`] that bytes of the file were decoded to.
    pub fn in_file(&self, raw: Range<usize>) -> Range<usize> {
        let lead = |byte: usize, last: bool| {
            let before = self.runs.iter().take_while(|run| run[0] <= byte).last();
            before.map_or(0, |[source, derived, units, width, made]| {
                let gone = byte - source;
                let whole = if last { gone.div_ceil((*width).max(1)) } else { gone / (*width).max(1) };
                derived + made * whole.min(*units)
            })
        };
        lead(raw.start, false)..lead(raw.end, true)
    }
}

/// Reads the texts of a graph's reports again by way of `load`, and tells why others cannot be had.
pub fn texts(graph: &KnowledgeGraph, load: impl Fn(&DocumentRow) -> Result<Vec<u8>>) -> (Vec<ReportText>, Vec<Error>) {
    let (mut found, mut errors) = (Vec::new(), Vec::new());
    for row in graph.documents() {
        match text(row, &load) {
            Ok(text) => found.push(text),
            Err(error) => errors.push(error),
        }
    }
    (found, errors)
}

/// Reads the text of one report again by way of `load`.
///
/// # Errors
/// When its file cannot be read, or is another than the graph was made of.
pub fn text(row: &DocumentRow, load: &impl Fn(&DocumentRow) -> Result<Vec<u8>>) -> Result<ReportText> {
    let (document, bytes) = verify::reopen(row, load)?;
    let decoded = read::decode(&row.path, &bytes)?;
    let runs = decoded.map.runs().map(|run| [run.source, run.derived, run.units, run.source_width, run.derived_width]);
    let runs = runs.collect();
    Ok(ReportText { document: row.id.clone(), clean: document.text, file: decoded.text, runs, map: document.map })
}
