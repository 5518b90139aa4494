//! PDF files of the example, written here: where each line stands is what the tests are about.

use std::fmt::Write;
use std::fs;

use super::{CLEAN, contains, tuzhi};
use tuzhi::read::decode;

/// A line: left edge, base line, words.
type Line = (f32, f32, String);

const SIZE: f32 = 12.0;
const LEADING: f32 = 18.0;
const TOP: f32 = 760.0;
const LINES: usize = 38;

/// Half widths that a character takes.
fn width(char: char) -> usize {
    if char.is_ascii() { 1 } else { 2 }
}

/// The example cut into lines of so many half widths, each paragraph's first line set in by two characters: the
/// set-in and the words.
fn wrapped(text: &str, wide: usize) -> Vec<(f32, String)> {
    let mut lines = Vec::new();
    for paragraph in text.lines() {
        let (mut line, mut used, mut indent) = (String::new(), 4, 2.0 * SIZE);
        for char in paragraph.chars() {
            if used + width(char) > wide {
                lines.push((indent, std::mem::take(&mut line)));
                (used, indent) = (0, 0.0);
            }
            line.push(char);
            used += width(char);
        }
        lines.push((indent, line));
    }
    lines
}

/// Pages of columns that begin at these places, with a header and a number.
fn pages(lines: &[(f32, String)], columns: &[f32]) -> Vec<Vec<Line>> {
    let pages = lines.chunks(LINES * columns.len()).enumerate().map(|(number, page)| {
        let mut placed: Vec<Line> =
            vec![(200.0, 810.0, "云溪县人民政府文件".into()), (280.0, 40.0, format!("— {} —", number + 1))];
        for (column, lines) in columns.iter().zip(page.chunks(LINES)) {
            placed.extend(
                lines
                    .iter()
                    .enumerate()
                    .map(|(at, (indent, words))| (column + indent, TOP - LEADING * at as f32, words.clone())),
            );
        }
        placed
    });
    pages.collect()
}

/// A PDF file of these pages, in a font that is not embedded and is written in UTF-16.
fn pdf(pages: &[Vec<Line>], trailer: &str) -> Vec<u8> {
    let kids: String = (0..pages.len()).map(|at| format!("{} 0 R ", 5 + at * 2)).collect();
    let mut objects = vec![
        "<</Type/Catalog/Pages 2 0 R>>".to_string(),
        format!("<</Type/Pages/Count {}/Kids[{kids}]>>", pages.len()),
        "<</Type/Font/Subtype/Type0/BaseFont/SimSun/Encoding/UniGB-UTF16-H/DescendantFonts[4 0 R]>>".into(),
        "<</Type/Font/Subtype/CIDFontType2/BaseFont/SimSun/DW 1000/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 5>>>>".into(),
    ];
    for (at, page) in pages.iter().enumerate() {
        let mut content = String::new();
        for (x, y, words) in page {
            let hex: String = words.encode_utf16().map(|unit| format!("{unit:04X}")).collect();
            let _ = writeln!(content, "BT /F1 {SIZE} Tf 1 0 0 1 {x} {y} Tm <{hex}> Tj ET");
        }
        let own = 6 + at * 2;
        objects.push(format!(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents {own} 0 R>>"
        ));
        objects.push(format!("<</Length {}>>stream\n{content}\nendstream", content.len()));
    }
    let mut file = String::from("%PDF-1.5\n");
    let mut places = Vec::new();
    for (at, object) in objects.iter().enumerate() {
        places.push(file.len());
        let _ = write!(file, "{} 0 obj\n{object}\nendobj\n", at + 1);
    }
    let start = file.len();
    let _ = write!(file, "xref\n0 {}\n0000000000 65535 f \n", places.len() + 1);
    places.iter().for_each(|place| {
        let _ = writeln!(file, "{place:010} 00000 n ");
    });
    let _ = write!(file, "trailer\n<</Size {}/Root 1 0 R{trailer}>>\nstartxref\n{start}\n%%EOF\n", places.len() + 1);
    file.into_bytes()
}

#[test]
fn lines_are_joined_and_edges_of_pages_left_out() {
    let one = pdf(&pages(&wrapped(CLEAN, 74), &[70.0]), "");
    let two = pdf(&pages(&wrapped(CLEAN, 34), &[70.0, 310.0]), "");
    for (name, bytes) in [("one column", one), ("two columns", two)] {
        let decoded = decode("report.pdf", &bytes).expect("it has a text layer");
        for (read, written) in decoded.text.lines().zip(CLEAN.lines()) {
            assert_eq!(read, written, "{name}");
        }
        assert_eq!(decoded.text.lines().count(), CLEAN.lines().count(), "{name}");
    }
}

#[test]
fn evidence_is_found_in_the_text_of_a_pdf_file() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("report.txt"), pdf(&pages(&wrapped(CLEAN, 74), &[70.0]), "")).expect("a file");
    tuzhi(folder.path()).args(["build", "report.txt", "-o", "out", "--formats", "json"]).assert().success();
    tuzhi(folder.path()).args(["verify", "out/graph.json"]).assert().success();
}

#[test]
fn a_table_keeps_its_cells() {
    let rows = [("指标", "2023年", "增长"), ("地区生产总值", "186.5亿元", "6.8%"), ("工业投资", "58.3亿元", "12.4%")];
    let mut page: Vec<Line> = wrapped(CLEAN, 74)
        .into_iter()
        .take(20)
        .enumerate()
        .map(|(at, (indent, words))| (70.0 + indent, TOP - LEADING * at as f32, words))
        .collect();
    for (at, (a, b, c)) in rows.into_iter().enumerate() {
        let y = 300.0 - LEADING * at as f32;
        page.extend([(70.0, y, a.into()), (220.0, y, b.into()), (400.0, y, c.into())]);
    }
    let text = decode("report.pdf", &pdf(&[page], "")).expect("it has a text layer").text;
    assert!(text.ends_with("指标\t2023年\t增长\n地区生产总值\t186.5亿元\t6.8%\n工业投资\t58.3亿元\t12.4%\n"), "{text}");
}

#[test]
fn what_cannot_be_read_is_told() {
    let told = |bytes: &[u8]| decode("report.pdf", bytes).expect_err("there is nothing to read").to_string();
    let stamp = vec![vec![(70.0, 40.0, "1".to_string())]; 3];
    assert!(told(&pdf(&stamp, "")).contains("scanned"));
    let key = "41".repeat(32);
    let locked = format!("/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<{key}>/U<{key}>>>/ID[<41><41>]");
    let whole = pdf(&pages(&wrapped(CLEAN, 74), &[70.0]), &locked);
    assert!(told(&whole).contains("password"), "{}", told(&whole));
    let whole = pdf(&pages(&wrapped(CLEAN, 74), &[70.0]), "");
    // However much of it is lost, it is told or read, and nothing fails.
    for length in (16..whole.len()).step_by(whole.len() / 23) {
        if let Err(error) = decode("report.pdf", &whole[..length]) {
            assert!(error.to_string().starts_with("report.pdf: "), "{error}");
        }
    }
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("scan.pdf"), pdf(&stamp, "")).expect("a file");
    tuzhi(folder.path()).args(["build", "scan.pdf", "--lang", "zh"]).assert().code(1).stderr(contains("扫描件"));
}
