//! Names by their last word: 恒泽制药, 春风护苗行动.

use std::sync::LazyLock;

use daachorse::{CharwiseDoubleArrayAhoCorasick, CharwiseDoubleArrayAhoCorasickBuilder, MatchKind};
use serde::Deserialize;

use super::context::{Context, Edge, Reach, mention, reach};
use super::generic;
use super::tokens::{Class, Token};
use crate::model::{Mention, Span};
use crate::ontology::Kind;

/// A group of heads, a row of `heads.toml`.
#[derive(Debug, Deserialize)]
pub(super) struct Group {
    pub id: String,
    kind: String,
    words: Vec<String>,
    least: usize,
    pub confidence: f32,
    #[serde(default)]
    shared: bool,
    #[serde(default)]
    governed: bool,
    #[serde(default)]
    issued: bool,
    #[serde(default)]
    proper: bool,
    #[serde(default)]
    opened: Vec<String>,
    #[serde(default)]
    #[cfg_attr(not(test), expect(dead_code, reason = "read by the tests of the table"))]
    pub matches: Vec<String>,
    #[serde(default)]
    #[cfg_attr(not(test), expect(dead_code, reason = "read by the tests of the table"))]
    pub not_matches: Vec<String>,
}

impl Group {
    pub(super) fn kind(&self) -> Kind {
        self.kind.parse().unwrap_or_else(|error| panic!("src/extract/data/heads.toml: {}: {error}", self.id))
    }
}

pub(super) struct Heads {
    pub groups: Vec<Group>,
    /// Last words of firms' names.
    firms: std::collections::BTreeSet<String>,
    automaton: CharwiseDoubleArrayAhoCorasick<u32>,
}

#[derive(Deserialize)]
struct Table {
    head: Vec<Group>,
}

pub(super) static HEADS: LazyLock<Heads> = LazyLock::new(|| {
    let table: Table = toml::from_str(include_str!("data/heads.toml"))
        .unwrap_or_else(|error| panic!("src/extract/data/heads.toml: {error}"));
    let mut seen = std::collections::BTreeSet::new();
    let patterns: Vec<(&str, u32)> = table
        .head
        .iter()
        .enumerate()
        .flat_map(|(group, head)| head.words.iter().map(move |word| (word.as_str(), group as u32)))
        .filter(|(word, _)| seen.insert(*word))
        .collect();
    let automaton = CharwiseDoubleArrayAhoCorasickBuilder::new()
        .match_kind(MatchKind::LeftmostLongest)
        .build_with_values(patterns)
        .unwrap_or_else(|error| panic!("src/extract/data/heads.toml: {error}"));
    let firms = table
        .head
        .iter()
        .filter(|head| head.id.starts_with("enterprise"))
        .flat_map(|head| head.words.clone())
        .collect();
    Heads { groups: table.head, firms, automaton }
});

/// The group of the longest head that ends `name`.
pub(super) fn group_of(name: &str) -> Option<&'static Group> {
    let found =
        HEADS.automaton.leftmost_find_iter(name).find(|found| found.end() == name.len() && found.start() > 0)?;
    Some(&HEADS.groups[found.value() as usize])
}

/// Finds names by their heads.
pub(super) fn find(context: &Context<'_>, mentions: &mut Vec<Mention>) {
    for (sentence, tokens) in context.outline.sentences.iter().zip(&context.sentences) {
        for found in HEADS.automaton.leftmost_find_iter(sentence.span.of(context.text)) {
            let start = sentence.span.start + found.start();
            let end = sentence.span.start + found.end();
            let group = &HEADS.groups[found.value() as usize];
            if let Some(head) = Head::at(context, tokens, start, end, group) {
                head.names(context, tokens, group, mentions);
            }
        }
    }
}

struct Head {
    /// Token in which the head begins.
    first: usize,
    /// Where the head's words begin; inside the first token for 恒泽制药 kept as one word.
    start: usize,
    /// Token in which the head ends.
    last: usize,
    /// One past the last token of the name, phases (二期) and 项目 taken in.
    next: usize,
}

