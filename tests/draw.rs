//! Pictures as files: well-formed, safe, the same bytes each time.

use tuzhi::draw::{self, Language, Options, Theme};
use tuzhi::graph::file::GraphFile;

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
