//! Names in quotes and title marks: “春风护苗”行动, “六稳”, 《云溪湿地保护条例》.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::context::{Context, mention, reach};
use super::heads;
use super::tokens::{Class, Token};
use crate::lexicon::table;
use crate::model::{Mention, Span};
use crate::ontology::Kind;

#[derive(Deserialize)]
struct Table {
    titled: Titled,
    tails: BTreeMap<String, Vec<String>>,
    quoted: Quoted,
}

#[derive(Deserialize)]
struct Titled {
    endings: Vec<String>,
}

#[derive(Deserialize)]
struct Quoted {
    programs: Vec<String>,
    creeds: Vec<String>,
}

static TABLE: LazyLock<Table> =
    LazyLock::new(|| table::read("src/extract/data/quotes.toml", include_str!("data/quotes.toml")));

/// Longest quoted name, in characters: what is longer is a saying.
const LONGEST: usize = 22;

/// How many words after a quote may belong to the name.
const TAIL_WORDS: usize = 9;

/// Finds quoted names.
pub(super) fn find(context: &Context<'_>, mentions: &mut Vec<Mention>) {
    for tokens in &context.sentences {
        for open in 0..tokens.len() {
            let close = match context.word(&tokens[open]) {
                "“" => closing(context, tokens, open, "”"),
                "《" => closing(context, tokens, open, "》"),
                _ => None,
            };
            let Some(close) = close else { continue };
            if context.word(&tokens[open]) == "《" {
                titled(context, tokens, open, close, mentions);
            } else {
                quoted(context, tokens, open, close, mentions);
            }
        }
    }
}

fn closing(context: &Context<'_>, tokens: &[Token], open: usize, mark: &str) -> Option<usize> {
    (open + 1..tokens.len()).find(|at| context.word(&tokens[*at]) == mark)
}

/// 《…》 is a document; one of government is a program.
fn titled(context: &Context<'_>, tokens: &[Token], open: usize, close: usize, mentions: &mut Vec<Mention>) {
    let span = Span::new(tokens[open].span.end, tokens[close].span.start);
    let name = span.of(context.text);
    if name.chars().count() >= 3
        && TABLE.titled.endings.iter().any(|ending| name.ends_with(ending.as_str()))
        && !name.ends_with("工作报告")
    {
        mentions.push(mention(span, Kind::Program, "quotes.title", 0.85));
    }
}

fn quoted(context: &Context<'_>, tokens: &[Token], open: usize, close: usize, mentions: &mut Vec<Mention>) {
    let inside = Span::new(tokens[open].span.end, tokens[close].span.start);
    let words = inside.of(context.text);
    let letters = words.chars().count();
    if !(2..=LONGEST).contains(&letters) || TABLE.quoted.creeds.iter().any(|creed| creed == words) {
        return;
    }
    if let Some((kind, next)) = tail(context, tokens, close + 1) {
        let left = reach(context, tokens, open, kind);
        let quoted = open > 0 && tokens[open - 1].class == Class::Close;
        let start = if matches!(kind, Kind::Program | Kind::Event) && !quoted { left.first } else { open };
        let span = Span::new(tokens[start].span.start, tokens[next - 1].span.end);
        mentions.push(mention(span, kind, format!("quotes.tail.{kind}"), 0.85));
        return;
    }
    let whole = Span::new(tokens[open].span.start, tokens[close].span.end);
    let governed = open > 0 && matches!(tokens[open - 1].class, Class::Govern);
    let led = open > 0 && matches!(tokens[open - 1].class, Class::Strict | Class::Weak);
    let summed = open > 0 && context.word(&tokens[open - 1]) == "等";
    let listed = summed
        || open > 1 && matches!(tokens[open - 1].class, Class::List | Class::And)
        || tokens.get(close + 1).is_some_and(|next| matches!(next.class, Class::List | Class::And | Class::Open));
    let named = TABLE.quoted.programs.iter().any(|ending| words.ends_with(ending.as_str()));
    let counted = words.contains('+') || words.chars().take(2).any(|c| "一二两三四五六七八九十百千万双最".contains(c));
    let framed = leads(context, tokens, close + 1)
        || led && tokens.get(close + 1).is_some_and(|next| context.word(next) == "力度");
    // 召开“新年第一会”
    let called = open > 0 && matches!(context.word(&tokens[open - 1]), "召开" | "举办" | "承办" | "参加" | "”");
    if called && words.ends_with(['会', '节', '赛']) && letters >= 4 {
        mentions.push(mention(whole, Kind::Event, "quotes.held", 0.65));
        return;
    }
    // 做好金融“五篇大文章”, 基层“三保”: the noun before a counted name belongs to it
    if counted && open > 1 && matches!(tokens[open - 1].class, Class::Common) && letters >= 2 {
        let before = tokens[open - 2].class;
        let alone =
            tokens.get(close + 1).is_none_or(|next| !matches!(next.class, Class::Common | Class::Proper | Class::Open));
        if alone && matches!(before, Class::Govern | Class::Strict | Class::Stop) {
            let span = Span::new(tokens[open - 1].span.start, whole.end);
            mentions.push(mention(span, Kind::Program, "quotes.counted", 0.65));
            return;
        }
    }
    if tokens
        .get(close + 1)
        .is_some_and(|next| matches!(context.word(next), "标准" | "原则" | "理念" | "精神" | "总要求" | "的"))
    {
        return;
    }
    let headed = |group: &&heads::Group| {
        !matches!(group.kind(), Kind::Program | Kind::Industry | Kind::Enterprise)
            && !words.ends_with("工程")
            && group.confidence >= 0.65
    };
    if let Some(group) = heads::group_of(words).filter(headed) {
        mentions.push(mention(whole, group.kind(), "quotes.head", 0.6));
    } else if governed && (counted || named || letters >= 4)
        || (led || listed || framed) && (counted || named)
        || framed
        || named && letters >= 4
    {
        mentions.push(mention(whole, Kind::Program, "quotes.alone", if governed { 0.75 } else { 0.6 }));
    }
}

