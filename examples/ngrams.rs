//! Counts the n-grams of a folder of clean reports, for the repair of broken bytes.
//!
//! `cargo run --release --example ngrams FOLDER > src/restore/broken/genre.gz` reads three of every five
//! `.txt` files of the folder, in the order of names; the second and the fourth stay unseen, to measure with.
//! What stands in one report only is left out, so that nothing is kept of any one text. The words
//! of the dictionary and the names of places are counted along, for what no report says.

use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use flate2::read::GzDecoder;
use flate2::{Compression, GzBuilder};
use grams::{EDGE, LONGEST, STEPS, counted};

#[path = "../src/restore/broken/grams.rs"]
#[allow(dead_code, reason = "the reading half is the library's")]
mod grams;

/// In how many reports an n-gram must stand, by its length.
const REPORTS: [u32; LONGEST] = [1, 2, 2, 2];

/// What the dictionary tells of the followers of a context, in occurrences in reports, by the context's length.
const DICTIONARY: [f32; LONGEST] = [0.0, 3.0, 1.0, 0.5];

/// How often a place is taken to be named where the dictionary counts its words.
const PLACE: f32 = 30.0;

/// Words that begin otherwise and end in the same character: so many of them are always assumed.
const OTHERS: f32 = 3000.0;

/// Dictionary words that are rarer tell too little for their place in the file.
const RARE: f32 = 3.0;

/// Counts of n-grams by their characters.
type Counts = BTreeMap<Vec<char>, f32>;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = std::env::args().nth(1).ok_or("usage: ngrams FOLDER")?;
    let mut paths: Vec<_> =
        std::fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<std::io::Result<_>>()?;
    paths.retain(|path| path.extension().is_some_and(|end| end == "txt"));
    paths.sort();
    let seen: Vec<PathBuf> =
        paths.into_iter().enumerate().filter(|(at, _)| at % 5 % 2 == 0).map(|(_, path)| path).collect();
    let shares = shares(&read(&seen)?, &words()?);
    // The commonest characters get the lowest numbers.
    let mut chars: Vec<(f32, char)> =
        shares.iter().filter(|(gram, _)| gram.len() == 1).map(|(gram, share)| (*share, gram[0])).collect();
    chars.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    let numbers: BTreeMap<char, u32> = chars.iter().map(|(_, char)| *char).zip(0..).collect();
    let mut out = GzBuilder::new().write(std::io::stdout().lock(), Compression::best());
    writeln!(out, "{}", chars.iter().map(|(_, char)| char).collect::<String>())?;
    let mut above: Vec<Vec<u32>> = vec![Vec::new()];
    for length in 1..=LONGEST {
        let level: BTreeMap<Vec<u32>, f32> = shares
            .iter()
            .filter(|(gram, _)| gram.len() == length)
            .map(|(gram, share)| (gram.iter().map(|char| numbers[char]).collect(), *share))
            .collect();
        let mut parts = [Vec::new(), Vec::new(), Vec::new()];
        for parent in &above {
            let from = [&parent[..], &[0]].concat();
            let children = level.range(from..).take_while(|(gram, _)| gram.starts_with(parent));
            let (mut count, mut next) = (0, 0);
            for (gram, share) in children {
                let id = gram[length - 1];
                push(&mut parts[1], id - next);
                parts[2].push((-share.log2() * STEPS).round().clamp(0.0, 255.0) as u8);
                (count, next) = (count + 1, id + 1);
            }
            push(&mut parts[0], count);
        }
        parts.iter().try_for_each(|part| out.write_all(part))?;
        above = level.into_keys().collect();
    }
    out.finish()?.flush()?;
    Ok(())
}

