//! The likeliest way to put shifted bytes together again: a beam search over the ways in
//! which a line can have been broken.

use std::collections::HashMap;
use std::hash::BuildHasherDefault;

use super::language::{EDGE, Fold, Language};
use super::loss::{BYTES, DROPPED, Mode, Swallowed, is_written, leads};
use super::state::{Emitted, Found, SURE, State, Step};
use super::tokens::{Kind, Token};
use crate::read::gbk;
use crate::restore::gloss::has_reading;

/// How many states are kept at each token.
const WIDTH: usize = 60;

/// Of how many of them it is tried whether a pair was dropped.
const DROPPING: usize = 10;

/// Of how many of them it is tried whether two pairs in a row were dropped.
const DROPPING_TWICE: usize = 2;

/// States less likely than the best by this much (natural logarithm) are given up.
const MARGIN: f32 = 20.0;

/// Sound tokens behind a mended stretch that must be read before it is taken for closed.
const AFTER: usize = 4;

/// How unlikely a character may be that a dropped pair ended; how likely it must be for a
/// second dropped pair to be tried behind it; and the character that ended.
const POSSIBLE: f32 = 17.0;
const AGAIN: f32 = 9.0;
const LIKELY: f32 = 7.5;

/// Costs of what no text but damage explains, as natural logarithms.
const DROP: f32 = -0.5;
const MISFIT: f32 = -10.0;
const SWALLOWED: f32 = -3.0;
const REAL_QUESTION: f32 = -2.0;

pub(super) struct Search<'a> {
    tokens: &'a [Token<'a>],
    language: &'a mut Language,
    steps: Vec<Step>,
    /// The states behind this token, and where each is by its mode and context.
    next: Vec<State>,
    places: HashMap<u64, usize, BuildHasherDefault<Fold>>,
    /// The score of the best of them.
    best: f32,
    token: usize,
}

