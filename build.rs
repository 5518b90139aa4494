//! Lays the dictionary of words out as the trie that `lexicon::words` walks, so that the program need
//! not do so each time it starts, and takes the digest of all that decides what a record says.

#[path = "src/lexicon/trie/layout.rs"]
#[allow(dead_code, reason = "what reads a trie is the program's")]
mod layout;

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::{env, fs};

use layout::{Word, lay_out};
use sha2::{Digest, Sha256};

const WORDS: &str = "src/lexicon/data/words.txt.gz";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    lay_words_out()?;
    let digest = digest(&sources()?)?;
    println!("cargo::rustc-env=TUZHI_EXTRACTION={digest}");
    Ok(())
}

/// The files that decide what a record says, in one order everywhere: those of the stages that `stages.txt`
/// lists, the versions of what they use, and this one, which lays words out. Each is watched.
fn sources() -> Result<Vec<PathBuf>, Box<dyn Error>> {
    const STAGES: &str = "src/store/stages.txt";
    println!("cargo::rerun-if-changed={STAGES}");
    let mut found = vec![PathBuf::from("build.rs")];
    // A crate that is built as a part of another one has no versions of its own.
    let versions = Path::new("Cargo.lock");
    if versions.exists() {
        println!("cargo::rerun-if-changed=Cargo.lock");
        found.push(versions.to_path_buf());
    }
    for stage in fs::read_to_string(STAGES)?.lines().filter(|line| !line.starts_with('#')) {
        let (folder, file) = (PathBuf::from(format!("src/{stage}")), PathBuf::from(format!("src/{stage}.rs")));
        let path = if folder.is_dir() { folder } else { file };
        println!("cargo::rerun-if-changed={}", path.display());
        below(path, &mut found)?;
    }
    found.sort();
    Ok(found)
}

/// The files of a folder to the bottom; a file itself.
fn below(path: PathBuf, found: &mut Vec<PathBuf>) -> Result<(), Box<dyn Error>> {
    if !path.is_dir() {
        found.push(path);
        return Ok(());
    }
    for entry in fs::read_dir(&path)? {
        let entry = entry?.path();
        // What editors leave beside a file is none of it.
        let named = entry.file_name().is_some_and(|name| !name.to_string_lossy().starts_with('.'));
        if named && !entry.to_string_lossy().ends_with('~') {
            below(entry, found)?;
        }
    }
    Ok(())
}

/// The digest of files with their names, the same on every system.
fn digest(paths: &[PathBuf]) -> Result<String, Box<dyn Error>> {
    let mut whole = Sha256::new();
    for path in paths {
        let name: Vec<String> = path.iter().map(|part| part.to_string_lossy().into_owned()).collect();
        whole.update(name.join("/"));
        whole.update([0]);
        whole.update(Sha256::digest(fs::read(path)?));
    }
    Ok(whole.finalize()[..16].iter().map(|byte| format!("{byte:02x}")).collect())
}

fn lay_words_out() -> Result<(), Box<dyn Error>> {
    for path in [WORDS, "src/lexicon/trie/layout.rs"] {
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
