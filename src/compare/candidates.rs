//! Where a later report may speak of something: by the thing itself, by its names, by the rare words of its name.

use std::collections::BTreeMap;

use super::names::{Rarity, core};
use super::outcome::Because;
use super::passages::{Passage, pairs};
use super::reports::{Series, Told};
use crate::graph::file::NodeRow;
use crate::lexicon::places;

/// Share of what a name tells that must stand together for a name much like it.
const LIKE: f64 = 0.6;

/// Share from which something is a little like it: not taken, but told.
pub(super) const NEAR: f64 = 0.5;

/// Characters of a name that is looked for by its pairs: a shorter one shares them with too many.
const LONG: usize = 5;

/// Characters of a name that other things hardly bear.
const CERTAIN: usize = 5;

/// What the rarest pair of a name must tell where the name has lost its place: it stands in less than one of
/// a thousand passages (6.9 = ln 1000).
const RARE: f64 = 6.9;

/// A place that may speak of the thing.
#[derive(Debug, Clone, Copy)]
pub(super) struct Candidate {
    /// Number of the passage.
    pub(super) passage: usize,
    /// Bytes of its plain words.
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) because: Because,
    /// How likely it is the same thing, 0 to 1.
    pub(super) sure: f64,
}

/// A name that is looked for, and what else is known of it.
#[derive(Debug)]
pub(super) struct Wanted<'g> {
    node: &'g NodeRow,
    pub(super) name: String,
    others: Vec<String>,
}

impl<'g> Wanted<'g> {
    /// All names of a thing planned in the reports that `series` holds.
    pub(super) fn of(node: &'g NodeRow, series: &Series<'_>, rarity: &Rarity) -> Self {
        let own = &series.own_names();
        let name = core(&node.name, own);
        let count = name.chars().count();
        // Of a long name a short piece is no name.
        let long = |other: &String| {
            let other_count = other.chars().count();
            other_count >= 4 && *other != name && (2 * other_count >= count || !name.contains(other.as_str()))
        };
        let mut others: Vec<String> = node.aliases.iter().map(|alias| core(alias, own)).filter(long).collect();
        let code = series.region.attributes.code.as_deref().unwrap_or("");
        let rest = without_place(&name, code).filter(|rest| pairs(rest).any(|pair| rarity.weight(pair) > RARE));
        others.extend(rest.filter(|rest| !others.iter().any(|other| other == rest)).map(String::from));
        Self { node, name, others }
    }

    /// The places of a report that speak of it, and how like it the best of the others is.
    pub(super) fn places(&self, told: &Told<'_>, rarity: &Rarity) -> (Vec<Candidate>, f64) {
        let mut found: BTreeMap<(usize, usize), Candidate> = BTreeMap::new();
        let mut take = |one: Candidate| {
            let known = found.entry((one.passage, one.start)).or_insert(one);
            if one.sure > known.sure {
                *known = one;
            }
        };
        self.mentions(told).for_each(&mut take);
        self.named(told, &self.name, Because::SameName, 0.9).into_iter().for_each(&mut take);
        for other in &self.others {
            self.named(told, other, Because::OtherName, 0.82).into_iter().for_each(&mut take);
        }
        if !found.is_empty() {
            return (found.into_values().collect(), 1.0);
        }
        let (like, best) = self.like(told, rarity);
        (like, best)
    }

    /// Whether one of its names stands in some plain words.
    pub(super) fn is_in(&self, plain: &str) -> bool {
        plain.contains(&self.name) || self.others.iter().any(|other| plain.contains(other))
    }

