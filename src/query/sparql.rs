//! SPARQL over the RDF that `tuzhi export --format nquads` gives, by the evaluator of oxigraph.

use oxrdf::{Dataset, Term};
use oxttl::NQuadsParser;
use sparesults::{QueryResultsFormat, QueryResultsSerializer, QuerySolution};
use spareval::{QueryEvaluator, QueryResults};
use spargebra::SparqlParser;

use crate::error::{Error, Result, Said, said};
use crate::export::{self, Format, Options, rdf::VOCABULARY};
use crate::graph::KnowledgeGraph;

/// Prefixes that a query need not declare.
const PREFIXES: [(&str, &str); 6] = [
    ("tz", VOCABULARY),
    ("entity", "urn:tuzhi:entity:"),
    ("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
    ("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
    ("skos", "http://www.w3.org/2004/02/skos/core#"),
    ("xsd", "http://www.w3.org/2001/XMLSchema#"),
];

/// What a query gives.
#[derive(Debug, PartialEq)]
pub enum Solutions {
    /// Of SELECT: variables, and a row for each solution in the order that the query asks for;
    /// without `ORDER BY` sorted, so that it is the same each time.
    Rows(Vec<String>, Vec<QuerySolution>),
    /// Of ASK.
    Truth(bool),
    /// Of CONSTRUCT and DESCRIBE: N-Triples, sorted, each once.
    Triples(Vec<String>),
}

/// Asks a graph in SPARQL 1.2. The default graph holds all that is said; the prefixes tz, entity,
/// rdf, rdfs, skos and xsd are known. Nothing is fetched: SERVICE fails.
///
/// # Errors
/// [`Error::Check`] for a query that cannot be read or evaluated.
pub fn sparql(graph: &KnowledgeGraph, options: Options, query: &str) -> Result<Solutions> {
    let mut parser = SparqlParser::new();
    for (name, space) in PREFIXES {
        parser = parser.with_prefix(name, space).map_err(|fault| failed(&fault.to_string()))?;
    }
    let query = parser.parse_query(query).map_err(|fault| unreadable(&fault.to_string()))?;
    let ordered = in_order(&query);
    let dataset = dataset(graph, options)?;
    let evaluator = QueryEvaluator::new();
    let mut prepared = evaluator.prepare(&query);
    if prepared.dataset().is_default_dataset() {
        prepared.dataset_mut().set_default_graph_as_union();
    }
    let results = prepared.execute(&dataset).map_err(|fault| failed(&fault.to_string()))?;
    Ok(match results {
        QueryResults::Boolean(truth) => Solutions::Truth(truth),
        QueryResults::Solutions(found) => {
            let variables = found.variables().iter().map(|variable| variable.as_str().to_string()).collect();
            let mut rows =
                found.collect::<std::result::Result<Vec<_>, _>>().map_err(|fault| failed(&fault.to_string()))?;
            if !ordered {
                rows.sort_by_cached_key(|row| {
                    row.values().iter().map(|term| term.as_ref().map(Term::to_string)).collect::<Vec<_>>()
                });
            }
            Solutions::Rows(variables, rows)
        }
        QueryResults::Graph(triples) => {
            let told = triples.map(|triple| triple.map(|triple| format!("{triple} .")));
            let mut told =
                told.collect::<std::result::Result<Vec<_>, _>>().map_err(|fault| failed(&fault.to_string()))?;
            told.sort_unstable();
            told.dedup();
            Solutions::Triples(told)
        }
    })
}

/// Whether a query says in which order its solutions come.
fn in_order(query: &spargebra::Query) -> bool {
    query.to_string().to_ascii_uppercase().contains("ORDER BY")
}

fn dataset(graph: &KnowledgeGraph, options: Options) -> Result<Dataset> {
    let mut quads = Vec::new();
    export::write(graph, Format::Nquads, options, &mut quads)?;
    let parsed = NQuadsParser::new().for_slice(&quads);
    parsed.collect::<std::result::Result<Dataset, _>>().map_err(|fault| failed(&fault.to_string()))
}

fn unreadable(fault: &str) -> Error {
    check(said!("the query cannot be read: {fault}; see docs/query.md", "读不懂这个查询：{fault}；见 docs/query.md"))
}

fn failed(fault: &str) -> Error {
    check(said!("the query failed: {fault}; see docs/query.md", "查询失败：{fault}；见 docs/query.md"))
}

fn check(words: Said) -> Error {
    Error::Check(words)
}

impl Solutions {
    /// As SPARQL Query Results JSON; triples as a list of lines.
    ///
    /// # Errors
    /// None that memory does not give.
    pub fn json(&self) -> Result<String> {
        let bytes = match self {
            Self::Triples(lines) => serde_json::to_vec_pretty(lines).map_err(|fault| failed(&fault.to_string()))?,
            _ => self.serialized(QueryResultsFormat::Json)?,
        };
        String::from_utf8(bytes).map_err(|fault| failed(&fault.to_string()))
    }

    fn serialized(&self, format: QueryResultsFormat) -> Result<Vec<u8>> {
        let io = |fault: std::io::Error| failed(&fault.to_string());
        let serializer = QueryResultsSerializer::from_format(format);
        let mut bytes = Vec::new();
        match self {
            Self::Rows(variables, rows) => {
                let named = variables.iter().map(|name| oxrdf::Variable::new_unchecked(name.clone())).collect();
                let mut writer = serializer.serialize_solutions_to_writer(&mut bytes, named).map_err(io)?;
                for row in rows {
                    writer.serialize(row).map_err(io)?;
                }
                writer.finish().map_err(io)?;
            }
            Self::Truth(truth) => {
                serializer.serialize_boolean_to_writer(&mut bytes, *truth).map_err(io)?;
            }
            Self::Triples(_) => {}
        }
        Ok(bytes)
    }

    /// As SPARQL Query Results CSV (RFC 4180); triples a line each.
    ///
    /// # Errors
    /// None that memory does not give.
    pub fn csv(&self) -> Result<String> {
        let bytes = match self {
            Self::Triples(lines) => lines.iter().flat_map(|line| format!("{line}\n").into_bytes()).collect(),
            _ => self.serialized(QueryResultsFormat::Csv)?,
        };
        String::from_utf8(bytes).map_err(|fault| failed(&fault.to_string()))
    }

    /// Headings and rows for people: IRIs by their prefixes, literals by their words.
    pub fn table(&self) -> (Vec<String>, Vec<Vec<String>>) {
        match self {
            Self::Rows(variables, rows) => {
                let row = |row: &QuerySolution| {
                    row.values().iter().map(|term| term.as_ref().map(shown).unwrap_or_default()).collect()
                };
                (variables.clone(), rows.iter().map(row).collect())
            }
            Self::Truth(truth) => (vec!["answer".into()], vec![vec![truth.to_string()]]),
            Self::Triples(lines) => (vec!["triple".into()], lines.iter().map(|line| vec![line.clone()]).collect()),
        }
    }
}

/// A term as people read it.
fn shown(term: &Term) -> String {
    match term {
        Term::NamedNode(node) => {
            let iri = node.as_str();
            let short = |(name, space): &(&str, &str)| iri.strip_prefix(space).map(|rest| format!("{name}:{rest}"));
            PREFIXES.iter().find_map(short).unwrap_or_else(|| format!("<{iri}>"))
        }
        Term::Literal(literal) => literal.value().to_string(),
        other => other.to_string(),
    }
}
