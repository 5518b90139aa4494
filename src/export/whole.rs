//! Files written whole or not at all.

use std::collections::BTreeSet;
use std::io::{BufWriter, Write};
use std::path::Path;

use crate::error::{Error, Result, said};

/// Writes a file by way of `fill`: to a temporary name in the same folder, which is renamed
/// when all is on disk. On failure the file stays as it was. Missing folders are made.
///
/// # Errors
/// [`Error::Io`] with the path, and what `fill` gives.
pub fn write_whole(path: &Path, fill: impl FnOnce(&mut dyn Write) -> Result<()>) -> Result<()> {
    // A link is kept, and what it leads to is replaced.
    let target = std::fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
    if target.is_dir() {
        return Err(Error::io(path, std::io::ErrorKind::IsADirectory.into()));
    }
    let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder).map_err(|source| Error::io(folder, source))?;
    let mut temporary = temporary_in(folder).map_err(|source| Error::io(folder, plain(source)))?;
    let mut buffer = BufWriter::with_capacity(1 << 16, temporary.as_file_mut());
    fill(&mut buffer).map_err(|error| named(error, path))?;
    buffer.flush().map_err(|source| Error::io(path, source))?;
    drop(buffer);
    temporary.as_file().sync_all().map_err(|source| Error::io(path, source))?;
    temporary.persist(&target).map_err(|failure| Error::io(path, failure.error))?;
    Ok(())
}

/// A file of a folder: its name, and what writes it.
pub(super) struct Part<'a> {
    name: String,
    fill: Fill<'a>,
}

type Fill<'a> = Box<dyn FnOnce(&mut dyn Write) -> Result<()> + 'a>;

impl<'a> Part<'a> {
    pub(super) fn new(name: String, fill: impl FnOnce(&mut dyn Write) -> Result<()> + 'a) -> Self {
        Self { name, fill: Box::new(fill) }
    }
}

/// Writes a folder of files whole or not at all: beside it under a temporary name, which takes
/// its place when all is on disk. An older folder of such files is replaced.
///
/// # Errors
/// [`Error::Io`] with the path, what a part gives, and [`Error::Input`] when the folder holds
/// files that such a folder does not.
pub(super) fn write_folder(path: &Path, parts: Vec<Part<'_>>, own: impl Fn(&str) -> bool) -> Result<()> {
    let target = std::fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
    refuse_foreign(path, &target, own)?;
    let around = target.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    std::fs::create_dir_all(around).map_err(|source| Error::io(around, source))?;
    let temporary = folder_in(around).map_err(|source| Error::io(around, plain(source)))?;
    let mut names = BTreeSet::new();
    for Part { name, fill } in parts {
        // The temporary name is nobody's business: errors name the file as it will be.
        write_whole(&temporary.path().join(&name), fill).map_err(|error| moved(error, &path.join(&name)))?;
        names.insert(name);
    }
    let failed = |source: std::io::Error| Error::io(path, plain(source));
    if target.exists() {
        let older = folder_in(around).map_err(failed)?;
        let aside = older.path().join("older");
        std::fs::rename(&target, &aside).map_err(failed)?;
        if let Err(source) = std::fs::rename(temporary.path(), &target) {
            std::fs::rename(&aside, &target).map_err(failed)?;
            return Err(failed(source));
        }
    } else {
        std::fs::rename(temporary.path(), &target).map_err(failed)?;
    }
    // It has become the folder.
    let _ = temporary.keep();
    Ok(())
}

/// Only a folder that such files, or none, stand in is replaced.
fn refuse_foreign(path: &Path, target: &Path, own: impl Fn(&str) -> bool) -> Result<()> {
    if !target.exists() {
        return Ok(());
    }
    for entry in std::fs::read_dir(target).map_err(|source| Error::io(path, source))? {
        let name = entry.map_err(|source| Error::io(path, source))?.file_name();
        if !name.to_str().is_some_and(&own) {
            let name = name.to_string_lossy();
            return Err(Error::Input {
                path: path.display().to_string(),
                reason: said!("holds “{name}”, which this format does not write", "里面有“{name}”，不是这种格式写的"),
                hint: said!("name another folder, it is replaced as a whole", "请另选文件夹，它会被整个替换"),
            });
        }
    }
    Ok(())
}

fn moved(error: Error, path: &Path) -> Error {
    match error {
        Error::Io { source, .. } => Error::io(path, source),
        other => other,
    }
}

fn folder_in(folder: &Path) -> std::io::Result<tempfile::TempDir> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".tuzhi-").suffix(".part");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(std::fs::Permissions::from_mode(0o777));
    }
    builder.tempdir_in(folder)
}

fn temporary_in(folder: &Path) -> std::io::Result<tempfile::NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".tuzhi-").suffix(".part");
    #[cfg(unix)]
    {
        // The default is for the owner only; the umask takes from this what it should.
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(std::fs::Permissions::from_mode(0o666));
    }
    builder.tempfile_in(folder)
}

/// The system's reason without the temporary name.
fn plain(source: std::io::Error) -> std::io::Error {
    source.kind().into()
}

/// Writers know no path; the error a person reads has one.
fn named(error: Error, path: &Path) -> Error {
    match error {
        Error::Io { path: unnamed, source } if unnamed.as_os_str().is_empty() => Error::io(path, source),
        other => other,
    }
}
