//! `tuzhi doctor`: what is here, what is missing, and what to do about it.

use std::path::Path;
use std::process::Command;

use tuzhi::error::Result;
use tuzhi::ontology::Language;
use tuzhi::pipeline;

use super::Done;
use super::screen::Screen;

/// Optional parts of the program: feature, whether it is built in, what it is for.
const PARTS: [(&str, bool, &str, &str); 8] = [
    ("png", cfg!(feature = "png"), "pictures in pixels", "位图"),
    ("store", cfg!(feature = "store"), "tuzhi add, remove, status, graph", "tuzhi add、remove、status、graph"),
    ("pdf", cfg!(feature = "pdf"), "pictures as PDF", "PDF 图"),
    ("pdf-input", cfg!(feature = "pdf-input"), "reports in PDF files", "读取 PDF 报告"),
    ("load", cfg!(feature = "load"), "tuzhi load into servers", "tuzhi load 导入数据库"),
    ("serve", cfg!(feature = "serve"), "tuzhi serve and tuzhi mcp", "tuzhi serve 与 tuzhi mcp"),
    ("parquet", cfg!(feature = "parquet"), "Parquet tables", "Parquet 表"),
    ("sparql", cfg!(feature = "sparql"), "tuzhi sparql", "tuzhi sparql"),
];

/// An invented sentence, of which the program must find something.
const SAMPLE: &str = "2024年云溪县政府工作报告\n一、2023年工作回顾\n恒泽制药落户云溪县，完成投资3亿元。\n";

/// How it stands with one thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    /// As it should be.
    Fine,
    /// Missing, and the main job can be done without it.
    Optional,
    /// The program cannot do its main job.
    Faulty,
}

/// A thing looked at.
struct Finding {
    state: State,
    subject: &'static str,
    /// What was found, and what to do where something is missing.
    words: String,
}

/// Prints a line for each thing looked at. Partly done where the main job cannot be done.
pub fn run(screen: &Screen) -> Result<Done> {
    let language = screen.language();
    let mut findings = vec![version(), extraction(language), folder(language)];
    findings.extend(font(language));
    findings.extend([graphviz(language), terminal(language), cores(language)]);
    findings.extend(PARTS.iter().map(|part| optional(part, language)));
    for Finding { state, subject, words } in &findings {
        let mark = match state {
            State::Fine => "ok",
            State::Optional => "--",
            State::Faulty => "!!",
        };
        screen.print(&format!("{mark}  {subject:<10} {words}\n"))?;
    }
    let faulty = findings.iter().any(|finding| finding.state == State::Faulty);
    Ok(if faulty { Done::Partly } else { Done::All })
}

fn version() -> Finding {
    let words = format!("{} ({}-{})", env!("CARGO_PKG_VERSION"), std::env::consts::OS, std::env::consts::ARCH);
    Finding { state: State::Fine, subject: "tuzhi", words }
}

/// Whether the built-in tables give a graph.
fn extraction(language: Language) -> Finding {
    let found = pipeline::open("sample", SAMPLE.as_bytes()).map(pipeline::extract);
    let (state, words) = match found {
        Ok(found) if !found.relations.is_empty() && !found.facts.is_empty() => {
            (State::Fine, language.of("内置样例读取正常", "the built-in sample is read as it should be").to_string())
        }
        _ => (
            State::Faulty,
            language
                .of(
                    "内置样例读取有误；程序文件可能损坏，请重新安装",
                    "the built-in sample is not read as it should be; the program's file may be damaged, install it again",
                )
                .to_string(),
        ),
    };
    Finding { state, subject: "reading", words }
}

