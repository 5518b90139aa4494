//! The words in English.

use super::{Messages, columns, some_of};

pub(super) static WORDS: Messages = Messages {
    error: "error",
    note: "note",
    documents: "documents",
    repairs: "repairs",
    entities: "entities",
    relations: "relations",
    facts: "facts",
    written: "written",
    time: "time",
    failed: "failed",
    left_out: "left out",
    seconds: "s",
    nothing_read: "none of the inputs could be read, so no graph was written",
    no_records: "no records, so no graph was written; give files that tuzhi extract wrote",
    verified: |places, documents| format!("all {places} places found in {documents} documents"),
    not_verified: |faults, places| format!("{faults} faults at {places} places; build the graph anew from its files"),
    unknown: |name, near| match near {
        [] => format!("nothing is called “{name}”; try a part of the name"),
        near => format!("nothing is called “{name}”; did you mean {}?", near.join(", ")),
    },
    no_document: |words| format!("no report has “{words}” in its title or path; try a part of its name"),
    taken_for: |name, id, others| match others {
        [] => format!("“{name}” is taken for {id}"),
        others => format!("“{name}” is taken for {id}; it may also mean {}", others.join(", ")),
    },
    no_path: "nothing joins the two by what counts here",
    nothing_found: "nothing found",
    and_more: |more| format!("… and {more} more; --all or --limit N tells them"),
    no_column: |name, known| format!("there is no column “{name}”; name one of {}", known.join(", ")),
    estimated: |part, all| format!("estimated from the paths of {part} of {all} entities"),
    grouped: |without, groups, alone, modularity| {
        let without = match without {
            [] => String::new(),
            without => format!("; without {} (--with-regions keeps them)", some_of(without, ", ")),
        };
        format!("groups: {groups}, entities alone: {alone}, modularity: {modularity:.3}{without}")
    },
    understood: |pairs| format!("understood: {pairs}"),
    misread: |question| format!("no pattern reads “{question}”"),
    recognised: |pairs| format!("recognised: {pairs}"),
    not_recognised: |words| format!("not understood: {words}"),
    for_example: |examples| format!("ask for example: {examples}"),
    #[cfg(not(feature = "sparql"))]
    no_sparql: "this tuzhi was built without the feature sparql; cargo install tuzhi --features sparql builds it with it",
    no_rule: |part| format!("no rule has “{part}” in its id; tuzhi rules list prints all"),
    without_texts: |missing, all| {
        format!(
            "the page shows sentences and not the whole text for {missing} of {all} reports; --root names their folder"
        )
    },
    #[cfg(feature = "serve")]
    served_at: |address| format!("serving at {address}, until Ctrl-C"),
    #[cfg(not(feature = "serve"))]
    no_server: "this tuzhi was built without the server; cargo install tuzhi --features serve builds it with it",
    also_meant: "Also called so:",
    nodes: "nodes",
    edges: "edges",
    fates: ["created", "changed", "left", "removed"],
    reconnected: |times| format!("connection lost and made anew {times} times"),
    again: |reason, tries, limit| format!("{reason}; try {tries} of {limit} more"),
    read_them_with: "read them with",
    #[cfg(feature = "load")]
    no_password: "a user is named and no password; set TUZHI_PASSWORD",
    #[cfg(feature = "load")]
    password_for: |server| format!("password for {server}: "),
    columns: &columns::ENGLISH,
};
