//! The rules as data: cue words, where the two ends stand, and which kinds may be there.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::lexicon::matcher::{Matcher, matcher};
use crate::lexicon::table;
use crate::ontology::{Kind, Modality, RelationType};

/// Where an end of a relation stands, seen from the cue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Stand {
    /// Right before the cue, else carried over, else the reporting region.
    Subject,
    /// The doer of the clause, else the reporting region.
    Actor,
    /// After the cue.
    Object,
    /// Between 与 and the cue.
    Partner,
    /// Before that 与, else the actor.
    Party,
    /// Right before the cue, and never carried over.
    Theme,
    /// Right before the theme.
    BeforeTheme,
    /// A place after the cue, else the reporting region.
    Place,
    /// A place after 在 and before the cue.
    PlaceBefore,
    /// The reporting region.
    Region,
    /// Those who agreed on something in the clause before.
    Parties,
}

/// A set of entity kinds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Kinds(u16);

impl Kinds {
    /// The kinds of `list`.
    pub(super) const fn of(list: &[Kind]) -> Self {
        let (mut bits, mut at) = (0, 0);
        while at < list.len() {
            bits |= 1 << list[at] as u16;
            at += 1;
        }
        Self(bits)
    }

    /// Whether `kind` is in it.
    pub(super) const fn has(self, kind: Kind) -> bool {
        self.0 & (1 << kind as u16) != 0
    }

    fn named(names: &[String], origin: &str) -> Option<Self> {
        let kind = |name: &String| name.parse::<Kind>().unwrap_or_else(|error| panic!("{origin}: {error}"));
        (!names.is_empty()).then(|| Self::of(&names.iter().map(kind).collect::<Vec<_>>()))
    }
}

/// A rule.
#[derive(Debug)]
pub(super) struct Rule {
    pub(super) id: String,
    pub(super) kind: RelationType,
    pub(super) head: Stand,
    pub(super) tail: Stand,
    pub(super) heads: Kinds,
    pub(super) tails: Kinds,
    pub(super) implied: bool,
    pub(super) carry: Kinds,
    pub(super) opens: Vec<String>,
    pub(super) modality: Option<Modality>,
    /// Characters that may stand between a single subject and the cue.
    pub(super) near: usize,
    /// Characters that may stand between the cue and its first object.
    pub(super) reach: usize,
    pub(super) confidence: f32,
    pub(super) cues: Vec<String>,
    pub(super) matches: Vec<String>,
    #[cfg(test)]
    pub(super) not_matches: Vec<String>,
}

/// All rules, with the finder of their cues.
pub(super) struct Rules {
    pub(super) rules: Vec<Rule>,
    /// For each value of the finder, the rules that listen to that cue.
    pub(super) listeners: Vec<Listeners>,
    pub(super) finder: Matcher,
    signatures: Vec<[Kinds; Kind::ALL.len()]>,
}

/// The rules that listen to a cue.
#[derive(Debug, Default)]
pub(super) struct Listeners {
    pub(super) rules: Vec<usize>,
    /// Whether the cue governs what follows it, so that an earlier cue reaches no further.
    pub(super) governs: bool,
}

impl Rules {
    /// The rules that hear a cue; inside a longer cue, those of other types than its own.
    pub(super) fn heard(&self, cue: usize, inside: Option<usize>) -> impl Iterator<Item = &Rule> {
        let louder = inside.map(|outer| self.listeners[outer].rules.as_slice()).unwrap_or_default();
        let rules = self.listeners[cue].rules.iter().map(|rule| &self.rules[*rule]);
        rules.filter(move |rule| louder.iter().all(|other| self.rules[*other].kind != rule.kind))
    }

    /// Whether the ontology allows the relation.
    pub(super) fn allows(&self, kind: RelationType, head: Kind, tail: Kind) -> bool {
        self.signatures[kind as usize][head as usize].has(tail)
    }
}

/// The rules of the data files beside this one.
pub(super) fn rules() -> &'static Rules {
    &RULES
}

