//! Whose a figure is: a name of the clause, the subject carried over, or the region.

use super::Told;
use super::cues::CUES;
use super::figures::Figure;
use super::quantities::{Measure, Quantity};
use super::subjects::{Carry, List, Opening, Scene, has_body};
use crate::model::{Bound, Linked, Span};
use crate::ontology::{Attribute, Kind};

/// Where a figure stands.
pub(super) struct Place<'a> {
    /// Its clause.
    pub(super) scene: &'a Scene,
    /// The quantities of the clause.
    pub(super) quantities: &'a [Quantity],
    /// Which of them it is.
    pub(super) at: usize,
    /// The words since the quantity before it, or since the head of the clause.
    pub(super) before: Span,
    /// What it says.
    pub(super) figure: &'a Figure,
}

/// Whose a figure is and how that was found.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Bearer {
    /// The bearers; none where nothing is known.
    pub(super) entities: Vec<usize>,
    /// `named`, `object`, `follows`, `carried`, `again`, `region`.
    pub(super) rule: &'static str,
    /// How sure.
    pub(super) confidence: f32,
    /// Where the bearer was named, if before the clause.
    pub(super) from: Option<usize>,
    /// The series, where the figure goes on with one.
    pub(super) series: Option<String>,
}

/// Finds the bearer of a figure; `told` are the figures told before it in the sentence.
pub(super) fn bearer(text: &str, place: &Place, carry: &Carry, told: &[Told], linked: &Linked) -> Bearer {
    let quantity = &place.quantities[place.at];
    if let Some(entities) = follows(text, place, quantity, linked) {
        return Bearer { entities, rule: "follows", confidence: 0.85, ..Bearer::default() };
    }
    // …33亿元，增长15.6%: no words of its own, so it goes on with the figure before it.
    let own = Span::new(place.before.start, place.figure.trigger.max(place.before.start)).of(text);
    if place.figure.attribute == Attribute::Growth
        && is_bare(own)
        && let Some((last, dealt)) = antecedent(text, place, told)
    {
        let series = last.series.clone().filter(|_| dealt);
        return Bearer { entities: last.bearers.clone(), rule: "again", confidence: 0.85, series, from: None };
    }
    let class = place.before.of(text).ends_with('等') && quantity.measure == Measure::Count;
    if class {
        // A、B等58个项目: the number counts the class, whoever is named.
        return region(linked);
    }
    if let Some((entities, rule)) = before(text, place, quantity, linked) {
        return Bearer { entities, rule, confidence: 0.9, ..Bearer::default() };
    }
    if let Some(entity) = carried(text, place, carry, linked) {
        let from = carry.from;
        return Bearer { entities: vec![entity], rule: "carried", confidence: 0.7, from, series: None };
    }
    region(linked)
}

fn region(linked: &Linked) -> Bearer {
    Bearer { entities: linked.region.into_iter().collect(), rule: "region", confidence: 0.8, ..Bearer::default() }
}

/// Words that name no series: 同比, 比上年, 较2015年末, 剔除…因素后.
fn is_bare(words: &str) -> bool {
    let words = words.trim_matches(|c| "、和及与，的了 ".contains(c));
    let words = words.trim_end_matches("分别").trim_end_matches("均").trim_end_matches("同比").trim_end_matches("年均");
    let compares = words.starts_with(['比', '较', '是']) && words.contains(['年', '末', '期', '初', '季', '月']);
    let adjusts = (words.starts_with("剔除") || words.starts_with("扣除")) && words.ends_with('后');
    let known = [
        "", "同口径", "可比", "按可比价", "名义", "按可比口径", "按同口径", "可比口径", "自然口径", "实际", "同比分别",
        "分别同比",
    ];
    compares || adjusts || known.contains(&words)
}

/// The figure told before that a bare growth goes on with: `A 5亿元，B 3亿元，分别增长2%、4%`
/// goes on with A and B in turn, otherwise it is the last. With it, whether the series is the
/// same (the members of a run before which names are listed have each their own).
fn antecedent<'a>(text: &str, place: &Place, told: &'a [Told]) -> Option<(&'a Told, bool)> {
    let (first, members) = super::series::run(text, place.quantities, place.at);
    let apart = text[place.scene.span.start..place.quantities[place.at].whole.start].contains("分别");
    // Members of the run before this one have been told already.
    let done = place.at - first;
    if members > 1 && apart {
        let before = &told[..told.len().saturating_sub(done)];
        let levels: Vec<&Told> = before.iter().filter(|told| told.figure.attribute != Attribute::Growth).collect();
        if levels.len() >= members {
            return levels.get(levels.len() - members + done).map(|told| (*told, true));
        }
    }
    told.last().map(|told| (told, done == 0))
}

