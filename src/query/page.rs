//! A part of a long list.

/// Which part of a list is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Page {
    /// Rows left out at the head.
    pub offset: usize,
    /// Rows told at most.
    pub limit: usize,
}

impl Page {
    /// Everything.
    pub const ALL: Self = Self { offset: 0, limit: usize::MAX };

    /// The first `limit` rows.
    pub fn first(limit: usize) -> Self {
        Self { offset: 0, limit }
    }

    /// The part of `rows` that it means; empty behind their end.
    pub fn of<T>(self, rows: &[T]) -> &[T] {
        let start = self.offset.min(rows.len());
        &rows[start..start + self.limit.min(rows.len() - start)]
    }
}

impl Default for Page {
    fn default() -> Self {
        Self::ALL
    }
}
