//! PackStream, the encoding of Bolt: values to bytes and back.

use super::failure::{Answer, Failure};
use super::value::{Given, Reply};
use crate::export::property::Cell;

pub(super) fn text(out: &mut Vec<u8>, text: &str) {
    head(out, text.len(), [0x80, 0xD0, 0xD1, 0xD2]);
    out.extend_from_slice(text.as_bytes());
}

/// The head of a map with so many fields; a name and a value follow for each.
pub(super) fn map(out: &mut Vec<u8>, fields: usize) {
    head(out, fields, [0xA0, 0xD8, 0xD9, 0xDA]);
}

pub(super) fn integer(out: &mut Vec<u8>, number: i64) {
    if let (-16..=127, Ok(tiny)) = (number, i8::try_from(number)) {
        out.push(tiny.to_le_bytes()[0]);
    } else {
        out.push(0xCB);
        out.extend_from_slice(&number.to_be_bytes());
    }
}

pub(super) fn given(out: &mut Vec<u8>, value: &Given<'_>) {
    match value {
        Given::Cell(cell) => self::cell(out, cell),
        Given::List(members) => {
            list(out, members.len());
            members.iter().for_each(|member| given(out, member));
        }
        Given::Map(fields) => {
            map(out, fields.len());
            for (name, value) in fields {
                text(out, name);
                given(out, value);
            }
        }
    }
}

fn cell(out: &mut Vec<u8>, cell: &Cell<'_>) {
    match cell {
        Cell::Null => out.push(0xC0),
        Cell::Text(words) => text(out, &kept(words)),
        Cell::Made(words) => text(out, &kept(words)),
        Cell::Number(number) => {
            out.push(0xC1);
            out.extend_from_slice(&number.to_be_bytes());
        }
        Cell::Integer(number) => integer(out, *number),
        Cell::Flag(flag) => out.push(if *flag { 0xC3 } else { 0xC2 }),
        Cell::Texts(texts) => {
            list(out, texts.len());
            texts.iter().for_each(|words| text(out, &kept(words)));
        }
        Cell::Integers(numbers) => {
            list(out, numbers.len());
            numbers.iter().for_each(|number| integer(out, *number));
        }
    }
}

/// U+0000, which not every engine keeps, becomes U+FFFD, as in scripts.
fn kept(text: &str) -> String {
    text.replace('\0', "\u{FFFD}")
}

fn list(out: &mut Vec<u8>, members: usize) {
    head(out, members, [0x90, 0xD4, 0xD5, 0xD6]);
}

/// The marker for a length: tiny ones share its byte, others follow in one, two or four.
fn head(out: &mut Vec<u8>, length: usize, markers: [u8; 4]) {
    let [tiny, one, two, four] = markers;
    match (u8::try_from(length), u16::try_from(length), u32::try_from(length)) {
        (Ok(length @ 0..=15), ..) => out.push(tiny | length),
        (Ok(length), ..) => out.extend_from_slice(&[one, length]),
        (_, Ok(length), _) => {
            out.push(two);
            out.extend_from_slice(&length.to_be_bytes());
        }
        (.., length) => {
            out.push(four);
            out.extend_from_slice(&length.unwrap_or(u32::MAX).to_be_bytes());
        }
    }
}

/// Bytes that are being read.
pub(super) struct Reader<'b> {
    rest: &'b [u8],
}

/// A value of an answer: what loaders ask for, and the frames of messages around it.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Unpacked {
    One(Reply),
    List(Vec<Unpacked>),
    Map(Vec<(String, Unpacked)>),
    Structure(u8, Vec<Unpacked>),
}

impl<'b> Reader<'b> {
    pub(super) fn of(bytes: &'b [u8]) -> Self {
        Self { rest: bytes }
    }

