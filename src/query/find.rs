//! Entities by id, name, other name or a part of one, and the nearest names when there is none.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::graph::KnowledgeGraph;
use crate::graph::file::NodeRow;

/// Suggestions given at most.
const SUGGESTIONS: usize = 5;

/// How a name was met, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Match {
    /// The id.
    Id,
    /// The canonical name.
    Name,
    /// Another name.
    Alias,
    /// The head of a name.
    Start,
    /// A part of a name.
    Part,
    /// The question holds the name (`恒泽制药有限公司` asks for `恒泽制药`).
    Within,
    /// The name is this many changed characters away.
    Near(usize),
}

/// An entity that was met.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Hit<'a> {
    /// The entity.
    pub node: &'a NodeRow,
    /// How its name was met.
    pub by: Match,
    /// The name that was met.
    pub name: &'a str,
}

/// What is called so.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Found<'a> {
    /// The entities that the words name, the best first.
    pub hits: Vec<Hit<'a>>,
    /// Where there are none: entities that may be meant, the likeliest first.
    pub near: Vec<Hit<'a>>,
}

impl<'a> Found<'a> {
    /// The entities that the words name outright: by id if there is one, else by canonical
    /// name, else by another name, else by a part. More than one where several bear it.
    pub fn best(&self) -> &[Hit<'a>] {
        let Some(first) = self.hits.first() else { return &[] };
        let same = |hit: &Hit<'_>| hit.by == first.by;
        &self.hits[..self.hits.iter().take_while(|hit| same(hit)).count()]
    }
}

/// Looks for entities called `words`. Case, width, blanks and quotation marks do not count.
pub fn find<'a>(graph: &'a KnowledgeGraph, words: &str) -> Found<'a> {
    let asked = folded(words);
    if asked.is_empty() {
        return Found::default();
    }
    let weight: BTreeMap<&str, usize> =
        graph.nodes().map(|node| (node.id.as_str(), node.mentions.len() + graph.degree(&node.id))).collect();
    let rank = |hit: &Hit<'a>| {
        let heavier = Reverse(weight.get(hit.node.id.as_str()).copied().unwrap_or(0));
        (hit.by, closeness(hit), heavier, hit.node.id.as_str())
    };
    let gather = |how: &dyn Fn(&'a NodeRow) -> Option<Hit<'a>>| {
        let mut hits: Vec<Hit<'a>> = graph.nodes().filter_map(how).collect();
        hits.sort_by(|a, b| rank(a).cmp(&rank(b)));
        hits
    };
    let hits = gather(&|node| best_name(node, &asked, words, met));
    let mut near = if hits.is_empty() { gather(&|node| best_name(node, &asked, words, missed)) } else { Vec::new() };
    // What is one slip away is meant; what is two slips away is then only noise.
    if let Some(Match::Near(least)) = near.iter().map(|hit| hit.by).find(|by| matches!(by, Match::Near(_))) {
        near.retain(|hit| !matches!(hit.by, Match::Near(changes) if changes > least));
    }
    // A bare 区政府 that three counties have is suggested once.
    let mut told = BTreeSet::new();
    near.retain(|hit| told.insert(hit.name));
    near.truncate(SUGGESTIONS);
    Found { hits, near }
}

/// The best match among all names of a node.
fn best_name<'a>(node: &'a NodeRow, asked: &str, words: &str, how: fn(&str, &str) -> Option<Match>) -> Option<Hit<'a>> {
    if node.id == words.trim() {
        return Some(Hit { node, by: Match::Id, name: &node.id });
    }
    let canonical = how(&folded(&node.name), asked).map(|by| Hit { node, by, name: &node.name });
    let others = node.aliases.iter().filter_map(|alias| {
        let by = how(&folded(alias), asked)?;
        Some(Hit { node, by: if by == Match::Name { Match::Alias } else { by }, name: alias })
    });
    canonical.into_iter().chain(others).min_by_key(|hit| (hit.by, closeness(hit)))
}

/// Among matches of one sort the name that leaves least open: the shortest that holds the
/// words, the longest that the words hold.
fn closeness(hit: &Hit<'_>) -> usize {
    let length = hit.name.chars().count();
    if hit.by == Match::Within { usize::MAX - length } else { length }
}

fn met(name: &str, asked: &str) -> Option<Match> {
    if name == asked {
        Some(Match::Name)
    } else if name.starts_with(asked) {
        Some(Match::Start)
    } else {
        name.contains(asked).then_some(Match::Part)
    }
}

fn missed(name: &str, asked: &str) -> Option<Match> {
    let (length, longest) = (name.chars().count(), asked.chars().count());
    if length >= 2 && asked.contains(name) {
        return Some(Match::Within);
    }
    let allowed = (length.min(longest) / 2).min(3);
    if allowed == 0 || length.abs_diff(longest) > allowed {
        return None;
    }
    let changes = distance(name, asked);
    (changes <= allowed).then_some(Match::Near(changes))
}

/// Characters to put in, take out, change or swap with their neighbour until `a` is `b`
/// (optimal string alignment).
fn distance(a: &str, b: &str) -> usize {
    let a: Vec<char> = a.chars().collect();
    let b: Vec<char> = b.chars().collect();
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, y) in b.iter().enumerate() {
            let mut least = (above[j] + usize::from(x != y)).min(above[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && *x == b[j - 1] && a[i - 1] == *y {
                least = least.min(before[j - 1] + 1);
            }
            row.push(least);
        }
        before = std::mem::replace(&mut above, row);
    }
    above.last().copied().unwrap_or(0)
}

/// Lower case, narrow, without blanks and quotation marks.
fn folded(words: &str) -> String {
    let narrow = |c: char| match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        other => other,
    };
    let kept = |c: &char| !c.is_whitespace() && !"“”‘’「」『』《》\"'".contains(*c);
    words.chars().map(narrow).filter(kept).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distance_counts_changes() {
        assert_eq!(distance("", ""), 0);
        assert_eq!(distance("恒泽制药", ""), 4);
        assert_eq!(distance("恒泽制药", "恒则制药"), 1);
        assert_eq!(distance("恒泽制药", "泽恒制药"), 1);
        assert_eq!(distance("云溪县政府", "云溪县人民政府"), 2);
    }

    #[test]
    fn width_case_and_marks_do_not_count() {
        assert_eq!(folded("“ＡＢ 项目”"), "ab项目");
    }
}
