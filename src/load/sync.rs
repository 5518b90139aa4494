//! Brings a property-graph database to what a graph holds.
//!
//! Each node and edge carries the digest of its row and the list of the sources that hold it.
//! What is there with the same digest is left; only the rest is sent, in batches that merge by
//! id. So a second load changes nothing, and after a lost connection only what is missing is
//! sent. When a connection was lost on the way, everything is compared once more: a server
//! may have come back without what it had not yet written.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use sha2::{Digest, Sha256};

use super::failure::Answer;
use super::fate::{Fate, Fates};
use super::session::{Connect, Session};
use super::tally::Summary;
use super::value::{Given, Reply, Row};
use super::{Event, Options};
use crate::error::{Error, Result, said};
use crate::export::cypher::{self, quoted};
use crate::export::labels::Labels;
use crate::export::property::{Cell, Column};
use crate::export::shape::{self, Class, Edges, Nodes};
use crate::graph::KnowledgeGraph;
use crate::ontology::Language;

/// How often everything is compared anew after lost connections.
const ROUNDS: usize = 20;

/// A database that takes Cypher.
pub(super) trait Store: Connect {
    /// Makes constraints and indexes that are not there.
    fn prepare(&mut self, labels: Labels) -> Answer<()>;

    /// An id as this engine's keys can hold it: the same, or where they cannot, another that
    /// stands for it alone.
    fn key(id: &str) -> Cow<'_, str> {
        if id.contains('\0') { Cow::Owned(id.replace('\0', "\u{FFFD}")) } else { Cow::Borrowed(id) }
    }

    /// Runs a statement in a transaction of its own.
    fn run(&mut self, statement: &str, parameters: &[(&'static str, Given<'_>)]) -> Answer<Vec<Row>>;
}

/// Appended to what merges a row, which ends in `SET`.
fn marks(of: char) -> String {
    format!(
        ", {of}.digest = row.digest, {of}.sources = CASE WHEN {of}.sources IS NULL THEN [$source] \
         WHEN $source IN {of}.sources THEN {of}.sources ELSE {of}.sources + $source END RETURN count({of})"
    )
}

pub(super) struct Sync<'s, 'g, S> {
    session: Session<'s, S>,
    options: &'s Options,
    labels: Labels,
    nodes: Vec<Nodes<'g>>,
    edges: Vec<Edges<'g>>,
    /// How often the connection was lost before this round.
    began: usize,
    /// Whether rows were sent whose ends were not there.
    incomplete: bool,
}

impl<'s, 'g, S: Store> Sync<'s, 'g, S> {
    pub(super) fn new(session: Session<'s, S>, graph: &'g KnowledgeGraph, options: &'s Options) -> Self {
        let labels = Labels::new(options.language);
        let (nodes, edges) = (shape::nodes(graph, labels), shape::edges(graph, labels));
        Self { session, options, labels, nodes, edges, began: 0, incomplete: false }
    }

    pub(super) fn run(mut self) -> Result<Summary> {
        let (nodes, edges) = (std::mem::take(&mut self.nodes), std::mem::take(&mut self.edges));
        let mut fates = (Fates::default(), Fates::default());
        for round in 1.. {
            let lost = self.session.lost;
            self.incomplete = false;
            self.began = lost;
            self.round(&nodes, &edges, &mut fates)?;
            if lost == self.session.lost && !self.incomplete {
                break;
            }
            if round == ROUNDS {
                return Err(Error::Check(said!(
                    "the server loses what it was given; see its log, and run the same command again",
                    "服务器丢了收到的东西；请看它的日志，再运行同样的命令"
                )));
            }
        }
        let mut summary = Summary { nodes: fates.0.tally(), edges: fates.1.tally(), lost: self.session.lost };
        if self.options.prune {
            (summary.edges.removed, summary.nodes.removed) = self.prune(&nodes, &edges)?;
            summary.lost = self.session.lost;
        }
        Ok(summary)
    }

