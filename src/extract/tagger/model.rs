//! The weights of the tagger.

use std::io::Read;
use std::sync::LazyLock;

use flate2::read::GzDecoder;

/// How many places for the weights of words' features: features whose numbers meet share one.
pub const BUCKETS: usize = 1 << 17;

/// How many places for the weights that tell kinds.
pub const KIND_BUCKETS: usize = 1 << 14;

/// What a word is: no name, one alone, or a name's first, inner or last word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Label {
    /// No name.
    Outside,
    /// First word of a name.
    First,
    /// Inner word of a name.
    Inner,
    /// Last word of a name.
    Last,
    /// A name of one word.
    Alone,
}

impl Label {
    /// All labels, in the order of weights.
    pub const ALL: [Self; LABELS] = [Self::Outside, Self::First, Self::Inner, Self::Last, Self::Alone];

    /// Whether `next` may stand behind it.
    pub fn before(self, next: Self) -> bool {
        self.open() != next.begins()
    }

    /// Whether its name goes on behind it, so that no sentence ends with it.
    pub fn open(self) -> bool {
        matches!(self, Self::First | Self::Inner)
    }

    /// Whether a sentence may begin with it.
    pub fn begins(self) -> bool {
        !matches!(self, Self::Inner | Self::Last)
    }
}

/// How many labels.
pub const LABELS: usize = 5;

/// Scores of the labels, filled up with zeros so that they are added at one stroke.
pub(super) type Scores = [i16; 8];

/// How many kinds of things.
pub const KINDS: usize = 12;

/// Weights are whole numbers, in steps of one through this.
pub const SCALE: i32 = 32;

/// The weights.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Model {
    /// Of the features of words, by their numbers, filled up as [`Scores`] are.
    words: Vec<[i8; 8]>,
    /// From label to label.
    pub(super) steps: [[i8; LABELS]; LABELS],
    /// Of the features of names, by their numbers, for each kind.
    kinds: Vec<[i8; KINDS]>,
}

/// Made by `examples/train_tagger`.
static OWN: LazyLock<Model> = LazyLock::new(|| {
    let mut bytes = Vec::new();
    // The weights are part of the program: a build that cannot read them must not run.
    let read = GzDecoder::new(&include_bytes!("data/weights.gz")[..]).read_to_end(&mut bytes);
    let model = read.ok().and_then(|_| Model::from_bytes(&bytes));
    model.unwrap_or_else(|| panic!("src/extract/tagger/data/weights.gz: not the weights of this program"))
});

impl Model {
    /// The weights of this program, unpacked when first asked for.
    pub fn own() -> &'static Self {
        &OWN
    }

    /// From weights of words' features (as many as [`BUCKETS`]), from label to label, and of
    /// names' features (as many as [`KIND_BUCKETS`]) for each kind; none where there are fewer
    /// or more.
    pub fn new(words: &[[i8; LABELS]], steps: [[i8; LABELS]; LABELS], kinds: &[[i8; KINDS]]) -> Option<Self> {
        let filled = |own: &[i8; LABELS]| std::array::from_fn(|label| own.get(label).copied().unwrap_or(0));
        let whole = words.len() == BUCKETS && kinds.len() == KIND_BUCKETS;
        whole.then(|| Self { words: words.iter().map(filled).collect(), steps, kinds: kinds.to_vec() })
    }

    /// Reads weights as [`Model::to_bytes`] writes them; none where there are too few or too
    /// many.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let signed: Vec<i8> = bytes.iter().map(|byte| byte.cast_signed()).collect();
        let (words, rest) = signed.split_at_checked(BUCKETS * LABELS)?;
        let (steps, kinds) = rest.split_at_checked(LABELS * LABELS)?;
        let (kinds, []) = kinds.as_chunks() else { return None };
        Self::new(words.as_chunks().0, steps.as_chunks().0.try_into().ok()?, kinds)
    }

    /// All weights, one byte each: of words, of steps, of kinds.
    pub fn to_bytes(&self) -> Vec<u8> {
        let words = self.words.iter().flat_map(|own| &own[..LABELS]);
        let all = words.chain(self.steps.as_flattened()).chain(self.kinds.as_flattened());
        all.map(|weight| weight.cast_unsigned()).collect()
    }

    /// Adds the weights of a word's feature to the scores of its labels.
    pub(super) fn add(&self, feature: u32, scores: &mut Scores) {
        let weights = self.words[feature as usize];
        for (score, weight) in scores.iter_mut().zip(weights) {
            *score += i16::from(weight);
        }
    }

    /// The likeliest kind of a name, given its features, by its index in the order of kinds.
    pub fn kind(&self, features: &[u32]) -> usize {
        let mut scores = [0; KINDS];
        for feature in features {
            let weights = self.kinds[*feature as usize];
            scores.iter_mut().zip(weights).for_each(|(score, weight)| *score += i32::from(weight));
        }
        (1..KINDS).fold(0, |chosen, kind| if scores[kind] > scores[chosen] { kind } else { chosen })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weights_come_back_as_they_were_written() {
        let bytes = Model::own().to_bytes();
        assert_eq!(Model::from_bytes(&bytes).as_ref(), Some(Model::own()));
        assert_eq!(Model::from_bytes(&bytes[1..]), None);
        assert_eq!(Model::from_bytes(&[bytes.as_slice(), &[0]].concat()), None);
        assert_eq!(KINDS, crate::ontology::Kind::ALL.len());
    }

    #[test]
    fn no_sentence_can_sum_up_beyond_what_scores_hold() {
        let most = Model::own().words.iter().flatten().map(|weight| i32::from(*weight).abs()).max();
        // features of a word: its own, those of its neighbours, those of several words
        assert!(most.is_some_and(|most| most * 43 <= i32::from(i16::MAX)));
    }
}
