//! The way from the clean text back to the bytes of the file.

use std::ops::Range;

use super::Span;

/// Maps byte ranges of a derived text to byte ranges of what it was derived from.
///
/// Kept as runs: in a run every character of the derived text has the same width and
/// comes from the same number of source bytes, so a report costs a few thousand runs
/// and not one entry a character. A run of one unit may have any widths, which is how
/// a replacement (`????` → a space) is kept. Source bytes that left no trace lie
/// between two runs.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SourceMap {
    runs: Vec<Run>,
}

/// A run of characters of the same widths.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Run {
    /// Where it begins in the derived text, in bytes.
    pub derived: usize,
    /// Where it begins in the source, in bytes.
    pub source: usize,
    /// Number of characters.
    pub units: usize,
    /// Bytes that each takes in the derived text.
    pub derived_width: usize,
    /// Bytes that each takes in the source.
    pub source_width: usize,
}

impl Run {
    fn derived_end(&self) -> usize {
        self.derived + self.units * self.derived_width
    }

    fn source_end(&self) -> usize {
        self.source + self.units * self.source_width
    }
}

impl SourceMap {
    /// An empty map, to be filled by [`SourceMap::push`].
    pub fn new() -> Self {
        Self::default()
    }

    /// The map of a text that is its own source (`len` bytes).
    pub fn identity(len: usize) -> Self {
        let mut map = Self::new();
        if len > 0 {
            map.runs.push(Run { derived: 0, source: 0, units: len, derived_width: 1, source_width: 1 });
        }
        map
    }

    /// Says that the next `derived_width` bytes of the derived text come from `source`
    /// (bytes). Pushes must go forward in the derived text without a hole, and forward
    /// in the source.
    pub fn push(&mut self, derived_width: usize, source: Range<usize>) {
        if derived_width == 0 {
            return;
        }
        let source_width = source.end - source.start;
        let derived = self.derived_len();
        if let Some(last) = self.runs.last_mut()
            && last.derived_width == derived_width
            && last.source_width == source_width
            && last.source_end() == source.start
        {
            last.units += 1;
            return;
        }
        self.runs.push(Run { derived, source: source.start, units: 1, derived_width, source_width });
    }

    /// The same as `units` pushes of `derived_width` bytes, each from the next
    /// `source_width` bytes, the first at `source` (bytes).
    pub fn push_run(&mut self, units: usize, derived_width: usize, source: usize, source_width: usize) {
        if units == 0 || derived_width == 0 {
            return;
        }
        self.push(derived_width, source..source + source_width);
        if let Some(last) = self.runs.last_mut() {
            last.units += units - 1;
        }
    }

    /// Goes on as `from` does over `span` (bytes of the text that `from` is of): what a
    /// repair leaves alone keeps its way back.
    pub fn append(&mut self, from: &SourceMap, span: Span) {
        let mut at = span.start;
        let mut index = from.run_at(at);
        while at < span.end {
            let Some(run) = from.runs.get(index) else { return };
            let end = span.end.min(run.derived_end());
            let units = (end - at) / run.derived_width;
            if units * run.derived_width == end - at && (at - run.derived).is_multiple_of(run.derived_width) {
                self.push_run(units, run.derived_width, run.source_at(at).start, run.source_width);
            } else {
                self.push(end - at, run.source_at(at).start..run.source_at(end - 1).end);
            }
            at = end;
            index += 1;
        }
    }

    /// The runs, in the order of the text.
    pub fn runs(&self) -> impl ExactSizeIterator<Item = Run> {
        self.runs.iter().copied()
    }

    /// Length of the derived text in bytes.
    pub fn derived_len(&self) -> usize {
        self.runs.last().map_or(0, Run::derived_end)
    }

    /// The source bytes behind `span`: from the first byte of its first character to
    /// the last byte of its last one. An empty span gives an empty range.
    pub fn source(&self, span: Span) -> Range<usize> {
        if span.is_empty() {
            let at = self.runs.get(self.run_at(span.start)).map_or(0, |run| run.source_at(span.start).start);
            return at..at;
        }
        let first = self.runs.get(self.run_at(span.start));
        let last = self.runs.get(self.run_at(span.end - 1));
        match (first, last) {
            (Some(first), Some(last)) => first.source_at(span.start).start..last.source_at(span.end - 1).end,
            _ => 0..0,
        }
    }

    /// The map from this map's derived text through `inner` to `inner`'s source: `self`
    /// leads from C to B, `inner` from B to A, the result from C to A.
    pub fn through(&self, inner: &SourceMap) -> SourceMap {
        let mut map = SourceMap::new();
        for run in &self.runs {
            // where the inner text is its own source, the run stays one
            let through = inner.runs.get(inner.run_at(run.source));
            if let Some(through) = through.filter(|inner| {
                inner.derived_width == 1 && inner.source_width == 1 && run.source_end() <= inner.derived_end()
            }) {
                let source = through.source_at(run.source).start;
                map.push_run(run.units, run.derived_width, source, run.source_width);
                continue;
            }
            for unit in 0..run.units {
                let start = run.source + unit * run.source_width;
                let source = inner.source(Span::new(start, start + run.source_width));
                map.push(run.derived_width, source);
            }
        }
        map
    }

    fn run_at(&self, derived: usize) -> usize {
        self.runs.partition_point(|run| run.derived_end() <= derived)
    }
}

impl Run {
    fn source_at(&self, derived: usize) -> Range<usize> {
        let unit = derived.saturating_sub(self.derived) / self.derived_width;
        let start = self.source + unit * self.source_width;
        start..start + self.source_width
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn replaced_and_dropped_bytes_lead_back() {
        // "甲(jiǎ)????乙" → "甲 乙"
        let mut map = SourceMap::new();
        map.push(3, 0..3);
        map.push(1, 9..13);
        map.push(3, 13..16);
        assert_eq!(map.source(Span::new(0, 3)), 0..3);
        assert_eq!(map.source(Span::new(3, 4)), 9..13);
        assert_eq!(map.source(Span::new(0, 7)), 0..16);
        assert_eq!(map.source(Span::new(4, 4)), 13..13);
    }

    #[test]
    fn a_part_keeps_its_way_back() {
        let mut map = SourceMap::new();
        map.push_run(2, 3, 4, 2);
        map.push(1, 10..14);
        map.push_run(3, 1, 14, 1);
        let mut part = SourceMap::new();
        part.append(&map, Span::new(3, 8));
        assert_eq!(part.derived_len(), 5);
        assert_eq!(part.source(Span::new(0, 3)), 6..8);
        assert_eq!(part.source(Span::new(3, 4)), 10..14);
        assert_eq!(part.source(Span::new(4, 5)), 14..15);
    }

    #[test]
    fn maps_compose() {
        let mut gbk = SourceMap::new();
        for at in 0..4 {
            gbk.push(3, at * 2..at * 2 + 2);
        }
        let mut cut = SourceMap::new();
        cut.push(3, 0..3);
        cut.push(3, 9..12);
        assert_eq!(cut.through(&gbk).source(Span::new(0, 6)), 0..8);
        assert_eq!(cut.through(&gbk).source(Span::new(3, 6)), 6..8);
    }
}
