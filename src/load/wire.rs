//! A connection to a server, encrypted or not.

use std::io::{self, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream, ToSocketAddrs};
use std::sync::Arc;
use std::time::Duration;

use rustls::pki_types::ServerName;
use rustls::{ClientConfig, ClientConnection, RootCertStore, StreamOwned};

use super::address::Server;
use super::failure::{Answer, Failure, closed};
use crate::error::said;

/// How long a server may take to accept a connection, and to greet.
const CONNECT: Duration = Duration::from_secs(10);

/// How long it may be silent over a batch.
const SILENCE: Duration = Duration::from_secs(300);

/// Both directions of a connection.
trait Stream: Read + Write {}

impl<T: Read + Write> Stream for T {}

/// A connection, buffered where it is read.
pub(super) struct Wire {
    stream: BufReader<Box<dyn Stream>>,
    /// The same connection, for its time-outs.
    socket: TcpStream,
}

impl Wire {
    pub(super) fn connect(server: &Server) -> Answer<Self> {
        let addresses = addresses(server)?;
        let mut last = io::Error::from(io::ErrorKind::AddrNotAvailable);
        for address in addresses {
            match TcpStream::connect_timeout(&address, CONNECT) {
                Ok(socket) => {
                    let stream = over(socket.try_clone()?, server)?;
                    return Ok(Self { stream: BufReader::with_capacity(1 << 16, stream), socket });
                }
                Err(error) => last = error,
            }
        }
        Err(last.into())
    }

    /// From now on the server may take its time.
    pub(super) fn be_patient(&self) -> Answer<()> {
        self.socket.set_read_timeout(Some(SILENCE))?;
        Ok(self.socket.set_write_timeout(Some(SILENCE))?)
    }

    pub(super) fn send(&mut self, bytes: &[u8]) -> Answer<()> {
        let stream = self.stream.get_mut();
        stream.write_all(bytes)?;
        Ok(stream.flush()?)
    }

    pub(super) fn read(&mut self, bytes: &mut [u8]) -> Answer<()> {
        Ok(self.stream.read_exact(bytes)?)
    }

    /// A line without its end.
    pub(super) fn line(&mut self) -> Answer<String> {
        let mut line = Vec::new();
        io::BufRead::read_until(&mut self.stream, b'\n', &mut line)?;
        if line.pop() != Some(b'\n') {
            return Err(Failure::Lost(closed()));
        }
        Ok(String::from_utf8_lossy(&line).trim_end_matches('\r').to_string())
    }
}

/// The addresses of the host.
pub(super) fn addresses(server: &Server) -> Answer<impl Iterator<Item = SocketAddr> + use<>> {
    (server.host.as_str(), server.port).to_socket_addrs().map_err(|_| {
        let host = &server.host;
        Failure::Final(
            said!("there is no host “{host}”", "没有“{host}”这台主机"),
            said!("check the spelling of the host", "请核对主机的写法"),
        )
    })
}

fn over(stream: TcpStream, server: &Server) -> Answer<Box<dyn Stream>> {
    stream.set_nodelay(true)?;
    stream.set_read_timeout(Some(CONNECT))?;
    stream.set_write_timeout(Some(CONNECT))?;
    if !server.encrypted {
        return Ok(Box::new(stream));
    }
    let roots = RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
    let config = ClientConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
        .with_safe_default_protocol_versions()
        .map_err(|error| Failure::foreign(&error.to_string()))?
        .with_root_certificates(roots)
        .with_no_client_auth();
    let name = ServerName::try_from(server.host.clone()).map_err(|error| Failure::foreign(&error.to_string()))?;
    let client = ClientConnection::new(Arc::new(config), name).map_err(|error| Failure::foreign(&error.to_string()))?;
    Ok(Box::new(StreamOwned::new(client, stream)))
}
