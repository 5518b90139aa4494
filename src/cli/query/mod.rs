//! `tuzhi query`: what a graph knows of something, and how things in it hang together.

mod tell;

use tell::Teller;
use tuzhi::error::Result;
use tuzhi::query::{Answer, Found, Page, answer, describe, list, neighbours, path_sheet, paths, ways};

use super::Done;
use super::args::{Query, Question};
use super::meant::Meant;
use super::screen::Screen;

/// Other things that a name may mean, told behind a profile at most.
const OTHERS: usize = 10;

/// Prints the answer to a question.
pub fn run(options: &Query, screen: &Screen) -> Result<Done> {
    let graph = super::opened(&options.graph)?;
    let meant = Meant { graph: &graph, least: options.wanted.min_confidence, screen };
    let sieve = meant.sieve(&options.wanted)?;
    let teller = Teller { options: &options.telling, screen };
    match (&options.question, &options.name) {
        (None, name) => {
            let name = name.as_deref().unwrap_or("");
            let found = meant.found(name)?;
            let profile = describe(&sieve, found.hits[0].node)?;
            teller.tell(
                &profile,
                || profile.sheet(),
                |how| {
                    let others = Found { hits: found.hits[1..].to_vec(), near: Vec::new() };
                    let told = answer(&profile, how);
                    if others.hits.is_empty() {
                        return told;
                    }
                    let rows = how.rows.min(OTHERS);
                    format!("{told}\n{}\n{}", screen.messages().also_meant, list(&others, Answer { rows, ..how }))
                },
            )?;
        }
        (Some(Question::Find { words }), _) => {
            let mut found = meant.among(words, |node| sieve.keeps_node(node))?;
            let total = found.hits.len();
            found.hits.truncate(teller.page().limit);
            let more = total - found.hits.len();
            teller.tell_table(&found, || found.sheet().and_more(more))?;
        }
        (Some(Question::Neighbours { name, depth }), _) => {
            let around = neighbours(&sieve, meant.one(name)?, *depth, teller.page())?;
            teller.tell_table(&around, || around.sheet())?;
        }
        (Some(Question::Path { from, to, count, avoid }), _) => {
            let (from, to) = (meant.one(from)?, meant.one(to)?);
            let avoid = avoid.iter().map(|name| meant.one(name)).collect::<Result<Vec<_>>>()?;
            let found = paths(&sieve, from, to, usize::from(*count), &avoid)?;
            if found.is_empty() {
                screen.note(screen.messages().no_path);
            }
            teller.tell(&found, || path_sheet(&found), |how| ways(&found, how))?;
        }
    }
    Ok(Done::All)
}

impl Teller<'_> {
    /// Which rows are told.
    fn page(&self) -> Page {
        Page::first(self.rows())
    }
}
