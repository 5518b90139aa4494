//! Who a clause is about: the names at its head, behind its verb, or carried over from the
//! clause before.

use super::cues::CUES;
use super::quantities::Quantity;
use crate::model::{Linked, Span};
use crate::ontology::Kind;

/// Names in a row (`A、B和C等3个项目`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct List {
    /// From the first name to the last.
    pub(super) span: Span,
    /// The entities named.
    pub(super) entities: Vec<usize>,
}

/// The names of a clause in rows, in the order of the text.
pub(super) fn lists(text: &str, names: &[(Span, usize)]) -> Vec<List> {
    let mut found: Vec<List> = Vec::new();
    // A bare 酒店 is a part of the project named before it.
    let is_room = |span: &Span| CUES.rooms.at_head(span.of(text)) == Some(span.len());
    // 全市 opens a phrase or ranks (全市第一): it is no subject of its own.
    let is_all = |span: &Span| span.of(text).starts_with('全') && span.of(text).chars().count() == 2;
    // The name taken last and how many entities its list had before it.
    let mut member = (Span::new(0, 0), 0);
    for (span, entity) in names.iter().filter(|(span, _)| !is_room(span) && !is_all(span)) {
        if let Some(last) = found.last_mut() {
            if *span == member.0 {
                last.entities.push(*entity);
                continue;
            }
            if span.start <= member.0.start && span.end >= member.0.end {
                // 云溪 inside 云溪大桥: the longer name is meant.
                last.entities.truncate(member.1);
                last.entities.push(*entity);
                last.span.end = span.end;
                member.0 = *span;
                continue;
            }
            if span.overlaps(member.0) {
                continue;
            }
            if joins(&text[last.span.end..span.start]) {
                member = (*span, last.entities.len());
                last.span.end = span.end;
                last.entities.push(*entity);
                continue;
            }
        }
        member = (*span, 0);
        found.push(List { span: *span, entities: vec![*entity] });
    }
    found
}

fn joins(gap: &str) -> bool {
    let gap = outside_brackets(gap).trim_matches(|c| "“”‘’《》 ".contains(c));
    if matches!(gap, "、" | "和" | "及" | "与" | "暨" | "以及" | "、以及") {
        return true;
    }
    // A member without an entity stands between (`A、农贸市场、B`).
    let joint = |c: char| matches!(c, '、' | '和' | '及' | '与');
    gap.starts_with(joint) && gap.ends_with(joint) && is_unnamed(gap.trim_matches(joint))
}

/// What stands outside brackets at the ends of a gap: `（山前路至云溪路）、` joins like `、`.
fn outside_brackets(gap: &str) -> &str {
    match gap.strip_prefix('（').and_then(|inner| inner.split_once('）')) {
        Some((_, rest)) => rest,
        None => gap,
    }
}

/// Whether some words can be a member of a list that has no entity: short, without a verb.
pub(super) fn is_unnamed(words: &str) -> bool {
    let verb = |at: usize| CUES.verbs.at_head(&words[at..]).is_some_and(|length| length > 3);
    !words.is_empty()
        && words.chars().count() <= 15
        && !words.contains(['，', '；', '“', '”', '等'])
        && !words.char_indices().any(|(at, _)| verb(at))
}

/// How a clause opens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Opening {
    /// With the names of the list of this index: they are its subject.
    Subject(usize),
    /// With a verb and then the names of the list of this index: they are its object.
    Object(usize),
    /// With a verb, or a noun that belongs to the subject before: no subject of its own.
    Continues,
    /// With a number.
    Number,
    /// With a preposition.
    Aside,
    /// With words for something that has no entity.
    Other,
}

/// A clause with the names in it and how it opens.
#[derive(Debug)]
pub(super) struct Scene {
    /// The clause.
    pub(super) span: Span,
    /// Where its first word stands that is more than a lead (其中, 全年, 累计).
    pub(super) head: usize,
    /// Its names in rows.
    pub(super) lists: Vec<List>,
    /// How it opens.
    pub(super) opening: Opening,
}