    pub(super) fn value(&mut self) -> Answer<Unpacked> {
        let marker = self.take(1)?[0];
        let low = usize::from(marker & 0x0F);
        Ok(match marker {
            0x00..=0x7F | 0xF0..=0xFF => number(i64::from(i8::from_le_bytes([marker]))),
            0xC0 => Unpacked::One(Reply::Null),
            0xC1 => {
                self.take(8)?;
                Unpacked::One(Reply::Null)
            }
            0xC2 | 0xC3 => Unpacked::One(Reply::Flag(marker == 0xC3)),
            0xC8 => number(i64::from(i8::from_be_bytes(self.array()?))),
            0xC9 => number(i64::from(i16::from_be_bytes(self.array()?))),
            0xCA => number(i64::from(i32::from_be_bytes(self.array()?))),
            0xCB => number(i64::from_be_bytes(self.array()?)),
            0x80..=0x8F => self.text(low)?,
            0xD0..=0xD2 => {
                let length = self.length(marker - 0xD0)?;
                self.text(length)?
            }
            0x90..=0x9F => self.list(low)?,
            0xD4..=0xD6 => {
                let length = self.length(marker - 0xD4)?;
                self.list(length)?
            }
            0xA0..=0xAF => self.map(low)?,
            0xD8..=0xDA => {
                let length = self.length(marker - 0xD8)?;
                self.map(length)?
            }
            0xB0..=0xBF => {
                let tag = self.take(1)?[0];
                let fields = (0..low).map(|_| self.value()).collect::<Answer<_>>()?;
                Unpacked::Structure(tag, fields)
            }
            other => return Err(Failure::foreign(&format!("a Bolt value begins with {other:#04x}"))),
        })
    }

    fn take(&mut self, count: usize) -> Answer<&'b [u8]> {
        let (taken, rest) =
            self.rest.split_at_checked(count).ok_or_else(|| Failure::foreign("a Bolt message is cut short"))?;
        self.rest = rest;
        Ok(taken)
    }

    fn array<const N: usize>(&mut self) -> Answer<[u8; N]> {
        let mut array = [0; N];
        array.copy_from_slice(self.take(N)?);
        Ok(array)
    }

    /// A length of one, two or four bytes.
    fn length(&mut self, size: u8) -> Answer<usize> {
        Ok(match size {
            0 => usize::from(self.take(1)?[0]),
            1 => usize::from(u16::from_be_bytes(self.array()?)),
            _ => u32::from_be_bytes(self.array()?) as usize,
        })
    }

    fn text(&mut self, length: usize) -> Answer<Unpacked> {
        Ok(Unpacked::One(Reply::Text(String::from_utf8_lossy(self.take(length)?).into_owned())))
    }

    fn list(&mut self, length: usize) -> Answer<Unpacked> {
        (0..length).map(|_| self.value()).collect::<Answer<_>>().map(Unpacked::List)
    }

    fn map(&mut self, length: usize) -> Answer<Unpacked> {
        let mut fields = Vec::new();
        for _ in 0..length {
            let name = match self.value()? {
                Unpacked::One(Reply::Text(name)) => name,
                other => return Err(Failure::foreign(&format!("a Bolt field is named {other:?}"))),
            };
            fields.push((name, self.value()?));
        }
        Ok(Unpacked::Map(fields))
    }
}

fn number(number: i64) -> Unpacked {
    Unpacked::One(Reply::Integer(number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_of_every_length_come_back() {
        for length in [0, 1, 15, 16, 255, 256, 65_535, 65_536] {
            let words = "a".repeat(length);
            let members = vec![Given::Cell(Cell::Flag(true)); length];
            let mut bytes = Vec::new();
            given(&mut bytes, &Given::Map(vec![("words", Given::text(&words)), ("list", Given::List(members))]));
            let expected = Unpacked::Map(vec![
                ("words".into(), Unpacked::One(Reply::Text(words.clone()))),
                ("list".into(), Unpacked::List(vec![Unpacked::One(Reply::Flag(true)); length])),
            ]);
            assert_eq!(Reader::of(&bytes).value().ok(), Some(expected), "{length}");
        }
    }

    #[test]
    fn integers_come_back() {
        for value in [0, -1, -16, -17, 127, 128, -128, 40_000, -40_000, i64::MAX, i64::MIN] {
            let mut bytes = Vec::new();
            integer(&mut bytes, value);
            assert_eq!(Reader::of(&bytes).value().ok(), Some(number(value)));
        }
    }

    #[test]
    fn what_is_cut_short_is_no_value() {
        let mut bytes = Vec::new();
        text(&mut bytes, "长春");
        for length in 0..bytes.len() {
            assert!(Reader::of(&bytes[..length]).value().is_err());
        }
    }
}
