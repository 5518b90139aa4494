//! What is no name of one thing: 重点项目, 农贸市场, 城中村.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;
use serde::Deserialize;

use crate::lexicon::table;
use crate::ontology::Kind;

#[derive(Deserialize)]
struct Generic {
    names: FxHashSet<String>,
    reforms: FxHashSet<String>,
    openings: Vec<String>,
    soft_endings: FxHashSet<String>,
    endings: FxHashSet<String>,
}

static GENERIC: LazyLock<Generic> =
    LazyLock::new(|| table::read("src/extract/data/generic.toml", include_str!("data/generic.toml")));

/// Zones that every county has one of: there the bare word names it.
const ZONES: &[&str] = &["经济开发区", "经济技术开发区", "高新技术产业开发区"];

/// What a region has one of: 县医院, 区人民医院; or counts: 第三中学.
fn is_only_one(name: &str, before: &str) -> bool {
    matches!(before, "县" | "区" | "市" | "州") && !name.ends_with("学校")
        || before.starts_with('第')
        || before.len() > 6 && before.contains("第")
}

/// Words that tie a name to one place.
const SITED: &[&str] = &[
    "东部", "西部", "南方", "北方", "中部", "东北", "华南", "华北", "华东", "西南", "西北", "国际", "中国", "国家级",
    "世界",
];

/// Whether `name` is in the list of generic phrases.
pub(super) fn is_listed(name: &str) -> bool {
    GENERIC.names.contains(name)
}

/// Whether `name`, with `before` standing before its head, names no one thing. `proper`
/// says that one of its words is not of the common vocabulary.
pub(super) fn is_generic(name: &str, before: &str, kind: Kind, proper: bool) -> bool {
    if GENERIC.names.contains(name) || GENERIC.openings.iter().any(|opening| name.starts_with(opening.as_str())) {
        return true;
    }
    let ends = |list: &FxHashSet<String>| name.char_indices().any(|(at, _)| list.contains(&name[at..]));
    if ends(&GENERIC.endings) || !proper && ends(&GENERIC.soft_endings) {
        return true;
    }
    let letters = before.chars().count();
    match kind {
        // programs are made of common words: 人居环境整治行动
        Kind::Program => letters < 2 || GENERIC.reforms.contains(before),
        Kind::Honor => false,
        // 市级绿色社区: a class of towns
        Kind::Town if ["国家级", "省级", "市级", "县级", "区级"].iter().any(|class| name.starts_with(class)) => {
            true
        }
        // 青岚经济 is no sector
        Kind::Industry
            if proper && letters > 8 || name.contains(|c: char| c.is_ascii_digit()) || name.starts_with("省级") =>
        {
            true
        }
        Kind::Industry => letters < 2 || name.ends_with("经济") && !crate::lexicon::places::find(before).is_empty(),
        Kind::Event => letters < 2 || !proper && letters < 4,
        Kind::Organization => letters < 2,
        Kind::Project if name.ends_with("发电厂") && letters >= 2 => false,
        Kind::Project => !proper && letters < 6 || GENERIC.reforms.contains(before),
        Kind::Site if ZONES.contains(&name) || is_only_one(name, before) => false,
        // 南方科技大学: long names of places may be made of common words
        _ => {
            let sited = (letters >= 6 || name.ends_with("大学") && letters >= 4)
                && SITED.iter().any(|word| before.contains(word))
                || letters >= 9;
            !proper && !sited
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_told_from_generic_words() {
        assert!(is_generic("城中村", "城中", Kind::Town, true));
        assert!(is_generic("重点项目", "重点", Kind::Project, false));
        assert!(!is_generic("柳湾村", "柳湾", Kind::Town, true));
        assert!(!is_generic("人居环境整治行动", "人居环境整治", Kind::Program, false));
    }
}
