//! More than a thousand files that are no reports, or reports that something happened to: cut, spliced, in the
//! wrong encoding, nested without end, full of marks that cannot be seen. One run reads them all: it does not fail,
//! says of each either what it holds or what is wrong, in one line, and does the good reports among them.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Output;

use assert_cmd::Command;
use encoding_rs::{BIG5, EUC_KR, Encoding, GB18030, GBK, SHIFT_JIS, WINDOWS_1252};

/// Bytes of a small report with lists, amounts and quotes, in UTF-8.
const REPORT: &str = "2024年云溪县政府工作报告\n——2024年1月10日在云溪县第十八届人民代表大会第三次会议上\n县长 周岚\n各位代表：\n\
    一、2023年工作回顾\n（一）工业提质。恒泽制药、启明光电、星槎科技等7户企业产值增长12.5%，总投资9.2亿元的芩岚颗粒扩产项目竣工投产。\n\
    （二）“最多跑一次”改革深入推进，石梁工业园占地500亩，入选省级园区。\n二、2024年工作安排\n力争地区生产总值增长6.5%左右，支持星槎科技申报国家高新技术企业。\n";

/// Numbers that look like chance and are the same each time (xorshift, Marsaglia 2003).
struct Draw(u64);

impl Draw {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(limit.max(1)).unwrap_or(1)).unwrap_or(0)
    }
}

/// Files by name.
type Cases = BTreeMap<String, Vec<u8>>;

fn damaged() -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/yunxi-2024.txt");
    fs::read(path).expect("the example is there")[..4_000].to_vec()
}

/// A report cut anywhere, also in the middle of a character.
fn cut(cases: &mut Cases) {
    for (name, bytes) in [("clean", REPORT.as_bytes().to_vec()), ("damaged", damaged())] {
        for part in 0..100 {
            let end = bytes.len() * part / 100;
            cases.insert(format!("cut-{name}-{part:02}.txt"), bytes[..end].to_vec());
            if part % 4 == 1 {
                cases.insert(format!("cut-{name}-{part:02}-tail.txt"), bytes[end..].to_vec());
            }
        }
    }
}

/// Bytes changed, taken out and put in at random.
fn flipped(cases: &mut Cases, draw: &mut Draw) {
    for number in 0..200 {
        let mut bytes = if number % 2 == 0 { REPORT.as_bytes().to_vec() } else { damaged() };
        for _ in 0..=draw.below(40) {
            let at = draw.below(bytes.len());
            match draw.below(4) {
                0 => bytes[at] = u8::try_from(draw.below(256)).unwrap_or(0),
                1 => drop(bytes.drain(at..(at + draw.below(9)).min(bytes.len()))),
                2 => bytes.insert(at, u8::try_from(draw.below(256)).unwrap_or(0)),
                _ => bytes.swap(at, 0),
            }
        }
        cases.insert(format!("flipped-{number:03}.txt"), bytes);
    }
}

/// The beginning of one text and the end of another, at bytes that fit no character.
fn spliced(cases: &mut Cases, draw: &mut Draw) {
    let texts =
        [REPORT.as_bytes().to_vec(), damaged(), GBK.encode(REPORT).0.into_owned(), BIG5.encode(REPORT).0.into_owned()];
    for number in 0..120 {
        let (a, b) = (&texts[number % 4], &texts[(number / 4) % 4]);
        let bytes = [&a[..draw.below(a.len())], &b[draw.below(b.len())..]].concat();
        cases.insert(format!("spliced-{number:03}.txt"), bytes);
    }
}

