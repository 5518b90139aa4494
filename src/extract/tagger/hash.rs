//! Numbers for words, the same for good: the places of learned weights are fixed by them.

/// FNV-1a over 32 bits.
#[derive(Debug, Clone, Copy)]
pub(super) struct Hash(u32);

impl Default for Hash {
    fn default() -> Self {
        Self(0x811c_9dc5)
    }
}

impl Hash {
    /// Starts from a number.
    pub(super) fn of(number: u32) -> Self {
        Self(number.wrapping_mul(0x9e37_79b1))
    }

    /// Takes a number in.
    pub(super) fn number(self, number: u32) -> Self {
        let mixed = (self.0 ^ number).wrapping_mul(0x85eb_ca6b);
        Self(mixed ^ (mixed >> 13))
    }

    /// Takes the letters of a word in.
    pub(super) fn words(self, text: &str) -> Self {
        Self(text.bytes().fold(self.0, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)))
    }

    /// The number.
    pub(super) fn value(self) -> u32 {
        self.0
    }

    /// The first of four neighbours among `places` places, a power of two.
    pub(super) fn place(self, places: usize) -> u32 {
        let mixed = (self.0 ^ (self.0 >> 16)).wrapping_mul(0xc2b2_ae35);
        (mixed ^ (mixed >> 16)) & (places as u32 - 1) & !3
    }
}

/// The last `count` characters of `word`.
pub(super) fn ending(word: &str, count: usize) -> &str {
    let at = word.char_indices().rev().nth(count - 1).map_or(0, |(at, _)| at);
    &word[at..]
}

/// The first `count` characters of `word`.
pub(super) fn opening(word: &str, count: usize) -> &str {
    &word[..word.char_indices().nth(count).map_or(word.len(), |(at, _)| at)]
}
