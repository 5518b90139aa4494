//! Adding: read, looked up, made a record of where there is none, and committed, document by document.

use rusqlite::{Connection, OptionalExtension, TransactionBehavior, params};

use super::{PROGRAM, Store, document, place};
use crate::error::{Error, Result, said};
use crate::pipeline;
use crate::read::{self, Source};

/// A document to be added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Input {
    /// Where it is read.
    pub source: Source,
    /// What the graph shall call it.
    pub path: String,
}

impl From<Source> for Input {
    fn from(source: Source) -> Self {
        let path = source.name();
        Self { source, path }
    }
}

/// What adding a document came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Added {
    /// It was not there before.
    New,
    /// Its contents or its path were others before.
    Replaced,
    /// Its record had been made by another program.
    Renewed,
    /// The store had it as it is.
    Unchanged,
}

impl Added {
    /// All.
    pub const ALL: [Self; 4] = [Self::New, Self::Replaced, Self::Renewed, Self::Unchanged];
}

/// A document that was read.
struct Read<'a> {
    input: &'a Input,
    place: String,
    sha256: String,
    ending: String,
    told: Told,
}

/// What is to be said of it in the store.
enum Told {
    /// Nothing: it is there.
    Nothing,
    /// That it has the record that is there.
    Where,
    /// That it has this record.
    Record(Vec<u8>),
}

impl Store {
    /// The documents that the store has, by place, to be added again from where they were; those of standard
    /// input cannot be.
    pub fn inputs(&self) -> Result<Vec<Input>> {
        let rows: Vec<(String, String)> = self.on(|connection| {
            let mut rows = connection.prepare("SELECT place, path FROM document ORDER BY place")?;
            rows.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect()
        })?;
        let input = |(place, path): (String, String)| {
            Some(Input { source: place::source(&place, &self.home, &self.reports)?, path })
        };
        Ok(rows.into_iter().filter_map(input).collect())
    }

    /// Adds documents: reads some at a time on `threads` threads (0: all cores), and commits each by itself. What
    /// came of each, in the order of the inputs, goes to `take`. A document that cannot be read, or is no report
    /// and not taken by `force`, is told as an error, and stays in the store as it was.
    ///
    /// # Errors
    /// What goes wrong in the store ends the run; all that was told before is in it.
    pub fn add(
        &self,
        inputs: &[Input],
        threads: usize,
        force: bool,
        mut take: impl FnMut(Result<Added>),
    ) -> Result<()> {
        pipeline::each(
            inputs,
            threads,
            |input| input.path.clone(),
            |input| self.read(input, force),
            |_, read| {
                match read {
                    Ok(read) => take(Ok(self.commit(read, force)?)),
                    Err(error) => take(Err(error)),
                }
                Ok(())
            },
        )
    }

    fn read<'a>(&self, input: &'a Input, force: bool) -> Result<Read<'a>> {
        let bytes = read::load(&input.source)?;
        let sha256 = pipeline::sha256(&bytes);
        let place = place::of(&input.source, &self.home, &sha256);
        let mut read = Read { input, place, sha256, ending: document::ending(&input.path), told: Told::Nothing };
        read.told = match self.on(|connection| standing(connection, &read))? {
            Standing::Settled => Told::Nothing,
            Standing::Recorded => Told::Where,
            Standing::Unknown => {
                let found = pipeline::extract_report(pipeline::open(&input.path, &bytes)?, force)?;
                Told::Record(document::body(found.record(true))?)
            }
        };
        Ok(read)
    }

    fn commit(&self, mut read: Read<'_>, force: bool) -> Result<Added> {
        // Another process may remove a record between the look and the commit; nobody does so for long.
        for _ in 0..8 {
            if let Some(added) = self.on(|connection| write(connection, &read))? {
                return Ok(added);
            }
            read = self.read(read.input, force)?;
        }
        let path = self.path.display();
        Err(Error::Check(said!(
            "{path}: another process removes what is added; try again when it is done",
            "{path}：另一个进程在删除刚加入的文档；请等它做完后再试"
        )))
    }
}

/// What the store has of a document.
enum Standing {
    /// All as it is.
    Settled,
    /// A record of this program for its contents.
    Recorded,
    /// Nothing that holds.
    Unknown,
}

fn standing(connection: &Connection, read: &Read<'_>) -> rusqlite::Result<Standing> {
    let Some(record) = record_of(connection, read)? else { return Ok(Standing::Unknown) };
    let known = known(connection, read)?;
    let settled = known.is_some_and(|(path, known)| path == read.input.path && known == record);
    Ok(if settled { Standing::Settled } else { Standing::Recorded })
}

/// The record that this program made of the contents.
fn record_of(connection: &Connection, read: &Read<'_>) -> rusqlite::Result<Option<i64>> {
    let mut query =
        connection.prepare_cached("SELECT id FROM record WHERE sha256 = ?1 AND ending = ?2 AND program = ?3")?;
    query.query_row(params![read.sha256, read.ending, PROGRAM], |row| row.get(0)).optional()
}

/// Path and record that the document has.
fn known(connection: &Connection, read: &Read<'_>) -> rusqlite::Result<Option<(String, i64)>> {
    let mut query = connection.prepare_cached("SELECT path, record FROM document WHERE place = ?1")?;
    query.query_row([&read.place], |row| Ok((row.get(0)?, row.get(1)?))).optional()
}

/// Commits a document. None where the record that it relies on is gone.
fn write(connection: &mut Connection, read: &Read<'_>) -> rusqlite::Result<Option<Added>> {
    let transaction = match &read.told {
        Told::Nothing => return Ok(Some(Added::Unchanged)),
        _ => connection.transaction_with_behavior(TransactionBehavior::Immediate)?,
    };
    let record = match &read.told {
        Told::Record(body) => Some(put_record(&transaction, read, body)?),
        _ => record_of(&transaction, read)?,
    };
    let Some(record) = record else { return Ok(None) };
    let before = known(&transaction, read)?;
    transaction
        .prepare_cached("INSERT OR REPLACE INTO document (place, path, record) VALUES (?1, ?2, ?3)")?
        .execute(params![read.place, read.input.path, record])?;
    let added = match before {
        None => Added::New,
        Some((path, before)) if before == record && path == read.input.path => Added::Renewed,
        Some((_, before)) => {
            if before != record {
                drop_unless_used(&transaction, before)?;
            }
            Added::Replaced
        }
    };
    transaction.commit()?;
    Ok(Some(added))
}

fn put_record(connection: &Connection, read: &Read<'_>, body: &[u8]) -> rusqlite::Result<i64> {
    connection
        .prepare_cached(
            "INSERT INTO record (sha256, ending, program, body) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT (sha256, ending) DO UPDATE SET program = excluded.program, body = excluded.body
             RETURNING id",
        )?
        .query_row(params![read.sha256, read.ending, PROGRAM, body], |row| row.get(0))
}

/// Takes out a record that no document has any more.
pub(super) fn drop_unless_used(connection: &Connection, record: i64) -> rusqlite::Result<()> {
    connection
        .prepare_cached("DELETE FROM record WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM document WHERE record = ?1)")?
        .execute([record])?;
    Ok(())
}
