//! The file: made, opened, and known for what it is.

use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, OpenFlags, Transaction, TransactionBehavior};

use super::failure::{self, not_a_store};
use crate::error::{Error, Result, said};

/// Version of the tables below; a store of a later one is not touched.
pub const VERSION: i32 = 1;

/// `tuzh`: says that a database is a store.
const APPLICATION: i32 = 0x7475_7a68;

/// How long to wait for another process. Each holds the store for one document at a time.
const PATIENCE: Duration = Duration::from_secs(60);

/// A record belongs to contents and to the way they are read, which the ending of the name decides. Its body
/// is the JSON of the record without a path, compressed; each document has a path of its own.
const TABLES: &str = "
CREATE TABLE record (
    id INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL,
    ending TEXT NOT NULL,
    program TEXT NOT NULL,
    body BLOB NOT NULL,
    UNIQUE (sha256, ending)
);
CREATE TABLE document (
    place TEXT PRIMARY KEY,
    path TEXT NOT NULL,
    record INTEGER NOT NULL REFERENCES record (id)
) WITHOUT ROWID;
CREATE INDEX document_record ON document (record);
";

/// Opens the store in a file, and makes it where there is none.
pub(super) fn create(path: &Path) -> Result<Connection> {
    let told = |error| failure::told(path, error);
    let mut connection = connect(path, OpenFlags::SQLITE_OPEN_CREATE)?;
    if kind(&connection).map_err(told)? == Kind::Empty {
        // Writers beside readers, and nothing lost with the process; the system itself failing may cost the
        // last documents, never the store.
        connection.pragma_update(None, "journal_mode", "WAL").map_err(told)?;
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(told)?;
        // Another process may have been quicker.
        if kind(&transaction).map_err(told)? == Kind::Empty {
            lay_out(&transaction).map_err(told)?;
        }
        transaction.commit().map_err(told)?;
    }
    known(path, &connection)?;
    Ok(connection)
}

/// Opens the store in a file.
pub(super) fn open(path: &Path) -> Result<Connection> {
    std::fs::metadata(path).map_err(|source| Error::io(path, source))?;
    let connection = connect(path, OpenFlags::empty())?;
    known(path, &connection)?;
    Ok(connection)
}

fn connect(path: &Path, more: OpenFlags) -> Result<Connection> {
    let told = |error| failure::told(path, error);
    if path.is_dir() {
        return Err(Error::io(path, std::io::ErrorKind::IsADirectory.into()));
    }
    // Each connection is used behind a lock of ours; a name is never read as a URI.
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX | more;
    let connection = Connection::open_with_flags(path, flags).map_err(told)?;
    connection.busy_timeout(PATIENCE).map_err(told)?;
    connection.pragma_update(None, "synchronous", "NORMAL").map_err(told)?;
    connection.pragma_update(None, "foreign_keys", true).map_err(told)?;
    Ok(connection)
}

fn lay_out(transaction: &Transaction<'_>) -> rusqlite::Result<()> {
    transaction.execute_batch(TABLES)?;
    transaction.pragma_update(None, "application_id", APPLICATION)?;
    transaction.pragma_update(None, "user_version", VERSION)
}

/// What a database is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Nothing was laid out in it yet.
    Empty,
    /// A store of that version.
    Store(i32),
    /// Somebody else's.
    Foreign,
}

fn kind(connection: &Connection) -> rusqlite::Result<Kind> {
    let number = |sql: &str| connection.query_row(sql, [], |row| row.get::<_, i32>(0));
    let application = number("SELECT application_id FROM pragma_application_id")?;
    let version = number("SELECT user_version FROM pragma_user_version")?;
    let tables = number("SELECT count(*) FROM sqlite_schema")?;
    Ok(match (application, tables) {
        (APPLICATION, _) => Kind::Store(version),
        (0, 0) if version == 0 => Kind::Empty,
        _ => Kind::Foreign,
    })
}

fn known(path: &Path, connection: &Connection) -> Result<()> {
    let name = path.display().to_string();
    match kind(connection).map_err(|error| failure::told(path, error))? {
        Kind::Store(VERSION) => Ok(()),
        Kind::Store(found) => Err(Error::Format {
            path: name,
            reason: said!(
                "is a store of version {found}, this program knows version {VERSION}",
                "是第 {found} 版的库，这个程序认得第 {VERSION} 版"
            ),
            hint: said!("use the tuzhi that made it, or a later one", "请用当初的 tuzhi 或更新的版本"),
        }),
        Kind::Empty => Err(Error::Format {
            path: name,
            reason: said!("no store was made in it yet", "里面还没有建库"),
            hint: said!("add documents with tuzhi add", "请先用 tuzhi add 加入文档"),
        }),
        Kind::Foreign => Err(not_a_store(path)),
    }
}
