//! A place and what lies in it.

use crate::graph::Snapshot;

/// Relations from a thing to the place it lies in.
const INTO: [&str; 3] = ["located_in", "part_of", "settles_in"];

/// For each entity whether it lies in `place` or is it: what is located or settles there or is a
/// part of it, step by step, what has a division code inside that of the place, and what has a
/// name that is unique to a place inside it (`site:民主小学@220502`).
///
/// A denied relation leads nowhere.
pub fn inside(graph: &Snapshot, place: usize) -> Vec<bool> {
    let mut inside = vec![false; graph.node_count()];
    let mut open = vec![place];
    inside[place] = true;
    let range = division(graph.code(place));
    let named = |text: &u32| INTO.contains(&graph.text(*text));
    let into: Vec<u32> = graph.vocabulary().relations.iter().copied().filter(named).collect();
    for (node, lies) in inside.iter_mut().enumerate().filter(|(_, lies)| !**lies) {
        let code = if graph.code(node) == 0 { graph.scope(node) } else { graph.code(node) };
        if range.contains(&code) {
            *lies = true;
            open.push(node);
        }
    }
    while let Some(node) = open.pop() {
        for edge in graph.incoming(node) {
            let (source, _) = graph.ends(edge);
            if !inside[source] && into.contains(&graph.relation_text(edge)) && !graph.is_denied(edge) {
                inside[source] = true;
                open.push(source);
            }
        }
    }
    inside
}

/// The codes of nine digits inside a division: all that begin with its code less its closing
/// pairs of zeros.
fn division(code: u32) -> std::ops::Range<u32> {
    if code == 0 {
        return 0..0;
    }
    let size = match code {
        province if province % 10_000_000 == 0 => 10_000_000,
        city if city % 100_000 == 0 => 100_000,
        county if county % 1_000 == 0 => 1_000,
        _ => 1,
    };
    code..code.saturating_add(size)
}

#[cfg(test)]
mod tests {
    use super::division;

    #[test]
    fn divisions_hold_the_codes_that_begin_like_theirs() {
        assert_eq!(division(220_000_000), 220_000_000..230_000_000);
        assert_eq!(division(220_500_000), 220_500_000..220_600_000);
        assert_eq!(division(220_502_000), 220_502_000..220_503_000);
        assert_eq!(division(220_502_100), 220_502_100..220_502_101);
        assert!(division(0).is_empty());
    }
}
