//! Stages of projects, sites and firms: 签约, 开工, … 建成运营.

use std::sync::LazyLock;

use serde::Deserialize;

use super::cues::CUES;
use super::quantities::Quantity;
use super::subjects::{Carry, List, Scene, is_filler, is_unnamed};
use crate::lexicon::matcher::{Matcher, matcher};
use crate::lexicon::table;
use crate::model::{Linked, Span};
use crate::ontology::{Kind, Modality};

/// A stage that a clause gives to some entities.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Stage {
    /// The bearers.
    pub(super) entities: Vec<usize>,
    /// A value of the closed list.
    pub(super) value: &'static str,
    /// The words that say so.
    pub(super) span: Span,
    /// The rule: side and word.
    pub(super) rule: String,
    /// Whether the bearer was named in a clause before.
    pub(super) carried: bool,
}

/// The stages of a clause, in the order of the text.
pub(super) fn stages(
    text: &str,
    scene: &Scene,
    quantities: &[Quantity],
    carry: &Carry,
    linked: &Linked,
    modality: Modality,
) -> Vec<Stage> {
    let words = scene.span.of(text);
    let hits: Vec<(Span, &'static Group)> = TABLE
        .finder
        .leftmost_find_iter(words)
        .map(|hit| {
            let span = Span::new(scene.span.start + hit.start(), scene.span.start + hit.end());
            (span, &TABLE.groups[hit.value() as usize])
        })
        .filter(|(span, _)| !scene.lists.iter().any(|list| list.span.overlaps(*span)))
        .collect();
    let mut taken = vec![false; scene.lists.len()];
    let mut found = Vec::new();
    let mut used = vec![false; hits.len()];
    for (at, (hit, group)) in hits.iter().enumerate() {
        let Some(row) = group.rows(text, *hit, scene, Side::After).next() else { continue };
        if let Some(stage) = after_name(text, scene, quantities, linked, *hit, row, group, &mut taken) {
            used[at] = true;
            found.push(stage);
        }
    }
    for (at, (hit, group)) in hits.iter().enumerate() {
        if used[at] {
            continue;
        }
        let mut rows = group.rows(text, *hit, scene, Side::Before);
        let stage = rows.find_map(|row| before_name(text, scene, linked, *hit, row, group, &taken, modality));
        if let Some(stage) = stage {
            used[at] = true;
            found.push(stage);
        }
    }
    if found.is_empty() && !carry.entities.is_empty() {
        for (hit, group) in &hits {
            let Some(row) = group.rows(text, *hit, scene, Side::After).next() else { continue };
            let lead = Span::new(scene.head.min(hit.start), hit.start);
            let mut entities = bearers(&carry.entities, linked, row.value, true);
            // 一期封顶，二期动工: another part than the one named.
            if ["一期", "二期", "三期", "四期"].iter().any(|part| lead.of(text).starts_with(part)) {
                entities.retain(|entity| !linked.entities[*entity].name.contains('期'));
            }
            if scene.lists.iter().all(|list| list.span.start > hit.start)
                && is_filler(text, lead, quantities, &[])
                && ends(text, *hit, scene)
                && !entities.is_empty()
            {
                let rule = format!("status.carried.{}", group.word);
                found.push(Stage { entities, value: row.value_name(), span: *hit, rule, carried: true });
                break;
            }
        }
    }
    found.sort_by_key(|stage| (stage.span.start, stage.span.end));
    found
}

/// Whether nothing but particles follows: a carried subject must not take the status of an
/// object that is named after it.
fn ends(text: &str, hit: Span, scene: &Scene) -> bool {
    let rest = text[hit.end..scene.span.end].trim_start_matches(['”', '了', '并']);
    rest.is_empty() || rest.chars().count() <= 6
}

/// `A、B等项目开工建设`.
#[allow(clippy::too_many_arguments)]
fn after_name(
    text: &str,
    scene: &Scene,
    quantities: &[Quantity],
    linked: &Linked,
    hit: Span,
    row: &Row,
    group: &Group,
    taken: &mut [bool],
) -> Option<Stage> {
    // The nearest names that can be in this stage: a place or sector may stand between
    // (`…工程在全省开工`, `…等生物医药园区投产`).
    let (at, entities) = scene.lists.iter().enumerate().rev().find_map(|(at, list)| {
        let entities = bearers(&list.entities, linked, row.value, true);
        // A、B等生物医药园区: what follows 等 is the class of the names before it.
        let class = at > 0 && {
            let gap = text[scene.lists[at - 1].span.end..list.span.start].trim_matches(['”', '“']);
            gap.starts_with('等') && !gap.ends_with(['、', '和', '及', '与'])
        };
        (!class && list.span.end <= hit.start && !entities.is_empty()).then_some((at, entities))
    })?;
    let list = &scene.lists[at];
    let gap = Span::new(list.span.end, hit.start);
    let words = gap.of(text).trim_start_matches(['”', '’', '》']);
    let open = words.starts_with('等') && words.len() <= 60;
    let bracketed = words.starts_with('（') && words.contains('）') && words.len() <= 60;
    // A、特色书吧建成运营: a last member without an entity.
    let trailing = words.strip_prefix(['、', '和', '及']).is_some_and(is_unnamed);
    let near = open || bracketed || trailing || is_filler(text, gap, quantities, &scene.lists[at + 1..]);
    // 等19个土地整备项目开工: within the class of a list the word names the works.
    let close = words.char_indices().rev().nth(5).filter(|_| open).map_or(words, |(at, _)| &words[at..]);
    if !near || CUES.preparatory.inside(close) {
        return None;
    }
    taken[at] = true;
    let rule = format!("status.after.{}", group.word);
    Some(Stage { entities, value: row.value_name(), span: hit, rule, carried: false })
}

/// `建成A、B`, `推进A、B等项目建设`.
#[allow(clippy::too_many_arguments)]
fn before_name(
    text: &str,
    scene: &Scene,
    linked: &Linked,
    hit: Span,
    row: &Row,
    group: &Group,
    taken: &[bool],
    modality: Modality,
) -> Option<Stage> {
    if row.plan && modality != Modality::Planned {
        return None;
    }
    let mut at = scene.lists.iter().position(|list| list.span.start >= hit.end)?;
    let gap = &text[hit.end..scene.lists[at].span.start];
    let gap = gap.trim_matches(|c| "“‘《了以".contains(c));
    // 完成雨污分流和A、B改造: a first member without an entity.
    let leading = gap.strip_suffix(['、', '和', '及']).is_some_and(is_unnamed);
    if !gap.is_empty() && !leading {
        return None;
    }
    let place = |list: &List| list.entities.iter().all(|entity| linked.entities[*entity].kind == Kind::Region);
    while let Some(next) = scene.lists.get(at + 1) {
        if !place(&scene.lists[at]) || next.span.start != scene.lists[at].span.end {
            break;
        }
        at += 1;
    }
    if taken[at] {
        return None;
    }
    let list = &scene.lists[at];
    let after = tail(&text[list.span.end..scene.span.end]);
    if CUES.preparatory.inside(after) {
        return None;
    }
    let whole = text[list.span.end..scene.span.end].trim_end_matches('”');
    let closed =
        CUES.closings.inside(after) || whole == after && ["项目", "工程"].iter().any(|end| after.ends_with(end));
    let entities: Vec<usize> = bearers(&list.entities, linked, row.value, closed)
        .into_iter()
        .filter(|entity| !row.closing || closed || ends_in_work(&linked.entities[*entity].name))
        .collect();
    if entities.is_empty() {
        return None;
    }
    let rule = format!("status.before.{}", group.word);
    Some(Stage { entities, value: row.value_name(), span: hit, rule, carried: false })
}

/// The words that a family of rules listens to: `status.before` those that stand before
/// the name, others those behind it.
pub(super) fn words(family: &str) -> Vec<String> {
    let side = if family.ends_with("before") { Side::Before } else { Side::After };
    let listens = |group: &&Group| group.rows.iter().any(|row| row.side == side);
    TABLE.groups.iter().filter(listens).map(|group| group.word.clone()).collect()
}

/// The stage that a word means.
pub(super) fn value(word: &str) -> Option<&'static str> {
    TABLE.groups.iter().find(|group| group.word == word)?.rows.first().map(Row::value_name)
}

