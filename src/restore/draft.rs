//! The text under repair, with its way back and the list of what was done.

use std::ops::Range;

use super::Restored;
use crate::model::{Repair, RepairKind, SourceMap, Span};
use crate::read::Decoded;

/// A wish to write something else over a byte range of the text.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Edit {
    pub range: Range<usize>,
    pub after: String,
    pub kind: RepairKind,
    pub confidence: f32,
}

impl Edit {
    pub fn new(range: Range<usize>, after: impl Into<String>, kind: RepairKind, confidence: f32) -> Self {
        Self { range, after: after.into(), kind, confidence }
    }
}

pub(super) struct Draft {
    decoded: Decoded,
    /// None while the text is as decoded.
    mended: Option<(String, SourceMap)>,
    repairs: Vec<Repair>,
}

impl Draft {
    pub fn new(decoded: Decoded) -> Self {
        Self { decoded, mended: None, repairs: Vec::new() }
    }

    pub fn text(&self) -> &str {
        self.mended.as_ref().map_or(&self.decoded.text, |(text, _)| text)
    }

    /// Makes `edits`, which must come in the order of the text and not overlap.
    pub fn apply(&mut self, edits: Vec<Edit>) {
        if edits.is_empty() {
            return;
        }
        let (old, way) = self
            .mended
            .take()
            .unwrap_or_else(|| (self.decoded.text.clone(), SourceMap::identity(self.decoded.text.len())));
        let (mut text, mut map, mut at) = (String::with_capacity(old.len()), SourceMap::new(), 0);
        for edit in edits {
            let Range { start, end } = edit.range;
            text.push_str(&old[at..start]);
            map.append(&way, Span::new(at, start));
            write(&mut map, &way, &old[start..end], start, &edit.after);
            text.push_str(&edit.after);
            at = end;
            let here = way.source(Span::new(start, end));
            self.repairs.push(Repair {
                raw: self.decoded.map.source(Span::new(here.start, here.end)),
                before: self.decoded.text[here].to_string(),
                after: edit.after,
                kind: edit.kind,
                confidence: edit.confidence,
            });
        }
        text.push_str(&old[at..]);
        map.append(&way, Span::new(at, old.len()));
        self.mended = Some((text, map));
    }

    pub fn finish(mut self) -> Restored {
        self.repairs.sort_by_key(|repair| (repair.raw.start, repair.raw.end, repair.kind));
        let Decoded { text, map, notices, .. } = self.decoded;
        let (text, map) = match self.mended {
            None => (text, map),
            Some((clean, way)) => (clean, way.through(&map)),
        };
        Restored { text, map, repairs: self.repairs, notices }
    }
}

/// Characters that replace as many lead back one to one; else all lead to all.
fn write(map: &mut SourceMap, way: &SourceMap, before: &str, start: usize, after: &str) {
    if before.chars().count() != after.chars().count() {
        map.push(after.len(), way.source(Span::new(start, start + before.len())));
        return;
    }
    for ((at, old), new) in before.char_indices().zip(after.chars()) {
        let at = start + at;
        map.push(new.len_utf8(), way.source(Span::new(at, at + old.len_utf8())));
    }
}
