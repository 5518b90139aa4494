//! Pictures as files: well-formed, safe, the same bytes each time.

use std::path::Path;

use assert_cmd::Command;
use tuzhi::draw::{self, Chart, Layout, Options, Theme, View};
use tuzhi::graph::file::GraphFile;
use tuzhi::ontology::Language;

/// A graph out of `id` names (`kind:name`) and edges `source → target, type, modality`.
fn graph(names: &[&str], edges: &[(usize, usize, &str, &str)]) -> GraphFile {
    let nodes: Vec<_> = names
        .iter()
        .map(|id| {
            let (kind, name) = id.split_once(':').unwrap();
            serde_json::json!({"id": id, "kind": kind, "name": name, "aliases": [], "facts": [], "mentions": [],
                "attributes": {"code": null, "level": null}})
        })
        .collect();
    let edges: Vec<_> = edges
        .iter()
        .map(|(source, target, kind, modality)| {
            serde_json::json!({"source": names[*source], "target": names[*target], "key": kind, "type": kind,
                "modality": modality, "period": null, "confidence": 1.0, "rule": "test", "evidence": []})
        })
        .collect();
    let text = serde_json::json!({"directed": true, "multigraph": true, "nodes": nodes, "edges": edges,
        "graph": {"schema": "tuzhi/1", "documents": []}});
    serde_json::from_value(text).unwrap()
}

fn firms() -> GraphFile {
    graph(
        &[
            "enterprise:恒泽制药", "project:恒泽制药原料药生产线", "town:柳河镇", "industry:医药健康产业",
            "honor:省级专精特新企业",
        ],
        &[
            (0, 1, "builds", "planned"),
            (1, 2, "located_in", "done"),
            (0, 3, "in_industry", "done"),
            (0, 4, "awarded", "ongoing"),
        ],
    )
}

#[test]
fn every_name_and_relation_can_be_read() {
    let svg = draw::svg(&firms(), &Options::default());
    for word in ["恒泽制药", "柳河镇", "医药健康产业", "建设", "位于", "所属产业", "获评", "企业 1", "计划"]
    {
        assert!(svg.contains(&format!(">{word}</text>")), "{word}");
    }
}

#[test]
fn labels_are_english_when_asked() {
    let svg = draw::svg(&firms(), &Options { language: Language::En, ..Options::default() });
    for word in ["builds", "located in", "planned", "enterprise 1", "恒泽制药"] {
        assert!(svg.contains(&format!(">{word}</text>")), "{word}");
    }
}

#[test]
fn nothing_to_draw_is_still_a_picture() {
    let svg = draw::svg(&graph(&[], &[]), &Options::default());
    assert!(svg.starts_with("<?xml") && svg.ends_with("</svg>\n"));
}

#[test]
fn names_cannot_break_out_of_the_picture() {
    let long = format!("project:{}", "园".repeat(7000));
    let evil = "enterprise:</text><script>alert(1)</script>\u{0}\u{8}\u{202e}&\"'";
    let svg = draw::svg(&graph(&[evil, &long], &[(0, 1, "<b>&", "planned")]), &Options::default());
    assert!(!svg.contains("<script") && !svg.contains("<b>"));
    assert!(!svg.chars().any(|c| c.is_control() && c != '\n' || c == '\u{202e}'));
    assert!(svg.len() < 20_000, "{} bytes", svg.len());
    let title = "<&>".repeat(1000);
    assert!(!draw::svg(&firms(), &Options { title: Some(title), ..Options::default() }).contains("<&"));
}

#[test]
fn the_same_rows_give_the_same_bytes() {
    for theme in [Theme::Light, Theme::Dark] {
        let options = Options { theme, ..Options::default() };
        assert_eq!(draw::svg(&firms(), &options), draw::svg(&firms(), &options));
    }
}

