//! `tuzhi why`: which rule and which words made an edge or an entity, and what was decided against.

use tuzhi::error::{Error, Result};
use tuzhi::explain::{Telling, edges, missing, name};
use tuzhi::graph::file::{DocumentRow, NodeRow};
use tuzhi::graph::{KnowledgeGraph, Snapshot};
use tuzhi::query::{Match, find};
use tuzhi::read::Reports;

use super::Done;
use super::args::Why;
use super::screen::Screen;

/// Rows of each sort told without `--all`.
const ROWS: usize = 10;

/// Prints why the graph joins two entities, or knows one, or has nothing of that name.
pub fn run(options: &Why, screen: &Screen) -> Result<Done> {
    let graph = super::graph(&options.graph)?;
    let telling = Telling { language: screen.language(), rows: if options.all { usize::MAX } else { ROWS } };
    let reports = Reports::below(options.root.as_deref());
    let load = |row: &DocumentRow| reports.load(&row.path);
    let names = Snapshot::of(&options.graph.display().to_string(), &graph);
    let find = |words: &str| find(&names, words);
    let meant = |words: &str| -> Vec<&NodeRow> {
        find(words).hits.iter().filter_map(|hit| graph.node(&hit.entity.id)).collect()
    };
    let unknown = |words: &str| {
        let near = find(words).near;
        let near: Vec<&str> = near.iter().map(|hit| hit.name.as_str()).collect();
        let unknown = (screen.messages().unknown)(words, &near);
        Error::Check(format!("{}: {unknown}", options.graph.display()).into())
    };
    let text = match &options.other {
        Some(other) => {
            let (firsts, seconds) = (meant(&options.name), meant(other));
            let first = firsts.first().ok_or_else(|| unknown(&options.name))?;
            let second = seconds.first().ok_or_else(|| unknown(other))?;
            let (a, b) = joined(&graph, &firsts, &seconds).unwrap_or((first, second));
            edges(&graph, a, b, &load, telling)
        }
        None => match (find(&options.name).best(), meant(&options.name).first()) {
            ([first, ..], Some(node)) if outright(first.by) => name(&graph, node, &load, telling),
            (others, _) => {
                // A part of a name is no name: say why it is none, then what it may mean.
                let told = missing(&graph, &options.name, &load, telling);
                let similar = others.iter().map(|hit| format!("{}  {}\n", hit.entity.name, hit.entity.id));
                let similar: String = similar.take(telling.rows).collect();
                match (told, similar.is_empty()) {
                    (None, true) => return Err(unknown(&options.name)),
                    (told, true) => told.unwrap_or_default(),
                    (told, false) => {
                        format!("{}{}\n{similar}", told.unwrap_or_default(), screen.messages().also_meant)
                    }
                }
            }
        },
    };
    screen.print(&text)?;
    Ok(Done::All)
}

/// Whether a word is a name of its own: an id, a canonical name or another name.
fn outright(by: Match) -> bool {
    matches!(by, Match::Id | Match::Name | Match::Alias)
}

/// The first two of those meant that an edge joins.
fn joined<'a>(
    graph: &KnowledgeGraph,
    firsts: &[&'a NodeRow],
    seconds: &[&'a NodeRow],
) -> Option<(&'a NodeRow, &'a NodeRow)> {
    let pairs = firsts.iter().flat_map(|a| seconds.iter().map(move |b| (*a, *b)));
    let between = |(a, b): &(&NodeRow, &NodeRow)| {
        let edges = graph.outgoing(&a.id).into_iter().chain(graph.incoming(&a.id));
        edges.into_iter().any(|(_, other)| other.id == b.id)
    };
    pairs.into_iter().find(between)
}
