//! The two-byte codes of GBK, both ways.
//!
//! The repairs need them byte by byte, and an encoder that writes `&#…;` for what GBK
//! lacks is of no use to them; so the table is made once from the decoder of the WHATWG
//! standard and turned round.

use std::sync::LazyLock;

/// A table of a double-byte encoding: what stands behind each pair of bytes.
pub(super) struct Pairs {
    chars: Vec<u32>,
}

impl Pairs {
    pub(super) fn new(encoding: &'static encoding_rs::Encoding) -> Self {
        let mut chars = vec![0; 126 * 256];
        for lead in 0x81..=0xFEu8 {
            for trail in 0x40..=0xFEu8 {
                let code = [lead, trail];
                let decoded = encoding.decode_without_bom_handling_and_without_replacement(&code);
                let mut decoded = decoded.as_deref().unwrap_or("").chars();
                if let (Some(one), None) = (decoded.next(), decoded.next()) {
                    chars[Self::at(lead, trail)] = u32::from(one);
                }
            }
        }
        Self { chars }
    }

    fn at(lead: u8, trail: u8) -> usize {
        usize::from(lead - 0x81) * 256 + usize::from(trail)
    }

    /// The character behind the pair, if there is one.
    pub(super) fn get(&self, lead: u8, trail: u8) -> Option<char> {
        if !(0x81..=0xFE).contains(&lead) {
            return None;
        }
        char::from_u32(self.chars[Self::at(lead, trail)]).filter(|&char| char != '\0')
    }
}

pub(super) static GBK: LazyLock<Pairs> = LazyLock::new(|| Pairs::new(encoding_rs::GBK));

/// The pairs by character, in the basic plane; zeros where there is none.
static BACK: LazyLock<Vec<[u8; 2]>> = LazyLock::new(|| {
    let mut back = vec![[0; 2]; 1 << 16];
    for lead in (0x81..=0xFEu8).rev() {
        for trail in (0x40..=0xFEu8).rev() {
            // Of two pairs for one character the first is the usual one.
            if let Some(there) = GBK.get(lead, trail).and_then(|char| back.get_mut(char as usize)) {
                *there = [lead, trail];
            }
        }
    }
    back
});

/// The character that `lead` and `trail` spell in GBK.
pub fn pair(lead: u8, trail: u8) -> Option<char> {
    GBK.get(lead, trail)
}

/// The two bytes that spell `char` in GBK; none for ASCII and for what GBK lacks.
pub fn bytes(char: char) -> Option<[u8; 2]> {
    BACK.get(char as usize).copied().filter(|pair| *pair != [0; 2])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_and_back() {
        for (char, code) in [('能', [0xC4, 0xDC]), ('災', [0x9E, 0xC4]), ('；', [0xA3, 0xBB])] {
            assert_eq!(pair(code[0], code[1]), Some(char));
            assert_eq!(bytes(char), Some(code));
        }
        assert_eq!(pair(0x20, 0x20), None);
        assert_eq!(bytes('a'), None);
    }
}
