//! How many requests a server answers: `cargo run --release --example load -- ADDRESS PATH…`
//!
//! For each path 64 connections ask without a pause for three seconds; told are requests a second,
//! the median and the 99th percentile of the time that an answer takes. Only loopback addresses
//! are asked.

use std::error::Error;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::{Duration, Instant};

const CONNECTIONS: usize = 64;
const TIME: Duration = Duration::from_secs(3);

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let address: SocketAddr = arguments.next().ok_or("name the server: 127.0.0.1:7878")?.parse()?;
    if !address.ip().is_loopback() {
        return Err("only a server on this machine is asked".into());
    }
    let mut out = std::io::stdout();
    writeln!(out, "path\trequests/s\tmedian ms\tp99 ms\tfailed")?;
    for path in arguments {
        let (times, failed) = ask(address, &path);
        let at = |share: f64| times.get((times.len() as f64 * share) as usize).map_or(0.0, Duration::as_secs_f64) * 1e3;
        let rate = times.len() as f64 / TIME.as_secs_f64();
        writeln!(out, "{path}\t{rate:.0}\t{:.2}\t{:.2}\t{failed}", at(0.5), at(0.99))?;
    }
    Ok(())
}

/// The times of all answers, sorted, and how many were none.
fn ask(address: SocketAddr, path: &str) -> (Vec<Duration>, usize) {
    let until = Instant::now() + TIME;
    let (mut times, mut failed) = (Vec::new(), 0);
    std::thread::scope(|scope| {
        let workers: Vec<_> = (0..CONNECTIONS).map(|_| scope.spawn(|| connection(address, path, until))).collect();
        for worker in workers {
            match worker.join() {
                Ok((mine, lost)) => {
                    times.extend(mine);
                    failed += lost;
                }
                Err(_) => failed += 1,
            }
        }
    });
    times.sort_unstable();
    (times, failed)
}

fn connection(address: SocketAddr, path: &str, until: Instant) -> (Vec<Duration>, usize) {
    let request = format!("GET {path} HTTP/1.1\r\nHost: {address}\r\n\r\n");
    let (mut times, mut failed) = (Vec::new(), 0);
    while Instant::now() < until {
        let Ok(stream) = TcpStream::connect(address) else {
            failed += 1;
            continue;
        };
        let _ = stream.set_nodelay(true);
        let mut reader = BufReader::new(stream);
        while Instant::now() < until {
            let started = Instant::now();
            match exchange(&mut reader, &request) {
                Ok(()) => times.push(started.elapsed()),
                Err(_) => {
                    failed += 1;
                    break;
                }
            }
        }
    }
    (times, failed)
}

/// Sends one request and reads its whole answer, which must be 200.
fn exchange(reader: &mut BufReader<TcpStream>, request: &str) -> Result<(), Box<dyn Error>> {
    reader.get_mut().write_all(request.as_bytes())?;
    let (mut line, mut length) = (String::new(), 0);
    reader.read_line(&mut line)?;
    if !line.starts_with("HTTP/1.1 200") {
        return Err(line.into());
    }
    loop {
        line.clear();
        reader.read_line(&mut line)?;
        match line.split_once(':') {
            Some((name, value)) if name.eq_ignore_ascii_case("content-length") => length = value.trim().parse()?,
            Some(_) => {}
            None => break,
        }
    }
    std::io::copy(&mut reader.take(length), &mut std::io::sink())?;
    Ok(())
}
