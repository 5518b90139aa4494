//! Bolt 4.2 to 5.4, as Neo4j, Memgraph and ArcadeDB speak it: one connection, one explicit
//! transaction a statement.

use super::Credentials;
use super::address::Server;
use super::failure::{Answer, Failure};
use super::packstream::{self, Reader, Unpacked};
use super::session::Connect;
use super::sync::Store;
use super::value::{Given, Reply, Row};
use super::wire::Wire;
use crate::error::said;
use crate::export::cypher;
use crate::export::labels::Labels;
use crate::export::property::Cell;

const HELLO: u8 = 0x01;
const RESET: u8 = 0x0F;
const RUN: u8 = 0x10;
const BEGIN: u8 = 0x11;
const COMMIT: u8 = 0x12;
const PULL: u8 = 0x3F;
const LOGON: u8 = 0x6A;
const SUCCESS: u8 = 0x70;
const RECORD: u8 = 0x71;
const IGNORED: u8 = 0x7E;
const FAILURE: u8 = 0x7F;

/// The magic number, then 5.4 down to 5.0, and 4.4 down to 4.2.
const HANDSHAKE: [u8; 20] = [0x60, 0x60, 0xB0, 0x17, 0, 4, 4, 5, 0, 2, 4, 4, 0, 0, 0, 0, 0, 0, 0, 0];

/// Bytes of a chunk at most.
const CHUNK: usize = 0xFFFF;

pub(super) struct Bolt {
    wire: Wire,
    database: String,
}

impl Connect for Bolt {
    fn connect(server: &Server, credentials: &Credentials) -> Answer<Self> {
        let mut wire = Wire::connect(server)?;
        wire.send(&HANDSHAKE)?;
        let mut version = [0; 4];
        wire.read(&mut version)?;
        let (major, minor) = match version {
            [0, 0, minor, major @ (4 | 5)] => (major, minor),
            [0, 0, 0, 0] => return Err(Failure::foreign("it speaks no Bolt of 4.2 to 5.4")),
            _ => return Err(Failure::foreign("it does not speak Bolt")),
        };
        let mut bolt = Self { wire, database: server.path.clone() };
        let logon = (major, minor) >= (5, 1);
        let agent = concat!("tuzhi/", env!("CARGO_PKG_VERSION"));
        let mut fields = vec![("user_agent", Given::text(agent))];
        if (major, minor) >= (5, 3) {
            fields.push(("bolt_agent", Given::Map(vec![("product", Given::text(agent))])));
        }
        let token = match (&credentials.user, &credentials.password) {
            (None, None) => vec![("scheme", Given::text("none"))],
            (user, password) => vec![
                ("scheme", Given::text("basic")),
                ("principal", Given::text(user.as_deref().unwrap_or("neo4j"))),
                ("credentials", Given::text(password.as_deref().unwrap_or(""))),
            ],
        };
        if logon {
            bolt.send(&[(HELLO, vec![Given::Map(fields)])])?;
            bolt.success()?;
            bolt.send(&[(LOGON, vec![Given::Map(token)])])?;
        } else {
            fields.extend(token);
            bolt.send(&[(HELLO, vec![Given::Map(fields)])])?;
        }
        match bolt.message()? {
            (SUCCESS, _) => {}
            // Whatever the code: what is wrong here is who asks.
            (FAILURE, fields) => return Err(Failure::refused(&told(&fields).1)),
            (other, _) => return Err(Failure::foreign(&format!("message {other:#04x} instead of success"))),
        }
        bolt.wire.be_patient()?;
        Ok(bolt)
    }
}

impl Store for Bolt {
    fn prepare(&mut self, labels: Labels) -> Answer<()> {
        for statement in cypher::schema(labels) {
            self.run(&statement, &[])?;
        }
        Ok(())
    }

    fn run(&mut self, statement: &str, parameters: &[(&'static str, Given<'_>)]) -> Answer<Vec<Row>> {
        let database = Some(("db", Given::text(&self.database))).filter(|_| !self.database.is_empty());
        let run = vec![Given::text(statement), Given::Map(parameters.to_vec()), Given::Map(Vec::new())];
        let all = Given::Map(vec![("n", Given::Cell(Cell::Integer(-1)))]);
        // One transaction, sent as one: what fails makes the server ignore what stands behind it.
        let bytes = messages(&[
            (BEGIN, vec![Given::Map(database.into_iter().collect())]),
            (RUN, run),
            (PULL, vec![all]),
            (COMMIT, Vec::new()),
        ]);
        self.wire.send(&bytes)?;
        let (mut rows, mut failure, mut answers) = (Vec::new(), None, 0);
        while answers < 4 {
            match self.message()? {
                (RECORD, fields) => {
                    rows.push(row(fields));
                    continue;
                }
                (SUCCESS | IGNORED, _) => {}
                (FAILURE, fields) => failure = failure.or(Some(classified(&fields))),
                (other, _) => return Err(Failure::foreign(&format!("message {other:#04x} instead of rows"))),
            }
            answers += 1;
        }
        match failure {
            Some(failure) => {
                self.reset()?;
                Err(failure)
            }
            None => Ok(rows),
        }
    }
}

