//! Which region reports.

use std::collections::BTreeMap;

/// Last characters of divisions.
const SUFFIXES: &[char] = &['省', '市', '区', '县', '州', '盟', '旗'];

/// What follows the region's name in a head.
const FRAMES: &[&str] = &["人民政府", "政府工作报告", "管理委员会", "管委会", "工作报告", "第"];

/// What may stand before it.
const OPENERS: &[&str] = &["在", "代表", "——", "年", "，", "、", " ", "（", "日", "—", "―", "上", "\u{3000}"];

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
    let weigh = |suffix: char| {
        let count = |word: &str| text.matches(word).count();
        let ranked = ["第", "首", "前"].iter().map(|word| count(&format!("全{suffix}{word}"))).sum::<usize>();
        count(&format!("全{suffix}")).saturating_sub(ranked)
            + 3 * count(&format!("我{suffix}"))
            + 4 * count(&format!("{suffix}人大"))
            + 4 * count(&format!("{suffix}政协"))
            + 4 * count(&format!("在{suffix}委"))
    };
    let levels = ['区', '县', '市', '省'].map(|suffix| (suffix, weigh(suffix)));
    let (suffix, _) = levels.into_iter().filter(|(_, n)| *n > 0).max_by_key(|(_, n)| *n)?;
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for (at, _) in text.match_indices(suffix) {
        let end = at + suffix.len_utf8();
        for letters in 2..=4 {
            let Some((start, _)) = text[..at].char_indices().rev().nth(letters - 1) else { continue };
            let name = &text[start..end];
            if name.chars().all(|c| ('\u{4e00}'..='\u{9fff}').contains(&c)) && is_division(name) {
                *counts.entry(name).or_insert(0) += 1;
            }
        }
    }
    // a short form counts for its full one: 龙岗 for 龙岗区
    let weigh = |name: &str| text.matches(&name[..name.len() - suffix.len_utf8()]).count();
    counts.keys().map(|name| (weigh(name), *name)).max().map(|(_, name)| name.to_string())
}

fn is_division(name: &str) -> bool {
    !crate::lexicon::places::find(name).is_empty()
}

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