    /// Brings over what is missing. A round in which the connection is lost ends there: what
    /// the server still knows, indexes among it, is for the next one to see.
    fn round(&mut self, nodes: &[Nodes<'g>], edges: &[Edges<'g>], fates: &mut (Fates, Fates)) -> Result<()> {
        let labels = self.labels;
        self.session.request(|store| store.prepare(labels))?;
        self.refuse_other_language()?;
        let total = nodes.iter().map(|group| group.items.len()).sum::<usize>()
            + edges.iter().map(|group| group.items.len()).sum::<usize>();
        let mut progress = Progress { done: 0, total };
        fates.0.begin();
        fates.1.begin();
        // Entities that were there before this round: only they can have edges.
        let mut heads = HashSet::new();
        for class in Class::ALL {
            let filled = self.is_filled(class)?;
            for group in nodes.iter().filter(|group| group.class == class) {
                self.put_nodes(group, filled, &mut heads, &mut progress, &mut fates.0)?;
            }
        }
        for group in edges {
            self.put_edges(group, &heads, &mut progress, &mut fates.1)?;
        }
        Ok(())
    }

    fn put_nodes(
        &mut self,
        group: &Nodes<'g>,
        filled: bool,
        heads: &mut HashSet<String>,
        progress: &mut Progress,
        fates: &mut Fates,
    ) -> Result<()> {
        let label = quoted(self.labels.class(group.class));
        let ask = format!("UNWIND $ids AS id MATCH (n:{label} {{id: id}}) RETURN n.id, n.digest, $source IN n.sources");
        let put = format!("UNWIND $rows AS row {}{}", cypher::merge_nodes(group, self.labels), marks('n'));
        for items in group.items.chunks(self.options.batch) {
            if self.session.lost > self.began {
                break;
            }
            let rows: Vec<Item<'g>> =
                items.iter().map(|item| Item::node(&group.columns, item.cells(self.options.quotes), S::key)).collect();
            let there = if filled { self.ask(&ask, rows.iter().map(|row| &row.id))? } else { HashMap::new() };
            if group.class == Class::Entity {
                heads.extend(there.keys().cloned());
            }
            self.put(&put, rows, &there, fates)?;
            self.step(progress, items.len());
        }
        Ok(())
    }

    fn put_edges(
        &mut self,
        group: &Edges<'g>,
        heads: &HashSet<String>,
        progress: &mut Progress,
        fates: &mut Fates,
    ) -> Result<()> {
        let (label, kind) = (quoted(self.labels.class(Class::Entity)), quoted(&group.kind));
        let ask = format!(
            "UNWIND $ids AS id MATCH (a:{label} {{id: id}})-[r:{kind}]->() RETURN r.id, r.digest, $source IN r.sources"
        );
        let put = format!("UNWIND $rows AS row {}{}", cypher::merge_edges(group, self.labels), marks('r'));
        for items in group.items.chunks(self.options.batch) {
            if self.session.lost > self.began {
                break;
            }
            let rows: Vec<Item<'g>> =
                items.iter().map(|item| Item::edge(&group.columns, item.cells(self.options.quotes), S::key)).collect();
            let mut asked: Vec<&Cell<'g>> =
                rows.iter().filter_map(|row| row.ends.as_ref()).map(|ends| &ends.0).collect();
            asked.dedup();
            asked.retain(|head| words(head).is_some_and(|head| heads.contains(head)));
            let there = if asked.is_empty() { HashMap::new() } else { self.ask(&ask, asked.into_iter())? };
            self.put(&put, rows, &there, fates)?;
            self.step(progress, items.len());
        }
        Ok(())
    }

    /// Which of `ids` are there: id to digest, and whether this source is known to hold it.
    fn ask<'i>(&mut self, ask: &str, ids: impl Iterator<Item = &'i Cell<'g>>) -> Result<HashMap<String, (String, bool)>>
    where
        'g: 'i,
    {
        let ids = Given::List(ids.cloned().map(Given::Cell).collect());
        let parameters = [("ids", ids), ("source", Given::text(&self.options.source))];
        let rows = self.session.request(|store| store.run(ask, &parameters))?;
        Ok(rows
            .into_iter()
            .filter_map(|row| {
                let mut cells = row.into_iter();
                let id = cells.next()?.into_text()?;
                let digest = cells.next()?.into_text().unwrap_or_default();
                Some((id, (digest, cells.next()? == Reply::Flag(true))))
            })
            .collect())
    }

