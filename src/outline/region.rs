//! Which region reports.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

use crate::lexicon::genre;
use crate::lexicon::matcher::{Matcher, matcher};
use crate::lexicon::places::{self, Place};
use crate::lexicon::words;
use crate::model::Level;

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
    let mut levels = std::array::from_fn::<_, { LEVELS.len() }, _>(|level| (LEVELS[level], weigh(counts[level])));
    // a new area says 新区 of itself
    let (area, party) = (text.matches("新区").count(), text.matches("新区党工委").count());
    levels[0].1 += area / 5 + 4 * party;
    let (suffix, _) = levels.into_iter().filter(|(_, n)| *n > 0).max_by_key(|(_, n)| *n)?;
    let named = Named::of(text);
    let best = named.most(|naming| {
        let place = &naming.place;
        is_of(place, suffix) && (place.level != Level::Area || naming.is_own_area(area))
    })?;
    Some(named.district(&best).unwrap_or(best).name.to_string())
}

/// Whether a division reports as one whose level is told by `suffix`: what is 县 in an older report
/// may be 区 by now.
fn is_of(place: &Place, suffix: char) -> bool {
    match suffix {
        '区' | '县' => {
            place.level == Level::County && !place.name.ends_with('市')
                || suffix == '区' && place.name.ends_with("新区")
        }
        _ => place.name.ends_with(suffix),
    }
}

/// How often a text names each division.
struct Named<'t> {
    text: &'t str,
    /// By code.
    places: BTreeMap<&'static str, Naming>,
}

/// How a text names a division.
struct Naming {
    place: Place,
    /// How often its full name stands there.
    fulls: usize,
    /// Where its short name does, or what may be it.
    shorts: Vec<Range<usize>>,
}

impl Naming {
    /// How often it is named at most, fully or in short.
    fn most(&self) -> usize {
        self.fulls * FULL_NAME_WEIGHT + self.shorts.len()
    }

    /// Whether a text that says 新区 so often means this one where it gives no name.
    fn is_own_area(&self, area: usize) -> bool {
        area >= self.fulls + BARE_AREA
    }
}

impl<'t> Named<'t> {
    fn of(text: &'t str) -> Self {
        let mut places: BTreeMap<&str, Naming> = BTreeMap::new();
        for found in NAMES.automaton.leftmost_find_iter(text) {
            let range = found.start()..found.end();
            // 建成县道 holds no 成县: names of two characters only where nothing leans on them
            let brief = range.len() <= 2 * '县'.len_utf8();
            let leans = text[..range.start].chars().next_back().is_some_and(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
            for place in &NAMES.places[found.value() as usize] {
                let full = range.len() == place.name.len();
                if full && brief && leans {
                    continue;
                }
                let unnamed = || Naming { place: *place, fulls: 0, shorts: Vec::new() };
                let naming = places.entry(place.code).or_insert_with(unnamed);
                if full { naming.fulls += 1 } else { naming.shorts.push(range.clone()) }
            }
        }
        Self { text, places }
    }

    /// How often the text says the name of a new area without 新区.
    fn bare(&self, naming: &Naming) -> usize {
        naming.place.name.strip_suffix("新区").map_or(0, |short| self.text.matches(short).count())
    }

    /// How often a place is named, by short names that are words of their own: 新平 is none in 创新平台.
    fn count(&self, naming: &Naming) -> usize {
        let shorts = naming.shorts.iter().filter(|short| stands_alone(self.text, short)).count();
        naming.fulls * FULL_NAME_WEIGHT + self.bare(naming) + shorts
    }

    /// The district of `city` that reports in truth: it says 全市 of its city, and its own name
    /// twice as often as that of the city (`光明` of 光明区, a word that is no name elsewhere).
    fn district(&self, city: &Place) -> Option<Place> {
        let count = |place: &Place| self.text.matches(place.short_name()).count();
        let inside = |naming: &&Naming| {
            naming.place.level == Level::County && naming.place.parent == city.code && naming.fulls >= 3
        };
        let best = self.places.values().filter(inside).map(|naming| (count(&naming.place), naming.place));
        let (times, district) = best.max_by_key(|(times, place)| (*times, std::cmp::Reverse(place.code)))?;
        (city.level == Level::City && times >= 2 * count(city).max(10)).then_some(district)
    }

    /// The place of those that `fits` which is named most: homonyms are told apart by whether the text
    /// names their city or province as well.
    fn most(&self, fits: impl Fn(&Naming) -> bool) -> Option<Place> {
        let mut candidates: Vec<&Naming> = self.places.values().filter(|naming| fits(naming)).collect();
        candidates.sort_by_key(|naming| (std::cmp::Reverse(naming.most()), naming.place.code));
        let rank = |naming: &Naming| {
            let above = places::ancestors(naming.place.code);
            let named = above.iter().filter(|above| self.text.contains(above.short_name())).count();
            (named, std::cmp::Reverse(naming.place.code))
        };
        let mut best: Option<(usize, &Naming)> = None;
        for naming in candidates.into_iter().take(LOOKED_AT) {
            let most = best.map_or(1, |(count, _)| count);
            // A close look only takes short names away.
            if naming.most() + self.bare(naming) < most {
                continue;
            }
            let count = self.count(naming);
            if count > most || count == most && best.is_none_or(|(_, other)| rank(naming) > rank(other)) {
                best = Some((count, naming));
            }
        }
        best.map(|(_, naming)| naming.place)
    }
}

/// Whether the segmenter sees a word of its own, or several, at `range`.
fn stands_alone(text: &str, range: &Range<usize>) -> bool {
    const REACH: usize = 8;
    let start = text[..range.start].char_indices().rev().take(REACH).last().map_or(range.start, |(at, _)| at);
    let end = text[range.end..].char_indices().nth(REACH).map_or(text.len(), |(at, _)| range.end + at);
    let mut at = start;
    let (mut opens, mut closes) = (false, false);
    for word in words::cut(&text[start..end]) {
        opens |= at == range.start;
        at += word.len();
        closes |= at == range.end;
    }
    opens && closes
}

/// How often a report of a new area says 新区 without its name, at least.
const BARE_AREA: usize = 10;

/// Names of divisions that are words for a part of any town.
const PARTS: &[&str] = &["老城区", "新城区", "城中区", "市中区", "城区", "郊区", "矿区"];

/// How many of the places that are named most are looked at closely.
const LOOKED_AT: usize = 8;

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
        let doubtful = PARTS.contains(&name)
            || genre::is_common(name)
            || name != place.name && places::short_name_risk(name).is_some();
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

    #[test]
    fn a_text_without_a_head_names_its_region_most() {
        // 新平 in 创新平台 is no county, and 清苑 was one when this was said.
        let county = "全县建设创新平台3个，创新平台服务全县。清苑环境改善，清苑形象提升，县委领导有力。";
        assert_eq!(most_named(county).as_deref(), Some("清苑区"));
        let area = "新区党工委带领新区上下，大鹏新区创新发展，大鹏所城开放，大鹏美丽。".to_string()
            + &"新区事业前进。".repeat(12);
        assert_eq!(most_named(&area).as_deref(), Some("大鹏新区"));
        // 新区 by name is another's.
        let near = "全区抢抓雄安新区机遇，服务雄安新区，对接雄安新区。全区经济向好，清苑发展，清苑奋进，清苑崛起。";
        assert_eq!(most_named(near).as_deref(), Some("清苑区"));
    }
}
