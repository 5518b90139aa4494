//! Which character follows which: a tree of n-grams, and the file in which those of the genre are kept.
//!
//! The file is written by `examples/ngrams.rs`, which shares this code, and read by the repair of broken bytes.

/// The edge of a line.
pub const EDGE: char = '¶';

/// The longest n-gram, in characters.
pub const LONGEST: usize = 4;

/// No node.
pub const NONE: u32 = u32::MAX;

/// A likelihood is kept in a byte: its negative binary logarithm in so many steps a halving.
pub const STEPS: f32 = 8.0;

/// The form in which a character is counted: marks wide, all figures one, and one form where words decide
/// which of two is right.
pub fn counted(char: char) -> char {
    match char {
        '著' => '着',
        ',' => '，',
        ';' => '；',
        ':' => '：',
        '!' => '！',
        '?' => '？',
        '(' => '（',
        ')' => '）',
        '0'..='9' => '0',
        _ => char,
    }
}

/// N-grams as a tree: the children of a node are the characters that were seen behind its own.
///
/// A likelihood is put together from the short context to the long one: what the node of the
/// longer leaves to the shorter, and what it knows itself (interpolated absolute discounting,
/// Kneser & Ney 1995).
#[derive(Debug, Default)]
pub struct Tree {
    /// The node of each character alone, by its number.
    roots: Vec<u32>,
    /// Where the children of each node begin; they end where those of the next begin.
    first: Vec<u32>,
    /// The number of the last character of each node.
    ids: Vec<u16>,
    /// What is known of each node's last character behind the others.
    share: Vec<f32>,
    /// What each node, as a context, leaves to the shorter one.
    rest: Vec<f32>,
}

impl Tree {
    /// Grows a tree from its levels: for each node of the level above the children with what they are worth.
    /// Characters are numbered below `numbers`.
    fn grown(numbers: usize, levels: impl Iterator<Item = Vec<(u32, u16, f32)>>) -> Self {
        let mut tree = Self { roots: vec![NONE; numbers], ..Self::default() };
        for (depth, level) in levels.enumerate() {
            for (above, id, share) in level {
                let node = tree.ids.len() as u32;
                match depth {
                    0 => tree.roots[usize::from(id)] = node,
                    _ => tree.first.resize(above as usize + 1, node),
                }
                tree.ids.push(id);
                tree.share.push(share);
            }
        }
        tree.first.resize(tree.ids.len() + 1, tree.ids.len() as u32);
        tree.rest = tree
            .first
            .windows(2)
            .map(|at| 1.0 - tree.share[at[0] as usize..at[1] as usize].iter().sum::<f32>())
            .collect();
        tree
    }

    /// The tree of what `windows` hold: each up to [`LONGEST`] numbers of characters, plus one, in 16 bits each, the
    /// first on top, with zeros behind the last. `discount` is taken off each count, and a shorter context is worth
    /// `prior` occurrences, by its length.
    pub fn of(mut windows: Vec<u64>, numbers: usize, discount: f32, prior: [f32; LONGEST]) -> Self {
        windows.sort_unstable();
        // The node of each window on the level above, and the number of nodes so far.
        let mut above = vec![0; windows.len()];
        let mut nodes = 0;
        let levels = (0..LONGEST).map(|depth| {
            let mut level: Vec<(u32, u16, f32)> = Vec::new();
            let mut last = 0;
            for (window, above) in windows.iter().zip(&mut above) {
                let prefix = window >> (16 * (LONGEST - 1 - depth));
                let Some(id) = (prefix as u16).checked_sub(1) else { continue };
                if prefix != last {
                    level.push((*above, id, 0.0));
                    last = prefix;
                }
                *above = nodes + level.len() as u32 - 1;
                if let Some((_, _, count)) = level.last_mut() {
                    *count += 1.0;
                }
            }
            nodes += level.len() as u32;
            for siblings in level.chunk_by_mut(|a, b| depth == 0 || a.0 == b.0) {
                let all = siblings.iter().map(|(_, _, count)| count).sum::<f32>() + prior[depth];
                siblings.iter_mut().for_each(|(_, _, count)| *count = (*count - discount) / all);
            }
            level
        });
        let levels: Vec<_> = levels.collect();
        Self::grown(numbers, levels.into_iter())
    }

    /// Reads a tree of the characters numbered below `numbers`; none if `bytes` are not those of [`written`].
    pub fn read(bytes: &[u8], numbers: usize) -> Option<Self> {
        let mut bytes = bytes.iter().copied();
        let mut above = 0..1;
        let mut levels = Vec::new();
        for _ in 0..LONGEST {
            let mut level = Vec::new();
            for parent in above.clone() {
                for _ in 0..number(&mut bytes)? {
                    level.push((parent, 0, 0.0));
                }
            }
            for siblings in level.chunk_by_mut(|a, b| a.0 == b.0) {
                let mut id = 0;
                for child in siblings {
                    id += number(&mut bytes)? as u16;
                    child.1 = id;
                    id += 1;
                }
            }
            for child in &mut level {
                child.2 = (-f32::from(bytes.next()?) / STEPS).exp2();
            }
            let start = if levels.is_empty() { 0 } else { above.end };
            above = start..start + level.len() as u32;
            levels.push(level);
        }
        Some(Self::grown(numbers, levels.into_iter()))
    }

    /// The node of the character number `id` alone, or [`NONE`].
    pub fn root(&self, id: u16) -> u32 {
        self.roots.get(usize::from(id)).copied().unwrap_or(NONE)
    }

    /// The child of `node` for the character number `id`, or [`NONE`].
    pub fn child(&self, node: u32, id: u16) -> u32 {
        let node = node as usize;
        let Some([start, end]) = self.first.get(node..node.saturating_add(2)) else { return NONE };
        let children = &self.ids[*start as usize..*end as usize];
        children.binary_search(&id).map_or(NONE, |at| start + at as u32)
    }

    /// The numbers of the characters that were seen behind `node`.
    pub fn followers(&self, node: u32) -> &[u16] {
        let node = node as usize;
        let Some([start, end]) = self.first.get(node..node.saturating_add(2)) else { return &[] };
        &self.ids[*start as usize..*end as usize]
    }

    /// All pairs of the tree.
    pub fn pairs(&self) -> Vec<(u16, u16)> {
        let roots = self.roots.iter().zip(0u16..).filter(|(node, _)| **node != NONE);
        roots.flat_map(|(node, id)| self.followers(*node).iter().map(move |child| (id, *child))).collect()
    }

    /// What is known of the last character of `node` behind the others.
    pub fn share(&self, node: u32) -> f32 {
        self.share[node as usize]
    }

    /// What `node`, as a context, leaves to the shorter one.
    pub fn rest(&self, node: u32) -> f32 {
        self.rest[node as usize]
    }
}

/// A number in groups of seven bits, the least first; the last group has no high bit.
fn number(bytes: &mut impl Iterator<Item = u8>) -> Option<u32> {
    let (mut number, mut shift) = (0, 0);
    loop {
        let byte = bytes.next()?;
        number |= u32::from(byte & 0x7F).checked_shl(shift)?;
        shift += 7;
        if byte < 0x80 {
            return Some(number);
        }
    }
}