/// Encodings that are and are not what they seem, and marks of others before them.
fn encoded(cases: &mut Cases) {
    let encodings: [&'static Encoding; 6] = [GBK, GB18030, BIG5, SHIFT_JIS, EUC_KR, WINDOWS_1252];
    let marks: [(&str, &[u8]); 5] =
        [("none", b""), ("utf8", b"\xEF\xBB\xBF"), ("utf16le", b"\xFF\xFE"), ("utf16be", b"\xFE\xFF"), ("nul", b"\0")];
    for (mark, before) in marks {
        for encoding in encodings {
            let bytes = [before, &encoding.encode(REPORT).0].concat();
            cases.insert(format!("encoded-{}-{mark}.txt", encoding.name()), bytes);
        }
        let utf16 = |bytes: fn(u16) -> [u8; 2]| REPORT.encode_utf16().flat_map(bytes).collect::<Vec<u8>>();
        cases.insert(format!("encoded-UTF-16LE-{mark}.txt"), [before, &utf16(u16::to_le_bytes)].concat());
        cases.insert(format!("encoded-UTF-16BE-{mark}.txt"), [before, &utf16(u16::to_be_bytes)].concat());
        let odd = [before, &utf16(u16::to_le_bytes), b"\x2E"].concat();
        cases.insert(format!("encoded-UTF-16-odd-{mark}.txt"), odd);
        // Read as Latin letters and written as UTF-8 once more.
        let twice: String = REPORT.bytes().map(char::from).collect();
        cases.insert(format!("encoded-twice-{mark}.txt"), [before, twice.as_bytes()].concat());
        // Surrogates without their other half (CESU-8).
        let lone = [before, REPORT.as_bytes(), b"\xED\xA0\x80\xED\xB0\x80\xED\xA0\x80", REPORT.as_bytes()].concat();
        cases.insert(format!("encoded-surrogates-{mark}.txt"), lone);
    }
}

/// One mark again and again: what a rule may count, nest or look back over.
fn repeated(cases: &mut Cases) {
    let units = [
        "，", "、", "。", "“", "”", "（", "）", "(", "《", "》", "？", "?", "；", "…", "—", "-", "#", "*", "_", "`",
        "|", "[", "![](", "<div>", "&nbsp;", "&#x", "\n", "\r", "\t", " ", "\u{3000}", "\u{a0}", "\u{feff}",
        "\u{200b}", "\u{202e}", "\u{2066}", "\u{0}", "\u{e5e5}", "\u{10ffff}", "\u{301}", "0", "9", "１", "一", "十",
        "亿", "万", "%", "年", "2024年", "1.", "（一）", "一、", "企业", "等", "等7户企业", "、等", "的", "县", "我县",
        "镇", "恒泽制药、", "恒泽制药", "项目", "产业园", "增长", "增长12%", "总投资9亿元", "?zhèng)", "區(qū)",
        "(zāi)", "规(guī)?;", "落户", "实施", "推进", "未", "\u{1f600}", "a", "Z", "{", "}", "{\"text\":", "[[", "\\",
        "\\n", "\\u0000", "'", "\"", "<", ">", "<!--", "]]>", "&", "&&", "PK", "%PDF-",
    ];
    for (number, unit) in units.iter().enumerate() {
        for times in [1, 100, 1_000] {
            cases.insert(format!("repeated-{number:02}-{times}.txt"), unit.repeat(times).into_bytes());
        }
        // In the middle of a report, where rules are at work.
        let inside = REPORT.replacen("竣工", &format!("竣工{}", unit.repeat(300)), 1);
        cases.insert(format!("repeated-{number:02}-inside.md"), inside.into_bytes());
    }
}

/// Marks that cannot be seen or change direction, between all characters.
fn unseen(cases: &mut Cases) {
    let marks = [
        '\u{200b}', '\u{200d}', '\u{2060}', '\u{feff}', '\u{ad}', '\u{202a}', '\u{202e}', '\u{2067}', '\u{fe0f}',
        '\u{34f}', '\u{a0}', ' ', '\n',
    ];
    for (number, mark) in marks.iter().enumerate() {
        let every: String = REPORT.chars().flat_map(|c| [c, *mark]).collect();
        let some: String = REPORT
            .chars()
            .enumerate()
            .flat_map(|(at, c)| [Some(c), (at % 7 == 0).then_some(*mark)])
            .flatten()
            .collect();
        cases.insert(format!("unseen-{number:02}-every.txt"), every.into_bytes());
        cases.insert(format!("unseen-{number:02}-some.txt"), some.into_bytes());
    }
}

/// Things in and out of order: numbers that fit nothing, names without end, sections in sections.
fn absurd(cases: &mut Cases) {
    let long = "恒泽".repeat(3_000);
    let texts = [
        format!("2024年云溪县政府工作报告\n一、2023年工作回顾\n{long}制药落户云溪县。"),
        format!("2024年云溪县政府工作报告\n{}", "一、2023年工作回顾\n".repeat(500)),
        format!("{}年云溪县政府工作报告\n增长{}%。", "9".repeat(300), "9".repeat(300)),
        format!("2024年云溪县政府工作报告\n总投资{}亿元。", "9".repeat(400)),
        format!("2024年云溪县政府工作报告\n总投资{}亿元，增长-{}%。", "九".repeat(400), "零".repeat(400)),
        "0000年政府工作报告\n回顾0000年，投资0元，增长0%，等0户企业。".into(),
        "2024年云溪县政府工作报告\n2024—1999年，“99999五”时期，2月30日，第0季度，前13个月。".into(),
        "2024年政府工作报告\n恒泽制药、、、、启明光电，，等-7户、7.5户、∞户企业。".into(),
        format!("2024年云溪县政府工作报告\n{}", "恒泽制药、".repeat(2_000) + "等3户企业。"),
        format!("2024年云溪县政府工作报告\n{}", "“".repeat(500) + "改革" + &"”".repeat(500)),
        format!("2024年云溪县政府工作报告\n{}{}", "（".repeat(1_000), "）".repeat(1_000)),
        (0..400).map(|n| format!("{}级标题{n}\n", "#".repeat(n % 9))).collect(),
        (0..300).map(|n| format!("\n第{n}镇第{n}村第{n}项目竣工")).collect(),
        "政府工作报告\n".repeat(300),
        (0..0x500_u32).filter_map(char::from_u32).collect(),
        (0x4e00..0x6000_u32).filter_map(char::from_u32).collect(),
        (0xe000..0xf000_u32).filter_map(char::from_u32).collect(),
    ];
    for (number, text) in texts.into_iter().enumerate() {
        cases.insert(format!("absurd-{number:02}.txt"), text.into_bytes());
    }
}

/// What other programs write, under names of reports.
fn foreign(cases: &mut Cases, draw: &mut Draw) {
    let heads: [&[u8]; 14] = [
        b"%PDF-1.7\n", b"PK\x03\x04", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", b"\x89PNG\r\n\x1a\n", b"\xFF\xD8\xFF",
        b"GIF89a", b"\x1F\x8B\x08", b"7z\xBC\xAF\x27\x1C", b"Rar!\x1A\x07", b"\x7FELF", b"MZ", b"SQLite format 3\0",
        b"<?xml version=\"1.0\"?><a>", b"{\"graph\":",
    ];
    for (number, head) in heads.iter().enumerate() {
        for (ending, fill) in
            [("txt", 0), ("pdf", 1), ("docx", 2), ("html", 3), ("zip", 1), ("jsonl", 2), ("csv", 3), ("md", 0)]
        {
            let body: Vec<u8> = match fill {
                0 => vec![0; 2_000],
                1 => (0..2_000).map(|_| u8::try_from(draw.below(256)).unwrap_or(0)).collect(),
                2 => REPORT.as_bytes().to_vec(),
                _ => vec![b'A'; 2_000],
            };
            cases.insert(format!("foreign-{number:02}.{ending}"), [head, body.as_slice()].concat());
        }
    }
    for number in 0..30 {
        let noise = (0..500 + draw.below(3_000)).map(|_| u8::try_from(draw.below(256)).unwrap_or(0)).collect();
        cases.insert(format!("noise-{number:02}.txt"), noise);
    }
}

fn cases() -> Cases {
    let (mut cases, mut draw) = (Cases::new(), Draw(0x5DEE_CE66));
    cut(&mut cases);
    flipped(&mut cases, &mut draw);
    spliced(&mut cases, &mut draw);
    encoded(&mut cases);
    repeated(&mut cases);
    unseen(&mut cases);
    absurd(&mut cases);
    foreign(&mut cases, &mut draw);
    cases
}

fn tuzhi(arguments: &[&str]) -> Output {
    Command::cargo_bin("tuzhi").expect("the binary is built").args(arguments).output().expect("it runs")
}

#[test]
fn a_thousand_bad_files_do_not_stop_the_good_ones() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut cases = cases();
    assert!(cases.len() >= 1_000, "only {} cases", cases.len());
    for number in 0..3 {
        cases.insert(
            format!("good-{number}.txt"),
            REPORT.replace("云溪", ["云溪", "青岭", "石川"][number]).into_bytes(),
        );
    }
    for (name, bytes) in &cases {
        fs::write(folder.path().join(name), bytes).expect("a case can be written");
    }
    // What is no report is left out; taken all the same, it goes through all stages.
    let (told, read) = run(&cases, folder.path(), &[]);
    assert!(told > 700 && read > 200, "{told} told, {read} read");
    let (told, read) = run(&cases, folder.path(), &["--force"]);
    assert!(told > 50 && read > 700, "{told} told, {read} read");
}

