//! How tries lie in memory, and how they get there; `build.rs` lays out the dictionary by this file,
//! the program the tables of words that it reads itself.
//!
//! A trie of characters lies in a double array (Aoe 1989): the child of a node by the character of code
//! `c` stands at its base plus `c`, and is that child only where its parent is the node. A node is one
//! 64-bit word, so that a step costs one load:
//!
//! | bits | what |
//! |---|---|
//! | 0–19 | base |
//! | 20–39 | where the parent stands |
//! | 40–55 | value of the word that ends here, from 1 on; 0: none ends here |
//! | 56–63 | which children there may be: one bit for each remainder of their codes |

use std::collections::BTreeMap;

const PLACE_BITS: u32 = 20;

/// Places wrap around here.
const PLACES: u32 = 1 << PLACE_BITS;

/// The parent of a place that holds no node.
const NOBODY: u32 = PLACES - 1;

/// Where the root stands. No child stands there.
pub const ROOT: u32 = 0;

/// A node of a trie.
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

    /// The value of the word that ends here; 0 where none ends.
    #[inline(always)]
    pub const fn value(self) -> usize {
        (self.0 >> 40) as usize & 0xFFFF
    }
}

/// A trie laid out.
pub struct Layout {
    /// Code of each character of the basic plane, in two bytes, little end first; 0 for one in no word.
    pub codes: Vec<[u8; 2]>,
    /// The nodes, in eight bytes, little end first.
    pub nodes: Vec<[u8; 8]>,
}

/// A word to be laid out.
pub struct Word<'a> {
    /// Its characters.
    pub text: &'a str,
    /// How often it is looked up, on any scale: what is looked up often lies close together.
    pub weight: u64,
    /// What is found with it; not 0.
    pub value: u16,
}

