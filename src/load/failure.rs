//! What can go wrong while a server is spoken to, sorted by what is done about it.

use std::io;

use super::address::Server;
use crate::error::Error;

/// A failure of one request.
#[derive(Debug)]
pub(super) enum Failure {
    /// The server is there and asks for patience: the request is made again.
    Busy(String),
    /// The connection is gone, or was never there: it is made anew.
    Lost(String),
    /// Nothing that waiting mends: reason and remedy.
    Final(String, String),
}

pub(super) type Answer<T> = Result<T, Failure>;

impl Failure {
    /// The server does not know who is there.
    pub(super) fn refused(words: &str) -> Self {
        Self::Final(
            format!("the server refuses user and password ({words})"),
            "set TUZHI_USER and TUZHI_PASSWORD to those of the database".into(),
        )
    }

    /// The server has no such database.
    pub(super) fn no_database(words: &str) -> Self {
        Self::Final(
            format!("there is no such database ({words})"),
            "make it, or name another behind the port: bolt://host:7687/name".into(),
        )
    }

    /// The server says no.
    pub(super) fn rejected(words: &str) -> Self {
        Self::Final(
            format!("the server does not take it ({words})"),
            "see the page of this target in docs/ for the versions that are known to work".into(),
        )
    }

    /// The other side is something else.
    pub(super) fn foreign(words: &str) -> Self {
        Self::Final(
            format!("what answers there is another sort of server ({words})"),
            "check scheme and port of the address".into(),
        )
    }

    /// As an error that a person reads.
    pub(super) fn told(self, server: &Server) -> Error {
        let (reason, hint) = match self {
            Self::Busy(words) => {
                (format!("the server stayed busy ({words})"), "run the same command again later".into())
            }
            Self::Lost(words) => (
                format!("no connection ({words})"),
                "check host and port, and that the server runs; the same command then loads what is missing".into(),
            ),
            Self::Final(reason, hint) => (reason, hint),
        };
        Error::Load { address: server.to_string(), reason: reason.replace(['\n', '\r'], " "), hint }
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        if matches!(error.kind(), io::ErrorKind::WouldBlock | io::ErrorKind::TimedOut) {
            return Self::Lost("no answer in time".into());
        }
        if error.kind() == io::ErrorKind::UnexpectedEof {
            return Self::Lost("the server closed the connection".into());
        }
        let text = error.to_string();
        Self::Lost(text.find(" (os error ").map_or(text.clone(), |at| text[..at].to_string()))
    }
}
