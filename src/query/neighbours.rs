//! What stands around an entity.

use serde::Serialize;

use super::cite::{Claim, Named};
use super::filter::Sieve;
use super::page::Page;
use crate::error::Result;

/// Entities around one, and how they are reached.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Neighbourhood {
    /// The entity asked for.
    pub center: Named,
    /// How many entities were found; those outside the page are not listed.
    pub total: usize,
    /// The entities, the nearest first, then by id.
    pub neighbours: Vec<Neighbour>,
}

/// An entity around another.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Neighbour {
    /// The entity.
    pub entity: Named,
    /// Relations on the shortest way from the center.
    pub distance: u32,
    /// The relations that join it to what stands one step nearer, in the order of source, target and key.
    pub through: Vec<Claim>,
}

/// The entities within `depth` steps of `center`, those of the page.
///
/// What the sieve asks of relations decides which are walked; what it asks of entities decides
/// which are listed, so that the projects of a town's firms are found through the firms.
///
/// # Errors
/// Those of [`crate::graph::Snapshot::edge`].
pub fn neighbours(sieve: &Sieve<'_>, center: usize, depth: u32, page: Page) -> Result<Neighbourhood> {
    let graph = sieve.graph();
    let Reach { distance, met } = reach(sieve, center, depth);
    let mut listed: Vec<usize> = met.into_iter().filter(|node| *node != center && sieve.keeps_node(*node)).collect();
    listed.sort_by_key(|node| (distance[*node], *node));
    let neighbour = |node: &usize| {
        let nearer = |other: usize| distance[other].checked_add(1) == Some(distance[*node]);
        let mut edges: Vec<usize> = graph.outgoing(*node).filter(|edge| nearer(graph.ends(*edge).1)).collect();
        edges.extend(graph.incoming(*node).filter(|edge| nearer(graph.ends(*edge).0)));
        edges.sort_unstable();
        let kept = edges.into_iter().filter(|edge| sieve.keeps_edge(*edge));
        let through = kept.map(|edge| Claim::of(graph, edge)).collect::<Result<_>>()?;
        Ok(Neighbour { entity: Named::of(graph, *node), distance: distance[*node], through })
    };
    Ok(Neighbourhood {
        center: Named::of(graph, center),
        total: listed.len(),
        neighbours: page.of(&listed).iter().map(neighbour).collect::<Result<_>>()?,
    })
}

/// What lies around an entity, without names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reach {
    /// Steps to each entity of the graph; [`Reach::FAR`] where it was not met.
    pub distance: Vec<u32>,
    /// Those that were met, the center first, by distance.
    pub met: Vec<usize>,
}

impl Reach {
    /// In place of a distance.
    pub const FAR: u32 = u32::MAX;
}

/// The entities within `depth` steps over relations that the sieve lets through, in either direction.
pub fn reach(sieve: &Sieve<'_>, center: usize, depth: u32) -> Reach {
    let graph = sieve.graph();
    let mut distance = vec![Reach::FAR; graph.node_count()];
    let mut met = vec![center];
    distance[center] = 0;
    let mut next = 0;
    while let Some(node) = met.get(next).copied().filter(|node| distance[*node] < depth) {
        next += 1;
        let mut step = |edge: usize, other: usize| {
            if distance[other] == Reach::FAR && sieve.keeps_edge(edge) {
                distance[other] = distance[node] + 1;
                met.push(other);
            }
        };
        graph.outgoing(node).for_each(|edge| step(edge, graph.ends(edge).1));
        graph.incoming(node).for_each(|edge| step(edge, graph.ends(edge).0));
    }
    Reach { distance, met }
}
