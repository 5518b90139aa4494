//! Lays the dictionary of words out as the trie that `lexicon::words` walks, so that the program need
//! not do so each time it starts.

#[path = "src/lexicon/trie/layout.rs"]
#[allow(dead_code, reason = "what reads a trie is the program's")]
mod layout;

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::io::Read;
use std::path::PathBuf;
use std::{env, fs};

use layout::{Word, lay_out};

const WORDS: &str = "src/lexicon/data/words.txt.gz";

fn main() -> Result<(), Box<dyn Error>> {
    for path in [WORDS, "src/lexicon/trie/layout.rs", "build.rs"] {
        println!("cargo::rerun-if-changed={path}");
    }
    let mut text = String::new();
    flate2::read::GzDecoder::new(fs::File::open(WORDS)?).read_to_string(&mut text)?;
    // A line: a word, a space, its frequency; `# ` begins a remark.
    let mut lines: Vec<(&str, u64)> = Vec::new();
    for line in text.lines().filter(|line| !line.starts_with("# ")) {
        let (word, frequency) = line.split_once(' ').ok_or_else(|| format!("{WORDS}: {line}: no frequency"))?;
        lines.push((word, frequency.parse()?));
    }
    // With each word its frequency is found, by rank.
    let frequencies: BTreeSet<u64> = lines.iter().map(|(_, frequency)| *frequency).collect();
    let ranks: BTreeMap<u64, u16> = frequencies.iter().copied().zip(1..).collect();
    let words: Vec<Word<'_>> =
        lines.iter().map(|(text, frequency)| Word { text, weight: *frequency, value: ranks[frequency] }).collect();
    let trie = lay_out(&words).map_err(|error| format!("{WORDS}: {error}"))?;
    let total: u64 = lines.iter().map(|(_, frequency)| frequency).sum();

    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("OUT_DIR is not set")?);
    fs::write(out.join("words.codes"), trie.codes.concat())?;
    fs::write(out.join("words.nodes"), trie.nodes.concat())?;
    let ranked = std::iter::once(total).chain(frequencies);
    fs::write(out.join("words.frequencies"), ranked.flat_map(u64::to_le_bytes).collect::<Vec<u8>>())?;
    Ok(())
}
