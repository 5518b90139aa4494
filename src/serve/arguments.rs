//! What is asked for, read strictly by the description of the question.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::problem::Problem;
use super::spec::Question;

/// The parameters of one request, each as its schema wants it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Arguments(BTreeMap<String, Value>);

impl Arguments {
    /// Reads the pairs of a query; a list is a parameter that comes several times.
    ///
    /// # Errors
    /// A problem that names what is unknown, missing, there twice or not as it should be.
    pub fn of_pairs(question: &Question, pairs: &[(String, String)]) -> Result<Self, Problem> {
        let mut given: Map<String, Value> = Map::new();
        for (name, text) in pairs {
            let schema = &known(question, name)?.schema;
            let wrong = |what: &str| Problem::bad_request(format!("{name}: “{}” is no {what}", brief(text)));
            match schema["type"].as_str() {
                Some("array") => match given.entry(name.clone()).or_insert_with(|| Value::Array(Vec::new())) {
                    Value::Array(list) => list.push(text.as_str().into()),
                    _ => return Err(wrong("list")),
                },
                _ if given.contains_key(name) => return Err(Problem::bad_request(format!("{name} is there twice"))),
                Some("integer") => {
                    let number: i64 = text.parse().map_err(|_| wrong("whole number"))?;
                    given.insert(name.clone(), number.into());
                }
                Some("number") => {
                    let number: f64 = text.parse().map_err(|_| wrong("number"))?;
                    given.insert(name.clone(), number.into());
                }
                _ => {
                    given.insert(name.clone(), text.as_str().into());
                }
            }
        }
        Self::of_object(question, given)
    }

    /// Takes the members of an object.
    ///
    /// # Errors
    /// As [`Arguments::of_pairs`].
    pub fn of_object(question: &Question, given: Map<String, Value>) -> Result<Self, Problem> {
        for (name, value) in &given {
            fits(name, value, &known(question, name)?.schema)?;
        }
        for (name, parameter) in &question.parameters {
            if parameter.required && !given.contains_key(*name) {
                return Err(Problem::bad_request(format!("{name} is missing")));
            }
        }
        Ok(Self(given.into_iter().collect()))
    }

    /// A text, if it is given.
    pub fn text(&self, name: &str) -> Option<&str> {
        self.0.get(name).and_then(Value::as_str)
    }

    /// A number, if it is given.
    pub fn number(&self, name: &str) -> Option<f64> {
        self.0.get(name).and_then(Value::as_f64)
    }

    /// A whole number, or `usual` where none is given.
    pub fn count(&self, name: &str, usual: usize) -> usize {
        self.0.get(name).and_then(Value::as_u64).and_then(|count| count.try_into().ok()).unwrap_or(usual)
    }

    /// The members of a list; none where it is not given.
    pub fn texts(&self, name: &str) -> Vec<&str> {
        self.0.get(name).and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str).collect()
    }
}

fn known<'q>(question: &'q Question, name: &str) -> Result<&'q super::spec::Parameter, Problem> {
    question.parameters.get(name).ok_or_else(|| {
        let names: Vec<&str> = question.parameters.keys().copied().collect();
        Problem::bad_request(format!("“{}” is not one of {}", brief(name), names.join(", ")))
    })
}

