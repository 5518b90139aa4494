//! What the report's own frame names: who speaks, to which congress, for which region.

use super::context::{Context, mention};
use crate::lexicon::matcher::occurrences;
use crate::lexicon::places;
use crate::model::{Mention, Span};
use crate::ontology::Kind;
use crate::outline::own_name;

/// Words for the reporting region and for what it lies in.
pub(super) const SELVES: &[&str] =
    &["我区", "我市", "我县", "我省", "我州", "我旗", "全区", "全市", "全县", "全省", "全州", "全旗"];

/// Finds the speaker, the congress and the region's own words for itself.
pub(super) fn find(context: &Context<'_>, mentions: &mut Vec<Mention>) {
    if let (Some(span), Some(name)) = (context.outline.speaker_span, &context.outline.speaker) {
        let mut found = mention(span, Kind::Person, "frame.speaker", 0.95);
        found.name = Some(name.clone());
        mentions.push(found);
    }
    for sentence in &context.outline.sentences {
        congress(context, sentence.span, mentions);
        plenums(context, sentence.span, mentions);
        party_congress(context, sentence.span, mentions);
    }
    government(context, mentions);
    qualities(context, mentions);
    chain(context, mentions);
    for (at, _) in context.text.match_indices(['我', '全']) {
        // 全市性活动: a word for size
        let rest = &context.text[at..];
        if let Some(word) = SELVES.iter().find(|word| rest.starts_with(**word) && !rest[word.len()..].starts_with('性'))
        {
            mentions.push(mention(Span::new(at, at + word.len()), Kind::Region, "frame.self", 0.9));
        }
    }
}

/// The reporting region as its head writes it, and each division of the chain: 青岚市云溪县.
fn chain(context: &Context<'_>, mentions: &mut Vec<Mention>) {
    let Some(region) = &context.outline.region else { return };
    let own = own_name(region);
    let above = region.strip_suffix(own).unwrap_or("");
    for name in [region.as_str(), own, above].into_iter().filter(|name| name.chars().count() >= 3) {
        for at in occurrences(context.text, name) {
            mentions.push(mention(Span::new(at, at + name.len()), Kind::Region, "frame.chain", 0.8));
        }
    }
}

/// What a region is to become, in the name of a program: 平安云溪建设, 森林青岚建设.
const QUALITIES: &[&str] = &[
    "平安", "法治", "森林", "健康", "美丽", "数字", "智慧", "文明", "信用", "诚信", "幸福", "绿色", "书香", "品质",
    "生态", "文化", "清廉", "质量", "品牌", "海绵", "富裕", "和谐", "活力", "创新", "宜居", "智慧城市", "食安",
    "食品安全",
];

/// `平安云溪建设`: the program that makes the reporting region what the word says.
fn qualities(context: &Context<'_>, mentions: &mut Vec<Mention>) {
    let Some(own) = context.outline.region.as_deref().map(own_name) else { return };
    let short = places::resolve(own).map_or(own, |place| place.short_name());
    let short = if own.starts_with(short) { short } else { own };
    for at in occurrences(context.text, short) {
        let before = &context.text[..at];
        let Some(quality) = QUALITIES.iter().filter(|word| before.ends_with(**word)).max_by_key(|word| word.len())
        else {
            continue;
        };
        let end = at + short.len();
        if let Some(word) = ["建设", "创建"].iter().find(|word| context.text[end..].starts_with(**word)) {
            let span = Span::new(at - quality.len(), end + word.len());
            mentions.push(mention(span, Kind::Program, "frame.quality", 0.8));
        }
    }
}

/// The reporting government by its full name: the region's with 人民政府 or 政府.
fn government(context: &Context<'_>, mentions: &mut Vec<Mention>) {
    let Some(region) = &context.outline.region else { return };
    for at in occurrences(context.text, region) {
        let end = at + region.len();
        let rest = &context.text[end..];
        let Some(body) = ["人民政府", "政府"].iter().find(|body| rest.starts_with(**body)) else { continue };
        let span = Span::new(at, end + body.len());
        mentions.push(mention(span, Kind::Organization, "frame.government", 0.9));
    }
}

