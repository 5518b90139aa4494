//! Puts words that stand in the same places into classes, for the tagger.
//!
//! `cargo run --release --example word_classes FOLDER > src/extract/tagger/data/classes.txt`, where
//! FOLDER holds one report a file. A word is described by which words stand up to two places
//! before and behind it, and how much more often than by chance (positive pointwise mutual
//! information, Church and Hanks 1990), in the 60 directions that differ most; like words are
//! brought together by k-means, and so are classes to wider ones. Nothing is drawn at random.

#![allow(clippy::print_stdout, reason = "the list is the output")]

mod means;
mod vectors;

use std::collections::{BTreeMap, BTreeSet};

use means::means;
use tuzhi::extract::tagger;
use tuzhi::{outline, pipeline};
use vectors::vectors;

/// How often a word must occur, and in how many reports: a name of one report has no class.
const LEAST: (usize, usize) = (5, 3);

/// How many classes there are, and wider ones, and the widest.
const CLASSES: [usize; 3] = [512, 128, 32];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = std::env::args().nth(1).ok_or("usage: word_classes FOLDER")?;
    let mut paths: Vec<_> =
        std::fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect::<Result<_, _>>()?;
    paths.sort();
    let mut sentences: Vec<Vec<String>> = Vec::new();
    let mut counts: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for path in &paths {
        let document = pipeline::open(&path.to_string_lossy(), &std::fs::read(path)?)?;
        let mut seen = BTreeSet::new();
        for row in tagger::view(&document.text, &outline::outline(&document.text)).sentences {
            let words: Vec<String> = row.spans.iter().map(|span| plain(span.of(&document.text))).collect();
            for word in &words {
                counts.entry(word.clone()).or_default().0 += 1;
            }
            seen.extend(words.iter().cloned());
            sentences.push(words);
        }
        for word in seen {
            counts.entry(word).or_default().1 += 1;
        }
    }
    let often = counts.iter().filter(|(_, (count, reports))| *count >= LEAST.0 && *reports >= LEAST.1);
    let mut words: Vec<(&str, usize)> = often.map(|(word, (count, _))| (word.as_str(), *count)).collect();
    words.sort_by_key(|(word, count)| (std::cmp::Reverse(*count), *word));
    let words: Vec<&str> = words.into_iter().map(|(word, _)| word).collect();

    let vectors = vectors(&words, &sentences);
    let (narrow, centres) = means(&vectors, CLASSES[0]);
    let (middle, wider) = means(&centres, CLASSES[1]);
    let (wide, _) = means(&wider, CLASSES[2]);
    println!(
        "# Words that stand in the same places, by examples/word_classes from {} reports of 2000-2026. A line is a",
        paths.len()
    );
    println!(
        "# class: the number of the widest class and of the wider class that it is in, then its words, most frequent first."
    );
    for class in 0..CLASSES[0] {
        let own: Vec<&str> = words
            .iter()
            .zip(&narrow)
            .filter(|(word, of)| **of == class && chinese(word))
            .map(|(word, _)| *word)
            .collect();
        if !own.is_empty() {
            println!("{} {} {}", wide[middle[class]], middle[class], own.join(" "));
        }
    }
    Ok(())
}

/// Figures are one word.
fn plain(word: &str) -> String {
    if word.contains(|c: char| c.is_ascii_digit()) { "0".into() } else { word.into() }
}

fn chinese(word: &str) -> bool {
    word.chars().all(|c| ('\u{4e00}'..='\u{9fff}').contains(&c))
}
