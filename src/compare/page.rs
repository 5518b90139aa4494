//! A ledger as one HTML file that needs no network and runs no program: filters are style alone.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use sha2::{Digest, Sha256};

use super::outcome::{Because, Outcome, Sort};
use super::row::{Ledger, Row, Said};
use crate::ontology::Language;

const STYLE: &str = include_str!("ledger.css");

/// The page of some ledgers: totals by year, then every row with both sentences. What is shown is chosen by
/// outcome, sort and year. The page's policy lets nothing be loaded and no program run, and every word of a
/// report is escaped.
pub fn ledger_page(ledgers: &[Ledger], language: Language) -> String {
    let rows = || ledgers.iter().flat_map(|ledger| &ledger.rows);
    let years: BTreeSet<u16> = rows().map(|row| row.year).collect();
    let sorts: BTreeSet<Sort> = rows().map(|row| row.sort).collect();
    let outcomes: BTreeSet<Outcome> = rows().map(|row| row.outcome).collect();
    let style = format!("{STYLE}{}", filters_style(&years));
    let digest = BASE64.encode(Sha256::digest(&style));
    let regions: Vec<&str> = ledgers.iter().map(|ledger| ledger.region.name.as_str()).collect();
    let title = format!("{} · {}", language.of("承诺台账", "What became of it"), regions.join(language.of("、", ", ")));
    let mut page = format!(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-{digest}'; \
         base-uri 'none'; form-action 'none'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{}</title>\n\
         <style>{style}</style>\n</head>\n<body>\n<h1>{}</h1>\n<p class=\"soft\">{}</p>\n",
        language.of("zh-CN", "en"),
        escaped(&title),
        escaped(&title),
        language.of(
            "每一项是某年报告的一项安排，右边是其后报告的说法。结果由程序比对得出，置信度表示把握大小；请以两边原文为准。领域按事项内容推断。",
            "Each entry is an undertaking of one report, with what later reports say beside it. A program matched them; \
             “sure” tells how surely. Judge by both sentences. Departments are inferred from the subject.",
        ),
    );
    totals(&mut page, ledgers, language);
    choices(&mut page, (&outcomes, &sorts, &years), language);
    page += "<main>\n";
    for ledger in ledgers {
        if ledgers.len() > 1 {
            writeln!(page, "<h2>{}</h2>", escaped(&ledger.region.name)).expect(TAKES_ALL);
        }
        ledger.rows.iter().for_each(|row| entry(&mut page, row, language));
    }
    page += "</main>\n</body>\n</html>\n";
    page
}

/// Why writing into a text cannot fail.
const TAKES_ALL: &str = "a string takes all";

/// Styles by which a box that is not ticked hides its rows.
fn filters_style(years: &BTreeSet<u16>) -> String {
    let mut style = String::new();
    for outcome in Outcome::ALL {
        let name = outcome.name();
        write!(style, ".o-{name}{{--of:var(--{name})}}").expect(TAKES_ALL);
    }
    let outcomes = Outcome::ALL.iter().map(|outcome| format!("o-{}", outcome.name()));
    let sorts = Sort::ALL.iter().map(|sort| format!("s-{}", sort.name()));
    for class in outcomes.chain(sorts).chain(years.iter().map(|year| format!("y-{year}"))) {
        write!(style, "body:has(#{class}:not(:checked)) article.{class}{{display:none}}").expect(TAKES_ALL);
    }
    style
}

/// A word of a report as text of HTML.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => safe += "&amp;",
            '<' => safe += "&lt;",
            '>' => safe += "&gt;",
            '"' => safe += "&quot;",
            '\'' => safe += "&#39;",
            c => safe.push(c),
        }
    }
    safe
}

/// Outcomes by year, as numbers and as a bar.
fn totals(page: &mut String, ledgers: &[Ledger], language: Language) {
    let mut years: BTreeMap<u16, BTreeMap<Outcome, usize>> = BTreeMap::new();
    for row in ledgers.iter().flat_map(|ledger| &ledger.rows) {
        *years.entry(row.year).or_default().entry(row.outcome).or_default() += 1;
    }
    let heading = language.of("按计划年份", "By year of the plan");
    write!(page, "<h2>{heading}</h2>\n<div class=\"totals-box\"><table class=\"totals\"><thead><tr><th></th><th></th>")
        .expect(TAKES_ALL);
    write!(page, "<th>{}</th>", language.of("合计", "all")).expect(TAKES_ALL);
    for outcome in Outcome::ALL {
        let (name, label) = (outcome.name(), outcome.label(language));
        write!(page, "<th><span class=\"mark o-{name}\"></span> {label}</th>").expect(TAKES_ALL);
    }
    *page += "</tr></thead><tbody>\n";
    for (year, counts) in &years {
        let all: usize = counts.values().sum();
        write!(page, "<tr><th>{year}</th><td>{}</td><td>{all}</td>", bar(counts, all, language)).expect(TAKES_ALL);
        for outcome in Outcome::ALL {
            write!(page, "<td>{}</td>", counts.get(outcome).copied().unwrap_or(0)).expect(TAKES_ALL);
        }
        *page += "</tr>\n";
    }
    *page += "</tbody></table></div>\n";
}