#[test]
fn hostile_names_are_only_names_in_every_layout() {
    let long = format!("project:{}", "园".repeat(7000));
    let evil = "enterprise:</text><script>alert(1)</script>\u{0}\u{8}\u{202e}&\"'";
    let mut graph = graph(
        &[evil, &long, "honor:\u{202b}]]><!--", "<b>:<b>"],
        &[(0, 1, "<b>&", "planned"), (1, 2, "awarded", "done"), (0, 3, "builds", "\"")],
    );
    graph.nodes[2].name = "\u{200f}\u{0}".into();
    for layout in Layout::ALL {
        for focus in [None, Some(evil.to_string())] {
            let rooted = matches!(layout, Layout::Tree | Layout::Radial);
            if matches!(layout, Layout::Cards | Layout::Map) && focus.is_some() || rooted && focus.is_none() {
                continue;
            }
            let view = View { layout: *layout, focus, ..View::default() };
            let options = Options { title: Some("<svg onload='x'>\u{202e}".into()), ..Options::default() };
            let svg = draw::draw(&graph, &view, &options).expect("a picture");
            assert!(roxmltree::Document::parse(&svg).is_ok(), "{layout:?} is not well-formed");
            assert!(!svg.contains("<script") && !svg.contains("<b>") && !svg.contains("<svg o"));
            assert!(
                !svg.chars().any(|c| c.is_control() && c != '\n' || matches!(c, '\u{202b}' | '\u{202e}' | '\u{200f}'))
            );
            assert!(svg.len() < 30_000, "{layout:?}: {} bytes", svg.len());
        }
    }
}

#[test]
fn only_what_is_asked_for_is_drawn() {
    use tuzhi::ontology::{Kind, RelationType};
    let view = View { layout: Layout::Force, kinds: vec![Kind::Enterprise, Kind::Project], ..View::default() };
    let svg = draw::draw(&firms(), &view, &Options::default()).unwrap();
    assert!(svg.contains(">恒泽制药</text>") && !svg.contains("柳河镇") && !svg.contains("省级专精特新企业"));
    let view = View { layout: Layout::Force, relations: vec![RelationType::Awarded], ..View::default() };
    let svg = draw::draw(&firms(), &view, &Options::default()).unwrap();
    assert!(svg.contains("省级专精特新企业") && !svg.contains("柳河镇"));
    let near = View { layout: Layout::Force, focus: Some("town:柳河镇".into()), depth: 1, ..View::default() };
    let svg = draw::draw(&firms(), &near, &Options::default()).unwrap();
    assert!(svg.contains("原料药") && !svg.contains(">恒泽制药</text>"), "two steps away");
    let lost = View { focus: Some("town:无".into()), ..near };
    assert!(draw::draw(&firms(), &lost, &Options::default()).unwrap_err().to_string().contains("town:无"));
}

#[test]
fn parallel_relations_are_bent_apart() {
    let two = graph(
        &["enterprise:恒泽制药", "project:二期厂房"],
        &[(0, 1, "builds", "done"), (0, 1, "operates", "planned"), (0, 1, "builds", "planned")],
    );
    let view = View { layout: Layout::Force, ..View::default() };
    let svg = draw::draw(&two, &view, &Options::default()).unwrap();
    let bent: Vec<&str> = svg.lines().filter(|line| line.contains("fill=\"none\"") && line.contains('Q')).collect();
    assert_eq!(bent.len(), 2, "one for each relation, the surest of each: {bent:?}");
    assert!(bent[0] != bent[1] && bent.iter().filter(|line| line.contains("dasharray")).count() == 1);
    assert!(svg.contains(">建设</text>") && svg.contains(">运营</text>"));
}

/// A project with a stage in each of `told`: status, period, modality.
fn stages(told: &[(&str, &str, &str)]) -> GraphFile {
    let mut graph = graph(&["project:二期厂房", "town:柳河镇"], &[(0, 1, "located_in", "done")]);
    graph.nodes[0].facts = told
        .iter()
        .map(|(status, period, modality)| {
            serde_json::from_value(serde_json::json!({"attribute": "status", "value": status, "unit": null, "raw": "",
                "period": period, "modality": modality, "indicator": null, "confidence": 1.0, "rule": "test",
                "evidence": []}))
            .unwrap()
        })
        .collect();
    graph
}

#[test]
fn a_timeline_tells_stages_by_shape_and_promises_by_hollow_marks() {
    let timeline = |told: &[(&str, &str, &str)]| {
        draw::chart(&stages(told), Chart::Timeline, &View::default(), &Options::default())
    };
    let marks = |svg: &str| {
        let mark =
            |line: &&str| line.starts_with("<path d=") && line.contains("stroke-width") && line.contains("scale(0.81)");
        svg.lines().filter(mark).map(ToString::to_string).collect::<Vec<_>>()
    };
    let done = timeline(&[("签约", "2020", "done"), ("竣工", "2022", "done")]).unwrap();
    let promised = timeline(&[("签约", "2020", "done"), ("竣工", "2022", "planned")]).unwrap();
    assert!(done.contains(">2020</text>") && done.contains(">2021</text>") && done.contains(">2022</text>"));
    assert!(done.contains(">签约</text>") && !done.contains(">计划</text>") && promised.contains(">计划</text>"));
    let (done, promised) = (marks(&done), marks(&promised));
    let hollow = |marks: &[String]| marks.iter().filter(|mark| mark.contains("fill=\"#ffffff\"")).count();
    // One on its row, one in the legend.
    assert_eq!((hollow(&done), hollow(&promised)), (0, 2), "{promised:?}");
    let error = timeline(&[("洽谈", "2020", "done")]).unwrap_err().to_string();
    assert!(error.contains("no stage of a project"), "{error}");
}

