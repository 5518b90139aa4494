//! The table of words, ready to be read where it lies in the program.

use super::layout::{Node, ROOT};

/// Code of each character of the basic plane; 0 for one that no word has.
static CODES: &[[u8; 2]] = include_bytes!(concat!(env!("OUT_DIR"), "/words.codes")).as_chunks().0;
static NODES: &[[u8; 8]] = include_bytes!(concat!(env!("OUT_DIR"), "/words.nodes")).as_chunks().0;
/// The sum of all frequencies, then each frequency once, by rank.
static FREQUENCIES: &[[u8; 8]] = include_bytes!(concat!(env!("OUT_DIR"), "/words.frequencies")).as_chunks().0;

/// The code of a character; 0 for one that no word has.
#[inline(always)]
pub(super) fn code(char: char) -> u32 {
    CODES.get(char as usize).map_or(0, |code| u32::from(u16::from_le_bytes(*code)))
}

#[inline(always)]
fn node(place: u32) -> Node {
    NODES.get(place as usize).map_or(Node::EMPTY, |bytes| Node(u64::from_le_bytes(*bytes)))
}

/// A way from the root: characters with which some word begins.
#[derive(Clone, Copy)]
pub(super) struct Path {
    place: u32,
    node: Node,
}

impl Path {
    /// The way that has not begun.
    #[inline(always)]
    pub(super) fn start() -> Self {
        Self { place: ROOT, node: node(ROOT) }
    }

    /// The way with the character of `code` behind it, if some word goes on so.
    #[inline(always)]
    pub(super) fn step(self, code: u32) -> Option<Self> {
        if code == 0 || !self.node.may_lead(code) {
            return None;
        }
        let place = self.node.child(code);
        let node = node(place);
        (node.parent() == self.place).then_some(Self { place, node })
    }

    /// The rank of the frequency of the word that ends here; 0 where none does.
    #[inline(always)]
    pub(super) fn rank(self) -> usize {
        self.node.rank()
    }
}

/// The frequencies by rank; at rank 0 the sum of all.
pub(super) fn frequencies() -> impl Iterator<Item = u64> {
    FREQUENCIES.iter().map(|bytes| u64::from_le_bytes(*bytes))
}

/// The frequency of a word; none where the dictionary lacks it.
pub(super) fn frequency(word: &str) -> Option<u64> {
    let end = word.chars().try_fold(Path::start(), |path, char| path.step(code(char)))?;
    let rank = end.rank();
    FREQUENCIES.get(rank).filter(|_| rank > 0).map(|bytes| u64::from_le_bytes(*bytes))
}
