//! ZIP archives of reports: their members are read where they lie, nothing is unpacked to a disk.

use std::io::Read;
use std::sync::Arc;

use encoding_rs::GBK;
use zip::ZipArchive;
use zip::result::ZipError;

use super::super::source::{Input, Part, Piece, SIZE_LIMIT, Store, input, read_all, too_large};
use super::{DEPTH, Expanded, is_report};
use crate::error::{Error, Result, said};

/// Members that an archive may have.
const MEMBERS: usize = 20_000;

/// Bytes that all its reports may have together once unpacked (4 GiB).
const TOTAL: u64 = 4 << 30;

/// Bytes of archives and tables within an archive that are held at a time (256 MiB).
const HELD: u64 = 256 << 20;

/// A member of which one byte stands for more than so many is no text: prose packs to a half,
/// the most repetitive tables to a fiftieth.
const RATIO: u64 = 200;

/// Small members may be as repetitive as they like (bytes).
const SMALL: u64 = 1 << 20;

/// The archive in a store.
fn opened(name: &str, store: &Store) -> Result<ZipArchive<Box<dyn Input>>> {
    let input = store.open().map_err(|error| Error::io(name, error))?;
    ZipArchive::new(input).map_err(|error| failed(name, &error))
}

fn failed(name: &str, error: &ZipError) -> Error {
    if matches!(error, ZipError::UnsupportedArchive(why) if *why == ZipError::PASSWORD_REQUIRED) {
        return locked(name);
    }
    input(
        name,
        said!("cannot be unpacked: {error}", "解不开：{error}"),
        said!("pack it again as a plain ZIP archive", "请重新打成普通的 ZIP 包"),
    )
}

fn locked(name: &str) -> Error {
    input(
        name,
        said!("is locked with a password", "加了密码"),
        said!("unlock it, and give it without a password", "请先解密，再给不带密码的文件"),
    )
}

/// Whether the archive is a document of an office program, which is one text.
pub(in crate::read) fn is_office(store: &Store) -> bool {
    let Ok(archive) = opened("", store) else { return false };
    archive.index_for_name("[Content_Types].xml").is_some() || archive.index_for_name("META-INF/manifest.xml").is_some()
}

/// The reports among the members; archives, JSON Lines and tables among them are taken apart as well.
pub(super) fn expand(name: &str, store: &Store, depth: usize) -> Expanded {
    let mut found = Expanded::default();
    let mut archive = match opened(name, store) {
        Ok(archive) => archive,
        Err(error) => {
            found.problems.push(error);
            return found;
        }
    };
    if archive.len() > MEMBERS {
        let count = archive.len();
        found.problems.push(input(
            name,
            said!("holds {count} files, more than {MEMBERS}", "里有 {count} 个文件，多于 {MEMBERS} 个"),
            said!("split the archive", "请拆成几个包"),
        ));
        return found;
    }
    let (mut total, mut held) = (0, 0);
    for index in 0..archive.len() {
        let (inner, size) = match archive.by_index_raw(index) {
            Ok(member) if member.is_file() => (member_name(member.name_raw()), member.size()),
            Ok(_) => continue,
            Err(error) => {
                found.problems.push(failed(name, &error));
                continue;
            }
        };
        if inner.split('/').any(|step| step.starts_with('.') || step == "__MACOSX") || !is_report(&inner) {
            continue;
        }
        total += size;
        if total > TOTAL {
            let limit = TOTAL >> 30;
            found.problems.push(input(
                name,
                said!(
                    "its reports are more than {limit} GiB; from {inner} on they are left out",
                    "其中的报告超过 {limit} GiB；从 {inner} 起不读"
                ),
                said!("split the archive", "请拆成几个包"),
            ));
            break;
        }
        let part = super::named(name, '/', &inner, store, Piece::Member(index));
        if !matches!(super::extension(&inner).as_str(), "zip" | "jsonl" | "ndjson" | "csv") {
            found.parts.push(part);
            continue;
        }
        held += size;
        if depth == DEPTH && inner.to_lowercase().ends_with(".zip") || held > HELD {
            found.problems.push(too_deep(&part.name));
            continue;
        }
        match member(&part.name, store, index) {
            Err(error) => found.problems.push(error),
            Ok(bytes) => match super::at_depth(&part.name, &Store::Held(Arc::from(bytes)), depth + 1) {
                None => found.parts.push(part),
                Some(within) => {
                    found.parts.extend(within.parts);
                    found.problems.extend(within.problems);
                }
            },
        }
    }
    rename_doubles(&mut found.parts);
    if found.parts.is_empty() && found.problems.is_empty() {
        found.problems.push(input(
            name,
            said!("no reports in this archive", "这个压缩包里没有报告"),
            said!("pack texts, web pages, Word or PDF files", "请打包文本、网页、Word 或 PDF 文件"),
        ));
    }
    found
}

/// Of members that are called the same, the later ones get a number.
fn rename_doubles(parts: &mut [Part]) {
    let mut seen = std::collections::HashSet::new();
    for part in parts {
        let (own, mut number) = (part.name.clone(), 2);
        while !seen.insert(part.name.clone()) {
            part.name = format!("{own}~{number}");
            number += 1;
        }
    }
}

fn too_deep(name: &str) -> Error {
    let limit = HELD >> 20;
    input(
        name,
        said!(
            "an archive too deep in archives, or more than {limit} MiB of them",
            "压缩包套得太深，或里面的包合计超过 {limit} MiB"
        ),
        said!("unpack it, and give what is in it", "请先解开，再给里面的文件"),
    )
}

/// Names are in UTF-8, or, from Chinese Windows, in GBK without a sign of it.
fn member_name(raw: &[u8]) -> String {
    let name = std::str::from_utf8(raw).map_or_else(|_| GBK.decode(raw).0.into_owned(), str::to_string);
    let name = name.replace('\\', "/");
    name.split('/').filter(|step| !matches!(*step, "" | "." | "..")).collect::<Vec<_>>().join("/")
}

/// The bytes of a member; `name` is what it is called.
///
/// # Errors
/// A locked or damaged member, one that is too large, or packed as no text is.
pub(in crate::read) fn member(name: &str, store: &Store, index: usize) -> Result<Vec<u8>> {
    unpacked(name, &mut opened(name, store)?, index)
}

/// The same of the member that is called `path` in the archive; none where there is none.
pub(in crate::read) fn by_path(name: &str, store: &Store, path: &str) -> Result<Option<Vec<u8>>> {
    let mut archive = opened(name, store)?;
    let index = archive.index_for_name(path);
    index.map(|index| unpacked(name, &mut archive, index)).transpose()
}

fn unpacked(name: &str, archive: &mut ZipArchive<Box<dyn Input>>, index: usize) -> Result<Vec<u8>> {
    let member = archive.by_index_raw(index).map_err(|error| failed(name, &error))?;
    let (size, packed) = (member.size(), member.compressed_size());
    if member.encrypted() {
        return Err(locked(name));
    }
    drop(member);
    if size > SIZE_LIMIT {
        return Err(too_large(name));
    }
    if size > SMALL && size / packed.max(1) > RATIO {
        return Err(input(
            name,
            said!(
                "unpacks to more than {RATIO} times its size, as no text does",
                "解开后大了 {RATIO} 多倍，文本不会这样"
            ),
            said!("give the text itself", "请直接给文本"),
        ));
    }
    let member = archive.by_index(index).map_err(|error| failed(name, &error))?;
    // What a member says of its size need not be so.
    read_all(name, member.take(size.saturating_add(1)))
}
