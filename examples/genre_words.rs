//! Lists the common vocabulary of the genre: words that occur in reports of many provinces.
//!
//! `cargo run --release --example genre_words FOLDER > src/lexicon/data/genre.txt`, where
//! FOLDER holds one report a file, named `province_city_county_year.txt`.

#![allow(clippy::print_stdout, reason = "the list is the output")]

use std::collections::{BTreeMap, BTreeSet};

use tuzhi::lexicon::words::tagger;

/// In how many provinces a word must occur.
const PROVINCES: usize = 6;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = std::env::args().nth(1).ok_or("usage: genre_words FOLDER")?;
    let mut seen: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut verbs: BTreeSet<String> = BTreeSet::new();
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let province: String = name.chars().take(2).collect();
        let text = std::fs::read_to_string(entry.path())?;
        for token in tagger().tag(&text, false) {
            let chinese = token.word.chars().all(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
            if chinese && token.word.chars().count() >= 2 && !matches!(token.tag, "ns" | "nrt" | "nt") {
                seen.entry(token.word.to_string()).or_default().insert(province.clone());
                if token.tag == "v" {
                    verbs.insert(token.word.to_string());
                }
            }
        }
    }
    println!(
        "# Common vocabulary of the genre: words found in the reports of {PROVINCES} provinces or more, places left"
    );
    println!("# out. Made by examples/genre_words.rs from 260 reports of 2000-2026; one word a line, verbs marked.");
    for (word, provinces) in &seen {
        if provinces.len() >= PROVINCES {
            println!("{word}{}", if verbs.contains(word) { " v" } else { "" });
        }
    }
    Ok(())
}