    /// Sends the rows that are not there, or otherwise.
    fn put(
        &mut self,
        put: &str,
        rows: Vec<Item<'g>>,
        there: &HashMap<String, (String, bool)>,
        fates: &mut Fates,
    ) -> Result<()> {
        let mut sent = Vec::new();
        for row in rows {
            let fate = match words(&row.id).and_then(|id| there.get(id)) {
                None => Fate::Created,
                Some((digest, true)) if *digest == row.digest => Fate::Left,
                Some(_) => Fate::Changed,
            };
            fates.next(fate);
            if fate != Fate::Left {
                sent.push(row.given());
            }
        }
        if sent.is_empty() {
            return Ok(());
        }
        let count = sent.len();
        let parameters = [("rows", Given::List(sent)), ("source", Given::text(&self.options.source))];
        let answer = self.session.request(|store| store.run(put, &parameters))?;
        let merged = match answer.first().and_then(|row| row.first()) {
            Some(Reply::Integer(merged)) => usize::try_from(*merged).unwrap_or(0),
            _ => 0,
        };
        self.incomplete |= merged < count;
        Ok(())
    }

    /// Takes this source off what it holds no longer, and removes what no source holds.
    /// Gives the numbers of edges and nodes.
    fn prune(&mut self, nodes: &[Nodes<'g>], edges: &[Edges<'g>]) -> Result<(usize, usize)> {
        let mut kept = HashSet::new();
        for group in nodes {
            kept.extend(group.items.iter().map(|item| S::key(&item.id()).into_owned()));
        }
        for group in edges {
            kept.extend(group.items.iter().map(|item| S::key(&item.id()).into_owned()));
        }
        let entity = quoted(self.labels.class(Class::Entity));
        let stale_edges = self.stale(
            &format!("MATCH (a:{entity})-[r]->() WHERE $source IN r.sources RETURN r.id AS id, a.id AS head"),
            &kept,
        )?;
        let removed = stale_edges.len();
        self.take_away(
            &format!("MATCH (a:{entity} {{id: row.head}})-[x]->() WHERE x.id = row.id"),
            "DELETE",
            stale_edges,
        )?;
        let mut removed_nodes = 0;
        for class in Class::ALL {
            let label = quoted(self.labels.class(class));
            let ask = format!("MATCH (n:{label}) WHERE $source IN n.sources RETURN n.id AS id, n.id AS head");
            let stale = self.stale(&ask, &kept)?;
            removed_nodes += stale.len();
            self.take_away(&format!("MATCH (x:{label}) WHERE x.id = row.id"), "DETACH DELETE", stale)?;
        }
        Ok((removed, removed_nodes))
    }

    /// Ids that the database holds for this source and the graph does not, with a second cell.
    fn stale(&mut self, ask: &str, kept: &HashSet<String>) -> Result<Vec<(String, String)>> {
        let parameters = [("source", Given::text(&self.options.source))];
        let rows = self.session.request(|store| store.run(ask, &parameters))?;
        Ok(rows
            .into_iter()
            .filter_map(|row| {
                let mut cells = row.into_iter().filter_map(Reply::into_text);
                Some((cells.next()?, cells.next()?))
            })
            .filter(|(id, _)| !kept.contains(id))
            .collect())
    }

    /// Takes the source off what `find` finds as `x` for each row, and deletes what no source
    /// holds. Two statements, since not every engine sees in one what it has set itself.
    fn take_away(&mut self, find: &str, delete: &str, stale: Vec<(String, String)>) -> Result<()> {
        let statements = [
            format!("UNWIND $rows AS row {find} SET x.sources = [held IN x.sources WHERE held <> $source]"),
            format!("UNWIND $rows AS row {find} AND size(x.sources) = 0 {delete} x"),
        ];
        for batch in stale.chunks(self.options.batch) {
            let row = |(id, head): &(String, String)| {
                let cell = |text: &String| Given::Cell(Cell::Made(text.clone()));
                Given::Map(vec![("id", cell(id)), ("head", cell(head))])
            };
            let rows = Given::List(batch.iter().map(row).collect());
            let parameters = [("rows", rows), ("source", Given::text(&self.options.source))];
            for statement in &statements {
                self.session.request(|store| store.run(statement, &parameters))?;
            }
        }
        Ok(())
    }

