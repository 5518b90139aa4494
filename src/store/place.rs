//! Where a document is: what tells one from another, whichever folder the program is started in.

use std::path::{Path, PathBuf};

use crate::error::{Error, Result};
use crate::read::{Reports, Source};

/// Behind the mark of standard input stands which contents it gave, so that each stays a document of its own.
const STDIN: &str = "-:";

/// The folder that a store lies in, links followed.
pub(super) fn home(store: &Path) -> Result<PathBuf> {
    let file = store.canonicalize().map_err(|source| Error::io(store, source))?;
    Ok(file.parent().unwrap_or(Path::new("/")).to_path_buf())
}

/// The place of a document: the way to its file from `home` where it lies below, so that both can be moved
/// together, else from the root. What lies in a file (`reports.zip/2024.txt`) follows behind it. Of standard
/// input it is the contents.
pub(super) fn of(source: &Source, home: &Path, sha256: &str) -> String {
    match source {
        Source::Stdin => format!("{STDIN}{sha256}"),
        Source::File(path) => place(path, home),
        Source::Part(part) if part.is_of_stdin() => format!("{STDIN}{sha256}"),
        Source::Part(part) => place(part.name().as_ref(), home),
    }
}

/// The place of a file by a path to it.
pub(super) fn place(path: &Path, home: &Path) -> String {
    let whole = whole(path);
    match whole.strip_prefix(home) {
        Ok(below) => below.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/"),
        Err(_) => whole.to_string_lossy().into_owned(),
    }
}

/// The path from the root with all links followed, as far as there are files; the rest as it is.
fn whole(path: &Path) -> PathBuf {
    let from_root = std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf());
    for above in from_root.ancestors() {
        if let Ok(known) = above.canonicalize()
            && let Ok(rest) = from_root.strip_prefix(above)
        {
            // Joining with nothing would end the path in a slash.
            return if rest.as_os_str().is_empty() { known } else { known.join(rest) };
        }
    }
    from_root
}

/// The source that a place means now; none for what came by standard input.
pub(super) fn source(place: &str, home: &Path, reports: &Reports) -> Option<Source> {
    let path = home.join(place);
    (!place.starts_with(STDIN)).then(|| reports.find(&path.to_string_lossy()).unwrap_or(Source::File(path)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_does_not_depend_on_how_it_is_written() {
        let folder = tempfile::tempdir().expect("a folder");
        let home = folder.path().canonicalize().expect("it is there");
        std::fs::create_dir(home.join("a")).expect("a folder");
        std::fs::write(home.join("a/b.zip"), "x").expect("a file");
        for path in ["a/b.zip", "./a//b.zip", "a/../a/b.zip"] {
            assert_eq!(place(&home.join(path), &home), "a/b.zip");
        }
        assert_eq!(place(&home.join("a/b.zip/c/d.txt"), &home), "a/b.zip/c/d.txt");
        let other = home.join("a");
        let far = place(&home.join("c.txt"), &other);
        assert!(Path::new(&far).is_absolute() && !far.contains("//"), "{far}");
        let reports = Reports::default();
        assert_eq!(source(&far, &other, &reports), Some(Source::File(PathBuf::from(far))));
        assert_eq!(source("-:12", &home, &reports), None);
    }
}
