//! The graph: records of single reports put together, over petgraph, keyed by stable ids.

mod communities;
pub mod confidence;
mod confident;
pub mod file;
mod fold;
mod knowledge;
mod parse;
mod record;
mod snapshot;

pub use communities::{Groups, communities, communities_of, components, modularity};
pub use confident::confident;
pub use knowledge::{KnowledgeGraph, Merge, merge};
pub use parse::{parse_graph, parse_into, parse_records};
pub use record::{ranked_record, record};
pub use snapshot::{MAGIC, SNAPSHOT, Snapshot};
