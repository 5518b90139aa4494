//! Reports found again by the names that graphs call them by.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::SystemTime;

use super::expand::{self, Expanded};
use super::source::{Source, Store, input, load};
use crate::error::{Error, Result, said};

/// The reports that a graph names, under the folder that its relative paths start from.
///
/// What a file of many reports holds is kept as long as the file does not change.
#[derive(Debug, Default)]
pub struct Reports {
    root: Option<PathBuf>,
    opened: Mutex<HashMap<PathBuf, Opened>>,
}

/// A file that was taken apart, and the state it was in then.
#[derive(Debug, Clone)]
struct Opened {
    stamp: Option<(SystemTime, u64)>,
    parts: Arc<HashMap<String, Source>>,
}

impl Reports {
    /// Reports whose relative paths start from `root`, or from the current folder.
    pub fn below(root: Option<&Path>) -> Self {
        Self { root: root.map(Path::to_path_buf), opened: Mutex::default() }
    }

    /// The bytes of the report that a graph calls `name`.
    ///
    /// # Errors
    /// Those of [`load`]; when no file has that name, or the file no such part; and `-`, which
    /// cannot be read again.
    pub fn load(&self, name: &str) -> Result<Vec<u8>> {
        if name == "-" || name.starts_with("-#") || name.starts_with("-/") {
            return Err(input(
                name,
                said!("was read from standard input and cannot be read again", "是从标准输入读的，不能再读一遍"),
                said!("build the graph from a file", "请用文件来做图谱"),
            ));
        }
        load(&self.find(name)?)
    }

    /// The report that a graph calls `name`.
    ///
    /// # Errors
    /// When no file has that name, or the file no such part.
    pub fn find(&self, name: &str) -> Result<Source> {
        let whole = self.place(name);
        if whole.is_file() {
            return Ok(Source::File(whole));
        }
        // The file whose part it is has the longest name of those that are files.
        let ends = name.char_indices().rev().filter(|(_, char)| matches!(char, '/' | '\\' | '#'));
        let Some(file) = ends.map(|(at, _)| &name[..at]).find(|file| self.place(file).is_file()) else {
            return load(&Source::File(whole.clone())).map(|_| Source::File(whole));
        };
        self.parts(file).get(name).cloned().ok_or_else(|| {
            input(
                name,
                said!("{file} holds no such report", "{file} 里没有这份报告"),
                said!("check the name, or build the graph anew", "请核对名称，或重新做图谱"),
            )
        })
    }

    fn place(&self, name: &str) -> PathBuf {
        self.root.as_ref().map_or_else(|| PathBuf::from(name), |root| root.join(name))
    }

    fn parts(&self, name: &str) -> Arc<HashMap<String, Source>> {
        let path = self.place(name);
        let stamp = fs::metadata(&path).ok().and_then(|told| Some((told.modified().ok()?, told.len())));
        let mut opened = self.opened.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(there) = opened.get(&path).filter(|there| there.stamp == stamp) {
            return Arc::clone(&there.parts);
        }
        let Expanded { parts, .. } = expand::expand(name, &Store::File(path.clone())).unwrap_or_default();
        let parts: HashMap<_, _> = parts.into_iter().map(|part| (part.name.clone(), Source::Part(part))).collect();
        let parts = Arc::new(parts);
        opened.insert(path, Opened { stamp, parts: Arc::clone(&parts) });
        parts
    }
}

/// The one report that a typed path means: a file, a part of one, or `-` for standard input.
///
/// # Errors
/// When there is no such file or part, and where a file holds many.
pub fn find(path: &Path) -> Result<Source> {
    let name = path.display().to_string();
    if name == "-" {
        return Ok(Source::Stdin);
    }
    if !path.is_file() {
        return Reports::default().find(&name);
    }
    let Some(Expanded { mut parts, problems }) = expand::expand(&name, &Store::File(path.to_path_buf())) else {
        return Ok(Source::File(path.to_path_buf()));
    };
    match (parts.len(), problems.into_iter().next()) {
        (1, _) => Ok(Source::Part(parts.remove(0))),
        (0, Some(error)) => Err(error),
        (count, _) => Err(several(&name, count, parts.first().map_or("", |part| &part.name))),
    }
}

fn several(name: &str, count: usize, first: &str) -> Error {
    input(
        name,
        said!("holds {count} reports, and one is wanted", "里有 {count} 份报告，这里只要一份"),
        said!("name one of them, such as {first}", "请指明一份，如 {first}"),
    )
}
