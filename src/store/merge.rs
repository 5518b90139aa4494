//! The graph of all documents.

use crate::error::Result;
use crate::graph::file::Record;
use crate::graph::{KnowledgeGraph, Merge};
use crate::pipeline;

use super::{Store, document, failure};

/// Records read from the file at a time: enough for all cores, few enough to hold.
const BATCH: usize = 256;

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
        loop {
            let mut batch: Vec<(String, Vec<u8>)> = Vec::with_capacity(BATCH);
            while batch.len() < BATCH
                && let Some(row) = rows.next().map_err(told)?
            {
                let of_row = |row: &rusqlite::Row<'_>| Ok((row.get(0)?, row.get(1)?));
                batch.push(of_row(row).map_err(told)?);
            }
            if batch.is_empty() {
                return Ok(());
            }
            let open = |(path, body): &(String, Vec<u8>)| document::record(body, path, &self.path);
            pipeline::each(
                &batch,
                threads,
                |(path, _)| path.clone(),
                open,
                |record: Result<Record>| {
                    take(record?);
                    Ok(())
                },
            )?;
        }
    }
}
