//! Lays the dictionary of words out as the double array that `lexicon::words` reads, so that the program
//! need not do so each time it starts.

#[path = "src/lexicon/words/layout.rs"]
#[allow(dead_code, reason = "the reading half is the program's")]
mod layout;

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::io::Read;
use std::path::PathBuf;
use std::{env, fs};

use layout::{NOBODY, Node, PLACE_BITS, PLACES, ROOT};

const WORDS: &str = "src/lexicon/data/words.txt.gz";

/// How many free places are tried for the children of a node before they go behind all others.
const TRIES: usize = 30;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={WORDS}");
    println!("cargo::rerun-if-changed=src/lexicon/words/layout.rs");
    println!("cargo::rerun-if-changed=build.rs");
    let mut text = String::new();
    flate2::read::GzDecoder::new(fs::File::open(WORDS)?).read_to_string(&mut text)?;
    let words = words(&text)?;
    let codes = codes(&words);
    let ranks: BTreeSet<u32> = words.iter().map(|(_, frequency)| *frequency).collect();
    let ranks: BTreeMap<u32, u64> = ranks.into_iter().zip(1..).collect();

    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("OUT_DIR is not set")?);
    let plane: Vec<u8> = (0..=0xFFFF).flat_map(|char| codes.get(&char).copied().unwrap_or(0).to_le_bytes()).collect();
    fs::write(out.join("words.codes"), plane)?;
    let nodes = Trie::of(&words, &codes, &ranks).laid_out();
    fs::write(out.join("words.nodes"), nodes.iter().flat_map(|node| node.0.to_le_bytes()).collect::<Vec<u8>>())?;
    // The sum of the frequencies, then each frequency by rank.
    let total: u64 = words.iter().map(|(_, frequency)| u64::from(*frequency)).sum();
    let frequencies = std::iter::once(total).chain(ranks.keys().map(|frequency| u64::from(*frequency)));
    fs::write(out.join("words.frequencies"), frequencies.flat_map(u64::to_le_bytes).collect::<Vec<u8>>())?;
    Ok(())
}

/// The characters of a word and its frequency.
type Word = (Vec<u32>, u32);

/// The lines of the dictionary: a word, a space, its frequency; `# ` begins a remark.
fn words(text: &str) -> Result<Vec<Word>, Box<dyn Error>> {
    let lines = text.lines().filter(|line| !line.starts_with("# "));
    lines
        .map(|line| {
            let (word, frequency) = line.split_once(' ').ok_or_else(|| format!("{WORDS}: {line}: no frequency"))?;
            Ok((word.chars().map(u32::from).collect(), frequency.parse()?))
        })
        .collect()
}

/// Codes of the characters from 1 on, the most frequent first, so that what is looked up often lies
/// close together.
fn codes(words: &[Word]) -> BTreeMap<u32, u16> {
    let mut weights: BTreeMap<u32, u64> = BTreeMap::new();
    for (word, frequency) in words {
        for char in word {
            *weights.entry(*char).or_default() += u64::from(*frequency);
        }
    }
    let mut chars: Vec<(u32, u64)> = weights.into_iter().collect();
    chars.sort_by_key(|(char, weight)| (std::cmp::Reverse(*weight), *char));
    chars.into_iter().zip(1..).map(|((char, _), code)| (char, code)).collect()
}

/// The trie as pointers: nodes in the order in which they were met, the root first.
#[derive(Default)]
struct Trie {
    /// Children by code.
    children: Vec<BTreeMap<u16, usize>>,
    ranks: Vec<u64>,
    /// Frequencies of all words that go through the node.
    weights: Vec<u64>,
}

impl Trie {
    fn of(words: &[Word], codes: &BTreeMap<u32, u16>, ranks: &BTreeMap<u32, u64>) -> Self {
        let mut trie = Self::default();
        trie.grow();
        for (word, frequency) in words {
            let mut at = 0;
            for char in word {
                let next = trie.children.len();
                at = *trie.children[at].entry(codes[char]).or_insert(next);
                if at == next {
                    trie.grow();
                }
                trie.weights[at] += u64::from(*frequency);
            }
            trie.ranks[at] = ranks[frequency];
        }
        trie
    }

    fn grow(&mut self) {
        self.children.push(BTreeMap::new());
        self.ranks.push(0);
        self.weights.push(0);
    }

    /// The double array. Nodes with many children find places for them first, those with few fill the
    /// gaps; among those with as many, the ones that many words go through.
    fn laid_out(&self) -> Vec<Node> {
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
        assert!(free.end < NOBODY, "the words need more places than {PLACES}");
        let last = places.iter().max().map_or(0, |place| *place as usize);
        let mut nodes = vec![Node::EMPTY; last + 1];
        for node in 0..places.len() {
            let parent = if node == 0 { NOBODY } else { places[parents[node]] };
            let filter = self.children[node].keys().fold(0u64, |bits, code| bits | 1 << (code & 7));
            let bits = u64::from(bases[node])
                | u64::from(parent) << PLACE_BITS
                | self.ranks[node] << (2 * PLACE_BITS)
                | filter << 56;
            nodes[places[node] as usize] = Node(bits);
        }
        nodes
    }
}

/// The places that no node has taken, as a list through an array.
struct Free {
    next: Vec<u32>,
    before: Vec<u32>,
    taken: Vec<bool>,
    /// One past the last taken place.
    end: u32,
    /// Where to search for places for about as many children as the last node had.
    from: u32,
    /// Of how many children, on a logarithmic scale.
    size: u32,
}

impl Free {
    fn new() -> Self {
        Self {
            next: (1..=PLACES).collect(),
            before: (0..PLACES).map(|place| place.saturating_sub(1)).collect(),
            taken: vec![false; PLACES as usize],
            end: 0,
            from: 0,
            size: u32::MAX,
        }
    }

    fn take(&mut self, place: u32) {
        let (before, next) = (self.before[place as usize], self.next[place as usize]);
        self.taken[place as usize] = true;
        self.next[before as usize] = next;
        if let Some(back) = self.before.get_mut(next as usize) {
            *back = before;
        }
        self.end = self.end.max(place + 1);
    }

    /// A base from which the places of all children are free. Where the search takes long, the next one
    /// for about as many children begins where it ended.
    fn base(&mut self, children: &BTreeMap<u16, usize>) -> u32 {
        let first = children.keys().next().map_or(0, |code| u32::from(*code));
        let rest: Vec<u32> = children.keys().skip(1).map(|code| u32::from(*code) - first).collect();
        let size = ((children.len() as f64).ln() * 5.0) as u32;
        if self.size != size {
            (self.size, self.from) = (size, self.next[ROOT as usize]);
        }
        while self.taken[self.from as usize] {
            self.from = self.next[self.from as usize];
        }
        let mut place = self.from;
        let mut tries = 0;
        while rest.iter().any(|behind| self.taken[((place + behind) % PLACES) as usize]) {
            place = self.next[place as usize];
            tries += 1;
        }
        if tries > TRIES {
            self.from = place;
        }
        (place + PLACES - first) % PLACES
    }
}
