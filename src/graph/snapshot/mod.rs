//! A graph laid out for questions: columns by number, each text once, rows decoded when asked for.
//!
//! Entities are numbered in the order of their ids and relations in that of source, target and
//! key, so that what leaves an entity is a range and ties by number are ties by id. The same
//! columns lie in memory and in the file that `tuzhi export --format snapshot` writes.

mod columns;
mod file;
mod rows;

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use columns::{Columns, NONE, number};
use rows::{Interner, Reader, Writer};

pub use file::{MAGIC, SNAPSHOT};

use super::file::{DocumentRow, EdgeRow, GraphFile, GraphHead, NodeRow, SCHEMA};
use super::knowledge::{KnowledgeGraph, Merge};
use crate::error::{Error, Result, said};

/// A graph that is open for questions.
#[derive(Debug, Clone)]
pub struct Snapshot {
    /// The file, for messages.
    path: String,
    documents: Vec<DocumentRow>,
    columns: Columns,
    /// First relation of each entity, and one past the last.
    leaving: Vec<u32>,
    /// Where the relations that reach each entity start in `reaching`.
    arrivals: Vec<u32>,
    reaching: Vec<u32>,
    vocabulary: Vocabulary,
}

/// The few words that many rows share, each once, by the numbers of their texts.
#[derive(Debug, Clone, Default)]
pub(crate) struct Vocabulary {
    pub(crate) kinds: Vec<u32>,
    pub(crate) relations: Vec<u32>,
    pub(crate) modalities: Vec<u32>,
    pub(crate) periods: Vec<u32>,
}

impl Snapshot {
    /// Lays out a graph that was read from the file `path` (used in messages).
    pub fn of(path: &str, graph: &KnowledgeGraph) -> Self {
        let mut columns = Columns::default();
        let mut texts = Interner::default();
        let documents: Vec<DocumentRow> = graph.documents().cloned().collect();
        let places: BTreeMap<&str, u32> =
            documents.iter().enumerate().map(|(at, row)| (row.id.as_str(), number(at))).collect();
        let known = |ids: &mut dyn Iterator<Item = &str>| {
            let mut found: Vec<u32> = ids.filter_map(|id| places.get(id).copied()).collect();
            found.sort_unstable();
            found.dedup();
            found
        };
        for row in graph.documents() {
            Writer { bytes: &mut columns.document_rows.bytes, texts: &mut texts }.document(row);
            columns.document_rows.end_row();
        }
        // Names first, so that a search for names reads texts that lie side by side.
        for row in graph.nodes() {
            columns.node_name.push(texts.number(&row.name));
            columns.node_aliases.push(row.aliases.iter().map(|alias| texts.number(alias)));
        }
        for row in graph.nodes() {
            columns.node_id.push(texts.number(&row.id));
            columns.node_kind.push(texts.number(&row.kind));
            columns.node_code.push(row.attributes.code.as_deref().map_or(0, nine_digits));
            columns.node_scope.push(row.id.rsplit_once('@').map_or(0, |(_, scope)| nine_digits(scope)));
            columns.node_mentions.push(number(row.mentions.len()));
            columns.node_confidence.push(row.attributes.confidence.unwrap_or(f64::NAN));
            let of_facts = row.facts.iter().flat_map(|fact| &fact.evidence).map(|evidence| evidence.document.as_str());
            let of_mentions = row.mentions.iter().map(|mention| mention.document.as_str());
            columns.node_documents.push(known(&mut of_mentions.chain(of_facts)));
            Writer { bytes: &mut columns.node_rows.bytes, texts: &mut texts }.node(row);
            columns.node_rows.end_row();
        }
        for edge in graph.petgraph().raw_edges() {
            let row = &edge.weight;
            columns.edge_source.push(number(edge.source().index()));
            columns.edge_target.push(number(edge.target().index()));
            columns.edge_kind.push(texts.number(&row.kind));
            columns.edge_modality.push(texts.number(&row.modality));
            columns.edge_period.push(texts.optional(row.period.as_deref()));
            columns.edge_denied.push(u8::from(!row.polarity));
            columns.edge_confidence.push(row.confidence);
            columns.edge_documents.push(known(&mut row.evidence.iter().map(|evidence| evidence.document.as_str())));
            Writer { bytes: &mut columns.edge_rows.bytes, texts: &mut texts }.edge(row);
            columns.edge_rows.end_row();
        }
        columns.texts = texts.texts;
        Self::laid_out(path, documents, columns)
    }

