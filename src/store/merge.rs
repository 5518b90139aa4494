//! The graph of all documents.

use crate::error::Result;
use crate::graph::file::Record;
use crate::graph::{KnowledgeGraph, Merge};
use crate::pipeline;

use super::{Store, document, failure};

impl Store {
    /// The graph of all documents as it stands at one moment: the one that they give when they are read at once.
    /// It is held as a whole, and besides it only some records at a time. Without `quotes` no evidence carries
    /// its words. Records are opened on `threads` threads (0: all cores).
    ///
    /// # Errors
    /// A record that is damaged, and what goes wrong in the store.
    pub fn graph(&self, quotes: bool, threads: usize) -> Result<KnowledgeGraph> {
        let mut merge = Merge::default();
        self.records(threads, |record| merge.add(record))?;
        let mut graph = merge.finish();
        if !quotes {
            graph.drop_quotes();
        }
        Ok(graph)
    }

    /// Hands every record to `take`. Contents that several documents have come once, under the smallest of
    /// their paths.
    fn records(&self, threads: usize, mut take: impl FnMut(Record)) -> Result<()> {
        let mut connection = self.lock();
        let told = |error| failure::told(&self.path, error);
        // One transaction is one moment, whatever others write meanwhile.
        let transaction = connection.transaction().map_err(told)?;
        let mut query = transaction
            .prepare(
                "SELECT min(path), body FROM record JOIN document ON record.id = document.record GROUP BY record.id",
            )
            .map_err(told)?;
        let mut rows = query.query([]).map_err(told)?;
        let bodies = std::iter::from_fn(|| {
            let row = rows.next().transpose()?;
            Some(row.and_then(|row| Ok((row.get::<_, String>(0)?, row.get::<_, Vec<u8>>(1)?))).map_err(told))
        });
        let name = |read: &Result<(String, Vec<u8>)>| read.as_ref().map_or(String::new(), |(path, _)| path.clone());
        let open = |read: Result<(String, Vec<u8>)>| {
            let (path, body) = read?;
            document::record(&body, &path, &self.path)
        };
        pipeline::each(bodies, threads, name, open, |_, record| {
            take(record?);
            Ok(())
        })
    }
}