fn tuzhi(arguments: &[&str]) -> (bool, String) {
    let output = Command::cargo_bin("tuzhi").unwrap().arg("draw").args(arguments).output().unwrap();
    (output.status.success(), String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned())
}

#[test]
fn the_command_draws_and_complains_in_words_for_people() {
    let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("output/graph.json");
    let example = example.to_str().unwrap();
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name).display().to_string();
    let (done, said) = tuzhi(&[example, "--focus", "恒泽", "-o", &at("a.svg"), "--lang", "zh"]);
    assert!(done && said.contains("a.svg"), "{said}");
    assert!(std::fs::read_to_string(at("a.svg")).unwrap().contains(">恒泽制药</text>"));
    let (done, said) = tuzhi(&[example, "--focus", "岚之堂药业", "-o", &at("b.svg")]);
    assert!(!done && said.contains("岚芝堂药业") && !Path::new(&at("b.svg")).exists(), "{said}");
    let (done, said) = tuzhi(&[example, "-o", &at("c.jpg")]);
    assert!(!done && said.contains(".svg, .png or .pdf"), "{said}");
    let (done, said) = tuzhi(&[example, "-o", &at("d.svg"), "--kinds", "firm"]);
    assert!(!done && said.contains("enterprise"), "{said}");
    let (done, said) = tuzhi(&[example, "-o", &at("e.svg"), "--focus", "恒泽", "--layout", "cards"]);
    assert!(!done && said.contains("another layout"), "{said}");
    let (done, said) = tuzhi(&[example, "-o", &at("g.svg"), "--chart", "timeline", "--layout", "map"]);
    assert!(!done && said.contains("cannot be used with"), "{said}");
    let (done, said) =
        tuzhi(&[example, "-o", &at("g.svg"), "--chart", "indicators", "--focus", "恒泽", "--lang", "zh"]);
    assert!(!done && said.contains("指标画不成图"), "{said}");
    for chart in ["timeline", "indicators"] {
        let (done, said) = tuzhi(&[example, "-o", &at("h.svg"), "--chart", chart, "--lang", "zh", "--theme", "print"]);
        assert!(done, "{said}");
        assert!(std::fs::read_to_string(at("h.svg")).unwrap().contains("云溪县"));
    }
    let (done, said) = tuzhi(&[example, "-o", &at("i.pdf")]);
    if cfg!(feature = "pdf") {
        assert!(done || said.contains("fonts-noto-cjk"), "{said}");
    } else {
        assert!(!done && said.contains("--features pdf"), "{said}");
    }
    let (done, said) = tuzhi(&[example, "-o", &at("a.svg/f.svg")]);
    assert!(!done && said.contains("a.svg"), "{said}");
}

#[cfg(feature = "pdf")]
#[test]
fn a_pdf_holds_its_words_and_is_the_same_each_time() {
    let svg = draw::svg(&firms(), &Options { title: Some("甲 < 乙".into()), ..Options::default() });
    match draw::pdf(&svg) {
        Ok(bytes) => {
            assert!(bytes.starts_with(b"%PDF-"));
            // Glyphs are told which characters they stand for.
            let has = |words: &[u8]| bytes.windows(words.len()).any(|window| window == words);
            assert!(has(b"/ToUnicode") && has(b"/FontFile") && has("甲 &lt; 乙".as_bytes()));
            assert_eq!(bytes, draw::pdf(&svg).unwrap());
        }
        Err(error) => assert!(error.to_string().contains("fonts-noto-cjk"), "{error}"),
    }
    assert!(draw::pdf("<svg").is_err());
}

#[cfg(feature = "png")]
#[test]
fn a_png_is_drawn_or_the_missing_font_is_named() {
    match draw::png(&draw::svg(&firms(), &Options::default()), 0.5) {
        Ok(bytes) => assert!(bytes.starts_with(b"\x89PNG")),
        Err(error) => assert!(error.to_string().contains("fonts-noto-cjk"), "{error}"),
    }
    assert!(draw::png("<svg", 1.0).is_err());
    assert!(draw::png("<svg xmlns=\"http://www.w3.org/2000/svg\"/>", f32::NAN).is_err());
}