    /// Adds what follows from the columns, which must hold together.
    fn laid_out(path: &str, documents: Vec<DocumentRow>, columns: Columns) -> Self {
        let nodes = columns.node_id.len();
        let leaving = starts(nodes, &columns.edge_source);
        let arrivals = starts(nodes, &columns.edge_target);
        let mut next = arrivals.clone();
        let mut reaching = vec![0; columns.edge_target.len()];
        for (edge, target) in columns.edge_target.iter().enumerate() {
            let place = &mut next[*target as usize];
            reaching[*place as usize] = number(edge);
            *place += 1;
        }
        let vocabulary = Vocabulary {
            kinds: each_once(&columns.node_kind),
            relations: each_once(&columns.edge_kind),
            modalities: each_once(&columns.edge_modality),
            periods: each_once(&columns.edge_period),
        };
        Self { path: path.into(), documents, columns, leaving, arrivals, reaching, vocabulary }
    }

    pub(crate) fn vocabulary(&self) -> &Vocabulary {
        &self.vocabulary
    }

    /// The text of a number, nothing for none.
    pub(crate) fn text(&self, number: u32) -> &str {
        self.columns.texts.get(number)
    }

    pub(crate) fn kind_text(&self, node: usize) -> u32 {
        self.columns.node_kind[node]
    }

    pub(crate) fn relation_text(&self, edge: usize) -> u32 {
        self.columns.edge_kind[edge]
    }

    pub(crate) fn modality_text(&self, edge: usize) -> u32 {
        self.columns.edge_modality[edge]
    }

    pub(crate) fn period_text(&self, edge: usize) -> u32 {
        self.columns.edge_period[edge]
    }

    /// The graph in full.
    ///
    /// # Errors
    /// [`Error::Format`] where the file does not hold what its head says.
    pub fn to_graph(&self) -> Result<KnowledgeGraph> {
        let mut merge = Merge::default();
        merge.add_file(GraphFile {
            directed: true,
            multigraph: true,
            graph: GraphHead { schema: SCHEMA.into(), documents: self.documents.clone() },
            nodes: (0..self.node_count()).map(|node| self.node(node)).collect::<Result<_>>()?,
            edges: (0..self.edge_count()).map(|edge| self.edge(edge)).collect::<Result<_>>()?,
        });
        Ok(merge.finish())
    }

    /// The file that it was read from, as it was named.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The reports, in the order of their ids.
    pub fn documents(&self) -> &[DocumentRow] {
        &self.documents
    }

    /// A report by its id.
    pub fn document(&self, id: &str) -> Option<&DocumentRow> {
        let at = self.documents.binary_search_by(|row| row.id.as_str().cmp(id)).ok()?;
        self.documents.get(at)
    }

    /// Number of entities. Entities are the numbers below it, in the order of their ids.
    pub fn node_count(&self) -> usize {
        self.columns.node_id.len()
    }

    /// Number of relations. Relations are the numbers below it, in the order of source, target and key.
    pub fn edge_count(&self) -> usize {
        self.columns.edge_source.len()
    }

    /// The entity of an id.
    pub fn node_of(&self, id: &str) -> Option<usize> {
        let (mut low, mut high) = (0, self.node_count());
        while low < high {
            let middle = low + (high - low) / 2;
            match self.id(middle).cmp(id) {
                Ordering::Less => low = middle + 1,
                Ordering::Equal => return Some(middle),
                Ordering::Greater => high = middle,
            }
        }
        None
    }

    /// The id of an entity.
    pub fn id(&self, node: usize) -> &str {
        self.columns.texts.get(self.columns.node_id[node])
    }

    /// The name of the kind of an entity.
    pub fn kind(&self, node: usize) -> &str {
        self.columns.texts.get(self.columns.node_kind[node])
    }

    /// The canonical name of an entity.
    pub fn name(&self, node: usize) -> &str {
        self.columns.texts.get(self.columns.node_name[node])
    }

    /// The other names of an entity, sorted.
    pub fn aliases(&self, node: usize) -> impl ExactSizeIterator<Item = &str> {
        self.columns.node_aliases.get(node).iter().map(|alias| self.columns.texts.get(*alias))
    }

    /// The division code of an entity in nine digits (`220502000`), 0 where it has none.
    pub fn code(&self, node: usize) -> u32 {
        self.columns.node_code[node]
    }

    /// The division code within which the name of an entity is unique, in nine digits; 0 where
    /// there is none.
    pub fn scope(&self, node: usize) -> u32 {
        self.columns.node_scope[node]
    }

    /// How often an entity is named.
    pub fn mentions(&self, node: usize) -> usize {
        self.columns.node_mentions[node] as usize
    }

    /// How sure an entity is, 0 to 1, where the file says so.
    pub fn node_confidence(&self, node: usize) -> Option<f64> {
        Some(self.columns.node_confidence[node]).filter(|sure| !sure.is_nan())
    }

    /// The places in [`Self::documents`] of the reports that name an entity or give it a fact.
    pub fn node_documents(&self, node: usize) -> &[u32] {
        self.columns.node_documents.get(node)
    }

