//! Short and full forms of one name.

use rustc_hash::FxHashMap;

use super::Draft;
use super::regions::absorb;
use crate::lexicon::places::Place;
use crate::model::{Entity, Outline};
use crate::ontology::Kind;
use crate::outline::own_name;

/// What may follow the short form of a firm's name in its full form.
pub(super) const FIRM_ENDINGS: &[&str] = &[
    "药业", "集团", "公司", "有限公司", "股份", "实业", "科技", "制药", "银行", "食品", "电子", "光电", "建材", "包装",
    "环保", "环保建材", "新材料", "材料", "新能源", "控股", "地产", "生物", "医药", "机械", "重工", "乳业", "酒业",
    "面业", "种业", "牧业", "农牧", "汽车", "燃气", "能源", "矿业", "化工", "纺织", "服饰", "家居", "物流", "智能",
    "技术", "电器", "电气", "半导体", "股份公司", "科技公司", "科技集团", "集团公司", "实业集团", "药业集团",
    "控股集团",
];

/// Joins short forms to full ones. Gives the new place of `region`.
pub(super) fn merge(
    drafts: &mut Vec<Draft>,
    region: Option<usize>,
    outline: &Outline,
    home: Option<&Place>,
) -> Option<usize> {
    let own = outline.region.as_deref().map(own_name).or(home.map(|home| home.name));
    let region_name = region.map(|at| drafts[at].entity.name.clone());
    let shelf = Shelf::of(drafts, home);
    let mut left: Vec<Option<Draft>> = std::mem::take(drafts).into_iter().map(Some).collect();
    for index in 0..left.len() {
        if let Some((at, reason)) = shelf.full_form(&left, index, own, home)
            && let Some(short) = left[index].take()
            && let Some(full) = &mut left[at]
        {
            absorb(full, short, reason);
        }
    }
    drafts.extend(left.into_iter().flatten());
    region_name
        .and_then(|name| drafts.iter().position(|draft| draft.entity.kind == Kind::Region && draft.entity.name == name))
}

/// The drafts by what their short forms share with them, so that not each is held against each.
struct Shelf {
    /// In the order of the drafts.
    drafts: FxHashMap<Mark, Vec<usize>>,
    /// What may stand before a name: the region and what it lies in, in full and short.
    regions: Vec<&'static str>,
}

/// What a name shares with its short forms.
#[derive(Debug, PartialEq, Eq, Hash)]
enum Mark {
    /// Its kind.
    Kind(Kind),
    /// Its kind and its first character.
    Opening(Kind, Option<char>),
    /// All of it but 项目, after a region.
    Bare(String),
    /// All of it before 总部.
    Seat(String),
}

impl Shelf {
    fn of(drafts: &[Draft], home: Option<&Place>) -> Self {
        let mut shelf = Self { drafts: FxHashMap::default(), regions: Vec::new() };
        if let Some(home) = home {
            let places = crate::lexicon::places::ancestors(home.code).into_iter().chain([*home]);
            let past = crate::lexicon::places::former_names(home.code).iter().copied();
            shelf.regions.extend(places.chain(past).flat_map(|place| [place.name, place.short_name()]));
        }
        for (at, draft) in drafts.iter().enumerate() {
            let Entity { kind, name, .. } = &draft.entity;
            let marks = match kind {
                Kind::Project | Kind::Site | Kind::Town => {
                    let seat = name.strip_suffix("总部").map(|school| Mark::Seat(school.to_string()));
                    [Some(Mark::Bare(without_project(name).to_string())), seat]
                }
                Kind::Enterprise | Kind::Industry => [Some(Mark::Opening(*kind, name.chars().next())), None],
                kind => [Some(Mark::Kind(*kind)), None],
            };
            for mark in marks.into_iter().flatten() {
                shelf.drafts.entry(mark).or_default().push(at);
            }
        }
        shelf
    }

    /// The marks under which the full forms of a name stand.
    fn marks(&self, kind: Kind, name: &str) -> Vec<Mark> {
        match kind {
            Kind::Region | Kind::Town | Kind::Person | Kind::Honor | Kind::Product => Vec::new(),
            Kind::Project | Kind::Site => {
                let after = |region: &&str| Mark::Bare(format!("{region}{}", without_project(name)));
                self.regions.iter().map(after).chain([Mark::Seat(name.to_string())]).collect()
            }
            Kind::Enterprise | Kind::Industry => vec![Mark::Opening(kind, name.chars().next())],
            Kind::Program | Kind::Organization | Kind::Event => vec![Mark::Kind(kind)],
        }
    }

    /// The first draft left that bears the full form of the name of `index`, and why.
    fn full_form(
        &self,
        left: &[Option<Draft>],
        index: usize,
        own: Option<&str>,
        home: Option<&Place>,
    ) -> Option<(usize, String)> {
        let short = &left[index].as_ref()?.entity;
        let marks = self.marks(short.kind, &short.name);
        let mut candidates: Vec<usize> =
            marks.iter().filter_map(|mark| self.drafts.get(mark)).flatten().copied().collect();
        candidates.sort_unstable();
        let mut others = candidates.into_iter().filter(|at| *at != index);
        others.find_map(|at| {
            let full = &left[at].as_ref()?.entity;
            let reason = reason(short, full, own, home)?;
            Some((at, format!("{} → {}: {reason}", short.name, full.name)))
        })
    }
}

