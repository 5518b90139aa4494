//! `tuzhi extract`: reports in, records out.

use tuzhi::error::{Error, Result};
use tuzhi::graph::file::{ERROR_SCHEMA, ErrorRecord, Record};
use tuzhi::{export, graph, pipeline, read};

use super::args::{Extract, Quotes};
use super::screen::Screen;
use super::{Done, progress, reader, shares};

/// Prints one record a line, in the order of the inputs.
pub fn run(options: &Extract, screen: &Screen) -> Result<Done> {
    if options.jsonl {
        return stream(options, screen);
    }
    let found = read::collect(&options.inputs);
    found.problems.iter().for_each(|error| screen.error(error));
    let mut done = if found.problems.is_empty() { Done::All } else { Done::Partly };
    let bar = progress::bar(found.sources.len(), screen);
    pipeline::records(
        &found.sources,
        options.reading.threads(),
        options.quotes == Quotes::Full,
        options.reading.force,
        |record| {
            bar.inc(1);
            match record {
                Ok(record) => print(record, options, screen),
                Err(error) => {
                    bar.suspend(|| screen.error(&error));
                    done = Done::Partly;
                    Ok(())
                }
            }
        },
    )?;
    bar.finish_and_clear();
    Ok(done)
}

/// Reads a report a line, for as long as lines come. What cannot be read gives an error record, so that the
/// program that started this one loses nothing else.
fn stream(options: &Extract, screen: &Screen) -> Result<Done> {
    for path in &options.inputs {
        let file = options.file.clone().unwrap_or_else(|| path.display().to_string());
        let reports = read::lines_of(&file, reader(path)?);
        let quotes = options.quotes == Quotes::Full;
        pipeline::stream(
            reports,
            options.reading.threads(),
            quotes,
            options.reading.force,
            |name, record| match record {
                Ok(record) => print(record, options, screen),
                Err(error) => {
                    let record = ErrorRecord {
                        schema: ERROR_SCHEMA.into(),
                        path: name.into(),
                        error: screen.words(&(&error).into()).to_string(),
                    };
                    screen.write(|out| {
                        let scope = if options.shares { shares::ERRORS } else { b"" };
                        out.write_all(scope).map_err(|source| Error::io("", source))?;
                        export::write_line(&record, out)
                    })
                }
            },
        )?;
    }
    Ok(Done::All)
}

fn print(record: Record, options: &Extract, screen: &Screen) -> Result<()> {
    if !options.shares {
        return screen.write(|out| export::write_line(&record, out));
    }
    graph::shares(record).into_iter().try_for_each(|share| {
        screen.write(|out| {
            write!(out, "{}\t", share.scope).map_err(|source| Error::io("", source))?;
            export::write_line(&share.record, out)
        })
    })
}
