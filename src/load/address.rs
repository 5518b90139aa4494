//! Where a graph is loaded to, as it is typed.

use std::fmt;
use std::path::PathBuf;
use std::str::FromStr;

/// A place that a graph can be loaded to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Address {
    /// Neo4j, or what speaks its protocol.
    Bolt(Server),
    /// FalkorDB.
    Falkor(Server),
    /// A store of RDF with SPARQL 1.1 Update over HTTP.
    Sparql(Server),
    /// Files for a new LadybugDB database.
    Ladybug(PathBuf),
    /// Files for `neo4j-admin database import`.
    Neo4jAdmin(PathBuf),
}

/// A server and what is asked of it. It never holds a password.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Server {
    scheme: String,
    /// Name or address.
    pub host: String,
    /// Port.
    pub port: u16,
    /// Whether the connection is encrypted.
    pub encrypted: bool,
    /// What stands behind the port, without slashes around it: a database, a graph, a path.
    pub path: String,
    /// The user, where the address names one.
    pub user: Option<String>,
}

impl fmt::Display for Server {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { scheme, host, port, path, .. } = self;
        let host = if host.contains(':') { format!("[{host}]") } else { host.clone() };
        write!(f, "{scheme}://{host}:{port}")?;
        if path.is_empty() { Ok(()) } else { write!(f, "/{path}") }
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Bolt(server) | Self::Falkor(server) | Self::Sparql(server) => server.fmt(f),
            Self::Ladybug(path) => write!(f, "ladybug:{}", path.display()),
            Self::Neo4jAdmin(path) => write!(f, "neo4j-admin:{}", path.display()),
        }
    }
}

/// Schemes with their port and whether they are encrypted.
const SCHEMES: [(&str, Kind, u16, bool); 10] = [
    ("bolt", Kind::Bolt, 7687, false),
    ("neo4j", Kind::Bolt, 7687, false),
    ("bolt+s", Kind::Bolt, 7687, true),
    ("neo4j+s", Kind::Bolt, 7687, true),
    ("falkor", Kind::Falkor, 6379, false),
    ("redis", Kind::Falkor, 6379, false),
    ("falkors", Kind::Falkor, 6379, true),
    ("rediss", Kind::Falkor, 6379, true),
    ("sparql+http", Kind::Sparql, 80, false),
    ("sparql+https", Kind::Sparql, 443, true),
];

#[derive(Clone, Copy)]
enum Kind {
    Bolt,
    Falkor,
    Sparql,
}

impl FromStr for Address {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        for (prefix, of) in [("ladybug:", Self::Ladybug as fn(PathBuf) -> Self), ("neo4j-admin:", Self::Neo4jAdmin)] {
            if let Some(path) = text.strip_prefix(prefix) {
                let path = path.strip_prefix("//").unwrap_or(path);
                return if path.is_empty() {
                    Err(format!("name a folder behind {prefix}"))
                } else {
                    Ok(of(path.into()))
                };
            }
        }
        let known = || {
            let schemes: Vec<_> = SCHEMES.iter().map(|scheme| format!("{}://", scheme.0)).collect();
            format!("write one of {}, ladybug:FOLDER, neo4j-admin:FOLDER", schemes.join(", "))
        };
        let (scheme, rest) = text.split_once("://").ok_or_else(known)?;
        let scheme = scheme.to_ascii_lowercase();
        let (_, kind, port, encrypted) = *SCHEMES.iter().find(|(name, ..)| *name == scheme).ok_or_else(known)?;
        let (authority, path) = rest.split_once('/').unwrap_or((rest, ""));
        let (user, place) = match authority.rsplit_once('@') {
            Some((user, _)) if user.contains(':') => {
                return Err("a password in an address is seen by others; put it into TUZHI_PASSWORD".into());
            }
            Some((user, place)) => (Some(user.to_string()).filter(|user| !user.is_empty()), place),
            None => (None, authority),
        };
        let (host, port) = split_port(place, port)?;
        let path = path.trim_matches('/').to_string();
        let server = Server { scheme, host, port, encrypted, path, user };
        Ok(match kind {
            Kind::Bolt => Self::Bolt(server),
            Kind::Falkor => Self::Falkor(server),
            Kind::Sparql => Self::Sparql(server),
        })
    }
}

/// `host`, `host:port`, `[::1]:port`.
fn split_port(place: &str, usual: u16) -> Result<(String, u16), String> {
    let (host, port) = match place.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
        Some((host, rest)) => (host, rest.strip_prefix(':')),
        None => place.split_once(':').map_or((place, None), |(host, port)| (host, Some(port))),
    };
    if host.is_empty() {
        return Err("the address names no server".into());
    }
    let port = match port {
        Some(port) => port.parse().map_err(|_| format!("“{port}” is no port"))?,
        None => usual,
    };
    Ok((host.to_string(), port))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_read_and_print() {
        for (typed, printed) in [
            ("bolt://localhost", "bolt://localhost:7687"),
            ("neo4j+s://me@db.example.org:9999/kg/", "neo4j+s://db.example.org:9999/kg"),
            ("redis://[::1]/graph", "redis://[::1]:6379/graph"),
            ("sparql+http://127.0.0.1:7878", "sparql+http://127.0.0.1:7878"),
            ("sparql+https://g.org/repositories/kg", "sparql+https://g.org:443/repositories/kg"),
            ("ladybug:out/kg", "ladybug:out/kg"),
            ("neo4j-admin:import", "neo4j-admin:import"),
        ] {
            assert_eq!(typed.parse::<Address>().map(|address| address.to_string()), Ok(printed.to_string()));
        }
        let Ok(Address::Bolt(server)) = "bolt://me@host/kg".parse() else { panic!("an address") };
        assert_eq!((server.user.as_deref(), &*server.path, server.encrypted), (Some("me"), "kg", false));
    }

    #[test]
    fn wrong_addresses_say_what_to_do() {
        for (typed, said) in [
            ("localhost", "write one of bolt://"),
            ("mysql://x", "write one of bolt://"),
            ("bolt://me:secret@host", "TUZHI_PASSWORD"),
            ("bolt://", "names no server"),
            ("bolt://host:x", "“x” is no port"),
            ("ladybug:", "name a folder"),
        ] {
            let error = typed.parse::<Address>().expect_err("wrong");
            assert!(error.contains(said) && !error.contains("secret"), "{typed}: {error}");
        }
    }
}