/// `总投资20亿元的启明光电产业园`, `12个“工业上楼”项目`.
fn follows(text: &str, place: &Place, quantity: &Quantity, linked: &Linked) -> Option<Vec<usize>> {
    let end = quantity.whole.end;
    let list = place.scene.lists.iter().find(|list| list.span.start >= end)?;
    let gap = text[end..list.span.start].trim_matches(|c| "“‘《".contains(c));
    let fits = |kinds: &[Kind]| list.entities.iter().all(|entity| kinds.contains(&linked.entities[*entity].kind));
    let fit = match quantity.measure {
        Measure::Count => {
            let body = |entity: &usize| match linked.entities[*entity].kind {
                Kind::Project => true,
                Kind::Program => has_body(text, place.scene, list, &linked.entities[*entity].name),
                _ => false,
            };
            let quoted = text[end..list.span.end].contains('“');
            let class = place.before.of(text).ends_with('等');
            gap.is_empty() && quoted && !class && list.entities.iter().all(body)
        }
        Measure::Percent | Measure::Points | Measure::Times | Measure::Ratio => false,
        Measure::Money => {
            matches!(gap, "的" | "建设" | "新建" | "实施" | "打造" | "的重大项目" | "兴建" | "建设的")
                && fits(&[Kind::Project, Kind::Site, Kind::Product])
        }
        _ => matches!(gap, "的" | "建设的") && fits(&[Kind::Project, Kind::Site]),
    };
    fit.then(|| list.entities.clone())
}

/// The names that the clause gives before the figure.
fn before(text: &str, place: &Place, quantity: &Quantity, linked: &Linked) -> Option<(Vec<usize>, &'static str)> {
    let scene = place.scene;
    let near = scene.lists.iter().rposition(|list| list.span.end <= quantity.whole.start)?;
    let kind = |entity: &usize| linked.entities[*entity].kind;
    let list = &scene.lists[near];
    let gap = &text[list.span.end..quantity.whole.start];
    let alone = list.span.start >= place.before.start && touches(gap) && list.entities.len() == 1;
    if alone && !aside(text, scene, list) && is_object(text, scene, list, quantity, linked) {
        return Some((list.entities.clone(), "object"));
    }
    let Opening::Subject(subject) = scene.opening else { return None };
    let list = &scene.lists[subject];
    let after = &text[list.span.end..scene.span.end];
    if quantity.measure == Measure::Count && in_class(text, list, quantity) {
        return None;
    }
    // A、B等商业综合体营业额37亿元 adds the class up; …等县收入超10亿元 holds of each.
    if list.entities.len() > 1 && after.trim_start_matches('”').starts_with('等') && quantity.bound != Bound::AtLeast
    {
        return None;
    }
    // A、B、C产量分别增长1%、2%、3%: the n-th figure is the n-th name's
    let (first, members) = super::series::run(text, place.quantities, place.at);
    let dealt = members > 1 && members == list.entities.len();
    let named = if dealt { &list.entities[place.at - first..=place.at - first] } else { &list.entities[..] };
    let entities: Vec<usize> = named
        .iter()
        .copied()
        .filter(|entity| match kind(entity) {
            Kind::Project | Kind::Site | Kind::Enterprise | Kind::Product | Kind::Town => true,
            Kind::Program => list.entities.len() == 1 && has_body(text, scene, list, &linked.entities[*entity].name),
            Kind::Region => Some(*entity) != linked.region && acts(after, quantity),
            _ => false,
        })
        .collect();
    (!entities.is_empty()).then_some((entities, "named"))
}

/// Whether a quantity right after a name is the name's: `启动祥元园区2.4万平方米厂房`, but not
/// a class of things and how many there are (`新建农村公路2195公里`, `实施技改项目16个`).
fn is_object(text: &str, scene: &Scene, list: &List, quantity: &Quantity, linked: &Linked) -> bool {
    let entity = &linked.entities[list.entities[0]];
    let unit = quantity.unit.as_deref().unwrap_or("");
    let held = matches!(unit, "场" | "场次" | "次" | "期" | "届" | "轮" | "班次");
    let head = &text[scene.span.start..list.span.start];
    let class = ["新建", "新增", "改造", "修建", "完成", "硬化", "改建", "扩建", "建成", "实施", "新改建", "新改扩建"]
        .iter()
        .any(|verb| head.ends_with(verb));
    match entity.kind {
        Kind::Program => held || has_body(text, scene, list, &entity.name),
        Kind::Event => held,
        Kind::Project | Kind::Site | Kind::Product if quantity.measure == Measure::Count => {
            !matches!(unit, "个" | "项" | "条" | "处" | "座" | "件" | "家" | "所" | "批" | "户" | "名")
        }
        Kind::Project => !class,
        Kind::Site | Kind::Product => true,
        _ => false,
    }
}

