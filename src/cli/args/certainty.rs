//! How sure a graph must be of what it says.

use clap::Args;
use tuzhi::graph::{KnowledgeGraph, confident};

/// The least confidence asked for.
#[derive(Debug, Clone, Copy, Args)]
pub struct Certainty {
    /// Leave out what is less sure than this, 0 to 1: of statements with 0.9, nine in ten are right
    #[arg(long, value_name = "X", value_parser = share)]
    pub min_confidence: Option<f64>,
}

impl Certainty {
    /// The graph without what is less sure.
    pub fn of(self, graph: KnowledgeGraph) -> KnowledgeGraph {
        match self.min_confidence {
            Some(least) => confident(graph, least),
            None => graph,
        }
    }
}

pub(super) fn share(text: &str) -> Result<f64, String> {
    let number = text.parse::<f64>().ok().filter(|number| (0.0..=1.0).contains(number));
    number.ok_or_else(|| "a number from 0 to 1 is wanted, such as 0.9".into())
}
