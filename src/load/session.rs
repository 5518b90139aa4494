//! A connection that outlives what happens to it: busy servers are asked again, lost
//! connections made anew, both with a limit.

use std::thread;
use std::time::Duration;

use super::address::Server;
use super::failure::{Answer, Failure};
use super::{Credentials, Event};
use crate::error::{Result, said};

/// The first wait before a request is made again; each next one is twice as long.
const FIRST_WAIT: Duration = Duration::from_millis(200);

/// The longest wait.
const LONGEST_WAIT: Duration = Duration::from_secs(5);

/// What can be connected to.
pub(super) trait Connect: Sized {
    fn connect(server: &Server, credentials: &Credentials) -> Answer<Self>;
}

pub(super) struct Session<'s, C> {
    server: &'s Server,
    credentials: &'s Credentials,
    connection: Option<C>,
    /// How often a request is made again.
    limit: usize,
    /// How often the connection was lost.
    pub(super) lost: usize,
    tell: &'s mut dyn FnMut(Event),
}

impl<'s, C: Connect> Session<'s, C> {
    /// Connects. A server that is not there now is not waited for.
    pub(super) fn open(
        server: &'s Server,
        credentials: &'s Credentials,
        limit: usize,
        tell: &'s mut dyn FnMut(Event),
    ) -> Result<Self> {
        let connection = match C::connect(server, credentials) {
            Ok(connection) => Some(connection),
            Err(Failure::Busy(_)) => None,
            Err(failure) => return Err(failure.told(server)),
        };
        Ok(Self { server, credentials, connection, limit, lost: 0, tell })
    }

    /// Makes a request, again where that may help. It must be one that may be made twice.
    pub(super) fn request<T>(&mut self, mut request: impl FnMut(&mut C) -> Answer<T>) -> Result<T> {
        let mut tries = 0;
        loop {
            let failure = match self.connected().and_then(&mut request) {
                Ok(answer) => return Ok(answer),
                Err(failure @ Failure::Final(..)) => return Err(failure.told(self.server)),
                Err(failure) => failure,
            };
            let words = match &failure {
                Failure::Lost(words) => {
                    if self.connection.take().is_some() {
                        self.lost += 1;
                    }
                    words
                }
                Failure::Busy(words) | Failure::Final(words, _) => words,
            };
            if tries == self.limit {
                return Err(failure.told(self.server));
            }
            tries += 1;
            (self.tell)(Event::Again { reason: words.clone(), tries, limit: self.limit });
            thread::sleep(FIRST_WAIT.saturating_mul(1 << (tries - 1).min(10)).min(LONGEST_WAIT));
        }
    }

    pub(super) fn tell(&mut self, event: Event) {
        (self.tell)(event);
    }

    fn connected(&mut self) -> Answer<&mut C> {
        if self.connection.is_none() {
            self.connection = Some(C::connect(self.server, self.credentials)?);
        }
        self.connection.as_mut().ok_or_else(|| Failure::Lost(said!("no connection", "没有连接")))
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    /// A server that fails so often before it answers.
    struct Flaky;

    impl Connect for Flaky {
        fn connect(_: &Server, _: &Credentials) -> Answer<Self> {
            Ok(Self)
        }
    }

    fn asked(failures: usize, limit: usize, failure: fn() -> Failure) -> (Result<usize>, usize, usize) {
        let Ok(super::super::Address::Bolt(server)) = "bolt://host".parse() else { panic!("an address") };
        let (made, mut told) = (Cell::new(0), 0);
        let mut tell = |_: Event| told += 1;
        let credentials = Credentials::default();
        let mut session = Session::<Flaky>::open(&server, &credentials, limit, &mut tell).expect("connects");
        let answer = session.request(|_| {
            made.set(made.get() + 1);
            if made.get() <= failures { Err(failure()) } else { Ok(made.get()) }
        });
        let lost = session.lost;
        (answer, lost, told)
    }

    #[test]
    fn what_may_pass_is_tried_again_with_a_limit() {
        let (answer, lost, told) = asked(2, 2, || Failure::Busy("deadlock".into()));
        assert_eq!((answer.ok(), lost, told), (Some(3), 0, 2));
        let (answer, lost, _) = asked(2, 2, || Failure::Lost("reset".into()));
        assert_eq!((answer.ok(), lost), (Some(3), 2));
        let (answer, ..) = asked(2, 1, || Failure::Busy("deadlock".into()));
        assert!(answer.expect_err("over the limit").to_string().contains("busy (deadlock)"));
        let (answer, _, told) = asked(1, 5, || Failure::refused("who are you"));
        assert!(answer.expect_err("final").to_string().contains("TUZHI_PASSWORD"));
        assert_eq!(told, 0);
    }
}
