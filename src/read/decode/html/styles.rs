//! What a page's styles hide: portals write words between those of a report that no reader sees.

use std::collections::HashSet;

/// Classes (`.name`) and ids (`#name`) that the style sheets of a page hide.
pub(super) struct Hidden(HashSet<String>);

impl Hidden {
    /// Reads the style sheets in the text of a page. Only rules that name one class or id, and hold for
    /// every medium, are certain.
    pub(super) fn of(text: &str) -> Self {
        let mut names = HashSet::new();
        let lower = text.to_ascii_lowercase();
        let mut at = 0;
        while let Some(start) = lower[at..].find("<style").map(|found| at + found) {
            let Some(end) = lower[start..].find("</style").map(|found| start + found) else { break };
            // Classes are told apart by case, and looked up in lower case: pages do not have both.
            rules(&lower[start..end], &mut names);
            at = end + 1;
        }
        Self(names)
    }

    /// Whether an element with these classes and this id is hidden.
    pub(super) fn has(&self, labels: &str) -> bool {
        !self.0.is_empty() && labels.split_whitespace().any(|label| self.0.contains(label))
    }
}

fn rules(sheet: &str, names: &mut HashSet<String>) {
    let mut depth = 0;
    let mut from = sheet.find('>').map_or(0, |at| at + 1);
    let mut selector = "";
    for (at, sign) in sheet.char_indices().filter(|(at, _)| *at >= from).collect::<Vec<_>>() {
        match sign {
            '{' => {
                if depth == 0 {
                    selector = sheet[from..at].trim();
                }
                depth += 1;
                from = at + 1;
            }
            '}' => {
                if depth == 1 && !selector.starts_with('@') && hides(&sheet[from.min(at)..at]) {
                    names.extend(selector.split(',').filter_map(simple).map(str::to_string));
                }
                depth = (depth - 1).max(0);
                from = at + 1;
            }
            _ => {}
        }
    }
}

/// The name in a selector that is nothing but a class or an id, with or without its element.
fn simple(selector: &str) -> Option<&str> {
    let at = selector.find(['.', '#'])?;
    let (element, name) = (&selector[..at].trim_start(), selector[at + 1..].trim_end());
    let plain = |text: &str| text.chars().all(|char| char.is_alphanumeric() || matches!(char, '-' | '_'));
    (plain(element) && plain(name) && !name.is_empty()).then_some(name)
}

/// Whether declarations (`display: none; …`) take away what they are of.
pub(super) fn hides(style: &str) -> bool {
    style.split(';').filter_map(|one| one.split_once(':')).any(|(name, value)| {
        let value = value.trim().trim_end_matches("!important").trim().to_ascii_lowercase();
        match name.trim().trim_start_matches(|char: char| !char.is_ascii_alphabetic()) {
            "display" => value == "none",
            "visibility" => value == "hidden",
            "font-size" => matches!(value.as_str(), "0" | "0px" | "0pt" | "0em"),
            "opacity" => value == "0",
            _ => false,
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sure_rules_hide_and_others_do_not() {
        let hidden = Hidden::of(
            "<style>.jmx, span.op { display:none } @media print { .main { display: none } } .a .b {display:none} \
             #x{color:red}</style>",
        );
        for (labels, expected) in [("text jmx", true), ("op", true), ("main", false), ("b", false), ("x", false)] {
            assert_eq!(hidden.has(labels), expected, "{labels}");
        }
        assert!(hides("font-size: 0px") && !hides("font-size: 10px; display: block"));
    }
}
