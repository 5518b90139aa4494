//! Where a report comes from, and its bytes.

use std::fs::{self, File};
use std::io::{self, Cursor, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::expand::archive;
use crate::error::{Error, Result, Said, said};

/// The largest report that is read, in bytes (64 MiB). The longest known is under 1 MiB.
pub const SIZE_LIMIT: u64 = 64 << 20;

/// Where a report comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// Standard input.
    Stdin,
    /// A file.
    File(PathBuf),
    /// A part of a file that holds many.
    Part(Part),
}

/// A report among others in one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    pub(super) name: String,
    pub(super) store: Store,
    pub(super) piece: Piece,
}

/// What parts are taken from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Store {
    File(PathBuf),
    /// What cannot be read again without unpacking it again.
    Held(Arc<[u8]>),
}

/// Which bytes of the store a part is made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Piece {
    Whole,
    /// A member of an archive, by its number.
    Member(usize),
    /// Ranges of bytes, one behind the other.
    Ranges(Vec<[u64; 2]>),
}

/// What can be read from any place on.
pub(super) trait Input: Read + Seek {}

impl<T: Read + Seek> Input for T {}

impl Store {
    pub(super) fn open(&self) -> io::Result<Box<dyn Input>> {
        Ok(match self {
            Self::File(path) => Box::new(File::open(path)?),
            Self::Held(bytes) => Box::new(Cursor::new(Arc::clone(bytes))),
        })
    }
}

impl Source {
    /// What a report is called in a graph: the path as given, or `-`; of a part, the path of its file
    /// and, behind `/`, its path in the archive, or behind `#` the id of its line or row:
    /// `archive.zip/inner/name.docx`, `reports.jsonl#2024`.
    pub fn name(&self) -> String {
        match self {
            Self::Stdin => "-".to_string(),
            Self::File(path) => path.display().to_string(),
            Self::Part(part) => part.name.clone(),
        }
    }
}

/// The bytes of a report: of a file, of a member of an archive, of a line of JSON, or of the head
/// and a row of a table.
///
/// # Errors
/// What the system says; a folder, pipe or device in a file's place; more than [`SIZE_LIMIT`] bytes; a
/// member of an archive that is damaged or locked.
pub fn load(source: &Source) -> Result<Vec<u8>> {
    match source {
        Source::Stdin => read_all("-", io::stdin().lock()),
        Source::File(path) => {
            check(path)?;
            read_all(&source.name(), File::open(path).map_err(|error| Error::io(path, error))?)
        }
        Source::Part(part) => part.load(),
    }
}

impl Part {
    /// What the report is called.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Whether it came by standard input, and cannot be read again.
    pub fn is_of_stdin(&self) -> bool {
        self.name == "-" || self.name.starts_with("-#") || self.name.starts_with("-/")
    }

    fn load(&self) -> Result<Vec<u8>> {
        let failed = |error| Error::io(&self.name, error);
        match &self.piece {
            Piece::Whole => read_all(&self.name, self.store.open().map_err(failed)?),
            Piece::Member(index) => archive::member(&self.name, &self.store, *index),
            Piece::Ranges(ranges) => {
                let mut input = self.store.open().map_err(failed)?;
                let mut bytes = Vec::new();
                for [start, end] in ranges {
                    input.seek(SeekFrom::Start(*start)).map_err(failed)?;
                    let read = input.by_ref().take(end - start).read_to_end(&mut bytes).map_err(failed)?;
                    if (read as u64) < end - start {
                        return Err(failed(io::ErrorKind::UnexpectedEof.into()));
                    }
                }
                Ok(bytes)
            }
        }
    }
}

/// Whether there is a file of an allowed size at `path`.
fn check(path: &Path) -> Result<()> {
    let metadata = fs::metadata(path).map_err(|error| Error::io(path, error))?;
    if !metadata.is_file() {
        let reason = if metadata.is_dir() {
            said!("a folder, not a file", "是文件夹，不是文件")
        } else {
            said!("a pipe or device, not a file", "是管道或设备，不是文件")
        };
        let hint = said!("name a file, or `-` to read a pipe", "请指明一个文件，读管道用 `-`");
        return Err(input(path.display(), reason, hint));
    }
    if metadata.len() > SIZE_LIMIT { Err(too_large(path.display())) } else { Ok(()) }
}

pub(super) fn read_all(name: &str, from: impl Read) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    from.take(SIZE_LIMIT + 1).read_to_end(&mut bytes).map_err(|error| Error::io(name, error))?;
    if bytes.len() as u64 > SIZE_LIMIT { Err(too_large(name)) } else { Ok(bytes) }
}

pub(super) fn too_large(path: impl ToString) -> Error {
    let limit = SIZE_LIMIT >> 20;
    input(
        path,
        said!("larger than {limit} MiB", "大于 {limit} MiB"),
        said!("a report is one text; split the file", "一份报告是一篇文章；请把文件拆开"),
    )
}

pub(super) fn input(path: impl ToString, reason: Said, hint: Said) -> Error {
    Error::Input { path: path.to_string(), reason, hint }
}
