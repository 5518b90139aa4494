//! What can be typed for the server.

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::Args;
use clap::builder::NonEmptyStringValueParser;

/// Options of `serve`.
#[derive(Debug, Args)]
pub struct Serve {
    /// A graph file; when it changes, what is served changes
    pub graph: PathBuf,
    /// Where to listen; others than this machine need a token
    #[arg(long = "addr", value_name = "ADDRESS:PORT", default_value = "127.0.0.1:7878")]
    pub address: SocketAddr,
    /// What askers must know; better in TUZHI_TOKEN, since others see what is typed
    #[arg(long, value_name = "TOKEN", value_parser = NonEmptyStringValueParser::new())]
    pub token: Option<String>,
    /// Another name that the server goes by, for requests through a proxy; may be given again
    #[arg(long = "host", value_name = "NAME")]
    pub hosts: Vec<String>,
    /// Requests a second that one address may send on average; 0 for any number
    #[arg(long, value_name = "N", default_value_t = 100)]
    pub rate: u32,
    /// Folder that the graph's relative paths start from; the current one when not given
    #[arg(long, value_name = "DIR")]
    pub root: Option<PathBuf>,
}

/// Options of `mcp`.
#[derive(Debug, Args)]
pub struct Mcp {
    /// A graph file; when it changes, what is told changes
    pub graph: PathBuf,
    /// Folder that the graph's relative paths start from; the current one when not given
    #[arg(long, value_name = "DIR")]
    pub root: Option<PathBuf>,
}
