//! The server: the page over live data, questions over HTTP, and the same for agents by MCP.
//!
//! [`spec`] describes the questions once: requests are read by it, and tools are made of it.
//! `guard.rs` stands before all paths. Only the graph and the reports that it names are ever read.

pub mod arguments;
mod guard;
mod http;
mod live;
mod mcp;
mod passage;
mod problem;
mod questions;
pub mod spec;

use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use rmcp::ServiceExt;
use rmcp::transport::streamable_http_server::session::never::NeverSessionManager;
use rmcp::transport::streamable_http_server::{StreamableHttpServerConfig, StreamableHttpService};
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;

pub use live::{Live, ReadGraph, ReadReport};
pub use problem::Problem;

use guard::Guard;
use http::Desk;
use mcp::Agents;

use crate::error::{Error, Result, said};
use crate::ontology::Language;

/// Longest request that is read, bytes.
const LARGEST: usize = 1 << 20;

/// How long requests may go on once the server is to stop.
const FAREWELL: Duration = Duration::from_secs(5);

/// Where the server listens, and whom it lets in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// Address and port; port 0 for any that is free.
    pub address: SocketAddr,
    /// What askers must know; needed where others than this machine reach the address.
    pub token: Option<String>,
    /// Further names that the server goes by.
    pub hosts: Vec<String>,
    /// Requests a second that one address may send on average; none for any number.
    pub rate: Option<u32>,
    /// The language of the page at first.
    pub language: Language,
}

/// Serves a graph until the process is told to stop (SIGINT, SIGTERM). Once it listens, `ready`
/// gets the address.
///
/// # Errors
/// [`Error::Check`] where the address is not this machine's own and no token is given, and where it
/// cannot be had.
pub fn serve(live: Live, settings: &Settings, ready: impl FnOnce(SocketAddr)) -> Result<()> {
    if !settings.address.ip().is_loopback() && settings.token.is_none() {
        let address = settings.address;
        return Err(Error::Check(said!(
            "{address} can be reached by others; give a token with --token or TUZHI_TOKEN, or listen on 127.0.0.1",
            "{address} 可以被其他机器访问；请用 --token 或 TUZHI_TOKEN 设定令牌，或改为监听 127.0.0.1"
        )));
    }
    let desk = Desk::new(Arc::new(live), settings.language)?;
    runtime()?.block_on(listen(desk, settings, ready))
}

async fn listen(desk: Desk, settings: &Settings, ready: impl FnOnce(SocketAddr)) -> Result<()> {
    let taken = |source: std::io::Error| Error::io(settings.address.to_string(), source);
    let listener = TcpListener::bind(settings.address).await.map_err(taken)?;
    let address = listener.local_addr().map_err(taken)?;
    let ending = CancellationToken::new();
    // Agents keep no session: every request says all it needs. Names are the guard's business.
    let config = StreamableHttpServerConfig::default()
        .with_legacy_session_mode(false)
        .with_json_response(true)
        .with_allowed_hosts(Vec::<String>::new())
        .with_max_request_body_bytes(LARGEST)
        .with_cancellation_token(ending.child_token());
    let agents = Agents::new(desk.clone());
    let agents =
        StreamableHttpService::new(move || Ok(agents.clone()), Arc::new(NeverSessionManager::default()), config);
    let guard = Guard::new(names(address.ip(), &settings.hosts), settings.token.as_deref(), settings.rate);
    let app = http::router(desk)
        .route_service("/mcp", agents)
        .layer(axum::middleware::from_fn_with_state(Arc::new(guard), guard::guard))
        .into_make_service_with_connect_info::<SocketAddr>();
    ready(address);
    let told = ending.clone();
    let server = axum::serve(listener, app).with_graceful_shutdown(async move { told.cancelled().await });
    let served = tokio::spawn(server.into_future());
    asked_to_stop().await;
    ending.cancel();
    // What is not done by then is dropped.
    let _ = tokio::time::timeout(FAREWELL, served).await;
    Ok(())
}

/// Answers one agent over standard input and output, until it is gone.
///
/// # Errors
/// [`Error::Check`] where it speaks something else.
pub fn speak(live: Live, language: Language) -> Result<()> {
    let desk = Desk::new(Arc::new(live), language)?;
    let failed = |words: String| Error::Check(said!("the agent could not be answered: {words}", "无法应答：{words}"));
    runtime()?.block_on(async {
        let agent = Agents::new(desk).serve(rmcp::transport::io::stdio()).await;
        let agent = agent.map_err(|error| failed(error.to_string()))?;
        agent.waiting().await.map_err(|error| failed(error.to_string()))?;
        Ok(())
    })
}

fn runtime() -> Result<tokio::runtime::Runtime> {
    let mut builder = tokio::runtime::Builder::new_multi_thread();
    builder
        .enable_all()
        .build()
        .map_err(|error| Error::Check(said!("cannot start threads: {error}", "无法启动线程：{error}")))
}

/// The names that a server on this address goes by.
fn names(address: IpAddr, further: &[String]) -> Vec<String> {
    let own = match address {
        IpAddr::V4(address) => address.to_string(),
        IpAddr::V6(address) => format!("[{address}]"),
    };
    let mut names = vec![own];
    if address.is_loopback() {
        names.extend(["localhost", "127.0.0.1", "[::1]"].map(String::from));
    }
    names.extend(further.iter().cloned());
    names
}

async fn asked_to_stop() {
    let interrupted = async { _ = tokio::signal::ctrl_c().await };
    #[cfg(unix)]
    let ended = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut signal) => _ = signal.recv().await,
            Err(_) => std::future::pending().await,
        }
    };
    #[cfg(not(unix))]
    let ended = std::future::pending::<()>();
    tokio::select! {
        () = interrupted => {}
        () = ended => {}
    }
}
