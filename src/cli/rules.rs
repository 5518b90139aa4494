//! `tuzhi rules`: what the rules do, in words.

use tuzhi::error::{Error, Result};
use tuzhi::explain::{Telling, rules};

use super::Done;
use super::args::{Rules, RulesCommand};
use super::screen::Screen;

/// Prints the rules whose ids hold the words asked for.
pub fn run(options: &Rules, screen: &Screen) -> Result<Done> {
    let RulesCommand::List { part, all } = &options.command;
    let part = part.as_deref().unwrap_or("");
    let telling = Telling { language: screen.language(), rows: if *all { usize::MAX } else { 1 } };
    let text = rules(part, telling);
    if text.is_empty() {
        return Err(Error::Check((screen.messages().no_rule)(part).into()));
    }
    screen.print(&text)?;
    Ok(Done::All)
}