/// Whether a name and a quantity touch: `祥元园区2.4万平方米`, `“…”活动145场次`.
fn touches(gap: &str) -> bool {
    let gap = gap.trim_matches(|c| "”’》".contains(c));
    matches!(gap, "" | "活动" | "项目" | "共" | "达" | "工程" | "建设")
}

/// Whether a preposition makes the names mere circumstances (在启明产业园新建…).
fn aside(text: &str, scene: &Scene, list: &List) -> bool {
    let head = &text[scene.span.start..list.span.start];
    ["在", "与", "同", "向", "从", "对", "为"].iter().any(|word| head.ends_with(word))
}

/// `A、B等7户企业`: the 7 counts the class, it is no figure of A and B.
fn in_class(text: &str, list: &List, quantity: &Quantity) -> bool {
    let gap = text[list.span.end..quantity.whole.start].trim_matches(|c| "”’》".contains(c));
    gap.is_empty() || gap == "、" || gap == "等" || gap.starts_with("等") && gap.len() <= 15
}

/// Whether a region named at the head of a clause does something itself (泌阳县完成…);
/// otherwise it only tells of what sort something is (全省重点项目).
fn acts(after: &str, quantity: &Quantity) -> bool {
    let after = after.trim_start_matches(['”', '等']);
    CUES.verbs.at_head(after).is_some()
        || quantity.measure == Measure::Money
            && ["一般公共预算", "地区生产总值", "GDP"].iter().any(|w| after.contains(w))
}

/// Whether a clause without a subject goes on about the subject before it, and does not
/// bring in something else as the object of its verb (完成交通项目投资90亿元).
fn speaks_on(text: &str, place: &Place) -> bool {
    let words = &text[place.scene.head..place.quantities[place.at].whole.start];
    if CUES.dependents.at_head(words).is_some() {
        return true;
    }
    if place.figure.attribute == Attribute::Count {
        return CUES.belongs.at_head(words).is_some();
    }
    let mut rest = words;
    while let Some(length) = CUES.verbs.at_head(rest).or_else(|| CUES.lead.at_head(rest)) {
        rest = &rest[length..];
    }
    rest.chars().count() <= 1 || CUES.dependents.at_head(rest).is_some()
}

/// 推进“工业上楼”项目建设，推动10个项目开工: the projects counted are those named before.
fn counts_projects(text: &str, place: &Place, carry: &Carry, linked: &Linked) -> bool {
    let after = &text[place.quantities[place.at].whole.end..];
    let of_projects = |entity: &usize| linked.entities[*entity].name.ends_with("项目");
    after.starts_with("项目") && carry.entities.iter().all(of_projects)
}

/// The subject of the clauses before, where this clause has none of its own.
fn carried(text: &str, place: &Place, carry: &Carry, linked: &Linked) -> Option<usize> {
    let attribute = place.figure.attribute;
    let words = place.scene.span.of(text);
    if let Some(topic) = carry.topic {
        let of_sector =
            ["税收", "增加值", "产值", "营业收入", "主营业务收入", "总量"].iter().any(|w| words.contains(w));
        let opens = matches!(place.scene.opening, Opening::Continues);
        if opens && of_sector && attribute != Attribute::Count {
            return Some(topic);
        }
    }
    let goes_on = match place.scene.opening {
        Opening::Continues => speaks_on(text, place) || counts_projects(text, place, carry, linked),
        // 涵盖智慧交通等31个场景: the names are examples of what the subject has.
        Opening::Object(_) => {
            let verb = &text[place.scene.head..place.scene.span.end];
            attribute == Attribute::Count && CUES.belongs.at_head(verb).is_some()
        }
        // 2家企业入驻: the firms come to the place that was named.
        Opening::Number => ["入驻", "进驻", "落户"].iter().any(|word| words.contains(word)),
        _ => false,
    };
    let entity = carry.single(linked).filter(|_| goes_on)?;
    let fits = match linked.entities[entity].kind {
        Kind::Industry => !matches!(attribute, Attribute::Count | Attribute::Area | Attribute::Length),
        _ => true,
    };
    (fits && Some(entity) != linked.region).then_some(entity)
}
