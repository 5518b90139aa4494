//! The page: one file with everything in it, in which no text of a report is markup.

use std::io::Read;

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde_json::Value;
use sha2::{Digest, Sha256};
use tuzhi::graph::file::GraphFile;
use tuzhi::graph::{KnowledgeGraph, Merge, parse_graph};
use tuzhi::model::SourceMap;
use tuzhi::ontology::Language;
use tuzhi::page::{ReportText, Source, texts, write};

fn example() -> KnowledgeGraph {
    parse_graph("graph.json", &std::fs::read("output/graph.json").expect("it is committed")).expect("it reads")
}

fn page(graph: &KnowledgeGraph, texts: &[ReportText], language: Language) -> String {
    let mut out = Vec::new();
    write(Source::File(graph, texts), language, &mut out).expect("memory takes all");
    String::from_utf8(out).expect("a page is text")
}

/// What stands between two marks, the first time.
fn between<'a>(text: &'a str, head: &str, tail: &str) -> &'a str {
    let start = text.find(head).unwrap_or_else(|| panic!("no {head}")) + head.len();
    &text[start..start + text[start..].find(tail).unwrap_or_else(|| panic!("no {tail} behind {head}"))]
}

/// The value in a block of data.
fn block(page: &str, id: &str) -> Value {
    let letters = between(page, &format!("id=\"{id}\">"), "</script>");
    let bytes = BASE64.decode(letters).expect("base64");
    let mut json = String::new();
    flate2::read::GzDecoder::new(bytes.as_slice()).read_to_string(&mut json).expect("gzip");
    serde_json::from_str(&json).expect("JSON")
}

fn example_texts(graph: &KnowledgeGraph) -> Vec<ReportText> {
    let (texts, errors) = texts(graph, |row| Ok(std::fs::read(&row.path).expect("the example is there")));
    assert!(errors.is_empty(), "{errors:?}");
    texts
}

#[test]
fn the_graph_and_its_texts_stand_in_the_file() {
    let graph = example();
    let page = page(&graph, &example_texts(&graph), Language::Zh);
    let content = block(&page, "graph");
    let file: GraphFile = serde_json::from_value(content["graph"].clone()).expect("a graph file");
    assert_eq!(file, graph.to_file());
    assert_eq!(content["places"].as_array().map(Vec::len), Some(graph.nodes().len()));
    assert_eq!(content["readings"]["岚"], serde_json::json!(["lan"]));
    let text = block(&page, "text-cc471250b8011538");
    assert_eq!(text["clean"], std::fs::read_to_string("examples/yunxi-2024.txt").map_or(Value::Null, clean));
    assert!(page.contains("<html lang=\"zh-CN\">"));
}

fn clean(damaged: String) -> Value {
    tuzhi::pipeline::open("yunxi-2024.txt", damaged.as_bytes()).expect("it reads").text.into()
}

#[test]
fn runs_lead_from_bytes_of_the_file_to_its_text() {
    let text = "2024年云溪县政府工作报告\n一、2023年工作回顾\n恒泽制药ABC落户云溪县。\n";
    let (bytes, _, _) = encoding_rs::GBK.encode(text);
    let document = tuzhi::pipeline::open("report.txt", &bytes).expect("it reads");
    let mut merge = Merge::default();
    merge.add(tuzhi::pipeline::extract(document).record(true));
    let graph = merge.finish();
    let (texts, _) = texts(&graph, |_| Ok(bytes.to_vec()));
    let place = &graph.edges().next().expect("a relation").evidence[0];
    let source = texts[0].source(place.start, place.end);
    assert_eq!([source.start, source.end], place.raw);
    assert_eq!(Some(&texts[0].file[texts[0].in_file(source)]), place.quote.as_deref());
}

#[test]
fn the_same_graph_gives_the_same_page() {
    let graph = example();
    let texts = example_texts(&graph);
    assert_eq!(page(&graph, &texts, Language::En), page(&graph, &texts, Language::En));
}

#[test]
fn only_the_programs_that_the_policy_names_may_run() {
    let graph = example();
    let page = page(&graph, &[], Language::En);
    let policy = between(&page, "Content-Security-Policy\" content=\"", "\">");
    assert!(policy.starts_with("default-src 'none'; script-src 'sha256-"), "{policy}");
    for loose in ["unsafe", "http:", "https:", "*", "'self'"] {
        assert!(!policy.contains(loose), "{policy}");
    }
    let digest = |text: &str| format!("'sha256-{}'", BASE64.encode(Sha256::digest(text)));
    let programs: Vec<&str> =
        page.split("<script>").skip(1).map(|rest| rest.split("</script>").next().expect("an end")).collect();
    assert_eq!(programs.len(), 2);
    for program in programs {
        assert!(policy.contains(&digest(program)), "a program is not the one that may run");
    }
    assert!(policy.contains(&digest(between(&page, "<style>", "</style>"))));
    assert!(!page.contains("src=\"") && !page.contains("<link"), "something is loaded");
}

#[test]
fn no_text_of_a_report_is_markup() {
    const STRIKE: &str = "</script><script>strike()</script><img src=x onerror=strike()>";
    let mut file = example().into_file();
    for node in &mut file.nodes {
        node.name = STRIKE.into();
        node.aliases.push(STRIKE.into());
    }
    for document in &mut file.graph.documents {
        document.title = Some(STRIKE.into());
    }
    let mut merge = Merge::default();
    merge.add_file(file);
    let graph = merge.finish();
    let text = ReportText {
        document: graph.documents().next().expect("a report").id.clone(),
        clean: STRIKE.into(),
        file: STRIKE.into(),
        runs: Vec::new(),
        map: SourceMap::new(),
    };
    let page = page(&graph, &[text], Language::Zh);
    assert!(!page.contains("strike"));
    assert_eq!(block(&page, "graph")["graph"]["nodes"][0]["name"], STRIKE);
}
