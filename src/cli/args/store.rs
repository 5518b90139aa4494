//! What can be typed for stores.

use std::path::PathBuf;

use clap::Args;

use super::GraphOutput;
use super::reports::Reading;

/// Examples of `add`.
pub const ADD: &str = "\
Examples:
  tuzhi add county.db reports/           new and changed reports; the others cost nothing but a look
  tuzhi add county.db 2024.txt 2025.txt
  tuzhi add county.db                    those it has, where their files have changed or tuzhi itself has

Every report is in the store as soon as it is counted: what is stopped, by whatever, is completed by the same
command. Reports whose files are gone stay until tuzhi remove.";

/// Examples of `remove`.
pub const REMOVE: &str = "\
Examples:
  tuzhi remove county.db reports/2019.txt
  tuzhi remove county.db reports/old/     all in that folder
  tuzhi remove county.db 3f9a1c           by the beginning of its id in the graph

With a report go its sentences and whatever only it supported.";

/// Examples of `status`.
pub const STATUS: &str = "\
Examples:
  tuzhi status county.db
  tuzhi status county.db --json | jq -r 'select(.state == \"missing\") | .path'";

/// Examples of `graph`.
pub const GRAPH: &str = "\
Examples:
  tuzhi graph county.db -o county
  tuzhi graph county.db -o county --formats json,svg --min-confidence 0.8

The files are those that tuzhi build writes for the same reports. Commands that read a graph file read a store
as well.";

/// Options of `add`.
#[derive(Debug, Args)]
pub struct Add {
    /// The store; made when missing
    pub store: PathBuf,
    /// Reports, folders of reports, or - for standard input; those that the store has when none is given
    #[arg(value_name = "INPUT")]
    pub inputs: Vec<PathBuf>,
    #[command(flatten)]
    pub reading: Reading,
}

/// Options of `remove`.
#[derive(Debug, Args)]
pub struct Remove {
    /// The store
    pub store: PathBuf,
    /// Reports by path, by folder, or by the first digits of their id
    #[arg(required = true, value_name = "DOCUMENT")]
    pub documents: Vec<String>,
}

/// Options of `status`.
#[derive(Debug, Args)]
pub struct Status {
    /// The store
    pub store: PathBuf,
    /// Print every report as a line of JSON instead
    #[arg(long)]
    pub json: bool,
    #[command(flatten)]
    pub reading: Reading,
}

/// Options of `graph`.
#[derive(Debug, Args)]
pub struct Graph {
    /// The store
    pub store: PathBuf,
    #[command(flatten)]
    pub output: GraphOutput,
    #[command(flatten)]
    pub reading: Reading,
}
