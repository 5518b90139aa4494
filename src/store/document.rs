//! The row of a document, and the body of its record.

use std::io::{Read, Write};
use std::path::Path;

use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;

use crate::error::{Error, Result, said};
use crate::graph::file::Record;
use crate::graph::parse_records;

/// The record as it is kept: without a path, which is the document's, and compressed. The sum in the
/// compressed form tells later whether it is still what was written.
pub(super) fn body(mut record: Record) -> Result<Vec<u8>> {
    record.document.path.clear();
    // The quickest sort of compression: half a report's record in a millisecond, a fifth of the size.
    let mut to = GzEncoder::new(Vec::new(), Compression::fast());
    let written = serde_json::to_vec(&record).map_err(std::io::Error::from).and_then(|json| to.write_all(&json));
    let body = written.and_then(|()| to.finish());
    body.map_err(|error| Error::Check(said!("a record cannot be written: {error}", "记录写不出来：{error}")))
}

/// The record of a body, for the document of path `path` in the file `store`.
///
/// # Errors
/// Where the body is no longer what was written.
pub(super) fn record(body: &[u8], path: &str, store: &Path) -> Result<Record> {
    let damaged = |why: &str| Error::Format {
        path: store.display().to_string(),
        reason: said!("the record of {path} is damaged: {why}", "{path} 的记录坏了：{why}"),
        hint: said!("remove this document and add it again", "请删掉这份文档，再加入一次"),
    };
    let mut json = Vec::new();
    GzDecoder::new(body).read_to_end(&mut json).map_err(|error| damaged(&error.to_string()))?;
    let mut records = parse_records(path, &json)?;
    let mut record = records.pop().ok_or_else(|| damaged("it is empty"))?;
    record.document.path = path.to_string();
    Ok(record)
}

/// How the name of a document decides the reading of its bytes: its ending, in small letters.
pub(super) fn ending(path: &str) -> String {
    Path::new(path).extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default()
}
