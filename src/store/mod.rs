//! Many documents that last: their records in one file, added, replaced and taken out one by one.
//!
//! A store is an SQLite database. Each document has a row with its place and the record made of its
//! contents, and each commit is one document: whoever is stopped at any moment leaves every document
//! whole, as it was before or as it is after. Records of the same contents stand there once.
//!
//! Adding reads a document's bytes and does nothing more where the store has a record of them that this
//! program made: [`PROGRAM`] is the digest of all that decides what a record says, taken when the program was
//! built. The graph is the merge of the records, and is the one that the documents give when they are read at once.

mod add;
mod document;
mod failure;
mod file;
mod merge;
mod place;
mod remove;
mod status;

use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use rusqlite::Connection;

use crate::error::Result;
use crate::read::Reports;

pub use add::{Added, Input};
pub use file::VERSION;
pub use remove::Removed;
pub use status::{State, Status, Totals};

/// What made a record: the digest of the rules, word lists, weights and code of the stages from bytes to
/// record, and of the versions of what they use. Records of another digest are made again.
pub const PROGRAM: &str = env!("TUZHI_EXTRACTION");

/// An open store.
#[derive(Debug)]
pub struct Store {
    path: PathBuf,
    /// The folder that it lies in, which places start from.
    home: PathBuf,
    /// Finds the files of documents, and what lies in them.
    reports: Reports,
    connection: Mutex<Connection>,
}

impl Store {
    /// Opens the store in the file `path`, and makes it where there is none.
    ///
    /// # Errors
    /// [`crate::error::Error::Format`] where the file is no store, or one of a later version;
    /// [`crate::error::Error::Io`] where it cannot be made; [`crate::error::Error::Check`] where another
    /// process holds it too long.
    pub fn create(path: &Path) -> Result<Self> {
        Self::with(path, file::create(path)?)
    }

    /// Opens the store in the file `path`.
    ///
    /// # Errors
    /// Those of [`Self::create`], and where there is none.
    pub fn open(path: &Path) -> Result<Self> {
        Self::with(path, file::open(path)?)
    }

    fn with(path: &Path, connection: Connection) -> Result<Self> {
        let home = place::home(path)?;
        Ok(Self { path: path.to_path_buf(), home, reports: Reports::default(), connection: Mutex::new(connection) })
    }

    /// The connection; whoever failed while holding it left no half transaction behind.
    fn lock(&self) -> MutexGuard<'_, Connection> {
        self.connection.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Does `work` on the connection and says what goes wrong there.
    fn on<T>(&self, work: impl FnOnce(&mut Connection) -> rusqlite::Result<T>) -> Result<T> {
        work(&mut self.lock()).map_err(|error| failure::told(&self.path, error))
    }
}