    /// Where the graph says that it is named.
    fn mentions<'a>(&'a self, told: &'a Told<'_>) -> impl Iterator<Item = Candidate> + 'a {
        let here = self.node.mentions.iter().filter(|mention| mention.document == told.row.id);
        here.filter_map(|mention| {
            let passage = told.passages.at(mention.start)?;
            let words = &told.passages.all[passage];
            let (start, end) = (words.in_plain(mention.start), words.in_plain(mention.end));
            (start < end).then_some(Candidate { passage, start, end, because: Because::SameEntity, sure: 0.95 })
        })
    }

    /// Where a name stands.
    fn named(&self, told: &Told<'_>, name: &str, because: Because, sure: f64) -> Vec<Candidate> {
        let count = name.chars().count();
        let Some(first) = pairs(name).next() else { return Vec::new() };
        let (because, sure) = if count < CERTAIN { (Because::ShortName, sure * 0.85) } else { (because, sure) };
        let places = told.passages.pairs.get(&first).map_or(&[][..], Vec::as_slice);
        let mut found = Vec::new();
        for &passage in places {
            let passage = passage as usize;
            let plain = &told.passages.all[passage].plain;
            let hits = plain.match_indices(name);
            found.extend(hits.map(|(at, _)| Candidate { passage, start: at, end: at + name.len(), because, sure }));
        }
        found
    }

    /// Where most of what the name tells stands close together.
    fn like(&self, told: &Told<'_>, rarity: &Rarity) -> (Vec<Candidate>, f64) {
        let wanted: Vec<_> = pairs(&self.name).collect();
        if wanted.len() + 1 < LONG {
            return (Vec::new(), 0.0);
        }
        let whole: f64 = wanted.iter().map(|pair| rarity.weight(*pair)).sum();
        let mut shares: BTreeMap<u32, f64> = BTreeMap::new();
        for pair in &wanted {
            for place in told.passages.pairs.get(pair).map_or(&[][..], Vec::as_slice) {
                *shares.entry(*place).or_default() += rarity.weight(*pair) / whole;
            }
        }
        let mut best = 0.0_f64;
        let mut found = Vec::new();
        for (passage, share) in shares {
            if share < NEAR {
                continue;
            }
            let words = &told.passages.all[passage as usize];
            let (share, start, end) = closest(words, &wanted, rarity, whole);
            let whole_name = runs_through(&self.name, &words.plain[start..end]);
            let parts = self.name.chars().filter(|c| tells_apart(*c));
            let head = self.name.chars().next_back();
            // The last character says what it is: 城区 is no 城市.
            let apart = parts.chain(head).any(|c| !words.plain[start..end].contains(c));
            best = best.max(share);
            if !apart && (share >= LIKE || whole_name) {
                let sure = 0.45 + (share.max(LIKE) - LIKE) / (1.0 - LIKE) * 0.3 + if whole_name { 0.12 } else { 0.0 };
                found.push(Candidate { passage: passage as usize, start, end, because: Because::LikeName, sure });
            }
        }
        (found, best)
    }
}

/// A name without the county or district in front of it, where enough is left (上蔡李斯文化园 → 李斯文化园).
fn without_place<'n>(name: &'n str, code: &str) -> Option<&'n str> {
    let ends: Vec<usize> = name.char_indices().map(|(at, _)| at).skip(2).take(3).collect();
    let place = ends.into_iter().rev().find(|end| !places::find_within(&name[..*end], code).is_empty())?;
    let rest = &name[place..];
    (rest.chars().count() >= CERTAIN).then_some(rest)
}

/// Characters that tell parts of a thing apart: 一期 and 二期, 南段 and 北段.
fn tells_apart(c: char) -> bool {
    c.is_ascii_alphanumeric() || "一二三四五六七八九十东南西北中上下前后新老".contains(c)
}

/// Whether all of a name stands in a stretch in its order, with a few words between (杨靖宇将军纪念馆 for
/// 杨靖宇纪念馆), or all but one character of a long name that tells nothing apart.
fn runs_through(name: &str, stretch: &str) -> bool {
    let mut left = stretch.chars();
    let missing: Vec<char> = name
        .chars()
        .filter(|c| {
            let mut rest = left.clone();
            let met = rest.any(|other| other == *c);
            if met {
                left = rest;
            }
            !met
        })
        .collect();
    missing.len() <= name.chars().count() / 8 && !missing.iter().any(|c| tells_apart(*c))
}

/// The stretch of a passage, at most half as long again as the name, in which the most of it stands: the
/// share of its weight, and the bytes of the plain words.
fn closest(passage: &Passage, wanted: &[[char; 2]], rarity: &Rarity, whole: f64) -> (f64, usize, usize) {
    let chars: Vec<(usize, char)> = passage.plain.char_indices().collect();
    let width = wanted.len() + wanted.len() / 2 + 2;
    let mut best = (0.0, 0, 0);
    for from in 0..chars.len().saturating_sub(1) {
        if !wanted.contains(&[chars[from].1, chars[from + 1].1]) {
            continue;
        }
        let stretch = &chars[from..chars.len().min(from + width)];
        // Stretches do not run over marks: what stands behind one is something else.
        let until = stretch.iter().position(|(_, c)| matches!(c, '，' | '。' | '：' | '、')).unwrap_or(stretch.len());
        let stretch = &stretch[..until];
        let has = |pair: &&[char; 2]| stretch.windows(2).any(|two| two[0].1 == pair[0] && two[1].1 == pair[1]);
        let share: f64 = wanted.iter().filter(has).map(|pair| rarity.weight(*pair)).sum::<f64>() / whole;
        if share > best.0 {
            let end = stretch.last().map_or(0, |(at, c)| at + c.len_utf8());
            best = (share, stretch[0].0, end);
        }
    }
    best
}
