//! What can go wrong with files and wishes; text that is merely bad is no error.

use std::fmt;
use std::io::ErrorKind;
use std::path::PathBuf;

/// A message in both languages of the program.
///
/// What others say (a server, the system, a parser) is taken as it is for both.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said(Box<Wordings>);

/// Boxed, so that results stay small.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Wordings {
    english: String,
    chinese: String,
}

impl Said {
    /// A message by its wordings.
    pub fn new(english: impl Into<String>, chinese: impl Into<String>) -> Self {
        Self(Box::new(Wordings { english: english.into(), chinese: chinese.into() }))
    }

    /// In English.
    pub fn english(&self) -> &str {
        &self.0.english
    }

    /// In Chinese.
    pub fn chinese(&self) -> &str {
        &self.0.chinese
    }
}

impl fmt::Display for Said {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.english())
    }
}

impl From<String> for Said {
    fn from(words: String) -> Self {
        Self::new(words.clone(), words)
    }
}

impl From<&str> for Said {
    fn from(words: &str) -> Self {
        Self::new(words, words)
    }
}

impl From<&Error> for Said {
    fn from(error: &Error) -> Self {
        Self::new(error.to_string(), error.chinese())
    }
}

/// Makes a [`Said`] of an English and a Chinese format string, which take their values from
/// the scope: `said!("line {line} is empty", "第 {line} 行是空的")`. A name before `=>` is a [`Said`]
/// itself, and gives each string its own wording: `said!(reason => "line 3: {reason}", "第 3 行：{reason}")`.
macro_rules! said {
    ($inner:ident => $english:literal, $chinese:literal $(,)?) => {{
        let english = {
            let $inner = $inner.english();
            format_args!($english).to_string()
        };
        let $inner = $inner.chinese();
        $crate::error::Said::new(english, format_args!($chinese).to_string())
    }};
    ($english:literal, $chinese:literal $(,)?) => {
        $crate::error::Said::new(format_args!($english).to_string(), format_args!($chinese).to_string())
    };
}
pub(crate) use said;

/// An error of the library: what, where, and what to do, each message able to stand alone.
/// Displayed in English; [`Error::chinese`] says the same.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A file or folder could not be read or written.
    #[error("{}: {}; {}", path.display(), reason_of(source), hint_for(source))]
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
        reason: Said,
        /// What to do about it.
        hint: Said,
    },
    /// A text that can be read is no report.
    #[error("{path}: left out, as no report: {reason}; --force takes it")]
    NoReport {
        /// The file as it was named.
        path: String,
        /// Why it is none.
        reason: Said,
    },
    /// A graph or record file is not one of ours, of another version, or cut short.
    #[error("{path}: {reason}; {hint}")]
    Format {
        /// The file as it was named.
        path: String,
        /// What is wrong, with line and column where known.
        reason: Said,
        /// What to do about it.
        hint: Said,
    },
    /// A database could not be reached, or did not take a graph.
    #[error("{address}: {reason}; {hint}")]
    Load {
        /// The address, without user and password.
        address: String,
        /// What went wrong, with the words of the server.
        reason: Said,
        /// What to do about it.
        hint: Said,
    },
    /// A picture could not be made.
    #[error("cannot draw: {0}")]
    Draw(Said),
    /// Evidence was not found again, or an inspection failed.
    #[error("{0}")]
    Check(Said),
}

/// The crate's result.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// The system's reason without its number, which helps nobody.
pub(crate) fn reason_of(source: &std::io::Error) -> Said {
    let text = source.to_string();
    let english = text.find(" (os error ").map_or(text.as_str(), |at| &text[..at]);
    let chinese = match source.kind() {
        ErrorKind::NotFound => "没有这个文件或文件夹",
        ErrorKind::PermissionDenied => "没有权限",
        ErrorKind::ReadOnlyFilesystem => "所在的磁盘只能读",
        ErrorKind::IsADirectory => "是文件夹，不是文件",
        ErrorKind::NotADirectory => "路径中有一段不是文件夹",
        ErrorKind::AlreadyExists => "已经存在",
        ErrorKind::StorageFull => "磁盘满了",
        ErrorKind::TimedOut | ErrorKind::WouldBlock => "没有及时应答",
        ErrorKind::ConnectionRefused => "连接被拒绝",
        ErrorKind::ConnectionReset | ErrorKind::ConnectionAborted | ErrorKind::BrokenPipe => "连接断了",
        ErrorKind::UnexpectedEof => "没到该完的地方就完了",
        _ => english,
    };
    Said::new(english, chinese)
}

fn hint_for(source: &std::io::Error) -> Said {
    match source.kind() {
        ErrorKind::NotFound => said!("check the spelling of the path", "请核对路径的写法"),
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
            said!("check who may read or write there", "请核对那里的读写权限")
        }
        ErrorKind::IsADirectory => said!("name a file in that folder", "请指明那个文件夹里的一个文件"),
        ErrorKind::NotADirectory | ErrorKind::AlreadyExists => {
            said!(
                "a file stands where a folder is wanted, name another folder",
                "该是文件夹的地方有一个文件，请另选文件夹"
            )
        }
        ErrorKind::StorageFull => said!("make room or name another folder", "请腾出空间，或另选文件夹"),
        _ => said!("check the path and try again", "请核对路径后再试"),
    }
}

impl Error {
    /// An I/O error with its path.
    pub fn io(path: impl Into<PathBuf>, source: std::io::Error) -> Self {
        Self::Io { path: path.into(), source }
    }

    /// Whether it is a closed pipe on the other side, which is no error.
    pub fn is_broken_pipe(&self) -> bool {
        matches!(self, Self::Io { source, .. } if source.kind() == ErrorKind::BrokenPipe)
    }

    /// The message in Chinese.
    pub fn chinese(&self) -> String {
        match self {
            Self::Io { path, source } => {
                let (reason, hint) = (reason_of(source), hint_for(source));
                format!("{}：{}；{}", path.display(), reason.chinese(), hint.chinese())
            }
            Self::Input { path: place, reason, hint }
            | Self::Format { path: place, reason, hint }
            | Self::Load { address: place, reason, hint } => {
                format!("{place}：{}；{}", reason.chinese(), hint.chinese())
            }
            Self::NoReport { path, reason } => {
                format!("{path}：不是报告，略过：{}；--force 照收", reason.chinese())
            }
            Self::Draw(reason) => format!("画不出来：{}", reason.chinese()),
            Self::Check(words) => words.chinese().to_string(),
        }
    }
}
