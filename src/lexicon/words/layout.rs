//! How the table of words lies in memory: what `build.rs` writes and `table` reads.
//!
//! The dictionary is a trie of characters in a double array (Aoe 1989): the child of node `n` by the
//! character of code `c` stands at `base(n) + c`, and is that child only where its `parent` is `n`. A node
//! is one 64-bit word, so that a step costs one load:
//!
//! | bits | what |
//! |---|---|
//! | 0–19 | base |
//! | 20–39 | parent |
//! | 40–55 | rank of the frequency of the word that ends here; 0: none ends here |
//! | 56–63 | which children there may be: one bit for each remainder of their codes |

/// Bits of a place in the array.
pub const PLACE_BITS: u32 = 20;

/// Places wrap around here.
pub const PLACES: u32 = 1 << PLACE_BITS;

/// The parent of a place that holds no node.
pub const NOBODY: u32 = PLACES - 1;

/// Where the root stands. No child stands there.
pub const ROOT: u32 = 0;

/// A node of the trie.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Node(pub u64);

impl Node {
    /// A place without a node.
    pub const EMPTY: Self = Self((NOBODY as u64) << PLACE_BITS);

    /// Where the child by a character of `code` stands, if there is one.
    #[inline(always)]
    pub const fn child(self, code: u32) -> u32 {
        ((self.0 as u32 & (PLACES - 1)) + code) & (PLACES - 1)
    }

    /// Whether there may be a child by a character of `code`.
    #[inline(always)]
    pub const fn may_lead(self, code: u32) -> bool {
        self.0 >> (56 + (code & 7)) & 1 != 0
    }

    /// Where the parent stands.
    #[inline(always)]
    pub const fn parent(self) -> u32 {
        (self.0 >> PLACE_BITS) as u32 & (PLACES - 1)
    }

    /// Rank of the frequency of the word that ends here, among all frequencies; 0 where none ends.
    #[inline(always)]
    pub const fn rank(self) -> usize {
        (self.0 >> 40) as usize & 0xFFFF
    }
}
