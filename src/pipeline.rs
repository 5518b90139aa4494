//! The stages on one page: bytes in, record out.

use std::panic::{self, AssertUnwindSafe};

use rayon::prelude::*;
use sha2::{Digest, Sha256};

use crate::error::{Error, Result};
use crate::graph::file::Record;
use crate::model::{Document, Fact, Linked, Mention, Outline, Relation};
use crate::{eval, extract, graph, link, outline, read, relate, restore};

/// Everything that the stages found in one report.
#[derive(Debug, Clone, PartialEq)]
pub struct Extraction {
    /// The report.
    pub document: Document,
    /// Its frame.
    pub outline: Outline,
    /// What its words name.
    pub mentions: Vec<Mention>,
    /// The entities.
    pub linked: Linked,
    /// What is said between them.
    pub relations: Vec<Relation>,
    /// What is said of each.
    pub facts: Vec<Fact>,
}

/// Reads and restores the bytes of a file named `path`.
///
/// # Errors
/// Those of [`read::decode`].
pub fn open(path: &str, bytes: &[u8]) -> Result<Document> {
    let sha256: String = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    let decoded = read::decode(path, bytes)?;
    let encoding = decoded.encoding.clone();
    let restored = restore::restore(decoded);
    Ok(Document {
        id: sha256[..16].to_string(),
        path: path.to_string(),
        sha256,
        encoding,
        text: restored.text,
        map: restored.map,
        repairs: restored.repairs,
        notices: restored.notices,
    })
}

/// Runs all stages on a restored report.
pub fn extract(document: Document) -> Extraction {
    let outline = outline::outline(&document.text);
    let mentions = extract::extract(&document.text, &outline);
    let linked = link::link(&document.text, &outline, &mentions);
    let relations = relate::relations(&document.text, &outline, &linked);
    let facts = relate::facts(&document.text, &outline, &linked);
    Extraction { document, outline, mentions, linked, relations, facts }
}

/// Runs the last stages on a restored report whose annotated entities are taken as found:
/// what relations and facts are worth when nothing before them fails.
pub fn with_gold(document: Document, gold: &eval::Gold) -> Extraction {
    let outline = outline::outline(&document.text);
    let linked = eval::oracle(&document.text, gold, outline.region.as_deref());
    let relations = relate::relations(&document.text, &outline, &linked);
    let facts = relate::facts(&document.text, &outline, &linked);
    Extraction { document, outline, mentions: Vec::new(), linked, relations, facts }
}

impl Extraction {
    /// The record of this report. With `quotes` every evidence carries its words.
    pub fn record(&self, quotes: bool) -> Record {
        graph::record(&self.document, &self.outline, &self.linked, &self.relations, &self.facts, quotes)
    }
}

/// From the bytes of a file named `path` to its record.
///
/// # Errors
/// Those of [`open`].
pub fn record(path: &str, bytes: &[u8], quotes: bool) -> Result<Record> {
    Ok(extract(open(path, bytes)?).record(quotes))
}

/// Does `work` on many inputs, some at a time on `threads` threads (0: all cores), and
/// hands the results to `take` in the order of the inputs, so that nothing depends on
/// the number of threads. Only a few results are held at a time.
///
/// An input whose work panics gives an error like any other, and the next ones are done.
///
/// # Errors
/// What `take` returns ends the run; and when no threads can be had.
pub fn each<I: Sync, T: Send>(
    inputs: &[I],
    threads: usize,
    work: impl Fn(&I) -> Result<T> + Sync,
    mut take: impl FnMut(&I, Result<T>) -> Result<()>,
) -> Result<()> {
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(threads)
        .build()
        .map_err(|error| Error::Check(format!("cannot start threads: {error}; try --threads 1")))?;
    for some in inputs.chunks(CHUNK_PER_THREAD * pool.current_num_threads()) {
        let results: Vec<Result<T>> = pool.install(|| some.par_iter().map(|input| guarded(|| work(input))).collect());
        for (input, result) in some.iter().zip(results) {
            take(input, result)?;
        }
    }
    Ok(())
}

/// Enough to keep a thread busy while another has a long report, few enough to hold.
const CHUNK_PER_THREAD: usize = 16;

fn guarded<T>(work: impl FnOnce() -> Result<T>) -> Result<T> {
    panic::catch_unwind(AssertUnwindSafe(work))
        .unwrap_or_else(|_| Err(Error::Check("a report made the program fail; please send it to its makers".into())))
}
