//! What people read of stores, in English and in Chinese.

use tuzhi::ontology::Language;
use tuzhi::store::{Added, State};

/// Words and phrases of one language.
#[derive(Debug)]
pub struct Words {
    /// Row of the summaries: the file.
    pub store: &'static str,
    /// Row of the summaries: how many records.
    pub records: &'static str,
    /// Behind numbers of documents that were added, as in [`Added::ALL`].
    pub added: [&'static str; Added::ALL.len()],
    /// How documents stand, as in [`State::ALL`].
    pub states: [&'static str; State::ALL.len()],
    /// Heads of the table of documents: how they stand, id, path.
    pub heads: [&'static str; 3],
    /// How many documents there are, and how large the file is.
    pub holds: fn(u64, &str) -> String,
    /// How many documents were taken out.
    pub removed: fn(usize) -> String,
    /// When documents that are not as they were are only counted: how many.
    pub more: fn(usize) -> String,
    /// When a store has nothing to make a graph of.
    pub empty: &'static str,
}

/// The words of a language.
pub fn of(language: Language) -> &'static Words {
    match language {
        Language::En => &ENGLISH,
        Language::Zh => &CHINESE,
    }
}

const ENGLISH: Words = Words {
    store: "store",
    records: "records",
    added: ["new", "replaced", "renewed", "unchanged"],
    states: ["current", "stale", "changed", "missing", "unreadable"],
    heads: ["state", "id", "path"],
    holds: |documents, size| format!("{documents} documents, {size}"),
    removed: |documents| format!("removed: {documents}"),
    more: |more| format!("… and {more} more; --json tells all"),
    empty: "the store has no documents, so no graph was written; add some with tuzhi add",
};

const CHINESE: Words = Words {
    store: "库",
    records: "记录",
    added: ["新增", "替换", "重做", "未变"],
    states: ["最新", "待重做", "已改动", "已不在", "读不了"],
    heads: ["状态", "编号", "路径"],
    holds: |documents, size| format!("{documents} 份文档，{size}"),
    removed: |documents| format!("移除：{documents}"),
    more: |more| format!("……另有 {more} 份；--json 列出全部"),
    empty: "库里没有文档，未写出图谱；请用 tuzhi add 加入文档",
};

/// A size in bytes as people say it.
pub fn size(bytes: u64) -> String {
    match bytes {
        0..1_000_000 => format!("{} kB", bytes.div_ceil(1000)),
        _ => format!("{:.1} MB", bytes as f64 / 1e6),
    }
}
