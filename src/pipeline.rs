//! The stages on one page: bytes in, record out.

use std::panic::{self, AssertUnwindSafe};

use rayon::prelude::*;
use sha2::{Digest, Sha256};

use crate::error::{Error, Result, said};
use crate::graph::file::Record;
use crate::model::{Document, Fact, Linked, Mention, Outline, Rejection, Relation};
use crate::read::Source;
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

/// What the stages found in one report, and what they decided against.
#[derive(Debug, Clone, PartialEq)]
pub struct Trace {
    /// What was found; the same as without a trace.
    pub found: Extraction,
    /// Names that were looked at and not taken.
    pub rejections: Vec<Rejection>,
    /// How the relations came about.
    pub relations: relate::Trace,
}

/// Reads and restores the bytes of a file named `path`.
///
/// # Errors
/// Those of [`read::decode`].
pub fn open(path: &str, bytes: &[u8]) -> Result<Document> {
    let sha256 = sha256(bytes);
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

/// The SHA-256 of bytes, in hexadecimal digits: what tells contents of reports apart.
pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Runs all stages on a restored text.
pub fn extract(document: Document) -> Extraction {
    let outline = outline::outline(&document.text);
    with_outline(document, outline)
}

/// Runs all stages on a restored text if it is a report, or by `force` whatever it is.
///
/// # Errors
/// [`Error::NoReport`] where it is none.
pub fn extract_report(document: Document, force: bool) -> Result<Extraction> {
    let outline = outline::outline(&document.text);
    match outline::foreign(&document.text, &outline).filter(|_| !force) {
        Some(reason) => Err(Error::NoReport { path: document.path, reason }),
        None => Ok(with_outline(document, outline)),
    }
}

fn with_outline(document: Document, outline: Outline) -> Extraction {
    let mentions = extract::extract(&document.text, &outline);
    let linked = link::link(&document.text, &outline, &mentions);
    let (relations, facts) = relate::relate(&document.text, &outline, &linked);
    Extraction { document, outline, mentions, linked, relations, facts }
}

/// Runs all stages on a restored report and takes down what they decide.
pub fn trace(document: Document) -> Trace {
    let found = extract(document);
    let text = &found.document.text;
    let (_, rejections) = extract::trace(text, &found.outline);
    let relations = relate::trace(text, &found.outline, &found.linked);
    Trace { found, rejections, relations }
}

/// Runs the last stages on a restored report whose annotated entities are taken as found:
/// what relations and facts are worth when nothing before them fails.
pub fn with_gold(document: Document, gold: &eval::Gold) -> Extraction {
    let outline = outline::outline(&document.text);
    let linked = eval::oracle(&document.text, gold, outline.region.as_deref());
    let (relations, facts) = relate::relate(&document.text, &outline, &linked);
    Extraction { document, outline, mentions: Vec::new(), linked, relations, facts }
}

impl Extraction {
    /// The record of this report. With `quotes` every evidence carries its words.
    pub fn record(&self, quotes: bool) -> Record {
        graph::record(&self.document, &self.outline, &self.linked, &self.relations, &self.facts, quotes)
    }

    /// The same with the confidences that rules rank by, and without quotes.
    pub fn ranked_record(&self) -> Record {
        graph::ranked_record(&self.document, &self.outline, &self.linked, &self.relations, &self.facts)
    }
}

/// Reads many reports, some at a time on `threads` threads (0: all cores), and hands their
/// records to `take` in the order of the sources. With `quotes` every evidence carries its words. What
/// is no report gives an error, unless `force` takes it.
///
/// # Errors
/// Those of [`each`].
pub fn records(
    sources: &[Source],
    threads: usize,
    quotes: bool,
    force: bool,
    mut take: impl FnMut(Result<Record>) -> Result<()>,
) -> Result<()> {
    let record =
        |source: &Source| Ok(extract_report(open(&source.name(), &read::load(source)?)?, force)?.record(quotes));
    each(sources, threads, |source| source.name(), record, |_, record| take(record))
}

/// The same for reports that come one by one and need not be held together: each item of `reports` is a name and
/// the bytes, or why there are none. `take` also gets the name.
///
/// # Errors
/// Those of [`each`].
pub fn stream(
    reports: impl Iterator<Item = (String, Result<Vec<u8>>)>,
    threads: usize,
    quotes: bool,
    force: bool,
    take: impl FnMut(&str, Result<Record>) -> Result<()>,
) -> Result<()> {
    let record =
        |(name, bytes): (String, Result<Vec<u8>>)| Ok(extract_report(open(&name, &bytes?)?, force)?.record(quotes));
    each(reports, threads, |(name, _)| name.clone(), record, take)
}

/// Does `work` on many things as they come, some at a time on `threads` threads (0: all cores), and hands
/// what comes of each to `take` in the order of the things, with the name of the thing, so that nothing depends on
/// the number of threads. Only a few things and results are held at a time.
///
/// A thing on which the program fails gives an error that calls it by its `name`, and the next ones are done.
///
/// # Errors
/// What `take` returns ends the run; and when no threads can be had.
pub fn each<S: Send, T: Send>(
    things: impl IntoIterator<Item = S>,
    threads: usize,
    name: impl Fn(&S) -> String + Sync,
    work: impl Fn(S) -> Result<T> + Sync,
    mut take: impl FnMut(&str, Result<T>) -> Result<()>,
) -> Result<()> {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().map_err(|error| {
        Error::Check(said!("cannot start threads: {error}; try --threads 1", "线程开不起来：{error}；请试 --threads 1"))
    })?;
    let mut things = things.into_iter();
    loop {
        let some: Vec<S> = things.by_ref().take(CHUNK_PER_THREAD * pool.current_num_threads()).collect();
        if some.is_empty() {
            return Ok(());
        }
        let one = |thing: S| {
            let name = name(&thing);
            let done = guarded(&name, || work(thing));
            (name, done)
        };
        let done: Vec<(String, Result<T>)> = pool.install(|| some.into_par_iter().map(one).collect());
        done.into_iter().try_for_each(|(name, done)| take(&name, done))?;
    }
}

/// Enough to keep a thread busy while another has a long report, few enough to hold.
const CHUNK_PER_THREAD: usize = 16;

fn guarded<T>(name: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    panic::catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|_| {
        Err(Error::Input {
            path: name.to_string(),
            reason: said!("the program failed on this report", "程序在这份报告上出了毛病"),
            hint: said!("please send the file to the program's makers", "请把这个文件交给程序的作者"),
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_of_the_program_is_the_report_s_alone() {
        let result: Result<()> = guarded("云溪.txt", || panic!("a mistake of ours"));
        assert!(result.is_err_and(|error| error.to_string().starts_with("云溪.txt: ")));
    }
}
