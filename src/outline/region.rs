//! Which region reports.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::lexicon::genre;
use crate::lexicon::matcher::{Matcher, matcher};
use crate::lexicon::places::{self, Place};

/// Last characters of divisions.
const SUFFIXES: &[char] = &['省', '市', '区', '县', '州', '盟', '旗'];

/// What follows the region's name in a head.
const FRAMES: &[&str] = &["人民政府", "政府工作报告", "管理委员会", "管委会", "工作报告", "第"];

/// What may stand before it.
const OPENERS: &[&str] = &[
    "在", "代表", "——", "年", "，", "、", " ", "（", "日", "会上", "会议上", "会议", "通过", "的", "—", "―", "\u{3000}",
];

/// The region that the lines of a head name: `2021年通化市东昌区政府工作报告`,
/// `在云溪县第十届人民代表大会`, `我代表云溪县人民政府`.
pub(super) fn named_in<'a>(lines: impl Iterator<Item = &'a str>) -> Option<String> {
    let mut best: Option<String> = None;
    for line in lines {
        for frame in FRAMES {
            for (at, _) in line.match_indices(frame) {
                if *frame == "第" && !line[at..].contains("人民代表大会") {
                    continue;
                }
                let Some(name) = name_before(&line[..at]) else { continue };
                if best.as_ref().is_none_or(|known| known.len() < name.len() && name.ends_with(known.as_str())) {
                    best = Some(name.to_string());
                }
            }
        }
    }
    best
}

/// The last division of a chain of divisions: 云溪县 of 青岚市云溪县.
pub fn own_name(chain: &str) -> &str {
    let body = &chain[..chain.len() - chain.chars().last().map_or(0, char::len_utf8)];
    body.rfind(['省', '市', '州']).map_or(chain, |at| {
        let rest = &chain[at + '市'.len_utf8()..];
        if rest.chars().count() >= 2 { rest } else { chain }
    })
}

fn name_before(words: &str) -> Option<&str> {
    let start = OPENERS.iter().filter_map(|opener| words.rfind(opener).map(|at| at + opener.len())).max().unwrap_or(0);
    let name = words[start..].trim();
    let letters = name.chars().count();
    let chinese = name.chars().all(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
    let ends = name.ends_with(SUFFIXES) || name.ends_with("新区") || name.ends_with("开发区");
    (chinese && ends && (2..=20).contains(&letters) && !name.starts_with(['我', '全', '本'])).then_some(name)
}

/// The division that a text without a head speaks of: its own level is told by
/// 全区/我区/区委, the name is the one of that level that is named most.
pub(super) fn most_named(text: &str) -> Option<String> {
    // “居全市第一” speaks of what lies above; the region's own congress and its own party
    // committee (在区委的坚强领导下) tell its level best
    let mut counts = [[0usize; FORMS.len()]; LEVELS.len()];
    LEVEL_WORDS.find_overlapping(text, |found| {
        counts[found.value() as usize / FORMS.len()][found.value() as usize % FORMS.len()] += 1;
    });
    let weigh = |[all, own, congress, council, committee, first, best, before]: [usize; FORMS.len()]| {
        all.saturating_sub(first + best + before) + 3 * own + 4 * (congress + council + committee)
    };
    let levels = std::array::from_fn::<_, { LEVELS.len() }, _>(|level| (LEVELS[level], weigh(counts[level])));
    let (suffix, _) = levels.into_iter().filter(|(_, n)| *n > 0).max_by_key(|(_, n)| *n)?;
    // every division of that level by how often its full or short name stands in the text
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for found in NAMES.automaton.leftmost_find_iter(text) {
        // 建成县道 holds no 成县: names of two characters only where nothing leans on them
        let brief = found.end() - found.start() <= 2 * '县'.len_utf8();
        let leans = text[..found.start()].chars().next_back().is_some_and(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
        if brief && leans && text[found.start()..found.end()].ends_with(suffix) {
            continue;
        }
        for place in NAMES.places[found.value() as usize].iter().filter(|place| place.name.ends_with(suffix)) {
            let full = found.end() - found.start() == place.name.len();
            *counts.entry(place.code).or_insert(0) += if full { FULL_NAME_WEIGHT } else { 1 };
        }
    }
    // homonyms: the one whose city or province the text names as well
    let above = |code: &str| places::ancestors(code).iter().filter(|place| text.contains(place.short_name())).count();
    let most = counts.values().max().copied()?;
    let candidates = counts.into_iter().filter(|(_, count)| *count == most);
    let best = candidates.max_by_key(|(code, _)| (above(code), std::cmp::Reverse(*code)))?;
    places::by_code(best.0).map(|place| place.name.to_string())
}

/// Last characters of the divisions that report.
const LEVELS: [char; 4] = ['区', '县', '市', '省'];

/// Before and behind them: what tells the level of a report; the last three, that it speaks of what
/// lies above.
const FORMS: [(&str, &str); 8] =
    [("全", ""), ("我", ""), ("", "人大"), ("", "政协"), ("在", "委"), ("全", "第"), ("全", "首"), ("全", "前")];

/// Each form of each level, by level and form.
static LEVEL_WORDS: LazyLock<Matcher> = LazyLock::new(|| {
    let forms = LEVELS.iter().flat_map(|level| FORMS.map(|(before, behind)| format!("{before}{level}{behind}")));
    matcher("words that tell a level", forms.zip(0..))
});

/// What a full name weighs against a short one.
const FULL_NAME_WEIGHT: usize = 3;

struct Names {
    /// The places that bear each name.
    places: Vec<Vec<Place>>,
    automaton: Matcher,
}

/// Full and short names of divisions and areas, short names that are words left out.
static NAMES: LazyLock<Names> = LazyLock::new(|| {
    let mut by_name: BTreeMap<&str, Vec<Place>> = BTreeMap::new();
    for (name, place) in places::all_names() {
        let doubtful = genre::is_common(name) || name != place.name && places::short_name_risk(name).is_some();
        if name.chars().count() >= 2 && !doubtful {
            by_name.entry(name).or_default().push(place);
        }
    }
    let patterns: Vec<(&str, u32)> = by_name.keys().enumerate().map(|(at, name)| (*name, at as u32)).collect();
    let automaton = matcher("names of divisions", patterns);
    Names { places: by_name.into_values().collect(), automaton }
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fullest_name_of_the_head_wins() {
        let lines = ["2021年青岚市云溪区政府工作报告—全文", "——2021年1月5日在云溪区第九届人民代表大会第五次会议上"];
        assert_eq!(named_in(lines.into_iter()).as_deref(), Some("青岚市云溪区"));
        assert_eq!(
            named_in(["现在，我代表大坪新区管理委员会向大会作工作报告"].into_iter()).as_deref(),
            Some("大坪新区")
        );
        assert_eq!(named_in(["现在，我代表市人民政府向大会报告工作"].into_iter()), None);
    }
}
