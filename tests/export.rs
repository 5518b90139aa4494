//! Formats: what they are called, Graphviz's own judgement, and files written whole or not at all.

use std::collections::BTreeSet;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use graphviz_rust::dot_structures::{EdgeTy, Graph, Id, Stmt, Vertex};
use graphviz_rust::printer::{DotPrinter, PrinterContext};
use proptest::prelude::*;
use tuzhi::error::Error;
use tuzhi::export::{Format, Options, write, write_file, write_whole};
use tuzhi::graph::file::GraphFile;
use tuzhi::graph::{KnowledgeGraph, Merge, parse_graph};
use tuzhi::ontology::Language;

fn golden() -> KnowledgeGraph {
    let bytes = std::fs::read("tests/golden/graph/graph.json").expect("the golden graph is there");
    parse_graph("graph.json", &bytes).expect("the golden graph reads")
}

fn text(graph: &KnowledgeGraph, format: Format, options: Options) -> String {
    let mut out = Vec::new();
    write(graph, format, options, &mut out).expect("memory takes all");
    String::from_utf8(out).expect("text")
}

/// The golden graph with other names in it.
fn renamed(words: &str) -> KnowledgeGraph {
    let mut file: GraphFile = golden().into_file();
    for node in &mut file.nodes {
        node.id.push_str(words);
        node.name = words.to_string();
        node.aliases.push(words.to_string());
    }
    for edge in &mut file.edges {
        edge.source.push_str(words);
        edge.target.push_str(words);
        edge.titles.push(words.to_string());
        edge.evidence.iter_mut().for_each(|evidence| evidence.quote = Some(words.to_string()));
    }
    for document in &mut file.graph.documents {
        document.title = Some(words.to_string());
    }
    let mut merge = Merge::default();
    merge.add_file(file);
    merge.finish()
}

/// Ids of nodes and ends of edges.
fn ids(graph: &Graph) -> (BTreeSet<String>, BTreeSet<String>, usize) {
    let Graph::DiGraph { stmts, .. } = graph else { panic!("not directed") };
    let (mut nodes, mut ends, mut edges) = (BTreeSet::new(), BTreeSet::new(), 0);
    for stmt in stmts {
        match stmt {
            Stmt::Node(node) => {
                nodes.insert(node.id.0.to_string());
            }
            Stmt::Edge(edge) => {
                edges += 1;
                let EdgeTy::Pair(Vertex::N(from), Vertex::N(to)) = &edge.ty else { panic!("not a pair") };
                ends.extend([from.0.to_string(), to.0.to_string()]);
            }
            _ => {}
        }
    }
    (nodes, ends, edges)
}

fn parses(graph: &KnowledgeGraph) {
    let printed = text(graph, Format::Dot, Options::default());
    let parsed = graphviz_rust::parse(&printed).unwrap_or_else(|error| panic!("{error}\n{printed}"));
    assert_eq!(parsed.print(&mut PrinterContext::default()) + "\n", printed, "print and parse undo each other");
    let (nodes, ends, edges) = ids(&parsed);
    assert_eq!((nodes.len(), edges), (graph.nodes().count(), graph.edges().count()));
    assert!(ends.is_subset(&nodes));
    let stmts = match &parsed {
        Graph::DiGraph { stmts, .. } => stmts.as_slice(),
        Graph::Graph { .. } => &[],
    };
    assert!(stmts.iter().any(|stmt| matches!(stmt, Stmt::Attribute(a) if matches!(a.1, Id::Html(_)))), "a legend");
}

const NASTY: &[&str] = &[
    "“引号” \"straight\"", "back\\slash\\", "\\N \\G \\l \\\"", "两行\n第二行\r\n", "<b>粗</b> >> -> -- &lt; & &amp;",
    "cluster_1", "tab\tnull\0bell\u{7}", "; } ] { [ = , # // /* */", "<<TABLE>>", "𠮷野家🏭", "",
];

#[test]
fn names_of_any_sort_stay_names() {
    for words in NASTY {
        parses(&renamed(words));
    }
    parses(&renamed(&"长".repeat(20_000)));
    parses(&golden());
}

proptest! {
    #[test]
    fn names_of_any_characters_stay_names(words in "\\PC{0,12}|[\\\\\"<>&\n\r\t\0-]{0,12}") {
        parses(&renamed(&words));
    }
}

/// Runs `dot` on a text: what it says on standard error, and its picture. `None` where it is not installed.
fn dot(printed: &str) -> Option<(bool, String, String)> {
    let started =
        Command::new("dot").arg("-Tsvg").stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn();
    let mut child = match started {
        Ok(child) => child,
        Err(error) => {
            let _ = writeln!(std::io::stderr(), "skipped, dot of Graphviz does not run: {error}");
            return None;
        }
    };
    child.stdin.take().expect("piped").write_all(printed.as_bytes()).expect("dot reads");
    let output = child.wait_with_output().expect("dot ends");
    let words = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
    Some((output.status.success(), words(output.stderr), words(output.stdout)))
}

