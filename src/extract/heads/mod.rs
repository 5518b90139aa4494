//! Names by their last word: 恒泽制药, 春风护苗行动.

mod judge;
mod left;
mod lines;
mod right;
mod table;

use judge::Candidate;
use left::{held, registered, widened};
use right::{counts_traffic, each_phase, ends_here, extend};
pub(super) use table::{Group, HEADS, group_of};

use super::context::{Context, Edge, Reach, mention, reach};
use super::generic;
use super::hits::List;
use super::tokens::{Class, Token};
use crate::lexicon::matcher::Matcher;
use crate::lexicon::places;
use crate::model::{Against, Mention, Rejection, Saying, Span};
use crate::ontology::Kind;

/// The heads, with the index of their group.
pub(super) fn heads() -> &'static Matcher {
    &HEADS.automaton
}

/// Finds names by their heads.
pub(super) fn find(context: &Context<'_>, mentions: &mut Vec<Mention>) {
    for (hit, tokens) in context.hits(List::Heads) {
        let group = &HEADS.groups[hit.value as usize];
        if let Some(head) = Head::at(context, tokens, hit.span.start, hit.span.end, group) {
            head.names(context, tokens, group, mentions);
        }
    }
}

const GOES_ON: Saying = Saying { en: "only the opening of longer words", zh: "只是更长词语的开头" };

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
        Some(Self {
            first,
            start,
            last,
            next: extend(context, tokens, last + 1, group.id == "site.institution" || group.id == "town"),
        })
    }

    fn names(&self, context: &Context<'_>, tokens: &[Token], group: &Group, mentions: &mut Vec<Mention>) {
        let kind = group.kind();
        let own = reach(context, tokens, self.first, kind);
        let named = own.proper && judge::is_proper(context, tokens, self, &own, group);
        if judge::breaks_quote(context, tokens, self.next, own.first)
            || !ends_here(context, tokens, self.next, group, &own, named)
        {
            self.reject(context, tokens, &own, group, GOES_ON);
            return;
        }
        if Span::new(self.start, tokens[self.last].span.end).of(context.text) == "号线" {
            let lines = lines::lines(context, tokens, self.first, tokens[self.last].span.end, group.confidence);
            if !lines.is_empty() {
                mentions.extend(lines);
                return;
            }
        }
        let reach = match kind {
            Kind::Program => widened(context, tokens, self.first, own),
            Kind::Event => held(context, tokens, self.first, own),
            Kind::Enterprise => registered(context, tokens, self.last, own),
            _ => own,
        };
        // 青岚中医院, kept as one word by the segmenter, is proper all the same
        let whole = tokens[self.first];
        let inside = whole.span.start < self.start && whole.class == Class::Proper;
        let reach = Reach { proper: reach.proper || inside, ..reach };
        let goes_on = tokens.get(self.next).is_some_and(|token| matches!(context.word(token), "发展" | "开放"));
        if group.shared && !goes_on && reach.edge == Edge::At(Class::List) {
            self.share(context, tokens, &reach, group, mentions);
        }
        let candidate = Candidate { context, tokens, head: self, group, reach, named };
        match candidate.against() {
            Some(saying) => self.reject(context, tokens, &reach, group, saying),
            None => self.push(&candidate, mentions),
        }
    }

    /// Takes down that the name which `reach` opens is none.
    fn reject(&self, context: &Context<'_>, tokens: &[Token], reach: &Reach, group: &Group, saying: Saying) {
        context.rejected.tell(|| {
            let span = Span::new(tokens[reach.first].span.start, tokens[self.next - 1].span.end);
            let mention = mention(span, group.kind(), format!("heads.{}", group.id), group.confidence);
            Rejection { mention, against: Against::Check(saying) }
        });
    }

    /// What a candidate that stands names.
    fn push(&self, candidate: &Candidate<'_>, mentions: &mut Vec<Mention>) {
        let Candidate { context, tokens, group, .. } = *candidate;
        let kind = candidate.kind();
        let (span, words) = (candidate.span(), candidate.before());
        let rule = format!("heads.{}", group.id);
        // 云溪河综合治理工程 is built, 企业培育工程 is a program
        let bare = tokens[self.last].span.end;
        let built =
            span.end > bare || span.of(context.text).ends_with("工程") || span.of(context.text).ends_with("项目");
        if group.id == "program.work" && built && PHYSICAL.iter().any(|word| words.contains(word)) {
            mentions.push(mention(span, Kind::Project, rule, group.confidence));
            return;
        }
        // 启岚高科·云溪产业园: who builds stands before the dot
        if matches!(kind, Kind::Project | Kind::Site)
            && let Some(at) = words.find('·').filter(|at| (6..=18).contains(at))
        {
            let firm = Span::new(span.start, span.start + at);
            mentions.push(mention(firm, Kind::Enterprise, "heads.brand", group.confidence));
        }
        // 启明光电华南总部: the firm that has it
        let short = (2..=8).contains(&words.chars().count());
        if words_end(context, tokens, self, "总部") && candidate.reach.proper && short {
            let firm = Span::new(span.start, self.start);
            mentions.push(mention(firm, Kind::Enterprise, "heads.headquarters", group.confidence));
        }
        if let Some(phases) = each_phase(span.of(context.text)) {
            mentions.extend(
                phases.map(|name| Mention { name: Some(name), ..mention(span, kind, &*rule, group.confidence) }),
            );
            return;
        }
        // 萧山国际机场旅客吞吐量: what counts travellers works
        let works = group.id == "project.built" && counts_traffic(context, tokens, self.next);
        let kind = if works { Kind::Site } else { kind };
        // 恒泽面业二期 is a project of 恒泽面业
        if kind == Kind::Enterprise && bare < span.end {
            mentions.push(mention(Span::new(span.start, bare), kind, rule.clone(), group.confidence));
            mentions.push(mention(span, Kind::Project, rule, group.confidence));
            return;
        }
        mentions.push(mention(span, kind, rule, group.confidence));
    }

    /// `蓝天、碧水、净土行动`: what stands before the list mark shares the head.
    fn share(&self, context: &Context<'_>, tokens: &[Token], last: &Reach, group: &Group, mentions: &mut Vec<Mention>) {
        let whole = Span::new(self.start, tokens[self.next - 1].span.end).of(context.text);
        // members share the last word (工程), not what the last member adds to it (倍增工程)
        let head = SHARED.iter().find(|word| whole.ends_with(**word)).copied().unwrap_or(whole);
        let mut list = last.first;
        let own = Span::new(tokens[last.first].span.start, tokens[self.next - 1].span.end).of(context.text);
        let own = own.chars().count() - head.chars().count().min(own.chars().count());
        while list > 0 && tokens[list - 1].class == Class::List && list > 1 {
            let item = reach(context, tokens, list - 1, group.kind());
            let span = Span::new(tokens[item.first].span.start, tokens[list - 1].span.start);
            let words = span.of(context.text);
            let letters = words.chars().count();
            let whole = group_of(words).is_some_and(|own| own.kind() != group.kind() || own.id == group.id);
            let opens = matches!(item.edge, Edge::Start | Edge::At(Class::Stop)) && group.governed;
            // 银湖、文锦渡客运站: short names before a common head; 光明书城、体育中心 are two things
            let apart = group.id == "project.built" && (letters > 4 || !PLANTS.contains(&head));
            // 贵阳、遵义国家物流枢纽: each place has its own
            let rest = after_place(context, tokens, last.first, self.next);
            if let Some(rest) = rest.filter(|_| group.kind() != Kind::Program && !places::find(words).is_empty()) {
                let mut found = mention(span, group.kind(), format!("heads.{}.placed", group.id), 0.87);
                found.name = Some(format!("{words}{rest}"));
                mentions.push(found);
                if item.edge != Edge::At(Class::List) {
                    return;
                }
                list = item.first;
                continue;
            }
            let bare = group.kind() != Kind::Program && !item.proper || apart;
            if !(2..=20).contains(&letters) || whole || bare || opens || words.starts_with('“') && letters < 4 {
                return;
            }
            // 粮油生产、储备、加工能力提升行动: one action of which the list tells what it does
            if group.kind() == Kind::Program && own > 2 * letters && own >= 6 {
                let first = opening(context, tokens, list);
                if first > 0 && tokens[first - 1].class == Class::Govern {
                    let span = Span::new(tokens[first].span.start, tokens[self.next - 1].span.end);
                    mentions.push(mention(
                        span,
                        group.kind(),
                        format!("heads.{}.list", group.id),
                        group.confidence - 0.1,
                    ));
                }
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

/// What follows the place that the name from token `first` to before `next` opens with: at
/// least four characters.
fn after_place<'a>(context: &Context<'a>, tokens: &[Token], first: usize, next: usize) -> Option<&'a str> {
    let rest = Span::new(tokens[first].span.end, tokens[next - 1].span.end).of(context.text);
    (!places::find(context.word(&tokens[first])).is_empty()
        && rest.chars().count() >= 4
        && !rest.starts_with(|c: char| c.is_ascii_digit()))
    .then_some(rest)
}

/// First token of the list that token `mark` is a mark of.
fn opening(context: &Context<'_>, tokens: &[Token], mark: usize) -> usize {
    let mut mark = mark;
    loop {
        let item = reach(context, tokens, mark - 1, Kind::Program);
        if item.edge != Edge::At(Class::List) || item.first < 2 {
            return item.first;
        }
        mark = item.first;
    }
}

/// Whether the head itself ends with `end`.
fn words_end(context: &Context<'_>, tokens: &[Token], head: &Head, end: &str) -> bool {
    Span::new(head.start, tokens[head.last].span.end).of(context.text).ends_with(end)
}

/// Heads of works that a county has several of, each by the name of its place.
const PLANTS: &[&str] = &[
    "水厂", "净水厂", "水质净化厂", "污水处理厂", "电厂", "热电厂", "变电站", "泵站", "客运站", "垃圾处理厂",
    "垃圾焚烧厂",
];

/// Last words that members of a list share.
const SHARED: &[&str] = &["工程", "行动", "计划", "改革", "攻坚战", "整治", "治理", "项目"];

/// Words of names of what is built and dug.
const PHYSICAL: &[&str] =
    &["河", "湖", "水库", "流域", "公园", "湿地", "海堤", "渠", "灌区", "道路", "街", "片区", "矿山", "管网"];
