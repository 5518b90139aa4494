//! `tuzhi query`: what a graph knows of something.

use tuzhi::error::{Error, Result};
use tuzhi::query::{Answer, answer, describe, find, list};

use super::Done;
use super::args::Query;
use super::screen::Screen;

/// Prints facts and neighbours of the entity that a name means, each with its sentence.
pub fn run(options: &Query, screen: &Screen) -> Result<Done> {
    let graph = options.certainty.of(super::graph(&options.graph)?);
    let words = screen.messages();
    let how = Answer {
        language: screen.language(),
        rows: if options.all { usize::MAX } else { Answer::default().rows },
        sentences: if options.all { usize::MAX } else { Answer::default().sentences },
    };
    let found = find(&graph, &options.name);
    let Some(profile) = found.hits.first().and_then(|hit| describe(&graph, &hit.node.id)) else {
        let near: Vec<&str> = found.near.iter().map(|hit| hit.name).collect();
        let unknown = (words.unknown)(&options.name, &near);
        return Err(Error::Check(format!("{}: {unknown}", options.graph.display()).into()));
    };
    screen.print(&answer(&graph, &profile, how))?;
    if found.hits.len() > 1 {
        screen.print(&format!("\n{}\n", words.also_meant))?;
        let mut others = found;
        others.hits.remove(0);
        screen.print(&list(&others, Answer { rows: 10, ..how }))?;
    }
    Ok(Done::All)
}
