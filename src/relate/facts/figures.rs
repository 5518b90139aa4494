//! Figures: which attribute a quantity is, by the words around it.

use super::cues::CUES;
use super::quantities::{Measure, Quantity};
use crate::model::{Span, Value};
use crate::ontology::{Attribute, Modality};

/// What a quantity says, without its bearer.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Figure {
    /// Which attribute it is.
    pub(super) attribute: Attribute,
    /// The value with its sign.
    pub(super) value: Value,
    /// From the word that gives the attribute to the end of the quantity.
    pub(super) span: Span,
    /// Where the word that gives the attribute starts: the series is named before it.
    pub(super) trigger: usize,
}

/// Reads the quantity at `quantities[at]`; `before` runs from the end of the quantity before
/// it (or the head of the clause). `None` for thresholds (5000万元以上项目), for the value
/// something came from (由2600元增加到…) and for what names no figure.
pub(super) fn figure(
    text: &str,
    clause: Span,
    quantity: &Quantity,
    before: Span,
    previous: Option<&Figure>,
    modality: Modality,
) -> Option<Figure> {
    let words = before.of(text);
    let after = &text[quantity.whole.end..clause.end];
    if came_from(words, after) || is_threshold(quantity, words, after) {
        return None;
    }
    let start = quantity.whole.start;
    let plain = |attribute| Figure {
        attribute,
        value: quantity.value.clone(),
        span: Span::new(start, quantity.whole.end),
        trigger: start,
    };
    match quantity.measure {
        Measure::Percent | Measure::Points | Measure::Times => Some(change(text, quantity, before, previous)),
        Measure::Ratio => Some(plain(Attribute::Share)),
        Measure::Money => Some(plain(money(words, after, modality, previous))),
        Measure::Area => Some(plain(Attribute::Area)),
        Measure::Length => Some(plain(Attribute::Length)),
        Measure::Power => Some(plain(Attribute::Capacity)),
        Measure::Physical if makes(words) => Some(plain(Attribute::Capacity)),
        Measure::Physical => Some(plain(Attribute::Amount)),
        Measure::Count if makes(words) => Some(plain(Attribute::Capacity)),
        Measure::Count => Some(plain(Attribute::Count)),
    }
}

/// 由2600元增加到1.18万元, 从278家增至309家.
fn came_from(words: &str, after: &str) -> bool {
    const TURNS: [&str; 20] = [
        "增", "提", "上升", "下降", "降", "减", "升", "扩", "压", "缩", "到", "至", "跃", "调整", "优化", "发展", "变",
        "回落", "跨越", "突破",
    ];
    let from = words.rfind(['由', '从']).is_some_and(|at| !words[at..].contains('、'));
    from && TURNS.iter().any(|turn| after.starts_with(turn))
}

/// 5000万元以上项目, 投资额超100亿元项目: the number bounds a class.
fn is_threshold(quantity: &Quantity, words: &str, after: &str) -> bool {
    if !matches!(quantity.measure, Measure::Money | Measure::Area | Measure::Physical | Measure::Power) {
        return false;
    }
    if words.ends_with("每") || after.starts_with("/") {
        return false;
    }
    CUES.thresholds.at_head(after).is_some()
}

fn makes(words: &str) -> bool {
    const MAKES: [&str; 18] = [
        "年产", "产能", "日处理", "处理能力", "装机", "库容", "供水能力", "年处理", "吞吐", "生产能力", "容量", "日供",
        "年加工", "仓储能力", "年可生产", "容纳", "日产", "储能",
    ];
    MAKES.iter().any(|word| words.contains(word))
}

fn money(words: &str, after: &str, modality: Modality, previous: Option<&Figure>) -> Attribute {
    let inherits = words.trim_matches(|c| "、和及与 ".contains(c)).is_empty();
    if let Some(previous) = previous.filter(|_| inherits && !words.is_empty())
        && previous.attribute != Attribute::Growth
        && previous.attribute != Attribute::Count
    {
        return previous.attribute;
    }
    const PLANNED: [&str; 18] = [
        "涉及投资", "涉及总投资", "总投资", "计划投资", "合同投资", "协议投资", "意向投资", "概算", "拟投资",
        "预计投资", "估算投资", "合同总投资", "计划总投资", "协议总投资", "意向总投资", "投资总额", "合同额", "投资额",
    ];
    let completed = |words: &str| {
        let at = words.rfind("投资");
        at.is_some_and(|at| {
            words[..at].contains("完成") || words[..at].ends_with("累计") || words[at..].contains("完成")
        }) || words.contains("已投资")
    };
    if completed(words) && !words.ends_with("计划总投资") {
        return Attribute::InvestmentCompleted;
    }
    if words.ends_with("累计完成") {
        return Attribute::InvestmentCompleted;
    }
    if PLANNED.iter().any(|word| words.contains(word)) && !words.contains("固定资产") {
        return Attribute::InvestmentPlanned;
    }
    let trimmed = words.trim_end_matches(['了', '达', '到', '为']);
    if trimmed.ends_with("投资") && !trimmed.ends_with("固定资产投资") && !trimmed.ends_with("引进投资") {
        let flows = ["争取", "到位", "引进", "利用", "预算内"].iter().any(|word| trimmed.contains(word));
        if flows {
            return Attribute::Amount;
        }
        let whole = modality == Modality::Planned || after.starts_with('的');
        return if whole { Attribute::InvestmentPlanned } else { Attribute::InvestmentCompleted };
    }
    if words.contains("产值") && !words.contains("净增") {
        return Attribute::OutputValue;
    }
    if words.contains("总产值") || words.contains("产值") {
        return Attribute::OutputValue;
    }
    Attribute::Amount
}

