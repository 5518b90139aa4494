//! The reasons of merges in Chinese.

use crate::ontology::Language;

/// What merges say in English and how that is said in Chinese; `{}` is a word of the text.
const REASONS: &[(&str, &str)] = &[
    ("in brackets behind it", "在其后的括号中"),
    ("one division code", "区划代码相同"),
    ("renamed in {}", "{}年更名"),
    ("short form before {}", "“{}”之前的简称"),
    ("short form of the quoted name", "引号名称的简称"),
    ("the Party's centre", "党中央"),
    ("the region's word for itself", "地区的自称"),
    ("the reporting government", "报告的政府"),
    ("the reporting region", "报告地区"),
    ("the same after {}", "去掉“{}”后相同"),
    ("the same before {}", "“{}”之前相同"),
    ("the same congress", "同一次会议"),
    ("the same with its seat", "与其总部相同"),
];

/// A reason as entities carry it (`万通 → 万通药业: short form before 药业`) in `language`.
pub fn reason_in(language: Language, reason: &str) -> String {
    let Some((names, why)) = reason.rsplit_once(": ").filter(|_| language == Language::Zh) else {
        return reason.to_string();
    };
    let told = REASONS.iter().find_map(|(en, zh)| match en.split_once("{}") {
        Some((head, tail)) => {
            Some(zh.replace("{}", why.strip_prefix(head)?.strip_suffix(tail).filter(|word| !word.is_empty())?))
        }
        None => (why == *en).then(|| zh.to_string()),
    });
    format!("{names}：{}", told.as_deref().unwrap_or(why))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reasons_are_told_in_chinese_with_their_words() {
        let told = |reason: &str| reason_in(Language::Zh, reason);
        assert_eq!(told("恒泽 → 恒泽药业: short form before 药业"), "恒泽 → 恒泽药业：“药业”之前的简称");
        assert_eq!(told("我县 → 云溪县: the region's word for itself"), "我县 → 云溪县：地区的自称");
        assert_eq!(reason_in(Language::En, "甲 → 乙: one division code"), "甲 → 乙: one division code");
    }
}
