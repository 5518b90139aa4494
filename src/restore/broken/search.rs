//! The likeliest way to put shifted bytes together again: a beam search over the ways in
//! which a line can have been broken.

mod ways;

use rustc_hash::FxHashMap;

use super::choices::Choices;
use super::grams::LONGEST;
use super::language::{EDGE, Language};
use super::loss::Mode;
use super::mirror::Mirror;
use super::state::{Emitted, Found, SURE, State, Step};
use super::tokens::{Kind, Token};
use crate::read::gbk;

/// How many states are kept at each token.
const WIDTH: usize = 60;

/// States less likely than the best by this much (natural logarithm) are given up.
const MARGIN: f32 = 16.0;

/// Sound tokens behind a mended stretch that must be read before it is taken for closed.
const AFTER: usize = 4;

/// What is known of the text as a whole.
#[derive(Clone, Copy)]
pub(super) struct Known<'a> {
    pub language: &'a Language,
    pub mirror: &'a Mirror,
    pub choices: &'a Choices,
}

/// One search, over the tokens of a line.
pub(super) struct Search<'a> {
    tokens: &'a [Token<'a>],
    language: &'a Language,
    mirror: &'a Mirror,
    choices: &'a Choices,
    steps: Vec<Step>,
    /// The states behind this token, and where each is by its mode and context.
    next: Vec<State>,
    places: FxHashMap<u64, usize>,
    /// The score of the best of them.
    best: f32,
    token: usize,
}

impl<'a> Search<'a> {
    pub fn new(tokens: &'a [Token<'a>], known: &Known<'a>) -> Self {
        let Known { language, mirror, choices } = *known;
        Self {
            tokens,
            language,
            mirror,
            choices,
            steps: Vec::new(),
            next: Vec::new(),
            places: FxHashMap::default(),
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
                self.advance(state, rank, best);
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
        let mut context = self.language.start();
        let mut last = EDGE;
        for token in &self.tokens[first.saturating_sub(LONGEST - 1)..first] {
            let char = match token.kind {
                Kind::Pair(lead, trail) => gbk::pair(lead, trail).unwrap_or(EDGE),
                Kind::Single(byte) => char::from(byte),
                _ => continue,
            };
            last = char;
            context = self.language.score(&context, char).1;
        }
        self.steps.push(Step { before: 0, token: first, char: None, lost: false });
        State { mode: Mode::Aligned, context, last, score: 0.0, step: 0, margin: SURE, struck: false, sound: 0 }
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
        Found { emitted, end: self.token, confidence: confidence(margin) }
    }

    fn pruned(&mut self) -> Vec<State> {
        self.places.clear();
        let floor = self.floor();
        self.best = f32::MIN;
        let mut states = std::mem::take(&mut self.next);
        states.retain(|state| state.score >= floor);
        states.sort_by(|a, b| b.score.total_cmp(&a.score));
        states.truncate(WIDTH);
        states
    }

    /// The score below which a state is not worth keeping.
    fn floor(&self) -> f32 {
        self.best - MARGIN
    }

    /// Puts a state into the next column, unless a better one is there.
    fn keep(&mut self, state: State, char: Option<char>, lost: bool) {
        if state.score < self.floor() {
            return;
        }
        let step = self.steps.len();
        if self.place(State { step, ..state }) {
            self.steps.push(Step { before: state.step, token: self.token, char, lost });
        }
    }

    /// Whether `state` found its place.
    fn place(&mut self, state: State) -> bool {
        let key = state.context.ids.iter().fold(state.mode.key(), |key, id| key << 16 | u64::from(*id));
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
        State { mode, context, last: char, score, struck: false, sound: 0, ..*state }
    }
}

/// How often a reading is right that is likelier than the next by `margin` (natural logarithm): a logistic
/// fit to damaged reports (`tests/restore.rs`), for the language errs more often than its figures say. Of two
/// that are as likely, one is right.
fn confidence(margin: f32) -> f32 {
    (1.0 / (1.0 + (1.2 - 2.38 * margin.sqrt()).exp())).max(0.5)
}
