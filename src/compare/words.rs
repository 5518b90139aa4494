//! The words of `words.toml`: strengths of promises, states of works, names of figures, departments.

use std::sync::LazyLock;

use serde::Deserialize;

use super::outcome::Sort;
use crate::lexicon::{self, table};

/// A row of words that promise equally firmly.
#[derive(Debug, Deserialize)]
struct StrengthRow {
    weight: u8,
    words: Vec<String>,
}

/// A row of words that say the same of a work.
#[derive(Debug, Deserialize)]
struct StateRow {
    level: u8,
    #[serde(default)]
    negative: bool,
    /// Sorts of undertakings that it holds for; all when empty.
    #[serde(default)]
    sorts: Vec<Sort>,
    words: Vec<String>,
}

/// A figure and its other names.
#[derive(Debug, Deserialize)]
struct SeriesRow {
    name: String,
    #[serde(default)]
    nominal: bool,
    also: Vec<String>,
}

/// A department and the words of its subject.
#[derive(Debug, Deserialize)]
struct DepartmentRow {
    zh: String,
    en: String,
    words: Vec<String>,
}

#[derive(Debug, Deserialize)]
struct Words {
    plain: u8,
    strength: Vec<StrengthRow>,
    state: Vec<StateRow>,
    program_ends: Vec<String>,
    no_program: Vec<String>,
    before_series: Vec<String>,
    behind_series: Vec<String>,
    count_verbs: Vec<String>,
    verb_needed: Vec<String>,
    several_years: Vec<String>,
    vague_series: Vec<String>,
    short_heads: Vec<String>,
    falling: Vec<String>,
    series: Vec<SeriesRow>,
    department: Vec<DepartmentRow>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| table::read("src/compare/words.toml", include_str!("words.toml")));

/// How firmly a clause promises, and the word that says so: the last one before the byte `until`.
/// A clause without any promises plainly.
pub(super) fn strength(words: &str, until: usize) -> (u8, Option<&'static str>) {
    let before = words.get(..until).unwrap_or(words);
    let rows = WORDS.strength.iter().flat_map(|row| row.words.iter().map(move |word| (row.weight, word.as_str())));
    let met = rows.filter_map(|(weight, word)| Some((before.rfind(word)? + word.len(), word.len(), weight, word)));
    met.max().map_or((WORDS.plain, None), |(_, _, weight, word)| (weight, Some(word)))
}

/// What a clause says of a work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct State {
    /// The stage, 1 (agreed) to 6 (in use); 0 where it is not done.
    pub(super) level: u8,
    /// Whether the words say that it was not done.
    pub(super) denied: bool,
    /// The word that says so.
    pub(super) word: &'static str,
}

/// The state that the words of a clause tell of a sort of undertaking: that of the first row with a word in it.
pub(super) fn state(sort: Sort, clause: &str) -> Option<State> {
    let rows = WORDS.state.iter().filter(|row| row.sorts.is_empty() || row.sorts.contains(&sort));
    rows.into_iter().find_map(|row| {
        let word = row.words.iter().filter(|word| clause.contains(word.as_str())).max_by_key(|word| word.len())?;
        Some(State { level: row.level, denied: row.negative, word })
    })
}

/// Whether the name of a programme names a body of work that can be checked.
pub(super) fn is_body_of_work(program: &str) -> bool {
    let bare = program.trim_end_matches(['”', '》', '）', '"']);
    let ends = |end: &String| bare.ends_with(end.as_str()) || program.ends_with(end.as_str());
    WORDS.program_ends.iter().any(ends) && !WORDS.no_program.iter().any(|word| program.contains(word.as_str()))
}

/// The name of a figure without what says only whose it is, or that it is to be reached, under the name
/// that all its names share.
pub(super) fn series(name: &str) -> &str {
    let bare = bare_series(name);
    let named = |row: &&SeriesRow| row.name == bare || row.also.iter().any(|other| other == bare);
    WORDS.series.iter().find(named).map_or(bare, |row| row.name.as_str())
}

fn bare_series(name: &str) -> &str {
    let mut bare = name.trim_matches(['、', '，', '“', '”', ' ', '的']);
    loop {
        let before = WORDS.before_series.iter().find_map(|word| bare.strip_prefix(word.as_str()));
        let shorter = before.or_else(|| WORDS.behind_series.iter().find_map(|word| bare.strip_suffix(word.as_str())));
        match shorter {
            Some(shorter) if shorter.chars().count() >= 2 => bare = shorter.trim_matches(['、', '，', '的']),
            _ => return bare,
        }
    }
}

/// Whether a figure is one of those that every report tells.
pub(super) fn is_headline(series: &str) -> bool {
    WORDS.series.iter().any(|row| row.name == series)
}

/// Whether the level of a figure is told in current prices and its growth at constant ones.
pub(super) fn is_nominal(series: &str) -> bool {
    WORDS.series.iter().any(|row| row.nominal && row.name == series)
}

