//! What speaks against a name found by its head, check by check.

use super::table::{Group, HEADS};
use super::{Head, PHYSICAL};
use crate::extract::context::{Context, Edge, Reach};
use crate::extract::tokens::{Class, Token};
use crate::extract::{generic, quantities};
use crate::lexicon::{genre, places};
use crate::model::{Saying, Span};
use crate::ontology::Kind;

/// A name found by its head, before it is judged.
#[derive(Clone, Copy)]
pub(super) struct Candidate<'a> {
    pub context: &'a Context<'a>,
    pub tokens: &'a [Token],
    pub head: &'a Head,
    pub group: &'a Group,
    /// How far left of the head the name goes.
    pub reach: Reach,
    /// Whether the words before the head are a proper name and no more.
    pub named: bool,
}

/// Bytes that a name may have; the longest annotated one has 221. Damaged files have words without end,
/// and what looks at every part of a name would not end either.
const LONGEST: usize = 240;

type Check = fn(&Candidate<'_>) -> bool;

/// Words of works that are built, dug and mended.
const BUILT: &[&str] = &[
    "改造", "扩建", "新建", "建设", "加固", "管", "水", "电", "气", "热", "绿化", "硬化", "亮化", "维修", "整治",
    "复绿", "修复", "厂", "房", "桥", "路", "库", "站", "网", "填", "消防", "电影", "广播",
];

/// What may speak against a candidate, in the order in which it is asked.
const CHECKS: &[(Saying, Check)] = &[
    (Saying { en: "longer than any name", zh: "比任何名称都长" }, is_overlong),
    (Saying { en: "a class with a count behind it", zh: "后面跟着数量，说的是一类" }, is_counted),
    (Saying { en: "a class with a count before it", zh: "前面有数量，说的是一类" }, is_numbered),
    (Saying { en: "too little before the head", zh: "中心词之前的字太少" }, is_short),
    (Saying { en: "no verb governs it", zh: "前面没有支配它的动词" }, is_ungoverned),
    (Saying { en: "nobody issues it", zh: "前面没有出台、印发一类的动词" }, is_unissued),
    (Saying { en: "common words before the head", zh: "中心词之前是普通词语" }, is_common),
    (Saying { en: "no word that opens such names", zh: "开头不是这类名称的起首词" }, is_unopened),
    (Saying { en: "a generic word", zh: "通用词语，不是专名" }, is_generic),
    (Saying { en: "no division of the table", zh: "不在行政区划表中" }, is_unknown),
    (Saying { en: "what is done in a settlement, or for it", zh: "说的是在村镇社区所做之事" }, is_unsettled),
    (Saying { en: "a reform that goes on into another word", zh: "“改革”与后面的词连成一词" }, is_reforming),
    (Saying { en: "a strategy that goes on into another word", zh: "“战略”与后面的词连成一词" }, is_strategic),
    (Saying { en: "a verb that the head is also", zh: "中心词在这里是动词" }, is_verb),
];

impl Candidate<'_> {
    /// The first thing that speaks against the candidate.
    pub(super) fn against(&self) -> Option<Saying> {
        CHECKS.iter().find(|(_, check)| check(self)).map(|(reason, _)| *reason)
    }

    /// What the name names: 融资畅通工程 that is carried out is a program, and builds nothing.
    pub(super) fn kind(&self) -> Kind {
        let verb = self.leading().map_or("", |token| self.context.word(token));
        let carried = matches!(verb, "实施" | "深入实施" | "启动实施" | "组织实施" | "持续实施" | "推进实施");
        let work = self.group.id == "project.named" && self.name().ends_with("工程") && !self.reach.proper;
        let physical = || PHYSICAL.iter().chain(BUILT).any(|word| self.before().contains(word));
        if work && carried && !physical() { Kind::Program } else { self.group.kind() }
    }

    /// Where the name stands.
    pub(super) fn span(&self) -> Span {
        Span::new(self.tokens[self.reach.first].span.start, self.tokens[self.head.next - 1].span.end)
    }

    /// The words of the name before its head.
    pub(super) fn before(&self) -> &str {
        let start = self.span().start;
        Span::new(start, self.head.start.max(start)).of(self.context.text)
    }

    fn name(&self) -> &str {
        self.span().of(self.context.text)
    }

    fn after(&self) -> Option<&Token> {
        self.tokens.get(self.head.next)
    }

    /// The token before the name.
    fn leading(&self) -> Option<&Token> {
        self.reach.first.checked_sub(1).map(|at| &self.tokens[at])
    }
}

