//! Files written whole or not at all.

use std::io::{BufWriter, Write};
use std::path::Path;

use crate::error::{Error, Result};

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
