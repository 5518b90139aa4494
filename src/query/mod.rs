//! Questions put to a graph: what is called this, what is known of it, how does it hang together
//! with that, and where is it said.
//!
//! Every question is a function over a [`Snapshot`](crate::graph::Snapshot), most of them through a
//! [`Sieve`] that says which kinds, relations, years and places count. Every answer is a value that
//! serde can write and that carries its sentences; words for people are made by [`answer`] and its like.

mod answer;
mod cite;
mod describe;
mod filter;
mod find;
mod neighbours;
mod page;
mod path;
mod pinyin;
mod place;
pub mod sheet;
mod sheets;
pub mod words;

pub use answer::{Answer, answer, list, ways};
pub use cite::{Citation, Claim, Named, Report, Statement};
pub use describe::{Group, Link, Naming, Profile, describe};
pub use filter::{Filter, Sieve};
pub use find::{Found, Hit, Match, find, find_among};
pub use neighbours::{Neighbour, Neighbourhood, Reach, neighbours, reach};
pub use page::Page;
pub use path::{Path, paths, shortest_paths};
pub use place::inside;
pub use sheet::{Cell, Column, Sheet};
pub use sheets::path_sheet;
