//! The small words that tell how the parts of a clause hang together.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::lexicon::table;

/// Word lists out of `words.toml`.
pub(super) struct Words {
    /// By first character, longest first.
    adverbs: BTreeMap<char, Vec<String>>,
    joints: Vec<String>,
    /// Stand before the partner in a deal.
    pub(super) partners: Vec<String>,
    prepositions: Vec<String>,
    actors: Vec<String>,
    classifiers: Vec<String>,
    ranks: Vec<String>,
    denials: Vec<String>,
    progress: Vec<String>,
    frames: Vec<String>,
    /// Follow a place in the name of something else.
    pub(super) features: Vec<String>,
    civic: Vec<String>,
    titles: Vec<String>,
    growth: Vec<String>,
    /// Endings of names that are phases of what stands before them.
    pub(super) phases: Vec<String>,
    /// Endings of settlements that belong to the reporting county.
    pub(super) settlements: Vec<String>,
    /// Endings of names whose first words are rarely where they lie.
    pub(super) streets: Vec<String>,
    /// Endings of bodies that lie where they govern.
    pub(super) offices: Vec<String>,
    /// What may stand between 等 and the sector of a list, or follow it.
    pub(super) classes: Vec<String>,
}

/// The word lists.
pub(super) fn words() -> &'static Words {
    &WORDS
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let mut lists: BTreeMap<String, String> = table::read("words.toml", include_str!("words.toml"));
    let mut list = |name: &str| -> Vec<String> {
        let words = lists.remove(name).unwrap_or_else(|| panic!("words.toml: no list {name}"));
        words.split_whitespace().map(str::to_string).collect()
    };
    let mut adverbs: BTreeMap<char, Vec<String>> = BTreeMap::new();
    for word in list("adverbs") {
        adverbs.entry(word.chars().next().unwrap_or(' ')).or_default().push(word);
    }
    for words in adverbs.values_mut() {
        words.sort_by_key(|word| std::cmp::Reverse(word.len()));
    }
    Words {
        adverbs,
        joints: list("joints"),
        partners: list("partners"),
        prepositions: list("prepositions"),
        actors: list("actors"),
        classifiers: list("classifiers"),
        ranks: list("ranks"),
        denials: list("denials"),
        progress: list("progress"),
        frames: list("frames"),
        features: list("features"),
        civic: list("civic"),
        titles: list("titles"),
        growth: list("growth"),
        phases: list("phases"),
        settlements: list("settlements"),
        streets: list("streets"),
        offices: list("offices"),
        classes: list("classes"),
    }
});

const QUOTES: &[char] = &['“', '”', '‘', '’', '《', '》', '「', '」', '"', '\'', ' ', '　'];

impl Words {
    /// Whether `gap` says nothing: adverbs, years, quotes.
    pub(super) fn is_bare(&self, gap: &str) -> bool {
        self.after_adverbs(gap).is_empty()
    }

