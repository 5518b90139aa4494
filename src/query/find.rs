//! Entities by id, name, other name, a part of one or its reading, and the nearest names when there is none.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use rayon::prelude::*;
use serde::{Serialize, Serializer};

use super::cite::Named;
use super::pinyin::{Letters, Spelled};
use crate::graph::Snapshot;

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
    /// The reading of a name: pinyin, initials, or a mixture of both.
    Pinyin,
    /// The reading of the head of a name.
    PinyinStart,
    /// The reading of a part of a name.
    PinyinPart,
    /// The question holds the name (`恒泽制药有限公司` asks for `恒泽制药`).
    Within,
    /// The name is this many changed characters away.
    Near(usize),
}

impl Match {
    /// Its name in files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::Name => "name",
            Self::Alias => "alias",
            Self::Start => "start",
            Self::Part => "part",
            Self::Pinyin => "pinyin",
            Self::PinyinStart => "pinyin_start",
            Self::PinyinPart => "pinyin_part",
            Self::Within => "within",
            Self::Near(_) => "near",
        }
    }
}

impl Serialize for Match {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.name())
    }
}

/// An entity that was met.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Hit {
    /// Its number in the graph.
    #[serde(skip)]
    pub node: usize,
    /// The entity.
    pub entity: Named,
    /// How its name was met.
    pub by: Match,
    /// The name that was met.
    pub name: String,
}

/// What is called so.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Found {
    /// The entities that the words name, the best first.
    pub hits: Vec<Hit>,
    /// Where there are none: entities that may be meant, the likeliest first.
    pub near: Vec<Hit>,
}

impl Found {
    /// The entities that the words name outright: by id if there is one, else by canonical
    /// name, else by another name, else by a part. More than one where several bear it.
    pub fn best(&self) -> &[Hit] {
        let Some(first) = self.hits.first() else { return &[] };
        let same = |hit: &Hit| hit.by == first.by;
        &self.hits[..self.hits.iter().take_while(|hit| same(hit)).count()]
    }
}

/// Looks for entities called `words`. Case, width, blanks and quotation marks do not count.
/// Latin letters that no name holds are taken for a reading.
pub fn find(graph: &Snapshot, words: &str) -> Found {
    find_among(graph, words, |_| true)
}

/// The same among the entities that `keep` keeps.
pub fn find_among(graph: &Snapshot, words: &str, keep: impl Fn(usize) -> bool) -> Found {
    let asked = folded(words);
    if asked.is_empty() {
        return Found::default();
    }
    let gather = |how: &(dyn Fn(&str) -> Option<Match> + Sync)| {
        let mut hits = candidates(graph, how);
        hits.retain(|hit| keep(hit.node));
        hits.sort_by_cached_key(|hit| (hit.by, closeness(hit), Reverse(weight(graph, hit.node)), hit.node));
        hits
    };
    if let Some(node) = graph.node_of(words.trim()).filter(|node| keep(*node)) {
        let mut hits = gather(&|name| met(name, &asked));
        hits.retain(|hit| hit.node != node);
        hits.insert(0, Candidate { node, by: Match::Id, name: graph.id(node) });
        return Found { hits: named(graph, &hits), near: Vec::new() };
    }
    let mut hits = gather(&|name| met(name, &asked));
    if let Some(letters) = Letters::of(&asked).filter(|_| hits.is_empty()) {
        hits = gather(&|name| spelled(name, &letters));
    }
    if !hits.is_empty() {
        return Found { hits: named(graph, &hits), near: Vec::new() };
    }
    let sought: Vec<char> = asked.chars().collect();
    let mut near = gather(&|name| missed(name, &asked, &sought));
    if near.is_empty() {
        near = gather(&|name| missed_part(name, &sought));
    }
    // What is one slip away is meant; what is two slips away is then only noise.
    if let Some(Match::Near(least)) = near.iter().map(|hit| hit.by).find(|by| matches!(by, Match::Near(_))) {
        near.retain(|hit| !matches!(hit.by, Match::Near(changes) if changes > least));
    }
    // A bare 区政府 that three counties have is suggested once.
    let mut told = BTreeSet::new();
    near.retain(|hit| told.insert(hit.name));
    near.truncate(SUGGESTIONS);
    Found { hits: Vec::new(), near: named(graph, &near) }
}

/// An entity that may be meant.
struct Candidate<'a> {
    node: usize,
    by: Match,
    name: &'a str,
}

fn named(graph: &Snapshot, hits: &[Candidate<'_>]) -> Vec<Hit> {
    let hit = |hit: &Candidate<'_>| Hit {
        node: hit.node,
        entity: Named::of(graph, hit.node),
        by: hit.by,
        name: hit.name.to_string(),
    };
    hits.iter().map(hit).collect()
}

/// How much a graph has to say of an entity.
fn weight(graph: &Snapshot, node: usize) -> usize {
    graph.mentions(node) + graph.degree(node)
}

/// Entities looked at by one thread at a time.
const TOGETHER: usize = 4096;