    /// A graph is not loaded a second time under other labels.
    fn refuse_other_language(&mut self) -> Result<()> {
        let other = match self.options.language {
            Language::Zh => Language::En,
            Language::En => Language::Zh,
        };
        let label = quoted(Labels::new(other).class(Class::Entity));
        let ask = format!("MATCH (n:{label}) WHERE n.sources IS NOT NULL RETURN n.id LIMIT 1");
        if self.session.request(|store| store.run(&ask, &[]))?.is_empty() {
            return Ok(());
        }
        Err(Error::Check(said!(
            "the database holds a graph with the labels of --lang {other}; load with --lang {other}, or into another database",
            "数据库里已有一个标签为 --lang {other} 的图谱；请用 --lang {other} 装入，或装入别的数据库"
        )))
    }

    fn is_filled(&mut self, class: Class) -> Result<bool> {
        let ask = format!("MATCH (n:{}) RETURN n.id LIMIT 1", quoted(self.labels.class(class)));
        Ok(!self.session.request(|store| store.run(&ask, &[]))?.is_empty())
    }

    fn step(&mut self, progress: &mut Progress, count: usize) {
        progress.done += count;
        self.session.tell(Event::Progress { done: progress.done, total: progress.total });
    }
}

struct Progress {
    done: usize,
    total: usize,
}

/// A row with its digest.
struct Item<'g> {
    id: Cell<'g>,
    ends: Option<(Cell<'g>, Cell<'g>)>,
    properties: Vec<(&'static str, Given<'g>)>,
    digest: String,
}

impl<'g> Item<'g> {
    fn node(columns: &[Column], cells: Vec<Cell<'g>>, key: Key) -> Self {
        let row = cypher::node_row(columns, &cells);
        Self::of(&row, columns, cells, false, key)
    }

    fn edge(columns: &[Column], cells: Vec<Cell<'g>>, key: Key) -> Self {
        let row = cypher::edge_row(columns, &cells);
        Self::of(&row, columns, cells, true, key)
    }

    fn of(row: &str, columns: &[Column], cells: Vec<Cell<'g>>, edge: bool, key: Key) -> Self {
        let digest = Sha256::digest(row).iter().take(8).map(|byte| format!("{byte:02x}")).collect();
        let mut fields = columns.iter().map(|column| column.name).zip(cells);
        let mut next = || fields.next().map_or(Cell::Null, |(_, cell)| keyed(cell, key));
        let id = next();
        let ends = edge.then(|| (next(), next()));
        let properties = fields.map(|(name, cell)| (name, Given::Cell(cell))).collect();
        Self { id, ends, properties, digest }
    }

    fn given(self) -> Given<'g> {
        let mut fields = vec![("id", Given::Cell(self.id))];
        if let Some((head, tail)) = self.ends {
            fields.extend([("source", Given::Cell(head)), ("target", Given::Cell(tail))]);
        }
        fields.push(("properties", Given::Map(self.properties)));
        fields.push(("digest", Given::Cell(Cell::Made(self.digest))));
        Given::Map(fields)
    }
}

/// How an engine holds ids.
type Key = fn(&str) -> Cow<'_, str>;

fn keyed(cell: Cell<'_>, key: Key) -> Cell<'_> {
    match cell {
        Cell::Text(text) => match key(text) {
            Cow::Borrowed(text) => Cell::Text(text),
            Cow::Owned(text) => Cell::Made(text),
        },
        other => other,
    }
}

fn words<'c>(cell: &'c Cell<'_>) -> Option<&'c str> {
    match cell {
        Cell::Text(text) => Some(text),
        Cell::Made(text) => Some(text),
        _ => None,
    }
}
