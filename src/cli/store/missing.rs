//! What a program says that was built without stores.

use std::path::Path;

use tuzhi::error::{Error, Result, Said};
use tuzhi::graph::KnowledgeGraph;

use crate::cli::Done;
use crate::cli::args::{Add, Graph, Remove, Status};
use crate::cli::screen::Screen;

/// Says what is missing.
pub fn add(options: &Add, _: &Screen) -> Result<Done> {
    let Add { store, inputs: _, reading: _ } = options;
    Err(missing(store))
}

/// Says what is missing.
pub fn remove(options: &Remove, _: &Screen) -> Result<Done> {
    let Remove { store, documents: _ } = options;
    Err(missing(store))
}

/// Says what is missing.
pub fn status(options: &Status, _: &Screen) -> Result<Done> {
    let Status { store, json: _, reading: _ } = options;
    Err(missing(store))
}

/// Says what is missing.
pub fn graph(options: &Graph, _: &Screen) -> Result<Done> {
    let Graph { store, output: _, reading: _ } = options;
    Err(missing(store))
}

/// Says what is missing.
pub fn merged(store: &Path) -> Result<KnowledgeGraph> {
    Err(missing(store))
}

fn missing(store: &Path) -> Error {
    Error::Format {
        path: store.display().to_string(),
        reason: Said::new("this tuzhi was built without stores", "这个 tuzhi 没有编入库的功能"),
        hint: Said::new(
            "cargo install tuzhi --features store builds it with them",
            "用 cargo install tuzhi --features store 重新安装",
        ),
    }
}