/// A pass over all names: entities in the order of their ids, each by the best of its names.
fn candidates<'a>(graph: &'a Snapshot, how: &(dyn Fn(&str) -> Option<Match> + Sync)) -> Vec<Candidate<'a>> {
    let all = graph.node_count();
    let parts = (0..all.div_ceil(TOGETHER)).into_par_iter().map(|part| {
        let mut folded = String::new();
        let nodes = part * TOGETHER..all.min((part + 1) * TOGETHER);
        nodes.filter_map(|node| best_name(graph, node, &mut folded, how)).collect::<Vec<_>>()
    });
    parts.collect::<Vec<_>>().into_iter().flatten().collect()
}

/// The best match among all names of an entity.
fn best_name<'a>(
    graph: &'a Snapshot,
    node: usize,
    folded: &mut String,
    how: &dyn Fn(&str) -> Option<Match>,
) -> Option<Candidate<'a>> {
    let mut best: Option<Candidate<'a>> = None;
    let names = std::iter::once((graph.name(node), true)).chain(graph.aliases(node).map(|alias| (alias, false)));
    for (name, canonical) in names {
        folded.clear();
        fold_into(name, folded);
        let Some(by) = how(folded) else { continue };
        let by = if by == Match::Name && !canonical { Match::Alias } else { by };
        let hit = Candidate { node, by, name };
        if best.as_ref().is_none_or(|best| (hit.by, closeness(&hit)) < (best.by, closeness(best))) {
            best = Some(hit);
        }
    }
    best
}

/// Among matches of one sort the name that leaves least open: the shortest that holds the
/// words, the longest that the words hold.
fn closeness(hit: &Candidate<'_>) -> usize {
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

fn spelled(name: &str, letters: &Letters<'_>) -> Option<Match> {
    let name: Vec<char> = name.chars().collect();
    letters.spell(&name).map(|spelled| match spelled {
        Spelled::Whole => Match::Pinyin,
        Spelled::Start => Match::PinyinStart,
        Spelled::Part => Match::PinyinPart,
    })
}

fn missed(name: &str, asked: &str, sought: &[char]) -> Option<Match> {
    let (length, longest) = (name.chars().count(), sought.len());
    if length >= 2 && asked.contains(name) {
        return Some(Match::Within);
    }
    let name: Vec<char> = name.chars().collect();
    let allowed = (length.min(longest) / 2).min(3);
    if allowed == 0 || length.abs_diff(longest) > allowed {
        return None;
    }
    let changes = distance(&name, sought);
    (changes <= allowed).then_some(Match::Near(changes))
}

/// A part of a name, misspelt: less is forgiven than in a whole name.
fn missed_part(name: &str, sought: &[char]) -> Option<Match> {
    let name: Vec<char> = name.chars().collect();
    let least = name.windows(sought.len().max(1)).map(|part| distance(part, sought)).min()?;
    (least <= (sought.len() / 3).min(2)).then_some(Match::Near(least))
}

/// Characters to put in, take out, change or swap with their neighbour until `a` is `b`
/// (optimal string alignment).
fn distance(a: &[char], b: &[char]) -> usize {
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
    let mut folded = String::new();
    fold_into(words, &mut folded);
    folded
}

fn fold_into(words: &str, folded: &mut String) {
    for c in words.chars() {
        match c {
            // Nearly all characters of names.
            '\u{4E00}'..='\u{9FFF}' | 'a'..='z' | '0'..='9' => folded.push(c),
            '“' | '”' | '‘' | '’' | '「' | '」' | '『' | '』' | '《' | '》' | '"' | '\'' => {}
            '\u{FF01}'..='\u{FF5E}' => {
                let narrow = char::from_u32(c as u32 - 0xFEE0).unwrap_or(c);
                if !"\"'".contains(narrow) {
                    folded.extend(narrow.to_lowercase());
                }
            }
            c if c.is_whitespace() => {}
            c => folded.extend(c.to_lowercase()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distance_counts_changes() {
        let cases = [
            ("", "", 0),
            ("恒泽制药", "", 4),
            ("恒泽制药", "恒则制药", 1),
            ("恒泽制药", "泽恒制药", 1),
            ("云溪县政府", "云溪县人民政府", 2),
        ];
        for (a, b, changes) in cases {
            let [a, b] = [a, b].map(|text| text.chars().collect::<Vec<char>>());
            assert_eq!(distance(&a, &b), changes);
        }
    }

    #[test]
    fn parts_of_names_may_be_misspelt() {
        let near = |name: &str, asked: &str| missed_part(name, &asked.chars().collect::<Vec<char>>());
        assert_eq!(near("岚芝堂药业", "岚芝唐"), Some(Match::Near(1)));
        assert_eq!(near("岚芝堂药业", "药液"), None);
        assert_eq!(near("岚芝堂药业饮片车间", "岚芝唐药叶"), None);
        assert_eq!(near("岚芝堂药业", "山河"), None);
    }

    #[test]
    fn width_case_and_marks_do_not_count() {
        assert_eq!(folded("“ＡＢ 项目”"), "ab项目");
    }
}
