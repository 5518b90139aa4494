//! The columns of a snapshot, as they lie in memory and on disk.

use super::rows::Reader;
use crate::graph::file::DocumentRow;

/// In place of a text where there is none.
pub(super) const NONE: u32 = u32::MAX;

/// Texts by number, each once.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Texts {
    /// Where each ends in `words`.
    pub(super) ends: Vec<u64>,
    pub(super) words: String,
}

impl Texts {
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The text of a number that [`Columns::check`] has seen; nothing for another.
    pub(super) fn get(&self, number: u32) -> &str {
        self.find(u64::from(number)).unwrap_or("")
    }

    pub(super) fn find(&self, number: u64) -> Option<&str> {
        let at = usize::try_from(number).ok()?;
        let end = usize::try_from(*self.ends.get(at)?).ok()?;
        let start = at.checked_sub(1).map_or(Some(0), |before| usize::try_from(self.ends[before]).ok())?;
        self.words.get(start..end)
    }
}

/// A list of numbers for each of many things.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Lists {
    /// Where each list ends in `items`.
    pub(super) ends: Vec<u32>,
    pub(super) items: Vec<u32>,
}

impl Lists {
    pub(super) fn get(&self, at: usize) -> &[u32] {
        let start = at.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.items[start as usize..self.ends[at] as usize]
    }

    /// Adds a list behind the others.
    pub(super) fn push(&mut self, items: impl IntoIterator<Item = u32>) {
        self.items.extend(items);
        self.ends.push(number(self.items.len()));
    }
}

/// What is told in full of each of many things, in the signs of `rows.rs`.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Rows {
    /// Where each row ends in `bytes`.
    pub(super) ends: Vec<u64>,
    pub(super) bytes: Vec<u8>,
}

impl Rows {
    pub(super) fn get(&self, at: usize) -> &[u8] {
        let place = |end: u64| usize::try_from(end).unwrap_or(usize::MAX);
        let start = at.checked_sub(1).map_or(0, |before| place(self.ends[before]));
        &self.bytes[start..place(self.ends[at])]
    }

    pub(super) fn end_row(&mut self) {
        self.ends.push(self.bytes.len() as u64);
    }
}

/// All columns. Texts are numbers of [`Texts`], entities and reports their place in the order of ids.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Columns {
    pub(super) texts: Texts,
    pub(super) document_rows: Rows,
    pub(super) node_id: Vec<u32>,
    pub(super) node_kind: Vec<u32>,
    pub(super) node_name: Vec<u32>,
    pub(super) node_aliases: Lists,
    /// Division code in nine digits; 0 where there is none.
    pub(super) node_code: Vec<u32>,
    /// Division code of the scope of the name, in nine digits; 0 where there is none.
    pub(super) node_scope: Vec<u32>,
    /// Number of mentions.
    pub(super) node_mentions: Vec<u32>,
    /// Not a number where none is given.
    pub(super) node_confidence: Vec<f64>,
    /// Reports that name it or give it a fact.
    pub(super) node_documents: Lists,
    pub(super) node_rows: Rows,
    pub(super) edge_source: Vec<u32>,
    pub(super) edge_target: Vec<u32>,
    pub(super) edge_kind: Vec<u32>,
    pub(super) edge_modality: Vec<u32>,
    /// [`NONE`] where none is given.
    pub(super) edge_period: Vec<u32>,
    /// 1 where the text denies it.
    pub(super) edge_denied: Vec<u8>,
    pub(super) edge_confidence: Vec<f64>,
    /// Reports that say so.
    pub(super) edge_documents: Lists,
    pub(super) edge_rows: Rows,
}