    /// What is left of `clause` behind adverbs, years and quotes at its head.
    pub(super) fn after_adverbs<'a>(&self, clause: &'a str) -> &'a str {
        let mut rest = clause.trim_start_matches(QUOTES);
        while let Some(first) = rest.chars().next() {
            let word = self.adverbs.get(&first).and_then(|words| words.iter().find(|word| rest.starts_with(*word)));
            let Some(length) = word.map(String::len).or_else(|| date(rest)) else { break };
            rest = rest[length..].trim_start_matches(QUOTES);
        }
        rest
    }

    /// Whether `gap` joins two members of a list: joints only, or unknown members between joints.
    pub(super) fn is_joint(&self, gap: &str) -> bool {
        let inner = gap.trim_matches(QUOTES);
        if inner.is_empty() {
            return !gap.is_empty() && gap.contains(['”', '》', '’']);
        }
        if self.joints.iter().any(|joint| joint == inner) {
            return true;
        }
        let starts = self.joints.iter().any(|joint| inner.starts_with(joint.as_str()));
        let ends = self.joints.iter().any(|joint| inner.ends_with(joint.as_str()));
        (starts || ends) && !inner.contains('等') && inner.chars().count() <= 16
    }

    /// Whether the words between a name and its cue leave the name the subject.
    pub(super) fn leaves_subject(&self, gap: &str, near: usize) -> bool {
        let inner = gap.trim_start_matches(QUOTES);
        if inner.starts_with('等') {
            let class = inner.trim_start_matches(|mark: char| mark.is_ascii_digit() || "等多个大各重点".contains(mark));
            let field = ["领域", "方面", "环节", "行业"]
                .iter()
                .any(|field| class.starts_with(field) && !class.contains("企业"));
            return inner.chars().count() <= 24 && !field;
        }
        inner.chars().count() <= near && !self.has_unnamed_actor(inner) && !inner.contains(['、'])
    }

    /// The number that opens `gap`, where it counts things and no verb follows: 2 of `2家企业`,
    /// 3 of `三个历史产业`.
    pub(super) fn counts(&self, gap: &str) -> Option<usize> {
        let gap = gap.trim_start_matches(QUOTES);
        let digits = gap.bytes().take_while(u8::is_ascii_digit).count();
        let (count, rest) = if digits > 0 {
            (gap[..digits].parse().ok()?, &gap[digits..])
        } else {
            let first = gap.chars().next()?;
            let value = "一二三四五六七八九十".chars().position(|c| c == first).map(|at| at + 1);
            (value.or((first == '两').then_some(2))?, &gap[first.len_utf8()..])
        };
        let counted = rest.starts_with('大') || self.classifiers.iter().any(|unit| rest.starts_with(unit.as_str()));
        (counted && rest.chars().count() <= 12 && !rest.contains(['、', '的'])).then_some(count)
    }

    /// Whether `gap` speaks of somebody or something without a name (`12家企业`).
    pub(super) fn has_unnamed_actor(&self, gap: &str) -> bool {
        if self.actors.iter().any(|actor| gap.contains(actor.as_str())) {
            return true;
        }
        let mut digit = false;
        for (at, mark) in gap.char_indices() {
            if digit && self.classifiers.iter().any(|unit| gap[at..].starts_with(unit.as_str())) {
                return true;
            }
            digit = mark.is_ascii_digit() || (digit && mark == '多');
        }
        false
    }

    /// Whether the first thing that `clause` says is a number of somebody (`12家企业`).
    pub(super) fn opens_with_count(&self, clause: &str) -> bool {
        let rest = self.after_adverbs(clause);
        let digits = rest.trim_start_matches(|mark: char| mark.is_ascii_digit() || mark == '多' || mark == '余');
        digits.len() < rest.len() && ["家", "户", "名", "所"].iter().any(|unit| digits.starts_with(unit))
    }

    /// Whether what stands before a name says that it is no subject.
    pub(super) fn ends_in_preposition(&self, before: &str) -> bool {
        let before = before.trim_end_matches(QUOTES);
        self.prepositions.iter().any(|word| before.ends_with(word.as_str()))
    }

    /// Whether a name before `after` is only the field of a rank (`全市` before `率先`).
    pub(super) fn ranks(&self, after: &str) -> bool {
        self.ranks.iter().any(|word| after.starts_with(word.as_str()))
    }

    /// Whether the words before a cue deny it.
    pub(super) fn denies(&self, before: &str) -> bool {
        self.denials.iter().any(|word| before.ends_with(word.as_str()))
    }

    /// Whether what follows a program says that it is under way; a clause that is nothing
    /// but the program says so too.
    pub(super) fn progresses(&self, after: &str) -> bool {
        let after = after.trim_start_matches(QUOTES);
        !self.frames.iter().any(|word| after.starts_with(word.as_str()))
            && (after.is_empty() || self.progress.iter().any(|word| after.contains(word.as_str())))
    }

    /// Whether what follows a project says that somebody carries it out (`等工程稳步推进`), and not
    /// that it was done.
    pub(super) fn is_pushed(&self, after: &str) -> bool {
        let after = after.trim_start_matches(QUOTES);
        let listed = after.strip_prefix('等').map(|class| {
            let nouns =
                ["项目", "工程", "改造", "任务", "平台"].iter().filter_map(|noun| Some(class.find(noun)? + noun.len()));
            nouns.min().filter(|end| class[..*end].chars().count() <= 12).map_or(class, |end| &class[end..])
        });
        let after = listed.unwrap_or(after);
        let verb = self.after_adverbs(
            ["建设", "工作", "前期工作"].iter().find_map(|word| after.strip_prefix(word)).unwrap_or(after),
        );
        verb.len() < after.len() && ["推进", "实施"].iter().any(|word| verb.starts_with(word))
    }

    /// Whether what follows a place says what is to be done there (`…园区要建成…`).
    pub(super) fn is_called_on(&self, after: &str) -> bool {
        ["要", "重点", "着力", "全力", "加快"].iter().any(|word| after.starts_with(word)) && !after.starts_with("要素")
    }

    /// Whether what stands between a list of places and a thing says that the thing lies in each
    /// of them (`甲、乙、丙3县优质小麦基地`).
    pub(super) fn lists_places(&self, gap: &str) -> bool {
        let rest = gap.strip_prefix('等').unwrap_or(gap);
        let units = rest.trim_start_matches(is_several).trim_start_matches('个');
        let counted = units.len() < rest.len() || rest.len() < gap.len();
        counted
            && ["县", "市", "区", "县区", "县市", "县（市、区）", "镇", "乡", "乡镇", "村", "地", "地市", "省"]
                .contains(&units)
    }

    /// Whether the name of a program says of how many it is made up (八大行动, “四大工程”).
    pub(super) fn sums_up(&self, name: &str) -> bool {
        let mut chars = name.trim_matches(QUOTES).chars();
        chars.next().is_some_and(is_several) && matches!(chars.next(), Some('大' | '项' | '个' | '十' | '0'..='9'))
    }

    /// Whether an honour can only be a region's, by its last word.
    pub(super) fn is_civic(&self, honor: &str) -> bool {
        self.civic.iter().any(|ending| honor.ends_with(ending.as_str()))
    }

    /// Whether what follows a sector speaks of how it goes, and gives no figure.
    pub(super) fn develops(&self, after: &str) -> bool {
        self.growth.iter().any(|word| after.contains(word.as_str())) && !after.bytes().any(|byte| byte.is_ascii_digit())
    }

    /// The office that `gap`, between a body and a person, names.
    pub(super) fn title<'a>(&self, gap: &'a str) -> Option<&'a str> {
        let title = gap.trim_matches(QUOTES);
        let office = self.titles.iter().any(|office| title.ends_with(office.as_str()));
        (office && title.chars().count() <= 10).then_some(title)
    }

    /// Whether a name is only a class whose members are counted (`示范村3个`, `2个示范村`).
    pub(super) fn is_counted(&self, before: &str, after: &str) -> bool {
        let after = after.trim_start_matches(QUOTES);
        let number = |rest: &str| rest.trim_start_matches(|mark: char| mark.is_ascii_digit()).len();
        let unit = |rest: &str| self.classifiers.iter().any(|unit| rest.starts_with(unit.as_str()));
        let counted_after = number(after) < after.len() && unit(&after[after.len() - number(after)..]);
        let before = before.trim_end_matches(QUOTES).trim_end_matches("以上");
        let bare = self.classifiers.iter().find_map(|unit| before.strip_suffix(unit.as_str()));
        counted_after || bare.is_some_and(|rest| rest.ends_with(|mark: char| mark.is_ascii_digit()))
    }

    /// The partner word that `gap` ends with.
    pub(super) fn partner_word<'a>(&'a self, gap: &str) -> Option<&'a str> {
        let gap = gap.trim_end_matches(QUOTES);
        let right_before = self.partners.iter().map(String::as_str).find(|word| gap.ends_with(word));
        // `与对口帮扶的甲县`
        right_before.or_else(|| {
            let qualified = gap.ends_with('的').then(|| gap.rfind('与')).flatten()?;
            (gap[qualified..].chars().count() <= 8).then_some("与")
        })
    }

    /// `gap` without quotes and blanks at its ends.
    pub(super) fn unquoted(gap: &str) -> &str {
        gap.trim_matches(QUOTES)
    }
}

/// Whether a character belongs to a number of several things.
fn is_several(mark: char) -> bool {
    mark.is_ascii_digit() || "两三四五六七八九十".contains(mark)
}

/// Length of a year or month at the head of `rest`.
fn date(rest: &str) -> Option<usize> {
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let unit = ["年内", "年", "月底前", "月", "日"].iter().find(|unit| rest[digits..].starts_with(**unit))?;
    (digits > 0).then_some(digits + unit.len())
}
