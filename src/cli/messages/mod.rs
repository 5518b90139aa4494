//! Every word that people read in the terminal, in English and in Chinese.

mod chinese;
mod columns;
mod english;

pub use columns::Columns;
use tuzhi::ontology::{Attribute, Kind, Language, Modality, RelationType};

/// Words and phrases of one language.
#[derive(Debug)]
pub struct Messages {
    /// Before an error.
    pub error: &'static str,
    /// Before something worth knowing.
    pub note: &'static str,
    /// Rows of the summary.
    pub documents: &'static str,
    /// Row of the summary.
    pub repairs: &'static str,
    /// Row of the summary.
    pub entities: &'static str,
    /// Row of the summary.
    pub relations: &'static str,
    /// Row of the summary.
    pub facts: &'static str,
    /// Row of the summary.
    pub written: &'static str,
    /// Row of the summary.
    pub time: &'static str,
    /// Behind a number of inputs that could not be used.
    pub failed: &'static str,
    /// Behind a number of inputs that are no reports.
    pub left_out: &'static str,
    /// Behind a number of seconds.
    pub seconds: &'static str,
    /// When no report is left to make a graph of.
    pub nothing_read: &'static str,
    /// When no record is left to make a graph of.
    pub no_records: &'static str,
    /// After a check without faults: places looked up, files read.
    pub verified: fn(usize, usize) -> String,
    /// After a check with faults: faults, places looked up.
    pub not_verified: fn(usize, usize) -> String,
    /// When a graph has nothing of that name: the name, and what may be meant.
    pub unknown: fn(&str, &[&str]) -> String,
    /// When no report has these words in its title or path.
    pub no_document: fn(&str) -> String,
    /// When a name is taken for an entity: the name, the id, ids of others it may mean.
    pub taken_for: fn(&str, &str, &[&str]) -> String,
    /// When nothing joins two entities.
    pub no_path: &'static str,
    /// In place of a table without rows.
    pub nothing_found: &'static str,
    /// Below a table: how many more there are.
    pub and_more: fn(usize) -> String,
    /// When a table has no such column: the name, and those it has.
    pub no_column: fn(&str, &[&str]) -> String,
    /// Above a ranking by a part of the graph: entities that were counted from, and all.
    pub estimated: fn(usize, usize) -> String,
    /// Above groups: regions left out, groups, entities alone, modularity.
    pub grouped: fn(&[&str], usize, usize, f64) -> String,
    /// Above an answer: words with what they were taken for.
    pub understood: fn(&str) -> String,
    /// When a question was not understood.
    pub misread: fn(&str) -> String,
    /// Words of it that mean something.
    pub recognised: fn(&str) -> String,
    /// Words of it that do not.
    pub not_recognised: fn(&str) -> String,
    /// Questions that could be asked.
    pub for_example: fn(&str) -> String,
    #[cfg(not(feature = "sparql"))]
    /// When a query is given and nothing reads it.
    pub no_sparql: &'static str,
    /// When no rule has these words in its id.
    pub no_rule: fn(&str) -> String,
    /// When reports cannot be read again for a page: how many, of how many.
    pub without_texts: fn(usize, usize) -> String,
    #[cfg(feature = "serve")]
    /// When the server listens: its address.
    pub served_at: fn(&str) -> String,
    #[cfg(not(feature = "serve"))]
    /// When the program was built without the server.
    pub no_server: &'static str,
    /// Before other things that the name may mean.
    pub also_meant: &'static str,
    /// Rows of the summary of `load`.
    pub nodes: &'static str,
    /// Row of the summary of `load`.
    pub edges: &'static str,
    /// Behind numbers of things that were loaded: created, changed, left, removed.
    pub fates: [&'static str; 4],
    /// How often a connection was made anew.
    pub reconnected: fn(usize) -> String,
    /// When a request is made again: why, which time, times at most.
    pub again: fn(&str, usize, usize) -> String,
    /// Before the command that reads bulk files.
    pub read_them_with: &'static str,
    #[cfg(feature = "load")]
    /// When a user was named, and a password cannot be asked for.
    pub no_password: &'static str,
    #[cfg(feature = "load")]
    /// When a password is asked for: the server.
    pub password_for: fn(&str) -> String,
    /// Heads of the columns of `inspect`, in the order of the stages.
    pub columns: &'static Columns,
}

/// The messages in `language`.
pub fn of(language: Language) -> &'static Messages {
    match language {
        Language::En => &english::WORDS,
        Language::Zh => &chinese::WORDS,
    }
}

/// A kind as it is shown: its name in files, or its Chinese label.
pub fn kind_label(language: Language, kind: Kind) -> String {
    language.of(Language::Zh.kind(kind), kind.name()).into()
}

/// A relation type as it is shown.
pub fn relation_label(language: Language, kind: RelationType) -> String {
    language.of(Language::Zh.relation(kind), kind.name()).into()
}

/// An attribute as it is shown.
pub fn attribute_label(language: Language, attribute: Attribute) -> String {
    language.of(Language::Zh.attribute(attribute), attribute.name()).into()
}

/// A modality as it is shown.
pub fn modality_label(language: Language, modality: Modality) -> String {
    language.modality(modality).into()
}

/// The first three of some names.
fn some_of(names: &[&str], between: &str) -> String {
    let more = if names.len() > 3 { " …" } else { "" };
    format!("{}{more}", names[..names.len().min(3)].join(between))
}
