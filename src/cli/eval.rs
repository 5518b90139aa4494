//! `tuzhi eval`: how good the extraction is against an annotation.

use std::path::Path;

use serde::de::DeserializeOwned;

use tuzhi::error::{Error, Result};
use tuzhi::eval::{Found, Gold, Lines, report, score};
use tuzhi::pipeline;

use super::Done;
use super::args::Eval;
use super::screen::Screen;

/// Prints precision, recall and F1 of names, entities, relations and facts.
pub fn run(options: &Eval, screen: &Screen) -> Result<Done> {
    let gold: Gold = json(&options.gold, &super::bytes_of(&options.gold)?, "an annotation")?;
    let bytes = super::bytes_of(&options.input)?;
    let is_graph = bytes.iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b'{');
    if is_graph && options.oracle {
        return Err(Error::Input {
            path: options.input.display().to_string(),
            reason: "is a graph, and --oracle reads the text".into(),
            hint: "give the annotated report".into(),
        });
    }
    let found: Found = if is_graph {
        json(&options.input, &bytes, "a graph")?
    } else {
        let document = pipeline::open(&options.input.display().to_string(), &bytes)?;
        let found = if options.oracle { pipeline::with_gold(document, &gold) } else { pipeline::extract(document) };
        let record = found.record(true);
        Found::of(&record.nodes, &record.edges)
    };
    let lines = match (&options.lines, &options.text) {
        (Some(ranges), Some(path)) => {
            let text = std::fs::read_to_string(path).map_err(|source| Error::io(path, source))?;
            Some(Lines::parse(ranges, &text).map_err(Error::Check)?)
        }
        _ => None,
    };
    screen.print(&report(&score(&found, &gold, lines.as_ref()), options.misses))?;
    Ok(Done::All)
}

fn json<T: DeserializeOwned>(path: &Path, bytes: &[u8], what: &str) -> Result<T> {
    serde_json::from_slice(bytes).map_err(|error| Error::Format {
        path: path.display().to_string(),
        reason: format!("not {what}: {error}"),
        hint: "give a graph or report first, then its annotation".into(),
    })
}
