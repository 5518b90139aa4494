//! `tuzhi extract`: reports in, records out.

use tuzhi::error::Result;
use tuzhi::export;
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
        |_, record| {
            bar.inc(1);
            match record {
                Ok(record) => screen.write(|out| export::write_record(&record, out)),
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
