//! A file of the graph, read again with all that was decided on it.

use crate::error::Result;
use crate::graph::file::DocumentRow;
use crate::model::{Mention, Span};
use crate::pipeline::{self, Trace};
use crate::read::LineIndex;
use crate::verify::reopen;

/// Longest excerpt before and behind a name, in characters.
const AROUND: usize = 12;

/// A report with its trace and its lines.
pub(super) struct Source {
    pub(super) path: String,
    pub(super) trace: Trace,
    lines: LineIndex,
}

impl Source {
    /// Reads the file of `row` again, unless `wanted` turns its clean text down.
    pub(super) fn read(
        row: &DocumentRow,
        load: &impl Fn(&DocumentRow) -> Result<Vec<u8>>,
        wanted: impl Fn(&str) -> bool,
    ) -> Result<Option<Self>> {
        let (document, bytes) = reopen(row, load)?;
        if !wanted(&document.text) {
            return Ok(None);
        }
        let lines = LineIndex::of(&document, &bytes);
        Ok(Some(Self { path: row.path.clone(), trace: pipeline::trace(document), lines }))
    }

    pub(super) fn text(&self) -> &str {
        &self.trace.found.document.text
    }

    /// `file:line` of a span of the clean text.
    pub(super) fn place(&self, span: Span) -> String {
        let source = self.trace.found.document.map.source(span);
        format!("{}:{}", self.path, self.lines.line(source.start))
    }

    pub(super) fn words(&self, span: Span) -> &str {
        span.of(self.text())
    }

    /// A span with some words around it.
    pub(super) fn around(&self, span: Span) -> String {
        let text = self.text();
        let before: String = text[..span.start].chars().rev().take(AROUND).take_while(|c| *c != '\n').collect();
        let after: String = text[span.end..].chars().take(AROUND).take_while(|c| *c != '\n').collect();
        let before: String = before.chars().rev().collect();
        format!("…{before}[{}]{after}…", span.of(text))
    }

    /// The entity that the graph calls `id`.
    pub(super) fn entity(&self, id: &str) -> Option<usize> {
        self.trace.found.linked.entities.iter().position(|entity| entity.id() == id)
    }

    pub(super) fn name(&self, entity: usize) -> &str {
        self.trace.found.linked.entities.get(entity).map_or("", |entity| &entity.name)
    }

    /// Where an entity is named.
    pub(super) fn spans(&self, entity: usize) -> impl Iterator<Item = Span> + '_ {
        self.trace.found.linked.mentions.iter().filter(move |(_, at)| *at == entity).map(|(span, _)| *span)
    }

    /// What was found at a span, by the name that an entity bears where several share it.
    pub(super) fn mention(&self, span: Span, entity: usize) -> Option<&Mention> {
        let found = &self.trace.found.mentions;
        let first = found.partition_point(|mention| mention.span < span);
        let there = found[first..].iter().take_while(|mention| mention.span == span);
        let entity = self.trace.found.linked.entities.get(entity)?;
        let bears = |mention: &Mention| {
            let name = mention.name(self.text());
            entity.name == name || entity.aliases.iter().any(|alias| alias == name)
        };
        there.clone().find(|mention| bears(mention)).or_else(|| there.clone().next())
    }
}
