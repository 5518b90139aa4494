//! Every format with names of any sort in it, read back by parsers that are not ours.

use std::collections::BTreeSet;
use std::path::Path;

use proptest::prelude::*;
use serde_json::Value;
use tuzhi::export::{EdgesKey, Format, Options, RdfVersion, write, write_file};
use tuzhi::graph::file::{EvidenceRow, GraphFile, ValueRow};
use tuzhi::graph::{KnowledgeGraph, Merge, parse_graph};
use tuzhi::ontology::Language;

fn golden() -> KnowledgeGraph {
    let bytes = std::fs::read("tests/golden/graph/graph.json").expect("the golden graph is there");
    parse_graph("graph.json", &bytes).expect("the golden graph reads")
}

fn graph(file: GraphFile) -> KnowledgeGraph {
    let mut merge = Merge::default();
    merge.add_file(file);
    merge.finish()
}

/// The golden graph with these words wherever words can stand.
fn renamed(words: &str) -> KnowledgeGraph {
    let mut file = golden().into_file();
    let quote = |evidence: &mut Vec<EvidenceRow>| {
        evidence.iter_mut().for_each(|place| place.quote = Some(words.to_string()));
    };
    for node in &mut file.nodes {
        node.id.push_str(words);
        node.name = words.to_string();
        node.aliases.push(format!("{words}2"));
        for fact in &mut node.facts {
            fact.raw = words.to_string();
            fact.indicator = Some(words.to_string());
            if let ValueRow::Text(text) = &mut fact.value {
                *text = words.to_string();
            }
            quote(&mut fact.evidence);
        }
    }
    for edge in &mut file.edges {
        edge.source.push_str(words);
        edge.target.push_str(words);
        edge.titles.push(words.to_string());
        quote(&mut edge.evidence);
    }
    for document in &mut file.graph.documents {
        document.title = Some(words.to_string());
        document.path = words.to_string();
    }
    graph(file)
}

fn bytes(graph: &KnowledgeGraph, format: Format, options: Options) -> Vec<u8> {
    let mut out = Vec::new();
    write(graph, format, options, &mut out).expect("memory takes all");
    out
}

fn text(graph: &KnowledgeGraph, format: Format) -> String {
    String::from_utf8(bytes(graph, format, Options::default())).expect("text")
}

fn json(graph: &KnowledgeGraph, format: Format) -> Value {
    serde_json::from_str(&text(graph, format)).expect("JSON")
}

fn names(rows: &[Value], pointer: &str) -> BTreeSet<String> {
    rows.iter().map(|row| row.pointer(pointer).and_then(Value::as_str).expect("a text").to_string()).collect()
}

fn strings<'t>(texts: impl Iterator<Item = &'t String>) -> BTreeSet<String> {
    texts.cloned().collect()
}

fn check_json(graph: &KnowledgeGraph) {
    let (ids, titles) = (strings(graph.nodes().map(|node| &node.id)), strings(graph.nodes().map(|node| &node.name)));
    let rows = |value: &Value, pointer: &str| value.pointer(pointer).and_then(Value::as_array).expect("rows").clone();
    let cytoscape = json(graph, Format::Cytoscape);
    let (nodes, edges) = (rows(&cytoscape, "/elements/nodes"), rows(&cytoscape, "/elements/edges"));
    assert_eq!((names(&nodes, "/data/id"), names(&nodes, "/data/label")), (ids.clone(), titles.clone()));
    assert!(names(&edges, "/data/source").is_subset(&ids) && names(&edges, "/data/target").is_subset(&ids));
    assert_eq!(names(&edges, "/data/id").len(), graph.edges().len(), "ids of edges are ids");
    let graphology = json(graph, Format::Graphology);
    let (nodes, edges) = (rows(&graphology, "/nodes"), rows(&graphology, "/edges"));
    assert_eq!((names(&nodes, "/key"), names(&nodes, "/attributes/label")), (ids.clone(), titles.clone()));
    assert!(names(&edges, "/source").is_subset(&ids) && names(&edges, "/target").is_subset(&ids));
    let jgf = json(graph, Format::Jgf);
    let nodes = jgf.pointer("/graph/nodes").and_then(Value::as_object).expect("nodes by id");
    assert_eq!(strings(nodes.keys()), ids);
    assert_eq!(names(&nodes.values().cloned().collect::<Vec<_>>(), "/label"), titles);
    assert_eq!(rows(&jgf, "/graph/edges").len(), graph.edges().len());
    let lines = text(graph, Format::Jsonl);
    let lines: Vec<Value> = lines.lines().map(|line| serde_json::from_str(line).expect("a line is JSON")).collect();
    let of = |kind: &str| lines.iter().filter_map(|line| line.get(kind)).cloned().collect::<Vec<_>>();
    let file = graph.to_file();
    assert_eq!(Value::Array(of("node")), serde_json::to_value(&file.nodes).expect("JSON"));
    assert_eq!(Value::Array(of("edge")), serde_json::to_value(&file.edges).expect("JSON"));
    assert_eq!(of("document").len(), file.graph.documents.len());
}

