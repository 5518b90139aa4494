//! A graph as a property-graph database holds it: groups of nodes with the same labels, and
//! groups of edges with the same type and the same labels at their ends.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::labels::Labels;
use super::property::{self, Cell, Column, Sort};
use crate::graph::KnowledgeGraph;
use crate::graph::file::{DocumentRow, EdgeRow, FactRow, NodeRow};

/// The three sorts of nodes; each has a key on `id`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    /// Reports.
    Document,
    /// Entities.
    Entity,
    /// Facts.
    Fact,
}

impl Class {
    /// All, in the order in which they are written.
    pub const ALL: [Self; 3] = [Self::Document, Self::Entity, Self::Fact];

    /// Its name in English, whatever the language of labels.
    pub fn name(self) -> &'static str {
        match self {
            Self::Document => "Document",
            Self::Entity => "Entity",
            Self::Fact => "Fact",
        }
    }

    /// Its members as the name of a table.
    pub fn table(self) -> &'static str {
        match self {
            Self::Document => "documents",
            Self::Entity => "entities",
            Self::Fact => "facts",
        }
    }

    /// The property that people look members up by. Facts are come to from their entities, and
    /// an index on a property with eleven values only costs.
    pub fn looked_up_by(self) -> Option<&'static str> {
        match self {
            Self::Document => Some("title"),
            Self::Entity => Some("name"),
            Self::Fact => None,
        }
    }
}

/// Nodes with the same labels.
#[derive(Debug, Clone)]
pub struct Nodes<'g> {
    /// Their sort, which is their first label.
    pub class: Class,
    /// A second label: the kind of an entity.
    pub kind: Option<Cow<'static, str>>,
    /// Columns of the rows; the first is the id.
    pub columns: Vec<Column>,
    /// What the rows are made of.
    pub items: Vec<Node<'g>>,
}

/// Edges with the same type.
#[derive(Debug, Clone)]
pub struct Edges<'g> {
    /// The type.
    pub kind: Cow<'static, str>,
    /// Name of the type in files.
    pub name: &'g str,
    /// Sort of the tails; the heads are entities.
    pub to: Class,
    /// Columns of the rows; the first three are the id and the ids of head and tail.
    pub columns: Vec<Column>,
    /// What the rows are made of.
    pub items: Vec<Edge<'g>>,
}

/// What a row of nodes is made of.
#[derive(Debug, Clone, Copy)]
pub enum Node<'g> {
    /// A report.
    Document(&'g DocumentRow),
    /// An entity.
    Entity(&'g NodeRow),
    /// A fact of an entity.
    Fact(&'g NodeRow, &'g FactRow),
}

/// What a row of edges is made of.
#[derive(Debug, Clone, Copy)]
pub enum Edge<'g> {
    /// A relation between entities.
    Relation(&'g EdgeRow),
    /// From an entity to a fact.
    HasFact(&'g NodeRow, &'g FactRow),
    /// From an entity to a report that names it so many times.
    NamedIn(&'g str, &'g str, i64),
}

const ENDS: [Column; 3] = [
    Column { name: "id", sort: Sort::Text },
    Column { name: "source", sort: Sort::Text },
    Column { name: "target", sort: Sort::Text },
];

impl<'g> Node<'g> {
    /// The id.
    pub fn id(self) -> String {
        match self {
            Self::Document(row) => row.id.clone(),
            Self::Entity(row) => row.id.clone(),
            Self::Fact(bearer, row) => property::fact_id(bearer, row),
        }
    }

    /// The cells, in the order of the columns.
    pub fn cells(self, quotes: bool) -> Vec<Cell<'g>> {
        match self {
            Self::Document(row) => property::document(row),
            Self::Entity(row) => property::entity(row),
            Self::Fact(bearer, row) => {
                let mut cells = property::fact(bearer, row);
                cells.extend(property::evidence(&row.evidence, quotes));
                cells
            }
        }
    }
}

impl<'g> Edge<'g> {
    /// The id.
    pub fn id(self) -> String {
        match self {
            Self::Relation(row) => property::relation_id(row),
            Self::HasFact(bearer, row) => property::fact_id(bearer, row),
            Self::NamedIn(entity, document, _) => property::naming_id(entity, document),
        }
    }

    /// The cells, in the order of the columns.
    pub fn cells(self, quotes: bool) -> Vec<Cell<'g>> {
        match self {
            Self::Relation(row) => {
                let mut cells = property::relation(row);
                cells.extend(property::evidence(&row.evidence, quotes));
                cells
            }
            Self::HasFact(bearer, row) => {
                let id = property::fact_id(bearer, row);
                vec![Cell::Made(id.clone()), Cell::Text(&bearer.id), Cell::Made(id)]
            }
            Self::NamedIn(entity, document, times) => {
                let id = property::naming_id(entity, document);
                vec![Cell::Made(id), Cell::Text(entity), Cell::Text(document), Cell::Integer(times)]
            }
        }
    }
}

/// All nodes: reports, entities by kind, facts. Groups with nothing in them are left out.
pub fn nodes<'g>(graph: &'g KnowledgeGraph, labels: Labels) -> Vec<Nodes<'g>> {
    let documents = graph.documents().map(Node::Document).collect();
    let mut groups =
        vec![Nodes { class: Class::Document, kind: None, columns: property::DOCUMENT.to_vec(), items: documents }];
    let mut kinds: BTreeMap<&str, Vec<Node<'g>>> = BTreeMap::new();
    for node in graph.nodes() {
        kinds.entry(&node.kind).or_default().push(Node::Entity(node));
    }
    groups.extend(kinds.into_iter().map(|(kind, items)| Nodes {
        class: Class::Entity,
        kind: Some(labels.kind(kind)),
        columns: property::ENTITY.to_vec(),
        items,
    }));
    let facts = property::facts(graph).map(|(bearer, fact)| Node::Fact(bearer, fact)).collect();
    let columns = [property::FACT, property::EVIDENCE].concat();
    groups.push(Nodes { class: Class::Fact, kind: None, columns, items: facts });
    groups.retain(|group| !group.items.is_empty());
    groups
}

/// All edges: relations by type, facts, reports. Groups with nothing in them are left out.
pub fn edges<'g>(graph: &'g KnowledgeGraph, labels: Labels) -> Vec<Edges<'g>> {
    let mut types: BTreeMap<&str, Vec<Edge<'g>>> = BTreeMap::new();
    for edge in graph.edges() {
        types.entry(&edge.kind).or_default().push(Edge::Relation(edge));
    }
    let columns = [property::RELATION, property::EVIDENCE].concat();
    let relation = |(name, items): (&'g str, Vec<Edge<'g>>)| Edges {
        kind: labels.relation(name),
        name,
        to: Class::Entity,
        columns: columns.clone(),
        items,
    };
    let mut groups: Vec<Edges<'g>> = types.into_iter().map(relation).collect();
    groups.push(Edges {
        kind: Cow::Borrowed(labels.has_fact()),
        name: "has_fact",
        to: Class::Fact,
        columns: ENDS.to_vec(),
        items: property::facts(graph).map(|(bearer, fact)| Edge::HasFact(bearer, fact)).collect(),
    });
    groups.push(Edges {
        kind: Cow::Borrowed(labels.named_in()),
        name: "named_in",
        to: Class::Document,
        columns: [&ENDS[..], &[Column { name: "times", sort: Sort::Integer }]].concat(),
        items: property::namings(graph).map(|(entity, document, n)| Edge::NamedIn(entity, document, n)).collect(),
    });
    groups.retain(|group| !group.items.is_empty());
    groups
}
