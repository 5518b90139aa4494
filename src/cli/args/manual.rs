//! Options of `completions` and `man`.

use std::path::PathBuf;

use clap::Args;

/// Options of `completions`.
#[derive(Debug, Args)]
pub struct Completions {
    /// The shell
    #[arg(value_enum)]
    pub shell: clap_complete::Shell,
}

/// Options of `man`.
#[derive(Debug, Args)]
pub struct Man {
    /// Folder for the pages; made when missing
    #[arg(short = 'o', long = "output", value_name = "DIR", default_value = "man")]
    pub folder: PathBuf,
}