/// What XML cannot carry is replaced.
fn in_xml(text: &str) -> String {
    let foreign =
        |c: char| matches!(c, '\0'..='\u{8}' | '\u{B}' | '\u{C}' | '\u{E}'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}');
    text.chars().map(|c| if foreign(c) { '\u{FFFD}' } else { c }).collect()
}

fn check_xml(graph: &KnowledgeGraph) {
    let expected: BTreeSet<String> = graph.nodes().map(|node| in_xml(&node.name)).collect();
    for (format, edge) in [(Format::Graphml, "edge"), (Format::Gexf, "edge")] {
        let printed = text(graph, format);
        let document = roxmltree::Document::parse(&printed).unwrap_or_else(|error| panic!("{format}: {error}"));
        let all = |name: &'static str| document.descendants().filter(move |node| node.has_tag_name(name));
        let ids: BTreeSet<&str> = all("node").filter_map(|node| node.attribute("id")).collect();
        assert_eq!(ids.len(), graph.nodes().len(), "{format}: ids of nodes are ids");
        assert_eq!(all(edge).count(), graph.edges().len(), "{format}");
        for end in ["source", "target"] {
            assert!(all("edge").all(|edge| ids.contains(edge.attribute(end).expect("an end"))), "{format}: {end}");
        }
        let found: BTreeSet<String> = match format {
            Format::Gexf => all("node").filter_map(|node| node.attribute("label")).map(str::to_string).collect(),
            _ => all("data")
                .filter(|data| data.attribute("key") == Some("name"))
                .map(|data| data.text().unwrap_or("").to_string())
                .collect(),
        };
        assert_eq!(found, expected, "{format}");
    }
}

fn check_rdf(graph: &KnowledgeGraph) {
    let expected = strings(graph.nodes().map(|node| &node.name).chain(graph.nodes().flat_map(|node| &node.aliases)));
    for rdf in [RdfVersion::V1_2, RdfVersion::V1_1] {
        let options = Options { rdf, language: Language::En, ..Options::default() };
        let turtle =
            oxttl::TurtleParser::new().for_slice(&bytes(graph, Format::Turtle, options)).collect::<Result<Vec<_>, _>>();
        let turtle: BTreeSet<String> =
            turtle.unwrap_or_else(|error| panic!("{error}")).iter().map(ToString::to_string).collect();
        let quads = oxttl::NQuadsParser::new()
            .for_slice(&bytes(graph, Format::Nquads, options))
            .map(|quad| oxrdf::Triple::from(quad.unwrap_or_else(|error| panic!("{error}"))))
            .map(|triple| triple.to_string())
            .collect::<BTreeSet<_>>();
        assert_eq!(plain(&turtle), plain(&quads), "both say the same");
        let said = quads.iter().filter(|line| line.contains("core#altLabel> ") || line.contains("rdf-schema#label> "));
        let said: BTreeSet<&str> = said.filter_map(|line| line.split_once("> \"")).map(|(_, words)| words).collect();
        for name in &expected {
            let literal = oxrdf::Literal::new_language_tagged_literal(name, "zh").expect("a language").to_string();
            assert!(said.contains(&literal[1..]), "{name:?} is not there");
        }
        let holding = graph.edges().filter(|edge| edge.polarity && edge.modality != "planned");
        let asserted = turtle
            .iter()
            .filter(|line| line.starts_with("<urn:tuzhi:entity:") && line.matches("<urn:tuzhi:entity:").count() == 2);
        let triples: BTreeSet<_> = holding.map(|edge| (&edge.source, &edge.kind, &edge.target)).collect();
        assert_eq!(asserted.count(), triples.len(), "what is planned or denied is not asserted");
    }
}

