//! What can go wrong while a server is spoken to, sorted by what is done about it.

use std::io;

use super::address::Server;
use crate::error::{Error, Said, reason_of, said};

/// A failure of one request.
#[derive(Debug)]
pub(super) enum Failure {
    /// The server is there and asks for patience: the request is made again.
    Busy(Said),
    /// The connection is gone, or was never there: it is made anew.
    Lost(Said),
    /// Nothing that waiting mends: reason and remedy.
    Final(Said, Said),
}

pub(super) type Answer<T> = Result<T, Failure>;

impl Failure {
    /// The server does not know who is there.
    pub(super) fn refused(words: &str) -> Self {
        Self::Final(
            said!("the server refuses user and password ({words})", "服务器不认这个用户和密码（{words}）"),
            said!(
                "set TUZHI_USER and TUZHI_PASSWORD to those of the database",
                "请把 TUZHI_USER 和 TUZHI_PASSWORD 设为数据库的用户和密码"
            ),
        )
    }

    /// The server has no such database.
    pub(super) fn no_database(words: &str) -> Self {
        Self::Final(
            said!("there is no such database ({words})", "没有这个数据库（{words}）"),
            said!(
                "make it, or name another behind the port: bolt://host:7687/name",
                "请先建库，或在端口后写别的库名：bolt://host:7687/name"
            ),
        )
    }

    /// The server says no.
    pub(super) fn rejected(words: &str) -> Self {
        Self::Final(
            said!("the server does not take it ({words})", "服务器不收（{words}）"),
            said!(
                "see the page of this target in docs/ for the versions that are known to work",
                "哪些版本可用，见 docs/ 里这一种数据库的说明"
            ),
        )
    }

    /// The other side is something else.
    pub(super) fn foreign(words: &str) -> Self {
        Self::Final(
            said!("what answers there is another sort of server ({words})", "那里应答的是别的服务器（{words}）"),
            said!("check scheme and port of the address", "请核对地址的协议和端口"),
        )
    }

    /// As an error that a person reads.
    pub(super) fn told(self, server: &Server) -> Error {
        let (reason, hint) = match self {
            Self::Busy(words) => (
                said!(words => "the server stayed busy ({words})", "服务器一直忙（{words}）"),
                said!("run the same command again later", "请过一会儿再运行同样的命令"),
            ),
            Self::Lost(words) => (
                said!(words => "no connection ({words})", "连不上（{words}）"),
                said!(
                    "check host and port, and that the server runs; the same command then loads what is missing",
                    "请核对主机和端口，看服务器是否在运行；再运行同样的命令会补上缺的"
                ),
            ),
            Self::Final(reason, hint) => (reason, hint),
        };
        let line = |words: &str| words.replace(['\n', '\r'], " ");
        let reason = Said::new(line(reason.english()), line(reason.chinese()));
        Error::Load { address: server.to_string(), reason, hint }
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        if matches!(error.kind(), io::ErrorKind::WouldBlock | io::ErrorKind::TimedOut) {
            return Self::Lost(said!("no answer in time", "没有及时应答"));
        }
        if error.kind() == io::ErrorKind::UnexpectedEof {
            return Self::Lost(closed());
        }
        Self::Lost(reason_of(&error))
    }
}

/// The other side has hung up.
pub(super) fn closed() -> Said {
    said!("the server closed the connection", "服务器断开了连接")
}
