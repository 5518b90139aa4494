//! How relations come about, for those who ask: which rule listened to which cue, what it
//! made of it, and what was decided against.

use super::find;
use super::rules::{Rule, rules};
use super::view::{Hit, Part};
use crate::model::{Linked, Outline, Relation, Sentence, Span};
use crate::ontology::RelationType;
use crate::relate::clauses::{Clauses, modality_cue};

/// Hears what the rules do. The unit hears nothing and costs nothing.
pub(super) trait Listener {
    /// `rule` made `found` of the cue at `hit`, in a clause of a sentence.
    fn heard(&mut self, rule: &Rule, hit: Hit, place: (&Part, &Sentence), found: &[Relation]);
    /// `relation` is not kept: `winner` says the same and is surer, or the signatures do
    /// not allow it.
    fn lost(&mut self, relation: &Relation, winner: Option<&Relation>);
}

impl Listener for () {
    fn heard(&mut self, _: &Rule, _: Hit, _: (&Part, &Sentence), _: &[Relation]) {}
    fn lost(&mut self, _: &Relation, _: Option<&Relation>) {}
}

/// How the relations of a text came about.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Trace {
    /// Each cue with each rule that listened to it, in the order of the text. Relations
    /// without a cue (from names and frame) are not among them.
    pub heard: Vec<Heard>,
    /// What was decided against.
    pub lost: Vec<Lost>,
}

/// What a rule made of a cue.
#[derive(Debug, Clone, PartialEq)]
pub struct Heard {
    /// Id of the rule.
    pub rule: String,
    /// Where the cue stands.
    pub cue: Span,
    /// Its clause.
    pub clause: Span,
    /// What gives the clause its modality.
    pub modality: ModalityBy,
    /// What came of it; nothing where the ends that the rule wants are not there.
    pub found: Vec<Relation>,
}

/// What gives a statement its modality.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ModalityBy {
    /// The cue of the rule itself (争创 is a plan).
    Rule,
    /// Words of the clause (正在).
    Words(Span),
    /// The place of the sentence in review or plan.
    Sentence,
}

/// A relation that was not kept.
#[derive(Debug, Clone, PartialEq)]
pub struct Lost {
    /// The relation as it would have been.
    pub relation: Relation,
    /// Why not.
    pub by: LostBy,
}

/// Why a relation was not kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LostBy {
    /// A thing stands in no relation to itself.
    ItsOwnEnd,
    /// The relation does not connect these kinds.
    Signature,
    /// This rule says the same of the sentence, and is surer.
    Surer(String),
}

/// Runs the rules once more and takes down what they do.
pub fn trace(text: &str, outline: &Outline, linked: &Linked) -> Trace {
    let mut listener = Taker { text, trace: Trace::default() };
    find(&Clauses::of(text, outline), linked, &mut listener);
    listener.trace
}

/// The cues of the rules in `words`, as byte ranges in them, with the id of each rule that
/// listens and its relation type. Shorter cues inside longer ones are left out.
pub fn cues_in(words: &str) -> Vec<(Span, &'static str, RelationType)> {
    let mut hits: Vec<(Span, usize)> = Vec::new();
    rules().finder.find_overlapping(words, |hit| hits.push((Span::new(hit.start(), hit.end()), hit.value() as usize)));
    hits.sort_by_key(|(span, _)| (span.start, std::cmp::Reverse(span.end)));
    let mut end = 0;
    hits.retain(|(span, _)| {
        let outside = span.end > end;
        end = end.max(span.end);
        outside
    });
    let listening = |(span, cue): (Span, usize)| {
        let listeners = rules().listeners[cue].rules.iter().map(|rule| &rules().rules[*rule]);
        listeners.map(move |rule| (span, rule.id.as_str(), rule.kind))
    };
    hits.into_iter().flat_map(listening).collect()
}

struct Taker<'a> {
    text: &'a str,
    trace: Trace,
}

impl Listener for Taker<'_> {
    fn heard(&mut self, rule: &Rule, hit: Hit, (part, sentence): (&Part, &Sentence), found: &[Relation]) {
        let said = modality_cue(part.span.of(self.text), sentence.modality);
        let modality = match said {
            _ if rule.modality.is_some() => ModalityBy::Rule,
            Some((_, cue)) => ModalityBy::Words(Span::new(part.span.start + cue.start, part.span.start + cue.end)),
            None => ModalityBy::Sentence,
        };
        let found = found.to_vec();
        self.trace.heard.push(Heard { rule: rule.id.clone(), cue: hit.span, clause: part.span, modality, found });
    }

    fn lost(&mut self, relation: &Relation, winner: Option<&Relation>) {
        let by = match winner {
            // The same from another cue of the rule is no decision.
            Some(winner) if winner.rule == relation.rule => return,
            Some(winner) => LostBy::Surer(winner.rule.clone()),
            None if relation.head == relation.tail => LostBy::ItsOwnEnd,
            None => LostBy::Signature,
        };
        self.trace.lost.push(Lost { relation: relation.clone(), by });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ontology::Modality;
    use crate::relate::relations::examples::Example;

    #[test]
    fn a_trace_names_rule_cue_and_modality() {
        let example = Example::read("{enterprise:恒泽}正在入驻{site:青石工业园}，加快推进。", Modality::Done);
        let trace = trace(&example.text, &example.outline, &example.linked);
        let heard = trace.heard.iter().find(|heard| !heard.found.is_empty()).expect("a relation");
        assert_eq!((heard.rule.as_str(), heard.cue.of(&example.text)), ("deals.settle", "入驻"));
        assert!(matches!(heard.modality, ModalityBy::Words(span) if span.of(&example.text) == "正在"));
    }

    #[test]
    fn a_cue_without_its_ends_is_heard_too() {
        let example = Example::read("12家企业落户{site:云溪开发区}。", Modality::Done);
        let trace = trace(&example.text, &example.outline, &example.linked);
        assert!(!trace.heard.is_empty() && trace.heard.iter().all(|heard| heard.found.is_empty()), "{trace:?}");
    }

    #[test]
    fn listening_changes_nothing() {
        let example = Example::read("{enterprise:恒泽}与{enterprise:启明}签约入驻{site:青石园}。", Modality::Done);
        let clauses = Clauses::of(&example.text, &example.outline);
        let quiet = find(&clauses, &example.linked, &mut ());
        let mut taker = Taker { text: &example.text, trace: Trace::default() };
        assert_eq!(find(&clauses, &example.linked, &mut taker), quiet);
    }

    #[test]
    fn the_longest_cue_speaks() {
        let found: Vec<_> = cues_in("成功创建").iter().map(|(span, ..)| (span.start, span.end)).collect();
        assert!(!found.is_empty() && found.iter().all(|span| *span == (0, "成功创建".len())), "{found:?}");
    }
}