impl Head {
    fn at(context: &Context<'_>, tokens: &[Token], start: usize, end: usize, group: &Group) -> Option<Self> {
        let last = context.ending(tokens, end)?;
        let first = tokens[..=last].partition_point(|token| token.span.end <= start);
        // 仿制药 does not end in 制药, 布局 in 局
        let inside = Span::new(tokens[first].span.start, start.max(tokens[first].span.start)).of(context.text);
        let letters = tokens[first].span.of(context.text).chars().count();
        let known = tokens[first].class != Class::Proper
            || inside.chars().count() == 1 && end - start > 2 * '药'.len_utf8() - 1;
        if !inside.is_empty() && letters <= 3 && known {
            return None;
        }
        // a verb or adverb that the head's letters happen to end is no head
        if matches!(
            tokens[last].class,
            Class::Strict | Class::Govern | Class::Adverb | Class::Function | Class::Quantity
        ) {
            return None;
        }
        // 返乡 is no town: a short head must be a word or end a word of the name's own
        let whole = tokens[last].span == Span::new(start, end);
        if !whole
            && end - start <= 2 * '乡'.len_utf8()
            && matches!(tokens[last].class, Class::Common | Class::Verb)
            && first == last
        {
            let word = context.word(&tokens[last]);
            if word.chars().count() <= 3 {
                return None;
            }
        }
        Some(Self { first, start, last, next: extend(context, tokens, last + 1, group.id == "site.institution") })
    }

    fn names(&self, context: &Context<'_>, tokens: &[Token], group: &Group, mentions: &mut Vec<Mention>) {
        let kind = group.kind();
        let own = reach(context, tokens, self.first, kind);
        if self.breaks_quote(context, tokens, own.first) {
            return;
        }
        let named = own.proper && self.is_proper(context, tokens, &own);
        if !ends_here(context, tokens, self.next, group, named) {
            return;
        }
        let reach = reach(context, tokens, self.first, kind);
        let reach = match kind {
            Kind::Program => widened(context, tokens, self.first, reach),
            Kind::Event => held(context, tokens, self.first, reach),
            _ => reach,
        };
        // 青岚中医院, kept as one word by the segmenter, is proper all the same
        let whole = tokens[self.first];
        let inside = whole.span.start < self.start && whole.class == Class::Proper;
        let reach = Reach { proper: reach.proper || inside, ..reach };
        let end = tokens[self.next - 1].span.end;
        let span = Span::new(tokens[reach.first].span.start, end);
        let before = Span::new(span.start, self.start.max(span.start));
        let rule = format!("heads.{}", group.id);
        let goes_on = tokens.get(self.next).is_some_and(|token| matches!(context.word(token), "发展" | "开放"));
        if group.shared && !goes_on && reach.edge == Edge::At(Class::List) {
            self.share(context, tokens, &reach, group, mentions);
        }
        // 技改项目64个: a class with a count
        let counted = tokens.get(self.next).is_some_and(|token| {
            token.class == Class::Quantity
                && context.word(token).ends_with(['个', '项', '家', '处', '条', '座', '户', '所'])
        });
        let classes = group.id == "project.named" || matches!(kind, Kind::Town | Kind::Site);
        if counted && classes && !span.of(context.text).contains('“') {
            return;
        }
        let classed =
            reach.edge == Edge::At(Class::Quantity) && matches!(kind, Kind::Project | Kind::Site | Kind::Enterprise);
        if classed && !reach.proper {
            return;
        }
        let letters = before.of(context.text).chars().count();
        // a long name needs no verb before it: 工业园区三年实力倍增计划
        let governed =
            matches!(reach.edge, Edge::At(Class::Govern | Class::Strict | Class::List | Class::Weak)) || letters >= 6;
        if letters < group.least || group.governed && !governed {
            return;
        }
        if group.issued
            && !(reach.edge == Edge::At(Class::Govern)
                && reach.first > 0
                && ISSUING.contains(&context.word(&tokens[reach.first - 1])))
        {
            return;
        }
        if group.proper && !self.is_proper(context, tokens, &reach) {
            return;
        }
        let words = before.of(context.text);
        if !group.opened.is_empty() && !group.opened.iter().any(|word| words.starts_with(word.as_str())) {
            return;
        }
        if generic::is_generic(span.of(context.text), before.of(context.text), kind, reach.proper) {
            return;
        }
        // 澜岳集团计划投资: the verb, not the noun
        // 改革发展, 改革开放: no name of a reform
        let goes_on =
            tokens.get(self.next).is_some_and(|token| matches!(context.word(token), "发展" | "开放" | "创新" | "攻坚"));
        if goes_on && span.of(context.text).ends_with("改革") {
            return;
        }
        let verbal = matches!(
            tokens.get(self.next).map(|t| t.class),
            Some(Class::Strict | Class::Govern | Class::Weak | Class::Verb)
        );
        if verbal && tokens[self.next - 1].span.of(context.text) == "计划" {
            return;
        }
        // 云溪河综合治理工程 is built, 企业培育工程 is a program
        let built = end > tokens[self.last].span.end
            || span.of(context.text).ends_with("工程")
            || span.of(context.text).ends_with("项目");
        if group.id == "program.work" && built && PHYSICAL.iter().any(|word| words.contains(word)) {
            mentions.push(mention(span, Kind::Project, rule, group.confidence));
            return;
        }
        // 恒泽面业二期 is a project of 恒泽面业
        let bare = tokens[self.last].span.end;
        if kind == Kind::Enterprise && bare < end {
            mentions.push(mention(Span::new(span.start, bare), kind, rule.clone(), group.confidence));
            mentions.push(mention(span, Kind::Project, rule, group.confidence));
            return;
        }
        mentions.push(mention(span, kind, rule, group.confidence));
    }

