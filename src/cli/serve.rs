//! `tuzhi serve` and `tuzhi mcp`: a graph for browsers, programs and agents.

use tuzhi::error::Result;

use super::Done;
use super::args::{Mcp, Serve};
use super::screen::Screen;

/// The variable that a token may stand in.
#[cfg(feature = "serve")]
const TOKEN: &str = "TUZHI_TOKEN";

/// Serves the graph until the program is told to stop.
#[cfg(feature = "serve")]
pub fn run(options: &Serve, screen: &Screen) -> Result<Done> {
    let token = options.token.clone().or_else(|| std::env::var(TOKEN).ok()).filter(|token| !token.is_empty());
    let settings = tuzhi::serve::Settings {
        address: options.address,
        token,
        hosts: options.hosts.clone(),
        rate: (options.rate > 0).then_some(options.rate),
        language: screen.language(),
    };
    let live = live(&options.graph, options.root.as_deref(), screen)?;
    tuzhi::serve::serve(live, &settings, |address| {
        screen.note(&(screen.messages().served_at)(&format!("http://{address}/")));
    })?;
    Ok(Done::All)
}

/// Answers an agent over standard input and output.
#[cfg(feature = "serve")]
pub fn speak(options: &Mcp, screen: &Screen) -> Result<Done> {
    tuzhi::serve::speak(live(&options.graph, options.root.as_deref(), screen)?, screen.language())?;
    Ok(Done::All)
}

#[cfg(feature = "serve")]
fn live(path: &std::path::Path, root: Option<&std::path::Path>, screen: &Screen) -> Result<tuzhi::serve::Live> {
    let graph = path.to_path_buf();
    let reports = tuzhi::read::Reports::below(root);
    tuzhi::serve::Live::open(
        path.to_path_buf(),
        Box::new(move || super::opened(&graph)),
        Box::new(move |row| reports.load(&row.path)),
        screen.language(),
    )
}

/// Says that this program cannot serve.
#[cfg(not(feature = "serve"))]
pub fn run(_: &Serve, screen: &Screen) -> Result<Done> {
    Err(tuzhi::error::Error::Check(screen.messages().no_server.into()))
}

/// Says that this program cannot answer agents.
#[cfg(not(feature = "serve"))]
pub fn speak(_: &Mcp, screen: &Screen) -> Result<Done> {
    Err(tuzhi::error::Error::Check(screen.messages().no_server.into()))
}
