//! What every request passes: names the server goes by, token, rate, size, time; and the headers of
//! every answer.

use std::collections::BTreeMap;
use std::net::{IpAddr, SocketAddr};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use axum::body::Body;
use axum::extract::{ConnectInfo, Request, State};
use axum::http::{HeaderMap, HeaderValue, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use sha2::{Digest, Sha256};

use super::http::refuse;
use super::problem::Problem;

/// Longest address that is read, bytes.
const LONGEST: usize = 8000;

/// Longest time that an answer may take.
const PATIENCE: Duration = Duration::from_secs(20);

/// Askers whose rates are kept at a time.
const ASKERS: usize = 10_000;

/// Who may ask, and how often.
pub struct Guard {
    /// Names that the server goes by, in lower case, without port.
    hosts: Vec<String>,
    /// Digest of the token.
    token: Option<[u8; 32]>,
    /// Requests a second that one address may send on average; none for any number.
    rate: Option<u32>,
    purses: Mutex<BTreeMap<IpAddr, (f64, Instant)>>,
}

impl Guard {
    /// A guard that lets requests to these names through, with this token.
    pub fn new(hosts: Vec<String>, token: Option<&str>, rate: Option<u32>) -> Self {
        let token = token.map(|token| Sha256::digest(token).into());
        Self { hosts, token, rate, purses: Mutex::new(BTreeMap::new()) }
    }

    fn check(&self, asker: IpAddr, request: &Request) -> Result<(), Problem> {
        let headers = request.headers();
        if !self.goes_by(host_of(request)) {
            return Err(Problem::misdirected());
        }
        // A page of another site may make a browser ask; it says so.
        if let Some(origin) = headers.get(header::ORIGIN) {
            let host = origin.to_str().ok().and_then(|origin| origin.split_once("://")).map(|(_, host)| host);
            if !self.goes_by(host) {
                return Err(Problem::forbidden());
            }
        }
        if request.uri().to_string().len() > LONGEST {
            return Err(Problem::too_long());
        }
        if !self.pays(asker) {
            return Err(Problem::too_many());
        }
        // The page itself holds nothing of the graph: it asks for the token.
        if request.uri().path() != "/" && !self.knows(headers) {
            return Err(Problem::unauthorized());
        }
        Ok(())
    }

    fn goes_by(&self, host: Option<&str>) -> bool {
        let Some(host) = host else { return false };
        let bare = match host.rfind(':') {
            Some(at) if !host.ends_with(']') => &host[..at],
            _ => host,
        };
        self.hosts.iter().any(|name| name.eq_ignore_ascii_case(bare))
    }

    fn knows(&self, headers: &HeaderMap) -> bool {
        let Some(token) = &self.token else { return true };
        let given = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
        let given: [u8; 32] = match given.and_then(|value| value.split_once(' ')) {
            Some((scheme, given)) if scheme.eq_ignore_ascii_case("bearer") => Sha256::digest(given).into(),
            _ => return false,
        };
        // All bytes are looked at, so that the time tells nothing.
        given.iter().zip(token).fold(0, |all, (a, b)| all | (a ^ b)) == 0
    }

    /// Whether an asker has a request left: a purse that fills steadily and holds two seconds' worth.
    fn pays(&self, asker: IpAddr) -> bool {
        let Some(rate) = self.rate.map(f64::from) else { return true };
        let now = Instant::now();
        let mut purses = self.purses.lock().unwrap_or_else(PoisonError::into_inner);
        if purses.len() > ASKERS {
            purses.retain(|_, (_, last)| now.duration_since(*last) < Duration::from_secs(2));
        }
        let (left, last) = purses.entry(asker).or_insert((2.0 * rate, now));
        *left = (*left + rate * now.duration_since(*last).as_secs_f64()).min(2.0 * rate);
        *last = now;
        let pays = *left >= 1.0;
        if pays {
            *left -= 1.0;
        }
        pays
    }
}

fn host_of(request: &Request) -> Option<&str> {
    let header = request.headers().get(header::HOST).and_then(|host| host.to_str().ok());
    header.or_else(|| request.uri().authority().map(|authority| authority.as_str()))
}

/// Lets a request through or refuses it, and puts the headers of safety on the answer.
pub async fn guard(
    State(guard): State<Arc<Guard>>,
    ConnectInfo(asker): ConnectInfo<SocketAddr>,
    request: Request<Body>,
    next: Next,
) -> Response {
    let mut response = match guard.check(asker.ip(), &request) {
        Ok(()) => match tokio::time::timeout(PATIENCE, next.run(request)).await {
            Ok(response) => response,
            Err(_) => refuse(Problem::timed_out()),
        },
        Err(problem) => refuse(problem),
    }
    .into_response();
    let headers = response.headers_mut();
    let mut put = |name: &'static str, value: &'static str| {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    };
    put("x-content-type-options", "nosniff");
    put("x-frame-options", "DENY");
    put("referrer-policy", "no-referrer");
    put("cross-origin-resource-policy", "same-origin");
    put("cross-origin-opener-policy", "same-origin");
    put("content-security-policy", "default-src 'none'; frame-ancestors 'none'");
    put("cache-control", "no-cache");
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_purse_holds_two_seconds_worth() {
        let guard = Guard::new(Vec::new(), None, Some(5));
        let asker = IpAddr::from([127, 0, 0, 1]);
        let paid = (0..50).filter(|_| guard.pays(asker)).count();
        assert!((10..15).contains(&paid), "{paid}");
        assert!(guard.pays(IpAddr::from([127, 0, 0, 2])));
    }

    #[test]
    fn names_are_told_with_and_without_port() {
        let guard = Guard::new(vec!["localhost".into(), "[::1]".into(), "127.0.0.1".into()], None, None);
        for host in ["localhost", "LOCALHOST:80", "127.0.0.1:7878", "[::1]", "[::1]:7878"] {
            assert!(guard.goes_by(Some(host)), "{host}");
        }
        for host in ["evil.example", "localhost.evil.example:80", "127.0.0.1.evil.example", ""] {
            assert!(!guard.goes_by(Some(host)), "{host}");
        }
        assert!(!guard.goes_by(None));
    }
}
