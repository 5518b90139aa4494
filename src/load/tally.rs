//! What a load did, in numbers.

/// What a load did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Summary {
    /// Nodes; for RDF, things that are no relations.
    pub nodes: Tally,
    /// Edges; for RDF, relations.
    pub edges: Tally,
    /// How often the connection was lost and made anew.
    pub lost: usize,
}

/// Counts of things.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Were not there.
    pub created: usize,
    /// Were there otherwise, or only for other sources.
    pub changed: usize,
    /// Were there as they are.
    pub left: usize,
    /// Are held by this source no longer.
    pub removed: usize,
}