const FILES: [(&str, &str); 6] = [
    ("awards.toml", include_str!("cues/awards.toml")),
    ("building.toml", include_str!("cues/building.toml")),
    ("deals.toml", include_str!("cues/deals.toml")),
    ("events.toml", include_str!("cues/events.toml")),
    ("programs.toml", include_str!("cues/programs.toml")),
    ("support.toml", include_str!("cues/support.toml")),
];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    id: String,
    #[serde(rename = "type")]
    kind: String,
    cues: Vec<String>,
    head: Stand,
    tail: Stand,
    #[serde(default)]
    head_kinds: Vec<String>,
    #[serde(default)]
    tail_kinds: Vec<String>,
    #[serde(default)]
    implied: bool,
    #[serde(default)]
    carry: Vec<String>,
    #[serde(default)]
    opens: Vec<String>,
    #[serde(default)]
    modality: Option<String>,
    #[serde(default = "usual_near")]
    near: usize,
    #[serde(default = "usual_reach")]
    reach: usize,
    confidence: f32,
    matches: Vec<String>,
    #[cfg_attr(not(test), allow(dead_code))]
    not_matches: Vec<String>,
}

fn usual_near() -> usize {
    16
}

fn usual_reach() -> usize {
    14
}

#[derive(Deserialize)]
struct File {
    rule: Vec<Row>,
}

static RULES: LazyLock<Rules> = LazyLock::new(|| {
    let mut rules = Vec::new();
    let mut words: BTreeMap<String, Listeners> = BTreeMap::new();
    for (name, source) in FILES {
        let file: File = table::read(&format!("src/relate/relations/cues/{name}"), source);
        for row in file.rule {
            for cue in &row.cues {
                let listeners = words.entry(cue.clone()).or_default();
                listeners.rules.push(rules.len());
                listeners.governs |= row.tail == Stand::Object || row.head == Stand::Object;
            }
            rules.push(rule(row, name));
        }
    }
    let (words, listeners): (Vec<String>, Vec<Listeners>) = words.into_iter().unzip();
    let finder = matcher("src/relate/relations/cues", words.into_iter().zip(0..));
    Rules { rules, listeners, finder, signatures: signatures() }
});

fn rule(row: Row, name: &str) -> Rule {
    let kind: RelationType = row.kind.parse().unwrap_or_else(|error| panic!("cues/{name}: {}: {error}", row.id));
    let origin = format!("cues/{name}: {}", row.id);
    // Only kinds that the signature allows, so that a modifier of another kind is passed over.
    let possible = |allows: &dyn Fn(Kind, Kind) -> bool, named: Option<Kinds>| {
        let fits = |end: &&Kind| {
            named.is_none_or(|named| named.has(**end)) && Kind::ALL.iter().any(|other| allows(**end, *other))
        };
        Kinds::of(&Kind::ALL.iter().filter(fits).copied().collect::<Vec<_>>())
    };
    Rule {
        kind,
        head: row.head,
        tail: row.tail,
        heads: possible(&|head, tail| kind.allows(head, tail), Kinds::named(&row.head_kinds, &origin)),
        tails: possible(&|tail, head| kind.allows(head, tail), Kinds::named(&row.tail_kinds, &origin)),
        implied: row.implied,
        carry: Kinds::named(&row.carry, &origin).unwrap_or(Kinds::of(&[])),
        opens: row.opens,
        modality: row.modality.map(|word| word.parse().unwrap_or_else(|error| panic!("{origin}: {error}"))),
        near: row.near,
        reach: row.reach,
        confidence: row.confidence,
        cues: row.cues,
        matches: row.matches,
        #[cfg(test)]
        not_matches: row.not_matches,
        id: row.id,
    }
}

fn signatures() -> Vec<[Kinds; Kind::ALL.len()]> {
    let tails = |kind: RelationType, head: Kind| {
        Kinds::of(&Kind::ALL.iter().copied().filter(|tail| kind.allows(head, *tail)).collect::<Vec<_>>())
    };
    RelationType::ALL.iter().map(|kind| std::array::from_fn(|head| tails(*kind, Kind::ALL[head]))).collect()
}
