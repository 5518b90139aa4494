//! Which reports the inputs name.

use std::collections::HashSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use walkdir::WalkDir;

use super::expand::{self, EXTENSIONS, Expanded};
use super::source::{Piece, Store, input};
use super::{Part, Source, load, reports};
use crate::error::{Error, said};

/// What was found under the inputs.
#[derive(Debug, Default)]
pub struct Collected {
    /// The reports, in the order of the inputs, those of a folder sorted by path.
    pub sources: Vec<Source>,
    /// Inputs that cannot be read. The others are still there.
    pub problems: Vec<Error>,
    /// Names of `sources`.
    seen: HashSet<String>,
}

/// Finds the reports that `inputs` name: files, folders (searched to the bottom; hidden
/// files and folders are passed over, links that lead round in circles as well), `-` for standard
/// input, and names of parts (`archive.zip/inner/name.docx`). Archives, JSON Lines and tables give as
/// many as they hold. A report named twice is taken once.
pub fn collect(inputs: &[PathBuf]) -> Collected {
    let mut found = Collected::default();
    for input in inputs {
        if input.as_os_str() == "-" {
            found.add_stdin();
        } else {
            match fs::metadata(input) {
                Ok(metadata) if metadata.is_dir() => found.add_folder(input),
                Ok(_) => found.add_file(input),
                Err(error) => match reports::find(input) {
                    Ok(source @ Source::Part(_)) => found.add(source),
                    Err(error @ Error::Input { .. }) => found.problems.push(error),
                    _ => found.problems.push(Error::io(input, error)),
                },
            }
        }
    }
    found
}

impl Collected {
    fn add(&mut self, source: Source) {
        if self.seen.insert(source.name()) {
            self.sources.push(source);
        }
    }

    fn add_file(&mut self, path: &Path) {
        match expand::expand(&path.display().to_string(), &Store::File(path.to_path_buf())) {
            Some(expanded) => self.add_all(expanded),
            None => self.add(Source::File(path.to_path_buf())),
        }
    }

    /// Standard input can be read but once; what was read is held.
    fn add_stdin(&mut self) {
        if self.seen.contains("-") {
            return;
        }
        match load(&Source::Stdin) {
            Err(error) => self.problems.push(error),
            Ok(bytes) => {
                let store = Store::Held(Arc::from(bytes));
                match expand::expand("-", &store) {
                    Some(expanded) => self.add_all(expanded),
                    None => self.add(Source::Part(Part { name: "-".into(), store, piece: Piece::Whole })),
                }
            }
        }
    }

    fn add_all(&mut self, expanded: Expanded) {
        self.problems.extend(expanded.problems);
        expanded.parts.into_iter().for_each(|part| self.add(Source::Part(part)));
    }

    fn add_folder(&mut self, folder: &Path) {
        let before = (self.sources.len(), self.problems.len());
        let walk = WalkDir::new(folder).follow_links(true).sort_by_file_name().into_iter();
        for entry in walk.filter_entry(|entry| entry.depth() == 0 || !is_hidden(entry.path())) {
            match entry {
                Ok(entry) if entry.file_type().is_file() && expand::is_report(&entry.path().to_string_lossy()) => {
                    self.add_file(entry.path());
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