/// `技改项目64个`.
fn is_counted(candidate: &Candidate<'_>) -> bool {
    let Candidate { context, group, reach, named, .. } = *candidate;
    let counted = candidate
        .after()
        .is_some_and(|token| token.class == Class::Quantity && context.word(token).ends_with(quantities::COUNTERS));
    let classes = matches!(group.id.as_str(), "project.named" | "project.short")
        || matches!(group.kind(), Kind::Town | Kind::Site);
    let listed = reach.edge == Edge::At(Class::List);
    counted && classes && !named && !listed && !candidate.name().contains('“')
}

/// `4家日间照料中心`, `84个宜居社区`: several of a class. `1座青石大桥` is one thing, and a
/// quoted name (`10个“样板田”`) is judged by what else is said of it.
fn is_numbered(candidate: &Candidate<'_>) -> bool {
    let Candidate { context, reach, .. } = *candidate;
    let built = matches!(candidate.group.kind(), Kind::Project | Kind::Site | Kind::Enterprise);
    let several = quantities::counts_class(context, candidate.tokens, candidate.span());
    reach.edge == Edge::At(Class::Quantity) && (built && !reach.proper || several && !candidate.name().contains('“'))
}

fn is_short(candidate: &Candidate<'_>) -> bool {
    let before = candidate.before();
    // 2号线三期: the number is name enough
    let least = match before.as_bytes() {
        [_, ..] if candidate.name().contains("号线") && before.bytes().all(|byte| byte.is_ascii_digit()) => 1,
        _ => candidate.group.least,
    };
    before.chars().count() < least
}

/// A long name needs no verb before it: 工业园区三年实力倍增计划.
fn is_ungoverned(candidate: &Candidate<'_>) -> bool {
    let governed = matches!(candidate.reach.edge, Edge::At(Class::Govern | Class::Strict | Class::List | Class::Weak));
    candidate.group.governed && !governed && candidate.before().chars().count() < 6
}

fn is_unissued(candidate: &Candidate<'_>) -> bool {
    let after = &candidate.group.after;
    let issuing = |token: &Token| after.iter().any(|verb| verb == candidate.context.word(token));
    let governed = candidate.reach.edge == Edge::At(Class::Govern);
    !(after.is_empty() || governed && candidate.leading().is_some_and(issuing))
}

fn is_common(candidate: &Candidate<'_>) -> bool {
    let Candidate { context, tokens, head, group, reach, .. } = *candidate;
    group.proper && !is_proper(context, tokens, head, &reach, group)
}

fn is_unopened(candidate: &Candidate<'_>) -> bool {
    let opened = &candidate.group.opened;
    !opened.is_empty() && !opened.iter().any(|word| candidate.before().starts_with(word.as_str()))
}

fn is_overlong(candidate: &Candidate<'_>) -> bool {
    candidate.span().len() > LONGEST
}

fn is_generic(candidate: &Candidate<'_>) -> bool {
    generic::is_generic(candidate.name(), candidate.before(), candidate.kind(), candidate.reach.proper)
}

/// `旅游名县`, `环江两县`: what ends as a division does and is none.
fn is_unknown(candidate: &Candidate<'_>) -> bool {
    let name = candidate.name();
    let known = || {
        name.char_indices()
            .any(|(at, _)| name.len() - at > 2 * '县'.len_utf8() && !places::find(&name[at..]).is_empty())
    };
    candidate.group.id == "region" && !known()
}

