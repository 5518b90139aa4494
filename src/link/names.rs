//! Names and the forms they imply.

use std::collections::BTreeMap;

use super::Draft;
use crate::model::{Entity, Mention};
use crate::ontology::Kind;

/// The form under which two spellings of one name meet: no quotes, title marks, spaces or
/// middle dots; brackets full width; no 地铁 before the number of a line; no 项目 or 建设项目 at the end of a longer name.
pub(super) fn key(name: &str) -> String {
    let stays = |c: char| !c.is_whitespace() && !"“”\"'‘’「」《》·.•".contains(c);
    let mut plain = String::with_capacity(name.len());
    plain.extend(name.chars().filter(|c| (*c >= '\u{4e00}' && *c <= '\u{9fff}') || stays(*c)).map(|c| match c {
        '(' => '（',
        ')' => '）',
        c => c.to_ascii_lowercase(),
    }));
    // 地铁8号线, 轨道交通8号线 and 8号线 are one line
    let line = ["轨道交通", "城市轨道交通", "地铁", "轨道", "轻轨"].iter().find_map(|word| plain.strip_prefix(word));
    if let Some(line) = line.filter(|line| line.starts_with(|c: char| c.is_ascii_digit()) && line.contains("号线")) {
        return line.to_string();
    }
    if plain.chars().count() <= 4 {
        return plain;
    }
    let short = plain.strip_suffix("项目").map_or(plain.as_str(), |rest| rest.strip_suffix("建设").unwrap_or(rest));
    short.to_string()
}

/// One draft for each key. The kind is the one that the surest mentions give; the name is
/// the longest form.
pub(super) fn group(text: &str, mentions: &[Mention]) -> Vec<Draft> {
    let mut groups: BTreeMap<String, Vec<&Mention>> = BTreeMap::new();
    for mention in mentions {
        groups.entry(key(mention.name(text))).or_default().push(mention);
    }
    groups.into_values().map(|members| draft(text, &members)).collect()
}

fn draft(text: &str, members: &[&Mention]) -> Draft {
    let mut weights: BTreeMap<Kind, f32> = BTreeMap::new();
    for member in members {
        *weights.entry(member.kind).or_insert(0.0) += member.confidence;
    }
    let mut best = (members[0].kind, 0.0);
    for (kind, weight) in weights {
        if weight > best.1 {
            best = (kind, weight);
        }
    }
    let kind = best.0;
    let mut names: Vec<&str> = members.iter().map(|member| member.name(text)).collect();
    names.sort_by_key(|name| (std::cmp::Reverse(name.chars().count()), *name));
    names.dedup();
    let name = names[0].to_string();
    let first = members.iter().find(|member| member.kind == kind).unwrap_or(&members[0]);
    let mut aliases: Vec<String> = names[1..].iter().map(|name| name.to_string()).collect();
    // 蓝天 in 蓝天、净土行动 is 蓝天行动, and is called 蓝天 as well
    aliases
        .extend(members.iter().filter(|member| member.name.is_some()).map(|member| member.span.of(text).to_string()));
    aliases.extend(implied(&name, kind));
    let confidence = members.iter().map(|member| member.confidence).fold(0.0, f32::max);
    Draft {
        entity: Entity {
            kind,
            name,
            aliases,
            mentions: Vec::new(),
            code: None,
            level: None,
            scope: None,
            rule: first.rule.clone(),
            confidence,
            reasons: Vec::new(),
        },
        spans: members.iter().map(|member| member.span).collect(),
    }
}

/// Forms that a name with quotes or a year implies: “春风护苗”行动 is called “春风护苗” and
/// 春风护苗.
fn implied(name: &str, kind: Kind) -> Vec<String> {
    let mut forms = Vec::new();
    if matches!(kind, Kind::Program | Kind::Event | Kind::Project | Kind::Product | Kind::Site | Kind::Honor)
        && let Some(open) = name.find('“')
        && let Some(close) = name.rfind('”')
        && open < close
        && name.matches('“').count() == 1
    {
        let inside = &name[open + '“'.len_utf8()..close];
        if inside.chars().count() >= 2 {
            forms.push(name[open..close + '”'.len_utf8()].to_string());
            forms.push(inside.to_string());
            forms.push(name[open..].to_string());
        }
    }
    if kind == Kind::Program {
        for ending in ["建设", "工作", "任务", "行动", "计划"] {
            if let Some(short) = name.strip_suffix(ending)
                && short.chars().count() >= 4
                && (ending == "工作" || ending == "任务" || ending == "建设")
            {
                forms.push(short.to_string());
            }
        }
    }
    if kind == Kind::Project {
        for ending in ["建设项目", "工程项目", "项目", "建设工程", "建设"] {
            if let Some(short) = name.strip_suffix(ending)
                && short.chars().count() >= 4
            {
                forms.push(short.to_string());
                break;
            }
        }
    }
    // 云溪县第十届人民代表大会第三次会议 without its region
    if kind == Kind::Event
        && let Some(at) = name.find('第').filter(|at| *at > 0 && name.ends_with("次会议"))
    {
        forms.push(name[at..].to_string());
    }
    if matches!(kind, Kind::Honor | Kind::Event) {
        forms.extend(without_scope(name));
    }
    forms.retain(|form| form != name && !form.is_empty());
    forms.sort();
    forms.dedup();
    forms
}

/// 全国首批自然资源节约示范县 is called 自然资源节约示范县; 第六届云湖龙舟大赛 云湖龙舟大赛.
fn without_scope(name: &str) -> Vec<String> {
    let mut forms = Vec::new();
    let mut rest = name;
    loop {
        let cut = [
            "全国", "全省", "全市", "国家级", "省级", "市级", "国家", "首批", "首届", "中国", "省", "市", "年度", "度",
        ]
        .iter()
        .find_map(|word| rest.strip_prefix(word))
        .or_else(|| ordinal(rest));
        let Some(shorter) = cut.filter(|shorter| shorter.chars().count() >= 4) else { return forms };
        forms.push(shorter.to_string());
        rest = shorter;
    }
}

/// What follows `第六届`, `2023年`, `第三批`.
fn ordinal(name: &str) -> Option<&str> {
    let digits = name.len() - name.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    if digits == 4 {
        return Some(name[4..].trim_start_matches('年'));
    }
    let rest = name.strip_prefix('第')?;
    let at = rest.find(['届', '批', '次'])?;
    (at <= 9).then(|| &rest[at + '届'.len_utf8()..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_name_meet() {
        assert_eq!(key("云溪数谷项目"), key("云溪数谷"));
        assert_eq!(key("“春风护苗”行动"), key("春风护苗行动"));
        assert_ne!(key("数谷"), key("云溪数谷"));
    }

    #[test]
    fn names_imply_their_short_forms() {
        assert_eq!(implied("“春风护苗”行动", Kind::Program), ["“春风护苗”", "春风护苗"]);
        assert!(implied("全国首批森林康养示范县", Kind::Honor).contains(&"森林康养示范县".to_string()));
        assert!(implied("2023第六届云湖龙舟大赛", Kind::Event).contains(&"云湖龙舟大赛".to_string()));
    }
}
