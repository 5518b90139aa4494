//! The pages people read: those made of data are in step with it, and every link leads somewhere.
//!
//! After a change that is meant, `UPDATE=1 cargo test --test docs` writes the pages anew.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use tuzhi::ontology::{
    Attribute, Description, Kind, Language, RelationType, describe_attribute, describe_kind, describe_relation,
};
use tuzhi::pipeline;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Writes the page anew where that is asked for, or holds what is committed to it.
fn in_step(path: &Path, new: &str) {
    if std::env::var_os("UPDATE").is_some() {
        fs::write(path, new).expect("the page can be written");
    }
    let old = fs::read_to_string(path).unwrap_or_default();
    assert!(old == new, "{} is not what the tables say; UPDATE=1 writes it anew", path.display());
}

fn ontology_page(language: Language) -> String {
    let say = |zh: &'static str, en: &'static str| language.of(zh, en);
    let about = |row: &Description| language.of(&row.about_zh, &row.about).to_string();
    let labels = |names: &[String]| {
        let label = |name: &String| match Kind::ALL.iter().find(|kind| kind.name() == name) {
            Some(kind) => language.of(language.kind(*kind), kind.name()).to_string(),
            None => say("任何", "any").to_string(),
        };
        names.iter().map(label).collect::<Vec<_>>().join(say("、", ", "))
    };
    let pairs = |row: &Description| {
        let pair = |pair: &String| {
            let (head, tail) = pair.split_once('→').expect("a pair");
            format!("{} → {}", labels(&[head.to_string()]), labels(&[tail.to_string()]))
        };
        row.pairs.iter().map(pair).collect::<Vec<_>>().join(say("；", "; "))
    };
    let mut page = String::new();
    page += say("# 图谱里有什么\n\n", "# What the graph holds\n\n");
    page += say("[English](ontology.md)\n\n", "[简体中文](ontology.zh-CN.md)\n\n");
    page += say(
        "本页由 `src/ontology/ontology.toml` 生成；例子都是虚构的，关系与属性的例句由测试交给程序读过。\n\n",
        "This page is made of `src/ontology/ontology.toml`. The examples are invented; tests let the program read \
         those of relations and attributes.\n\n",
    );
    page += say(
        "## 实体类型\n\n| 名称 | 文件中 | 指什么 | 例 |\n",
        "## Kinds of entities\n\n| name | label | what it is | for example |\n",
    );
    page += "|---|---|---|---|\n";
    for row in Kind::ALL.iter().map(|kind| describe_kind(*kind)) {
        page += &table_row(language, row, &[&about(row), &row.example]);
    }
    page += say(
        "\n## 关系类型\n\n| 名称 | 文件中 | 说什么 | 主体 → 客体 | 例 |\n",
        "\n## Types of relations\n\n| name | label | what it says | head → tail | for example |\n",
    );
    page += "|---|---|---|---|---|\n";
    for row in RelationType::ALL.iter().map(|kind| describe_relation(*kind)) {
        let mut ends = match row.pairs.is_empty() {
            true => format!("{} → {}", labels(&row.head), labels(&row.tail)),
            false => pairs(row),
        };
        if row.symmetric {
            ends += say("（双向）", " (both ways)");
        }
        page += &table_row(language, row, &[&about(row), &ends, &row.example]);
    }
    page += say(
        "\n## 事实的属性\n\n| 名称 | 文件中 | 说什么 | 单位或取值 | 例 |\n",
        "\n## Attributes of facts\n\n| name | label | what it says | unit or values | for example |\n",
    );
    page += "|---|---|---|---|---|\n";
    for row in Attribute::ALL.iter().map(|attribute| describe_attribute(*attribute)) {
        let values = row.unit.clone().unwrap_or_else(|| row.values.join(say("、", ", ")));
        page += &table_row(language, row, &[&about(row), &values, &row.example]);
    }
    page += say(
        "\n每条关系和事实都有：情态（`done` 已完成、`ongoing` 进行中、`planned` 计划）、时期、置信度、规则，以及依据（哪份报告、哪几个字节、原句）。\n",
        "\nEvery relation and fact has a modality (`done`, `ongoing`, `planned`), a period, a confidence, the rule that \
         found it, and its evidence: the report, the bytes, the sentence.\n",
    );
    page
}

/// A row: the name as files carry it, its label, and the other cells.
fn table_row(language: Language, row: &Description, cells: &[&str]) -> String {
    let mut line = match language {
        Language::Zh => format!("| {} | `{}` ", row.zh, row.name),
        Language::En => format!("| `{}` | {} ", row.name, row.zh),
    };
    for cell in cells {
        let _ = write!(line, "| {cell} ");
    }
    line + "|\n"
}