/// `普惠性托育机构社区`, `受灾村`: a common word of the genre stands before the settlement, which is no part
/// of a name but for what the settlement lies in (莲花街道紫荆社区).
fn is_unsettled(candidate: &Candidate<'_>) -> bool {
    let Candidate { context, tokens, head, group, reach, .. } = *candidate;
    let within = |word: &str| word.ends_with(['镇', '乡', '村', '区', '县', '市']) || word.ends_with("街道");
    let plain = |token: &Token| {
        matches!(token.class, Class::Common | Class::Verb | Class::Trim) && !within(context.word(token))
    };
    // 青岚国际新城: a place of its own, built up by plan
    let planned = candidate.name().ends_with("新城") && tokens[reach.first].class == Class::Proper;
    group.id == "town"
        && !planned
        && !candidate.name().contains('“')
        && tokens[reach.first..head.first].iter().any(plain)
}

/// `改革发展`, `改革开放`: no name of a reform.
fn is_reforming(candidate: &Candidate<'_>) -> bool {
    let on = |token: &Token| matches!(candidate.context.word(token), "发展" | "开放" | "创新" | "攻坚");
    candidate.name().ends_with("改革") && candidate.after().is_some_and(on)
}

/// `国有经济战略布局`, `战略合作`: no name of a strategy.
fn is_strategic(candidate: &Candidate<'_>) -> bool {
    const ON: &[&str] = &["布局", "合作", "重组", "调整", "机遇", "储备", "支撑", "需求", "地位", "转型", "高地", "性"];
    let on = |token: &Token| ON.contains(&candidate.context.word(token));
    candidate.name().ends_with("战略") && candidate.after().is_some_and(on)
}

/// `澜岳集团计划投资`: the verb, not the noun.
fn is_verb(candidate: &Candidate<'_>) -> bool {
    let verb = |token: &Token| matches!(token.class, Class::Strict | Class::Govern | Class::Weak | Class::Verb);
    let last = candidate.tokens[candidate.head.next - 1].span;
    last.of(candidate.context.text) == "计划" && candidate.after().is_some_and(verb)
}

/// Whether the name that begins at token `first` opens with a quote that goes on behind its
/// end `next`: 百村 in “健康百村行”.
pub(super) fn breaks_quote(context: &Context<'_>, tokens: &[Token], next: usize, first: usize) -> bool {
    if first == 0 || context.word(&tokens[first - 1]) != "“" {
        return false;
    }
    let close = (next..tokens.len()).find(|at| context.word(&tokens[*at]) == "”");
    close.is_some_and(|close| close > next && close - next <= 6)
}

/// Whether every word before the head, and what is left of the head's own word, is outside
/// the common vocabulary, and the name is short.
pub(super) fn is_proper(context: &Context<'_>, tokens: &[Token], head: &Head, reach: &Reach, group: &Group) -> bool {
    let before = &tokens[reach.first..head.first];
    let own = Span::new(tokens[head.first].span.start, head.start.max(tokens[head.first].span.start));
    let rest = own.is_empty() || tokens[head.first].class == Class::Proper;
    let letters = Span::new(tokens[reach.first].span.start, head.start).of(context.text).chars().count();
    // 星特机械科技: words that firms' names end in may follow the proper part
    let proper = before.iter().take_while(|token| token.class == Class::Proper).count();
    let firm = |token: &Token| HEADS.firms.contains(context.word(token));
    let named = proper > 0 && before[proper..].iter().all(firm) && before.len() - proper <= 2;
    let known = !own.is_empty() && genre::is_common(own.of(context.text));
    // 耐火材料: what the segmenter knows as one word is no firm
    let word = before.is_empty() && group.id == "enterprise.weak";
    rest && !known && !word && (before.is_empty() || named) && (2..=6).contains(&letters)
}
