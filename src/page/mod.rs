//! The page: one HTML file that shows a graph in a browser and needs no network.
//!
//! The program of the page is TypeScript (`web/`), built ahead; what is built lies in `web/dist` and
//! is part of this crate. Here the graph and the texts of its reports are put beside it. Data stand
//! in the file as compressed bytes, so that no word of a report can be taken for markup, and the
//! page's policy names the digests of the scripts that may run, so that nothing else does.

mod content;
mod texts;

use std::io::Write;

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use flate2::{Compression, GzBuilder};
use serde::Serialize;
use sha2::{Digest, Sha256};

pub use content::{Content, content};
pub use texts::{ReportText, text, texts};

use crate::error::{Error, Result};
use crate::graph::KnowledgeGraph;
use crate::ontology::Language;

/// The programs, in the order in which they run: what others wrote, then ours.
const SCRIPTS: [&str; 2] = [include_str!("../../web/dist/third-party.js"), include_str!("../../web/dist/page.js")];

/// The look.
const STYLE: &str = include_str!("../../web/dist/page.css");

/// The licences of what others wrote.
const LICENCES: &str = include_str!("../../web/dist/third-party.LICENSES.txt");

/// Where the page gets its data from.
#[derive(Debug, Clone, Copy)]
pub enum Source<'a> {
    /// All of it stands in the file: the graph, and the texts of those reports that could be read.
    File(&'a KnowledgeGraph, &'a [ReportText]),
    /// A server that is asked under `/api`.
    Server,
}

/// Writes the page. It speaks `language` until its reader chooses another.
///
/// # Errors
/// [`Error::Io`] without a path when `out` fails.
pub fn write(source: Source<'_>, language: Language, out: &mut dyn Write) -> Result<()> {
    let mut put = |text: &str| out.write_all(text.as_bytes()).map_err(|source| Error::io("", source));
    let (title, lang) = match language {
        Language::Zh => ("图志", "zh-CN"),
        Language::En => ("tuzhi", "en"),
    };
    put(&format!(
        "<!doctype html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n\
         <title>{title}</title>\n<style>{STYLE}</style>\n",
        policy(source)
    ))?;
    if let Source::File(graph, texts) = source {
        put(&block("graph", &content(graph, language, texts.iter().map(|text| text.document.as_str())))?)?;
        for text in texts {
            put(&block(&format!("text-{}", text.document), text)?)?;
        }
    }
    put(&format!(
        "</head>\n<body>\n<noscript>{}</noscript>\n<!-- Licences of third-party code\n\n{}-->\n",
        language.of("此页需要启用 JavaScript。", "This page needs JavaScript."),
        LICENCES.replace("--", "- -")
    ))?;
    for script in SCRIPTS {
        put(&format!("<script>{script}</script>\n"))?;
    }
    put("</body>\n</html>\n")
}

/// What a page from this source may do: run its own scripts, and ask its own server if it has one.
pub fn policy(source: Source<'_>) -> String {
    let scripts: Vec<String> = SCRIPTS.iter().map(|script| hash(script)).collect();
    let ask = if matches!(source, Source::Server) { "'self'" } else { "'none'" };
    format!(
        "default-src 'none'; script-src {}; style-src {}; img-src blob: data:; connect-src {ask}; base-uri 'none'; \
         form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
        scripts.join(" "),
        hash(STYLE)
    )
}

fn hash(text: &str) -> String {
    format!("'sha256-{}'", BASE64.encode(Sha256::digest(text)))
}

/// A value in a block that no browser runs: JSON, compressed, in letters that are no markup.
fn block(id: &str, value: &impl Serialize) -> Result<String> {
    let failed = |error: std::io::Error| Error::io("", error);
    let json = serde_json::to_vec(value).map_err(|error| failed(error.into()))?;
    // Neither time nor system is told in the head, so that the same graph gives the same page.
    let mut gzip = GzBuilder::new().mtime(0).operating_system(255).write(Vec::new(), Compression::default());
    gzip.write_all(&json).map_err(failed)?;
    let bytes = gzip.finish().map_err(failed)?;
    Ok(format!("<script type=\"application/gzip;base64\" id=\"{id}\">{}</script>\n", BASE64.encode(bytes)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn built_parts_cannot_end_their_element() {
        for script in SCRIPTS {
            let lower = script.to_ascii_lowercase();
            assert!(!lower.contains("</script") && !lower.contains("<!--"), "a script would end early");
            assert!(!lower.contains(['\0', '\r']), "a browser would read other bytes than were digested");
        }
        assert!(!STYLE.to_ascii_lowercase().contains("</style"));
    }
}
