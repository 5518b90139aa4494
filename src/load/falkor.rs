//! FalkorDB: statements as `GRAPH.QUERY` over the protocol of Redis.

use std::borrow::Cow;

use sha2::{Digest, Sha256};

use super::Credentials;
use super::address::Server;
use super::failure::{Answer, Failure};
use super::session::Connect;
use super::sync::Store;
use super::value::{Given, Reply, Row};
use super::wire::Wire;
use crate::export::cypher::quoted;
use crate::export::labels::Labels;
use crate::export::shape::Class;

/// The graph where the address names none.
const GRAPH: &str = "tuzhi";

pub(super) struct Falkor {
    wire: Wire,
    graph: String,
    /// Whether it ever answered as a Redis does.
    greeted: bool,
}

/// A reply of the protocol.
enum Resp {
    Simple(String),
    Error(String),
    Integer(i64),
    Null,
    List(Vec<Resp>),
}

impl Connect for Falkor {
    fn connect(server: &Server, credentials: &Credentials) -> Answer<Self> {
        let graph = if server.path.is_empty() { GRAPH.to_string() } else { server.path.clone() };
        let mut falkor = Self { wire: Wire::connect(server)?, graph, greeted: false };
        if let Some(password) = &credentials.password {
            let words: Vec<&str> =
                ["AUTH"].into_iter().chain(credentials.user.as_deref()).chain([password.as_str()]).collect();
            falkor.command(&words)?;
        }
        falkor.command(&["PING"])?;
        falkor.wire.be_patient()?;
        Ok(falkor)
    }
}

/// Bytes of a key at most.
const LONGEST_KEY: usize = 4_096;

impl Store for Falkor {
    /// The index loses keys that are longer, have blanks around them or U+0001 in them: a
    /// merge would double them, and the constraint bring the server down (FalkorDB 4.14).
    fn key(id: &str) -> Cow<'_, str> {
        let fits = id.len() <= LONGEST_KEY && id.trim() == id && !id.contains(['\0', '\u{1}']);
        if fits {
            return Cow::Borrowed(id);
        }
        let digest: String = Sha256::digest(id).iter().take(8).map(|byte| format!("{byte:02x}")).collect();
        let shown: String = id.replace(['\0', '\u{1}'], "\u{FFFD}").chars().take(200).collect();
        Cow::Owned(format!("{shown}#{digest}"))
    }

    fn prepare(&mut self, labels: Labels) -> Answer<()> {
        for class in Class::ALL {
            let label = labels.class(class);
            for property in ["id"].into_iter().chain(class.looked_up_by()) {
                let made = self.run(&format!("CREATE INDEX FOR (n:{}) ON (n.{property})", quoted(label)), &[]);
                unless_there(made.map(|_| ()))?;
            }
            // Names of constraints are ASCII only; without one, merging by id keeps ids unique.
            if !label.is_ascii() {
                continue;
            }
            let graph = self.graph.clone();
            let words = ["GRAPH.CONSTRAINT", "CREATE", &graph, "UNIQUE", "NODE", label, "PROPERTIES", "1", "id"];
            unless_there(self.command(&words).map(|_| ()))?;
        }
        Ok(())
    }

    fn run(&mut self, statement: &str, parameters: &[(&'static str, Given<'_>)]) -> Answer<Vec<Row>> {
        let mut query = String::new();
        if !parameters.is_empty() {
            query.push_str("CYPHER ");
            for (name, value) in parameters {
                query.push_str(name);
                query.push('=');
                value.literal(&mut query);
                query.push(' ');
            }
        }
        query.push_str(statement);
        let graph = self.graph.clone();
        let Resp::List(mut parts) = self.command(&["GRAPH.QUERY", &graph, &query])? else {
            return Err(Failure::foreign("GRAPH.QUERY gives no list"));
        };
        // Head, rows, statistics; only statistics where nothing is returned.
        if parts.len() < 3 {
            return Ok(Vec::new());
        }
        match parts.swap_remove(1) {
            Resp::List(rows) => Ok(rows.into_iter().map(row).collect()),
            _ => Err(Failure::foreign("GRAPH.QUERY gives no rows")),
        }
    }
}

impl Falkor {
    fn command(&mut self, words: &[&str]) -> Answer<Resp> {
        let mut bytes = format!("*{}\r\n", words.len()).into_bytes();
        for word in words {
            bytes.extend_from_slice(format!("${}\r\n", word.len()).as_bytes());
            bytes.extend_from_slice(word.as_bytes());
            bytes.extend_from_slice(b"\r\n");
        }
        self.wire.send(&bytes)?;
        match self.reply()? {
            Resp::Error(words) => Err(classified(&words)),
            // An error that turns up in the midst of rows ends the answer.
            Resp::List(parts) => match parts.iter().find(|part| matches!(part, Resp::Error(_))) {
                Some(Resp::Error(words)) => Err(classified(words)),
                _ => Ok(Resp::List(parts)),
            },
            other => Ok(other),
        }
    }

    fn reply(&mut self) -> Answer<Resp> {
        let line = self.wire.line().map_err(|failure| match failure {
            Failure::Lost(words) if !self.greeted => Failure::foreign(words.english()),
            other => other,
        })?;
        self.greeted = true;
        let mut signs = line.chars();
        let sign = signs.next().unwrap_or(' ');
        let rest = signs.as_str();
        let number = || rest.parse::<i64>().map_err(|_| Failure::foreign("it does not speak the protocol of Redis"));
        Ok(match sign {
            '+' => Resp::Simple(rest.into()),
            '-' => Resp::Error(rest.into()),
            ':' => Resp::Integer(number()?),
            '$' => match usize::try_from(number()?) {
                Ok(length) => {
                    let mut bytes = vec![0; length + 2];
                    self.wire.read(&mut bytes)?;
                    bytes.truncate(length);
                    Resp::Simple(String::from_utf8_lossy(&bytes).into_owned())
                }
                Err(_) => Resp::Null,
            },
            '*' => match usize::try_from(number()?) {
                Ok(length) => Resp::List((0..length).map(|_| self.reply()).collect::<Answer<_>>()?),
                Err(_) => Resp::Null,
            },
            _ => return Err(Failure::foreign("it does not speak the protocol of Redis")),
        })
    }
}

fn row(resp: Resp) -> Row {
    let values = match resp {
        Resp::List(values) => values,
        other => vec![other],
    };
    let reply = |value| match value {
        Resp::Integer(number) => Reply::Integer(number),
        // Truth values come as words.
        Resp::Simple(text) if text == "true" || text == "false" => Reply::Flag(text == "true"),
        Resp::Simple(text) => Reply::Text(text),
        _ => Reply::Null,
    };
    values.into_iter().map(reply).collect()
}

/// What exists already need not be made.
fn unless_there(made: Answer<()>) -> Answer<()> {
    match made {
        Err(Failure::Final(reason, _)) if reason.english().contains("already") => Ok(()),
        other => other,
    }
}

fn classified(words: &str) -> Failure {
    let starts = |prefixes: &[&str]| prefixes.iter().any(|prefix| words.starts_with(prefix));
    if starts(&["LOADING", "BUSY", "TRYAGAIN", "MASTERDOWN", "CLUSTERDOWN"]) {
        Failure::Busy(words.into())
    } else if starts(&["NOAUTH", "WRONGPASS", "NOPERM"]) || words.contains("AUTH") {
        Failure::refused(words)
    } else if words.contains("unknown command") {
        Failure::foreign("a Redis without the module of FalkorDB")
    } else {
        Failure::rejected(words)
    }
}
