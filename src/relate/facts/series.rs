//! Series: what a figure of a region counts or measures (地区生产总值, 新增高新技术企业).

use super::Told;
use super::counted::{counted, unnumbered, without_number};
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

/// The name of the series that the quantity `quantities[at]` belongs to; `prior` are the words of the
/// clause before.
#[allow(clippy::too_many_arguments, reason = "what is said of a figure stands in many places")]
pub(super) fn series(
    text: &str,
    clause: Span,
    quantities: &[Quantity],
    at: usize,
    before: Span,
    figure: &Figure,
    told: &[Told],
    prior: Option<&str>,
) -> Option<String> {
    let quantity = &quantities[at];
    let named = Span::new(before.start, figure.trigger.clamp(before.start, before.end)).of(text);
    // A、B分别增长5.3%和7.5%: the n-th number belongs to the n-th name.
    let (first, members) = run(text, quantities, at);
    let head_start = first.checked_sub(1).map_or(clause.start, |at| quantities[at].whole.end);
    let head = &text[head_start..quantities[first].whole.start];
    if members > 1 {
        // 公办园、普惠园增至62所、123所; 企业利润、税收跃上新台阶，分别为2亿元和3亿元
        let names = strip(head.split_once("分别").map_or(head, |(names, _)| names));
        let parts = parts(&if names.is_empty() { prior.map(topic).unwrap_or_default() } else { names });
        if let Some(part) = parts.get(at - first).filter(|_| parts.len() == members) {
            return Some(part.clone());
        }
    }
    let last = told.last().and_then(|told| told.series.as_deref());
    let behind = || counted(before.of(text), &text[quantity.whole.end..clause.end]);
    let counts = matches!(figure.attribute, Attribute::Count | Attribute::Area | Attribute::Length | Attribute::Amount);
    let (listed, mut named) = (LISTING.iter().any(|word| named.trim_end().ends_with(word)), strip(named));
    // 推进甲、乙等7个重大项目, 调查发现2种新物种: what is counted stands behind the number.
    if counts
        && (listed || ends_in_verb(&named))
        && let Some(counted) = behind()
    {
        return Some(counted);
    }
    // 总投资18.8亿元的53个集镇建设项目
    if matches!(figure.attribute, Attribute::InvestmentPlanned | Attribute::InvestmentCompleted)
        && (named.is_empty() || is_dependent(&named) || is_verb(&named))
        && let Some(noun) = text[quantity.whole.end..clause.end].strip_prefix('的').map(without_number)
        && noun.chars().count() > 2
    {
        return Some(format!("{noun}{}", if named.ends_with("总投资") { "总投资" } else { "投资" }));
    }
    // 引进超亿元项目22个、总投资143亿元
    if (is_dependent(&named) || named.ends_with("投资") && is_verb(&named))
        && let Some(last) = told.last().filter(|told| told.figure.attribute == Attribute::Count)
        && let Some(series) = last.series.as_deref().filter(|series| !series.ends_with(&named))
    {
        return Some(format!("{series}{named}"));
    }
    if matches!(named.as_str(), "总数" | "总量" | "累计" | "总计" | "总数量") {
        // 新增上市企业2家，总数24家: the whole of what the figure before adds to.
        named = last.map_or(named, whole);
    }
    let mut deed = String::new();
    if is_verb(&named) || EMPTY.contains(&named.as_str()) || compares(&named) {
        deed = std::mem::take(&mut named);
    }
    // 完成老旧小区改造3.1万户、占年度任务的138%; 中国专利金奖9项、占全国22.5%
    let whole_of = before.of(text).trim_start_matches(['、', '，']).starts_with('占');
    if figure.attribute == Attribute::Share
        && !named.is_empty()
        && (whole_of || named.ends_with("任务"))
        && let Some(last) = last
    {
        return Some(format!("{last}占{named}"));
    }
    // 城镇化率60%、高于全国0.7个百分点
    if figure.attribute == Attribute::Growth
        && ["高于", "低于", "快于"].iter().any(|word| named.starts_with(word))
        && let Some(last) = last
    {
        return Some(format!("{last}{named}"));
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
    // 减少会议25.6%
    let trigger = figure.trigger.clamp(before.start, quantity.whole.start);
    let changed = &text[trigger..quantity.whole.start];
    if figure.attribute == Attribute::Growth
        && let Some(rest) = ["减少", "压减", "压缩", "精简", "削减"].iter().find_map(|word| changed.strip_prefix(word))
        && rest.chars().count() > 1
    {
        return Some(strip(rest)).filter(|rest| !rest.is_empty());
    }
    let part = figure.attribute == Attribute::Share;
    let counted = (counts || part).then(behind).flatten().filter(|counted| !part || counted.chars().count() > 4);
    counted.or_else(|| goes_on(&deed, quantity, told.last(), prior))
}

/// Deeds that tell by themselves what they are measured in.
const TELLING: &[&str] = &[
    "造林", "征地", "绿化", "融资", "授信", "供地", "减税", "退耕", "创收", "增收", "脱贫", "减贫", "招商", "收储",
    "拆除",
];

/// The series of a figure that has no more words than a deed: it goes on with the figure before it, where
/// both are counted alike (新增保障房5套、竣工3套; 上市企业2家，达到9家), or the deed tells it (造林3万亩).
fn goes_on(deed: &str, quantity: &Quantity, last: Option<&Told>, prior: Option<&str>) -> Option<String> {
    let links = ["", "突破", "超过", "发展到", "增加", "总量", "总数"].contains(&deed);
    // 国高企业数量增长2倍、达到1703家
    let changes = |told: &Told| links && matches!(told.figure.attribute, Attribute::Growth | Attribute::Share);
    let last = last.filter(|told| told.unit == quantity.unit || changes(told)).and_then(|told| told.series.as_deref());
    if let Some(last) = last {
        let thing = thing(last);
        return Some(if links || thing.is_empty() { whole(last) } else { format!("{deed}{thing}") });
    }
    // 创新载体倍增，达到100家
    if links && let Some(prior) = prior.map(topic).filter(|topic| (2..=16).contains(&topic.chars().count())) {
        return Some(format!("{prior}{deed}"));
    }
    let persons = matches!(quantity.unit.as_deref(), Some("人" | "人次" | "户" | "名"));
    match deed {
        _ if links => None,
        _ if TELLING.iter().any(|word| deed.contains(word)) || deed.chars().count() >= 4 => Some(deed.to_string()),
        _ if persons && deed.chars().count() > 1 => Some(format!("{deed}{}", quantity.unit.as_deref()?)),
        _ => None,
    }
}

/// What a clause before is about: its words up to what is said of them.
fn topic(clause: &str) -> String {
    const SAID: &[&str] = &[
        "跃上", "迈上", "再上", "持续", "稳步", "实现", "保持", "不断", "显著", "快速", "大幅", "突破", "倍增", "翻番",
        "全面", "增量", "提质", "明显", "蓬勃", "加快", "稳定", "进一步", "成为", "位居", "首次",
    ];
    let clause = strip(clause);
    let end = SAID.iter().filter_map(|word| clause.find(word)).min().unwrap_or(clause.len());
    let topic = &clause[..end];
    if topic.contains(|c: char| c.is_ascii_digit()) { String::new() } else { topic.to_string() }
}

/// The noun of a series without the verbs before it: 新建保障房 → 保障房.
fn thing(series: &str) -> &str {
    let mut rest = series;
    while let Some(length) = CUES.verbs.at_head(rest).or_else(|| CUES.lead.at_head(rest)) {
        rest = &rest[length..];
    }
    rest
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
    thing(words.trim_end_matches('了')).is_empty() && CUES.dependents.at_head(words) != Some(words.len())
}

/// Whether the last word of a series is a verb, whose object what is counted then is.
fn ends_in_verb(words: &str) -> bool {
    let words = words.trim_end_matches('了');
    let last = words.char_indices().rev().nth(1).map_or(words, |(at, _)| &words[at..]);
    genre::common(last) == Some(true) || is_verb(last)
}

/// Last words before a figure behind which what is counted stands.
const LISTING: &[&str] = &["、", "和", "及", "与", "等", "剩余"];

/// Words before a figure that name nothing: prepositions, adverbs, measures.
const EMPTY: &[&str] = &[
    "对", "在", "以", "向", "为", "从", "与", "将", "即", "年", "次", "率", "地", "人", "参", "其", "约", "每", "用于",
    "圆满", "首批", "重点", "完工", "免费", "剩余", "全国", "全省", "全市", "大关",
];

/// 较“十三五”末, 的有: words that only lead to the figure.
fn compares(words: &str) -> bool {
    words == "的有"
        || words.starts_with(['较', '比']) && words.ends_with(['年', '末', '期', '初', '高', '低', '多', '少'])
}

/// Whether a series is no more than a measure of what was told before (总投资, 建筑面积).
fn is_dependent(words: &str) -> bool {
    CUES.dependents.at_head(words) == Some(words.len())
}

/// Takes leads off the head and links off the tail.
fn strip(words: &str) -> String {
    const TAILS: [&str; 36] = [
        "年均", "跨越", "跃上", "达到", "达", "完成", "实现", "为", "分别", "均", "同比", "发展到", "增加到", "增至",
        "上升到", "提高到", "总量", "共", "已", "突破", "到", "超", "较上年", "比上年", "约", "的", "是", "大幅",
        "小幅", "快速", "稳步", "实际", "历史性", "首次", "稳定在", "保持",
    ];
    const HEADS: [&str; 10] = ["实现", "完成", "达到", "占", "、", "和", "及", "，", "但", "；"];
    let mut words = unnumbered(words.trim_matches([' ', '；', '，', '、', '。']));
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
            // 新增 keeps its 新: the series is what came in new; 高标准农田 is a noun.
            if !words.starts_with("新") && !words.starts_with("高标准农田") {
                words = words[length..].trim_start();
                continue;
            }
        }
        if let Some(word) = HEADS.iter().find(|word| words.starts_with(**word) && !words.starts_with("及时")) {
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
