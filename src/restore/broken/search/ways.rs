//! The ways in which a reading may go on at a token.

use std::borrow::Cow;

use super::super::choices::Choice;
use super::super::language::EDGE;
use super::super::loss::{BYTES, DROPPED, Mode, Swallowed, is_written};
use super::super::state::{State, Step};
use super::super::tokens::{Kind, Token};
use super::Search;
use crate::read::gbk;
use crate::restore::gloss::{has_reading, read_as};

/// The blank that opens a paragraph.
const INDENT: char = '\u{3000}';

/// Of how many of the likeliest states it is tried whether a pair was dropped.
const DROPPING: usize = 8;

/// Of how many of them it is tried whether two pairs in a row were dropped.
const DROPPING_TWICE: usize = 2;

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

/// Whether a decoder writes `?` for `byte` where nothing fits behind it: below, it stands for a letter.
fn leaves_a_mark(byte: u8) -> bool {
    byte > 0x80
}

impl Search<'_> {
    /// Puts all ways in which `state` may go on into the next column; it is the `rank`th of its own, where the
    /// likeliest has the score `best`.
    pub(super) fn advance(&mut self, state: State, rank: usize, best: f32) {
        if state.mode == Mode::Aligned {
            self.advance_aligned(state);
            return;
        }
        self.advance_half(state);
        // Behind a lost byte stands the pair that was struck, which is there to be seen.
        if rank < DROPPING && state.score >= best - LIKELY && state.mode != Mode::HalfLost {
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
        // What is behind it can only be less likely.
        let least = (state.score - limit).max(self.floor());
        let outlook = self.outlook(state, least);
        let all = match state.mode {
            Mode::Half(lead) => Cow::Borrowed(self.choices.dropping(lead)),
            _ => {
                let mut all = self.followers(state);
                all.retain(|choice| !DROPPED[usize::from(choice.bytes[1])].is_empty());
                Cow::Owned(all)
            }
        };
        for choice in all.iter() {
            if !self.is_worth(state, outlook, choice) {
                continue;
            }
            let cost = DROP + self.without(state, choice.char);
            let after = self.read(state, choice.char, Mode::HalfDropped(choice.bytes[1]), cost);
            if after.score > least {
                let step = self.steps.len();
                self.steps.push(Step { before: state.step, token: self.token, char: Some(choice.char), lost: true });
                found.push(State { step, ..after });
            }
        }
        found
    }

    /// What `state` leaves to characters that were never seen behind its own, and the likelihood that is needed to
    /// reach `score`.
    fn outlook(&self, state: &State, score: f32) -> (f32, f32) {
        (self.language.rest(&state.context), (score - state.score).exp())
    }

    /// Whether `choice` may be likely enough behind `state`. Most characters are not, which is soon seen.
    fn is_worth(&self, state: &State, outlook: (f32, f32), choice: &Choice) -> bool {
        let (rest, least) = outlook;
        self.language.unseen(&state.context, rest, choice.id).is_none_or(|likely| likely >= least)
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
                let struck = State { struck: true, sound: 0, ..state };
                for ([first, lead], char) in read_as(reading) {
                    if before == Some(*first) {
                        let score = state.score + self.mirror.with(*char);
                        self.keep(State { mode: Mode::Half(*lead), score, ..struck }, None, false);
                    }
                }
                self.keep(State { mode: Mode::HalfLost, score: state.score + MISFIT, ..struck }, None, false);
                self.complete_whole(&state, reading);
            }
            Kind::Gloss(reading) => {
                let cost = if has_reading(state.last, reading) { 0.0 } else { MISFIT };
                self.keep(State { score: state.score + cost, ..state }, None, false);
            }
            Kind::Other => {
                let context = self.language.start();
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
            Kind::Pair(trail, byte @ ..0x80) => self.complete_before(&state, trail, byte),
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
                );
            }
            Kind::Struck(_) => {
                self.complete_lost(&state, Swallowed::Mark);
            }
            Kind::Gloss(_) => self.keep(State { score: state.score + MISFIT, ..state }, None, false),
            Kind::Single(_) | Kind::Other => {}
        }
    }

    /// What it costs that no reading stands behind `char`, which `state` has under way: but one that was
    /// struck itself was no longer found by the mirror, and one that ends soundly may still get its own.
    fn without(&self, state: &State, char: char) -> f32 {
        let comes = || matches!(self.tokens.get(self.token + 1), Some(Token { kind: Kind::Gloss(_), .. }));
        if state.struck || comes() {
            return 0.0;
        }
        if state.mode != Mode::HalfLost {
            return self.mirror.without(char) + self.mirror.inside(char);
        }
        // What its first byte spells with the byte before it was not struck either.
        let [before, lead] = [gbk::bytes(state.last).map(|pair| pair[1]), gbk::bytes(char).map(|pair| pair[0])];
        let astride = before.zip(lead).and_then(|(before, lead)| gbk::pair(before, lead));
        self.mirror.without(char) + astride.map_or(0.0, |pair| self.mirror.without(pair) + self.mirror.inside(pair))
    }

    /// Ends the character under way with `trail`.
    fn complete(&mut self, state: &State, trail: u8, mode: Mode, cost: f32) {
        if trail == 0xA1 && state.last == EDGE && state.mode.may_begin_with(0xA1) {
            // The indent of a paragraph, which is no part of its words.
            self.keep(State { mode, score: state.score + cost - 1.0, sound: 0, ..*state }, None, false);
        }
        if let Mode::Half(lead) = state.mode {
            if let Some(char) = gbk::pair(lead, trail).filter(|char| is_written(*char) && *char != INDENT) {
                let after = self.read(state, char, mode, cost + self.without(state, char));
                self.keep(after, Some(char), false);
            }
            return;
        }
        let outlook = self.outlook(state, self.floor());
        for choice in self.choices.before(trail) {
            if state.mode.may_begin_with(choice.bytes[0]) && self.is_worth(state, outlook, choice) {
                let after = self.read(state, choice.char, mode, cost + self.without(state, choice.char));
                self.keep(after, Some(choice.char), true);
            }
        }
    }

    /// Ends the character under way with `trail`, before a character of the one byte `byte`.
    fn complete_before(&mut self, state: &State, trail: u8, byte: u8) {
        let lost = !matches!(state.mode, Mode::Half(_));
        let outlook = self.outlook(state, self.floor());
        for choice in self.choices.before(trail) {
            if !state.mode.may_begin_with(choice.bytes[0]) || !self.is_worth(state, outlook, choice) {
                continue;
            }
            let after = self.read(state, choice.char, Mode::Aligned, self.without(state, choice.char));
            let step = self.steps.len();
            self.steps.push(Step { before: state.step, token: self.token, char: Some(choice.char), lost });
            let after = self.read(&State { step, ..after }, char::from(byte), Mode::Aligned, 0.0);
            self.keep(after, Some(char::from(byte)), lost);
        }
    }

    /// Reads a character that was lost whole, but for its reading.
    fn complete_whole(&mut self, state: &State, reading: &str) {
        for (_, char) in read_as(reading).iter().filter(|(_, char)| self.language.knows(*char)) {
            let char = *char;
            let after = self.read(state, char, Mode::Aligned, MISFIT + self.mirror.with(char));
            self.keep(after, Some(char), true);
        }
    }

    /// Ends the character under way with a byte that was lost.
    fn complete_lost(&mut self, state: &State, swallowed: Swallowed) {
        if state.mode == Mode::HalfLost {
            return;
        }
        if let Kind::Struck(reading) = self.tokens[self.token].kind {
            for ([lead, trail], char) in read_as(reading) {
                if state.mode.may_begin_with(*lead) && leaves_a_mark(*trail) && self.language.knows(*char) {
                    let after = self.read(state, *char, Mode::Aligned, self.mirror.with(*char));
                    self.keep(after, Some(*char), true);
                }
            }
            return;
        }
        let outlook = self.outlook(state, self.floor());
        let all = match state.mode {
            Mode::Half(lead) => Cow::Borrowed(self.choices.behind(lead)),
            _ => Cow::Owned(self.followers(state)),
        };
        for choice in all.iter() {
            if !leaves_a_mark(choice.bytes[1]) || !self.is_worth(state, outlook, choice) {
                continue;
            }
            let after = self.read(state, choice.char, Mode::Aligned, self.without(state, choice.char));
            if swallowed != Swallowed::Byte {
                self.keep(after, Some(choice.char), true);
                continue;
            }
            if after.score + SWALLOWED < self.floor() {
                continue;
            }
            let step = self.steps.len();
            self.steps.push(Step { before: state.step, token: self.token, char: Some(choice.char), lost: true });
            for (byte, written) in BYTES {
                let after = self.read(&State { step, ..after }, byte, Mode::Aligned, SWALLOWED);
                self.keep(after, Some(written), true);
            }
        }
    }

    /// The characters that `state` may have under way: where both their bytes are lost, those that were
    /// seen behind its last one.
    fn followers(&self, state: &State) -> Vec<Choice> {
        let forms = self.language.followers(&state.context).flat_map(|id| self.choices.forms(id));
        forms.filter(|choice| state.mode.may_begin_with(choice.bytes[0])).copied().collect()
    }

    /// The end of the line.
    pub(super) fn close(&mut self, state: State) {
        match state.mode {
            Mode::Aligned => self.keep_as_is(state),
            _ => self.complete_lost(&state, Swallowed::End),
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
