//! Divisions and their codes; the words by which a region speaks of itself.

use super::Draft;
use crate::lexicon::places::{self, Place};
use crate::model::{Entity, Level, Outline};
use crate::ontology::Kind;
use crate::outline::own_name;

/// Gives regions their codes, joins names of one code, and finds the bearers of 我区 and
/// 全省. Gives the draft of the reporting region.
pub(super) fn settle(drafts: &mut Vec<Draft>, outline: &Outline, home: Option<&Place>) -> Option<usize> {
    let selves = take_selves(drafts);
    code(drafts, home);
    join(drafts);
    let region = reporting(drafts, outline, home);
    bear(drafts, selves, region, outline, home);
    region
}

/// Takes out the drafts of 我区, 全市 and the like.
fn take_selves(drafts: &mut Vec<Draft>) -> Vec<Draft> {
    let (selves, others) =
        std::mem::take(drafts).into_iter().partition(|draft: &Draft| draft.entity.rule == "frame.self");
    *drafts = others;
    selves
}

fn code(drafts: &mut [Draft], home: Option<&Place>) {
    let context = home.map_or("", |place| place.code);
    for draft in drafts.iter_mut() {
        let entity = &mut draft.entity;
        if entity.rule == "places.town" || entity.kind == Kind::Town {
            entity.level = Some(level_of_town(&entity.name));
            let town = home.and_then(|home| {
                places::find_within(&entity.name, home.code).into_iter().find(|place| place.name == entity.name)
            });
            entity.code = town.map(|place| place.code.to_string());
        }
        if entity.kind == Kind::Region
            && entity.rule != "heads.region"
            && let Some(place) =
                places::resolve_near(&entity.name, context).or_else(|| places::find_near(&entity.name, context))
        {
            if is_anywhere(&entity.name, &place, context) {
                continue;
            }
            let now = places::renamed(&place);
            if let Some(end) = place.valid.to.filter(|_| now != place) {
                entity.reasons.push(format!("{} → {}: renamed in {end}", place.name, now.name));
            }
            entity.code = Some(now.code.to_string());
            entity.level = Some(now.level);
        }
    }
}

/// Whether a name is that of a district, and yet any town's word for a part of itself: 老城区 is 洛阳市's only in
/// its own texts. So is a name of the past outside its province (新建县 before 乡道路).
fn is_anywhere(name: &str, place: &Place, context: &str) -> bool {
    let shared = |digits: usize| place.code.get(..digits) == context.get(..digits);
    let gone = place.name == name && place.valid.to.is_some();
    is_part_of_a_town(name) && !shared(4) || gone && !shared(2)
}

/// Whether a name is what towns call parts of themselves: 新城区, 老城区, 市中心区.
pub(super) fn is_part_of_a_town(name: &str) -> bool {
    const WORDS: &[&str] = &["新区", "郊区", "矿区", "东区", "西区", "南区", "北区", "中区", "市区", "港区", "新市区"];
    WORDS.contains(&name) || name.ends_with("城区") && name.chars().count() <= 3 || name.ends_with("中心区")
}

fn level_of_town(name: &str) -> Level {
    if name.ends_with(['村', '屯']) || name.ends_with("社区") {
        Level::Village
    } else if name.ends_with(['镇', '乡']) || name.ends_with("街道") {
        Level::Town
    } else {
        Level::Area
    }
}

/// Joins regions of one code: the official name is canonical.
fn join(drafts: &mut Vec<Draft>) {
    let mut index = 0;
    while index < drafts.len() {
        let first = &drafts[index].entity;
        let same = first.code.clone().filter(|_| first.kind == Kind::Region).and_then(|code| {
            (0..index)
                .find(|at| drafts[*at].entity.kind == Kind::Region && drafts[*at].entity.code.as_deref() == Some(&code))
        });
        match same {
            Some(at) => {
                let twin = drafts.remove(index);
                let reason = format!("{} → {}: one division code", twin.entity.name, drafts[at].entity.name);
                absorb(&mut drafts[at], twin, reason);
            }
            None => index += 1,
        }
    }
    for draft in drafts.iter_mut().filter(|draft| draft.entity.kind == Kind::Region) {
        if let Some(place) = draft.entity.code.as_deref().and_then(places::by_code)
            && !matches!(place.level, Level::Area | Level::Country)
            && place.name != draft.entity.name
        {
            let seen = std::mem::replace(&mut draft.entity.name, place.name.to_string());
            draft.entity.aliases.push(seen);
            draft.entity.aliases.push(place.short_name().to_string());
        }
    }
}

