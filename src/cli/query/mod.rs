//! `tuzhi query`: what a graph knows of something, and how things in it hang together.

mod ask;
mod tell;

pub use tell::Teller;
use tuzhi::error::Result;
use tuzhi::query::{
    Answer, Found, Listed, Measure, Page, answer, describe, entities, entry_sheet, fact_sheet, facts, group_sheet,
    groups, honour_sheet, honours, lead_sheet, leads, list, neighbours, path_sheet, paths, rank, rank_sheet,
    relation_sheet, relations, timeline, timeline_sheet, ways,
};

use super::Done;
use super::args::{By, Query, Question, Sort, Which};
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
        (Some(Question::List { what, attributes, sorting }), _) => {
            // What is sorted is looked at in full.
            let page = if sorting.sort.is_some() { Page::ALL } else { teller.page() };
            match what {
                Sort::Entities => {
                    let Listed { total, rows } = entities(&sieve, page)?;
                    teller.tell_rows(rows.clone(), total - rows.len(), Some(sorting), entry_sheet)?;
                }
                Sort::Relations => {
                    let Listed { total, rows } = relations(&sieve, page)?;
                    teller.tell_rows(rows.clone(), total - rows.len(), Some(sorting), relation_sheet)?;
                }
                Sort::Facts => {
                    let Listed { total, rows } = facts(&sieve, attributes, page)?;
                    teller.tell_rows(rows.clone(), total - rows.len(), Some(sorting), fact_sheet)?;
                }
            }
        }
        (Some(Question::Rank { by }), _) => {
            let measure = match by {
                By::Degree => Measure::Degree,
                By::Pagerank => Measure::PageRank,
                By::Betweenness => Measure::Betweenness,
            };
            let ranking = rank(&sieve, measure, teller.page());
            if let Some((part, all)) = ranking.sample {
                screen.note(&(screen.messages().estimated)(part, all));
            }
            let more = ranking.total - ranking.rows.len();
            teller.tell_table(&ranking, || rank_sheet(&ranking.rows).and_more(more))?;
        }
        (Some(Question::Groups { with_regions }), _) => {
            let found = groups(&sieve, *with_regions, teller.page());
            let without: Vec<&str> = found.without.iter().map(|region| region.name.as_str()).collect();
            screen.note(&(screen.messages().grouped)(&without, found.total, found.alone, found.modularity));
            let more = found.total - found.rows.len();
            teller.tell_table(&found, || group_sheet(&found.rows).and_more(more))?;
        }
        (Some(Question::Timeline { name }), _) => {
            teller.tell_rows(timeline(&sieve, meant.one(name)?)?, 0, None, timeline_sheet)?;
        }
        (Some(Question::Table { which, sorting }), _) => match which {
            Which::Leads => teller.tell_rows(leads(&sieve)?, 0, Some(sorting), lead_sheet)?,
            Which::Honours => teller.tell_rows(honours(&sieve)?, 0, Some(sorting), honour_sheet)?,
        },
        (Some(Question::Ask { question }), _) => {
            return ask::run(&graph, sieve.filter(), question.as_deref(), &teller);
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
