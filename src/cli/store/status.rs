//! `tuzhi status`: what a store has, and what has become of it.

use serde_json::json;
use tuzhi::error::Result;
use tuzhi::store::{State, Status as Found, Store};

use super::words;
use crate::cli::args::Status;
use crate::cli::screen::Screen;
use crate::cli::table::Table;
use crate::cli::{Done, summary};

/// Documents told one by one; of more only the number is.
const SHOWN: usize = 20;

/// Looks every document's file up, and tells how many stand how, and which are not as they were.
pub fn run(options: &Status, screen: &Screen) -> Result<Done> {
    let store = Store::open(&options.store)?;
    if options.json {
        store.status(options.reading.threads(), |found| {
            let Found { id, path, place, sha256, state } = found;
            let line = json!({"id": id, "path": path, "place": place, "sha256": sha256, "state": state.name()});
            screen.print(&format!("{line}\n"))
        })?;
        return Ok(Done::All);
    }
    let words = words::of(screen.language());
    let mut counts = [0; State::ALL.len()];
    let mut others = Table::new(words.heads);
    let mut told = 0;
    store.status(options.reading.threads(), |found| {
        counts[found.state as usize] += 1;
        if found.state != State::Current && told < SHOWN {
            told += 1;
            others.row([words.states[found.state as usize].to_string(), found.id, found.path]);
        }
        Ok(())
    })?;
    let totals = store.totals()?;
    let label = screen.messages().documents;
    let states = words.states.map(str::to_string).into_iter().zip(counts);
    screen.print(&summary::line(label, counts.iter().sum(), states))?;
    screen.print(&summary::line(words.records, totals.records as usize, std::iter::empty()))?;
    screen
        .print(&summary::told(words.store, &format!("{}  {}", options.store.display(), words::size(totals.bytes))))?;
    if told > 0 {
        screen.print(&format!("\n{}", others.text()))?;
    }
    let more = counts.iter().skip(1).sum::<usize>() - told;
    if more > 0 {
        screen.print(&format!("{}\n", (words.more)(more)))?;
    }
    Ok(Done::All)
}
