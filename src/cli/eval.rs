//! `tuzhi eval`: how good the extraction is against an annotation.

use std::path::Path;

use serde::de::DeserializeOwned;

use tuzhi::error::{Error, Result, Said};
use tuzhi::eval::{Found, Gold, Lines, report, score};
use tuzhi::{pipeline, read};

use super::Done;
use super::args::Eval;
use super::screen::Screen;

/// Prints precision, recall and F1 of names, entities, relations and facts.
pub fn run(options: &Eval, screen: &Screen) -> Result<Done> {
    let gold: Gold = json(&options.gold, &super::bytes_of(&options.gold)?, ("an annotation", "标注"))?;
    let source = read::find(&options.input)?;
    let bytes = read::load(&source)?;
    let is_graph = bytes.iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b'{');
    if is_graph && options.oracle {
        return Err(Error::Input {
            path: options.input.display().to_string(),
            reason: Said::new("is a graph, and --oracle reads the text", "是图谱，而 --oracle 要读原文"),
            hint: Said::new("give the annotated report", "请给出标注过的报告"),
        });
    }
    let found: Found = if is_graph {
        json(&options.input, &bytes, ("a graph", "图谱"))?
    } else {
        let document = pipeline::open(&source.name(), &bytes)?;
        let found = if options.oracle { pipeline::with_gold(document, &gold) } else { pipeline::extract(document) };
        let record = found.record(true);
        Found::of(&record.nodes, &record.edges)
    };
    let lines = match (&options.lines, &options.text) {
        (Some(ranges), Some(path)) => {
            let text = std::fs::read_to_string(path).map_err(|source| Error::io(path, source))?;
            Some(Lines::parse(ranges, &text).map_err(|error| Error::Check(error.into()))?)
        }
        _ => None,
    };
    screen.print(&report(&score(&found, &gold, lines.as_ref()), options.misses))?;
    Ok(Done::All)
}

fn json<T: DeserializeOwned>(path: &Path, bytes: &[u8], what: (&str, &str)) -> Result<T> {
    serde_json::from_slice(bytes).map_err(|error| Error::Format {
        path: path.display().to_string(),
        reason: Said::new(format!("not {}: {error}", what.0), format!("不是{}：{error}", what.1)),
        hint: Said::new("give a graph or report first, then its annotation", "请先给图谱或报告，再给它的标注"),
    })
}