const RISES: [&str; 27] = [
    "同比增长", "增长", "上升", "提高", "提升", "增加", "上涨", "扩大", "回升", "加快", "递增", "净增", "收窄", "增速",
    "增幅", "涨幅", "升幅", "攀升", "增", "升", "改善", "翻", "反弹", "增长率", "跃升", "涨", "高出",
];
const FALLS: [&str; 18] = [
    "下降", "降低", "减少", "压缩", "下滑", "回落", "缩短", "降幅", "负增长", "压减", "减幅", "降", "减", "精简",
    "压降", "缩减", "削减", "减征",
];

/// Growth where a word of rise or fall stands before it, otherwise a share.
fn change(text: &str, quantity: &Quantity, before: Span, previous: Option<&Figure>) -> Figure {
    let words = before.of(text);
    let whole =
        |attribute, value, trigger| Figure { attribute, value, span: Span::new(trigger, quantity.whole.end), trigger };
    let share = |trigger| whole(Attribute::Share, quantity.value.clone(), trigger);
    let listed = words.trim_matches(|c| "、和及与 ".contains(c)).is_empty();
    if let Some(previous) = previous.filter(|_| listed)
        && matches!(previous.attribute, Attribute::Growth | Attribute::Share)
    {
        let negative = matches!(previous.value, Value::Number(number) if number < 0.0);
        return whole(previous.attribute, signed(&quantity.value, negative), quantity.whole.start);
    }
    let end = trim_tail(words);
    let stem = &words[..end];
    // 提高到43%, 压减至3%: the level reached, not the change; 增速达到8%: the change.
    let reached = words[end..].contains(['到', '至']) || words[end..].starts_with("控制在");
    let rise = RISES.iter().find(|word| stem.ends_with(**word));
    let fall = FALLS.iter().find(|word| stem.ends_with(**word));
    let is_rate = |word: &str| word.ends_with(['速', '幅', '率']);
    let longest = match (rise, fall) {
        (Some(rise), Some(fall)) => Some((*if fall.len() > rise.len() { fall } else { rise }, fall.len() > rise.len())),
        (Some(rise), None) => Some((*rise, false)),
        (None, Some(fall)) => Some((*fall, true)),
        (None, None) => None,
    };
    let start = |word: &str| before.start + end - word.len();
    match longest {
        Some((word, negative)) if !reached || is_rate(word) => {
            whole(Attribute::Growth, signed(&quantity.value, negative), start(word))
        }
        Some((word, _)) => share(start(word)),
        None if quantity.measure == Measure::Times => {
            whole(Attribute::Growth, quantity.value.clone(), quantity.whole.start)
        }
        None if FALLS.iter().any(|word| words.starts_with(word)) && !words.contains(['占', '率', '比']) => {
            whole(Attribute::Growth, signed(&quantity.value, true), before.start)
        }
        None => {
            let far = |word: &str| words.rfind(word).map(|at| (at, word.len()));
            let rise = ["增长", "增速", "增幅", "涨幅"].iter().filter_map(|word| far(word)).max();
            let part = ["占", "率", "比重", "比例", "比"].iter().filter_map(|word| far(word)).max();
            match rise {
                Some((at, _)) if part.is_none_or(|(part, _)| part < at) && at + 30 > words.len() => {
                    whole(Attribute::Growth, quantity.value.clone(), before.start + at)
                }
                _ => share(quantity.whole.start),
            }
        }
    }
}

/// Where the words that only lead to the number begin (`了`, `达到`, `控制在`).
fn trim_tail(words: &str) -> usize {
    const LINKS: [&str; 16] = [
        "了", "达到", "达", "到", "至", "为", "控制在", "保持在", "均", "分别", "目标", "稳定在", "预期", "在", "高达",
        "仅",
    ];
    let mut end = words.len();
    while let Some(word) = LINKS.iter().find(|word| words[..end].ends_with(**word)) {
        end -= word.len();
    }
    end
}

fn signed(value: &Value, negative: bool) -> Value {
    match value {
        Value::Number(number) if negative => Value::Number(-number.abs()),
        Value::Text(words) if negative => Value::Text(format!("-{words}")),
        other => other.clone(),
    }
}