impl Bolt {
    fn send(&mut self, requests: &[(u8, Vec<Given<'_>>)]) -> Answer<()> {
        let bytes = messages(requests);
        self.wire.send(&bytes)
    }

    fn reset(&mut self) -> Answer<()> {
        self.send(&[(RESET, Vec::new())])?;
        // What was under way is told as ignored first.
        loop {
            match self.message()? {
                (SUCCESS, _) => return Ok(()),
                (IGNORED, _) => {}
                _ => return Err(Failure::Lost(said!("the server does not take up again", "服务器不再接上"))),
            }
        }
    }

    fn success(&mut self) -> Answer<()> {
        match self.message()? {
            (SUCCESS, _) => Ok(()),
            (FAILURE, fields) => Err(classified(&fields)),
            (other, _) => Err(Failure::foreign(&format!("message {other:#04x} instead of success"))),
        }
    }

    /// The next message: its tag and fields.
    fn message(&mut self) -> Answer<(u8, Vec<Unpacked>)> {
        let mut bytes = Vec::new();
        loop {
            let mut size = [0; 2];
            self.wire.read(&mut size)?;
            let size = usize::from(u16::from_be_bytes(size));
            if size == 0 {
                // An empty message keeps the connection alive.
                if bytes.is_empty() {
                    continue;
                }
                break;
            }
            let start = bytes.len();
            bytes.resize(start + size, 0);
            self.wire.read(&mut bytes[start..])?;
        }
        match Reader::of(&bytes).value()? {
            Unpacked::Structure(tag, fields) => Ok((tag, fields)),
            other => Err(Failure::foreign(&format!("{other:?} instead of a message"))),
        }
    }
}

/// Messages in chunks, one behind the other.
fn messages(requests: &[(u8, Vec<Given<'_>>)]) -> Vec<u8> {
    let (mut bytes, mut body) = (Vec::new(), Vec::new());
    for (tag, fields) in requests {
        body.clear();
        body.extend_from_slice(&[0xB0 | u8::try_from(fields.len()).unwrap_or(0), *tag]);
        fields.iter().for_each(|field| packstream::given(&mut body, field));
        for chunk in body.chunks(CHUNK) {
            bytes.extend_from_slice(&u16::try_from(chunk.len()).unwrap_or(u16::MAX).to_be_bytes());
            bytes.extend_from_slice(chunk);
        }
        bytes.extend_from_slice(&[0, 0]);
    }
    bytes
}

fn row(fields: Vec<Unpacked>) -> Row {
    let values = match fields.into_iter().next() {
        Some(Unpacked::List(values)) => values,
        _ => Vec::new(),
    };
    let reply = |value| match value {
        Unpacked::One(reply) => reply,
        _ => Reply::Null,
    };
    values.into_iter().map(reply).collect()
}

/// What is to be done about an error, by its code.
fn classified(fields: &[Unpacked]) -> Failure {
    let (code, message) = told(fields);
    let words = format!("{code}: {message}");
    if code.contains("TransientError") || code.ends_with("NotALeader") {
        Failure::Busy(words.into())
    } else if code.contains(".Security.") {
        Failure::refused(&words)
    } else if code.ends_with("DatabaseNotFound") || message.contains("atabase") && message.contains("not exist") {
        Failure::no_database(&words)
    } else {
        Failure::rejected(&words)
    }
}

/// Code and message of an error.
fn told(fields: &[Unpacked]) -> (String, String) {
    let field = |name: &str| match fields.first() {
        Some(Unpacked::Map(fields)) => fields.iter().find_map(|(key, value)| match value {
            Unpacked::One(Reply::Text(text)) if key == name => Some(text.as_str()),
            _ => None,
        }),
        _ => None,
    };
    (field("code").unwrap_or("").into(), field("message").unwrap_or("no reason given").into())
}