/// `以“十大工程”为统领`, `“三减三增”为重点`.
fn leads(context: &Context<'_>, tokens: &[Token], next: usize) -> bool {
    let Some(token) = tokens.get(next) else { return false };
    let rest = &context.text[token.span.start..];
    ["为统领", "为抓手", "为引领", "为总抓手", "为载体", "为主抓手"].iter().any(|frame| rest.starts_with(frame))
}

/// Verbs that open a clause of their own: 融入“东进”强化中心功能.
const DRIVING: &[&str] = &["强化", "推动", "推进", "加快", "加强", "促进", "打造", "实现", "完善"];

/// Verbs that begin what is built, and stand in no name.
const STARTING: &[&str] = &["动工", "开工", "竣工", "启用", "投入", "投入使用", "投产", "开通", "落户"];

/// Last words after which a name does not go on.
const CLOSED: &[&str] = &["规划", "计划", "战略", "行动", "改革", "工程", "机制", "活动"];

/// Whether a word alone may close a program's name behind a quote.
fn is_tail(word: &str) -> bool {
    TABLE.tails.get("program").is_some_and(|tails| tails.iter().any(|tail| tail == word))
}

/// The kind and the end (one past its last token) of what follows a quote and belongs to
/// the name.
fn tail(context: &Context<'_>, tokens: &[Token], from: usize) -> Option<(Kind, usize)> {
    let mut best = None;
    let mut acts = false;
    for (index, token) in tokens.iter().enumerate().skip(from).take(TAIL_WORDS) {
        match token.class {
            // “青岚村超”全省足球联赛
            Class::Common | Class::Verb | Class::Proper | Class::Weak | Class::Trim | Class::Body => {}
            // “开门红”系列政策举措, “3+1”保障
            Class::Function if context.word(token) == "系列" => continue,
            Class::Strict if index == from && is_tail(context.word(token)) => {}
            // 化解 in “商会+司法”纠纷化解机制; 动工 in “互联网+”科技城动工建设 says what becomes of it
            Class::Strict | Class::Govern if index > from && !STARTING.contains(&context.word(token)) => {
                acts |= DRIVING.contains(&context.word(token));
            }
            _ => break,
        }
        let word = context.word(token);
        // “十五五”时期主要目标任务: the time of a plan
        if matches!(word, "时期" | "期间" | "以来" | "开局之年" | "收官之年") {
            break;
        }
        // “五个中心”建设部署 goes on, “十四五”规划目标 does not
        if let Some((Kind::Program, next)) = best {
            let last = context.word(&tokens[next - 1]);
            let goes_on =
                next == index && TABLE.tails.get("program").is_some_and(|tails| tails.iter().any(|tail| tail == word));
            if !goes_on || CLOSED.contains(&last) {
                break;
            }
        }
        // “十大工程”计划项目: projects of a plan are not the plan
        if matches!(best, Some((Kind::Program, _))) && word == "项目" {
            break;
        }
        for (kind, tails) in TABLE.tails.iter().filter(|(kind, _)| !acts || *kind == "program") {
            if tails.iter().any(|tail| word == tail || word.len() > tail.len() && word.ends_with(tail.as_str()))
                && let Ok(kind) = kind.parse::<Kind>()
            {
                // “溪边议事”工作法
                let method = word == "工作" && tokens.get(index + 1).is_some_and(|next| context.word(next) == "法");
                best = Some((kind, index + 1 + usize::from(method)));
            }
        }
        if best.is_none()
            && !acts
            && let Some(group) = heads::group_of(&context.text[tokens[from].span.start..token.span.end])
            && !matches!(group.kind(), Kind::Industry | Kind::Organization | Kind::Town)
            && group.confidence >= 0.65
        {
            best = Some((group.kind(), index + 1));
        }
    }
    best
}