/// Numbers may be written in more than one way.
fn plain(triples: &BTreeSet<String>) -> BTreeSet<&str> {
    triples.iter().filter(|line| !line.contains("XMLSchema#d")).map(String::as_str).collect()
}

fn sheet(folder: &Path, name: &str) -> (Vec<String>, Vec<csv::StringRecord>) {
    let bytes = std::fs::read(folder.join(name)).expect("there");
    let bytes = bytes.strip_prefix("\u{FEFF}".as_bytes()).unwrap_or(&bytes);
    let mut reader = csv::Reader::from_reader(bytes);
    let head = reader.headers().expect("a head").iter().map(str::to_string).collect();
    (head, reader.records().collect::<Result<_, _>>().expect("rows of one length"))
}

fn check_folders(graph: &KnowledgeGraph) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = |format: Format| folder.path().join(format.name());
    for format in [Format::Csv, Format::Neo4jCsv, Format::Ladybug] {
        write_file(graph, format, Options::default(), &path(format)).expect("written");
    }
    for table in ["entities.csv", "relations.csv", "facts.csv", "documents.csv", "evidence.csv", "mentions.csv"] {
        let (_, rows) = sheet(&path(Format::Csv), table);
        for cell in rows.iter().flat_map(|row| row.iter()) {
            let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']) && cell.parse::<f64>().is_err();
            assert!(!formula, "{table}: {cell:?} would be run");
        }
    }
    let (head, rows) = sheet(&path(Format::Neo4jCsv), "entities.csv");
    assert_eq!((&*head[0], head.last().map(String::as_str)), ("id:ID(Entity)", Some(":LABEL")));
    let replaced = |text: &str| text.replace(['\0', '\u{1F}'], "\u{FFFD}");
    let expected: BTreeSet<String> = graph.nodes().map(|node| replaced(&node.name)).collect();
    assert_eq!(rows.iter().map(|row| row[1].to_string()).collect::<BTreeSet<_>>(), expected);
    let ids: BTreeSet<&str> = rows.iter().map(|row| &row[0]).collect();
    let (head, rows) = sheet(&path(Format::Neo4jCsv), "relations.csv");
    assert_eq!(head[1..3], [":START_ID(Entity)", ":END_ID(Entity)"]);
    assert_eq!(rows.len(), graph.edges().len());
    assert!(rows.iter().all(|row| ids.contains(&row[1]) && ids.contains(&row[2])));
    let (_, rows) = sheet(&path(Format::Ladybug), "entities.csv");
    assert_eq!(rows.iter().map(|row| row[1].to_string()).collect::<BTreeSet<_>>(), expected);
}

const NASTY: &[&str] = &[
    "“引号” \"straight\" 'single' `back`",
    "back\\slash\\",
    "两行\n第二行\r\n",
    "<b>粗</b> &amp; ]]> <![CDATA[",
    "cluster_1",
    "tab\tnull\0bell\u{7}\u{1F}",
    "; } ] { [ = , | 、 。",
    "=cmd|' /C calc'!A0",
    "+1",
    "@SUM(A1)",
    "𠮷野家🏭\u{FFFF}\u{FFFE}",
    "{id: 'x'} \\u0041 \\",
    " lead and trail ",
    "",
    "null",
    "-5",
    "a\u{2028}b\u{85}c",
    "%41 #?/<>^",
];

fn check(graph: &KnowledgeGraph) {
    check_json(graph);
    check_xml(graph);
    check_rdf(graph);
    check_folders(graph);
}

#[test]
fn the_golden_graph_reads_back_from_every_format() {
    check(&golden());
    let empty = KnowledgeGraph::default();
    check_json(&empty);
    check_xml(&empty);
    check_rdf(&empty);
}

