//! Who wins where two mentions overlap.

use std::collections::BTreeMap;

use super::recorder::Recorder;
use crate::model::{Against, Mention, Rejection, Saying, Span};
use crate::ontology::Kind;

const UNCLOSED: Saying =
    Saying { en: "a quote or bracket in it does not close", zh: "其中的引号或括号不完整" };

const TOWN: Saying =
    Saying { en: "a town of the table of divisions ends it", zh: "其末尾是行政区划表中的乡镇" };

const TITLE: Saying = Saying { en: "the title of a work", zh: "作品的名称" };

/// Keeps a set of mentions of which no two overlap, save those of one coordination that
/// share a span: the longer wins, then the surer, then the one of the earlier rule.
/// What loses is told to `rejected`.
pub(super) fn resolve(text: &str, mut mentions: Vec<Mention>, rejected: &Recorder) -> Vec<Mention> {
    // 以南张镇: the town that the table has ends what a head found
    let towns: Vec<Span> =
        mentions.iter().filter(|mention| mention.rule == "places.town").map(|mention| mention.span).collect();
    let swallows = |mention: &Mention| {
        mention.rule == "heads.town"
            && towns.iter().any(|town| town.end == mention.span.end && town.start > mention.span.start)
    };
    mentions.retain(|mention| {
        let against =
            [(!balanced(mention.span.of(text)), UNCLOSED), (is_title(text, mention), TITLE), (swallows(mention), TOWN)];
        let fault = against.into_iter().find(|(holds, _)| *holds);
        if let Some((_, saying)) = fault {
            rejected.tell(|| Rejection { mention: mention.clone(), against: Against::Check(saying) });
        }
        fault.is_none()
    });
    let length = |mention: Mention| (mention.span.len() - quotes(text, &mention), mention);
    let mut mentions: Vec<(usize, Mention)> = mentions.into_iter().map(length).collect();
    mentions.sort_by(|(length, a), (other, b)| {
        (other, b.confidence)
            .partial_cmp(&(length, a.confidence))
            .unwrap_or(std::cmp::Ordering::Equal)
            .then_with(|| (a.span, a.kind, &a.rule, &a.name).cmp(&(b.span, b.kind, &b.rule, &b.name)))
    });
    let mut kept: Vec<Mention> = Vec::with_capacity(mentions.len());
    let mut taken = BTreeMap::new();
    // what is kept, by where it starts: both kinds of company share that
    let mut starting: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (_, mention) in mentions {
        let span = mention.span;
        let before = taken.range(..span.end).next_back();
        let free = before.is_none_or(|(_, end): (&usize, &usize)| *end <= span.start);
        let beside = || starting.get(&span.start).into_iter().flatten().map(|at| &kept[*at]);
        let coordinated = |known: &Mention| {
            known.span == span && known.rule == mention.rule && known.name.is_some() && known.name != mention.name
        };
        // 华润、蓝天两大电厂: the firm, and what the list calls by its name
        let lends = |known: &Mention| {
            known.span == span
                && (known.kind == Kind::Enterprise) != (mention.kind == Kind::Enterprise)
                && (known.name.is_some() || mention.name.is_some())
        };
        if free || beside().any(|known| coordinated(known) || lends(known)) {
            taken.insert(span.start, span.end);
        } else if !beside().any(|known| opens(&mention, known)) {
            rejected.tell(|| {
                let there = before.and_then(|(start, _)| starting.get(start)).into_iter().flatten();
                let longest = there.map(|at| &kept[*at]).max_by_key(|known| known.span.end);
                let winner = longest.cloned().unwrap_or_else(|| mention.clone());
                Rejection { against: Against::Overlap(winner), mention }
            });
            continue;
        }
        starting.entry(span.start).or_default().push(kept.len());
        kept.push(mention);
    }
    kept.sort_by(|a, b| (a.span, &a.name).cmp(&(b.span, &b.name)));
    kept
}

/// Whether every quote and bracket that opens in `name` closes in it.
fn balanced(name: &str) -> bool {
    let (mut quotes, mut brackets, mut titles) = (0, 0, 0);
    for char in name.chars() {
        match char {
            '“' => quotes += 1,
            '”' => quotes -= 1,
            '（' => brackets += 1,
            '）' => brackets -= 1,
            '《' => titles += 1,
            '》' => titles -= 1,
            _ => {}
        }
    }
    (quotes, brackets, titles) == (0, 0, 0)
}

/// Whether a name is the whole title of a work, 曲剧《石梁镇》: a document of government is a
/// program, and nothing else in title marks is what it is called.
fn is_title(text: &str, mention: &Mention) -> bool {
    mention.kind != Kind::Program
        && text[..mention.span.start].ends_with('《')
        && text[mention.span.end..].starts_with('》')
}

/// Bytes of a pair of quotes around the whole name: “国家园林县” is no longer than 国家园林县.
fn quotes(text: &str, mention: &Mention) -> usize {
    let words = mention.span.of(text);
    if words.starts_with('“') && words.ends_with('”') { 2 * '“'.len_utf8() } else { 0 }
}

/// Whether `short` opens the longer name `long` and is a thing of its own there: the firm
/// that builds a project, the body that gives an honor, the hospital of a laboratory.
fn opens(short: &Mention, long: &Mention) -> bool {
    if short.span.start != long.span.start || short.span.end >= long.span.end || short.name.is_some() {
        return false;
    }
    match short.kind {
        Kind::Enterprise if short.rule == "heads.enterprise.weak" => false,
        Kind::Enterprise => matches!(long.kind, Kind::Project | Kind::Site | Kind::Product),
        // 国家发改委轨道建设规划: the body that plans
        Kind::Organization => {
            matches!(long.kind, Kind::Honor | Kind::Program | Kind::Event) && short.rule.starts_with("names.")
        }
        Kind::Site => short.rule == "heads.site.institution" && matches!(long.kind, Kind::Project | Kind::Site),
        Kind::Region if short.rule == "frame.self" => long.kind == Kind::Honor,
        Kind::Region => {
            short.rule == "places.near"
                && matches!(long.kind, Kind::Project | Kind::Site | Kind::Product | Kind::Enterprise)
        }
        _ => false,
    }
}
