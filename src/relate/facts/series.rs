//! Series: what a figure of a region counts or measures (地区生产总值, 新增高新技术企业).

use super::Told;
use super::cues::CUES;
use super::figures::Figure;
use super::quantities::Quantity;
use crate::lexicon::genre;
use crate::model::Span;
use crate::ontology::Attribute;

/// Nouns that end a series and are shared by the members of a list
/// (`规上工业总产值和增加值`, `肉类、禽蛋总产量`).
const HEADS: [&str; 24] = [
    "居民人均可支配收入", "人均可支配收入", "吞吐量", "增加值", "总产值", "产值", "收入", "支出", "余额", "总产量",
    "产量", "面积", "数量", "总额", "销售额", "交易额", "投资", "占比", "比重", "覆盖率", "普及率", "利润", "税收",
    "人数",
];

/// The name of the series that the quantity `quantities[at]` belongs to.
pub(super) fn series(
    text: &str,
    clause: Span,
    quantities: &[Quantity],
    at: usize,
    before: Span,
    figure: &Figure,
    told: &[Told],
) -> Option<String> {
    let quantity = &quantities[at];
    let named = Span::new(before.start, figure.trigger.clamp(before.start, before.end)).of(text);
    // A、B分别增长5.3%和7.5%: the n-th number belongs to the n-th name.
    let (first, members) = run(text, quantities, at);
    let head_start = first.checked_sub(1).map_or(clause.start, |at| quantities[at].whole.end);
    let head = &text[head_start..quantities[first].whole.start];
    if members > 1 {
        // 公办园、普惠园增至62所、123所
        let parts = parts(&strip(head.split_once("分别").map_or(head, |(names, _)| names)));
        if let Some(part) = parts.get(at - first).filter(|_| parts.len() == members) {
            return Some(part.clone());
        }
    }
    let last = told.last().and_then(|told| told.series.as_deref());
    let behind = || Some(noun(&text[quantity.whole.end..clause.end])).filter(|noun| !noun.is_empty());
    let counts = matches!(figure.attribute, Attribute::Count | Attribute::Area | Attribute::Length | Attribute::Amount);
    let (listed, mut named) = (named.trim_end().ends_with(['、', '和', '及', '与', '等']), strip(named));
    // 推进甲、乙等7个重大项目, 调查发现2种新物种: what is counted stands behind the number.
    if counts
        && (listed || ends_in_verb(&named))
        && let Some(noun) = behind()
    {
        let added = ["新增", "净增"].into_iter().find(|word| !listed && named.ends_with(word)).unwrap_or_default();
        return Some(format!("{added}{noun}"));
    }
    if matches!(named.as_str(), "总数" | "总量" | "累计" | "总计" | "总数量") {
        // 新增上市企业2家，总数24家: the whole of what the figure before adds to.
        named = last.map_or(named, whole);
    }
    if is_verb(&named) {
        named.clear();
    }
    // 完成老旧小区改造3.1万户、占年度任务的138%
    if figure.attribute == Attribute::Share
        && named.ends_with("任务")
        && let Some(last) = last
    {
        return Some(format!("{last}占{named}"));
    }
    // 网络零售实现161.29亿元、大幅增长41.0%
    if named.is_empty()
        && matches!(figure.attribute, Attribute::Growth | Attribute::Share)
        && let Some(last) = last
    {
        return Some(last.to_string());
    }
    if !named.is_empty() && named.chars().any(|c| c.is_alphabetic()) {
        return Some(named);
    }
    if at > first && members > 1 {
        let head = strip(head);
        if !head.is_empty() && !is_verb(&head) {
            return Some(head);
        }
    }
    if counts { behind() } else { None }
}

