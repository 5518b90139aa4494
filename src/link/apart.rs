//! Names that look alike and were not joined, and why not.

use super::merge::FIRM_ENDINGS;
use super::names::key;
use crate::model::{Entity, Linked};
use crate::ontology::{Kind, Language};

/// An entity that another one could have been, and was not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Apart {
    /// Index of the other.
    pub entity: usize,
    /// Why the two are apart.
    pub why: Why,
}

/// Why two entities with like names are apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// They are of different kinds.
    Kind,
    /// Names of this kind are never joined by their form.
    Never,
    /// What the longer name has more is no ending that firms' short forms leave out.
    Ending(String),
    /// What the longer name has more makes it another thing.
    More(String),
}

impl Why {
    /// The reason in words.
    pub fn words(&self, language: Language) -> String {
        match (self, language) {
            (Self::Kind, Language::En) => "of another kind".into(),
            (Self::Kind, Language::Zh) => "类型不同".into(),
            (Self::Never, Language::En) => "names of this kind are not joined by their form".into(),
            (Self::Never, Language::Zh) => "此类名称不按简称合并".into(),
            (Self::Ending(rest), Language::En) => format!("“{rest}” is no ending that short forms of firms leave out"),
            (Self::Ending(rest), Language::Zh) => format!("“{rest}”不是企业简称所省略的词尾"),
            (Self::More(rest), Language::En) => format!("“{rest}” makes it another thing, as far as the rules know"),
            (Self::More(rest), Language::Zh) => format!("按规则，多出的“{rest}”使之成为另一事物"),
        }
    }
}

/// The entities whose names hold a name of `index`, or stand in one, and that were not joined
/// with it; in the order of the entities.
pub fn apart(linked: &Linked, index: usize) -> Vec<Apart> {
    let Some(own) = linked.entities.get(index) else { return Vec::new() };
    let others = linked.entities.iter().enumerate().filter(|(at, _)| *at != index);
    others.filter_map(|(at, other)| Some(Apart { entity: at, why: why(own, other)? })).collect()
}

fn why(own: &Entity, other: &Entity) -> Option<Why> {
    let (own_name, other_name) = (key(&own.name), key(&other.name));
    let (short, long) =
        if own_name.len() <= other_name.len() { (own_name, other_name) } else { (other_name, own_name) };
    // One character, and a place before what lies there, are no likeness.
    let place = matches!(own.kind, Kind::Region | Kind::Town) || matches!(other.kind, Kind::Region | Kind::Town);
    if short.chars().count() < 2 || place && own.kind != other.kind || !long.contains(&short) {
        return None;
    }
    let rest = long.strip_prefix(&short).or_else(|| long.strip_suffix(&short)).unwrap_or(&long).to_string();
    Some(if own.kind != other.kind {
        Why::Kind
    } else if matches!(own.kind, Kind::Region | Kind::Town | Kind::Person | Kind::Honor | Kind::Product) {
        Why::Never
    } else if own.kind == Kind::Enterprise && !FIRM_ENDINGS.contains(&rest.as_str()) {
        Why::Ending(rest)
    } else {
        Why::More(rest)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str, name: &str) -> Vec<(String, Why)> {
        let outline = crate::outline::outline(text);
        let mentions = crate::extract::extract(text, &outline);
        let linked = super::super::link(text, &outline, &mentions);
        let index = linked.entities.iter().position(|entity| entity.name == name).expect("the entity is there");
        apart(&linked, index).into_iter().map(|apart| (linked.entities[apart.entity].name.clone(), apart.why)).collect()
    }

    #[test]
    fn what_is_not_joined_is_told_with_its_reason() {
        let text = "恒泽制药、启明光电等7户企业产值大增。恒泽制药饮片车间项目开工建设。";
        assert_eq!(told(text, "恒泽制药"), [("恒泽制药饮片车间项目".to_string(), Why::Kind)]);
        assert_eq!(told(text, "启明光电"), []);
    }
}
