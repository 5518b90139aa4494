//! Stores of RDF: SPARQL 1.1 Query and Update over HTTP, a named graph for each source.
//!
//! Each thing carries the digest of what is said of it; those with another digest than the
//! store's are taken out and put in anew, in one update, which is a transaction.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fmt::Write as _;
use std::time::Duration;

use serde::Deserialize;
use sha2::{Digest, Sha256};
use ureq::Agent;

use super::address::Server;
use super::failure::{Answer, Failure};
use super::fate::{Fate, Fates};
use super::session::{Connect, Session};
use super::tally::Summary;
use super::{Credentials, Event, Options, wire};
use crate::error::{Result, said};
use crate::export::RdfVersion;
use crate::export::rdf::{DIGEST, Maker, Term, Thing, Triple, escaped};
use crate::export::triples::Full;
use crate::graph::KnowledgeGraph;

/// Bytes of an answer at most: the digests of some ten million things.
const LONGEST: u64 = 2 << 30;

/// How often everything is compared anew after lost connections.
const ROUNDS: usize = 20;

const RDF: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

/// Spares triples between entities: relations assert them, and they go with relations.
const OWN: &str = "FILTER(!(STRSTARTS(STR(?s), \"urn:tuzhi:entity:\") && STRSTARTS(STR(?o), \"urn:tuzhi:entity:\")))";

pub(super) struct Sparql {
    agent: Agent,
    query: String,
    update: String,
    authorization: Option<String>,
}

impl Connect for Sparql {
    fn connect(server: &Server, credentials: &Credentials) -> Answer<Self> {
        // An unknown host is told as such, whatever the client of HTTP makes of it.
        drop(wire::addresses(server)?);
        let agent: Agent = Agent::config_builder()
            .timeout_connect(Some(Duration::from_secs(10)))
            .timeout_recv_response(Some(Duration::from_secs(300)))
            .http_status_as_error(false)
            .build()
            .into();
        let host = if server.host.contains(':') { format!("[{}]", server.host) } else { server.host.clone() };
        let scheme = if server.encrypted { "https" } else { "http" };
        let base = format!("{scheme}://{host}:{}/{}", server.port, server.path);
        let base = base.trim_end_matches('/');
        // GraphDB and RDF4J ask at the repository; Oxigraph and Fuseki at services below it.
        let (query, update) = if server.path.contains("repositories/") {
            (base.to_string(), format!("{base}/statements"))
        } else {
            (format!("{base}/query"), format!("{base}/update"))
        };
        let authorization = credentials.password.as_ref().map(|password| {
            let user = credentials.user.as_deref().unwrap_or("");
            format!("Basic {}", base64(format!("{user}:{password}").as_bytes()))
        });
        let mut sparql = Self { agent, query, update, authorization };
        let answer = sparql.send(&sparql.query.clone(), "application/sparql-query", "ASK {}")?;
        if !answer.contains("boolean") {
            return Err(Failure::foreign("ASK gives no answer in JSON"));
        }
        Ok(sparql)
    }
}

impl Sparql {
    fn send(&mut self, url: &str, kind: &str, body: &str) -> Answer<String> {
        let mut request = self
            .agent
            .post(url)
            .header("Content-Type", kind)
            .header("Accept", "application/sparql-results+json, */*;q=0.1");
        if let Some(authorization) = &self.authorization {
            request = request.header("Authorization", authorization);
        }
        let mut answer = request.send(body).map_err(failed)?;
        let text = answer.body_mut().with_config().limit(LONGEST).read_to_string().map_err(failed);
        let words = |text: &str| {
            let line: String = text.lines().next().unwrap_or("").chars().take(300).collect();
            format!("{} {line}", answer.status())
        };
        match answer.status().as_u16() {
            200..=299 => text,
            401 | 403 => Err(Failure::refused(&words(""))),
            404 | 405 => {
                let words = words("");
                Err(Failure::Final(
                    said!("nothing answers SPARQL at {url} ({words})", "{url} 处没有应答 SPARQL 的（{words}）"),
                    said!(
                        "name the data set behind the port: sparql+http://host:3030/name for Fuseki, \
                         …/repositories/name for GraphDB",
                        "请在端口后写数据集：Fuseki 写 sparql+http://host:3030/name，GraphDB 写 …/repositories/name"
                    ),
                ))
            }
            408 | 425 | 429 | 502..=504 => Err(Failure::Busy(words("").into())),
            _ => Err(Failure::rejected(&words(&text?))),
        }
    }

    fn update(&mut self, update: &str) -> Answer<()> {
        self.send(&self.update.clone(), "application/sparql-update", update).map(|_| ())
    }

