//! Counts the n-grams of a folder of clean reports, for the repair of broken bytes.
//!
//! `cargo run --example ngrams FOLDER > src/restore/broken/genre.txt.gz` reads every second
//! `.txt` file of the folder, in the order of names (the others stay unseen, to measure
//! with), and keeps what stands in several of them: single characters in three files,
//! pairs in four, triples in six, so that nothing is kept of any one text.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;

use flate2::{Compression, GzBuilder};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = std::env::args().nth(1).ok_or("usage: ngrams FOLDER")?;
    let mut paths: Vec<_> =
        std::fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<std::io::Result<_>>()?;
    paths.retain(|path| path.extension().is_some_and(|end| end == "txt"));
    paths.sort();
    let mut counts: BTreeMap<Vec<char>, (usize, usize)> = BTreeMap::new();
    for path in paths.iter().step_by(2) {
        let mut seen = BTreeSet::new();
        for line in std::fs::read_to_string(path)?.lines() {
            let chars: Vec<char> = std::iter::once('¶').chain(line.trim().chars().map(counted)).chain(['¶']).collect();
            for gram in (1..=3).flat_map(|len| chars.windows(len)) {
                counts.entry(gram.to_vec()).or_default().0 += 1;
                seen.insert(gram.to_vec());
            }
        }
        for gram in seen {
            counts.entry(gram).or_default().1 += 1;
        }
    }
    let mut out = GzBuilder::new().write(std::io::stdout().lock(), Compression::best());
    for (gram, (count, files)) in counts {
        if files >= [3, 4, 6][gram.len() - 1] {
            writeln!(out, "{}\t{count}", gram.into_iter().collect::<String>())?;
        }
    }
    out.finish()?.flush()?;
    Ok(())
}

/// As `Language::simple` counts: marks wide, all figures one.
fn counted(char: char) -> char {
    match char {
        ',' => '，',
        ';' => '；',
        ':' => '：',
        '!' => '！',
        '?' => '？',
        '(' => '（',
        ')' => '）',
        '0'..='9' => '0',
        _ => char,
    }
}
