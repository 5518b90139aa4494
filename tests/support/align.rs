//! Which characters of two texts are the same, by the shortest script of edits.

/// Pairs of places at which `a` and `b` have the same character, in order, as many as there can be
/// (Myers 1986: quick where the texts differ little).
pub fn aligned(a: &[char], b: &[char]) -> Vec<(usize, usize)> {
    // By number of edits: how far each diagonal comes in `a`. With n edits, n deletions and insertions in all
    // ways, the one at `at` has `at` deletions.
    let mut rounds: Vec<Vec<usize>> = Vec::new();
    let end = 'search: loop {
        let edits = rounds.len();
        let mut round = Vec::with_capacity(edits + 1);
        for at in 0..=edits {
            let mut x = start(&rounds, edits, at).0;
            while x < a.len() && x + edits - 2 * at < b.len() && a[x] == b[x + edits - 2 * at] {
                x += 1;
            }
            round.push(x);
            if x >= a.len() && x + edits - 2 * at >= b.len() {
                rounds.push(round);
                break 'search at;
            }
        }
        rounds.push(round);
    };
    let mut pairs = Vec::new();
    let mut at = end;
    for edits in (0..rounds.len()).rev() {
        let (from, before) = start(&rounds, edits, at);
        pairs.extend((from..rounds[edits][at]).rev().map(|x| (x, x + edits - 2 * at)));
        at = before;
    }
    pairs.reverse();
    pairs
}

/// Where in `a` the diagonal with `at` deletions of `edits` edits begins, and how many deletions there were an
/// edit before.
fn start(rounds: &[Vec<usize>], edits: usize, at: usize) -> (usize, usize) {
    let Some(last) = edits.checked_sub(1).map(|before| &rounds[before]) else { return (0, 0) };
    match (at.checked_sub(1), last.get(at)) {
        (Some(less), Some(same)) if last[less] < *same => (*same, at),
        (Some(less), _) => (last[less] + 1, less),
        (None, same) => (same.copied().unwrap_or(0), at),
    }
}
