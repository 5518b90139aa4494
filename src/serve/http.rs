//! The paths of the server.

use std::sync::{Arc, LazyLock};

use axum::Router;
use axum::body::Body;
use axum::extract::{Path, RawQuery, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use sha2::{Digest, Sha256};
use tokio::sync::Semaphore;

use super::arguments::Arguments;
use super::live::{Live, Loaded};
use super::problem::Problem;
use super::questions::answer;
use super::spec::{DOCUMENT, QUESTIONS};
use crate::error::Result;
use crate::ontology::Language;
use crate::page::{self, Source};

/// Questions that wait for a free core at most.
const QUEUE: usize = 256;

/// What the handlers work with.
#[derive(Clone)]
pub struct Desk {
    /// The graph.
    pub live: Arc<Live>,
    /// As many questions are answered at a time as there are cores.
    cores: Arc<Semaphore>,
    /// And not more than these wait.
    queue: Arc<Semaphore>,
    page: Arc<(Vec<u8>, HeaderValue)>,
}

impl Desk {
    /// A desk for a graph; its page speaks `language` at first.
    ///
    /// # Errors
    /// Those of [`page::write`].
    pub fn new(live: Arc<Live>, language: Language) -> Result<Self> {
        let mut bytes = Vec::new();
        page::write(Source::Server, language, &mut bytes)?;
        let policy = format!("{}; frame-ancestors 'none'", page::policy(Source::Server));
        let policy =
            HeaderValue::from_str(&policy).map_err(|error| crate::error::Error::Check(error.to_string().into()))?;
        let cores = std::thread::available_parallelism().map_or(2, usize::from);
        Ok(Self {
            live,
            cores: Arc::new(Semaphore::new(cores)),
            queue: Arc::new(Semaphore::new(QUEUE)),
            page: Arc::new((bytes, policy)),
        })
    }

    /// Does work that takes a core, when one is free.
    ///
    /// # Errors
    /// What `work` gives; and where too much is waiting.
    pub async fn work<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Live, &Loaded) -> Result<T, Problem> + Send + 'static,
    ) -> Result<T, Problem> {
        let place = self.queue.clone().try_acquire_owned().map_err(|_| Problem::busy())?;
        let core = self.cores.clone().acquire_owned().await.map_err(|_| Problem::busy())?;
        let live = self.live.clone();
        let done = tokio::task::spawn_blocking(move || {
            // Held by the work and not by the asker, who may be gone before it ends.
            let _held = (place, core);
            work(&live, &live.now())
        });
        done.await.unwrap_or_else(|_| Err(Problem::busy()))
    }
}

/// The paths that answer with JSON, and the page.
pub fn router(desk: Desk) -> Router {
    Router::new()
        .route("/", get(show_page))
        .route("/api/openapi.json", get(describe))
        .route("/api/page", get(page_data))
        .route("/api/documents/{document}/text", get(text))
        .route("/api/{question}", get(ask))
        .fallback(async || refuse(Problem::not_found("there is no such path; /api/openapi.json lists them")))
        .method_not_allowed_fallback(async || refuse(Problem::method_not_allowed()))
        .with_state(desk)
}

async fn show_page(State(desk): State<Desk>) -> Response {
    let (bytes, policy) = &*desk.page;
    let mut response = Body::from(bytes.clone()).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
    headers.insert(header::CONTENT_SECURITY_POLICY, policy.clone());
    response
}

async fn describe(headers: HeaderMap) -> Response {
    static DESCRIPTION: LazyLock<Vec<u8>> = LazyLock::new(|| DOCUMENT.to_string().into_bytes());
    json(&headers, env!("CARGO_PKG_VERSION"), async || Ok(DESCRIPTION.clone())).await
}

async fn page_data(State(desk): State<Desk>, headers: HeaderMap) -> Response {
    let version = desk.live.now().version.clone();
    json(&headers, &format!("{version} page"), async || {
        let made = |live: &Live, loaded: &Loaded| live.page(loaded).map(<[u8]>::to_vec);
        let failed = |words: String| crate::error::Error::Check(words.into()).into();
        desk.work(move |live, loaded| made(live, loaded).map_err(failed)).await
    })
    .await
}

async fn text(State(desk): State<Desk>, Path(document): Path<String>, headers: HeaderMap) -> Response {
    let version = desk.live.now().version.clone();
    json(&headers, &format!("{version} text {document}"), async || {
        desk.work(move |live, loaded| {
            let missing = || Problem::not_found(format!("there is no report “{document}”"));
            let row = loaded.graph.document(&document).ok_or_else(missing)?;
            let text = live.text(row).map_err(|error| Problem::not_found(error.to_string()))?;
            serde_json::to_vec(&text).map_err(unwritten)
        })
        .await
    })
    .await
}

