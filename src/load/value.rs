//! What is given to a property-graph database, and what comes back.

use crate::export::cypher;
use crate::export::property::Cell;

/// A parameter of a statement.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Given<'g> {
    Cell(Cell<'g>),
    List(Vec<Given<'g>>),
    Map(Vec<(&'static str, Given<'g>)>),
}

impl<'g> Given<'g> {
    pub(super) fn text(text: &'g str) -> Self {
        Self::Cell(Cell::Text(text))
    }

    /// Appends it as Cypher writes it.
    pub(super) fn literal(&self, out: &mut String) {
        let join = |out: &mut String, at: usize| {
            if at > 0 {
                out.push(',');
            }
        };
        match self {
            Self::Cell(cell) => cypher::literal(out, cell),
            Self::List(members) => {
                out.push('[');
                for (at, member) in members.iter().enumerate() {
                    join(out, at);
                    member.literal(out);
                }
                out.push(']');
            }
            Self::Map(fields) => {
                out.push('{');
                for (at, (name, value)) in fields.iter().enumerate() {
                    join(out, at);
                    out.push_str(name);
                    out.push(':');
                    value.literal(out);
                }
                out.push('}');
            }
        }
    }
}

/// A value of a row that a statement returns; sorts that no statement here returns are `Null`.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Reply {
    Null,
    Text(String),
    Integer(i64),
    Flag(bool),
}

impl Reply {
    pub(super) fn into_text(self) -> Option<String> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }
}

/// A row that a statement returns.
pub(super) type Row = Vec<Reply>;
