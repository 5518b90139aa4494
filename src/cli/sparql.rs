//! `tuzhi sparql`: a graph asked in a standard language.

use tuzhi::error::Result;

use super::Done;
use super::args::Sparql;
use super::screen::Screen;

/// Prints what a query gives.
#[cfg(feature = "sparql")]
pub fn run(options: &Sparql, screen: &Screen) -> Result<Done> {
    use tuzhi::export;
    use tuzhi::query::sparql::sparql;

    use super::table::Table;

    let graph = super::graph(&options.graph)?;
    let query = match options.query.as_str() {
        "-" => String::from_utf8_lossy(&super::bytes_of("-".as_ref())?).into_owned(),
        query => query.to_string(),
    };
    let how = export::Options { language: screen.language(), ..export::Options::default() };
    let found = sparql(&graph, how, &query)?;
    if options.json {
        screen.print(&format!("{}\n", found.json()?))?;
    } else if options.csv {
        screen.print(&found.csv()?)?;
    } else {
        let (heads, rows) = found.table();
        let mut table = Table::new(heads.iter().map(String::as_str));
        rows.into_iter().for_each(|row| table.row(row));
        screen.print(&table.text())?;
    }
    Ok(Done::All)
}

/// Says what is missing.
#[cfg(not(feature = "sparql"))]
pub fn run(options: &Sparql, screen: &Screen) -> Result<Done> {
    let Sparql { graph, query: _, json: _, csv: _ } = options;
    Err(tuzhi::error::Error::Check(format!("{}: {}", graph.display(), screen.messages().no_sparql).into()))
}