#[test]
fn graphviz_draws_without_complaint() {
    let long = "长".repeat(20_000);
    for words in NASTY.iter().copied().chain([long.as_str()]) {
        let Some((success, complaint, _)) = dot(&text(&renamed(words), Format::Dot, Options::default())) else {
            return;
        };
        assert!(success && complaint.is_empty(), "{words:.40}: {complaint}");
    }
    let Some((success, complaint, svg)) = dot(&text(&golden(), Format::Dot, Options::default())) else { return };
    assert!(success && complaint.is_empty(), "{complaint}");
    for words in ["启明光电二期", "stroke-dasharray", "获评", "市长", "企业", "#0062a3"] {
        assert!(svg.contains(words), "the picture lacks {words}");
    }
}

#[test]
fn golden_dot_stays_the_same() {
    let found = text(&golden(), Format::Dot, Options { language: Language::En, ..Options::default() });
    let path = Path::new("tests/golden/export/graph.dot");
    if std::env::var_os("TUZHI_BLESS").is_some() {
        std::fs::write(path, &found).expect("the golden file can be written");
    }
    assert_eq!(found, std::fs::read_to_string(path).expect("there"), "TUZHI_BLESS=1 cargo test writes it anew");
}

const ALL_NAMES: &str = "json, cytoscape, graphology, jgf, graphml, gexf, dot, neo4j-csv, ladybug, cypher, turtle, \
                         nquads, jsonl, csv, parquet, \
             snapshot";

#[test]
fn a_format_answers_to_its_names() {
    for format in Format::ALL {
        assert_eq!(format.name().parse::<Format>(), Ok(*format));
        let single = Some(*format).filter(|format| !format.is_folder());
        assert_eq!(Format::from_extension(format.extension()), single);
        assert_eq!(Format::from_extension(&format.extension().to_uppercase()), single);
        assert!(format.media_type().contains('/'));
    }
    assert_eq!("xls".parse::<Format>(), Err(format!("“xls” is not one of {}", ALL_NAMES)));
    assert_eq!(Format::from_extension("xls"), None);
}

#[test]
fn without_quotes_no_sentence_is_written() {
    let bare = Options { quotes: false, ..Options::default() };
    for format in [Format::Json, Format::Dot] {
        assert!(text(&golden(), format, Options::default()).contains("顺利开工"), "{format}");
        assert!(!text(&golden(), format, bare).contains("顺利开工"), "{format}");
    }
    let back = parse_graph("g.json", text(&golden(), Format::Json, bare).as_bytes()).expect("reads back");
    assert_eq!(back.edges().count(), golden().edges().count());
}

#[test]
fn files_are_written_whole_or_not_at_all() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("new/folder/graph.json");
    write_file(&golden(), Format::Json, Options::default(), &path).expect("folders are made");
    let first = std::fs::read(&path).expect("written");
    assert_eq!(String::from_utf8_lossy(&first), text(&golden(), Format::Json, Options::default()));
    let failed = write_whole(&path, |out| {
        out.write_all(b"half").map_err(|source| Error::io("", source))?;
        Err(Error::io("", std::io::ErrorKind::StorageFull.into()))
    });
    assert!(failed.expect_err("fails").to_string().contains("graph.json: "));
    assert_eq!(std::fs::read(&path).expect("still there"), first);
    let names: Vec<_> = std::fs::read_dir(path.parent().expect("folder")).expect("listed").collect();
    assert_eq!(names.len(), 1, "no temporary file stays");
    let taken = write_file(&golden(), Format::Json, Options::default(), folder.path()).expect_err("a folder");
    assert!(taken.to_string().contains(&*folder.path().to_string_lossy()), "{taken}");
    let below = write_file(&golden(), Format::Dot, Options::default(), &path.join("x.dot")).expect_err("below a file");
    assert!(matches!(below, Error::Io { .. }), "{below}");
}

#[cfg(unix)]
#[test]
fn written_files_can_be_read_by_others_and_links_stay() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().expect("a folder");
    let (path, link) = (folder.path().join("a.json"), folder.path().join("b.json"));
    std::fs::File::create(&path).expect("made");
    let usual = std::fs::metadata(&path).expect("there").permissions().mode();
    std::os::unix::fs::symlink(&path, &link).expect("linked");
    write_file(&golden(), Format::Json, Options::default(), &link).expect("written");
    assert_eq!(std::fs::metadata(&path).expect("there").permissions().mode(), usual);
    assert!(std::fs::symlink_metadata(&link).expect("there").is_symlink());
    assert!(std::fs::metadata(&path).expect("there").len() > 0);
}