/// Whether results can be written where `build` writes when it is not told otherwise.
fn folder(language: Language) -> Finding {
    let here = Path::new(".");
    let (state, words) = match tempfile::tempfile_in(here) {
        Ok(_) => (State::Fine, language.of("当前目录可以写入", "this folder can be written to").to_string()),
        Err(error) => (
            State::Optional,
            match language {
                Language::En => format!("this folder cannot be written to ({error}); name another one with -o"),
                Language::Zh => format!("当前目录不能写入（{error}）；请用 -o 指定别的目录"),
            },
        ),
    };
    Finding { state, subject: "folder", words }
}

#[cfg(any(feature = "png", feature = "pdf"))]
fn font(language: Language) -> Option<Finding> {
    let (state, words) = match tuzhi::draw::chinese_face() {
        Ok(face) => (State::Fine, face),
        Err(error) => (State::Optional, language.said(&(&error).into()).to_string()),
    };
    Some(Finding { state, subject: "font", words })
}

#[cfg(not(any(feature = "png", feature = "pdf")))]
fn font(_: Language) -> Option<Finding> {
    None
}

/// Graphviz is never called by the program; people draw `graph.dot` with it.
fn graphviz(language: Language) -> Finding {
    // `dot -V` answers on standard error: dot - graphviz version 2.43.0 (0)
    let answer = Command::new("dot").arg("-V").output().ok().filter(|output| output.status.success());
    let version = answer.and_then(|output| {
        let text = String::from_utf8_lossy(&output.stderr).into_owned();
        text.split_whitespace().find(|word| word.starts_with(|c: char| c.is_ascii_digit())).map(str::to_string)
    });
    let (state, words) = match version {
        Some(version) => (State::Fine, version),
        None => (
            State::Optional,
            language
                .of(
                    "未安装；tuzhi 自己作图，只有用 dot 画 graph.dot 时才需要（Debian、Ubuntu：apt install graphviz）",
                    "not here; tuzhi draws without it, install it to draw graph.dot (Debian and Ubuntu: apt install graphviz)",
                )
                .to_string(),
        ),
    };
    Finding { state, subject: "graphviz", words }
}

/// Whether the terminal shows Chinese, as far as its locale tells.
fn terminal(language: Language) -> Finding {
    let locale =
        ["LC_ALL", "LC_CTYPE", "LANG"].iter().find_map(|name| std::env::var(name).ok().filter(|v| !v.is_empty()));
    let utf8 = locale.as_deref().is_some_and(|locale| {
        let locale = locale.to_ascii_lowercase();
        locale.contains("utf-8") || locale.contains("utf8")
    });
    let named = locale.unwrap_or_default();
    let (state, words) = if utf8 || cfg!(windows) {
        (State::Fine, if named.is_empty() { "UTF-8".into() } else { named })
    } else {
        let advice = match language {
            Language::En => "the locale is not UTF-8, Chinese may not show; set LANG=C.UTF-8 (chcp 65001 on Windows)",
            Language::Zh => "区域设置不是 UTF-8，中文可能显示不出；请设 LANG=C.UTF-8（Windows：chcp 65001）",
        };
        (State::Optional, advice.to_string())
    };
    Finding { state, subject: "terminal", words }
}

fn cores(language: Language) -> Finding {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let words = match language {
        Language::En => format!("{cores}; as many reports are read at a time (--threads N for fewer)"),
        Language::Zh => format!("{cores} 个，同时读取同样多的报告（可用 --threads N 减少）"),
    };
    Finding { state: State::Fine, subject: "cores", words }
}

fn optional(
    &(feature, is_built_in, english, chinese): &(&'static str, bool, &str, &str),
    language: Language,
) -> Finding {
    let purpose = language.of(chinese, english);
    let (state, words) = if is_built_in {
        (State::Fine, purpose.to_string())
    } else {
        let words = match language {
            Language::En => format!("{purpose}: not built in; cargo install tuzhi --features {feature}"),
            Language::Zh => format!("{purpose}：未编入；用 cargo install tuzhi --features {feature} 安装"),
        };
        (State::Optional, words)
    };
    Finding { state, subject: feature, words }
}
