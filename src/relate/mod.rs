//! From entities to what is said of them: relations between them and dated facts.

mod clauses;
mod facts;
mod relations;

pub use facts::facts;
pub use relations::relations;
