//! Graphs written out: one file per format, and files written whole or not at all.
//!
//! [`property`], [`shape`] and [`cypher`] are also what the loaders of databases go by, as is
//! [`rdf`] for stores of triples.

mod csv;
pub mod cypher;
mod dot;
mod format;
mod gexf;
mod graphml;
mod json;
pub mod labels;
mod ladybug;
mod neo4j;
mod nested;
#[cfg(feature = "parquet")]
mod parquet;
pub mod property;
pub mod rdf;
pub mod shape;
mod table;
pub mod triples;
mod whole;
mod xml;

pub use csv::quoted_cell;
pub use format::{EdgesKey, Format, Options, RdfVersion, write, write_file};
pub use json::write_line;
pub use whole::write_whole;

use property::{Cell, Column};

use crate::error::Error;

/// A failure of the other side; who knows the path puts it in.
fn failed(source: std::io::Error) -> Error {
    Error::io("", source)
}

/// A cell as words, the members of a list joined: sentences by line breaks, all else by 、.
/// `None` for what is unknown or empty.
fn joined(column: Column, cell: &Cell<'_>) -> Option<String> {
    let between = if column.name == property::QUOTES { "\n" } else { "、" };
    match cell {
        Cell::Null => None,
        Cell::Text(text) => Some((*text).to_string()),
        Cell::Made(text) => Some(text.clone()),
        Cell::Number(number) => Some(number.to_string()),
        Cell::Integer(number) => Some(number.to_string()),
        Cell::Flag(flag) => Some(flag.to_string()),
        Cell::Texts(texts) => Some(texts.join(between)).filter(|text| !text.is_empty()),
        Cell::Integers(numbers) => {
            let numbers: Vec<String> = numbers.iter().map(i64::to_string).collect();
            Some(numbers.join(between)).filter(|text| !text.is_empty())
        }
    }
}
