//! What can go wrong in a database, in words.

use std::io::{self, ErrorKind};
use std::path::Path;

use rusqlite::{Error as Fault, ErrorCode};

use crate::error::{Error, said};

/// An error of the database in the file `path`, with what to do about it.
pub(super) fn told(path: &Path, fault: Fault) -> Error {
    let name = path.display().to_string();
    let words = fault.to_string();
    let code = fault.sqlite_error_code();
    match code {
        Some(ErrorCode::NotADatabase) => not_a_store(path),
        Some(ErrorCode::DatabaseCorrupt) => Error::Format {
            path: name,
            reason: said!("the store is damaged: {words}", "库坏了：{words}"),
            hint: said!("add the documents to a new store", "请把文档加到一个新库里"),
        },
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Error::Check(said!(
            "{name}: another process keeps the store to itself; try again when it is done",
            "{name}：另一个进程一直占着这个库；请等它做完后再试"
        )),
        Some(ErrorCode::DiskFull) => Error::Check(said!(
            "{name}: the disk is full; every document added so far is in the store, make room and add the others",
            "{name}：磁盘满了；到此为止加入的文档都在库里，请腾出空间后再加其余的"
        )),
        Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => Error::io(path, ErrorKind::PermissionDenied.into()),
        Some(ErrorCode::CannotOpen) => Error::io(path, cannot_open(path)),
        Some(ErrorCode::SystemIoFailure) => Error::Check(said!(
            "{name}: the system cannot read or write the store ({words}); every document added so far is in it, \
             check the disk and try again",
            "{name}：系统读不了或写不进这个库（{words}）；到此为止加入的文档都在库里，请检查磁盘后再试"
        )),
        _ => Error::Check(said!(
            "{name}: the store failed: {words}; try again, and send this message to the program's makers",
            "{name}：库出了毛病：{words}；请再试一次，并把这段话交给程序的作者"
        )),
    }
}

/// Why a file cannot be opened, as the system says it.
fn cannot_open(path: &Path) -> io::Error {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    match std::fs::metadata(folder) {
        Err(error) => error,
        Ok(folder) if !folder.is_dir() => ErrorKind::NotADirectory.into(),
        Ok(_) => ErrorKind::PermissionDenied.into(),
    }
}

/// A file is something else.
pub(super) fn not_a_store(path: &Path) -> Error {
    Error::Format {
        path: path.display().to_string(),
        reason: said!("not a store of tuzhi", "不是 tuzhi 的库"),
        hint: said!("name a store that tuzhi add made, or a new file", "请指明 tuzhi add 建的库，或另取一个新文件名"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_failure_says_which_store_and_what_to_do() {
        use rusqlite::ffi;
        let codes = [
            (ffi::SQLITE_BUSY, "another process keeps the store"),
            (ffi::SQLITE_FULL, "the disk is full"),
            (ffi::SQLITE_IOERR_WRITE, "check the disk"),
            (ffi::SQLITE_CORRUPT, "the store is damaged"),
            (ffi::SQLITE_NOTADB, "not a store of tuzhi"),
            (ffi::SQLITE_READONLY, "permission denied"),
            (ffi::SQLITE_SCHEMA, "the store failed"),
        ];
        for (code, said) in codes {
            let error = told(Path::new("county.db"), Fault::SqliteFailure(ffi::Error::new(code), None));
            let words = error.to_string();
            assert!(words.starts_with("county.db: ") && words.contains(said) && words.contains(';'), "{words}");
            assert!(
                error.chinese().starts_with("county.db：") && error.chinese().contains('；'),
                "{}",
                error.chinese()
            );
        }
    }
}