impl<'a> Search<'a> {
    pub fn new(tokens: &'a [Token<'a>], language: &'a mut Language) -> Self {
        Self {
            tokens,
            language,
            steps: Vec::new(),
            next: Vec::new(),
            places: HashMap::default(),
            best: f32::MIN,
            token: 0,
        }
    }

    /// Mends the stretch that begins at token `first`.
    pub fn run(mut self, first: usize) -> Found {
        let mut states = vec![self.start(first)];
        self.token = first;
        while self.token < self.tokens.len() {
            let best = states[0].score;
            let whole = states.iter().find(|state| state.mode == Mode::Aligned).copied();
            for (rank, state) in states.into_iter().enumerate() {
                let rank = if state.score < best - LIKELY { DROPPING } else { rank };
                self.advance(state, rank);
            }
            states = self.pruned();
            if states.is_empty() {
                // What was read so far holds, whatever this token is.
                states.extend(whole);
                break;
            }
            self.token += 1;
            if states[0].sound >= AFTER && states.iter().all(|state| state.mode == Mode::Aligned) {
                break;
            }
        }
        if self.token == self.tokens.len() {
            self.token -= 1;
            for state in states {
                self.close(state);
            }
            states = self.pruned();
            self.token += 1;
        }
        self.found(&states, first)
    }

    /// The state before token `first`, with its context.
    fn start(&mut self, first: usize) -> State {
        let mut context = [EDGE; 2];
        let mut last = EDGE;
        for token in &self.tokens[first.saturating_sub(2)..first] {
            let char = match token.kind {
                Kind::Pair(lead, trail) => gbk::pair(lead, trail).unwrap_or(EDGE),
                Kind::Single(byte) => char::from(byte),
                _ => continue,
            };
            last = char;
            context = [context[1], self.language.simple(char)];
        }
        self.steps.push(Step { before: 0, token: first, char: None, lost: false });
        let context = self.language.context(context[0], context[1]);
        State { mode: Mode::Aligned, context, last, score: 0.0, step: 0, margin: SURE, sound: 0 }
    }

    fn found(&self, states: &[State], first: usize) -> Found {
        let Some(best) = states.first() else {
            return Found { emitted: Vec::new(), end: first + 1, confidence: 0.0 };
        };
        let mut emitted: Vec<Emitted> = Vec::new();
        let mut at = best.step;
        while at != 0 {
            let step = self.steps[at];
            match emitted.last_mut() {
                Some(last) if last.token == step.token => {
                    last.text.extend(step.char);
                    last.lost |= step.lost;
                }
                _ => {
                    emitted.push(Emitted { token: step.token, text: step.char.into_iter().collect(), lost: step.lost })
                }
            }
            at = step.before;
        }
        emitted.reverse();
        for emitted in &mut emitted {
            emitted.text = emitted.text.chars().rev().collect();
        }
        let margin = states.get(1).map_or(SURE, |second| best.score - second.score).min(best.margin);
        Found { emitted, end: self.token, confidence: 1.0 / (1.0 + (-margin).exp()) }
    }

    fn pruned(&mut self) -> Vec<State> {
        self.places.clear();
        self.best = f32::MIN;
        let mut states = std::mem::take(&mut self.next);
        states.sort_by(|a, b| b.score.total_cmp(&a.score));
        let best = states.first().map_or(0.0, |state| state.score);
        states.retain(|state| state.score >= best - MARGIN);
        states.truncate(WIDTH);
        states
    }

    /// Puts a state into the next column, unless a better one is there.
    fn keep(&mut self, state: State, char: Option<char>, lost: bool) {
        if state.score < self.best - MARGIN {
            return;
        }
        let step = self.steps.len();
        if self.place(State { step, ..state }) {
            self.steps.push(Step { before: state.step, token: self.token, char, lost });
        }
    }

    /// Whether `state` found its place.
    fn place(&mut self, state: State) -> bool {
        let key = state.mode.key() << 42 | u64::from(state.context.chars[0]) << 21 | u64::from(state.context.chars[1]);
        let at = *self.places.entry(key).or_insert(self.next.len());
        match self.next.get_mut(at) {
            Some(there) if there.score >= state.score => {
                there.margin = there.margin.min(there.score - state.score);
                return false;
            }
            Some(there) => {
                let margin = state.margin.min(state.score - there.score);
                *there = State { margin, ..state };
            }
            None => self.next.push(state),
        }
        self.best = self.best.max(state.score);
        true
    }

    /// The state after `char` was read.
    fn read(&mut self, state: &State, char: char, mode: Mode, cost: f32) -> State {
        let (score, context) = self.language.score(&state.context, char);
        let score = state.score + cost + score;
        State { mode, context, last: char, score, sound: 0, ..*state }
    }

    fn advance(&mut self, state: State, rank: usize) {
        if state.mode == Mode::Aligned {
            self.advance_aligned(state);
            return;
        }
        self.advance_half(state);
        // Behind a lost byte stands the pair that was struck, which is there to be seen.
        if rank < DROPPING && state.mode != Mode::HalfLost {
            for after in self.dropped(&state, POSSIBLE) {
                self.advance_half(after);
                // Two pairs in a row are seldom dropped, and dear to try.
                if rank < DROPPING_TWICE && after.score > state.score - AGAIN {
                    for after in self.dropped(&after, LIKELY) {
                        self.advance_half(after);
                    }
                }
            }
        }
    }

    /// The states after a pair that left no trace: its first byte ended a character.
    fn dropped(&mut self, state: &State, limit: f32) -> Vec<State> {
        let mut found = Vec::new();
        for lead in leads(state.mode) {
            for (dropped, _) in DROPPED.iter() {
                let Some(char) = gbk::pair(lead, *dropped).filter(|char| is_written(*char)) else { continue };
                if !self.language.knows(char) {
                    continue;
                }
                let after = self.read(state, char, Mode::HalfDropped(*dropped), DROP);
                if after.score > state.score - limit {
                    let step = self.steps.len();
                    self.steps.push(Step { before: state.step, token: self.token, char: Some(char), lost: true });
                    found.push(State { step, ..after });
                }
            }
        }
        found
    }

    fn advance_aligned(&mut self, state: State) {
        match self.tokens[self.token].kind {
            Kind::Pair(lead, trail) => {
                if let Some(char) = gbk::pair(lead, trail) {
                    let after = self.read(&state, char, Mode::Aligned, 0.0);
                    self.keep(State { sound: state.sound + 1, ..after }, Some(char), false);
                }
            }
            Kind::Single(byte) => {
                let char = if byte == 0x80 { '€' } else { char::from(byte) };
                let after = self.read(&state, char, Mode::Aligned, 0.0);
                self.keep(State { sound: state.sound + 1, ..after }, Some(char), false);
            }
            Kind::Question => {
                let after = self.read(&state, '?', Mode::Aligned, REAL_QUESTION);
                self.keep(after, Some('?'), false);
                if self.is_mark(self.token + 1) {
                    self.keep(State { mode: Mode::HalfLost, ..state }, None, false);
                }
            }
            Kind::Struck(reading) => {
                let before = gbk::bytes(state.last).map(|[_, trail]| trail);
                let leads = (0x81..=0xFEu8).filter(|lead| {
                    before
                        .and_then(|before| gbk::pair(before, *lead))
                        .is_some_and(|struck| has_reading(struck, reading))
                });
                for lead in leads {
                    self.keep(State { mode: Mode::Half(lead), sound: 0, ..state }, None, false);
                }
                self.keep(State { mode: Mode::HalfLost, score: state.score + MISFIT, sound: 0, ..state }, None, false);
                self.complete_whole(&state, reading);
            }
            Kind::Gloss(reading) => {
                let cost = if has_reading(state.last, reading) { 0.0 } else { MISFIT };
                self.keep(State { score: state.score + cost, ..state }, None, false);
            }
            Kind::Other => {
                let context = self.language.context(state.context.chars[1], EDGE);
                let after = State { context, last: EDGE, sound: state.sound + 1, ..state };
                self.keep_as_is(after);
            }
        }
    }

    /// A character that GBK lacks: nothing is known of it, and it stays.
    fn keep_as_is(&mut self, state: State) {
        self.place(state);
    }

    fn advance_half(&mut self, state: State) {
        match self.tokens[self.token].kind {
            Kind::Pair(trail, lead) => self.complete(&state, trail, Mode::Half(lead), 0.0),
            Kind::Single(byte @ 0x40..=0x80) => {
                self.complete(&state, byte, Mode::Aligned, 0.0);
                if byte != 0x80 {
                    self.complete(&state, 0xA3, Mode::Half(byte + 0x80), 0.0);
                }
            }
            Kind::Single(byte @ 0x21..=0x3F) => self.complete(&state, 0xA3, Mode::Half(byte + 0x80), 0.0),
            Kind::Single(b' ') => self.complete(&state, 0xA1, Mode::Half(0xA1), 0.0),
            Kind::Question => {
                self.complete(&state, 0xA3, Mode::Half(b'?' + 0x80), 0.0);
                let marked = self.is_mark(self.token + 1);
                let ends = self.token + 1 == self.tokens.len();
                if marked && state.mode == Mode::HalfLost {
                    // Struck twice: astride this character and the mark, and at the mark.
                    self.complete(&state, 0xA3, Mode::Aligned, 0.0);
                }
                self.complete_lost(
                    &state,
                    if marked {
                        Swallowed::Mark
                    } else if ends {
                        Swallowed::End
                    } else {
                        Swallowed::Byte
                    },
                    |_| true,
                );
            }
            Kind::Struck(reading) => {
                self.complete_lost(&state, Swallowed::Mark, |char| has_reading(char, reading));
            }
            Kind::Gloss(_) => self.keep(State { score: state.score + MISFIT, ..state }, None, false),
            Kind::Single(_) | Kind::Other => {}
        }
    }

    /// Ends the character under way with `trail`.
    fn complete(&mut self, state: &State, trail: u8, mode: Mode, cost: f32) {
        let lost = !matches!(state.mode, Mode::Half(_));
        for lead in leads(state.mode) {
            if (lead, trail) == (0xA1, 0xA1) && state.last == EDGE {
                // The indent of a paragraph, which is no part of its words.
                self.keep(State { mode, score: state.score + cost - 1.0, sound: 0, ..*state }, None, false);
            } else if let Some(char) = gbk::pair(lead, trail).filter(|char| is_written(*char)) {
                if lost && !self.language.knows(char) {
                    continue;
                }
                let after = self.read(state, char, mode, cost);
                self.keep(after, Some(char), lost);
            }
        }
    }

    /// Reads a character that was lost whole, but for its reading.
    fn complete_whole(&mut self, state: &State, reading: &str) {
        for char in self.language.read_as(reading) {
            let after = self.read(state, char, Mode::Aligned, MISFIT);
            self.keep(after, Some(char), true);
        }
    }

    /// Ends the character under way with a byte that was lost.
    fn complete_lost(&mut self, state: &State, swallowed: Swallowed, fits: impl Fn(char) -> bool) {
        if state.mode == Mode::HalfLost {
            return;
        }
        for lead in leads(state.mode) {
            let count = self.language.known(lead).len();
            for at in 0..count {
                let (_, char) = self.language.known(lead)[at];
                if !fits(char) {
                    continue;
                }
                let after = self.read(state, char, Mode::Aligned, 0.0);
                if swallowed != Swallowed::Byte {
                    self.keep(after, Some(char), true);
                    continue;
                }
                if after.score < self.best - MARGIN {
                    continue;
                }
                let step = self.steps.len();
                self.steps.push(Step { before: state.step, token: self.token, char: Some(char), lost: true });
                for (byte, written) in BYTES {
                    let after = self.read(&State { step, ..after }, byte, Mode::Aligned, SWALLOWED);
                    self.keep(after, Some(written), true);
                }
            }
        }
    }

    /// The end of the line.
    fn close(&mut self, state: State) {
        match state.mode {
            Mode::Aligned => self.keep_as_is(state),
            _ => self.complete_lost(&state, Swallowed::End, |_| true),
        }
    }

    /// Whether token `at` is one of the marks before which a mirror wrote something.
    fn is_mark(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| match token.kind {
            Kind::Single(byte) => b",;:!?".contains(&byte),
            Kind::Question | Kind::Struck(_) => true,
            Kind::Pair(0xA1, trail) => matches!(trail, 0xA2 | 0xA3),
            _ => false,
        })
    }
}
