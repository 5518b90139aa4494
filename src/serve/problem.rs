//! What went wrong with a request, as problem details (RFC 9457).

use serde::Serialize;

use crate::error::Error;

/// An answer that says what went wrong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// `about:blank`: the status says what sort of problem it is.
    #[serde(rename = "type")]
    kind: &'static str,
    /// The status in words.
    pub title: &'static str,
    /// The HTTP status.
    pub status: u16,
    /// What is wrong here, and what to do.
    pub detail: String,
    /// Names that may be meant instead.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub near: Vec<String>,
}

impl Problem {
    fn new(status: u16, title: &'static str, detail: impl Into<String>) -> Self {
        Self { kind: "about:blank", title, status, detail: detail.into(), near: Vec::new() }
    }

    /// A parameter is missing, unknown or not what it should be.
    pub fn bad_request(detail: impl Into<String>) -> Self {
        Self::new(400, "Bad Request", detail)
    }

    /// No token, or another one.
    pub fn unauthorized() -> Self {
        Self::new(401, "Unauthorized", "send the server's token: Authorization: Bearer TOKEN")
    }

    /// Asked by a page of another site.
    pub fn forbidden() -> Self {
        Self::new(403, "Forbidden", "pages of other sites may not ask this server")
    }

    /// Nothing is called so, or there is no such path.
    pub fn not_found(detail: impl Into<String>) -> Self {
        Self::new(404, "Not Found", detail)
    }

    /// Another method than the path knows.
    pub fn method_not_allowed() -> Self {
        Self::new(405, "Method Not Allowed", "this path is read with GET")
    }

    /// A request that is too large.
    pub fn too_large() -> Self {
        Self::new(413, "Content Too Large", "send less than 1 MB")
    }

    /// An address that is too long.
    pub fn too_long() -> Self {
        Self::new(414, "URI Too Long", "ask with less than 8,000 characters")
    }

    /// A name of this server that it does not go by.
    pub fn misdirected() -> Self {
        Self::new(421, "Misdirected Request", "this server does not go by that name; --host NAME lets it")
    }

    /// More requests than one asker may send.
    pub fn too_many() -> Self {
        Self::new(429, "Too Many Requests", "wait a second and ask again")
    }

    /// The server has enough to do.
    pub fn busy() -> Self {
        Self::new(503, "Service Unavailable", "the server has enough to do; wait a second and ask again")
    }

    /// An answer that took too long.
    pub fn timed_out() -> Self {
        Self::new(504, "Gateway Timeout", "the answer took too long; ask for less")
    }

    /// The same with names that may be meant.
    pub fn with_near(mut self, near: Vec<String>) -> Self {
        self.near = near;
        self
    }
}

impl From<Error> for Problem {
    /// The graph or a report could not be read.
    fn from(error: Error) -> Self {
        Self::new(500, "Internal Server Error", error.to_string())
    }
}