/// Whether the name of a figure says too little to find it again.
pub(super) fn is_vague(series: &str) -> bool {
    let bare = without_verb(series);
    let is_in = |words: &[String], name: &str| words.iter().any(|word| word == name);
    let vague = is_in(&WORDS.vague_series, series) || is_in(&WORDS.vague_series, bare) || bare.ends_with("总投资");
    // 统筹抓好 is no noun, and a list of places or firms names no figure.
    let verbs = lexicon::words::cut(bare).iter().all(|token| lexicon::genre::common(token) == Some(true));
    let needs_verb = (is_in(&WORDS.verb_needed, bare) || bare.chars().count() < 3) && bare == series;
    !is_headline(series) && (vague || needs_verb || verbs || bare.contains(['、', '于', '的', '已']))
}

/// Whether words before a figure say that it sums up several years.
pub(super) fn sums_up_years(words: &str) -> bool {
    WORDS.several_years.iter().any(|word| words.contains(word.as_str()))
}

/// What is counted, without the verb before it (`新建高中` → `高中`).
pub(super) fn without_verb(series: &str) -> &str {
    let mut bare = series;
    while let Some(word) =
        WORDS.count_verbs.iter().filter(|word| bare.starts_with(word.as_str())).max_by_key(|word| word.len())
    {
        bare = bare[word.len()..].trim_start_matches(['、', '和']);
    }
    if bare.chars().count() < 2 { series } else { bare }
}

/// Whether a short name ends as names of things do.
pub(super) fn ends_as_a_name(name: &str) -> bool {
    WORDS.short_heads.iter().any(|head| name.ends_with(head.as_str()))
}

/// Whether a figure is better the lower it is.
pub(super) fn is_falling(series: &str) -> bool {
    WORDS.falling.iter().any(|word| series.contains(word.as_str()))
}

/// The department that usually answers for the subject of some words: Chinese and English name.
pub(super) fn department(name: &str, words: &str) -> Option<(&'static str, &'static str)> {
    let weight = |row: &&DepartmentRow| -> usize {
        // What the name says weighs more than what stands around it.
        let in_name: usize = row.words.iter().filter(|word| name.contains(word.as_str())).count();
        let around: usize = row.words.iter().filter(|word| words.contains(word.as_str())).count();
        4 * in_name + around
    };
    let best = WORDS.department.iter().rev().max_by_key(weight)?;
    (weight(&best) > 0).then_some((best.zh.as_str(), best.en.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_modal_word_before_a_name_says_how_firm_it_is() {
        let words = "力争大桥年内开工，确保机场建成";
        assert_eq!(strength(words, words.find("大桥").unwrap()), (2, Some("力争")));
        assert_eq!(strength(words, words.find("机场").unwrap()), (4, Some("确保")));
        assert_eq!(strength("建设大桥", 6).1, None);
        assert!(strength("争取", 6).0 < strength("力争", 6).0 && strength("力争", 6).0 < strength("确保", 6).0);
    }

    #[test]
    fn states_are_told_by_their_strongest_words() {
        let level = |clause| state(Sort::Work, clause).map(|state| state.level);
        assert_eq!(level("大桥建成通车"), Some(6));
        assert_eq!(level("大桥主体完工"), Some(4));
        assert_eq!(level("大桥开工建设"), Some(2));
        assert_eq!(level("大桥加快推进"), Some(3));
        assert_eq!(level("大桥"), None);
        assert_eq!(level("大桥累计完成投资3亿元"), Some(3));
        assert_eq!(state(Sort::Honour, "获评文明城市").map(|state| state.level), Some(5));
        assert!(state(Sort::Work, "大桥未能开工").is_some_and(|state| state.denied));
    }

    #[test]
    fn figures_have_one_name() {
        assert_eq!(series("全市地区生产总值达到"), "生产总值");
        assert_eq!(series("规上工业增加值增速"), "规模以上工业增加值");
        assert_eq!(series("新增城镇就业"), "城镇新增就业");
        assert_eq!(without_verb("新建、改建高中"), "高中");
        assert!(is_vague("项目") && is_vague("新建项目") && !is_vague("城镇新增就业"));
    }

    #[test]
    fn departments_follow_the_subject() {
        assert_eq!(department("城东幼儿园", "新建城东幼儿园").map(|name| name.1), Some("education"));
        assert_eq!(department("某某", "某某"), None);
    }

    #[test]
    fn programmes_with_an_end_are_bodies_of_work() {
        assert!(is_body_of_work("“三转三升”行动"));
        assert!(!is_body_of_work("绿色发展战略"));
        assert!(!is_body_of_work("主题教育活动"));
    }

    #[test]
    fn no_name_of_a_figure_belongs_to_two() {
        let mut names: Vec<&str> = WORDS
            .series
            .iter()
            .flat_map(|row| row.also.iter().map(String::as_str).chain([row.name.as_str()]))
            .collect();
        let all = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), all);
    }
}
