//! From what was typed to files to read.

use std::io::Read;
use std::path::{Path, PathBuf};

use tuzhi::error::{Error, Result};

/// Files larger than this are no report (bytes).
const LIMIT: u64 = 64 * 1024 * 1024;

/// A report to read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// A file.
    File(PathBuf),
    /// Standard input, `-`.
    Standard,
}

impl Input {
    /// The input that a typed path means.
    pub fn of(path: &Path) -> Self {
        if path == Path::new("-") { Self::Standard } else { Self::File(path.to_path_buf()) }
    }

    /// How it is called in messages and in the graph.
    pub fn name(&self) -> String {
        match self {
            Self::File(path) => path.display().to_string(),
            Self::Standard => "-".into(),
        }
    }

    /// Its bytes.
    ///
    /// # Errors
    /// When it cannot be read or is over the limit.
    pub fn bytes(&self) -> Result<Vec<u8>> {
        let Self::File(path) = self else {
            let mut bytes = Vec::new();
            let read = std::io::stdin().lock().take(LIMIT + 1).read_to_end(&mut bytes);
            read.map_err(|source| Error::io("standard input", source))?;
            return if bytes.len() as u64 > LIMIT { Err(too_large("-")) } else { Ok(bytes) };
        };
        let about = std::fs::metadata(path).map_err(|source| Error::io(path, source))?;
        if about.len() > LIMIT {
            return Err(too_large(&self.name()));
        }
        std::fs::read(path).map_err(|source| Error::io(path, source))
    }
}

fn too_large(path: &str) -> Error {
    Error::Input {
        path: path.into(),
        reason: format!("larger than {} MB", LIMIT >> 20),
        hint: "a report is text of some kilobytes; split the file".into(),
    }
}

/// The files that `paths` mean, in their order, those of a folder sorted by name; and what
/// is wrong with those that mean none.
pub fn collect(paths: &[PathBuf]) -> (Vec<Input>, Vec<Error>) {
    let (mut inputs, mut errors) = (Vec::new(), Vec::new());
    for path in paths {
        if !path.is_dir() {
            inputs.push(Input::of(path));
            continue;
        }
        let before = inputs.len();
        for entry in walkdir::WalkDir::new(path).sort_by_file_name() {
            match entry {
                Ok(entry) if entry.file_type().is_file() && is_report(entry.path()) => {
                    inputs.push(Input::File(entry.into_path()));
                }
                Ok(_) => {}
                Err(error) => {
                    let at = error.path().unwrap_or(path).to_path_buf();
                    errors.push(Error::io(at, error.into()));
                }
            }
        }
        if inputs.len() == before {
            errors.push(Error::Input {
                path: path.display().to_string(),
                reason: "no reports in this folder".into(),
                hint: "put .txt or .md files there, or name the files themselves".into(),
            });
        }
    }
    (inputs, errors)
}

fn is_report(path: &Path) -> bool {
    let hidden = path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."));
    let extension = path.extension().map(|text| text.to_ascii_lowercase());
    !hidden && extension.is_some_and(|text| text == "txt" || text == "md" || text == "markdown")
}
