//! What confidences are worth: how many claims of each confidence are right, and shares of
//! right claims by groups of rules.

use std::collections::BTreeMap;

use super::found::Found;
use super::gold::Gold;
use super::verdict::verdicts;
use crate::graph::confidence::{Calibration, Claim, groups};
use crate::graph::file::Record;

/// A claim that an annotation decides.
#[derive(Debug, Clone, PartialEq)]
pub struct Judged {
    /// What is claimed.
    pub claim: Claim,
    /// The rule that made it.
    pub rule: String,
    /// The confidence that its record carries, 0 to 1.
    pub confidence: f64,
    /// Whether it is right.
    pub right: bool,
}

/// The claims of a record that the annotation decides.
pub fn judged(record: &Record, gold: &Gold) -> Vec<Judged> {
    let verdicts = verdicts(&Found::of(&record.nodes, &record.edges), gold);
    let mut all = Vec::new();
    let mut add = |claim, rule: &str, confidence, verdict: Option<bool>| {
        all.extend(verdict.map(|right| Judged { claim, rule: rule.to_string(), confidence, right }));
    };
    for ((node, verdict), facts) in record.nodes.iter().zip(&verdicts.nodes).zip(&verdicts.facts) {
        let rule = node.attributes.rule.as_deref().unwrap_or("");
        add(Claim::Entity, rule, node.attributes.confidence.unwrap_or(0.0), *verdict);
        for (fact, verdict) in node.facts.iter().zip(facts) {
            add(Claim::Fact, &fact.rule, fact.confidence, *verdict);
        }
    }
    for (edge, verdict) in record.edges.iter().zip(&verdicts.edges) {
        add(Claim::Relation, &edge.rule, edge.confidence, *verdict);
    }
    all
}

/// Claims that the share of all rules counts as in that of one group.
const PRIOR: f64 = 10.0;

/// Fewest claims of a group that has a share of its own.
const LEAST: usize = 8;

/// A group of rules with its share.
#[derive(Debug, Clone, PartialEq)]
pub struct Share {
    /// What is claimed.
    pub claim: Claim,
    /// The opening of rule ids; empty for all.
    pub group: String,
    /// The share of right claims, drawn towards that of all rules, 0 to 1.
    pub share: f64,
    /// Claims that are right.
    pub right: usize,
    /// Claims.
    pub of: usize,
}

/// Shares by group, from claims whose confidence is the rank of their rules. The share of a
/// group is (right + 10 × share of all) / (claims + 10): a beta prior of ten claims, so that a
/// rule seen seldom says little that the others do not say. Groups of fewer than eight claims,
/// and those that are all of a wider one, are left to the wider one.
pub fn fit(claims: &[Judged]) -> Vec<Share> {
    let mut counts: BTreeMap<(Claim, String), (usize, usize)> = BTreeMap::new();
    for claim in claims {
        for group in groups(&claim.rule, claim.confidence as f32) {
            let (right, of) = counts.entry((claim.claim, group)).or_default();
            *right += usize::from(claim.right);
            *of += 1;
        }
    }
    let mut all = BTreeMap::new();
    let mut fitted = Vec::new();
    // The group of all rules has the shortest name, so it comes first.
    for ((claim, group), (right, of)) in &counts {
        let (claim, right, of) = (*claim, *right, *of);
        let same = wider(group).is_some_and(|wider| counts[&(claim, wider.to_string())].1 == of);
        if !group.is_empty() && (of < LEAST || same) {
            continue;
        }
        // Of a claim as such nothing is known before: one of two claims is right.
        let (prior, weight) = all.get(&claim).map_or((0.5, 2.0), |share| (*share, PRIOR));
        let share = (right as f64 + weight * prior) / (of as f64 + weight);
        all.entry(claim).or_insert(share);
        fitted.push(Share { claim, group: group.clone(), share, right, of });
    }
    fitted
}

/// The next group that holds `group`.
fn wider(group: &str) -> Option<&str> {
    match (group.find('@'), group.rfind('.')) {
        (Some(rank), _) => Some(&group[..rank]),
        (None, Some(at)) => Some(&group[..at]),
        (None, None) => (!group.is_empty()).then_some(""),
    }
}

/// Moves the shares of each claim together, by one step of log odds, so that over `unread`
/// (claims of texts that rules were not written with) as many are right as they say. Rules are
/// right more often in the texts they were written with; what differs between rules is kept.
/// Claims of which there are none keep their shares.
pub fn level(shares: &mut [Share], unread: &[Judged]) {
    let table = calibration(shares);
    for claim in Claim::ALL {
        let of_claim = || unread.iter().filter(|judged| judged.claim == claim);
        let right = of_claim().filter(|judged| judged.right).count() as f64;
        let told: Vec<f64> =
            of_claim().map(|judged| table.reported(claim, &judged.rule, judged.confidence as f32)).collect();
        if told.is_empty() {
            continue;
        }
        let excess = |step: f64| told.iter().map(|share| moved(*share, step)).sum::<f64>() - right;
        let (mut low, mut high) = (-STEPS, STEPS);
        for _ in 0..HALVINGS {
            let middle = (low + high) / 2.0;
            if excess(middle) > 0.0 { high = middle } else { low = middle }
        }
        for share in shares.iter_mut().filter(|share| share.claim == claim) {
            share.share = moved(share.share, (low + high) / 2.0);
        }
    }
}

