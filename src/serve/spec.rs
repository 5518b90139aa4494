//! The description of the API: what may be asked, with which parameters. Requests are read by it,
//! it is served as it is, and the tools of agents are made of it.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde_json::{Map, Value, json};

use crate::ontology::{Attribute, Kind, Modality, RelationType};

/// The description, with the words of the ontology put in.
pub static DOCUMENT: LazyLock<Value> = LazyLock::new(|| {
    // A build whose own description does not parse is broken beyond use; a test reads it first.
    let mut document: Value = serde_json::from_str(include_str!("openapi.json"))
        .unwrap_or_else(|error| panic!("src/serve/openapi.json: {error}"));
    document["info"]["version"] = env!("CARGO_PKG_VERSION").into();
    let schemas = &mut document["components"]["schemas"];
    schemas["Kind"]["enum"] = Kind::ALL.iter().map(|one| one.name()).collect();
    schemas["Relation"]["enum"] = RelationType::ALL.iter().map(|one| one.name()).collect();
    schemas["Modality"]["enum"] = Modality::ALL.iter().map(|one| one.name()).collect();
    schemas["Attribute"]["enum"] = Attribute::ALL.iter().map(|one| one.name()).collect();
    document
});

/// The questions by name.
pub static QUESTIONS: LazyLock<BTreeMap<&'static str, Question>> = LazyLock::new(|| {
    let document: &'static Value = &DOCUMENT;
    let paths = document["paths"].as_object().into_iter().flatten();
    let questions = paths.filter_map(|(path, methods)| {
        let operation = methods.get("get").filter(|operation| operation["tags"][0] == "questions")?;
        Some((path.strip_prefix("/api/")?, Question::of(operation)))
    });
    questions.collect()
});

/// A question that may be put to a graph.
#[derive(Debug)]
pub struct Question {
    /// What it asks, in a few words.
    pub summary: &'static str,
    /// What is to be known of it.
    pub about: &'static str,
    /// Its parameters by name.
    pub parameters: BTreeMap<&'static str, Parameter>,
}

/// A parameter of a question.
#[derive(Debug)]
pub struct Parameter {
    /// Whether the question cannot be put without it.
    pub required: bool,
    about: &'static str,
    /// Its schema, in which no reference is left.
    pub schema: Value,
}

impl Question {
    fn of(operation: &'static Value) -> Self {
        let text = |value: &'static Value| value.as_str().unwrap_or_default();
        let parameters = operation["parameters"].as_array().into_iter().flatten().map(|parameter| {
            let parameter = followed(parameter);
            let described = Parameter {
                required: parameter["required"] == true,
                about: text(&parameter["description"]),
                schema: inlined(&parameter["schema"]),
            };
            (text(&parameter["name"]), described)
        });
        Self {
            summary: text(&operation["summary"]),
            about: text(&operation["description"]),
            parameters: parameters.collect(),
        }
    }

    /// The parameters as the JSON schema of one object, for tools.
    pub fn schema(&self) -> Map<String, Value> {
        let mut properties = Map::new();
        for (name, parameter) in &self.parameters {
            let mut schema = parameter.schema.clone();
            schema["description"] = parameter.about.into();
            properties.insert((*name).into(), schema);
        }
        let required: Vec<&str> =
            self.parameters.iter().filter(|(_, parameter)| parameter.required).map(|(name, _)| *name).collect();
        let schema = json!({
            "type": "object", "properties": properties, "required": required, "additionalProperties": false,
        });
        match schema {
            Value::Object(schema) => schema,
            _ => Map::new(),
        }
    }
}

/// What a reference leads to; what is no reference is itself.
fn followed(value: &'static Value) -> &'static Value {
    match value["$ref"].as_str().and_then(|place| DOCUMENT.pointer(place.trim_start_matches('#'))) {
        Some(target) => followed(target),
        None => value,
    }
}

fn inlined(schema: &'static Value) -> Value {
    let mut schema = followed(schema).clone();
    let items = schema["items"]["$ref"].as_str().and_then(|place| DOCUMENT.pointer(place.trim_start_matches('#')));
    if let Some(items) = items {
        schema["items"] = items.clone();
    }
    schema
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_question_has_parameters_of_known_sorts() {
        assert!(QUESTIONS.len() >= 9);
        for (name, question) in QUESTIONS.iter() {
            assert!(!question.summary.is_empty(), "{name}");
            for (parameter, described) in &question.parameters {
                let sort = described.schema["type"].as_str().expect("a sort");
                assert!(["string", "integer", "number", "array"].contains(&sort), "{name} {parameter}");
                assert!(!described.about.is_empty(), "{name} {parameter}");
            }
        }
    }

    #[test]
    fn the_schemas_of_tools_hold_no_reference() {
        for question in QUESTIONS.values() {
            let schema = serde_json::to_string(&question.schema()).expect("JSON");
            assert!(!schema.contains("$ref"), "{schema}");
        }
    }
}
