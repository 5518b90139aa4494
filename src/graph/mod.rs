//! The graph: records of single reports put together, over petgraph, keyed by stable ids.

mod communities;
pub mod confidence;
mod confident;
pub mod file;
mod fold;
mod knowledge;
mod parse;
mod record;
#[cfg(feature = "parquet")]
mod rows;
mod shares;
mod snapshot;

pub use communities::{Groups, communities, communities_of, components, modularity};
pub use confident::confident;
pub use knowledge::{KnowledgeGraph, Merge, merge};
pub use parse::{parse_error, parse_graph, parse_into, parse_records, parse_share};
pub use record::{ranked_record, record};
#[cfg(feature = "parquet")]
pub use rows::{FOLDERS, is_rows, read_rows};
pub use shares::{Share, own, scope, shares};
pub use snapshot::{MAGIC, SNAPSHOT, Snapshot};
