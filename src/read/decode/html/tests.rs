//! Pages as portals serve them, and what must be left of each.

use crate::model::Span;
use crate::read::decode;

const PAGE: &str = "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>政府工作报告_云溪县人民政府</title>
<style>.jmx{display:none} @media print{.TRS_Editor{display:none}}</style><script>var a = '<p>各位代表，';</script></head>
<body><div class=\"nav\"><a href=\"/\">首页</a><a href=\"/zwgk\">政务公开</a></div>
<div class=\"pos\">您现在的位置：<a href=\"/\">首页</a> &gt; <a>政府工作报告</a></div>
<div class=\"main\"><h1>2024年云溪县政府工作报告</h1><div class=\"info\">发布时间：2024-01-20 来源：县政府办 浏览次数：12</div>
<div class=\"TRS_Editor\"><p>&nbsp;&nbsp;&nbsp;&nbsp;各位代表：</p>
<p>&emsp;&emsp;现在，我代表<b>县人民
政府</b>作<!-- 注 -->报告，请予审议。<span class=\"jmx\">本站原创，</span><span style='display:none'>乱码。</span></p>
<p>一、2023年工作回顾</p><table><tr><td><p>指标</p></td><td><p>完成</p><p>情况</p></td></tr><tr><td>生产总值&amp;增速</td><td>186.5亿元</td></tr></table>
<p>恒泽制药落户，江岚交投集团承建的岚溪高速完成路基工程；秦&nbsp;霁同志报告。<br>二、2024年工作安排，加快建设。</p></div>
<div class=\"share\">分享到：<a>微信</a></div><p>上一篇：<a href=\"1.html\">2023年云溪县政府工作报告</a></p><p>【打印】【关闭窗口】</p></div>
<ul><li><a>云溪概况，地图</a></li><li><a>联系我们</a></li></ul><div class=\"footer\">版权所有：云溪县人民政府，冀ICP备1号</div></body></html>";

const TEXT: &str = "2024年云溪县政府工作报告\n各位代表：\n现在，我代表县人民政府作报告，请予审议。\n一、2023年工作回顾\n指标\t完成 情况\n\
生产总值&增速\t186.5亿元\n恒泽制药落户，江岚交投集团承建的岚溪高速完成路基工程；秦\u{a0}霁同志报告。\n二、2024年工作安排，加快建设。\n";

#[test]
fn the_report_steps_out_of_its_page() {
    let gbk = PAGE.replace("utf-8", "gb2312");
    for bytes in [PAGE.as_bytes().to_vec(), encoding_rs::GBK.encode(&gbk).0.into_owned()] {
        let decoded = decode("page.txt", &bytes).unwrap();
        assert_eq!(decoded.text, TEXT);
        for (words, raw) in
            [("县人民政府", "县人民\n政府"), ("值&增", "值&amp;增"), ("府作报告", "府</b>作<!-- 注 -->报告")]
        {
            let at = decoded.text.find(words).unwrap();
            let back = &bytes[decoded.map.source(Span::new(at, at + words.len()))];
            let back = if decoded.encoding == "UTF-8" {
                String::from_utf8_lossy(back)
            } else {
                encoding_rs::GBK.decode(back).0
            };
            // Marks that stand between two words are inside their range.
            assert!(back.contains(raw), "{back}");
        }
    }
}

#[test]
fn a_page_inside_of_json_is_a_page() {
    let line = serde_json::json!({ "id": "a", "text": PAGE }).to_string();
    let decoded = decode("a.jsonl#a", line.as_bytes()).unwrap();
    assert_eq!(decoded.text, TEXT);
    let at = decoded.text.find("恒泽制药").unwrap();
    assert_eq!(&line[decoded.map.source(Span::new(at, at + 12))], "恒泽制药");
}

#[test]
fn text_with_a_few_signs_of_markup_is_no_page() {
    for text in ["一、回顾\nx<y，R&D投入增长，<p>是段落的标记。\n", "各位代表：&nbsp;现在报告工作。\n"]
    {
        assert_eq!(decode("a.txt", text.as_bytes()).unwrap().text, text);
    }
}

#[test]
fn tags_without_ends_and_ends_without_tags_are_borne() {
    for page in [
        "<html><body><div><p>各位代表，现在报告工作。<p>一、回顾，二、安排。</div></div></span></body>",
        "<table><tr><td>各位代表，现在报告工作。<tr><td>一、回顾，二、安排。</table>",
        "<p>各位代表，现在报告工作。</p></p><br>一、回顾，二、安排。<",
    ] {
        let text = decode("a.html", page.as_bytes()).unwrap().text;
        assert!(text.starts_with("各位代表，现在报告工作。\n一、回顾，二、安排。"), "{text}");
    }
    let deep = "<div>".repeat(100_000) + "各位代表，现在报告工作。";
    assert_eq!(decode("a.html", deep.as_bytes()).unwrap().text.trim_end(), "各位代表，现在报告工作。");
    assert!(decode("a.html", b"<html><body><script>1</script></body></html>").is_err());
}