/// The run of quantities joined by `、`, `和`, `与` that `at` is in: its first and length.
pub(super) fn run(text: &str, quantities: &[Quantity], at: usize) -> (usize, usize) {
    let joined = |at: usize| {
        let gap = &text[quantities[at].whole.end..quantities[at + 1].whole.start];
        // 分别提升至2360元/月、1300元/月
        let gap = ["/月", "/年", "/人"].iter().find_map(|each| gap.strip_prefix(each)).unwrap_or(gap);
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

/// 新增上市企业 → 上市企业.
fn whole(series: &str) -> String {
    let added = ["新增", "净增", "新建", "新认定", "新"].iter().find_map(|word| series.strip_prefix(word));
    added.unwrap_or(series).to_string()
}

/// Whether a series is no more than a verb (实施, 新建): the things counted follow then.
fn is_verb(words: &str) -> bool {
    let mut rest = words.trim_end_matches('了');
    while let Some(length) = CUES.verbs.at_head(rest).or_else(|| CUES.lead.at_head(rest)) {
        rest = &rest[length..];
    }
    rest.is_empty() && CUES.dependents.at_head(words) != Some(words.len())
}

/// Whether the last word of a series is a verb, whose object what is counted then is.
fn ends_in_verb(words: &str) -> bool {
    let words = words.trim_end_matches('了');
    let last = words.char_indices().rev().nth(1).map_or(words, |(at, _)| &words[at..]);
    genre::common(last) == Some(true) || is_verb(last)
}

/// The noun at the head of the words after a count (`个老旧小区完成改造` → 老旧小区): up to
/// the next verb, mark or number.
fn noun(after: &str) -> String {
    let after = after.trim_start_matches(['的', '”']);
    if CUES.verbs.at_head(after).or_else(|| CUES.lead.at_head(after)).is_some_and(|length| length > 3) {
        return String::new();
    }
    let mut end = 0;
    for (at, sign) in after.char_indices().take(16) {
        let stops = "，。；、（“在与向被把为以".contains(sign) || sign.is_ascii_digit();
        let rest = &after[at..];
        let verb = CUES.verbs.at_head(rest).or_else(|| CUES.lead.at_head(rest)).is_some_and(|length| length > 3);
        if stops || verb && at > 3 {
            break;
        }
        end = at + sign.len_utf8();
    }
    after[..end].trim().trim_end_matches(['和', '及', '与', '的']).to_string()
}

/// Takes leads off the head and links off the tail.
fn strip(words: &str) -> String {
    const TAILS: [&str; 33] = [
        "达到", "达", "完成", "实现", "为", "分别", "均", "同比", "发展到", "增加到", "增至", "上升到", "提高到",
        "总量", "共", "已", "突破", "到", "超", "较上年", "比上年", "约", "的", "是", "大幅", "小幅", "快速", "稳步",
        "实际", "历史性", "首次", "稳定在", "保持",
    ];
    const HEADS: [&str; 8] = ["实现", "完成", "达到", "占", "、", "和", "及", "，"];
    let mut words = words.trim();
    // 三次产业结构由20:37:43调整为…, 综合指数较2015年分别…: the series is named before.
    for (at, sign) in words.char_indices().rev() {
        let rest = &words[at..];
        let digit = rest.chars().nth(1).is_some_and(|c| c.is_ascii_digit());
        let compares = "比较".contains(sign)
            && (digit || ["上年", "去年", "年初", "“", "同期"].iter().any(|w| rest[sign.len_utf8()..].starts_with(w)));
        if at > 0 && ("由从".contains(sign) && digit || compares) {
            words = words[..at].trim_end();
            break;
        }
    }
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
            if ending(part).is_none() && !part.ends_with(['数', '率', '额', '量', '值', '积']) {
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
        assert_eq!(parts("事故起数和死亡人数"), ["事故起数", "死亡人数"]);
    }

    #[test]
    fn leads_and_links_come_off() {
        assert_eq!(strip("预计，全县地区生产总值"), "地区生产总值");
        assert_eq!(strip("新增高新技术企业"), "新增高新技术企业");
        assert_eq!(strip("实现税收达到"), "税收");
    }
}