    /// The rows of a query, each with the values of `names`.
    fn select<const N: usize>(&mut self, query: &str, names: [&str; N]) -> Answer<Vec<[String; N]>> {
        #[derive(Deserialize)]
        struct Answered {
            results: Results,
        }
        #[derive(Deserialize)]
        struct Results {
            bindings: Vec<BTreeMap<String, Value>>,
        }
        #[derive(Deserialize)]
        struct Value {
            value: String,
        }
        let text = self.send(&self.query.clone(), "application/sparql-query", query)?;
        let answered: Answered =
            serde_json::from_str(&text).map_err(|error| Failure::foreign(&format!("its rows are no JSON: {error}")))?;
        let row = |mut row: BTreeMap<String, Value>| {
            let mut all = names.map(|_| String::new());
            for (place, name) in all.iter_mut().zip(names) {
                *place = row.remove(name)?.value;
            }
            Some(all)
        };
        Ok(answered.results.bindings.into_iter().filter_map(row).collect())
    }
}

fn failed(error: ureq::Error) -> Failure {
    match error {
        ureq::Error::Io(source) => source.into(),
        ureq::Error::Timeout(_) | ureq::Error::ConnectionFailed => Failure::Lost(error.to_string().into()),
        other => Failure::Lost(other.to_string().into()),
    }
}

/// A thing with its digest, as triples that can be sent.
struct Unit {
    subject: String,
    relation: bool,
    digest: String,
    /// What is said of it, in the syntax of N-Triples.
    said: String,
    asserted: Option<String>,
}

impl Unit {
    fn of(thing: &Thing) -> Self {
        let mut said = String::new();
        for triple in &thing.triples {
            said += &line(triple);
        }
        let asserted = thing.asserted.as_ref().map(line);
        let mut hash = Sha256::new_with_prefix(&said);
        hash.update(asserted.as_deref().unwrap_or(""));
        let digest: String = hash.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect();
        let subject = Full(&thing.subject).to_string();
        let _ = writeln!(said, "{subject} <{DIGEST}> \"{digest}\" .");
        let relation = matches!(&thing.subject, Term::Iri(iri) if iri.starts_with("urn:tuzhi:relation:"));
        Self { subject, relation, digest, said, asserted }
    }
}

fn line([subject, predicate, object]: &Triple) -> String {
    format!("{} {} {} .\n", Full(subject), Full(predicate), Full(object))
}

/// Brings the named graph of the source to what the graph holds.
pub(super) fn sync(session: Session<'_, Sparql>, graph: &KnowledgeGraph, options: &Options) -> Result<Summary> {
    let maker = Maker::new(options.language, options.rdf, options.quotes);
    let units: Vec<Unit> = maker.things(graph).map(|thing| Unit::of(&thing)).collect();
    let mut sync = Sync { session, options, graph: format!("<urn:tuzhi:graph:{}>", escaped(&options.source)) };
    let mut fates = (Fates::default(), Fates::default());
    for _ in 0..ROUNDS {
        let lost = sync.session.lost;
        sync.round(&units, &mut fates)?;
        if lost == sync.session.lost {
            break;
        }
    }
    let mut summary = Summary { nodes: fates.0.tally(), edges: fates.1.tally(), lost: sync.session.lost };
    if options.prune {
        (summary.edges.removed, summary.nodes.removed) = sync.prune(&units)?;
        summary.lost = sync.session.lost;
    }
    Ok(summary)
}

struct Sync<'s, 'o> {
    session: Session<'s, Sparql>,
    options: &'o Options,
    /// The named graph, as SPARQL writes it.
    graph: String,
}

impl Sync<'_, '_> {
    fn round(&mut self, units: &[Unit], fates: &mut (Fates, Fates)) -> Result<()> {
        let there = self.there()?;
        fates.0.begin();
        fates.1.begin();
        let asserted: BTreeSet<&str> = units.iter().filter_map(|unit| unit.asserted.as_deref()).collect();
        let (mut done, began) = (0, self.session.lost);
        for batch in units.chunks(self.options.batch) {
            // What the server still knows is for the next round to see.
            if self.session.lost > began {
                break;
            }
            let (mut new, mut changed) = (Vec::new(), Vec::new());
            for unit in batch {
                let fate = match there.get(&unit.subject) {
                    None => Fate::Created,
                    Some(digest) if *digest == unit.digest => Fate::Left,
                    Some(_) => Fate::Changed,
                };
                if unit.relation {
                    fates.1.next(fate)
                } else {
                    fates.0.next(fate)
                }
                match fate {
                    Fate::Created => new.push(unit),
                    Fate::Changed => changed.push(unit),
                    Fate::Left => {}
                }
            }
            let stale: Vec<&str> = changed.iter().map(|unit| unit.subject.as_str()).collect();
            let mut update = self.removal(&stale, &asserted)?;
            self.insertion(&mut update, new.into_iter().chain(changed));
            if !update.is_empty() {
                self.session.request(|store| store.update(&update))?;
            }
            done += batch.len();
            self.session.tell(Event::Progress { done, total: units.len() });
        }
        Ok(())
    }