/// Looks at a clause.
pub(super) fn scene(text: &str, span: Span, linked: &Linked) -> Scene {
    let lists = lists(text, linked.inside(span));
    let starts = |at: usize| lists.iter().position(|list| list.span.start == at);
    let mut head = span.start;
    while starts(head).is_none() {
        let rest = &text[head..span.end];
        let length = rest.chars().next().filter(|c| "“‘《 ".contains(*c)).map(char::len_utf8);
        match length.or_else(|| CUES.lead.at_head(rest)) {
            Some(length) => head += length,
            None => break,
        }
    }
    let opening = opening(text, span, head, &lists, linked);
    Scene { span, head, lists, opening }
}

fn opening(text: &str, span: Span, head: usize, lists: &[List], linked: &Linked) -> Opening {
    let starts = |at: usize| lists.iter().position(|list| list.span.start == at);
    if let Some(list) = starts(head) {
        let list = beyond_place(lists, list, linked);
        // 农产品加工企业: the sector only tells of what sort the firms are.
        let sector = lists[list].entities.iter().all(|entity| linked.entities[*entity].kind == Kind::Industry);
        let after = &text[lists[list].span.end..span.end];
        let classed = sector && CUES.classes.at_head(after).is_some();
        return if classed { Opening::Other } else { Opening::Subject(list) };
    }
    let rest = &text[head..span.end];
    if rest.starts_with(|c: char| c.is_ascii_digit()) {
        return Opening::Number;
    }
    if CUES.dependents.at_head(rest).is_some() {
        return Opening::Continues;
    }
    if let Some(length) = CUES.verbs.at_head(rest) {
        let mut at = head + length;
        // A few more verbs, marks and leads may stand before the object (加快推进“…”).
        for _ in 0..3 {
            if let Some(list) = starts(at) {
                return Opening::Object(beyond_place(lists, list, linked));
            }
            let rest = &text[at..span.end];
            let mark = rest.chars().next().filter(|c| "“‘《了".contains(*c)).map(char::len_utf8);
            match mark.or_else(|| CUES.lead.at_head(rest)).or_else(|| CUES.verbs.at_head(rest)) {
                Some(length) => at += length,
                None => break,
            }
        }
        return starts(at).map_or(Opening::Continues, |list| Opening::Object(beyond_place(lists, list, linked)));
    }
    if CUES.prepositions.at_head(rest).is_some() {
        return Opening::Aside;
    }
    if rest.is_empty() { Opening::Continues } else { Opening::Other }
}

/// A place right before another name (`云溪县` `启明产业园`) only tells where it is.
fn beyond_place(lists: &[List], list: usize, linked: &Linked) -> usize {
    let place = |list: &List| {
        list.entities.iter().all(|entity| matches!(linked.entities[*entity].kind, Kind::Region | Kind::Town))
    };
    match lists.get(list + 1) {
        Some(next) if place(&lists[list]) && next.span.start == lists[list].span.end => list + 1,
        _ => list,
    }
}

/// What the clauses before have been about.
#[derive(Debug, Default, Clone)]
pub(super) struct Carry {
    /// The subject that goes on.
    pub(super) entities: Vec<usize>,
    /// The industry that the sentence set out with.
    pub(super) topic: Option<usize>,
    /// Where it was named: evidence begins there.
    pub(super) from: Option<usize>,
}

impl Carry {
    /// Takes in a clause: what it is about goes on to the next.
    pub(super) fn pass(&mut self, text: &str, scene: &Scene, linked: &Linked) {
        match scene.opening {
            Opening::Subject(list) => self.take(text, scene, list, linked, true),
            Opening::Object(list) => self.take(text, scene, list, linked, false),
            Opening::Number => {
                // 12个“工业上楼”项目开工，厂房面积…: the counted name goes on.
                let counted = scene.lists.first().filter(|list| {
                    let gap = &text[scene.head..list.span.start];
                    gap.chars().count() <= 6 && list.entities.len() == 1
                });
                self.entities.clear();
                if counted.is_some() {
                    self.take(text, scene, 0, linked, false);
                }
            }
            Opening::Other => self.entities.clear(),
            Opening::Continues | Opening::Aside => {}
        }
    }

