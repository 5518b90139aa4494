//! A place of a report with what stands around it, clean and as it stood in the file.

use serde_json::{Value, json};

use super::arguments::Arguments;
use super::live::{Live, Loaded};
use super::problem::Problem;

/// Characters told before and behind where no number is asked for.
const AROUND: usize = 200;

/// Reads the place that `document`, `start` and `end` name.
///
/// # Errors
/// A problem where there is no such report or place, or its file cannot be read again.
pub fn passage(live: &Live, loaded: &Loaded, asked: &Arguments) -> Result<Value, Problem> {
    let id = asked.text("document").unwrap_or_default();
    let row = loaded.graph.document(id).ok_or_else(|| Problem::not_found(format!("there is no report “{id}”")))?;
    let (start, end) = (asked.count("start", 0), asked.count("end", 0));
    let around = asked.count("context", AROUND);
    let text = live.text(row).map_err(|error| Problem::not_found(error.to_string()))?;
    let clean = Words::cut(&text.clean, start, end, around)
        .ok_or_else(|| Problem::not_found(format!("the report has no place {start}-{end}")))?;
    let raw = text.source(start, end);
    let in_file = text.in_file(raw.clone());
    let file = Words::cut(&text.file, in_file.start, in_file.end, around)
        .ok_or_else(|| Problem::not_found(format!("the file has no place {start}-{end}")))?;
    Ok(json!({
        "document": row.id, "title": row.title, "date": row.date, "path": row.path,
        "start": start, "end": end, "raw": [raw.start, raw.end],
        "clean": clean.told(), "file": file.told(),
    }))
}

/// A text cut in three.
struct Words<'t> {
    before: &'t str,
    quote: &'t str,
    behind: &'t str,
}

impl<'t> Words<'t> {
    /// The bytes from `start` to `end` with so many characters around; `None` where they are no words.
    fn cut(text: &'t str, start: usize, end: usize, around: usize) -> Option<Self> {
        let quote = text.get(start..end).filter(|quote| !quote.is_empty())?;
        let (before, behind) = (&text[..start], &text[end..]);
        let first = before.char_indices().rev().nth(around.saturating_sub(1)).map_or(0, |(at, _)| at);
        let last = behind.char_indices().nth(around).map_or(behind.len(), |(at, _)| at);
        let before = if around == 0 { "" } else { &before[first..] };
        Some(Self { before, quote, behind: &behind[..last] })
    }

    fn told(&self) -> Value {
        json!({ "before": self.before, "quote": self.quote, "behind": self.behind })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_cut_at_characters() {
        let words = Words::cut("甲乙丙丁戊", 6, 9, 1).expect("there");
        assert_eq!((words.before, words.quote, words.behind), ("乙", "丙", "丁"));
        let words = Words::cut("甲乙丙丁戊", 6, 9, 0).expect("there");
        assert_eq!((words.before, words.quote, words.behind), ("", "丙", ""));
        let words = Words::cut("甲乙丙", 0, 3, 9).expect("there");
        assert_eq!((words.before, words.quote, words.behind), ("", "甲", "乙丙"));
        for (start, end) in [(1, 3), (3, 3), (6, 3), (0, 99)] {
            assert!(Words::cut("甲乙丙", start, end, 1).is_none(), "{start}-{end}");
        }
    }
}
