//! Tries of words, ready to be walked character by character.

pub(super) mod layout;

use layout::{Node, ROOT};

/// A trie, wherever it lies.
#[derive(Clone, Copy)]
pub(super) struct Trie<'a> {
    pub(super) codes: &'a [[u8; 2]],
    pub(super) nodes: &'a [[u8; 8]],
}

impl<'a> Trie<'a> {
    /// The code of a character; 0 for one that is in no word.
    #[inline(always)]
    pub(super) fn code(self, char: char) -> u32 {
        self.codes.get(char as usize).map_or(0, |code| u32::from(u16::from_le_bytes(*code)))
    }

    /// The way that has not begun.
    #[inline(always)]
    pub(super) fn start(self) -> Path<'a> {
        Path { trie: self, place: ROOT, node: self.node(ROOT) }
    }

    /// Looks at the node of two characters, so that it is at hand when the way comes there.
    #[inline(always)]
    pub(super) fn approach(self, first: u32, second: u32) {
        if let Some(path) = self.start().step(first)
            && path.node.may_lead(second)
        {
            std::hint::black_box(self.node(path.node.child(second)));
        }
    }

    #[inline(always)]
    fn node(self, place: u32) -> Node {
        self.nodes.get(place as usize).map_or(Node::EMPTY, |bytes| Node(u64::from_le_bytes(*bytes)))
    }
}

/// A way from the root: characters with which some word begins.
#[derive(Clone, Copy)]
pub(super) struct Path<'a> {
    trie: Trie<'a>,
    place: u32,
    node: Node,
}

impl Path<'_> {
    /// The way with the character of `code` behind it, if some word goes on so.
    #[inline(always)]
    pub(super) fn step(self, code: u32) -> Option<Self> {
        if code == 0 || !self.node.may_lead(code) {
            return None;
        }
        let place = self.node.child(code);
        let node = self.trie.node(place);
        (node.parent() == self.place).then_some(Self { place, node, ..self })
    }

    /// Where the last node of the way stands: no two ways share it.
    #[inline(always)]
    pub(super) fn place(self) -> u32 {
        self.place
    }

    /// The value of the word that ends here; 0 where none does.
    #[inline(always)]
    pub(super) fn value(self) -> usize {
        self.node.value()
    }
}
