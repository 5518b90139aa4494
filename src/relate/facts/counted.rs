//! What is counted, out of the words around its number.

use super::cues::CUES;
use crate::lexicon::genre;

/// Verbs before a count that say nothing of what is counted.
const LINKING: &[&str] = &[
    "预计", "计划", "规划", "总量", "总数", "总计", "全部", "年度", "年均", "合同", "协议", "意向", "概算", "实现",
    "完成", "达到", "高于", "快于", "超过",
];

/// What is counted behind its number, with the verb before the number that governs it (打通24条断头路
/// → 打通断头路), or with what is said of it (3社区入选百强 → 社区入选百强).
pub(super) fn counted(before: &str, after: &str) -> Option<String> {
    let mut words = unnumbered(before.trim());
    while let Some(length) = CUES.lead.at_head(words).filter(|length| *length < words.len()) {
        words = words[length..].trim_start();
    }
    let alone = Some(words.trim_end_matches('了')).filter(|words| genre::common(words) == Some(true));
    let verb = CUES.verbs.at_head(words).map(|length| &words[..length]).or(alone);
    let verb = verb.filter(|verb| verb.chars().count() > 1 && !LINKING.contains(verb));
    let thing = said(after);
    let aside = ["对", "在", "以", "向", "为", "从", "与"].iter().any(|word| words.ends_with(word));
    (!thing.is_empty() && (!aside || thing.chars().count() > 4)).then(|| format!("{}{thing}", verb.unwrap_or_default()))
}

/// A noun without the number and measure before it: 53个集镇建设项目 → 集镇建设项目.
pub(super) fn without_number(words: &str) -> String {
    const MEASURES: &[&str] = &[
        "千瓦时", "千瓦", "兆瓦", "千伏", "平方米", "平方公里", "公里", "吨", "亩", "个", "项", "条", "家", "处", "座",
        "所", "户",
    ];
    let rest = words.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    if rest.len() == words.len() {
        return said(words);
    }
    let rest = rest.trim_start_matches(['多', '余', '万']);
    said(MEASURES.iter().find_map(|measure| rest.strip_prefix(measure)).unwrap_or(rest))
}

/// Words without the mark of a list before them: `10.`, `⑨`, `（3）`, `112、`.
pub(super) fn unnumbered(words: &str) -> &str {
    let bare = words.trim_start_matches(|c: char| ('①'..='⑳').contains(&c));
    let inner = bare.strip_prefix(['（', '(']).unwrap_or(bare);
    let rest = inner.trim_start_matches(|c: char| c.is_ascii_digit());
    match rest.strip_prefix(['.', '．', '、', '）', ')']) {
        Some(rest) if rest.len() + 1 < inner.len() && !rest.starts_with(|c: char| c.is_ascii_digit()) => {
            rest.trim_start()
        }
        _ => bare,
    }
}

/// The words after a count up to the next mark or number, where they are short enough to be understood
/// as one series.
fn said(after: &str) -> String {
    const LONGEST: usize = 20;
    let after = after.trim_start_matches(['的', '”']);
    // 24个5000万元以上项目: the number that bounds the class is part of it
    let bound = after.len() - after.trim_start_matches(|c: char| c.is_ascii_digit() || ".万亿元".contains(c)).len();
    let above = ["以上", "以内"].into_iter().find(|word| bound > 0 && after[bound..].starts_with(word));
    let bound = bound + above.map_or(0, str::len);
    let mut end = 0;
    let mut open = 0;
    for (at, sign) in after.char_indices().skip_while(|(at, _)| *at < bound) {
        match sign {
            '“' => open += 1,
            '”' => open -= 1,
            '，' | '。' | '；' | '、' | '（' | '(' | ' ' => break,
            // …项目投资突破2000亿元: the words lead to another figure
            _ if sign.is_ascii_digit() && open == 0 => {
                // 改善20所小学办学条件
                let rest = without_number(&after[at..]);
                if after[..at].ends_with(['和', '及', '与']) {
                    break;
                }
                let named = noun(&after[bound..]);
                return match (named.is_empty(), rest.is_empty()) {
                    (false, _) => format!("{}{named}", &after[..bound]),
                    (true, false) => format!("{}{rest}", &after[..at]),
                    (true, true) => String::new(),
                };
            }
            _ => {}
        }
        end = at + sign.len_utf8();
    }
    if end == 0 {
        return String::new();
    }
    let whole = after[..end].trim().trim_end_matches(['和', '及', '与', '的', '等']);
    let (opened, closed) = (whole.matches('“').count(), whole.matches('”').count());
    if opened == closed && (1..=LONGEST).contains(&whole.chars().count()) { whole.to_string() } else { noun(after) }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_counted_has_its_verb_or_what_is_said_of_it() {
        assert_eq!(counted("打通", "断头路").as_deref(), Some("打通断头路"));
        assert_eq!(counted("", "社区入选百强").as_deref(), Some("社区入选百强"));
        assert_eq!(counted("投入", "改善20所小学办学条件").as_deref(), Some("投入改善小学办学条件"));
        assert_eq!(counted("（3）新建改造", "公园和10个花漾街区").as_deref(), Some("新建公园"));
        assert_eq!(counted("对", "企业"), None);
        assert_eq!(counted("累计达到", ""), None);
    }

    #[test]
    fn marks_of_lists_and_measures_come_off() {
        assert_eq!(unnumbered("10.垃圾分类覆盖率"), "垃圾分类覆盖率");
        assert_eq!(unnumbered("⑨新增停车位"), "新增停车位");
        assert_eq!(unnumbered("5G基站"), "5G基站");
        assert_eq!(without_number("53个集镇建设项目"), "集镇建设项目");
    }
}
