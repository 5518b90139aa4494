//! `tuzhi add`, `remove`, `status` and `graph`: many reports that last.

#[cfg(feature = "store")]
mod add;
#[cfg(feature = "store")]
mod graph;
#[cfg(not(feature = "store"))]
mod missing;
#[cfg(feature = "store")]
mod remove;
#[cfg(feature = "store")]
mod status;
#[cfg(feature = "store")]
mod words;

#[cfg(feature = "store")]
pub use self::{
    add::run as add,
    graph::{merged, run as graph},
    remove::run as remove,
    status::run as status,
};
#[cfg(not(feature = "store"))]
pub use missing::{add, graph, merged, remove, status};

/// What the file of a store begins with.
pub const MAGIC: &[u8; 16] = b"SQLite format 3\0";
