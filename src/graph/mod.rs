//! The graph: records of single reports put together, over petgraph, keyed by stable ids.

pub mod file;
mod record;

pub use record::record;
