//! What names a class of things, a slogan or a creed, whichever finder took it for a name.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;
use serde::Deserialize;

use super::context::Context;
use super::{generic, heads};
use crate::lexicon::table;
use crate::model::{Against, Mention, Rejection, Saying};
use crate::ontology::Kind;

#[derive(Deserialize)]
struct Classes {
    things: FxHashSet<String>,
    endings: Vec<String>,
    creeds: Vec<String>,
    #[cfg(test)]
    matches: Vec<String>,
    #[cfg(test)]
    not_matches: Vec<String>,
}

static CLASSES: LazyLock<Classes> =
    LazyLock::new(|| table::read("src/extract/data/classes.toml", include_str!("data/classes.toml")));

const CLASS: Saying = Saying { en: "a class of things, no single one", zh: "说的是一类事物，不是某一个" };

const CREED: Saying = Saying { en: "a formula of creed", zh: "政治表述，不是计划行动" };

const LIST: Saying =
    Saying { en: "the end of a list and what sums it up", zh: "列举的末项与其统称连在一起" };

/// Finders whose names come from tables or from the head of the report, and quoted names, which are judged
/// by what stands around them.
const TRUSTED: &[&str] = &["frame.", "places.", "names.", "persons.", "quotes.", "echo.zone", "heads.region"];

/// Leaves out what names no single thing.
pub(super) fn leave_out(context: &Context<'_>, mentions: &mut Vec<Mention>) {
    mentions.retain(|mention| {
        let name = mention.name(context.text);
        let trusted = TRUSTED.iter().any(|rule| mention.rule.starts_with(rule));
        let fault = if mention.kind == Kind::Program && is_creed(name) {
            Some(CREED)
        } else if mention.kind == Kind::Program && !trusted && goes_through_list(name) {
            Some(LIST)
        } else {
            (!trusted && is_class(name, mention.kind)).then_some(CLASS)
        };
        if let Some(saying) = fault {
            context.rejected.tell(|| Rejection { mention: mention.clone(), against: Against::Check(saying) });
        }
        fault.is_none()
    });
}

/// Formulas of political creed, of which no body of work is told.
fn is_creed(name: &str) -> bool {
    let bare = name.trim_matches(['“', '”', '"']);
    CLASSES.creeds.iter().any(|creed| bare == creed || name == creed)
}

/// 市场准入壁垒清理等专项行动: the last member of a list, and the noun of the list.
fn goes_through_list(name: &str) -> bool {
    const GRADES: &str = "高中初均同平优一二三四五对头上特相何";
    let chars: Vec<char> = name.chars().collect();
    let summed = |at: usize| {
        chars[at] == '等'
            && at > 2
            && !GRADES.contains(chars[at - 1])
            && !"级奖离线教职院额于待候".contains(chars[at + 1])
    };
    !name.contains(['“', '"']) && (0..chars.len().saturating_sub(2)).any(summed)
}

/// Whether `name` tells of a class of things.
fn is_class(name: &str, kind: Kind) -> bool {
    let thing = matches!(
        kind,
        Kind::Project | Kind::Site | Kind::Town | Kind::Organization | Kind::Enterprise | Kind::Industry
    );
    if !thing || name.contains(['“', '"']) {
        return false;
    }
    CLASSES.things.contains(name)
        || CLASSES.endings.iter().any(|ending| name.ends_with(ending.as_str()))
        || kind != Kind::Industry && generic::is_listed(name)
        || counts_several(name)
        || rhymes(name)
        || kind == Kind::Industry && is_vague_sector(name)
}

const NUMERALS: &str = "两二三四五六七八九十";

/// 三大协会, 六大片区, 果品三大产业, 5座示范站: several things at once.
fn counts_several(name: &str) -> bool {
    let rest = name.trim_start_matches(|c: char| c.is_ascii_digit());
    if rest.len() < name.len() && rest.starts_with(['座', '个', '家', '所', '条', '处', '项', '支']) {
        return true;
    }
    let chars: Vec<char> = name.chars().collect();
    chars
        .windows(3)
        .any(|window| NUMERALS.contains(window[0]) && window[1] == '大' && !"桥厦道学队院会堂街路".contains(window[2]))
}

/// 一区多园, 一县一馆, 两线两站: a saying of how many there are of each.
fn rhymes(name: &str) -> bool {
    let chars: Vec<char> = name.chars().collect();
    let numeral = |at: usize| chars.get(at).is_some_and(|c| *c == '一' || NUMERALS.contains(*c));
    let counts = |at: usize| {
        (numeral(at) || chars.get(at) == Some(&'多'))
            && !chars.get(at + 1).is_some_and(|c| "期号路街中院小厂厅高级".contains(*c))
    };
    (4..=6).contains(&chars.len()) && numeral(0) && (2..=4).any(counts) && counts(0)
}

/// Words before 产业 and 经济 that say nothing of what is made there.
const VAGUE: &[&str] = &[
    "特色", "优势", "传统", "现代", "现代化", "新兴", "先进", "高端", "重点", "主导", "支柱", "富民", "关联", "专项",
    "综合性", "竞争性", "一般", "规模", "整个", "世界级", "国家级", "省级", "战略性", "后续", "低效", "低端", "先导",
    "前沿性", "前沿", "实体", "基础", "本地", "地方", "区域", "城乡", "县域", "国民", "宏观", "百亿级", "千亿级",
    "万亿级", "超千亿", "千亿", "百亿", "万亿", "大", "新型", "消费", "首位", "成长性", "高附加值", "经济", "企业",
    "农村", "集体", "东部", "中部", "西部", "东中部", "社区", "城市", "大型", "产业", "时期", "全省", "全市", "全国",
    "面上", "效益", "密集型", "劳动", "技术", "资本", "专业", "潜力", "朝阳", "夕阳", "落后", "过剩",
];

/// 低效益产业, 世界级产业集群: words that fit any sector; 沿沪宁产业, 福田区产业: what a place has.
fn is_vague_sector(name: &str) -> bool {
    let Some(mut rest) =
        ["产业集群", "产业", "经济", "制造业", "服务业"].iter().find_map(|head| name.strip_suffix(head))
    else {
        return false;
    };
    if rest.ends_with(['区', '县', '市', '省', '宁']) && !rest.ends_with("园区") {
        return true;
    }
    while let Some(left) = VAGUE.iter().find_map(|word| rest.strip_suffix(word)) {
        rest = left;
    }
    matches!(rest, "" | "低" | "高" | "大" | "新")
        || rest.ends_with('级')
        || heads::group_of(rest).is_some_and(|group| group.kind() == Kind::Region)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_are_told_from_single_things() {
        let parsed = |example: &str| {
            let (kind, name) = example.split_once(':').expect("kind:name");
            (kind.parse::<Kind>().expect("a kind"), name.to_string())
        };
        let program = |name: &str| is_creed(name) || goes_through_list(name);
        let told = |(kind, name): (Kind, String)| is_class(&name, kind) || kind == Kind::Program && program(&name);
        for example in &CLASSES.matches {
            assert!(told(parsed(example)), "{example} is a class");
        }
        for example in &CLASSES.not_matches {
            assert!(!told(parsed(example)), "{example} is one thing");
        }
    }
}