    fn take(&mut self, text: &str, scene: &Scene, list: usize, linked: &Linked, subject: bool) {
        let list = &scene.lists[list];
        let kind = |entity: &usize| linked.entities[*entity].kind;
        if subject && list.entities.iter().all(|entity| kind(entity) == Kind::Industry) {
            self.topic = list.entities.first().copied();
            self.entities.clone_from(&list.entities);
            self.from = Some(scene.span.start);
            return;
        }
        let goes_on = |entity: &usize| match kind(entity) {
            Kind::Project | Kind::Site | Kind::Product => true,
            Kind::Enterprise | Kind::Town => subject,
            Kind::Region => subject && Some(*entity) != linked.region,
            Kind::Program => has_body(text, scene, list, &linked.entities[*entity].name),
            _ => false,
        };
        let next: Vec<usize> = list.entities.iter().copied().filter(goes_on).collect();
        if !next.is_empty() {
            self.from = Some(scene.span.start);
            self.entities = next;
        } else if subject {
            self.entities.clear();
        }
    }

    /// Sets what goes on (after a status, whose bearer need not open the clause).
    pub(super) fn set(&mut self, entities: &[usize], from: usize) {
        if !entities.is_empty() {
            self.entities = entities.to_vec();
            self.from = Some(from);
        }
    }

    /// The one bearer of a figure: of several names the only project, otherwise none.
    pub(super) fn single(&self, linked: &Linked) -> Option<usize> {
        match self.entities.as_slice() {
            [one] => Some(*one),
            many => {
                let mut projects = many.iter().filter(|entity| linked.entities[**entity].kind == Kind::Project);
                projects.next().copied().filter(|_| projects.next().is_none())
            }
        }
    }
}

/// Whether a program is a run of works or events that figures are told of (“…”活动145场);
/// figures beside other programs (减税降费4830万元) are the region's.
pub(super) fn has_body(text: &str, scene: &Scene, list: &List, name: &str) -> bool {
    let ends = |words: &str| words.ends_with("活动") || words.ends_with("项目");
    let quoted = text[..list.span.end].ends_with('”') || text[list.span.end..].starts_with('”');
    let after = text[list.span.end..scene.span.end].trim_start_matches('”');
    let goes_on = after.starts_with("活动") || after.starts_with("项目");
    (quoted || name.contains('”')) && (ends(name) || ends(list.span.of(text)) || goes_on)
}

/// Whether a stretch of the text holds nothing but fillers, parts of a project, quantities
/// and the names of `lists`, so that what stands before it is what is spoken of.
pub(super) fn is_filler(text: &str, within: Span, quantities: &[Quantity], lists: &[List]) -> bool {
    let mut at = within.start;
    while at < within.end {
        if let Some(list) = lists.iter().find(|list| list.span.start == at && list.span.end <= within.end) {
            at = list.span.end;
            continue;
        }
        if let Some(quantity) = quantities.iter().find(|quantity| quantity.whole.start == at) {
            at = quantity.whole.end;
            continue;
        }
        let rest = &text[at..within.end];
        let room = CUES.rooms.at_head(rest);
        let filler = CUES.fillers.at_head(rest).or_else(|| CUES.lead.at_head(rest));
        match room.into_iter().chain(filler).max() {
            Some(length) => at += length,
            None => return false,
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str, names: &[&str]) -> Vec<(String, Vec<usize>)> {
        let spans: Vec<(Span, usize)> = names
            .iter()
            .enumerate()
            .filter_map(|(index, name)| Some((Span::new(text.find(name)?, text.find(name)? + name.len()), index)))
            .collect();
        lists(text, &spans).into_iter().map(|list| (list.span.of(text).to_string(), list.entities)).collect()
    }

    #[test]
    fn the_longer_of_nested_names_is_meant() {
        assert_eq!(rows("云溪大桥开工", &["云溪", "云溪大桥"]), [("云溪大桥".into(), vec![1])]);
        assert_eq!(rows("恒泽云溪药厂投产", &["恒泽", "恒泽云溪药厂", "云溪"]), [("恒泽云溪药厂".into(), vec![1])]);
    }

    #[test]
    fn lists_pass_over_members_without_an_entity() {
        let text = "启明园、农贸市场、云溪大桥（北段）和青云路等开工，白水桥竣工";
        let found = rows(text, &["启明园", "云溪大桥", "青云路", "白水桥"]);
        assert_eq!(
            found,
            [("启明园、农贸市场、云溪大桥（北段）和青云路".into(), vec![0, 1, 2]), ("白水桥".into(), vec![3])]
        );
    }

    #[test]
    fn a_full_word_for_the_whole_region_is_no_name() {
        assert_eq!(rows("全市首个", &["全市"]), []);
    }
}
