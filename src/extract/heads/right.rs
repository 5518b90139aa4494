//! Where a name ends: words behind a head that belong to it, and words that make it the
//! opening of a longer one.

use super::table::Group;
use crate::extract::context::{Context, Reach};
use crate::extract::tokens::{Class, Token};
use crate::model::Span;
use crate::ontology::Kind;

/// Words behind a head that belong to the name: phases, 项目, 建设工程.
const TAILS: &[&str] = &[
    "一期", "二期", "三期", "四期", "五期", "项目", "工程", "一期工程", "二期工程", "三期工程", "扩建", "改扩建",
    "扩建工程", "改造工程", "建设工程", "建设项目", "改造项目", "改造扩建", "升级改造", "提升改造", "改造提升",
    "清淤扩容", "扩容", "总部", "改造", "扩建项目", "改扩建项目", "东延", "西延", "南延", "北延", "延长线",
    "改造提升工程", "升级改造工程",
];

/// One past the last token that extends the name which ends before `next`.
pub(super) fn extend(context: &Context<'_>, tokens: &[Token], mut next: usize, institution: bool) -> usize {
    loop {
        let Some(token) = tokens.get(next) else { return next };
        let word = context.word(token);
        if word == "改造" && institution {
            return next;
        }
        if TAILS.contains(&word) {
            next += 1;
        } else if matches!(word, "一" | "二" | "三" | "四")
            && tokens.get(next + 1).is_some_and(|t| context.word(t) == "期")
        {
            next += 2;
        } else if let Some(end) = phases(context, tokens, next) {
            next = end;
        } else if let Some(end) = section(context, tokens, next) {
            next = end;
        } else if word.ends_with('段') && word.chars().count() <= 4 && token.class == Class::Proper {
            next += 1;
        } else if word == "（" {
            // （一期）, （深圳段）
            let close = (next + 1..(next + 6).min(tokens.len())).find(|at| context.word(&tokens[*at]) == "）");
            let Some(close) = close else { return next };
            let inside = Span::new(tokens[next + 1].span.start, tokens[close].span.start).of(context.text);
            if !inside.ends_with(['期', '段']) {
                return next;
            }
            next = close + 1;
        } else {
            return next;
        }
    }
}

/// One past the coordinated phases that begin at token `from`: 一、二期.
fn phases(context: &Context<'_>, tokens: &[Token], from: usize) -> Option<usize> {
    let word = |at: usize| tokens.get(at).map_or("", |token| context.word(token));
    let first = NUMERALS.contains(&word(from)) && matches!(word(from + 1), "、" | "和" | "及");
    match word(from + 2) {
        second
            if first && NUMERALS.iter().any(|n| second.strip_prefix(n).is_some_and(|rest| rest.starts_with('期'))) =>
        {
            Some(from + 3)
        }
        second if first && NUMERALS.contains(&second) && word(from + 3) == "期" => Some(from + 4),
        _ => None,
    }
}

/// The names of the phases that `name` coordinates: 水厂一、二期工程 names 水厂一期工程 and
/// 水厂二期工程.
pub(super) fn each_phase(name: &str) -> Option<[String; 2]> {
    let (at, mark) = name.match_indices(['、', '和', '及']).find(|(at, mark)| {
        let left = NUMERALS.iter().any(|numeral| name[..*at].ends_with(numeral));
        let right = &name[at + mark.len()..];
        left && NUMERALS.iter().any(|numeral| right.strip_prefix(numeral).is_some_and(|rest| rest.starts_with('期')))
    })?;
    let first = name[..at].chars().last()?;
    let opening = &name[..at - first.len_utf8()];
    let rest = &name[at + mark.len()..];
    let second = rest.chars().next()?;
    let tail = &rest[second.len_utf8()..];
    Some([format!("{opening}{first}{tail}"), format!("{opening}{second}{tail}")])
}

/// Numbers of phases.
const NUMERALS: &[&str] = &["一", "二", "三", "四", "五"];

/// One past the 段 that a place's name before it makes part of a line's name: 云溪段.
fn section(context: &Context<'_>, tokens: &[Token], from: usize) -> Option<usize> {
    let proper = tokens[from..].iter().take(4).take_while(|token| token.class == Class::Proper).count();
    let at = (from..from + proper).find(|at| context.word(&tokens[*at]) == "段").filter(|at| *at > from)?;
    Some(at + 1)
}

/// Words after a program's name that speak of it and are not part of it.
const ABOUT_PROGRAMS: &[&str] =
    &["任务", "工作", "目标", "要求", "成果", "试点", "活动", "方案", "项目", "专班", "部署", "成效", "经验", "建设"];

/// Words of figures that a sector's name may stand before: 加工业销售收入.
const FIGURES: &[&str] = &[
    "产值", "增加值", "销售", "营业", "营收", "主营", "投资", "占", "总", "比重", "税收", "收入", "利润", "规模",
    "产量",
];

/// What is counted at a port, a park or a station.
const TRAFFIC: &[&str] = &[
    "旅客", "货邮", "货物", "集装箱", "吞吐", "客流", "客运", "货运", "全年", "年货", "年旅", "板块", "入驻", "接待",
    "实现",
];

/// Whether token `next` begins to count what passes through a port or a park.
pub(super) fn counts_traffic(context: &Context<'_>, tokens: &[Token], next: usize) -> bool {
    tokens.get(next).is_some_and(|token| TRAFFIC.iter().any(|word| context.word(token).starts_with(word)))
}

/// Whether the name from token `first` opens with the number of a meeting.
fn is_numbered(context: &Context<'_>, tokens: &[Token], first: usize) -> bool {
    let name = &context.text[tokens[first].span.start..];
    name.starts_with("首届") || name.starts_with('第')
}

/// Whether a name that ends before token `next` is not merely the opening of a longer
/// noun (项目 in 项目建设, 银行 in 银行业).
pub(super) fn ends_here(
    context: &Context<'_>,
    tokens: &[Token],
    next: usize,
    group: &Group,
    own: &Reach,
    named: bool,
) -> bool {
    let Some(token) = tokens.get(next) else { return true };
    let kind = group.kind();
    match token.class {
        Class::Common | Class::Verb | Class::Proper => match kind {
            Kind::Enterprise => group.id != "enterprise.weak",
            Kind::Town | Kind::Honor => true,
            Kind::Program => ABOUT_PROGRAMS.contains(&context.word(token)),
            Kind::Site if group.id == "site.institution" => true,
            // 萧山国际机场旅客吞吐量, 舟山港集装箱吞吐量
            Kind::Site | Kind::Project if own.proper && counts_traffic(context, tokens, next) => true,
            // 首届“青BA”联赛场场爆满
            Kind::Event if is_numbered(context, tokens, own.first) => true,
            Kind::Site | Kind::Project if group.id != "project.transport" => {
                named && token.class != Class::Proper && !group.id.ends_with("named")
            }
            Kind::Industry => FIGURES.iter().any(|word| context.word(token).starts_with(word)),
            Kind::Event => matches!(context.word(token), "上" | "中" | "期间" | "活动"),
            // 云青高铁征迁: what is done for a line names the line
            Kind::Project if group.id == "project.transport" => token.class != Class::Proper,
            _ => false,
        },
        Class::Open => context.word(token) == "（",
        _ => true,
    }
}