/// Whether a value is what a schema wants.
fn fits(name: &str, value: &Value, schema: &Value) -> Result<(), Problem> {
    let wrong = |what: String| Err(Problem::bad_request(format!("{name}: {what}")));
    match (schema["type"].as_str(), value) {
        (Some("array"), Value::Array(list)) => {
            if schema["maxItems"].as_u64().is_some_and(|most| list.len() as u64 > most) {
                return wrong(format!("more than {} are named", schema["maxItems"]));
            }
            list.iter().try_for_each(|one| fits(name, one, &schema["items"]))
        }
        (Some("integer"), Value::Number(number)) if number.is_i64() || number.is_u64() => {
            within(name, number.as_f64(), schema)
        }
        (Some("number"), Value::Number(number)) => within(name, number.as_f64(), schema),
        (Some("string"), Value::String(text)) => {
            if let Some(words) = schema["enum"].as_array() {
                if words.iter().any(|word| word == text) {
                    return Ok(());
                }
                let words: Vec<&str> = words.iter().filter_map(Value::as_str).collect();
                return wrong(format!("“{}” is not one of {}", brief(text), words.join(", ")));
            }
            let length = text.chars().count() as u64;
            if schema["minLength"].as_u64().is_some_and(|least| length < least) {
                return wrong("is empty".into());
            }
            if schema["maxLength"].as_u64().is_some_and(|most| length > most) {
                return wrong(format!("has more than {} characters", schema["maxLength"]));
            }
            if schema["format"] == "years" && !is_years(text) {
                return wrong(format!("“{}” is not a year or years: write 2020 or 2016-2020", brief(text)));
            }
            Ok(())
        }
        (sort, _) => wrong(format!("is no {}", sort.unwrap_or("value"))),
    }
}

fn within(name: &str, number: Option<f64>, schema: &Value) -> Result<(), Problem> {
    let (least, most) = (schema["minimum"].as_f64(), schema["maximum"].as_f64());
    let inside = number
        .is_some_and(|number| least.is_none_or(|least| number >= least) && most.is_none_or(|most| number <= most));
    let bound = |bound: Option<f64>| bound.map_or("any".into(), |bound| bound.to_string());
    if inside {
        return Ok(());
    }
    Err(Problem::bad_request(format!("{name} is not between {} and {}", bound(least), bound(most))))
}

/// `2020` or `2016-2020`, as the pattern in the description says.
fn is_years(text: &str) -> bool {
    let year = |part: &str| part.len() == 4 && part.bytes().all(|byte| byte.is_ascii_digit());
    text.split_once('-').map_or(year(text), |(first, last)| year(first) && year(last))
}

/// Not more of what was sent than a message needs.
fn brief(text: &str) -> String {
    text.chars().take(60).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::serve::spec::QUESTIONS;

    fn read(question: &str, pairs: &[(&str, &str)]) -> Result<Arguments, String> {
        let pairs: Vec<_> = pairs.iter().map(|(name, text)| ((*name).to_string(), (*text).to_string())).collect();
        Arguments::of_pairs(&QUESTIONS[question], &pairs).map_err(|problem| problem.detail)
    }

    #[test]
    fn what_is_asked_is_read_as_described() {
        let asked = read("neighbours", &[("id", "恒泽制药"), ("kind", "project"), ("kind", "site"), ("depth", "2")]);
        let asked = asked.expect("it reads");
        assert_eq!((asked.text("id"), asked.count("depth", 1)), (Some("恒泽制药"), 2));
        assert_eq!(asked.texts("kind"), ["project", "site"]);
        assert_eq!(asked.count("limit", 50), 50);
    }

    #[test]
    fn what_is_wrong_is_named() {
        let cases: [(&[(&str, &str)], &str); 7] = [
            (&[], "id is missing"),
            (&[("id", "a"), ("id", "b")], "id is there twice"),
            (&[("id", "a"), ("depth", "9")], "depth is not between 1 and 4"),
            (&[("id", "a"), ("depth", "two")], "depth: “two” is no whole number"),
            (&[("id", "a"), ("period", "20")], "period: “20” is not a year or years: write 2020 or 2016-2020"),
            (&[("id", "")], "id: is empty"),
            (&[("id", "a"), ("modality", "maybe")], "modality: “maybe” is not one of done, ongoing, planned"),
        ];
        for (pairs, expected) in cases {
            assert_eq!(read("neighbours", pairs), Err(expected.to_string()));
        }
        assert!(
            read("neighbours", &[("id", "a"), ("x", "1")]).is_err_and(|detail| detail.starts_with("“x” is not one"))
        );
    }
}
