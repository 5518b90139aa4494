//! Taking documents out, with all that only they supported.

use rusqlite::{Connection, TransactionBehavior};

use super::add::drop_unless_used;
use super::{Store, place};
use crate::error::{Error, Result, Said, said};

/// The fewest digits of an id that a document is known by.
const FEWEST_DIGITS: usize = 4;

/// What was taken out: paths as they were named, in the order of their places.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Removed {
    /// The paths.
    pub paths: Vec<String>,
}

/// A row of a document that is to go.
struct Row {
    place: String,
    path: String,
    record: i64,
    sha256: String,
}

impl Store {
    /// Takes out the documents that `wanted` means: those of that path, as it was named or as it leads there
    /// from here; those in that folder; or those whose id begins so (four digits at least).
    ///
    /// # Errors
    /// Where it means no document, or an id begins several; and what goes wrong in the store.
    pub fn remove(&self, wanted: &str) -> Result<Removed> {
        let place = place::place(wanted.as_ref(), &self.home);
        let gone = self.on(|connection| {
            let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let rows = match meant(&transaction, wanted, &place)? {
                Meant::Rows(rows) => rows,
                Meant::Nothing(why) => return Ok(Err(why)),
            };
            for row in &rows {
                transaction.prepare_cached("DELETE FROM document WHERE place = ?1")?.execute([&row.place])?;
                drop_unless_used(&transaction, row.record)?;
            }
            transaction.commit()?;
            Ok(Ok(rows))
        })?;
        let store = self.path.display();
        let rows = gone.map_err(|why| Error::Check(said!(why => "{store}: {why}", "{store}：{why}")))?;
        Ok(Removed { paths: rows.into_iter().map(|row| row.path).collect() })
    }
}

enum Meant {
    Rows(Vec<Row>),
    Nothing(Said),
}

fn meant(connection: &Connection, wanted: &str, place: &str) -> rusqlite::Result<Meant> {
    let folder = format!("{}/", wanted.trim_end_matches('/'));
    let inside = format!("{}/", place.trim_end_matches('/'));
    let by_path = rows(
        connection,
        "path = ?1 OR place = ?2 OR substr(path, 1, length(?3)) = ?3 OR substr(place, 1, length(?4)) = ?4",
        &[wanted, place, &folder, &inside],
    )?;
    if !by_path.is_empty() {
        return Ok(Meant::Rows(by_path));
    }
    let digits = wanted.len() >= FEWEST_DIGITS && wanted.bytes().all(|byte| byte.is_ascii_hexdigit());
    let id = wanted.to_lowercase();
    let by_id = if digits { rows(connection, "substr(sha256, 1, length(?1)) = ?1", &[&id])? } else { Vec::new() };
    let Some(first) = by_id.first() else {
        return Ok(Meant::Nothing(said!(
            "has no document “{wanted}”; tuzhi status --json lists those it has",
            "没有文档“{wanted}”；tuzhi status --json 可列出所有文档"
        )));
    };
    if by_id.iter().any(|row| row.sha256 != first.sha256) {
        return Ok(Meant::Nothing(said!(
            "several documents have ids that begin with “{wanted}”; give more digits",
            "有几份文档的编号以“{wanted}”开头；请多给几位"
        )));
    }
    Ok(Meant::Rows(by_id))
}

fn rows(connection: &Connection, condition: &str, values: &[&str]) -> rusqlite::Result<Vec<Row>> {
    let mut query = connection.prepare(&format!(
        "SELECT place, path, record, sha256 FROM document JOIN record ON record.id = record WHERE {condition} ORDER BY place"
    ))?;
    let row = |row: &rusqlite::Row<'_>| {
        Ok(Row { place: row.get(0)?, path: row.get(1)?, record: row.get(2)?, sha256: row.get(3)? })
    };
    query.query_map(rusqlite::params_from_iter(values), row)?.collect()
}
