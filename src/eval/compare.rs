//! When two names, or two values, are the same for the scorer.

use std::collections::BTreeSet;

use serde_json::Value;

/// A name without quotes, blanks and middle dots, brackets full-width, Latin letters
/// small; from five characters on also without a closing 项目 or 建设项目.
pub fn normal(name: &str) -> String {
    let bare: String = name.chars().filter(|c| !is_dropped(*c)).collect();
    let bare = bare.replace('(', "（").replace(')', "）").to_lowercase();
    if bare.chars().count() <= 4 {
        return bare;
    }
    match bare.strip_suffix("项目") {
        Some(short) => short.strip_suffix("建设").unwrap_or(short).to_string(),
        None => bare,
    }
}

fn is_dropped(c: char) -> bool {
    "“”\"'‘’「」《》·.•".contains(c) || c.is_whitespace() || ('\u{1c}'..='\u{1f}').contains(&c)
}

/// The different normal forms of a name and its aliases, without empty ones.
pub fn forms(name: &str, aliases: &[String]) -> BTreeSet<String> {
    let mut forms: BTreeSet<String> = aliases.iter().map(|alias| normal(alias)).collect();
    forms.insert(normal(name));
    forms.remove("");
    forms
}

/// A value as it is compared: numbers, also written as text, to six significant digits
/// (亩 do not come out even in 平方米), words as they are.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Comparable(String);

impl Comparable {
    /// From a JSON value.
    pub fn of(value: &Value) -> Self {
        let number = match value {
            Value::Number(number) => number.as_f64(),
            Value::Bool(flag) => Some(f64::from(u8::from(*flag))),
            Value::String(text) => text.trim().parse().ok(),
            _ => None,
        };
        match (number, value) {
            (Some(number), _) => Self(six_digits(number)),
            (None, Value::String(text)) => Self(text.clone()),
            (None, Value::Null) => Self("None".into()),
            (None, other) => Self(other.to_string()),
        }
    }
}

impl std::fmt::Display for Comparable {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

fn six_digits(number: f64) -> String {
    // Minus zero equals zero.
    let rounded = format!("{number:.5e}").parse::<f64>().unwrap_or(number) + 0.0;
    rounded.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn names_lose_what_does_not_tell_things_apart() {
        assert_eq!(normal("“一窗通办”改革"), "一窗通办改革");
        assert_eq!(normal("云溪(北区) 5G基站"), "云溪（北区）5g基站");
        assert_eq!(normal("云溪新城建设项目"), "云溪新城");
        assert_eq!(normal("云溪项目"), "云溪项目");
        assert_eq!(normal("白石水库项目"), "白石水库");
    }

    #[test]
    fn values_are_numbers_where_they_can_be() {
        let same = |a: Value, b: Value| Comparable::of(&a) == Comparable::of(&b);
        assert!(same(json!(6666.6667), json!(6666.667)));
        assert!(same(json!("12"), json!(12.0)));
        assert!(!same(json!("7-8"), json!(7)));
        assert!(!same(json!(6666.6667), json!(6667)));
    }
}
