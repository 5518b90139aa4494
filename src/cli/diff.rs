//! `tuzhi diff`: what two graphs do not share.

use tuzhi::compare::{Change, Diff, diff, diff_sheet};
use tuzhi::error::Result;

use super::Done;
use super::args::Diff as Wishes;
use super::query::Teller;
use super::screen::Screen;

/// Prints what the second graph has, lacks or tells otherwise than the first.
pub fn run(options: &Wishes, screen: &Screen) -> Result<Done> {
    let (before, after) = (super::graph(&options.before)?, super::graph(&options.after)?);
    let mut found = diff(&before, &after);
    found.entities.retain(|one| {
        let kind = one.entity.kind.parse().ok();
        wanted(options, one.change)
            && (options.kinds.is_empty() || kind.is_some_and(|kind| options.kinds.contains(&kind)))
    });
    // Who asks for kinds of entities is told no relations.
    found.relations.retain(|one| wanted(options, one.change) && options.kinds.is_empty());
    let teller = Teller { options: &options.telling, screen };
    let language = screen.language();
    let sheet = || {
        let whole = diff_sheet(&found, language);
        let more = whole.rows.len().saturating_sub(teller.rows());
        let mut shown = whole;
        shown.rows.truncate(teller.rows());
        shown.and_more(more)
    };
    teller.tell_table(&found, sheet)?;
    if !options.telling.json && !options.telling.csv {
        screen.print(&format!("\n{}\n", totals(&found, screen)))?;
    }
    Ok(Done::All)
}

fn wanted(options: &Wishes, change: Change) -> bool {
    options.changes.is_empty() || options.changes.iter().any(|one| Change::from(*one) == change)
}

/// How many entities and relations changed how.
fn totals(diff: &Diff, screen: &Screen) -> String {
    let language = screen.language();
    let count = |changes: &[Change], change: Change| changes.iter().filter(|one| **one == change).count();
    let line = |name: &str, changes: Vec<Change>| {
        let [new, gone, changed] = [Change::New, Change::Gone, Change::Changed].map(|change| count(&changes, change));
        language
            .of(
                &format!("{name}：新增 {new}，消失 {gone}，变动 {changed}"),
                &format!("{name}: {new} new, {gone} gone, {changed} changed"),
            )
            .to_string()
    };
    let entities = line(screen.messages().entities, diff.entities.iter().map(|one| one.change).collect());
    let relations = line(screen.messages().relations, diff.relations.iter().map(|one| one.change).collect());
    format!("{entities}\n{relations}")
}
