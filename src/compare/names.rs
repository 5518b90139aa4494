//! Names as they are compared: without what they may have at one place and not at another.

use rustc_hash::FxHashMap;

use super::passages::{Pair, Passages, pairs, plain};
use super::reports::Told;

/// What may stand behind a name and adds nothing to it.
const BEHIND: [&str; 10] =
    ["建设项目", "改造项目", "项目建设", "工程建设", "工程项目", "项目", "工程", "建设", "规划", "试点"];

/// Characters that a name must keep to be worth looking for.
const KEPT: usize = 4;

/// A name without quotation marks, without the name of its region in front, without 项目 and its like behind.
pub(super) fn core(name: &str, own: &[String]) -> String {
    let name = plain(name);
    let long = |rest: &&str| rest.chars().count() >= KEPT;
    let front = own.iter().find_map(|own| name.strip_prefix(own.as_str()).filter(long));
    let rest = front.unwrap_or(&name);
    // 市档案馆 is told as 档案馆 too. Cutting 区块链 short does no harm: what is left still stands in it.
    let rest = rest.strip_prefix(['市', '县', '区', '省']).filter(long).unwrap_or(rest);
    BEHIND.iter().find_map(|word| rest.strip_suffix(word).filter(long)).unwrap_or(rest).to_string()
}

/// How much each pair of characters tells in the reports of a region.
#[derive(Debug, Default)]
pub(super) struct Rarity {
    counts: FxHashMap<Pair, u32>,
    passages: u32,
}

impl Rarity {
    /// Counts in how many passages each pair stands.
    pub(super) fn of(told: &[Told<'_>]) -> Self {
        let mut rarity = Self::default();
        for Passages { all, pairs } in told.iter().map(|told| &told.passages) {
            rarity.passages += u32::try_from(all.len()).unwrap_or(u32::MAX);
            #[allow(clippy::iter_over_hash_type, reason = "sums know no order")]
            for (pair, places) in pairs {
                *rarity.counts.entry(*pair).or_default() += u32::try_from(places.len()).unwrap_or(u32::MAX);
            }
        }
        rarity
    }

    /// What a pair tells: the logarithm of how rare it is (inverse document frequency).
    pub(super) fn weight(&self, pair: Pair) -> f64 {
        let count = self.counts.get(&pair).copied().unwrap_or(0);
        (f64::from(self.passages + 1) / f64::from(count + 1)).ln()
    }
}

/// How alike two short names are, 0 to 1: the mean of the shares of characters and of pairs that they have
/// in common (Dice's coefficient).
pub(super) fn likeness(a: &str, b: &str) -> f64 {
    if a == b {
        return 1.0;
    }
    let chars = dice(a.chars().collect(), b.chars().collect());
    let both = dice(pairs(a).collect(), pairs(b).collect());
    (chars + both) / 2.0
}

fn dice<T: Ord>(mut a: Vec<T>, mut b: Vec<T>) -> f64 {
    let all = a.len() + b.len();
    if all == 0 {
        return 0.0;
    }
    a.sort_unstable();
    b.sort_unstable();
    let (mut left, mut right, mut common) = (0, 0, 0);
    while left < a.len() && right < b.len() {
        match a[left].cmp(&b[right]) {
            std::cmp::Ordering::Less => left += 1,
            std::cmp::Ordering::Greater => right += 1,
            std::cmp::Ordering::Equal => (left, right, common) = (left + 1, right + 1, common + 1),
        }
    }
    2.0 * f64::from(common) / all as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lose_what_is_said_of_them() {
        let own = ["云溪县".to_string(), "云溪".to_string()];
        assert_eq!(core("“云溪县”城西污水处理厂二期项目", &own), "城西污水处理厂二期");
        // Too little would be left.
        assert_eq!(core("云溪大桥", &own), "云溪大桥");
    }

    #[test]
    fn likeness_is_one_for_the_same_and_nought_for_others() {
        assert!((likeness("城镇新增就业", "城镇新增就业") - 1.0).abs() < 1e-9);
        assert!(likeness("老旧小区改造", "改造老旧小区") > 0.8);
        assert!(likeness("高标准农田", "养老服务中心") < 0.1);
    }
}
