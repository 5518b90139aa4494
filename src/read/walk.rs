//! Which files the inputs name, and their bytes.

use std::collections::HashSet;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use crate::error::{Error, Result, Said, said};

/// The largest file that is read, in bytes (64 MiB). The longest report known is
/// under 1 MiB.
pub const SIZE_LIMIT: u64 = 64 << 20;

/// Extensions, in lower case, of the files of a folder that are taken for reports. A
/// file that is named itself is read whatever its extension.
const EXTENSIONS: [&str; 4] = ["txt", "text", "md", "markdown"];

/// Where a report comes from.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Source {
    /// Standard input.
    Stdin,
    /// A file.
    File(PathBuf),
}

impl Source {
    /// The path as given, or `-`.
    pub fn name(&self) -> String {
        match self {
            Self::Stdin => "-".to_string(),
            Self::File(path) => path.display().to_string(),
        }
    }
}

/// What was found under the inputs.
#[derive(Debug, Default)]
pub struct Collected {
    /// The reports, in the order of the inputs, those of a folder sorted by path.
    pub sources: Vec<Source>,
    /// Inputs that cannot be read. The others are still there.
    pub problems: Vec<Error>,
    /// The same as `sources`.
    seen: HashSet<Source>,
}

/// Finds the reports that `inputs` name: files, folders (searched to the bottom; hidden
/// files and folders are passed over, links that lead round in circles as well), and `-`
/// for standard input. A file named twice is taken once.
pub fn collect(inputs: &[PathBuf]) -> Collected {
    let mut found = Collected::default();
    for input in inputs {
        if input.as_os_str() == "-" {
            found.add(Source::Stdin);
        } else {
            match fs::metadata(input) {
                Err(error) => found.problems.push(Error::io(input, error)),
                Ok(metadata) if metadata.is_dir() => found.add_folder(input),
                Ok(_) => found.add(Source::File(input.clone())),
            }
        }
    }
    found
}

impl Collected {
    fn add(&mut self, source: Source) {
        if self.seen.insert(source.clone()) {
            self.sources.push(source);
        }
    }

    fn add_folder(&mut self, folder: &Path) {
        let before = (self.sources.len(), self.problems.len());
        let walk = WalkDir::new(folder).follow_links(true).sort_by_file_name().into_iter();
        for entry in walk.filter_entry(|entry| entry.depth() == 0 || !is_hidden(entry.path())) {
            match entry {
                Ok(entry) if entry.file_type().is_file() && is_report(entry.path()) => {
                    self.add(Source::File(entry.into_path()));
                }
                Ok(_) => {}
                Err(error) if error.loop_ancestor().is_some() => {}
                Err(error) => {
                    let path = error.path().unwrap_or(folder).to_path_buf();
                    let reason = error.into_io_error().unwrap_or_else(|| io::Error::other("cannot be searched"));
                    self.problems.push(Error::io(path, reason));
                }
            }
        }
        if before == (self.sources.len(), self.problems.len()) {
            let ends = EXTENSIONS.map(|end| format!(".{end}")).join(", ");
            self.problems.push(input(
                folder.display(),
                said!("no reports in this folder", "这个文件夹里没有报告"),
                said!("reports are files ending in {ends}", "报告是以 {ends} 结尾的文件"),
            ));
        }
    }
}

fn is_hidden(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'))
}

fn is_report(path: &Path) -> bool {
    path.extension().is_some_and(|end| EXTENSIONS.contains(&end.to_string_lossy().to_lowercase().as_str()))
}

/// The bytes of a report.
///
/// # Errors
/// What the system says; a folder, pipe or device in a file's place; more than
/// [`SIZE_LIMIT`] bytes.
pub fn load(source: &Source) -> Result<Vec<u8>> {
    match source {
        Source::Stdin => read_all(&source.name(), io::stdin().lock()),
        Source::File(path) => {
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
            if metadata.len() > SIZE_LIMIT {
                return Err(too_large(path.display()));
            }
            read_all(&source.name(), File::open(path).map_err(|error| Error::io(path, error))?)
        }
    }
}

fn read_all(name: &str, from: impl Read) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    from.take(SIZE_LIMIT + 1).read_to_end(&mut bytes).map_err(|error| Error::io(name, error))?;
    if bytes.len() as u64 > SIZE_LIMIT { Err(too_large(name)) } else { Ok(bytes) }
}

fn too_large(path: impl ToString) -> Error {
    let limit = SIZE_LIMIT >> 20;
    input(
        path,
        said!("larger than {limit} MiB", "大于 {limit} MiB"),
        said!("a report is one text; split the file", "一份报告是一篇文章；请把文件拆开"),
    )
}

fn input(path: impl ToString, reason: Said, hint: Said) -> Error {
    Error::Input { path: path.to_string(), reason, hint }
}
