//! A snapshot on disk: a head that says what there is, a table of columns, the columns.
//!
//! All numbers are little-endian. The head has 32 bytes: [`MAGIC`], version (4 bytes), number of
//! columns (4), length of the file (8), CRC-32 of the head before and the table behind it (4),
//! four zeros. A row of the table has 32: name of the column (8, filled up with zeros), where it
//! starts (8), its length (8), its CRC-32 (4), four zeros. The first column, `about`, is a line
//! of JSON for people.

use std::io::{self, Read, Write};

use super::columns::{COLUMNS, Column, Columns, Empty};
use super::{SCHEMA, Snapshot};
use crate::error::{Error, Result, Said, said};

/// What every snapshot starts with. No text starts so, and a transfer that changes line ends is found out.
pub const MAGIC: [u8; 8] = *b"\x89TUZHI\r\n";

/// Version of the snapshot file, named in its first column.
pub const SNAPSHOT: &str = "tuzhi-snapshot/2";

/// The same in its head.
const VERSION: u32 = 2;

/// Bytes of the head, and of each row of the table.
const ROW: usize = 32;

impl Snapshot {
    /// Writes the snapshot file.
    ///
    /// # Errors
    /// Those of `out`.
    pub fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        let about = format!(
            "{{\"schema\":\"{SNAPSHOT}\",\"graph\":\"{SCHEMA}\",\"documents\":{},\"nodes\":{},\"edges\":{}}}\n",
            self.documents.len(),
            self.node_count(),
            self.edge_count()
        );
        let columns = [("about", Column::Text(&about))].into_iter().chain(self.columns.filled());
        let columns: Vec<(&str, Column<'_>)> = columns.collect();
        let mut place = (ROW * (columns.len() + 1)) as u64;
        let mut table = Vec::new();
        for (name, column) in &columns {
            let (mut length, mut sum) = (0_u64, crc32fast::Hasher::new());
            pieces(column, &mut |bytes| {
                length += bytes.len() as u64;
                sum.update(bytes);
                Ok(())
            })?;
            let mut row = [0; ROW];
            row[..name.len()].copy_from_slice(name.as_bytes());
            row[8..16].copy_from_slice(&place.to_le_bytes());
            row[16..24].copy_from_slice(&length.to_le_bytes());
            row[24..28].copy_from_slice(&sum.finalize().to_le_bytes());
            table.extend(row);
            place += length;
        }
        let mut head = Vec::from(MAGIC);
        head.extend(VERSION.to_le_bytes());
        head.extend((columns.len() as u32).to_le_bytes());
        head.extend(place.to_le_bytes());
        head.extend(sum_of(&[&head, &table]).to_le_bytes());
        head.extend([0; 4]);
        out.write_all(&head)?;
        out.write_all(&table)?;
        columns.iter().try_for_each(|(_, column)| pieces(column, &mut |bytes| out.write_all(bytes)))
    }

    /// Reads a snapshot file named `path` (used in messages). Every checksum is looked at, and
    /// that every number in it leads somewhere; rows are decoded when they are asked for.
    ///
    /// # Errors
    /// [`Error::Format`] for what is no snapshot, of another version, cut short or damaged;
    /// [`Error::Io`] when it cannot be read.
    pub fn read(path: &str, mut from: impl Read) -> Result<Self> {
        let fault = |reason: Said| Error::Format {
            path: path.into(),
            reason,
            hint: said!("write or copy the snapshot anew", "请重新写出或拷贝快照"),
        };
        let short = || fault(said!("the snapshot is cut short", "快照不完整"));
        let mut take = |length: u64| -> Result<Vec<u8>> {
            let mut bytes = Vec::with_capacity(usize::try_from(length.min(FIRST)).unwrap_or(0));
            let read = (&mut from).take(length).read_to_end(&mut bytes);
            read.map_err(|source| Error::io(path, source))?;
            if bytes.len() as u64 == length { Ok(bytes) } else { Err(short()) }
        };
        let head = take(ROW as u64)?;
        if head[..8] != MAGIC {
            return Err(fault(said!("not a snapshot", "不是快照")));
        }
        let (version, count) = (short_at(&head, 8), short_at(&head, 12) as usize);
        if version != VERSION {
            return Err(Error::Format {
                path: path.into(),
                reason: said!(
                    "a snapshot of version {version}, this tuzhi reads {VERSION}",
                    "快照的版本是 {version}，此版 tuzhi 读 {VERSION}"
                ),
                hint: said!("write it anew with this version of tuzhi", "请用此版 tuzhi 重新写出"),
            });
        }
        if count != COLUMNS + 1 {
            return Err(fault(said!("the snapshot has another number of columns", "快照的列数不对")));
        }
        let table = take((ROW * count) as u64)?;
        if sum_of(&[&head[..24], &table]) != short_at(&head, 24) || short_at(&head, 28) != 0 {
            return Err(fault(said!("the head of the snapshot is damaged", "快照的开头已损坏")));
        }
        let mut columns = Columns::default();
        let mut about = String::new();
        let slots = [("about", Empty::Text(&mut about))].into_iter().chain(columns.fillable());
        let mut place = (ROW * (count + 1)) as u64;
        for ((name, slot), row) in slots.zip(table.chunks_exact(ROW)) {
            let (start, length) = (long_at(row, 8), long_at(row, 16));
            let named = row[..8].iter().take_while(|byte| **byte != 0).eq(name.as_bytes());
            if !named || start != place {
                return Err(fault(said!(
                    "the snapshot has no column {name} where it should stand",
                    "快照中没有应有的列 {name}"
                )));
            }
            let bytes = take(length)?;
            if sum_of(&[&bytes]) != short_at(row, 24) || !fill(slot, bytes) {
                return Err(fault(said!("the column {name} of the snapshot is damaged", "快照的列 {name} 已损坏")));
            }
            place += length;
        }
        if place != long_at(&head, 16) || take(1).is_ok() {
            return Err(fault(said!(
                "the snapshot has another length than its head says",
                "快照的长度与其开头所说不符"
            )));
        }
        columns
            .check()
            .map_err(|what| fault(said!("the snapshot is at odds with itself in {what}", "快照自相矛盾：{what}")))?;
        let documents = columns
            .documents()
            .ok_or_else(|| fault(said!("the reports of the snapshot cannot be read", "快照中的报告读不出来")))?;
        Ok(Self::laid_out(path, documents, columns))
    }
}

