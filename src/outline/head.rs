//! What stands above the first heading: title, date, congress, speaker.

use super::lines::Line;
use super::region;
use crate::model::{Outline, Span};

/// How many lines may stand above the text proper.
const HEAD_LINES: usize = 14;

/// Longest line of a head, in characters.
const LONGEST_LINE: usize = 80;

/// Offices whose bearers give reports, longest first.
const OFFICES: &[&str] = &[
    "区委副书记", "市委副书记", "县委副书记", "省委副书记", "党工委副书记", "党工委书记", "管委会主任", "自治区主席",
    "代理区长", "代理市长", "代理县长", "代理省长", "代区长", "代市长", "代县长", "代省长", "副区长", "副市长",
    "副县长", "区委书记", "市委书记", "县委书记", "省委书记", "党组书记", "区长", "市长", "县长", "省长", "州长",
    "旗长", "盟长", "主席", "主任",
];

pub(super) fn head(text: &str, lines: &[Line]) -> Outline {
    let mut outline = Outline::default();
    let head: Vec<Span> =
        lines.iter().take(HEAD_LINES).take_while(|line| line.heading.is_none()).map(|line| line.span).collect();
    let short = |span: &&Span| span.of(text).chars().count() <= LONGEST_LINE;
    for span in head.iter().filter(short) {
        let words = span.of(text);
        if words.starts_with("各位") {
            break;
        }
        if outline.title.is_none() && words.contains("工作报告") && !words.contains('代') {
            outline.title = Some(words.split_whitespace().collect::<Vec<_>>().join(" "));
        }
        // the subtitle's day says more than the title's year
        if let Some(date) = date_in(words)
            && outline.date.as_ref().is_none_or(|known| known.len() < date.len())
        {
            outline.date = Some(date);
        }
        read_speaker(*span, words, &mut outline);
    }
    let said = head.iter().find(|span| span.of(text).contains("代表") && span.of(text).contains("报告"));
    let words =
        head.iter().filter(short).map(|span| span.of(text)).chain(said.map(|span| first_clauses(span.of(text))));
    outline.region = region::named_in(words);
    outline
}

fn first_clauses(words: &str) -> &str {
    let end = words.char_indices().nth(LONGEST_LINE).map_or(words.len(), |(at, _)| at);
    &words[..end]
}

/// `2021年1月5日` → `2021-01-05`; less where less is said.
fn date_in(words: &str) -> Option<String> {
    let at = words.find('年')?;
    let year: String = words[..at].chars().rev().take_while(char::is_ascii_digit).collect();
    let year: u16 = year.chars().rev().collect::<String>().parse().ok().filter(|year| (1949..=2060).contains(year))?;
    let rest = &words[at + '年'.len_utf8()..];
    let part = |rest: &str, mark: char, most: u16| -> Option<(u16, usize)> {
        let at = rest.find(mark)?;
        let value = rest[..at].trim().parse().ok()?;
        (1..=most).contains(&value).then_some((value, at + mark.len_utf8()))
    };
    let Some((month, after)) = part(rest, '月', 12) else { return Some(format!("{year:04}")) };
    match part(&rest[after..], '日', 31) {
        Some((day, _)) => Some(format!("{year:04}-{month:02}-{day:02}")),
        None => Some(format!("{year:04}-{month:02}")),
    }
}

/// A line such as `区委书记、区长 宋 强` or `…第四次会议上驻马店市人民政府市长朱是西`.
fn read_speaker(span: Span, words: &str, outline: &mut Outline) {
    if outline.speaker.is_some() {
        return;
    }
    let Some((office_end, _)) =
        OFFICES.iter().filter_map(|office| words.rfind(office).map(|at| (at + office.len(), office))).max()
    else {
        return;
    };
    let after = &words[office_end..];
    let from = after.len() - after.trim_start_matches([' ', '\u{3000}', '：', ':', '、']).len();
    let name = after[from..].trim_end_matches(['）', ')', ' ', '\u{3000}']);
    let letters = name.chars().filter(|c| !c.is_whitespace() && *c != '·').count();
    let is_name = name.chars().all(|c| c.is_whitespace() || c == '·' || ('\u{4e00}'..='\u{9fff}').contains(&c));
    let fits = (2..=4).contains(&letters) || name.contains('·') && letters <= 12;
    if !fits || !is_name {
        return;
    }
    outline.speaker = Some(name.chars().filter(|c| !c.is_whitespace()).collect());
    let start = span.start + office_end + from;
    outline.speaker_span = Some(Span::new(start, start + name.len()));
    let mut rest = &words[..office_end];
    let mut titles = Vec::new();
    while let Some(office) = OFFICES.iter().find(|office| rest.ends_with(**office)) {
        titles.push(office.to_string());
        rest = rest[..rest.len() - office.len()].trim_end_matches(['、', ' ', '\u{3000}', '，']);
    }
    titles.reverse();
    outline.speaker_titles = titles;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::outline::lines::lines;

    #[test]
    fn the_head_of_a_report_is_read() {
        let text = "云溪县政府工作报告\n——2024年1月9日在云溪县第十届人民代表大会第三次会议上\n县委副书记、县长 林 远\n各位代表：\n";
        let outline = head(text, &lines(text));
        assert_eq!(outline.title.as_deref(), Some("云溪县政府工作报告"));
        assert_eq!(outline.date.as_deref(), Some("2024-01-09"));
        assert_eq!(outline.speaker.as_deref(), Some("林远"));
        assert_eq!(outline.speaker_titles, ["县委副书记", "县长"]);
        assert_eq!(outline.region.as_deref(), Some("云溪县"));
    }

    #[test]
    fn a_speaker_written_onto_the_subtitle_is_read() {
        let text = "政府工作报告\n——2019年2月22日在青岚市第四届人民代表大会第四次会议上青岚市人民政府市长周小溪\n";
        let outline = head(text, &lines(text));
        assert_eq!(outline.speaker.as_deref(), Some("周小溪"));
        assert_eq!(outline.region.as_deref(), Some("青岚市"));
        assert_eq!(outline.speaker_titles, ["市长"]);
    }
}