/// Farthest step of log odds that is looked at: from 0.98 to 0.5.
const STEPS: f64 = 4.0;

/// Halvings until the step is known to nine digits.
const HALVINGS: usize = 32;

/// A share whose log odds are moved by `step`.
fn moved(share: f64, step: f64) -> f64 {
    let odds = (share / (1.0 - share)).ln() + step;
    1.0 / (1.0 + (-odds).exp())
}

/// The table of fitted shares.
pub fn calibration(shares: &[Share]) -> Calibration {
    let rounded = |share: &Share| (share.share * 1000.0).round() / 1000.0;
    Calibration::new(shares.iter().map(|share| ((share.claim, share.group.clone()), rounded(share))).collect())
}

/// Claims of like confidence.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Bin {
    /// Lower end of the bin.
    pub from: f64,
    /// Sum of the confidences.
    pub claimed: f64,
    /// Claims that are right.
    pub right: usize,
    /// Claims.
    pub of: usize,
}

/// Lower ends of the bins.
const BINS: [f64; 7] = [0.0, 0.5, 0.7, 0.8, 0.85, 0.9, 0.95];

/// Counts claims, each a confidence and whether it is right, by bins of confidence; bins
/// without claims are left out.
pub fn bins(claims: impl IntoIterator<Item = (f64, bool)>) -> Vec<Bin> {
    let mut bins = BINS.map(|from| Bin { from, ..Bin::default() });
    for (confidence, right) in claims {
        let at = BINS.partition_point(|from| *from <= confidence + 1e-9).saturating_sub(1);
        bins[at].claimed += confidence;
        bins[at].right += usize::from(right);
        bins[at].of += 1;
    }
    bins.into_iter().filter(|bin| bin.of > 0).collect()
}

/// Expected calibration error: by how much the mean confidence of a bin differs from its share
/// of right claims, averaged over claims (Naeini et al. 2015).
pub fn error_of(bins: &[Bin]) -> f64 {
    let all: usize = bins.iter().map(|bin| bin.of).sum();
    let off: f64 = bins.iter().map(|bin| (bin.claimed - bin.right as f64).abs()).sum();
    if all == 0 { 0.0 } else { off / all as f64 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn claims(rule: &str, confidence: f64, right: usize, of: usize) -> Vec<Judged> {
        let claim = |at| Judged { claim: Claim::Relation, rule: rule.into(), confidence, right: at < right };
        (0..of).map(claim).collect()
    }

    #[test]
    fn a_rule_seen_often_has_its_own_share_and_one_seen_seldom_that_of_its_family() {
        let mut all = claims("deals.settle", 0.9, 100, 100);
        all.extend(claims("deals.attract", 0.75, 0, 4));
        all.extend(claims("names.firm", 0.8, 20, 100));
        let table = calibration(&fit(&all));
        let told = |rule: &str, rank: f32| table.reported(Claim::Relation, rule, rank);
        assert!(told("deals.settle", 0.9) > 0.95);
        let family = told("deals.attract", 0.75);
        assert!((0.9..0.95).contains(&family), "{family}");
        assert!((0.2..0.3).contains(&told("names.firm", 0.8)));
        assert!((0.5..0.65).contains(&told("topics.class", 0.85)), "all rules together");
    }

    #[test]
    fn levelled_shares_say_what_is_right_elsewhere_and_keep_their_order() {
        let mut all = claims("deals.settle", 0.9, 95, 100);
        all.extend(claims("names.firm", 0.8, 80, 100));
        let mut shares = fit(&all);
        let mut unread = claims("deals.settle", 0.9, 30, 40);
        unread.extend(claims("names.firm", 0.8, 20, 40));
        level(&mut shares, &unread);
        let table = calibration(&shares);
        let told = |rule: &str, rank: f32| table.reported(Claim::Relation, rule, rank);
        let (deal, name) = (told("deals.settle", 0.9), told("names.firm", 0.8));
        assert!((40.0 * (deal + name) - 50.0).abs() < 0.1 && deal > name, "{deal} {name}");
    }

    #[test]
    fn wider_groups_leave_out_the_rank_and_then_the_words() {
        assert_eq!(wider("topics.own@0.60"), Some("topics.own"));
        assert_eq!([wider("topics.own"), wider("topics"), wider("")], [Some("topics"), Some(""), None]);
    }

    #[test]
    fn bins_count_and_the_error_is_what_they_are_off() {
        let bins = bins([(0.9, true), (0.94, true), (0.9, false), (0.3, false)]);
        assert_eq!(
            bins.iter().map(|bin| (bin.from, bin.right, bin.of)).collect::<Vec<_>>(),
            [(0.0, 0, 1), (0.9, 2, 3)]
        );
        let off = (0.3 + (2.74 - 2.0)) / 4.0;
        assert!((error_of(&bins) - off).abs() < 1e-9);
    }
}
