//! From damaged text to the text its author wrote, each repair recorded.
//!
//! The repairs are a list, run in order (`REPAIRS`); each is a function from the text
//! as the ones before left it to the edits it wants. What a text suffers from is counted
//! once (`Signs`), so that clean text costs one pass and no dictionary.

mod broken;
mod draft;
mod gloss;
mod invisible;
mod lines;
mod markup;
mod portal;
mod signs;
mod variant;
mod width;

use crate::model::{Notice, Repair, SourceMap};
use crate::read::Decoded;
use draft::{Draft, Edit};
use signs::Signs;

/// Mended text.
#[derive(Debug, Clone, PartialEq)]
pub struct Restored {
    /// The clean text.
    pub text: String,
    /// From the clean text to the bytes of the file.
    pub map: SourceMap,
    /// What was mended, in the order of the text.
    pub repairs: Vec<Repair>,
    /// What the reader should be told.
    pub notices: Vec<Notice>,
}

/// A repair: the text so far and what the file suffers from in, edits out (in the order
/// of the text, not overlapping).
type Step = fn(&str, &Signs) -> Vec<Edit>;

/// All repairs, in the order in which they are made: those of lines last.
const REPAIRS: [Step; 8] = [
    markup::edits,
    gloss::edits,
    broken::edits,
    invisible::edits,
    variant::edits,
    width::edits,
    lines::edits,
    portal::edits,
];

/// Most rounds of repairs: real files take two, the second of which changes nothing.
const MOST_ROUNDS: usize = 6;

/// Undoes the known damage. Never fails; clean text comes out as it went in, and what
/// came out stays as it is when it is restored again.
pub fn restore(decoded: Decoded) -> Restored {
    let mut draft = Draft::new(decoded);
    // Once mended, a text may show what its damage hid: again, until nothing changes.
    for _ in 0..MOST_ROUNDS {
        let signs = Signs::of(draft.text());
        let mut mended = false;
        for step in REPAIRS {
            let edits = step(draft.text(), &signs);
            mended |= !edits.is_empty();
            draft.apply(edits);
        }
        if !mended {
            break;
        }
    }
    draft.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    pub(super) fn restored(text: &str) -> Restored {
        let map = SourceMap::identity(text.len());
        restore(Decoded { text: text.into(), map, encoding: "UTF-8".into(), notices: Vec::new() })
    }

    #[test]
    fn clean_text_stays() {
        let text = "2023年云溪县政府工作报告\n各位代表：投资增长8.5%；我们怎么办？（一）着力发展产业，成效显著。\n";
        let restored = restored(text);
        assert_eq!(restored.text, text);
        assert!(restored.repairs.is_empty());
    }

    #[test]
    fn restoring_twice_is_restoring_once() {
        let mirrored = "區(qū)委、企業(yè)、經(jīng)濟發展取得新的成效\n;產業(yè)壯大\n,民生改善。\n";
        let once = restored(mirrored);
        assert_eq!(once.text, "区委、企业、经济发展取得新的成效；产业壮大，民生改善。\n");
        assert_eq!(restored(&once.text).text, once.text);
    }

    #[test]
    fn a_mirrored_paragraph_comes_back() {
        let raw = "云溪縣區(qū)委、縣(xiàn)政府著力發(fā)展產業(yè)經(jīng)濟,成效顯著;投資增長8.5%,比例1:2(含園區(qū)),怎么辦?";
        let restored = restored(raw);
        assert_eq!(
            restored.text,
            "云溪县区委、县政府着力发展产业经济，成效显著；投资增长8.5%，比例1:2（含园区），怎么办？"
        );
        let at = restored.text.find("经济").unwrap();
        assert_eq!(&raw[restored.map.source(crate::model::Span::new(at, at + 6))], "經(jīng)濟");
        for repair in &restored.repairs {
            assert_eq!(&raw[repair.raw.clone()], repair.before);
        }
    }
}
