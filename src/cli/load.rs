//! `tuzhi load`: a graph into a database.

use std::time::Instant;

use tuzhi::error::Result;
use tuzhi::export::RdfVersion;
use tuzhi::load::{self, Address, Credentials, Event, Options, Summary, Tally};

use super::args::{Load, Quotes};
use super::screen::Screen;
use super::table::padded;
use super::{Done, progress};

/// Cells of the first column.
const LABEL: usize = 9;

/// Loads the graph, or writes the files of an importer and tells its command.
pub fn run(options: &Load, screen: &Screen) -> Result<Done> {
    let started = Instant::now();
    let graph = options.certainty.of(super::graph(&options.graph)?);
    let rdf: RdfVersion = options.rdf.into();
    let usual = Options::default();
    let how = Options {
        source: options.source.clone().unwrap_or(usual.source),
        prune: options.prune,
        quotes: options.quotes == Quotes::Full,
        language: screen.language(),
        rdf,
        batch: options.batch as usize,
        retries: options.retries as usize,
    };
    let words = screen.messages();
    if let Some(bulk) = load::write_bulk(&graph, &options.to, &how)? {
        screen.print(&format!("{}  {}\n", padded(words.written, LABEL), options.to))?;
        screen.print(&format!("{}\n  {}\n", words.read_them_with, bulk.command))?;
        return Ok(Done::All);
    }
    let credentials = credentials(&options.to, screen)?;
    let bar = progress::loading(screen);
    let summary = load::load(&graph, &options.to, &credentials, &how, &mut |event| match event {
        Event::Progress { done, total } => {
            bar.set_length(total as u64);
            bar.set_position(done as u64);
        }
        Event::Again { reason, tries, limit } => {
            bar.suspend(|| screen.note(&(words.again)(screen.words(&reason), tries, limit)));
        }
    });
    bar.finish_and_clear();
    let summary = summary?;
    screen.print(&told(&summary, options.prune, screen))?;
    let seconds = started.elapsed().as_secs_f64();
    screen.print(&format!("{}  {seconds:.2} {}\n", padded(words.time, LABEL), words.seconds))?;
    Ok(Done::All)
}

/// User and password: from the environment, the address, or the person.
#[cfg(feature = "load")]
fn credentials(address: &Address, screen: &Screen) -> Result<Credentials> {
    use tuzhi::error::Error;
    let (Address::Bolt(server) | Address::Falkor(server) | Address::Sparql(server)) = address else {
        return Ok(Credentials::default());
    };
    let variable = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
    let user = server.user.clone().or_else(|| variable("TUZHI_USER"));
    let mut password = variable("TUZHI_PASSWORD");
    if user.is_some() && password.is_none() {
        let words = screen.messages();
        if !screen.is_watched() {
            return Err(Error::Check(words.no_password.into()));
        }
        let prompt = (words.password_for)(&server.to_string());
        let typed = rpassword::prompt_password(prompt).map_err(|_| Error::Check(words.no_password.into()))?;
        password = Some(typed);
    }
    Ok(Credentials { user, password })
}

/// Nobody is asked who loads where nothing can be loaded.
#[cfg(not(feature = "load"))]
fn credentials(_: &Address, _: &Screen) -> Result<Credentials> {
    Ok(Credentials::default())
}

fn told(summary: &Summary, pruned: bool, screen: &Screen) -> String {
    let words = screen.messages();
    let line = |label: &str, tally: &Tally| {
        let counts = [tally.created, tally.changed, tally.left, tally.removed];
        let shown = if pruned { 4 } else { 3 };
        let counts: Vec<String> =
            counts.iter().zip(words.fates).take(shown).map(|(count, fate)| format!("{fate} {count}")).collect();
        let total = tally.created + tally.changed + tally.left;
        format!("{}  {total:>7}  {}\n", padded(label, LABEL), counts.join(", "))
    };
    let mut text = line(words.nodes, &summary.nodes) + &line(words.edges, &summary.edges);
    if summary.lost > 0 {
        text += &format!("{}\n", (words.reconnected)(summary.lost));
    }
    text
}
