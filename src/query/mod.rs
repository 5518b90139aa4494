//! Questions put to a graph: what is called this, what is known of it, and where it is said.

mod answer;
mod describe;
mod find;

pub use answer::{Answer, answer, list};
pub use describe::{Group, Link, Profile, describe};
pub use find::{Found, Hit, Match, find};