/// Bytes that are laid aside before any are read, at most: a head may lie.
const FIRST: u64 = 1 << 28;

/// Numbers that are put into bytes at a time.
const AT_A_TIME: usize = 1 << 13;

/// The bytes of a column, piece by piece.
fn pieces(column: &Column<'_>, take: &mut dyn FnMut(&[u8]) -> io::Result<()>) -> io::Result<()> {
    match column {
        Column::Bytes(bytes) => take(bytes),
        Column::Text(text) => take(text.as_bytes()),
        Column::Short(numbers) => in_bytes(numbers, |number| number.to_le_bytes(), take),
        Column::Long(numbers) => in_bytes(numbers, |number| number.to_le_bytes(), take),
        Column::Real(numbers) => in_bytes(numbers, |number| number.to_bits().to_le_bytes(), take),
    }
}

fn in_bytes<T: Copy, const N: usize>(
    numbers: &[T],
    bytes: impl Fn(T) -> [u8; N],
    take: &mut dyn FnMut(&[u8]) -> io::Result<()>,
) -> io::Result<()> {
    let mut buffer = Vec::with_capacity(N * AT_A_TIME);
    for piece in numbers.chunks(AT_A_TIME) {
        buffer.clear();
        piece.iter().for_each(|number| buffer.extend(bytes(*number)));
        take(&buffer)?;
    }
    Ok(())
}

/// Fills a column; whether the bytes are such a column's.
fn fill(slot: Empty<'_>, bytes: Vec<u8>) -> bool {
    fn numbers<T, const N: usize>(to: &mut Vec<T>, bytes: &[u8], number: fn([u8; N]) -> T) -> bool {
        let (whole, rest) = bytes.as_chunks::<N>();
        to.extend(whole.iter().map(|chunk| number(*chunk)));
        rest.is_empty()
    }
    match slot {
        Empty::Bytes(to) => *to = bytes,
        Empty::Text(to) => match String::from_utf8(bytes) {
            Ok(text) => *to = text,
            Err(_) => return false,
        },
        Empty::Short(to) => return numbers(to, &bytes, u32::from_le_bytes),
        Empty::Long(to) => return numbers(to, &bytes, u64::from_le_bytes),
        Empty::Real(to) => return numbers(to, &bytes, f64::from_le_bytes),
    }
    true
}

fn sum_of(parts: &[&[u8]]) -> u32 {
    let mut sum = crc32fast::Hasher::new();
    parts.iter().for_each(|part| sum.update(part));
    sum.finalize()
}

fn short_at(bytes: &[u8], at: usize) -> u32 {
    bytes[at..].first_chunk().map_or(0, |chunk| u32::from_le_bytes(*chunk))
}

fn long_at(bytes: &[u8], at: usize) -> u64 {
    bytes[at..].first_chunk().map_or(0, |chunk| u64::from_le_bytes(*chunk))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph::parse_graph;

    fn golden() -> Snapshot {
        let bytes = std::fs::read("tests/golden/graph/graph.json").expect("the golden graph is there");
        Snapshot::of("g", &parse_graph("g", &bytes).expect("it reads"))
    }

    /// Asks everything of a snapshot.
    fn ask(graph: &Snapshot) {
        for node in 0..graph.node_count() {
            let _ = (graph.node(node), graph.id(node), graph.name(node), graph.kind(node), graph.node_documents(node));
            let _ = (graph.aliases(node).count(), graph.outgoing(node).len(), graph.incoming(node).count());
        }
        for edge in 0..graph.edge_count() {
            let _ = (graph.edge(edge), graph.ends(edge), graph.period(edge), graph.edge_documents(edge));
        }
        let _ = graph.to_graph();
    }

    /// Sums that are right over columns that are not, as only an evil file has them.
    #[test]
    fn nothing_in_a_forged_file_breaks_the_program() {
        let mut whole = Vec::new();
        golden().write(&mut whole).expect("memory takes it");
        let count = short_at(&whole, 12) as usize;
        let (mut read, mut refused) = (0, 0);
        for row in 1..=count {
            let (start, length) = (long_at(&whole, ROW * row + 8) as usize, long_at(&whole, ROW * row + 16) as usize);
            for at in (start..start + length).step_by(1 + length / 40) {
                for change in [1, 0x80, 0xFF] {
                    let mut forged = whole.clone();
                    forged[at] ^= change;
                    let sum = sum_of(&[&forged[start..start + length]]);
                    forged[ROW * row + 24..ROW * row + 28].copy_from_slice(&sum.to_le_bytes());
                    let sum = sum_of(&[&forged[..24], &forged[ROW..ROW * (count + 1)]]);
                    forged[24..28].copy_from_slice(&sum.to_le_bytes());
                    match Snapshot::read("g", forged.as_slice()) {
                        Ok(graph) => {
                            ask(&graph);
                            read += 1;
                        }
                        Err(error) => {
                            assert!(error.to_string().contains("snapshot"), "{error}");
                            refused += 1;
                        }
                    }
                }
            }
        }
        assert!(read > 100 && refused > 100, "{read} read, {refused} refused");
    }
}
