//! `tuzhi merge`: records in, one graph out.

use std::io::Read;
use std::path::Path;
use std::time::Instant;

use tuzhi::error::{Error, Result};
use tuzhi::graph::{Merge as Merging, parse_into};

use super::args::Merge;
use super::screen::Screen;
use super::summary::Untaken;
use super::{Done, output, reader, shares, summary};

/// Puts the records of all files together, whatever their order and however often they
/// stand there, and writes the graph. A file that cannot be read is told and left out.
pub fn run(options: &Merge, screen: &Screen) -> Result<Done> {
    if options.shares {
        return shares::run(options, screen);
    }
    let started = Instant::now();
    output::prepare(&options.output.folder)?;
    let mut merging = Merging::default();
    let mut failed = 0;
    for path in &options.records {
        let taken = all_bytes(path).and_then(|bytes| parse_into(&mut merging, &path.display().to_string(), &bytes));
        match taken {
            Ok(errors) => {
                errors.iter().for_each(|error| screen.fault(&error.error));
                failed += errors.len();
            }
            Err(error) => {
                screen.error(&error);
                failed += 1;
            }
        }
    }
    let graph = options.output.certainty.of(merging.finish());
    if graph.documents().len() == 0 {
        return Err(Error::Check(screen.messages().no_records.into()));
    }
    let (written, errors) = output::write(&graph, &options.output, screen.language());
    errors.iter().for_each(|error| screen.error(error));
    screen.print(&summary::text(&graph, Untaken { failed, left_out: 0 }, &written, started.elapsed(), screen))?;
    Ok(if failed == 0 && errors.is_empty() { Done::All } else { Done::Partly })
}

/// Records may be larger than a report may.
fn all_bytes(path: &Path) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    reader(path)?.read_to_end(&mut bytes).map_err(|source| Error::io(path, source))?;
    Ok(bytes)
}