#[test]
fn nasty_names_read_back_from_every_format() {
    for words in NASTY {
        check(&renamed(words));
    }
    check(&renamed(&"长".repeat(7_000)));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn any_names_read_back_from_every_format(words in "\\PC{0,12}|[\\\\\"'`<>&;,{}=\n\r\t\0\u{1}-\u{1F}\u{7F}\u{85} -]{0,12}|.{0,8}") {
        check(&renamed(&words));
    }
}

#[test]
fn edges_have_the_name_that_older_networkx_looks_for() {
    let options = Options { edges_key: EdgesKey::Links, ..Options::default() };
    let old: Value = serde_json::from_slice(&bytes(&golden(), Format::Json, options)).expect("JSON");
    assert!(old.get("edges").is_none());
    assert_eq!(old["links"], json(&golden(), Format::Json)["edges"]);
}

#[test]
fn types_and_labels_come_in_both_languages() {
    let in_language = |format, language| {
        String::from_utf8(bytes(&golden(), format, Options { language, ..Options::default() })).expect("text")
    };
    for (format, zh, en) in [
        (Format::Cypher, "(n:`实体`:`企业` {", "(n:`Entity`:`Enterprise` {"),
        (Format::Cypher, "[r:`获评`", "[r:`AWARDED`"),
        (Format::Turtle, "<urn:tuzhi:vocabulary#获评> ", "tz:awarded "),
        (Format::Graphml, ":实体:企业", ":Entity:Enterprise"),
    ] {
        let (chinese, english) = (in_language(format, Language::Zh), in_language(format, Language::En));
        assert!(chinese.contains(zh) && !chinese.contains(en), "{format} {zh}");
        assert!(english.contains(en) && !english.contains(zh), "{format} {en}");
    }
}

#[test]
fn without_quotes_no_format_carries_a_sentence() {
    let folder = tempfile::tempdir().expect("a folder");
    for format in Format::ALL.iter().filter(|format| cfg!(feature = "parquet") || **format != Format::Parquet) {
        for quotes in [true, false] {
            let path = folder.path().join(format!("{format}-{quotes}"));
            write_file(&golden(), *format, Options { quotes, ..Options::default() }, &path).expect("written");
            let files = if path.is_dir() {
                std::fs::read_dir(&path).expect("listed").map(|file| file.expect("a file").path()).collect()
            } else {
                vec![path]
            };
            let said = files.iter().any(|file| {
                let bytes = std::fs::read(file).expect("there");
                bytes.windows("顺利开工".len()).any(|window| window == "顺利开工".as_bytes())
            });
            assert_eq!(said, quotes, "{format}");
        }
    }
}

#[test]
fn a_folder_is_written_whole_or_not_at_all() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("new/tables");
    write_file(&golden(), Format::Csv, Options::default(), &path).expect("folders are made");
    let names = || {
        let mut names: Vec<_> =
            std::fs::read_dir(&path).expect("listed").map(|file| file.expect("one").file_name()).collect();
        names.sort();
        names
    };
    let first = names();
    assert_eq!(first.len(), 6);
    std::fs::write(path.join("old.csv"), "of an older graph").expect("written");
    write_file(&golden(), Format::Csv, Options::default(), &path).expect("replaced");
    assert_eq!(names(), first, "nothing of the older folder stays");
    let foreign = path.join("thesis.docx");
    std::fs::write(&foreign, "mine").expect("written");
    let refused = write_file(&golden(), Format::Csv, Options::default(), &path).expect_err("not ours to replace");
    assert!(refused.to_string().contains("thesis.docx"), "{refused}");
    assert!(foreign.exists());
    let around: Vec<_> = std::fs::read_dir(folder.path().join("new")).expect("listed").collect();
    assert_eq!(around.len(), 1, "no temporary folder stays");
    let file = folder.path().join("file");
    std::fs::write(&file, "").expect("written");
    write_file(&golden(), Format::Csv, Options::default(), &file).expect_err("a file stands there");
}

#[cfg(not(feature = "parquet"))]
#[test]
fn a_feature_that_is_off_is_named() {
    let folder = tempfile::tempdir().expect("a folder");
    let error = write_file(&golden(), Format::Parquet, Options::default(), &folder.path().join("p")).expect_err("off");
    assert!(error.to_string().contains("--features parquet"), "{error}");
}
