//! The graph that is served: read from its file, and read again when the file has changed.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, OnceLock, RwLock};
use std::time::{Duration, Instant, SystemTime};

use sha2::{Digest, Sha256};

use crate::error::Result;
use crate::graph::Snapshot;
use crate::graph::file::DocumentRow;
use crate::ontology::Language;
use crate::page::{self, ReportText};

/// How often the file is looked at.
const LOOK: Duration = Duration::from_secs(2);

/// Reads the graph.
pub type ReadGraph = Box<dyn Fn() -> Result<Snapshot> + Send + Sync>;

/// Reads the file of one of its reports.
pub type ReadReport = Box<dyn Fn(&DocumentRow) -> Result<Vec<u8>> + Send + Sync>;

/// A graph and what was made of it.
pub struct Loaded {
    /// The graph.
    pub graph: Snapshot,
    /// Sixteen hexadecimal digits that change when the graph's file does.
    pub version: String,
    page: OnceLock<std::result::Result<Vec<u8>, String>>,
}

/// The graph as it stands in its file now.
pub struct Live {
    path: PathBuf,
    read_graph: ReadGraph,
    read_report: ReadReport,
    language: Language,
    now: RwLock<Arc<Loaded>>,
    seen: Mutex<Seen>,
}

/// When the file was looked at last, and what it was then.
struct Seen {
    at: Instant,
    stamp: Option<(SystemTime, u64)>,
}

impl Live {
    /// Reads the graph in the file `path` by way of `read_graph`, and its reports, when they are asked
    /// for, by way of `read_report`. The page speaks `language` at first.
    ///
    /// # Errors
    /// Those of `read_graph`.
    pub fn open(path: PathBuf, read_graph: ReadGraph, read_report: ReadReport, language: Language) -> Result<Self> {
        let stamp = stamp(&path);
        let now = RwLock::new(Arc::new(Loaded::new(read_graph()?, stamp)));
        let seen = Mutex::new(Seen { at: Instant::now(), stamp });
        Ok(Self { path, read_graph, read_report, language, now, seen })
    }

    /// The graph now. Where its file has changed it is read again; where it then cannot be read, the
    /// graph stays what it was.
    pub fn now(&self) -> Arc<Loaded> {
        if let Ok(mut seen) = self.seen.try_lock()
            && seen.at.elapsed() >= LOOK
        {
            seen.at = Instant::now();
            let stamp = stamp(&self.path);
            if stamp.is_some() && stamp != seen.stamp {
                seen.stamp = stamp;
                if let Ok(graph) = (self.read_graph)() {
                    *self.now.write().unwrap_or_else(std::sync::PoisonError::into_inner) =
                        Arc::new(Loaded::new(graph, stamp));
                }
            }
        }
        self.now.read().unwrap_or_else(std::sync::PoisonError::into_inner).clone()
    }

    /// The text of a report of the graph, if its file can be read and is the one the graph was made of.
    ///
    /// # Errors
    /// Those of [`page::text`].
    pub fn text(&self, row: &DocumentRow) -> Result<ReportText> {
        page::text(row, &self.read_report)
    }

    /// What the page shows, as JSON.
    ///
    /// # Errors
    /// What is wrong with the graph's file, in words.
    pub fn page<'l>(&self, loaded: &'l Loaded) -> std::result::Result<&'l [u8], String> {
        let made = loaded.page.get_or_init(|| {
            let graph = loaded.graph.to_graph().map_err(|error| error.to_string())?;
            // Whether a report can be read is found out when it is asked for.
            let texts = loaded.graph.documents().iter().map(|row| row.id.as_str());
            serde_json::to_vec(&page::content(&graph, self.language, texts)).map_err(|error| error.to_string())
        });
        made.as_deref().map_err(Clone::clone)
    }
}

impl Loaded {
    fn new(graph: Snapshot, stamp: Option<(SystemTime, u64)>) -> Self {
        let mut digest = Sha256::new();
        digest.update(format!("{stamp:?} {} {} ", graph.node_count(), graph.edge_count()));
        graph.documents().iter().for_each(|row| digest.update(&row.sha256));
        let version = digest.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect();
        Self { graph, version, page: OnceLock::new() }
    }
}

fn stamp(path: &std::path::Path) -> Option<(SystemTime, u64)> {
    let told = std::fs::metadata(path).ok()?;
    Some((told.modified().ok()?, told.len()))
}