    /// Subjects in the named graph, and their digests.
    fn there(&mut self) -> Result<HashMap<String, String>> {
        let ask = format!("SELECT ?s ?d WHERE {{ GRAPH {} {{ ?s <{DIGEST}> ?d }} }}", self.graph);
        let rows = self.session.request(|store| store.select(&ask, ["s", "d"]))?;
        Ok(rows.into_iter().map(|[subject, digest]| (format!("<{subject}>"), digest)).collect())
    }

    /// An update that takes out all that is said of `subjects`, and what they asserted unless
    /// it is among `asserted`.
    fn removal(&mut self, subjects: &[&str], asserted: &BTreeSet<&str>) -> Result<String> {
        if subjects.is_empty() {
            return Ok(String::new());
        }
        let (graph, values) = (self.graph.clone(), subjects.join(" "));
        let spoken = match self.options.rdf {
            RdfVersion::V1_2 => format!("?r <{RDF}reifies> <<( ?s ?p ?o )>>"),
            RdfVersion::V1_1 => format!("?r <{RDF}subject> ?s ; <{RDF}predicate> ?p ; <{RDF}object> ?o"),
        };
        let ask = format!("SELECT ?s ?p ?o WHERE {{ VALUES ?r {{ {values} }} GRAPH {graph} {{ {spoken} }} }}");
        let rows = self.session.request(|store| store.select(&ask, ["s", "p", "o"]))?;
        let gone: BTreeSet<String> = rows
            .into_iter()
            .map(|[subject, predicate, object]| format!("<{subject}> <{predicate}> <{object}> .\n"))
            .filter(|line| !asserted.contains(line.as_str()))
            .collect();
        let mut update = format!(
            "DELETE {{ GRAPH {graph} {{ ?s ?p ?o }} }} \
             WHERE {{ VALUES ?s {{ {values} }} GRAPH {graph} {{ ?s ?p ?o }} {OWN} }} ;\n"
        );
        if !gone.is_empty() {
            let gone: Vec<String> = gone.into_iter().collect();
            let _ = write!(update, "DELETE DATA {{ GRAPH {graph} {{\n{}}} }} ;\n", gone.concat());
        }
        Ok(update)
    }

    fn insertion<'u>(&self, update: &mut String, units: impl Iterator<Item = &'u Unit>) {
        let mut lines = String::new();
        for unit in units {
            lines += &unit.said;
            lines += unit.asserted.as_deref().unwrap_or("");
        }
        if !lines.is_empty() {
            let _ = write!(update, "INSERT DATA {{ GRAPH {} {{\n{lines}}} }}", self.graph);
        }
    }

    /// Removes what the named graph holds and the graph does not. Gives the numbers of
    /// relations and of other things.
    fn prune(&mut self, units: &[Unit]) -> Result<(usize, usize)> {
        let kept: BTreeSet<&str> = units.iter().map(|unit| unit.subject.as_str()).collect();
        let asserted: BTreeSet<&str> = units.iter().filter_map(|unit| unit.asserted.as_deref()).collect();
        let stale: Vec<String> = self.there()?.into_keys().filter(|subject| !kept.contains(subject.as_str())).collect();
        let relations = stale.iter().filter(|subject| subject.starts_with("<urn:tuzhi:relation:")).count();
        for batch in stale.chunks(self.options.batch) {
            let batch: Vec<&str> = batch.iter().map(String::as_str).collect();
            let update = self.removal(&batch, &asserted)?;
            self.session.request(|store| store.update(update.trim_end_matches(";\n")))?;
        }
        Ok((relations, stale.len() - relations))
    }
}

/// Base64, for the header of a user and a password.
fn base64(bytes: &[u8]) -> String {
    const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for group in bytes.chunks(3) {
        let number = group.iter().fold(0_u32, |number, byte| number << 8 | u32::from(*byte)) << (8 * (3 - group.len()));
        for place in 0..4 {
            let sign = SIGNS[(number >> (18 - 6 * place)) as usize & 0x3F];
            out.push(if place <= group.len() { char::from(sign) } else { '=' });
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::base64;

    #[test]
    fn base64_is_that_of_rfc_4648() {
        for (plain, coded) in
            [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("foobar", "Zm9vYmFy")]
        {
            assert_eq!(base64(plain.as_bytes()), coded);
        }
    }
}