fn push(bytes: &mut Vec<u8>, mut number: u32) {
    while number >= 0x80 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

/// How often each n-gram stands in the files, and in how many.
fn read(paths: &[PathBuf]) -> std::io::Result<BTreeMap<Vec<char>, (f32, u32)>> {
    let mut counts: BTreeMap<Vec<char>, (f32, u32, usize)> = BTreeMap::new();
    for (file, path) in paths.iter().enumerate() {
        for line in std::fs::read_to_string(path)?.lines().filter(|line| !line.trim().is_empty()) {
            let chars: Vec<char> =
                std::iter::once(EDGE).chain(line.trim().chars().map(counted)).chain([EDGE]).collect();
            for gram in (1..=LONGEST).flat_map(|len| chars.windows(len)) {
                let entry = counts.entry(gram.to_vec()).or_insert((0.0, 0, usize::MAX));
                entry.0 += 1.0;
                entry.1 += u32::from(entry.2 != file);
                entry.2 = file;
            }
        }
    }
    Ok(counts.into_iter().map(|(gram, (count, files, _))| (gram, (count, files))).collect())
}

/// The words of the dictionary and the places, with their frequencies.
fn words() -> std::io::Result<Vec<(Vec<char>, f32)>> {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lexicon/data");
    let unpacked = |name: &str| {
        let mut text = String::new();
        GzDecoder::new(std::fs::File::open(data.join(name))?).read_to_string(&mut text).map(|_| text)
    };
    let mut words = Vec::new();
    for line in unpacked("words.txt.gz")?.lines() {
        if let Some((word, count)) = line.split_once(' ').and_then(|(word, count)| Some((word, count.parse().ok()?))) {
            words.push((word.chars().map(counted).collect(), count));
        }
    }
    for line in unpacked("towns.txt.gz")?.lines().filter(|line| !line.starts_with('#')) {
        words.push((line.chars().skip(9).collect(), PLACE));
    }
    for line in std::fs::read_to_string(data.join("divisions.txt"))?.lines().filter(|line| !line.starts_with('#')) {
        words.push((line.split('\t').nth(1).unwrap_or("").chars().collect(), PLACE));
    }
    Ok(words)
}

/// What is known of each n-gram's last character behind the others. Shorter n-grams count by how many
/// different characters stand before them (Kneser & Ney 1995).
fn shares(counts: &BTreeMap<Vec<char>, (f32, u32)>, words: &[(Vec<char>, f32)]) -> Counts {
    let mut before: Counts = BTreeMap::new();
    for gram in counts.keys().filter(|gram| gram.len() > 1) {
        *before.entry(gram[1..].to_vec()).or_default() += 1.0;
    }
    let of = |gram: &Vec<char>, count: f32| match gram.len() {
        LONGEST => count,
        _ if gram[0] == EDGE => count,
        _ => before.get(gram).copied().unwrap_or(0.0),
    };
    let mut all = Counts::new();
    let mut rare = [[0.0f32; 2]; LONGEST];
    for (gram, (count, _)) in counts {
        let count = of(gram, *count);
        *all.entry(gram[..gram.len() - 1].to_vec()).or_default() += count;
        if count == 1.0 || count == 2.0 {
            rare[gram.len() - 1][count as usize - 1] += 1.0;
        }
    }
    let (mut told, mut beginnings) = (Counts::new(), Counts::new());
    for (word, frequency) in words {
        for gram in (1..=LONGEST).flat_map(|len| word.windows(len)) {
            *beginnings.entry(gram.to_vec()).or_default() += frequency;
            if gram.len() == 1 || *frequency >= RARE {
                *told.entry(gram.to_vec()).or_default() += frequency;
            }
        }
    }
    let total: f32 = beginnings.iter().filter(|(gram, _)| gram.len() == 1).map(|(_, count)| count).sum();
    let mut shares = Counts::new();
    for (gram, (count, files)) in counts {
        let at = gram.len() - 1;
        if *files >= REPORTS[at] && (at > 0 || gram[0].len_utf16() == 1) {
            let [ones, twos] = rare[at];
            let discount = if at == 0 { 0.0 } else { ones / (ones + 2.0 * twos) };
            let context = gram[..at].to_vec();
            shares.insert(gram.clone(), (of(gram, *count) - discount).max(0.0) / (all[&context] + DICTIONARY[at]));
        }
    }
    for (gram, count) in &told {
        let at = gram.len() - 1;
        let context = gram[..at].to_vec();
        if at == 0 {
            let share = shares.entry(gram.clone()).or_default();
            *share = 0.97 * *share + 0.03 * count / total;
            continue;
        }
        let likely = count / (beginnings[&context] + OTHERS);
        let share = DICTIONARY[at] * likely / (all.get(&context).copied().unwrap_or(0.0) + DICTIONARY[at]);
        *shares.entry(gram.clone()).or_default() += share;
    }
    // A node needs its beginning and its end to be there.
    for length in 2..=LONGEST {
        let grams: Vec<Vec<char>> = shares.keys().filter(|gram| gram.len() == length).cloned().collect();
        for gram in grams {
            let whole =
                shares[&gram] > 1e-7 && shares.contains_key(&gram[..length - 1]) && shares.contains_key(&gram[1..]);
            if !whole {
                shares.remove(&gram);
            }
        }
    }
    shares.retain(|gram, share| gram.iter().all(|char| char.len_utf16() == 1) && *share > 0.0);
    shares
}