/// `云溪县第十届人民代表大会第三次会议`, `县十届人大三次会议`.
fn congress(context: &Context<'_>, sentence: Span, mentions: &mut Vec<Mention>) {
    let words = sentence.of(context.text);
    for (at, ending) in words.match_indices("次会议") {
        let before = &words[..at];
        let Some(start) = before.rfind("届").and_then(|end| ordinal_start(&before[..end])) else { continue };
        // 云溪县第十届…: the region's own name before it belongs to it
        let own = context.outline.region.as_deref().map_or("", own_name);
        let start = if !own.is_empty() && words[..start].ends_with(own) { start - own.len() } else { start };
        // 县第十届人大一次会议: the region by its class
        let before = &words[..start];
        let class = before.chars().last().filter(|c| "省市县区州旗".contains(*c) && start > 0);
        let alone = |c: char| {
            before[..before.len() - c.len_utf8()]
                .chars()
                .last()
                .is_none_or(|c| !c.is_alphanumeric() || "了在对由自从据按照是".contains(c))
        };
        let start = class.filter(|c| alone(*c)).map_or(start, |c| start - c.len_utf8());
        let name = &words[start..at + ending.len()];
        if name.chars().count() <= 24
            && (name.contains("人民代表大会") || name.contains("人大") || name.contains("全会"))
        {
            let start = sentence.start + start;
            mentions.push(mention(Span::new(start, start + name.len()), Kind::Event, "frame.congress", 0.9));
        }
    }
}

/// `省第十三次党代会`, `区七届二次党代会`.
fn party_congress(context: &Context<'_>, sentence: Span, mentions: &mut Vec<Mention>) {
    let words = sentence.of(context.text);
    for (at, ending) in words.match_indices("次党代会") {
        let Some(mut start) = ordinal_start(&words[..at]) else { continue };
        if words[..start].ends_with('届') {
            let Some(whole) = ordinal_start(&words[..start - '届'.len_utf8()]) else { continue };
            start = whole;
        }
        let class = words[..start].chars().last().filter(|c| "省市县区州旗".contains(*c));
        let start = start - class.map_or(0, char::len_utf8);
        let span = Span::new(sentence.start + start, sentence.start + at + ending.len());
        mentions.push(mention(span, Kind::Event, "frame.congress", 0.85));
    }
}

/// `党的十八届三中、四中、五中全会`: each session by its full name.
fn plenums(context: &Context<'_>, sentence: Span, mentions: &mut Vec<Mention>) {
    let words = sentence.of(context.text);
    for (at, _) in words.match_indices('届') {
        let rest = &words[at + '届'.len_utf8()..];
        let Some(length) = rest.find("全会").filter(|length| *length <= 60) else { continue };
        let Some(start) = ordinal_start(&words[..at]) else { continue };
        let list = &rest[..length];
        let session = |item: &str| {
            let number = item.trim_end_matches(['中', '次']);
            number.len() < item.len()
                && (1..=2).contains(&number.chars().count())
                && number.chars().all(|c| NUMERALS.contains(c))
        };
        let items: Vec<&str> = list.split(['、', '和']).collect();
        if !items.iter().all(|item| session(item)) {
            continue;
        }
        // 省委十二届八次全会: whose session it is
        let body = ["省委", "市委", "县委", "区委", "州委"].into_iter().find(|body| words[..start].ends_with(body));
        let start = start - body.map_or(0, str::len);
        let congress = &words[start..at + '届'.len_utf8()];
        let mut from = at + '届'.len_utf8();
        for (index, item) in items.iter().enumerate() {
            let last = index + 1 == items.len();
            let (begin, end) =
                (if index == 0 { start } else { from }, from + item.len() + if last { "全会".len() } else { 0 });
            let span = Span::new(sentence.start + begin, sentence.start + end);
            let found = mention(span, Kind::Event, "frame.plenum", 0.9);
            mentions.push(Mention { name: Some(format!("{congress}{item}全会")), ..found });
            from += item.len() + '、'.len_utf8();
        }
    }
}

const NUMERALS: &str = "一二三四五六七八九十";

/// Where `第十` or `十` that ends `before` begins.
fn ordinal_start(before: &str) -> Option<usize> {
    let number = before.char_indices().rev().take_while(|(_, c)| NUMERALS.contains(*c)).last()?.0;
    Some(if before[..number].ends_with('第') { number - '第'.len_utf8() } else { number })
}
