//! Learning: a linear-chain conditional random field over the words of sentences (Lafferty,
//! McCallum and Pereira 2001) and a softmax over the kinds of names, both by regularized dual
//! averaging with adaptive steps (Xiao 2010; Duchi, Hazan and Singer 2011), which leaves
//! weights at zero that little speaks for. Nothing is drawn at random.

use tuzhi::extract::tagger::{BUCKETS, KIND_BUCKETS, KINDS, LABELS, Label, Model, SCALE};

use crate::lessons::{Named, Sentence};

/// How often all examples are gone through.
const ROUNDS: usize = 12;

/// Length of the first steps.
const RATE: f64 = 0.05;

/// Added to the squares, so that the first steps are not too long.
const START: f64 = 0.1;

/// How much must speak for a weight, on the average of all steps.
const LEAST: f64 = 0.0001;

/// Strides through the examples, so that each round has another order: primes, of which few
/// numbers of examples are multiples.
const STRIDES: [usize; 3] = [7919, 104_729, 1_299_709];

/// Weights under way: sums of gradients and of their squares.
struct Sums<const N: usize> {
    sums: Vec<[(f64, f64); N]>,
    least: f64,
    steps: f64,
}

impl<const N: usize> Sums<N> {
    fn new(places: usize, least: f64) -> Self {
        Self { sums: vec![[(0.0, 0.0); N]; places], least, steps: 0.0 }
    }

    fn add(&mut self, features: &[u32], label: usize, gradient: f64) {
        for feature in features {
            let (sum, squares) = &mut self.sums[*feature as usize][label];
            *sum += gradient;
            *squares += gradient * gradient;
        }
    }

    fn weight(&self, place: usize, label: usize) -> f64 {
        let (sum, squares) = self.sums[place][label];
        let over = (sum.abs() - self.least * self.steps).max(0.0);
        over * sum.signum() * RATE / (START + squares).sqrt()
    }

    fn scores(&self, features: &[u32]) -> [f64; N] {
        std::array::from_fn(|label| features.iter().map(|feature| self.weight(*feature as usize, label)).sum())
    }

    fn whole(&self) -> Vec<[i8; N]> {
        let one = |place, label| (self.weight(place, label) * f64::from(SCALE)).round().clamp(-127.0, 127.0) as i8;
        (0..self.sums.len()).map(|place| std::array::from_fn(|label| one(place, label))).collect()
    }
}

fn log_sum<const N: usize>(all: [f64; N]) -> f64 {
    let most = all.into_iter().fold(f64::NEG_INFINITY, f64::max);
    let over = |one: f64| libm::exp(one - most);
    if most == f64::NEG_INFINITY { most } else { most + libm::log(all.into_iter().map(over).sum()) }
}

/// Learns all weights. The order of the examples is that of the steps.
pub fn learn(sentences: &[&Sentence], names: &[&Named]) -> Model {
    let mut words = Sums::<LABELS>::new(BUCKETS, LEAST);
    let mut steps = Sums::<LABELS>::new(LABELS, 0.0);
    let mut kinds = Sums::<KINDS>::new(KIND_BUCKETS, LEAST);
    for round in 0..ROUNDS {
        let stride = STRIDES[round % STRIDES.len()];
        for index in 0..sentences.len() {
            sentence(&mut words, &mut steps, sentences[(index * stride + round) % sentences.len()]);
        }
        for name in names {
            kinds.steps += 1.0;
            let scores = kinds.scores(&name.features);
            let all = log_sum(scores);
            for (kind, score) in scores.iter().enumerate() {
                kinds.add(&name.features, kind, f64::from(u8::from(kind == name.kind)) - libm::exp(score - all));
            }
        }
    }
    let steps = steps.whole().try_into().expect("a row for each label");
    Model::new(&words.whole(), steps, &kinds.whole()).expect("weights for all features")
}

/// What speaks for a word's label, given all readings up to it and behind it.
struct Lattice {
    between: [[f64; LABELS]; LABELS],
    own: Vec<[f64; LABELS]>,
    left: Vec<[f64; LABELS]>,
    right: Vec<[f64; LABELS]>,
    all: f64,
}

impl Lattice {
    fn of(words: &Sums<LABELS>, steps: &Sums<LABELS>, features: &[Vec<u32>]) -> Self {
        let between: [[f64; LABELS]; LABELS] = std::array::from_fn(|from| {
            std::array::from_fn(|to| {
                let may = Label::ALL[from].before(Label::ALL[to]);
                if may { steps.weight(from, to) } else { f64::NEG_INFINITY }
            })
        });
        let own: Vec<[f64; LABELS]> = features.iter().map(|found| words.scores(found)).collect();
        let mut left: Vec<[f64; LABELS]> = Vec::with_capacity(own.len());
        for own in &own {
            let before = left.last();
            left.push(std::array::from_fn(|to| match before {
                Some(before) => {
                    own[to] + log_sum::<LABELS>(std::array::from_fn(|from| before[from] + between[from][to]))
                }
                None if Label::ALL[to].begins() => own[to],
                None => f64::NEG_INFINITY,
            }));
        }
        let mut right = vec![[0.0; LABELS]; own.len()];
        let end = own.len() - 1;
        right[end] = std::array::from_fn(|label| if Label::ALL[label].open() { f64::NEG_INFINITY } else { 0.0 });
        for at in (0..end).rev() {
            let behind: [f64; LABELS] = std::array::from_fn(|to| own[at + 1][to] + right[at + 1][to]);
            right[at] =
                std::array::from_fn(|from| log_sum::<LABELS>(std::array::from_fn(|to| between[from][to] + behind[to])));
        }
        let all = log_sum::<LABELS>(std::array::from_fn(|label| left[end][label] + right[end][label]));
        Self { between, own, left, right, all }
    }

    fn share(&self, at: usize, label: usize) -> f64 {
        libm::exp(self.left[at][label] + self.right[at][label] - self.all)
    }

    /// Of the step from the word before `at`.
    fn share_of_step(&self, at: usize, from: usize, to: usize) -> f64 {
        let behind = self.own[at][to] + self.right[at][to];
        libm::exp(self.left[at - 1][from] + self.between[from][to] + behind - self.all)
    }
}

/// Gradients that are smaller change no weight.
const TINY: f64 = 1e-4;

fn sentence(words: &mut Sums<LABELS>, steps: &mut Sums<LABELS>, sentence: &Sentence) {
    words.steps += 1.0;
    steps.steps += 1.0;
    let lattice = Lattice::of(words, steps, &sentence.features);
    let missing = |right: bool, share: f64| f64::from(u8::from(right)) - share;
    for (at, features) in sentence.features.iter().enumerate() {
        for to in 0..LABELS {
            let is = sentence.labels[at] == to;
            let gradient = missing(is, lattice.share(at, to));
            if gradient.abs() > TINY {
                words.add(features, to, gradient);
            }
            let Some(last) = at.checked_sub(1) else { continue };
            for from in 0..LABELS {
                let gradient = missing(is && sentence.labels[last] == from, lattice.share_of_step(at, from, to));
                if gradient.abs() > TINY {
                    steps.add(&[from as u32], to, gradient);
                }
            }
        }
    }
}