/// Reads the folder; how many files were told to be no good, and how many gave a record.
fn run(cases: &Cases, folder: &Path, more: &[&str]) -> (usize, usize) {
    let folder = folder.display().to_string();
    let output = tuzhi(&[&["extract", "--quotes", "none", folder.as_str()], more].concat());
    let errors = String::from_utf8(output.stderr).expect("errors are UTF-8");
    assert_eq!(output.status.code(), Some(1), "{errors}");
    assert!(!errors.contains("panicked") && !errors.contains("failure in the program"), "{errors}");

    let name_of = |path: &str| {
        let at = path.find("tuzhi: error: ").map_or(path, |at| &path[at + 14..]);
        cases.keys().find(|name| at.contains(&format!("/{name}"))).cloned()
    };
    let mut told: BTreeMap<String, usize> = BTreeMap::new();
    for line in errors.lines().filter(|line| line.starts_with("tuzhi: error: ")) {
        let name = name_of(line).unwrap_or_else(|| panic!("an error names no file: {line}"));
        assert!(line.contains("; "), "it does not tell what to do: {line}");
        assert!(line.len() < 1_000, "an error of {} bytes", line.len());
        *told.entry(name).or_insert(0) += 1;
    }
    let mut read: BTreeMap<String, usize> = BTreeMap::new();
    for line in String::from_utf8(output.stdout).expect("records are UTF-8").lines() {
        let record: serde_json::Value = serde_json::from_str(line).expect("a record is JSON");
        let path = record["document"]["path"].as_str().expect("a path");
        let name = name_of(path).unwrap_or_else(|| panic!("a record of no file: {path}"));
        let size = cases[&name].len();
        for place in places(&record) {
            assert!(place[0] <= place[1] && place[1] <= size, "{name}: evidence at {place:?} of {size} bytes");
        }
        *read.entry(name).or_insert(0) += 1;
    }
    for name in cases.keys() {
        assert!(told.contains_key(name) || read.contains_key(name), "nothing is said of {name}");
    }
    assert!((0..3).all(|number| read.contains_key(&format!("good-{number}.txt"))), "a good report is missing");
    (told.len(), read.len())
}

/// Ranges of bytes of the file that evidence names.
fn places(record: &serde_json::Value) -> Vec<[usize; 2]> {
    let of = |value: &serde_json::Value| {
        let list = value["evidence"].as_array().cloned().unwrap_or_default();
        list.iter().filter_map(|one| serde_json::from_value(one["raw"].clone()).ok()).collect::<Vec<[usize; 2]>>()
    };
    let rows = |name: &str| record[name].as_array().cloned().unwrap_or_default();
    let facts = rows("nodes").into_iter().flat_map(|node| node["facts"].as_array().cloned().unwrap_or_default());
    facts.chain(rows("edges")).flat_map(|row| of(&row)).collect()
}
