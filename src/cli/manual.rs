//! `tuzhi man` and `tuzhi completions`: what shells and manuals need to know of the commands, made
//! of the same description that reads them.

use std::path::Path;

use clap::{Command, CommandFactory};
use tuzhi::error::{Error, Result};
use tuzhi::export;

use super::args::{Arguments, Completions, Man};
use super::screen::Screen;
use super::{Done, output};

/// Prints the completion script of a shell.
pub fn complete(options: &Completions, screen: &Screen) -> Result<Done> {
    let mut script = Vec::new();
    clap_complete::generate(options.shell, &mut Arguments::command(), "tuzhi", &mut script);
    screen.write(|out| out.write_all(&script).map_err(|source| Error::io(Path::new("standard output"), source)))?;
    Ok(Done::All)
}

/// Writes a page of the manual for the program and for each command.
pub fn write(options: &Man, screen: &Screen) -> Result<Done> {
    output::prepare(&options.folder)?;
    let mut program = Arguments::command();
    program.build();
    let mut written = 0;
    pages(&program, "tuzhi", &mut |name, command| {
        let path = options.folder.join(format!("{name}.1"));
        let page = clap_mangen::Man::new(command.clone().display_name(name.to_string()));
        written += 1;
        export::write_whole(&path, |out| page.render(&mut &mut *out).map_err(|source| Error::io(&path, source)))
    })?;
    screen.print(&format!("{}: {written} ({})\n", screen.messages().written, options.folder.display()))?;
    Ok(Done::All)
}

/// The command and those below it, under names as `man` knows them: tuzhi-query-path.
fn pages(command: &Command, name: &str, take: &mut impl FnMut(&str, &Command) -> Result<()>) -> Result<()> {
    take(name, command)?;
    let below = command.get_subcommands().filter(|below| below.get_name() != "help" && !below.is_hide_set());
    below.into_iter().try_for_each(|below| pages(below, &format!("{name}-{}", below.get_name()), take))
}
