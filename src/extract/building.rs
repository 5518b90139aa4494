//! Parks, zones and halls that are still being built are projects, not sites.

use crate::model::{Mention, Outline};
use crate::ontology::{Kind, Modality};

/// Words after a name, in its clause, that say it is being built.
const BUILT: &[&str] = &["建设", "开工", "动工", "封顶", "落地", "奠基"];

/// Words in its clause that say it works already.
const WORKING: &[&str] =
    &["建成", "运营", "投入使用", "开园", "入驻", "获评", "被评为", "入选", "荣获", "晋升", "营业", "设施建设"];

/// Verbs right before a name that build it.
const BUILDING: &[&str] = &[
    "加快", "推进", "推动", "启动", "谋划", "规划建设", "新建", "开工建设", "筹建", "加快建设", "规划", "谋划建设",
    "加快推进",
];

/// How far before a name its verb may stand, in bytes: others of a list stand between.
const REACH: usize = 120;

/// Turns sites of which the text says that they are being built into projects.
pub(super) fn settle(text: &str, outline: &Outline, mentions: &mut [Mention]) {
    for mention in mentions.iter_mut().filter(|mention| mention.kind == Kind::Site && may_be_built(&mention.rule)) {
        let Some(index) = outline.sentence_at(mention.span.start) else { continue };
        let sentence = &outline.sentences[index];
        let stops = ['，', '；', '。', '：'];
        let after = &text[mention.span.end..sentence.span.end.max(mention.span.end)];
        let tail = &after[..after.find(stops).unwrap_or(after.len())];
        let before = &text[sentence.span.start..mention.span.start];
        let head = &before[before.rfind(stops).map_or(0, |at| at + '，'.len_utf8())..];
        let works = WORKING.iter().any(|word| tail.contains(word) || head.contains(word));
        let built = BUILT.iter().any(|word| tail.contains(word));
        let verb = BUILDING.iter().any(|word| head.contains(word)) && head.len() <= REACH;
        let planned = sentence.modality == Modality::Planned;
        let being_built = built && (verb || planned) || verb && tail.is_empty();
        if !works && being_built {
            mention.kind = Kind::Project;
            mention.rule.push_str(".building");
        }
    }
}

/// Schools, streets and waters keep their kind: what is built there is a part of them.
fn may_be_built(rule: &str) -> bool {
    rule.starts_with("heads.site.park") || rule == "lists.site" || rule == "stages.subject"
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(text: &str) -> Vec<Kind> {
        let outline = crate::outline::outline(text);
        crate::extract::extract(text, &outline).iter().map(|mention| mention.kind).collect()
    }

    #[test]
    fn what_is_being_built_is_a_project() {
        assert_eq!(kinds("加快青石工业园区建设。"), [Kind::Project]);
        assert_eq!(kinds("青石工业园区入驻企业30家。"), [Kind::Site]);
    }
}