    /// Whether the name begins with a quote that goes on behind it: 百村 in “健康百村行”.
    fn breaks_quote(&self, context: &Context<'_>, tokens: &[Token], first: usize) -> bool {
        let opened = first > 0 && context.word(&tokens[first - 1]) == "“";
        let close = (self.next..tokens.len()).find(|at| context.word(&tokens[*at]) == "”");
        opened && close.is_some_and(|close| close > self.next && close - self.next <= 6)
    }

    /// Whether every word before the head, and what is left of the head's own word, is
    /// outside the common vocabulary, and the name is short.
    fn is_proper(&self, context: &Context<'_>, tokens: &[Token], reach: &Reach) -> bool {
        let before = &tokens[reach.first..self.first];
        let own = Span::new(tokens[self.first].span.start, self.start.max(tokens[self.first].span.start));
        let rest = own.is_empty() || tokens[self.first].class == Class::Proper;
        let letters = Span::new(tokens[reach.first].span.start, self.start).of(context.text).chars().count();
        // 星特机械科技: words that firms' names end in may follow the proper part
        let proper = before.iter().take_while(|token| token.class == Class::Proper).count();
        let firm = |token: &Token| HEADS.firms.contains(context.word(token));
        let named = proper > 0 && before[proper..].iter().all(firm) && before.len() - proper <= 2;
        rest && (before.is_empty() || named) && (2..=6).contains(&letters)
    }

    /// `蓝天、碧水、净土行动`: what stands before the list mark shares the head.
    fn share(&self, context: &Context<'_>, tokens: &[Token], last: &Reach, group: &Group, mentions: &mut Vec<Mention>) {
        let whole = Span::new(self.start, tokens[self.next - 1].span.end).of(context.text);
        // members share the last word (工程), not what the last member adds to it (倍增工程)
        let head = SHARED.iter().find(|word| whole.ends_with(**word)).copied().unwrap_or(whole);
        let mut list = last.first;
        while list > 0 && tokens[list - 1].class == Class::List && list > 1 {
            let item = super::context::reach(context, tokens, list - 1, group.kind());
            let span = Span::new(tokens[item.first].span.start, tokens[list - 1].span.start);
            let words = span.of(context.text);
            let letters = words.chars().count();
            let whole = group_of(words).is_some_and(|own| own.kind() != group.kind() || own.id == group.id);
            let opens = matches!(item.edge, Edge::Start | Edge::At(Class::Stop)) && group.governed;
            let bare = group.kind() != Kind::Program && !item.proper;
            if !(2..=20).contains(&letters) || whole || bare || opens || words.starts_with('“') && letters < 4 {
                return;
            }
            let kind = group.kind();
            if !generic::is_generic(&format!("{words}{head}"), words, kind, item.proper) {
                let mut found = mention(span, kind, format!("heads.{}.shared", group.id), group.confidence - 0.1);
                found.name = Some(format!("{words}{head}"));
                mentions.push(found);
            }
            if item.edge != Edge::At(Class::List) {
                return;
            }
            list = item.first;
        }
    }
}

/// Last words that members of a list share.
const SHARED: &[&str] = &["工程", "行动", "计划", "改革", "攻坚战", "整治", "治理", "项目"];

/// Words behind a head that belong to the name: phases, 项目, 建设工程.
const TAILS: &[&str] = &[
    "一期", "二期", "三期", "四期", "五期", "项目", "工程", "一期工程", "二期工程", "三期工程", "扩建", "改扩建",
    "扩建工程", "改造工程", "建设工程", "建设项目", "改造项目", "改造扩建", "升级改造", "提升改造", "改造提升",
    "清淤扩容", "扩容", "总部", "改造", "扩建项目", "改扩建项目", "东延", "西延", "南延", "北延", "延长线",
    "改造提升工程", "升级改造工程",
];

