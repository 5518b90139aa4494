//! Questions put to a graph: what is called this, what is known of it, how does it hang together
//! with that, and where is it said.
//!
//! Every question is a function over a [`Snapshot`](crate::graph::Snapshot), most of them through a
//! [`Sieve`] that says which kinds, relations, years and places count. Every answer is a value that
//! serde can write and that carries its sentences; words for people are made by [`answer`] and its like.

mod answer;
pub mod ask;
mod cite;
mod describe;
mod filter;
mod find;
mod groups;
mod list;
mod neighbours;
mod network;
mod page;
mod path;
mod pinyin;
mod place;
mod rank;
pub mod sheet;
mod sheets;
#[cfg(feature = "sparql")]
pub mod sparql;
mod stage;
mod tables;
mod timeline;
pub mod words;

pub use answer::{Answer, answer, list, ways};
pub use ask::{Asked, Misread, Reply, ask};
pub use cite::{Citation, Claim, Named, Report, Statement};
pub use describe::{Group, Link, Naming, Profile, describe};
pub use filter::{Filter, Sieve};
pub use find::{Found, Hit, Match, find, find_among};
pub use groups::{Communities, Community, groups};
pub use list::{Entry, Listed, entities, facts, relations};
pub use neighbours::{Neighbour, Neighbourhood, Reach, neighbours, reach};
pub use page::Page;
pub use path::{Path, paths, shortest_paths};
pub use pinyin::readings;
pub use place::inside;
pub use rank::{Measure, Ranked, Ranking, betweenness, degree, page_rank, rank};
pub use sheet::{Cell, Column, Sheet};
pub use sheets::{
    entry_sheet, fact_sheet, group_sheet, honour_sheet, lead_sheet, path_sheet, rank_sheet, relation_sheet,
    timeline_sheet,
};
pub use tables::{Lead, honours, leads};
pub use timeline::{Event, timeline};
