//! The shipped example: the damaged text comes back, and the annotation holds together.

#![allow(clippy::print_stdout, reason = "lines that differ are for the reader of the test run")]

#[path = "support/damage.rs"]
mod damage;

use std::collections::BTreeMap;

use serde_json::Value;
use tuzhi::ontology::{Attribute, Kind, Modality, RelationType};

const TEXT: &str = include_str!("../examples/yunxi-2024.clean.txt");
const DAMAGED: &str = include_str!("../examples/yunxi-2024.txt");
const GOLD: &str = include_str!("../examples/yunxi-2024.gold.json");

fn gold() -> Value {
    serde_json::from_str(GOLD).expect("the annotation is JSON")
}

fn words<'a>(row: &'a Value, key: &str) -> &'a str {
    row[key].as_str().unwrap_or_else(|| panic!("{key} is missing in {row}"))
}

fn list<'a>(row: &'a Value, key: &str) -> &'a [Value] {
    row[key].as_array().unwrap_or_else(|| panic!("{key} is no list in {row}"))
}

fn kind(name: &str) -> Kind {
    name.parse().unwrap_or_else(|_| panic!("{name} is no kind"))
}

/// The kinds that the annotation accepts for each entity, by id.
fn kinds(gold: &Value) -> BTreeMap<&str, Vec<Kind>> {
    list(gold, "entities")
        .iter()
        .map(|entity| {
            let accepted = list(entity, "also_ok").iter().filter_map(Value::as_str);
            (words(entity, "id"), std::iter::once(words(entity, "kind")).chain(accepted).map(kind).collect())
        })
        .collect()
}

fn quote_is_on_its_line(row: &Value) {
    let line = row["line"].as_u64().and_then(|line| usize::try_from(line).ok()).unwrap_or(0);
    let text = line.checked_sub(1).and_then(|at| TEXT.lines().nth(at)).unwrap_or("");
    assert!(text.contains(words(row, "evidence")), "not on line {line}: {row}");
}

/// Writes the damaged example again: `cargo test --test example -- --ignored`.
#[test]
#[ignore = "writes a file of the repository"]
fn write_the_damaged_text() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/yunxi-2024.txt");
    std::fs::write(path, damage::damage(TEXT, damage::Glossed::Half)).expect("the example can be written");
}

#[test]
fn the_damaged_text_is_the_damage_of_the_clean_one() {
    assert!(DAMAGED == damage::damage(TEXT, damage::Glossed::Half), "run: cargo test --test example -- --ignored");
}

/// Characters of `clean` that `back` lacks, by their longest common subsequence.
fn missing(clean: &str, back: &str) -> usize {
    let (clean, back): (Vec<char>, Vec<char>) = (clean.chars().collect(), back.chars().collect());
    let start = clean.iter().zip(&back).take_while(|(a, b)| a == b).count();
    let (clean, back) = (&clean[start..], &back[start..]);
    let mut row = vec![0; back.len() + 1];
    for one in clean {
        let mut corner = 0;
        for (at, other) in back.iter().enumerate() {
            let above = row[at + 1];
            row[at + 1] = if one == other { corner + 1 } else { above.max(row[at]) };
            corner = above;
        }
    }
    clean.len() - row[back.len()]
}

#[test]
fn the_damaged_text_comes_back() {
    let document = tuzhi::pipeline::open("yunxi-2024.txt", DAMAGED.as_bytes()).expect("the example can be read");
    assert_eq!(document.text.lines().count(), TEXT.lines().count());
    let mut lost = 0;
    for (at, (clean, back)) in TEXT.lines().zip(document.text.lines()).enumerate() {
        if clean != back {
            println!("line {}\n  {clean}\n  {back}", at + 1);
            lost += missing(clean, back).max(missing(back, clean));
        }
    }
    let all = TEXT.chars().count();
    assert!(lost * 1000 <= all, "{lost} of {all} characters did not come back");
}

#[test]
fn the_text_is_long_enough_to_be_a_report() {
    assert!(TEXT.chars().filter(|c| !c.is_whitespace()).count() >= 6000);
}

#[test]
fn every_kind_and_every_relation_type_is_asked_for() {
    let gold = gold();
    for kind in Kind::ALL {
        let asked =
            list(&gold, "entities").iter().any(|row| row["core"] == true && words(row, "kind") == kind.to_string());
        assert!(asked, "no {kind}");
    }
    for relation in RelationType::ALL {
        let asked = list(&gold, "relations")
            .iter()
            .any(|row| row["core"] == true && words(row, "type") == relation.to_string());
        assert!(asked, "no {relation}");
    }
}

#[test]
fn every_entity_is_named_in_the_text() {
    // A coordination names its members only in part: 青岚轨道交通1、2号线.
    for entity in list(&gold(), "entities") {
        let name = words(entity, "name");
        let named = TEXT.contains(name)
            || list(entity, "aliases").iter().filter_map(Value::as_str).any(|alias| TEXT.contains(alias));
        let half = name.chars().count() / 3;
        let tail: String = name.chars().skip(half).collect();
        let head: String = name.chars().take(half).collect();
        assert!(named || TEXT.contains(&tail) || TEXT.contains(&head), "{name} is nowhere");
    }
}

#[test]
fn every_relation_has_a_signature_and_a_quote() {
    let gold = gold();
    let kinds = kinds(&gold);
    for row in list(&gold, "relations") {
        let relation: RelationType = words(row, "type").parse().unwrap_or_else(|_| panic!("no type in {row}"));
        let (heads, tails) = (&kinds[words(row, "head")], &kinds[words(row, "tail")]);
        let allowed = if row["core"] == true {
            relation.allows(heads[0], tails[0])
        } else {
            heads.iter().any(|head| tails.iter().any(|tail| relation.allows(*head, *tail)))
        };
        assert!(allowed, "signature of {row}");
        assert!(words(row, "modality").parse::<Modality>().is_ok(), "modality of {row}");
        quote_is_on_its_line(row);
    }
}

#[test]
fn every_fact_is_quoted() {
    let gold = gold();
    let kinds = kinds(&gold);
    for row in list(&gold, "facts") {
        assert!(kinds.contains_key(words(row, "entity")), "bearer of {row}");
        assert!(words(row, "attribute").parse::<Attribute>().is_ok(), "attribute of {row}");
        assert!(words(row, "evidence").contains(words(row, "raw")), "words of {row}");
        quote_is_on_its_line(row);
    }
}
