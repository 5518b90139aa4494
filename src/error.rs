//! What can go wrong with files and wishes; text that is merely bad is no error.

use std::path::PathBuf;

/// An error of the library: what, where, and what to do, each message able to stand alone.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A file or folder could not be read or written.
    #[error("{}: {}{}", path.display(), reason_of(source), hint_for(source))]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// The system's reason.
        source: std::io::Error,
    },
    /// An input is not a report that can be read.
    #[error("{path}: {reason}; {hint}")]
    Input {
        /// The file as it was named.
        path: String,
        /// What is wrong with it.
        reason: String,
        /// What to do about it.
        hint: String,
    },
    /// A graph or record file is not one of ours, of another version, or cut short.
    #[error("{path}: {reason}; {hint}")]
    Format {
        /// The file as it was named.
        path: String,
        /// What is wrong, with line and column where known.
        reason: String,
        /// What to do about it.
        hint: String,
    },
    /// A database could not be reached, or did not take a graph.
    #[error("{address}: {reason}; {hint}")]
    Load {
        /// The address, without user and password.
        address: String,
        /// What went wrong, with the words of the server.
        reason: String,
        /// What to do about it.
        hint: String,
    },
    /// A picture could not be made.
    #[error("cannot draw: {0}")]
    Draw(String),
    /// Evidence was not found again, or an inspection failed.
    #[error("{0}")]
    Check(String),
}

/// The crate's result.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// The system's reason without its number, which helps nobody.
fn reason_of(source: &std::io::Error) -> String {
    let text = source.to_string();
    text.find(" (os error ").map_or(text.clone(), |at| text[..at].to_string())
}

fn hint_for(source: &std::io::Error) -> &'static str {
    use std::io::ErrorKind::{
        AlreadyExists, IsADirectory, NotADirectory, NotFound, PermissionDenied, ReadOnlyFilesystem, StorageFull,
    };
    match source.kind() {
        NotFound => "; check the spelling of the path",
        PermissionDenied | ReadOnlyFilesystem => "; check who may read or write there",
        IsADirectory => "; name a file in that folder",
        NotADirectory | AlreadyExists => "; a file stands where a folder is wanted, name another folder",
        StorageFull => "; make room or name another folder",
        _ => "; check the path and try again",
    }
}

impl Error {
    /// An I/O error with its path.
    pub fn io(path: impl Into<PathBuf>, source: std::io::Error) -> Self {
        Self::Io { path: path.into(), source }
    }

    /// Whether it is a closed pipe on the other side, which is no error.
    pub fn is_broken_pipe(&self) -> bool {
        matches!(self, Self::Io { source, .. } if source.kind() == std::io::ErrorKind::BrokenPipe)
    }
}
