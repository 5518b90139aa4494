//! Series: what a figure of a region counts or measures (地区生产总值, 新增高新技术企业).

use super::cues::CUES;
use super::figures::Figure;
use super::quantities::Quantity;
use crate::model::Span;
use crate::ontology::Attribute;

/// Nouns that end a series and are shared by the members of a list
/// (`规上工业总产值和增加值`, `肉类、禽蛋总产量`).
const HEADS: [&str; 22] = [
    "增加值", "总产值", "产值", "收入", "支出", "余额", "总产量", "产量", "面积", "数量", "总额", "销售额", "交易额",
    "投资", "占比", "比重", "覆盖率", "普及率", "利润", "税收", "人数", "企业",
];

/// The name of the series that the quantity `quantities[at]` belongs to.
pub(super) fn series(
    text: &str,
    clause: Span,
    quantities: &[Quantity],
    at: usize,
    before: Span,
    figure: &Figure,
) -> Option<String> {
    let quantity = &quantities[at];
    let named = Span::new(before.start, figure.trigger.clamp(before.start, before.end)).of(text);
    // A、B分别增长5.3%和7.5%: the n-th number belongs to the n-th name.
    let (first, members) = run(text, quantities, at);
    let head_start = first.checked_sub(1).map_or(clause.start, |at| quantities[at].whole.end);
    let head = &text[head_start..quantities[first].whole.start];
    if members > 1
        && let Some((names, _)) = head.split_once("分别")
    {
        let parts = parts(&strip(names));
        if let Some(part) = parts.get(at - first).filter(|_| parts.len() == members) {
            return Some(part.clone());
        }
    }
    let named = strip(named);
    if !named.is_empty() && named.chars().any(|c| c.is_alphabetic()) {
        return Some(named);
    }
    if at > first && members > 1 {
        return Some(strip(head)).filter(|head| !head.is_empty());
    }
    if matches!(figure.attribute, Attribute::Count | Attribute::Area | Attribute::Length | Attribute::Amount) {
        let after = &text[quantity.whole.end..clause.end];
        let noun: String = after.chars().take_while(|c| !"，。；、（“".contains(*c)).take(14).collect();
        return Some(noun.trim().to_string()).filter(|noun| !noun.is_empty());
    }
    None
}

/// The run of quantities joined by `、`, `和`, `与` that `at` is in: its first and length.
fn run(text: &str, quantities: &[Quantity], at: usize) -> (usize, usize) {
    let joined = |at: usize| {
        let gap = &text[quantities[at].whole.end..quantities[at + 1].whole.start];
        gap.trim_matches(|c| "、和及与 ".contains(c)).is_empty()
    };
    let mut first = at;
    while first > 0 && joined(first - 1) {
        first -= 1;
    }
    let mut last = at;
    while last + 1 < quantities.len() && joined(last) {
        last += 1;
    }
    (first, last - first + 1)
}

/// Takes leads off the head and links off the tail.
fn strip(words: &str) -> String {
    const TAILS: [&str; 24] = [
        "达到", "达", "完成", "实现", "为", "分别", "均", "同比", "发展到", "增加到", "增至", "上升到", "提高到",
        "总量", "共", "已", "突破", "到", "超", "较上年", "比上年", "约", "的", "是",
    ];
    const HEADS: [&str; 8] = ["实现", "完成", "达到", "占", "、", "和", "及", "，"];
    let mut words = words.trim();
    loop {
        if let Some(length) = CUES.lead.at_head(words).filter(|length| *length < words.len()) {
            // 新增 keeps its 新: the series is what came in new.
            if !words.starts_with("新") {
                words = words[length..].trim_start();
                continue;
            }
        }
        if let Some(word) = HEADS.iter().find(|word| words.starts_with(**word)) {
            words = words[word.len()..].trim_start();
            continue;
        }
        if let Some(word) = TAILS.iter().find(|word| words.ends_with(**word)) {
            words = words[..words.len() - word.len()].trim_end();
            continue;
        }
        return words.to_string();
    }
}

/// The members of `A、B和C`, each with the noun they share.
fn parts(words: &str) -> Vec<String> {
    let mut parts: Vec<String> =
        words.split(['、', '和', '及', '与']).map(|part| part.trim().to_string()).filter(|p| !p.is_empty()).collect();
    let ending = |part: &str| HEADS.iter().find(|head| part.ends_with(**head)).copied();
    if let Some(head) = parts.last().and_then(|last| ending(last)) {
        for part in &mut parts {
            if ending(part).is_none() {
                part.push_str(head);
            }
        }
    }
    // 规上工业总产值和增加值: the second has no words of its own but the head.
    if let Some(stem) = parts.first().and_then(|first| Some(first.strip_suffix(ending(first)?)?.to_string())) {
        for part in parts.iter_mut().skip(1) {
            if HEADS.contains(&part.as_str()) {
                part.insert_str(0, &stem);
            }
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_share_their_noun() {
        assert_eq!(parts("规上工业总产值和增加值"), ["规上工业总产值", "规上工业增加值"]);
        assert_eq!(parts("肉类、禽蛋总产量"), ["肉类总产量", "禽蛋总产量"]);
    }

    #[test]
    fn leads_and_links_come_off() {
        assert_eq!(strip("预计，全县地区生产总值"), "地区生产总值");
        assert_eq!(strip("新增高新技术企业"), "新增高新技术企业");
        assert_eq!(strip("实现税收达到"), "税收");
    }
}
