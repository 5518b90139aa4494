//! `tuzhi query GRAPH ask`: a question in Chinese, and what was made of it.

use tuzhi::error::{Error, Result};
use tuzhi::graph::Snapshot;
use tuzhi::ontology::Language;
use tuzhi::query::ask::{Meaning, patterns};
use tuzhi::query::{
    Asked, Filter, Misread, Reply, answer, ask, entry_sheet, fact_sheet, honour_sheet, lead_sheet, path_sheet,
    timeline_sheet, ways,
};

use super::super::table::Table;
use super::Done;
use super::tell::Teller;

/// Prints the answer to a question, or the questions that can be asked.
pub fn run(graph: &Snapshot, filter: &Filter, question: Option<&str>, teller: &Teller<'_>) -> Result<Done> {
    let Some(question) = question else {
        teller.screen.print(&questions(teller.screen.language()))?;
        return Ok(Done::All);
    };
    let asked = match ask(graph, filter, question)? {
        Ok(asked) => asked,
        Err(misread) if teller.options.json => {
            teller.json(&misread)?;
            return Ok(Done::Partly);
        }
        Err(misread) => return Err(Error::Check(words(&misread, question, teller).into())),
    };
    teller.screen.note(&(teller.screen.messages().understood)(&pairs(&asked.taken)));
    tell(&asked, teller)?;
    Ok(Done::All)
}

fn tell(asked: &Asked, teller: &Teller<'_>) -> Result<()> {
    if teller.options.json {
        return teller.json(asked);
    }
    match &asked.reply {
        Reply::Profile(profile) => teller.tell(profile, || profile.sheet(), |how| answer(profile, how)),
        Reply::Paths(found) => teller.tell(found, || path_sheet(found), |how| ways(found, how)),
        Reply::Around(around) => teller.tell_rows(around.neighbours.clone(), 0, None, |rows| around.sheet_of(rows)),
        Reply::Entities(rows) => teller.tell_rows(rows.clone(), 0, None, entry_sheet),
        Reply::Facts(rows) => teller.tell_rows(rows.clone(), 0, None, fact_sheet),
        Reply::Timeline(rows) => teller.tell_rows(rows.clone(), 0, None, timeline_sheet),
        Reply::Honours(rows) => teller.tell_rows(rows.clone(), 0, None, honour_sheet),
        Reply::Leads(rows) => teller.tell_rows(rows.clone(), 0, None, lead_sheet),
    }
}

/// Words with what they were taken for.
fn pairs(meanings: &[Meaning]) -> String {
    let pair = |meaning: &Meaning| format!("{} = {}", meaning.words, meaning.meant);
    meanings.iter().map(pair).collect::<Vec<_>>().join("; ")
}

/// What was recognised, what was not, and what could be asked instead.
fn words(misread: &Misread, question: &str, teller: &Teller<'_>) -> String {
    let messages = teller.screen.messages();
    let mut parts = vec![(messages.misread)(question)];
    if !misread.recognised.is_empty() {
        parts.push((messages.recognised)(&pairs(&misread.recognised)));
    }
    if !misread.rest.is_empty() {
        parts.push((messages.not_recognised)(&misread.rest.join(" ")));
    }
    for unknown in &misread.unknown {
        let near: Vec<&str> = unknown.near.iter().map(String::as_str).collect();
        parts.push((messages.unknown)(&unknown.words, &near));
    }
    parts.push((messages.for_example)(&misread.examples.iter().take(3).cloned().collect::<Vec<_>>().join(" ")));
    parts.join("; ")
}

/// The patterns, each with a question.
fn questions(language: Language) -> String {
    let mut table = Table::new([language.of("问什么", "asks"), language.of("例如", "for example")]);
    for card in patterns() {
        table.row([language.of(&card.zh, &card.en).to_string(), card.examples[0].clone()]);
    }
    table.text()
}
