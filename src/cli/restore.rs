//! `tuzhi restore`: the clean text, or what was mended.

use std::fmt::Write;

use tuzhi::error::Result;
use tuzhi::model::Repair;

use super::Done;
use super::args::Restore;
use super::screen::Screen;

/// Prints the clean text byte for byte, or the repairs as tab-separated values.
pub fn run(options: &Restore, screen: &Screen) -> Result<Done> {
    let document = super::open(&options.input)?;
    for notice in &document.notices {
        screen.note(&format!("{}: {} ({})", document.path, notice.message, notice.code));
    }
    if options.report {
        screen.print(&report(&document.repairs))?;
    } else {
        screen.print(&document.text)?;
    }
    Ok(Done::All)
}

fn report(repairs: &[Repair]) -> String {
    let mut text = String::from("start\tend\tbefore\tafter\trepair\tconfidence\n");
    for repair in repairs {
        let (before, after) = (cell(&repair.before), cell(&repair.after));
        let (start, end, kind) = (repair.raw.start, repair.raw.end, repair.kind.name());
        let _ = writeln!(text, "{start}\t{end}\t{before}\t{after}\t{kind}\t{:.2}", repair.confidence);
    }
    text
}

/// A cell of tab-separated values: what would break the row is written as an escape.
fn cell(text: &str) -> String {
    let mut cell = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' => cell.push_str("\\\\"),
            '\t' => cell.push_str("\\t"),
            '\n' => cell.push_str("\\n"),
            '\r' => cell.push_str("\\r"),
            c => cell.push(c),
        }
    }
    cell
}

#[cfg(test)]
mod tests {
    use super::*;
    use tuzhi::model::RepairKind;

    #[test]
    fn a_repair_is_one_row() {
        let repair = Repair {
            raw: 3..8,
            before: "(qū)\n".into(),
            after: String::new(),
            kind: RepairKind::Gloss,
            confidence: 0.99,
        };
        let text = report(&[repair]);
        assert_eq!(text.lines().nth(1), Some("3\t8\t(qū)\\n\t\tgloss\t0.99"));
    }
}
