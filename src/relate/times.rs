//! Periods and modalities that go together: what a report plans lies ahead of it.

use crate::model::{Fact, Outline, Period, Relation, Span};
use crate::ontology::Modality;

/// Sets right what is dated as no report can mean it: nothing is done in the years to come, and nothing is
/// planned for years that are over.
pub(super) fn settle(text: &str, outline: &Outline, relations: &mut [Relation], facts: &mut [Fact]) {
    for relation in relations {
        time(text, outline, relation.evidence, &mut relation.modality, &mut relation.period);
    }
    for fact in facts {
        time(text, outline, fact.evidence, &mut fact.modality, &mut fact.period);
    }
}

fn time(text: &str, outline: &Outline, place: Span, modality: &mut Modality, period: &mut Option<Period>) {
    let (Some(said), Some(plans)) = (*period, outline.plans) else { return };
    let Some(sentence) = outline.sentence_at(place.start).map(|at| &outline.sentences[at]) else { return };
    match *modality {
        // a plan of years that lie ahead, under a heading that does not say so
        Modality::Done if said.first >= plans.first && said.first < said.last => *modality = Modality::Planned,
        Modality::Planned if sentence.modality == Modality::Planned && said.last < plans.first => {
            // 2025年6月印发: a note to a plan tells of what has been
            if sentence.span.of(text).contains(&format!("{}年", said.last)) {
                *modality = Modality::Done;
            } else {
                *period = Some(plans);
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Sentence;

    /// What becomes of a modality and a period in a report that plans 2021.
    fn settled(text: &str, default: Modality, modality: Modality, period: Period) -> (Modality, Option<Period>) {
        let span = Span::new(0, text.len());
        let sentence = Sentence { span, section: 0, heading: false, period: None, modality: default };
        let outline = Outline { plans: Some(Period::year(2021)), sentences: vec![sentence], ..Outline::default() };
        let (mut modality, mut period) = (modality, Some(period));
        time(text, &outline, span, &mut modality, &mut period);
        (modality, period)
    }

    #[test]
    fn plans_lie_ahead() {
        let ahead = Period::years(2021, 2025);
        assert_eq!(settled("建成大桥。", Modality::Done, Modality::Done, ahead), (Modality::Planned, Some(ahead)));
        let this = Period::year(2021);
        assert_eq!(settled("建成大桥。", Modality::Done, Modality::Done, this), (Modality::Done, Some(this)));
        let over = Period::year(2019);
        let planned = Modality::Planned;
        assert_eq!(settled("建设大桥。", planned, planned, over), (planned, Some(this)));
        assert_eq!(settled("2019年印发方案。", planned, planned, over), (Modality::Done, Some(over)));
        assert_eq!(settled("力争通车。", Modality::Done, planned, over), (planned, Some(over)));
    }
}