    /// All that is known of an entity itself.
    ///
    /// # Errors
    /// [`Error::Format`] where the file does not hold what its head says.
    pub fn node(&self, node: usize) -> Result<NodeRow> {
        let mut row = Reader::new(self.columns.node_rows.get(node), &self.columns.texts)
            .node()
            .ok_or_else(|| self.unreadable(self.id(node)))?;
        row.id = self.id(node).into();
        row.kind = self.kind(node).into();
        row.name = self.name(node).into();
        row.aliases = self.aliases(node).map(str::to_string).collect();
        row.attributes.confidence = self.node_confidence(node);
        Ok(row)
    }

    /// The relations that leave an entity.
    pub fn outgoing(&self, node: usize) -> Range<usize> {
        self.leaving[node] as usize..self.leaving[node + 1] as usize
    }

    /// The relations that reach an entity.
    pub fn incoming(&self, node: usize) -> impl ExactSizeIterator<Item = usize> + '_ {
        let range = self.arrivals[node] as usize..self.arrivals[node + 1] as usize;
        self.reaching[range].iter().map(|edge| *edge as usize)
    }

    /// The relations from one entity to another.
    pub fn between(&self, source: usize, target: usize) -> Range<usize> {
        let Range { start, end } = self.outgoing(source);
        let targets = &self.columns.edge_target[start..end];
        let first = targets.partition_point(|other| (*other as usize) < target);
        let last = targets.partition_point(|other| (*other as usize) <= target);
        start + first..start + last
    }

    /// Number of relations that leave or reach an entity; one from it to itself counts twice.
    pub fn degree(&self, node: usize) -> usize {
        self.outgoing(node).len() + self.incoming(node).len()
    }

    /// Head and tail of a relation.
    pub fn ends(&self, edge: usize) -> (usize, usize) {
        (self.columns.edge_source[edge] as usize, self.columns.edge_target[edge] as usize)
    }

    /// The name of the type of a relation.
    pub fn edge_kind(&self, edge: usize) -> &str {
        self.columns.texts.get(self.columns.edge_kind[edge])
    }

    /// Done, ongoing or planned.
    pub fn modality(&self, edge: usize) -> &str {
        self.columns.texts.get(self.columns.edge_modality[edge])
    }

    /// The years of a relation, where they are known.
    pub fn period(&self, edge: usize) -> Option<&str> {
        let period = self.columns.edge_period[edge];
        (period != NONE).then(|| self.columns.texts.get(period))
    }

    /// Whether the text denies a relation.
    pub fn is_denied(&self, edge: usize) -> bool {
        self.columns.edge_denied[edge] != 0
    }

    /// How sure a relation is, 0 to 1.
    pub fn edge_confidence(&self, edge: usize) -> f64 {
        self.columns.edge_confidence[edge]
    }

    /// The places in [`Self::documents`] of the reports that say a relation.
    pub fn edge_documents(&self, edge: usize) -> &[u32] {
        self.columns.edge_documents.get(edge)
    }

    /// All that is known of a relation, with its sentences.
    ///
    /// # Errors
    /// [`Error::Format`] where the file does not hold what its head says.
    pub fn edge(&self, edge: usize) -> Result<EdgeRow> {
        let (source, target) = self.ends(edge);
        let mut row = Reader::new(self.columns.edge_rows.get(edge), &self.columns.texts)
            .edge()
            .ok_or_else(|| self.unreadable(&format!("{} → {}", self.id(source), self.id(target))))?;
        row.source = self.id(source).into();
        row.target = self.id(target).into();
        row.kind = self.edge_kind(edge).into();
        row.modality = self.modality(edge).into();
        row.period = self.period(edge).map(str::to_string);
        row.polarity = !self.is_denied(edge);
        row.confidence = self.edge_confidence(edge);
        Ok(row)
    }

    fn unreadable(&self, what: &str) -> Error {
        Error::Format {
            path: self.path.clone(),
            reason: said!("the row of {what} cannot be read", "{what} 的内容读不出来"),
            hint: said!("write the snapshot anew from its graph", "请由图谱重新写出快照"),
        }
    }
}

/// The numbers of a column, each once, sorted.
fn each_once(column: &[u32]) -> Vec<u32> {
    let mut met = BTreeSet::new();
    let mut last = None;
    for number in column {
        if last != Some(number) {
            met.insert(*number);
            last = Some(number);
        }
    }
    met.into_iter().collect()
}

/// Where the things of each of `count` numbers start, when sorted by them; one more for the end.
fn starts(count: usize, numbers: &[u32]) -> Vec<u32> {
    let mut starts = vec![0; count + 1];
    for number in numbers {
        starts[*number as usize + 1] += 1;
    }
    for at in 1..starts.len() {
        starts[at] += starts[at - 1];
    }
    starts
}

/// A division code as a number of nine digits: codes of counties and above end in zeros then.
/// 0 for what is no code; of longer codes the first nine.
fn nine_digits(code: &str) -> u32 {
    if code.len() < 6 || !code.bytes().all(|byte| byte.is_ascii_digit()) {
        return 0;
    }
    format!("{code:0<9}").get(..9).and_then(|digits| digits.parse().ok()).unwrap_or(0)
}
