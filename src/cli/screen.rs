//! Standard output and standard error: the only place that writes to them.

use std::cell::RefCell;
use std::io::{self, BufWriter, IsTerminal, Stdout, Write};
use std::path::Path;

use super::messages::{self, Messages};
use tuzhi::error::{Error, Result, Said};
use tuzhi::ontology::Language;

/// Where results and messages go.
pub struct Screen {
    out: RefCell<BufWriter<Stdout>>,
    language: Language,
}

impl Screen {
    /// Messages in `language`.
    pub fn new(language: Language) -> Self {
        Self { out: RefCell::new(BufWriter::with_capacity(1 << 16, io::stdout())), language }
    }

    /// The language of messages.
    pub fn language(&self) -> Language {
        self.language
    }

    /// The messages in that language.
    pub fn messages(&self) -> &'static Messages {
        messages::of(self.language)
    }

    /// Writes to standard output.
    ///
    /// # Errors
    /// When the other side is closed or full.
    pub fn print(&self, text: &str) -> Result<()> {
        self.out.borrow_mut().write_all(text.as_bytes()).map_err(failed)
    }

    /// Lets `fill` write to standard output.
    ///
    /// # Errors
    /// When the other side is closed or full.
    pub fn write(&self, fill: impl FnOnce(&mut dyn Write) -> Result<()>) -> Result<()> {
        fill(&mut *self.out.borrow_mut()).map_err(|error| match error {
            Error::Io { source, .. } => failed(source),
            other => other,
        })
    }

    /// Hands everything written so far to the other side.
    ///
    /// # Errors
    /// When the other side is closed or full.
    pub fn flush(&self) -> Result<()> {
        self.out.borrow_mut().flush().map_err(failed)
    }

    /// Tells an error, on one line.
    pub fn error(&self, error: &Error) {
        self.fault(self.words(&error.into()));
    }

    /// A message of the library in the language of messages.
    pub fn words<'a>(&self, said: &'a Said) -> &'a str {
        self.language.said(said)
    }

    /// Tells something that is wrong, in words found elsewhere.
    pub fn fault(&self, text: &str) {
        self.tell(&format!("{}: {text}", self.messages().error));
    }

    /// Tells something else that a person should know.
    pub fn note(&self, text: &str) {
        self.tell(&format!("{}: {text}", self.messages().note));
    }

    /// Whether a person watches standard error.
    pub fn is_watched(&self) -> bool {
        io::stderr().is_terminal()
    }

    /// One line on standard error. A closed standard error leaves nobody to tell.
    fn tell(&self, line: &str) {
        let line = line.replace(['\n', '\r'], " ");
        let _ = writeln!(io::stderr().lock(), "tuzhi: {line}");
    }
}

/// Tells a failure of the program itself on one line, like any other error. The run goes on
/// with the next report.
pub fn tell_failures_briefly() {
    std::panic::set_hook(Box::new(|failure| {
        let line = format!("tuzhi: failure in the program, {failure}").replace(['\n', '\r'], " ");
        let _ = writeln!(io::stderr().lock(), "{line}");
    }));
}

fn failed(source: io::Error) -> Error {
    Error::io(Path::new("standard output"), source)
}