fn bar(counts: &BTreeMap<Outcome, usize>, all: usize, language: Language) -> String {
    let parts: Vec<String> =
        counts.iter().map(|(outcome, count)| format!("{} {count}", outcome.label(language))).collect();
    let mut svg = format!(
        "<svg viewBox=\"0 0 100 8\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"{}\">",
        parts.join(language.of("，", ", "))
    );
    let mut from = 0.0;
    for (outcome, count) in counts {
        let width = 100.0 * *count as f64 / all as f64;
        let name = outcome.name();
        write!(svg, "<rect class=\"o-{name}\" x=\"{from:.2}\" width=\"{width:.2}\" height=\"8\" fill=\"var(--of)\"/>")
            .expect(TAKES_ALL);
        from += width;
    }
    svg + "</svg>"
}

/// The boxes to tick.
fn choices(
    page: &mut String,
    (outcomes, sorts, years): (&BTreeSet<Outcome>, &BTreeSet<Sort>, &BTreeSet<u16>),
    language: Language,
) {
    let mut field = |legend: &str, boxes: Vec<(String, String)>| {
        write!(page, "<fieldset><legend>{legend}</legend>").expect(TAKES_ALL);
        for (id, label) in boxes {
            write!(page, "<label><input type=\"checkbox\" id=\"{id}\" checked autocomplete=\"off\">").expect(TAKES_ALL);
            if id.starts_with("o-") {
                write!(page, "<span class=\"mark {id}\"></span>").expect(TAKES_ALL);
            }
            write!(page, "{label}</label>").expect(TAKES_ALL);
        }
        *page += "</fieldset>\n";
    };
    let outcomes = outcomes.iter().map(|one| (format!("o-{}", one.name()), one.label(language).to_string()));
    field(language.of("结果", "Outcome"), outcomes.collect());
    let sorts = sorts.iter().map(|one| (format!("s-{}", one.name()), one.label(language).to_string()));
    field(language.of("类别", "Sort"), sorts.collect());
    let years = years.iter().map(|year| (format!("y-{year}"), year.to_string()));
    field(language.of("计划年份", "Year of the plan"), years.collect());
}

fn entry(page: &mut String, row: &Row, language: Language) {
    let (outcome, sort) = (row.outcome, row.sort);
    let department = row.department.map_or("", |[zh, en]| language.of(zh, en));
    let because: Vec<&str> = row.because.iter().map(|one: &Because| one.label(language)).collect();
    let told = row.decided.map_or(String::new(), |year| format!(" · {year}"));
    write!(
        page,
        "<article class=\"o-{} s-{} y-{}\"><header><span class=\"outcome\">{}{told}</span><h3>{}</h3>\
         <span class=\"soft\">{}</span></header>\n<div class=\"pair\">",
        outcome.name(),
        sort.name(),
        row.year,
        outcome.label(language),
        escaped(&row.name),
        escaped(&joined(&[sort.label(language), &row.promised(language), department])),
    )
    .expect(TAKES_ALL);
    quote(page, row.year, &row.planned, language);
    if let Some(finding) = row.deciding() {
        quote(page, finding.year, &finding.said, language);
    }
    *page += "</div>\n";
    let sure = format!("{} {:.2}", language.of("置信度", "sure"), row.confidence);
    let why = joined(&[&sure, &because.join(language.of("；", "; "))]);
    write!(page, "<p class=\"soft\">{}</p>", escaped(&why)).expect(TAKES_ALL);
    let others: Vec<_> = row.findings.iter().filter(|one| Some(one.year) != row.decided).collect();
    if !others.is_empty() {
        let more = language.of("其他年份的说法", "What other years say");
        write!(page, "<details><summary>{more}</summary>").expect(TAKES_ALL);
        for finding in others {
            write!(page, "<p class=\"soft\">{}</p>", finding.outcome.label(language)).expect(TAKES_ALL);
            quote(page, finding.year, &finding.said, language);
        }
        *page += "</details>";
    }
    *page += "</article>\n";
}

fn joined(parts: &[&str]) -> String {
    parts.iter().copied().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

fn quote(page: &mut String, year: u16, said: &Said, language: Language) {
    let missing = language.of("（图谱不含原句）", "(the graph has no sentence)");
    let words = said.sentence.as_deref().unwrap_or(missing);
    write!(page, "<blockquote><b title=\"{}\">{year}</b>{}</blockquote>", escaped(&said.path), escaped(words))
        .expect(TAKES_ALL);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_word_of_a_report_is_markup() {
        assert_eq!(escaped("<b title='x'>A&B\"</b>"), "&lt;b title=&#39;x&#39;&gt;A&amp;B&quot;&lt;/b&gt;");
    }
}
