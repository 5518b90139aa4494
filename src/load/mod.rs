//! Graphs loaded into databases: again and again with the same result, cut off and taken up.

mod address;
#[cfg(feature = "load")]
mod bolt;
mod bulk;
#[cfg(feature = "load")]
mod failure;
#[cfg(feature = "load")]
mod falkor;
#[cfg(feature = "load")]
mod fate;
#[cfg(feature = "load")]
mod packstream;
#[cfg(feature = "load")]
mod session;
#[cfg(feature = "load")]
mod sparql;
#[cfg(feature = "load")]
mod sync;
mod tally;
#[cfg(feature = "load")]
mod value;
#[cfg(feature = "load")]
mod wire;

pub use address::{Address, Server};
pub use bulk::{Bulk, write_bulk};
pub use tally::{Summary, Tally};

use std::fmt;

use crate::error::{Error, Result, Said, said};
use crate::export::RdfVersion;
use crate::graph::KnowledgeGraph;
use crate::ontology::Language;

/// Who loads. Neither is ever printed.
#[derive(Clone, Default)]
pub struct Credentials {
    /// Name of the user.
    pub user: Option<String>,
    /// The password.
    pub password: Option<String>,
}

impl fmt::Debug for Credentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Credentials")
    }
}

/// How a graph is loaded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// Name of the graph among the graphs in the database. Nodes that several sources hold
    /// have the properties of what was loaded last.
    pub source: String,
    /// Whether what this source held and the graph does not is removed.
    pub prune: bool,
    /// Whether sentences are loaded.
    pub quotes: bool,
    /// Language of labels, edge types and RDF names.
    pub language: Language,
    /// Version of RDF, for stores of triples.
    pub rdf: RdfVersion,
    /// Rows of a batch.
    pub batch: usize,
    /// How often a request is made again when the server is busy or gone.
    pub retries: usize,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            source: "tuzhi".into(),
            prune: false,
            quotes: true,
            language: Language::En,
            rdf: RdfVersion::V1_2,
            batch: 1_000,
            retries: 8,
        }
    }
}

/// What happens on the way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// So much of all is loaded, or was found there.
    Progress {
        /// Nodes and edges that are done.
        done: usize,
        /// All of them.
        total: usize,
    },
    /// A request failed and is made again after a while.
    Again {
        /// What the server, or the system, said.
        reason: Said,
        /// Which repetition it is.
        tries: usize,
        /// How many there are at most.
        limit: usize,
    },
}

/// Brings a server to what the graph holds. Loaded again, nothing changes; cut off, the next
/// load sends what is missing.
///
/// # Errors
/// [`Error::Load`] with the address and what to do: wrong user or password,
/// unknown host or database, a server that does not come back; [`Error::Check`]
/// for a database that holds a graph in another language, and without the feature `load`.
#[cfg(feature = "load")]
pub fn load(
    graph: &KnowledgeGraph,
    address: &Address,
    credentials: &Credentials,
    options: &Options,
    tell: &mut dyn FnMut(Event),
) -> Result<Summary> {
    use session::Session;
    let limit = options.retries;
    match address {
        Address::Bolt(server) => {
            sync::Sync::<bolt::Bolt>::new(Session::open(server, credentials, limit, tell)?, graph, options).run()
        }
        Address::Falkor(server) => {
            sync::Sync::<falkor::Falkor>::new(Session::open(server, credentials, limit, tell)?, graph, options).run()
        }
        Address::Sparql(server) => sparql::sync(Session::open(server, credentials, limit, tell)?, graph, options),
        Address::Ladybug(_) | Address::Neo4jAdmin(_) => Err(Error::Check(said!(
            "{address} is a folder of files, which write_bulk writes",
            "{address} 是文件夹，由 write_bulk 来写"
        ))),
    }
}

/// Without the feature `load` no server can be reached.
///
/// # Errors
/// [`Error::Check`], always.
#[cfg(not(feature = "load"))]
pub fn load(
    _: &KnowledgeGraph,
    address: &Address,
    _: &Credentials,
    _: &Options,
    _: &mut dyn FnMut(Event),
) -> Result<Summary> {
    Err(Error::Check(said!(
        "{address}: this tuzhi was built without the feature load; cargo install tuzhi --features load builds it with it",
        "{address}：这个 tuzhi 编译时没有带 load 功能；cargo install tuzhi --features load 会带上"
    )))
}
