//! The command line: one file per command, the argument types apart.
//!
//! The library does not know clap; nothing outside this folder prints.
//!
//! Exit codes: 0 all done (a closed pipe counts as done), 1 something failed, 2 wrong usage.

mod args;
mod build;
mod diff;
mod doctor;
mod draw;
mod eval;
mod export;
mod extract;
mod gaps;
mod inspect;
mod ledger;
mod load;
mod manual;
mod meant;
mod merge;
mod messages;
mod output;
mod progress;
mod query;
mod restore;
mod rules;
mod screen;
mod series;
mod serve;
mod shares;
mod sparql;
mod store;
mod summary;
mod table;
mod verify;
mod why;

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;
use std::process::ExitCode;

pub use args::Arguments;
use args::Command;
use screen::Screen;
use tuzhi::error::{Error, Result};
use tuzhi::graph::{KnowledgeGraph, MAGIC, Snapshot, parse_graph};
use tuzhi::model::Document;
use tuzhi::pipeline;
use tuzhi::read::{self, Source};

/// Runs the command and tells the exit code. Every error goes to standard error as one line.
pub fn run(arguments: &Arguments) -> ExitCode {
    screen::tell_failures_briefly();
    let screen = Screen::new(arguments.lang.into());
    match dispatch(&arguments.command, &screen).and_then(|done| screen.flush().map(|()| done)) {
        Ok(Done::All) => ExitCode::SUCCESS,
        Ok(Done::Partly) => ExitCode::FAILURE,
        Err(error) if error.is_broken_pipe() => ExitCode::SUCCESS,
        Err(error) => {
            screen.error(&error);
            ExitCode::FAILURE
        }
    }
}

/// Whether everything that was asked for was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Done {
    /// All of it.
    All,
    /// Some inputs failed and were reported; the others were done.
    Partly,
}

fn dispatch(command: &Command, screen: &Screen) -> Result<Done> {
    match command {
        Command::Build(options) => build::run(options, screen),
        Command::Extract(options) => extract::run(options, screen),
        Command::Merge(options) => merge::run(options, screen),
        Command::Add(options) => store::add(options, screen),
        Command::Remove(options) => store::remove(options, screen),
        Command::Status(options) => store::status(options, screen),
        Command::Graph(options) => store::graph(options, screen),
        Command::Restore(options) => restore::run(options, screen),
        Command::Inspect(options) => inspect::run(options, screen),
        Command::Query(options) => query::run(options, screen),
        Command::Ledger(options) => ledger::run(options, screen),
        Command::Series(options) => series::run(options, screen),
        Command::Diff(options) => diff::run(options, screen),
        Command::Sparql(options) => sparql::run(options, screen),
        Command::Export(options) => export::run(options, screen),
        Command::Draw(options) => draw::run(options, screen),
        Command::Why(options) => why::run(options, screen),
        Command::Gaps(options) => gaps::run(options, screen),
        Command::Rules(options) => rules::run(options, screen),
        Command::Serve(options) => serve::run(options, screen),
        Command::Mcp(options) => serve::speak(options, screen),
        Command::Load(options) => load::run(options, screen),
        Command::Verify(options) => verify::run(options, screen),
        Command::Eval(options) => eval::run(options, screen),
        Command::Doctor => doctor::run(screen),
        Command::Completions(options) => manual::complete(options, screen),
        Command::Man(options) => manual::write(options, screen),
    }
}

/// The bytes of what a typed path means: a file, or `-` for standard input.
fn bytes_of(path: &Path) -> Result<Vec<u8>> {
    let source = if path == Path::new("-") { Source::Stdin } else { Source::File(path.to_path_buf()) };
    read::load(&source)
}

/// What a typed path means, of any size: a file, or `-` for standard input.
fn reader(path: &Path) -> Result<Box<dyn BufRead>> {
    if path == Path::new("-") {
        return Ok(Box::new(io::stdin().lock()));
    }
    Ok(Box::new(BufReader::new(File::open(path).map_err(|source| Error::io(path, source))?)))
}

/// The report that a typed path means, restored.
fn open(path: &Path) -> Result<Document> {
    let source = read::find(path)?;
    pipeline::open(&source.name(), &read::load(&source)?)
}

/// The graph in a file, JSON or snapshot, in a folder as Parquet, or of a store.
fn graph(path: &Path) -> Result<KnowledgeGraph> {
    match contents(path)? {
        Contents::Graph(graph) => Ok(*graph),
        Contents::Snapshot(snapshot) => snapshot.to_graph(),
        Contents::Json(bytes) => parse_graph(&path.display().to_string(), &bytes),
    }
}

/// The same, open for questions.
fn opened(path: &Path) -> Result<Snapshot> {
    let name = path.display().to_string();
    match contents(path)? {
        Contents::Graph(graph) => Ok(Snapshot::of(&name, &graph)),
        Contents::Snapshot(snapshot) => Ok(*snapshot),
        Contents::Json(bytes) => Ok(Snapshot::of(&name, &parse_graph(&name, &bytes)?)),
    }
}

/// What a graph file holds.
enum Contents {
    Snapshot(Box<Snapshot>),
    /// Of a store, or of rows in Parquet.
    Graph(Box<KnowledgeGraph>),
    /// Anything else; parsing tells what is wrong with it.
    Json(Vec<u8>),
}

/// Reads a graph file. A graph may be larger than a report may.
fn contents(path: &Path) -> Result<Contents> {
    #[cfg(feature = "parquet")]
    if tuzhi::graph::is_rows(path) {
        return Ok(Contents::Graph(Box::new(tuzhi::graph::read_rows(path)?)));
    }
    let failed = |source| Error::io(path, source);
    let mut file = File::open(path).map_err(failed)?;
    let mut bytes = Vec::new();
    Read::by_ref(&mut file).take(MAGIC.len() as u64).read_to_end(&mut bytes).map_err(failed)?;
    if bytes == MAGIC {
        let whole = bytes.as_slice().chain(file);
        return Ok(Contents::Snapshot(Box::new(Snapshot::read(&path.display().to_string(), whole)?)));
    }
    if bytes == store::MAGIC[..MAGIC.len()] {
        return Ok(Contents::Graph(Box::new(store::merged(path)?)));
    }
    file.read_to_end(&mut bytes).map_err(failed)?;
    Ok(Contents::Json(bytes))
}