/// Lays out a trie of `words`.
///
/// # Errors
/// A word that is empty, stands twice, or has a character beyond the basic plane.
pub fn lay_out(words: &[Word<'_>]) -> Result<Layout, String> {
    let codes = codes(words)?;
    let mut coded: Vec<(Vec<u16>, &Word<'_>)> =
        words.iter().map(|word| (word.text.chars().map(|char| codes[char as usize]).collect(), word)).collect();
    coded.sort_by(|a, b| a.0.cmp(&b.0));
    let mut trie = Trie::default();
    trie.grow();
    // The way from the root to the word before.
    let mut way: Vec<(u16, usize)> = Vec::new();
    for (chars, word) in &coded {
        let shared = way.iter().zip(chars).take_while(|((code, _), other)| code == *other).count();
        if shared == chars.len() {
            return Err(format!("“{}” is empty or stands twice", word.text));
        }
        way.truncate(shared);
        for code in &chars[shared..] {
            let parent = way.last().map_or(0, |(_, node)| *node);
            let node = trie.grow();
            trie.children[parent].push((*code, node));
            way.push((*code, node));
        }
        for (_, node) in &way {
            trie.weights[*node] += word.weight;
        }
        if let Some((_, node)) = way.last() {
            trie.values[*node] = word.value;
        }
    }
    let nodes = trie.placed();
    Ok(Layout {
        codes: codes.into_iter().map(u16::to_le_bytes).collect(),
        nodes: nodes.into_iter().map(|node| node.0.to_le_bytes()).collect(),
    })
}

/// Codes of the characters from 1 on, the most frequent first.
fn codes(words: &[Word<'_>]) -> Result<Vec<u16>, String> {
    let mut codes = vec![0; 1 << 16];
    let mut weights: BTreeMap<char, u64> = BTreeMap::new();
    for word in words {
        for char in word.text.chars() {
            *weights.entry(char).or_default() += word.weight;
        }
    }
    let mut chars: Vec<(char, u64)> = weights.into_iter().collect();
    chars.sort_by_key(|(char, weight)| (std::cmp::Reverse(*weight), *char));
    for ((char, _), code) in chars.into_iter().zip(1..) {
        let place = codes.get_mut(char as usize).ok_or_else(|| format!("“{char}” lies beyond the basic plane"))?;
        *place = code;
    }
    Ok(codes)
}

/// A trie by pointers, the root first.
#[derive(Default)]
struct Trie {
    /// Codes and nodes of the children, by code.
    children: Vec<Vec<(u16, usize)>>,
    values: Vec<u16>,
    weights: Vec<u64>,
}

impl Trie {
    fn grow(&mut self) -> usize {
        self.children.push(Vec::new());
        self.values.push(0);
        self.weights.push(0);
        self.values.len() - 1
    }

    /// The double array. Nodes with many children find places for them first, those with few fill the
    /// gaps; among those with as many, the ones that many words go through.
    fn placed(&self) -> Vec<Node> {
        let mut order: Vec<usize> = (0..self.children.len()).filter(|node| !self.children[*node].is_empty()).collect();
        order.sort_by_key(|node| (std::cmp::Reverse((self.children[*node].len(), self.weights[*node])), *node));
        let mut parents: Vec<usize> = vec![0; self.children.len()];
        let mut places = vec![ROOT; self.children.len()];
        let mut bases = vec![0; self.children.len()];
        let mut free = Free::new();
        free.take(ROOT);
        for node in order {
            let base = free.base(&self.children[node]);
            bases[node] = base;
            for (code, child) in &self.children[node] {
                places[*child] = (base + u32::from(*code)) % PLACES;
                parents[*child] = node;
                free.take(places[*child]);
            }
        }
        let last = places.iter().max().map_or(0, |place| *place as usize);
        let mut nodes = vec![Node::EMPTY; last + 1];
        for node in 0..places.len() {
            let parent = if node == 0 { NOBODY } else { places[parents[node]] };
            let filter = self.children[node].iter().fold(0u64, |bits, (code, _)| bits | 1 << (code & 7));
            let bits = u64::from(bases[node])
                | u64::from(parent) << PLACE_BITS
                | u64::from(self.values[node]) << (2 * PLACE_BITS)
                | filter << 56;
            nodes[places[node] as usize] = Node(bits);
        }
        nodes
    }
}

/// The places that no node has taken, as a list through an array that grows.
struct Free {
    next: Vec<u32>,
    before: Vec<u32>,
    taken: Vec<bool>,
    /// Where to search for places for about as many children as the last node had.
    from: u32,
    /// Of how many children, on a logarithmic scale.
    size: u32,
}

/// After how many places that did not do a search for places counts as long.
const TRIES: usize = 30;

impl Free {
    fn new() -> Self {
        let mut free = Self { next: vec![1], before: vec![0], taken: vec![false], from: 0, size: u32::MAX };
        free.reach(1);
        free
    }

    /// Makes `place` and one behind it part of the array, so that the last is always free.
    fn reach(&mut self, place: u32) {
        assert!(place < NOBODY - 1, "the words need more places than {PLACES}");
        while self.taken.len() as u32 <= place + 1 {
            let new = self.taken.len() as u32;
            self.next.push(new + 1);
            self.before.push(new - 1);
            self.taken.push(false);
        }
    }

    fn is_taken(&self, place: u32) -> bool {
        self.taken.get(place as usize).is_some_and(|taken| *taken)
    }

    fn take(&mut self, place: u32) {
        self.reach(place);
        let (before, next) = (self.before[place as usize], self.next[place as usize]);
        self.taken[place as usize] = true;
        self.next[before as usize] = next;
        self.before[next as usize] = before;
    }

    /// A base from which the places of all children are free. Where the search takes long, the next one
    /// for about as many children begins where it ended.
    fn base(&mut self, children: &[(u16, usize)]) -> u32 {
        let first = children.first().map_or(0, |(code, _)| u32::from(*code));
        let rest: Vec<u32> = children.iter().skip(1).map(|(code, _)| u32::from(*code) - first).collect();
        let size = ((children.len() as f64).ln() * 5.0) as u32;
        if self.size != size {
            (self.size, self.from) = (size, self.next[ROOT as usize]);
        }
        while self.taken[self.from as usize] {
            self.from = self.next[self.from as usize];
        }
        let mut place = self.from;
        let mut tries = 0;
        while rest.iter().any(|behind| self.is_taken(place + behind)) {
            place = self.next[place as usize];
            self.reach(place);
            tries += 1;
        }
        if tries > TRIES {
            self.from = place;
        }
        (place + PLACES - first) % PLACES
    }
}
