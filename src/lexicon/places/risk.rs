//! Short names that in most texts mean no place.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::table::{columns, lines};

const WORDS: &str = include_str!("../data/short-names-that-are-words.txt");

static RISKS: LazyLock<BTreeMap<&'static str, Risk>> = LazyLock::new(read);

/// Why a short name found in a text may be no place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Risk {
    /// It is a word of its own (资源, 合作, 光明): only context tells.
    Word,
    /// It arises where two words meet (和政 in 优化和政策): take it only where a word begins and ends with it.
    Seam,
}

fn read() -> BTreeMap<&'static str, Risk> {
    let mut risks = BTreeMap::new();
    for line in lines(WORDS) {
        let [usage, words] = columns(line);
        let risk = match usage {
            "word" => Risk::Word,
            "seam" => Risk::Seam,
            other => panic!("short-names-that-are-words.txt: unknown use {other}"),
        };
        risks.extend(words.split(' ').map(|word| (word, risk)));
    }
    risks
}

/// Why `short`, the short name of a division or town (`资源` of 资源县), may mean no place in a text;
/// none for what is only ever a name (`深圳`), as far as the list knows.
pub fn short_name_risk(short: &str) -> Option<Risk> {
    RISKS.get(short).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_seams_are_told_from_names() {
        assert_eq!(short_name_risk("资源"), Some(Risk::Word));
        assert_eq!(short_name_risk("和政"), Some(Risk::Seam));
        for name in ["深圳", "保定", "东昌", "河北", "资源县"] {
            assert_eq!(short_name_risk(name), None, "{name}");
        }
    }
}
