//! How sure a statement is, as it is reported: how often such statements are right.
//!
//! Rules carry a confidence that ranks them: who wins where two overlap. What a graph reports
//! is another figure, measured: the share of a rule's claims that are right in annotated
//! reports, drawn towards the share of its family where the rule was seen seldom.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

/// What is claimed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Claim {
    /// That something is an entity of its kind.
    Entity,
    /// That two entities are related.
    Relation,
    /// That an entity has a value.
    Fact,
}

impl Claim {
    /// All.
    pub const ALL: [Self; 3] = [Self::Entity, Self::Relation, Self::Fact];

    /// Its name in files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Entity => "entity",
            Self::Relation => "relation",
            Self::Fact => "fact",
        }
    }
}

/// Shares of claims that are right, by groups of rules.
///
/// A group is a claim with the opening of a rule id: the whole id with its rank
/// (`topics.own_product@0.60`), the id, each shorter opening (`topics`), and at last the empty
/// one, which holds all rules of the claim.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Calibration {
    /// By claim, then by rule id or its opening.
    groups: [FxHashMap<String, Group>; Claim::ALL.len()],
}

/// What is known of a rule id or its opening.
#[derive(Debug, Clone, Default, PartialEq)]
struct Group {
    /// Whatever the rank.
    share: Option<f64>,
    /// By rank, in hundredths.
    ranked: Vec<(u32, f64)>,
}

impl Calibration {
    /// The table that this program reports with, from `confidence.tsv`.
    pub fn committed() -> &'static Self {
        static TABLE: LazyLock<Calibration> = LazyLock::new(|| {
            // A build whose own table does not parse is broken beyond use; a test reads it first.
            Calibration::parse(include_str!("confidence.tsv"))
                .unwrap_or_else(|fault| panic!("src/graph/confidence.tsv: {fault}"))
        });
        &TABLE
    }

    /// From groups and their shares, 0 to 1.
    pub fn new(shares: BTreeMap<(Claim, String), f64>) -> Self {
        let mut table = Self::default();
        for ((claim, name), share) in shares {
            let (opening, rank) = name.split_once('@').map_or((name.as_str(), None), |(id, rank)| (id, Some(rank)));
            let group = table.groups[claim as usize].entry(opening.to_string()).or_default();
            match rank.and_then(|rank| rank.parse().ok()) {
                Some(rank) => group.ranked.push((hundredths(rank), share)),
                None => group.share = Some(share),
            }
        }
        table
    }

    /// Reads a table: lines of claim, group and share, more columns passed over; lines with
    /// `#` are notes.
    ///
    /// # Errors
    /// The first line that is none of these.
    pub fn parse(text: &str) -> Result<Self, String> {
        let mut shares = BTreeMap::new();
        for line in text.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
            let mut cells = line.split('\t');
            let claim = cells.next().and_then(|name| Claim::ALL.into_iter().find(|claim| claim.name() == name));
            let group = cells.next().map(|group| group.trim_end_matches('*').to_string());
            let share = cells.next().and_then(|share| share.parse().ok()).filter(|share| (0.0..=1.0).contains(share));
            let (Some(claim), Some(group), Some(share)) = (claim, group, share) else {
                return Err(format!("“{line}” is not claim, group and share"));
            };
            shares.insert((claim, group), share);
        }
        Ok(Self::new(shares))
    }

    /// How sure a claim is that `rule` made with the confidence `rank` that it ranks by, 0 to
    /// 1: the share of the narrowest group that the table knows. Without any, the rank itself.
    pub fn reported(&self, claim: Claim, rule: &str, rank: f32) -> f64 {
        let groups = &self.groups[claim as usize];
        let ranked = groups.get(rule).and_then(|group| {
            let (_, share) = group.ranked.iter().find(|(known, _)| *known == hundredths(rank))?;
            Some(*share)
        });
        let known = || openings(rule).find_map(|opening| groups.get(opening)?.share);
        ranked.or_else(known).unwrap_or_else(|| f64::from(rank))
    }
}

fn hundredths(rank: f32) -> u32 {
    (rank * 100.0).round() as u32
}

/// A rule id and its openings, down to the empty one.
fn openings(rule: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(Some(rule), |longer| match longer.rfind('.') {
        Some(at) => Some(&longer[..at]),
        None => (!longer.is_empty()).then_some(""),
    })
}

/// The groups that a rule of that rank belongs to, the narrowest first.
pub fn groups(rule: &str, rank: f32) -> impl Iterator<Item = String> {
    std::iter::once(format!("{rule}@{rank:.2}")).chain(openings(rule).map(str::to_string))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_narrowest_group_speaks() {
        let text = "# a note\nrelation\t*\t0.8\nrelation\tdeals\t0.9\nrelation\tdeals.settle@0.90\t0.95\t19\t20\n";
        let table = Calibration::parse(text).expect("a table");
        let told = |rule: &str, rank: f32| table.reported(Claim::Relation, rule, rank);
        assert_eq!([told("deals.settle", 0.9), told("deals.settle", 0.7), told("names.firm", 0.9)], [0.95, 0.9, 0.8]);
        assert_eq!(table.reported(Claim::Fact, "figure.region.growth", 0.5), 0.5);
        assert!(Calibration::parse("relation\tdeals\t1.2").is_err());
    }

    #[test]
    fn the_committed_table_knows_every_claim() {
        for claim in Claim::ALL {
            let share = Calibration::committed().reported(claim, "no.such.rule", 0.0);
            assert!((0.5..1.0).contains(&share), "{}: {share}", claim.name());
        }
    }
}
