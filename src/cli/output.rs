//! Files are written under a temporary name and renamed: a file is whole or not there.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use tuzhi::error::{Error, Result};

/// A folder that the files of a run go to.
#[derive(Debug)]
pub struct Folder {
    path: PathBuf,
}

impl Folder {
    /// Makes the folder when it is missing, and tries whether files can be written there,
    /// so that an hour's work is not lost for a wrong path.
    ///
    /// # Errors
    /// When it cannot be made or written to.
    pub fn open(path: &Path) -> Result<Self> {
        fs::create_dir_all(path).map_err(|source| Error::io(path, source))?;
        temporary(path).map_err(|source| Error::io(path, source))?;
        Ok(Self { path: path.to_path_buf() })
    }

    /// Writes a file and tells its path.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn write(&self, name: &str, bytes: &[u8]) -> Result<PathBuf> {
        let path = self.path.join(name);
        let written = temporary(&self.path).and_then(|mut file| {
            file.write_all(bytes)?;
            file.persist(&path).map_err(|error| error.error)
        });
        written.map(|_| path.clone()).map_err(|source| Error::io(path, source))
    }
}

fn temporary(folder: &Path) -> std::io::Result<tempfile::NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".tuzhi-");
    // A temporary file is for its owner only; a graph is as readable as any other file.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder.tempfile_in(folder)
}
