//! SPARQL over the golden graph and the shipped example.
#![cfg(feature = "sparql")]

use tuzhi::export::Options;
use tuzhi::graph::{KnowledgeGraph, parse_graph};
use tuzhi::ontology::Language;
use tuzhi::query::sparql::{Solutions, sparql};

fn graph(path: &str) -> KnowledgeGraph {
    let bytes = std::fs::read(path).expect("the graph is there");
    parse_graph(path, &bytes).expect("it reads")
}

fn ask(query: &str) -> Solutions {
    let options = Options { language: Language::En, ..Options::default() };
    sparql(&graph("tests/golden/graph/graph.json"), options, query).expect("it is answered")
}

fn fault(query: &str) -> String {
    let graph = graph("tests/golden/graph/graph.json");
    sparql(&graph, Options::default(), query).expect_err("it is wrong").to_string()
}

#[test]
fn what_holds_is_asserted_and_what_is_planned_is_spoken_of() {
    let (heads, rows) = ask("SELECT ?f ?p { ?f tz:builds ?p }").table();
    assert_eq!(heads, ["f", "p"]);
    assert_eq!(rows, [["entity:enterprise:启明光电", "entity:project:启明光电二期@371599"]]);
    let said = "SELECT ?modality ?year { ?r rdf:reifies <<( ?f tz:builds ?p )>> ; tz:modality ?modality ; tz:period ?year } ORDER BY DESC(?year)";
    assert_eq!(ask(said).table().1, [["planned", "2024"], ["done", "2022"]]);
}

#[test]
fn answers_come_as_json_and_csv() {
    let found = ask("SELECT ?name { entity:enterprise:启明光电 rdfs:label ?name }");
    assert_eq!(found.csv().expect("CSV"), "name\r\n启明光电\r\n");
    let json: serde_json::Value = serde_json::from_str(&found.json().expect("JSON")).expect("it is JSON");
    assert_eq!(json["results"]["bindings"][0]["name"]["value"], "启明光电");
    assert_eq!(ask("ASK { ?p a tz:Project }"), Solutions::Truth(true));
    assert_eq!(ask("ASK { ?p a tz:Product }").csv().expect("CSV"), "false");
    let Solutions::Triples(lines) = ask("CONSTRUCT { ?a tz:near ?b } WHERE { ?a tz:builds ?b }") else {
        panic!("triples")
    };
    assert_eq!(lines.len(), 1);
}

#[test]
fn solutions_without_an_order_are_sorted() {
    let (_, rows) = ask("SELECT ?name { ?x a tz:Entity ; rdfs:label ?name }").table();
    assert!(rows.len() > 4 && rows.is_sorted(), "{rows:?}");
}

#[test]
fn faults_say_what_is_wrong_and_nothing_is_fetched() {
    assert!(fault("SELECT ?x {").contains("cannot be read"));
    assert!(fault("SELECT * { SERVICE <http://localhost/> { ?a ?b ?c } }").contains("failed"));
}
