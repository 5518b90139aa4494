//! What an extraction claims, as the scorer sees it: ours or another program's.

use serde::Deserialize;
use serde_json::Value;

use crate::graph::file::{EdgeRow, NodeRow, ValueRow};

/// The claims of a graph file. Fields that the scorer does not need are not looked at.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
pub struct Found {
    /// Entities.
    #[serde(default)]
    pub nodes: Vec<FoundNode>,
    /// Relations.
    #[serde(default)]
    pub edges: Vec<FoundEdge>,
}

/// A claimed entity.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct FoundNode {
    /// Id that edges name.
    pub id: String,
    /// Name of the kind.
    pub kind: String,
    /// Name.
    pub name: String,
    /// Other names.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// Values.
    #[serde(default)]
    pub facts: Vec<FoundFact>,
}

/// A claimed value.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct FoundFact {
    /// Name of the attribute.
    #[serde(default)]
    pub attribute: String,
    /// A number or words.
    #[serde(default)]
    pub value: Value,
    /// Where it is said.
    #[serde(default)]
    pub evidence: Vec<FoundEvidence>,
}

/// A claimed relation.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct FoundEdge {
    /// Id of the head.
    pub source: String,
    /// Id of the tail.
    pub target: String,
    /// Name of the relation type.
    #[serde(rename = "type")]
    pub kind: String,
    /// Name of the modality.
    #[serde(default)]
    pub modality: Option<String>,
    /// Where it is said.
    #[serde(default)]
    pub evidence: Vec<FoundEvidence>,
}

/// The words of an evidence.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct FoundEvidence {
    /// The words, where the file carries them.
    #[serde(default)]
    pub quote: Option<String>,
}

impl Found {
    /// The claims of our own rows.
    pub fn of(nodes: &[NodeRow], edges: &[EdgeRow]) -> Self {
        Self { nodes: nodes.iter().map(FoundNode::from).collect(), edges: edges.iter().map(FoundEdge::from).collect() }
    }
}

impl From<&NodeRow> for FoundNode {
    fn from(row: &NodeRow) -> Self {
        let facts = row.facts.iter().map(|fact| FoundFact {
            attribute: fact.attribute.clone(),
            value: match &fact.value {
                ValueRow::Number(number) => (*number).into(),
                ValueRow::Text(text) => text.clone().into(),
            },
            evidence: fact.evidence.iter().map(|row| FoundEvidence { quote: row.quote.clone() }).collect(),
        });
        Self {
            id: row.id.clone(),
            kind: row.kind.clone(),
            name: row.name.clone(),
            aliases: row.aliases.clone(),
            facts: facts.collect(),
        }
    }
}

impl From<&EdgeRow> for FoundEdge {
    fn from(row: &EdgeRow) -> Self {
        Self {
            source: row.source.clone(),
            target: row.target.clone(),
            kind: row.kind.clone(),
            modality: Some(row.modality.clone()),
            evidence: row.evidence.iter().map(|row| FoundEvidence { quote: row.quote.clone() }).collect(),
        }
    }
}
