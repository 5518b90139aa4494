//! Graphs as Parquet, as engines for large data write them: folders `documents`, `nodes` and `edges` of files,
//! of which the column `row` holds the rows of the graph file.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use parquet::errors::ParquetError;
use parquet::file::reader::{FileReader, SerializedFileReader};
use parquet::record::RowAccessor;
use parquet::schema::types::Type;
use serde::de::DeserializeOwned;

use super::file::{DocumentRow, GraphFile, GraphHead, SCHEMA};
use super::fold::join_document;
use super::knowledge::{KnowledgeGraph, put};
use super::parse::checked;
use crate::error::{Error, Result, Said, said};

/// The folders, in the order of the graph file.
pub const FOLDERS: [&str; 3] = ["documents", "nodes", "edges"];

/// The column that holds rows of the graph file.
const ROW: &str = "row";

/// Whether a folder holds a graph as Parquet.
pub fn is_rows(folder: &Path) -> bool {
    FOLDERS.iter().all(|name| folder.join(name).is_dir())
}

/// Reads the graph that a folder holds as Parquet. The order of files and rows makes no difference.
///
/// # Errors
/// What the system says of files; [`Error::Format`] for files that are no Parquet, have no column `row`, whose
/// rows are none of a graph file, or that are at odds with each other as [`super::parse_graph`] says.
pub fn read_rows(folder: &Path) -> Result<KnowledgeGraph> {
    let [documents, nodes, edges] = FOLDERS.map(|name| folder.join(name));
    // Every part of a graph names its documents.
    let mut named: BTreeMap<String, DocumentRow> = BTreeMap::new();
    for row in rows::<DocumentRow>(&documents)? {
        put(&mut named, row.id.clone(), row, join_document);
    }
    let file = GraphFile {
        directed: true,
        multigraph: true,
        graph: GraphHead { schema: SCHEMA.into(), documents: named.into_values().collect() },
        nodes: rows(&nodes)?,
        edges: rows(&edges)?,
    };
    checked(&folder.display().to_string(), file)
}

/// The rows of all files of a folder.
fn rows<T: DeserializeOwned>(folder: &Path) -> Result<Vec<T>> {
    let mut found = Vec::new();
    for path in files(folder)? {
        let fault = |reason: Said| Error::Format {
            path: path.display().to_string(),
            reason,
            hint: said!("let the job write the folder anew", "请让作业重新写这个目录"),
        };
        let unread =
            |error: ParquetError| fault(said!("not read as Parquet: {error}", "不能当作 Parquet 读取：{error}"));
        let reader =
            SerializedFileReader::new(File::open(&path).map_err(|error| Error::io(&path, error))?).map_err(unread)?;
        let schema = reader.metadata().file_metadata().schema();
        let Some(column) = schema.get_fields().iter().find(|field| field.name() == ROW) else {
            return Err(fault(said!("has no column “{ROW}”", "没有“{ROW}”这一列")));
        };
        let only = Type::group_type_builder(schema.name()).with_fields(vec![column.clone()]).build().map_err(unread)?;
        for (number, row) in reader.get_row_iter(Some(only)).map_err(unread)?.enumerate() {
            let row = row.map_err(unread)?;
            let text = row.get_string(0).map_err(unread)?;
            let number = number + 1;
            found.push(serde_json::from_str(text).map_err(|error| {
                fault(said!("row {number} is none of a graph: {error}", "第 {number} 行不是图谱的行：{error}"))
            })?);
        }
    }
    Ok(found)
}

/// The files of a folder, without marks of success and checksums that engines leave beside them.
fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let failed = |error: io::Error| Error::io(folder, error);
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        let hidden = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(['.', '_']));
        if !hidden && path.extension().is_some_and(|extension| extension == "parquet") {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}