/// Why `short` has the short form of the name of `full`, if it does.
fn reason(short: &Entity, full: &Entity, own: Option<&str>, home: Option<&Place>) -> Option<String> {
    match short.kind {
        Kind::Enterprise => firm(&short.name, full.kind, &full.name),
        Kind::Organization => body(&short.name, full.kind, &full.name, own),
        Kind::Program => program(&short.name, full),
        Kind::Project | Kind::Site => {
            prefixed(&short.name, full.kind, &full.name, home).or_else(|| seat(&short.name, full.kind, &full.name))
        }
        Kind::Industry => sector(&short.name, full.kind, &full.name),
        Kind::Event => congress(&short.name, full.kind, &full.name),
        _ => None,
    }
}

fn firm(short: &str, kind: Kind, full: &str) -> Option<String> {
    if kind != Kind::Enterprise {
        return None;
    }
    let rest = full.strip_prefix(short).filter(|_| short.chars().count() >= 2)?;
    FIRM_ENDINGS.contains(&rest).then(|| format!("short form before {rest}"))
}

/// 区政府 and 云溪区人民政府 are one body.
fn body(short: &str, kind: Kind, full: &str, region: Option<&str>) -> Option<String> {
    if short == "中央" && full == "党中央" {
        return Some("the Party's centre".to_string());
    }
    let region = region?;
    if kind != Kind::Organization || short == full || full.len() < short.len() {
        return None;
    }
    let level = region.chars().last()?;
    let own = |name: &str| governed_by(name).is_some_and(|place| place.chars().eq([level]));
    let whole = |name: &str| governed_by(name).is_some_and(|place| place.ends_with(region));
    ((own(short) || whole(short)) && whole(full) || own(short) && own(full) && short.len() < full.len())
        .then(|| "the reporting government".to_string())
}

/// Whose government a name is of: 云溪区 of 云溪区人民政府.
fn governed_by(name: &str) -> Option<&str> {
    let place = name.strip_suffix("政府")?;
    Some(place.strip_suffix("人民").unwrap_or(place))
}

/// 十大行动 and “十大行动”计划 are one program.
fn program(short: &str, full: &Entity) -> Option<String> {
    (full.kind == Kind::Program
        && full.name != short
        && full.name.len() > short.len()
        && full.aliases.iter().any(|alias| alias == short))
    .then(|| "short form of the quoted name".to_string())
}

/// 康养谷 and 云溪康养谷: the same name with the region's before it.
fn prefixed(short: &str, kind: Kind, full: &str, home: Option<&Place>) -> Option<String> {
    let home = home?;
    if !matches!(kind, Kind::Project | Kind::Site | Kind::Town) {
        return None;
    }
    let rest = without_project(full).strip_suffix(without_project(short))?;
    if short.chars().count() < 3 {
        return None;
    }
    let above = crate::lexicon::places::ancestors(home.code);
    let past = crate::lexicon::places::former_names(home.code);
    let named = above.iter().chain([home]).chain(past).any(|place| rest == place.name || rest == place.short_name());
    named.then(|| format!("the same after {rest}"))
}

fn without_project(name: &str) -> &str {
    name.strip_suffix("项目").unwrap_or(name)
}

/// 云溪网上学校 and 云溪网上学校总部 are one school.
fn seat(short: &str, kind: Kind, full: &str) -> Option<String> {
    let same = matches!(kind, Kind::Project | Kind::Site) && full.strip_suffix("总部") == Some(short);
    same.then(|| "the same with its seat".to_string())
}

fn congress(short: &str, kind: Kind, full: &str) -> Option<String> {
    (kind == Kind::Event && full != short && full.ends_with(short) && short.ends_with("次会议"))
        .then(|| "the same congress".to_string())
}

/// 医药健康 and 医药健康产业, 金融 and 金融业.
fn sector(short: &str, kind: Kind, full: &str) -> Option<String> {
    if kind != Kind::Industry {
        return None;
    }
    let rest = full.strip_prefix(short)?;
    matches!(rest, "产业" | "业" | "行业" | "产业集群").then(|| format!("the same before {rest}"))
}

/// 柳坞文化产业园（云上谷）: a name in brackets right behind another of its sort is the
/// same thing.
pub(super) fn join_bracketed(text: &str, drafts: &mut Vec<Draft>) {
    let mut index = 0;
    while index < drafts.len() {
        if !built(&drafts[index]) || !stands_in_brackets(text, &drafts[index]) {
            index += 1;
            continue;
        }
        let full =
            drafts.iter().position(|draft| draft.spans.iter().any(|span| names_again(text, span.end, &drafts[index])));
        match full.filter(|at| *at != index && built(&drafts[*at])) {
            Some(at) => {
                let short = drafts.remove(index);
                let at = if at > index { at - 1 } else { at };
                let reason = format!("{} → {}: in brackets behind it", short.entity.name, drafts[at].entity.name);
                absorb(&mut drafts[at], short, reason);
            }
            None => index += 1,
        }
    }
}

fn built(draft: &Draft) -> bool {
    matches!(draft.entity.kind, Kind::Project | Kind::Site)
}

fn stands_in_brackets(text: &str, draft: &Draft) -> bool {
    draft.spans.iter().any(|span| text[..span.start].ends_with('（'))
}

fn names_again(text: &str, end: usize, draft: &Draft) -> bool {
    let open = end + '（'.len_utf8();
    text[end..].starts_with('（')
        && draft.spans.iter().any(|span| span.start == open && text[span.end..].starts_with('）'))
}
