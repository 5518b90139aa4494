//! What XML may hold: escapes, and characters that it cannot carry.

use std::borrow::Cow;
use std::fmt;

use sha2::{Digest, Sha256};

/// Text as it stands in an attribute or between tags. What XML 1.0 cannot carry at all
/// (control characters, the two non-characters of the first plane) becomes U+FFFD.
pub(super) struct Xml<'a>(pub &'a str);

impl fmt::Display for Xml<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut plain = 0;
        for (at, character) in self.0.char_indices() {
            let written = match character {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                // As they stand, a parser would make blanks of these in an attribute.
                '\t' => "&#9;",
                '\n' => "&#10;",
                '\r' => "&#13;",
                foreign if is_foreign(foreign) => "\u{FFFD}",
                _ => continue,
            };
            f.write_str(&self.0[plain..at])?;
            f.write_str(written)?;
            plain = at + character.len_utf8();
        }
        f.write_str(&self.0[plain..])
    }
}

/// An id as any string: another than every other also when what XML cannot carry, or makes
/// blanks of, is replaced in it.
pub(super) fn id(id: &str) -> Cow<'_, str> {
    told_apart(id, |c| !is_foreign(c) && c != '\u{FFFD}' && !c.is_whitespace())
}

/// An id as the schema of GraphML wants it, a name token: letters, digits and a few marks.
pub(super) fn token(id: &str) -> Cow<'_, str> {
    told_apart(id, |c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | ':' | '\u{4E00}'..='\u{9FA5}'))
}

/// The id, or where characters of it may not stand, one with others and a digest of the id.
fn told_apart(id: &str, may: impl Fn(char) -> bool) -> Cow<'_, str> {
    if !id.is_empty() && id.chars().all(&may) {
        return Cow::Borrowed(id);
    }
    let digest: String = Sha256::digest(id).iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    let shown: String = id.chars().map(|c| if may(c) { c } else { '_' }).collect();
    Cow::Owned(format!("{shown}.{digest}"))
}

fn is_foreign(character: char) -> bool {
    matches!(character, '\0'..='\u{8}' | '\u{B}' | '\u{C}' | '\u{E}'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}')
}
