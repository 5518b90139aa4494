//! `tuzhi verify`: is every evidence still in its file?

use tuzhi::error::{Error, Result};
use tuzhi::read::Reports;
use tuzhi::verify::verify;

use super::Done;
use super::args::Verify;
use super::screen::Screen;

/// Faults told before the rest is only counted.
const SHOWN: usize = 20;

/// Re-reads every evidence from the original files; fails when one is not there.
pub fn run(options: &Verify, screen: &Screen) -> Result<Done> {
    let graph = super::graph(&options.graph)?;
    let reports = Reports::below(options.root.as_deref());
    let found = verify(&graph, |row| reports.load(&row.path));
    for fault in found.faults.iter().take(SHOWN) {
        screen.fault(screen.words(fault));
    }
    let words = screen.messages();
    if found.faults.is_empty() {
        screen.print(&format!("{}\n", (words.verified)(found.places, found.documents)))?;
        return Ok(Done::All);
    }
    let path = options.graph.display();
    Err(Error::Check(format!("{path}: {}", (words.not_verified)(found.faults.len(), found.places)).into()))
}
