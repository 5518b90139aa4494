//! Which pairs of characters were seen at all: asked before any search in a tree.

/// The golden ratio in 64 bits, by which numbers are mixed (Knuth).
const MIX: u64 = 0x9E37_79B9_7F4A_7C15;

/// Bits for each pair: one in so many pairs is taken to be seen that was not.
const BITS: usize = 12;

/// A set of pairs that may hold a few more than were put in (a Bloom filter of one hash).
#[derive(Debug, Default)]
pub(super) struct Pairs {
    bits: Vec<u64>,
    shift: u32,
}

impl Pairs {
    pub fn of(pairs: &[(u16, u16)]) -> Self {
        let size = (pairs.len() * BITS).max(64).next_power_of_two();
        let mut set = Self { bits: vec![0; size / 64], shift: 64 - size.trailing_zeros() };
        for (a, b) in pairs {
            let (at, bit) = set.place(*a, *b);
            set.bits[at] |= bit;
        }
        set
    }

    fn place(&self, a: u16, b: u16) -> (usize, u64) {
        let place = (u64::from(a) << 16 | u64::from(b)).wrapping_mul(MIX) >> self.shift;
        ((place / 64) as usize, 1 << (place % 64))
    }

    /// Whether the pair may be there; if not, it is not.
    pub fn may_hold(&self, a: u16, b: u16) -> bool {
        let (at, bit) = self.place(a, b);
        self.bits[at] & bit != 0
    }
}
