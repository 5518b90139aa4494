//! tuzhi 图志: knowledge graphs from the work reports of Chinese governments.
//!
#![doc = include_str!("README.md")]

pub mod compare;
pub mod draw;
pub mod error;
pub mod eval;
pub mod explain;
pub mod export;
pub mod extract;
pub mod graph;
pub mod lexicon;
pub mod link;
pub mod load;
pub mod model;
pub mod ontology;
pub mod outline;
pub mod page;
pub mod pipeline;
pub mod query;
pub mod read;
pub mod relate;
pub mod restore;
#[cfg(feature = "serve")]
pub mod serve;
#[cfg(feature = "store")]
pub mod store;
pub mod verify;
