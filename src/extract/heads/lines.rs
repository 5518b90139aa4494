//! Coordinated numbers of lines: 地铁14、16号线 are two lines.

use crate::extract::context::{Context, mention, reach};
use crate::extract::tokens::{Class, Token};
use crate::model::{Mention, Span};
use crate::ontology::Kind;

/// The lines of a coordination whose last head 号线 begins with token `head`; the last line
/// ends before byte `end`. Nothing where only one line is named.
pub(super) fn lines(context: &Context<'_>, tokens: &[Token], head: usize, end: usize, confidence: f32) -> Vec<Mention> {
    let mut numbers: Vec<usize> = Vec::new();
    let mut at = head;
    while at > 0 {
        let word = context.word(&tokens[at - 1]);
        let digits = !word.is_empty() && word.chars().all(|c| c.is_ascii_digit());
        if digits {
            numbers.push(at - 1);
        } else if !(word == "号" || matches!(tokens[at - 1].class, Class::List | Class::And)) {
            break;
        }
        at -= 1;
    }
    if numbers.len() < 2 {
        return Vec::new();
    }
    numbers.reverse();
    let first = numbers[0];
    let opening = reach(context, tokens, first, Kind::Project).first;
    let prefix = Span::new(tokens[opening].span.start, tokens[first].span.start).of(context.text);
    let last = numbers.len() - 1;
    let one = |(index, number): (usize, &usize)| {
        let digits = tokens[*number].span;
        let span = if index == last { Span::new(digits.start, end) } else { digits };
        let mut found = mention(span, Kind::Project, "heads.project.lines", confidence);
        found.name = Some(format!("{prefix}{}号线", digits.of(context.text)));
        found
    };
    numbers.iter().enumerate().map(one).collect()
}
