//! What the store has, and what has become of it since.

use std::io::ErrorKind;

use rusqlite::Connection;

use super::{PROGRAM, Store, place};
use crate::error::{Error, Result};
use crate::{pipeline, read};

/// How a document stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// Its record is that of its file, made by this program.
    Current,
    /// Its record was made by another program.
    Stale,
    /// Its file has other contents now.
    Changed,
    /// Its file is not there.
    Missing,
    /// Its file is there and cannot be read.
    Unreadable,
}

impl State {
    /// All.
    pub const ALL: [Self; 5] = [Self::Current, Self::Stale, Self::Changed, Self::Missing, Self::Unreadable];

    /// Its name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Current => "current",
            Self::Stale => "stale",
            Self::Changed => "changed",
            Self::Missing => "missing",
            Self::Unreadable => "unreadable",
        }
    }
}

/// A document of the store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Status {
    /// Its id in the graph.
    pub id: String,
    /// Its path as it was named.
    pub path: String,
    /// Where it is: the way from the store's folder, or from the root.
    pub place: String,
    /// SHA-256 of the contents that its record is of.
    pub sha256: String,
    /// How it stands.
    pub state: State,
}

/// Numbers of a store.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Totals {
    /// Documents.
    pub documents: u64,
    /// Records: documents of the same contents share one.
    pub records: u64,
    /// Bytes of the file.
    pub bytes: u64,
}

impl Store {
    /// How many documents and records there are, and how large the file is.
    pub fn totals(&self) -> Result<Totals> {
        self.on(|connection| {
            let number = |sql: &str| connection.query_row(sql, [], |row| row.get::<_, i64>(0)).map(i64::unsigned_abs);
            let pages = number("SELECT page_count FROM pragma_page_count")?;
            Ok(Totals {
                documents: number("SELECT count(*) FROM document")?,
                records: number("SELECT count(*) FROM record")?,
                bytes: pages * number("SELECT page_size FROM pragma_page_size")?,
            })
        })
    }

    /// Looks every document's file up on `threads` threads (0: all cores) and hands how it stands to `take`, in the
    /// order of their places. What came by standard input has no file to be looked up.
    ///
    /// # Errors
    /// What goes wrong in the store, or in `take`.
    pub fn status(&self, threads: usize, mut take: impl FnMut(Status) -> Result<()>) -> Result<()> {
        let mut after = String::new();
        loop {
            let batch = self.on(|connection| rows(connection, &after))?;
            let Some(last) = batch.last() else { return Ok(()) };
            after.clone_from(&last.place);
            let look = |status: Status| Ok(Status { state: self.look(&status), ..status });
            pipeline::each(batch, threads, |status| status.path.clone(), look, |_, status| take(status?))?;
        }
    }

    /// How a document stands of which `state` says by what its record was made.
    fn look(&self, status: &Status) -> State {
        let made = status.state;
        let Some(source) = place::source(&status.place, &self.home, &self.reports) else { return made };
        match read::load(&source) {
            Ok(bytes) if pipeline::sha256(&bytes) == status.sha256 => made,
            Ok(_) => State::Changed,
            Err(Error::Io { source, .. })
                if matches!(source.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) =>
            {
                State::Missing
            }
            Err(_) => State::Unreadable,
        }
    }
}

/// Documents looked up at a time.
const BATCH: u32 = 1024;

/// The next documents behind a place, current or stale as their records are.
fn rows(connection: &Connection, after: &str) -> rusqlite::Result<Vec<Status>> {
    let mut query = connection.prepare_cached(
        "SELECT place, path, sha256, program FROM document JOIN record ON record.id = record
         WHERE place > ?1 ORDER BY place LIMIT ?2",
    )?;
    let status = |row: &rusqlite::Row<'_>| {
        let (sha256, program): (String, String) = (row.get(2)?, row.get(3)?);
        let state = if program == PROGRAM { State::Current } else { State::Stale };
        let id = sha256.get(..16).unwrap_or(&sha256).to_string();
        Ok(Status { id, path: row.get(1)?, place: row.get(0)?, sha256, state })
    };
    query.query_map(rusqlite::params![after, BATCH], status)?.collect()
}
