//! Differences of two graphs as rows and columns: one for each detail.

use super::diff::{Change, Detail, Diff};
use crate::ontology::Language;
use crate::query::sheet::{Cell, Column, Sheet};

/// The rows of a diff: entities, then relations.
pub fn diff_sheet(diff: &Diff, language: Language) -> Sheet {
    let columns = [
        Column::shown("change", "change", "变化"),
        Column::shown("kind", "kind", "类型"),
        Column::shown("name", "name", "名称"),
        Column::shown("target", "target", "客体"),
        Column::shown("what", "what", "内容"),
        Column::shown("before", "before", "原先"),
        Column::shown("after", "after", "现在"),
        Column::shown("id", "id", "编号"),
        Column::shown("target_id", "target id", "客体编号"),
    ];
    let word = |change: Change| {
        Cell::text(match change {
            Change::New => language.of("新增", "new"),
            Change::Gone => language.of("消失", "gone"),
            Change::Changed => language.of("变动", "changed"),
        })
    };
    let detail = |one: Option<&Detail>| {
        let what = one.map_or(Cell::Empty, |one| {
            Cell::text(match one.what {
                "name" => language.of("名称", "name"),
                "alias" => language.of("别名", "other name"),
                "attribute" => language.of("属性", "attribute"),
                "fact" => language.of("事实", "fact"),
                _ => language.of("陈述", "statement"),
            })
        });
        let side = |words: Option<&String>| words.map_or(Cell::Empty, |words| Cell::text(&**words));
        [what, side(one.and_then(|one| one.before.as_ref())), side(one.and_then(|one| one.after.as_ref()))]
    };
    let mut rows = Vec::new();
    for one in &diff.entities {
        let entity = &one.entity;
        for about in details(&one.details) {
            let [what, before, after] = detail(about);
            let (kind, name) = (Cell::Kind(entity.kind.clone()), Cell::text(&*entity.name));
            let id = Cell::text(&*entity.id);
            rows.push(vec![word(one.change), kind, name, Cell::Empty, what, before, after, id, Cell::Empty]);
        }
    }
    for one in &diff.relations {
        for about in details(&one.details) {
            let [what, before, after] = detail(about);
            let kind = Cell::Relation(one.relation.clone(), false);
            let (source, target) = (Cell::text(&*one.source.name), Cell::text(&*one.target.name));
            let (id, target_id) = (Cell::text(&*one.source.id), Cell::text(&*one.target.id));
            rows.push(vec![word(one.change), kind, source, target, what, before, after, id, target_id]);
        }
    }
    Sheet::new(columns, rows)
}

/// The details of a change, or one line without any.
fn details(details: &[Detail]) -> Vec<Option<&Detail>> {
    if details.is_empty() { vec![None] } else { details.iter().map(Some).collect() }
}
