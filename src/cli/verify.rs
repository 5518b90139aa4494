//! `tuzhi verify`: is every evidence still in its file?

use std::path::{Path, PathBuf};

use tuzhi::error::{Error, Result, Said};
use tuzhi::graph::file::DocumentRow;
use tuzhi::verify::verify;

use super::Done;
use super::args::Verify;
use super::screen::Screen;

/// Faults told before the rest is only counted.
const SHOWN: usize = 20;

/// Re-reads every evidence from the original files; fails when one is not there.
pub fn run(options: &Verify, screen: &Screen) -> Result<Done> {
    let graph = super::graph(&options.graph)?;
    let found = verify(&graph, |row| load(row, options.root.as_deref()));
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

/// The bytes of a graph's document, from the folder `root` where one is given.
pub fn load(row: &DocumentRow, root: Option<&Path>) -> Result<Vec<u8>> {
    if row.path == "-" {
        return Err(Error::Input {
            path: "-".into(),
            reason: Said::new(
                "was read from standard input and cannot be read again",
                "是从标准输入读的，不能再读一遍",
            ),
            hint: Said::new("build the graph from a file", "请用文件来做图谱"),
        });
    }
    let path = root.map_or_else(|| PathBuf::from(&row.path), |root| root.join(&row.path));
    super::bytes_of(&path)
}
