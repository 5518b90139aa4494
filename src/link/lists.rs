//! Lists that say how many things they name (等7户企业), and whether the count agrees.

use crate::lexicon::numerals::below_hundred;
use crate::lexicon::words;
use crate::model::{CountedList, Linked, Outline, Span};

/// Measures of counted things.
const MEASURES: &[char] =
    &['个', '家', '户', '条', '处', '项', '座', '所', '名', '位', '大', '类', '种', '款', '支', '场', '对'];

/// What joins the members of a list.
const JOINTS: &[&str] = &["、", "和", "及", "以及", "”、“", "“", "”"];

/// The counted lists of a clean text: two names or more, then a number with its measure.
pub(super) fn lists(text: &str, outline: &Outline, linked: &Linked) -> Vec<CountedList> {
    outline.sentences.iter().flat_map(|sentence| in_sentence(text, sentence.span, linked)).collect()
}

fn in_sentence(text: &str, sentence: Span, linked: &Linked) -> Vec<CountedList> {
    let mentions = outermost(linked.inside(sentence));
    let mut found = Vec::new();
    for (last, (span, _)) in mentions.iter().enumerate() {
        let Some((count, noun, end)) = counted(text, span.end, sentence.end) else { continue };
        let mut first = last;
        while first > 0 && joins(text, mentions[first - 1].0.end, mentions[first].0.start) {
            first -= 1;
        }
        let mut members: Vec<usize> = Vec::new();
        for (_, entity) in &mentions[first..=last] {
            if !members.contains(entity) {
                members.push(*entity);
            }
        }
        if members.len() >= 2 {
            found.push(CountedList { members, count, noun, span: Span::new(mentions[first].0.start, end) });
        }
    }
    found
}

/// The mentions that lie in no other: 启明 in 启明研发中心 is no member of its own.
fn outermost(mentions: &[(Span, usize)]) -> Vec<(Span, usize)> {
    let within = |span: Span| mentions.iter().any(|(other, _)| *other != span && other.contains(span));
    mentions.iter().filter(|(span, _)| !within(*span)).copied().collect()
}

fn joins(text: &str, end: usize, start: usize) -> bool {
    end < start && JOINTS.contains(&&text[end..start])
}

/// The count, the counted words and where they end, when a count follows `at`: `等7户企业`,
/// `4条特色沟谷`.
fn counted(text: &str, at: usize, end: usize) -> Option<(usize, String, usize)> {
    let rest = &text[at..end];
    let tail = rest.trim_start_matches('”');
    let tail = tail.strip_prefix('等').unwrap_or(tail);
    let digits = tail.find(|c: char| !c.is_ascii_digit() && !"一二三四五六七八九十两".contains(c))?;
    let count = number(&tail[..digits])?;
    let mut chars = tail[digits..].chars();
    let measure = chars.next().filter(|c| MEASURES.contains(c))?;
    let words = &tail[digits + measure.len_utf8()..];
    let stop = words.find(|c: char| !('\u{4e00}'..='\u{9fff}').contains(&c)).unwrap_or(words.len());
    let noun = noun(&words[..stop]);
    let used = rest.len() - words.len() + noun.len();
    (count >= 2).then(|| (count, noun, at + used))
}

/// Words that go before a counted noun and are none.
const ADJECTIVES: &[&str] =
    &["特色", "重点", "大型", "知名", "骨干", "龙头", "重大", "省级", "市级", "县级", "国家级", "主要", "优势", "工业"];

/// The counted noun that opens `words`, with the adjectives before it.
fn noun(words: &str) -> String {
    let mut noun = String::new();
    for word in words::cut(words) {
        noun.push_str(word);
        if !ADJECTIVES.contains(&word) {
            break;
        }
    }
    noun
}

fn number(words: &str) -> Option<usize> {
    if let Ok(number) = words.parse() {
        return Some(number);
    }
    below_hundred(words).map(|number| number as usize)
}

#[cfg(test)]
mod tests {
    use crate::{extract, link, outline};

    fn counts(text: &str) -> Vec<(usize, Option<usize>, String)> {
        let outline = outline::outline(text);
        let mentions = extract::extract(text, &outline);
        let linked = link::link(text, &outline, &mentions);
        linked.lists.iter().map(|list| (list.members.len(), list.unnamed(), list.noun.clone())).collect()
    }

    #[test]
    fn a_count_behind_names_tells_how_many_are_unnamed() {
        assert_eq!(counts("茂泽、启澜、恒泽等7户企业产值大增。"), [(3, Some(4), "企业".to_string())]);
        assert_eq!(counts("石梁村、柳坞村2个村完成改造。"), [(2, Some(0), "村".to_string())]);
        assert_eq!(counts("石梁村、柳坞村、枫渡村等2个村完成改造。"), [(3, None, "村".to_string())]);
    }
}
