//! Whether a text is a report: it runs in sentences, and they speak of work done and planned.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::error::{Said, said};
use crate::lexicon::table;
use crate::model::Outline;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    words: Vec<String>,
    work: usize,
    characters: usize,
    prose: usize,
    persons: Vec<String>,
    places: String,
    told: usize,
    few: usize,
    long: usize,
    addresses: Vec<String>,
    news: Vec<String>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| table::read("src/outline/genre.toml", include_str!("genre.toml")));

/// In how many characters from its beginning a text says what it is.
const HEAD: usize = 300;

/// Headings that show that a text is in parts.
const PARTS: usize = 2;

/// Why a clean text with this outline is no report; none where it may be one. In doubt it is.
pub fn foreign(text: &str, outline: &Outline) -> Option<Said> {
    let table = &*TABLE;
    let characters = text.chars().filter(|char| matches!(char, '一'..='\u{9FFF}')).count();
    if characters < table.characters {
        let least = table.characters;
        return Some(said!(
            "{characters} Chinese characters, fewer than {least}",
            "只有 {characters} 个汉字，不到 {least} 个"
        ));
    }
    let prose = share(text);
    if prose < table.prose {
        return Some(said!(
            "a list or table: {prose}% of it is on lines with a sentence",
            "是目录或表格：只有 {prose}% 的字在成句的行里"
        ));
    }
    let told: usize = table.persons.iter().map(|word| persons(text, word)).sum();
    if told >= table.few && told * 1000 > table.told * characters {
        return Some(said!(
            "tells of persons as stories and songs do: {told} times 他, 她, 你, 我 in {characters} characters",
            "像故事或歌词那样写人：{characters} 字里有 {told} 个“他、她、你、我”"
        ));
    }
    let work: usize = table.words.iter().map(|word| text.matches(word.as_str()).count() * word.chars().count()).sum();
    let work = work * 100 / characters;
    if work < table.work {
        return Some(said!(
            "speaks of no work done or planned: {work}% of it is words such as 完成, 推进, 项目",
            "没有说做了什么、要做什么：“完成、推进、项目”一类的词只占 {work}%"
        ));
    }
    let head: String = text.chars().take(HEAD).collect();
    let is_of = |words: &[String]| words.iter().any(|word| head.contains(word.as_str()));
    let parts = outline.sections.iter().filter(|section| section.depth > 0).count();
    if characters < table.long && (is_of(&table.news) || !is_of(&table.addresses) && parts < PARTS) {
        return Some(said!(
            "a short text without the title, address or parts of a report",
            "篇幅短，又没有报告的标题、称呼或分部分的标题"
        ));
    }
    None
}

/// Of a hundred characters, those on lines with a mark of a sentence.
fn share(text: &str) -> usize {
    let lines = || text.lines().map(str::trim);
    let all: usize = lines().map(|line| line.chars().count()).sum();
    let prose = lines().filter(|line| line.contains(['。', '！', '？', '；', '”']));
    prose.map(|line| line.chars().count()).sum::<usize>() * 100 / all.max(1)
}

/// How often a word names a person; 我 before 县 is a place.
fn persons(text: &str, word: &str) -> usize {
    let ends = text.match_indices(word).map(|(at, _)| at + word.len());
    // 我们 is who reports.
    let is_other = |end: &usize| {
        let next = text[*end..].chars().next();
        !next.is_some_and(|next| TABLE.places.contains(next) || next == '们' && word == "我")
    };
    // 其他 and 他 in 其他 are no persons.
    ends.filter(is_other).filter(|end| !text[..*end].ends_with("其他")).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::outline::outline;

    fn told(text: &str) -> Option<Said> {
        foreign(text, &outline(text))
    }

    #[test]
    fn what_is_no_report_is_told_with_its_reason() {
        let links: String =
            (1..60).map(|at| format!("云溪县人民政府关于印发第{at}号文件的通知\n2024-01-{at:02}\n")).collect();
        let table: String = (1..60).map(|at| format!("一般公共服务支出第{at}项\t{at}00\t万元\n")).collect();
        let story =
            "她推开门，看见他坐在窗边，一句话也不说。“你怎么还不走？”他问。她摇摇头，雨还在下，灯还亮着。".repeat(12);
        let song = "我走过长长的街，你站在桥的那边。\n风吹过我的脸，你的歌还在耳边。\n".repeat(12);
        let recipe =
            "把豆腐切成小块，放进热水里焯一下，捞出来沥干；锅里放油，下葱姜炒香，再放豆腐和酱油，小火慢慢地炖。"
                .repeat(12);
        let news = "本报讯（记者 石岩）日前，云溪县召开项目建设推进会，县政府要求加快产业发展，全面完成投资目标任务。会议强调，要坚持改革创新，提升服务水平。".repeat(4);
        for (text, reason) in [
            ("政府工作报告\n请点击下载全文。\n".to_string(), "fewer than"),
            (links, "a list or table"),
            (table, "a list or table"),
            (story, "stories and songs"),
            (song, "stories and songs"),
            (recipe, "no work"),
            (news, "a short text"),
        ] {
            let told = told(&text);
            assert!(told.as_ref().is_some_and(|told| told.english().contains(reason)), "{reason}: {told:?}");
        }
    }

    #[test]
    fn reports_and_parts_of_them_may_be_read() {
        let report = include_str!("../../examples/yunxi-2024.clean.txt");
        assert_eq!(told(report), None);
        let part: String = report.lines().skip(7).take(3).collect::<Vec<_>>().join("\n");
        assert_eq!(told(&part), None, "{part}");
        assert_eq!(persons("我县和我们、其他地方，我市", "我") + persons("其他", "他"), 0);
        assert_eq!(persons("我想", "我"), 1);
    }
}