/// Takes the names and places of `twin` into `draft`.
pub(super) fn absorb(draft: &mut Draft, twin: Draft, reason: String) {
    draft.entity.aliases.push(twin.entity.name);
    draft.entity.aliases.extend(twin.entity.aliases);
    draft.entity.reasons.extend(twin.entity.reasons);
    draft.entity.reasons.push(reason);
    draft.entity.confidence = draft.entity.confidence.max(twin.entity.confidence);
    draft.spans.extend(twin.spans);
}

/// The draft of the reporting region; made where the text names it only in its title.
fn reporting(drafts: &mut Vec<Draft>, outline: &Outline, home: Option<&Place>) -> Option<usize> {
    if let Some(home) = home {
        let at = drafts.iter().position(|draft| draft.entity.code.as_deref() == Some(home.code));
        return Some(at.unwrap_or_else(|| {
            let mut made = region(home.name, Some(home));
            // Only the title names it, perhaps by a former name.
            let past = outline.region.as_deref().and_then(places::resolve).filter(|past| past.name != home.name);
            made.entity.aliases.extend(past.map(|past| past.name.to_string()));
            drafts.push(made);
            drafts.len() - 1
        }));
    }
    // a region that is in no table: its own names win over places of the same name
    let chain = outline.region.as_deref()?;
    let name = own_name(chain);
    let short = places::short_name(name);
    let is_own = |draft: &Draft| {
        draft.entity.kind == Kind::Region
            && [chain, name, short]
                .iter()
                .any(|own| draft.entity.name == *own || draft.entity.aliases.iter().any(|alias| alias == own))
    };
    let mut made = region(name, None);
    let (own, others) = std::mem::take(drafts).into_iter().partition(is_own);
    *drafts = others;
    for draft in own {
        let reason = format!("{} → {name}: the reporting region", draft.entity.name);
        absorb(&mut made, draft, reason);
    }
    made.entity.aliases.extend([chain.to_string(), short.to_string()]);
    drafts.push(made);
    Some(drafts.len() - 1)
}

fn region(name: &str, place: Option<&Place>) -> Draft {
    Draft {
        entity: Entity {
            kind: Kind::Region,
            name: name.to_string(),
            aliases: Vec::new(),
            mentions: Vec::new(),
            code: place.map(|place| place.code.to_string()),
            level: place.map(|place| place.level),
            scope: None,
            rule: "frame.region".into(),
            confidence: 0.95,
            reasons: Vec::new(),
        },
        spans: Vec::new(),
    }
}

/// Gives 我区 and 全区 to the region that reports, 全市 and 全省 to what it lies in.
fn bear(
    drafts: &mut Vec<Draft>,
    selves: Vec<Draft>,
    region_at: Option<usize>,
    outline: &Outline,
    home: Option<&Place>,
) {
    // 全县 is said by the report of a county, whatever the county is called today. What was a city once lies in a
    // city now, and 全市 may mean that one: only the text's own name counts there.
    let past = home.map(|home| places::former_names(home.code)).unwrap_or_default();
    let was = |suffix: char| matches!(suffix, '县' | '区') && past.iter().any(|past| speaks_of(past.name, suffix));
    let own_name = outline.region.as_deref().map(own_name);
    let own = |name: &str, suffix: char| {
        speaks_of(name, suffix) || own_name.is_some_and(|own| speaks_of(own, suffix)) || was(suffix)
    };
    for draft in selves {
        let word = draft.entity.name.clone();
        let suffix = word.chars().last().unwrap_or('区');
        let bearer = match region_at {
            Some(at) if own(&drafts[at].entity.name, suffix) => Some(at),
            _ => above(drafts, suffix, home).or(region_at.filter(|_| word.starts_with('我'))),
        };
        if let Some(at) = bearer {
            let reason = format!("{word} → {}: the region's word for itself", drafts[at].entity.name);
            absorb(&mut drafts[at], draft, reason);
        }
    }
}

fn speaks_of(name: &str, suffix: char) -> bool {
    let fits = |name: &str| match suffix {
        '省' => name.ends_with('省') || name.ends_with("自治区"),
        '州' => name.ends_with('州'),
        c => name.ends_with(c),
    };
    fits(name)
}

/// The division of that suffix in which the reporting region lies, made where no name of
/// it stands in the text.
fn above(drafts: &mut Vec<Draft>, suffix: char, home: Option<&Place>) -> Option<usize> {
    let place = places::ancestors(home?.code).into_iter().find(|place| speaks_of(place.name, suffix))?;
    let at = drafts.iter().position(|draft| draft.entity.code.as_deref() == Some(place.code));
    Some(at.unwrap_or_else(|| {
        let mut made = region(place.name, Some(&place));
        made.entity.aliases.push(place.short_name().to_string());
        drafts.push(made);
        drafts.len() - 1
    }))
}