/// The words for stages in `text`, each with the stage it means.
pub(super) fn cues(text: &str) -> Vec<(Span, &'static str)> {
    let hits = TABLE.finder.leftmost_find_iter(text);
    hits.filter_map(|hit| {
        let row = TABLE.groups[hit.value() as usize].rows.first()?;
        Some((Span::new(hit.start(), hit.end()), row.value_name()))
    })
    .collect()
}

/// What closes the phrase of a name: the words up to the next list mark, at most twenty.
fn tail(after: &str) -> &str {
    let end = after.char_indices().take(20).find(|(_, c)| matches!(c, '、' | '“')).map(|(at, _)| at);
    let limit = after.char_indices().nth(20).map_or(after.len(), |(at, _)| at);
    &after[..end.unwrap_or(limit)]
}

fn ends_in_work(name: &str) -> bool {
    ["项目", "工程", "建设", "改造", "扩建", "改扩建"].iter().any(|end| name.ends_with(end))
}

/// Those of `entities` that can be in this stage.
fn bearers(entities: &[usize], linked: &Linked, value: Value, named: bool) -> Vec<usize> {
    let fits = |entity: &&usize| match linked.entities[**entity].kind {
        Kind::Project => true,
        Kind::Site => named || value != Value::Advancing,
        Kind::Enterprise => !matches!(value, Value::Advancing),
        Kind::Product | Kind::Organization => value == Value::Other,
        Kind::Town => named && value == Value::Other,
        _ => false,
    };
    entities.iter().filter(fits).copied().collect()
}