async fn ask(
    State(desk): State<Desk>,
    Path(question): Path<String>,
    RawQuery(query): RawQuery,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    let Some((name, described)) = QUESTIONS.get_key_value(question.as_str()) else {
        return refuse(Problem::not_found("there is no such path; /api/openapi.json lists them"));
    };
    let pairs: Vec<(String, String)> = pairs(query.as_deref().unwrap_or_default());
    let asked = match Arguments::of_pairs(described, &pairs) {
        Ok(asked) => asked,
        Err(problem) => return refuse(problem),
    };
    let version = desk.live.now().version.clone();
    json(&headers, &format!("{version} {uri}"), async || {
        desk.work(move |live, loaded| {
            let mut told = answer(live, loaded, name, &asked)?;
            if let Some(offset) = told["next"].as_u64().filter(|_| told.get("limit").is_some()) {
                told["next"] = address(name, &pairs, offset).into();
            }
            serde_json::to_vec(&told).map_err(unwritten)
        })
        .await
    })
    .await
}

/// The address of the page that begins at `offset`.
fn address(question: &str, pairs: &[(String, String)], offset: u64) -> String {
    let mut address = format!("/api/{question}?");
    for (name, text) in pairs.iter().filter(|(name, _)| name != "offset") {
        address += &format!("{}={}&", escaped(name), escaped(text));
    }
    format!("{address}offset={offset}")
}

fn escaped(text: &str) -> String {
    let plain = |byte: &u8| byte.is_ascii_alphanumeric() || b"-._~".contains(byte);
    text.bytes().map(|byte| if plain(&byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect()
}

/// The pairs of a query, `+` and `%` undone; bytes that are no text become U+FFFD.
fn pairs(query: &str) -> Vec<(String, String)> {
    let undone = |text: &str| {
        let bytes = text.as_bytes();
        let mut out = Vec::with_capacity(bytes.len());
        let mut at = 0;
        while at < bytes.len() {
            let hex = (bytes[at] == b'%').then(|| text.get(at + 1..at + 3)).flatten();
            match (bytes[at], hex.and_then(|hex| u8::from_str_radix(hex, 16).ok())) {
                (_, Some(byte)) => {
                    out.push(byte);
                    at += 3;
                    continue;
                }
                (b'+', _) => out.push(b' '),
                (byte, _) => out.push(byte),
            }
            at += 1;
        }
        String::from_utf8_lossy(&out).into_owned()
    };
    let parts = query.split('&').filter(|part| !part.is_empty());
    parts.map(|part| part.split_once('=').unwrap_or((part, ""))).map(|(a, b)| (undone(a), undone(b))).collect()
}

/// Answers with JSON, or with nothing where the asker has it already.
async fn json<F: AsyncFnOnce() -> Result<Vec<u8>, Problem>>(headers: &HeaderMap, sort: &str, make: F) -> Response {
    let digest = Sha256::digest(sort);
    let tag = format!("\"{}\"", digest.iter().take(12).map(|byte| format!("{byte:02x}")).collect::<String>());
    let known = headers.get_all(header::IF_NONE_MATCH).iter().filter_map(|value| value.to_str().ok());
    let mut known = known.flat_map(|value| value.split(',')).map(|one| one.trim().trim_start_matches("W/"));
    let mut response = if known.any(|one| one == tag || one == "*") {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        match make().await {
            Ok(bytes) => ([(header::CONTENT_TYPE, "application/json")], bytes).into_response(),
            Err(problem) => return refuse(problem),
        }
    };
    if let Ok(tag) = HeaderValue::from_str(&tag) {
        response.headers_mut().insert(header::ETAG, tag);
    }
    response
}

/// An answer that says what went wrong.
pub fn refuse(problem: Problem) -> Response {
    let status = StatusCode::from_u16(problem.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let body = serde_json::to_vec(&problem).unwrap_or_default();
    let mut response = (status, [(header::CONTENT_TYPE, "application/problem+json")], body).into_response();
    let headers = response.headers_mut();
    match problem.status {
        405 => _ = headers.insert(header::ALLOW, HeaderValue::from_static("GET, HEAD")),
        401 => _ = headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer")),
        429 | 503 => _ = headers.insert(header::RETRY_AFTER, HeaderValue::from_static("1")),
        _ => {}
    }
    response
}

fn unwritten(error: serde_json::Error) -> Problem {
    crate::error::Error::Check(error.to_string().into()).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn queries_are_undone_and_made() {
        let read = pairs("q=%E4%BA%91+a%2Bb&kind=site&x&%zz=1&b=%FF");
        let expected = [("q", "云 a+b"), ("kind", "site"), ("x", ""), ("%zz", "1"), ("b", "\u{FFFD}")];
        assert_eq!(read, expected.map(|(a, b)| (a.to_string(), b.to_string())));
        let made = address("search", &pairs("q=云 a+b&offset=5"), 50);
        assert_eq!(made, "/api/search?q=%E4%BA%91%20a%20b&offset=50");
    }
}
