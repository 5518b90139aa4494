//! The program's own tables in TOML, read when first asked for.

use serde::de::DeserializeOwned;

/// The table that lies in the program as `text` and in the repository at `path`.
///
/// # Panics
/// Where it does not parse: the table is part of the program, and a build that cannot read it must not
/// run. Tests read each table.
pub fn read<T: DeserializeOwned>(path: &str, text: &str) -> T {
    toml::from_str(text).unwrap_or_else(|error| panic!("{path}: {error}"))
}
