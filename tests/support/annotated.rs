//! The annotated texts: five whole ones that are shared with their annotations, and parts of
//! reports of the corpus that are annotated in `tests/eval/annotations`.

use std::path::{Path, PathBuf};
use std::{env, fs};

use tuzhi::eval::Gold;

/// Names of the whole texts: `gold/NAME.txt` and `gold/NAME.gold.json`.
const WHOLE: [&str; 5] = ["anguo2022", "dongchang2021-review", "longgang2024", "qingyuan2022", "zhumadian2019"];

/// A text with its annotation.
pub struct Annotated {
    /// Its name.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// What it says.
    pub gold: Gold,
    /// Whether rules were written with it at hand.
    pub read: bool,
}

#[derive(serde::Deserialize)]
struct Part {
    source: String,
    lines: Vec<(usize, usize)>,
    read: bool,
}

/// The folder of the texts: `TUZHI_SHARED`, or `shared` beside the repository.
pub fn shared() -> Option<PathBuf> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    let folder = env::var_os("TUZHI_SHARED").map_or(beside, PathBuf::from);
    folder.join("gold").is_dir().then_some(folder)
}

/// All annotated texts, by name.
pub fn texts(folder: &Path) -> Vec<Annotated> {
    let whole = WHOLE.iter().map(|name| Annotated {
        name: (*name).to_string(),
        bytes: fs::read(folder.join(format!("gold/{name}.txt"))).expect("the text is there"),
        gold: json(&fs::read(folder.join(format!("gold/{name}.gold.json"))).expect("the annotation is there")),
        read: true,
    });
    let parts = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/eval/annotations");
    let mut paths: Vec<PathBuf> =
        fs::read_dir(parts).expect("annotations").map(|entry| entry.expect("an entry").path()).collect();
    paths.sort();
    whole.chain(paths.iter().map(|path| part(folder, path))).collect()
}

fn part(folder: &Path, path: &Path) -> Annotated {
    let bytes = fs::read(path).expect("the annotation reads");
    let Part { source, lines, read } = json(&bytes);
    let report = fs::read_to_string(folder.join(format!("corpus/reports/{source}.txt"))).expect("the report is there");
    let all: Vec<&str> = report.split('\n').collect();
    let kept: Vec<&str> = lines.iter().flat_map(|(first, last)| &all[first - 1..*last]).copied().collect();
    let gold: Gold = json(&bytes);
    Annotated { name: gold.document.clone(), bytes: (kept.join("\n") + "\n").into_bytes(), gold, read }
}

fn json<T: serde::de::DeserializeOwned>(bytes: &[u8]) -> T {
    serde_json::from_slice(bytes).expect("an annotation")
}
