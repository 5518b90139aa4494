//! Scores as text for people.

use std::fmt::Write;

use super::score::{Part, Scores};

/// The scores, a line a part, then by kind and by type; with `misses` also what is missed
/// and what is spurious.
pub fn report(scores: &Scores, misses: bool) -> String {
    let mut text = String::new();
    let parts = [
        ("entities", scores.entities),
        ("names", scores.names),
        ("relations", scores.relations),
        ("facts", scores.facts),
    ];
    for (name, part) in parts {
        let Part { right, predicted, wanted, .. } = part;
        let figures = figures(&part);
        let _ = writeln!(text, "{name:10} {figures}   ({right} right of {predicted} predicted, {wanted} wanted)");
    }
    for (name, part) in scores.by_kind.iter().chain(&scores.by_type) {
        let Part { right, predicted, wanted, .. } = part;
        let _ = writeln!(text, "  {name:16} {}   ({right}/{predicted}, {wanted})", figures(part));
    }
    if misses {
        let lists = [
            ("entities", &scores.misses.entities),
            ("spurious", &scores.misses.spurious),
            ("relations", &scores.misses.relations),
            ("wrong_relations", &scores.misses.wrong_relations),
            ("facts", &scores.misses.facts),
            ("wrong_facts", &scores.misses.wrong_facts),
        ];
        for (name, list) in lists {
            let _ = writeln!(text, "-- {name} ({})", list.len());
            for item in list {
                let _ = writeln!(text, "   {item}");
            }
        }
    }
    text
}

fn figures(part: &Part) -> String {
    let [p, r, f] = [part.precision(), part.recall(), part.f1()].map(thousandths);
    format!("P {p}  R {r}  F1 {f}")
}

/// Rounded to four digits, then to three, as the annotation's own scorer prints them.
fn thousandths(number: f64) -> String {
    format!("{:.3}", format!("{number:.4}").parse::<f64>().unwrap_or(number))
}