/// A column to read from.
pub(super) enum Column<'c> {
    Bytes(&'c [u8]),
    Text(&'c str),
    Short(&'c [u32]),
    Long(&'c [u64]),
    Real(&'c [f64]),
}

/// A column to fill.
pub(super) enum Empty<'c> {
    Bytes(&'c mut Vec<u8>),
    Text(&'c mut String),
    Short(&'c mut Vec<u32>),
    Long(&'c mut Vec<u64>),
    Real(&'c mut Vec<f64>),
}

/// Every column with its name on disk, in the order on disk.
macro_rules! listed {
    ($own:ident, $sort:ident $(, $mutable:tt)?) => {
        [
            ("text.end", $sort::Long(&$($mutable)? $own.texts.ends)),
            ("text", $sort::Text(&$($mutable)? $own.texts.words)),
            ("doc.end", $sort::Long(&$($mutable)? $own.document_rows.ends)),
            ("doc", $sort::Bytes(&$($mutable)? $own.document_rows.bytes)),
            ("node.id", $sort::Short(&$($mutable)? $own.node_id)),
            ("node.kin", $sort::Short(&$($mutable)? $own.node_kind)),
            ("node.nam", $sort::Short(&$($mutable)? $own.node_name)),
            ("alias.en", $sort::Short(&$($mutable)? $own.node_aliases.ends)),
            ("alias", $sort::Short(&$($mutable)? $own.node_aliases.items)),
            ("node.cod", $sort::Short(&$($mutable)? $own.node_code)),
            ("node.sco", $sort::Short(&$($mutable)? $own.node_scope)),
            ("node.men", $sort::Short(&$($mutable)? $own.node_mentions)),
            ("node.con", $sort::Real(&$($mutable)? $own.node_confidence)),
            ("ndoc.end", $sort::Short(&$($mutable)? $own.node_documents.ends)),
            ("ndoc", $sort::Short(&$($mutable)? $own.node_documents.items)),
            ("nrow.end", $sort::Long(&$($mutable)? $own.node_rows.ends)),
            ("nrow", $sort::Bytes(&$($mutable)? $own.node_rows.bytes)),
            ("edge.src", $sort::Short(&$($mutable)? $own.edge_source)),
            ("edge.tgt", $sort::Short(&$($mutable)? $own.edge_target)),
            ("edge.typ", $sort::Short(&$($mutable)? $own.edge_kind)),
            ("edge.mod", $sort::Short(&$($mutable)? $own.edge_modality)),
            ("edge.per", $sort::Short(&$($mutable)? $own.edge_period)),
            ("edge.not", $sort::Bytes(&$($mutable)? $own.edge_denied)),
            ("edge.con", $sort::Real(&$($mutable)? $own.edge_confidence)),
            ("edoc.end", $sort::Short(&$($mutable)? $own.edge_documents.ends)),
            ("edoc", $sort::Short(&$($mutable)? $own.edge_documents.items)),
            ("erow.end", $sort::Long(&$($mutable)? $own.edge_rows.ends)),
            ("erow", $sort::Bytes(&$($mutable)? $own.edge_rows.bytes)),
        ]
    };
}

/// Number of columns.
pub(super) const COLUMNS: usize = 28;

impl Columns {
    pub(super) fn filled(&self) -> [(&'static str, Column<'_>); COLUMNS] {
        listed!(self, Column)
    }

    pub(super) fn fillable(&mut self) -> [(&'static str, Empty<'_>); COLUMNS] {
        listed!(self, Empty, mut)
    }

    /// Whether every number leads somewhere and everything stands in order, so that no look-up
    /// behind this can go wrong.
    ///
    /// # Errors
    /// The column that does not, in words.
    pub(super) fn check(&self) -> Result<(), &'static str> {
        let (texts, nodes, edges) = (self.texts.len(), self.node_id.len(), self.edge_source.len());
        let documents = self.document_rows.ends.len();
        let rising = |ends: &[u64], all: usize| {
            ends.is_sorted() && ends.last().copied().unwrap_or(0) == all as u64 && ends.len() < NONE as usize
        };
        let bound = |column: &[u32], length: usize, bound: usize| {
            column.len() == length && column.iter().all(|item| (*item as usize) < bound)
        };
        let lists = |lists: &Lists, length: usize, below: usize| {
            let last = lists.ends.last().copied().unwrap_or(0) as usize;
            lists.ends.len() == length
                && lists.ends.is_sorted()
                && last == lists.items.len()
                && bound(&lists.items, last, below)
        };
        let rows = |rows: &Rows, length: usize| rows.ends.len() == length && rising(&rows.ends, rows.bytes.len());
        let split = |end: &u64| usize::try_from(*end).is_ok_and(|end| self.texts.words.is_char_boundary(end));
        let ensure = |holds: bool, what: &'static str| if holds { Ok(()) } else { Err(what) };
        let words = &self.texts;
        ensure(rising(&words.ends, words.words.len()) && words.ends.iter().all(split), "the table of texts")?;
        ensure(rising(&self.document_rows.ends, self.document_rows.bytes.len()), "the table of reports")?;
        let named = [&self.node_id, &self.node_kind, &self.node_name];
        ensure(named.iter().all(|column| bound(column, nodes, texts)), "the names of entities")?;
        let ids = self.node_id.windows(2).all(|pair| words.get(pair[0]) < words.get(pair[1]));
        ensure(ids, "the order of entities")?;
        ensure(lists(&self.node_aliases, nodes, texts), "the other names of entities")?;
        let codes = [&self.node_code, &self.node_scope, &self.node_mentions];
        ensure(codes.iter().all(|column| column.len() == nodes), "the codes of entities")?;
        ensure(self.node_confidence.len() == nodes, "the confidence of entities")?;
        ensure(lists(&self.node_documents, nodes, documents), "the reports of entities")?;
        ensure(rows(&self.node_rows, nodes), "the rows of entities")?;
        let ends = [&self.edge_source, &self.edge_target];
        ensure(ends.iter().all(|column| bound(column, edges, nodes)), "the ends of relations")?;
        let order = self.edge_source.iter().zip(&self.edge_target);
        ensure(order.is_sorted(), "the order of relations")?;
        let named = [&self.edge_kind, &self.edge_modality];
        ensure(named.iter().all(|column| bound(column, edges, texts)), "the types of relations")?;
        let period = |item: &u32| *item == NONE || (*item as usize) < texts;
        let periods = self.edge_period.len() == edges && self.edge_period.iter().all(period);
        ensure(periods && self.edge_denied.len() == edges, "the periods of relations")?;
        ensure(self.edge_confidence.len() == edges, "the confidence of relations")?;
        ensure(lists(&self.edge_documents, edges, documents), "the reports of relations")?;
        ensure(rows(&self.edge_rows, edges), "the rows of relations")
    }

    /// The reports, in full; `None` where one cannot be read.
    pub(super) fn documents(&self) -> Option<Vec<DocumentRow>> {
        let rows = 0..self.document_rows.ends.len();
        rows.map(|at| Reader::new(self.document_rows.get(at), &self.texts).document()).collect()
    }
}

/// A place as it is kept: four bytes, which hold what fits a machine's memory here.
pub(super) fn number(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(NONE - 1)
}