/// What a row says, told apart as far as kinds of bearers differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Value {
    Signed,
    Advancing,
    Other,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Side {
    After,
    Before,
}

/// One meaning of a word.
#[derive(Debug)]
struct Row {
    text: String,
    value: Value,
    side: Side,
    closing: bool,
    plan: bool,
    not_before: Vec<String>,
    not_after: Vec<String>,
}

impl Row {
    fn value_name(&self) -> &'static str {
        crate::ontology::describe_attribute(crate::ontology::Attribute::Status)
            .values
            .iter()
            .find(|value| **value == self.text)
            .map_or("", String::as_str)
    }
}

/// A word with its meanings.
#[derive(Debug)]
struct Group {
    word: String,
    rows: Vec<Row>,
}

impl Group {
    /// The meanings that count for the word at `hit`.
    fn rows<'a>(&'a self, text: &'a str, hit: Span, scene: &Scene, side: Side) -> impl Iterator<Item = &'a Row> {
        let (head, tail) = (&text[scene.span.start..hit.start], &text[hit.end..scene.span.end]);
        self.rows.iter().filter(move |row| {
            row.side == side
                && !row.not_before.iter().any(|word| tail.starts_with(word.as_str()))
                && !row.not_after.iter().any(|word| head.ends_with(word.as_str()))
        })
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileRow {
    words: Vec<String>,
    value: String,
    side: Side,
    #[serde(default)]
    closing: bool,
    #[serde(default)]
    plan: bool,
    #[serde(default)]
    not_before: Vec<String>,
    #[serde(default)]
    not_after: Vec<String>,
    #[cfg_attr(not(test), allow(dead_code))]
    matches: Vec<String>,
    #[cfg_attr(not(test), allow(dead_code))]
    not_matches: Vec<String>,
}

#[derive(Deserialize)]
struct File {
    status: Vec<FileRow>,
}

struct Table {
    groups: Vec<Group>,
    finder: Matcher,
}

fn file() -> File {
    table::read("src/relate/facts/status.toml", include_str!("status.toml"))
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut groups: Vec<Group> = Vec::new();
    for row in file().status {
        for word in &row.words {
            let value = match row.value.as_str() {
                "签约" => Value::Signed,
                "在建" => Value::Advancing,
                _ => Value::Other,
            };
            let meaning = Row {
                text: row.value.clone(),
                value,
                side: row.side,
                closing: row.closing,
                plan: row.plan,
                not_before: row.not_before.clone(),
                not_after: row.not_after.clone(),
            };
            match groups.iter_mut().find(|group| group.word == *word) {
                Some(group) => group.rows.push(meaning),
                None => groups.push(Group { word: word.clone(), rows: vec![meaning] }),
            }
        }
    }
    let words = groups.iter().enumerate().map(|(id, group)| (group.word.as_str(), id as u32));
    let finder = matcher("src/relate/facts/status.toml", words);
    Table { groups, finder }
});

#[cfg(test)]
mod tests {
    use super::*;
    use crate::relate::facts::marked;
    use crate::relate::facts::subjects::scene;

    fn values(words: &str, modality: Modality) -> Vec<(Vec<usize>, &'static str)> {
        let (text, linked) = marked(words);
        let span = Span::new(0, text.len());
        let quantities = crate::relate::facts::quantities::quantities(&text, span, &linked.mentions);
        let scene = scene(&text, span, &linked);
        stages(&text, &scene, &quantities, &Carry::default(), &linked, modality)
            .into_iter()
            .map(|stage| (stage.entities, stage.value))
            .collect()
    }

    #[test]
    fn every_word_list_matches_its_examples_and_no_others() {
        for row in file().status {
            let modality = if row.plan { Modality::Planned } else { Modality::Done };
            for words in &row.matches {
                let found = values(words, modality);
                let names = words.matches('【').count();
                assert_eq!(found, [((0..names).collect(), row.value.as_str())], "{words}");
            }
            for words in &row.not_matches {
                assert_eq!(values(words, modality), [], "{words}");
            }
        }
    }

    #[test]
    fn values_are_of_the_closed_list() {
        for group in &TABLE.groups {
            for row in &group.rows {
                assert_eq!(row.value_name(), row.text, "{}", group.word);
            }
        }
    }
}
