//! `tuzhi extract`: reports in, records out.

use tuzhi::error::{Error, Result};
use tuzhi::pipeline;

use super::args::{Extract, Quotes};
use super::screen::Screen;
use super::{Done, inputs, progress};

/// Prints one record a line, in the order of the inputs.
pub fn run(options: &Extract, screen: &Screen) -> Result<Done> {
    let (inputs, errors) = inputs::collect(&options.inputs);
    errors.iter().for_each(|error| screen.error(error));
    let mut done = if errors.is_empty() { Done::All } else { Done::Partly };
    let bar = progress::bar(inputs.len(), screen);
    let quotes = options.quotes == Quotes::Full;
    pipeline::each(
        &inputs,
        options.reading.threads(),
        |input| pipeline::record(&input.name(), &input.bytes()?, quotes),
        |input, record| {
            bar.inc(1);
            match record {
                Ok(record) => {
                    let line = serde_json::to_string(&record).map_err(|error| unwritable(&input.name(), &error))?;
                    screen.print(&line)?;
                    screen.print("\n")
                }
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

fn unwritable(path: &str, error: &serde_json::Error) -> Error {
    Error::Check(format!("{path}: its record cannot be written as JSON: {error}"))
}
