//! What a portal puts around a report: the line of its date, source and readers, the
//! digest, and behind the report the links to share it and to others.
//!
//! Only what cannot be of a report goes: a head that names several things that a portal
//! counts in one line, and a tail that has several captions of a portal, each on a line of
//! its own, and no sentence any more.

use std::ops::Range;

use super::draft::Edit;
use super::signs::Signs;
use crate::model::RepairKind;

/// Captions with which a portal tells of a page, each before its value.
const LABELS: [&str; 9] =
    ["时间：", "日期：", "作者：", "来源：", "阅读：", "浏览：", "点击：", "评论：", "责任编辑："];

/// How many of them make a line the head of a portal.
const LABELS_OF_A_HEAD: usize = 3;

/// Captions of what stands behind a page.
const CAPTIONS: [&str; 14] = [
    "分享到", "分享", "上一篇", "下一篇", "相关文章", "相关新闻", "相关阅读", "相关链接", "本栏最新", "本栏推荐",
    "阅读排行", "热门文章", "猜你喜欢", "标签云",
];

/// How many different ones make a tail.
const CAPTIONS_OF_A_TAIL: usize = 3;

/// Within how many lines the head of a portal ends.
const HEAD_LINES: usize = 15;

/// The name of a channel has at most so many characters.
const CHANNEL: usize = 8;

pub(super) fn edits(text: &str, _: &Signs) -> Vec<Edit> {
    let lines: Vec<Range<usize>> = ranges(text).collect();
    let mut edits = head(text, &lines);
    edits.extend(tail(text, &lines));
    edits
}

/// The lines, with their ends.
fn ranges(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    text.split_inclusive('\n').map(move |line| {
        let start = at;
        at += line.len();
        start..at
    })
}

fn removed(range: Range<usize>) -> Edit {
    Edit::new(range, "", RepairKind::Portal, 0.95)
}

fn head(text: &str, lines: &[Range<usize>]) -> Vec<Edit> {
    let line = |at: usize| lines.get(at).map_or("", |range| text[range.clone()].trim());
    let is_head = |at: &usize| LABELS.iter().filter(|label| line(*at).contains(*label)).count() >= LABELS_OF_A_HEAD;
    let Some(first) = (0..lines.len().min(HEAD_LINES)).find(is_head) else { return Vec::new() };
    let mut end = first + 1;
    while end < lines.len().min(first + HEAD_LINES) {
        let here = line(end);
        if here.starts_with("内容摘要") || here == "摘要：" {
            // The digest is the beginning of the report once more, cut short.
            let own = here.trim_end_matches('：').chars().count() > 4;
            end += if own || !is_cut_short(line(end + 1)) { 1 } else { 2 };
        } else if here.is_empty() || here.bytes().all(|byte| byte.is_ascii_digit()) || LABELS.contains(&here) {
            end += 1;
        } else {
            break;
        }
    }
    let mut edits = Vec::new();
    // The name of the channel stands before a title that says it again.
    if first >= 2 && line(0).chars().count() <= CHANNEL && line(1).len() > line(0).len() && line(1).contains(line(0)) {
        edits.push(removed(lines[0].clone()));
    }
    edits.push(removed(lines[first].start..lines[end - 1].end));
    edits
}

fn is_cut_short(line: &str) -> bool {
    line.ends_with("...") || line.ends_with('…')
}

fn tail(text: &str, lines: &[Range<usize>]) -> Option<Edit> {
    let caption = |range: &Range<usize>| {
        let line = text[range.clone()].trim().trim_end_matches([':', '：']);
        CAPTIONS.iter().position(|caption| *caption == line)
    };
    // From the end upwards, as far as there is no sentence.
    let links = lines.iter().rev().take_while(|range| !is_sentence(text[(*range).clone()].trim()));
    let found: Vec<(usize, &Range<usize>)> = links.filter_map(|range| Some((caption(range)?, range))).collect();
    let mut kinds: Vec<usize> = found.iter().map(|(kind, _)| *kind).collect();
    kinds.sort_unstable();
    kinds.dedup();
    let first = found.last().filter(|_| kinds.len() >= CAPTIONS_OF_A_TAIL)?;
    Some(removed(first.1.start..text.len()))
}

fn is_sentence(line: &str) -> bool {
    line.ends_with(['。', '！', '？', '；', '”'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mended(text: &str) -> String {
        let mut out = text.to_string();
        for edit in edits(text, &Signs::of(text)).into_iter().rev() {
            out.replace_range(edit.range, &edit.after);
        }
        out
    }

    #[test]
    fn a_report_steps_out_of_its_page() {
        let page = "工作报告\n云溪县2023年政府工作报告\n时间：2023-02-01 \t作者：县域网 来源：政府官网 阅读：\n12\n评论：\n0\n\
            内容摘要：\n各位代表：现在，我代表县政府......\n各位代表：\n现在报告工作。\n分享到：\n微博\n上一篇：\n\
            青岚市2022年政府工作报告\n下一篇：\n相关文章\n02-01\n青岚市\n";
        assert_eq!(mended(page), "云溪县2023年政府工作报告\n各位代表：\n现在报告工作。\n");
    }

    #[test]
    fn what_may_be_of_a_report_stays() {
        for text in [
            "云溪县政府工作报告\n来源：云溪日报\n时间：2023-02-01\n各位代表：\n现在报告工作。\n",
            "报告\n推进下列工作。\n分享\n相关链接\n一、做好服务。\n上一篇：\n青岚市\n",
        ] {
            assert_eq!(mended(text), text);
        }
    }
}