#[test]
fn the_pages_of_the_ontology_say_what_its_table_says() {
    in_step(&root().join("docs/ontology.md"), &ontology_page(Language::En));
    in_step(&root().join("docs/ontology.zh-CN.md"), &ontology_page(Language::Zh));
}

/// A report that has the sentence in its review, and in its head, where speakers stand.
fn read(sentence: &str) -> pipeline::Extraction {
    let report = format!(
        "2024年云溪县政府工作报告\n{sentence}\n一、2023年工作回顾\n恒泽制药、启明光电、星槎科技等3户企业发展良好。{sentence}\n"
    );
    pipeline::extract(pipeline::open("example", report.as_bytes()).expect("a report"))
}

#[test]
fn the_examples_of_relations_and_attributes_are_read_as_such() {
    let mut faults = Vec::new();
    for kind in RelationType::ALL {
        let row = describe_relation(*kind);
        let found: BTreeSet<_> = read(&row.example).relations.iter().map(|relation| relation.kind.name()).collect();
        if !found.contains(kind.name()) {
            faults.push(format!("{}: {} gives {found:?}", row.name, row.example));
        }
    }
    for attribute in Attribute::ALL {
        let row = describe_attribute(*attribute);
        let found: BTreeSet<_> = read(&row.example).facts.iter().map(|fact| fact.attribute.name()).collect();
        if !found.contains(attribute.name()) {
            faults.push(format!("{}: {} gives {found:?}", row.name, row.example));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Markdown files of the project, without what tools fetch or build.
fn pages() -> Vec<PathBuf> {
    let skipped = ["target", "node_modules", ".venv", ".git"];
    let walk = walkdir::WalkDir::new(root()).sort_by_file_name().into_iter();
    walk.filter_entry(|entry| !skipped.iter().any(|name| entry.file_name().to_str() == Some(name)))
        .filter_map(Result::ok)
        .map(walkdir::DirEntry::into_path)
        .filter(|path| path.extension().is_some_and(|extension| extension == "md"))
        .collect()
}

/// The lines of a page that are no code.
fn prose(page: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut inside = false;
    page.lines().enumerate().filter(move |(_, line)| {
        let fence = line.trim_start().starts_with("```");
        inside ^= fence;
        !inside && !fence
    })
}

/// The anchors of a page's headings, as hosts of Markdown make them.
fn anchors(page: &str) -> BTreeSet<String> {
    let headings = prose(page).filter_map(|(_, line)| line.strip_prefix('#')).map(|line| line.trim_start_matches('#'));
    let anchor = |heading: &str| {
        let kept = heading.trim().to_lowercase();
        kept.chars()
            .filter(|c| c.is_alphanumeric() || " -_".contains(*c))
            .map(|c| if c == ' ' { '-' } else { c })
            .collect()
    };
    headings.map(anchor).collect()
}

/// Targets of `[words](target)` in a line, code left out.
fn targets(line: &str) -> Vec<String> {
    let words: String = line.split('`').step_by(2).collect::<Vec<_>>().join("`");
    words
        .match_indices("](")
        .filter_map(|(at, _)| words[at + 2..].split_once(')'))
        .map(|(to, _)| to.to_string())
        .collect()
}

#[test]
fn every_link_leads_to_a_file_and_a_heading_of_it() {
    let pages = pages();
    assert!(pages.len() > 15, "the pages were not found");
    let (mut faults, mut looked_up) = (Vec::new(), 0);
    for path in &pages {
        let text = fs::read_to_string(path).expect("a page is text");
        for (line, target) in prose(&text).flat_map(|(at, line)| targets(line).into_iter().map(move |to| (at + 1, to)))
        {
            if target.contains("://") || target.starts_with("mailto:") {
                continue;
            }
            looked_up += 1;
            let (file, heading) = target.split_once('#').unwrap_or((&target, ""));
            let to = if file.is_empty() { path.clone() } else { path.parent().expect("a folder").join(file) };
            let found = to.exists()
                && (heading.is_empty() || fs::read_to_string(&to).is_ok_and(|page| anchors(&page).contains(heading)));
            if !found {
                faults.push(format!(
                    "{}:{line}: {target} leads nowhere",
                    path.strip_prefix(root()).unwrap_or(path).display()
                ));
            }
        }
    }
    assert!(looked_up > 60, "only {looked_up} links were found");
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
