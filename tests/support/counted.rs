//! Which claims the shares of rules are counted in.

use tuzhi::eval::Judged;

/// Those of texts that rules were written with; the tagger has learned these by heart, so that its
/// own are counted in the others.
pub fn counted(written_with: Vec<Judged>, others: &[Judged]) -> Vec<Judged> {
    let learned = |judged: &Judged| judged.rule.starts_with("tagger.");
    let others = others.iter().filter(|judged| learned(judged)).cloned();
    written_with.into_iter().filter(|judged| !learned(judged)).chain(others).collect()
}