/// One past the last token that extends the name which ends before `next`.
fn extend(context: &Context<'_>, tokens: &[Token], mut next: usize, institution: bool) -> usize {
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

/// One past the 段 that a place's name before it makes part of a line's name: 云溪段.
fn section(context: &Context<'_>, tokens: &[Token], from: usize) -> Option<usize> {
    let proper = tokens[from..].iter().take(4).take_while(|token| token.class == Class::Proper).count();
    let at = (from..from + proper).find(|at| context.word(&tokens[*at]) == "段").filter(|at| *at > from)?;
    Some(at + 1)
}

/// Words after a program's name that speak of it and are not part of it.
const ABOUT_PROGRAMS: &[&str] =
    &["任务", "工作", "目标", "要求", "成果", "试点", "活动", "方案", "项目", "专班", "部署", "成效", "经验", "建设"];

/// Whether a name that ends before token `next` is not merely the opening of a longer
/// noun (项目 in 项目建设, 银行 in 银行业).
fn ends_here(context: &Context<'_>, tokens: &[Token], next: usize, group: &Group, named: bool) -> bool {
    let Some(token) = tokens.get(next) else { return true };
    let kind = group.kind();
    match token.class {
        Class::Common | Class::Verb | Class::Proper => match kind {
            Kind::Enterprise => group.id != "enterprise.weak",
            Kind::Town | Kind::Honor => true,
            Kind::Program => ABOUT_PROGRAMS.contains(&context.word(token)),
            Kind::Site if group.id == "site.institution" => true,
            Kind::Site | Kind::Project if group.id != "project.transport" => {
                named && token.class != Class::Proper && !group.id.ends_with("named")
            }
            Kind::Event => matches!(context.word(token), "上" | "中" | "期间"),
            // 云青高铁征迁: what is done for a line names the line
            Kind::Project if group.id == "project.transport" => token.class != Class::Proper,
            _ => false,
        },
        Class::Open => context.word(token) == "（",
        _ => true,
    }
}

/// Words of names of what is built and dug.
const PHYSICAL: &[&str] =
    &["河", "湖", "水库", "流域", "公园", "湿地", "海堤", "渠", "灌区", "道路", "街", "片区", "矿山", "管网"];

/// Verbs that issue a document.
const ISSUING: &[&str] = &["出台", "制定", "印发", "颁布", "发布", "制定出台", "研究制定", "制定实施", "修订", "编制"];

/// Verbs that govern what follows even where another stands before them.
const DRIVING: &[&str] =
    &["推进", "推动", "加快", "加强", "强化", "完成", "实现", "确保", "力争", "建成", "深入推进", "加快推进"];

/// Verbs of holding an event.
const HOLDING: &[&str] = &["举办", "承办", "举行", "召开", "参加", "办好", "主办", "协办", "组织开展", "开展"];

/// Whether the words before token `at` end as an event does.
fn ends_event(context: &Context<'_>, tokens: &[Token], at: usize) -> bool {
    let before = &context.text[tokens[0].span.start..tokens[at].span.start];
    before.ends_with(['节', '会', '赛', '展', '坛'])
}

/// `举办农产品加工业博览暨东西合作投资贸易洽谈会`: the name of an event begins after the
/// verb that holds it.
fn held(context: &Context<'_>, tokens: &[Token], head: usize, reach: Reach) -> Reach {
    let mut first = reach.first;
    while first > 0 && head - first < 14 {
        let token = &tokens[first - 1];
        match token.class {
            Class::Function if context.word(token) == "了" => {}
            _ if HOLDING.contains(&context.word(token)) => {
                let skipped = usize::from(tokens[first].span.of(context.text) == "了");
                return Reach { first: first + skipped, edge: Edge::At(Class::Strict), proper: reach.proper };
            }
            Class::Common | Class::Verb | Class::Proper | Class::Trim | Class::Weak | Class::Strict => {}
            // 啤酒节和旅游节: two events
            Class::And if context.word(token) == "暨" || !ends_event(context, tokens, first - 1) => {}
            _ => return reach,
        }
        first -= 1;
    }
    reach
}

/// `出台支持工业若干措施`: the name of a document holds verbs, and begins after the verb
/// that issues it.
fn widened(context: &Context<'_>, tokens: &[Token], head: usize, reach: Reach) -> Reach {
    if !matches!(reach.edge, Edge::At(Class::Strict | Class::Weak | Class::Trim | Class::Verb)) {
        return reach;
    }
    let mut first = reach.first;
    while first > 0 && head - first < 12 {
        match tokens[first - 1].class {
            Class::Common | Class::Verb | Class::Proper | Class::Trim | Class::Weak => first -= 1,
            Class::Strict if !DRIVING.contains(&context.word(&tokens[first - 1])) => first -= 1,
            Class::Govern => return Reach { first, edge: Edge::At(Class::Govern), ..reach },
            _ => return reach,
        }
    }
    reach
}
